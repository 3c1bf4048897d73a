import * as core from '@actions/core';
import { isProven, verdictOf } from '../deploy/fleet-deploys';
import { readDeploys, readResults } from '../github/fleet-deploys';
import { readInputs } from '../github/inputs';
import { actionsLog } from '../github/log';
import { writeSummary } from '../github/summary';
import { InputError } from '../input-error';
import { Secrets } from '../log';
import { readWaves } from '../plan/fleet-jobs';
import { fleetDeploysLine, renderFleetDeploys } from '../render/fleet-deploys';
import { runUrl, type Put } from './harness';

/** What became of a deploy of many clusters, or of one of its waves. Reads files that jobs left, and asks no cluster. */
export async function main(): Promise<number> {
  const secrets = new Secrets();
  const log = actionsLog(secrets);
  const { inputs, problems } = readInputs('fleet-outcome', secrets);
  const jobs = readWaves(inputs.matrices);
  const results = readResults(inputs.results);
  if (!jobs) problems.push('matrices: this is not what the action discover gives');
  if (!results)
    problems.push('results: this is no list of [deploys, health] for each wave, as GitHub says what became of them');
  if (problems.length > 0 || !jobs || !results) throw new InputError(problems.join('\n'));

  const { GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: commit } = process.env;
  const waves = await readDeploys(inputs.outcomes, jobs, results, Number(attempt));
  const all = waves.flat();
  const waits = all.filter(({ end }) => end === 'waits');
  const put: Put<'fleet-outcome'> = core.setOutput;
  put(
    'changed',
    all.some(({ end, done }) => end === 'deployed' || done > 0),
  );
  put('changes', all);
  put('left-behind', waits.length > 0);

  const { afterWave } = inputs;
  if (afterWave !== undefined) {
    const wave = waves[afterWave - 1] ?? [];
    const proven = isProven(wave);
    put('proven', proven);
    for (const { name, end } of wave) log.info(`${name}: ${end}`);
    if (!proven)
      log.warning(
        'Nothing has shown that the next wave may begin: no cluster of this one is deployed, as far as is known',
      );
    return 0;
  }
  put('proven', false);
  await writeSummary(renderFleetDeploys({ waves, runUrl: runUrl(), ...(commit ? { commit } : {}) }), secrets, log);
  const line = fleetDeploysLine(waves);
  const well = all.every((one) => ['done', 'waits'].includes(verdictOf(one)));
  if (well) log.info(line);
  else log.error(line);
  return well ? 0 : 1;
}
