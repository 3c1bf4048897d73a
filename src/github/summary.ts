import * as core from '@actions/core';
import { renderMarkdown } from '../plan/render/markdown';
import { renderOutcome } from '../plan/render/outcome';
import type { RunResult } from '../plan/run';
import type { Secrets } from '../log';

/** GitHub takes 1 MiB a step; the renderers count bytes. */
const LIMIT = 1_000_000;

export interface SummaryOptions {
  /** What the step is about: "Firewall and whitelist" */
  title: string;
  clusterFile: string;
  dryRun: boolean;
  commit?: string;
  elapsedMs?: number;
}

/** What a step did, or with a dry run would do: a job has several such steps, so each says what it is about. */
export function runSummary(result: RunResult, { title, dryRun, ...options }: SummaryOptions): string {
  const told = { ...options, limit: LIMIT };
  return `## ${title}\n\n${dryRun ? renderMarkdown(result.plan, told) : renderOutcome(result, told)}`;
}

/** Appends to the step's summary, where the runner has one. */
export async function writeSummary(markdown: string, secrets: Secrets): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(`${secrets.redact(markdown)}\n`).write();
}
