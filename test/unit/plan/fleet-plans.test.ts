import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetJob } from '../../../src/cluster/fleet';
import { planDocument } from '../../../src/plan/document';
import { readFleetJobs, readLeft } from '../../../src/plan/fleet-jobs';
import { isEmpty, readPlans } from '../../../src/plan/fleet-plans';
import { withChanges } from '../../../src/plan/plan';
import type { Plan } from '../../../src/plan/types';
import { pbxImage, roleSetup, spec } from '../changes';
import { plan as planOf } from '../render/plans';

const job = (name: string, wave = 1): FleetJob => ({
  ...{ file: `clusters/${name}/cluster.yaml`, name, wave },
  ...{ runner: ['self-hosted'], environment: name },
});

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'portsip-plans-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function leave(name: string, files: Record<string, unknown>): void {
  mkdirSync(join(dir, `portsip-plan-${name}`));
  for (const [file, value] of Object.entries(files))
    writeFileSync(join(dir, `portsip-plan-${name}`, file), typeof value === 'string' ? value : JSON.stringify(value));
}
const document = (cluster: string, changes: Plan['changes'] = [], more: Partial<Plan> = {}) =>
  planDocument(withChanges({ ...planOf([]), cluster, ...more }, changes));
const read = (names: string[], run = { attempt: 1, fresh: false }) =>
  readPlans(
    dir,
    names.map((name) => job(name)),
    run,
  );

test('the worst comes first: unknown, then by what callers notice, those without changes last', async () => {
  const media = roleSetup({ server: 'media-1', wanted: spec('media-1', { address: '192.168.1.21' }) });
  leave('empty', { 'plan.json': document('empty') });
  leave('small', { 'plan.json': document('small', [media]), 'portsip-job.json': { id: '77', attempt: 1 } });
  leave('large', { 'plan.json': document('large', [pbxImage()]) });
  const plans = await read(['empty', 'small', 'away', 'large']);
  expect(plans.map(({ name }) => name)).toEqual(['away', 'large', 'small', 'empty']);
  expect(plans.map((one) => one.plan)).toMatchObject([
    { known: false, why: 'missing' },
    { known: true, impact: 'active-calls', counts: { update: 1 } },
    { known: true, impact: 'none', counts: { create: 1 } },
    { known: true, counts: {}, settings: 0 },
  ]);
  expect(plans.map(isEmpty)).toEqual([false, false, false, true]);
  expect(plans[2]?.job).toBe('77');
});

test('what a job left and is no plan of that cluster is unknown, never nothing', async () => {
  const tampered = { ...document('tampered'), digest: `sha256:${'1'.repeat(64)}` };
  leave('tampered', { 'plan.json': tampered });
  leave('other', { 'plan.json': document('somebody-else') });
  leave('broken', { 'plan.json': '{"version": 1' });
  leave('none', { 'portsip-job.json': { id: '<b>', attempt: 'x' } });
  const plans = await read(['tampered', 'other', 'broken', 'none']);
  expect(new Map(plans.map(({ name, plan, job: id }) => [name, plan.known ? 'known' : [plan.why, id]]))).toEqual(
    new Map([
      ['broken', ['unreadable', undefined]],
      ['none', ['missing', undefined]],
      ['other', ['other', undefined]],
      ['tampered', ['unreadable', undefined]],
    ]),
  );
});

test('of an earlier attempt only what no job had to make anew', async () => {
  leave('acme', { 'plan.json': document('acme'), 'portsip-job.json': { id: '5', attempt: 1 } });
  expect((await read(['acme'], { attempt: 2, fresh: false }))[0]?.plan).toMatchObject({ known: true });
  expect((await read(['acme'], { attempt: 2, fresh: true }))[0]?.plan).toEqual({ known: false, why: 'old' });
  expect((await read(['acme'], { attempt: 1, fresh: true }))[0]?.plan).toMatchObject({ known: true });
});

test('something that blocks all of it, and settings alone, are no empty plans', async () => {
  const warnings = [{ code: 'x', severity: 'blocking' as const, message: 'No' }];
  leave('blocked', { 'plan.json': document('blocked', [], { warnings }) });
  leave('settings', {
    'plan.json': document('settings', [], { changedSettings: [{ name: 'ssh.user', after: 'root' }] }),
  });
  const plans = await read(['settings', 'blocked']);
  expect(plans.map(({ name, plan }) => [name, plan])).toMatchObject([
    ['blocked', { stopped: true }],
    ['settings', { stopped: false, settings: 1 }],
  ]);
  expect(plans.some(isEmpty)).toBe(false);
});

test.each(['', '{}', '[]', '{"include":[{"name":"../../etc","file":"x","runner":[],"environment":"","wave":1}]}'])(
  'a matrix that discover did not make: %s',
  (text) => {
    expect(readFleetJobs(text)).toBeUndefined();
  },
);

test('what discover gives comes back as it was', () => {
  expect(readFleetJobs(JSON.stringify({ include: [job('acme', 2)] }))).toEqual([job('acme', 2)]);
  expect(readLeft('[{"file":"a.yaml","name":"a"},{"file":"b.yaml"}]')).toEqual([
    { file: 'a.yaml', name: 'a' },
    { file: 'b.yaml' },
  ]);
  expect(readLeft('{}')).toBeUndefined();
});
