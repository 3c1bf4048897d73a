import type { ListedRole, Role } from '../cluster/roles';
import type { Cluster, Machine, ServerSpec } from '../cluster/types';
import type { ControlPlane } from '../host/control-plane';
import { HostError, type Host, type HostFacts } from '../host/types';
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
  /** The first sign-in of the run to the registry: a token that is refused is not tried on every host, as registries lock accounts for that */
  signedIn?: Promise<void>;
  /** Tells what a change is at. */
  progress(id: ChangeId, message: string): void;
}

/** Does `work` once nobody else decides whether a server of the role may go away. */
export async function inTurn<T>(run: Run, role: Role, work: () => Promise<T>): Promise<T> {
  const before = run.turns.get(role) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(work);
  run.turns.set(role, mine);
  return mine;
}

/** Whether a script may still be at work on the host although nobody waits for it any more. */
export function mayGoOn(run: Run, error: unknown): boolean {
  if (error instanceof HostError && error.end === 'cancelled') return false;
  return run.session.signal.aborted || (error instanceof HostError && error.code !== 'command');
}

export function hostOf(run: Run, machine: Machine): Host {
  return run.session.hosts.host(machine);
}

/** What a change is verified by: containers and configuration, of `server` only what its role needs. */
export function factsOf(cluster: Cluster, host: Host, server?: ServerSpec): Promise<HostFacts> {
  return host.facts({
    scriptsPath: cluster.scriptsPath,
    dataPath: server?.dataPath ?? cluster.dataPath,
    ...(server ? { role: true } : { brief: true }),
  });
}
