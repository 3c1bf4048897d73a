import { reviewedOf } from '../../src/plan/review';
import { blocking, doneIds, scripts, startBench, type Bench, type Edit } from './cluster';

jest.setTimeout(120_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const media: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'media');
};
const newer: Edit = (file) => {
  media(file);
  file['image'] = 'portsip/pbx:22.5';
};
const host = () => bench.sandbox.host('media-server-1');
/** Docker there has the plugin that can ask a registry without fetching anything */
const withBuildx = () => host().write('.state/buildx', '');
const pulls = () => (host().read('.state/pulls') ?? '').split('\n').filter(Boolean);
const moveTag = (version: string) => bench.sandbox.publishImage('portsip/pbx:22.5', version);

test('a plan says what a tag is now, fetches nothing for it, and a deploy does that', async () => {
  withBuildx();
  moveTag('22.5.0');
  const { plan } = await bench.plan(newer);
  expect(plan.images).toEqual({
    'portsip/pbx:22.5': { digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string },
  });
  expect(pulls()).toEqual([]);
  const { ok } = await bench.deploy(newer, { reviewed: reviewedOf(plan) });
  expect(ok).toBe(true);
  expect(scripts(bench.sandbox)['media-server-1']).toEqual(['run']);
});

test('a tag that is moved before a new server is installed stops that, and nothing runs', async () => {
  withBuildx();
  moveTag('22.5.0');
  const reviewed = reviewedOf((await bench.plan(newer)).plan);
  moveTag('22.5.1');
  const { ok, failed } = await bench.deploy(newer, { reviewed });
  expect([ok, failed.map(({ change }) => change.id)]).toEqual([false, ['role/media-server-1']]);
  expect(failed[0]?.message).toMatch(/portsip\/pbx:22\.5 is not what was planned: its tag was moved since/);
  expect(scripts(bench.sandbox)['media-server-1']).toEqual([]);
});

test('a tag that is moved before an upgrade leaves what runs as it is', async () => {
  await bench.deploy(media);
  withBuildx();
  moveTag('22.5.0');
  const { plan } = await bench.plan(newer);
  moveTag('22.5.1');
  const { ok, failed } = await bench.deploy(newer, { reviewed: reviewedOf(plan) });
  expect([ok, failed.map(({ message }) => message)]).toEqual([
    false,
    [expect.stringContaining('so no server was stopped: portsip/pbx:22.5 is not what was planned') as string],
  ]);
  expect(scripts(bench.sandbox)['media-server-1']).toEqual(['run']);
  // Planned anew, it is done.
  const again = reviewedOf((await bench.plan(newer)).plan);
  expect(doneIds(await bench.deploy(newer, { reviewed: again }))).toContain('role/media-server-1');
});

test('where nobody can tell what a tag is, nothing is said of it, and nothing waits for it', async () => {
  const { plan } = await bench.plan(newer);
  expect(plan.images).toBeUndefined();
  const result = await bench.deploy(newer, { reviewed: reviewedOf(plan) });
  expect([result.ok, blocking(result)]).toEqual([true, []]);
});
