import type { Change } from '../../../src/stages/change';
import { emptyRecord } from '../../../src/stages/cluster-record';
import { deployed } from '../../../src/stages/deployed';
import { isCurrent, isRecent, isUntouched, keptIn, serversOf, toHandOn, type Handed } from '../../../src/stages/handed';
import type { Live } from '../../../src/stages/live';
import type { RecordKeeper } from '../../../src/stages/record-keeper';
import { isReachable } from '../../../src/host/reachable';
import { unknown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import { loadBalancerRestart, portalEntry, roleSetup, spec, trustedSource } from '../changes';
import { guide, withHost } from './fixture';

const NOW = 1_700_000_000_000;
const cluster = guide();
const record = { ...emptyRecord('acme'), time: '2026-01-01T00:00:00Z' };
const TEXT = `${JSON.stringify(record, null, 2)}\n`;

function withMain(live: Live, change: Partial<HostFacts>): Live {
  if (!isReachable(live.main)) throw new Error('no main server');
  return { ...live, main: { ...live.main, ...change } };
}
const quiet = (): Live => ({
  ...withMain(deployed(cluster, cluster), { record: TEXT, lock: undefined, firewall: open }),
  live: true,
  record,
  at: NOW,
});
const open: HostFacts['firewall'] = {
  running: true,
  trusted: { permanent: [], runtime: [] },
  otherZones: {},
  rivals: { permanent: [], runtime: [] },
};
const observed = (live: Live = quiet()) => ({ live, findings: [] });
const handed = (seen: Partial<Parameters<typeof toHandOn>[2]> = {}) =>
  toHandOn(cluster, NOW, { observed: observed(), lock: 'held', ...seen });
const needed = (one: Handed | undefined): Handed => {
  if (!one) throw new Error('nothing was handed on');
  return one;
};
const change = roleSetup({ server: 'queue-server-1', wanted: spec('queue-server-1', { address: '192.168.1.22' }) });
const keeper = (written: Partial<Pick<RecordKeeper, 'text' | 'isSure'>>) =>
  ({ isSure: true, text: undefined, ...written }) as RecordKeeper;

describe('a look is handed on', () => {
  it('whole, where nothing was done and all could be read', () => {
    expect(handed()).toMatchObject({ lockedAt: NOW, stale: { rest: false, hosts: [] } });
    expect(handed({ lock: undefined })?.lockedAt).toBeUndefined();
    expect(handed({ lock: 'given-back' })?.lockedAt).toBeUndefined();
  });

  it('with what was touched since to be looked at again', () => {
    expect(handed({ changes: [change] })?.stale).toEqual({ rest: true, hosts: ['queue-server-1'] });
    expect(handed({ changes: [portalEntry({ server: 'vr-server-1' })] })?.stale).toEqual({
      rest: true,
      hosts: ['vr-server-1'],
    });
    expect(handed({ changes: [trustedSource()] })?.stale).toEqual({ rest: true, hosts: [] });
  });

  it('with what did not answer, or not wholly, to be looked at again', () => {
    const live = withHost(quiet(), 'media-server-1', (facts) => (facts.containers = unknown('Docker does not answer')));
    const hosts = new Map([...live.hosts, ['queue-server-1', { unreachable: 'no route' }] as const]);
    expect(handed({ observed: observed({ ...live, hosts }) })?.stale).toEqual({
      rest: false,
      hosts: ['media-server-1', 'queue-server-1'],
    });
    const blind = withMain(quiet(), { firewall: unknown('firewall-cmd did not answer') });
    expect(handed({ observed: observed(blind) })?.stale.rest).toBe(true);
    const status = new Map([['7', unknown('500')]]);
    const untold = { ...quiet(), portal: { ...quiet().portal, status } };
    expect(handed({ observed: observed(untold) })?.stale.rest).toBe(true);
  });

  it('with the record as it was written since', () => {
    const written = JSON.stringify({ ...record, firewall: ['192.168.1.22'] });
    const { observed: seen } = needed(handed({ record: keeper({ text: written }) }));
    expect(seen.live.record?.firewall).toEqual(['192.168.1.22']);
    expect(seen.live.main).toMatchObject({ record: written });
    expect(handed({ record: keeper({}) })?.observed.live.record).toEqual(record);
  });
});

describe('no look is handed on', () => {
  const { record: _, ...unrecorded } = quiet();
  it.each<[string, Live]>([
    ['of a main server that does not answer', { ...quiet(), main: { unreachable: 'no route' } }],
    ['where the record is not known', withMain(quiet(), { record: unknown('it was cut off') })],
    ['where the record is damaged', withMain(unrecorded, { record: '{' })],
    [
      'while a script is at work',
      withHost(quiet(), 'vr-server-1', (facts) => (facts.runningJob = { id: '1', title: 'x' })),
    ],
    [
      'of what a backup stopped',
      withHost(quiet(), 'vr-server-1', (facts) => (facts.stoppedForBackup = ['vr-server-1'])),
    ],
  ])('%s', (_what, live) => {
    expect(handed({ observed: observed(live) })).toBeUndefined();
  });

  it.each<[string, Partial<Parameters<typeof toHandOn>[2]>]>([
    [
      'after the PBX was restarted, and with it everything that is connected to it',
      { changes: [loadBalancerRestart()] },
    ],
    ['while something goes on that nobody waits for', { goesOn: true }],
    ['where nobody knows what the record is now', { record: keeper({ isSure: false }) }],
  ])('%s', (_what, seen) => {
    expect(handed(seen)).toBeUndefined();
  });

  it('that was made without the lock, while somebody held it', () => {
    const busy = withMain(quiet(), { lock: JSON.stringify({ id: 'another run' }), lockIdleMs: 1000 });
    expect(handed({ observed: observed(busy), lock: undefined })).toBeUndefined();
    expect(handed({ observed: observed(busy) })).toBeDefined();
  });
});

describe('a look that was handed on', () => {
  it('counts for ten minutes, and not before it was made', () => {
    const look = needed(handed({ lock: undefined }));
    expect([0, 599_999].map((later) => isRecent(look, NOW + later))).toEqual([true, true]);
    expect([-1, 600_000].map((later) => isRecent(look, NOW + later))).toEqual([false, false]);
    expect(isCurrent(look, NOW + 599_999)).toBe(true);
  });

  it('is current no longer than the lock is certainly held', () => {
    const look = needed(handed());
    expect(isCurrent(look, NOW + 89_999)).toBe(true);
    expect(isCurrent(look, NOW + 90_000)).toBe(false);
    expect(isCurrent(look, NOW - 1)).toBe(false);
  });

  it('is not current with anything in it that is in doubt', () => {
    expect(isCurrent(needed(handed({ changes: [change] })), NOW)).toBe(false);
    expect(isCurrent({ ...needed(handed()), stale: { rest: false, hosts: ['vr-server-1'] } }, NOW)).toBe(false);
  });

  it('is of use for the hosts that answered and nobody asks about again', () => {
    const hosts = new Map([...quiet().hosts, ['queue-server-1', { unreachable: 'no route' }] as const]);
    const look = needed(handed({ observed: observed({ ...quiet(), hosts }) }));
    expect([...keptIn(look, new Set(['vr-server-1']), true).hosts.keys()]).toEqual([
      'media-server-1',
      'meeting-server-1',
      'im-server-1',
      'dataflow-server-1',
    ]);
  });

  it('is of use for what the PBX told of others, where callers notice nothing; never for built-in servers', () => {
    const live = quiet();
    const names = (again: string[], status = true) => {
      const { status: kept } = keptIn(needed(handed({ observed: observed(live) })), new Set(again), status);
      const all = Object.values(live.portal.servers).flat();
      return kept && all.filter(({ id }) => kept.has(id)).map(({ name }) => name);
    };
    const own = ['media-server-1', 'queue-server-1', 'meeting-server-1', 'vr-server-1'];
    expect(names([])).toEqual(own);
    expect(names(['media-server-1'])).toEqual(own.slice(1));
    expect(names([], false)).toBeUndefined();
    const [silent] = live.portal.servers.media.filter(({ type }) => type === 'EXTERNAL');
    const status = new Map([...live.portal.status, [silent?.id ?? '', unknown('it did not answer')] as const]);
    const doubted = needed(handed({ observed: observed({ ...live, portal: { ...live.portal, status } }) }));
    expect(keptIn(doubted, new Set(), true).status?.has(silent?.id ?? '')).toBe(false);
  });

  it('is void once a record of this PBX has changed', () => {
    const look = needed(handed());
    expect(isUntouched(look, observed())).toBe(true);
    expect(isUntouched(look, observed(withMain(quiet(), { record: TEXT.trim() })))).toBe(true);
    for (const after of [
      withMain(quiet(), { record: TEXT.replace('2026', '2027') }),
      withMain(quiet(), { record: undefined }),
      withMain(quiet(), { record: unknown('it was cut off') }),
      withMain(quiet(), { otherRecords: { other: '{}' } }),
      { ...quiet(), main: { unreachable: 'no route' } },
    ])
      expect(isUntouched(look, observed(after))).toBe(false);
  });
});

describe('what changes are about', () => {
  it('is their servers', () => {
    expect([...serversOf(cluster, [change])]).toEqual(['queue-server-1']);
    expect([...serversOf(cluster, [trustedSource()])]).toEqual([]);
  });

  it('is the machines that they name', () => {
    const moves: Change = {
      ...change,
      leaves: { from: { name: 'queue-server-1', role: 'queue', address: '192.168.1.24', ssh: cluster.ssh }, verbs: [] },
    };
    expect([...serversOf(cluster, [moves])].sort()).toEqual(['queue-server-1', 'vr-server-1']);
  });
});
