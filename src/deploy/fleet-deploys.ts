import type { FleetJob } from '../cluster/fleet';

/*
 * What became of a deploy of many clusters, wave by wave. Whose job left nothing is unknown, or was not begun, and never done.
 */

/**
 * How a cluster's deploy ended. `waits`: it went well, and something waits for the maintenance window. `refused`: before anything was
 * done, as nobody had reviewed it or the cluster could not be looked at. `unknown`: its job left nothing that tells.
 */
export type DeployEnd =
  'deployed' | 'unchanged' | 'waits' | 'refused' | 'failed' | 'cancelled' | 'unknown' | 'not-begun';

/** How a cluster was found to be after its wave, with why in sentences that may have text from outside in them */
export interface SeenHealth {
  healthy: boolean | 'unknown';
  why: string[];
  /** Of the PBX, where it was read */
  version?: string;
}

export interface FleetDeploy extends FleetJob {
  end: DeployEnd;
  /** Changes that were done, and that are left to do */
  done: number;
  left: number;
  /** undefined: nobody has asked */
  health: SeenHealth | undefined;
  /** Id of the job that deployed it, where it said it */
  job?: string;
}

/** The worst first */
export const VERDICTS = ['failed', 'unhealthy', 'unknown', 'not-begun', 'waits', 'done'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is to be said of a cluster in a word: it is done only if its deploy went well and it was seen to be healthy. */
export function verdictOf({ end, health }: FleetDeploy): Verdict {
  if (end === 'failed' || end === 'refused' || end === 'cancelled') return 'failed';
  if (end === 'unknown' || end === 'not-begun') return end;
  if (health === undefined || health.healthy === 'unknown') return 'unknown';
  if (!health.healthy) return 'unhealthy';
  return end === 'waits' ? 'waits' : 'done';
}

/** Whether a wave showed that the next one may begin: a deploy came to its end. Clusters that all wait for their windows show nothing. */
export function isProven(wave: readonly FleetDeploy[]): boolean {
  return wave.some(({ end }) => end === 'deployed' || end === 'unchanged');
}

export interface Stop {
  /** Those that were not begun */
  held: FleetDeploy[];
  /** What kept them, in the waves before; none: all those wait for their windows, or the run was cancelled */
  by: FleetDeploy[];
  /** All clusters of the last wave that was begun wait for their windows. */
  waiting: FleetDeploy[];
}

/** undefined: every wave was begun. */
export function stopOf(waves: readonly (readonly FleetDeploy[])[]): Stop | undefined {
  const held = waves.flat().filter(({ end }) => end === 'not-begun');
  if (held.length === 0) return undefined;
  const begun = waves.filter((wave) => wave.some(({ end }) => end !== 'not-begun'));
  const by = begun.flat().filter((one) => ['failed', 'unhealthy', 'unknown'].includes(verdictOf(one)));
  const last = begun.at(-1) ?? [];
  return { held, by, waiting: last.every(({ end }) => end === 'waits') ? [...last] : [] };
}
