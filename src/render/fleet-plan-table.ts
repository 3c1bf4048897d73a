import { createColors } from 'picocolors';
import { changesOf, isEmpty, type FleetPlan, type KnownPlan } from '../plan/fleet-plans';
import { plural } from '../text/list';
import { printable } from '../text/printable';
import { fitting, tableLines, type Column, type Colors } from './columns';
import { IMPACT_LABELS } from './counts';
import type { TerminalOptions } from './terminal';
import { ACTIONS, LEGEND } from './words';

/** What a deploy of a cluster would do; `problem`: why nobody knows, for people */
export type ShownPlan = FleetPlan & { problem?: string };

/** "2 to add, 1 setting, 3 blocked", "nothing" */
function deeds(plan: KnownPlan): string {
  const parts = [
    ...(plan.stopped ? ['blocked'] : []),
    ...ACTIONS.flatMap((action) => (plan.counts[action] ? [`${plan.counts[action]} to ${LEGEND[action]}`] : [])),
    ...(plan.settings > 0 ? [plural(plan.settings, 'setting')] : []),
    ...(plan.blocked > 0 ? [`${plan.blocked} blocked`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing';
}

const what = ({ plan }: ShownPlan): string => (plan.known ? deeds(plan) : 'unknown');
const notice = ({ plan }: ShownPlan): string => (plan.known ? IMPACT_LABELS[plan.impact] : 'unknown');

function tone(c: Colors, one: ShownPlan): (text: string) => string {
  if (!one.plan.known || one.plan.stopped) return c.red;
  return isEmpty(one) ? c.dim : c.yellow;
}

const COLUMNS: readonly Column<ShownPlan>[] = [
  { title: 'CLUSTER', cell: ({ name }) => name },
  { title: 'WAVE', cell: ({ wave }) => String(wave) },
  { title: 'A DEPLOY WOULD DO', cell: what, paint: tone },
  { title: 'CALLERS NOTICE', cell: notice },
];

/** A line for each cluster, and why those that nobody could ask are not known. `plans` are in order. */
export function renderFleetPlanTable(plans: readonly ShownPlan[], options: TerminalOptions): string {
  const c = createColors(options.color);
  const columns = fitting(COLUMNS, plans, options.width ?? Infinity, ['WAVE']);
  const table = columns
    ? tableLines(columns, plans, c)
    : plans.flatMap((one) => [
        `${c.bold(printable(one.name))}  ${tone(c, one)(what(one))}`,
        `  callers notice: ${notice(one)}`,
      ]);
  const told = plans.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [`${c.bold(printable(name))}: ${printable(problem)}`],
  );
  const unknown = plans.filter(({ plan }) => !plan.known).length;
  const empty = plans.filter(isEmpty).length;
  const change = plans.filter(({ plan }) => plan.known && changesOf(plan) + plan.settings > 0).length;
  return [
    ...table,
    ...(told.length > 0 ? ['', ...told] : []),
    '',
    `${plural(plans.length, 'cluster')}: ${unknown > 0 ? `${unknown} unknown, ` : ''}${change} to change, ${empty} without changes.`,
    '',
  ].join('\n');
}
