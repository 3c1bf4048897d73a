import { isReachable } from '../../../src/host/reachable';
import { isKnown } from '../../../src/host/reading';
import { unknown } from '../../../src/host/reading';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, MEDIA_2, ids, only, planned } from './fixture';

/* The portal gives an address to one server of a role only. */

const TWO = GUIDE + MEDIA_2;
const swap = (text: string, changes: Record<string, string>) =>
  text.replace(/(?<=name: (media-server-[12]),.*private_ip: )[\d.]+/g, (was, name: string) => changes[name] ?? was);
const plan = (changes: Record<string, string>) => planned(clusterOf(TWO), clusterOf(swap(TWO, changes)));

it('a server that gives its address up comes before the one that takes it', () => {
  const made = plan({ 'media-server-1': '192.168.1.27', 'media-server-2': '192.168.1.40' });
  expect(only(made, 'portal-entry', 'media-server-1').needs).toContain('server/media-server-2');
  expect(only(made, 'portal-entry', 'media-server-2').needs).toEqual([]);
  expect(ids(made).indexOf('server/media-server-2')).toBeLessThan(ids(made).indexOf('server/media-server-1'));
});

it('where two exchange their addresses, one of them makes both free', () => {
  const made = plan({ 'media-server-1': '192.168.1.27', 'media-server-2': '192.168.1.21' });
  const [one, two] = [only(made, 'portal-entry', 'media-server-1'), only(made, 'portal-entry', 'media-server-2')];
  expect([one.needs, one.vacates]).toEqual([['server/media-server-2'], undefined]);
  expect([two.needs, two.vacates]).toEqual([[], ['media-server-1']]);
});

it("of three that take each other's place one after the other, the first to go on makes room", () => {
  const three = `${TWO}${MEDIA_2.replace('server-2', 'server-3').replace('.27', '.28')}`;
  const head = three.replace('1.28', '1.40').replace('1.21', '1.28').replace('1.27', '1.21');
  const made = planned(clusterOf(three), clusterOf(head));
  const names = (kind: string) => ids(made).filter((id) => id.startsWith(`${kind}/`));
  expect(names('server')).toEqual(['server/media-server-3', 'server/media-server-1', 'server/media-server-2']);
  // Whoever takes a machine makes an end of what runs there by the name of the one before.
  expect(names('role')).toEqual(['role/media-server-2', 'role/media-server-1', 'role/media-server-3']);
});

it('a machine that one of the same role leaves was not asked for programs in the way', () => {
  const head = clusterOf(swap(TWO, { 'media-server-1': '192.168.1.27', 'media-server-2': '192.168.1.40' }));
  const made = planned(clusterOf(TWO), head, (live) => {
    const facts = live.hosts.get('media-server-1');
    if (isReachable(facts)) facts.conflicts = unknown('it was not asked for');
    return live;
  });
  expect(made.warnings.filter(({ severity }) => severity === 'blocking')).toEqual([]);
});

describe('the only server of its role that gets another name', () => {
  const head = clusterOf(GUIDE.replace('queue-server-1', 'queue-server-9'));
  const without = (live: Live): Live => {
    const copy = structuredClone(live);
    const { servers } = copy.portal;
    return { ...copy, portal: { ...copy.portal, servers: { ...servers, queue: servers.queue.slice(1) } } };
  };
  const codes = (change: (live: Live) => Live) =>
    planned(clusterOf(GUIDE), head, change).warnings.map(({ code, severity }) => [code, severity]);

  it('has the built-in one stand in, and nobody else of the role', () => {
    expect(codes((live) => live)).toContainEqual(['last-of-role', 'warning']);
  });

  it('waits where there is none', () => {
    expect(codes(without)).toContainEqual(['last-of-role-without-stand-in', 'blocking']);
  });
});

describe('a machine that goes to another role', () => {
  const place = (changes: Record<string, string>) =>
    clusterOf(
      GUIDE.replace(/(?<=name: ([a-z]+-server-1),.*private_ip: )[\d.]+/g, (was, name: string) => changes[name] ?? was),
    );
  const blockers = ({ warnings }: ReturnType<typeof planned>) =>
    warnings.filter(({ severity }) => severity === 'blocking').map(({ code, server }) => [code, server]);

  it('is left first by the one that moves on, in one deploy along a chain', () => {
    const made = planned(
      clusterOf(GUIDE),
      place({
        'media-server-1': '192.168.1.40',
        'queue-server-1': '192.168.1.21',
        'meeting-server-1': '192.168.1.22',
      }),
    );
    expect(blockers(made)).toEqual([]);
    expect(only(made, 'role', 'media-server-1').leaves?.from.address).toBe('192.168.1.21');
    expect(only(made, 'role', 'queue-server-1').needs).toContain('role/media-server-1');
    expect(only(made, 'portal-entry', 'queue-server-1').needs).toContain('role/media-server-1');
    expect(only(made, 'role', 'meeting-server-1').needs).toContain('role/queue-server-1');
  });

  it('is left first by the one that left the cluster file', () => {
    const head = GUIDE.replace(/.*queue-server-1.*\n/, '').replace('192.168.1.23', '192.168.1.22');
    const made = planned(clusterOf(GUIDE), clusterOf(head));
    expect(blockers(made)).toEqual([]);
    expect(only(made, 'role', 'meeting-server-1').needs).toContain('role/queue-server-1');
  });

  it('is told to a person where each would have to be first', () => {
    const made = planned(
      clusterOf(GUIDE),
      place({ 'queue-server-1': '192.168.1.23', 'meeting-server-1': '192.168.1.22' }),
    );
    expect(blockers(made)).toEqual([['other-role', 'meeting-server-1']]);
    expect(only(made, 'role', 'queue-server-1').needs).toContain('role/meeting-server-1');
    const [said] = made.warnings.filter(({ code }) => code === 'other-role');
    expect(said?.message).toMatch(/runs a queue server.*by way of a machine that is free/);
  });

  it('is told to a person where nobody takes away what runs there', () => {
    const made = planned(clusterOf(GUIDE), clusterOf(GUIDE), (live) => {
      const [queue, meeting] = [live.hosts.get('queue-server-1'), live.hosts.get('meeting-server-1')];
      if (!isReachable(queue) || !isReachable(meeting)) throw new Error('no host');
      return { ...live, hosts: new Map([...live.hosts, ['queue-server-1', { ...meeting }]]) };
    });
    expect(blockers(made)).toContainEqual(['other-role', 'queue-server-1']);
  });

  it('is not free because the other role leaves it, where a part of PortSIP stays that has its own host', () => {
    const head = place({ 'media-server-1': '192.168.1.40', 'queue-server-1': '192.168.1.21' });
    const made = planned(clusterOf(GUIDE), head, (live) => {
      const there = live.hosts.get('queue-server-1');
      if (!isReachable(there) || !isKnown(there.containers)) throw new Error('no host');
      const [first] = there.containers;
      if (!first) throw new Error('nothing runs there');
      const containers = [...there.containers, { ...first, name: 'portsip.certmanager' }];
      return { ...live, hosts: new Map([...live.hosts, ['queue-server-1', { ...there, containers }]]) };
    });
    expect(blockers(made)).toEqual([['neighbour-on-host', 'queue-server-1']]);
  });
});
