import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as core from '@actions/core';
import { loadClusterFile } from '../cluster/load';
import { selectServers } from '../cluster/select';
import type { Cluster } from '../cluster/types';
import { ClusterFileError, InputError } from '../cluster/types';
import type { ActionName, OutputOf, StageActionName } from '../github/input-table';
import type { Inputs } from '../github/inputs';
import { readInputs } from '../github/inputs';
import type { ActionsLog, Place } from '../github/log';
import { actionsLog } from '../github/log';
import { lookFile } from '../github/look-file';
import { report } from '../github/report';
import { Clock, journalFile, journalStep, readJournal, writeJournal } from '../github/journal';
import { findingKey, runSummary, writeSummary } from '../github/summary';
import { Secrets } from '../log';
import type { Log } from '../log';
import { keptRefusals, type Refusals } from '../pbx/refusals';
import { DEFAULT_OPTIONS } from '../deploy/options';
import type { Credentials } from '../credentials';
import { worked } from '../deploy/result';
import type { RunIdentity, RunOptions, RunResult, SessionConfig, StepConfig } from '../deploy/run';
import type { Finding } from '../finding';
import { documenting } from '../plan/document';
import { STAND_IN } from '../render/counts';
import { renderJournal, type JournalStep } from '../render/journal';
import { outcomeLine } from '../render/outcome';
import { renderOutOfCalls } from '../render/out-of-calls';
import { unpackReviewed } from '../plan/review';
import type { Reviewed } from '../plan/review';
import { concurrencyOf } from '../host/concurrency';
import { internet } from '../host/internet';
import { deedOf } from '../stages';
import type { StageName } from '../stages/stage';

export interface Job<A extends ActionName> {
  inputs: Inputs<A>;
  cluster: Cluster;
  config: SessionConfig;
  log: ActionsLog;
  put: Put<A>;
}

/** Sets an output that the action declares. */
export type Put<A extends ActionName> = (name: OutputOf<A>, value: unknown) => void;

export interface StageAction<A extends StageActionName> {
  name: A;
  /** In the summary: "Firewall" */
  title: string | ((inputs: Inputs<A>, result?: RunResult) => string);
  stages: StageName[];
  /** false: this cluster has nothing for the action to do, nobody is asked */
  applies?(inputs: Inputs<A>, cluster: Cluster): boolean;
  /** What is wrong with inputs in this cluster, a sentence each */
  check?(inputs: Inputs<A>, cluster: Cluster): string[];
  options?(inputs: Inputs<A>): Partial<RunOptions>;
  outputs?(result: RunResult, inputs: Inputs<A>, put: Put<A>): void;
}

/** Inputs and cluster file, everything that is wrong with both told at once. */
export async function prepare<
  A extends Exclude<ActionName, 'import' | 'discover' | 'fleet-outcome' | 'fleet-status' | 'fleet-summary'>,
>(action: A): Promise<Job<A>> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  // However it ends: what hosts have printed is told.
  process.on('exit', () => log.close());
  const { inputs, credentials, problems } = readInputs(action, secrets);
  let cluster: Cluster;
  try {
    const loaded = await loadClusterFile(inputs.clusterFile, 'input cluster-file');
    log.problems(loaded.warnings);
    cluster = loaded.cluster;
  } catch (error) {
    if (error instanceof ClusterFileError) problems.forEach((problem) => log.error(problem));
    throw error;
  }
  try {
    if ('servers' in inputs) selectServers(cluster, inputs.servers);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(`servers: ${error.message}`);
  }
  if (problems.length) throw new InputError(problems.join('\n'));
  const config = session({ credentials, concurrency: concurrencyOf(inputs.concurrency) }, cluster, secrets, log);
  // A token is put out as it is, and masked; text of hosts is in lists.
  const put: Put<A> = (name, value) =>
    core.setOutput(name, typeof value === 'string' ? value : secrets.redactIn(value));
  return { inputs, cluster, log, config, put };
}

function session(
  { credentials, concurrency }: { credentials: Credentials; concurrency: number },
  cluster: Cluster,
  secrets: Secrets,
  log: ActionsLog,
): SessionConfig {
  const controller = new AbortController();
  // A cancelled job gets SIGINT and seconds later SIGTERM; what runs on the hosts goes on without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return {
    cluster,
    credentials,
    concurrency,
    log,
    secrets,
    internet,
    run: identity(),
    signal: controller.signal,
    refusals: refusals(),
  };
}

/** The same for all steps of a job. */
export function identity(env: NodeJS.ProcessEnv = process.env): RunIdentity {
  return {
    // Two jobs of one run are two holders, and the jobs of a matrix have one name.
    // Made when it is asked for: what only compares two files need not load the means to make up its word.
    get id() {
      return `${runUrl(env)}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'} job ${env['GITHUB_JOB'] ?? '1'}, ${holderWord(env)}`;
    },
    host: env['RUNNER_NAME'] ?? hostname(),
    url: runUrl(env),
    ...whoStarted(env),
    keepLock: true,
    ...(env['GITHUB_SHA'] ? { commit: env['GITHUB_SHA'] } : {}),
  };
}

/** Why, where nobody said it */
export const askedFor = (): string => `asked for by ${process.env['GITHUB_ACTOR'] ?? 'a person'}`;

/** Refused passwords that all steps of a job know of */
export const refusals = (): Refusals => keptRefusals(() => process.env['RUNNER_TEMP']);

/** Who runs a job again is not who pushed. */
function whoStarted(env: NodeJS.ProcessEnv): { by?: string } {
  const by = env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR'];
  return by ? { by } : {};
}

/** The same for all steps of a job from the first one on, which tells it to the others. */
const holderWord = (env: NodeJS.ProcessEnv): string => (env[HOLDER] ??= randomBytes(6).toString('hex'));

export function runUrl(env: NodeJS.ProcessEnv = process.env): string {
  return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? '0'}`;
}

/** The page that lists the runs of this workflow: `owner/repo/.github/workflows/drift.yml@refs/heads/main` names it. */
export function workflowUrl({ env } = process): string | undefined {
  const file = /^[^/]+\/[^/]+\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
  if (file === undefined) return undefined;
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
  return `${server}/${repository}/actions/workflows/${file}`;
}

/** For `review` and the steps that follow it in the same job: what one sees is handed to the next. */
export function handingOn(config: SessionConfig): StepConfig {
  if (!HOLDER_GIVEN) core.exportVariable(HOLDER, holderWord(process.env));
  const place = { temp: process.env['RUNNER_TEMP'], uid: process.getuid?.() };
  const looks = lookFile({ ...config, ...place });
  return { ...config, ...(looks && { looks }) };
}

/** An action that applies stages. Its `post` step is the same program, told apart by the state that `main` saved. */
export async function stageAction<A extends StageActionName>(action: StageAction<A>): Promise<number> {
  if (core.getState('started')) return release(action.name);
  core.saveState('started', 'true');

  const { inputs, cluster, config, log, put } = await prepare(action.name);
  const titled = (result?: RunResult) =>
    typeof action.title === 'string' ? action.title : action.title(inputs, result);
  const wrong = action.check?.(inputs, cluster) ?? [];
  if (wrong.length > 0) throw new InputError(wrong.join('\n'));
  if (action.applies?.(inputs, cluster) === false) {
    log.info(`${titled()}: the cluster file has nothing that needs it`);
    put('changed', false);
    put('changes', []);
    return 0;
  }
  const told = toldBefore();
  const first = !told.has(cluster.name) && !begunBefore().includes(cluster.name);
  const journal = process.env[JOURNAL] ?? journalFile();
  if (!inputs.dryRun && first) keepJournal(cluster.name, journal);
  const started = Date.now();
  const options: RunOptions = {
    ...commonOptions(inputs),
    stages: action.stages,
    dryRun: inputs.dryRun,
    ...action.options?.(inputs),
    ...(inputs.reviewedPlan && { reviewed: await readReviewed(inputs.reviewedPlan) }),
  };
  if (options.restart) log.info(`Why: ${options.restart.reason}`);
  // Loaded late: a mistake in the inputs is told before.
  const { runStages } = await import('../deploy/run');
  const clock = new Clock();
  const locks = () => takeCharge(cluster.name);
  const unlocks = () => giveUpCharge(cluster.name);
  const result = await runStages({ ...handingOn(config), log: clock.watching(log), locks, unlocks }, options);
  const shown = config.secrets.redactIn(result);
  const title = titled(result);
  const { done, failed } = worked(result);

  const findings = [...shown.findings, ...shown.plan.warnings];
  log.findings(
    findings.filter((finding) => !told.has(findingKey(finding))),
    isAnnotated,
    placeIn(cluster, inputs.clusterFile),
  );
  for (const { change, message } of failed)
    log.error(`${deedOf(change)}: ${message}`, placeOf(change.server, cluster, inputs.clusterFile));
  put('changed', inputs.dryRun ? result.plan.changes.length > 0 : done.length > 0);
  const changes = inputs.dryRun ? result.plan.changes : done.map(({ change }) => change);
  put('changes', changes.map(documenting()));
  action.outputs?.(result, inputs, put);
  const { clusterFile, dryRun } = inputs;
  const { commit } = config.run;
  const elapsedMs = Date.now() - started;
  log.info(`${title}: ${inWords(result, dryRun)}`);
  const about = { title, clusterFile, dryRun, first, elapsedMs, ...(commit ? { commit } : {}) };
  const summary = runSummary(shown, { ...about, told: (finding) => told.has(findingKey(finding)) });
  await writeSummary(summary, config.secrets, log);
  if (!dryRun) await writeJournal(journal, journalStep(title, shown, clock, started), config.secrets, log);
  tell([cluster.name, ...findings.map(findingKey)], told);
  return dryRun || result.ok ? 0 : 1;
}

/** That the built-in server stands in for one that is away is how it should be. */
const isAnnotated = ({ severity, code }: Finding): boolean => severity !== 'note' && code !== STAND_IN;

function inWords(result: RunResult, dryRun: boolean): string {
  if (dryRun) return `${result.plan.changes.length} changes would be made`;
  const { done, failed, skipped } = worked(result);
  return done.length + failed.length + skipped.length > 0 ? outcomeLine(worked(result)) : 'nothing to do';
}

type Decisive = Pick<Inputs<'review'>, 'servers' | 'force' | 'hostIsGone' | 'allowUndersized' | 'installSshKey'>;

/** What decides what there is to do at all, and so is the same for every step of a job. */
export function commonOptions({
  servers,
  force,
  hostIsGone: gone,
  allowUndersized,
  installSshKey,
}: Decisive): RunOptions {
  return {
    ...DEFAULT_OPTIONS,
    servers,
    force,
    gone,
    allowUndersized,
    ...(installSshKey && { installSshKey: true }),
  };
}

/** The first step of a cluster sums up what all of them did: its `post` step is the last. */
function keepJournal(cluster: string, journal: string): void {
  core.exportVariable(BEGUN, [...begunBefore(), cluster].join(' '));
  core.exportVariable(JOURNAL, journal);
  core.saveState('journal', journal);
}

/**
 * The steps of a job share the lock. The first one that takes it gives it back: `post` steps run in the opposite order, so its own comes
 * after those of all that had it, whether the job came to its end or was cancelled.
 */
function takeCharge(cluster: string): void {
  const charged = lockedBefore();
  if (charged.includes(cluster)) return;
  core.exportVariable(CHARGED, [...charged, cluster].join(' '));
  core.saveState('in-charge', 'true');
}

/** Nothing is left to give back. */
function giveUpCharge(cluster: string): void {
  core.exportVariable(
    CHARGED,
    lockedBefore()
      .filter((name) => name !== cluster)
      .join(' '),
  );
  core.saveState('in-charge', '');
}

/** What earlier steps of the job have told, since every step sees all findings: their keys, and clusters of which one began. */
const toldBefore = (): Set<string> => new Set(words(TOLD));

function tell(keys: string[], told: ReadonlySet<string>): void {
  const all = new Set([...told, ...keys]);
  if (all.size > told.size) core.exportVariable(TOLD, [...all].slice(0, MOST_TOLD).join(' '));
}

/** Where a finding belongs in the cluster file: at its server. */
export function placeIn(cluster: Cluster, file: string): (finding: Finding) => Place {
  return ({ server, code }) => ({ title: code, ...placeOf(server, cluster, file) });
}

function placeOf(name: string | undefined, { servers }: Cluster, file: string): Place {
  const at = servers.find((server) => server.name === name)?.at;
  return at ? { file, startLine: at.line } : {};
}

/** What may be done, as `review` wrote it down. */
async function readReviewed(file: string): Promise<Reviewed> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const reviewed = unpackReviewed(text.trim());
  if (reviewed) return reviewed;
  throw new InputError(`reviewed-plan: ${file} is not what the action review writes; run that first, in the same job`);
}

const BEGUN = 'PORTSIP_CLUSTER_BEGUN';
const CHARGED = 'PORTSIP_CLUSTER_LOCKED';
const HOLDER = 'PORTSIP_CLUSTER_HOLDER';
const TOLD = 'PORTSIP_CLUSTER_TOLD';
const JOURNAL = 'PORTSIP_CLUSTER_JOURNAL';
/** An environment is no place for thousands of them. */
const MOST_TOLD = 500;
const words = (variable: string): string[] => (process.env[variable] ?? '').split(' ').filter(Boolean);
const lockedBefore = (): string[] => words(CHARGED);
const begunBefore = (): string[] => [...new Set([...words(BEGUN), ...lockedBefore()])];
/** Whether an earlier step of the job told it */
const HOLDER_GIVEN = process.env[HOLDER] !== undefined;

const isEmpty = ({ done, failed, skipped, planned }: JournalStep): boolean =>
  done.length + failed.length + skipped.length + planned.length === 0;

/** The end of the job's summary: what all its steps did. */
async function sumUp(
  steps: readonly JournalStep[],
  cluster: Cluster,
  { secrets }: SessionConfig,
  log: Log,
): Promise<void> {
  const links = [['Run', runUrl()] as const, ['Portal', cluster.pbx.api] as const];
  const { GITHUB_EVENT_NAME: event, GITHUB_SHA: commit } = process.env;
  const merge = event === 'push' && commit ? { merge: commit } : {};
  await writeSummary(renderJournal(steps, { cluster: cluster.name, links, ...merge }), secrets, log);
}

/** Gives back what the job holds: the lock, and servers that a cancelled step had disabled to drain them. */
async function release(action: StageActionName): Promise<number> {
  const [journal, inCharge] = [core.getState('journal'), core.getState('in-charge')];
  if (!journal && !inCharge) return 0;
  const log = actionsLog(new Secrets());
  try {
    const steps = journal ? await readJournal(journal) : [];
    // Of a job that had nothing to do there is nothing to tell.
    if (!inCharge && steps.every(isEmpty)) return 0;
    const { config, cluster } = await prepare(action);
    if (journal) await sumUp(steps, cluster, config, log);
    if (!inCharge) return 0;
    const { releaseHeld } = await import('../deploy/run');
    await writeSummary(renderOutOfCalls(await releaseHeld(config)), config.secrets, log);
  } catch (error) {
    // A step's own failure is what people must see; a lock goes stale and the next run repairs what this one left.
    report(error, { ...log, error: (text: string) => log.info(text), problems: () => {} });
  }
  return 0;
}
