import { baseCluster } from '../github/base';
import { githubComments, upsertComment } from '../github/comment';
import type { PlanComment, PlanRun } from '../github/comment';
import { isLive, type Inputs } from '../github/inputs';
import { writeSummary } from '../github/summary';
import { InputError } from '../input-error';
import type { Log } from '../log';
import { A_LINK, isLink, isSameFile, writePlain } from '../plain-file';
import { DEFAULT_OPTIONS } from '../deploy/options';
import { countActions } from '../render/counts';
import { renderMarkdown } from '../render/markdown';
import { renderTerminal } from '../render/terminal';
import { sorted } from '../plan/held';
import { reviewedOf } from '../plan/review';
import type { Plan } from '../plan/types';
import { planDocument, documenting } from '../plan/document';
import type { KnownServer } from '../render/words';
import type { Job } from './harness';
import { placeIn, prepare, runUrl } from './harness';
import { messageOf } from '../unknown';

/** What would change, in the log, the summary, a pull request's comment and a file. Changes nothing. */
export async function main(): Promise<number> {
  const job = await prepare('plan');
  const { inputs, cluster, config, log, put } = job;
  checkFiles(inputs);
  const { plan: made, leaving } = await (isLive(inputs.live, config.credentials) ? livePlan(job) : comparison(job));
  const { hostCommands } = await import('../plan/host-commands');
  const { cloudRules } = await import('../plan/cloud-firewall');

  const { clusterFile } = inputs;
  const { commit } = config.run;
  const plan = config.secrets.redactIn(made);
  const commands = config.secrets.redactIn(hostCommands(made.changes, cluster));
  const told = {
    ...{ clusterFile, cluster, leaving, commands, runUrl: runUrl() },
    ...(commit ? { commit } : {}),
    ...(cluster.cloud !== undefined && { cloud: cloudRules(cluster) }),
  };
  log.info(renderTerminal(plan, { color: true, cluster, clusterFile }));
  log.findings(plan.warnings, undefined, placeIn(cluster, clusterFile));
  const markdown = renderMarkdown(plan, { ...told, limit: 1_000_000 });
  await write('plan-file', inputs.planFile, `${JSON.stringify(planDocument(plan), null, 2)}\n`);
  await write('markdown-file', inputs.markdownFile, markdown);
  await writeSummary(markdown, config.secrets, log);

  put('changed', plan.changes.length + plan.changedSettings.length > 0);
  put('changes', plan.changes.map(documenting()));
  // What a deploy would do: what is blocked is in `changes` alone.
  const counts = countActions(sorted(plan).doable);
  put('to-add', counts.create);
  put('to-change', counts.update + counts.replace);
  put('to-restart', counts.restart);
  put('to-remove', counts.delete);
  put('cluster', cluster.name);
  put('plan-digest', plan.digest);
  put('plan-file', inputs.planFile);
  put('markdown-file', inputs.markdownFile);
  const { githubToken, reviewKey: key, comment: wanted = process.env['GITHUB_EVENT_NAME'] === 'pull_request' } = inputs;
  if (wanted && githubToken)
    await comment(
      githubToken,
      {
        cluster: cluster.name,
        file: clusterFile,
        reviewed: reviewedOf(made),
        render: (limit) => renderMarkdown(plan, { ...told, limit }),
        runUrl: runUrl(),
        run: runNumber(),
        ...(key && { key }),
      },
      log,
    );
  return 0;
}

async function write(input: string, path: string, text: string): Promise<void> {
  await writePlain(path, text).catch((error: unknown) => {
    throw new InputError(`${input}: ${path} cannot be written: ${isLink(error) ? A_LINK : messageOf(error)}`);
  });
}

/** None of them may be written over another. */
function checkFiles({ clusterFile, baseClusterFile, planFile, markdownFile }: Inputs<'plan'>): void {
  const all = { 'cluster-file': clusterFile, 'base-cluster-file': baseClusterFile, 'plan-file': planFile };
  const written = { 'plan-file': planFile, 'markdown-file': markdownFile };
  for (const [name, path] of Object.entries(written))
    for (const [other, taken] of Object.entries(all))
      if (name !== other && taken !== undefined && isSameFile(path, taken))
        throw new InputError(`${name}: ${path} is the ${other}, which would be overwritten`);
}

function runNumber({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = process.env): PlanRun {
  return { id: Number(id ?? 0), attempt: Number(attempt ?? 1) };
}

interface Made {
  plan: Plan;
  /** Servers that left the cluster file */
  leaving: readonly KnownServer[];
}

// Loaded late: a mistake in the inputs is told before, and what compares two files needs no SSH.
async function livePlan({ inputs, cluster, config, log }: Job<'plan'>): Promise<Made> {
  const [{ lookOnly }, { comparedWith }, base] = await Promise.all([
    import('../deploy/run'),
    import('../plan/plan'),
    baseCluster(inputs, log),
  ]);
  const { plan, seen } = await log.group('Looking at the cluster', () =>
    lookOnly(config, { ...DEFAULT_OPTIONS, servers: inputs.servers }),
  );
  return { plan: comparedWith(base, cluster, plan), leaving: seen.leaving };
}

async function comparison({ inputs, cluster, log }: Job<'plan'>): Promise<Made> {
  log.info(comparedFiles(inputs));
  const { offlinePlan } = await import('../plan/plan');
  const base = await baseCluster(inputs, log);
  const wanted = new Map(cluster.servers.map(({ name, address }) => [name, address]));
  const leaving = (base?.servers ?? []).filter(({ name, address }) => wanted.get(name) !== address);
  return { plan: offlinePlan(base, cluster), leaving };
}

function comparedFiles({ clusterFile, baseClusterFile, baseRef }: Inputs<'plan'>): string {
  if (baseClusterFile) return `Comparing ${clusterFile} with ${baseClusterFile}`;
  if (baseRef) return `Comparing ${clusterFile} with what it is at ${baseRef}`;
  return `There is nothing to compare ${clusterFile} with (base-ref, base-cluster-file): all of it is shown as new`;
}

async function comment(token: string, plan: Omit<PlanComment, 'pull'>, log: Log): Promise<void> {
  try {
    const request = await githubComments(token);
    if (!request) {
      log.info('This run is for no pull request, such as one of a merge queue: its plan is in the summary alone.');
      return;
    }
    const written = await upsertComment(request.comments, { ...plan, pull: request.pull });
    if (written.done === 'left') {
      log.warning(`The plan's comment on the pull request was left as it is: ${written.why}.`);
      return;
    }
    const { done, minimized, outdated } = written;
    log.info(`The plan's comment on the pull request: ${done}`);
    if (minimized > 0) log.info(`Older ones of this cluster file were folded up: ${minimized}`);
    if (outdated > 0)
      log.info(`Older ones of this cluster file stay as they are, since this token may not fold them up: ${outdated}`);
  } catch (error) {
    // A read-only token (a pull request from a fork) must not turn a good plan red.
    log.warning(
      `The plan could not be written to the pull request: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
