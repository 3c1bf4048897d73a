import { hostname } from 'node:os';
import * as core from '@actions/core';
import { loadClusterFile } from '../cluster/load';
import { selectServers } from '../cluster/select';
import type { Cluster } from '../cluster/types';
import { ClusterFileError, InputError } from '../cluster/types';
import type { Inputs } from '../github/inputs';
import { readInputs } from '../github/inputs';
import type { ActionsLog } from '../github/log';
import { actionsLog } from '../github/log';
import { report } from '../github/report';
import { runSummary, writeSummary } from '../github/summary';
import { Secrets } from '../log';
import type { RunIdentity, RunOptions, RunResult, SessionConfig } from '../plan/run';
import { DEFAULT_OPTIONS, releaseHeld, runStages } from '../plan/run';
import type { Finding, StageName } from '../stages/types';

export interface Job {
  inputs: Inputs;
  cluster: Cluster;
  config: SessionConfig;
  log: ActionsLog;
}

export interface StageAction {
  /** In the summary: "Firewall" */
  title: string;
  stages: StageName[];
  /** false: this cluster has nothing for the action to do, nobody is asked */
  applies?(inputs: Inputs, cluster: Cluster): boolean;
  options?(inputs: Inputs): Partial<RunOptions>;
  outputs?(result: RunResult, inputs: Inputs): void;
}

/** Inputs and cluster file, everything that is wrong with both told at once. */
export async function prepare(needsCredentials: boolean): Promise<Job> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  const { inputs, problems } = readInputs(secrets, needsCredentials);
  let cluster: Cluster;
  try {
    const loaded = await loadClusterFile(inputs.clusterFile);
    log.problems(loaded.warnings);
    cluster = loaded.cluster;
  } catch (error) {
    if (error instanceof ClusterFileError) problems.forEach((problem) => log.error(problem));
    throw error;
  }
  try {
    selectServers(cluster, inputs.servers);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(`servers: ${error.message}`);
  }
  if (problems.length) throw new InputError(problems.join('\n'));
  return { inputs, cluster, log, config: session(inputs, cluster, secrets, log) };
}

function session(
  { credentials, concurrency }: Inputs,
  cluster: Cluster,
  secrets: Secrets,
  log: ActionsLog,
): SessionConfig {
  const controller = new AbortController();
  // A cancelled job gets SIGINT and seconds later SIGTERM; what runs on the hosts goes on without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return { cluster, credentials, concurrency, log, secrets, run: identity(), signal: controller.signal };
}

/** The same for all steps of a job. */
export function identity(env: NodeJS.ProcessEnv = process.env): RunIdentity {
  return {
    id: `${runUrl(env)}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
    host: env['RUNNER_NAME'] ?? hostname(),
    keepLock: true,
    ...(env['GITHUB_SHA'] ? { commit: env['GITHUB_SHA'] } : {}),
  };
}

export function runUrl(env: NodeJS.ProcessEnv = process.env): string {
  return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? '0'}`;
}

/** An action that applies stages. Its `post` step is the same program, told apart by the state that `main` saved. */
export async function stageAction(action: StageAction): Promise<number> {
  if (core.getState('started')) return release();
  core.saveState('started', 'true');

  const { inputs, cluster, config, log } = await prepare(true);
  if (action.applies?.(inputs, cluster) === false) {
    log.info(`${action.title}: the cluster file has nothing that needs it`);
    core.setOutput('changed', false);
    core.setOutput('changes', []);
    return 0;
  }
  if (!inputs.dryRun) takeCharge(cluster.name);
  const started = Date.now();
  const result = await runStages(config, {
    ...DEFAULT_OPTIONS,
    servers: inputs.servers,
    stages: action.stages,
    dryRun: inputs.dryRun,
    ...action.options?.(inputs),
  });

  // A job has several such steps, and each sees all findings: an annotation is for what keeps this one from its work.
  const touched = new Set(result.plan.changes.map(({ server }) => server));
  const hindering = ({ severity, server }: Finding) => severity === 'blocking' && (!server || touched.has(server));
  log.findings(result.findings, hindering);
  for (const { change, message } of result.failed) log.error(`${change.id}: ${message}`);
  core.setOutput('changed', inputs.dryRun ? result.plan.changes.length > 0 : result.done.length > 0);
  core.setOutput('changes', inputs.dryRun ? result.plan.changes : result.done.map(({ change }) => change));
  action.outputs?.(result, inputs);
  const { title } = action;
  const { clusterFile, dryRun } = inputs;
  const { commit } = config.run;
  const elapsedMs = Date.now() - started;
  await writeSummary(
    runSummary(result, { title, clusterFile, dryRun, elapsedMs, ...(commit ? { commit } : {}) }),
    config.secrets,
  );
  return dryRun || result.ok ? 0 : 1;
}

/**
 * The steps of a job share the lock. The first one gives it back: `post` steps run in the opposite order, so its own is the
 * last, whether the job came to its end or was cancelled.
 */
function takeCharge(cluster: string): void {
  const charged = (process.env[CHARGED] ?? '').split(' ').filter(Boolean);
  if (charged.includes(cluster)) return;
  core.exportVariable(CHARGED, [...charged, cluster].join(' '));
  core.saveState('in-charge', 'true');
}
const CHARGED = 'PORTSIP_CLUSTER_LOCKED';

/** Gives back what the job holds: the lock, and servers that a cancelled step had disabled to drain them. */
async function release(): Promise<number> {
  if (!core.getState('in-charge')) return 0;
  const log = actionsLog(new Secrets());
  try {
    const { config } = await prepare(true);
    await releaseHeld(config);
  } catch (error) {
    // A step's own failure is what people must see; a lock goes stale and the next run repairs what this one left.
    report(error, { ...log, error: (text) => log.info(text), problems: () => {} });
  }
  return 0;
}
