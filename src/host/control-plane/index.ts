import type { Cluster } from '../../cluster/types';
import type { ControlPlane } from './control-plane';
import { highAvailability } from './high-availability';
import { standalone } from './standalone';

export type {
  ConfigDifference,
  ControlCommand,
  ControlPlane,
  PbxVerb,
  ServerWork,
  Situation,
  Update,
} from './control-plane';
export { configOf, containerOf } from './role-state';

/** Who runs PortSIP's scripts where, as the cluster file says: the one place that chooses. */
export function controlPlane(cluster: Cluster): ControlPlane {
  return cluster.pbx.highAvailability ? highAvailability(cluster, cluster.pbx.highAvailability) : standalone(cluster);
}
