import { ROLE_NAMES, ROLES } from '../roles';
import { entries } from './report';
import type { Entry, Rule } from './report';

/** Words that select or name something else: roles, the main server and its load balancer, everything. */
const RESERVED = new Set<string>([...ROLE_NAMES, 'pbx', 'loadbalancer', 'all']);

export const isReserved = (name: string): boolean => RESERVED.has(name.toLowerCase());

/** Names tell servers apart in the portal, on the hosts, as selectors and in change ids. */
export const names: Rule = (file, report) => {
  const seen = new Map<string, Entry>();
  for (const server of entries(file)) {
    const { name, index } = server;
    if (name === undefined) continue;
    const path = ['servers', index, 'name'];
    const key = name.toLowerCase();
    if (isReserved(name)) {
      report.error(
        path,
        'reserved-name',
        `a server cannot be called ${name}: it would be mistaken for the role or the part of the PBX of that name`,
        `such as ${suggestion(server)}`,
      );
    }
    const first = seen.get(key);
    if (!first) seen.set(key, server);
    else if (first.name === name) {
      report.error(
        path,
        'duplicate-name',
        `another server is called ${name}${report.line(['servers', first.index, 'name'])}`,
        'give each server a name of its own',
      );
    } else {
      report.warning(
        path,
        'similar-name',
        `${name} differs from ${first.called}${report.line(['servers', first.index, 'name'])} in capital letters only`,
        'people will mistake one for the other',
      );
    }
  }
};

/** One IM and one Data Flow server at most. */
export const singles: Rule = (file, report) => {
  const seen = new Map<string, Entry>();
  for (const server of entries(file)) {
    if (server.role === undefined || !ROLES[server.role].single) continue;
    const first = seen.get(server.role);
    if (!first) seen.set(server.role, server);
    else {
      report.error(
        ['servers', server.index, 'role'],
        'only-one',
        `${first.called}${report.line(['servers', first.index, 'role'])} is the ${ROLES[server.role].label} already; PortSIP supports one per cluster`,
        'keep one of the two',
      );
    }
  }
};

function suggestion({ role }: Entry): string {
  return ROLES[role ?? 'media'].exampleName;
}
