import * as core from '@actions/core';
import { jobOf, MOST_JOBS, waveOf, type FleetJob, type Found } from '../cluster/fleet';
import { InputError } from '../cluster/types';
import { baseOfRun, type BaseOfRun } from '../github/base-of-run';
import { discover, placeAt } from '../github/discover';
import { readInputs, type Inputs } from '../github/inputs';
import { githubSuccesses, lastSuccess } from '../github/last-success';
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
  const { files, runner, environment = '', wave, since, mostWaves } = inputs;
  if (inputs.baseRef !== undefined && since !== 'event')
    problems.push(`base-ref: it says what changes are told from, and so does since: ${since}; give one of them`);
  if (problems.length > 0) throw new InputError(problems.join('\n'));

  const base = await baseFor(inputs);
  const notes = base.why === undefined ? [] : [base.why];
  const fleet = await discover(files, base.commit, {
    throughout: since === 'last-success',
    ...(mostWaves !== undefined && { mostWaves }),
  });
  log.problems(fleet.warnings);

  const meant = fleet.clusters.filter((one) => one.changed && (wave === undefined || waveOf(one) === wave));
  const otherwise = { runner, environment };
  const unplaced: string[] = [];
  const jobs: FleetJob[] = [];
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

  const waves = [...new Set(jobs.map((job) => job.wave))];
  const matrices = waves.map((one) => jobs.filter((job) => job.wave === one));
  const put: Put<'discover'> = core.setOutput;
  put('matrix', JSON.stringify({ include: jobs }));
  put('count', jobs.length);
  put('waves', JSON.stringify(waves));
  put('wave-count', waves.length);
  put('matrices', JSON.stringify(matrices.map((include) => ({ include }))));
  put('left', JSON.stringify(fleet.left));
  put('base', base.commit ?? '');
  put('changed', jobs.length > 0);
  put('changes', JSON.stringify(jobs.map(({ file }) => file)));
  return 0;

  function placed(one: Found) {
    return base.commit === undefined ? ('unknown' as const) : placeAt(base.commit, one);
  }
}

async function baseFor({ since, baseRef, githubToken }: Inputs<'discover'>): Promise<BaseOfRun> {
  if (since === 'all') return { isPullRequest: false };
  if (since === 'event') return baseOfRun(baseRef);
  return lastSuccess(() => {
    if (githubToken) return githubSuccesses(githubToken);
    throw new InputError('there is no github-token');
  });
}
