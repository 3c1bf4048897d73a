import type { ListedRole, Role } from '../cluster/roles';
import type { Cluster, Machine, ServerSpec } from '../cluster/types';
import type { ControlPlane } from '../host/control-plane';
import type { Host, HostFacts } from '../host/types';
import type { ChangeId } from './change';
import type { FirewallBatch } from './firewall-batch';
import type { Identity } from './identity';
import type { Live } from './live';
import type { Portal } from './portal';
import type { RecordKeeper } from './record-keeper';
import type { Session } from './session';
import type { DiffOptions } from './diff-options';

/** What a stage applies its changes with. */
export interface Run {
  session: Session;
  plane: ControlPlane;
  live: Live;
  /** Who is who, as the run found it */
  who: Identity;
  options: DiffOptions & { imToken?: string };
  record: RecordKeeper;
  firewall: FirewallBatch;
  portal: Portal;
  /** Tokens issued by this run. In `secrets`. */
  tokens: { im?: string; dataflow?: string };
  /** One at a time decides whether a server of a role may go away. */
  turns: Map<Role, Promise<unknown>>;
  /** Servers that callers come to by DNS and that this run took away and did not bring back */
  away: Set<string>;
  /** Roles whose built-in server was turned on while others were away */
  standIns: Set<ListedRole>;
  /** Tells what a change is at. */
  progress(id: ChangeId, message: string): void;
}

export function hostOf(run: Run, machine: Machine): Host {
  return run.session.hosts.host(machine);
}

/** What a change is verified by: containers and configuration. */
export function factsOf(cluster: Cluster, host: Host, server?: ServerSpec): Promise<HostFacts> {
  return host.facts({
    scriptsPath: cluster.scriptsPath,
    dataPath: server?.dataPath ?? cluster.dataPath,
    brief: true,
  });
}
