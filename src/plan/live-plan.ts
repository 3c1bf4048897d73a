import { inSlices } from '../slices';
import { closeSession, openSession } from '../stages/open-session';
import { observe } from '../stages/observe';
import type { Session, SessionConfig } from '../stages/session';
import type { Live } from '../stages/live';
import { isReachable } from '../host/reachable';
import { movedTags } from '../stages/moved-tags';
import { planSteps } from './plan';
import type { Plan } from './types';

/** What is there, and what a deploy would do about it. */
export interface Look {
  live: Live;
  plan: Plan;
}

/** Looks at the live cluster once, and at what its tags stand for by now. Changes nothing, takes no lock. */
export async function look(config: SessionConfig): Promise<Look> {
  const session = openSession(config);
  try {
    const { live, plan } = await lookAround(session);
    const tags = isReachable(live.main) ? await movedTags(session, live) : [];
    return { live, plan: { ...plan, warnings: [...plan.warnings, ...tags] } };
  } finally {
    await closeSession(session);
  }
}

/** The same over connections that are there. */
export async function lookAround(session: Session): Promise<Look> {
  const { live, findings } = await observe(session, { outside: true });
  const plan = await inSlices(planSteps(session.cluster, live));
  return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
}
