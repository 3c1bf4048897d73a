import { blocksAll, isBlocking } from '../finding';
import { isReachable } from '../host/reachable';
import { otherSettings } from '../plan/review';
import type { Plan } from '../plan/types';
import type { Change } from '../stages/change';
import type { ClusterRecord } from '../stages/cluster-record';
import { withoutClosed } from '../stages/firewall';
import { withoutWell } from '../stages/heal';
import { mayBeAt, stillThere } from '../stages/left-behind';
import type { Live } from '../stages/live';
import { claim, forget, inherit, listing, withoutGivenBack, withSettings } from '../stages/record';
import type { Run } from '../stages/run';
import type { RunOptions } from './options';
import { isAsked, type Planned } from './planning';
import type { Work } from './result';

/*
 * What the record says before and after a run. Pure, so that a step that has nothing to do can tell beforehand whether it would write
 * anything at all.
 */

/** Before anything is begun. `begun`: the changes that will be. */
export function recordBefore(
  record: ClusterRecord,
  { selected }: Planned,
  run: Run,
  begun: readonly Change[],
  options: RunOptions,
): ClusterRecord {
  const { live, plane, who } = run;
  const { cluster } = run.session;
  if (!writes(live, begun.length, options)) return record;
  const mine = inherit(withoutClosed(record, run), cluster, who, live.others);
  const claimed = begun.length > 0 ? claim(mine, begun, cluster, plane, live) : mine;
  const listed = listing(claimed, cluster, live, (server) => who.contested(server) !== undefined);
  const next = withoutWell(withoutGivenBack(listed, cluster, live), cluster, live);
  return keepsSettings(selected, begun, live, options) ? withSettings(next, cluster) : next;
}

/** Once all that could be done is done: what nothing is left of is forgotten. */
export function recordAfter(
  record: ClusterRecord,
  { plan }: Planned,
  run: Run,
  { done }: Work,
  options: RunOptions,
): ClusterRecord {
  const { live, session } = run;
  if (options.heal === 'only' || !live.record || (options.stages && !options.stages.includes('remove'))) return record;
  const remaining = stillThere(run, plan, new Set(done.map(({ change }) => change.id)));
  return forget(record, session.cluster, remaining, (name, address) => mayBeAt(run, name, address));
}

/** Writes down the commit once nothing of the whole plan is left: what comes after it is what the next deploy is about. */
export function recordDeployed(
  record: ClusterRecord,
  { plan }: Planned,
  run: Run,
  { done }: Work,
  options: RunOptions,
): ClusterRecord {
  const { commit } = run.session.run;
  const ids = new Set(done.map(({ change }) => change.id));
  if (record.deployed === commit || !writes(run.live, ids.size, options) || isAsked(options)) return record;
  if (plan.warnings.some(isBlocking) || !plan.changes.every(({ id }) => ids.has(id))) return record;
  const { deployed: _, ...before } = record;
  return { ...before, ...(commit && { deployed: commit }) };
}

/** A record that cannot be read is left as it is, for a person to look at; and who heals deploys nothing. */
function writes(live: Live, begun: number, { heal }: RunOptions): boolean {
  const damaged = !live.record && isReachable(live.main) && live.main.record !== undefined;
  return heal !== 'only' && (!damaged || begun > 0);
}

/**
 * Whether the record is to say that things are done as the cluster file says now: when something of it is done, or just that
 * is different. A restart that a person asks for deploys nothing.
 */
function keepsSettings(plan: Plan, begun: readonly Change[], { record }: Live, options: RunOptions): boolean {
  const { reviewed } = options;
  if (isAsked(options) || (reviewed && otherSettings(plan, reviewed).length > 0)) return false;
  const blocked = plan.warnings.some(blocksAll);
  const unknown = !record?.settings;
  return !blocked && (begun.length > 0 || plan.changedSettings.length > 0 || unknown);
}
