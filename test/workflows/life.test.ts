import { existsSync } from 'node:fs';
import { realClock } from '../../src/clock';
import { ids, scripts, startBench, type Bench, type Edit } from '../sandbox/cluster';
import {
  REPOSITORY,
  makeCaller,
  makeSuite,
  runWorkflow,
  type Caller,
  type Event,
  type Run,
  type RunOptions,
} from './caller';
import { startGithubApi, type GithubApi } from './github-api';

/**
 * The life of the guide's seven machines after they were deployed, through the reusable workflows as a user has them. One
 * story: each test goes on where the one before ended, and each ends with an empty plan.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const UPGRADED = 'portsip/pbx:22.7';

let bench: Bench;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
/** What is merged by now */
let wanted: Edit = () => {};

beforeAll(async () => {
  bench = await startBench({ onlineDelayMs: 500, clock: realClock });
  const { failed, ok } = await bench.deploy((file) => (file['restart'] = { after_scale_out: 'none' }));
  expect({ failed, ok }).toEqual({ failed: [], ok: true });
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller(clusterFile(), { withoutReview: 'allow' });
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await bench.close();
});
afterEach(async () => {
  const { sandbox } = bench;
  expect(ids(await bench.plan(wanted))).toEqual([]);
  expect(sandbox.pbx.violations).toEqual([]);
  expect(api.violations).toEqual([]);
  expect(existsSync(sandbox.host('pbx').path('/var/lib/portsip-cluster/acme.lock'))).toBe(false);
});

/** As it is merged by now. Queue and IVR servers do not tell their calls: they would get half a minute to end them. */
const clusterFile = (edit: Edit = wanted): string =>
  bench.sandbox.clusterFile((file) => {
    edit(file);
    file['restart'] = { drain_timeout: '1s', ...(file['restart'] as object | undefined) };
  });

/** Merges `edit`, which stays. */
function merge(edit: Edit): Event {
  const before = wanted;
  wanted = (file) => {
    before(file);
    edit(file);
  };
  return caller.merge(clusterFile());
}

function dispatch(workflow: 'deploy' | 'rolling-restart', edit: Edit = wanted): Event {
  return { ...caller.merge(clusterFile(edit)), name: 'workflow_dispatch', workflow };
}

async function run(event: Event, options: Pick<RunOptions, 'inputs' | 'when'> = {}): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = bench.sandbox.env;
  return runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...secrets, GITHUB_TOKEN: TOKEN },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
    ...options,
  });
}

async function succeeds(event: Event, inputs?: Record<string, string>): Promise<Run> {
  const result = await run(event, inputs ? { inputs } : {});
  expect([result.exitCode, result.output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  return result;
}

/** The inputs of the example caller, as its form gives them */
const restart = (inputs: Record<string, string>) => ({
  roles: 'all',
  servers: '',
  pbx: 'false',
  force: 'false',
  ...inputs,
});
const queueServers = () => bench.sandbox.pbx.state.servers.queue.map(({ name, enabled }) => [name, enabled]);
const mediaServers = () => bench.sandbox.pbx.state.servers.media.map(({ name, enabled }) => [name, enabled]);
const since = (before: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(scripts(bench.sandbox)).flatMap(([name, verbs]) => {
      const fresh = verbs.slice(before[name]?.length ?? 0);
      return fresh.length > 0 ? [[name, fresh]] : [];
    }),
  );
const calls = () => {
  const { world } = bench.sandbox;
  return { cut: world.countCutCalls(), rejected: world.rejectedCalls };
};

test('a merge that adds two servers restarts what the guide says, and no caller notices', async () => {
  const { sandbox } = bench;
  await sandbox.addHost({ name: 'media-server-2', role: 'media', address: '192.168.1.27' });
  await sandbox.addHost({ name: 'queue-server-2', role: 'queue', address: '192.168.1.28' });
  const before = scripts(sandbox);
  const stop = sandbox.world.traffic({ roles: ['media', 'queue'], everyMs: 100, durationMs: 300 });
  const { summary } = await succeeds(merge(() => {}));
  stop();
  expect(since(before)).toEqual({
    pbx: ['restart'],
    'media-server-1': ['restart'],
    'media-server-2': ['run'],
    'queue-server-1': ['restart'],
    'queue-server-2': ['run'],
    'meeting-server-1': ['restart'],
    'vr-server-1': ['restart'],
  });
  // Queue servers do not tell how many calls they have, so what lasts longer than the drain timeout can be cut there.
  expect(calls()).toEqual({ cut: 0, rejected: 0 });
  expect(summary.match(/^#+ .*/gm)).toEqual([
    '## `acme`: 13 changes (8 to add, 5 to restart); 1 setting to change',
    expect.stringMatching(/^### 13 changes done in /),
  ]);
  expect(summary).toContain('**Nothing is left to do.**');
});

test('a merge that removes a server takes it away everywhere', async () => {
  const { sandbox } = bench;
  const before = scripts(sandbox);
  const { summary } = await succeeds(
    merge((file) => (file.servers = file.servers.filter(({ name }) => name !== 'queue-server-1'))),
  );
  expect(since(before)).toEqual({ pbx: ['restart'], 'queue-server-1': ['stop', 'rm'] });
  expect(queueServers()).toEqual([
    ['default', false],
    ['queue-server-2', true],
  ]);
  expect(sandbox.host('pbx').firewall().runtime['trusted']?.sources).not.toContain('192.168.1.22');
  expect(sandbox.pbx.state.ipFilters.map(({ cidr }) => cidr)).not.toContain('192.168.1.22/32');
  expect(summary).toContain('uninstall queue-server-1');
});

describe('an upgrade of all servers and the PBX while the maintenance window is closed', () => {
  const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][(new Date().getUTCDay() + 3) % 7] ?? 'sun';
  const edit: Edit = (file) => {
    file.image = UPGRADED;
    file.pbx['image'] = UPGRADED;
    file['restart'] = { window: { days: [day], from: '02:00', to: '03:00', timezone: 'UTC' } };
    for (const server of file.servers) if (server['name'] === 'media-server-1') server['max_call_sessions'] = 3000;
  };

  test('waits, while what disturbs nobody is done; force does the rest', async () => {
    const { sandbox } = bench;
    sandbox.publishImage(UPGRADED, '22.7.0');
    const before = scripts(sandbox);
    const waiting = await succeeds(merge(edit));
    expect(since(before)).toEqual({});
    expect(sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1')?.max_concurrency).toBe(3000);
    expect(waiting.summary).toMatch(/> \[!WARNING\]\n> The maintenance window .* is closed; it opens .* UTC/);
    expect(waiting.summary).toMatch(/^### 1 change done in .*, 8 left/m);
    expect(waiting.summary).toMatch(/^### Roles: 0 changes done, 8 wait for the maintenance window/m);
    expect(waiting.summary).toContain('or with force at any time');
    expect(waiting.output.match(/::warning title=window-closed::The maintenance window/g)).toHaveLength(1);

    const { summary } = await succeeds(dispatch('deploy'), { force: 'true' });
    expect(summary).toMatch(/^### 8 changes done in /m);
    for (const { name, containers } of Object.entries(sandbox.snapshot().hosts).map(([name, host]) => ({
      name,
      ...host,
    })))
      for (const { name: container, image } of containers)
        if (!/postgresql|clickhouse|database|webserver/.test(container + image))
          expect([name, container, image]).toEqual([name, container, UPGRADED]);
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
  });
});

test('a rotated IM token reaches the IM server, and no log', async () => {
  const { sandbox } = bench;
  const [old, before] = [sandbox.pbx.state.imToken ?? '', scripts(sandbox)];
  const { output, summary } = await succeeds(dispatch('deploy'), { 'rotate-im-token': 'true', force: 'true' });
  const token = sandbox.pbx.state.imToken ?? '';
  expect(token).not.toBe(old);
  expect(sandbox.host('im-server-1').container('portsip.instantmessage')?.args).toContain(token);
  expect(Object.keys(since(before))).toEqual(['im-server-1']);
  expect(summary).toMatch(/^### \d changes? done in /m);
  for (const secret of [old, token]) expect(output.replace(/::set-output:: token=.*/g, '')).not.toContain(secret);
});

describe('a restart by hand', () => {
  /** Long enough for a slow machine; nobody waits for it in the end. */
  const patient: Edit = (file) => {
    wanted(file);
    file['restart'] = { drain_timeout: '2m' };
  };
  const impatient: Edit = (file) => {
    wanted(file);
    file['restart'] = { drain_timeout: '1s' };
  };

  /** A restart goes by settings that a deploy has carried out. */
  const settle = async (edit: Edit) => expect((await bench.deploy(edit)).failed).toEqual([]);

  test('is refused while the window is closed, since nothing would do it later', async () => {
    const before = scripts(bench.sandbox);
    const inputs = restart({ roles: 'media', reason: 'new certificate' });
    const { exitCode, summary } = await run(dispatch('rolling-restart'), { inputs });
    expect(exitCode).not.toBe(0);
    expect(summary).toMatch(/^### Restarts: 0 changes done, 2 wait for the maintenance window/m);
    expect(summary).toContain('Run it again while the maintenance window is open, or with force');
    expect(since(before)).toEqual({});
  });

  test('waits for calls to end, and cuts and refuses none', async () => {
    await settle(patient);
    const { world } = bench.sandbox;
    const before = scripts(bench.sandbox);
    world.addCalls('media-server-2', 3);
    const stop = world.traffic({ everyMs: 100, durationMs: 200 });
    const inputs = restart({ roles: 'media', reason: 'new certificate' });
    const { exitCode, output, summary } = await run(dispatch('rolling-restart', patient), {
      inputs,
      when: {
        text: 'calls on media-server-2 to end',
        then: () => world.endCalls('media-server-2'),
      },
    });
    stop();
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
    expect(output).toMatch(/waiting for [3-9] calls on media-server-2 to end/);
    expect(since(before)).toEqual({ 'media-server-1': ['restart'], 'media-server-2': ['restart'] });
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
    expect(summary).toContain('Why: new certificate');
  });

  test('fails when calls never end, and says so; the server takes calls again', async () => {
    await settle(impatient);
    const { world } = bench.sandbox;
    const before = scripts(bench.sandbox);
    world.addCalls('media-server-2', 2);
    const inputs = restart({ servers: 'media-server-2', reason: 'new certificate' });
    const { exitCode, output, summary } = await run(dispatch('rolling-restart', impatient), { inputs });
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(
      /::error file=cluster\.yaml,line=\d+::restart media-server-2: media-server-2 still has 2 calls after 1 s/,
    );
    expect(summary).toContain('nothing was done to it and it takes calls again');
    expect(since(before)).toEqual({});
    expect(mediaServers()).toEqual([
      ['default', false],
      ['media-server-1', true],
      ['media-server-2', true],
    ]);
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
    world.endCalls('media-server-2');
  });

  test('that is cancelled while a server is drained puts it back in its post step', async () => {
    await settle(patient);
    const { world } = bench.sandbox;
    const before = scripts(bench.sandbox);
    world.addCalls('media-server-2', 2);
    const inputs = restart({ servers: 'media-server-2', reason: 'new certificate' });
    let drained: unknown;
    const { exitCode, output } = await run(dispatch('rolling-restart', patient), {
      inputs,
      when: {
        text: 'waiting for 2 calls on media-server-2',
        then: (cancelJob) => {
          drained = mediaServers();
          cancelJob();
        },
      },
    });
    expect(exitCode).not.toBe(0);
    expect(drained).toContainEqual(['media-server-2', false]);
    expect(mediaServers()).toContainEqual(['media-server-2', true]);
    expect(output).toMatch(/Run Post Restart[^]*media-server-2 takes calls again/);
    expect(since(before)).toEqual({});
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
    world.endCalls('media-server-2');
  });
});
