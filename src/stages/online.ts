import { deadlineMs } from '../cluster/deadlines';
import { isListed, type ListedRole, type Role } from '../cluster/roles';
import { shortDuration } from '../text/duration';
import type { ChangeId } from './change';
import { Cancelled, StageError } from './stage-error';
import type { Run } from './run';
import type { Session } from './session';
import { inPortal } from './status';
import { until } from './wait';

/*
 * What the PBX's ONLINE says of a server that was just started. The API gives no time with it, so that for a while it may still
 * be about what ran before.
 */

/** From when on an ONLINE is not about what ran before, if the PBX was never seen to lose the server from sight. An assumption. */
const STALE_MS = 15_000;
/** A server that restarts fast is out of sight for a moment only. */
const LOOK_MS = 250;

/** Whether the PBX sees a server, and for so long that it cannot be what ran there before; `limitMs`: how long that may take. */
export async function seenForLong(
  session: Session,
  role: ListedRole,
  entry: { id: string },
  limitMs = STALE_MS,
): Promise<boolean> {
  let since: number | undefined;
  // Whoever cancelled the run waits for this: a server that serves must not stay disabled.
  const patient = { ...session, signal: new AbortController().signal };
  const seen = await until(patient, limitMs, async (within) => {
    const status = await session.pbx.status(role, entry.id).catch(() => undefined);
    if (status?.status !== 'ONLINE') {
      since = undefined;
      return undefined;
    }
    since ??= session.now();
    const left = since + STALE_MS - session.now();
    within(Math.max(0, left));
    return left <= 0 ? true : undefined;
  });
  return seen === true;
}

/** Whether the PBX has lost a server from sight while it was stopped and started: from then on its ONLINE is a new one. */
export interface Sight {
  lost: boolean;
}

/** Asks the PBX about a server for as long as `work` takes, which stops and starts it. */
export async function watchingSight<T>(
  run: Run,
  server: { name: string; role: Role },
  work: (sight: Sight) => Promise<T>,
): Promise<T> {
  const sight: Sight = { lost: false };
  const done = new AbortController();
  const watching = watch(run, server, sight, AbortSignal.any([done.signal, run.session.signal]));
  try {
    return await work(sight);
  } finally {
    done.abort();
    await watching;
  }
}

async function watch(
  { session, portal }: Run,
  { name, role }: { name: string; role: Role },
  sight: Sight,
  ended: AbortSignal,
): Promise<void> {
  if (!isListed(role)) return;
  while (!ended.aborted && !sight.lost) {
    const entry = portal.find(role, name);
    // What cannot be read says nothing.
    const status = entry && (await session.pbx.status(role, entry.id).catch(() => undefined));
    if (status?.status === 'OFFLINE') sight.lost = true;
    else await session.sleep(LOOK_MS, ended);
  }
}

/**
 * Waits until the PBX says that it sees the server. `before`: one that ran there before may be what it still sees.
 * `hopeless`, aborted: whoever did that tells why, and the waiting ends.
 */
export async function online(
  run: Run,
  server: { name: string; role: Role },
  id: ChangeId,
  { before, hopeless }: { before?: Sight | undefined; hopeless?: AbortSignal } = {},
): Promise<void> {
  if (!isListed(server.role)) return;
  const { role } = server;
  const { session } = run;
  const entry = run.portal.find(role, server.name);
  if (!entry) throw new StageError(`${server.name} runs, but is not in the portal`);
  const limit = deadlineMs(session.cluster, role, 'online');
  run.progress(id, `waiting for ONLINE in the portal, ${shortDuration(limit)} at most`);
  const trusted = session.now() + Math.min(STALE_MS, limit / 2);
  const seen = await until(session, limit, async (within) => {
    if (hopeless?.aborted) return 'hopeless';
    const { status } = await inPortal(entry, session.pbx.status(role, entry.id));
    if (status === 'OFFLINE') {
      if (before) before.lost = true;
      return undefined;
    }
    const left = before && !before.lost ? trusted - session.now() : 0;
    if (left <= 0) return 'ONLINE';
    run.progress(id, `ONLINE in the portal, which may still be from before; it counts in ${shortDuration(left)}`);
    within(left);
    return undefined;
  });
  if (session.signal.aborted && !seen) throw new Cancelled('cancelled while waiting for it to come ONLINE');
  if (!seen) {
    throw new StageError(
      `${server.name} runs, but the PBX does not see it: still OFFLINE after ${shortDuration(limit)}. Its name must be the same in the portal and on the host, and the main server's firewall must trust its address (sudo firewall-cmd --zone=trusted --list-sources)`,
    );
  }
}
