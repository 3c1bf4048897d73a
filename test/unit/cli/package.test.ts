import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a release has for `npm install --global`, installed from what is packed */
const root = resolve(__dirname, '../../..');
let folder: string;
let installed: string;
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(folder, 'bin/portsip-cluster'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), stderr };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-package-'));
  installed = join(folder, 'lib/node_modules/portsip-cluster');
  execFileSync(join(root, 'scripts/pack.sh'), [folder], { stdio: 'pipe' });
  // Offline: it needs no other package.
  const options = ['--global', '--offline', '--no-audit', '--no-fund', '--prefix', folder];
  execFileSync('npm', ['install', ...options, join(folder, 'portsip-cluster.tgz')], { stdio: 'pipe' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the command runs from any folder, without a warning', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(run('--version')).toEqual({ status: 0, stdout: version, stderr: '' });
  expect(run('validate', join(root, 'examples/cluster.yaml'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Valid. acme: 6 servers') as string,
    stderr: '',
  });
  expect(run('demo', '--help')).toMatchObject({ status: 0, stderr: '' });
});

test('nothing is in it but what runs', () => {
  expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json', 'schema']);
  expect(readdirSync(join(installed, 'dist')).sort()).toEqual(['cli', 'lib']);
  const about = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object;
  expect(about).toMatchObject({ name: 'portsip-cluster', bin: { 'portsip-cluster': 'dist/cli/index.js' } });
  expect(about).not.toHaveProperty('dependencies');
});
