import { readHistory } from '../../src/deploy/history';
import { readStatus } from '../../src/status/read';
import { renderStatus } from '../../src/cli/status';
import { healthOf } from '../../src/status/health';
import { acquireLock, releaseLock } from '../../src/host/files';
import { closeSession, openSession } from '../../src/stages/open-session';
import { startBench, type Bench } from './cluster';

/* The cluster at a glance on a bad day: it tells what there is to be told, whatever is down. */
jest.setTimeout(180_000);

let bench: Bench;
const look = () =>
  readStatus(
    bench.config(() => {}, { id: 'status', host: 'terminal' }),
    [],
  );

beforeAll(async () => {
  bench = await startBench();
  const deployed = await bench.deploy(
    (file) => (file.servers = file.servers.filter(({ role }) => role !== 'dataflow')),
  );
  expect(deployed.failed).toEqual([]);
});
afterAll(() => bench.close());

test('calls, what a server takes, and what is not there yet', async () => {
  bench.sandbox.world.addCalls('media-server-1', 3, 600_000);
  const report = await look();
  expect(report.calls).toBe(3);
  const states = Object.fromEntries(report.servers.map(({ name, state }) => [name, state]));
  expect(states).toMatchObject({
    'media-server-1': 'online',
    'im-server-1': 'running',
    'dataflow-server-1': 'not-installed',
  });
  expect(report.servers[0]).toMatchObject({ calls: 3, capacity: 2000 });
  expect(renderStatus(report, { color: false })).toContain('PBX 22.6.3, 3 calls now');
});

test('a cluster of which a server is not installed is not healthy, and of the rest nothing is said', async () => {
  expect(healthOf(await look())).toEqual({
    healthy: false,
    reasons: [{ is: 'bad', why: 'server', server: 'dataflow-server-1', state: 'not-installed' }],
  });
});

test('who holds the lock, and nobody once it is given back', async () => {
  const session = openSession(bench.config(() => {}, { id: 'status', host: 'terminal' }));
  const main = session.hosts.host(session.cluster.pbx.machine);
  const holder = { id: 'https://github.com/acme/pbx/actions/runs/7', host: 'runner-1' };
  await acquireLock(main, 'acme', holder, { staleAfterMs: 120_000 });
  expect((await look()).lock).toMatch(/^https:\/\/github\.com\/acme\/pbx\/actions\/runs\/7 on runner-1/);
  await releaseLock(main, 'acme', holder.id);
  expect(await look()).not.toHaveProperty('lock');
  await closeSession(session);
});

test('what the runs did that changed it', async () => {
  const config = bench.config(() => {}, { id: 'log', host: 'terminal' });
  // Nobody has to know the PBX's password for it.
  const { pbxUsername, pbxPassword, ...credentials } = config.credentials;
  const { runs, ...now } = await readHistory({ ...config, credentials });
  const [run, ...more] = runs;
  expect([run?.failed, more, now]).toEqual([0, [], { outOfCalls: [] }]);
  expect(run?.deeds).toContainEqual({ deed: 'install queue-server-1' });
  expect(Date.parse(run?.ended ?? '')).toBeGreaterThan(Date.parse(run?.began ?? ''));
});

test('hosts and the main server that are down are said to be, and hide nothing else', async () => {
  bench.sandbox.host('queue-server-1').down();
  const one = await look();
  expect(one.servers.filter(({ problem }) => problem !== undefined).map(({ name }) => name)).toEqual([
    'queue-server-1',
  ]);
  bench.sandbox.host('queue-server-1').up();

  bench.sandbox.host('pbx').faults.refuseConnections = 'refuse';
  const { pbx, servers } = await look();
  bench.sandbox.host('pbx').faults.refuseConnections = false;
  expect(pbx).toMatchObject({ reachable: false });
  expect(servers[0]).toMatchObject({ state: 'online' });
});

test('while the PBX does not answer the hosts still tell what runs on them', async () => {
  await bench.sandbox.pbx.close();
  const { pbx, servers, drift } = await look();
  expect(pbx).toMatchObject({ reachable: true, apiProblem: expect.stringContaining('PBX') as string });
  expect(servers.map(({ state }) => state)).toEqual([
    'running',
    'running',
    'running',
    'running',
    'running',
    'not-installed',
  ]);
  expect(drift).toBe(0);
  // What the cluster file wants is not taken for what the portal has.
  expect(servers.map(({ enabled = 'not listed' }) => enabled)).toEqual([
    ...Array<string>(4).fill('unknown'),
    ...['not listed', 'not listed'],
  ]);
});
