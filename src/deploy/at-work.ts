import { sameAddress } from '../cluster/addresses';
import { ROLES } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import { isBlocking } from '../finding';
import type { Plan } from '../plan/types';
import { stageOf } from '../stages';
import { ofKind } from '../stages/change';
import type { ClusterRecord } from '../stages/cluster-record';
import type { Departing } from '../stages/departing';
import { findServer } from '../stages/names';
import { forget } from '../stages/record';
import { STAGE_NAMES, type StageName } from '../stages/stage';

export interface Sight {
  /** Everything there is to do, whatever was asked for */
  plan: Plan;
  /** Servers that left the cluster file, or a machine */
  leaving: readonly Departing[];
  /** undefined: there is none yet */
  record: ClusterRecord | undefined;
  /** Nothing that was seen is in doubt. */
  isCertain: boolean;
}

/**
 * The stages that a job needs, in order: those that have something to do, and those that what these do is for. A job does what its plan
 * says, so the steps of all others can be left out. Where something is blocked or could not be seen, each looks for itself.
 */
export function stagesAtWork(cluster: Cluster, { plan, leaving, record, isCertain }: Sight): StageName[] {
  if (!isCertain || plan.warnings.some(isBlocking)) return [...STAGE_NAMES];
  const needed = new Set(plan.changes.map(stageOf));
  // Its step hands the token to the one that installs whom it is for.
  if (ofKind(plan.changes, 'role').some(({ wanted }) => ROLES[wanted.role].token)) needed.add('token');
  // The record forgets what is gone when servers are removed.
  if (leaving.length > 0 || (record && (forgets(record, cluster) || moves(record, cluster)))) needed.add('remove');
  return STAGE_NAMES.filter((name) => needed.has(name));
}

/** Whether the record has anything that could be forgotten. */
function forgets(record: ClusterRecord, cluster: Cluster): boolean {
  const after = forget(record, cluster, new Set(), () => false);
  return JSON.stringify(after) !== JSON.stringify(record);
}

/** Whether a server is to be on another machine: where it was, the record keeps until it is gone from there. */
function moves({ servers }: ClusterRecord, cluster: Cluster): boolean {
  return Object.entries(servers).some(([name, { address }]) => {
    const server = findServer(cluster, name);
    return server !== undefined && !sameAddress(server.address, address);
  });
}
