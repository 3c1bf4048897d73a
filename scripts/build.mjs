// Builds dist/ by ncc: our own code in a file for each folder of src/, third-party code in dist/lib/vendor, and a stub for
// each action and the CLI. node scripts/build.mjs [DIST [MAPS]]; see ARCHITECTURE.md, "The bundle".
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapToSource, transpile } from './bundle/ours.mjs';
import { SHARED, STARTED_WITH, VENDOR, licenceOf, packageOf } from './bundle/vendor.mjs';

const require = createRequire(import.meta.url);
const ncc = require('@vercel/ncc');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const maps = process.argv[3] && resolve(process.argv[3]);
const build = join(root, 'build');
const lib = join(dist, 'lib');
// webpack names modules after their paths from here.
process.chdir(root);

const write = (file, content) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};

/**
 * Writes what ncc makes a file of dist/lib from. One module alone is the file. Of several, the file is an object of them by
 * name, each loaded when it is first asked for: so what is loaded late stays late, and two files may need each other.
 * @param {Record<string, string>} modules what to require, by name; the name of one alone is empty
 */
function writeEntry(file, modules) {
  const names = Object.keys(modules).sort();
  const getter = (name) => `  get '${name}'() {\n    return require('${modules[name]}');\n  },\n`;
  const exported = names.includes('') ? `require('${modules['']}')` : `{\n${names.map(getter).join('')}}`;
  write(join(build, file), `module.exports = ${exported};\n`);
}

/** A package as an entry can `require` it: by its name, or by its path when it is only there to be imported. */
function findPackage(specifier) {
  try {
    require.resolve(specifier);
    return specifier;
  } catch {
    return relative(join(build, 'vendor'), fileURLToPath(import.meta.resolve(specifier)));
  }
}

/** The file of dist/lib that has a module. */
const homes = new Map();
function settle(module, file) {
  const home = homes.get(module) ?? file;
  if (home !== file) throw new Error(`${module} is in ${home} and in ${file}: see scripts/bundle/vendor.mjs`);
  homes.set(module, file);
}

/**
 * What is loaded runs at once, nearly all of it: as functions in brackets V8 compiles the modules right away. Of arrow functions
 * Node 20 would first look for the end, and read them again when they are called.
 */
const compiledAtOnce = (code) => code.replace(/^\/\*\*\*\/ \(\(([\w, ]*)\) => \{$/gm, '/***/ (function ($1) {');

/**
 * Parts of Node that packages take as a whole when they are loaded, and use when they start a program or write an output: loaded then.
 * What they ask of it by its name is all that the stand-in knows of.
 */
const loadedWhenUsed = (code) =>
  code.replace(
    /^(module\.exports =|const \w+ =) (require\("(?:node:)?(?:assert|child_process|crypto)"\));$/gm,
    '$1 new Proxy({}, { get: (_, name) => $2[name] });',
  );

/** One pass of ncc, which has to make one file. */
async function bundle(file, externals) {
  const name = basename(file);
  const { code, map, assets } = await ncc(join(build, file), {
    cache: false,
    externals,
    filename: name,
    sourceMap: true,
    sourceMapRegister: false,
    quiet: true,
  });
  // ssh2's agent for Windows stays out; runners of this suite are Linux.
  const beside = Object.keys(assets).filter((asset) => asset !== `${name}.map` && asset !== 'pagent.exe');
  if (beside.length > 0) throw new Error(`${file} would need ${beside.join(', ')} beside it`);
  const absent = [...code.matchAll(/= eval\("require"\)\("(.*)"\)/g)].map(([, module]) => module);
  const needed = absent.filter((module) => !module.endsWith('.node'));
  if (needed.length > 0) throw new Error(`${file} needs ${needed.join(', ')}, which is not there`);
  const { sources, ...mapped } = JSON.parse(map.toString());
  const paths = sources.map((path) => path.replace(/^[./]*/, ''));
  const modules = paths.filter((path) => /^(build\/src|node_modules)\//.test(path) && !path.includes('@@notfound'));
  for (const module of modules) settle(module, file);
  return { code: compiledAtOnce(code), map: { ...mapped, sources: paths }, modules };
}

// ssh2's native parts are bound to one platform: without them it uses Node's own crypto, and dist/ is the same bytes everywhere.
for (const native of ['node_modules/ssh2/lib/protocol/crypto/build', 'node_modules/cpu-features/build'])
  rmSync(join(root, native), { recursive: true, force: true });
for (const folder of [build, dist]) rmSync(folder, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });

for (const [name, entry] of transpile(root, join(build, 'src'), lib)) {
  const file = `${name}.js`;
  writeEntry(file, entry);
  const { code, map } = await bundle(file, { '/^(\\./(?:vendor/)?[^/]+\\.js(?:on)?)$/': '$1' });
  write(join(lib, file), `${code}\n`);
  if (!maps) continue;
  write(join(maps, `${file}.map`), `${JSON.stringify(mapToSource(map))}\n`);
}

const licences = new Map();
for (const [name, specifiers] of Object.entries(VENDOR)) {
  const file = `vendor/${name}.js`;
  const nameOf = (specifier) => (specifiers.length > 1 ? specifier : '');
  writeEntry(file, Object.fromEntries(specifiers.map((specifier) => [nameOf(specifier), findPackage(specifier)])));
  const elsewhere = Object.entries(SHARED).filter(([, other]) => other !== `./${name}.js`);
  const { code, modules } = await bundle(file, Object.fromEntries(elsewhere));
  const packages = modules.map(packageOf);
  for (const found of packages) licences.set(found.name, licenceOf(found));
  const heading = [...new Set(packages.map(({ name, version }) => `// ${name} ${version}`))].sort().join('\n');
  // Without the place of a source map: what is in here is what was published.
  const text = code.replace(/\n\/\/# sourceMappingURL=.*$/, '');
  const made = STARTED_WITH.includes(name) ? loadedWhenUsed(text) : text;
  write(join(lib, file), `// Third-party code, made one file by scripts/build.mjs:\n${heading}\n${made}\n`);
}
// The bundler's own lines between the modules.
licences.set('@vercel/ncc', licenceOf(packageOf('node_modules/@vercel/ncc/')));
write(
  join(lib, 'vendor/licenses.txt'),
  `${[...licences.keys()]
    .sort()
    .map((name) => licences.get(name))
    .join('\n\n')}\n`,
);
write(
  join(lib, 'vendor/no-identity-tokens.js'),
  "'use strict';\n// Made by scripts/build.mjs, in place of a part of @actions/core.\n",
);

for (const name of Object.keys(require(join(lib, 'main.js')).main.ENTRIES)) {
  write(
    join(dist, name, 'index.js'),
    `${name === 'cli' ? '#!/usr/bin/env node\n' : ''}'use strict';
// Made by scripts/build.mjs.
require('../lib/main.js').main.run('${name}');
`,
  );
}
cpSync(join(root, 'src/sandbox/host'), join(lib, 'host'), { recursive: true });
