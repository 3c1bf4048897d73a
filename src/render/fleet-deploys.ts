import { stopOf, VERDICTS, verdictOf, type DeployEnd, type FleetDeploy, type Verdict } from '../deploy/fleet-deploys';
import { code, escapeMarkdown } from '../text/markdown';
import { list, plural } from '../text/list';
import { quote } from '../text/one-line';

export interface FleetDeploysPage {
  waves: readonly (readonly FleetDeploy[])[];
  /** The run's page */
  runUrl: string;
  commit?: string;
}

const WORDS: Readonly<Record<Verdict, string>> = {
  failed: 'failed',
  unhealthy: 'unhealthy',
  unknown: 'unknown',
  'not-begun': 'not begun',
  waits: 'waiting for a window',
  done: 'done',
};

/** "3 clusters: 1 unhealthy, 2 not begun" */
export function fleetDeploysLine(waves: FleetDeploysPage['waves']): string {
  const all = waves.flat();
  const counts = VERDICTS.flatMap((verdict) => {
    const count = all.filter((one) => verdictOf(one) === verdict).length;
    return count > 0 ? [`${count} ${WORDS[verdict]}`] : [];
  });
  return `${plural(all.length, 'cluster')}${counts.length > 0 ? `: ${counts.join(', ')}` : ' to deploy'}`;
}

/** What became of each cluster, wave by wave, and what was not begun and why. */
export function renderFleetDeploys({ waves, runUrl, commit }: FleetDeploysPage): string {
  const rows = waves
    .flat()
    .sort((a, b) => a.wave - b.wave || weight(a) - weight(b) || (a.name < b.name ? -1 : 1))
    .map((one) => row(one, runUrl));
  const table =
    rows.length > 0
      ? ['| Wave | Cluster | Deploy | Health | PBX |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
      : '';
  const foot = `<sub>[Run](${encodeURI(runUrl)})${commit === undefined ? '' : ` of ${escapeMarkdown(commit.slice(0, 12))}`}</sub>`;
  return `${[`### ${fleetDeploysLine(waves)}`, ...alerts(waves), table, foot].filter(Boolean).join('\n\n')}\n`;
}

const weight = (one: FleetDeploy): number => VERDICTS.indexOf(verdictOf(one));
const MOST_NAMES = 50;
const names = (some: readonly FleetDeploy[]) =>
  list(
    some.map(({ name }) => code(name)),
    MOST_NAMES,
  );

function alerts(waves: FleetDeploysPage['waves']): string[] {
  const stop = stopOf(waves);
  const waits = waves.flat().filter((one) => verdictOf(one) === 'waits');
  const trouble = waves.flat().some((one) => ['failed', 'unhealthy', 'unknown'].includes(verdictOf(one)));
  const goOn = `run the failed jobs again, push the repair, or start the workflow by hand: what is done already is not done again.`;
  return [
    ...(stop
      ? [`> [!CAUTION]\n> **Not begun: ${names(stop.held)}**, ${whyHeld(stop)}. To go on, ${goOn}`]
      : trouble
        ? [`> [!CAUTION]\n> To go on, ${goOn}`]
        : []),
    ...(waits.length > 0
      ? [
          `> [!NOTE]\n> ${names(waits)} ${waits.length === 1 ? 'waits for its' : 'wait for their'} maintenance window: a run in it, by a schedule or by hand, does the rest.`,
        ]
      : []),
  ];
}

function whyHeld({ by, waiting }: NonNullable<ReturnType<typeof stopOf>>): string {
  if (by.length > 0) return `since the wave before did not end well: ${names(by)}`;
  if (waiting.length > 0)
    return `since every cluster of the wave before waits for its maintenance window (${names(waiting)}), so that nothing has shown that others may follow`;
  return 'since the run was cancelled, or stopped before';
}

function row(one: FleetDeploy, runUrl: string): string {
  const { name, job, wave, health } = one;
  const url = job === undefined ? runUrl : `${runUrl}/job/${job}`;
  return `| ${[String(wave), `[${code(name)}](${encodeURI(url)})`, deployed(one), seen(one), escapeMarkdown(quote(health?.version ?? '', 40))].join(' | ')} |`;
}

const ENDS: Readonly<Record<DeployEnd, string>> = {
  deployed: 'deployed',
  unchanged: 'nothing to do',
  waits: 'waits for its window',
  refused: '**stopped before anything was done:** not reviewed, or the cluster could not be looked at',
  failed: '**failed**',
  cancelled: '**cancelled**',
  unknown: '**unknown:** its job failed or never ran; is its runner there?',
  'not-begun': '**not begun**',
};

function deployed({ end, done, left }: FleetDeploy): string {
  const counts = [...(done > 0 ? [`${plural(done, 'change')} done`] : []), ...(left > 0 ? [`${left} left`] : [])].join(
    ', ',
  );
  return `${ENDS[end]}${counts && ` (${counts})`}`;
}

/** So many reasons are given; the rest is in the job. */
const MOST_REASONS = 3;

function seen({ health, end }: FleetDeploy): string {
  if (health === undefined) return end === 'not-begun' ? '' : 'not asked';
  if (health.healthy === true) return 'healthy';
  const why = health.why.slice(0, MOST_REASONS).map((sentence) => escapeMarkdown(quote(sentence)));
  const more = health.why.length > MOST_REASONS ? [`and ${health.why.length - MOST_REASONS} more`] : [];
  return `**${health.healthy === false ? 'unhealthy' : 'unknown'}**${why.length > 0 ? `: ${[...why, ...more].join('; ')}` : ''}`;
}
