import { isListed, ROLES, type ListedRole, type Role } from '../cluster/roles';
import type { Reachable } from '../host/reachable';
import type { HostFacts } from '../host/types';
import type { PortalServer } from '../pbx/types';
import { countsAnything, inNumbers, tooLittleWithout, type Room } from './capacity';
import type { ChangeId } from './change';
import { withoutDead } from './cluster-record';
import { departingMachine, type Departing } from './departing';
import { reaches } from './identity';
import { findServer, has } from './names';
import { seenForLong } from './online';
import { Cancelled, StageError } from './stage-error';
import { factsOf, hostOf, inTurn, mayGoOn, type Run } from './run';
import { inPortal, statusOf } from './status';
import { withArticle } from '../text/article';
import { shortDuration } from '../text/duration';
import { until } from './wait';

/** Queue and IVR servers do not tell how many calls they have: those get this long, or the drain timeout if that is shorter. */
const GRACE_MS = 30_000;
/** A call that was on its way to a server as it was disabled is counted a moment later. */
const QUIET_MS = 2_000;
/** A server that the PBX loses from sight for a moment still has its calls. */
const OFFLINE_MS = 10_000;

/**
 * Does `work` on a server that takes no calls meanwhile: disabled in the portal, its calls ended, something else serving its
 * role. Afterwards it is enabled again, if it was and if it answers. When it does not come back it stays disabled, so that no
 * call is sent to it, and the next run enables it.
 */
export async function drained(
  run: Run,
  server: { name: string; role: Role },
  id: ChangeId,
  work: () => Promise<void>,
): Promise<void> {
  if (!isListed(server.role)) return work();
  const { role } = server;
  const entries = entriesAt(run, server);
  const own = entries.find(({ name }) => name === server.name);
  const takesCalls = ({ name, enabled }: PortalServer) => enabled || (name === own?.name && isLeftDrained(run, name));
  const serving = entries.filter(takesCalls);
  // Those that take no new calls stay so; calls that they have are calls all the same.
  const state = 'nothing was done to it';
  await Promise.all(entries.filter((one) => !serving.includes(one)).map((entry) => callsEnd(run, entry, id, state)));
  if (serving.length === 0) return work();

  const names = new Set(serving.map(({ name }) => name));
  const release = await inRoom(run, role, names, id, async () => {
    const standIn = await secureRole(run, serving, id);
    await run.record.update((record) => ({ ...record, draining: [...new Set([...record.draining, ...names])] }));
    for (const entry of serving) if (entry.enabled) await setEnabled(run, entry, false);
    return standIn;
  });
  try {
    await Promise.all(
      serving.map((entry) => callsEnd(run, entry, id, 'nothing was done to it and it takes calls again')),
    );
  } catch (error) {
    await enableAgain(run, serving, release);
    throw error;
  }
  const others = serving.filter((entry) => entry !== own);
  try {
    await work();
  } catch (error) {
    // What goes on there without us may stop it any moment: whoever comes next enables it.
    if (mayGoOn(run, error)) throw error;
    // What was stopped may be ONLINE still.
    const seen = await Promise.all(serving.map((entry) => seenForLong(run.session, entry.role, entry)));
    const back = serving.filter((_, index) => seen[index]);
    if (back.length > 0) await enableAgain(run, back, release);
    throw error;
  }
  // By another entry calls come again where its name is still the one that runs there.
  const back = [...(own && serving.includes(own) ? [own] : []), ...(await onlineOf(run, others))];
  await enableAgain(run, back, release);
  for (const { name } of others.filter((entry) => !back.includes(entry)))
    run.session.log.warning(
      `The portal has the machine of ${server.name} as "${name}" as well, by which it took calls till now: that entry is disabled, as nothing runs by it any more`,
    );
}

/** Entries of the portal by which calls get to the machine of a server, as this run left them. */
function entriesAt(run: Run, server: { name: string; role: Role }): PortalServer[] {
  const wanted = findServer(run.session.cluster, server.name);
  const reach = wanted && run.who.reach(wanted, run.live.hosts.get(server.name));
  if (reach) return run.portal.of(reach.role).filter((entry) => reaches(reach, entry));
  const entry = run.portal.forServer(server);
  return entry ? [entry] : [];
}

async function onlineOf(run: Run, entries: readonly PortalServer[]): Promise<PortalServer[]> {
  const online = await Promise.all(entries.map(({ role, id }) => isOnline(run, role, id)));
  return entries.filter((_, index) => online[index]);
}

/**
 * Takes a server from a machine for good: no new calls by whatever entry, those that it has ended, and then `work`, if what
 * runs there is still ours.
 */
export async function leaveMachine(
  run: Run,
  server: Departing,
  facts: Reachable | undefined,
  id: ChangeId,
  work: (now: HostFacts) => Promise<void>,
): Promise<void> {
  const reach = run.who.reach(server, facts);
  for (const entry of reach ? run.portal.of(reach.role).filter((one) => reaches(reach, one)) : [])
    await drainForGood(run, entry, id);
  // Hours may have gone by since it was looked at.
  const now = await factsOf(run.session.cluster, hostOf(run, departingMachine(server)));
  const there = run.who.occupant(now, server.role, new Set([server.name]));
  if (there.is === 'nobody') return;
  if (there.is !== 'same')
    throw new StageError(
      `${server.name} was not removed from ${server.address}: what runs there is not what was to be removed any more`,
    );
  await work(now);
}

/** An interrupted run disabled it, or one that found it dead; the cluster file wants it to take calls. */
function isLeftDrained(run: Run, name: string): boolean {
  const { draining, dead } = run.record.current;
  return (draining.includes(name) || has(dead, name)) && findServer(run.session.cluster, name)?.enabled === true;
}

async function isOnline(run: Run, role: ListedRole, id: string): Promise<boolean> {
  return run.session.pbx.status(role, id).then(
    ({ status }) => status === 'ONLINE',
    () => false,
  );
}

/** Disables a server for good and waits until its calls have ended. */
export async function drainForGood(run: Run, entry: PortalServer, id: ChangeId): Promise<void> {
  if (entry.enabled) await disable(run, entry, id);
  await callsEnd(run, entry, id, 'it takes no new calls any more, and the next deploy goes on with it');
}

/** The same, and then takes it out of the portal. */
export async function takeOut(run: Run, entry: PortalServer, id: ChangeId): Promise<void> {
  await drainForGood(run, entry, id);
  await run.session.pbx.destroyServer(entry.role, entry.id);
  run.portal.remove(entry.role, entry.id);
}

/** No new calls for it, once another server of its role takes them. */
export async function disable(run: Run, entry: PortalServer, id: ChangeId): Promise<void> {
  await inRoom(run, entry.role, new Set([entry.name]), id, async () => {
    await secureRole(run, [entry], id);
    await setEnabled(run, entry, false);
  });
}

async function enableAgain(run: Run, entries: readonly PortalServer[], release: () => Promise<void>): Promise<void> {
  for (const { role, name } of entries) {
    // The portal may have a new entry of it by now.
    const now = run.portal.find(role, name);
    if (now) await setEnabled(run, now, true);
  }
  const [first] = entries;
  if (first) await inTurn(run, first.role, release);
  const names = new Set(entries.map(({ name }) => name));
  await run.record.update((record) => ({
    ...[...names].reduce(withoutDead, record),
    draining: record.draining.filter((name) => !names.has(name)),
  }));
}

export async function setEnabled(run: Run, entry: PortalServer, enabled: boolean): Promise<void> {
  await inPortal(entry, run.session.pbx.updateServer(entry.role, entry.id, { enabled }));
  run.portal.put({ ...entry, enabled });
}

/** How often it is looked whether there is room: each server of the role is asked. */
const ROOM_MS = 10_000;

/**
 * Does `work` in its turn, which takes servers from the others of their role, once those hold what is up now. When that does not
 * come within the drain timeout, what `on_drain_timeout` says is done.
 */
async function inRoom<T>(
  run: Run,
  role: ListedRole,
  away: ReadonlySet<string>,
  id: ChangeId,
  work: () => Promise<T>,
): Promise<T> {
  const { session } = run;
  const { drainTimeoutSeconds, onDrainTimeout } = session.cluster.restart;
  const end = session.now() + drainTimeoutSeconds * 1000;
  for (;;) {
    const done = await inTurn(run, role, async () => {
      const small = await tooSmallWithout(run, role, away);
      const force = run.options.force || (small.length > 0 && onDrainTimeout === 'force' && session.now() >= end);
      if (small.length > 0 && !force) return { small };
      if (small.length > 0)
        session.log.warning(
          `${[...away].join(', ')} goes although the other ${ROLES[role].label}s are too small: ${inNumbers(small)}`,
        );
      return { result: await work() };
    });
    if ('result' in done) return done.result;
    const said = inNumbers(done.small);
    if (session.signal.aborted) throw new Cancelled('cancelled while the others of its role had too little room');
    if (session.now() >= end && onDrainTimeout === 'fail')
      throw new StageError(
        `${[...away].join(', ')} was left as it is: ${said}, so callers would be turned away. Try when there are fewer (restart.drain_timeout is over), add ${withArticle(ROLES[role].label)}, or set restart.on_drain_timeout: force`,
      );
    run.progress(id, `waiting until the other ${ROLES[role].label}s have room: ${said}`);
    await session.sleep(Math.max(10, Math.min(ROOM_MS, end - session.now())), session.signal);
  }
}

/** Asks the PBX now. */
async function tooSmallWithout(run: Run, role: ListedRole, away: ReadonlySet<string>): Promise<Room[]> {
  if (!countsAnything(role)) return [];
  const entries = run.portal.of(role);
  const status = new Map(
    await Promise.all(
      entries.map(async (entry) => [entry.id, await statusOf(run.session.pbx, role, entry.id)] as const),
    ),
  );
  return tooLittleWithout(role, entries, ({ id }) => status.get(id))(away);
}

/** Makes sure that another server of the role takes calls, the built-in one if there is no other. Gives what undoes that. */
async function secureRole(
  run: Run,
  [entry, ...alike]: readonly PortalServer[],
  id: ChangeId,
): Promise<() => Promise<void>> {
  if (!entry) return () => Promise.resolve();
  const { session } = run;
  const { pbx } = session;
  const nothing = () => Promise.resolve();
  const label = ROLES[entry.role].label;
  const away = new Set([entry, ...alike].map(({ name }) => name));
  const others = run.portal.of(entry.role).filter((other) => !away.has(other.name) && other.enabled);
  for (const other of others) {
    const { status } = await statusOf(pbx, entry.role, other.id);
    if (status === 'ONLINE') return nothing;
  }
  const builtIn = run.portal.builtIn(entry.role);
  if (!builtIn) {
    if (run.options.force) return nothing;
    throw new StageError(
      `${entry.name} is the last ${label} that takes calls, and there is no built-in one to stand in; add another ${label}, or force it`,
    );
  }
  if (builtIn.enabled) {
    if (run.options.force) return nothing;
    throw new StageError(
      `${entry.name} is the last ${label} that takes calls: the PBX's built-in one is enabled but OFFLINE; start it, or force it`,
    );
  }
  run.progress(id, `the built-in ${label} takes calls meanwhile`);
  await setEnabled(run, builtIn, true);
  run.standIns.add(entry.role);
  const online = await until(session, 30_000, async () =>
    (await pbx.status(entry.role, builtIn.id)).status === 'ONLINE' ? true : undefined,
  );
  if (!online && !run.options.force) {
    await setEnabled(run, builtIn, false);
    throw new StageError(
      `${entry.name} is the last ${label} that takes calls, and the PBX's built-in one does not come ONLINE; look at it (${run.plane.byHand.status}), or force it`,
    );
  }
  return () => dismiss(run, entry.role);
}

async function dismiss(run: Run, role: ListedRole): Promise<void> {
  const builtIn = run.portal.builtIn(role);
  if (builtIn?.enabled) await setEnabled(run, builtIn, false);
  run.standIns.delete(role);
}

/** Built-in servers that stood in for one that was replaced go off again where another one is ONLINE; the rest stays on. */
export async function dismissStandIns(run: Run): Promise<void> {
  for (const role of [...run.standIns]) {
    try {
      for (const server of run.portal.of(role)) {
        if (server.type === 'INTERNAL' || !server.enabled || !(await isOnline(run, role, server.id))) continue;
        await dismiss(run, role);
        break;
      }
    } catch (error) {
      // All that was asked for is done; that a server too many takes calls harms nobody.
      const why = error instanceof Error ? error.message : String(error);
      run.session.log.warning(
        `The built-in ${ROLES[role].label} still takes calls, the next deploy turns it off: ${why}`,
      );
    }
  }
}

/** `state`: what to tell of the server when its calls do not end */
async function callsEnd(run: Run, entry: PortalServer, id: ChangeId, state: string): Promise<void> {
  const { session } = run;
  const { restart } = session.cluster;
  const timeoutMs = restart.drainTimeoutSeconds * 1000;
  const started = session.now();
  const tell = every(session, 5_000, (text) => run.progress(id, text));
  let calls = 0;
  const since: { offline?: number; quiet?: number } = {};
  /** Whether it is as it is for long enough to be believed */
  const lasts = (what: keyof typeof since, ms: number, within: (ms: number) => void) => {
    const left = (since[what] ??= session.now()) + Math.min(ms, timeoutMs) - session.now();
    within(left);
    return left <= 0;
  };
  const ended = await until(session, timeoutMs, async (within) => {
    const status = await inPortal(entry, session.pbx.status(entry.role, entry.id));
    if (status.status === 'OFFLINE') return lasts('offline', OFFLINE_MS, within) ? true : undefined;
    delete since.offline;
    calls = status.calls ?? 0;
    const waited = session.now() - started;
    if (status.calls === undefined) {
      const grace = Math.min(GRACE_MS, timeoutMs);
      if (waited >= grace) return true;
      within(grace - waited);
      tell(
        `${entry.name} takes no new calls; ${shortDuration(grace - waited)} until its script gives those it has five minutes`,
      );
      return undefined;
    }
    if (calls === 0) return lasts('quiet', QUIET_MS, within) ? true : undefined;
    delete since.quiet;
    run.progress(
      id,
      `waiting for ${calls} ${calls === 1 ? 'call' : 'calls'} on ${entry.name} to end (${shortDuration(waited)} of ${shortDuration(timeoutMs)})`,
    );
    return undefined;
  });
  if (session.signal.aborted) throw new Cancelled(`cancelled while calls were ending; ${state}`);
  if (ended || calls === 0) return;
  if (restart.onDrainTimeout === 'force' || run.options.force) {
    session.log.warning(
      `${entry.name} still has ${calls} calls after ${shortDuration(timeoutMs)}: they are cut (on_drain_timeout: force)`,
    );
    return;
  }
  throw new StageError(
    `${entry.name} still has ${calls} ${calls === 1 ? 'call' : 'calls'} after ${shortDuration(timeoutMs)} (restart.drain_timeout); ${state}. Try when there are fewer calls, or set restart.on_drain_timeout: force to cut them`,
  );
}

/** Passes on what is told now and then, not each time. */
function every(session: Run['session'], ms: number, tell: (text: string) => void): (text: string) => void {
  let next = -Infinity;
  return (text) => {
    if (session.now() < next) return;
    next = session.now() + ms;
    tell(text);
  };
}
