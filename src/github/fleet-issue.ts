import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { driftDigest } from '../drift/drift';
import { allWellComment, fleetIssueBody, fleetIssueComment } from '../render/fleet-issue';
import { driftIn, type ClusterSight } from '../status/fleet';
import { sameText } from '../text/line-ends';
import { COMMENT_LIMIT } from './comment';
import type { DriftIssue, Verdict } from './drift-issue';
import { hidden } from './hidden';

export interface FleetIssueOptions {
  /** What the clusters were found by: whose issue it is */
  files: string;
  runUrl: string;
  runsUrl?: string;
}

/** Finds the issue again: hidden at its start, one per repository and globs. */
export function fleetIssueMarker(files: string): string {
  return hidden('fleet-status', { files });
}

const TITLE = 'Clusters that are not healthy, or differ from their files';

/** What is the matter with clusters, by name: the same key for the same trouble. Those that are well are not in it. */
type Troubles = ReadonlyMap<string, string>;

/**
 * Pure. One issue for all clusters: people are told what is new, and one that a person closed stays closed until something else is the
 * matter. A cluster that nobody saw is in it; of one that a run is at work on it says what it said before.
 */
export function decideFleet(
  sights: readonly ClusterSight[],
  issue: DriftIssue | undefined,
  { files, runUrl, runsUrl }: FleetIssueOptions,
): Verdict {
  const before = issue && readState(issue.body);
  const now = troublesIn(sights, before?.troubles);
  const digest = digestOf(now);
  const head = `${fleetIssueMarker(files)}\n${writeState(now)}\n\n`;
  const about = new Set(now.keys());
  const body =
    head +
    fleetIssueBody({ sights, about, limit: COMMENT_LIMIT - head.length, ...(runsUrl !== undefined && { runsUrl }) });

  if (!issue)
    return now.size === 0 ? { do: 'nothing', why: 'all clusters are well' } : { do: 'open', title: TITLE, body };
  if (now.size === 0)
    return issue.open
      ? { do: 'close', title: TITLE, body, comment: allWellComment(runUrl) }
      : { do: 'nothing', why: 'all clusters are well' };
  if (before?.digest === digest) {
    if (!issue.open) return { do: 'nothing', why: 'the same as when somebody closed the issue: it stays closed' };
    if (sameText(issue.body, body)) return { do: 'nothing', why: 'the same as before' };
    return { do: 'update', title: TITLE, body, reopen: false };
  }
  const had = before?.troubles ?? new Map<string, string>();
  const comment = fleetIssueComment(
    {
      came: sights.filter(({ name }) => now.has(name) && now.get(name) !== had.get(name)),
      went: [...had.keys()].filter((name) => !now.has(name) && sights.some((sight) => sight.name === name)),
    },
    { returned: !issue.open, runUrl, limit: COMMENT_LIMIT - 1000 },
  );
  return { do: 'update', title: TITLE, body, comment, reopen: !issue.open };
}

function troublesIn(sights: readonly ClusterSight[], before: Troubles = new Map()): Troubles {
  return new Map(
    sights.flatMap((sight): [string, string][] => {
      const { name } = sight;
      const key = sight.known && sight.status.lock !== undefined ? before.get(name) : troubleOf(sight);
      return key === undefined ? [] : [[name, key]];
    }),
  );
}

/** undefined: it is healthy, and as its file says */
function troubleOf(sight: ClusterSight): string | undefined {
  if (!sight.known) return short('unknown');
  const { health } = sight.status;
  const items = driftIn(sight);
  if (health.healthy === true && items.length === 0) return undefined;
  // What hosts say of it, and when, differs from look to look.
  const reasons = health.reasons.map((reason) => [
    ...[reason.is, reason.why, 'server' in reason ? reason.server : ''],
    'state' in reason ? reason.state : '',
  ]);
  return short(JSON.stringify([health.healthy, reasons, driftDigest(items)]));
}

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 11);

const digestOf = (troubles: Troubles): string =>
  `sha256:${createHash('sha256')
    .update(JSON.stringify([...troubles].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')}`;

/** Room that is left for what people read, however many there are. */
const STATE_LIMIT = 25_000;

function writeState(troubles: Troubles): string {
  const packed = deflateRawSync(JSON.stringify([...troubles])).toString('base64url');
  return hidden('fleet-state', {
    digest: digestOf(troubles),
    // Without it a comment names all clusters as new, and one with a run at work is left out.
    ...(packed.length <= STATE_LIMIT && { troubles: packed }),
  });
}

/** What the issue said when it was last written; whatever a person made of it. */
function readState(body: string): { digest: string; troubles: Troubles } | undefined {
  const [, digest, packed] =
    /<!-- portsip-cluster fleet-state digest=(sha256%3A[0-9a-f]{64})(?: troubles=([\w%]+))? -->/.exec(body) ?? [];
  if (digest === undefined) return undefined;
  return { digest: decodeURIComponent(digest), troubles: new Map(packed === undefined ? [] : unpack(packed)) };
}

function unpack(packed: string): [string, string][] {
  try {
    const bytes = Buffer.from(decodeURIComponent(packed), 'base64url');
    const value: unknown = JSON.parse(inflateRawSync(bytes, { maxOutputLength: 1_000_000 }).toString());
    const pairs: unknown[] = Array.isArray(value) ? value : [];
    return pairs.filter(isPair);
  } catch {
    return [];
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((text) => typeof text === 'string');
}
