import '../github/actions-modules';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriftIssue } from '../../../src/github/drift-issue';
import type { Issues } from '../../../src/github/issues';
import type { Look } from '../../../src/plan/live-plan';
import type { Change } from '../../../src/stages/change';
import { deployed } from '../../../src/stages/deployed';
import { roleSetup } from '../changes';
import { plan } from '../render/plans';
import { GUIDE, guide } from '../stages/fixture';

/* The action, with a cluster and issues that are made up. */
const look = jest.fn<Promise<Look>, []>();
jest.mock('../../../src/plan/live-plan', () => ({ look: () => look() }));
const stored: (DriftIssue & { comments: string[]; labels: string[] })[] = [];
const issues: Issues = {
  find: (start) => Promise.resolve(stored.find(({ body }) => body.startsWith(start))),
  open: ({ body, labels }) => {
    stored.push({ number: 7, open: true, body, labels, comments: [] });
    return Promise.resolve(7);
  },
  edit: (_, { body, state }) => {
    const [issue] = stored;
    if (issue) Object.assign(issue, { body }, state && { open: state === 'open' });
    return Promise.resolve(issue !== undefined);
  },
  comment: (_, body) => Promise.resolve(void stored[0]?.comments.push(body)),
};
jest.mock('../../../src/github/issues', () => ({
  ...jest.requireActual<object>('../../../src/github/issues'),
  githubIssues: () => Promise.resolve(issues),
}));

const folder = mkdtempSync(join(tmpdir(), 'portsip-drift-'));
const environment = { ...process.env };
beforeEach(() => stored.splice(0));
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});
afterAll(() => rmSync(folder, { recursive: true }));

const INPUTS = {
  'ssh-private-key': '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----',
  'ssh-known-hosts': '192.168.1.20 ssh-ed25519 AAAA',
  'pbx-username': 'admin',
  'pbx-password': 'correct horse',
  'github-token': 'ghs_0123456789',
  labels: 'drift, on call',
};

async function run(inputs: Record<string, string> = {}) {
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '');
  writeFileSync(join(folder, 'cluster.yaml'), GUIDE);
  process.env = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_REPOSITORY: 'acme/pbx',
    GITHUB_RUN_ID: '9',
    GITHUB_WORKFLOW_REF: 'acme/pbx/.github/workflows/drift.yml@refs/heads/main',
    'INPUT_CLUSTER-FILE': join(folder, 'cluster.yaml'),
  };
  for (const [key, value] of Object.entries({ ...INPUTS, ...inputs }))
    process.env[`INPUT_${key.toUpperCase()}`] = value;
  let printed = '';
  jest.spyOn(process, 'on').mockReturnValue(process);
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => (printed += String(chunk)) !== '');
  const { main } = await import('../../../src/actions/drift');
  const exitCode = await main();
  return { exitCode, printed, outputs: readFileSync(join(folder, 'output'), 'utf8') };
}

const live = deployed(guide(), guide());
const seen = (changes: Change[] = [], main: object = {}): Look => ({
  live: { ...live, main: { ...live.main, ...main } },
  plan: plan(changes),
});
const drifted = roleSetup({ server: 'media-server-1', action: 'update', causes: [{ cause: 'stopped' }] });

test('opens an issue with its labels, stays silent, closes it: nobody is mailed for nothing', async () => {
  look.mockResolvedValue(seen([drifted]));
  const first = await run();
  expect([first.exitCode, stored.map(({ labels }) => labels)]).toEqual([0, [['drift', 'on call']]]);
  expect(first.outputs).toMatch(/changed<<\S+\ntrue\n[^]*issue<<\S+\n7\n/);
  expect(stored[0]?.body).toContain('(https://github.com/acme/pbx/actions/workflows/drift.yml)');

  const { body = '' } = stored[0] ?? {};
  await run();
  expect(stored).toEqual([expect.objectContaining({ body, comments: [], open: true })]);

  look.mockResolvedValue(seen());
  const last = await run();
  expect(stored).toEqual([expect.objectContaining({ open: false, comments: [expect.stringContaining('gone')] })]);
  expect(last.outputs).toMatch(/changed<<\S+\nfalse\n[^]*issue<<(\S+)\n\n\1/);
});

test('while a deploy is at work nothing is said about drift', async () => {
  look.mockResolvedValue(seen([drifted], { lock: '{"id":"run 7"}', lockIdleMs: 3000 }));
  const { exitCode, printed } = await run();
  expect([exitCode, stored]).toEqual([0, []]);
  expect(printed).toContain('a deploy is at work: run 7');
});

test('a main server that does not answer is no sign that drift is gone: the run fails, the issue stays', async () => {
  look.mockResolvedValue(seen([drifted]));
  await run();
  look.mockResolvedValue({ live: { ...live, main: { unreachable: 'no route' } }, plan: plan([]) });
  const { exitCode } = await run();
  expect([exitCode, stored.map(({ open, comments }) => [open, comments])]).toEqual([1, [[true, []]]]);
});

test('with dry-run no issue is written', async () => {
  look.mockResolvedValue(seen([drifted]));
  const { exitCode, printed } = await run({ 'dry-run': 'true', 'github-token': '' });
  expect([exitCode, stored]).toEqual([0, []]);
  expect(printed).toContain('media-server-1');
});

test('without a token it says which input is missing before anybody is asked', async () => {
  look.mockClear();
  await expect(run({ 'github-token': '' })).rejects.toThrow('github-token: missing');
  expect(look).not.toHaveBeenCalled();
});

test('with issue false nothing is written and no token is needed', async () => {
  look.mockResolvedValue(seen([drifted]));
  const { exitCode, outputs } = await run({ issue: 'false', 'github-token': '' });
  expect([exitCode, stored]).toEqual([0, []]);
  expect(outputs).toMatch(/changed<<\S+\ntrue\n/);
});
