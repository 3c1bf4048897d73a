import { ROLES } from '../cluster/roles';
import type { Finding } from '../finding';
import { serverContainer } from './live';
import type { DiffInput } from './stage';

/**
 * Servers that the PBX keeps no list of and says that it does not see, although they run. One that stands still is started anyway, and
 * of what the PBX does not tell nothing follows.
 */
export function unlistedFindings({ cluster, live }: DiffInput): Finding[] {
  return cluster.servers.flatMap((server): Finding[] => {
    if (live.portal.services?.get(server.role) !== 'OFFLINE' || !serverContainer(live, server)?.running) return [];
    const { container, label } = ROLES[server.role];
    return [
      {
        code: 'offline',
        severity: 'warning',
        server: server.name,
        message: `The PBX does not see the ${label} ${server.name} (OFFLINE). Its container runs: it may just have started; if it stays so, look at its log (sudo docker logs ${container})`,
      },
    ];
  });
}
