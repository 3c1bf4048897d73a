import { isListed, ROLES, type Role } from '../cluster/roles';
import { changedSettings, deployedSettings, type SettingChange } from '../cluster/settings';
import type { Cluster } from '../cluster/types';
import { controlPlane } from '../host/control-plane';
import { atOnce, type Steps } from '../slices';
import { stageOf } from '../stages';
import { allIn, idOf, listsBefore, type Change, type ChangeId } from '../stages/change';
import { scriptsSeen } from '../stages/script-generations';
import { deployed } from '../stages/deployed';
import { diffSteps } from '../stages/diff';
import type { Live } from '../stages/live';
import type { DiffOptions } from '../stages/diff-options';
import { digestOf, digestSteps, settingHashes } from './fingerprint';
import type { Plan } from './types';

const NOTHING_ASKED: DiffOptions = { rotate: [], force: false, gone: [], allowUndersized: false };

/** All changes that take `live` to what `cluster` wants. Pure. */
export function makePlan(cluster: Cluster, live: Live, options: DiffOptions = NOTHING_ASKED): Plan {
  return atOnce(planSteps(cluster, live, options));
}

/** The same in steps, for where connections are open meanwhile. */
export function* planSteps(cluster: Cluster, live: Live, options: DiffOptions = NOTHING_ASKED): Steps<Plan> {
  const plane = controlPlane(cluster);
  const { changes, findings } = yield* diffSteps({ cluster, plane, live, options });
  yield;
  const scripts = live.live ? scriptsSeen(cluster, plane, live) : [];
  const settings = settingHashes(cluster);
  return {
    version: 1,
    cluster: cluster.name,
    digest: yield* digestSteps(cluster.name, settings, changes),
    settings,
    changedSettings: changedSettings(live.deployedSettings, cluster),
    live: live.live,
    ...(scripts.length > 0 && { scripts }),
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
 * The same plan with the settings as well that are not what another file says: the cluster may never have been deployed, or by a
 * release that kept no settings, or under another name.
 */
export function comparedWith(base: Cluster | undefined, cluster: Cluster, plan: Plan): Plan {
  const key = ({ name, server }: SettingChange) => JSON.stringify([name, server]);
  const known = new Set(plan.changedSettings.map(key));
  const more = changedSettings(base && deployedSettings(base), cluster).filter((change) => !known.has(key(change)));
  return { ...plan, changedSettings: [...plan.changedSettings, ...more] };
}

/** The same plan with other changes, and the digest of those. */
export function withChanges(plan: Plan, changes: Change[]): Plan {
  return { ...plan, changes, digest: digestOf(plan.cluster, plan.settings, changes, plan.images) };
}

/** The same plan with what its images are now, where that is known. */
export function withImages(plan: Plan, images: NonNullable<Plan['images']>): Plan {
  if (Object.keys(images).length === 0) return plan;
  return { ...plan, images, digest: digestOf(plan.cluster, plan.settings, plan.changes, images) };
}

/** Servers that were asked for */
export interface Selected {
  names: ReadonlySet<string>;
  roles: ReadonlySet<Role>;
}

/**
 * The part of a plan that is for some servers. What belongs to no server is in when one of theirs needs it and it disturbs
 * nobody (a network in the firewall), or when all that it comes after is in; a restart only then.
 */
export function forServers(plan: Plan, { names, roles }: Selected): Plan {
  const byId = new Map(plan.changes.map((change) => [change.id, change]));
  const ofRoles = new Set([...roles].flatMap(ofWholeRole));
  const included = new Set<ChangeId>();
  const include = (change: Change) => {
    if (included.has(change.id)) return;
    included.add(change.id);
    for (const need of change.needs.map((id) => byId.get(id)))
      if (need && need.server === undefined && need.impact === 'none') include(need);
  };
  const isOwn = ({ server }: Change) => server !== undefined && names.has(server);
  for (const change of plan.changes) if (isOwn(change) && stageOf(change) !== 'restart') include(change);

  const after = new Map<ChangeId, ChangeId[]>();
  const areIn = allIn(included);
  for (const change of plan.changes) {
    // Those before it in the plan have theirs already.
    const own = [...new Set(change.after.flatMap((id) => turnOf(change, id, byId, included, after)))];
    after.set(change.id, own);
    const first = listsBefore({ ...change, after: own });
    const common = change.server === undefined && (first.length > 0 || ofRoles.has(change.id));
    if ((common || isOwn(change)) && first.every(areIn)) included.add(change.id);
  }
  const changes = plan.changes
    .filter(({ id }) => included.has(id))
    .map((change) => ({ ...change, after: after.get(change.id) ?? [] }));
  return withChanges(plan, changes);
}

/** What is for all servers of a role together. */
function ofWholeRole(role: Role): ChangeId[] {
  const { token, portal } = ROLES[role];
  return [
    ...(isListed(role) ? [idOf.builtIn(role)] : []),
    ...(token?.source === 'by-hand' ? [idOf.token(token.service)] : []),
    ...(portal.kind === 'settings' ? [idOf.sbcSettings] : []),
  ];
}

/**
 * What is left of what a change comes after in a part of the plan: a server that only waits for its turn after one that is not
 * in it has its turn after the one before that.
 */
function turnOf(
  change: Change,
  id: ChangeId,
  byId: ReadonlyMap<ChangeId, Change>,
  included: ReadonlySet<ChangeId>,
  after: ReadonlyMap<ChangeId, ChangeId[]>,
): ChangeId[] {
  const isTurn = (other: ChangeId) => byId.get(other)?.kind === change.kind;
  if (included.has(id) || !isTurn(id)) return [id];
  const earlier = after.get(id) ?? [];
  switch (change.kind) {
    case 'role':
      return earlier.filter(isTurn);
    case 'server-restart':
      // The first in turn comes after all else.
      return earlier;
    default:
      return [id];
  }
}

/** The same plan with only the changes that `keep` wants; needs that are not in it any more are kept, so that they can be told. */
export function narrow(plan: Plan, keep: (change: Change) => boolean): Plan {
  return withChanges(plan, plan.changes.filter(keep));
}
