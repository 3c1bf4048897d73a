// Fails when dist/ is not, byte for byte, what a fresh build makes: users run dist/, reviewers read src/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const fresh = mkdtempSync(join(tmpdir(), 'portsip-cluster-dist-'));

const files = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    : [];

try {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), fresh], { stdio: 'inherit' });
  const committed = new Set(files(dist));
  const built = new Set(files(fresh));
  const wrong = [
    ...[...built].filter((file) => !committed.has(file)).map((file) => `missing: ${file}`),
    ...[...committed].filter((file) => !built.has(file)).map((file) => `left over: ${file}`),
    ...[...built]
      .filter((file) => committed.has(file) && !readFileSync(join(dist, file)).equals(readFileSync(join(fresh, file))))
      .map((file) => `differs: ${file}`),
  ];
  if (built.size === 0) wrong.push('the build made nothing');
  if (wrong.length > 0) {
    console.error(
      `dist/ is not what a fresh build makes; run "npm run build" and commit it.\n${wrong.sort().join('\n')}`,
    );
    process.exitCode = 1;
  } else {
    console.log(`dist/ is what a fresh build makes: ${built.size} files`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
