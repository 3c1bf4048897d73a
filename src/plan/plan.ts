import { createHash } from 'node:crypto';
import type { Cluster } from '../cluster/types';
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

/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
export function narrow(plan: Plan, keep: (change: Change) => boolean): Plan {
  const changes = plan.changes.filter(keep);
  return { ...plan, changes, digest: digestOf(plan.cluster, changes) };
}
