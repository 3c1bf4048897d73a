import { known } from '../known';
import { seenContainers } from '../../../src/host/containers';
import { trustedSources } from '../../../src/cluster/addresses';
import { LISTED_ROLES, ROLES, type ListedRole } from '../../../src/cluster/roles';
import type { Cluster, ServerSpec } from '../../../src/cluster/types';
import { controlPlane } from '../../../src/host/control-plane';
import { isReachable } from '../../../src/host/reachable';
import type { Container, FirewallFacts, HostFacts } from '../../../src/host/types';
import type { IpFilter, PortalServer } from '../../../src/pbx/types';
import type { Plan } from '../../../src/plan/types';
import type { Change, ChangeOf } from '../../../src/stages/change';
import { emptyRecord, type ClusterRecord } from '../../../src/stages/cluster-record';
import { departing, moved, oldHost } from '../../../src/stages/departing';
import { deployed } from '../../../src/stages/deployed';
import type { Live } from '../../../src/stages/live';
import { claim, forget, settle } from '../../../src/stages/record';

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
    const [container] = seenContainers(facts);
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

function firewallOf({ permanent, runtime }: World['firewall']): FirewallFacts {
  return {
    running: true,
    trusted: { permanent: [...permanent], runtime: [...runtime] },
    otherZones: {},
    rivals: { permanent: [], runtime: [] },
  };
}

export const NODE = '10.0.1.2';

/** A passive node: what it would run if it were active is there, stopped. */
function nodesOf({ main, node }: World): NonNullable<Live['nodes']> {
  const stopped = seenContainers(main).map((container) => ({ ...container, running: false }));
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
  const host = world.machines.get(privateIp ?? '');
  return (host ? seenContainers(host) : []).some(
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
  world.record = claim(world.record ?? emptyRecord(cluster.name), changes, cluster, controlPlane(cluster), live);
  for (const change of changes) {
    const served = LISTED_ROLES.filter((role) => isServed(world, role));
    apply(world, cluster, change, standIns);
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

/** What is done is what the change says, and nothing else. */
function apply(world: World, cluster: Cluster, change: Change, standIns: Set<ListedRole>): void {
  switch (change.kind) {
    case 'trusted-source':
    case 'source-removal':
      for (const sources of [world.firewall, ...(world.node ? [world.node] : [])].flatMap((zone) => [
        zone.permanent,
        zone.runtime,
      ]))
        if (change.kind === 'source-removal') sources.delete(change.source);
        else sources.add(change.source);
      return;
    case 'whitelist-entry':
    case 'whitelist-removal': {
      const about = change.kind === 'whitelist-removal' ? change.cidr : change.entry.cidr;
      world.ipFilters = world.ipFilters.filter(({ cidr, target }) => cidr !== about || target !== 'ACCEPT');
      if (change.kind === 'whitelist-entry') world.ipFilters.push({ id: about, ...change.entry });
      return;
    }
    case 'built-in-on':
    case 'built-in-off':
      builtIn(world, change.role).enabled = change.kind === 'built-in-on';
      return;
    // Nobody comes by DNS here.
    case 'sbc-settings':
    case 'callers-back':
      return;
    case 'token':
      world.imToken = 'issued';
      world.imTokenInUse = false;
      return;
    case 'portal-entry':
    case 'portal-entry-removal':
      return applyEntry(world, change, standIns);
    case 'im-addresses':
      world.im = change.wanted;
      return;
    case 'im-addresses-removal':
      world.im = {};
      return;
    case 'server-restart':
      for (const container of seenContainers(machine(world, change.wanted.address)))
        container.startedAt = startedAt(world);
      return;
    case 'pbx-restart':
    case 'load-balancer-restart':
      for (const container of seenContainers(world.main)) container.startedAt = startedAt(world);
      return;
    case 'dead-server-off':
    case 'dead-server-on':
    case 'backup':
    case 'control-scripts':
    case 'host-preparation':
    case 'registry-sign-in':
    case 'registry-sign-out':
      throw new Error(`Nobody asked for ${change.kind}`);
    case 'ssh-key':
      world.refused.delete(change.machine.address);
      return;
    case 'pbx-image':
      for (const container of seenContainers(world.main)) container.image = change.image;
      return;
    case 'role-removal':
      machine(world, change.from.address).containers = [];
      return;
    case 'role':
      return install(world, cluster, change);
  }
}

function applyEntry(
  world: World,
  change: ChangeOf<'portal-entry' | 'portal-entry-removal'>,
  standIns: Set<ListedRole>,
): void {
  const wanted = change.kind === 'portal-entry' ? change.wanted : undefined;
  const role = change.kind === 'portal-entry' ? change.wanted.role : change.role;
  const replaced = (change.kind === 'portal-entry' ? change.replaces : undefined) ?? change.server;
  const old = world.portal[role].find((entry) => entry.type === 'EXTERNAL' && entry.name === replaced);
  // As it is drained for: another one of its role, or the built-in one.
  const others = world.portal[role].filter((entry) => entry.id !== old?.id && entry.enabled);
  const goes = change.action === 'delete' || change.action === 'replace' || wanted?.enabled === false;
  if (old?.enabled && goes && !others.some((entry) => isOnline(world, entry))) {
    builtIn(world, role).enabled = true;
    standIns.add(role);
  }
  world.portal[role] = world.portal[role].filter((entry) => entry.id !== old?.id);
  if (!wanted) return;
  const id = change.action === 'update' && old ? old.id : `${wanted.name}-${++world.starts}`;
  world.portal[role].push({ ...wanted, id, type: 'EXTERNAL' });
  if (world.record) world.record.draining = world.record.draining.filter((other) => other !== wanted.name);
}

function install(world: World, cluster: Cluster, { wanted, leaves, verbs }: ChangeOf<'role'>): void {
  if (leaves?.verbs.includes('rm')) machine(world, leaves.from.address).containers = [];
  const host = machine(world, wanted.address);
  const row = ROLES[wanted.role];
  const [old] = seenContainers(host).filter(({ name }) => name === row.container);
  // Only what the control script is told has an effect.
  if (!verbs.includes('run') && !verbs.includes('upgrade')) throw new Error(`${verbs.join()} installs nothing`);
  const { values, args } = controlPlane(cluster).installed(wanted);
  const at = startedAt(world);
  const recreated = verbs.includes('run');
  const container: Container = {
    name: row.container,
    image: wanted.image,
    imageId: 'sha256:unknown',
    running: true,
    createdAt: at,
    startedAt: at,
    args: recreated ? args.map((arg) => (arg === '-' ? TOKEN : arg)) : (old?.args ?? []),
  };
  if (recreated) host.roles = [{ role: wanted.role, values }];
  else
    host.roles = known(host.roles).map((one) => ({
      ...one,
      values: { ...one.values, ...imageValue(row.keys, wanted) },
    }));
  const companions = row.companions.map((name) => ({ ...container, name, args: [] }));
  host.containers = [container, ...companions];
  if (row.token?.source === 'portal') world.imTokenInUse = true;
}

/** What `upgrade` writes into the role's configuration file */
function imageValue(keys: { image?: string }, { image }: ServerSpec): Record<string, string> {
  return keys.image === undefined ? {} : { [keys.image]: image };
}

function builtIn(world: World, role: ListedRole): PortalServer {
  const server = world.portal[role].find(({ type }) => type === 'INTERNAL');
  if (!server) throw new Error(`no built-in ${role} server`);
  return server;
}

function startedAt(world: World): string {
  return new Date(world.at + ++world.starts * 1000).toISOString();
}
