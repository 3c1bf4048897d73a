import * as core from '@actions/core';
import { jobOf, MOST_JOBS, waveOf, type Found } from '../cluster/fleet';
import { InputError } from '../cluster/types';
import { baseOfRun } from '../github/base-of-run';
import { discover, placeAt } from '../github/discover';
import { readInputs } from '../github/inputs';
import { actionsLog } from '../github/log';
import { writeSummary } from '../github/summary';
import { Secrets } from '../log';
import { fleetMarkdown, leftWords } from '../render/fleet';
import { list } from '../text/list';
import type { Put } from './harness';

/** Which clusters of the repository a push or a pull request changes, as a matrix of jobs. Changes nothing, and asks no cluster. */
export async function main(): Promise<number> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  const { inputs, problems } = readInputs('discover', secrets);
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  const { files, runner, environment = '', wave } = inputs;

  const base = await baseOfRun(inputs.baseRef);
  const notes = base.why === undefined ? [] : [base.why];
  const fleet = await discover(files, base.commit);
  log.problems(fleet.warnings);

  const meant = fleet.clusters.filter((one) => one.changed && (wave === undefined || waveOf(one) === wave));
  const otherwise = { runner, environment };
  const unplaced: string[] = [];
  const jobs = [];
  for (const one of meant) {
    const place = base.isPullRequest ? await placed(one) : one.cluster.deploy;
    if (place === 'unknown') unplaced.push(one.file);
    jobs.push(jobOf(one, place === 'unknown' ? undefined : place, otherwise));
  }
  if (unplaced.length > 0)
    notes.push(
      `Nobody knows where the jobs of ${list(unplaced)} run on the base branch, so they get the inputs runner and environment: what a pull request says itself does not count`,
    );
  if (jobs.length > MOST_JOBS)
    throw new InputError(
      `files: ${jobs.length} clusters are meant, and GitHub makes ${MOST_JOBS} jobs of one matrix at most; discover part of them in each job, by the input wave or by files such as clusters/a*/cluster.yaml`,
    );

  for (const note of notes) log.warning(note);
  for (const one of fleet.left) log.warning(leftWords(one));
  for (const job of jobs) log.info(`${job.name} (${job.file}), wave ${job.wave}`);
  const count = fleet.clusters.length;
  log.info(`${jobs.length} of ${count} clusters`);
  await writeSummary(fleetMarkdown({ jobs, count, left: fleet.left, notes }), secrets, log);

  const put: Put<'discover'> = core.setOutput;
  put('matrix', JSON.stringify({ include: jobs }));
  put('count', jobs.length);
  put('waves', JSON.stringify([...new Set(jobs.map((job) => job.wave))]));
  put('left', JSON.stringify(fleet.left));
  put('changed', jobs.length > 0);
  put('changes', JSON.stringify(jobs.map(({ file }) => file)));
  return 0;

  function placed(one: Found) {
    return base.commit === undefined ? ('unknown' as const) : placeAt(base.commit, one);
  }
}
