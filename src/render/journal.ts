import type { Undone } from '../deploy/result';
import type { Wait } from '../deploy/skip';
import { Budget } from './budget';
import { code, escapeMarkdown, escapeMarkdownLines, fence } from '../text/markdown';
import { duration } from '../text/duration';
import { plural } from '../text/list';

/** What one step of a job did. Plain data: it goes from step to step as JSON. */
export interface JournalStep {
  title: string;
  /** Milliseconds since the epoch */
  startedAt: number;
  done: JournalDone[];
  failed: (JournalDone & { message: string; end?: Undone['end'] })[];
  /** `wait`: what it waits for that is well */
  skipped: (JournalEntry & { reason: string; wait?: Wait })[];
  /** Everything that was to be done when it began, whichever step does it */
  planned: JournalEntry[];
}

export interface JournalEntry {
  id: string;
  server?: string;
  /** "install media-server-2" */
  what: string;
  /** "install", "trust 192.168.1.27/32": for where it stands below the name of its server */
  deed: string;
}

export interface JournalDone extends JournalEntry {
  /** Milliseconds since the epoch */
  at: number;
  elapsedMs: number;
}

export interface JournalOptions {
  cluster: string;
  /** The merge that was deployed, where it was one */
  merge?: string;
  /** By title */
  links: readonly (readonly [title: string, url: string])[];
  /** Bytes of UTF-8 */
  limit?: number;
}

/** So many bars are drawn: the longest. */
const MOST_BARS = 40;

/**
 * The end of a job's summary, below the title that its first step wrote: what was done to whom and how long it took, when, and what
 * is left. Empty when nothing was done.
 */
export function renderJournal(steps: readonly JournalStep[], options: JournalOptions): string {
  const done = steps.flatMap((step) => step.done);
  const left = leftOver(steps);
  if (done.length === 0 && left.length === 0) return '';
  const page = new Budget(options.limit ?? 500_000, '… cut here; the rest is in the log.');
  const links = options.links.map(([title, url]) => `[${escapeMarkdown(title)}](${encodeURI(url)})`).join(' · ');
  const foot = `<sub>${links}</sub>`;
  page.reserve(foot);
  const all = [...done, ...steps.flatMap(({ failed }) => failed)];
  const from = Math.min(...all.map(({ at }) => at));
  const to = Math.max(...all.map(({ at, elapsedMs }) => at + elapsedMs));
  const took = all.length > 0 ? ` in ${duration(to - from)}` : '';
  page.add(`### ${plural(done.length, 'change')} done${took}${left.length > 0 ? `, ${left.length} left` : ''}`);
  if (left.length > 0)
    page.addTable(
      ['Left to do', 'Why'],
      left.map(({ what, why }) => [escapeMarkdown(what), escapeMarkdownLines(why)]),
    );
  page.addTable(['Server', 'What was done', 'Took'], rows(done));
  if (all.length > 0)
    page.add(`<details open><summary>When</summary>\n\n${fence('mermaid', gantt(steps))}\n\n</details>`);
  if (left.length === 0) page.add('**Nothing is left to do.**');
  if (options.merge && done.length > 0)
    page.add(
      `To take it back, revert the pull request on GitHub, or ${code(`git revert -m 1 ${options.merge}`)} on a new branch (without ${code('-m 1')} where it was squashed), and merge that: its plan shows what goes back.`,
    );
  return page.text(foot);
}

export interface LeftOver {
  what: string;
  /** For people */
  why: string;
  wait?: Wait;
}

/** What all steps of a job together did not do, the last word on each */
export function leftOver(steps: readonly JournalStep[]): LeftOver[] {
  const done = new Set(steps.flatMap((step) => step.done.map(({ id }) => id)));
  const left = new Map<string, LeftOver>();
  for (const { planned, skipped, failed } of steps) {
    for (const { id, what } of planned) if (!left.has(id)) left.set(id, { what, why: 'not begun' });
    for (const { id, what, reason, wait } of skipped) left.set(id, { what, why: reason, ...(wait && { wait }) });
    for (const { id, what, message, end } of failed)
      left.set(id, { what, why: end === undefined ? `failed: ${message}` : message });
  }
  // What is planned when the last step begins is all that can still be left: the rest was done, or is needed no more.
  const last = new Set(steps.at(-1)?.planned.map(({ id }) => id));
  const failed = new Set(steps.flatMap((step) => step.failed.map(({ id }) => id)));
  return [...left].flatMap(([id, entry]) => (!done.has(id) && (last.has(id) || failed.has(id)) ? [entry] : []));
}

/** One row per server, in the order in which they were first touched. */
function rows(done: readonly JournalDone[]): string[][] {
  const byServer = new Map<string | undefined, JournalDone[]>();
  for (const entry of [...done].sort((a, b) => a.at - b.at))
    byServer.set(entry.server, [...(byServer.get(entry.server) ?? []), entry]);
  return [...byServer].map(([server, entries]) => {
    const from = Math.min(...entries.map(({ at }) => at));
    const to = Math.max(...entries.map(({ at, elapsedMs }) => at + elapsedMs));
    // A server is worked on by several steps of a job, with time for others between.
    const worked = Math.min(
      to - from,
      entries.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
    );
    return [
      server === undefined ? 'main server and PBX' : code(server),
      entries.map(({ what, deed }) => escapeMarkdown(server === undefined ? what : deed)).join(', '),
      duration(worked),
    ];
  });
}

function gantt(steps: readonly JournalStep[]): string[] {
  const bars = steps.flatMap((step) => [
    ...step.done.map((entry) => ({ step, entry, failed: false })),
    ...step.failed.map((entry) => ({ step, entry, failed: true })),
  ]);
  const longest = new Set([...bars].sort((a, b) => b.entry.elapsedMs - a.entry.elapsedMs).slice(0, MOST_BARS));
  const lines = [
    '%%{init: {"gantt": {"leftPadding": 140}}}%%',
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    '  todayMarker off',
  ];
  if (bars.length > longest.size) lines.push(`  title The ${longest.size} that took longest, of ${bars.length}`);
  for (const step of steps) {
    const own = bars.filter((bar) => bar.step === step && longest.has(bar)).sort((a, b) => a.entry.at - b.entry.at);
    if (own.length > 0) lines.push(`  section ${word(step.title)}`);
    for (const { entry, failed } of own)
      lines.push(
        `  ${word(`${entry.what} (${duration(entry.elapsedMs)})`)} :${failed ? 'crit, ' : ''}${entry.at}, ${Math.max(1, Math.round(entry.elapsedMs))}ms`,
      );
  }
  return lines;
}

/** Text of a bar: a chart has no way to quote, so what it would read is replaced by what looks like it. */
function word(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return shown
    .replaceAll(':', '\u2236')
    .replace(/[^\p{L}\p{N} ./()\u2236\u2026-]/gu, '_')
    .trim();
}
