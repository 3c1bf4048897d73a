import { fault, type Told } from '../fault';
import { blocking, doneIds, ids, startBench, type Bench, type Edit } from './cluster';
import { atTerminal } from './terminal';

/* A server dies, and calls still go to it. */

jest.setTimeout(180_000);

const QUEUE = 'queue-server-1';
const ABOUT_PBX = '.state/docker/containers/portsip.callmanager/about';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  expect((await bench.deploy(three)).failed).toEqual([]);
  // The PBX has been up for long.
  const main = bench.sandbox.host('pbx');
  const about = main.read(ABOUT_PBX) ?? '';
  main.write(
    ABOUT_PBX,
    about.replace(/^started=.*$/m, `started=${new Date(bench.sandbox.clock.now() - 3600_000).toISOString()}`),
  );
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const three: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => ['media', 'queue', 'meeting'].includes(String(role)));
};
/** Who takes calls of queues, as the portal has it */
const queues = () => bench.sandbox.pbx.state.servers.queue.filter(({ enabled }) => enabled).map(({ name }) => name);
const heal = () => bench.deploy(three, { heal: 'only' });
const record = () =>
  JSON.parse(bench.sandbox.host('pbx').read('/var/lib/portsip-cluster/acme.json') ?? '{}') as Record<string, object>;

it('is taken out of calls while it is dead, and no deploy puts it back before it lives', async () => {
  const host = bench.sandbox.host(QUEUE);
  host.faults.down();
  expect(bench.sandbox.world.placeCall('queue')).toBe(false);
  const healed = await heal();
  expect([healed.ok, doneIds(healed), queues()]).toEqual([true, [`heal/${QUEUE}`], ['default']]);
  expect(record()['dead']).toMatchObject({ [QUEUE]: { standIn: true } });
  expect(bench.sandbox.world.placeCall('queue')).toBe(true);
  // What is done is done once.
  expect(ids(await heal())).toEqual([]);

  const deployed = await bench.deploy(three);
  expect([doneIds(deployed), queues()]).toEqual([[], ['default']]);
  expect(blocking(deployed)).toEqual([`host-unreachable ${QUEUE}`]);
  expect(deployed.plan.warnings.map(({ code }) => code)).toContain('taken-out-dead');

  host.faults.up();
  const back = await heal();
  expect([back.ok, doneIds(back), queues()]).toEqual([true, [`heal/${QUEUE}`], [QUEUE]]);
  expect([record()['dead'], ids(await bench.plan(three))]).toEqual([{}, []]);
});

it('is left as it is when it is back before the second look', async () => {
  bench.sandbox.host(QUEUE).faults.rebooting(30_000);
  expect([ids(await heal()), queues()]).toEqual([[], [QUEUE]]);
});

it('that is repaired by a deploy takes calls again at once', async () => {
  const host = bench.sandbox.host(QUEUE);
  await host.shell('docker stop portsip.callqueue');
  expect(doneIds(await heal())).toEqual([`heal/${QUEUE}`]);
  const deployed = await bench.deploy(three);
  expect(doneIds(deployed)).toEqual(expect.arrayContaining([`role/${QUEUE}`]));
  expect(record()['dead']).toEqual({});
  const last = await bench.deploy(three);
  expect([last.ok, queues(), ids(await bench.plan(three))]).toEqual([true, [QUEUE], []]);
});

it('is not taken out of calls while the PBX has just started', async () => {
  const main = bench.sandbox.host('pbx');
  main.write(
    ABOUT_PBX,
    (main.read(ABOUT_PBX) ?? '').replace(
      /^started=.*$/m,
      `started=${new Date(bench.sandbox.clock.now()).toISOString()}`,
    ),
  );
  bench.sandbox.host(QUEUE).faults.down();
  const held = await heal();
  expect([ids(held), queues()]).toEqual([[], [QUEUE]]);
  expect(held.plan.warnings.map(({ code }) => code)).toContain('heal-held');
});

fault(
  {
    at: 'Host',
    name: 'it dies, and the PBX still gives calls to it: `deploy --heal`',
    sees: 'take queue-server-1 out of calls',
    secondRun: 'Once the host is back, has the server take calls again.',
  },
  async ({ first, second }) => {
    const deploy = (): Promise<Told> => atTerminal(bench.sandbox, ['deploy', '--yes', '--heal'], { edit: three });
    const host = bench.sandbox.host(QUEUE);
    host.faults.down();
    first(await deploy());
    expect(queues()).toEqual(['default']);
    host.faults.up();
    second(await deploy());
    expect(queues()).toEqual([QUEUE]);
  },
);
