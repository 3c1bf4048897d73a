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

describe('the release workflow', () => {
  const root = resolve(__dirname, '../../..');
  const text = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');

  test('a release is of the commit that was checked, whatever became of its tag', () => {
    const checkouts = text.split('uses: actions/checkout@').slice(1);
    expect(checkouts).toHaveLength(3);
    for (const checkout of checkouts) expect(checkout.split('- ')[0]).toContain('ref: ${{ github.sha }}');
    const steps = [...text.matchAll(/scripts\/release-tag\.sh|gh release create|--draft=false/g)].map(([step]) => step);
    const look = 'scripts/release-tag.sh';
    expect(steps).toEqual([look, 'gh release create', look, '--draft=false', look]);

    writeFileSync(join(folder, 'gh'), '#!/bin/sh\n[ "$2" = repos/acme/x/commits/tags/v1.2.0 ] && echo c0ffee\n', {
      mode: 0o755,
    });
    const env = { PATH: `${folder}:${process.env['PATH']}`, GITHUB_REPOSITORY: 'acme/x' };
    const script = join(root, 'scripts/release-tag.sh');
    expect(spawnSync(script, ['v1.2.0', 'c0ffee'], { env }).status).toBe(0);
    const moved = spawnSync(script, ['v1.2.0', 'beef'], { env, encoding: 'utf8' });
    expect([moved.status, moved.stderr]).toEqual([1, expect.stringContaining('nothing is released')]);
    expect(spawnSync(script, ['v9.9.9', 'c0ffee'], { env }).status).not.toBe(0);
  });

  test('every file of dist/ is attested', () => {
    expect(text).toMatch(/subject-path: \|\n(.*\n)*? +dist\/\*\*\/\*\n/);
  });
});

test('no tool of CI is installed by a script, or without its hash', () => {
  const root = resolve(__dirname, '../../..');
  const run = readFileSync(join(root, '.ci/run'), 'utf8');
  expect(run).toContain('export NPM_CONFIG_IGNORE_SCRIPTS=true');
  expect(run).not.toMatch(/npm (install|i) |ignore-scripts=false/);
  for (const install of run.match(/pip" install .*/g) ?? [])
    expect(install).toContain('--require-hashes --only-binary :all:');
  const lock = JSON.parse(readFileSync(join(root, '.ci/node/package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; hasInstallScript?: boolean }>;
  };
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(packages).toHaveLength(4);
  for (const [, { integrity, hasInstallScript }] of packages) {
    expect(integrity).toMatch(/^sha512-/);
    expect(hasInstallScript).toBeUndefined();
  }
});
