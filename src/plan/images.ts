import { ROLES } from '../cluster/roles';
import type { Cluster, Machine } from '../cluster/types';
import { controlPlane } from '../host/control-plane';
import type { Change } from '../stages/change';

/** An image that a change brings to a machine. */
export interface Fetched {
  image: string;
  machine: Machine;
}

/** The images that a change may fetch: what its control script is told. One that is named by its digest is what it is. */
export function fetchedBy(change: Change, cluster: Cluster): Fetched[] {
  if (change.kind === 'pbx-image') return byTag([{ image: change.image, machine: cluster.pbx.machine }]);
  if (change.kind !== 'role') return [];
  const { wanted, verbs } = change;
  const plane = controlPlane(cluster);
  const told = verbs.flatMap((verb) => plane.command(wanted, verb, null).argv);
  const { image, clickhouse_image: clickhouse } = ROLES[wanted.role].settings(wanted, { pbxIp: '' });
  return byTag(
    [image, clickhouse].flatMap((name) =>
      name !== undefined && told.includes(name) ? [{ image: name, machine: wanted }] : [],
    ),
  );
}

const byTag = (images: Fetched[]): Fetched[] => images.filter(({ image }) => !image.includes('@'));
