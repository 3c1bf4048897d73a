import { fault } from '../fault';
import { until } from '../until';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { atTerminal } from './terminal';

/* What is left of a role while one of its servers is away has to hold the calls that are up. */

jest.setTimeout(120_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
  await bench.sandbox.addHost({ name: 'media-server-2', role: 'media', address: '192.168.1.27' });
  expect((await bench.deploy(two)).ok).toBe(true);
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

/** Two media servers that take a hundred calls each */
const waiting =
  (drainTimeout: string): Edit =>
  (file) => {
    file.servers = file.servers.filter(({ role }) => role === 'media');
    for (const server of file.servers) server['max_call_sessions'] = 100;
    file['restart'] = { after_scale_out: 'none', drain_timeout: drainTimeout };
  };
const two = waiting('1h');
const asked = {
  stages: ['restart' as const],
  restart: { roles: [], servers: ['media-server-1'], pbx: false, reason: 'a test' },
};
const warned = ({ plan }: Awaited<ReturnType<Bench['plan']>>) =>
  plan.warnings.filter(({ code }) => code === 'too-little-left').map(({ message }) => message);
const isEnabled = (name: string) => bench.sandbox.pbx.state.servers.media.find((one) => one.name === name)?.enabled;
const restarts = () =>
  bench.sandbox
    .host('media-server-1')
    .scriptRuns()
    .filter(({ verb }) => verb === 'restart').length;

it('a server is drained once the others have room for all calls, and no call is turned away', async () => {
  const { world } = bench.sandbox;
  world.addCalls('media-server-1', 60);
  world.addCalls('media-server-2', 60);
  expect(warned(await bench.plan(two, asked))).toEqual([
    expect.stringContaining('120 calls are up, and the others take 100'),
  ]);
  const deploy = bench.deploy(two, asked);
  await until(() => bench.log.join('\n').includes('the other media servers have room: 120 calls are up'));
  expect(isEnabled('media-server-1')).toBe(true);
  world.endCalls('media-server-2', 20);
  await until(() => isEnabled('media-server-1') === false);
  expect(restarts()).toBe(0);
  world.endCalls('media-server-1');
  const result = await deploy;
  expect([result.failed, restarts()]).toEqual([[], 1]);
  expect([world.countCutCalls(), world.rejectedCalls, isEnabled('media-server-1')]).toEqual([0, 0, true]);
  expect(ids(await bench.plan(two))).toEqual([]);
});

fault(
  {
    at: 'PBX',
    name: 'while a server is to be restarted, the others of its role have no room for the calls that are up',
    sees: 'media-server-1 was left as it is: 120 calls are up, and the others take 100, so callers would be turned away. Try when there are fewer',
    secondRun: 'Restarts it, once there are fewer calls. Until then it takes calls all the while.',
  },
  async ({ first, second }) => {
    const { world } = bench.sandbox;
    world.addCalls('media-server-1', 60);
    world.addCalls('media-server-2', 60);
    const impatient = waiting('20s');
    await bench.deploy(impatient);
    const restart = () =>
      atTerminal(bench.sandbox, ['restart', '--yes', '--servers', 'media-server-1', '--reason', 'a test'], {
        edit: impatient,
      });
    first(await restart());
    expect([restarts(), isEnabled('media-server-1'), world.countCutCalls()]).toEqual([0, true, 0]);
    expect(bench.log.join('\n')).not.toContain('takes no new calls');
    world.endCalls('media-server-1');
    second(await restart());
    expect([restarts(), world.countCutCalls()]).toEqual([1, 0]);
  },
);
