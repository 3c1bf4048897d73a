import { blocksAll, isBlocking, type Finding } from '../finding';
import { skipReason, waitOf, type Skip } from '../deploy/skip';
import { stageOf } from '../stages';
import type { Change } from '../stages/change';
import { failures, givenUp, goingOn, worked, type RunResult, type Work } from '../deploy/result';
import { sorted } from '../plan/held';
import type { Plan } from '../plan/types';
import { STAND_IN, countsLine, impactSentences } from './counts';
import { code, escapeMarkdown, escapeMarkdownLines } from '../text/markdown';
import { Budget } from './budget';
import { alert, notes } from './markdown';
import type { MarkdownOptions } from './markdown';
import { settingBullets, settingsCount } from './settings';
import { duration } from '../text/duration';
import { list, plural } from '../text/list';
import { deed, reasonOf, sortFindings } from './words';

/** What a run came to. */
export type Verdict = 'nothing-to-do' | 'done' | 'partly' | 'failed' | 'waiting';

/** `blocked`: findings that kept a server, or all, from being touched */
export function verdict(result: RunResult): { verdict: Verdict; blocked: boolean; ok: boolean } {
  const blocked = [...result.findings, ...result.plan.warnings].some(isBlocking);
  const { ok } = result;
  const { done, failed, skipped } = worked(result);
  if (failed.length > 0 || (blocked && done.length === 0))
    return { verdict: done.length > 0 ? 'partly' : 'failed', blocked, ok };
  if (blocked) return { verdict: 'partly', blocked, ok };
  if (skipped.length > 0) return { verdict: done.length > 0 ? 'partly' : 'waiting', blocked, ok };
  return { verdict: done.length > 0 ? 'done' : 'nothing-to-do', blocked, ok };
}

/** "12 changes done, 1 failed, 3 not begun, 2 wait for the maintenance window" */
export function outcomeLine(work: Work): string {
  const { done, skipped } = work;
  const [failed, going, stopped] = [failures(work), goingOn(work), givenUp(work)];
  const windowed = skipped.filter(({ skip }) => waitOf(skip) === 'window').length;
  const parts = [`${plural(done.length, 'change')} done`];
  if (failed.length > 0) parts.push(`${failed.length} failed`);
  if (going.length > 0) parts.push(`${going.length} still at work`);
  if (stopped.length > 0) parts.push(`${stopped.length} given up`);
  if (skipped.length > windowed) parts.push(`${skipped.length - windowed} not begun`);
  if (windowed > 0) parts.push(`${windowed} ${windowed === 1 ? 'waits' : 'wait'} for the maintenance window`);
  return parts.join(', ');
}

/** A sentence that says what to do now. `force`: what one gives where it was begun */
export function nextAfter(result: RunResult, force = 'force'): string {
  const work = worked(result);
  const { skipped } = work;
  const { blocked } = verdict(result);
  if (failures(work).length > 0)
    return 'Fix what failed, then run the deploy again: it carries on where this one stopped and does nothing twice.';
  if (work.failed.length > 0 || (result.kind === 'deploy' && result.interrupted))
    return goingOn(work).length > 0
      ? 'Run it again: it carries on, and picks up what still runs on the hosts.'
      : 'Run it again: it does what is not done yet.';
  if (blocked) return 'Resolve what is blocked, then run the deploy again.';
  if (skipped.some(({ skip }) => waitOf(skip) === 'window'))
    return `Run it again while the maintenance window is open, or with ${force} at any time.`;
  if (result.kind === 'deploy' && result.partial && result.ok)
    return skipped.length > 0 ? 'The rest comes with a later step.' : 'Nothing is left to do here.';
  if (skipped.length > 0) return 'Run the deploy again to do what was not begun.';
  return 'Nothing is left to do.';
}

/**
 * Skipped changes by reason, in the order in which the reasons first came; those that only wait for others are one group.
 * `told`: what blocks has been said already.
 */
export function skippedByReason(
  { failed, skipped }: Pick<Work, 'failed' | 'skipped'>,
  told = false,
): [reason: string, changes: Change[]][] {
  const notDone = new Set<string>([...failed, ...skipped].map(({ change }) => change.id));
  const byReason = new Map<string, Change[]>();
  for (const { change, skip } of skipped) {
    const group = groupOf(skip, notDone, told);
    byReason.set(group, [...(byReason.get(group) ?? []), change]);
  }
  return [...byReason];
}

function groupOf(skip: Skip, notDone: ReadonlySet<string>, told: boolean): string {
  if (waitOf(skip) === 'window') return 'the maintenance window is closed';
  if (skip.why === 'need' && notDone.has(skip.need)) return 'waiting for what was not done';
  return skip.why === 'blocked' && told ? 'blocked, as said above' : skipReason(skip);
}

/** "install media-server-2, restart vr-server-1 and 12 more" */
function deeds(changes: readonly Change[]): string {
  return list(
    changes.map((change) => escapeMarkdown(deed(change))),
    8,
  );
}

export interface OutcomeOptions {
  /** Bytes of UTF-8 */
  limit?: number;
  dryRun?: boolean;
  elapsedMs?: number;
}

const CUT = '… cut here; the rest is in the log.';

/**
 * The head of a job's summary: how the cluster differs from the file before anything is done, what callers will notice, and
 * what somebody should know. The steps that follow tell what they did, and nothing of this again.
 */
export function renderOverview(plan: Plan, options: MarkdownOptions & OutcomeOptions): string {
  const page = new Budget(options.limit ?? 1_000_000, CUT);
  const foot = `<sub>${[code(options.clusterFile), options.commit && `at ${code(options.commit.slice(0, 12))}`]
    .filter(Boolean)
    .join(' ')}</sub>`;
  page.reserve(foot);
  const { changes } = plan;
  const { doable, held } = sorted(plan);
  const blocked = plan.warnings.some(isBlocking);
  const what = doable.length > 0 ? [countsLine(doable)] : [];
  if (held.length > 0) what.push(`${plural(held.length, 'change')} blocked`);
  const nothing = blocked
    ? '— nothing that could be done, see what is blocked'
    : `matches ${code(options.clusterFile)}`;
  const settings = plan.changedSettings;
  if (settings.length > 0) what.push(settingsCount(settings));
  const says = what.length > 0 ? `: ${what.join('; ')}` : ` ${nothing}`;
  page.add(`## ${code(plan.cluster)}${says}${options.dryRun ? ' (dry run)' : ''}`);
  page.addAll(settingBullets(settings), '\n', '**Settings that change**\n\n');
  const [why, ...others] = new Set(changes.map((change) => (stageOf(change) === 'restart' ? reasonOf(change) : '')));
  if (why && others.length === 0) page.add(`Why: ${escapeMarkdown(why)}`);
  // What waits for the window is noticed by nobody now.
  const closed = plan.warnings.some((finding) => finding.code === 'window-closed');
  const now = closed ? doable.filter(({ impact }) => impact === 'none') : doable;
  if (now.length > 0)
    page.addAll(
      impactSentences({ ...plan, changes: now }).map((sentence) => `- ${escapeMarkdown(sentence)}`),
      '\n',
      '**What callers will notice**\n\n',
    );
  addFindings(page, plan.warnings);
  if (blocked) page.add(`**Next:** ${onceUnblocked(plan.warnings)}`);
  return page.text(foot);
}

/** What belongs to no server blocks all of them. */
function onceUnblocked(findings: readonly Finding[]): string {
  const all = findings.some(blocksAll);
  return `Resolve what is blocked, then run this again. ${all ? 'Nothing is done until then.' : 'Everything else is done meanwhile.'}`;
}

function addFindings(page: Budget, warnings: readonly Finding[]): void {
  const findings = sortFindings(warnings).filter((finding) => finding.code !== STAND_IN);
  page.addAll(findings.filter(({ severity }) => severity !== 'note').map(alert), '\n\n');
  page.addAll(notes(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
}

/**
 * What in one step of a job did not go as people expect or, with a dry run, what it would do; empty otherwise, as what was done is
 * told at the end of the job, of all steps together. `told`: findings that the summary has already. What comes with a later step
 * is told there.
 */
export function renderStep(
  title: string,
  result: RunResult,
  told: (finding: Finding) => boolean,
  options: OutcomeOptions = {},
): string {
  const { plan } = result;
  const { done, failed, skipped: all } = worked(result);
  const skipped = all.filter(({ skip }) => waitOf(skip) !== 'step');
  const findings = [...result.findings, ...plan.warnings];
  const fresh = findings.filter((finding) => !told(finding) && finding.code !== STAND_IN);
  const planned = options.dryRun ? plan.changes : [];
  if (failed.length + skipped.length + planned.length + fresh.length === 0) return '';

  const page = new Budget(options.limit ?? 1_000_000, CUT);
  const took = options.elapsedMs === undefined || options.dryRun ? '' : ` <sub>${duration(options.elapsedMs)}</sub>`;
  const counts = options.dryRun
    ? `: ${plural(planned.length, 'change')} would be made`
    : done.length + failed.length + skipped.length > 0
      ? `: ${outcomeLine({ done, failed, skipped })}`
      : '';
  page.add(`### ${escapeMarkdown(title)}${counts}${took}`);
  for (const [head, undone] of [
    [['Failed', 'Why, and what to do'], failures({ failed })],
    [['Still at work on its host', 'What comes of it'], goingOn({ failed })],
    [['Given up', 'Why, and how it is left'], givenUp({ failed })],
  ] as const)
    if (undone.length > 0)
      page.addTable(
        [...head],
        undone.map(({ change, message }) => [escapeMarkdown(deed(change)), escapeMarkdownLines(message)]),
      );
  addFindings(page, fresh);
  page.addAll(
    skippedByReason({ failed, skipped }, true).map(
      ([reason, changes]) => `- ${escapeMarkdown(reason)}: ${deeds(changes)}`,
    ),
    '\n',
    '**Not begun**\n\n',
  );
  if (planned.length > 0)
    page.addDetails(
      `Would be done (${planned.length})`,
      '',
      planned.map((change) => `${deed(change)}: ${reasonOf(change)}`),
    );
  const next = options.dryRun ? undefined : nextStep(result, fresh);
  return `${page.text(next ? `**Next:** ${escapeMarkdown(next)}` : '').trimEnd()}\n`;
}

/** Nothing while later steps of the job go on with it, or when it was said where the finding was told. */
function nextStep(result: RunResult, fresh: readonly Finding[]): string | undefined {
  const { failed, skipped } = worked(result);
  if (failed.length > 0) return nextAfter(result);
  if (verdict(result).blocked) return fresh.some(isBlocking) ? onceUnblocked(fresh) : undefined;
  if (skipped.some(({ skip }) => waitOf(skip) !== 'step')) return nextAfter(result);
  // That nothing is left is said at the end of the job, of all its steps.
  return undefined;
}
