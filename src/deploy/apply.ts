import pLimit from 'p-limit';
import { StageError, type Run } from '../stages/context';
import { applySource, applyWhitelist } from '../stages/firewall';
import { applySshKey, pbxIsWell } from '../stages/high-availability';
import { applyRole, isUpgrade, pullImages } from '../stages/install';
import { applyBuiltIn, applyServer } from '../stages/register';
import { applyRemoveRole, applyRemoveServer } from '../stages/remove';
import { applyRestart } from '../stages/restart';
import { settle } from '../stages/record';
import { applyToken } from '../stages/token';
import { STAGE_NAMES, type Change } from '../stages/types';

export interface Outcome {
  done: { change: Change; elapsedMs: number }[];
  failed: { change: Change; message: string }[];
  /** `waits`: nothing is wrong, it is only not its time yet */
  skipped: { change: Change; reason: string; waits?: Wait }[];
}

/** What a change waits for that is well: the maintenance window to open, or a later step of the deploy. */
export type Wait = 'window' | 'step';

/** Why a change is not even begun; undefined: it may be. */
export type Hindrance = (change: Change) => { reason: string; waits?: Wait } | undefined;

type End = 'done' | 'failed' | 'skipped' | Wait;

/**
 * Applies `changes` (in order), each as soon as all that it needs is done: what does not depend on each other overlaps.
 * A change whose need was not done is skipped, and everything else goes on: what fails on one host does not stop another.
 */
export async function applyChanges(
  changes: Change[],
  run: Run,
  hindrance: Hindrance,
  concurrency: number,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [], skipped: [] };
  const ends = new Map<string, Promise<End>>();
  const limit = pLimit(concurrency);
  /** Servers that callers already notice */
  const disturbed = new Set<string | undefined>();
  const pulled = pullImages(
    changes.filter((change) => !hindrance(change)),
    run,
  );
  // Whoever needs an image waits for it and tells; nobody may, and that must not end the process.
  pulled.catch(() => undefined);

  const begin = async (change: Change): Promise<End> => {
    const skip = (reason: string, waits?: Wait): End => {
      outcome.skipped.push({ change, reason, ...(waits && { waits }) });
      run.session.log.change({ id: change.id, state: 'skipped', message: reason });
      return waits ?? 'skipped';
    };
    const hindered = hindrance(change);
    if (hindered) return skip(hindered.reason, hindered.waits);
    for (const id of change.needs) {
      const end = await ends.get(id);
      if (end === undefined && outside(id, change)) return skip(`comes later, after ${id}`, 'step');
      if (end === undefined) return skip(`waits for ${id}, which was not done before`);
      if (end === 'window' || end === 'step') return skip(`waits for ${id}, which comes later`, end);
      if (end !== 'done') return skip(`waits for ${id}, which was not done`);
    }
    const go = () => {
      if (run.session.signal.aborted) return skip('the run was cancelled');
      // Hours may have gone by since. What was begun on a server is brought to its end all the same.
      const now = disturbed.has(change.server) ? undefined : hindrance(change);
      if (now) return skip(now.reason, now.waits);
      if (change.impact !== 'none' && change.server !== undefined) disturbed.add(change.server);
      return apply(change, run, outcome, pulled);
    };
    // Sources go to the main server all at once, for firewalld to reload once.
    return change.id.startsWith('firewall/') ? go() : limit(go);
  };
  for (const change of changes) ends.set(change.id, begin(change));
  await Promise.all(ends.values());
  return outcome;
}

/** Whether a need that is not part of the run belongs to a later stage of the deploy: then waiting is what was meant. */
function outside(need: string, change: Change): boolean {
  const later: Record<string, number> = { firewall: 0, whitelist: 0, server: 1, token: 2, role: 3, restart: 5 };
  return (later[need.slice(0, need.indexOf('/'))] ?? 0) > STAGE_NAMES.indexOf(change.stage);
}

async function apply(change: Change, run: Run, outcome: Outcome, pulled: Promise<void>): Promise<End> {
  const { session } = run;
  const { log } = session;
  const started = session.now();
  log.change({ id: change.id, state: 'started' });
  try {
    // A new server takes nothing from anybody: it waits for no one's download.
    if (isUpgrade(change)) await pulled;
    await pbxIsWell(change, run);
    await applierOf(change)(change, run);
    await run.record.update((record) => settle(record, change, run.session.cluster));
    const elapsedMs = session.now() - started;
    outcome.done.push({ change, elapsedMs });
    log.change({ id: change.id, state: 'done', elapsedMs });
    return 'done';
  } catch (error) {
    const message = run.session.secrets.redact(error instanceof Error ? error.message : String(error));
    if (error instanceof Error) log.debug(error.stack ?? '');
    outcome.failed.push({ change, message });
    log.change({ id: change.id, state: 'failed', message, elapsedMs: session.now() - started });
    return 'failed';
  }
}

function applierOf({ id, action }: Change): (change: Change, run: Run) => Promise<void> {
  switch (id.slice(0, id.indexOf('/'))) {
    case 'firewall':
      return applySource;
    case 'whitelist':
      return applyWhitelist;
    case 'server':
      return action === 'delete' ? applyRemoveServer : applyServer;
    case 'built-in':
      return applyBuiltIn;
    case 'token':
      return applyToken;
    case 'ssh-key':
      return applySshKey;
    case 'role':
      return action === 'delete' ? applyRemoveRole : applyRole;
    case 'restart':
      return applyRestart;
    default:
      throw new StageError(`Nothing knows how to apply ${id}`);
  }
}
