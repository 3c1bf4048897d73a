import { ROLES, type Role } from './roles';
import type { Cluster } from './types';

/** How long a server may take to be up, or then to be ONLINE, in milliseconds: as the cluster file says, else as its role needs. */
export function deadlineMs({ restart }: Pick<Cluster, 'restart'>, role: Role, what: 'up' | 'online'): number {
  const { startTimeoutSeconds } = restart;
  return startTimeoutSeconds === undefined ? ROLES[role].deadlines[what] : startTimeoutSeconds * 1000;
}
