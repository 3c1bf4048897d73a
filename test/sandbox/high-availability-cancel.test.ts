import { DEFAULT_OPTIONS, releaseHeld, runStages, type RunOptions } from '../../src/deploy/run';
import { healthOf } from '../../src/status/health';
import { readStatus } from '../../src/status/read';
import { readHistory } from '../../src/deploy/history';
import type { RunResult } from '../../src/deploy/result';
import { until } from '../until';
import { blocking, ids, startBench, type Bench, type Edit } from './cluster';
import { highAvailabilityTopology } from '../../src/sandbox/topology';

jest.setTimeout(180_000);

/* The control node's scripts outlive whoever began them. */
let bench: Bench;
beforeAll(async () => {
  const { servers, ...rest } = highAvailabilityTopology();
  const few = servers.filter(({ role }) => role === 'media');
  // Slow, by whichever clock: there must be time to be cancelled in.
  bench = await startBench({ topology: { ...rest, servers: few }, pace: 10 });
  expect((await bench.deploy(withoutMedia2)).failed).toEqual([]);
});
afterAll(() => bench.close());

const withoutMedia2: Edit = (file) => {
  file.servers = file.servers.filter(({ name }) => name !== 'media-server-2');
};
const job = { id: 'job-1', host: 'runner', keepLock: true };
const guideRuns = () =>
  (bench.sandbox.nodes?.control.scriptRuns() ?? []).filter(({ script }) => script !== 'ha_ctl.sh');
const media1 = () => bench.sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1');

/** Begins a run and cancels it as soon as its first script is at work. */
async function cancelled(edit: Edit, options: Partial<RunOptions>): Promise<RunResult> {
  const cancel = new AbortController();
  const before = guideRuns().length;
  const running = runStages(bench.config(edit, job, cancel.signal), { ...DEFAULT_OPTIONS, ...options });
  await until(() => guideRuns().length > before);
  cancel.abort();
  const result = await running;
  expect(result).toMatchObject({ ok: false, interrupted: true, failed: [{ end: 'goes-on' }] });
  return result;
}

it('a cancelled installation goes on without its runner, and the next deploy finds it done', async () => {
  await cancelled(() => {}, {});
  await releaseHeld(bench.config(() => {}, job));
  const began = guideRuns().length;
  const result = await bench.deploy();
  expect(result.failed).toEqual([]);
  expect(guideRuns()).toHaveLength(began);
  expect(bench.sandbox.host('media-server-2').container('portsip.mediaserver')?.running).toBe(true);
  expect(ids(await bench.plan())).toEqual([]);
});

it('a server that a cancelled restart had drained takes calls again once the control node is done with it', async () => {
  const restart = { roles: [], servers: ['media-server-1'], pbx: false, reason: 'a test' };
  const config = bench.config(() => {}, job);
  expect(await cancelled(() => {}, { stages: ['restart'], restart })).toMatchObject({ outOfCalls: ['media-server-1'] });
  expect(media1()?.enabled).toBe(false);
  const seen = await readStatus(config, []);
  expect(seen.outOfCalls).toEqual(['media-server-1']);
  expect(healthOf(seen)).toMatchObject({
    healthy: false,
    reasons: expect.arrayContaining([{ is: 'bad', why: 'out-of-calls', server: 'media-server-1' }]) as unknown,
  });
  expect((await readHistory(config)).outOfCalls).toEqual(['media-server-1']);
  await releaseHeld(bench.config(() => {}, job));
  expect(media1()?.enabled).toBe(true);
  expect((await readHistory(config)).outOfCalls).toEqual([]);
  // Not before it was back: calls would have been sent to a server that was about to stop.
  expect(bench.sandbox.host('media-server-1').container('portsip.mediaserver')?.running).toBe(true);
  const plan = await bench.plan();
  expect([...ids(plan), ...blocking(plan)]).toEqual([]);
  // The run that was cut short left nothing to be done.
  expect(healthOf(await readStatus(config, []))).toEqual({ healthy: true, reasons: [] });
});
