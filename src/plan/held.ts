import { isBlocking, type Finding } from '../finding';
import type { Change, ChangeId } from '../stages/change';
import { heals } from '../stages/heal';
import type { Plan } from './types';

/*
 * What of a plan a deploy leaves undone: what a finding blocks, and what cannot be done without that. All else is done.
 */

/** Why a change waits: for what a finding blocks to be resolved, or for another one that waits. */
export type Held = { by: Finding } | { need: ChangeId };

/** What blocks a change itself. A finding that is about no server blocks everything. */
export function blockerOf({
  warnings,
}: Pick<Plan, 'warnings'>): (change: Pick<Change, 'kind' | 'server'>) => Finding | undefined {
  const byServer = new Map([...warnings.filter(isBlocking)].reverse().map((finding) => [finding.server, finding]));
  const whole = byServer.get(undefined);
  // The host of a server that is dead need not answer, and nothing but its entry in the portal is touched.
  return (change) => (heals(change) ? undefined : (whole ?? byServer.get(change.server)));
}

/** The changes that wait, by id. The plan's changes are in order. */
export function heldIn(plan: Pick<Plan, 'changes' | 'warnings'>): ReadonlyMap<ChangeId, Held> {
  const blocker = blockerOf(plan);
  const held = new Map<ChangeId, Held>();
  for (const change of plan.changes) {
    const by = blocker(change);
    const { needs, oneOf = [] } = change;
    const need = needs.find((id) => held.has(id)) ?? (oneOf.every((id) => held.has(id)) ? oneOf[0] : undefined);
    if (by) held.set(change.id, { by });
    else if (need !== undefined) held.set(change.id, { need });
  }
  return held;
}

/** The plan's changes: those that a deploy does, and those that wait. */
export function sorted(plan: Pick<Plan, 'changes' | 'warnings'>): { doable: Change[]; held: Change[] } {
  const waits = heldIn(plan);
  return {
    doable: plan.changes.filter(({ id }) => !waits.has(id)),
    held: plan.changes.filter(({ id }) => waits.has(id)),
  };
}
