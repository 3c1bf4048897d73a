import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import { InputError } from '../cluster/types';
import { decideFleet, fleetIssueMarker } from '../github/fleet-issue';
import { readInputs } from '../github/inputs';
import { carryOut, githubIssues } from '../github/issues';
import { actionsLog } from '../github/log';
import { writeSummary } from '../github/summary';
import { Secrets } from '../log';
import { A_LINK, isLink, writePlain } from '../plain-file';
import { readFleetJobs } from '../plan/fleet-jobs';
import { fleetStatusMarkdown } from '../render/fleet-issue';
import { fleetPage } from '../render/fleet-page';
import { reasonsOf } from '../render/fleet-status';
import { statusPage } from '../render/status-page';
import { driftIn, rowOf, type ClusterSight } from '../status/fleet';
import { readSights } from '../status/fleet-files';
import { list } from '../text/list';
import { messageOf } from '../unknown';
import { runUrl, workflowUrl, type Put } from './harness';

/** Puts the statuses of many clusters together. Reads files that jobs left, and asks no cluster. */
export async function main(): Promise<number> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  const { inputs, problems } = readInputs('fleet-status', secrets);
  const jobs = readFleetJobs(inputs.matrix);
  if (!jobs) problems.push('matrix: this is not what the action discover gives');
  const { githubToken, dryRun, labels, files, pages, fresh, statuses } = inputs;
  if (!githubToken && !dryRun) problems.push('github-token: missing; the token that writes the issue, or dry-run');
  if (problems.length > 0 || !jobs) throw new InputError(problems.join('\n'));

  const put: Put<'fleet-status'> = core.setOutput;
  const attempt = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1);
  const sights = await readSights(statuses, jobs, { attempt, fresh });
  await writePages(pages, sights);
  await writeSummary(fleetStatusMarkdown({ sights, runUrl: runUrl() }), secrets, log);

  const rows = sights.map((sight) => ({ sight, row: rowOf(sight) }));
  for (const { sight, row } of rows)
    if (row.healthy !== true)
      log.warning(`${sight.name}: ${list(reasonsOf(sight), 3)}`, { file: sight.file, startLine: 1 });
  put(
    'changed',
    rows.some(({ sight, row }) => row.healthy !== true || driftIn(sight).length > 0),
  );
  put(
    'changes',
    rows.map(({ sight: { file, name, wave }, row }) => ({ file, name, wave, ...row })),
  );
  put('unhealthy', rows.filter(({ row }) => row.healthy === false).length);
  put('unknown', rows.filter(({ row }) => row.healthy === 'unknown').length);
  put('issue', '');

  const runsUrl = workflowUrl();
  const options = { files: list(files), runUrl: runUrl(), ...(runsUrl && { runsUrl }) };
  if (dryRun || !githubToken) {
    log.info(`Without dry-run: ${decideFleet(sights, undefined, options).do}`);
    return 0;
  }
  const issues = await githubIssues(githubToken);
  const found = await issues.find(fleetIssueMarker(options.files));
  const verdict = decideFleet(sights, found, options);
  const number = await carryOut(issues, verdict, found, labels);
  log.info(`Issue${number === undefined ? '' : ` #${number}`}: ${verdict.do === 'nothing' ? verdict.why : verdict.do}`);
  put('issue', number ?? '');
  return 0;
}

async function writePages(folder: string, sights: readonly ClusterSight[]): Promise<void> {
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writePlain(path, text).catch((error: unknown) => {
      throw new InputError(`pages: ${path} cannot be written: ${isLink(error) ? A_LINK : messageOf(error)}`);
    });
  };
  await mkdir(join(folder, 'clusters'), { recursive: true });
  const links = new Map<string, string>();
  for (const sight of sights) {
    if (!sight.known) continue;
    const file = `clusters/${sight.name}.html`;
    await write(file, statusPage(sight.status, Date.parse(sight.status.at)));
    links.set(sight.name, file);
  }
  await write('index.html', fleetPage(sights, { at: Date.now(), links }));
}
