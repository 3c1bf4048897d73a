import '../github/actions-modules';
import { decideFleet, fleetIssueMarker } from '../../../src/github/fleet-issue';
import type { DriftIssue, Verdict } from '../../../src/github/drift-issue';
import { worstFirst, type ClusterSight } from '../../../src/status/fleet';
import { ATTACK, quiet } from '../cli/status-reports';
import { drifted, seen, sick, unseen } from '../status/sights';

/* One issue for all clusters: what is decided about it. */

const FILES = 'clusters/*/cluster.yaml';
const options = { files: FILES, runUrl: 'https://github.com/acme/pbx/actions/runs/9', runsUrl: 'https://github.com/x' };
const decide = (sights: ClusterSight[], issue?: DriftIssue) => decideFleet(worstFirst(sights), issue, options);
const bodyOf = (verdict: Verdict): string => ('body' in verdict ? verdict.body : '');
const opened = (sights: ClusterSight[], open = true): DriftIssue => ({
  number: 7,
  open,
  body: bodyOf(decide(sights)),
});
const row = (body: string, name: string) => body.split('\n').find((line) => line.startsWith(`| \`${name}\``));

test('nothing is the matter: no issue', () => {
  expect(decide([seen('acme'), seen('umbra')])).toEqual({ do: 'nothing', why: 'all clusters are well' });
});

test('one issue with a row for each that is unhealthy, unknown or drifted, the worst first, versions side by side', () => {
  const old = { ...drifted, pbx: { ...quiet.pbx, version: '22.4.1' } };
  const verdict = decide([seen('well'), seen('drifts', old), unseen('away'), seen('ill', sick)]);
  const body = bodyOf(verdict);
  expect(verdict.do).toBe('open');
  expect(body.startsWith(fleetIssueMarker(FILES))).toBe(true);
  expect(body).toContain('**4 clusters: 1 unhealthy, 1 unknown, 2 healthy.** 3 clusters to look at:');
  expect(body.indexOf('`ill`')).toBeLessThan(body.indexOf('`away`'));
  expect(body.indexOf('`away`')).toBeLessThan(body.indexOf('`drifts`'));
  expect(row(body, 'ill')).toBe(
    '| `ill` | **unhealthy** | 22.6.0 | 22.6.0 | none | queue-server-1 gets no calls, and the cluster file says that it does |',
  );
  expect(row(body, 'away')).toBe(
    '| `away` | **unknown** | unknown | unknown | unknown | Not seen: its job failed or never ran; is its runner there? |',
  );
  expect(row(body, 'drifts')).toBe('| `drifts` | healthy | 22.4.1 | 22.6.0 | 1 change | media-server-1: stopped |');
  expect(body).toContain('**Nothing to do:** `well`.');
  expect(body).toContain('PBX versions: 22.6.0 (2 clusters), 22.4.1 (1 cluster) and unknown (1 cluster).');
});

test('a restart that is owed, a setting and a closed window are no matter for it', () => {
  const owed = { restartsOwed: ['restart/pbx'], restartsOwedTo: ['pbx'], drift: 1, changedSettings: ['restart.order'] };
  expect(decide([seen('acme', owed)]).do).toBe('nothing');
});

test('the same is told once, in the same words; another thing in a comment; and when all are well it closes', () => {
  const before = [seen('acme', drifted), seen('umbra')];
  const issue = opened(before);
  expect(decide(before, issue)).toEqual({ do: 'nothing', why: 'the same as before' });
  expect(decide(before, { ...issue, body: issue.body.replaceAll('\n', '\r\n') }).do).toBe('nothing');

  const worse = decide([seen('acme', drifted), seen('umbra', sick)], issue);
  expect(worse).toMatchObject({ do: 'update', reopen: false });
  expect('comment' in worse && worse.comment).toMatch(
    /New or different:\n\n- `umbra`: unhealthy, differs: none\. queue/,
  );
  expect('comment' in worse && worse.comment).not.toContain('acme`');

  const other = decide([seen('acme'), seen('umbra', sick)], issue);
  expect('comment' in other && other.comment).toContain('Well again: `acme`.');

  const gone = decide([seen('acme'), seen('umbra')], issue);
  expect(gone).toMatchObject({ do: 'close', comment: expect.stringContaining('All clusters are healthy') as string });
});

test('a version that is another one updates the table without a word to anybody', () => {
  const issue = opened([seen('acme', drifted), seen('umbra')]);
  const newer = { pbx: { ...quiet.pbx, version: '22.8.0' } };
  const verdict = decide([seen('acme', drifted), seen('umbra', newer)], issue);
  expect([verdict.do, 'comment' in verdict]).toEqual(['update', false]);
});

test('what hosts say of the same trouble mails nobody', () => {
  const mute = (apiProblem: string) => seen('acme', { pbx: { ...quiet.pbx, apiProblem } });
  const verdict = decide([mute('timed out after 9.8 s')], opened([mute('timed out after 10 s')]));
  expect([verdict.do, 'comment' in verdict]).toEqual(['update', false]);
});

test('one that a person closed stays closed until something else is the matter', () => {
  const sights = [seen('acme', drifted)];
  const closed = opened(sights, false);
  expect(decide(sights, closed).do).toBe('nothing');
  expect(decide([seen('acme')], closed).do).toBe('nothing');
  expect(decide([seen('acme', { ...drifted, ...sick })], closed)).toMatchObject({ do: 'update', reopen: true });
});

test('a cluster that a run is at work on says what it said before', () => {
  const busy = { ...sick, lock: 'run 7 on runner-1' };
  expect(decide([seen('acme', busy)]).do).toBe('nothing');
  const issue = opened([seen('acme', drifted)]);
  const verdict = decide([seen('acme', busy)], issue);
  expect([verdict.do, 'comment' in verdict]).toEqual(['update', false]);
  expect(row(bodyOf(verdict), 'acme')).toBeDefined();
});

test('a cluster that nobody saw is never well: the issue stays', () => {
  expect(decide([unseen('acme')]).do).toBe('open');
  expect(decide([unseen('acme')], opened([seen('acme', drifted)]))).toMatchObject({ do: 'update', reopen: false });
});

test('200 clusters with long names and texts fit, each with its row', () => {
  const text = 'ж'.repeat(300);
  const name = (index: number) => `${'a'.repeat(59)}-${String(index).padStart(3, '0')}`;
  const sights = Array.from({ length: 200 }, (_, index) =>
    seen(name(index), {
      ...drifted,
      pbx: { ...quiet.pbx, version: text, apiProblem: text },
      outOfCalls: ['queue-server-1', 'media-server-1'],
    }),
  );
  const body = bodyOf(decide(sights));
  expect(Buffer.byteLength(body)).toBeLessThan(65_536);
  for (const { name: one } of sights) expect(row(body, one)).toContain('**unhealthy**');
  const comment = decide(sights, opened([seen('acme', drifted)]));
  expect('comment' in comment && Buffer.byteLength(comment.comment ?? '')).toBeLessThan(65_536);
});

test('1,000 clusters: what does not fit is counted', () => {
  const sights = Array.from({ length: 1000 }, (_, index) => unseen(`${'a'.repeat(59)}-${index}`));
  const body = bodyOf(decide(sights));
  expect(Buffer.byteLength(body)).toBeLessThan(65_536);
  expect(body).toMatch(/… and \d+ more clusters: see the run's page\./);
});

test('text of hosts does nothing in it, and what a person made of the state is no harm', () => {
  const hostile = seen('acme', { pbx: { ...quiet.pbx, version: ATTACK, apiProblem: `${ATTACK} @acme | x` } });
  const body = bodyOf(decide([hostile]));
  expect(body).not.toMatch(/<img|<script|@acme/);
  expect(row(body, 'acme')?.match(/(?<!\\)\|/g)).toHaveLength(7);
  const broken = { number: 7, open: true, body: body.replace(/troubles=[\w%]+/, 'troubles=AAAA') };
  expect(decide([hostile], broken).do).toBe('update');
});
