import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** scripts/release.mjs in a repository of its own */
let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    stdio: 'pipe',
    encoding: 'utf8',
  });
const files = (version: string, changelog: string) => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'x');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
};
const release = (tag: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['release.mjs', tag, 'notes.md'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), faults: stderr.trim().split('\n') };
};
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-22\n\n### Added\n\n- More\n\n## [1.1.0]\n\n- Less\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-release-'));
  cpSync(resolve(__dirname, '../../../scripts/release.mjs'), join(folder, 'release.mjs'));
  git('init', '--quiet', '-b', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a tag that agrees with all is released with its part of the changelog, and v1 follows', () => {
  files('1.2.0', CHANGELOG);
  git('tag', 'v1.1.9');
  git('tag', 'v2.0.0');
  expect(release('v1.2.0')).toMatchObject({ status: 0, stdout: 'major=v1' });
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('### Added\n\n- More\n');
});

test('v1 stays where it is for a preview, and for a repair of an older release', () => {
  files('1.2.0', CHANGELOG);
  git('tag', 'v1.10.0');
  expect(release('v1.2.0')).toMatchObject({ status: 0, stdout: '' });
  files('1.11.0-rc.1', CHANGELOG.replace('[1.2.0]', '[1.11.0-rc.1]'));
  expect(release('v1.11.0-rc.1')).toMatchObject({ status: 0, stdout: '' });
});

test('a tag that does not agree is refused with all that is wrong', () => {
  files('1.2.0', '# Changelog\n\n## [Unreleased]\n\n- More\n');
  git('checkout', '--quiet', '-b', 'side');
  git('commit', '--quiet', '--allow-empty', '-m', 'not on main');
  expect(release('v1.3.0')).toEqual({
    status: 1,
    stdout: '',
    faults: [
      'package.json: version is 1.2.0, not 1.3.0',
      'CHANGELOG.md: there is nothing under "## [1.3.0]"',
      'v1.3.0: its commit is not on main',
    ],
  });
  expect(release('latest').faults[0]).toBe('latest: a release is called v1.2.3, or v1.2.3-rc.1');
});
