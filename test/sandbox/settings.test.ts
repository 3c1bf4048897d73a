import { DEFAULT_OPTIONS, runStages, type RunOptions } from '../../src/deploy/run';
import { reviewedOf } from '../../src/plan/review';
import { blocking, doneIds, ids, startBench, type Bench, type Edit } from './cluster';

jest.setTimeout(120_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const RECORD = '/var/lib/portsip-cluster/acme.json';
const media: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'media');
};
const twoAtATime: Edit = (file) => {
  media(file);
  file['restart'] = { after_scale_out: 'none', max_unavailable: 2 };
};
const record = () =>
  JSON.parse(bench.sandbox.host('pbx').read(RECORD) ?? '{}') as {
    settings?: Record<string, string>;
    servers: Record<string, { ssh: { port: number } }>;
  };
const TWO = [{ name: 'restart.max_unavailable', before: '1', after: '2' }];

test('a setting that changes is planned, deployed once, and known from then on', async () => {
  await bench.deploy(media);
  const plan = await bench.plan(twoAtATime);
  expect([ids(plan), plan.plan.changedSettings]).toEqual([[], TWO]);
  const done = await bench.deploy(twoAtATime);
  expect([done.ok, doneIds(done)]).toEqual([true, []]);
  expect(record().settings).toMatchObject({ 'restart.max_unavailable': '2' });
  expect((await bench.plan(twoAtATime)).plan.changedSettings).toEqual([]);
});

test('one that nobody has reviewed does not come to be deployed', async () => {
  await bench.deploy(media);
  const seen = reviewedOf((await bench.plan(media)).plan);
  await bench.deploy(twoAtATime, { reviewed: seen });
  expect(record().settings).toMatchObject({ 'restart.max_unavailable': '1' });
  expect((await bench.plan(twoAtATime)).plan.changedSettings).toEqual(TWO);
});

test('nothing is restarted by hand in a way that no deploy has carried out', async () => {
  await bench.deploy(media);
  const restart = { roles: ['media'], servers: [], pbx: false, reason: 'a test' };
  const options = { stages: ['restart' as const], restart, asDeployed: true };
  const other = await bench.deploy(twoAtATime, options);
  expect([other.ok, doneIds(other), blocking(other)]).toEqual([false, [], ['settings-not-deployed']]);
  expect(doneIds(await bench.deploy(media, options))).toEqual(['restart/media-server-1']);
  // A person at a terminal sees the setting in the plan, and agrees to it; the deploy is still owed.
  await bench.deploy(twoAtATime, { ...options, asDeployed: false });
  expect(record().settings).toMatchObject({ 'restart.max_unavailable': '1' });
});

test('the commit of a deploy is kept once it left nothing undone, and of no other run', async () => {
  const run = (edit: Edit, commit: string, options: Partial<RunOptions> = {}) =>
    runStages(bench.config(edit, { id: commit, host: 'runner', commit: commit.repeat(40) }), {
      ...DEFAULT_OPTIONS,
      ...options,
    });
  const deployed = () => (JSON.parse(bench.sandbox.host('pbx').read(RECORD) ?? '{}') as { deployed?: string }).deployed;
  await run(media, 'a', { stages: ['firewall'] });
  expect(deployed()).toBeUndefined();
  await run(media, 'b');
  expect(deployed()).toBe('b'.repeat(40));
  await run(media, 'c', { stages: ['restart'], restart: { roles: ['media'], servers: [], pbx: false, reason: 'x' } });
  expect(deployed()).toBe('b'.repeat(40));
  await run(media, 'e', { stages: ['firewall'] });
  expect(deployed()).toBe('e'.repeat(40));
  // From a terminal nobody knows what it was.
  await bench.deploy(media);
  expect(deployed()).toBeUndefined();
});

test('a record of an earlier release comes to know the settings with the next deploy', async () => {
  await bench.deploy(media);
  const { settings, ...earlier } = record();
  bench.sandbox.host('pbx').write(RECORD, JSON.stringify(earlier));
  expect((await bench.plan(twoAtATime)).plan.changedSettings).toEqual([]);
  await bench.deploy(media);
  expect(record().settings).toEqual(settings);
  expect((await bench.plan(twoAtATime)).plan.changedSettings).toEqual(TWO);
});

test('how a server is signed in to is known from the last deploy as well, for when it leaves', async () => {
  await bench.deploy(media);
  const of = (edit: (ssh: { port: number }) => void) => {
    const changed = record();
    const server = changed.servers['media-server-1'];
    if (!server) throw new Error('not in the record');
    edit(server.ssh);
    bench.sandbox.host('pbx').write(RECORD, JSON.stringify(changed));
  };
  const { port } = record().servers['media-server-1']?.ssh ?? { port: 0 };
  of((ssh) => (ssh.port = 2));
  expect((await bench.plan(media)).plan.changedSettings).toEqual([
    { name: 'ssh.port', server: 'media-server-1', before: '2', after: String(port) },
  ]);
  await bench.deploy(media);
  expect(record().servers['media-server-1']?.ssh.port).toBe(port);
  expect((await bench.plan(media)).plan.changedSettings).toEqual([]);
});

test('a server gets as long to be ONLINE as the cluster file says', async () => {
  bench.sandbox.host('media-server-1').faults.neverOnline = true;
  const patient: Edit = (file) => {
    media(file);
    file['restart'] = { after_scale_out: 'none', start_timeout: '20s' };
  };
  const { failed } = await bench.deploy(patient);
  expect(failed.map(({ message }) => message)).toEqual([expect.stringContaining('still OFFLINE after 20 s')]);
});
