import * as core from '@actions/core';
import { InputError } from '../cluster/types';
import { githubComments } from '../github/comment';
import { isPart, upsertFleetComment } from '../github/fleet-comment';
import { readInputs } from '../github/inputs';
import { actionsLog } from '../github/log';
import { writeSummary } from '../github/summary';
import { Secrets } from '../log';
import { readFleetJobs, readLeft } from '../plan/fleet-jobs';
import { isEmpty, readPlans, type FleetPlan } from '../plan/fleet-plans';
import { renderFleetPlans } from '../render/fleet-plans';
import { messageOf } from '../unknown';
import { runUrl, type Put } from './harness';

/** Puts the plans of many clusters together. Reads files that jobs left, and asks no cluster. */
export async function main(): Promise<number> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  const { inputs, problems } = readInputs('fleet-summary', secrets);
  const jobs = readFleetJobs(inputs.matrix);
  const left = readLeft(inputs.left);
  if (!jobs) problems.push('matrix: this is not what the action discover gives');
  if (!left) problems.push('left: this is not what the action discover gives');
  const { part } = inputs;
  if (part !== undefined && !isPart(part))
    problems.push('part: this is no name; letters, digits, _ . and - are, 60 at most');
  if (problems.length > 0 || !jobs || !left) throw new InputError(problems.join('\n'));

  const put: Put<'fleet-summary'> = core.setOutput;
  const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_EVENT_NAME: event } = process.env;
  const run = { id: Number(id ?? 0), attempt: Number(attempt ?? 1) };
  const plans = await readPlans(inputs.plans, jobs, { attempt: run.attempt, fresh: inputs.fresh });
  const { GITHUB_SHA: commit } = process.env;
  const page = { plans, left, runUrl: runUrl(), ...(part && { part }), ...(commit ? { commit } : {}) };
  await writeSummary(renderFleetPlans({ ...page, limit: 1_000_000 }), secrets, log);
  const unknown = plans.filter(({ plan }) => !plan.known);
  for (const { name, file } of unknown)
    log.warning(`${name}: nobody knows what a deploy would do, as its job left no plan`, { file, startLine: 1 });
  put(
    'changed',
    plans.some((one) => !isEmpty(one)),
  );
  put('changes', plans.map(toldOf));
  put('unknown', unknown.length);

  const { githubToken, reviewKey: key, comment: wanted = event === 'pull_request' } = inputs;
  if (!wanted || !githubToken) return 0;
  try {
    const request = await githubComments(githubToken);
    if (!request) {
      log.info('This run is for no pull request: the plans are in the summary alone.');
      return 0;
    }
    const { comments, pull } = request;
    const done = await upsertFleetComment(comments, {
      ...{ plans, pull, run },
      ...(key && { key }),
      ...(part && { part }),
      render: (limit) => renderFleetPlans({ ...page, commit: pull.head, limit }),
    });
    log.info(`The fleet's comment on the pull request: ${done}`);
  } catch (error) {
    // A read-only token must not turn good plans red.
    log.warning(`The plans could not be written to the pull request: ${messageOf(error)}`);
  }
  return 0;
}

/** Without what only a deploy knows to read */
function toldOf({ plan, ...job }: FleetPlan): object {
  if (!plan.known) return { ...job, plan };
  const { reviewed, ...told } = plan;
  return { ...job, plan: { ...told, digest: reviewed.digest } };
}
