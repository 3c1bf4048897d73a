import { selectServers } from '../cluster/select';
import { makePlan } from '../plan/plan';
import type { SessionConfig } from '../plan/run';
import { closeSession, openSession } from '../session';
import { observe } from '../stages/observe';
import { statusReport } from './status-report';
import type { StatusReport } from './status-report';

/** Looks at the live cluster once. */
export async function readStatus(config: SessionConfig, servers: readonly string[]): Promise<StatusReport> {
  const { cluster } = config;
  const session = openSession(config);
  try {
    const { live, findings } = await observe(session);
    const plan = makePlan(cluster, live);
    return statusReport(
      cluster,
      live,
      { ...plan, warnings: [...findings, ...plan.warnings] },
      selectServers(cluster, servers),
    );
  } finally {
    await closeSession(session);
  }
}
