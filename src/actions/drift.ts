import { InputError } from '../cluster/types';
import { decide, driftMarker, type DriftOptions } from '../github/drift-issue';
import { carryOut, githubIssues } from '../github/issues';
import { writeSummary } from '../github/summary';
import type { ActionsLog } from '../github/log';
import { outcomeLine } from '../render/outcome';
import { deedOf } from '../stages';
import { HEALTH } from '../stages/heal';
import type { Log } from '../log';
import { driftOf, inWords, type Drift } from '../drift/drift';
import type { Look } from '../plan/live-plan';
import { renderMarkdown } from '../render/markdown';
import { renderTerminal } from '../render/terminal';
import { lockHolder } from '../stages/lock';
import { isBlocking } from '../finding';
import { isReachable } from '../host/reachable';
import { documenting } from '../plan/document';
import { DEFAULT_OPTIONS } from '../deploy/options';
import { worked } from '../deploy/result';
import type { SessionConfig } from '../stages/session';
import { prepare, runUrl, workflowUrl, type Put } from './harness';

/**
 * What differs although nothing was merged, in an issue that opens, changes and closes with it. Changes nothing in the cluster, but
 * for dead servers where it is to heal.
 */
export async function main(): Promise<number> {
  const { inputs, cluster, config, log, put } = await prepare('drift');
  const { issue: isKept } = inputs;
  if (isKept && !inputs.githubToken && !inputs.dryRun)
    throw new InputError('github-token: missing; the token that writes the issue, or dry-run');
  // Loaded late: a mistake in the inputs is told before.
  const { look } = await import('../plan/live-plan');
  const before = await look(config);
  const ok = inputs.heal ? await heal(before, config, inputs.dryRun, log, put) : true;
  const seen = inputs.heal && !inputs.dryRun ? await look(config) : before;
  const plan = config.secrets.redactIn(seen.plan);
  const { clusterFile } = inputs;
  const drift = inWords(driftOf(seen.plan), (text) => config.secrets.redact(text));

  log.info(renderTerminal(plan, { color: true, cluster, clusterFile }));
  // It only looked: what would be in a deploy's way is worth a warning here.
  log.findings(plan.warnings.map((finding) => (isBlocking(finding) ? { ...finding, severity: 'warning' } : finding)));
  const markdown = renderMarkdown(plan, { clusterFile, cluster, runUrl: runUrl(), limit: 1_000_000 });
  await writeSummary(markdown, config.secrets, log);
  put('changed', drift.items.length > 0);
  put('changes', plan.changes.map(documenting()));
  put('issue', '');

  const unsure = undecided(seen);
  if (!isKept) return ok ? (unsure?.exitCode ?? 0) : 1;
  if (unsure) {
    log.info(`The issue is left as it is: ${unsure.why}`);
    return unsure.exitCode;
  }
  const runsUrl = workflowUrl();
  const options = { cluster, clusterFile, runUrl: runUrl(), ...(runsUrl && { runsUrl }) };
  if (inputs.dryRun) log.info(`Without dry-run: ${decide(drift, undefined, options).do}`);
  else await tell(drift, options, { token: inputs.githubToken ?? '', labels: inputs.labels }, log, put);
  return ok ? 0 : 1;
}

/** Takes dead servers out of calls, and lets them back in. false: something of it could not be done. */
async function heal(
  { live, plan }: Look,
  config: SessionConfig,
  dryRun: boolean,
  log: ActionsLog,
  put: Put<'drift'>,
): Promise<boolean> {
  put('healed', false);
  const { seen = {}, dead = {} } = live.record ?? {};
  const isSick = plan.warnings.some(({ code }) => HEALTH.includes(code));
  // Whoever is well need not be looked at under the lock.
  if (!isSick && Object.keys(seen).length + Object.keys(dead).length === 0) return true;
  const unsure = undecided({ live, plan });
  if (unsure) {
    log.info(`Nobody is healed: ${unsure.why}`);
    return true;
  }
  const { runStages } = await import('../deploy/run');
  // There is no `post` step to give the lock back.
  const session = { ...config, run: { ...config.run, keepLock: false } };
  const result = await runStages(session, { ...DEFAULT_OPTIONS, heal: 'only', dryRun });
  const { done, failed } = worked(result);
  log.findings(result.plan.warnings.filter(({ code }) => code === 'heal-held'));
  for (const { change, message } of failed) log.error(`${deedOf(change)}: ${message}`);
  put('healed', done.length > 0);
  log.info(`Healing: ${done.length + failed.length > 0 ? outcomeLine(worked(result)) : 'nothing to do'}`);
  return failed.length === 0;
}

/** Why this look says nothing about drift, if so. A host that does not answer is no reason: that is known server by server. */
function undecided({ live }: Look): { why: string; exitCode: number } | undefined {
  if (!isReachable(live.main)) return { why: 'the main server does not answer', exitCode: 1 };
  const holder = lockHolder(live.main);
  return holder === undefined ? undefined : { why: `a deploy is at work: ${holder}`, exitCode: 0 };
}

async function tell(
  drift: Drift,
  options: DriftOptions,
  { token, labels }: { token: string; labels: string[] },
  log: Log,
  put: Put<'drift'>,
): Promise<void> {
  const issues = await githubIssues(token);
  const found = await issues.find(driftMarker(options.cluster.name, options.clusterFile));
  const verdict = decide(drift, found, options);
  const number = await carryOut(issues, verdict, found, labels);
  log.info(`Issue${number === undefined ? '' : ` #${number}`}: ${verdict.do === 'nothing' ? verdict.why : verdict.do}`);
  put('issue', number ?? '');
}
