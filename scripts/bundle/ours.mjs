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

/** As TypeScript writes it; an `import()` has `.then(` before it. */
const REQUIRE = /\brequire\(["']([^"']+)["']\)/;

/** Modules with a file of their own: what is generated and long, and what is needed by runs that need nothing else of its folder. */
const APART = new Set([
  'cli/credentials',
  'cli/plan',
  'cluster/is-valid',
  'cluster/validator',
  'github/environment',
  'github/input-table',
  'github/report',
  'host/ssh-config',
  'plan/digest',
  'stages/change',
]);

/** Modules that are needed together: each action's to its first line, whatever it does then, and what a cluster file is read without. */
const TOGETHER = {
  'cluster-later': ['cluster/by-address', 'cluster/fleet', 'cluster/pbx-kept', 'cluster/settings', 'cluster/window'],
  'github-start': ['github/heartbeat', 'github/inputs', 'github/log', 'github/outputs'],
  'host-start': ['host/concurrency', 'host/internet', 'host/reading', 'pbx/refusals'],
};
const GROUPS = new Map(Object.entries(TOGETHER).flatMap(([file, modules]) => modules.map((module) => [module, file])));

/**
 * Folders of which a run needs a small part: what these load late has a file of its own, and what several of those need is in one
 * that they have in common.
 */
const SPLIT = {
  actions: { from: ['actions', 'main'], common: 'actions' },
  cli: { from: ['cli'], common: 'cli-common' },
};

const folderOf = (module) => (module.includes('/') ? module.slice(0, module.indexOf('/')) : 'main');

/**
 * The file of dist/lib for each module: `stages` for src/stages/drain.ts, `main` for what is in no folder, and `cli-deploy`
 * for what is loaded with src/cli/deploy.ts only.
 * @param {Map<string, { module: string, late: boolean }[]>} importers of each module, who imports it
 */
function place(importers) {
  const files = new Map();
  const fileOf = (module) => {
    const folder = folderOf(module);
    if (APART.has(module)) return module;
    if (GROUPS.has(module)) return GROUPS.get(module);
    const by = importers.get(module);
    if (by.length === 0 || by.some((one) => !SPLIT[folder]?.from.includes(folderOf(one.module)))) return folder;
    if (by.every(({ late }) => late)) return module;
    const found = new Set(by.map((one) => (one.late ? module : files.get(one.module))));
    // Where somebody's place is not known yet, it may be the one that the others have.
    found.delete(undefined);
    if (found.has(folder)) return folder;
    return found.size > 1 ? SPLIT[folder].common : [...found][0];
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const module of importers.keys()) {
      const file = fileOf(module);
      changed ||= file !== files.get(module);
      files.set(module, file);
    }
  }
  return new Map([...files].map(([module, file]) => [module, file.replaceAll('/', '-')]));
}

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
  const find = (module, specifier) => {
    const path = join(src, dirname(module), specifier);
    const found = [path, join(path, 'index')].map((name) => relative(src, name)).find((name) => modules.includes(name));
    if (found === undefined) throw new Error(`src/${module}.ts: there is no ${specifier}`);
    return found;
  };
  const isOurs = (specifier) => specifier.startsWith('.') && !specifier.endsWith('.json');

  const compiled = modules.map((module) => ({
    module,
    ...ts.transpileModule(readFileSync(join(src, `${module}.ts`), 'utf8'), {
      compilerOptions: OPTIONS,
      fileName: `src/${module}.ts`,
    }),
  }));
  const importers = new Map(modules.map((module) => [module, []]));
  for (const { module, outputText } of compiled)
    for (const [, late, specifier] of outputText.matchAll(new RegExp(`(\\.then\\(.*)?${REQUIRE.source}`, 'g')))
      if (isOurs(specifier)) importers.get(find(module, specifier)).push({ module, late: late !== undefined });
  const files = place(importers);
  /** Its name in its file; empty where the file is called after it. */
  const nameOf = (module) =>
    files.get(module) === module.replaceAll('/', '-') && module !== 'main' ? '' : module.slice(module.indexOf('/') + 1);

  const locate = (module, specifier) => {
    if (isBuiltin(specifier)) return `require("${specifier}")`;
    if (!specifier.startsWith('.')) return requirePackage(specifier);
    if (!isOurs(specifier)) return `require("./${copyData(root, lib, join(src, dirname(module), specifier))}")`;
    const found = find(module, specifier);
    if (files.get(found) === files.get(module)) return `require("${specifier}")`;
    asked.add(found);
    return `require("./${files.get(found)}.js")${nameOf(found) && `["${nameOf(found)}"]`}`;
  };

  for (const { module, outputText, sourceMapText } of compiled) {
    const code = outputText
      .replace('"use strict";', `"use strict";// src/${module}.ts`)
      .replace(/\n\/\/# sourceMappingURL=.*/, '')
      .replace(new RegExp(REQUIRE, 'g'), (_, specifier) => locate(module, specifier));
    const file = join(build, `${module}.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lazily(code));
    writeFileSync(`${file}.map`, sourceMapText);
  }
  const entries = new Map();
  for (const module of asked) {
    const file = files.get(module);
    entries.set(file, { ...entries.get(file), [nameOf(module)]: `./src/${module}.js` });
  }
  return entries;
}

/** Parts of Node that it has not loaded by itself before our first line, and that take it a millisecond or more. */
const HEAVY = [
  'child_process',
  'crypto',
  'dns',
  'fs/promises',
  'http',
  'https',
  'module',
  'net',
  'readline/promises',
  'tls',
  'tty',
  'zlib',
];

/**
 * Other files of dist/lib are loaded when something of them is first used, and not before the first line of the one that
 * may: for `const load_1 = require("./cluster.js")["load"]` there is an object that gets it, and `load_1.it.x` for `load_1.x`.
 */
function lazily(code) {
  const late = `(?:\\./[^"]*\\.js(?:on)?|node:(?:${HEAVY.join('|')}))`;
  const imports = new RegExp(`^(const|var) (\\w+_\\d+) = (.*\\brequire\\("${late}"\\).*);$`, 'gm');
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
