// Makes src/cluster/validator.ts and src/cluster/is-valid.ts from the schema. To compile a schema takes ajv longer than everything
// else that a run does before its first line, so it is done here and not in each run. Whether a file is valid takes a third of
// the code that says what is wrong with it: most runs load no more. With --print FILE: only shows what that file should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const { default: Ajv, _ } = require('ajv');
const { default: standaloneCode } = require('ajv/dist/standalone');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const schema = JSON.parse(readFileSync(resolve(root, 'schema/cluster.schema.json'), 'utf8'));

/** Where in the schema a part of it is, as an expression */
function pathOf(json, part = schema, path = 'schema') {
  if (typeof part !== 'object' || part === null) return undefined;
  if (JSON.stringify(part) === json) return path;
  for (const [key, inner] of Object.entries(part)) {
    const found = pathOf(json, inner, `${path}[${JSON.stringify(key)}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** ajv's code for the schema, and the modules that it takes something from, by their names in it. */
function compile(options) {
  const ajv = new Ajv({
    strictTypes: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    ...options,
  });
  // For editors, and for our own messages.
  ajv.addVocabulary(['errorMessage', 'patternErrorMessage', 'defaultSnippets']);
  // Their meaning is in src/cluster/formats.ts.
  for (const name of ['ip', 'cidr', 'jump-host', 'pbx-api', 'duration-hms']) ajv.addFormat(name, () => true);
  const imports = new Map();
  const code = standaloneCode(ajv, ajv.compile(schema))
    .replace('"use strict";', '')
    .replace(/export const validate = \w+;/, '')
    .replace(/require\("([^"]+)"\)\.default/g, (_whole, module) => {
      const name = module.split('/').at(-1);
      imports.set(name, module);
      return name;
    });
  if (/\brequire\(/.test(code)) throw new Error('the validator requires something that is not known here');
  return { code, imports };
}

/** Says all that is wrong. */
function validator() {
  const { code, imports } = compile({ allErrors: true, verbose: true });
  imports.set('schema', '../../schema/cluster.schema.json');
  // ajv repeats the parts of the schema that errors are about.
  const shared = code.replace(/^const (schema\d+) = (\{.*\});$/gm, (whole, name, json) => {
    const path = pathOf(json);
    return path === undefined ? whole : `const ${name} = ${path};`;
  });
  return { code: shared, imports };
}

/** Says no more than true or false: errors are counted and not told, and of the schema nothing is left but names of fields. */
function isValid() {
  const { code, imports } = compile({ allErrors: true, messages: false });
  const parts = new Map();
  const fields = [];
  const bare = code
    .replace(/^const (schema\d+) = (\{.*\});\n/gm, (_whole, name, json) => {
      parts.set(name, JSON.parse(json));
      return '';
    })
    .replace(
      /^const (err\d+) = \{.*\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/gm,
      '',
    )
    .replace(
      /^if\(vErrors !== null\)\{\nif\((\w+)\)\{\nvErrors\.length = \1;\n\}\nelse \{\nvErrors = null;\n\}\n\}\n/gm,
      '',
    )
    .replace(/^vErrors = vErrors === null \? .*;\nerrors = vErrors\.length;$/gm, 'errors++;')
    .replace(/^let vErrors = null;\n/gm, '')
    .replace(/^\w+\.errors = vErrors;\n/gm, '')
    .replace(/func\d+\.call\((schema\d+)([.\w]*), (\w+)\)/g, (_whole, name, path, key) => {
      const part = path.split('.').slice(1);
      fields.push(Object.keys(part.reduce((found, step) => found[step], parts.get(name))));
      return `fields${fields.length}.has(${key})`;
    })
    .replace(/^const func\d+ = Object.prototype.hasOwnProperty;\n/m, '');
  const rest = /.*(?:\bschema\d|vErrors|\.errors|keyword).*/.exec(bare);
  if (rest) throw new Error(`ajv writes otherwise than it did: ${rest[0]}`);
  const sets = fields.map((names, index) => `const fields${index + 1} = new Set(${JSON.stringify(names)});`);
  return { code: bare.replace(/^function /m, `${sets.join('\n')}\n\nfunction `), imports };
}

const print = process.argv.includes('--print') ? process.argv.at(-1) : undefined;
for (const [name, { code, imports }] of Object.entries({ 'validator.ts': validator(), 'is-valid.ts': isValid() })) {
  if (print !== undefined && basename(print) !== name) continue;
  const file = resolve(root, 'src/cluster', name);
  const text = await format(
    `// @ts-nocheck
// Made by scripts/validator.mjs from schema/cluster.schema.json: npm run generate
${[...imports].map(([name, module]) => `import ${name} from '${module}';`).join('\n')}
import { formats } from './formats';
${code}`,
    { ...(await resolveConfig(file)), parser: 'typescript' },
  );
  if (print === undefined) writeFileSync(file, text);
  else process.stdout.write(text);
}
