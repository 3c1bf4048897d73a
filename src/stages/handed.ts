import { normalise } from '../cluster/addresses';
import { LISTED_ROLES } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import type { HostFacts } from '../host/types';
import type { Change, Kind } from './change';
import { parseRecord } from './cluster-record';
import type { Live } from './live';
import { lockHolder, SURELY_HELD_MS } from './lock';
import { deployedBy, type Kept, type Observed } from './observe';
import type { RecordKeeper } from './record-keeper';
import type { SessionConfig } from './session';

/*
 * The steps of a job are processes of their own, and each decides by the whole cluster. So that not each has to look at all of it, one hands
 * on what it saw. By that alone the next may only find that it has nothing to do. One that has looks again before it does anything: at the
 * portal and the main server, and at each machine that it is about; and at everything where the record is not what it was, as a run
 * that changes something writes there that it does.
 */

/** What one step of a job saw. No secret is in it: arguments of containers have marks for tokens, which only the process that made them knows. */
export interface Handed {
  observed: Observed;
  /** When it was last certain that the lock was held by this job, milliseconds since the epoch; undefined: it was seen without the lock */
  lockedAt?: number;
  /** What has changed since, or said too little, and is looked at before anything is decided */
  stale: Stale;
}

export interface Stale {
  /** The portal, the main server and the PBX's other nodes */
  rest: boolean;
  /** Servers, by name */
  hosts: readonly string[];
}

/** Where a step of a job leaves what it saw for the next one. Neither of these fails: what cannot be kept is not there. */
export interface Looks {
  /** undefined: there is none, or none that can be believed to be ours */
  read(): Promise<Handed | undefined>;
  keep(handed: Handed): Promise<void>;
  drop(): Promise<void>;
}

/** A step of a job */
export interface StepConfig extends SessionConfig {
  /** undefined: nothing is handed on, and each step looks for itself */
  looks?: Looks;
  /** Called before the lock is asked for */
  locks?: () => void;
  /** Called once it was given back, before the end of the job */
  unlocks?: () => void;
}

/** What was read longer ago is read again: nobody but this job changed it, but for people. */
const LOOK_MS = 600_000;

/** Whether it was seen not too long ago. */
export function isRecent({ observed }: Handed, now: number): boolean {
  const age = now - observed.live.at;
  return age >= 0 && age < LOOK_MS;
}

/** Whether nothing of it is in doubt, and no other run can have had the lock since. */
export function isCurrent(handed: Handed, now: number): boolean {
  const { lockedAt, stale } = handed;
  const held = lockedAt === undefined || (lockedAt <= now && now - lockedAt < SURELY_HELD_MS);
  return held && isRecent(handed, now) && !stale.rest && stale.hosts.length === 0;
}

/**
 * What need not be looked at again by whoever looks at `again`, the portal's lists, the main server and the PBX's other nodes. `status`: nor
 * what the PBX tells of servers that are not looked at, one at a time.
 */
export function keptIn({ observed: { live } }: Handed, again: ReadonlySet<string>, status: boolean): Kept {
  const hosts = [...live.hosts].flatMap(([name, facts]) =>
    isReachable(facts) && !again.has(name) ? [[name, facts] as const] : [],
  );
  const { servers } = live.portal;
  const told = LISTED_ROLES.flatMap((role) => servers[role])
    .filter(({ type, name }) => type === 'EXTERNAL' && !again.has(name))
    .flatMap(({ id }) => {
      const reading = live.portal.status.get(id);
      return reading && isKnown(reading) ? [[id, reading] as const] : [];
    });
  return {
    hosts: new Map(hosts),
    ...(status && { status: new Map(told) }),
    ...(live.scriptTexts && { scriptTexts: live.scriptTexts }),
  };
}

/** Whether the records of this PBX say what they said then: whoever changes something writes it down before. */
export function isUntouched({ observed }: Handed, { live }: Observed): boolean {
  const [before, now] = [recordsOf(observed.live.main), recordsOf(live.main)];
  return before !== undefined && before === now;
}

/** undefined: they are not known */
function recordsOf(main: Reachable): string | undefined {
  if (!isReachable(main) || !isKnown(main.record)) return undefined;
  const others = Object.entries(main.otherRecords ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([main.record?.trim() ?? null, others.map(([name, text]) => [name, text.trim()])]);
}

export interface Seen {
  observed: Observed;
  /** Begun since */
  changes?: readonly Change[];
  /** Something goes on on a host that nobody waits for */
  goesOn?: boolean;
  record?: RecordKeeper;
  /** Whether the lock was held by this job; `given-back`: it is not any more */
  lock?: 'held' | 'given-back' | undefined;
}

/** What may be handed on; undefined: the next step is to look at everything. */
export function toHandOn(cluster: Cluster, now: number, seen: Seen): Handed | undefined {
  const { observed, changes = [], goesOn = false, record, lock } = seen;
  const live = withRecord(observed.live, cluster, record);
  if (!live || goesOn || changes.some(({ kind }) => IS_OF_ALL[kind] === true)) return undefined;
  const { main, nodes = new Map<string, Reachable>(), hosts, portal, control } = live;
  if (!isReachable(main) || recordsOf(main) === undefined) return undefined;
  // What is there and cannot be read is for a person to look at.
  if (!live.record && main.record !== undefined) return undefined;
  if (lock === undefined && lockHolder(main) !== undefined) return undefined;
  const all = [main, ...nodes.values(), ...hosts.values()];
  if (all.some((facts) => isReachable(facts) && (facts.runningJob ?? facts.stoppedForBackup))) return undefined;

  const isNew = live.record !== undefined && observed.live.record === undefined;
  const rest =
    isNew ||
    changes.length > 0 ||
    [main, ...nodes.values()].some((facts) => isVague(facts) || !isKnown(facts.firewall)) ||
    [...portal.status.values(), ...(portal.services?.values() ?? [])].some((reading) => !isKnown(reading)) ||
    (control !== undefined && (control.trouble !== undefined || control.refused.size > 0));
  const touched = serversOf(cluster, changes);
  const stale = [...hosts].flatMap(([name, facts]) => (touched.has(name) || isVague(facts) ? [name] : []));
  return {
    observed: { ...observed, live },
    ...(lock === 'held' && { lockedAt: now }),
    stale: { rest, hosts: [...new Set([...stale, ...touched])] },
  };
}

/** The PBX is another one then, and everything that is connected to it, again. */
const IS_OF_ALL: Partial<Record<Kind, true>> = {
  'pbx-image': true,
  'pbx-restart': true,
  'load-balancer-restart': true,
};

/** Whether there is no telling what is on a host. */
function isVague(facts: Reachable): facts is Exclude<Reachable, HostFacts> {
  if (!isReachable(facts)) return true;
  const { docker, containers, scripts, roles, disk, registry } = facts;
  return ![docker, containers, scripts, roles, disk, registry].every((reading) => isKnown<unknown>(reading));
}

/** The same with the record as it has been written since; undefined: nobody knows what is there now */
function withRecord(live: Live, cluster: Cluster, keeper: RecordKeeper | undefined): Live | undefined {
  if (!keeper) return live;
  const { text, isSure } = keeper;
  if (!isSure || !isReachable(live.main)) return undefined;
  if (text === undefined) return live;
  const { record } = parseRecord(text, cluster.name);
  if (!record) return undefined;
  const { deployedSettings: _, ...before } = live;
  return { ...before, main: { ...live.main, record: text }, record, ...deployedBy(record) };
}

/** Names of the servers that changes are about, or whose machines they are about. */
export function serversOf({ servers }: Pick<Cluster, 'servers'>, changes: readonly Change[]): Set<string> {
  const addresses = new Set(changes.flatMap(machinesOf).map(normalise));
  const at = servers.flatMap(({ name, address }) => (addresses.has(normalise(address)) ? [name] : []));
  return new Set([...changes.flatMap(({ server }) => server ?? []), ...at]);
}

/** Addresses of machines that a change names, besides that of its server */
function machinesOf(change: Change): string[] {
  switch (change.kind) {
    case 'ssh-key':
    case 'control-scripts':
    case 'host-preparation':
    case 'registry-sign-in':
    case 'registry-sign-out':
      return [change.machine.address];
    case 'role':
      return [change.wanted.address, ...(change.leaves ? [change.leaves.from.address] : [])];
    case 'role-removal':
    case 'portal-entry-removal':
    case 'im-addresses-removal':
      return [change.from.address];
    case 'callers-back':
      return [change.of.address];
    case 'backup':
      return [change.of.machine.address];
    default:
      return [];
  }
}
