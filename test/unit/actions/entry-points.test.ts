import '../github/actions-modules';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deploy, DryRun, RunResult } from '../../../src/deploy/result';
import type { RunOptions, SessionConfig, StepConfig } from '../../../src/deploy/run';
import type { Wanted } from '../../../src/github/review';
import { reviewedOf } from '../../../src/plan/review';
import type { Found } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import { builtInOff, loadBalancerRestart, portalEntry, roleSetup, spec } from '../changes';
import { plan as planOf } from '../render/plans';

const runStages = jest.fn<Promise<RunResult>, [StepConfig, RunOptions]>();
const lookOnly = jest.fn<Promise<DryRun>, [SessionConfig, RunOptions]>();
const releaseHeld = jest.fn<Promise<string[]>, [SessionConfig]>();
jest.mock('../../../src/deploy/run', () => ({
  DEFAULT_OPTIONS: { servers: [], dryRun: false, rotate: [], force: false, gone: [], allowUndersized: false },
  runStages: (...given: [StepConfig, RunOptions]) => runStages(...given),
  lookOnly: (...given: [SessionConfig, RunOptions]) => lookOnly(...given),
  releaseHeld: (config: SessionConfig) => releaseHeld(config),
}));

const findReviewed = jest.fn<Promise<Found>, [unknown, Wanted]>();
const outdated = jest.fn<Promise<string | undefined>, [unknown, object]>();
jest.mock('../../../src/github/review', () => ({
  githubHistory: () => Promise.resolve({}),
  findReviewed: (...given: [unknown, Wanted]) => findReviewed(...given),
  outdated: (...given: [unknown, object]) => outdated(...given),
}));

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----';
const CREDENTIALS = {
  'ssh-private-key': KEY,
  'ssh-known-hosts': '192.168.1.20 ssh-ed25519 AAAA',
  'pbx-username': 'admin',
  'pbx-password': 'correct horse',
};
const CLUSTER = `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
ssh: { user: pbx }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21, public_ip: 104.101.137.60 }
`;
const change = roleSetup({ server: 'media-server-1', wanted: spec('media-server-1', { address: '192.168.1.21' }) });
/** What programs are told of it */
const told = {
  id: 'role/media-server-1',
  stage: 'install',
  action: 'create',
  server: 'media-server-1',
  reason: 'no media server runs on 192.168.1.21 yet',
  impact: 'none',
  needs: [],
  attributes: [],
  decides: expect.objectContaining({ kind: 'role', verbs: ['run'] }) as unknown,
};
const nothing = planOf([]);
const plan = planOf([change]);
const result = (changes: Partial<Deploy> = {}): Deploy => ({
  kind: 'deploy',
  plan,
  ok: true,
  done: [],
  failed: [],
  skipped: [],
  tokens: {},
  findings: [],
  ...changes,
});
const looked = (seen: Plan = plan): DryRun => ({
  kind: 'dry-run',
  plan: seen,
  ok: true,
  findings: [],
  seen: { all: seen, unasked: () => seen, leaving: [], atWork: () => [] },
});

/** A run that takes the lock */
const locking = (ran: RunResult) => (config: StepConfig, options: RunOptions) => {
  if (!options.dryRun) config.locks?.();
  return Promise.resolve(ran);
};

// One for all tests: @actions/core remembers where the summary is.
const folder = mkdtempSync(join(tmpdir(), 'portsip-cluster-test-'));
const FILES = ['output', 'state', 'summary', 'env'];
const environment = { ...process.env };

beforeEach(() => {
  writeFileSync(join(folder, 'cluster.yaml'), CLUSTER);
  runStages.mockReset().mockImplementation(locking(result()));
  lookOnly.mockReset().mockResolvedValue(looked());
  releaseHeld.mockReset().mockResolvedValue([]);
  outdated.mockReset().mockResolvedValue(undefined);
  jest.spyOn(process, 'on').mockReturnValue(process);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an action as the runner does: inputs and state in the environment, outputs and state in files. */
async function run(
  name: string,
  inputs: Record<string, string>,
  state: Record<string, string> = {},
  env: Record<string, string> = {},
) {
  const { error, ...rest } = await attempt(name, inputs, state, env);
  if (error) throw error as Error;
  return rest;
}

async function attempt(
  name: string,
  inputs: Record<string, string>,
  state: Record<string, string> = {},
  env: Record<string, string> = {},
) {
  for (const file of FILES) writeFileSync(join(folder, file), '');
  process.env = {
    PATH: environment['PATH'],
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_ENV: join(folder, 'env'),
    ...env,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/pbx',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SHA: 'c0ffee',
    RUNNER_NAME: 'runner-1',
    'INPUT_CLUSTER-FILE': join(folder, 'cluster.yaml'),
  };
  for (const [key, value] of Object.entries({ ...CREDENTIALS, ...inputs }))
    process.env[`INPUT_${key.toUpperCase()}`] = value;
  for (const [key, value] of Object.entries(state)) process.env[`STATE_${key}`] = value;
  const printed: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  const { main } = (await import(`../../../src/actions/${name}`)) as { main: () => Promise<number> };
  let exitCode: number | undefined;
  let error: unknown;
  try {
    exitCode = await main();
  } catch (thrown) {
    error = thrown;
  } finally {
    write.mockRestore();
  }
  return {
    exitCode,
    error,
    printed: printed.join(''),
    outputs: outputs(),
    state: read('state'),
    summary: read('summary'),
    env: read('env'),
  };
}

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
function outputs(): Record<string, string> {
  const found = read('output').matchAll(/^(.+?)<<(ghadelimiter_.+?)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name ?? '', value ?? '']));
}

test.each([
  ['firewall', {}, { stages: ['firewall'], servers: [] }],
  ['firewall', { servers: 'media' }, { servers: ['media'] }],
  ['register-server', { 'dry-run': 'true' }, { stages: ['register'], dryRun: true }],
  [
    'install-role',
    { 'im-token': 'tok_123456' },
    { stages: ['install'], imToken: 'tok_123456', allowUndersized: false },
  ],
  [
    'remove-server',
    { 'host-is-gone': 'media-server-9', force: 'true' },
    { stages: ['remove'], gone: ['media-server-9'], force: true },
  ],
  ['firewall', { 'host-is-gone': 'media-server-9' }, { gone: ['media-server-9'] }],
  ['register-server', { 'allow-undersized': 'true', force: 'true' }, { allowUndersized: true, force: true }],
  ['install-role', { 'dataflow-token-renewed': 'true' }, { stages: ['install'], rotate: ['dataflow'] }],
  ['rolling-restart', {}, { stages: ['restart'], servers: [], force: false }],
  [
    'rolling-restart',
    { servers: 'media-server-1', reason: 'new certificate' },
    { servers: [], restart: { roles: [], servers: ['media-server-1'], pbx: false, reason: 'new certificate' } },
  ],
  [
    'backup',
    { pbx: 'true', reason: 'before an upgrade' },
    {
      stages: ['backup'],
      servers: [],
      asDeployed: true,
      backup: { names: ['pbx'], reason: 'before an upgrade' },
    },
  ],
])('%s with %j asks for %j', async (name, inputs, options) => {
  expect((await run(name, inputs)).exitCode).toBe(0);
  expect(runStages).toHaveBeenCalledTimes(1);
  expect(runStages.mock.calls[0]?.[1]).toMatchObject(options);
});

test('a restart is only asked for when something is named', async () => {
  await run('rolling-restart', {});
  expect(runStages.mock.calls[0]?.[1].restart).toBeUndefined();
});

test('who runs is the same for all steps of a job, and nobody else, not even the same job of a matrix', async () => {
  const { env } = await run('firewall', {});
  const [, word = ''] = /^PORTSIP_CLUSTER_HOLDER<<.*\n([0-9a-f]{12})\n/m.exec(env) ?? [];
  await run('register-server', {}, {}, { PORTSIP_CLUSTER_HOLDER: word });
  await run('register-server', {});
  const [first, second, other] = runStages.mock.calls.map(([config]) => config.run);
  expect(first).toEqual({
    id: `https://github.com/acme/pbx/actions/runs/7/attempts/2 job 1, ${word}`,
    host: 'runner-1',
    url: 'https://github.com/acme/pbx/actions/runs/7',
    keepLock: true,
    commit: 'c0ffee',
  });
  expect(second).toEqual(first);
  expect(other?.id).not.toBe(first?.id);
});

test('what was done is put out', async () => {
  runStages.mockResolvedValue(result({ done: [{ change, elapsedMs: 21_000 }] }));
  const { exitCode, outputs: put, summary } = await run('install-role', {});
  expect(exitCode).toBe(0);
  expect(put['changed']).toBe('true');
  expect(JSON.parse(put['changes'] ?? '')).toEqual([told]);
  expect(summary).toContain('## `acme`: ');
});

describe('the summary of a job', () => {
  const window = {
    code: 'window-closed',
    severity: 'warning',
    message: 'The window is closed, 2 changes wait',
  } as const;
  const toldIn = (env: string) => /^PORTSIP_CLUSTER_TOLD<<.*\n(.*)\n/m.exec(env)?.[1] ?? '';
  const withWarning = () => planOf([change], [window]);

  test('begins with what there is to do, and tells each finding once', async () => {
    runStages.mockResolvedValue(result({ plan: withWarning(), done: [{ change, elapsedMs: 1000 }] }));
    const first = await run('firewall', {});
    expect(first.summary).toContain('## `acme`: 1 change (1 to add)');
    expect(first.summary).toContain('2 changes wait');
    expect(first.printed.match(/^::warning/gm)).toHaveLength(1);

    const warning = { ...window, message: 'The window is closed, 1 change waits' };
    runStages.mockResolvedValue(result({ plan: planOf([], [warning]) }));
    const env = { PORTSIP_CLUSTER_LOCKED: 'acme', PORTSIP_CLUSTER_TOLD: toldIn(first.env) };
    const second = await run('install-role', {}, {}, env);
    expect(second.summary).toBe('');
    expect(second.printed).not.toContain('::warning');
    expect(second.printed).toContain('Roles: nothing to do');
  });

  test('has what only a later step finds out', async () => {
    const blocked = {
      code: 'host-unreachable',
      severity: 'blocking',
      server: 'media-server-1',
      message: 'gone',
    } as const;
    runStages.mockResolvedValue(result({ ok: false, plan: planOf([], [blocked]) }));
    const { summary, printed, exitCode } = await run('install-role', {}, {}, { PORTSIP_CLUSTER_TOLD: 'acme' });
    expect(summary).toContain('gone');
    expect(printed).toContain('::error title=host-unreachable,file=');
    expect(printed).toMatch(/,line=7::media-server-1: gone$/m);
    expect(exitCode).toBe(1);
  });

  test('of a cluster that matches is one line', async () => {
    runStages.mockResolvedValue(result({ plan: nothing }));
    const { summary } = await run('firewall', {});
    expect(summary).toMatch(/^## `acme` matches `.*\n\n<sub>.*<\/sub>\n+$/);
  });
});

describe('a secret that Markdown would escape', () => {
  const secret = 'Tr0ub4dor&3*_x@1';
  const message = `sudo: ${secret} is not the password`;
  const finding = { code: 'echoed', severity: 'warning', server: 'media-server-1', message } as const;
  const inputs = { 'sudo-password': secret };
  /** Whatever became of it on its way */
  const trace = /Tr0ub4dor/;

  test('is not in the summary of a step, nor in its outputs', async () => {
    const failed = [{ change, message }];
    runStages.mockResolvedValue(result({ ok: false, plan: planOf([change], [finding]), failed, findings: [finding] }));
    const { summary, outputs: put, printed } = await run('install-role', inputs);
    expect(summary).toContain('is not the password');
    expect(summary).not.toMatch(trace);
    expect(Object.values(put).join('\n')).not.toMatch(trace);
    expect(printed.replaceAll(`::add-mask::${secret}`, '')).not.toMatch(trace);
  });

  test('is not in a plan, whoever reads it', async () => {
    lookOnly.mockResolvedValue(looked(planOf([change], [finding])));
    const files = { 'plan-file': join(folder, 'plan.json'), 'markdown-file': join(folder, 'plan.md') };
    const { summary } = await run('plan', { ...inputs, ...files });
    for (const text of [summary, read('plan.md'), read('plan.json')]) {
      expect(text).toContain('is not the password');
      expect(text).not.toMatch(trace);
    }
  });

  test('is not in what keeps a deploy from going on', async () => {
    findReviewed.mockResolvedValue({ kind: 'none', why: message });
    const { summary, printed } = await run('review', { ...inputs, 'github-token': 'ghs_0123456789' });
    expect(summary).not.toMatch(trace);
    expect(printed.replaceAll(`::add-mask::${secret}`, '')).not.toMatch(trace);
  });
});

test('a secret that is too short to be masked is refused', async () => {
  const { error, printed } = await attempt('firewall', { 'sudo-password': 'pbx1' });
  expect(error).toMatchObject({
    message: expect.stringContaining('sudo-password: has fewer than 6 characters') as string,
  });
  expect(printed).not.toContain('pbx1');
});

test('a failed change fails the step and is an annotation', async () => {
  runStages.mockResolvedValue(result({ ok: false, failed: [{ change, message: 'exit code 2\n::warning::injected' }] }));
  const { exitCode, printed } = await run('install-role', {});
  expect(exitCode).toBe(1);
  expect(printed).toMatch(/^::error file=.*,line=7::install media-server-1: exit code 2%0A: :warning::injected$/m);
});

test.each([
  ['Built-in servers', [builtInOff({ role: 'media' })]],
  ['Portal', [builtInOff({ role: 'media' }), portalEntry()]],
])('registering is called %s by what it does', async (title, changes) => {
  const done = changes.map((one) => ({ change: one, elapsedMs: 100 }));
  runStages.mockResolvedValue(result({ plan: planOf(changes), done }));
  expect((await run('register-server', {})).printed).toContain(`${title}: ${done.length} change`);
});

test('a token is masked before it is put out', async () => {
  writeFileSync(
    join(folder, 'cluster.yaml'),
    `${CLUSTER}  - { name: im-1, role: im, private_ip: 192.168.1.25, chat_files: /chat }\n`,
  );
  runStages.mockResolvedValue(result({ tokens: { im: 'tok_abcdef' } }));
  const { printed, outputs: put } = await run('issue-token', { rotate: 'true' });
  expect(runStages.mock.calls[0]?.[1]).toMatchObject({ stages: ['token'], servers: ['im'], rotate: ['im'] });
  expect(printed).toContain('::add-mask::tok_abcdef');
  expect(put['token']).toBe('tok_abcdef');
});

test('a cluster without an IM server needs no token, nobody is asked', async () => {
  const { exitCode, outputs: put } = await run('issue-token', {});
  expect(exitCode).toBe(0);
  expect(put['changed']).toBe('false');
  expect(runStages).not.toHaveBeenCalled();
});

test('secrets of the environment are masked before the first line, and used', async () => {
  const inputs = { 'ssh-private-key': '', 'pbx-password': '' };
  const env = { PORTSIP_SSH_PRIVATE_KEY: KEY, PORTSIP_PBX_PASSWORD: 'battery staple', PORTSIP_REVIEW_KEY: 'sesame!' };
  const { printed } = await run('firewall', inputs, {}, env);
  expect(runStages.mock.calls[0]?.[0].credentials).toMatchObject({
    pbxUsername: 'admin',
    pbxPassword: 'battery staple',
    sshPrivateKey: `${KEY}\n`,
  });
  const lines = printed.trim().split(/\n/);
  const masks = lines.filter((line) => line.startsWith('::add-mask::'));
  expect(lines.slice(0, masks.length)).toEqual(masks);
  for (const secret of ['battery staple', 'sesame!', 'b3BlbnNzaC1rZXktdjEAAAAA'])
    expect(masks).toContain(`::add-mask::${secret}`);
});

test('everything that is wrong is told before anything is done', async () => {
  const { error } = await attempt('firewall', { servers: 'media-server-7', concurrency: '1001', 'pbx-password': '' });
  expect(error).toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(/pbx-password:[^]*concurrency:[^]*servers: .*media-server-7/),
  });
  expect(runStages).not.toHaveBeenCalled();
});

describe('the post step', () => {
  test('of the first step gives the lock back, when all other steps are over', async () => {
    const first = await run('firewall', {});
    expect(first.state).toMatch(/started[^]*in-charge/);
    expect(first.env).toMatch(/^PORTSIP_CLUSTER_LOCKED<<.*\nacme\n/m);
    await run('firewall', {}, { started: 'true', 'in-charge': 'true' });
    expect(releaseHeld).toHaveBeenCalledTimes(1);
    expect(runStages).toHaveBeenCalledTimes(1);
  });

  test('of a step that asked nobody gives nothing back; the first one that takes the lock does', async () => {
    runStages.mockResolvedValue(result({ plan: nothing }));
    const idle = await run('firewall', {});
    expect(idle.state).toContain('journal');
    expect(idle.state).not.toContain('in-charge');
    expect(idle.env).not.toContain('PORTSIP_CLUSTER_LOCKED');
    await run('firewall', {}, { started: 'true', journal: 'none' });
    expect(releaseHeld).not.toHaveBeenCalled();

    runStages.mockImplementation(locking(result()));
    const working = await run('install-role', {}, {}, { PORTSIP_CLUSTER_BEGUN: 'acme' });
    expect(working.state).toContain('in-charge');
    expect(working.state).not.toContain('journal');
  });

  test('of a step that gave the lock back at once has nothing to give back', async () => {
    runStages.mockImplementation((config, options) => {
      config.locks?.();
      config.unlocks?.();
      return locking(result({ plan: nothing }))(config, { ...options, dryRun: true });
    });
    const { state, env } = await run('firewall', {});
    expect(state).toMatch(/in-charge<<.*\n\n[^\n]*\n$/);
    expect(env).toMatch(/PORTSIP_CLUSTER_LOCKED<<.*\n\n/);
    await run('firewall', {}, { started: 'true', 'in-charge': '', journal: 'none' });
    expect(releaseHeld).not.toHaveBeenCalled();
  });

  test('of a later step has nothing to give back', async () => {
    const { state, env } = await run('install-role', {}, {}, { PORTSIP_CLUSTER_LOCKED: 'acme' });
    expect(state).not.toContain('in-charge');
    expect(env).not.toContain('PORTSIP_CLUSTER_LOCKED');
    await run('install-role', {}, { started: 'true' });
    expect(releaseHeld).not.toHaveBeenCalled();
  });

  test('has nothing to do after a dry run', async () => {
    expect((await run('firewall', { 'dry-run': 'true' })).state).not.toContain('in-charge');
  });

  test('says who is still out of calls, in the summary', async () => {
    releaseHeld.mockResolvedValue(['media-server-1']);
    const { summary } = await run('firewall', {}, { started: 'true', 'in-charge': 'true' });
    expect(summary).toContain('> Out of calls: `media-server-1`. This run took it out and has not given it back.');
  });

  test("does not hide the step's own failure behind one of its own", async () => {
    releaseHeld.mockRejectedValue(new Error('unreachable'));
    const { exitCode, printed } = await run('firewall', {}, { started: 'true', 'in-charge': 'true' });
    expect(exitCode).toBe(0);
    expect(printed).not.toContain('::error');
    expect(printed).toContain('unreachable');
  });
});

describe('the summary of a job ends with', () => {
  test('what all its steps did, written by the step that began it', async () => {
    const env = { RUNNER_TEMP: folder };
    runStages.mockResolvedValue(result({ done: [{ change, elapsedMs: 21_000 }] }));
    const first = await run('firewall', {}, {}, env);
    const journal = /^journal<<.*\n(.*)\n/m.exec(first.state)?.[1] ?? '';
    const left = loadBalancerRestart();
    const failed = [{ change: left, message: 'exit code 2' }];
    runStages.mockResolvedValue(result({ plan: planOf([left]), failed, ok: false }));
    const told = {
      ...env,
      PORTSIP_CLUSTER_LOCKED: 'acme',
      PORTSIP_CLUSTER_TOLD: 'acme',
      PORTSIP_CLUSTER_JOURNAL: journal,
    };
    await run('rolling-restart', {}, {}, told);
    const { summary } = await run('firewall', {}, { started: 'true', 'in-charge': 'true', journal }, told);
    expect(summary).toContain('### 1 change done in 21s, 1 left');
    expect(summary).toContain('| restart the resource load balancer | failed: exit code 2 |');
    expect(summary).toContain('https://192.168.1.20:8887');
    expect(releaseHeld).toHaveBeenCalledTimes(1);
  });
});

describe('review', () => {
  const env = { GITHUB_REF_NAME: 'main', GITHUB_WORKFLOW_REF: 'acme/pbx/.github/workflows/deploy.yml@refs/heads/main' };
  const DIGEST = `sha256:${'1'.repeat(64)}`;
  const now = () => looked({ ...plan, digest: DIGEST });
  const review = (inputs: Record<string, string> = {}) =>
    run('review', { 'github-token': 'ghs_0123456789', ...inputs }, {}, { ...env, RUNNER_TEMP: folder });
  beforeEach(() => {
    lookOnly.mockResolvedValue(now());
    findReviewed.mockReset().mockResolvedValue({ kind: 'none', why: 'It was pushed without a pull request.' });
  });

  test('looks only, for what is merged to the branch, with the key where there is one', async () => {
    await review({ 'review-key': 'sesame sesame' });
    expect(lookOnly).toHaveBeenCalledTimes(1);
    expect(runStages).not.toHaveBeenCalled();
    expect(findReviewed.mock.calls[0]?.[1]).toEqual({
      repository: 'acme/pbx',
      branch: 'main',
      cluster: 'acme',
      file: join(folder, 'cluster.yaml'),
      author: 'github-actions[bot]',
      key: 'sesame sesame',
    });
  });

  test('stops with the difference and the command that approves it', async () => {
    const { exitCode, outputs: put, printed, summary } = await review();
    expect(exitCode).toBe(1);
    expect(put['reviewed-plan']).toBeUndefined();
    expect(printed).toMatch(
      /^::error title=Not reviewed,file=.*::It was pushed without a pull request\..*(set up|install) media-server-1/m,
    );
    for (const text of [printed, summary])
      expect(text).toContain(`gh workflow run deploy.yml --repo acme/pbx --ref main -f approve=${DIGEST}`);
  });

  test('goes on with the digest that was approved, and hands on what may be done', async () => {
    const { exitCode, outputs: put } = await review({ approve: DIGEST });
    expect(exitCode).toBe(0);
    expect(findReviewed).not.toHaveBeenCalled();
    await run('install-role', { 'reviewed-plan': put['reviewed-plan'] ?? '' });
    const { reviewed } = runStages.mock.calls.at(-1)?.[1] ?? {};
    expect(reviewed?.digest).toBe(DIGEST);
    expect(reviewed?.changes).toEqual(reviewedOf(plan).changes);
  });

  test.each([{ approve: DIGEST }, { 'without-review': 'allow' }, {}])(
    'stops at an old commit that is run again, whoever approved it (%j)',
    async (inputs) => {
      outdated.mockResolvedValue('cluster.yaml is not what main says now.');
      const { exitCode, printed, outputs: put } = await review(inputs);
      expect([exitCode, put['reviewed-plan']]).toEqual([1, undefined]);
      expect(printed).toContain('::cluster.yaml is not what main says now. Nothing was done.');
      expect(findReviewed).not.toHaveBeenCalled();
      expect(outdated.mock.calls[0]?.[1]).toEqual({
        branch: 'main',
        file: join(folder, 'cluster.yaml'),
        text: CLUSTER,
      });
    },
  );

  test('does not go on with what was approved where nobody says what the branch has now', async () => {
    outdated.mockRejectedValue(new Error('502'));
    expect((await review({ approve: DIGEST })).exitCode).toBe(1);
  });

  test('asks for all that came since the last deploy', async () => {
    const seen = now();
    lookOnly.mockResolvedValue({ ...seen, seen: { ...seen.seen, deployedCommit: 'c0ffee'.padEnd(40, '0') } });
    await review();
    expect(findReviewed.mock.calls[0]?.[1]).toMatchObject({ since: 'c0ffee'.padEnd(40, '0') });
  });

  test('may be told to go on without a review', async () => {
    const { exitCode, outputs: put } = await review({ 'without-review': 'allow' });
    expect([exitCode, put['reviewed-plan']]).toEqual([0, '']);
  });

  test('only says what it would do in a dry run', async () => {
    const { exitCode, printed } = await review({ 'dry-run': 'true' });
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^::warning title=Not reviewed/m);
  });

  test('asks nobody when there is nothing to do', async () => {
    lookOnly.mockResolvedValue(looked(nothing));
    expect((await review()).exitCode).toBe(0);
    expect(findReviewed).not.toHaveBeenCalled();
  });

  test('stops when GitHub does not answer, and says what the token needs', async () => {
    findReviewed.mockRejectedValue(new Error('Resource not accessible by integration'));
    const { exitCode, printed } = await review();
    expect(exitCode).toBe(1);
    expect(printed).toContain('needs contents: read and pull-requests: read');
    const allowed = await review({ 'without-review': 'allow' });
    expect(allowed.exitCode).toBe(0);
    expect(allowed.printed).toMatch(/^::warning::GitHub does not say what was reviewed/m);
  });

  test('wants a whole digest, and a file of its own', async () => {
    const { error } = await attempt('review', { approve: 'sha256:1234' });
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringContaining('approve:') as string });
    const other = await attempt('firewall', { 'reviewed-plan': join(folder, 'cluster.yaml') });
    expect(other.error).toMatchObject({ message: expect.stringContaining('reviewed-plan:') as string });
  });
});

describe('plan', () => {
  test('a live plan is put out, written and summed up', async () => {
    const files = { 'plan-file': join(folder, 'plan.json'), 'markdown-file': join(folder, 'plan.md') };
    const { exitCode, outputs: put, summary } = await run('plan', files);
    expect(exitCode).toBe(0);
    expect(lookOnly).toHaveBeenCalledTimes(1);
    expect(runStages).not.toHaveBeenCalled();
    expect(put).toMatchObject({ changed: 'true', 'plan-digest': plan.digest, 'plan-file': files['plan-file'] });
    expect(put).toMatchObject({ 'to-add': '1', 'to-change': '0', 'to-restart': '0', 'to-remove': '0' });
    expect(JSON.parse(read('plan.json'))).toEqual({ ...plan, changes: [told] });
    expect(read('plan.md').trim()).toBe(summary.trim());
  });

  test.each([
    [{ 'plan-file': 'cluster.yaml' }, 'plan-file: .* is the cluster-file, which would be overwritten'],
    [{ 'markdown-file': 'plan.json', 'plan-file': 'plan.json' }, 'markdown-file: .* is the plan-file'],
    [{ 'markdown-file': 'base.yaml', 'base-cluster-file': 'base.yaml' }, 'markdown-file: .* is the base-cluster-file'],
  ])('writes over none of its files: %j', async (files, words) => {
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, path]) => [name, join(folder, path ?? '')]));
    const { error } = await attempt('plan', inFolder);
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringMatching(words) as string });
    expect(lookOnly).not.toHaveBeenCalled();
    expect(read('cluster.yaml')).toBe(CLUSTER);
  });

  test('writes nothing through a link of the checkout', async () => {
    symlinkSync('elsewhere', join(folder, 'link.json'));
    jest.spyOn(process, 'cwd').mockReturnValue(folder);
    const { error } = await attempt('plan', { 'plan-file': join(folder, 'link.json') });
    expect(error).toMatchObject({ message: expect.stringMatching(/^plan-file: .* it is a symbolic link/) as string });
    expect(read('cluster.yaml')).toBe(CLUSTER);
  });

  test('an offline plan compares with another file and asks nobody', async () => {
    writeFileSync(join(folder, 'base.yaml'), CLUSTER.replace('media-server-1', 'media-server-0').replace('.21', '.31'));
    const { outputs: put } = await run('plan', {
      live: 'false',
      'base-cluster-file': join(folder, 'base.yaml'),
      'plan-file': join(folder, 'plan.json'),
      'markdown-file': join(folder, 'plan.md'),
    });
    expect(lookOnly).not.toHaveBeenCalled();
    const ids = (JSON.parse(put['changes'] ?? '[]') as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['server/media-server-1', 'role/media-server-1']));
  });
});
