import { writeFile } from 'node:fs/promises';
import * as core from '@actions/core';
import type { PlanComment } from '../github/comment';
import { githubComments, upsertComment } from '../github/comment';
import { writeSummary } from '../github/summary';
import { baseCluster } from '../github/base';
import type { Log } from '../log';
import type { Cluster } from '../cluster/types';
import type { Inputs } from '../github/inputs';
import type { ActionsLog } from '../github/log';
import { DEFAULT_OPTIONS } from '../plan/options';
import { renderMarkdown } from '../plan/render/markdown';
import { renderTerminal } from '../plan/render/terminal';
import type { SessionConfig } from '../plan/run';
import type { Plan } from '../plan/types';
import { prepare, runUrl } from './harness';

/** What would change, in the log, the summary, a pull request's comment and a file. Changes nothing. */
export async function main(): Promise<number> {
  const { inputs, cluster, config, log } = await prepare(false);
  const plan = inputs.live ? await livePlan(config, inputs.servers) : await offline(inputs, cluster, log);

  const { clusterFile } = inputs;
  const { commit } = config.run;
  const safe = (text: string) => config.secrets.redact(text);
  const told = { clusterFile, cluster, runUrl: runUrl(), ...(commit ? { commit } : {}) };
  log.info(renderTerminal(plan, { color: true, cluster, clusterFile }));
  log.findings(plan.warnings);
  const markdown = safe(renderMarkdown(plan, { ...told, limit: 1_000_000 }));
  await writeFile(inputs.planFile, safe(`${JSON.stringify(plan, null, 2)}\n`));
  await writeFile(inputs.markdownFile, markdown);
  await writeSummary(markdown, config.secrets, log);

  core.setOutput('changed', plan.changes.length > 0);
  core.setOutput('changes', plan.changes);
  core.setOutput('plan-digest', plan.digest);
  core.setOutput('plan-file', inputs.planFile);
  if (inputs.comment && inputs.githubToken) {
    const { digest } = plan;
    const render = (limit: number) => safe(renderMarkdown(plan, { ...told, limit }));
    await comment(
      inputs.githubToken,
      { cluster: cluster.name, file: clusterFile, digest, render, runUrl: runUrl() },
      log,
    );
  }
  return 0;
}

// Loaded late: a mistake in the inputs is told before, and what compares two files needs no SSH.
async function livePlan(config: SessionConfig, servers: string[]): Promise<Plan> {
  const { runStages } = await import('../plan/run');
  return (await runStages(config, { ...DEFAULT_OPTIONS, servers, dryRun: true })).plan;
}

async function offline(inputs: Inputs, cluster: Cluster, log: ActionsLog): Promise<Plan> {
  const { offlinePlan } = await import('../plan/plan');
  return offlinePlan(await baseCluster(inputs, log), cluster);
}

async function comment(token: string, plan: PlanComment, log: Log): Promise<void> {
  try {
    const comments = await githubComments(token);
    if (comments) log.info(`The plan's comment on the pull request: ${await upsertComment(comments, plan)}`);
  } catch (error) {
    // A read-only token (a pull request from a fork) must not turn a good plan red.
    log.warning(
      `The plan could not be written to the pull request: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
