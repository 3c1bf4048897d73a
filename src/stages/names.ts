import { byRestart } from '../cluster/roles';
import type { Cluster, Role, Server } from '../cluster/types';
import { compare } from '../text/natural-order';

/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
export function has(things: object | undefined, name: string | undefined): boolean {
  return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}

export function findServer(cluster: Cluster, name: string | undefined): Server | undefined {
  return cluster.servers.find((server) => server.name === name);
}

/** PortSIP's restart order, then by name. */
export function inRoleOrder(a: { role: Role; name: string }, b: { role: Role; name: string }): number {
  return byRestart(a, b) || compare(a.name, b.name);
}
