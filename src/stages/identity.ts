import { normalise, sameAddress } from '../cluster/addresses';
import { ByAddress } from '../cluster/by-address';
import { isListed, LISTED_ROLES, ROLE_CONTAINERS, ROLES, type ListedRole, type Role } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import { grouped, groupedByAll } from '../grouped';
import { controlPlane } from '../host/control-plane';
import { findContainer, seenContainer, seenContainers, toldOf } from '../host/containers';
import { isKnown } from '../host/reading';
import { isReachable, type Reachable } from '../host/reachable';
import type { Container, HostFacts } from '../host/types';
import type { PortalServer } from '../pbx/types';
import type { OtherCluster } from './cluster-record';
import { departing, moved, oldHost, placesOf, type Departing } from './departing';
import { CALL_MANAGER, type Live } from './live';
import { has } from './names';
import { withArticle } from '../text/article';
import { compare } from '../text/natural-order';

/*
 * Who is who. A cluster file says names and addresses, and so do the portal, the container on a host and the record, each for
 * itself; after years they disagree. What they say is put together here, once, and every stage asks here: none compares a
 * name or an address itself. Pure.
 */

/** What the portal has of a server of the cluster file. */
export type Registration =
  /** `takesFrom`: another entry has one of its addresses, is not in the file, and may be taken away */
  | { is: 'absent'; takesFrom?: PortalServer }
  /** By its name and role */
  | { is: 'same'; entry: PortalServer }
  /** The same with other addresses */
  | { is: 'readdressed'; entry: PortalServer; takesFrom?: PortalServer }
  /** Its machine, by a name that this project gave it or may replace */
  | { is: 'renamed'; entry: PortalServer }
  | { is: 'somebody-elses' | 'other-role' | 'built-in'; entry: PortalServer };

/** What a machine runs where a role of ours is looked for. */
export type Occupant =
  /** Certainly no container of the role */
  | { is: 'nobody' }
  /** Ours; `name` is what it calls itself, where that is another name */
  | { is: 'same'; container: Container }
  | { is: 'renamed'; container: Container }
  /** For another PBX, or by a name that nobody gave it here. `what`, for people: `runs a media server of the PBX 10.0.0.9` */
  | { is: 'somebody-elses'; container: Container; what: string }
  | { is: 'unknown'; why: string; unreachable: boolean };

/** A server that left the cluster file, as far as its host is concerned. */
export type Leaving =
  | Extract<Occupant, { is: 'nobody' | 'same' | 'unknown' | 'somebody-elses' }>
  /** Its machine is that of a server of the cluster file, with the same role: what runs there is that one's */
  | { is: 'duplicate'; of: Server }
  /** Its machine is one that runs the PBX or another role as well: no script is run there. `what`, for people */
  | { is: 'shared'; what: string }
  /** Its machine is the PBX's own: there is nothing but its entry */
  | { is: 'pbx' }
  /**
   * Another cluster file of the same PBX has it. `elsewhere`: on another machine, so that what runs here is nobody's; `former`: it
   * had it before ours, and was not deployed since: perhaps there is no such file any more
   */
  | { is: 'handed-over'; to: string; elsewhere: boolean; former: boolean };

/** By which entries of the portal calls get to a machine. */
export interface Reach {
  role: ListedRole;
  /** What the entry may be called */
  names: ReadonlySet<string>;
  addresses: ByAddress<unknown>;
}

export function reaches({ role, names, addresses }: Reach, entry: PortalServer): boolean {
  if (entry.type !== 'EXTERNAL' || entry.role !== role) return false;
  return names.has(entry.name) || addresses.has(entry.privateIp) || addresses.has(entry.publicIp);
}

/** An added server of a role, by its name or by one of its addresses */
const entryKey = (role: ListedRole, by: 'called' | 'at', what: string): string => `${role} ${by} ${what}`;

export class Identity {
  private readonly names: ReadonlySet<string>;
  /** Servers of the cluster file, by each of their addresses */
  private readonly listed: ByAddress<Server>;
  private readonly pbxAddresses: ByAddress<true>;
  private readonly byName: ReadonlyMap<string, PortalServer[]>;
  /** By both addresses, added servers that the cluster file does not have by name */
  private readonly others: ByAddress<PortalServer[]>;
  /** Added servers of the portal with their place in its list, by role and name and by role and address */
  private readonly entries: ReadonlyMap<string, { entry: PortalServer; place: number }[]>;
  /** Of servers of the cluster file, by the boot of their machine */
  private readonly boots: ReadonlyMap<string, Server[]>;
  readonly leaving: readonly Departing[];
  /** By name, where servers of the cluster file were or may be apart from where they are to be */
  readonly moved: ReadonlyMap<string, readonly Departing[]>;

  constructor(
    private readonly cluster: Cluster,
    private readonly live: Live,
    /** Servers whose host is said to be gone for good */
    private readonly gone: readonly string[] = [],
  ) {
    const { servers } = cluster;
    this.names = new Set(servers.map(({ name }) => name));
    this.listed = new ByAddress(
      (['address', 'privateIp', 'publicIp'] as const).flatMap((field) =>
        servers.map((server) => [server[field], server] as const),
      ),
    );
    const { privateIp } = cluster.pbx;
    const machines = controlPlane(cluster).pbxMachines.map(({ address }) => address);
    this.pbxAddresses = new ByAddress([privateIp, ...machines].map((address) => [address, true] as const));
    const entries = LISTED_ROLES.flatMap((role) => live.portal.servers[role]);
    this.byName = grouped(entries, ({ name }) => name);
    this.entries = groupedByAll(
      entries.flatMap((entry, place) => (entry.type === 'EXTERNAL' ? [{ entry, place }] : [])),
      ({ entry: { role, name, privateIp: own, publicIp } }) => [
        entryKey(role, 'called', name),
        ...[own, publicIp].flatMap((address) => (address ? [entryKey(role, 'at', normalise(address))] : [])),
      ],
    );
    const others = entries.filter(({ type, name }) => type === 'EXTERNAL' && !this.names.has(name));
    this.others = new ByAddress(
      groupedByAll(others, ({ privateIp: own, publicIp }) =>
        [own, publicIp].flatMap((address) => (address ? [normalise(address)] : [])),
      ),
    );
    this.boots = groupedByAll(servers, ({ name }) => {
      const boot = bootOf(live.hosts.get(name));
      return boot === undefined ? [] : [boot];
    });
    this.leaving = departing(cluster, live.record, live.portal.servers);
    this.moved = grouped(moved(cluster, live.record), ({ name }) => name);
  }

  /** Whether this project put a server of that name there, and so may take it away. */
  isOurs(name: string): boolean {
    return has(this.live.record?.servers, name);
  }

  /** What the portal has of a server that it lists. */
  registration(server: Server, role: ListedRole): Registration {
    const named = this.byName.get(server.name) ?? [];
    const same = named.find((entry) => entry.role === role);
    // By the letter, whichever role has it: the PBX lets two roles have one name, and whoever reads a plan does not.
    const elsewhere = named.find((entry) => entry.role !== role && entry.type === 'EXTERNAL');
    if (elsewhere) return { is: 'other-role', entry: elsewhere };
    if (same?.type === 'INTERNAL') return { is: 'built-in', entry: same };
    if (same && this.hasAddressesOf(same, server)) return { is: 'same', entry: same };
    const other = this.inTheWay(server, role);
    if (other && !this.isOurs(other.name) && this.cluster.unmanagedServers !== 'remove')
      return { is: 'somebody-elses', entry: other };
    if (same) return { is: 'readdressed', entry: same, ...(other && { takesFrom: other }) };
    if (!other) return { is: 'absent' };
    // One whose own address is another is another machine: it goes by itself, and first.
    const itself = other.privateIp === undefined || normalise(other.privateIp) === normalise(server.address);
    return itself ? { is: 'renamed', entry: other } : { is: 'absent', takesFrom: other };
  }

  private hasAddressesOf(entry: PortalServer, { privateIp, publicIp }: Server): boolean {
    const same = (a = '', b = '') => normalise(a) === normalise(b);
    if (!same(entry.privateIp, privateIp)) return false;
    const row = isListed(entry.role) && ROLES[entry.role].portal;
    // Where the portal keeps none, none is compared.
    return !row || row.kind !== 'collection' || !row.publicAddress || same(entry.publicIp, publicIp);
  }

  /** An added server with one of a server's addresses, of which the portal gives none to two of a role. */
  private inTheWay({ address, privateIp, publicIp }: Server, role: ListedRole): PortalServer | undefined {
    const [first] = [address, privateIp, publicIp]
      .flatMap((one) => this.others.get(one) ?? [])
      .filter((entry) => entry.role === role)
      // Whatever order the PBX lists them in: one that is not ours counts most.
      .sort((a, b) => Number(this.isOurs(a.name)) - Number(this.isOurs(b.name)) || compare(a.name, b.name));
    return first;
  }

  /** By which entries calls get to the machine of a server, the file's or one that left it. */
  reach(
    { name, address, role, privateIp, publicIp }: Pick<Departing, 'name' | 'address' | 'role'> & Partial<Departing>,
    facts: Reachable | undefined,
  ): Reach | undefined {
    if (!isListed(role)) return undefined;
    const container = isReachable(facts) ? seenContainer(facts, ROLES[role].container) : undefined;
    const told = container && toldOf(container);
    const addresses = [address, privateIp, publicIp, ...(isReachable(facts) ? facts.addresses : [])];
    return {
      role,
      names: new Set([name, ...(told?.name !== undefined && this.isOurPbx(told.pbx) ? [told.name] : [])]),
      addresses: new ByAddress(addresses.map((one) => [one, true] as const)),
    };
  }

  /** Entries of the portal by which calls get to a server's machine, its own among them. */
  entriesOf(server: Server): PortalServer[] {
    return this.reaching(this.reach(server, this.live.hosts.get(server.name)));
  }

  /** Added servers of a role that the portal has by a name */
  entriesNamed(name: string, role: ListedRole): PortalServer[] {
    return (this.entries.get(entryKey(role, 'called', name)) ?? []).map(({ entry }) => entry);
  }

  /** The same for a machine, in the portal's order. */
  reaching(reach: Reach | undefined): PortalServer[] {
    if (!reach) return [];
    const { role, names, addresses } = reach;
    const keys = [
      ...[...names].map((name) => entryKey(role, 'called', name)),
      ...[...addresses.addresses].map((at) => entryKey(role, 'at', at)),
    ];
    const found = new Set(keys.flatMap((key) => this.entries.get(key) ?? []));
    return [...found].sort((a, b) => a.place - b.place).map(({ entry }) => entry);
  }

  /** Whose container of the role it is that is on a machine. `names`: what one of ours may call itself there. */
  occupant(facts: Reachable | undefined, role: Role, names: ReadonlySet<string>): Occupant {
    if (!isReachable(facts)) return { is: 'unknown', why: facts?.unreachable ?? 'not looked at', unreachable: true };
    const container = findContainer(facts, ROLES[role].container);
    if (!isKnown(container)) return { is: 'unknown', why: container.unknown, unreachable: false };
    if (!container) return { is: 'nobody' };
    const { pbx, name } = toldOf(container);
    const named = name === undefined || names.has(name);
    const reports = this.isOurPbx(pbx) || (this.pbxUnknown() && named && [...names].some((one) => this.isOurs(one)));
    if (reports && named) return { is: 'same', container };
    const { label } = ROLES[role];
    const called = name === undefined ? '' : ` "${name}"`;
    if (reports) return { is: 'renamed', container };
    return {
      is: 'somebody-elses',
      container,
      what: `runs ${withArticle(label)}${called} of the PBX ${pbx ?? '(none)'}`,
    };
  }

  /** What runs where a server of the cluster file is to run. By whatever name: it is installed anew by the right one. */
  atHome(server: Server): Occupant {
    return this.occupant(this.live.hosts.get(server.name), server.role, new Set([server.name]));
  }

  /** What the container of a server of the cluster file calls itself; undefined: nothing, or nobody can see it. */
  calls(server: Server): string | undefined {
    const found = this.atHome(server);
    return found.is === 'same' || found.is === 'renamed' ? toldOf(found.container).name : undefined;
  }

  /** What runs where a server of the cluster file was. */
  atOld(old: Departing): Extract<Leaving, { is: 'nobody' | 'same' | 'unknown' | 'somebody-elses' | 'shared' }> {
    const facts = this.live.hosts.get(oldHost(old));
    // The machine itself got another address, or is another server's: nothing is left of this one.
    if (this.sameMachine(facts).some(({ role }) => role === old.role)) return { is: 'nobody' };
    const found = this.occupant(facts, old.role, new Set([old.name]));
    if (found.is === 'unknown' && found.unreachable && this.gone.includes(old.name)) return { is: 'nobody' };
    // What nobody of ours calls itself by is left alone.
    if (found.is === 'renamed')
      return { is: 'somebody-elses', container: found.container, what: this.strange(old.role, found.container) };
    if (found.is !== 'same') return found;
    const other = isReachable(facts) ? alsoRuns(facts, old.role) : undefined;
    const shared = this.isPbxMachine(facts) ? 'the PBX' : other;
    if (shared === undefined) return found;
    return this.gone.includes(old.name) ? { is: 'nobody' } : { is: 'shared', what: shared };
  }

  /** What is there of a server that left the cluster file. `host`: what the facts of its machine are kept under. */
  departure(server: Departing, host = server.name): Leaving {
    const { name, role, address } = server;
    const facts = this.live.hosts.get(host);
    const handed = this.handedTo(server, facts);
    if (handed) return { is: 'handed-over', ...handed };
    if (this.pbxAddresses.has(address) || this.pbxAddresses.has(server.privateIp) || this.isPbxMachine(facts))
      return { is: 'pbx' };
    // Two machines may share a public address one after the other; what counts is where this one is reached.
    const successor = this.successorAt(address, facts);
    const found = this.occupant(facts, role, new Set([name]));
    // Whoever comes to its machine, it may still serve there.
    if (found.is === 'unknown' && !this.gone.includes(name)) return found;
    if (successor?.role === role) return { is: 'duplicate', of: successor };
    if (this.gone.includes(name) && found.is !== 'same') return { is: 'nobody' };
    if (found.is === 'nobody' || found.is === 'unknown' || found.is === 'somebody-elses') return found;
    if (found.is === 'renamed') {
      const other = toldOf(found.container).name ?? '';
      // Another one that leaves is known by it, and takes it along.
      if (this.leaving.some((one) => one.name === other && one.role === role && one.address === address))
        return { is: 'nobody' };
      return { is: 'somebody-elses', container: found.container, what: this.strange(role, found.container) };
    }
    const shared = isReachable(facts) ? alsoRuns(facts, role) : undefined;
    if (shared === undefined) return { is: 'same', container: found.container };
    return this.gone.includes(name) ? { is: 'nobody' } : { is: 'shared', what: shared };
  }

  private strange(role: Role, container: Container): string {
    return `runs the ${ROLES[role].label} "${toldOf(container).name ?? ''}", which is not what this project put there`;
  }

  /** The server of the cluster file that has a machine now. */
  private successorAt(address: string, facts: Reachable | undefined): Server | undefined {
    return this.listed.get(address) ?? this.sameMachine(facts)[0];
  }

  /** Servers of the cluster file that have the machine of one that was there. */
  successors(old: Departing): Server[] {
    const listed = this.listed.get(old.address);
    return [...new Set([...(listed ? [listed] : []), ...this.sameMachine(this.live.hosts.get(oldHost(old)))])];
  }

  /** Servers of the cluster file that are one machine, by the boot that it is in. */
  oneMachine(): Server[][] {
    return [...this.boots.values()].filter((servers) => servers.length > 1);
  }

  /** Servers of the cluster file whose machine this is. */
  private sameMachine(facts: Reachable | undefined): Server[] {
    const boot = bootOf(facts);
    return boot === undefined ? [] : (this.boots.get(boot) ?? []);
  }

  private isPbxMachine(facts: Reachable | undefined): boolean {
    if (!isReachable(facts)) return false;
    if (seenContainer(facts, CALL_MANAGER)) return true;
    const boot = bootOf(facts);
    return (
      boot !== undefined && [this.live.main, ...(this.live.nodes?.values() ?? [])].some((one) => bootOf(one) === boot)
    );
  }

  private isOurPbx(address: string | undefined): boolean {
    if (address === undefined) return true;
    return (
      this.pbxAddresses.has(address) ||
      (this.live.record?.pbx ?? []).some((one) => normalise(one) === normalise(address))
    );
  }

  /** A record of an earlier release does not say by which addresses servers have known the PBX. */
  private pbxUnknown(): boolean {
    return this.live.record !== undefined && this.live.record.pbx === undefined;
  }

  /** The other cluster file that has a server that left ours; of what is not ours also one that has its machine, by whatever name. */
  private handedTo(
    server: Departing,
    facts: Reachable | undefined,
  ): Omit<Extract<Leaving, { is: 'handed-over' }>, 'is'> | undefined {
    const { name, address, role } = server;
    const own = new ByAddress(
      [address, ...(isReachable(facts) ? facts.addresses : [])].map((one) => [one, true] as const),
    );
    const ours = this.isOurs(name);
    for (const other of this.live.others ?? []) {
      const { cluster, servers, owned } = other;
      // What it put there and has yet to take away is its own as well: of one that is ours too what the portal has by that name.
      const known = ours && !this.isEntryOf(owned, server, own) ? servers : [...servers, ...addressesIn(owned)];
      const its = known.filter((one) => one.name === name || (!ours && own.has(one.address)));
      if (its.length === 0) continue;
      const { is } = this.occupant(facts, role, new Set([name]));
      const successor = this.successorAt(address, facts);
      // What nobody can look at may run there; what runs where another server of the file is now is that one's.
      const mayRun = is === 'same' || (is === 'unknown' && !this.gone.includes(name));
      const runs = ours && mayRun && successor?.role !== role;
      const elsewhere = runs && !its.some((one) => own.has(one.address));
      return { to: cluster, elsewhere, former: ours && this.isFormer(other, name) };
    }
    return undefined;
  }

  /** Whether the portal has a server where another cluster file put it, and not where ours did. */
  private isEntryOf(
    owned: OtherCluster['owned'],
    { name, role, privateIp, publicIp }: Departing,
    own: ByAddress<true>,
  ): boolean {
    const theirs = has(owned, name) ? owned[name] : undefined;
    const entry = this.byName.get(name)?.find((one) => one.role === role && one.type === 'EXTERNAL');
    if (!theirs || !entry) return false;
    const places = placesOf({ name, ...theirs }).map((place) => place.address);
    const is = (address: string | undefined, list: readonly (string | undefined)[]) =>
      address !== undefined && list.some((one) => sameAddress(one, address));
    const at = [entry.privateIp, entry.publicIp];
    return (
      at.some((one) => is(one, [...places, theirs.privateIp, theirs.publicIp])) &&
      !at.some((one) => own.has(one) || is(one, [privateIp, publicIp]))
    );
  }

  /** Whether a record tells no more than that another cluster file had a server before ours did. */
  private isFormer({ time }: OtherCluster, name: string): boolean {
    const { since = {} } = this.live.record ?? {};
    return time !== undefined && has(since, name) && time <= (since[name] ?? '');
  }

  /** The other cluster file that has a server of this name on another machine. */
  contested({ name, address }: Server): { by: string; at: string } | undefined {
    for (const other of this.live.others ?? []) {
      const its = other.servers.find((one) => one.name === name);
      if (its && !sameAddress(its.address, address)) return { by: other.cluster, at: its.address };
    }
    return undefined;
  }

  /** Whether another cluster file of the same PBX has a server within `source`; for what must stay open. */
  isElsewhere(covers: (address: string) => boolean): boolean {
    return (this.live.others ?? []).some(({ servers, owned }) =>
      servers.some(({ name, address }) => {
        const known = has(owned, name) ? owned[name] : undefined;
        return [address, known?.privateIp, known?.publicIp].some((one) => one !== undefined && covers(one));
      }),
    );
  }
}

function addressesIn(owned: OtherCluster['owned']): { name: string; address: string }[] {
  return Object.entries(owned).map(([name, { address }]) => ({ name, address }));
}

/** The other roles whose containers are on a machine. */
export function otherRoles(facts: HostFacts, role: Role): Role[] {
  const roles = seenContainers(facts).flatMap(({ name }) => ROLE_CONTAINERS.get(name) ?? []);
  return [...new Set(roles)].filter((other) => other !== role);
}

/** Whether two looks, perhaps by different addresses, were at the same machine. */
export function isOneMachine(one: Reachable | undefined, other: Reachable | undefined): boolean {
  const boot = bootOf(one);
  return boot !== undefined && boot === bootOf(other);
}

/** The PBX or another role on a machine, for people. */
function alsoRuns(facts: HostFacts, role: Role): string | undefined {
  const other = seenContainers(facts).find(({ name }) => {
    const own = ROLE_CONTAINERS.get(name);
    return name === CALL_MANAGER || (own !== undefined && own !== role);
  });
  if (!other) return undefined;
  const own = ROLE_CONTAINERS.get(other.name);
  return own ? `${withArticle(ROLES[own].label)} (${other.name})` : other.name;
}

/** What tells a machine from any other as long as it runs: clones of one image share a machine id, and no two a boot. */
function bootOf(facts: Reachable | undefined): string | undefined {
  return isReachable(facts) && facts.bootId !== '' ? facts.bootId : undefined;
}
