import { isUntouched, keptIn, type Handed } from '../stages/handed';
import type { Observed } from '../stages/observe';
import type { Session } from '../stages/session';
import { observeStarted } from './after-backup';

/** What there is to do may be about other servers once some have been looked at; more often than that, everything is. */
const MOST_LOOKS = 3;

/** What was seen, and the names of the servers that are to be looked at again */
export interface Doubted {
  handed: Handed;
  doubtful: ReadonlySet<string>;
  /** Callers may notice what there is to do. */
  isNoticed: boolean;
}

/** What a plan is about */
export interface Concern {
  /** Names of servers */
  servers: Iterable<string>;
  /** Callers may notice it: how all others are has to be known. */
  isNoticed: boolean;
}

/**
 * Under a lock that is held: looks again at `doubtful`, the servers that `handed` is in doubt about and those that there is something to
 * do for by it. Undefined: somebody else was at work meanwhile, and everything is to be looked at.
 */
export async function lookAgain(
  session: Session,
  { handed, doubtful, isNoticed }: Doubted,
  concern: (observed: Observed) => Promise<Concern>,
): Promise<Observed | undefined> {
  const again = new Set(doubtful);
  let keepsStatus = !isNoticed;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const seen = await observeStarted(session, keptIn(handed, again, keepsStatus));
    if (!isUntouched(handed, seen)) return undefined;
    const now = await concern(seen);
    const more = [...now.servers].filter((name) => !again.has(name));
    // What was kept is as old as the first look.
    if (more.length === 0 && !(keepsStatus && now.isNoticed))
      return { ...seen, live: { ...seen.live, at: handed.observed.live.at } };
    for (const name of more) again.add(name);
    keepsStatus &&= !now.isNoticed;
  }
  return undefined;
}
