import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ClusterFile, Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import type { Caller, Event, Run } from './caller';
import { REPOSITORY, makeCaller, makeSuite, node24, runWorkflow } from './caller';
import type { GithubApi } from './github-api';
import { startGithubApi } from './github-api';

/**
 * The reusable workflows as a user has them: the example callers, dist/, Node 24, act; the cluster is the sandbox.
 * The tests are one story, each goes on where the one before ended.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';

let sandbox: Sandbox;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
/** Everything that unmasked runs printed, and every secret there ever was */
let printed = '';
const secrets = new Set([TOKEN]);
/** Of the registry's user; undefined: the repository has no such secret */
let registryToken: string | undefined;

beforeAll(async () => {
  sandbox = await startSandbox({ onlineDelayMs: 500 });
  api = await startGithubApi(TOKEN, REPOSITORY);
  // What is reviewed and what is not has tests of its own.
  caller = makeCaller(clusterFile(), { withoutReview: 'allow' });
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await sandbox.close();
});

afterEach(() => expect(api.violations).toEqual([]));

async function run(event: Event, options: { debug?: boolean; inputs?: Record<string, string> } = {}): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...given } = sandbox.env;
  const result = await runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...given, GITHUB_TOKEN: TOKEN, ...(registryToken && { PORTSIP_REGISTRY_TOKEN: registryToken }) },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
    // act's own debug output shows what it gives to a step: there it must mask, elsewhere the actions must.
    unmasked: !options.debug,
    ...options,
  });
  // act shows what a step puts out, a runner does not.
  remember(result.output.replace(/::set-output:: token=.*/g, ''));
  return result;
}

function remember(text: string): void {
  printed += text;
  for (const secret of sandbox.secrets) secrets.add(secret);
}

/** Queue and IVR servers do not tell their calls: they would get half a minute to end them. */
const clusterFile = (change: (file: ClusterFile) => void = () => {}): string =>
  sandbox.clusterFile((file) => {
    file['restart'] = { drain_timeout: '1s' };
    change(file);
  });
const runs = () => Object.fromEntries(sandbox.hosts().map((host) => [host.name, host.scriptRuns().length]));
const installations = (name: string) =>
  sandbox
    .host(name)
    .scriptRuns()
    .filter(({ verb }) => verb === 'run').length;
const portal = () => Object.values(sandbox.snapshot().servers).flatMap((servers) => servers.map(({ name }) => name));

test('the first merge builds the cluster of the guide from nothing', async () => {
  const { exitCode, jobs, output } = await run(caller.merge(clusterFile()));
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(jobs).toEqual(['Deploy/Deploy/Deploy']);
  expect(portal()).toEqual(
    expect.arrayContaining(['media-server-1', 'queue-server-1', 'meeting-server-1', 'vr-server-1']),
  );
  for (const { name, role } of sandbox.hosts())
    expect([name, role, sandbox.snapshot().hosts[name]?.containers.every(({ running }) => running)]).toEqual([
      name,
      role,
      true,
    ]);
});

test('the same merge again changes nothing and starts no script', async () => {
  const before = { snapshot: sandbox.snapshot(), runs: runs() };
  const { exitCode, changed } = await run(caller.merge(clusterFile()));
  expect(exitCode).toBe(0);
  expect(new Set(changed)).toEqual(new Set([false]));
  expect({ snapshot: sandbox.snapshot(), runs: runs() }).toEqual(before);
});

describe('a pull request that adds a media server', () => {
  test('gets a live plan as a comment, and changes nothing', async () => {
    await sandbox.addHost({
      name: 'media-server-2',
      role: 'media',
      address: '192.168.1.27',
      publicAddress: '104.101.137.61',
    });
    const before = sandbox.snapshot();
    const { exitCode, jobs, changed } = await run(caller.pullRequest(clusterFile()));
    expect(exitCode).toBe(0);
    expect(jobs).toEqual(['Plan/Plan/Validate', 'Plan/Plan/Plan']);
    expect(changed).toEqual([true, true]);
    expect(sandbox.snapshot()).toEqual(before);
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toContain('media-server-2');
    // It is drawn, but nothing happens to it.
    expect(api.comments[0]?.body).not.toContain('`dataflow-server-1`');
  });

  test('gets the comment updated in place by the next push', async () => {
    const file = clusterFile((cluster) => {
      const added = cluster.servers.find(({ name }) => name === 'media-server-2');
      if (added) added['max_call_sessions'] = 3000;
    });
    const { exitCode } = await run(caller.pullRequest(file));
    expect(exitCode).toBe(0);
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toContain('3000');
  });

  test('keeps its plan when the token may not comment', async () => {
    api.readOnly = true;
    const { exitCode, output } = await run(caller.pullRequest(clusterFile()));
    api.readOnly = false;
    expect(exitCode).toBe(0);
    expect(output).toMatch(/::warning::The plan could not be written to the pull request/);
  });

  test('is deployed by its merge: installed once, serving, the built-in servers still off', async () => {
    const { exitCode, output } = await run(caller.merge(clusterFile()));
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
    expect(installations('media-server-2')).toBe(1);
    const media = sandbox.snapshot().servers['media'] ?? [];
    expect(media.map(({ name, type, enabled }) => [name, type, enabled])).toEqual(
      expect.arrayContaining([
        ['media-server-1', 'EXTERNAL', true],
        ['media-server-2', 'EXTERNAL', true],
      ]),
    );
    expect(media.filter(({ type }) => type === 'INTERNAL').map(({ enabled }) => enabled)).toEqual([false]);
  });

  test('is merged again without a change', async () => {
    const before = { snapshot: sandbox.snapshot(), runs: runs() };
    // With all debug output that there is: the search for secrets below reads it, too.
    const { exitCode, changed } = await run(caller.merge(clusterFile()), { debug: true });
    expect(exitCode).toBe(0);
    expect(new Set(changed)).toEqual(new Set([false]));
    expect({ snapshot: sandbox.snapshot(), runs: runs() }).toEqual(before);
  });
});

test('a pull request from a fork is validated without secrets and never reaches the self-hosted runner', async () => {
  const [requests, comments] = [sandbox.pbx.requests.length, api.requests.length];
  const { exitCode, jobs } = await run(
    caller.pullRequest(
      clusterFile((file) => (file.image = 'portsip/pbx:23')),
      { fork: true },
    ),
  );
  expect(exitCode).toBe(0);
  expect(jobs).toEqual(['Plan/Plan/Validate']);
  expect([sandbox.pbx.requests.length, api.requests.length]).toEqual([requests, comments]);
});

test('a broken cluster file is annotated where it is wrong; nobody is asked', async () => {
  const requests = sandbox.pbx.requests.length;
  const broken = clusterFile().replace('192.168.1.22', '192.168.1.21').replace('role: ivr', 'role: ivvr');
  const { exitCode, jobs, output } = await run(caller.pullRequest(broken));
  expect(exitCode).not.toBe(0);
  expect(jobs).toEqual(['Plan/Plan/Validate']);
  const annotated = [...output.matchAll(/::error title=([a-z-]+),file=cluster\.yaml,line=(\d+),col=(\d+)::/g)];
  expect(annotated.length).toBeGreaterThanOrEqual(2);
  for (const [, , line] of annotated)
    expect(broken.split('\n')[Number(line) - 1]).toMatch(/192\.168\.1\.21|ivvr|name:/);
  expect(output).not.toMatch(/^\s+at .*\.js:\d+/m);
  expect(sandbox.pbx.requests.length).toBe(requests);
});

test('a host that is down fails the deploy, not the other servers; once it is up the next one carries on', async () => {
  await sandbox.addHost({ name: 'queue-server-2', role: 'queue', address: '192.168.1.28' });
  await sandbox.addHost({ name: 'meeting-server-2', role: 'meeting', address: '192.168.1.29' });
  sandbox.host('queue-server-2').faults.down();
  const failed = await run(caller.merge(clusterFile()));
  expect(failed.exitCode).not.toBe(0);
  expect(failed.output).toMatch(
    /::error title=host-unreachable,file=cluster\.yaml,line=\d+::.*queue-server-2.*cannot be reached/,
  );
  expect(failed.output).not.toMatch(/^\s+at .*\.js:\d+/m);
  expect(portal()).toContain('meeting-server-2');
  expect(portal()).not.toContain('queue-server-2');
  expect(installations('meeting-server-2')).toBe(1);

  sandbox.host('queue-server-2').faults.up();
  const { exitCode, output } = await run(caller.merge(clusterFile()));
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(portal()).toContain('queue-server-2');
  expect([installations('meeting-server-2'), installations('queue-server-2')]).toEqual([1, 1]);
});

test('a person restarts one server by hand', async () => {
  const before = runs();
  const { payload } = caller.merge(clusterFile());
  const event: Event = { name: 'workflow_dispatch', workflow: 'rolling-restart', payload };
  const inputs = { roles: 'all', servers: 'queue-server-2', reason: 'new certificate', force: 'false' };
  const { exitCode, output } = await run(event, { inputs });
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  const after = runs();
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['queue-server-2']);
});

test('with debug output an action prints no secret, neither to the log nor to a file', async () => {
  const job = makeJob();
  for (const action of ['plan', 'firewall', 'register-server', 'install-role', 'remove-server', 'rolling-restart']) {
    const { exitCode, stdout, files } = await job.step(action).ended;
    expect([action, exitCode, stdout]).toEqual([action, 0, expect.stringContaining('::debug::')]);
    // These lines are for the runner, which does not show them.
    remember(stdout.replace(/^::add-mask::.*$/gm, '') + files);
  }
  expect((await job.post('firewall').ended).exitCode).toBe(0);
  job.remove();
});

test('a cancelled job gives the lock back in its post step; the next one takes up its work', async () => {
  const locked = () => existsSync(sandbox.host('pbx').path('/var/lib/portsip-cluster/acme.lock'));
  await sandbox.addHost({ name: 'vr-server-2', role: 'ivr', address: '192.168.1.30' });
  expect(locked()).toBe(false);

  const cancelled = makeJob();
  for (const action of ['firewall', 'register-server']) expect((await cancelled.step(action).ended).exitCode).toBe(0);
  const install = cancelled.step('install-role');
  await install.prints('▶ role/vr-server-2');
  install.kill('SIGINT');
  install.kill('SIGKILL');
  await install.ended;
  expect(locked()).toBe(true);
  expect((await cancelled.post('install-role').ended).exitCode).toBe(0);
  expect(locked()).toBe(true);
  expect((await cancelled.post('firewall').ended).exitCode).toBe(0);
  expect(locked()).toBe(false);
  cancelled.remove();

  const { exitCode, output } = await run(caller.merge(clusterFile()));
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(installations('vr-server-2')).toBe(1);
});

test('hosts are signed in to a registry with the secret that the workflows pass on, by a plan and a merge', async () => {
  registryToken = 'dckr_pat_0123456789abcdef';
  const login = Buffer.from(`puller:${registryToken}`).toString('base64');
  secrets.add(registryToken).add(login);
  sandbox.guardRegistry('docker.io', [`puller:${registryToken}`]);
  const file = clusterFile((cluster) => (cluster['registry'] = { server: 'docker.io', username: 'puller' }));
  const before = runs();
  const planned = await run(caller.pullRequest(file));
  expect(planned.exitCode).toBe(0);
  expect(api.comments.at(-1)?.body).toContain('docker login --username puller --password-stdin docker.io');
  const { exitCode, output } = await run(caller.merge(file));
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(sandbox.host('media-server-1').read('/root/.docker/config.json')).toContain(login);
  expect(runs()).toEqual(before);
  const again = await run(caller.merge(file), { debug: true });
  expect([again.exitCode, new Set(again.changed)]).toEqual([0, new Set([false])]);
});

test('no secret of the cluster was printed in any of it', () => {
  expect(secrets.size).toBeGreaterThan(5);
  expect(printed.length).toBeGreaterThan(10_000);
  const text = printed + JSON.stringify(api.comments);
  expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
});

/** Steps of one job, run from dist/ as a runner runs them, with debug output and all files a step can write to. */
function makeJob() {
  const folder = mkdtempSync(join(tmpdir(), 'portsip-job-'));
  writeFileSync(join(folder, 'cluster.yaml'), clusterFile());
  const id = randomUUID();
  const environment: Record<string, string> = {};
  const states: Record<string, Record<string, string>> = {};
  const given = (name: string) => sandbox.env[`PORTSIP_${name}`] ?? '';
  const start = (action: string, state: Record<string, string>) => {
    const files = ['output', 'summary', 'state', 'env', 'path'].map((file) => join(folder, file));
    for (const file of files) writeFileSync(file, '');
    const [output = '', summary = '', stateFile = '', env = '', path = ''] = files;
    const child = spawn(node24(), [join(suite.dir, 'dist', action, 'index.js')], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        RUNNER_DEBUG: '1',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_RUN_ID: id,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_STATE: stateFile,
        GITHUB_ENV: env,
        GITHUB_PATH: path,
        'INPUT_PBX-USERNAME': given('PBX_USERNAME'),
        'INPUT_PBX-PASSWORD': given('PBX_PASSWORD'),
        'INPUT_PBX-FINGERPRINT': given('PBX_FINGERPRINT'),
        'INPUT_SSH-PRIVATE-KEY': given('SSH_PRIVATE_KEY'),
        'INPUT_SSH-KNOWN-HOSTS': given('SSH_KNOWN_HOSTS'),
        ...environment,
        ...Object.fromEntries(Object.entries(state).map(([key, value]) => [`STATE_${key}`, value])),
      },
    });
    let stdout = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    const ended = once(child, 'close').then(([code]: (number | null)[]) => {
      const written = files.map((file) => readFileSync(file, 'utf8')).join('\n');
      states[action] = { ...states[action], ...variables(readFileSync(stateFile, 'utf8')) };
      Object.assign(environment, variables(readFileSync(env, 'utf8')));
      return { exitCode: code, stdout, files: written };
    });
    return {
      ended,
      kill: (signal: NodeJS.Signals) => child.kill(signal),
      prints: async (text: string) => {
        while (!stdout.includes(text)) {
          if (child.exitCode !== null) throw new Error(`${action} ended without "${text}":\n${stdout}`);
          await setTimeout(20);
        }
      },
    };
  };
  return {
    step: (action: string) => start(action, {}),
    post: (action: string) => start(action, states[action] ?? {}),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a step wrote to one of the runner's files */
function variables(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(ghadelimiter_.+?)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
