import type { Cluster } from '../../../src/cluster/types';
import { seenContainers } from '../../../src/host/containers';
import { isReachable, type Reachable } from '../../../src/host/reachable';
import { controlPlane } from '../../../src/host/control-plane';
import { isKnown, unknown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import { emptyRecord, otherClusters } from '../../../src/stages/cluster-record';
import { Identity } from '../../../src/stages/identity';
import type { Live } from '../../../src/stages/live';
import { withoutClosed } from '../../../src/stages/firewall';
import { inherit, listing, recorded } from '../../../src/stages/record';
import { clusterOf, guide, GUIDE, ids, idsOf, MEDIA_2, only, planned, withHost } from './fixture';

/* What random years of clusters (test/unit/years) once found, each by itself. */

const TWO = GUIDE + MEDIA_2;

/** A look at a machine with this changed; what a container was told, by flag. */
function facts(found: Reachable | undefined, boot: string, told: Record<string, string> = {}): HostFacts {
  if (!isReachable(found)) throw new Error('not looked at');
  const copy = structuredClone({ ...found, bootId: boot });
  for (const one of seenContainers(copy)) one.args = one.args.map((arg, at, all) => told[all[at - 1] ?? ''] ?? arg);
  return copy;
}
const at = (live: Live, host: string, looked: HostFacts): Live => ({
  ...live,
  hosts: new Map([...live.hosts, [host, looked]]),
});

/** A media server is renamed whose old entry somebody deleted. */
const renamed = clusterOf(TWO.replace('name: media-server-2', 'name: media-server-4'));
const renamedUnseen = (live: Live): Live => {
  const { media } = live.portal.servers;
  const servers = { ...live.portal.servers, media: media.filter(({ name }) => name !== 'media-server-2') };
  return { ...live, portal: { ...live.portal, servers } };
};

it('what runs by another name is stopped first, and where no entry counts its calls the plan says that they may end', () => {
  const seen = only(planned(clusterOf(TWO), renamed), 'role', 'media-server-4');
  const unseen = only(planned(clusterOf(TWO), renamed, renamedUnseen), 'role', 'media-server-4');
  expect([seen.verbs, seen.impact]).toEqual([['stop', 'run'], 'new-calls']);
  expect([unseen.verbs, unseen.impact]).toEqual([['stop', 'run'], 'active-calls']);
});

it('what somebody put where a server is to move is stopped before it is recreated', () => {
  const moves = clusterOf(GUIDE.replace('192.168.1.22 ', '192.168.1.32 '));
  const plan = planned(guide(), moves, (live) =>
    at(live, 'queue-server-1', facts(live.hosts.get('queue-server-1 (192.168.1.22)'), 'another')),
  );
  expect(only(plan, 'role', 'queue-server-1')).toMatchObject({ action: 'replace', verbs: ['stop', 'run'] });
  expect(only(planned(guide(), moves), 'role', 'queue-server-1').verbs).toEqual(['run']);
});

it('an entry that goes to another machine does so before what runs at its old one is drained', () => {
  // One name goes to another machine, and another name takes what runs at the old one, which has one more address.
  const head = clusterOf(
    GUIDE.replace('192.168.1.24 }', '192.168.1.34 }\n  - { name: vr-server-2, role: ivr, private_ip: 192.168.1.44 }'),
  );
  const plan = planned(guide(), head, (live) => {
    const there = live.hosts.get('vr-server-1 (192.168.1.24)');
    const machine = facts(there, 'one boot');
    machine.addresses = ['192.168.1.24', '192.168.1.44'];
    return at(at(live, 'vr-server-2', machine), 'vr-server-1 (192.168.1.24)', machine);
  });
  expect(only(plan, 'role', 'vr-server-2').after).toContain('server/vr-server-1');
});

it('whoever comes to a machine that another role leaves waits for that, by whatever address it left', () => {
  const head = clusterOf(GUIDE.replace('192.168.1.23,', '192.168.1.33,').replace('192.168.1.22 ', '192.168.1.32 '));
  // 192.168.1.32 is one more address of the machine that the meeting server leaves.
  const plan = planned(guide(), head, (live) => {
    const machine = facts(live.hosts.get('meeting-server-1 (192.168.1.23)'), 'one boot');
    return at(at(live, 'meeting-server-1 (192.168.1.23)', machine), 'queue-server-1', machine);
  });
  expect(plan.warnings.filter(({ code }) => code === 'other-role')).toEqual([]);
  expect(only(plan, 'role', 'queue-server-1').needs).toContain('role/meeting-server-1');
});

it('a move is noticed by calls in progress where no entry counts those that it ends', () => {
  const moves = clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'));
  const change = (live: (one: Live) => Live) => only(planned(clusterOf(TWO), moves, live), 'role', 'media-server-2');
  expect(change((live) => live).impact).toBe('new-calls');
  expect(change(renamedUnseen).impact).toBe('active-calls');
});

it('an entry waits for an address that a server of the file has in the portal and keeps for now', () => {
  const swapped = clusterOf(
    TWO.replace('192.168.1.27', '192.168.1.40').replace('192.168.1.21,', '192.168.1.27,').replace('.40', '.41'),
  );
  // Somebody else has the address that the one is to get, so that it keeps its own.
  const plan = planned(clusterOf(TWO), swapped, (live) => {
    const copy = structuredClone(live);
    const first = copy.portal.servers.media.find(({ type }) => type === 'EXTERNAL');
    if (!first) throw new Error('no entry');
    copy.portal.servers.media.push({
      ...first,
      id: 'by-hand',
      name: 'by-hand',
      privateIp: '192.168.1.41',
      publicIp: '203.0.113.9',
    });
    return copy;
  });
  const waiting = plan.warnings.filter(({ code }) => code === 'address-taken').map(({ server }) => server);
  expect(waiting).toEqual(['media-server-2', 'media-server-1']);
});

describe('a server that was on its way elsewhere', () => {
  const left = clusterOf(TWO.replace(/.*name: media-server-2,.*\n/, ''));
  const place = { address: '192.168.1.40', ssh: { user: 'pbx', port: 22 } };
  /** It left the file, and is at the second of its places. */
  const onItsWay =
    (change: (now: HostFacts) => void = () => undefined) =>
    (live: Live) => {
      const there = facts(live.hosts.get('media-server-2'), 'its boot');
      const gone = { ...structuredClone(there), containers: [], bootId: 'another' };
      change(there);
      const servers = live.record?.servers ?? {};
      const known = servers['media-server-2'];
      if (!live.record || !known) throw new Error('not in the record');
      const record = {
        ...live.record,
        firewall: [...live.record.firewall, place.address],
        servers: { ...servers, 'media-server-2': { ...known, elsewhere: [place] } },
      };
      const main = structuredClone(live.main);
      if (!isReachable(main) || !isKnown(main.firewall)) throw new Error('no firewall');
      for (const list of [main.firewall.trusted.permanent, main.firewall.trusted.runtime]) list.push(place.address);
      return at(at({ ...live, main, record }, 'media-server-2', gone), `media-server-2 (${place.address})`, there);
    };

  it('is let in there until it has gone', () => {
    const plan = planned(clusterOf(TWO), left, onItsWay());
    const closing = plan.changes.find(({ id }) => id === `firewall/${place.address}`);
    expect(closing?.needs).toContain('role/media-server-2');
  });

  it('and that moves on is let in where the portal has it until it has left', () => {
    const moves = clusterOf(TWO.replace('192.168.1.27', '192.168.1.41'));
    const plan = planned(clusterOf(TWO), moves, (live) => {
      if (!live.record || !isReachable(live.main)) throw new Error('no record');
      const copy = structuredClone({ portal: live.portal, main: live.main });
      for (const one of copy.portal.servers.media) if (one.name === 'media-server-2') one.privateIp = place.address;
      if (!isKnown(copy.main.firewall)) throw new Error('no firewall');
      for (const list of [copy.main.firewall.trusted.permanent, copy.main.firewall.trusted.runtime])
        list.push(place.address);
      return { ...live, ...copy, record: { ...live.record, firewall: [...live.record.firewall, place.address] } };
    });
    const closing = plan.changes.find(({ id }) => id === `firewall/${place.address}`);
    expect(closing?.needs).toContain('role/media-server-2');
  });

  it('is told where another role is beside it, and is left there once a person says that the host is gone', () => {
    const beside = onItsWay((now) => {
      const [first] = seenContainers(now);
      if (first) now.containers = [...seenContainers(now), { ...first, name: 'portsip.callqueue' }];
    });
    const blocking = (gone: string[]) =>
      planned(clusterOf(TWO), left, beside, { gone }).warnings.filter(({ code }) => code === 'host-shared');
    expect(blocking([])[0]?.message).toContain(place.address);
    expect(blocking(['media-server-2'])).toEqual([]);
  });

  it('is ours by another name there, also where nothing tells its name', () => {
    const im = clusterOf(GUIDE.replace('im-server-1', 'im-server-2').replace('192.168.1.25', '192.168.1.35'));
    let live: Live | undefined;
    planned(guide(), im, (now) => {
      const known = now.record?.servers['im-server-1'];
      if (!now.record || !known) throw new Error('not in the record');
      const servers = { 'im-server-1': { ...known, elsewhere: [{ address: '192.168.1.35', ssh: known.ssh }] } };
      const there = facts(now.hosts.get('im-server-2'), 'its boot');
      return (live = at({ ...now, record: { ...now.record, servers } }, 'im-server-1 (192.168.1.35)', there));
    });
    if (!live) throw new Error('not planned');
    expect(inherit(live.record ?? emptyRecord('acme'), im, new Identity(im, live)).servers).toHaveProperty(
      'im-server-2',
    );
  });
});

describe('a whitelist entry of ours', () => {
  const left = clusterOf(TWO.replace(/.*name: media-server-2,.*\n/, ''));
  const described = (description: string) => (live: Live) => {
    const copy = structuredClone(live);
    for (const filter of copy.portal.ipFilters) if (filter.cidr === '192.168.1.27/32') filter.description = description;
    return copy;
  };

  it('that somebody deleted and wrote anew is theirs', () => {
    const closing = (text: string) => idsOf(planned(clusterOf(TWO), left, described(text)), 'whitelist-removal');
    expect(closing('acme: media-server-2')).toEqual(['whitelist/192.168.1.27/32']);
    expect(closing('by hand')).toEqual([]);
  });
});

describe('what was to be let in', () => {
  const plane = controlPlane(guide());
  /** The record as the next run finds it, of one that was killed before it let 192.168.1.99 in. */
  const known = (change: (live: Live) => Live = (live) => live) => {
    let live: Live | undefined;
    planned(guide(), guide(), (now) => (live = change(now)));
    if (!live?.record) throw new Error('no record');
    const { firewall, whitelist } = live.record;
    const record = {
      ...live.record,
      firewall: [...firewall, '192.168.1.99'],
      whitelist: [...whitelist, '192.168.1.99/32'],
    };
    const now = withoutClosed(record, { live, plane });
    expect(now.firewall).toEqual(expect.arrayContaining(firewall));
    expect(now.whitelist).toEqual(expect.arrayContaining(whitelist));
    return [now.firewall.includes('192.168.1.99'), now.whitelist.includes('192.168.1.99/32')];
  };
  const withMain = (live: Live, change: (main: HostFacts) => Partial<HostFacts>): Live => {
    if (!isReachable(live.main)) throw new Error('no main server');
    return { ...live, main: { ...live.main, ...change(structuredClone(live.main)) } };
  };

  it('and was not is not ours', () => {
    expect(known()).toEqual([false, false]);
  });

  it('and may have been is ours', () => {
    const unseen = (live: Live) => withMain(live, () => ({ firewall: unknown('firewalld hangs') }));
    const active = (live: Live) =>
      withMain(live, ({ firewall }) => {
        if (isKnown(firewall)) firewall.trusted.runtime.push('192.168.1.99');
        return { firewall };
      });
    const listed = (live: Live) => {
      const copy = structuredClone(live.portal);
      copy.ipFilters.push({ id: 'x', cidr: '192.168.1.99/32', target: 'ACCEPT' });
      return { ...live, portal: copy };
    };
    expect([known(unseen)[0], known(active)[0], known(listed)[1]]).toEqual([true, true, true]);
  });
});

it('what another cluster file was to recreate and did not is owed by the one that has the server now', () => {
  const unfinished = (createdAt: string) => (live: Live) => {
    const record = { ...emptyRecord('east'), listed: {}, unfinished: { 'media-server-1': createdAt } };
    return { ...live, others: otherClusters({ east: JSON.stringify(record) }) };
  };
  let created = '';
  planned(guide(), guide(), (live) => {
    const host = live.hosts.get('media-server-1');
    created = (isReachable(host) && seenContainers(host)[0]?.createdAt) || '';
    return live;
  });
  const plan = planned(guide(), guide(), unfinished(created));
  expect(only(plan, 'role', 'media-server-1').causes).toEqual([{ cause: 'unfinished' }]);
  expect(ids(planned(guide(), guide(), unfinished('2020-01-01T00:00:00Z')))).toEqual([]);
});

describe('a server that another cluster file has', () => {
  const record = (name: string, cluster: Cluster) =>
    listing(emptyRecord(name), cluster, { at: 0, others: [] }, () => false);

  it('is known where it was as long as nobody can look there', () => {
    const left = clusterOf(TWO.replace(/.*name: media-server-2,.*\n/, ''));
    const others = otherClusters({
      east: JSON.stringify(record('east', clusterOf(TWO.replace('192.168.1.27', '192.168.1.40')))),
    });
    let live: Live | undefined;
    planned(clusterOf(TWO), left, (now) => {
      const hosts = new Map([...now.hosts, ['media-server-2', { unreachable: 'no route' }] as const]);
      return (live = { ...now, others, hosts });
    });
    if (!live) throw new Error('not planned');
    const [departing] = new Identity(left, live).leaving;
    if (!departing) throw new Error('nobody leaves');
    expect(new Identity(left, live).departure(departing)).toMatchObject({ is: 'handed-over', elsewhere: true });
    expect(new Identity(left, live, ['media-server-2']).departure(departing)).toMatchObject({ elsewhere: false });
  });

  it('is no more on a machine that another server of the file has now', () => {
    const [head, there] = ['media-server-4', 'media-server-2'].map((name) =>
      clusterOf(TWO.replace('name: media-server-2', `name: ${name}`)),
    );
    if (!head || !there) throw new Error('no cluster');
    const moved = clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'));
    const others = otherClusters({ east: JSON.stringify(record('east', moved)) });
    let live: Live | undefined;
    planned(there, head, (now) => (live = { ...now, others }));
    if (!live) throw new Error('not planned');
    const who = new Identity(head, live);
    const [departing] = who.leaving;
    if (!departing) throw new Error('nobody leaves');
    expect(who.departure(departing)).toMatchObject({ is: 'handed-over', elsewhere: false });
  });

  it('is taken over from it also where that one had it at its new address and did not get there', () => {
    const [before, now] = [clusterOf(TWO), clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'))];
    const server = before.servers.find(({ name }) => name === 'media-server-2');
    if (!server) throw new Error('no server');
    const known = { ...record('former', now), servers: { 'media-server-2': recorded(server) } };
    const others = otherClusters({ former: JSON.stringify(known) });
    let live: Live | undefined;
    expect(
      ids(planned(now, now, (one) => (live = withHost({ ...one, others }, 'media-server-2', () => undefined)))),
    ).toEqual([]);
    if (!live) throw new Error('not planned');
    expect(inherit(emptyRecord('acme'), now, new Identity(now, live), others).servers).toHaveProperty('media-server-2');
  });
});
