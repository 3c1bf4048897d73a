import { trustedSources, whitelistCidrs } from '../cluster/addresses';
import { forListedRoles, LISTED_ROLES, ROLES, type ListedRole, followsPbx } from '../cluster/roles';
import type { Registry } from '../cluster/registry';
import { deployedSettings } from '../cluster/settings';
import type { Cluster, Server } from '../cluster/types';
import { controlPlane } from '../host/control-plane';
import { SCRIPTS } from '../host/facts-script';
import { unknown } from '../host/reading';
import type { Container, HostFacts, RegistryLogin } from '../host/types';
import type { PortalServer } from '../pbx/types';
import type { ClusterRecord, RecordedLogin } from './cluster-record';
import { oldHost } from './departing';
import { WHITELIST_EXPIRY } from './firewall';
import { CALL_MANAGER, type Live } from './live';
import { entryOf } from './register';
import { signsPbxIn } from './registry';
import { ByAddress } from '../cluster/by-address';

/**
 * The live state of a cluster that is just what `base` says, with the hosts of `head` that it does not have empty and ready.
 * It stands in for the live one when nobody may be asked.
 */
export function deployed(base: Cluster | undefined, head: Cluster): Live {
  const cluster = base ?? { ...head, servers: [], builtInServers: 'keep' as const };
  const servers = forListedRoles((role) => portalOf(cluster, role));
  const all = LISTED_ROLES.flatMap((role) => servers[role]);
  const before = new ByAddress(cluster.servers.map((server) => [server.address, server] as const));
  const now = new Map(head.servers.map(({ name, address }) => [name, address]));
  const im = cluster.servers.find(({ role }) => ROLES[role].portal.kind === 'addresses');
  return {
    live: false,
    at: Date.UTC(2026, 0, 1),
    main: mainOf(cluster),
    hosts: new Map([
      ...head.servers.map((server) => {
        // A machine whose server has another name now is the same machine.
        const there = before.get(server.address);
        return [server.name, there ? hostOf(cluster, there) : blankHost(server)] as const;
      }),
      ...cluster.servers.map((server) => {
        const stays = (now.get(server.name) ?? server.address) === server.address;
        return [stays ? server.name : oldHost(server), hostOf(cluster, server)] as const;
      }),
    ]),
    portal: {
      servers,
      status: new Map(all.map((server) => [server.id, { status: 'ONLINE' as const }])),
      ipFilters: whitelistCidrs(cluster).map((cidr) => ({
        id: cidr,
        cidr,
        target: 'ACCEPT',
        expireAt: WHITELIST_EXPIRY,
      })),
      im: { ...(im?.privateIp && { privateIp: im.privateIp }), ...(im?.publicIp && { publicIp: im.publicIp }) },
      imToken: im ? 'issued' : 'none',
      ...((head.sbc || [...head.servers, ...cluster.servers].some(isBorder)) && {
        sbc: cluster.sbc?.portal ?? {},
        sbcToken: cluster.servers.some(isBorder) ? ('issued' as const) : ('none' as const),
      }),
    },
    imTokenInUse: NOT_READ,
    ...(base && {
      record: { ...recordOf(base), builtInDisabled: LISTED_ROLES.filter((role) => !builtInServes(base, role)) },
      deployedSettings: deployedSettings(base),
    }),
  };
}

function isBorder({ role }: Server): boolean {
  return ROLES[role].portal.kind === 'settings';
}

function portalOf(cluster: Cluster, role: ListedRole): PortalServer[] {
  const own = cluster.servers.filter((server) => server.role === role);
  const builtIn: PortalServer = {
    id: `built-in-${role}`,
    role,
    name: 'default',
    type: 'INTERNAL',
    enabled: builtInServes(cluster, role),
  };
  return [
    builtIn,
    ...own.map((server): PortalServer => ({ id: server.name, type: 'EXTERNAL', ...entryOf(server, role) })),
  ];
}

function builtInServes({ builtInServers, servers }: Cluster, role: ListedRole): boolean {
  return builtInServers === 'keep' || !servers.some((server) => server.role === role && server.enabled);
}

function mainOf(cluster: Cluster): HostFacts {
  const sources = trustedSources(cluster);
  return {
    ...blankHost(cluster.pbx.machine),
    firewall: {
      running: true,
      trusted: { permanent: [...sources], runtime: [...sources] },
      otherZones: {},
      rivals: { permanent: [], runtime: [] },
    },
    record: undefined,
    lock: undefined,
    registry: signsPbxIn(cluster) ? loginOf(cluster) : 'none',
    containers: [container(CALL_MANAGER, cluster.pbx.image ?? cluster.image, [], cluster.pbx.version)],
  };
}

function hostOf(cluster: Cluster, server: Server): HostFacts {
  const { values, args } = controlPlane(cluster).installed(server);
  return {
    ...blankHost(server),
    registry: loginOf(cluster),
    roles: [{ role: server.role, values }],
    containers: [
      {
        ...container(
          ROLES[server.role].container,
          server.image,
          args,
          followsPbx(server.role) ? cluster.pbx.version : undefined,
        ),
        ...(ROLES[server.role].supervised && { programs: [{ name: 'all', state: 'RUNNING' }] }),
      },
      ...ROLES[server.role].companions.map((name) => container(name, server.image, [])),
    ],
  };
}

function loginOf({ registry }: Cluster): RegistryLogin | 'none' {
  return registry ? { ...registry, current: true } : 'none';
}

function container(name: string, image: string, args: string[], version?: string): Container {
  const at = '2026-01-01T00:00:00Z';
  const known = { name, image, imageId: 'sha256:unknown', running: true, createdAt: at, startedAt: at, args };
  return { ...known, ...(version !== undefined && { version }) };
}

const NOT_READ = unknown('nobody was asked');

/** A host of which nothing is known and nothing is wrong. */
function blankHost({ name, address }: { name: string; address: string }): HostFacts {
  return {
    hostname: name,
    bootId: '',
    // The one that is right everywhere
    os: { id: 'ubuntu', version: '24.04', prettyName: 'Ubuntu 24.04' },
    arch: 'x86_64',
    cpus: 64,
    memoryMiB: 256 * 1024,
    disk: { path: '/', totalMiB: 1024 * 1024, freeMiB: 1024 * 1024 },
    clockSkewMs: 0,
    clockSynchronized: true,
    addresses: [address],
    docker: { installed: true, compose: '2' },
    registry: 'none',
    scripts: [...SCRIPTS],
    roles: [],
    containers: [],
    conflicts: [],
    folders: {},
    firewall: NOT_READ,
    record: NOT_READ,
    lock: NOT_READ,
  };
}

/** The record of a cluster that was put there by this project as a whole. */
export function recordOf(cluster: Cluster): ClusterRecord {
  return {
    version: 1,
    cluster: cluster.name,
    servers: Object.fromEntries(
      cluster.servers.map(({ name, role, privateIp, publicIp, address, ssh }) => [
        name,
        { role, address, ssh, installed: true, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) },
      ]),
    ),
    firewall: trustedSources(cluster),
    whitelist: whitelistCidrs(cluster),
    builtInDisabled: [],
    restarts: {},
    late: [],
    recreate: {},
    draining: [],
    dead: {},
    seen: {},
    ...(cluster.registry && { logins: loginsOf(cluster, cluster.registry) }),
    time: '2026-01-01T00:00:00Z',
  };
}

function loginsOf(cluster: Cluster, registry: Registry): RecordedLogin[] {
  const machines = [...(signsPbxIn(cluster) ? [cluster.pbx.machine] : []), ...cluster.servers];
  return machines.map(({ address, ssh }) => ({ address, ssh, ...registry }));
}
