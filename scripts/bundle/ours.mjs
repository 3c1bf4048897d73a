// Our own code, on its way from src/ to dist/lib.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import ts from 'typescript';
import { requirePackage } from './vendor.mjs';

const OPTIONS = {
  // So that `import()` becomes a call like any other: of an ES module's ncc would make numbered chunks, with copies of what
  // several need.
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  sourceMap: true,
  inlineSources: true,
};

/** Modules with a file of their own: long ones that are generated. */
const APART = { 'cluster/validator': 'cluster-validator' };

/** The file of dist/lib that has a module: `stages` for src/stages/drain.ts, `main` for what is in no folder. */
const fileOf = (module) => APART[module] ?? (module.includes('/') ? module.split('/')[0] : 'main');

/** Its name in that file; empty where it is all of it. */
const nameOf = (module) => (module in APART ? '' : module.slice(module.indexOf('/') + 1));

/**
 * Writes each module of src/ into `build` as CommonJS. What it takes from a module of another file of dist/lib, from a
 * package or from JSON, it takes from where that will be.
 * @returns {Map<string, Record<string, string>>} for each file of dist/lib the modules that others ask for, by their name there
 */
export function transpile(root, build, lib) {
  const src = join(root, 'src');
  const modules = readdirSync(src, { recursive: true })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => path.slice(0, -'.ts'.length));
  const asked = new Set(['main']);

  const locate = (module, specifier) => {
    if (isBuiltin(specifier)) return `require("${specifier}")`;
    if (!specifier.startsWith('.')) return requirePackage(specifier);
    const path = join(src, dirname(module), specifier);
    if (specifier.endsWith('.json')) return `require("./${copyData(root, lib, path)}")`;
    const found = [path, join(path, 'index')].map((name) => relative(src, name)).find((name) => modules.includes(name));
    if (found === undefined) throw new Error(`src/${module}.ts: there is no ${specifier}`);
    if (fileOf(found) === fileOf(module)) return `require("${specifier}")`;
    asked.add(found);
    return `require("./${fileOf(found)}.js")${nameOf(found) && `["${nameOf(found)}"]`}`;
  };

  for (const module of modules) {
    const { outputText, sourceMapText } = ts.transpileModule(readFileSync(join(src, `${module}.ts`), 'utf8'), {
      compilerOptions: OPTIONS,
      fileName: `src/${module}.ts`,
    });
    const code = outputText
      .replace('"use strict";', `"use strict";// src/${module}.ts`)
      .replace(/\n\/\/# sourceMappingURL=.*/, '')
      .replace(/\brequire\((["'])([^"']+)\1\)/g, (_, quote, specifier) => locate(module, specifier));
    const file = join(build, `${module}.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lazily(code));
    writeFileSync(`${file}.map`, sourceMapText);
  }
  const entries = new Map();
  for (const module of asked) {
    const file = fileOf(module);
    entries.set(file, { ...entries.get(file), [nameOf(module)]: `./src/${module}.js` });
  }
  return entries;
}

/**
 * Other files of dist/lib are loaded when something of them is first used, and not before the first line of the one that
 * may: for `const load_1 = require("./cluster.js")["load"]` there is an object that gets it, and `load_1.it.x` for `load_1.x`.
 */
function lazily(code) {
  const imports = /^(const|var) (\w+_\d+) = (.*\brequire\("\.\/[^"]*\.js(?:on)?"\).*);$/gm;
  const names = [...code.matchAll(imports)].map(([, , name]) => name);
  if (names.length === 0) return code;
  const used = new RegExp(`\\b(${names.join('|')})\\b(?! =)`, 'g');
  return code.replace(used, '$1.it').replace(imports, '$1 $2 = { get it() { return $3; } };');
}

/** A source map of a file of dist/lib, line by line: ncc's leads to what `transpile` wrote, TypeScript's from there to src/. */
export function mapToSource({ file, sources, mappings }) {
  const origins = sources.map((path) => {
    if (!/^build\/src\/.*\.js$/.test(path)) return undefined;
    const { mappings, sourcesContent } = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
    return { path: path.replace(/^build(.*)\.js$/, '../..$1.ts'), text: sourcesContent[0], lines: decode(mappings) };
  });
  const kept = origins.filter(Boolean);
  const lines = decode(mappings).map(([first]) => {
    const origin = origins[first?.[1]];
    const [, , line, column] = origin?.lines[first[2]]?.[0] ?? [];
    return line === undefined ? [] : [[0, kept.indexOf(origin), line, column]];
  });
  return {
    version: 3,
    file,
    sources: kept.map(({ path }) => path),
    sourcesContent: kept.map(({ text }) => text),
    names: [],
    mappings: encode(lines),
  };
}

/** JSON stays a file, in which a change can be read. */
function copyData(root, lib, path) {
  if (path === join(root, 'package.json')) {
    // The rest of it is about how this is built.
    const { version } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(join(lib, 'version.json'), `${JSON.stringify({ version })}\n`);
    return 'version.json';
  }
  copyFileSync(path, join(lib, basename(path)));
  return basename(path);
}
