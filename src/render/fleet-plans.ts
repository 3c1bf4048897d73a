import { IMPACTS } from '../cluster/roles';
import type { Left } from '../cluster/fleet';
import { changesOf, isEmpty, type FleetPlan, type KnownPlan, type UnknownPlan } from '../plan/fleet-plans';
import { code, escapeMarkdown } from '../text/markdown';
import { list, plural } from '../text/list';
import { IMPACT_LABELS } from './counts';
import { leftWords } from './fleet';
import { ACTIONS, LEGEND } from './words';

export interface FleetPlansPage {
  plans: readonly FleetPlan[];
  left: readonly Left[];
  /** Which clusters these are, where several jobs each plan some of them */
  part?: string;
  /** The run's page */
  runUrl: string;
  commit?: string;
  /** Characters, and bytes, at most */
  limit: number;
}

/**
 * Many plans on one page: a row for each cluster that changes or is not known, the worst first, those without changes by name. What
 * does not fit is said: first the links go, then the last rows.
 */
export function renderFleetPlans(page: FleetPlansPage): string {
  const { plans, left, limit, part } = page;
  const empty = plans.filter(isEmpty);
  const rows = plans.filter((one) => !isEmpty(one));
  const foot = [
    ...(empty.length > 0
      ? [
          `**No changes:** ${list(
            empty.map(({ name }) => code(name)),
            MOST_NAMES,
          )}.`,
        ]
      : []),
    `<sub>[Run](${encodeURI(page.runUrl)})${page.commit === undefined ? '' : ` of ${escapeMarkdown(page.commit.slice(0, 12))}`}</sub>`,
  ];
  const table = (links: boolean, count: number): string => {
    if (rows.length === 0) return '';
    const shown = rows.slice(0, count).map((one) => row(one, page, links));
    const more = rows.length - shown.length;
    return [
      '| Cluster | Wave | What a deploy would do | Callers notice |',
      '| --- | --- | --- | --- |',
      ...shown,
      ...(more > 0 ? [`\n… and ${plural(more, 'more cluster')}: see the run.`] : []),
    ].join('\n');
  };
  // Names of files may be long, and the table needs room.
  const some = alerts(plans, left, 20);
  const said = bytes(some.join()) <= limit / 2 ? some : alerts(plans, left, 0);
  const whole = (links: boolean, count: number) =>
    `${[`### ${part === undefined ? '' : `${escapeMarkdown(part)}: `}${headline(plans)}`, ...said, table(links, count), ...foot].filter(Boolean).join('\n\n')}\n`;
  for (const links of [true, false]) {
    const text = whole(links, rows.length);
    if (bytes(text) <= limit) return text;
  }
  let [fits, above] = [0, rows.length];
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    if (bytes(whole(false, middle)) <= limit) fits = middle;
    else above = middle;
  }
  return whole(false, fits);
}

const bytes = (text: string) => Buffer.byteLength(text);
const MOST_NAMES = 300;

function headline(plans: readonly FleetPlan[]): string {
  const unknown = plans.filter(({ plan }) => !plan.known).length;
  const empty = plans.filter(isEmpty).length;
  const change = plans.length - unknown - empty;
  const parts = [
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(change > 0 ? [`${change} to change`] : []),
    ...(empty > 0 ? [`${empty} without changes`] : []),
  ];
  return `${plural(plans.length, 'cluster')}${parts.length > 0 ? `: ${parts.join(', ')}` : ' to plan'}`;
}

function alerts(plans: readonly FleetPlan[], left: readonly Left[], mostLeft: number): string[] {
  const known = plans.flatMap(({ plan }) => (plan.known ? [plan] : []));
  const worst = IMPACTS[Math.max(0, ...known.map(({ impact }) => IMPACTS.indexOf(impact)))] ?? 'none';
  const unknown = plans.filter(({ plan }) => !plan.known);
  return [
    ...(known.some((plan) => changesOf(plan) > 0) ? [`**Callers notice, at worst:** ${IMPACT_LABELS[worst]}.`] : []),
    ...(unknown.length > 0
      ? [
          `> [!WARNING]\n> Nobody knows what a deploy of ${list(
            unknown.map(({ name }) => code(name)),
            20,
          )} would do: that is not "no changes".`,
        ]
      : []),
    ...left.slice(0, mostLeft).map((one) => `> [!WARNING]\n> ${escapeMarkdown(leftWords(one))}`),
    ...(left.length > mostLeft
      ? [
          `> [!WARNING]\n> ${mostLeft > 0 ? '… and ' : ''}${left.length - mostLeft} ${mostLeft > 0 ? 'more ' : ''}cluster files left the repository: see the summary of the job that found the clusters.`,
        ]
      : []),
  ];
}

function row(one: FleetPlan, { runUrl }: FleetPlansPage, links: boolean): string {
  const { name, plan, job, wave } = one;
  const url = job === undefined ? runUrl : `${runUrl}/job/${job}`;
  const cluster = links ? `[${code(name)}](${encodeURI(url)})` : code(name);
  const cells = plan.known ? [what(plan), IMPACT_LABELS[plan.impact]] : [UNKNOWN[plan.why], 'unknown'];
  return `| ${[cluster, String(wave), ...cells].join(' | ')} |`;
}

const UNKNOWN: Readonly<Record<UnknownPlan['why'], string>> = {
  missing: '**Unknown:** its job failed or never ran; is its runner there?',
  unreadable: '**Unknown:** what its job left is no plan',
  other: '**Unknown:** its job left the plan of another cluster',
  old: '**Unknown:** the plan is from an earlier attempt',
};

function what(plan: KnownPlan): string {
  const counts = ACTIONS.flatMap((action) =>
    plan.counts[action] ? [`${plan.counts[action]} to ${LEGEND[action]}`] : [],
  );
  const parts = [
    ...(plan.stopped ? ['**blocked**'] : []),
    ...counts,
    ...(plan.settings > 0 ? [plural(plan.settings, 'setting')] : []),
    ...(plan.blocked > 0 ? [`${plan.blocked} blocked`] : []),
  ];
  return `${parts.join(', ')}${plan.asked ? '' : ' (from the files alone)'}`;
}
