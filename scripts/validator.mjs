// Makes src/cluster/validator.ts from the schema. To compile a schema takes ajv longer than everything else that a run does
// before its first line, so it is done here and not in each run. With --print: only shows what the file should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const { default: Ajv, _ } = require('ajv');
const { default: standaloneCode } = require('ajv/dist/standalone');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const file = resolve(root, 'src/cluster/validator.ts');
const schema = JSON.parse(readFileSync(resolve(root, 'schema/cluster.schema.json'), 'utf8'));

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strictTypes: false,
  allowUnionTypes: true,
  code: { source: true, esm: true, lines: true, formats: _`formats` },
});
// For editors, and for our own messages.
ajv.addVocabulary(['errorMessage', 'patternErrorMessage', 'defaultSnippets']);
// Their meaning is in src/cluster/formats.ts.
for (const name of ['ip', 'cidr', 'jump-host', 'pbx-api', 'duration-hms']) ajv.addFormat(name, () => true);

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

const imports = new Map();
const code = standaloneCode(ajv, ajv.compile(schema))
  .replace('"use strict";', '')
  .replace(/export const validate = \w+;/, '')
  .replace(/require\("([^"]+)"\)\.default/g, (_whole, module) => {
    const name = module.split('/').at(-1);
    imports.set(module, name);
    return name;
  })
  // ajv repeats the parts of the schema that errors are about.
  .replace(/^const (schema\d+) = (\{.*\});$/gm, (whole, name, json) => {
    const path = pathOf(json);
    return path === undefined ? whole : `const ${name} = ${path};`;
  });
if (/\brequire\(/.test(code)) throw new Error('the validator requires something that is not known here');

const text = await format(
  `// @ts-nocheck
// Made by scripts/validator.mjs from schema/cluster.schema.json: npm run generate
${[...imports].map(([module, name]) => `import ${name} from '${module}';`).join('\n')}
import schema from '../../schema/cluster.schema.json';
import { formats } from './formats';
${code}`,
  { ...(await resolveConfig(file)), parser: 'typescript' },
);
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(file, text);
