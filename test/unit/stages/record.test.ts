import { known } from '../known';
import { seenContainers } from '../../../src/host/containers';
import type { Cluster } from '../../../src/cluster/types';
import type { Host } from '../../../src/host/types';
import type { Plan } from '../../../src/plan/types';
import { controlPlane } from '../../../src/host/control-plane';
import { isReachable } from '../../../src/host/reachable';
import { stageOf } from '../../../src/stages';
import { Planned, type Change } from '../../../src/stages/change';
import {
  emptyRecord,
  parseRecord,
  type ClusterRecord,
  type OtherCluster,
  type RecordedServer,
} from '../../../src/stages/cluster-record';
import { deployed } from '../../../src/stages/deployed';
import type { Live } from '../../../src/stages/live';
import { Identity } from '../../../src/stages/identity';
import type { PortalServer } from '../../../src/pbx/types';
import { claim as claimWith, forget, inherit, settle, withoutGivenBack } from '../../../src/stages/record';
import { RecordKeeper } from '../../../src/stages/record-keeper';
import { restart } from '../../../src/stages/restart';
import type { DiffOptions } from '../../../src/stages/diff-options';
import { atOnce, stepsOf } from '../../../src/slices';
import { plans } from './every-kind';
import { clusterOf, GUIDE, guide, ids, MEDIA_2, only, planned, withHost } from './fixture';

const NOTHING = { rotate: [], force: false, gone: [], allowUndersized: false };
const claim = (record: ClusterRecord, changes: readonly Change[], cluster: Cluster, live: Live) =>
  claimWith(record, changes, cluster, controlPlane(cluster), live);
/** The restarts that are due when nothing else is to be done */
const dueRestarts = (cluster: Cluster, live: Live, options: DiffOptions = NOTHING): string[] =>
  ids(
    atOnce(
      stepsOf(
        restart.diff(
          { cluster, plane: controlPlane(cluster), live, options, who: new Identity(cluster, live) },
          new Planned([]),
        ),
      ),
    ),
  );

describe('the text of a record', () => {
  it.each([
    ['{"version": 1, "clus'],
    ['[]'],
    ['null'],
    ['{"version":1,"cluster":"other"}'],
    ['{"version":"1","cluster":"acme"}'],
  ])('%s counts as lost', (text) => {
    const { record, finding } = parseRecord(text, 'acme');
    expect(record).toBeUndefined();
    expect(finding?.code).toBe('record-lost');
  });

  it('of a newer release is refused', () => {
    expect(() => parseRecord('{"version":2,"cluster":"acme"}', 'acme')).toThrow(/newer release \(format 2\)/);
  });

  it('is none on a new cluster', () => {
    expect(parseRecord(undefined, 'acme')).toEqual({});
  });

  it('edited by hand keeps what has the right shape and nothing else', () => {
    const ssh = { user: 'pbx', port: 22 };
    const good = { role: 'media', address: '192.168.1.21', ssh };
    const { record } = parseRecord(
      JSON.stringify({
        version: 1,
        cluster: 'acme',
        servers: {
          good,
          none: null,
          role: { ...good, role: 'root' },
          address: { ...good, address: '$(reboot)' },
          number: { ...good, privateIp: 5 },
          jump: { ...good, ssh: { ...ssh, jumpHost: 'bastion' } },
        },
        firewall: ['192.168.1.21', 7, '192.168.1.21'],
        builtInDisabled: ['media', 'im'],
        restarts: { 'restart/x': { reason: 'why', startedAt: 5 }, 'restart/y': { reason: 'why' }, 'restart/z': 'soon' },
        draining: 'all',
      }),
      'acme',
    );
    expect(record).toEqual({
      ...emptyRecord('acme'),
      servers: { good },
      firewall: ['192.168.1.21'],
      builtInDisabled: ['media'],
      restarts: { 'restart/y': { reason: 'why' } },
    });
  });

  it('comes back as it was written', () => {
    const { record } = deployed(guide(), guide());
    expect(parseRecord(JSON.stringify(record), 'acme')).toEqual({ record });
  });
});

describe('what is ours', () => {
  const head = clusterOf(GUIDE + MEDIA_2);
  const live = () => deployed(guide(), head);
  const lost = (): Live => {
    const { record, ...rest } = live();
    expect(record).toBeDefined();
    return rest;
  };
  const changesOf = (now: Live) => planned(guide(), head, () => now).changes;

  it('is what a run is about to create, and not what was there', () => {
    const claimed = claim(emptyRecord('acme'), changesOf(lost()), head, lost());
    expect(Object.keys(claimed.servers)).toEqual(['media-server-2']);
    expect(claimed.firewall).toEqual(['192.168.1.27']);
    expect(claimed.whitelist).toEqual(['192.168.1.27/32']);
  });

  it('is not a source that somebody else had stored and that only has to become active', () => {
    const now = lost();
    if (!isReachable(now.main)) throw new Error('no main server');
    const { permanent, runtime } = known(now.main.firewall).trusted;
    known(now.main.firewall).trusted = { permanent: [...permanent, '192.168.1.27'], runtime };
    const changes = changesOf(now);
    expect(changes.find(({ id }) => id === 'firewall/192.168.1.27')?.action).toBe('update');
    expect(claim(emptyRecord('acme'), changes, head, now).firewall).toEqual([]);
  });

  it('stays ours by its new name', () => {
    const renamed = clusterOf(GUIDE.replace('queue-server-1', 'queue-a'));
    const { changes } = planned(guide(), renamed);
    expect(changes.map(({ id, action }) => `${action} ${id}`)).toEqual(
      expect.arrayContaining(['replace server/queue-a', 'update role/queue-a']),
    );
    const record = claim(
      deployed(guide(), renamed).record ?? emptyRecord('acme'),
      changes,
      renamed,
      deployed(guide(), renamed),
    );
    expect(record.servers['queue-a']).toMatchObject({ address: '192.168.1.22' });
    expect(forget(record, renamed, new Set()).servers['queue-server-1']).toBeUndefined();
  });

  it('is known by its old address until it has left it', () => {
    const movedFile = clusterOf(GUIDE.replace('192.168.1.22', '192.168.1.32'));
    const { changes } = planned(guide(), movedFile);
    const at = (record: ClusterRecord) => record.servers['queue-server-1']?.address;
    let record = claim(
      deployed(guide(), movedFile).record ?? emptyRecord('acme'),
      changes,
      movedFile,
      deployed(guide(), movedFile),
    );
    expect(at(record)).toBe('192.168.1.22');
    const plan = { changes } as Plan;
    record = settle(record, only(plan, 'portal-entry'), movedFile);
    expect(at(record)).toBe('192.168.1.22');
    record = settle(record, only(plan, 'role'), movedFile);
    expect(at(record)).toBe('192.168.1.32');
  });

  it('is not what only has the name of something that every object has', () => {
    const odd = clusterOf(GUIDE.replace('queue-server-1', 'constructor'));
    const upgraded = clusterOf(GUIDE.replace('queue-server-1', 'constructor').replace('pbx:22', 'pbx:22.7'));
    const update = only(planned(odd, upgraded), 'role', 'constructor');
    expect(update.action).toBe('update');
    expect(Object.keys(claim(emptyRecord('acme'), [update], odd, lost()).servers)).toEqual([]);
  });
});

describe('what another cluster file of the same PBX has', () => {
  it('stays open by both of its addresses', () => {
    const media = (deployed(guide(), guide()).record as ClusterRecord).servers['media-server-1'] as RecordedServer;
    const without = clusterOf(GUIDE.replace(/.*media-server-1.*\n/, ''));
    const closed = (others?: OtherCluster[]) =>
      planned(guide(), without, (live) => {
        const { record = emptyRecord('acme'), portal, main } = live;
        const { 'media-server-1': _, ...servers } = record.servers;
        const cidr = '104.101.137.60/32';
        return {
          ...live,
          ...(others && { others }),
          main,
          record: { ...record, servers, whitelist: [...record.whitelist, cidr] },
          portal: { ...portal, ipFilters: [...portal.ipFilters, { id: 'p', cidr, target: 'ACCEPT' }] },
        };
      }).changes.map(({ id }) => id);
    const removal = 'whitelist/104.101.137.60/32';
    expect(closed()).toContain(removal);
    const servers = [{ name: 'media-server-1', address: media.address }];
    expect(closed([{ cluster: 'east', servers, owned: { 'media-server-1': media } }])).not.toContain(removal);
  });
});

describe('servers that runs took out of calls', () => {
  it('are given back by whoever enables the entry of that role, and by no other of the name', () => {
    const cluster = clusterOf(
      GUIDE.replace('servers:', 'servers:\n  - { name: edge, role: sbc, private_ip: 192.168.1.29 }'),
    );
    const live = deployed(guide(), guide());
    const [media] = live.portal.servers.media;
    const servers = {
      ...live.portal.servers,
      media: [{ ...(media as PortalServer), name: 'edge' }, ...live.portal.servers.media],
    };
    const record = { ...emptyRecord('acme'), draining: ['edge', 'queue-server-1'] };
    const after = withoutGivenBack(record, cluster, { ...live, portal: { ...live.portal, servers } });
    expect(after.draining).toEqual(['edge']);
  });
});

describe('what somebody else put there and a cluster file has now', () => {
  const live = deployed(guide(), guide());
  const theirs = live.record as ClusterRecord;
  const from = (cluster: Cluster, servers: ClusterRecord['servers']) =>
    inherit(emptyRecord('east'), cluster, new Identity(cluster, live), [
      { cluster: 'acme', servers: [], owned: servers },
    ]).servers;

  it('is ours where it is the same server at the same address, and so is what is known of it', () => {
    expect(Object.keys(from(guide(), theirs.servers))).toEqual(Object.keys(theirs.servers));
    const { installed, ...registered } = theirs.servers['queue-server-1'] as RecordedServer;
    expect(installed).toBe(true);
    expect(from(guide(), { 'queue-server-1': registered })['queue-server-1']).toEqual(registered);
  });

  it('is ours also where they were only on their way to', () => {
    const queue = theirs.servers['queue-server-1'] as RecordedServer;
    const elsewhere = [{ address: queue.address, ssh: queue.ssh }];
    const taken = from(guide(), { 'queue-server-1': { ...queue, address: '192.168.1.99', elsewhere } });
    expect(taken['queue-server-1']).toMatchObject({ address: queue.address });
  });

  it('is not at another address, with another role, or where we have it already', () => {
    const queue = theirs.servers['queue-server-1'] as RecordedServer;
    expect(from(guide(), { 'queue-server-1': { ...queue, address: '192.168.1.99' } })).toEqual({});
    expect(from(guide(), { 'queue-server-1': { ...queue, role: 'ivr' } })).toEqual({});
    const own = { ...emptyRecord('acme'), servers: { 'queue-server-1': { ...queue, address: '192.168.1.98' } } };
    const others = [{ cluster: 'east', servers: [], owned: theirs.servers }];
    const kept = inherit(own, guide(), new Identity(guide(), live), others);
    expect(kept.servers['queue-server-1']?.address).toBe('192.168.1.98');
  });

  it('is what a server that left has by another name, also where the portal keeps no list', () => {
    const renamed = clusterOf(GUIDE.replace('im-server-1', 'im-2'));
    const before = deployed(guide(), renamed);
    const record = inherit(before.record as ClusterRecord, renamed, new Identity(renamed, before));
    expect(record.servers['im-2']).toMatchObject({ role: 'im', address: '192.168.1.25', installed: true });
  });
});

describe('a server that left', () => {
  const without = clusterOf(GUIDE.replace(/.*queue-server-1.*\n/, ''));
  const record = deployed(guide(), without).record as ClusterRecord;

  it('is forgotten once nothing of it is left, with what was owed to it', () => {
    const before = {
      ...record,
      restarts: {
        'restart/queue-server-1': { reason: 'x' },
        'restart/pbx': { reason: 'x' },
        'restart/media-server-1': { reason: 'x' },
      },
      draining: ['queue-server-1', 'media-server-1'],
    };
    expect(forget(before, without, new Set(['queue-server-1'])).servers).toHaveProperty('queue-server-1');
    const after = forget(before, without, new Set());
    expect(after.servers).not.toHaveProperty('queue-server-1');
    expect(Object.keys(after.restarts)).toEqual(['restart/pbx', 'restart/media-server-1']);
    expect(after.draining).toEqual(['media-server-1']);
  });
});

describe('restarts that are owed', () => {
  const cluster = guide();
  const owing = (startedAt: string | undefined, live = deployed(cluster, cluster)): Live => ({
    ...live,
    record: {
      ...(live.record as ClusterRecord),
      restarts: { 'restart/media-server-1': { reason: 'servers were added', ...(startedAt && { startedAt }) } },
    },
  });
  const due = (live: Live, asked?: DiffOptions['restart']) =>
    dueRestarts(cluster, live, { ...NOTHING, ...(asked && { restart: asked }) });

  it('are due while the container runs since the same moment, or nobody knows since when', () => {
    expect(due(owing('2026-01-01T00:00:00Z'))).toEqual(['restart/media-server-1']);
    expect(due(owing(undefined))).toEqual(['restart/media-server-1']);
  });

  it('are not once it has started again, whoever did it', () => {
    expect(due(owing('2025-12-31T00:00:00Z'))).toEqual([]);
  });

  it('come to be owed again by the next scale-out, since the moment as it is now', () => {
    const head = clusterOf(GUIDE + MEDIA_2);
    const live = { ...owing('2025-12-31T00:00:00Z', deployed(cluster, head)) };
    const { changes } = planned(cluster, head, () => live);
    const record = claim(live.record as ClusterRecord, changes, head, live);
    expect(record.restarts['restart/media-server-1']).toEqual({
      reason: 'servers were added',
      startedAt: '2026-01-01T00:00:00Z',
    });
    // The run is killed before the restart: the next one still does it.
    expect(dueRestarts(head, { ...live, record })).toContain('restart/media-server-1');
  });

  it('are not done along with others that a person asks for, the PBX least of all', () => {
    const live = owing('2026-01-01T00:00:00Z');
    (live.record as ClusterRecord).restarts['restart/pbx'] = { reason: 'the cluster is new' };
    expect(due(live, { roles: [], servers: ['queue-server-1'], pbx: false, reason: 'a test' })).toEqual([
      'restart/queue-server-1',
    ]);
  });

  it('are settled when done, and when the container was recreated', () => {
    const { record } = owing('2026-01-01T00:00:00Z') as { record: ClusterRecord };
    const asked = { roles: [], servers: ['media-server-1'], pbx: false, reason: 'a test' };
    const restarted = only(planned(cluster, cluster, undefined, { restart: asked }), 'server-restart');
    const updated = only(planned(cluster, clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7'))), 'role', 'media-server-1');
    const moved = only(planned(cluster, clusterOf(GUIDE.replace('192.168.1.21', '192.168.1.31'))), 'role');
    expect([restarted, updated, moved].map(({ action }) => action)).toEqual(['restart', 'update', 'replace']);
    for (const one of [restarted, updated, moved]) expect(settle(record, one, cluster).restarts).toEqual({});
  });
});

it('a restart of the PBX that is owed is settled when the PBX was upgraded, which restarted it', () => {
  const cluster = guide();
  const head = clusterOf(GUIDE.replace('192.168.1.20 }', '192.168.1.20, image: portsip/pbx:22.7 }'));
  const upgrade = only(planned(cluster, head), 'pbx-image');
  const owing = { ...emptyRecord('acme'), restarts: { 'restart/pbx': { reason: 'the cluster is new' } } };
  expect(settle(owing, upgrade, head).restarts).toEqual({});
});

describe('the load balancer', () => {
  const startedAt = (live: Live, when: string): Live => {
    if (!isReachable(live.main)) throw new Error('no main server');
    const [callManager] = seenContainers(live.main);
    if (!callManager) throw new Error('no PBX');
    const containers = ['portsip.callmanager', 'portsip.loadbalancer'].map((name) => ({
      ...callManager,
      name,
      startedAt: when,
    }));
    return { ...live, main: { ...live.main, containers } };
  };
  const BEFORE = '2026-01-01T00:00:00Z';
  const AFTER = '2026-01-02T00:00:00Z';

  it('is still owed its restart after a killed run restarted the PBX, with which it started', () => {
    const cluster = guide();
    const empty = deployed(undefined, cluster);
    const { changes } = planned(undefined, cluster);
    const record = claim(emptyRecord('acme'), changes, cluster, startedAt(empty, BEFORE));
    const later = { ...startedAt(empty, AFTER), record };
    const due = dueRestarts(cluster, later);
    expect(due).toContain('restart/loadbalancer');
    expect(due).not.toContain('restart/pbx');
    const next = claim(record, [], cluster, later);
    expect(next.restarts['restart/pbx']).toBeUndefined();
    expect(next.restarts['restart/loadbalancer']?.startedAt).toBe(AFTER);
  });

  it('is still owed its restart after a killed run upgraded the PBX and then added a server', () => {
    const upgraded = GUIDE.replace('192.168.1.20 }', '192.168.1.20, image: portsip/pbx:22.7 }');
    const head = clusterOf(upgraded + MEDIA_2);
    const live = deployed(guide(), head);
    const { changes } = planned(guide(), head);
    expect(changes.map(({ id }) => id)).toEqual(expect.arrayContaining(['role/pbx', 'role/media-server-2']));
    const record = claim(live.record ?? emptyRecord('acme'), changes, head, startedAt(live, BEFORE));
    const later = { ...startedAt(deployed(head, head), AFTER), record };
    const due = dueRestarts(head, later);
    expect(due).toContain('restart/loadbalancer');
  });
});

describe('the PBX itself', () => {
  const head = clusterOf(GUIDE + MEDIA_2);
  const restartsPbx = (change: (live: Live) => Live) =>
    planned(guide(), head, change).changes.some(({ id }) => id === 'restart/pbx');

  it('is restarted for a cluster that is new', () => {
    expect(planned(undefined, guide()).changes.map(({ id }) => id)).toContain('restart/pbx');
  });

  it('is not, because no host of a cluster answers at the moment', () => {
    const down = (live: Live): Live => ({
      ...live,
      hosts: new Map(
        [...live.hosts].map(([name, facts]) => [name, name === 'media-server-2' ? facts : { unreachable: 'no route' }]),
      ),
    });
    expect(restartsPbx(down)).toBe(false);
    expect(restartsPbx((live) => ({ ...down(live), portal: { ...live.portal, status: new Map() } }))).toBe(false);
  });

  it('is not, because the containers of a cluster are gone', () => {
    const empty = (live: Live) =>
      [...live.hosts.keys()].reduce((now, name) => withHost(now, name, (facts) => (facts.containers = [])), live);
    expect(restartsPbx((live) => ({ ...empty(live), portal: { ...live.portal, status: new Map() } }))).toBe(false);
  });

  it('is owed in the step of a job that installs, though an earlier step has registered all', () => {
    const live = deployed(undefined, guide());
    const { changes } = planned(undefined, guide());
    const registered = changes.filter((change) => stageOf(change) === 'register');
    const record = registered.reduce(
      (now, change) => settle(now, change, guide()),
      claim(emptyRecord('acme'), registered, guide(), live),
    );
    const after = claim(
      record,
      changes.filter((change) => stageOf(change) === 'install'),
      guide(),
      { ...live, record },
    );
    expect(Object.keys(after.restarts)).toContain('restart/pbx');
  });
});

it('is the same one once an address is let in, of which it had to know before', () => {
  const { changes } = planned(undefined, guide());
  const record = claim(emptyRecord('acme'), changes, guide(), deployed(undefined, guide()));
  const letIn = changes.filter(({ kind }) => kind === 'trusted-source' || kind === 'whitelist-entry');
  expect(letIn.length).toBeGreaterThan(1);
  for (const change of letIn) expect(settle(record, change, guide())).toBe(record);
});

it('is not altered by what is done', () => {
  for (const { changes } of plans()) {
    const record = frozen(claim(emptyRecord('acme'), changes, guide(), deployed(guide(), guide())));
    for (const change of changes) expect(() => settle(record, change, guide())).not.toThrow();
  }
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner);
  return value;
}

describe('the keeper', () => {
  const keeper = (write: () => Promise<{ code: number; stdout: string; stderr: string }>) =>
    new RecordKeeper(emptyRecord('acme'), { machine: guide().pbx.machine, run: write } as unknown as Host, () => ({
      run: 'r',
      time: 't',
    }));
  const draining = (name: string) => (record: ClusterRecord) => ({
    ...record,
    draining: [...new Set([...record.draining, name])],
  });

  it('writes once for all that comes while it writes', async () => {
    const write = jest.fn(
      () =>
        new Promise<{ code: number; stdout: string; stderr: string }>((resolve) =>
          setTimeout(() => resolve({ code: 0, stdout: '', stderr: '' }), 5),
        ),
    );
    const kept = keeper(write);
    await Promise.all(Array.from({ length: 50 }, (_, index) => kept.update(draining(`server-${index}`))));
    expect(write.mock.calls.length).toBeLessThanOrEqual(2);
    expect(kept.current.draining).toHaveLength(50);
  });

  it('writes again what it could not write, though nothing has changed since', async () => {
    const answers = [1, 0];
    const write = jest.fn(() => Promise.resolve({ code: answers.shift() ?? 0, stdout: '', stderr: 'disk full' }));
    const kept = keeper(write);
    await expect(kept.update(draining('media-server-1'))).rejects.toThrow('disk full');
    await kept.update(draining('media-server-1'));
    await kept.update(draining('media-server-1'));
    expect(write).toHaveBeenCalledTimes(2);
  });
});
