import './actions-modules';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atCommit, commitOf } from '../../../src/github/base';

const FILE = 'clusters/acme/cluster.yaml';
const OWN = `version: 1
extends: ../../defaults.yaml
name: acme
pbx: { private_ip: 192.168.1.20 }
servers: []
`;

const here = process.cwd();
let dir: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], { cwd: dir });
const commit = (texts: Record<string, string>) => {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Change');
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'portsip-base-'));
  git('init', '--quiet', '-b', 'main');
  process.chdir(dir);
});
afterEach(() => {
  process.chdir(here);
  rmSync(dir, { recursive: true, force: true });
});

test('a commit has the shared settings that it had then, whatever is checked out now', async () => {
  commit({ [FILE]: OWN, 'defaults.yaml': 'image: portsip/pbx:22.3\n' });
  commit({ 'defaults.yaml': 'image: portsip/pbx:22.4\n' });
  const images = await Promise.all(
    ['HEAD^1', 'HEAD'].map(async (ref) => (await atCommit(await commitOf(ref), FILE))?.cluster?.image),
  );
  expect(images).toEqual(['portsip/pbx:22.3', 'portsip/pbx:22.4']);
});

test('a commit without the shared file has a cluster file that cannot be used', async () => {
  commit({ [FILE]: OWN });
  writeFileSync(join(dir, 'defaults.yaml'), 'image: portsip/pbx:22.4\n');
  expect(await atCommit(await commitOf('HEAD'), FILE)).toMatchObject({
    problems: [{ file: FILE, line: 2, code: 'shared-unreadable' }, { code: 'no-servers' }],
  });
});

test('a commit without the cluster file has none', async () => {
  commit({ 'README.md': 'Nothing\n' });
  expect(await atCommit(await commitOf('HEAD'), FILE)).toBeUndefined();
  await expect(commitOf('--all')).rejects.toThrow('base-ref: "--all" is not a commit');
});

test('a file of a commit that is not in this checkout is not none', async () => {
  commit({ [FILE]: OWN, 'defaults.yaml': 'image: portsip/pbx:22.3\n' });
  const blob = String(git('rev-parse', `HEAD:${FILE}`)).trim();
  rmSync(join(dir, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  await expect(atCommit(await commitOf('HEAD'), FILE)).rejects.toThrow('cannot be read here');
});
