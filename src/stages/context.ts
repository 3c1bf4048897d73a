import type { Cluster, Server } from '../cluster/types';
import type { Host, HostFacts } from '../host/types';
import type { ListedRole, PortalServer } from '../pbx/types';
import type { FirewallBatch } from './firewall-batch';
import { isListed, LISTED_ROLES } from './names';
import type { RecordKeeper } from './record';
import type { Session } from './session';
import type { DiffOptions, Live } from './types';

/** What a stage applies its changes with. */
export interface Run {
  session: Session;
  live: Live;
  options: DiffOptions & { imToken?: string };
  record: RecordKeeper;
  firewall: FirewallBatch;
  portal: Portal;
  /** Tokens issued by this run. In `secrets`. */
  tokens: { im?: string; dataflow?: string };
  /** One at a time decides whether a server of a role may go away. */
  turns: Map<ListedRole, Promise<unknown>>;
  /** Roles whose built-in server was turned on while others were away */
  standIns: Set<ListedRole>;
  /** Tells what a change is at. */
  progress(id: string, message: string): void;
}

/** A change that could not be done, in words for an operator. */
export class StageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StageError';
  }
}

/** The portal's servers as this run left them. */
export class Portal {
  private readonly byRole: Record<ListedRole, PortalServer[]>;

  constructor(servers: Live['portal']['servers']) {
    this.byRole = Object.fromEntries(LISTED_ROLES.map((role) => [role, [...servers[role]]])) as Record<
      ListedRole,
      PortalServer[]
    >;
  }

  /** An added server; the built-in one is nobody's to drain or to destroy, whatever it is called. */
  find(role: ListedRole, name: string): PortalServer | undefined {
    return this.byRole[role].find((server) => server.name === name && server.type === 'EXTERNAL');
  }

  builtIn(role: ListedRole): PortalServer | undefined {
    return this.byRole[role].find(({ type }) => type === 'INTERNAL');
  }

  of(role: ListedRole): readonly PortalServer[] {
    return this.byRole[role];
  }

  put(server: PortalServer): void {
    this.byRole[server.role] = [...this.byRole[server.role].filter(({ id }) => id !== server.id), server];
  }

  remove(role: ListedRole, id: string): void {
    this.byRole[role] = this.byRole[role].filter((server) => server.id !== id);
  }

  forServer(server: Pick<Server, 'role' | 'name'>): PortalServer | undefined {
    return isListed(server.role) ? this.find(server.role, server.name) : undefined;
  }
}

export function hostOf(run: Run, machine: Parameters<Session['hosts']['host']>[0]): Host {
  return run.session.hosts.host(machine);
}

/** What a change is verified by: containers and configuration. */
export function factsOf(cluster: Cluster, host: Host, server?: Server): Promise<HostFacts> {
  return host.facts({
    scriptsPath: cluster.scriptsPath,
    dataPath: server?.dataPath ?? cluster.dataPath,
    brief: true,
  });
}

/**
 * Asks again and again, soon at first and then every two seconds, until `ask` gives something or the deadline is over. What
 * comes true at a known moment is not overslept: `ask` says in how many milliseconds at most it wants to be asked again.
 */
export async function until<T>(
  session: Session,
  deadlineMs: number,
  ask: (within: (ms: number) => void) => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = session.now() + deadlineMs;
  // What has taken a while is noticed a fifth of that while later at most.
  for (let pause = 150; ; pause = Math.min(pause * 1.2, 2000)) {
    let wanted = pause;
    const answer = await ask((ms) => (wanted = Math.min(wanted, ms)));
    if (answer !== undefined) return answer;
    const left = end - session.now();
    if (left <= 0 || session.signal.aborted) return undefined;
    // A clock of whole milliseconds may be one behind.
    await session.sleep(Math.max(10, Math.min(wanted + 1, left)), session.signal);
  }
}
