import { selectServers } from '../cluster/select';
import { look } from '../plan/look';
import type { SessionConfig } from '../plan/run';
import { statusReport } from './status-report';
import type { StatusReport } from './status-report';

/** Looks at the live cluster once. */
export async function readStatus(config: SessionConfig, servers: readonly string[]): Promise<StatusReport> {
  const { live, plan } = await look(config);
  return statusReport(config.cluster, live, plan, selectServers(config.cluster, servers));
}
