import { byRestart } from '../cluster/roles';
import type { Cluster, Role, Server } from '../cluster/types';
import { compare } from '../text/natural-order';

/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
export function has(things: object | undefined, name: string | undefined): boolean {
  return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}

export function findServer({ servers }: Pick<Cluster, 'servers'>, name: string | undefined): Server | undefined {
  return name === undefined ? undefined : byName(servers).get(name);
}

/** Lists of servers that were looked into: whoever asks for each of thousands would go through thousands each time. */
const indices = new WeakMap<readonly Server[], ReadonlyMap<string, Server>>();

/** Nothing alters the servers of a cluster once it is read. */
function byName(servers: readonly Server[]): ReadonlyMap<string, Server> {
  const index = indices.get(servers) ?? new Map(servers.map((server) => [server.name, server]));
  indices.set(servers, index);
  return index;
}

/** PortSIP's restart order, then by name. */
export function inRoleOrder(a: { role: Role; name: string }, b: { role: Role; name: string }): number {
  return byRestart(a, b) || compare(a.name, b.name);
}
