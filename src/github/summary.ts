import { createHash } from 'node:crypto';
import * as core from '@actions/core';
import { renderOverview, renderStep } from '../render/outcome';
import type { RunResult } from '../deploy/result';
import type { Log, Secrets } from '../log';
import type { Finding } from '../finding';

/** GitHub takes 1 MiB per step; the renderers count bytes. */
const LIMIT = 1_000_000;

export interface SummaryOptions {
  /** What the step is about: "Firewall and whitelist" */
  title: string;
  clusterFile: string;
  dryRun: boolean;
  commit?: string;
  elapsedMs?: number;
  /** The first step of the job: it also says what there is to do at all */
  first: boolean;
  /** Whether an earlier step has told it */
  told: (finding: Finding) => boolean;
}

/**
 * What a step did, or with a dry run would do. A job has several such steps and GitHub shows their summaries below each other:
 * each finding is told once, and a step that had nothing to do tells nothing.
 */
export function runSummary(result: RunResult, { title, first, told, ...options }: SummaryOptions): string {
  const limit = LIMIT / 2;
  if (!first) return renderStep(title, result, told, { ...options, limit });
  const { warnings } = result.plan;
  const overview = renderOverview({ ...(result.whole ?? result.plan), warnings }, { ...options, limit });
  const step = renderStep(title, result, (finding) => told(finding) || warnings.includes(finding), {
    ...options,
    limit,
  });
  return [overview, step].filter(Boolean).join('\n');
}

/** Appends to the step's summary, where the runner has one. What it cannot take is in the log as well: that fails no step. */
export async function writeSummary(markdown: string, secrets: Secrets, log: Log): Promise<void> {
  if (!markdown || !process.env['GITHUB_STEP_SUMMARY']) return;
  try {
    await core.summary.addRaw(`${secrets.redact(markdown)}\n`).write();
  } catch (error) {
    log.warning(`The job's summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Names a finding among the steps of a job, without text from outside. What hinders is the same only to the letter; of the
 * rest the words change as a job goes on, as with how many changes still wait for the window.
 */
export function findingKey({ code, severity, server, message }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([code, severity, server, severity === 'blocking' ? message : '']))
    .digest('hex')
    .slice(0, 12);
}
