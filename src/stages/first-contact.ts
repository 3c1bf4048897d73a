import type { Cluster, Machine } from '../cluster/types';
import { jumpMachine } from '../host/connections';
import { controlPlane } from '../host/control-plane';
import { isSame, readHostKeys, type HostKeySighting } from '../host/host-keys';
import { hostsOptions } from './open-session';
import type { SessionConfig } from './session';

/** Looks at the keys of all machines of a cluster before they are trusted. Nothing of the PBX's is needed for it. */
export async function firstContact(config: SessionConfig): Promise<HostKeySighting[]> {
  const { cluster } = config;
  return readHostKeys(hostsOptions(config), machinesOf(cluster), cluster.pbx.machine);
}

/** Each once, those that one goes through first. */
export function machinesOf(cluster: Cluster): Machine[] {
  const own = [cluster.pbx.machine, ...controlPlane(cluster).pbxMachines, ...cluster.servers];
  const jumps = own.flatMap((machine) => (machine.ssh.jumpHost ? [jumpMachine(machine)] : []));
  const all = [...jumps, ...own];
  return all.filter((machine, index) => all.findIndex((other) => isSame(other, machine)) === index);
}
