import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusDocument } from '../../../src/status/document';
import { isWell, rowOf, versionsOf, worstFirst } from '../../../src/status/fleet';
import { readSights } from '../../../src/status/fleet-files';
import { hostile, quiet } from '../cli/status-reports';
import { drifted, seen, sick, unseen } from './sights';

test('the worst first: callers suffer, nobody knows, something differs; then by wave and name', () => {
  const sights = [
    seen('b'),
    seen('a10'),
    { ...seen('z'), wave: 0 },
    seen('a9'),
    seen('drifted', drifted),
    unseen('away'),
    seen('sick', sick),
    seen('sicker', { outOfCalls: ['queue-server-1', 'media-server-1'] }),
  ];
  const order = ['sicker', 'sick', 'away', 'drifted', 'z', 'a9', 'a10', 'b'];
  expect(worstFirst(sights).map(({ name }) => name)).toEqual(order);
});

test('what was not seen is unknown, never none', () => {
  expect(rowOf(unseen('a'))).toMatchObject({ healthy: 'unknown', changes: 'unknown', up: 'unknown', calls: 'unknown' });
  const mute = seen('a', { pbx: { ...quiet.pbx, apiProblem: 'timed out' }, calls: 'unknown' });
  expect(rowOf(mute)).toMatchObject({ healthy: false, changes: 'unknown', calls: 'unknown' });
  const [first, ...others] = quiet.servers;
  const { version: _, ...nameless } = first ?? quiet.servers[1] ?? { version: '' };
  expect(rowOf(seen('a', { servers: [nameless as never, ...others] })).serverVersions).toEqual(['22.6.0', 'unknown']);
  expect([isWell(unseen('a')), isWell(mute), isWell(seen('a', drifted)), isWell(seen('a'))]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('versions are counted, and those that nobody knows come last', () => {
  const old = { pbx: { ...quiet.pbx, version: '22.4.1' } };
  expect(versionsOf([unseen('x'), unseen('y'), seen('a'), seen('b', old), seen('c')])).toEqual([
    { version: '22.6.0', clusters: 2 },
    { version: '22.4.1', clusters: 1 },
    { version: undefined, clusters: 2 },
  ]);
});

describe('statuses that jobs left', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'portsip-statuses-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const leave = (name: string, status: unknown, job: unknown = { id: '7', attempt: 1 }) => {
    mkdirSync(join(folder, `portsip-status-${name}`));
    writeFileSync(join(folder, `portsip-status-${name}`, 'status.json'), JSON.stringify(status));
    writeFileSync(join(folder, `portsip-status-${name}`, 'portsip-job.json'), JSON.stringify(job));
  };
  const job = (name: string) => ({ file: `${name}.yaml`, name, runner: [], environment: '', wave: 1 });
  const read = (names: string[], run = { attempt: 1, fresh: false }) => readSights(folder, names.map(job), run);

  test('each is of the cluster that it says, and what is no status is unknown', async () => {
    leave('acme', { ...statusDocument(quiet), cluster: 'acme' });
    leave('umbra', statusDocument(quiet));
    leave('broken', { version: 1, cluster: 'broken' });
    leave('undated', { ...statusDocument(quiet), cluster: 'undated', at: 'noon' });
    leave('text', 'healthy');
    const sights = await read(['acme', 'umbra', 'broken', 'undated', 'text', 'away']);
    const told = Object.fromEntries(sights.map((sight) => [sight.name, sight.known || sight.why]));
    expect(told).toEqual({
      ...{ acme: true, umbra: 'other', broken: 'unreadable', undated: 'unreadable', text: 'unreadable' },
      away: 'missing',
    });
    expect(sights.find(({ name }) => name === 'acme')).toMatchObject({ job: '7', file: 'acme.yaml' });
  });

  test('of an earlier attempt it counts only where every job succeeded', async () => {
    leave('acme', { ...statusDocument(quiet), cluster: 'acme' });
    expect((await read(['acme'], { attempt: 2, fresh: false }))[0]).toMatchObject({ known: true });
    expect((await read(['acme'], { attempt: 2, fresh: true }))[0]).toMatchObject({ known: false, why: 'old' });
  });

  test('what status writes is read again, whatever is in it', async () => {
    leave('acme', { ...statusDocument(hostile), cluster: 'acme' });
    expect(await read(['acme'])).toMatchObject([{ known: true, status: { servers: hostile.servers } }]);
  });
});
