import { parseCluster } from '../../src/cluster/load';
import { realClock } from '../../src/clock';
import { ids, startBench, type Bench, type Edit } from '../sandbox/cluster';
import type { Caller, Run } from './caller';
import { REPOSITORY, makeCaller, makeSuite, runWorkflow } from './caller';
import type { GithubApi } from './github-api';
import { startGithubApi } from './github-api';

/** Drift and import as a user has them: the example callers, dist/, act. Each test goes on where the one before ended. */
const TOKEN = 'ghs_0123456789abcdefTOKEN';

let bench: Bench;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();

beforeAll(async () => {
  bench = await startBench({ clock: realClock });
  expect((await bench.deploy()).failed).toEqual([]);
  api = await startGithubApi(TOKEN, REPOSITORY, { pulls: {} });
  caller = makeCaller(bench.sandbox.clusterFile());
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await bench.close();
});
afterEach(() => expect(api.violations).toEqual([]));

async function run(workflow: 'drift' | 'import', inputs?: Record<string, string>): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = bench.sandbox.env;
  const name = workflow === 'drift' ? 'schedule' : 'workflow_dispatch';
  const { payload } = caller.merge(bench.sandbox.clusterFile());
  return runWorkflow(
    { name, workflow, payload },
    {
      caller,
      suite: suite.dir,
      secrets: { ...secrets, GITHUB_TOKEN: TOKEN },
      variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
      apiUrl: api.url,
      unmasked: true,
      ...(inputs && { inputs }),
    },
  );
}

const writes = (since: number) =>
  api.requests.slice(since).filter((request) => /^(POST|PATCH|PUT) \/repos/.test(request));
const entry = (role: 'media' | 'queue', name: string) => {
  const found = bench.sandbox.pbx.state.servers[role].find((server) => server.name === name);
  if (!found) throw new Error(`the portal has no ${name}`);
  return found;
};

describe('every morning', () => {
  const issue = () => {
    const [found] = api.model.issues;
    if (!found) throw new Error('no issue');
    return found;
  };

  beforeAll(() => {
    api.permissions = { contents: 'read', issues: 'write' };
  });

  test('a cluster that is as its file says gets no issue', async () => {
    const { exitCode, output, jobs, changed } = await run('drift');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
    expect([jobs, changed, api.model.issues]).toEqual([['Drift/Drift/Drift'], [false], []]);
  });

  test('what somebody did in the portal opens one', async () => {
    Object.assign(entry('media', 'media-server-1'), { max_concurrency: 4000 });
    const before = bench.sandbox.snapshot();
    const { exitCode, changed, summary } = await run('drift');
    expect([exitCode, changed]).toEqual([0, [true]]);
    expect(api.model.issues).toHaveLength(1);
    expect(issue()).toMatchObject({ state: 'open', title: 'acme has drifted from cluster.yaml' });
    expect(issue().body).toContain('max call sessions is 4000, should be 2000');
    expect(summary).toContain('4000');
    expect(bench.sandbox.snapshot()).toEqual(before);
  });

  test('and nobody hears of it again while it is the same', async () => {
    const since = api.requests.length;
    expect((await run('drift')).exitCode).toBe(0);
    expect(writes(since)).toEqual([]);
  });

  test('more of it is written into the issue, with a comment, a dead server that calls still go to included', async () => {
    Object.assign(entry('queue', 'queue-server-1'), { enabled: false });
    bench.sandbox.host('meeting-server-1').down();
    expect((await run('drift')).exitCode).toBe(0);
    expect(issue().body).toMatch(/queue-server-1[^]*`meeting-server-1` could not be looked at/);
    expect(api.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/New:\n\n- `meeting-server-1`: .* still gives calls to it[^\n]*\n- `queue-server-1`: /),
    ]);
    bench.sandbox.host('meeting-server-1').up();
  });

  test('a main server that does not answer fails the run and says nothing about drift', async () => {
    bench.sandbox.host('pbx').faults.refuseConnections = 'refuse';
    const since = api.requests.length;
    const { exitCode, output } = await run('drift');
    bench.sandbox.host('pbx').faults.refuseConnections = false;
    expect(exitCode).not.toBe(0);
    expect(output).toContain('The issue is left as it is: the main server does not answer');
    expect(writes(since)).toEqual([]);
  });

  test('the issue is closed once a deploy has put it right', async () => {
    await bench.deploy();
    expect((await run('drift')).changed).toEqual([false]);
    expect(issue()).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(api.comments.at(-1)?.body).toContain('The drift is gone');
  });

  test('drift that returns opens it again', async () => {
    Object.assign(entry('media', 'media-server-1'), { max_concurrency: 4000 });
    await run('drift');
    expect(api.model.issues).toHaveLength(1);
    expect(issue()).toMatchObject({ state: 'open', stateReason: 'reopened' });
    expect(api.comments.at(-1)?.body).toContain('The cluster drifted again');
    await bench.deploy();
  });

  test('without the permission the run says which one is missing', async () => {
    api.permissions = { contents: 'read' };
    const { exitCode, output } = await run('drift');
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/::error::GitHub: .*issues: write/);
    expect(output).not.toMatch(/^\s+at .*\.js:\d+/m);
  });
});

describe('a cluster that nobody has a file of', () => {
  const BRANCH = 'portsip-cluster/import-acme';
  const inputs = () => {
    const { cluster } = parseCluster(bench.sandbox.clusterFile(), 'cluster.yaml');
    const { user = '', host = '', port = 22 } = cluster?.ssh.jumpHost ?? {};
    const pbx = { 'pbx-address': cluster?.pbx.privateIp ?? '', 'pbx-api': cluster?.pbx.api ?? '' };
    const ssh = { 'ssh-user': 'pbx', 'ssh-jump-host': `${user}@${host}:${port}`, hosts: '' };
    return { ...pbx, ...ssh, 'cluster-name': 'acme', adopt: 'false' };
  };
  const pulls = () => api.model.issues.filter(({ pull }) => pull);
  const fileOn = (branch: string) => api.model.git.run('show', `${branch}:cluster.yaml`);

  beforeAll(() => {
    bench.sandbox.host('pbx').remove('/var/lib/portsip-cluster/acme.json');
    api.permissions = { contents: 'write', 'pull-requests': 'write' };
  });

  test('keeps the file on a branch when no pull request may be opened, and says what to do', async () => {
    api.actionsMayOpenPulls = false;
    const { exitCode, output } = await run('import', inputs());
    api.actionsMayOpenPulls = true;
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/::error::GitHub: the file is on the branch .*Allow GitHub Actions to create/);
    expect([pulls(), fileOn(BRANCH)]).toEqual([[], expect.stringContaining('Its plan is empty')]);
  });

  test('gets a pull request with a file whose plan is empty; the cluster is not touched', async () => {
    const before = bench.sandbox.snapshot();
    const { exitCode, output, changed } = await run('import', inputs());
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
    expect(changed).toEqual([false]);
    expect(pulls()).toEqual([
      expect.objectContaining({ title: 'Describe the cluster acme in cluster.yaml', state: 'open' }),
    ]);
    expect(pulls()[0]?.body).toContain('**Its plan is empty:**');
    expect(bench.sandbox.snapshot()).toEqual(before);
    expect(bench.sandbox.host('pbx').read('/var/lib/portsip-cluster/acme.json')).toBeUndefined();
    const { cluster } = parseCluster(fileOn(BRANCH), 'cluster.yaml');
    const names = (found: typeof cluster) => found?.servers.map(({ name, address }) => [name, address]);
    expect(names(cluster)).toEqual(names(parseCluster(bench.sandbox.clusterFile(), 'cluster.yaml').cluster));
  });

  test('again, it changes nothing on GitHub; after a change, the same pull request is updated', async () => {
    const since = api.requests.length;
    expect((await run('import', inputs())).exitCode).toBe(0);
    expect(writes(since)).toEqual([]);
    Object.assign(entry('media', 'media-server-1'), { max_concurrency: 4000 });
    expect((await run('import', { ...inputs(), adopt: 'true' })).exitCode).toBe(0);
    expect(pulls()).toHaveLength(1);
    expect(fileOn(BRANCH)).toContain('max_call_sessions: 4000');
    expect(pulls()[0]?.body).toContain('adopted into the record');
  });

  test('what was adopted is removed when it leaves the file', async () => {
    const without: Edit = (file) => (file.servers = file.servers.filter(({ name }) => name !== 'queue-server-1'));
    expect(ids(await bench.plan(without))).toContain('role/queue-server-1');
  });

  test('a file that is on the default branch is not overwritten, and nothing is written', async () => {
    api.model.git.commitFile('main', 'cluster.yaml', 'version: 1\n', 'Mine');
    const since = api.requests.length;
    const { exitCode, output } = await run('import', inputs());
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/::error::cluster\.yaml is on main already and is not overwritten/);
    expect(writes(since)).toEqual([]);
  });
});
