import { ROLES } from '../cluster/roles';
import type { Cluster, Role, Server } from '../cluster/types';
import type { HostFacts } from '../host/types';
import type { ListedRole, PortalServer } from '../pbx/types';
import { pbxContainer } from '../stages/install';
import { isReachable } from '../stages/types';
import type { Finding, Live } from '../stages/types';
import type { Plan } from '../plan/types';

/** The cluster at a glance, for `status`. */
export interface StatusReport {
  version: 1;
  cluster: string;
  pbx: { address: string; api: string; reachable: boolean; problem?: string; version?: string };
  servers: ServerState[];
  /** In the portal, not in the cluster file */
  unmanaged: { role: ListedRole; name: string; address?: string; online: boolean; enabled: boolean }[];
  /** Built-in servers that take calls */
  builtIn: ListedRole[];
  findings: Finding[];
  /** Changes that a deploy would make */
  drift: number;
}

export interface ServerState {
  name: string;
  role: Role;
  address: string;
  publicIp?: string;
  /** The portal's word; `unknown` for roles that it has no list of and whose host does not answer */
  state: 'online' | 'offline' | 'running' | 'stopped' | 'not-registered' | 'not-installed' | 'unreachable';
  enabled: boolean;
  /** Calls (media) or participants (meeting) up now */
  calls?: number;
  image?: string;
  version?: string;
  /** Ids of the changes that a deploy would make to it */
  drift: string[];
}

/** Pure: what is wanted, what is there, what a deploy would do. */
export function statusReport(
  cluster: Cluster,
  live: Live,
  plan: Plan,
  servers: readonly Server[] = cluster.servers,
): StatusReport {
  const listed = Object.values(live.portal.servers).flat();
  const wanted = new Set(cluster.servers.map(({ name }) => name));
  const running = pbxContainer(live);
  return {
    version: 1,
    cluster: cluster.name,
    pbx: {
      address: cluster.pbx.privateIp,
      api: cluster.pbx.api,
      reachable: isReachable(live.main),
      ...(!isReachable(live.main) && { problem: live.main.unreachable }),
      ...(running?.running && running.version !== undefined && { version: running.version }),
    },
    servers: servers.map((server) => serverState(server, live, plan)),
    unmanaged: listed
      .filter(({ type, name }) => type === 'EXTERNAL' && !wanted.has(name))
      .map(({ id, role, name, privateIp, enabled }) => ({
        role,
        name,
        ...(privateIp !== undefined && { address: privateIp }),
        online: live.portal.status.get(id)?.status === 'ONLINE',
        enabled,
      })),
    builtIn: listed.filter(({ type, enabled }) => type === 'INTERNAL' && enabled).map(({ role }) => role),
    findings: plan.warnings,
    drift: plan.changes.length,
  };
}

function serverState(server: Server, live: Live, plan: Plan): ServerState {
  const { name, role, address, publicIp } = server;
  const facts = live.hosts.get(name);
  const container = isReachable(facts) ? facts.containers.find((one) => one.name === ROLES[role].container) : undefined;
  const portal = inPortal(server, live);
  const status = portal && live.portal.status.get(portal.id);
  return {
    name,
    role,
    address,
    ...(publicIp !== undefined && { publicIp }),
    state: stateOf(server, facts !== undefined && isReachable(facts) ? facts : undefined, portal, status?.status),
    enabled: portal?.enabled ?? server.enabled,
    ...(status?.calls !== undefined && { calls: status.calls }),
    ...(container && { image: container.image }),
    ...(container?.version !== undefined && { version: container.version }),
    drift: plan.changes.filter((change) => change.server === name).map(({ id }) => id),
  };
}

function inPortal({ name, role }: Server, live: Live): PortalServer | undefined {
  if (ROLES[role].collection === undefined) return undefined;
  return live.portal.servers[role as ListedRole].find((one) => one.name === name && one.type === 'EXTERNAL');
}

function stateOf(
  { role }: Server,
  facts: HostFacts | undefined,
  portal: PortalServer | undefined,
  status: 'ONLINE' | 'OFFLINE' | undefined,
): ServerState['state'] {
  if (status === 'ONLINE') return 'online';
  if (!facts) return 'unreachable';
  if (ROLES[role].collection !== undefined && !portal) return 'not-registered';
  const container = facts.containers.find(({ name }) => name === ROLES[role].container);
  if (!container) return 'not-installed';
  if (ROLES[role].collection !== undefined) return 'offline';
  return container.running ? 'running' : 'stopped';
}
