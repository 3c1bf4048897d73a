import { emptyRecord } from '../../../src/stages/cluster-record';
import { deployed } from '../../../src/stages/deployed';
import { APART_MS, lookAgainIn, noted, withoutWell } from '../../../src/stages/heal';
import { settle } from '../../../src/stages/record';
import { clusterOf, GUIDE, guide, ids, idsOf, only, planned, reason, shown } from './fixture';
import { ago, NOW, sick, type Sick } from './sick';

const QUEUES =
  GUIDE + [2, 3].map((n) => `  - { name: queue-server-${n}, role: queue, private_ip: 192.168.1.3${n} }\n`).join('');
const cluster = clusterOf(QUEUES);
const plan = (state: Sick, heal?: 'too' | 'only', of = cluster) =>
  planned(of, of, (live) => sick(live, state), heal ? { heal } : {});
const told = (made: ReturnType<typeof plan>, code: string) =>
  made.warnings.filter((finding) => finding.code === code).map(({ message }) => message);

describe('a server that is dead', () => {
  it('is told in a sentence, with since when, whoever looks', () => {
    const made = plan({ offline: { 'queue-server-1': 25 }, hostsGone: ['queue-server-1'] });
    expect(ids(made)).toEqual([]);
    expect(told(made, 'offline')).toEqual([
      "The portal shows queue-server-1 OFFLINE since 2026-06-01 11:35 UTC. Its host does not answer. The PBX still gives calls to it: disable it on the portal's Queue Servers page, or let heal do so (deploy --heal; the workflow heal.yml)",
    ]);
  });

  it('of which the PBX takes care itself is told as well, and left to it', () => {
    const made = plan({ offline: { 'media-server-1': 25 } }, 'only');
    expect(ids(made)).toEqual([]);
    expect(told(made, 'offline')[0]).toContain('The PBX gives its calls to other media servers');
  });

  it('is taken out of calls where that is asked for', () => {
    const made = plan({ offline: { 'queue-server-1': 25 } }, 'only');
    expect(ids(made)).toEqual(['heal/queue-server-1']);
    const change = only(made, 'dead-server-off');
    expect([change.standIn, reason(change), shown(change)]).toEqual([
      false,
      'it is dead (OFFLINE since 2026-06-01 11:35 UTC), and calls still go to it',
      [{ name: 'enabled', before: 'true', after: 'false' }],
    ]);
  });

  it('and the last of its role is replaced by the built-in one', () => {
    const made = plan({ offline: { 'queue-server-1': 25 } }, 'only', guide());
    expect(only(made, 'dead-server-off')).toMatchObject({ server: 'queue-server-1', standIn: true });
  });

  it('is left alone when it is unknown whether it is', () => {
    expect(ids(plan({ unknown: ['queue-server-1'] }, 'only'))).toEqual([]);
  });

  it('is left alone after a single look', () => {
    expect(ids(plan({ offline: { 'queue-server-1': 'once' } }, 'only'))).toEqual([]);
  });

  it.each([
    ['itself is down', { pbxDown: true as const }, 'not seen to run'],
    ['has just started', { pbxStarted: ago(2) }, 'just started'],
  ])('is left alone while the PBX %s', (_, state, why) => {
    const made = plan({ offline: { 'queue-server-1': 25 }, ...state }, 'only');
    expect(ids(made)).toEqual([]);
    expect(told(made, 'heal-held')).toEqual([expect.stringContaining(why)]);
  });

  it('is left alone when most others are as well: then it is not they', () => {
    const dead = ['media', 'queue', 'meeting', 'vr'].map((role) => [`${role}-server-1`, 25] as const);
    const made = plan({ offline: Object.fromEntries(dead) }, 'only');
    expect(ids(made)).toEqual([]);
    expect(told(made, 'heal-held')).toEqual([expect.stringContaining('4 of 6 servers are OFFLINE at once')]);
  });

  it('is left alone when half of its role is out of calls, those that died first coming first', () => {
    // Three and the built-in one: two at most.
    const two = plan({ offline: { 'queue-server-1': 25, 'queue-server-2': 40, 'queue-server-3': 30 } }, 'only');
    expect(ids(two).sort()).toEqual(['heal/queue-server-2', 'heal/queue-server-3']);
    expect(told(two, 'heal-held')).toEqual([expect.stringMatching(/^queue-server-1 is not taken out.*2 of 4 is half/)]);
    const one = plan(
      { offline: { 'queue-server-1': 25, 'queue-server-2': 40 }, out: { 'queue-server-3': 'still' } },
      'only',
    );
    expect(ids(one)).toEqual(['heal/queue-server-2']);
  });

  it('that nobody wants to take calls is nobody to heal', () => {
    const off = clusterOf(QUEUES.replace('192.168.1.22 }', '192.168.1.22, enabled: false }'));
    expect(ids(plan({ offline: { 'queue-server-1': 25 } }, 'only', off))).toEqual([]);
  });
});

describe('a server that was taken out of calls', () => {
  it('stays so while it is dead: a deploy shows it and changes nothing', () => {
    const made = plan({ out: { 'queue-server-1': 'still' } });
    expect(ids(made)).toEqual([]);
    expect(told(made, 'taken-out-dead')).toEqual([
      expect.stringMatching(
        /^queue-server-1 takes no calls: it is dead \(OFFLINE since 2026-06-01 10:30 UTC\) and was disabled in the portal at 2026-06-01 10:40 UTC/,
      ),
    ]);
    expect(told(made, 'offline')).toEqual([]);
  });

  it('keeps the built-in one at work meanwhile', () => {
    const made = plan({ out: { 'queue-server-1': 'still' }, builtInOn: ['queue'] }, undefined, guide());
    expect(ids(made)).toEqual([]);
  });

  it('is enabled again once it is back: by heal after two looks, by a deploy at once', () => {
    const on = (state: Sick) => idsOf(plan(state, 'only'), 'dead-server-on');
    expect(on({ out: { 'queue-server-1': 'once' } })).toEqual([]);
    expect(on({ out: { 'queue-server-1': 5 } })).toEqual(['heal/queue-server-1']);
    const deploy = plan({ out: { 'queue-server-1': 'once' } });
    expect(ids(deploy)).toEqual(['server/queue-server-1']);
    expect(reason(deploy.changes[0])).toBe('it was taken out of calls because it was dead, and is ONLINE again');
  });

  it('keeps its other values in step', () => {
    const meeting = clusterOf(QUEUES.replace('max_rooms: 100', 'max_rooms: 150'));
    const made = planned(cluster, meeting, (live) => sick(live, { out: { 'meeting-server-1': 'still' } }));
    expect(shown(only(made, 'portal-entry'))).toEqual([{ name: 'max rooms', before: '100', after: '150' }]);
    expect(only(made, 'portal-entry').wanted.enabled).toBe(false);
  });
});

describe('what the record says of looks', () => {
  const look = (state: Sick, record = emptyRecord('acme'), minutes = 0) => {
    const live = { ...sick(deployed(cluster, cluster), state), at: NOW + minutes * 60_000 };
    return { record: noted(record, cluster, live), again: lookAgainIn(noted(record, cluster, live), cluster, live) };
  };
  const dead = { offline: { 'queue-server-1': 'once' as const } };

  it('is since when and until when, and one look asks for another', () => {
    const first = look(dead);
    expect(first.record.seen).toEqual({ 'queue-server-1': { status: 'OFFLINE', since: ago(0), last: ago(0) } });
    expect(first.again).toBe(APART_MS);
    const second = look(dead, first.record, 1);
    expect(second.record.seen['queue-server-1']).toEqual({ status: 'OFFLINE', since: ago(0), last: ago(-1) });
    expect(second.again).toBeUndefined();
  });

  it('begins anew once it was ONLINE, or nobody looked for an hour', () => {
    const first = look(dead).record;
    expect(look({}, first, 1).record.seen).toEqual({});
    expect(look(dead, first, 61).record.seen['queue-server-1']?.since).toBe(ago(-61));
    expect(look(dead, first, 59).record.seen['queue-server-1']?.since).toBe(ago(0));
  });

  it('begins anew, too, once a run that does not heal saw it well, or installed it anew', () => {
    const first = look(dead).record;
    const at = (state: Sick) => sick(deployed(cluster, cluster), state);
    expect(withoutWell(first, cluster, at({})).seen).toEqual({});
    expect(withoutWell(first, cluster, at(dead)).seen).toEqual(first.seen);
    expect(withoutWell(first, cluster, at({ unknown: ['queue-server-1'] })).seen).toEqual(first.seen);
    const other = clusterOf(QUEUES.replace('192.168.1.22', '192.168.1.42'));
    expect(settle(first, only(planned(cluster, other), 'role', 'queue-server-1'), other).seen).toEqual({});
  });

  it('is not changed by a look that could not see it', () => {
    const first = look(dead).record;
    expect(look({ unknown: ['queue-server-1'] }, first, 1).record.seen).toEqual(first.seen);
  });

  it('forgets that a server was dead once somebody enabled it', () => {
    const record = { ...emptyRecord('acme'), dead: { 'queue-server-1': { since: ago(9), at: ago(8) } } };
    expect(look({}, record).record.dead).toEqual({});
  });
});
