import { seenContainer, seenContainers } from '../../../src/host/containers';
import { isReachable, type Reachable } from '../../../src/host/reachable';
import { isKnown } from '../../../src/host/reading';
import type { HostFacts } from '../../../src/host/types';
import { emptyRecord, otherClusters } from '../../../src/stages/cluster-record';
import { Identity } from '../../../src/stages/identity';
import { mayBeAt } from '../../../src/stages/left-behind';
import type { Live } from '../../../src/stages/live';
import type { Plan } from '../../../src/plan/types';
import { clusterOf, GUIDE, idsOf, MEDIA_2, only, planned } from './fixture';

/* Who takes the machine of a server that moves, and what runs somewhere by the name of one that comes. */

const TWO = GUIDE + MEDIA_2;
/** The second media server goes to the machine of the first one, which goes to a new one. */
const chain = clusterOf(TWO.replace('192.168.1.21,', '192.168.1.41,').replace('192.168.1.27', '192.168.1.21'));
const unreachable = { unreachable: 'no route' } as const;

const told = (plan: Plan, code: string) => plan.warnings.filter((one) => one.code === code);
const withHosts = (live: Live, hosts: Record<string, Reachable>): Live => ({
  ...live,
  hosts: new Map([...live.hosts, ...Object.entries(hosts)]),
});

function lookAt(live: Live, host: string): HostFacts {
  const facts = live.hosts.get(host);
  if (!isReachable(facts)) throw new Error(`${host} was not looked at`);
  return structuredClone(facts);
}

describe('a server that moves', () => {
  it('comes up after who takes its machine and makes an end of it there', () => {
    expect(only(planned(clusterOf(TWO), chain), 'role', 'media-server-1').needs).toContain('role/media-server-2');
  });

  it('does so as well where a run that ended half way knows it at its new machine already', () => {
    const plan = planned(clusterOf(TWO), chain, (live) => {
      const known = live.record?.servers['media-server-1'];
      if (!live.record || !known) throw new Error('no record');
      const { address, ssh } = known;
      const moved = { ...known, address: '192.168.1.41', elsewhere: [{ address, ssh }] };
      return { ...live, record: { ...live.record, servers: { ...live.record.servers, 'media-server-1': moved } } };
    });
    expect(only(plan, 'role', 'media-server-1').needs).toContain('role/media-server-2');
  });

  it('waits where nobody can take its machine yet, and says for whom', () => {
    const plan = planned(clusterOf(TWO), chain, (live) =>
      withHosts(live, { 'media-server-2 (192.168.1.27)': unreachable }),
    );
    expect(told(plan, 'heir-waits')).toMatchObject([
      {
        severity: 'blocking',
        server: 'media-server-1',
        message: expect.stringMatching(/192\.168\.1\.21 until media-server-2/),
      },
    ]);
    expect(told(planned(clusterOf(TWO), chain), 'heir-waits')).toEqual([]);
  });

  it('waits for nobody on a machine that will never answer again', () => {
    const dead = (live: Live) => withHosts(live, { 'media-server-2': unreachable });
    const blocked = (gone: string[]) =>
      planned(clusterOf(TWO), chain, dead, { gone })
        .warnings.filter(({ severity, server }) => severity === 'blocking' && server === 'media-server-1')
        .map(({ code }) => code);
    expect(blocked([])).toEqual(['host-unreachable']);
    expect(blocked(['media-server-1'])).toEqual([]);
  });

  it('waits for nobody where it does not run any more', () => {
    const plan = planned(clusterOf(TWO), chain, (live) => {
      const empty = { ...lookAt(live, 'media-server-2'), containers: [], roles: [] };
      return withHosts(live, { 'media-server-2 (192.168.1.27)': unreachable, 'media-server-2': empty });
    });
    expect(told(plan, 'heir-waits')).toEqual([]);
  });

  it('is known where it was until its heir has come up there', () => {
    let live: Live | undefined;
    planned(clusterOf(TWO), chain, (now) => (live = now));
    if (!live) throw new Error('not planned');
    const may = (now: Live) =>
      mayBeAt({ who: new Identity(chain, now), session: { cluster: chain } }, 'media-server-1', '192.168.1.21');
    const there = lookAt(live, 'media-server-2');
    const [container] = seenContainers(there);
    if (!container) throw new Error('nothing runs there');
    const named = (name: string) => ({
      ...there,
      containers: [{ ...container, args: container.args.map((arg, at, all) => (all[at - 1] === '-n' ? name : arg)) }],
    });
    expect(may(live)).toBe(true);
    expect(may(withHosts(live, { 'media-server-2': named('media-server-2') }))).toBe(false);
    expect(may(withHosts(live, { 'media-server-2': unreachable }))).toBe(true);
  });
});

it('nothing comes up by a name that runs on the machine of another role', () => {
  const comes = (live: Live) => {
    const media = seenContainer(lookAt(live, 'media-server-1'), 'portsip.mediaserver');
    const queue = lookAt(live, 'queue-server-1');
    if (!media || !isKnown(queue.containers)) throw new Error('nothing runs');
    const bare = { ...lookAt(live, 'media-server-1'), containers: [], roles: [] };
    const both = { ...queue, containers: [...queue.containers, media] };
    return withHosts(live, { 'media-server-1': bare, 'queue-server-1': both });
  };
  const plan = planned(clusterOf(TWO), clusterOf(TWO), comes);
  expect(told(plan, 'runs-elsewhere')).toMatchObject([
    {
      severity: 'blocking',
      server: 'media-server-1',
      message: expect.stringMatching(/queue-server-1 \(192\.168\.1\.22\)/),
    },
  ]);
});

describe('a server that the portal has somewhere else', () => {
  const moves = clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'));
  /** Nobody wrote down who put it there, and only that it was let in is known. */
  const unrecorded = (live: Live): Live => {
    const { 'media-server-2': _, ...servers } = live.record?.servers ?? {};
    return { ...live, ...(live.record && { record: { ...live.record, servers } }) };
  };

  it('is let in there until it has moved, whoever put it there', () => {
    const { needs } = only(planned(clusterOf(TWO), moves, unrecorded), 'source-removal');
    expect(needs).toEqual(expect.arrayContaining(['server/media-server-2', 'role/media-server-2']));
  });
});

describe('what others have', () => {
  const moves = clusterOf(TWO.replace('192.168.1.27', '192.168.1.40'));
  /** Somebody runs another one where a server of ours was, and has it in the portal by its public address. */
  const alive = (live: Live): Live => {
    const host = 'media-server-2 (192.168.1.27)';
    const there = lookAt(live, host);
    for (const one of seenContainers(there))
      one.args = one.args.map((arg, at, all) => (all[at - 1] === '-n' ? 'alive' : arg));
    const copy = structuredClone(live.portal);
    const entry = copy.servers.media.find(({ name }) => name === 'media-server-2');
    if (!entry) throw new Error('no entry');
    const { privateIp: _, ...rest } = entry;
    copy.servers.media.push({ ...rest, id: 'by-hand', name: 'alive', publicIp: '203.0.113.99' });
    return withHosts({ ...live, portal: copy }, { [host]: there });
  };

  it('is named where it is shut out with the machine that it runs on, whatever address the portal has', () => {
    const plan = planned(clusterOf(TWO), moves, alive);
    expect(idsOf(plan, 'source-removal')).toEqual(['firewall/192.168.1.27']);
    expect(told(plan, 'shuts-out')).toMatchObject([{ message: expect.stringMatching(/"alive" \(192\.168\.1\.27\)/) }]);
  });

  it('another cluster file put there is left to it until it has taken that away, also where unmanaged servers are removed', () => {
    const head = clusterOf(GUIDE.replace('servers:\n', 'unmanaged_servers: remove\nservers:\n'));
    const others = (owned: boolean) => {
      const before = clusterOf(TWO).servers.find(({ name }) => name === 'media-server-2');
      if (!before) throw new Error('no server');
      const { role, address, ssh } = before;
      const record = {
        ...emptyRecord('east'),
        listed: {},
        ...(owned && { servers: { [before.name]: { role, address, ssh } } }),
      };
      return otherClusters({ east: JSON.stringify(record) });
    };
    const removed = (owned: boolean) =>
      idsOf(
        planned(clusterOf(TWO), head, (live) => {
          const { 'media-server-2': _, ...servers } = live.record?.servers ?? {};
          return { ...live, others: others(owned), ...(live.record && { record: { ...live.record, servers } }) };
        }),
        'portal-entry-removal',
      );
    expect(removed(false)).toEqual(['server/media-server-2']);
    expect(removed(true)).toEqual([]);
  });

  it('and by the same name is left where that one put it, also by a file that had it somewhere else', () => {
    const head = clusterOf(TWO.replace(/.*name: media-server-2,.*\n/, ''));
    const before = clusterOf(TWO).servers.find(({ name }) => name === 'media-server-2');
    if (!before) throw new Error('no server');
    const { role, ssh } = before;
    const removed = (address: string) =>
      idsOf(
        planned(clusterOf(TWO), head, (live) => {
          if (!live.record) throw new Error('no record');
          const ours = { role, ssh, address: '192.168.1.40' };
          const theirs = { ...emptyRecord('east'), listed: {}, servers: { [before.name]: { role, ssh, address } } };
          const record = { ...live.record, servers: { ...live.record.servers, [before.name]: ours } };
          const empty = { ...lookAt(live, before.name), containers: [], roles: [], addresses: ['192.168.1.40'] };
          const others = otherClusters({ east: JSON.stringify(theirs) });
          return withHosts({ ...live, record, others }, { [before.name]: empty });
        }),
        'portal-entry-removal',
      );
    expect(removed('192.168.1.99')).toEqual(['server/media-server-2']);
    expect(removed('192.168.1.27')).toEqual([]);
  });

  it('has in the portal by a machine that is left goes before that is left', () => {
    const head = clusterOf(
      TWO.replace(/.*name: media-server-2,.*\n/, '').replace('servers:\n', 'unmanaged_servers: remove\nservers:\n'),
    );
    const plan = planned(clusterOf(TWO), head, (live) => {
      const copy = structuredClone(live.portal);
      for (const one of copy.servers.media) if (one.name === 'media-server-2') one.name = 'by-hand';
      return withHosts({ ...live, portal: copy }, { 'by-hand': lookAt(live, 'media-server-2') });
    });
    expect(only(plan, 'role-removal', 'media-server-2').after).toContain('server/by-hand');
  });
});
