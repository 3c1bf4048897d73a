import { isReachable } from '../host/reachable';
import { emptyRecord } from '../stages/cluster-record';
import { lookAgainIn, noted } from '../stages/heal';
import { readPortal, type Observed } from '../stages/observe';
import { keepRecord } from '../stages/record-keeper';
import type { Session } from '../stages/session';

/** A run looks at what is not well for a minute, and then as often as that takes. */
const MOST_LOOKS = 3;

/**
 * Writes down which servers are not well, and looks once more where one look says too little: nobody is taken out of calls, or let
 * back in, by one look. Gives what was seen last. `keep` false: nothing is written, for a look without the lock.
 */
export async function sighted(session: Session, observed: Observed, keep: boolean): Promise<Observed> {
  const { cluster, log } = session;
  let { live } = observed;
  // What a record says that is there and cannot be read must not be lost.
  if (!isReachable(live.main) || (!live.record && live.main.record !== undefined)) return observed;
  const keeper = keepRecord(session, live.record ?? emptyRecord(cluster.name));
  let record = keeper.current;
  for (let looks = 1; ; looks++) {
    record = noted(record, cluster, live);
    if (keep) await keeper.update(() => record);
    live = { ...live, record };
    const wait = lookAgainIn(record, cluster, live);
    if (wait === undefined || looks === MOST_LOOKS || session.signal.aborted) return { ...observed, live };
    log.info(`Looking once more in ${Math.ceil(wait / 1000)} s at servers that are not as they were`);
    await session.sleep(wait, session.signal);
    const { servers, status } = await readPortal(session, { im: false, sbc: false });
    live = { ...live, at: session.now(), portal: { ...live.portal, servers, status } };
  }
}
