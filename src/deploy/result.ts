import type { Finding } from '../finding';
import type { Plan } from '../plan/types';
import type { Change } from '../stages/change';
import type { Departing } from '../stages/departing';
import type { StageName } from '../stages/stage';
import type { Skip } from './skip';

/** What a run came to. A dry run did nothing; a deploy did what it could. */
export type RunResult = DryRun | Deploy;

/** What was done of a plan, and what not. */
export interface Work {
  done: { change: Change; elapsedMs: number }[];
  failed: Undone[];
  skipped: { change: Change; skip: Skip }[];
}

/** A change that was begun and did not come to its end. */
export interface Undone {
  change: Change;
  /** For people */
  message: string;
  /** Nothing is wrong with it: it goes on on its host without us, or was given up as the run was cancelled. */
  end?: 'goes-on' | 'cancelled';
}

interface Looked {
  /** What was asked for */
  plan: Plan;
  /** What all stages together have to do for the servers that were asked for, before anything of it was done */
  whole?: Plan;
  /** false when something failed, or was kept from being done by a blocking finding */
  ok: boolean;
  /** What else was found out */
  findings: Finding[];
}

export interface DryRun extends Looked {
  kind: 'dry-run';
  seen: Seen;
}

/**
 * `ok`: what waits for the window is fine, but not a restart that a person asked for. `skipped`: not begun, as something it
 * needs failed, the window is closed or the run was cancelled.
 */
export interface Deploy extends Looked, Work {
  kind: 'deploy';
  /** By service, when the token stage ran. In `secrets`. */
  tokens: { im?: string; dataflow?: string };
  /** Only some stages or servers were asked for: that nothing is left to do is said of those alone. */
  partial?: boolean;
  /** The run was cancelled before it came to its end. */
  interrupted?: boolean;
  /** Servers that runs have taken out of calls and not given back: the next deploy does */
  outOfCalls?: string[];
}

export interface Seen {
  /** Whatever servers and stages were asked for */
  all: Plan;
  /** The same without what else was asked for: a token, a restart, a host that is gone */
  unasked(): Plan;
  /** Servers that left the cluster file */
  leaving: Departing[];
  /** The stages that a job which carries the plan out needs */
  atWork(): StageName[];
  /** Of the last deploy that left nothing undone, where it is known */
  deployedCommit?: string;
}

/** What really failed, without what goes on and what was given up. */
export const failures = ({ failed }: Pick<Work, 'failed'>): Undone[] => failed.filter(({ end }) => end === undefined);
export const goingOn = ({ failed }: Pick<Work, 'failed'>): Undone[] => failed.filter(({ end }) => end === 'goes-on');
export const givenUp = ({ failed }: Pick<Work, 'failed'>): Undone[] => failed.filter(({ end }) => end === 'cancelled');

/** What was done, and what not; nothing of a dry run. */
export function worked(result: RunResult): Work {
  if (result.kind === 'dry-run') return { done: [], failed: [], skipped: [] };
  const { done, failed, skipped } = result;
  return { done, failed, skipped };
}
