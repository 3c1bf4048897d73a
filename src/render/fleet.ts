import type { FleetJob, Left } from '../cluster/fleet';
import { code, escapeMarkdown } from '../text/markdown';
import { plural } from '../text/list';
import { printable } from '../text/printable';

/** What the file of a cluster that is gone means, and what to do, without markup. */
export function leftWords({ file, name, movedTo }: Left): string {
  if (movedTo !== undefined) return `${file} is gone: its cluster ${name} is in ${movedTo} now`;
  const who = name === undefined ? 'its cluster' : `the cluster ${name}`;
  return `${file} left the repository: nothing of ${who} is removed, and nobody looks after it any more. To take its servers down, bring the file back with servers: [] and deploy that first; then take the file away`;
}

export interface FleetPage {
  /** What the matrix has */
  jobs: readonly FleetJob[];
  /** All clusters of the repository */
  count: number;
  left: readonly Left[];
  /** Why more is in the matrix than was changed, or runs elsewhere than its file says */
  notes: readonly string[];
}

export function fleetMarkdown({ jobs, count, left, notes }: FleetPage): string {
  const rows = jobs.map(
    ({ name, file, wave, runner, environment }) =>
      `| ${code(name)} | ${code(file)} | ${wave} | ${runner.map(code).join(' ')} | ${environment && code(environment)} |`,
  );
  return [
    `## ${jobs.length} of ${plural(count, 'cluster')}`,
    ...[...notes, ...left.map(leftWords)].map((line) => `- ${escapeMarkdown(line)}`),
    ...(rows.length > 0
      ? ['', '| Cluster | File | Wave | Runner | Environment |', '| --- | --- | --- | --- | --- |', ...rows]
      : []),
    '',
  ].join('\n');
}

/** Columns for a terminal, a cluster a line. */
export function fleetLines(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) => row.map(printable));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
  return shown.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
