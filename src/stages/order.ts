import { isOutside, type Role } from '../cluster/roles';
import { atOnce, type Steps } from '../slices';
import { listsBefore, type Change, type ChangeId } from './change';

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
  return atOnce(orderSteps(changes, bucketOf));
}

/** The same, a change a step. */
export function* orderSteps(changes: readonly Change[], bucketOf: (change: Change) => number): Steps<Change[]> {
  const places = new Map<ChangeId, number>();
  changes.forEach(({ id }, place) => {
    if (places.has(id)) throw new Error(`two changes are called ${id}`);
    places.set(id, place);
  });
  const waiting = new Map<ChangeId, List[]>();
  // A list that many changes have is waited for once for all of them.
  const lists = new Map<readonly ChangeId[], List>();
  const listOf = (these: readonly ChangeId[]): List => {
    const found = lists.get(these);
    if (found) return found;
    const list: List = { missing: 0, changes: [] };
    lists.set(these, list);
    for (const id of new Set(these)) {
      if (!places.has(id)) continue;
      listIn(waiting, id).push(list);
      list.missing += 1;
    }
    return list;
  };
  const ready: (Queue | undefined)[] = [];
  const missing = new Map<ChangeId, number>();
  const known = new Set<readonly ChangeId[]>();
  const enqueue = (change: Change) => (ready[bucketOf(change)] ??= { changes: [], begun: 0 }).changes.push(change);
  for (const change of changes) {
    for (const these of [change.needs, change.oneOf ?? []]) {
      if (known.has(these)) continue;
      known.add(these);
      for (const id of these)
        if (!places.has(id)) throw new Error(`${change.id} needs ${id}, which is not in the plan`);
    }
    const open = listsBefore(change)
      .map(listOf)
      .filter((list) => list.missing > 0);
    missing.set(change.id, open.length);
    for (const list of open) list.changes.push(change);
    if (open.length === 0) enqueue(change);
    yield;
  }
  const ordered: Change[] = [];
  for (;;) {
    const queue = ready.find((bucket) => bucket && bucket.begun < bucket.changes.length);
    const next = queue?.changes[queue.begun];
    if (!queue || !next) break;
    queue.begun += 1;
    ordered.push(next);
    const freed: Change[] = [];
    for (const list of waiting.get(next.id) ?? []) {
      list.missing -= 1;
      for (const change of list.missing === 0 ? list.changes : []) {
        const left = (missing.get(change.id) ?? 0) - 1;
        missing.set(change.id, left);
        if (left === 0) freed.push(change);
      }
    }
    const placeOf = ({ id }: Change) => places.get(id) ?? 0;
    for (const change of freed.sort((a, b) => placeOf(a) - placeOf(b))) enqueue(change);
    yield;
  }
  if (ordered.length < changes.length) {
    const placed = new Set(ordered.map(({ id }) => id));
    const circle = changes.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
    throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
  }
  return ordered;
}

/** Changes that come after the same ones, and how many of those are not placed yet */
interface List {
  missing: number;
  changes: Change[];
}

/** What waits for nothing any more, in its order, and how much of it is placed */
interface Queue {
  changes: Change[];
  begun: number;
}

/** What a change cannot do without, apart from whose turn it is */
const needed = ({ needs, oneOf = [] }: Change): readonly ChangeId[] => [...needs, ...oneOf];

/** Those of `changes` that come after one of `ids`, directly or not, and those themselves. */
export function comingAfter(changes: readonly Change[], ids: Iterable<ChangeId>): ReadonlySet<ChangeId> {
  const lists = new Map<readonly ChangeId[], ChangeId[]>();
  for (const change of changes) for (const list of listsBefore(change)) listIn(lists, list).push(change.id);
  const next = new Map<ChangeId, ChangeId[][]>();
  for (const [list, after] of lists) for (const id of list) listIn(next, id).push(after);
  const found = new Set(ids);
  const seen = new Set<ChangeId[]>();
  // A set is gone through to its end, whatever is added meanwhile.
  for (const id of found)
    for (const after of next.get(id) ?? []) {
      if (seen.has(after)) continue;
      seen.add(after);
      for (const later of after) found.add(later);
    }
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
    const after = [...change.after, ...(change.afterAll ?? [])];
    const wrong = ahead.has(change.id) ? after.filter((id) => later.has(id)) : [];
    if (wrong.length === 0) return { ...change, needs };
    turned.push(...wrong.map((id) => [id, change.id] as const));
    return { ...change, needs, after: after.filter((id) => !wrong.includes(id)), afterAll: [] };
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
