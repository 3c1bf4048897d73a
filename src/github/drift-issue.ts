import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cluster } from '../cluster/types';
import { carry, compareDrift, driftDigest, readItems, writeItems, type Drift, type DriftItem } from '../drift/drift';
import { driftBody, driftComment, goneComment, type DriftPage } from '../render/drift';
import { COMMENT_LIMIT } from './comment';
import { hidden } from './hidden';
import { sameText } from '../text/line-ends';

/** An issue that this project opened for a cluster and its file. */
export interface DriftIssue {
  number: number;
  open: boolean;
  body: string;
}

/** What is to be done about the issue. */
export type Verdict =
  | { do: 'nothing'; why: string }
  | { do: 'open'; title: string; body: string }
  /** `comment` mails people: only when the set of drift is another one */
  | { do: 'update'; title: string; body: string; comment?: string; reopen: boolean }
  | { do: 'close'; title: string; body: string; comment: string };

export interface DriftOptions extends Omit<DriftPage, 'limit' | 'cluster'> {
  cluster: Cluster;
}

/** Finds the issue again: hidden at its start, one per cluster and file. */
export function driftMarker(cluster: string, file: string): string {
  return hidden('drift', { cluster, file });
}

/**
 * Pure. What is known by now goes into the issue, people are told only what is new. One that a person closed stays closed
 * until something else has drifted: they saw it and let it be.
 */
export function decide(drift: Drift, issue: DriftIssue | undefined, options: DriftOptions): Verdict {
  const before = issue && readState(issue.body);
  const items = carry(before?.items ?? [], drift, options.cluster);
  const digest = driftDigest(items);
  const title = `${options.cluster.name} has drifted from ${options.clusterFile}`;
  const body = withState(items, drift, options);
  const page = { ...options, limit: COMMENT_LIMIT - 1000 };

  if (!issue) {
    if (items.length === 0) return { do: 'nothing', why: 'no drift' };
    return { do: 'open', title, body };
  }
  if (items.length === 0) {
    if (!issue.open) return { do: 'nothing', why: 'no drift' };
    return { do: 'close', title, body, comment: goneComment(page) };
  }
  if (before?.digest === digest) {
    if (!issue.open) return { do: 'nothing', why: 'the same drift as when somebody closed the issue: it stays closed' };
    if (sameText(issue.body, body)) return { do: 'nothing', why: 'the same drift as before' };
    return { do: 'update', title, body, reopen: false };
  }
  const comment = driftComment(compareDrift(before?.items ?? [], items), { returned: !issue.open }, page);
  return { do: 'update', title, body, comment, reopen: !issue.open };
}

function withState(items: readonly DriftItem[], drift: Drift, options: DriftOptions): string {
  const head = `${driftMarker(options.cluster.name, options.clusterFile)}\n${writeState(items)}\n\n`;
  return head + driftBody(items, drift, { ...options, limit: COMMENT_LIMIT - head.length });
}

/** Room that is left for what people read, however much has drifted. */
const STATE_LIMIT = 30_000;

function writeState(items: readonly DriftItem[]): string {
  const packed = deflateRawSync(JSON.stringify(writeItems(items))).toString('base64url');
  return hidden('drift-state', {
    digest: driftDigest(items),
    // Without it a host that does not answer hides what drifted on it, until it answers again.
    ...(packed.length <= STATE_LIMIT && { items: packed }),
  });
}

/** What the issue said when it was last written; whatever a person made of it. */
function readState(body: string): { digest: string; items: DriftItem[] } | undefined {
  const [, digest, packed] =
    /<!-- portsip-cluster drift-state digest=(sha256%3A[0-9a-f]{64})(?: items=([\w%]+))? -->/.exec(body) ?? [];
  if (digest === undefined) return undefined;
  return { digest: decodeURIComponent(digest), items: (packed && unpack(packed)) || [] };
}

function unpack(packed: string): DriftItem[] | undefined {
  try {
    const bytes = Buffer.from(decodeURIComponent(packed), 'base64url');
    return readItems(JSON.parse(inflateRawSync(bytes, { maxOutputLength: 4_000_000 }).toString()));
  } catch {
    return undefined;
  }
}
