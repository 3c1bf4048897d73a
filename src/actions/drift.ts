import { InputError } from '../cluster/types';
import { decide, driftMarker, type DriftOptions } from '../github/drift-issue';
import { carryOut, githubIssues } from '../github/issues';
import { writeSummary } from '../github/summary';
import type { Log } from '../log';
import { driftOf, inWords, type Drift } from '../drift/drift';
import type { Look } from '../plan/live-plan';
import { renderMarkdown } from '../render/markdown';
import { renderTerminal } from '../render/terminal';
import { lockHolder } from '../stages/lock';
import { isBlocking } from '../finding';
import { isReachable } from '../host/reachable';
import { changeDocument } from '../plan/document';
import { prepare, runUrl, type Put } from './harness';

/** What differs although nothing was merged, in an issue that opens, changes and closes with it. Changes nothing in the cluster. */
export async function main(): Promise<number> {
  const { inputs, cluster, config, log, put } = await prepare('drift');
  if (!inputs.githubToken && !inputs.dryRun)
    throw new InputError('github-token: missing; the token that writes the issue, or dry-run');
  // Loaded late: a mistake in the inputs is told before.
  const { look } = await import('../plan/live-plan');
  const seen = await look(config);
  const plan = config.secrets.redactIn(seen.plan);
  const { clusterFile } = inputs;
  const drift = inWords(driftOf(seen.plan), (text) => config.secrets.redact(text));

  log.info(renderTerminal(plan, { color: true, cluster, clusterFile }));
  // It only looked: what would be in a deploy's way is worth a warning here.
  log.findings(plan.warnings.map((finding) => (isBlocking(finding) ? { ...finding, severity: 'warning' } : finding)));
  const markdown = renderMarkdown(plan, { clusterFile, cluster, runUrl: runUrl(), limit: 1_000_000 });
  await writeSummary(markdown, config.secrets, log);
  put('changed', drift.items.length > 0);
  put('changes', plan.changes.map(changeDocument));
  put('issue', '');

  const unsure = undecided(seen);
  if (unsure) {
    log.info(`The issue is left as it is: ${unsure.why}`);
    return unsure.exitCode;
  }
  const runsUrl = workflowUrl();
  const options = { cluster, clusterFile, runUrl: runUrl(), ...(runsUrl && { runsUrl }) };
  if (inputs.dryRun) log.info(`Without dry-run: ${decide(drift, undefined, options).do}`);
  else await tell(drift, options, { token: inputs.githubToken ?? '', labels: inputs.labels }, log, put);
  return 0;
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

/** The page that lists the runs of this workflow: `owner/repo/.github/workflows/drift.yml@refs/heads/main` names it. */
function workflowUrl({ env } = process): string | undefined {
  const file = /^[^/]+\/[^/]+\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
  if (file === undefined) return undefined;
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
  return `${server}/${repository}/actions/workflows/${file}`;
}
