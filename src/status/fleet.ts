import type { FleetJob } from '../cluster/fleet';
import { compare } from '../text/natural-order';
import type { DriftItem } from '../drift/drift';
import type { StatusDocument } from './document';

/*
 * The statuses of many clusters beside each other. What nobody could see of a cluster is unknown, never none.
 */

/** A cluster of many, as far as somebody saw it */
export type ClusterSight = Pick<FleetJob, 'file' | 'name' | 'wave'> & {
  /** Id of the job that looked, where it said it */
  job?: string;
} & (
    | { known: true; status: StatusDocument }
    /** `failed`: it could not be looked at, and `problem` says why. The others as in a plan: see `UnknownPlan`. */
    | { known: false; why: 'failed'; problem: string }
    | { known: false; why: 'missing' | 'unreadable' | 'other' | 'old' }
  );

export type Unseen = Extract<ClusterSight, { known: false }>;

/** A cluster in a line of a table: what is not known of it is `unknown` */
export interface FleetRow {
  healthy: boolean | 'unknown';
  /** Servers that are up, of how many */
  up: number | 'unknown';
  servers: number | 'unknown';
  calls: number | 'unknown';
  /** What a deploy would change, with settings */
  changes: number | 'unknown';
  /** Changes that wait for what is blocked */
  blocked: number;
  /** What differs and no deploy ends, and servers that the cluster file does not have */
  forPeople: number;
  pbxVersion: string | undefined;
  /** Each once, the oldest first; `unknown` among them where a server does not tell */
  serverVersions: readonly string[];
}

const UP: readonly string[] = ['online', 'running'];

/** Pure. */
export function rowOf(sight: ClusterSight): FleetRow {
  if (!sight.known) {
    const nothing = { healthy: 'unknown', up: 'unknown', servers: 'unknown', calls: 'unknown' } as const;
    return { ...nothing, changes: 'unknown', blocked: 0, forPeople: 0, pbxVersion: undefined, serverVersions: [] };
  }
  const { health, servers, calls, drift, changedSettings, blocked, differences, pbx } = sight.status;
  const versions = new Set(
    servers.filter((server) => server.state !== 'not-installed').map(({ version }) => version ?? 'unknown'),
  );
  const isSeen = pbx.reachable && pbx.apiProblem === undefined;
  return {
    healthy: health.healthy,
    up: servers.filter(({ state }) => UP.includes(state)).length,
    servers: servers.length,
    calls,
    // Of a cluster that was not seen nothing that would be done is known either.
    changes: isSeen ? drift + changedSettings.length : 'unknown',
    blocked,
    forPeople: differences.filter(({ kind }) => kind !== 'change').length,
    pbxVersion: pbx.version,
    serverVersions: [...versions].sort(compare),
  };
}

/** Whether it is healthy, and all as its cluster file says, as far as that is known at all */
export function isWell(sight: ClusterSight): boolean {
  const { healthy, changes, blocked, forPeople } = rowOf(sight);
  return healthy === true && changes === 0 && blocked + forPeople === 0;
}

/** What of it is not as its cluster file says; restarts that a deploy owes are its own debt, and no drift. */
export function driftIn(sight: ClusterSight): readonly DriftItem[] {
  return sight.known ? sight.status.differences : [];
}

/** The worst first: callers suffer, nobody knows, something differs. Then by wave and name. */
export function worstFirst(sights: readonly ClusterSight[]): ClusterSight[] {
  return sights
    .map((sight) => ({ sight, weights: weightsOf(sight) }))
    .sort((a, b) => {
      const at = a.weights.findIndex((weight, index) => weight !== b.weights[index]);
      if (at !== -1) return (b.weights[at] ?? 0) - (a.weights[at] ?? 0);
      return a.sight.wave - b.sight.wave || compare(a.sight.name, b.sight.name);
    })
    .map(({ sight }) => sight);
}

function weightsOf(sight: ClusterSight): number[] {
  const { healthy, changes, blocked, forPeople } = rowOf(sight);
  const bad = sight.known ? sight.status.health.reasons.filter(({ is }) => is === 'bad').length : 0;
  const differs = (changes === 'unknown' ? 1 : changes) + forPeople;
  return [healthy === false ? 2 : healthy === 'unknown' ? 1 : 0, bad, blocked, differs];
}

/** How many clusters have each version of the PBX, the most first; undefined, at the end: those of which it is not known */
export function versionsOf(sights: readonly ClusterSight[]): { version: string | undefined; clusters: number }[] {
  const counts = new Map<string | undefined, number>();
  for (const sight of sights) {
    const { pbxVersion } = rowOf(sight);
    counts.set(pbxVersion, (counts.get(pbxVersion) ?? 0) + 1);
  }
  return [...counts]
    .map(([version, clusters]) => ({ version, clusters }))
    .sort(
      (a, b) =>
        Number(a.version === undefined) - Number(b.version === undefined) ||
        b.clusters - a.clusters ||
        compare(a.version ?? '', b.version ?? ''),
    );
}
