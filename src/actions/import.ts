import * as core from '@actions/core';
import { InputError } from '../cluster/types';
import { COMMENT_LIMIT } from '../github/comment';
import { defined } from '../defined';
import { readInputs, type Inputs } from '../github/inputs';
import { actionsLog } from '../github/log';
import { propose } from '../github/pull-request';
import { openRepository } from '../github/repository';
import { writeSummary } from '../github/summary';
import { concurrencyOf } from '../host/concurrency';
import type { Imported, ImportRequest } from '../import/import';
import { Secrets, type Log } from '../log';
import { importedMarkdown } from '../render/imported';
import { identity, type Put, refusals } from './harness';

/** Writes the cluster file of a cluster that runs, and opens a pull request for it. */
export async function main(): Promise<number> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  const { inputs, credentials, problems } = readInputs('import', secrets);
  const put: Put<'import'> = core.setOutput;
  const request = requested(inputs, problems);
  if (problems.length > 0) throw new InputError(problems.join('\n'));

  const { clusterFile, adopt, dryRun } = inputs;
  const concurrency = concurrencyOf(inputs.concurrency);
  const run = { ...identity(), keepLock: false };
  const config = { credentials, concurrency, log, secrets, run, refusals: refusals() };
  // Loaded late: a mistake in the inputs is told before.
  const { importCluster } = await import('../import/import');
  const imported = await importCluster(config, request);
  const { cluster } = imported;
  const { plan, text, leftOut } = secrets.redactIn(imported);
  log.findings(plan.warnings);
  for (const line of leftOut) log.warning(`Not in the file: ${line}`);

  const markdown = (limit: number) =>
    importedMarkdown({ ...secrets.redactIn(imported), adopt }, { clusterFile, limit });
  await writeSummary(markdown(1_000_000), secrets, log);
  put('changed', plan.changes.length > 0);
  put('changes', plan.changes);
  put('pull-request', '');
  if (dryRun) {
    log.info(text);
    return 0;
  }
  await openPullRequest({ ...imported, text }, inputs, markdown(COMMENT_LIMIT), log, put);
  // After the file is to be had: what is managed and in no file would be removed.
  if (adopt) {
    const { adopt: write } = await import('../import/adopt');
    log.info(`Adopted: ${await write({ ...config, cluster })}`);
  }
  return 0;
}

function requested(inputs: Inputs<'import'>, problems: string[]): ImportRequest {
  const { githubToken, dryRun, clusterFile } = inputs;
  if (!githubToken && !dryRun) problems.push('github-token: missing; the token that opens the pull request');
  if (/^\/|(^|\/)\.\.?(\/|$)/.test(clusterFile))
    problems.push(`cluster-file: "${clusterFile}" is not a path in the repository`);
  const { clusterName: name, pbxAddress: pbx, hosts, pbxApi: api, sshUser, sshPort, sshJumpHost: jumpHost } = inputs;
  const { scriptsPath, controlNode, nodes } = inputs;
  // What is not given is not in the cluster file either, so that the defaults hold.
  const access = defined({ api, sshUser, sshPort, jumpHost, scriptsPath, controlNode, nodes });
  return { name, pbx, hosts, ...access };
}

async function openPullRequest(
  { cluster, text }: Imported,
  { githubToken = '', clusterFile, force }: Inputs<'import'>,
  body: string,
  log: Log,
  put: Put<'import'>,
): Promise<void> {
  const title = `Describe the cluster ${cluster.name} in ${clusterFile}`;
  const { number, url, outcome } = await propose(
    await openRepository(githubToken),
    { path: clusterFile, text, branch: `portsip-cluster/import-${cluster.name}`, title, body, message: title },
    { overwrite: force },
  );
  put('pull-request', number ?? '');
  log.info(
    number === undefined
      ? `${clusterFile} is as it was found: no pull request`
      : `Pull request #${number} ${outcome}: ${url}`,
  );
}
