import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IMPACTS, type Impact } from '../cluster/roles';
import { blocksAll } from '../finding';
import { readPlanDocument, statedIn } from './document';
import { reviewedOf, type Reviewed } from './review';
import { sorted } from './held';
import type { Plan } from './types';
import type { Change, ChangeAction } from '../stages/change';
import { isObject } from '../unknown';
import type { FleetJob } from '../cluster/fleet';

/** What is known of what a deploy of a cluster would do. What its job did not say is unknown, and never called nothing. */
export type FleetPlan = FleetJob & {
  plan: KnownPlan | UnknownPlan;
  /** Id of the job that made it */ job?: string;
};

export interface KnownPlan {
  known: true;
  /** By what a deploy knows it again */
  reviewed: Reviewed;
  /** false: the difference between two cluster files */
  asked: boolean;
  /** Of what would be done, by action */
  counts: Partial<Record<ChangeAction, number>>;
  /** Changes that something blocks */
  blocked: number;
  /** Settings that change */
  settings: number;
  /** Something blocks all of it */
  stopped: boolean;
  impact: Impact;
}

/** `missing`: its job failed, or never ran. `unreadable`: what it left is no plan. `other`: the plan of another cluster. `old`: of an earlier attempt. */
export interface UnknownPlan {
  known: false;
  why: 'missing' | 'unreadable' | 'other' | 'old';
}

/** A plan of 1,000 servers takes some 10 MiB. */
const MOST_BYTES = 100 * 1024 * 1024;

/**
 * The plans that jobs left in `folder`, one after the other, since one may be large. `attempt`: of this run; what an earlier one left
 * counts only where no job of this one had to make it anew (`fresh` false).
 */
export async function readPlans(
  folder: string,
  clusters: readonly FleetJob[],
  { attempt, fresh }: { attempt: number; fresh: boolean },
): Promise<FleetPlan[]> {
  const plans: FleetPlan[] = [];
  for (const cluster of clusters) {
    const own = join(folder, `portsip-plan-${cluster.name}`);
    const job = await readJob(own);
    const plan: FleetPlan['plan'] =
      fresh && job.attempt !== attempt && job.attempt !== undefined
        ? { known: false, why: 'old' }
        : await readPlan(join(own, 'plan.json'), cluster.name);
    plans.push({ ...cluster, plan, ...(job.id !== undefined && { job: job.id }) });
  }
  return plans.sort(byWeight);
}

async function readPlan(path: string, name: string): Promise<FleetPlan['plan']> {
  let value: unknown;
  try {
    if ((await stat(path)).size > MOST_BYTES) return { known: false, why: 'unreadable' };
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return { known: false, why: error instanceof SyntaxError ? 'unreadable' : 'missing' };
  }
  const plan = readPlanDocument(value);
  const stated = statedIn(value);
  if (!plan || !isObject(value) || stated.digest !== plan.digest) return { known: false, why: 'unreadable' };
  if (plan.cluster !== name) return { known: false, why: 'other' };
  const blocked = blockedIds(value['changes']);
  const doable = plan.changes.filter(({ id }) => !blocked.has(id));
  const { changedSettings } = value;
  return {
    known: true,
    reviewed: reviewedOf(plan),
    asked: plan.live,
    counts: countsOf(doable),
    blocked: plan.changes.length - doable.length,
    settings: Array.isArray(changedSettings) ? changedSettings.length : 0,
    stopped: stated.blockedBy.length > 0,
    impact: IMPACTS[Math.max(0, ...doable.map(({ impact }) => IMPACTS.indexOf(impact)))] ?? 'none',
  };
}

function blockedIds(changes: unknown): ReadonlySet<unknown> {
  const all: unknown[] = Array.isArray(changes) ? changes : [];
  return new Set(all.flatMap((change) => (isObject(change) && change['blocked'] === true ? [change['id']] : [])));
}

function countsOf(changes: readonly Pick<Change, 'action'>[]): KnownPlan['counts'] {
  const counts: KnownPlan['counts'] = {};
  for (const { action } of changes) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

/** What the job wrote about itself; nothing where it left nothing that could be read */
export async function readJob(folder: string): Promise<{ attempt?: number; id?: string }> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, 'portsip-job.json'), 'utf8'));
    const { attempt, id: number } = isObject(value) ? value : {};
    return {
      ...(typeof attempt === 'number' && { attempt }),
      ...(typeof number === 'string' && /^\d{1,20}$/.test(number) && { id: number }),
    };
  } catch {
    return {};
  }
}

/** Whether a deploy would do nothing at all, and is not kept from anything */
export function isEmpty({ plan }: FleetPlan): boolean {
  return plan.known && !plan.stopped && changesOf(plan) + plan.blocked + plan.settings === 0;
}

export const changesOf = ({ counts }: KnownPlan): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The worst first: what is not known may be anything. */
export function byWeight(a: FleetPlan, b: FleetPlan): number {
  const weights = (one: FleetPlan): number[] => {
    const { plan } = one;
    if (!plan.known) return [3, 0, 0];
    if (isEmpty(one)) return [0, 0, 0];
    return [plan.stopped ? 2 : 1, IMPACTS.indexOf(plan.impact), changesOf(plan) + plan.blocked];
  };
  const [left, right] = [weights(a), weights(b)];
  const differs = left.findIndex((weight, index) => weight !== right[index]);
  if (differs !== -1) return (right[differs] ?? 0) - (left[differs] ?? 0);
  return a.wave - b.wave || (a.name < b.name ? -1 : 1);
}

/** A plan in a line of a table of many. Pure. */
export function knownPlan(plan: Plan): KnownPlan {
  const { doable, held } = sorted(plan);
  const counts: KnownPlan['counts'] = {};
  for (const { action } of doable) counts[action] = (counts[action] ?? 0) + 1;
  return {
    known: true,
    reviewed: reviewedOf(plan),
    asked: plan.live,
    counts,
    blocked: held.length,
    settings: plan.changedSettings.length,
    stopped: plan.warnings.some(blocksAll),
    impact: IMPACTS[Math.max(0, ...doable.map(({ impact }) => IMPACTS.indexOf(impact)))] ?? 'none',
  };
}
