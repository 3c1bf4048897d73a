import './actions-modules';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commitOf } from '../../../src/github/base';
import { baseOfRun } from '../../../src/github/base-of-run';
import { DEFAULT_FILES, discover, placeAt } from '../../../src/github/discover';
import { ClusterFileError, formatProblem } from '../../../src/cluster/types';

const here = process.cwd();
let dir: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], {
    cwd: dir,
    encoding: 'utf8',
  }).trim();

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function commit(): string {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'Change');
  return git('rev-parse', 'HEAD');
}

const pathOf = (name: string): string => `clusters/${name}/cluster.yaml`;

function cluster(name: string, host: number, more = ''): string {
  write(
    pathOf(name),
    `version: 1
name: ${name}
pbx: { private_ip: 192.168.${host}.20 }
servers:
  - { name: media-1, role: media, private_ip: 192.168.${host}.21, public_ip: 203.0.113.21 }
${more || 'image: portsip/pbx:22\n'}`,
  );
  return pathOf(name);
}

const find = (base?: string, globs: readonly string[] = DEFAULT_FILES) => discover(globs, base);
const changedSince = async (base?: string): Promise<string[]> =>
  (await find(base)).clusters.filter(({ changed }) => changed).map(({ cluster: { name } }) => name);
async function faults(base?: string): Promise<string[]> {
  try {
    await find(base);
    return [];
  } catch (error) {
    if (!(error instanceof ClusterFileError)) throw error;
    return error.problems.map(formatProblem);
  }
}

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'portsip-fleet-')));
  git('init', '--quiet', '-b', 'main');
  process.chdir(dir);
});
afterEach(() => {
  process.chdir(here);
  rmSync(dir, { recursive: true, force: true });
});

describe('the clusters of a repository', () => {
  test('are found by globs, those of the first wave first', async () => {
    cluster('site-10', 10);
    cluster('site-2', 2);
    cluster('later', 3, 'image: portsip/pbx:22\ndeploy: { wave: 2 }\n');
    write('clusters/site-2/other.yaml', 'not: one\n');
    write('clusters/a/b/cluster.yaml', 'not: one\n');
    commit();
    const names = async (...globs: string[]) =>
      (await find(undefined, globs)).clusters.map(({ cluster: { name } }) => name);
    expect(await names(...DEFAULT_FILES)).toEqual(['site-2', 'site-10', 'later']);
    expect(await names('clusters/*/cluster.yaml', '!clusters/site-*/cluster.yaml')).toEqual(['later']);
    expect(await names('clusters/site-1*/cluster.yaml')).toEqual(['site-10']);
  });

  test('are also those that are not committed yet, but none that git ignores and none that is deleted', async () => {
    cluster('acme', 1);
    cluster('gone', 2);
    commit();
    rmSync(join(dir, pathOf('gone')));
    cluster('new', 3);
    cluster('ignored', 4);
    write('.gitignore', 'clusters/ignored/\n');
    expect((await find()).clusters.map(({ file }) => file)).toEqual([pathOf('acme'), pathOf('new')]);
  });

  test('are told from where the command is run', async () => {
    cluster('acme', 1, 'extends: ../defaults.yaml\n');
    write('clusters/defaults.yaml', 'image: portsip/pbx:22\n');
    const base = commit();
    write('clusters/defaults.yaml', 'image: portsip/pbx:22.4\n');
    process.chdir(join(dir, 'clusters'));
    const { clusters } = await find(base, ['*/cluster.yaml']);
    expect(clusters.map(({ file, changed }) => [file, changed])).toEqual([['acme/cluster.yaml', true]]);
  });

  test('have all their faults told at once, one of a shared file once', async () => {
    cluster('acme', 1, 'extends: ../defaults.yaml\n');
    cluster('umbra', 2, 'extends: ../defaults.yaml\nshh: 1\n');
    cluster('twin', 1, 'image: portsip/pbx:22\n');
    write('clusters/defaults.yaml', 'image: portsip/pbx:22\nrestart: { max_unavailable: many }\n');
    symlinkSync('/etc/hostname', join(dir, 'cluster.yaml'));
    commit();
    expect(await faults()).toEqual([
      expect.stringMatching(/^cluster\.yaml:1:1: error: .*symbolic link/),
      expect.stringMatching(/^clusters\/defaults\.yaml:2:29: error: restart\.max_unavailable cannot be "many"/),
      expect.stringMatching(/^clusters\/umbra\/cluster\.yaml:7:1: error: the cluster file has no field "shh"/),
    ]);
  });

  test('are refused where two are one', async () => {
    cluster('acme', 1);
    cluster('twin', 1);
    commit();
    expect(await faults()).toEqual([
      expect.stringMatching(/^clusters\/twin\/cluster\.yaml:3:20: error: the address 192\.168\.1\.20 is in clusters/),
      expect.stringMatching(/^clusters\/twin\/cluster\.yaml:5:47: error: the address 192\.168\.1\.21 is in clusters/),
    ]);
  });

  test('are some', async () => {
    commit();
    await expect(find()).rejects.toThrow(
      'files: no file of this repository is clusters/*/cluster.yaml or cluster.yaml',
    );
    await expect(find(undefined, ['/etc/*.yaml'])).rejects.toThrow(/^git ls-files failed/);
  });
});

describe('a cluster is changed', () => {
  let base: string;
  beforeEach(() => {
    cluster('acme', 1);
    cluster('shared', 2, 'extends: ../defaults.yaml\n');
    write('clusters/defaults.yaml', 'image: portsip/pbx:22\n');
    write('README.md', 'Clusters\n');
    base = commit();
  });

  test('by its own file alone', async () => {
    expect(await changedSince(base)).toEqual([]);
    write('README.md', 'Our clusters\n');
    cluster('acme', 3);
    commit();
    expect(await changedSince(base)).toEqual(['acme']);
  });

  test('by what was taken back since, where that may have been deployed: a failed upgrade and its revert, also by merges', async () => {
    const throughout = async () =>
      (await discover(DEFAULT_FILES, base, { throughout: true })).clusters
        .filter(({ changed }) => changed)
        .map(({ cluster: { name } }) => name);
    expect(await throughout()).toEqual([]);
    const merge = (change: () => void) => {
      git('checkout', '--quiet', '-b', 'change');
      change();
      commit();
      git('checkout', '--quiet', 'main');
      git('merge', '--quiet', '--no-ff', '--no-edit', 'change');
      git('branch', '--quiet', '-D', 'change');
    };
    merge(() => write('clusters/defaults.yaml', 'image: portsip/pbx:22.7\n'));
    merge(() => write('clusters/defaults.yaml', 'image: portsip/pbx:22\n'));
    expect(await changedSince(base)).toEqual([]);
    expect(await throughout()).toEqual(['shared']);
    cluster('acme', 3);
    commit();
    cluster('acme', 1);
    expect(await throughout()).toEqual(['acme', 'shared']);
  });

  test('by the file that it extends', async () => {
    write('clusters/defaults.yaml', 'image: portsip/pbx:22.4\n');
    commit();
    expect(await changedSince(base)).toEqual(['shared']);
  });

  test('by the control scripts that it shares', async () => {
    const put = (last: string) => {
      for (const name of ['cluster_ctl.sh', 'pbx_ctl.sh'])
        write(`clusters/portsip/${name}`, `#!/bin/sh\ncase $1 in\nrun) ${last} ;;\nesac\n`);
    };
    put('echo run');
    write('clusters/defaults.yaml', 'image: portsip/pbx:22\nscripts: portsip\n');
    base = commit();
    put('echo other');
    commit();
    expect(await changedSince(base)).toEqual(['shared']);
  });

  test('when it is new, and when nobody knows what was before', async () => {
    cluster('new', 4);
    expect(await changedSince(base)).toEqual(['new']);
    expect(await changedSince()).toEqual(['acme', 'new', 'shared']);
  });

  test('or has left, of which nothing is removed', async () => {
    rmSync(join(dir, pathOf('acme')));
    commit();
    expect((await find(base)).left).toEqual([{ file: pathOf('acme'), name: 'acme' }]);
    git('mv', 'clusters/shared', 'clusters/moved');
    commit();
    expect((await find(base)).left).toEqual([
      { file: pathOf('acme'), name: 'acme' },
      { file: pathOf('shared'), name: 'shared', movedTo: 'clusters/moved/cluster.yaml' },
    ]);
  });
});

describe('a pull request', () => {
  const MINE = 'image: portsip/pbx:22\ndeploy: { runner: [self-hosted, site-a], environment: site-a }\n';
  const THEIRS = 'image: portsip/pbx:22\ndeploy: { runner: production, environment: production }\n';
  const placed = async (base: string) => {
    const [only] = (await find(base)).clusters;
    return placeAt(base, only!);
  };

  test('does not choose the runner and the environment of a cluster that there is', async () => {
    cluster('acme', 1, MINE);
    const base = commit();
    cluster('acme', 1, THEIRS);
    commit();
    expect(await placed(base)).toEqual({ runner: ['self-hosted', 'site-a'], environment: 'site-a', wave: 1 });
  });

  test('nor where the base says nothing, or nobody can read what it says', async () => {
    cluster('acme', 1);
    const silent = commit();
    write(pathOf('acme'), 'version: 1\n');
    const broken = commit();
    cluster('acme', 1, THEIRS);
    commit();
    expect(await placed(silent)).toBeUndefined();
    expect(await placed(broken)).toBe('unknown');
  });

  test('says it for a cluster that is new', async () => {
    const base = commit();
    cluster('acme', 1, THEIRS);
    expect(await placed(base)).toMatchObject({ runner: ['production'] });
  });
});

describe('what a run is compared with', () => {
  const event = (payload: object): string => {
    write('event.json', JSON.stringify(payload));
    return join(dir, 'event.json');
  };

  test('is what GitHub says of a push, a pull request and a merge group', async () => {
    const base = commit();
    commit();
    for (const [name, payload] of [
      ['push', { before: base }],
      ['pull_request', { pull_request: { base: { sha: base } } }],
      ['merge_group', { merge_group: { base_sha: base } }],
    ] as const)
      expect(await baseOfRun(undefined, { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: event(payload) })).toEqual({
        commit: base,
        isPullRequest: name === 'pull_request',
      });
  });

  test("is the first parent of GitHub's merge of a pull request", async () => {
    const base = commit();
    commit();
    const GITHUB_SHA = git('rev-parse', 'HEAD').toString().trim();
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA };
    expect(await baseOfRun(undefined, env)).toEqual({ commit: base, isPullRequest: true });
  });

  test('is what the input says', async () => {
    const first = commit();
    commit();
    expect(await baseOfRun(first, { GITHUB_EVENT_NAME: 'schedule' })).toEqual({ commit: first, isPullRequest: false });
  });

  test('is nothing on a new branch, by a schedule and where the checkout is too shallow, and why is told', async () => {
    commit();
    const zeros = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event({ before: '0'.repeat(40) }) };
    expect(await baseOfRun(undefined, zeros)).toMatchObject({ why: expect.stringContaining('(push)') as string });
    expect(await baseOfRun(undefined, { GITHUB_EVENT_NAME: 'schedule' })).not.toHaveProperty('commit');
    const away = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event({ before: 'a'.repeat(40) }) };
    expect((await baseOfRun(undefined, away)).why).toContain('cannot be read: all clusters count as changed');
    expect((await baseOfRun('--all', {})).why).toContain('--all, cannot be read');
    await expect(commitOf('--all', '--base')).rejects.toThrow('--base: "--all" is not a commit');
  });
});
