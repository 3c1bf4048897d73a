import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './actions-modules';
import { lastSuccess, LEFT_BEHIND, type Success } from '../../../src/github/last-success';

const env = {
  GITHUB_WORKFLOW_REF: 'acme/pbx/.github/workflows/fleet-deploy.yml@refs/heads/main',
  GITHUB_REF_NAME: 'main',
};
const here = process.cwd();
let dir: string;
/** Commits of main, the oldest one first */
let commits: string[];
let aside: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], {
    cwd: dir,
    encoding: 'utf8',
  }).trim();
const commit = (message = 'Change') => {
  git('commit', '--quiet', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD');
};

beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'portsip-last-')));
  git('init', '--quiet', '-b', 'main');
  commits = [commit(), commit(), commit()];
  git('checkout', '--quiet', '-b', 'aside', commits[0] ?? '');
  aside = commit('Aside');
  git('checkout', '--quiet', 'main');
  process.chdir(dir);
});
afterAll(() => {
  process.chdir(here);
  rmSync(dir, { recursive: true, force: true });
});

let asked: [string, string][];
/** The last one first; `waiting`: ids of runs in which a cluster waits */
function last(runs: (Partial<Success> | Error)[], waiting: number[] = [], given: NodeJS.ProcessEnv = env) {
  asked = [];
  return lastSuccess(
    () =>
      Promise.resolve({
        of: (workflow, branch) => {
          asked.push([workflow, branch]);
          const [error] = runs.filter((run) => run instanceof Error);
          if (error) return Promise.reject(error);
          return Promise.resolve(
            runs.map((run, index) => ({ id: index, event: 'push', commit: commits[1] ?? '', ...run })),
          );
        },
        has: (run, artifact) => Promise.resolve(artifact === LEFT_BEHIND && waiting.includes(run)),
      }),
    given,
  );
}

test('the commit of the last run that succeeded, of this workflow on this branch', async () => {
  expect(await last([{}, { commit: commits[0] ?? '' }])).toEqual({ isPullRequest: false, commit: commits[1] });
  expect(asked).toEqual([['fleet-deploy.yml', 'main']]);
});

test('what a person started may have been about some clusters, so it does not count', async () => {
  const runs = [{ event: 'workflow_dispatch', commit: commits[2] ?? '' }, { event: 'schedule' }];
  expect(await last(runs)).toEqual({ isPullRequest: false, commit: commits[1] });
});

test('a run that left a cluster behind does not count', async () => {
  const runs = [{}, { commit: commits[0] ?? '' }];
  expect(await last(runs, [0])).toEqual({ isPullRequest: false, commit: commits[0] });
  expect(await last(runs, [0, 1])).toEqual({
    isPullRequest: false,
    why: 'No run of fleet-deploy.yml on main has succeeded yet without leaving a cluster behind: all clusters count as changed',
  });
});

test.each([
  ['no run', () => last([]), /has succeeded yet/],
  ['a commit that main has left', () => last([{ commit: aside }]), /did not lead to this commit/],
  ['a commit that is not here', () => last([{ commit: 'd'.repeat(40) }]), /fetch-depth of 0/],
  ['a token that may not', () => last([new Error('Resource not accessible')]), /needs actions: read/],
  ['a run that knows no workflow', () => last([{}], [], {}), /does not know its workflow/],
])('%s: every cluster, and why', async (_, run, why) => {
  const { commit, why: said } = await run();
  expect(commit).toBeUndefined();
  expect(said).toMatch(why);
  expect(said).toMatch(/: all clusters count as changed$/);
});
