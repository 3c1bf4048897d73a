import { selectServers } from '../cluster/select';
import { makePlan } from '../plan/plan';
import type { SessionConfig } from '../plan/run';
import { observe } from '../stages/observe';
import { openSession } from '../session';
import { statusReport } from './status-report';
import type { StatusReport } from './status-report';

/** Looks at the live cluster once. */
export async function readStatus(config: SessionConfig, servers: readonly string[]): Promise<StatusReport> {
  const session = await openSession(config);
  try {
    const live = await observe(session);
    const { cluster } = config;
    return statusReport(cluster, live, makePlan(cluster, live), selectServers(cluster, servers));
  } finally {
    await session.close();
  }
}
