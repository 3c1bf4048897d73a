import type { Change } from '../../stages/types';
import type { RunResult } from '../run';
import { code, escapeMarkdown, escapeMarkdownLines } from './escape';
import { Budget, alert, notes } from './markdown';
import type { MarkdownOptions } from './markdown';
import { duration, list, plural } from './text';
import { deed, sortFindings } from './words';

/** What a run came to. */
export type Verdict = 'nothing-to-do' | 'done' | 'partly' | 'failed' | 'waiting';

/** `blocked`: findings that kept a server, or all, from being touched */
export function verdict(result: RunResult): { verdict: Verdict; blocked: boolean; ok: boolean } {
  const blocked = [...result.findings, ...result.plan.warnings].some(({ severity }) => severity === 'blocking');
  const { ok, done, failed, skipped } = result;
  if (failed.length > 0 || (blocked && done.length === 0))
    return { verdict: done.length > 0 ? 'partly' : 'failed', blocked, ok };
  if (blocked) return { verdict: 'partly', blocked, ok };
  if (skipped.length > 0) return { verdict: done.length > 0 ? 'partly' : 'waiting', blocked, ok };
  return { verdict: done.length > 0 ? 'done' : 'nothing-to-do', blocked, ok };
}

/** "12 changes done, 1 failed, 3 not begun" */
export function outcomeLine({ done, failed, skipped }: Pick<RunResult, 'done' | 'failed' | 'skipped'>): string {
  const parts = [`${plural(done.length, 'change')} done`];
  if (failed.length > 0) parts.push(`${failed.length} failed`);
  if (skipped.length > 0) parts.push(`${skipped.length} not begun`);
  return parts.join(', ');
}

/** A sentence that says what to do now. */
export function nextAfter(result: RunResult): string {
  const { failed, skipped } = result;
  const { blocked } = verdict(result);
  if (failed.length > 0)
    return 'Put right what failed, then run the deploy again: it carries on where this one stopped and does nothing twice.';
  if (blocked) return 'Put right what is blocked, then run the deploy again.';
  if (result.partial && result.ok)
    return skipped.length > 0
      ? 'The rest comes with a later step, or waits for its time.'
      : 'Nothing is left to do here.';
  if (skipped.length > 0) return 'Run the deploy again to do what was not begun.';
  return 'Nothing is left to do.';
}

/** Skipped changes by reason, in the order in which the reasons first came; those that only wait for others are one group. */
export function skippedByReason({
  failed,
  skipped,
}: Pick<RunResult, 'failed' | 'skipped'>): [reason: string, changes: Change[]][] {
  const notDone = new Set([...failed, ...skipped].map(({ change }) => change.id));
  const waits = (reason: string) => reason.split(/[\s,;:]+/).some((word) => notDone.has(word));
  const byReason = new Map<string, Change[]>();
  for (const { change, reason } of skipped) {
    const group = waits(reason) ? WAITING : reason;
    byReason.set(group, [...(byReason.get(group) ?? []), change]);
  }
  return [...byReason];
}

const WAITING = 'waiting for what was not done';

function title(result: RunResult, clusterFile: string): string {
  const name = code(result.plan.cluster);
  const matches = `${name}: nothing to do, the cluster matches ${code(clusterFile)}`;
  const words = { done: 'deployed', partly: 'deployed in part', failed: 'not deployed', waiting: 'nothing done yet' };
  const { verdict: came } = verdict(result);
  return came === 'nothing-to-do' ? matches : `${name}: ${words[came]} — ${outcomeLine(result)}`;
}

/** `a`, `b` and 12 more */
function ids(changes: readonly Change[]): string {
  return list(
    changes.map(({ id }) => code(id)),
    8,
  );
}

/** What a run did, for a job's summary. */
export function renderOutcome(result: RunResult, options: MarkdownOptions & { elapsedMs?: number }): string {
  const page = new Budget(options.limit ?? 1_000_000, '… cut here; the rest is in the log.');
  const foot = `<sub>${[
    code(options.clusterFile),
    options.commit && `at ${code(options.commit.slice(0, 12))}`,
    options.elapsedMs !== undefined && duration(options.elapsedMs),
  ]
    .filter(Boolean)
    .join(' · ')}</sub>`;
  page.reserve(foot);

  page.add(`### ${title(result, options.clusterFile)}`);
  if (result.failed.length > 0)
    page.addTable(
      ['Failed', 'Why, and what to do'],
      result.failed.map(({ change, message }) => [code(change.id), escapeMarkdownLines(message)]),
    );
  const findings = sortFindings([...result.findings, ...result.plan.warnings]);
  page.addAll(findings.filter(({ severity }) => severity !== 'note').map(alert), '\n\n');
  page.addAll(
    skippedByReason(result).map(([reason, changes]) => `- ${escapeMarkdown(reason)}: ${ids(changes)}`),
    '\n',
    '**Not begun**\n\n',
  );
  if (result.done.length > 0)
    page.addDetails(
      `Done (${result.done.length})`,
      '',
      result.done.map(({ change, elapsedMs }) => `${duration(elapsedMs).padStart(8)}  ${deed(change)}`),
    );
  page.addAll(notes(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
  page.add(`**Next:** ${escapeMarkdown(nextAfter(result))}`);
  return page.text(foot);
}
