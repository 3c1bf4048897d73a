import { unknown } from '../../../src/host/reading';
import { isReachable } from '../../../src/host/reachable';
import { heldIn } from '../../../src/plan/held';
import type { Live } from '../../../src/stages/live';
import { emptyRecord, parseRecord, type ClusterRecord, type RecordedBackup } from '../../../src/stages/cluster-record';
import { judged, keepers, lastBackup, notKept } from '../../../src/stages/backups';
import { clusterOf, GUIDE, guide, ids, only, planned, withHost } from './fixture';

const HOUR = 3600_000;
const IM = 'im-server-1';
const im = keepers(guide()).find(({ name }) => name === IM) ?? { name: IM, machine: guide().pbx.machine };

/** A cluster as it is deployed, whose record says when IM was backed up last */
function live(backup?: RecordedBackup, change: (live: Live) => Live = (same) => same): Live {
  let found: Live | undefined;
  planned(guide(), guide(), (deployed) => (found = deployed));
  if (!found) throw new Error('nothing is deployed');
  const record: ClusterRecord = {
    ...(found.record ?? emptyRecord('acme')),
    ...(backup && { backups: { [IM]: backup } }),
  };
  return change({ ...found, record });
}
const ago = (ms: number, now: number, address = '192.168.1.25') => ({
  at: new Date(now - ms).toISOString(),
  address,
  where: '/var/backups/portsip/acme/x',
});

describe('the age of the last backup', () => {
  const { at } = live();

  it('is what the record says', () => {
    expect(lastBackup(live(ago(3 * HOUR, at)), im)).toMatchObject({ ageMs: 3 * HOUR });
  });

  it('is none where there is none, and that of another machine is none of this one', () => {
    expect([lastBackup(live(), im), lastBackup(live(ago(HOUR, at, '192.168.1.99')), im)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is what its host says, where the run that made it did not come to write it down', () => {
    const note = { ...ago(HOUR, at), bytes: 1024, sha256: 'a'.repeat(64), seconds: 5 };
    const told = (from: Live) => withHost(from, IM, (facts) => (facts.backups = { [IM]: note }));
    expect(lastBackup(live(ago(30 * HOUR, at), told), im)).toMatchObject({ ageMs: HOUR, bytes: 1024 });
    expect(lastBackup(live(undefined, told), im)).toMatchObject({ ageMs: HOUR });
  });

  it.each<[string, Live]>([
    ['the main server does not answer', live(ago(HOUR, at), (one) => ({ ...one, main: { unreachable: 'off' } }))],
    ['the record cannot be read', live(ago(HOUR, at), (one) => withRecord(one, unknown('I/O error')))],
    ['the record is damaged', live(undefined, (one) => withoutRecord(withRecord(one, '{')))],
    ['what it says cannot be used', live({ unreadable: true })],
    ['it is still to come', live(ago(-HOUR, at))],
    [
      'its host has one and does not tell',
      live(undefined, (one) => withHost(one, IM, (facts) => (facts.backups = { [IM]: unknown('no') }))),
    ],
  ])('is unknown, neither fresh nor none, where %s', (_, one) => {
    expect(judged(lastBackup(one, im))).toBe('unknown');
  });

  it('survives a record that somebody edited as what nobody can read', () => {
    const text = JSON.stringify({ ...emptyRecord('acme'), backups: { [IM]: { at: 'yesterday' } } });
    const record = parseRecord(text, 'acme').record;
    expect(record?.backups).toEqual({ [IM]: { unreadable: true } });
    // And once it was written again
    expect(parseRecord(JSON.stringify(record), 'acme').record?.backups).toEqual(record?.backups);
  });

  it('is judged by the cluster file, and by a day without it', () => {
    const old = (hours: number) => lastBackup(live(ago(hours * HOUR, at)), im);
    expect([judged(old(23)), judged(old(25)), judged(old(25), 7 * 86_400), judged(undefined)]).toEqual([
      'fresh',
      'old',
      'fresh',
      'none',
    ]);
  });
});

function withRecord(one: Live, record: string | ReturnType<typeof unknown>): Live {
  return isReachable(one.main) ? { ...one, main: { ...one.main, record } } : one;
}
function withoutRecord({ record: _, ...rest }: Live): Live {
  return rest;
}

describe('an upgrade', () => {
  const NEWER = GUIDE.replace('pbx:22', 'pbx:22.7').replace(
    '192.168.1.20 }',
    '192.168.1.20, image: portsip/pbx:22.7 }',
  );
  const codes = (plan: ReturnType<typeof planned>) =>
    plan.warnings
      .filter(({ code }) => code.startsWith('backup-'))
      .map(({ code, severity, change }) => [code, severity, change]);
  const backedUp = (names: string[]) => (one: Live) => ({
    ...one,
    record: {
      ...(one.record ?? emptyRecord('acme')),
      backups: Object.fromEntries(
        keepers(guide()).flatMap(({ name, machine }) =>
          names.includes(name) ? [[name, ago(HOUR, one.at, machine.address)]] : [],
        ),
      ),
    },
  });
  const asLive = (change: (live: Live) => Live) => (one: Live) => change({ ...one, live: true });

  it('without a backup is warned of, for all that PortSIP wants one of', () => {
    expect(
      codes(
        planned(
          guide(),
          clusterOf(NEWER),
          asLive((one) => one),
        ),
      ),
    ).toEqual([
      ['backup-none', 'warning', 'role/pbx'],
      ['backup-none', 'warning', `role/${IM}`],
      ['backup-none', 'warning', 'role/dataflow-server-1'],
    ]);
  });

  it('waits where the cluster file wants a backup, and only what needs it waits with it', () => {
    const wanted = `${NEWER}backup: { max_age: 24h }\n`.replace('max_call_sessions: 5000', 'max_call_sessions: 4000');
    const all = planned(guide(), clusterOf(wanted), asLive(backedUp(['pbx', 'dataflow-server-1'])));
    expect(codes(all)).toEqual([['backup-none', 'blocking', `role/${IM}`]]);
    expect([...heldIn(all).keys()]).toEqual([`role/${IM}`]);

    const pbx = planned(guide(), clusterOf(wanted), asLive(backedUp([IM, 'dataflow-server-1'])));
    expect(codes(pbx)).toEqual([['backup-none', 'blocking', 'role/pbx']]);
    // All servers are upgraded after the PBX; what the portal is told of one is not.
    const free = pbx.changes.flatMap(({ id }) => (heldIn(pbx).has(id) ? [] : [id]));
    expect(free.filter((id) => id.startsWith('role/'))).toEqual([]);
    expect(free).toContain('server/media-server-1');
  });

  it('with a backup goes on, and what is no upgrade wants none', () => {
    const fresh = asLive(backedUp(['pbx', IM, 'dataflow-server-1']));
    expect(codes(planned(guide(), clusterOf(`${NEWER}backup: { max_age: 24h }\n`), fresh))).toEqual([]);
    const moved = clusterOf(`${GUIDE.replace('/chat/files', '/chat/other')}backup: { max_age: 24h }\n`);
    expect(
      codes(
        planned(
          guide(),
          moved,
          asLive((one) => one),
        ),
      ),
    ).toEqual([]);
  });
});

describe('what is asked to be backed up', () => {
  const asked = (names: string[], text = GUIDE) =>
    planned(clusterOf(text), clusterOf(text), undefined, { backup: { names, reason: 'a test' } });

  it('is all that keeps something, one after the other, and nothing else', () => {
    const plan = asked([]);
    expect(plan.changes.map(({ id, impact, after }) => [id, impact, after])).toEqual([
      ['backup/pbx', 'active-calls', []],
      [`backup/${IM}`, 'messaging', ['backup/pbx']],
      ['backup/dataflow-server-1', 'analytics', [`backup/${IM}`]],
    ]);
  });

  it('has what PortSIP names, chat files with it', () => {
    expect(only(asked([IM]), 'backup').how).toEqual({
      by: 'copy',
      folder: '/var/backups/portsip/acme',
      parts: [
        { name: 'im-data', path: '/var/lib/portsip/im-data' },
        { name: 'im-postgresql', path: '/var/lib/portsip/im-postgresql' },
        { name: 'chat-files', path: '/chat/files' },
      ],
    });
  });

  it('is made by a program where there is one, which nobody notices', () => {
    const { how, impact } = only(asked(['im'], `${GUIDE}backup: { command: [/opt/snap, --all] }\n`), 'backup');
    expect([how, impact]).toEqual([{ by: 'command', argv: ['/opt/snap', '--all', IM, 'im', '192.168.1.25'] }, 'none']);
  });

  it('is left to a person where the PBX is highly available and no program is given', () => {
    const ha = GUIDE.replace('192.168.1.20 }', '192.168.1.130, high_availability: { control_node: 192.168.1.131 } }');
    const plan = asked([], ha);
    expect([plan.changes, plan.warnings.map(({ code }) => code)]).toEqual([[], ['backup-by-hand']]);
    expect(ids(asked(['pbx'], `${ha}backup: { command: [/opt/snap] }\n`))).toEqual(['backup/pbx']);
  });

  it('is not made of what keeps nothing', () => {
    expect(notKept(guide(), ['media-server-1', 'ivr', 'im', 'pbx'])).toEqual(['media-server-1', 'ivr']);
  });
});
