import { forListedRoles, isListed, type ListedRole } from '../cluster/roles';
import type { ServerSpec } from '../cluster/types';
import type { PortalServer } from '../pbx/types';
import type { Live } from './live';

/** The portal's servers as this run left them. */
export class Portal {
  private readonly byRole: Record<ListedRole, PortalServer[]>;

  constructor(servers: Live['portal']['servers']) {
    this.byRole = forListedRoles((role) => [...servers[role]]);
  }

  /** An added server; the built-in one is nobody's to drain or to destroy, whatever it is called. */
  find(role: ListedRole, name: string): PortalServer | undefined {
    return this.byRole[role].find((server) => server.name === name && server.type === 'EXTERNAL');
  }

  builtIn(role: ListedRole): PortalServer | undefined {
    return this.byRole[role].find(({ type }) => type === 'INTERNAL');
  }

  of(role: ListedRole): readonly PortalServer[] {
    return this.byRole[role];
  }

  put(server: PortalServer): void {
    this.byRole[server.role] = [...this.byRole[server.role].filter(({ id }) => id !== server.id), server];
  }

  remove(role: ListedRole, id: string): void {
    this.byRole[role] = this.byRole[role].filter((server) => server.id !== id);
  }

  forServer({ role, name }: Pick<ServerSpec, 'role' | 'name'>): PortalServer | undefined {
    return isListed(role) ? this.find(role, name) : undefined;
  }
}
