import { isKnown } from '../host/reading';
import { deedOf } from '../stages';
import { parseRecord, type ClusterRecord, type RecordedDeed, type RecordedRun } from '../stages/cluster-record';
import { openHosts } from '../stages/open-session';
import { StageError } from '../stages/stage-error';
import type { RunIdentity, SessionConfig } from '../stages/session';
import type { Work } from './result';

/** More than a year of merges for most; a record stays small enough to be read by a person. */
const RUNS = 50;
const DEEDS = 30;

/** Adds what a run did. The steps of a job are one run. Did it nothing, the record stays as it is. */
export function noteRun(
  record: ClusterRecord,
  { id, by, url, commit }: RunIdentity,
  { began, ended }: { began: number; ended: number },
  { done, failed, skipped }: Work,
): ClusterRecord {
  if (done.length + failed.length === 0) return record;
  const runs = record.runs ?? [];
  const before = runs.find(({ run }) => run === id);
  const deeds = [
    ...(before?.deeds ?? []),
    ...done.map(({ change }) => ({ deed: deedOf(change) })),
    ...failed.map(({ change }) => ({ deed: deedOf(change), failed: true as const })),
  ];
  const run: RecordedRun = {
    run: id,
    began: before?.began ?? new Date(began).toISOString(),
    ended: new Date(ended).toISOString(),
    ...(by !== undefined && { by }),
    ...(url !== undefined && { url }),
    ...(commit !== undefined && { commit }),
    done: (before?.done ?? 0) + done.length,
    failed: (before?.failed ?? 0) + failed.length,
    skipped: (before?.skipped ?? 0) + skipped.length,
    // Of many those that failed are the last to be left out.
    deeds: deeds.length > DEEDS ? [...deeds.filter(hasFailed), ...deeds.filter(hasNot)].slice(0, DEEDS) : deeds,
  };
  return { ...record, runs: [...runs.filter((other) => other !== before), run].slice(-RUNS) };
}

const hasFailed = ({ failed }: RecordedDeed): boolean => failed === true;
const hasNot = (deed: RecordedDeed): boolean => !hasFailed(deed);

/** The runs in the record, oldest first. Nothing of the PBX's is needed for it. Throws StageError when the record cannot be read, HostError when the host cannot. */
export async function readHistory(config: SessionConfig): Promise<RecordedRun[]> {
  const { cluster } = config;
  const hosts = openHosts(config);
  try {
    const { scriptsPath, dataPath, name } = cluster;
    const main = hosts.host(cluster.pbx.machine);
    const { record } = await main.facts({ scriptsPath, dataPath, record: name, brief: true });
    if (!isKnown(record)) throw new StageError(`The record on the main server cannot be read: ${record.unknown}`);
    const read = parseRecord(record, cluster.name);
    if (read.finding) throw new StageError(read.finding.message);
    return read.record?.runs ?? [];
  } finally {
    await hosts.close();
  }
}
