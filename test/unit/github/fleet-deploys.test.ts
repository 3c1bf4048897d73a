import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetJob } from '../../../src/cluster/fleet';
import { isProven, stopOf, verdictOf } from '../../../src/deploy/fleet-deploys';
import { readDeploys, readResults, type WaveResult } from '../../../src/github/fleet-deploys';
import { readWaves } from '../../../src/plan/fleet-jobs';
import { fleetDeploysLine, renderFleetDeploys } from '../../../src/render/fleet-deploys';

const RUN = 'https://github.com/acme/pbx/actions/runs/7';
const job = (name: string, wave = 1): FleetJob => ({
  ...{ file: `clusters/${name}/cluster.yaml`, name, wave },
  ...{ runner: ['self-hosted'], environment: name },
});

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'portsip-outcomes-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function leave(folder: string, files: Record<string, unknown>): void {
  mkdirSync(join(dir, folder));
  for (const [file, value] of Object.entries(files))
    writeFileSync(join(dir, folder, file), typeof value === 'string' ? value : JSON.stringify(value));
}
interface Said {
  status?: string;
  review?: string;
  attempt?: number;
}
const said = ({ status = 'success', review = 'success', attempt = 1 }: Said = {}) => ({
  ...{ id: '45', attempt, status, review },
});
const entry = (id: string, more: object = {}) => ({ id, what: id, deed: id, ...more });
const step = (more: object = {}) =>
  JSON.stringify({ title: 'Roles', startedAt: 0, done: [], failed: [], skipped: [], planned: [], ...more });
const upgrade = entry('role/media-1');
const DONE = step({ done: [{ ...upgrade, at: 0, elapsedMs: 1 }], planned: [upgrade] });
const WAITS = step({ skipped: [{ ...upgrade, reason: 'waits', wait: 'window' }], planned: [upgrade] });

const deployed = (name: string, journal: string | undefined, more?: Said) =>
  leave(`portsip-deploy-${name}`, {
    'portsip-job.json': said(more),
    ...(journal !== undefined && { 'journal.jsonl': `${journal}\n` }),
  });
const seen = (name: string, health: object, more: Said & { cluster?: string } = {}) =>
  leave(`portsip-health-${name}`, {
    'portsip-job.json': said(more),
    'portsip-status.json': { cluster: more.cluster ?? name, pbx: { version: '22.7.0' }, health },
  });
const healthy = (name: string, more?: Said) => seen(name, { healthy: true, reasons: [] }, more);

const WELL: WaveResult = { deploys: 'success', health: 'success' };
const read = (waves: FleetJob[][], results: WaveResult[], attempt = 1) => readDeploys(dir, waves, results, attempt);
const verdicts = async (names: string[], result: WaveResult = WELL, attempt = 1) => {
  const waves = await read([names.map((name) => job(name))], [result], attempt);
  return waves.flat().map((one) => [one.name, one.end, verdictOf(one)]);
};

test('what was done and seen to be healthy is done; what waits for its window is told apart', async () => {
  deployed('new', DONE);
  deployed('same', step());
  deployed('late', WAITS);
  for (const name of ['new', 'same', 'late']) healthy(name);
  expect(await verdicts(['new', 'same', 'late'])).toEqual([
    ['new', 'deployed', 'done'],
    ['same', 'unchanged', 'done'],
    ['late', 'waits', 'waits'],
  ]);
});

test('what an earlier step could not do and a later one did is done', async () => {
  deployed('acme', [WAITS, DONE].join('\n'));
  healthy('acme');
  expect(await verdicts(['acme'])).toEqual([['acme', 'deployed', 'done']]);
});

test('a deploy that went well proves nothing until somebody has looked', async () => {
  for (const name of ['unseen', 'sick', 'unsure', 'other', 'broken']) deployed(name, DONE);
  seen('sick', { healthy: false, reasons: [{ is: 'bad', why: 'container', server: 'media-1' }] });
  seen('unsure', { healthy: 'unknown', reasons: [{ is: 'unknown', why: 'main', detail: 'timed out' }] });
  seen('other', { healthy: true, reasons: [] }, { cluster: 'somebody-else' });
  seen('broken', { healthy: true, reasons: [{ is: 'bad', why: 'constructor' }] });
  expect(await verdicts(['unseen', 'sick', 'unsure', 'other', 'broken'])).toEqual([
    ['unseen', 'deployed', 'unknown'],
    ['sick', 'deployed', 'unhealthy'],
    ['unsure', 'deployed', 'unknown'],
    ['other', 'deployed', 'unknown'],
    ['broken', 'deployed', 'unknown'],
  ]);
  expect(await verdicts(['sick'], { deploys: 'success', health: 'skipped' })).toEqual([
    ['sick', 'deployed', 'unknown'],
  ]);
});

test('a healthy status that its job cannot have written is of somebody else', async () => {
  deployed('acme', DONE);
  healthy('acme', { status: 'failure' });
  expect(await verdicts(['acme'], { deploys: 'success', health: 'failure' })).toEqual([
    ['acme', 'deployed', 'unknown'],
  ]);
});

test('whose job left nothing that tells is unknown where its wave began, and not begun where it did not', async () => {
  leave('portsip-deploy-empty', {});
  leave('portsip-deploy-text', { 'portsip-job.json': 'null', 'journal.jsonl': DONE });
  leave('portsip-deploy-odd', { 'portsip-job.json': said(), 'journal.jsonl': '{"done":7}\n' });
  deployed('silent', undefined);
  const names = ['away', 'empty', 'text', 'odd', 'silent'];
  for (const name of names) healthy(name);
  expect(await verdicts(names)).toEqual(names.map((name) => [name, 'unknown', 'unknown']));
  expect(await verdicts(['away'], { deploys: 'failure', health: 'failure' })).toEqual([['away', 'unknown', 'unknown']]);
  expect(await verdicts(['away'], { deploys: 'unknown', health: 'unknown' })).toEqual([['away', 'unknown', 'unknown']]);
  const skipped: WaveResult = { deploys: 'skipped', health: 'skipped' };
  expect(await verdicts(['away'], skipped)).toEqual([['away', 'not-begun', 'not-begun']]);
});

test('a deploy that failed, was stopped by its review or cancelled has failed, whatever it did before', async () => {
  deployed('failed', DONE, { status: 'failure' });
  deployed('unreviewed', undefined, { status: 'failure', review: 'failure' });
  deployed('cancelled', DONE, { status: 'cancelled' });
  expect(await verdicts(['failed', 'unreviewed', 'cancelled'], { deploys: 'failure', health: 'failure' })).toEqual([
    ['failed', 'failed', 'failed'],
    ['unreviewed', 'refused', 'failed'],
    ['cancelled', 'cancelled', 'failed'],
  ]);
});

test('of an earlier attempt counts what failed, and what went well only where all of its wave did', async () => {
  deployed('acme', DONE);
  healthy('acme');
  deployed('other', DONE, { status: 'failure' });
  healthy('other');
  expect(await verdicts(['acme'], WELL, 2)).toEqual([['acme', 'deployed', 'done']]);
  expect(await verdicts(['acme', 'other'], { deploys: 'failure', health: 'success' }, 2)).toEqual([
    ['acme', 'unknown', 'unknown'],
    ['other', 'failed', 'failed'],
  ]);
});

test('a wave of clusters that all wait for their windows shows nothing; one that is deployed is enough', async () => {
  deployed('late', WAITS);
  deployed('later', WAITS);
  deployed('new', DONE);
  const [waiting = [], mixed = []] = await read(
    [
      [job('late'), job('later')],
      [job('late'), job('new')],
    ],
    [WELL, WELL],
  );
  expect([isProven(waiting), isProven(mixed), isProven([])]).toEqual([false, true, false]);
});

describe('the page', () => {
  test('has a row for each cluster by wave, what was not begun and why, and how to go on', async () => {
    deployed('canary', DONE);
    seen('canary', { healthy: false, reasons: [{ is: 'bad', why: 'server', server: 'media-1', state: 'offline' }] });
    const waves = await read(
      [[job('canary')], [job('acme', 2), job('umbra', 2)]],
      [
        { deploys: 'success', health: 'failure' },
        { deploys: 'skipped', health: 'skipped' },
      ],
    );
    expect(renderFleetDeploys({ waves, runUrl: RUN })).toBe(`### 3 clusters: 1 unhealthy, 2 not begun

> [!CAUTION]
> **Not begun: \`acme\` and \`umbra\`**, since the wave before did not end well: \`canary\`. To go on, run the failed jobs again, push the repair, or start the workflow by hand: what is done already is not done again.

| Wave | Cluster | Deploy | Health | PBX |
| --- | --- | --- | --- | --- |
| 1 | [\`canary\`](${RUN}/job/45) | deployed (1 change done) | **unhealthy**: media-1 is not online | 22.7.0 |
| 2 | [\`acme\`](${RUN}) | **not begun** |  |  |
| 2 | [\`umbra\`](${RUN}) | **not begun** |  |  |

<sub>[Run](${RUN})</sub>
`);
  });

  test('says that nothing has shown that others may follow where the canaries wait for their windows', async () => {
    deployed('canary', WAITS);
    healthy('canary');
    const waves = await read([[job('canary')], [job('acme', 2)]], [WELL, { deploys: 'skipped', health: 'skipped' }]);
    expect(stopOf(waves)).toMatchObject({ by: [], waiting: [{ name: 'canary' }] });
    const text = renderFleetDeploys({ waves, runUrl: RUN });
    expect(text).toContain('every cluster of the wave before waits for its maintenance window (`canary`)');
    expect(text).toContain('`canary` waits for its maintenance window: a run in it');
    expect(fleetDeploysLine(waves)).toBe('2 clusters: 1 not begun, 1 waiting for a window');
  });

  test('obeys nothing that a host or the PBX says', async () => {
    deployed('acme', DONE);
    const detail = 'x | y\n<img src=x> [link](https://evil.example) @alice';
    seen('acme', { healthy: 'unknown', reasons: [{ is: 'unknown', why: 'main', detail }] });
    const text = renderFleetDeploys({ waves: await read([[job('acme')]], [WELL]), runUrl: RUN });
    const row = text.split('\n').find((line) => line.startsWith('| 1 |')) ?? '';
    expect(row).toContain('The main server does not answer by SSH: x');
    expect(row.replace(/\\./g, '').split('|')).toHaveLength(7);
    expect(row).not.toMatch(/<img|\[link\]\(| @alice/);
  });
});

test('what is handed over between jobs is read, or refused as a whole', () => {
  expect(readResults('[["success","failure"],["skipped","cancelled"]]')).toEqual([
    { deploys: 'success', health: 'failure' },
    { deploys: 'skipped', health: 'cancelled' },
  ]);
  // GitHub may come to say more.
  expect(readResults('[["","done"]]')).toEqual([{ deploys: 'unknown', health: 'unknown' }]);
  for (const text of ['', '{}', '[["success"]]', '[["success",7]]', '["success"]'])
    expect(readResults(text)).toBeUndefined();
  expect(readWaves(JSON.stringify([{ include: [job('a')] }, { include: [job('b', 2)] }]))).toEqual([
    [job('a')],
    [job('b', 2)],
  ]);
  for (const text of ['', '{}', '[{}]', '[{"include":[]}]', '[{"include":[{"name":"../x"}]}]'])
    expect(readWaves(text)).toBeUndefined();
  expect(readWaves('[]')).toEqual([]);
});
