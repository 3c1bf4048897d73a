import type { Kept } from './roles';
import type { Cluster } from './types';

/**
 * What a backup of the PBX has, while it is stopped. Files that it keeps elsewhere, as its script's option -f has it, are not among
 * them. Source: PortSIP's guide to backup and restore of the PBX
 */
export function keptByPbx({ dataPath }: Pick<Cluster, 'dataPath'>): readonly Kept[] {
  return [
    { name: 'pbx', path: `${dataPath}/pbx` },
    { name: 'postgresql', path: `${dataPath}/postgresql` },
  ];
}
