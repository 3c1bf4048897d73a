import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import '../unit/github/actions-modules';
import { openGithub } from '../../src/github/octokit';
import { REPOSITORY, node24 } from './caller';
import type { Fault, GithubApi } from './github-api';
import { secondaryRateLimit, startGithubApi } from './github-api';
import { webhook } from './github/webhooks';

/** An offline plan by dist/plan as a runner runs it, while GitHub has a bad day: the plan is never lost with its comment. */
const root = resolve(__dirname, '../..');
const TOKEN = 'ghs_0123456789abcdefTOKEN';
let api: GithubApi;
let folder: string;

beforeEach(async () => {
  api = await startGithubApi(TOKEN, REPOSITORY);
  api.model.git.run('branch', 'change');
  folder = mkdtempSync(join(tmpdir(), 'portsip-trouble-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

async function plan(...faults: Fault[]) {
  for (const fault of faults) api.fail(fault);
  const event = join(folder, 'event.json');
  const head = { sha: api.model.git.ref('heads/change') };
  writeFileSync(
    event,
    JSON.stringify(webhook('pull_request', 'opened', { number: 1, pull_request: { number: 1, head } })),
  );
  const file = (name: string) => {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  };
  const env = {
    PATH: process.env['PATH'],
    GITHUB_API_URL: api.url,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '1',
    'INPUT_CLUSTER-FILE': join(root, 'examples/cluster.yaml'),
    INPUT_LIVE: 'false',
    'INPUT_GITHUB-TOKEN': TOKEN,
  };
  const { exitCode, output } = await new Promise<{ exitCode: number; output: string }>((done) => {
    execFile(node24(), [join(root, 'dist/plan/index.js')], { cwd: folder, env }, (error, stdout, stderr) =>
      done({ exitCode: error ? 1 : 0, output: stdout + stderr }),
    );
  });
  const written = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as { changes: unknown[] };
  const warnings = output.split('\n').filter((line) => line.startsWith('::warning'));
  return { exitCode, warnings, changes: written.changes.length, comments: api.comments.length };
}

const whole = { exitCode: 0, changes: expect.any(Number) };
const once = { ...whole, comments: 1, warnings: [] };

test('a plan is commented', async () => {
  expect(await plan()).toEqual(once);
  expect(api.violations).toEqual([]);
});

test('a limit on writing is waited out, as long as GitHub says', async () => {
  expect(await plan({ request: /^POST .*comments/, times: 1, ...secondaryRateLimit(1) })).toEqual(once);
  expect(api.requests.filter((request) => /^POST .*comments/.test(request))).toHaveLength(2);
});

test('an outage of some seconds is waited out', async () => {
  expect(await plan({ request: /^GET .*comments/, times: 2, status: 502 })).toEqual(once);
});

test('a longer outage costs the comment, not the plan, and makes no second one', async () => {
  const { warnings, ...rest } = await plan({ request: /^POST .*comments/, status: 503 });
  expect(rest).toEqual({ ...whole, comments: 0 });
  expect(warnings).toEqual([expect.stringContaining('could not be written to the pull request')]);
  expect(api.requests.filter((request) => /^POST .*comments/.test(request))).toHaveLength(1);
});

test.each([
  [
    'may only read',
    403,
    'Resource not accessible by integration',
    /lacks a permission, or the pull request is from a fork/,
  ],
  ['is not valid', 401, 'Bad credentials', /Bad credentials/],
  ['sees no such pull request', 404, 'Not Found', /Not Found/],
  ['may not write to a locked conversation', 403, 'Unable to create comment because issue is locked.', /locked/],
])('a token that %s costs the comment, not the plan', async (_, status, message, why) => {
  const { warnings, ...rest } = await plan({ request: /comments$/, status, message });
  expect(rest).toEqual({ ...whole, comments: 0 });
  expect(warnings).toEqual([expect.stringMatching(why)]);
});

test('a run does not wait without end for a GitHub that does not answer', async () => {
  process.env['GITHUB_API_URL'] = api.url;
  const { octokit } = await openGithub(TOKEN, { sleep: () => Promise.resolve(), timeoutMs: 50 });
  api.fail({ silent: true, status: 0 });
  const asked = octokit.request(`GET ${api.url}/repos/acme/pbx`);
  await expect(asked).rejects.toThrow('GitHub did not answer within 0.05 s');
});
