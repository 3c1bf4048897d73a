import { selectServers } from '../cluster/select';
import { PbxError } from '../pbx/types';
import type { Pbx, PbxUsage } from '../pbx/types';
import { lookAround, type Look } from '../plan/live-plan';
import type { SessionConfig } from '../stages/session';
import { isReachable } from '../host/reachable';
import { movedTags } from '../stages/moved-tags';
import { closeSession, openSession } from '../stages/open-session';
import { statusReport } from './report';
import type { StatusReport } from './report';

/**
 * Looks at the live cluster once. Where the PBX does not answer, the hosts still tell what runs on them. `tags`: also asks the
 * registries what tags stand for by now, which takes longer.
 */
export async function readStatus(
  config: SessionConfig,
  servers: readonly string[],
  { tags = false }: { tags?: boolean } = {},
): Promise<StatusReport> {
  const session = openSession(config);
  const report = ({ live, plan }: Look, told: { apiProblem?: string; apiRefused?: boolean; usage?: PbxUsage }) =>
    statusReport(config.cluster, live, plan, selectServers(config.cluster, servers), told);
  try {
    const { live, plan } = await lookAround(session);
    const moved = tags && isReachable(live.main) ? await movedTags(session, live) : [];
    const look = { live, plan: { ...plan, warnings: [...plan.warnings, ...moved] } };
    // Nice to know; a PBX that does not tell is looked at all the same.
    const usage = await session.pbx.usage().catch(() => undefined);
    return report(look, usage ? { usage } : {});
  } catch (error) {
    if (!(error instanceof PbxError)) throw error;
    const { live, plan } = await lookAround({ ...session, pbx: mute(session.pbx) });
    // What there would be to do cannot be told without the portal; what keeps hosts from answering can.
    const warnings = plan.warnings.filter(({ code }) => code === 'host-unreachable' || code === 'main-unreachable');
    const apiRefused = [401, 403].includes(error.details.status ?? 0);
    return report({ live, plan: { ...plan, changes: [], warnings } }, { apiProblem: error.message, apiRefused });
  } finally {
    await closeSession(session);
  }
}

/** One that knows nothing, and is not asked again. */
function mute(pbx: Pbx): Pbx {
  return {
    ...pbx,
    servers: () => Promise.resolve([]),
    ipFilters: () => Promise.resolve([]),
    im: () => Promise.resolve({}),
    serviceStatus: () => Promise.resolve(undefined),
    imToken: () => Promise.resolve(undefined),
    sbc: () => Promise.resolve({}),
    sbcToken: () => Promise.resolve(undefined),
  };
}
