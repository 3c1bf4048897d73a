import { isKnown } from '../host/reading';
import { deedOf } from '../stages';
import { parseRecord, type ClusterRecord, type RecordedDeed, type RecordedRun } from '../stages/cluster-record';
import { openHosts } from '../stages/open-session';
import { lockHolder } from '../stages/lock';
import { outOfCalls } from '../stages/record';
import { StageError } from '../stages/stage-error';
import type { RunIdentity, SessionConfig } from '../stages/session';
import { failures, givenUp, goingOn, type Work } from './result';

/** More than a year of merges for most; a record stays small enough to be read by a person. */
const RUNS = 50;
const DEEDS = 30;

/** Adds what a run did. The steps of a job are one run. Did it nothing, the record stays as it is. */
export function noteRun(
  record: ClusterRecord,
  { id, by, url, commit }: RunIdentity,
  { began, ended, interrupted = false }: { began: number; ended: number; interrupted?: boolean },
  work: Work,
): ClusterRecord {
  const { done, skipped } = work;
  if (done.length + work.failed.length === 0) return record;
  const failed = failures(work);
  const left = [...skipped, ...givenUp(work)];
  const runs = record.runs ?? [];
  const before = runs.find(({ run }) => run === id);
  const deeds = [
    ...(before?.deeds ?? []),
    ...done.map(({ change }) => ({ deed: deedOf(change) })),
    ...failed.map(({ change }) => ({ deed: deedOf(change), failed: true as const })),
  ];
  const over = new Set([...done, ...failed].map(({ change }) => deedOf(change)));
  const goesOn = [...new Set([...(before?.goesOn ?? []), ...goingOn(work).map(({ change }) => deedOf(change))])].filter(
    (deed) => !over.has(deed),
  );
  const run: RecordedRun = {
    run: id,
    began: before?.began ?? new Date(began).toISOString(),
    ended: new Date(ended).toISOString(),
    ...(by !== undefined && { by }),
    ...(url !== undefined && { url }),
    ...(commit !== undefined && { commit }),
    done: (before?.done ?? 0) + done.length,
    failed: (before?.failed ?? 0) + failed.length,
    skipped: (before?.skipped ?? 0) + left.length,
    ...((interrupted || before?.interrupted) && { interrupted: true as const }),
    ...(goesOn.length > 0 && { goesOn }),
    // Of many those that failed are the last to be left out.
    deeds: deeds.length > DEEDS ? [...deeds.filter(hasFailed), ...deeds.filter(hasNot)].slice(0, DEEDS) : deeds,
  };
  return { ...record, runs: [...runs.filter((other) => other !== before), run].slice(-RUNS) };
}

const hasFailed = ({ failed }: RecordedDeed): boolean => failed === true;
const hasNot = (deed: RecordedDeed): boolean => !hasFailed(deed);

/** What the record tells of runs. */
export interface History {
  /** Oldest first */
  runs: RecordedRun[];
  /** Servers that runs have taken out of calls and not given back: the next deploy does */
  outOfCalls: string[];
  /** Who changes the cluster now */
  lock?: string;
}

/** What the record tells of runs. Nothing of the PBX's is needed for it. Throws StageError when the record cannot be read, HostError when the host cannot. */
export async function readHistory(config: SessionConfig): Promise<History> {
  const { cluster } = config;
  const hosts = openHosts(config);
  try {
    const { scriptsPath, dataPath, name } = cluster;
    const main = hosts.host(cluster.pbx.machine);
    const facts = await main.facts({ scriptsPath, dataPath, record: name, brief: true });
    const { record } = facts;
    if (!isKnown(record)) throw new StageError(`The record on the main server cannot be read: ${record.unknown}`);
    const read = parseRecord(record, cluster.name);
    if (read.finding) throw new StageError(read.finding.message);
    const lock = lockHolder(facts);
    return {
      runs: read.record?.runs ?? [],
      outOfCalls: read.record ? outOfCalls(cluster, read.record) : [],
      ...(lock !== undefined && { lock }),
    };
  } finally {
    await hosts.close();
  }
}
