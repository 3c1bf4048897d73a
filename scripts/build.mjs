// Builds dist/: one bundle that all actions and the CLI share, and a stub for each that starts it.
// One shared bundle keeps the repository small: eight copies of ssh2 and octokit would be eight times the diff.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ncc = createRequire(import.meta.url)('@vercel/ncc');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const build = join(root, 'build');

const entries = [
  'plan',
  'review',
  'firewall',
  'register-server',
  'issue-token',
  'install-role',
  'remove-server',
  'rolling-restart',
  'drift',
  'import',
  'cli',
];

// ssh2's native parts are bound to one platform: without them it uses Node's own crypto, and dist/ is the same bytes everywhere.
for (const native of ['node_modules/ssh2/lib/protocol/crypto/build', 'node_modules/cpu-features/build'])
  rmSync(join(root, native), { recursive: true, force: true });

rmSync(build, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '--project', join(root, 'tsconfig.build.json')],
  { stdio: 'inherit' },
);

const { code, map, assets } = await ncc(join(build, 'src/main.js'), {
  cache: false,
  // The part of @actions/core that asks GitHub for identity tokens brings an HTTP client with it, which takes longer to load
  // than all the rest of an action up to its first line. Nothing here asks for one.
  externals: { './oidc-utils.js': './no-identity-tokens.js' },
  license: 'licenses.txt',
  sourceMap: true,
  sourceMapRegister: false,
  quiet: true,
});

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'lib'), { recursive: true });
const write = (name, content) => {
  const file = join(dist, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};
write('lib/index.js', code);
write('lib/index.js.map', map);
write(
  'lib/no-identity-tokens.js',
  "'use strict';\n// Made by scripts/build.mjs, in place of a part of @actions/core.\n",
);
for (const [name, { source }] of Object.entries(assets)) {
  if (name.endsWith('.exe')) continue; // ssh2's agent for Windows; runners of this suite are Linux
  if (name.endsWith('.node')) throw new Error(`${name} would bind dist/ to one platform`);
  write(join('lib', name), source);
}
for (const entry of entries) {
  write(
    join(entry, 'index.js'),
    `${entry === 'cli' ? '#!/usr/bin/env node\n' : ''}'use strict';
// Made by scripts/build.mjs. Node 22.8 and later keep the compiled code between runs.
require('node:module').enableCompileCache?.();
require('../lib/index.js').run('${entry}');
`,
  );
}
const sandbox = join(root, 'src/sandbox/host');
if (existsSync(sandbox)) cpSync(sandbox, join(dist, 'lib/host'), { recursive: true });
