import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FleetJob } from '../cluster/fleet';
import type { DeployEnd, FleetDeploy, SeenHealth } from '../deploy/fleet-deploys';
import { healthSentence } from '../render/health';
import { leftOver, type JournalStep } from '../render/journal';
import { readHealth } from '../status/read-health';
import { isObject } from '../unknown';
import { readJournal } from './journal';

/** As GitHub says what became of jobs; of those of a matrix, the worst. `unknown`: it says something else */
const RESULTS = ['success', 'failure', 'cancelled', 'skipped'] as const;
type Result = (typeof RESULTS)[number] | 'unknown';

/** What became of a wave's jobs */
export interface WaveResult {
  deploys: Result;
  health: Result;
}

/** A list of [deploys, health] for each wave, as JSON; undefined: it is something else. */
export function readResults(text: string): WaveResult[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const results = value.map((pair: unknown): WaveResult | undefined => {
    const [deploys, health] = Array.isArray(pair) ? pair.map(resultOf) : [];
    return deploys && health && { deploys, health };
  });
  return results.every((result) => result !== undefined) ? results : undefined;
}

const resultOf = (value: unknown): Result | undefined =>
  RESULTS.find((result) => result === value) ?? (typeof value === 'string' ? 'unknown' : undefined);

/** A status of 1,000 servers takes some 2 MiB. */
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * What the jobs of `waves` left in `folder`: of each cluster `portsip-deploy-NAME` with portsip-job.json and journal.jsonl, and
 * `portsip-health-NAME` with portsip-job.json and portsip-status.json. `attempt`: of this run. What an earlier one left counts only where
 * no job of its wave failed since: GitHub does not tell whether a job that left nothing was run again.
 */
export async function readDeploys(
  folder: string,
  waves: readonly (readonly FleetJob[])[],
  results: readonly WaveResult[],
  attempt: number,
): Promise<FleetDeploy[][]> {
  const read: FleetDeploy[][] = [];
  for (const [index, wave] of waves.entries()) {
    const { deploys, health } = results[index] ?? { deploys: 'skipped', health: 'skipped' };
    const all: FleetDeploy[] = [];
    for (const job of wave)
      all.push({
        ...job,
        ...(await deployOf(join(folder, `portsip-deploy-${job.name}`), deploys, attempt)),
        health: await healthOf(join(folder, `portsip-health-${job.name}`), job.name, health, attempt),
      });
    read.push(all);
  }
  return read;
}

async function deployOf(
  folder: string,
  result: Result,
  attempt: number,
): Promise<Pick<FleetDeploy, 'end' | 'done' | 'left' | 'job'>> {
  const nothing = { done: 0, left: 0 };
  if (result === 'skipped') return { end: 'not-begun', ...nothing };
  const said = await saidOf(folder);
  if (!said || isOld(said, result, attempt)) return { end: 'unknown', ...nothing };
  const steps = await journalOf(join(folder, 'journal.jsonl'));
  const job = said.id === undefined ? {} : { job: said.id };
  if (!steps) return { end: endWithout(said), ...nothing, ...job };
  const done = new Set(steps.flatMap((step) => step.done.map(({ id }) => id))).size;
  const left = leftOver(steps);
  return { end: endOf(said, done, left), done, left: left.length, ...job };
}

function endOf({ status }: Said, done: number, left: ReturnType<typeof leftOver>): DeployEnd {
  if (status !== 'success') return status === 'cancelled' ? 'cancelled' : 'failed';
  if (left.some(({ wait }) => wait === 'window')) return 'waits';
  return done > 0 ? 'deployed' : 'unchanged';
}

/** Of a job that got to no step which does something */
function endWithout({ status, review }: Said): DeployEnd {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'failure') return review === 'success' ? 'failed' : 'refused';
  return 'unknown';
}

async function healthOf(
  folder: string,
  name: string,
  result: Result,
  attempt: number,
): Promise<SeenHealth | undefined> {
  if (result === 'skipped') return undefined;
  const said = await saidOf(folder);
  const unknown = (why: string): SeenHealth => ({ healthy: 'unknown', why: [why] });
  if (!said) return unknown('its job left nothing: it failed, was cancelled or got no runner');
  if (isOld(said, result, attempt)) return unknown('what is known is from an earlier attempt');
  const health = readHealth(await readSmall(join(folder, 'portsip-status.json')), name);
  if (!health) return unknown('the cluster could not be looked at');
  const { healthy, reasons, version } = health;
  // Its job succeeds only where it saw that: the file is from somewhere else then.
  if (healthy === true && said.status !== 'success') return unknown('its job failed before it had looked');
  return { healthy, why: reasons.map(healthSentence), ...(version !== undefined && { version }) };
}

/** What a job says of itself, from what GitHub told it */
interface Said {
  id?: string;
  attempt: number;
  status: string;
  /** What became of its review */
  review?: string;
}

async function saidOf(folder: string): Promise<Said | undefined> {
  const value = await readSmall(join(folder, 'portsip-job.json'));
  if (!isObject(value)) return undefined;
  const { id: job, attempt, status, review } = value;
  if (typeof attempt !== 'number' || typeof status !== 'string') return undefined;
  return {
    ...{ attempt, status },
    ...(typeof job === 'string' && /^\d{1,20}$/.test(job) && { id: job }),
    ...(typeof review === 'string' && { review }),
  };
}

const isOld = (said: Said, result: Result, attempt: number): boolean =>
  said.attempt !== attempt && said.status === 'success' && result !== 'success';

/** undefined: there is none, or not all of it is one. */
async function journalOf(file: string): Promise<JournalStep[] | undefined> {
  if (!(await isSmall(file))) return undefined;
  const steps: unknown[] = await readJournal(file);
  return steps.length > 0 && steps.every(isStep) ? steps : undefined;
}

/** As far as it is looked at here */
function isStep(value: unknown): value is JournalStep {
  if (!isObject(value)) return false;
  return ['done', 'failed', 'skipped', 'planned'].every((name) => {
    const entries = value[name];
    return Array.isArray(entries) && entries.every((one) => isObject(one) && hasId(one));
  });
}

/** By it the steps' words on one change are put together. */
const hasId = ({ id }: Record<string, unknown>): boolean => typeof id === 'string';

/** JSON; undefined: there is none */
async function readSmall(file: string): Promise<unknown> {
  if (!(await isSmall(file))) return undefined;
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const isSmall = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size <= MOST_BYTES,
    () => false,
  );
