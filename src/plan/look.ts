import { closeSession, openSession } from '../session';
import { observe } from '../stages/observe';
import type { SessionConfig } from '../stages/session';
import type { Live } from '../stages/types';
import { makePlan } from './plan';
import type { Plan } from './types';

/** What is there, and what a deploy would do about it. Changes nothing, takes no lock. */
export interface Look {
  live: Live;
  plan: Plan;
}

/** Looks at the live cluster once. */
export async function look(config: SessionConfig): Promise<Look> {
  const session = openSession(config);
  try {
    const { live, findings } = await observe(session);
    const plan = makePlan(config.cluster, live);
    return { live, plan: { ...plan, warnings: [...findings, ...plan.warnings] } };
  } finally {
    await closeSession(session);
  }
}
