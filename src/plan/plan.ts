import { createHash } from 'node:crypto';
import type { Cluster, Role } from '../cluster/types';
import { diff } from '../stages/diff';
import { deployed } from '../stages/deployed';
import { compare } from '../stages/names';
import type { Change, DiffOptions, Live } from '../stages/types';
import type { Plan } from './types';

const NOTHING_ASKED: DiffOptions = { rotate: [], force: false, gone: [], allowUndersized: false };

/** All changes that take `live` to what `cluster` wants. Pure. */
export function makePlan(cluster: Cluster, live: Live, options: DiffOptions = NOTHING_ASKED): Plan {
  const { changes, findings } = diff({ cluster, live, options });
  return {
    version: 1,
    cluster: cluster.name,
    digest: digestOf(cluster.name, changes),
    live: live.live,
    changes,
    warnings: findings,
  };
}

/**
 * The plan of a pull request without asking anybody: what would have to be done if the live cluster were just what `base`
 * says. `base` undefined: the file is new.
 */
export function offlinePlan(base: Cluster | undefined, head: Cluster): Plan {
  return makePlan(head, deployed(base, head));
}

/**
 * `sha256:` over what would be done, sorted: neither the file's order nor reasons, measurements or the time of day count.
 * Two plans with one digest do the same to the same objects.
 */
export function digestOf(cluster: string, changes: Change[]): string {
  const what = [...changes]
    .sort((a, b) => compare(a.id, b.id))
    .map(({ id, action, attributes }) => [
      id,
      action,
      [...attributes]
        .sort((a, b) => compare(a.name, b.name))
        .map(({ name, before, after }) => [name, before ?? null, after ?? null]),
    ]);
  return `sha256:${createHash('sha256')
    .update(JSON.stringify([1, cluster, what]))
    .digest('hex')}`;
}

/** Servers that were asked for */
export interface Selected {
  names: ReadonlySet<string>;
  roles: ReadonlySet<Role>;
}

/**
 * The part of a plan that is for some servers. What belongs to no server is in when one of theirs needs it and it disturbs
 * nobody (a network in the firewall), or when all that it needs is in; a restart only then.
 */
export function forServers(plan: Plan, { names, roles }: Selected): Plan {
  const byId = new Map(plan.changes.map((change) => [change.id, change]));
  const builtIns = new Set([...roles].map((role) => `built-in/${role}`));
  const included = new Set<string>();
  const include = (change: Change) => {
    if (included.has(change.id)) return;
    included.add(change.id);
    for (const need of change.needs.map((id) => byId.get(id)))
      if (need && need.server === undefined && need.impact === 'none') include(need);
  };
  const isOwn = ({ server }: Change) => server !== undefined && names.has(server);
  for (const change of plan.changes) if (isOwn(change) && change.stage !== 'restart') include(change);

  const needs = new Map<string, string[]>();
  for (const change of plan.changes) {
    // Those before it in the plan have their needs already.
    const own = [...new Set(change.needs.flatMap((id) => turnOf(change, id, included, needs)))];
    needs.set(change.id, own);
    const common = change.server === undefined && (own.length > 0 || builtIns.has(change.id));
    if ((common || isOwn(change)) && own.every((id) => included.has(id))) included.add(change.id);
  }
  const changes = plan.changes
    .filter(({ id }) => included.has(id))
    .map((change) => ({ ...change, needs: needs.get(change.id) ?? [] }));
  return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}

/**
 * What is left of a need in a part of the plan: a server that only waits for its turn after one that is not in it has its
 * turn after the one before that.
 */
function turnOf(
  change: Change,
  id: string,
  included: ReadonlySet<string>,
  needs: ReadonlyMap<string, string[]>,
): string[] {
  const kind = change.stage === 'install' ? 'role/' : change.stage === 'restart' ? 'restart/' : undefined;
  const isTurn = (other: string) => kind !== undefined && other.startsWith(kind) && !ON_MAIN.has(other);
  if (!isTurn(id) || included.has(id)) return [id];
  return (needs.get(id) ?? []).filter((before) => isTurn(before) || kind === 'restart/');
}
const ON_MAIN = new Set(['role/pbx', 'restart/pbx', 'restart/loadbalancer']);

/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
export function narrow(plan: Plan, keep: (change: Change) => boolean): Plan {
  const changes = plan.changes.filter(keep);
  return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}
