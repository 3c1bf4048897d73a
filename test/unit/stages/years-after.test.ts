import type { Cluster } from '../../../src/cluster/types';
import { seenContainers } from '../../../src/host/containers';
import { isReachable, type Reachable } from '../../../src/host/reachable';
import type { HostFacts } from '../../../src/host/types';
import { emptyRecord, otherClusters } from '../../../src/stages/cluster-record';
import { Identity } from '../../../src/stages/identity';
import type { Live } from '../../../src/stages/live';
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
