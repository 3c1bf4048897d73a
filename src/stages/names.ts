import type { Cluster, Role, Server } from '../cluster/types';
import { ROLES } from '../cluster/roles';
import type { ListedRole } from '../pbx/types';

export const LISTED_ROLES = ['media', 'queue', 'meeting', 'ivr'] as const satisfies readonly ListedRole[];

export function isListed(role: Role): role is ListedRole {
  return ROLES[role].collection !== undefined;
}

/** Whether a record of things by name has this one. `in` would find "constructor" in an empty one. */
export function has(things: object | undefined, name: string | undefined): boolean {
  return things !== undefined && name !== undefined && Object.hasOwn(things, name);
}

export function findServer(cluster: Cluster, name: string | undefined): Server | undefined {
  return cluster.servers.find((server) => server.name === name);
}

/** media, queue, meeting, ivr, im, dataflow: PortSIP's restart order; then by name. */
export function inRoleOrder(a: { role: Role; name: string }, b: { role: Role; name: string }): number {
  return ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || compare(a.name, b.name);
}
const ORDER: readonly Role[] = ['media', 'queue', 'meeting', 'ivr', 'im', 'dataflow'];

/** The same everywhere, whatever the locale of the runner. */
export function compare(a: string, b: string): number {
  const number = COLLATOR.compare(a, b);
  return number !== 0 ? number : a < b ? -1 : a > b ? 1 : 0;
}
const COLLATOR = new Intl.Collator('en', { numeric: true });
