import { closeSession, openSession } from '../stages/open-session';
import { observe } from '../stages/observe';
import type { Session, SessionConfig } from '../stages/session';
import type { Live } from '../stages/live';
import { makePlan } from './plan';
import type { Plan } from './types';

/** What is there, and what a deploy would do about it. */
export interface Look {
  live: Live;
  plan: Plan;
}

/** Looks at the live cluster once. Changes nothing, takes no lock. */
export async function look(config: SessionConfig): Promise<Look> {
  const session = openSession(config);
  try {
    return await lookAround(session);
  } finally {
    await closeSession(session);
  }
}

/** The same over connections that are there. */
export async function lookAround(session: Session): Promise<Look> {
  const { live, findings } = await observe(session, { outside: true });
  const plan = makePlan(session.cluster, live);
  return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
}
