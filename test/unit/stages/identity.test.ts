import { seenContainers } from '../../../src/host/containers';
import { controlPlane } from '../../../src/host/control-plane';
import { isReachable } from '../../../src/host/reachable';
import type { Cluster } from '../../../src/cluster/types';
import type { PortalServer } from '../../../src/pbx/types';
import type { Plan } from '../../../src/plan/types';
import { emptyRecord, otherClusters, parseRecord, type ClusterRecord } from '../../../src/stages/cluster-record';
import { renderStatus } from '../../../src/cli/status';
import { statusReport } from '../../../src/status/report';
import { driftOf } from '../../../src/drift/drift';
import { Identity } from '../../../src/stages/identity';
import { stillThere } from '../../../src/stages/left-behind';
import type { Live } from '../../../src/stages/live';
import { Portal } from '../../../src/stages/portal';
import { claim, forget, listing, settle } from '../../../src/stages/record';
import { clusterOf, GUIDE, guide, ids, idsOf, MEDIA_2, only, planned, reason, withHost } from './fixture';

/* What a cluster is like after years: file, portal, hosts and record say different things of one server. */

const TWO = GUIDE + MEDIA_2;
const two = () => clusterOf(TWO);
const REMOVE = 'unmanaged_servers: remove\n';
const without = (name: string, text = TWO) => clusterOf(text.replace(new RegExp(`.*name: ${name},.*\n`), ''));

const register = (live: Live, entry: Partial<PortalServer>): Live => {
  const copy = structuredClone(live);
  const one: PortalServer = {
    id: `by-hand-${entry.name}`,
    role: 'media',
    name: '',
    type: 'EXTERNAL',
    enabled: true,
    ...entry,
  };
  copy.portal.servers[one.role].push(one);
  return copy;
};
const isSeen = (live: Live, id: string, status: 'ONLINE' | 'OFFLINE'): Live => ({
  ...live,
  portal: { ...live.portal, status: new Map([...live.portal.status, [id, { status }]]) },
});
/** Changes what a server's container was told. */
const told = (live: Live, host: string, flag: string, value: string): Live =>
  withHost(live, host, (facts) => {
    for (const container of seenContainers(facts))
      container.args = container.args.map((arg, at, all) => (all[at - 1] === flag ? value : arg));
  });
const withRecord = (live: Live, change: (record: ClusterRecord) => ClusterRecord): Live => ({
  ...live,
  record: change(live.record ?? emptyRecord('acme')),
});
const blockers = (plan: Plan): string[] =>
  plan.warnings.filter(({ severity }) => severity === 'blocking').map(({ code, server }) => `${code} ${server}`);
const warned = (plan: Plan, code: string): string[] =>
  plan.warnings.filter((finding) => finding.code === code).map(({ message }) => message);

/** What the main server keeps of another cluster file that was deployed. */
function recordOf(name: string, cluster: Cluster, time = '2026-01-01T00:00:00.000Z'): string {
  return JSON.stringify({ ...listing(emptyRecord(name), cluster, { at: 0 }, () => false), time });
}

/** The record after a run that began all of a plan and got no further than `done`. */
function recordAfter(cluster: Cluster, live: Live, plan: Plan, done: (id: string) => boolean = () => false) {
  let record = claim(live.record ?? emptyRecord('acme'), plan.changes, cluster, controlPlane(cluster), live);
  const finished = plan.changes.filter(({ id }) => done(id));
  for (const change of finished) record = settle(record, change, cluster);
  const who = new Identity(cluster, live);
  const left = stillThere(
    { who, portal: new Portal(live.portal.servers) },
    plan,
    new Set(finished.map(({ id }) => id)),
  );
  return forget(record, cluster, left);
}

describe('a server that is renamed', () => {
  const renamed = clusterOf(GUIDE.replace('name: queue-server-1', 'name: queue-a'));
  let live: Live;
  const first = planned(guide(), renamed, (now) => (live = now));

  it('is known by its old name until all of it has the new one', () => {
    const record = recordAfter(renamed, live, first);
    expect(Object.keys(record.servers)).toEqual(expect.arrayContaining(['queue-server-1', 'queue-a']));
    const second = planned(guide(), renamed, (now) => ({ ...now, record }));
    expect(ids(second)).toEqual(ids(first));
    expect(blockers(second)).toEqual([]);
  });

  it('is known by it as well after a run that found its host away', () => {
    const away = (now: Live): Live => ({
      ...now,
      hosts: new Map(
        [...now.hosts].map(([name, facts]) => [name, name === 'queue-a' ? { unreachable: 'no route' } : facts]),
      ),
    });
    const plan = planned(guide(), renamed, away);
    expect(recordAfter(renamed, away(live), { ...plan, changes: [] }).servers).toHaveProperty('queue-server-1');
  });

  it('and whose portal has the new name already is known by it while its container still has the old one', () => {
    const half = structuredClone(live);
    for (const entry of half.portal.servers.queue) if (entry.name === 'queue-server-1') entry.name = 'queue-a';
    const plan = planned(guide(), renamed, () => half);
    expect(recordAfter(renamed, half, plan).servers).toHaveProperty('queue-server-1');
    expect(recordAfter(renamed, half, plan, () => true).servers).not.toHaveProperty('queue-server-1');
  });
});

it('a server that moves is known where it was on its way to, should it move on before it arrived', () => {
  const to = (address: string) => clusterOf(GUIDE.replace('192.168.1.22 ', `${address} `));
  let live: Live | undefined;
  const plan = planned(guide(), to('192.168.1.32'), (now) => (live = now));
  if (!live) throw new Error('not planned');
  const record = recordAfter(to('192.168.1.32'), live, plan, (id) => id === 'server/queue-server-1');
  const on = planned(guide(), to('192.168.1.42'), (now) => {
    const there = now.hosts.get('queue-server-1 (192.168.1.22)');
    const blank = now.hosts.get('queue-server-1');
    if (!there || !blank) throw new Error('not looked at');
    const hosts = new Map([
      ...now.hosts,
      ['queue-server-1 (192.168.1.22)', blank],
      ['queue-server-1 (192.168.1.32)', there],
    ] as const);
    return { ...now, hosts, record };
  });
  expect(only(on, 'role', 'queue-server-1').leaves?.from.address).toBe('192.168.1.32');
});

it('a machine that only got another address is not left', () => {
  const moved = clusterOf(GUIDE.replace('192.168.1.22 ', '192.168.1.32 '));
  const plan = planned(guide(), moved, (now) => {
    const there = now.hosts.get('queue-server-1 (192.168.1.22)');
    if (!isReachable(there)) throw new Error('not looked at');
    const facts = { ...there, bootId: 'one boot' };
    return {
      ...now,
      hosts: new Map([...now.hosts, ['queue-server-1', facts], ['queue-server-1 (192.168.1.22)', facts]]),
    };
  });
  expect(only(plan, 'role', 'queue-server-1')).toMatchObject({ action: 'update' });
  expect(only(plan, 'role', 'queue-server-1').leaves).toBeUndefined();
});

describe('unmanaged_servers: remove', () => {
  it('leaves the machine of a listed server alone that the portal has by its public address as well', () => {
    const plan = planned(guide(), clusterOf(GUIDE + REMOVE), (live) => {
      const now = register(live, { name: 'stale', publicIp: '104.101.137.60' });
      const facts = now.hosts.get('media-server-1');
      if (!facts) throw new Error('no host');
      return { ...now, hosts: new Map([...now.hosts, ['stale', facts]]) };
    });
    expect(idsOf(plan, 'role-removal')).toEqual([]);
    expect(idsOf(plan, 'portal-entry-removal')).toEqual(['server/stale']);
  });

  it('and by an address that only the machine itself knows', () => {
    const plan = planned(guide(), clusterOf(GUIDE + REMOVE), (live) => {
      const now = withHost(
        register(live, { name: 'stale', privateIp: '10.9.0.21' }),
        'media-server-1',
        (facts) => void (facts.bootId = 'one boot'),
      );
      const facts = now.hosts.get('media-server-1');
      if (!facts) throw new Error('no host');
      return { ...now, hosts: new Map([...now.hosts, ['stale', facts]]) };
    });
    expect(idsOf(plan, 'role-removal')).toEqual([]);
  });

  it.each([
    ['by its address', '192.168.1.20', {}],
    ['by its container', '10.9.0.20', { container: 'portsip.callmanager' }],
    ['by its boot', '10.9.0.20', { boot: 'of the PBX' }],
  ])(
    'runs no script where the PBX runs, known %s',
    (_by, privateIp, { container, boot }: { container?: string; boot?: string }) => {
      const plan = planned(guide(), clusterOf(GUIDE + REMOVE), (live) => {
        const now = register(live, { name: 'stale', privateIp });
        const [media, main] = [now.hosts.get('media-server-1'), now.main];
        if (!isReachable(media) || !isReachable(main)) throw new Error('no host');
        const facts = structuredClone({ ...media, ...(boot && { bootId: boot }) });
        for (const one of seenContainers(facts))
          one.args = one.args.map((arg, at, all) => (all[at - 1] === '-n' ? 'stale' : arg));
        const [first] = seenContainers(facts);
        if (container && first) facts.containers = [...seenContainers(facts), { ...first, name: container }];
        return {
          ...now,
          main: { ...main, ...(boot && { bootId: boot }) },
          hosts: new Map([...now.hosts, ['stale', facts]]),
        };
      });
      expect(idsOf(plan, 'role-removal')).toEqual([]);
      expect(idsOf(plan, 'portal-entry-removal')).toEqual(['server/stale']);
    },
  );
});

describe('a server that left the cluster file', () => {
  const left = without('media-server-2');

  it('and whose host runs for another PBX by now is left alone, and so is its entry until a person says so', () => {
    const other = (live: Live) =>
      told(told(live, 'media-server-2', '-a', '10.9.9.9'), 'media-server-2', '-n', 'theirs');
    const plan = planned(two(), left, other);
    expect(ids(plan).filter((id) => id.includes('media-server-2'))).toEqual([]);
    expect(blockers(plan)).toEqual(['not-ours media-server-2']);
    expect(warned(plan, 'not-ours')[0]).toMatch(
      /runs a media server "theirs" of the PBX 10\.9\.9\.9.*--host-is-gone media-server-2/,
    );
    const said = planned(two(), left, other, { gone: ['media-server-2'] });
    expect(ids(said)).toContain('server/media-server-2');
    expect(idsOf(said, 'role-removal')).toEqual([]);
  });

  it('and whose host runs one of another name by now is left alone', () => {
    const plan = planned(two(), left, (live) => told(live, 'media-server-2', '-n', 'by-hand'));
    expect(blockers(plan)).toEqual(['not-ours media-server-2']);
  });

  it('and knew the PBX by its former address is ours', () => {
    const plan = planned(two(), left, (live) =>
      withRecord(told(live, 'media-server-2', '-a', '192.168.1.9'), (record) => ({
        ...record,
        pbx: ['192.168.1.9', '192.168.1.20'],
      })),
    );
    expect(idsOf(plan, 'role-removal')).toEqual(['role/media-server-2']);
  });

  it('and whose host runs another role as well is left alone', () => {
    const plan = planned(two(), left, (live) =>
      withHost(live, 'media-server-2', (facts) => {
        const [first] = seenContainers(facts);
        if (first) facts.containers = [...seenContainers(facts), { ...first, name: 'portsip.callqueue' }];
      }),
    );
    expect(blockers(plan)).toEqual(['host-shared media-server-2']);
    expect(idsOf(plan, 'role-removal')).toEqual([]);
  });

  it('for another cluster file of the same PBX is left to that one, and so is what lets it in', () => {
    const others = otherClusters({ east: recordOf('east', two()), broken: '{' });
    const plan = planned(two(), left, (live) => ({ ...live, others }));
    expect(ids(plan)).toEqual([]);
    expect(warned(plan, 'handed-over')[0]).toContain('the cluster file "east" of the same PBX has it');
  });

  it('for another cluster file that has it on another machine is known and told as long as it runs here', () => {
    const there = clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'));
    const others = otherClusters({ east: recordOf('east', there) });
    let live: Live | undefined;
    const plan = planned(two(), left, (now) => (live = { ...now, others }));
    if (!live) throw new Error('not planned');
    expect(ids(plan)).toEqual([]);
    expect(warned(plan, 'handed-over')[0]).toMatch(/remove by hand what still runs on 192\.168\.1\.27/);
    expect(recordAfter(left, live, plan).servers).toHaveProperty('media-server-2');
    const away = withHost(live, 'media-server-2', (facts) => void (facts.containers = []));
    expect(recordAfter(left, away, plan).servers).not.toHaveProperty('media-server-2');
  });
});

describe('a server that two cluster files have', () => {
  const others = otherClusters({ east: recordOf('east', two()) });

  it('at one address goes from one to the other', () => {
    expect(blockers(planned(two(), two(), (live) => ({ ...live, others })))).toEqual([]);
  });

  it('and that is to move is left where the other one has it', () => {
    const moves = clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'));
    let live: Live | undefined;
    const plan = planned(two(), moves, (now) => (live = { ...now, others }));
    if (!live) throw new Error('not planned');
    expect(blockers(plan)).toContain('listed-twice media-server-2');
    expect(warned(plan, 'listed-twice')[0]).toMatch(
      /"east".*media-server-2.*at 192\.168\.1\.27 and not at 192\.168\.1\.40/,
    );
    const who = new Identity(moves, live);
    const { listed } = listing(emptyRecord('acme'), moves, live, (server) => who.contested(server) !== undefined);
    expect(listed).not.toHaveProperty('media-server-2');
  });

  it('and that the file of the other name had before stays ours as long as that record is there', () => {
    const left = without('media-server-2');
    const since = { 'media-server-2': '2026-01-02T00:00:00.000Z' };
    const after = (time: string) => {
      const now = otherClusters({ former: recordOf('former', two(), time) });
      let live: Live | undefined;
      const plan = planned(
        two(),
        left,
        (one) => (live = withRecord({ ...one, others: now }, (known) => ({ ...known, since }))),
      );
      if (!live) throw new Error('not planned');
      expect(ids(plan)).toEqual([]);
      expect(warned(plan, 'handed-over')[0]).toContain('delete its record');
      return recordAfter(left, live, plan).servers;
    };
    expect(after('2026-01-01T00:00:00.000Z')).toHaveProperty('media-server-2');
    expect(after('2026-01-03T00:00:00.000Z')).not.toHaveProperty('media-server-2');
  });
});

describe('two entries of one machine', () => {
  /** The file has the one that is OFFLINE; what runs is named for the other one. */
  const twice = (live: Live): Live => {
    const alive = register(live, { name: 'alive', publicIp: '104.101.137.60' });
    const offline = isSeen(isSeen(alive, 'media-server-1', 'OFFLINE'), 'by-hand-alive', 'ONLINE');
    return told(offline, 'media-server-1', '-n', 'alive');
  };

  it('are noticed by callers when the one that is ONLINE goes', () => {
    const plan = planned(guide(), guide(), twice);
    expect(only(plan, 'role', 'media-server-1').impact).toBe('new-calls');
  });
});

describe('what runs', () => {
  it('is what counts where a script wrote its configuration and failed then', () => {
    const plan = planned(guide(), guide(), (live) => {
      const facts = live.hosts.get('media-server-1');
      const [container] = isReachable(facts) ? seenContainers(facts) : [];
      return withRecord(live, (record) => ({
        ...record,
        unfinished: { 'media-server-1': container?.createdAt ?? '' },
      }));
    });
    expect(ids(plan)).toEqual(['role/media-server-1']);
    expect(reason(plan.changes[0])).toContain('did not get to recreate it');
  });

  it('and was created since then is what was wanted', () => {
    const plan = planned(guide(), guide(), (live) =>
      withRecord(live, (record) => ({ ...record, unfinished: { 'media-server-1': '2025-01-01T00:00:00Z' } })),
    );
    expect(ids(plan)).toEqual([]);
  });

  it('is not stopped for a folder that is not there', () => {
    const other = clusterOf(GUIDE.replace('/chat/files', '/chat/other'));
    const plan = planned(guide(), other, (live) =>
      withHost(live, 'im-server-1', (facts) => void (facts.folders = { '/chat/other': false })),
    );
    expect(blockers(plan)).toEqual(['chat-files-missing im-server-1']);
  });

  it('for another PBX on the host of a listed server is left alone', () => {
    const plan = planned(guide(), guide(), (live) => {
      const { record, ...rest } = told(live, 'queue-server-1', '-a', '10.9.9.9');
      expect(record).toBeDefined();
      return rest;
    });
    expect(idsOf(plan, 'role')).toEqual([]);
    expect(blockers(plan)).toContain('not-ours queue-server-1');
  });
});

it('what runs for another PBX replaces no built-in server', () => {
  const plan = planned(guide(), guide(), (live) => {
    const now = isSeen(told(live, 'queue-server-1', '-a', '10.9.9.9'), 'queue-server-1', 'OFFLINE');
    for (const entry of now.portal.servers.queue) entry.enabled = true;
    return withRecord(now, (record) => ({ ...record, pbx: ['192.168.1.20'] }));
  });
  expect(blockers(plan)).toContain('not-ours queue-server-1');
  expect(idsOf(plan, 'built-in-off')).toEqual([]);
});

describe('a server that is deleted and recreated for new values', () => {
  const head = clusterOf(GUIDE.replace('192.168.1.26 }', '192.168.1.26, data_path: /data }'));
  const also = (name: string) =>
    planned(guide(), head, (live) =>
      withHost(live, 'dataflow-server-1', (facts) => {
        const [first] = seenContainers(facts);
        if (first) facts.containers = [...seenContainers(facts), { ...first, name }];
      }),
    );
  it.each([
    ['another role', 'portsip.mediaserver', 'other-role'],
    ['the PBX', 'portsip.callmanager', 'pbx-on-host'],
  ])('is left alone where %s runs as well', (_what, container, code) => {
    const plan = also(container);
    expect(only(plan, 'role', 'dataflow-server-1').verbs).toContain('rm');
    expect(blockers(plan)).toEqual([`${code} dataflow-server-1`]);
  });

  it('is so where nothing else does', () => {
    expect(blockers(also('somebody.elses'))).toEqual([]);
  });
});

it('a server that takes the public address of the one that it replaces comes after that has gone', () => {
  const head = clusterOf(
    GUIDE.replace(
      'name: media-server-1, role: media, private_ip: 192.168.1.21',
      'name: media-server-9, role: media, private_ip: 192.168.1.29',
    ),
  );
  const plan = planned(guide(), head);
  const order = ids(plan);
  expect(order.indexOf('server/media-server-1')).toBeLessThan(order.indexOf('server/media-server-9'));
  expect(plan.changes.find(({ id }) => id === 'server/media-server-9')?.needs).toContain('server/media-server-1');
  expect(warned(plan, 'last-of-role').join()).toContain('media-server-1 is the only media server that takes calls');
});

it('and waits while that one cannot go', () => {
  const head = clusterOf(
    GUIDE.replace(
      'name: media-server-1, role: media, private_ip: 192.168.1.21',
      'name: media-server-9, role: media, private_ip: 192.168.1.29',
    ),
  );
  const plan = planned(guide(), head, (live) => ({
    ...live,
    hosts: new Map([...live.hosts, ['media-server-1', { unreachable: 'no route' }]]),
  }));
  expect(blockers(plan)).toEqual(
    expect.arrayContaining(['host-unreachable media-server-1', 'address-taken media-server-9']),
  );
});

it('two servers of the file that are one machine are told apart by a person', () => {
  const plan = planned(two(), two(), (live) =>
    ['media-server-1', 'media-server-2'].reduce(
      (now, name) => withHost(now, name, (facts) => void (facts.bootId = 'one boot')),
      live,
    ),
  );
  expect(blockers(plan)).toEqual(['one-machine media-server-1', 'one-machine media-server-2']);
});

describe('the last server of a role without a built-in one', () => {
  const noBuiltIn = (live: Live): Live => {
    const copy = structuredClone(live);
    const { queue } = copy.portal.servers;
    queue.splice(0, Infinity, ...queue.filter(({ type }) => type === 'EXTERNAL'));
    return copy;
  };
  it.each([
    ['is disabled', GUIDE.replace('192.168.1.22 }', '192.168.1.22, enabled: false }')],
    ['leaves', GUIDE.replace(/.*queue-server-1.*\n/, '')],
  ])('that %s is told before', (_what, text) => {
    const plan = planned(guide(), clusterOf(text), noBuiltIn);
    expect(blockers(plan)).toEqual(['last-of-role-without-stand-in queue-server-1']);
  });
});

describe('what only a person can resolve', () => {
  const changed = (change: (media: PortalServer[], queue: PortalServer[]) => void) => (live: Live) => {
    const copy = structuredClone(live);
    change(copy.portal.servers.media, copy.portal.servers.queue);
    return copy;
  };
  it.each([
    [
      'a server that somebody deleted and registered under another role',
      'role-changed',
      changed((media, queue) => {
        const [moved] = media.splice(1, 1);
        if (moved) queue.push({ ...moved, role: 'queue' });
      }),
    ],
    [
      "a server by the name of the PBX's own",
      'name-taken',
      changed((media) => {
        media.splice(1, 1);
        const [builtIn] = media;
        if (builtIn) builtIn.name = 'media-server-1';
      }),
    ],
  ])('%s is drift, and the cluster file is not met', (_what, code, change) => {
    let live: Live | undefined;
    const plan = planned(guide(), guide(), (now) => (live = change(now)));
    expect(blockers(plan)).toEqual([`${code} media-server-1`]);
    expect(driftOf(plan).items).toContainEqual(
      expect.objectContaining({ id: `finding/${code}/media-server-1`, server: 'media-server-1' }),
    );
    if (!live) throw new Error('not planned');
    const text = renderStatus(statusReport(guide(), live, plan), { color: false });
    expect(text).toContain('something is blocked (see `plan`)');
    expect(text).not.toContain('matches the cluster file');
  });
});

it('a server that stays and is shut out with its network is named', () => {
  const network = GUIDE.replace('ssh:', 'firewall: { trust: [192.168.1.0/24] }\nssh:');
  const plan = planned(clusterOf(network), guide(), (live) =>
    register(live, { name: 'theirs', privateIp: '192.168.1.77' }),
  );
  expect(idsOf(plan, 'source-removal')).toEqual(['firewall/192.168.1.0/24']);
  expect(warned(plan, 'shuts-out')[0]).toMatch(/media server "theirs" \(192\.168\.1\.77\).*without 192\.168\.1\.0\/24/);
});

describe('entries of others', () => {
  const filter = (live: Live, cidr: string, change: object): Live => ({
    ...live,
    portal: {
      ...live.portal,
      ipFilters: live.portal.ipFilters.map((one) => (one.cidr === cidr ? { ...one, ...change } : one)),
    },
  });

  it('that deny an address and have run out are in the way of it, and told with what to delete', () => {
    const plan = planned(guide(), guide(), (live) =>
      filter(live, '192.168.1.22/32', { target: 'DENY', expireAt: '2020-01-01T00:00:00Z' }),
    );
    expect(idsOf(plan, 'whitelist-entry')).toEqual([]);
    expect(blockers(plan)).toEqual(['address-denied queue-server-1']);
    expect(warned(plan, 'address-denied')[0]).toMatch(/192\.168\.1\.22\/32 that has run out.*delete it/);
  });

  it('keep what is written in them when they are prolonged', () => {
    const plan = planned(guide(), guide(), (live) =>
      filter(live, '192.168.1.22/32', { expireAt: '2026-01-05T00:00:00Z', description: 'from the office' }),
    );
    expect(only(plan, 'whitelist-entry').entry).toMatchObject({
      description: 'from the office',
      expireAt: expect.stringMatching(/^2099/) as unknown,
    });
  });
});

it('a record of an earlier release is taken over as it is', () => {
  const earlier = {
    version: 1,
    cluster: 'acme',
    servers: {
      'media-server-1': { role: 'media', address: '192.168.1.21', ssh: { user: 'pbx', port: 22 }, installed: true },
    },
    firewall: ['192.168.1.21'],
    whitelist: ['192.168.1.21/32'],
    builtInDisabled: [],
    restarts: {},
    recreate: {},
    draining: [],
    time: '',
  };
  const { record } = parseRecord(JSON.stringify(earlier), 'acme');
  expect(record).toMatchObject(earlier);
  const leaves = planned(guide(), clusterOf(GUIDE.replace(/.*media-server-1.*\n/, '')), (live) => ({
    ...live,
    ...(record && { record }),
  }));
  expect(idsOf(leaves, 'role-removal', 'portal-entry-removal')).toEqual([
    'role/media-server-1',
    'server/media-server-1',
  ]);
});
