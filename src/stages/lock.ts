import { every } from '../clock';
import { acquireLock, refreshLock, releaseLock } from '../host/files';
import { isKnown } from '../host/reading';
import type { HostFacts } from '../host/types';
import { StageError } from './stage-error';
import { until } from './wait';
import type { RunIdentity, Session } from './session';

/**
 * A holder that gave no sign of life for this long is dead: its runner was killed, or its network is gone. Nothing else
 * says so: two machines may have one name, and one process number.
 */
const STALE_MS = 120_000;
const HEARTBEAT_MS = 20_000;
/** For so long after it was certainly ours nobody takes it over, however slow this machine or its clock. */
export const SURELY_HELD_MS = STALE_MS - 1.5 * HEARTBEAT_MS;
/** Longer than it takes a dead holder's lock to become stale. */
const PATIENCE_MS = 180_000;

interface Holder extends RunIdentity {
  since: string;
}

/** A step of a job after which no other one has anything to do. */
export interface LastStep<T> {
  /** Whether it was that one; the lock is given back at once then */
  isOver: (done: T) => boolean;
  /** Called when it was given back */
  released: () => void;
}

/**
 * Does `work` while no other run changes the cluster; the session that it gets is cancelled if one does after all. The steps of one job
 * share the lock (same identity); a terminal gives it back at the end, a job keeps it for its next step and gives it back in its `post` step.
 * `undisturbed`: nobody else held it as it was asked for, alive or dead. Throws StageError that names the holder when the lock does not
 * come free.
 */
export async function withLock<T>(
  session: Session,
  work: (session: Session, undisturbed: boolean) => Promise<T>,
  { isOver, released }: LastStep<T> = { isOver: () => false, released: () => undefined },
): Promise<T> {
  const { cluster, hosts, log, run } = session;
  const main = hosts.host(cluster.pbx.machine);
  const holder: Holder = { ...run, since: new Date(session.now()).toISOString() };
  let other: Partial<Holder> | undefined;
  let undisturbed = true;
  const held = await until(session, PATIENCE_MS, async () => {
    const answer = await acquireLock(main, cluster.name, holder, { staleAfterMs: STALE_MS });
    if (answer.acquired) {
      if (answer.tookOver) {
        undisturbed = false;
        log.warning(`Took over the lock of ${describe(answer.tookOver)}, which gave no sign of life`);
      }
      return true;
    }
    if (!other)
      log.info(
        `${cluster.name} is locked by ${describe(answer.holder)}; waiting for it, or until it has given no sign of life for ${STALE_MS / 60_000} minutes`,
      );
    other = answer.holder;
    undisturbed = false;
    return undefined;
  });
  if (!held)
    throw new StageError(`${cluster.name} is locked by ${describe(other ?? {})}; try again when that run has ended`);

  const lost = new AbortController();
  const stop = every(session, HEARTBEAT_MS, () => {
    // A beat that is lost costs nothing: the next one comes before the lock is stale.
    refreshLock(main, cluster.name, run.id).then(
      (ours) => {
        if (ours || lost.signal.aborted) return;
        log.error(`Another run took over the lock of ${cluster.name}: nothing new is begun by this one`);
        lost.abort();
      },
      (error: unknown) => log.debug(String(error)),
    );
  });
  let keep = run.keepLock === true;
  try {
    const done = await work({ ...session, signal: AbortSignal.any([session.signal, lost.signal]) }, undisturbed);
    keep &&= !isOver(done);
    return done;
  } finally {
    stop();
    if (!keep)
      await releaseLock(main, cluster.name, run.id).then(released, (error: unknown) => log.debug(String(error)));
  }
}

/** For the end of a job: does `work` if the lock is still this run's, then gives it back. */
export async function releaseOwn<T>(session: Session, work: () => Promise<T>): Promise<T | undefined> {
  const { cluster, hosts, run } = session;
  const main = hosts.host(cluster.pbx.machine);
  if (!(await refreshLock(main, cluster.name, run.id))) return undefined;
  try {
    return await work();
  } finally {
    await releaseLock(main, cluster.name, run.id);
  }
}

/** Who holds the lock, as the main server's facts have it; undefined: nobody who gave a sign of life recently. */
export function lockHolder({ lock, lockIdleMs = 0 }: Pick<HostFacts, 'lock' | 'lockIdleMs'>): string | undefined {
  if (lock === undefined || lockIdleMs >= STALE_MS) return undefined;
  if (!isKnown(lock)) return `a run that cannot be told (${lock.unknown})`;
  let holder: unknown;
  try {
    holder = JSON.parse(lock);
  } catch {
    // Its writer is at work, or died half way.
  }
  const known: Partial<Holder> = typeof holder === 'object' && holder !== null ? holder : {};
  const silent = lockIdleMs > 2.5 * HEARTBEAT_MS ? `; no sign of life for ${Math.round(lockIdleMs / 1000)} s` : '';
  return `${describe(known)}${silent}`;
}

function describe({ id, host, since }: Partial<Holder>): string {
  // What another run wrote is shown to people, never obeyed.
  const plain = (text: unknown) =>
    typeof text === 'string' ? text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) : undefined;
  const who = plain(id) ?? 'another run';
  const machine = plain(host);
  // At a terminal the id has the machine in it.
  const on = machine && !who.includes(`@${machine},`) ? ` on ${machine}` : '';
  const began = plain(since)?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
  return `${who}${on}${began ? ` since ${began}` : ''}`;
}
