import { isOutside, type Role } from '../cluster/roles';
import { before, type Change, type ChangeId } from './change';

/** Which changes come before which: what needs what, and whose turn it is. */

/**
 * Makes changes wait for each other: server i of a role for server i - maxUnavailable, and the first ones of a role for the
 * last ones of the role before. `changes` are in role order. Gives what each comes after.
 */
export function inTurn(
  changes: readonly { id: ChangeId; role: Role }[],
  maxUnavailable: number,
  first: readonly ChangeId[] = [],
): Map<ChangeId, readonly ChangeId[]> {
  const turns = new Map<ChangeId, readonly ChangeId[]>();
  let previous = first;
  for (const role of new Set(changes.map((entry) => entry.role))) {
    const most = mostAway(role, maxUnavailable);
    const turn = changes.filter((entry) => entry.role === role).map(({ id }) => id);
    turn.forEach((id, index) => {
      const mine = turn[index - most];
      turns.set(id, mine ? [mine] : previous);
    });
    previous = turn.slice(-most);
  }
  return turns;
}

/** How many servers of a role may be away at a time: of those that callers come to by DNS never more than one. */
function mostAway(role: Role, maxUnavailable: number): number {
  return isOutside(role) ? 1 : maxUnavailable;
}

/**
 * By stage, and within it as the stage made them; whatever a change needs or comes after is before it. Throws for a need that
 * is not in the plan, for an id that two changes have and for a circle: all are mistakes in a diff, and no plan must come of them.
 */
export function inOrder(changes: readonly Change[], bucketOf: (change: Change) => number): Change[] {
  const ids = new Set<ChangeId>();
  for (const { id } of changes) {
    if (ids.has(id)) throw new Error(`two changes are called ${id}`);
    ids.add(id);
  }
  const waiting = new Map<ChangeId, Change[]>();
  const missing = new Map<ChangeId, number>();
  for (const change of changes) {
    for (const id of [...change.needs, ...(change.oneOf ?? [])])
      if (!ids.has(id)) throw new Error(`${change.id} needs ${id}, which is not in the plan`);
    const first = before(change).filter((id) => ids.has(id));
    missing.set(change.id, first.length);
    for (const id of first) listIn(waiting, id).push(change);
  }
  const ready: (Change[] | undefined)[] = [];
  const enqueue = (change: Change) => (ready[bucketOf(change)] ??= []).push(change);
  for (const change of changes) if (missing.get(change.id) === 0) enqueue(change);
  const ordered: Change[] = [];
  for (;;) {
    const next = ready.find((bucket) => bucket && bucket.length > 0)?.shift();
    if (!next) break;
    ordered.push(next);
    for (const change of waiting.get(next.id) ?? []) {
      const left = (missing.get(change.id) ?? 0) - 1;
      missing.set(change.id, left);
      if (left === 0) enqueue(change);
    }
  }
  if (ordered.length < changes.length) {
    const placed = new Set(ordered.map(({ id }) => id));
    const circle = changes.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
    throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
  }
  return ordered;
}

/** What a change cannot do without, apart from whose turn it is */
const needed = ({ needs, oneOf = [] }: Change): readonly ChangeId[] => [...needs, ...oneOf];

/** Those of `changes` that come after one of `ids`, directly or not, and those themselves. */
export function comingAfter(changes: readonly Change[], ids: Iterable<ChangeId>): ReadonlySet<ChangeId> {
  const next = new Map<ChangeId, ChangeId[]>();
  for (const change of changes) for (const id of before(change)) listIn(next, id).push(change.id);
  const found = new Set(ids);
  // A set is gone through to its end, whatever is added meanwhile.
  for (const id of found) for (const later of next.get(id) ?? []) found.add(later);
  return found;
}

/**
 * The same changes with `ids` needing `first` as well; undefined where those need them. Turns that say otherwise are taken the
 * other way round.
 */
export function comingFirst(
  changes: readonly Change[],
  first: readonly ChangeId[],
  ids: readonly ChangeId[],
): Change[] | undefined {
  const byId = new Map<ChangeId, Change>(changes.map((change) => [change.id, change]));
  const ahead = new Set(first);
  // A set is gone through to its end, whatever is added meanwhile.
  for (const id of ahead) {
    const change = byId.get(id);
    for (const need of change ? needed(change) : []) ahead.add(need);
  }
  if (ids.some((id) => ahead.has(id))) return undefined;
  const later = comingAfter(changes, ids);
  const turned: (readonly [ChangeId, ChangeId])[] = [];
  let made = changes.map((change) => {
    const needs = ids.includes(change.id) ? [...new Set([...change.needs, ...first])] : change.needs;
    const wrong = ahead.has(change.id) ? change.after.filter((id) => later.has(id)) : [];
    turned.push(...wrong.map((id) => [id, change.id] as const));
    return { ...change, needs, after: change.after.filter((id) => !wrong.includes(id)) };
  });
  for (const [id, other] of turned)
    if (!comingAfter(made, [other]).has(id) && !comingAfter(made, [id]).has(other))
      made = made.map((change) => (change.id === id ? { ...change, after: [...change.after, other] } : change));
  return made;
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
