import { findContainer, seenContainer } from '../host/containers';
import { isKnown } from '../host/reading';
import { isListed, isOutside, LISTED_ROLES, ROLES } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import type { ControlPlane } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import { idOf, ofKind, type Change, type ChangeId, type RestartCause } from './change';
import type { ClusterRecord, OwedRestart } from './cluster-record';
import { CALL_MANAGER, isOffline, isOnline, LOAD_BALANCER, type Live } from './live';

/*
 * Restarts that servers coming or going bring with them, and those that an earlier run still owes.
 */

/** By what is restarted: the PBX, its load balancer, or a server of the cluster file by name. */
export interface Due {
  pbx?: RestartCause;
  loadBalancer?: RestartCause;
  servers: Record<string, RestartCause>;
}

/** By which of these changes servers that the portal lists come or go. */
export function scaling(changes: readonly Change[]) {
  const added = ofKind(changes, 'role').filter(({ action }) => action === 'create');
  return {
    added: new Set(added.map(({ server }) => server)),
    grown: added.filter(({ wanted }) => isListed(wanted.role)).map(({ id }) => id),
    shrunk: ofKind(changes, 'portal-entry-removal').map(({ id }) => id),
  };
}

/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
export function broughtAlong(cluster: Cluster, plane: ControlPlane, live: Live, changes: readonly Change[]): Due {
  const { added, grown, shrunk } = scaling(changes);
  const policy = cluster.restart.afterScaleOut;
  const due: Due = { servers: {} };
  const late = new Set(lateAndUp(live));
  const grows = grown.length + late.size > 0;
  // What is owed anyway does not depend on what this run does.
  const by = (ids: readonly ChangeId[]) => (late.size > 0 ? {} : { by: ids });
  if (policy === 'none' || (!grows && shrunk.length === 0)) return due;

  if (plane.drivesPbx)
    due.loadBalancer = { cause: grows ? 'servers-added' : 'servers-removed', ...by([...grown, ...shrunk]) };
  if (policy !== 'all' || !grows) return due;
  const first = plane.drivesPbx && isFirstInstall(cluster, live);
  if (first) due.pbx = { cause: 'new-cluster', ...by(grown) };
  const registered = new Set(LISTED_ROLES.flatMap((role) => live.portal.servers[role]).map(({ name }) => name));
  for (const { name, role } of cluster.servers) {
    // A server that was just created has seen nothing older than the change, and one that is still to come neither; on a first
    // install the PBX restarts after it. Those that callers come to by DNS find the PBX again by themselves.
    if ((first && !isOutside(role)) || (!added.has(name) && !late.has(name) && isListed(role) && registered.has(name)))
      due.servers[name] = { cause: 'servers-added', ...by(grown) };
  }
  return due;
}

/** New servers that were not up when the others restarted because of them, and are now. */
export function lateAndUp(live: Live): string[] {
  const online = LISTED_ROLES.flatMap((role) => live.portal.servers[role]).filter((entry) => isOnline(live, entry));
  const names = new Set(online.map(({ name }) => name));
  return (live.record?.late ?? []).filter((name) => names.has(name));
}

/**
 * Nothing of the cluster has ever run, as far as anybody can tell: only then may the PBX itself be restarted, which ends all
 * calls. A host that does not answer, or that lost its container, is no sign of a new cluster.
 */
function isFirstInstall(cluster: Cluster, live: Live): boolean {
  const serves = LISTED_ROLES.some((role) =>
    live.portal.servers[role].some((server) => server.type === 'EXTERNAL' && !isOffline(live, server)),
  );
  if (serves || Object.values(live.record?.servers ?? {}).some(({ installed }) => installed)) return false;
  return cluster.servers.every((server) => {
    const facts = live.hosts.get(server.name);
    if (!isReachable(facts)) return true;
    const container = findContainer(facts, ROLES[server.role].container);
    return isKnown(container) && container === undefined;
  });
}

export function stillOwed(cluster: Cluster, live: Live): Due {
  const startOf = starts(cluster, live);
  const owed = (id: ChangeId): RestartCause | undefined => {
    const restart = live.record?.restarts[id];
    return restart && isOwed(restart, startOf(id)) ? { cause: 'owed', said: restart.reason } : undefined;
  };
  const due: Due = { servers: {} };
  const [pbx, loadBalancer] = [owed(idOf.pbxRestart), owed(idOf.loadBalancerRestart)];
  if (pbx) due.pbx = pbx;
  if (loadBalancer) due.loadBalancer = loadBalancer;
  for (const { name } of cluster.servers) {
    const cause = owed(idOf.restart(name));
    if (cause) due.servers[name] = cause;
  }
  return due;
}

/** An owed restart that has not happened since: the container still runs since the same moment. `now`: when it started, if anybody can tell */
export function isOwed({ startedAt }: OwedRestart, now: string | undefined): boolean {
  return startedAt === undefined || now === undefined || now === startedAt;
}

/** When the container that a restart is about started, by the restart's id; undefined when there is none, or it cannot be seen. */
export function starts(cluster: Cluster, live: Live): (id: string) => string | undefined {
  const servers = new Map<string, Server>(cluster.servers.map((server) => [idOf.restart(server.name), server]));
  return (id) => {
    const server = servers.get(id);
    const name = server ? ROLES[server.role].container : id === idOf.pbxRestart ? CALL_MANAGER : LOAD_BALANCER;
    const facts = server ? live.hosts.get(server.name) : live.main;
    return isReachable(facts) ? seenContainer(facts, name)?.startedAt : undefined;
  };
}

/** An owed restart of something whose container has just started. */
export function owedSince(record: ClusterRecord, id: ChangeId, startedAt: string): ClusterRecord {
  const owed = record.restarts[id];
  return owed ? { ...record, restarts: { ...record.restarts, [id]: { ...owed, startedAt } } } : record;
}

/** Why something is restarted, for people. */
export function restartReason(cause: RestartCause): string {
  switch (cause.cause) {
    case 'servers-added':
      return 'servers were added';
    case 'servers-removed':
      return 'servers were removed';
    case 'new-cluster':
      return 'the cluster is new: the PBX has to find its servers';
    case 'asked':
    case 'owed':
      return cause.said;
  }
}
