import { driftOf } from '../../src/drift/drift';
import { look } from '../../src/plan/live-plan';
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

test('a tag that is moved before a server is recreated with other values leaves what runs as it is', async () => {
  moveTag('22.5.0');
  await bench.deploy(newer);
  withBuildx();
  const elsewhere: Edit = (file) => {
    newer(file);
    for (const server of file.servers) server['data_path'] = '/srv/portsip';
  };
  const { plan } = await bench.plan(elsewhere);
  expect(Object.keys(plan.images ?? {})).toEqual(['portsip/pbx:22.5']);
  moveTag('22.5.1');
  const { failed } = await bench.deploy(elsewhere, { reviewed: reviewedOf(plan) });
  expect(failed.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('portsip/pbx:22.5 is not what was planned') as string,
  );
  expect(scripts(bench.sandbox)['media-server-1']).toEqual(['run']);
});

test("ClickHouse's image has to be what was planned as well when Data Flow is upgraded", async () => {
  const dataflow: Edit = (file) => {
    file['restart'] = { after_scale_out: 'none' };
    file.servers = file.servers.filter(({ role }) => role === 'dataflow');
  };
  const both: Edit = (file) => {
    dataflow(file);
    file['image'] = 'portsip/pbx:22.6';
    for (const server of file.servers) server['clickhouse_image'] = 'portsip/clickhouse:26.9';
  };
  await bench.deploy(dataflow);
  bench.sandbox.host('dataflow-server-1').write('.state/buildx', '');
  bench.sandbox.publishImage('portsip/pbx:22.6', '22.6.3');
  bench.sandbox.publishImage('portsip/clickhouse:26.9', '26.9.1');
  const { plan } = await bench.plan(both);
  expect(Object.keys(plan.images ?? {}).sort()).toEqual(['portsip/clickhouse:26.9', 'portsip/pbx:22.6']);
  const before = scripts(bench.sandbox)['dataflow-server-1'];
  bench.sandbox.publishImage('portsip/clickhouse:26.9', '26.9.2');
  const { failed } = await bench.deploy(both, { reviewed: reviewedOf(plan) });
  expect(failed.map(({ message }) => message)).toEqual([
    expect.stringContaining('so no server was stopped: portsip/clickhouse:26.9 is not what was planned') as string,
  ]);
  expect(scripts(bench.sandbox)['dataflow-server-1']).toEqual(before);
});

test('where one host cannot tell what a tag is, the next one is asked', async () => {
  const all: Edit = (file) => {
    file['restart'] = { after_scale_out: 'none' };
    file['image'] = 'portsip/pbx:22.5';
    file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'queue');
  };
  moveTag('22.5.0');
  bench.sandbox.host('queue-server-1').write('.state/buildx', '');
  expect(Object.keys((await bench.plan(all)).plan.images ?? {})).toEqual(['portsip/pbx:22.5']);
});

test('a tag that is moved at its registry is drift the next morning, and upgrades nothing', async () => {
  await bench.deploy(media);
  const config = () => bench.config(media, { id: 'drift', host: 'runner' });
  const tags = async () => {
    const { plan } = await look(config());
    return driftOf(plan).items.filter(({ id }) => id.startsWith('finding/tag'));
  };
  // Without buildx nobody can ask: that is no drift, and ends none.
  expect(await tags()).toEqual([]);
  expect(driftOf((await look(config())).plan).registryUnseen).toBe(true);
  for (const one of bench.sandbox.hosts()) one.write('.state/buildx', '');
  expect(driftOf((await look(config())).plan)).toMatchObject({ registryUnseen: false, items: [] });
  bench.sandbox.publishImage('portsip/pbx:22', '22.9.0');
  expect(await tags()).toMatchObject([
    { kind: 'finding', what: expect.stringContaining('portsip/pbx:22 stands for another image') as string },
  ]);
  const { plan } = await bench.plan(media);
  expect(plan.changes).toEqual([]);
});
