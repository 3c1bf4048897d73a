import { trustedSources } from '../../../src/cluster/addresses';
import { ROLES } from '../../../src/cluster/roles';
import type { Cluster, Server } from '../../../src/cluster/types';
import { installed } from '../../../src/host/commands';
import type { Container, HostFacts } from '../../../src/host/types';
import type { IpFilter, ListedRole, PortalServer } from '../../../src/pbx/types';
import type { Plan } from '../../../src/plan/types';
import { deployed } from '../../../src/stages/deployed';
import { WHITELIST_EXPIRY } from '../../../src/stages/firewall';
import { isListed, LISTED_ROLES } from '../../../src/stages/names';
import { claim, emptyRecord, forget, settle } from '../../../src/stages/record';
import { departing, moved, oldHost } from '../../../src/stages/remove';
import { isReachable, type Change, type ClusterRecord, type Live } from '../../../src/stages/types';

/** A token that some container runs with */
export const TOKEN = 'im-token-nobody-may-see';

/** A PBX and machines, as far as plans see them; changes are applied to it in an instant. */
export interface World {
  at: number;
  main: HostFacts;
  firewall: { permanent: Set<string>; runtime: Set<string> };
  /** High availability: another node of the PBX; undefined: it is down */
  node?: { permanent: Set<string>; runtime: Set<string> };
  /** High availability: addresses where the control node cannot sign in, and what is wrong with the nodes */
  refused: Set<string>;
  trouble?: string;
  /** By address */
  machines: Map<string, HostFacts>;
  down: Set<string>;
  portal: Record<ListedRole, PortalServer[]>;
  ipFilters: IpFilter[];
  im: Live['portal']['im'];
  imToken: 'issued' | 'none';
  imTokenInUse: boolean;
  record?: ClusterRecord;
  starts: number;
}

export function deployedWorld(cluster: Cluster): World {
  const live = deployed(cluster, cluster);
  if (!isReachable(live.main)) throw new Error('no main server');
  const sources = trustedSources(cluster);
  const machines = new Map<string, HostFacts>();
  for (const { name, address, role } of cluster.servers) {
    const facts = live.hosts.get(name);
    if (!isReachable(facts)) continue;
    machines.set(address, facts);
    const [container] = facts.containers;
    if (role === 'im' && container) container.args = container.args.map((arg) => (arg === '-' ? TOKEN : arg));
  }
  return {
    at: live.at,
    main: live.main,
    firewall: { permanent: new Set(sources), runtime: new Set(sources) },
    node: { permanent: new Set(sources), runtime: new Set(sources) },
    refused: new Set(),
    machines,
    down: new Set(),
    portal: structuredClone(live.portal.servers),
    ipFilters: [...live.portal.ipFilters],
    im: live.portal.im,
    imToken: live.portal.imToken,
    imTokenInUse: true,
    ...(live.record && { record: live.record }),
    starts: 0,
  };
}

/** What is seen of it, the way `observe` looks. */
export function view(world: World, cluster: Cluster): Live {
  const look = (address: string) =>
    world.down.has(address) ? { unreachable: 'no route to host' } : machine(world, address);
  const hosts = new Map(cluster.servers.map((server) => [server.name, look(server.address)]));
  for (const server of departing(cluster, world.record, world.portal)) hosts.set(server.name, look(server.address));
  for (const server of moved(cluster, world.record)) hosts.set(oldHost(server), look(server.address));
  return structuredClone({
    live: true,
    at: world.at,
    main: { ...world.main, firewall: firewallOf(world.firewall) },
    ...(cluster.pbx.highAvailability && { nodes: nodesOf(world), control: controlOf(world) }),
    hosts,
    portal: {
      servers: world.portal,
      status: new Map(
        LISTED_ROLES.flatMap((role) => world.portal[role]).map((entry) => [
          entry.id,
          { status: isOnline(world, entry) ? ('ONLINE' as const) : ('OFFLINE' as const) },
        ]),
      ),
      ipFilters: world.ipFilters,
      im: world.im,
      imToken: world.imToken,
    },
    imTokenInUse: world.imTokenInUse,
    ...(world.record && { record: world.record }),
  });
}

function firewallOf({ permanent, runtime }: World['firewall']): NonNullable<HostFacts['firewall']> {
  return { running: true, trusted: { permanent: [...permanent], runtime: [...runtime] }, otherZones: {} };
}

export const NODE = '10.0.1.2';

/** A passive node: what it would run if it were active is there, stopped. */
function nodesOf({ main, node }: World): NonNullable<Live['nodes']> {
  const stopped = main.containers.map((container) => ({ ...container, running: false }));
  return new Map([
    [NODE, node ? { ...main, containers: stopped, firewall: firewallOf(node) } : { unreachable: 'no route to host' }],
  ]);
}

function controlOf({ refused, trouble }: World): NonNullable<Live['control']> {
  return {
    ...(trouble !== undefined && { trouble }),
    refused: new Map([...refused].map((address) => [address, { why: 'key', said: 'Permission denied' }])),
  };
}

function machine(world: World, address: string): HostFacts {
  const there = world.machines.get(address);
  if (there) return there;
  const blank = { ...structuredClone(world.main), addresses: [address], containers: [], roles: [] };
  world.machines.set(address, blank);
  return blank;
}

/** As the PBX sees it: by name and address, whether it is enabled or not. */
function isOnline(world: World, { type, role, name, privateIp, enabled }: PortalServer): boolean {
  if (type === 'INTERNAL') return enabled;
  return (world.machines.get(privateIp ?? '')?.containers ?? []).some(
    (container) =>
      container.running &&
      container.name === ROLES[role].container &&
      container.args[container.args.indexOf('-n') + 1] === name,
  );
}

function isServed(world: World, role: ListedRole): boolean {
  return world.portal[role].some((entry) => entry.enabled && isOnline(world, entry));
}

/** Does `changes`, a whole deploy. Throws when a role that was served is not any more. */
export function applied(world: World, cluster: Cluster, plan: Plan, changes: Change[]): void {
  const live = view(world, cluster);
  const standIns = new Set<ListedRole>();
  world.record = claim(world.record ?? emptyRecord(cluster.name), changes, cluster, live);
  for (const change of changes) {
    const served = LISTED_ROLES.filter((role) => isServed(world, role));
    apply(world, cluster, change, live, standIns);
    const lost = served.filter((role) => !isServed(world, role));
    if (lost.length > 0) throw new Error(`${change.id} leaves nobody who serves ${lost.join(', ')}`);
    world.record = settle(world.record, change, cluster);
  }
  for (const role of standIns) {
    const others = world.portal[role].filter(({ type, enabled }) => type === 'EXTERNAL' && enabled);
    if (others.some((entry) => isOnline(world, entry))) builtIn(world, role).enabled = false;
  }
  const done = new Set(changes.map(({ id }) => id));
  const left = [
    ...plan.changes.filter(({ id, action }) => action === 'delete' && !done.has(id)),
    ...plan.warnings.filter(({ severity }) => severity === 'blocking'),
  ].flatMap(({ server }) => server ?? []);
  world.record = forget(world.record, cluster, new Set(left));
}

function apply(world: World, cluster: Cluster, change: Change, live: Live, standIns: Set<ListedRole>): void {
  const kind = change.id.slice(0, change.id.indexOf('/'));
  const name = change.id.slice(change.id.indexOf('/') + 1);
  const server = cluster.servers.find((one) => one.name === name);
  const leaving = departing(cluster, world.record, live.portal.servers).find((one) => one.name === name);
  switch (kind) {
    case 'firewall':
      for (const sources of [world.firewall, ...(world.node ? [world.node] : [])].flatMap((zone) => [
        zone.permanent,
        zone.runtime,
      ]))
        if (change.action === 'delete') sources.delete(name);
        else sources.add(name);
      return;
    case 'whitelist':
      world.ipFilters = world.ipFilters.filter(({ cidr, target }) => cidr !== name || target !== 'ACCEPT');
      if (change.action !== 'delete')
        world.ipFilters.push({ id: name, cidr: name, target: 'ACCEPT', expireAt: WHITELIST_EXPIRY });
      return;
    case 'built-in': {
      const enabled = change.attributes.some(({ after }) => after === 'true');
      builtIn(world, name as ListedRole).enabled = enabled;
      return;
    }
    case 'token':
      world.imToken = 'issued';
      world.imTokenInUse = false;
      return;
    case 'server':
      return applyServer(world, change, server, leaving?.role, standIns);
    case 'restart':
      for (const container of server ? machine(world, server.address).containers : world.main.containers)
        container.startedAt = startedAt(world);
      return;
    case 'ssh-key':
      if (server) world.refused.delete(server.address);
      return;
    case 'role':
      if (name === 'pbx') {
        for (const container of world.main.containers) container.image = cluster.pbx.image ?? container.image;
        return;
      }
      if (leaving && change.action === 'delete') machine(world, leaving.address).containers = [];
      if (server) install(world, cluster, server, change);
      return;
    default:
      throw new Error(`nothing applies ${change.id}`);
  }
}

function applyServer(
  world: World,
  change: Change,
  server: Server | undefined,
  left: Server['role'] | undefined,
  standIns: Set<ListedRole>,
): void {
  const role = server?.role ?? left ?? 'im';
  if (!isListed(role)) {
    world.im = { ...(server?.privateIp && { privateIp: server.privateIp }) };
    return;
  }
  const name = server?.name ?? change.server ?? '';
  const renamed = change.attributes.find((attribute) => attribute.name === 'name')?.before;
  const old = world.portal[role].find((entry) => entry.type === 'EXTERNAL' && entry.name === (renamed ?? name));
  // As it is drained for: another one of its role, or the built-in one.
  const others = world.portal[role].filter((entry) => entry.id !== old?.id && entry.enabled);
  const goes = change.action === 'delete' || change.action === 'replace' || server?.enabled === false;
  if (old?.enabled && goes && !others.some((entry) => isOnline(world, entry))) {
    builtIn(world, role).enabled = true;
    standIns.add(role);
  }
  world.portal[role] = world.portal[role].filter((entry) => entry.id !== old?.id);
  if (change.action === 'delete' || !server) return;
  const { privateIp, publicIp, enabled, maxCallSessions, maxRooms, maxParticipants } = server;
  world.portal[role].push({
    id: change.action === 'update' && old ? old.id : `${name}-${++world.starts}`,
    role,
    name,
    type: 'EXTERNAL',
    enabled,
    ...(privateIp && { privateIp }),
    ...(role === 'media' && publicIp && { publicIp }),
    ...(maxCallSessions !== undefined && { maxCallSessions }),
    ...(maxRooms !== undefined && { maxRooms }),
    ...(maxParticipants !== undefined && { maxParticipants }),
  });
  if (world.record) world.record.draining = world.record.draining.filter((other) => other !== name);
}

function install(world: World, cluster: Cluster, server: Server, change: Change): void {
  const old = moved(cluster, world.record).find(({ name }) => name === server.name);
  if (change.action === 'replace' && old) machine(world, old.address).containers = [];
  const host = machine(world, server.address);
  const { values, args } = installed(cluster, server);
  const at = startedAt(world);
  const container: Container = {
    name: ROLES[server.role].container,
    image: server.image,
    imageId: 'sha256:unknown',
    running: true,
    createdAt: at,
    startedAt: at,
    args: args.map((arg) => (arg === '-' ? TOKEN : arg)),
  };
  host.roles = [{ role: server.role, values }];
  const companions = ROLES[server.role].companions.map((name) => ({ ...container, name, args: [] }));
  host.containers = [container, ...companions];
  if (server.role === 'im') world.imTokenInUse = true;
}

function builtIn(world: World, role: ListedRole): PortalServer {
  const server = world.portal[role].find(({ type }) => type === 'INTERNAL');
  if (!server) throw new Error(`no built-in ${role} server`);
  return server;
}

function startedAt(world: World): string {
  return new Date(world.at + ++world.starts * 1000).toISOString();
}
