import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { scriptsFolder } from '../cluster/scripts-folder';
import type { Cluster } from '../cluster/types';
import { approveCommand } from '../github/approve';
import type { Inputs } from '../github/inputs';
import { findReviewed, githubHistory, outdated, type CheckedOut } from '../github/review';
import { writeSummary } from '../github/summary';
import { renderDecision } from '../render/decision';
import { decide, packReviewed } from '../plan/review';
import type { Decision, Found } from '../plan/review';
import type { DryRun } from '../deploy/result';
import type { RunOptions } from '../deploy/run';
import { documenting } from '../plan/document';
import { withChanges } from '../plan/plan';
import type { Plan } from '../plan/types';
import { stageOf } from '../stages';
import type { Job } from './harness';
import { commonOptions, handingOn, prepare, runUrl } from './harness';

/** Stops a deploy that would do something that nobody has reviewed. Changes nothing. */
export async function main(): Promise<number> {
  const job = await prepare('review');
  const { inputs, cluster, config, log, put } = job;
  const { secrets } = config;
  // Loaded late: a mistake in the inputs is told before.
  const { lookOnly } = await import('../deploy/run');
  const handing = handingOn(config);
  // Whatever an earlier step saw: here it is looked at.
  await handing.looks?.drop();
  const result = await log.group('Looking at the cluster', () =>
    lookOnly(handing, runOptions(inputs), { outside: false }),
  );
  const plan = deployed(result);
  const nothing = plan.changes.length + plan.changedSettings.length === 0;
  put('changed', !nothing);
  put('changes', plan.changes.map(documenting()));
  // As it is: no word of it may be taken for a secret.
  put('stages', JSON.stringify(result.seen.atWork()));
  put('plan-digest', plan.digest);
  put('url', cluster.pbx.api);

  const looked = nothing ? {} : await lookUp(job, result.seen.deployedCommit);
  const { found = { kind: 'none', why: '' }, outdated } = looked;
  const { approve, withoutReview, dryRun } = inputs;
  const decision = decide({
    plan,
    unasked: result.seen.unasked(),
    found,
    withoutReview,
    ...(outdated !== undefined && { outdated }),
    ...(approve && { approve }),
  });
  const command = approveCommand(plan.digest, inputs);
  const told = renderDecision(secrets.redactIn(decision), {
    plan: secrets.redactIn(plan),
    clusterFile: inputs.clusterFile,
    command,
    runUrl: runUrl(),
  });
  for (const line of told.lines) log.info(line);
  await writeSummary(told.markdown, config.secrets, log);
  if (decision.go) {
    if (decision.why === 'reviewed') put('pull-request', decision.pulls[0]?.url);
    put('reviewed-plan', await keep(decision));
    return 0;
  }
  const place = { file: inputs.clusterFile, startLine: 1, title: 'Not reviewed' };
  if (dryRun) log.warning(told.headline, place);
  else log.error(told.headline, place);
  return dryRun ? 0 : 1;
}

function runOptions(inputs: Inputs<'review'>): RunOptions {
  const { rotateImToken, rotateSbcToken, rotateDataflowToken, dataflowTokenPath } = inputs;
  return {
    ...commonOptions(inputs),
    dryRun: true,
    rotate: [
      ...(rotateImToken ? (['im'] as const) : []),
      ...(rotateSbcToken ? (['sbc'] as const) : []),
      ...(rotateDataflowToken ? (['dataflow'] as const) : []),
    ],
    ...(dataflowTokenPath && { dataflowTokenPath }),
  };
}

/** A deploy of some servers restarts whatever is owed all the same. */
function deployed({ plan, seen }: DryRun): Plan {
  const ids = new Set(plan.changes.map(({ id }) => id));
  const owed = seen.all.changes.filter((change) => stageOf(change) === 'restart' && !ids.has(change.id));
  return owed.length === 0 ? plan : withChanges(plan, [...plan.changes, ...owed]);
}

interface LookedUp {
  found?: Found;
  /** Whatever was reviewed or approved: it is not what is to be deployed now */
  outdated?: string;
}

async function lookUp({ inputs, cluster, log }: Job<'review'>, since: string | undefined): Promise<LookedUp> {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: branch = '' } = process.env;
  const { githubToken, clusterFile: file, reviewAuthor: author, reviewKey, approve, withoutReview } = inputs;
  if (!githubToken) {
    const why = 'There is no github-token to look for the reviewed plan with, and for what the branch says now.';
    return approve === undefined ? { found: { kind: 'refused', why } } : { outdated: why };
  }
  try {
    const history = await githubHistory(githubToken);
    const text = await readFile(file, 'utf8');
    const scripts = checkedOut(cluster, file);
    const shared = cluster.shared && relative('.', cluster.shared.file);
    const old = await outdated(history, {
      ...{ branch, file, text },
      ...(scripts && { scripts }),
      ...(shared !== undefined && { shared: { file: shared, text: await readFile(shared, 'utf8') } }),
    });
    if (old !== undefined) return { outdated: old };
    if (approve !== undefined) return {};
    const wanted = { repository, branch, cluster: cluster.name, file, author };
    const more = {
      ...(scripts && { scripts: scripts.folder }),
      ...(shared !== undefined && { shared }),
      ...(since !== undefined && { since }),
      ...(reviewKey && { key: reviewKey }),
    };
    return { found: await findReviewed(history, { ...wanted, ...more }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const why = `GitHub does not say what was reviewed (${message}). The job's token needs contents: read and pull-requests: read.`;
    if (withoutReview === 'refuse') return approve === undefined ? { found: { kind: 'none', why } } : { outdated: why };
    // Where nobody has to review, an outage of GitHub stops nothing; it is told.
    log.warning(why);
    return { found: { kind: 'none', why } };
  }
}

/** The control scripts that the cluster file names, by the path that GitHub knows their folder by. */
function checkedOut({ scripts }: Cluster, clusterFile: string): CheckedOut | undefined {
  if (!scripts?.files) return undefined;
  return { folder: relative('.', scriptsFolder(clusterFile, scripts.folder)), files: scripts.files };
}

/** For the steps that follow, which look again and do nothing else. undefined, as the empty string: they may do anything. */
async function keep(decision: Decision): Promise<string> {
  if (!decision.go || !decision.allowed) return '';
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'portsip-reviewed-'));
  const file = join(folder, 'reviewed');
  await writeFile(file, `${packReviewed(decision.allowed)}\n`, { mode: 0o600 });
  return file;
}
