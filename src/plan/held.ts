import { isBlocking, type Finding } from '../finding';
import { allIn, type Change, type ChangeId } from '../stages/change';
import { heals } from '../stages/heal';
import type { Plan } from './types';

/*
 * What of a plan a deploy leaves undone: what a finding blocks, and what cannot be done without that. All else is done.
 */

/** Why a change waits: for what a finding blocks to be resolved, or for another one that waits. */
export type Held = { by: Finding } | { need: ChangeId };

/** What blocks a change itself. A finding that is about no server and no change blocks everything. */
export function blockerOf({
  warnings,
}: Pick<Plan, 'warnings'>): (change: Pick<Change, 'kind' | 'server' | 'id'>) => Finding | undefined {
  const blocking = warnings.filter(isBlocking).reverse();
  const byChange = new Map(blocking.map((finding) => [finding.change, finding]));
  const byServer = new Map(
    blocking.flatMap((finding) => (finding.change === undefined ? [[finding.server, finding] as const] : [])),
  );
  const whole = byServer.get(undefined);
  // The host of a server that is dead need not answer, and nothing but its entry in the portal is touched.
  return (change) => (heals(change) ? undefined : (whole ?? byServer.get(change.server) ?? byChange.get(change.id)));
}

/** The changes that wait, by id. The plan's changes are in order. */
export function heldIn(plan: Pick<Plan, 'changes' | 'warnings'>): ReadonlyMap<ChangeId, Held> {
  const blocker = blockerOf(plan);
  return held<Held>(
    plan.changes,
    (change) => {
      const by = blocker(change);
      return by && { by };
    },
    (need) => ({ need }),
  );
}

/** The changes that nothing is in the way of, nor of what they need. `changes` are in order. */
export function unhindered(changes: readonly Change[], hindrance: (change: Change) => unknown): Change[] {
  const waits = held(changes, hindrance, (need): unknown => need);
  return changes.filter(({ id }) => !waits.has(id));
}

function held<W>(
  changes: readonly Change[],
  itself: (change: Change) => W | undefined,
  waitsFor: (need: ChangeId) => W,
): ReadonlyMap<ChangeId, W> {
  const waits = new Map<ChangeId, W>();
  const areHeld = allIn(waits);
  for (const change of changes) {
    const { id, needs, oneOf = [] } = change;
    const why = itself(change);
    const need = needs.find((other) => waits.has(other)) ?? (areHeld(oneOf) ? oneOf[0] : undefined);
    if (why !== undefined) waits.set(id, why);
    else if (need !== undefined) waits.set(id, waitsFor(need));
  }
  return waits;
}

/** The plan's changes: those that a deploy does, and those that wait. */
export function sorted(plan: Pick<Plan, 'changes' | 'warnings'>): { doable: Change[]; held: Change[] } {
  const waits = heldIn(plan);
  return {
    doable: plan.changes.filter(({ id }) => !waits.has(id)),
    held: plan.changes.filter(({ id }) => waits.has(id)),
  };
}
