import pLimit from 'p-limit';
import { HostError } from '../host/types';
import { applyChange, bucketOf, deedOf } from '../stages';
import { ofKind, takesTurns, type Change, type ChangeId } from '../stages/change';
import { settle } from '../stages/record';
import { Cancelled, StageError } from '../stages/stage-error';
import type { Run } from '../stages/run';
import { until } from '../stages/wait';
import { fetchAsPlanned, pulls, pullImages, type Images } from './pull-images';
import type { Undone, Work } from './result';
import { skipReason, waitOf, type Skip, type Wait } from './skip';

/** Why a change is not even begun; undefined: it may be. */
export type Hindrance = (change: Change) => Skip | undefined;

export interface Pace {
  /** Changes at once */
  concurrency: number;
  /** What images have to be once they are fetched, where it is known */
  images?: Images;
}

/** `held`: its turn was after one that failed */
type End = 'done' | 'failed' | 'held' | 'skipped' | Wait;

/** A failover takes a minute or so. */
const WELL_MS = 300_000;

/**
 * Applies `changes` (in order), each as soon as all that it needs is done and all that it comes after has ended: what does not
 * depend on each other overlaps. A change whose need was not done is skipped, and everything else goes on: what fails on one
 * host does not stop another.
 * `whole`: the plan that they are a part of.
 */
export async function applyChanges(
  changes: readonly Change[],
  whole: readonly Change[],
  run: Run,
  hindrance: Hindrance,
  { concurrency, images = {} }: Pace,
): Promise<Work> {
  const outcome: Work = { done: [], failed: [], skipped: [] };
  const ends = new Map<ChangeId, Promise<End>>();
  const planned = new Map(whole.map((change) => [change.id, change]));
  const limit = pLimit(concurrency);
  /** Servers that callers already notice */
  const disturbed = new Set<string>();
  // Not before each has its end to wait for
  const pulled = Promise.resolve().then(() =>
    pullImages(
      changes.filter((change) => !hindrance(change)),
      run,
      images,
      async (change) => {
        for (const need of change.needs)
          if (planned.get(need)?.kind === 'registry-sign-in' && (await ends.get(need)) !== 'done')
            throw new StageError(`${change.server ?? 'the PBX'} is not signed in to the registry`);
      },
    ),
  );
  // Whoever needs an image waits for it and tells; nobody may, and that must not end the process.
  pulled.catch(() => undefined);

  const skip = (change: Change, reason: Skip): End => {
    const needed = reason.why === 'need' ? planned.get(reason.need) : undefined;
    const why: Skip = reason.why === 'need' && needed ? { ...reason, what: deedOf(needed) } : reason;
    outcome.skipped.push({ change, skip: why });
    run.session.log.change({ id: change.id, state: 'skipped', message: skipReason(why) });
    return waitOf(why) ?? 'skipped';
  };
  const held = (change: Change, why: Skip): End => {
    skip(change, why);
    return 'held';
  };
  // Many changes have the same lists of others before them: what became of those is looked at once a list.
  const lists = new Map<readonly ChangeId[], Promise<Ends>>();
  const endsOf = (list: readonly ChangeId[]): Promise<Ends> => {
    const found = lists.get(list) ?? ended(list, ends);
    lists.set(list, found);
    return found;
  };
  const begin = async (change: Change): Promise<End> => {
    const hindered = hindrance(change);
    if (hindered) return skip(change, hindered);
    for (const need of change.needs) {
      const unmet = unmetNeed(change, need, await ends.get(need), planned.get(need));
      if (unmet) return skip(change, unmet);
    }
    const oneOf = await endsOf(change.oneOf ?? []);
    if (oneOf.first && !oneOf.isAnyDone) {
      const [need, end] = oneOf.first;
      const unmet = unmetNeed(change, need, end, planned.get(need));
      if (unmet) return skip(change, unmet);
    }
    const stopped = [...(await endsOf(change.afterAll ?? [])).stopped, ...(await endsOf(change.after)).stopped];
    const earlier = stopped.find((id) => {
      const other = planned.get(id);
      return other && takesTurns(other, change);
    });
    if (earlier) return held(change, { why: 'need', need: earlier, was: 'not-done' });
    const go = () => {
      if (run.session.signal.aborted) return skip(change, { why: 'cancelled' });
      // Hours may have gone by since. What was begun on a server is brought to its end all the same.
      const begun = change.server !== undefined && disturbed.has(change.server);
      const now = begun ? undefined : hindrance(change);
      if (now) return skip(change, now);
      if (change.impact !== 'none' && change.server !== undefined) disturbed.add(change.server);
      return apply(change, run, outcome, { pulled, images });
    };
    // Sources go to the main server all at once, in one call for all of them.
    return AT_ONCE.has(change.kind) ? go() : limit(go);
  };
  for (const change of changes) ends.set(change.id, begin(change));
  await Promise.all(ends.values());
  return outcome;
}

/** What became of several changes. */
interface Ends {
  first?: readonly [ChangeId, End | undefined];
  isAnyDone: boolean;
  /** Those that failed, or were held by one that did */
  stopped: ChangeId[];
}

async function ended(list: readonly ChangeId[], ends: ReadonlyMap<ChangeId, Promise<End>>): Promise<Ends> {
  const found = await Promise.all(list.map(async (id) => [id, await ends.get(id)] as const));
  const [first] = found;
  return {
    ...(first && { first }),
    isAnyDone: found.some(([, end]) => end === 'done'),
    stopped: found.flatMap(([id, end]) => (end === 'failed' || end === 'held' ? [id] : [])),
  };
}

const AT_ONCE: ReadonlySet<Change['kind']> = new Set(['trusted-source', 'source-removal']);

/** `end`: how the need ended; undefined: it is not part of the run. */
function unmetNeed(change: Change, need: ChangeId, end: End | undefined, needed: Change | undefined): Skip | undefined {
  switch (end) {
    case 'done':
      return undefined;
    case 'window':
    case 'step':
      return { why: 'need', need, was: 'later', waits: end };
    case 'failed':
    case 'held':
    case 'skipped':
      return { why: 'need', need, was: 'not-done' };
    case undefined:
      // What belongs to a later stage of the deploy is done in a later step of the job: then waiting is what was meant.
      return needed && bucketOf(needed) > bucketOf(change)
        ? { why: 'need', need, was: 'later-stage', waits: 'step' }
        : { why: 'need', need, was: 'not-done-before' };
  }
}

async function apply(
  change: Change,
  run: Run,
  outcome: Work,
  { pulled, images }: { pulled: Promise<void>; images: Images },
): Promise<End> {
  const { session } = run;
  const { log } = session;
  const started = session.now();
  log.change({ id: change.id, state: 'started' });
  try {
    // A new server takes nothing from anybody: it waits for no one's download.
    if (pulls(change)) await pulled;
    else await fetchAsPlanned(change, run, images);
    await allWell(change, run);
    await applyChange(change, run);
    const failed = ofKind(
      outcome.failed.map((one) => one.change),
      'role',
    ).flatMap(({ action, server }) => (action === 'create' ? [server] : []));
    await run.record.update((record) => settle(record, change, session.cluster, failed));
    const elapsedMs = session.now() - started;
    outcome.done.push({ change, elapsedMs });
    log.change({ id: change.id, state: 'done', elapsedMs });
    return 'done';
  } catch (error) {
    const message = session.secrets.redact(error instanceof Error ? error.message : String(error));
    if (error instanceof Error) log.debug(error.stack ?? '');
    const end = endOf(error);
    outcome.failed.push({ change, message, ...(end && { end }) });
    log.change({
      ...{ id: change.id, state: 'failed', message, elapsedMs: session.now() - started },
      ...(end && { end }),
    });
    return 'failed';
  }
}

function endOf(error: unknown): Undone['end'] {
  if (error instanceof Cancelled) return 'cancelled';
  return error instanceof HostError ? error.end : undefined;
}

/** Before callers are disturbed: waits until what carries the calls meanwhile is well. */
async function allWell(change: Change, run: Run): Promise<void> {
  const { session, plane, options } = run;
  if (change.impact === 'none' || options.force) return;
  const main = session.hosts.host(session.cluster.pbx.machine);
  let trouble: string | undefined;
  const well = await until(session, WELL_MS, async () => {
    trouble = await plane.trouble(main);
    if (trouble === undefined) return true;
    run.progress(change.id, `waiting for the PBX's nodes to be well: ${trouble}`);
    return undefined;
  });
  if (!well)
    throw new StageError(
      `${change.server ?? change.id} was not disturbed, as the PBX's nodes are not all well: ${trouble}. See ${plane.byHand.status}`,
    );
}
