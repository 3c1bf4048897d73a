import { closest } from './suggest';
import { printable } from './fault';
import { isRole, ROLE_NAMES } from './roles';
import { InputError } from './types';
import type { Cluster, Server } from './types';

/**
 * Servers by name or role, in the cluster file's order; none given: all of them.
 * A role of which there is no server selects none. Throws InputError for what is neither.
 */
export function selectServers(cluster: Pick<Cluster, 'servers'>, selectors: readonly string[]): Server[] {
  const wanted = new Set(selectors.map((selector) => selector.trim()).filter((selector) => selector !== ''));
  if (wanted.size === 0) return [...cluster.servers];

  const names = cluster.servers.map(({ name }) => name);
  const unknown = [...wanted].filter((selector) => !names.includes(selector) && !isRole(selector));
  if (unknown.length > 0) throw new InputError(unknown.map((selector) => explain(selector, names)).join('\n'));
  return cluster.servers.filter(({ name, role }) => wanted.has(name) || wanted.has(role));
}

function explain(selector: string, names: string[]): string {
  const guess = closest(selector, [...names, ...ROLE_NAMES]);
  const hint = guess ? `Did you mean ${guess}?` : `Servers: ${list(names)}. Roles: ${ROLE_NAMES.join(', ')}.`;
  return `No server and no role is called "${printable(selector)}". ${hint}`;
}

function list(names: string[]): string {
  if (names.length === 0) return 'none';
  return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
}
