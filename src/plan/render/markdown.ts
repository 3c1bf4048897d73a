import type { Cluster } from '../../cluster/types';
import type { Change, Finding } from '../../stages/types';
import type { Plan } from '../types';
import { IMPACT_LABELS, impactSentences, summaryLine, worstImpact } from './counts';
import { code, escapeMarkdown, escapeMarkdownLines, fence } from './escape';
import { deeds, groupByServer, overall, steps } from './groups';
import type { ServerGroup } from './groups';
import { list, plural } from './text';
import { SYMBOLS, introduce, kind, label, sortFindings, target, telling, verb } from './words';

export interface MarkdownOptions {
  /** How the user calls the cluster file */
  clusterFile: string;
  /** Bytes of UTF-8, which are never fewer than the characters that GitHub counts. A comment takes 65,536, a job summary 1 MiB. */
  limit?: number;
  commit?: string;
  /** Where the whole plan can be read when this one had to be cut */
  runUrl?: string;
  /** The cluster as wanted, for roles, addresses and who is the only one of its role */
  cluster?: Pick<Cluster, 'servers'>;
}

const DEFAULT_LIMIT = 65_000;
/** More servers than this are put together by what happens to them. */
const MAX_ROWS = 25;

/** A plan for a pull request's comment and a job's summary. Whatever comes from a file, a host or the PBX is escaped. */
export function renderMarkdown(plan: Plan, options: MarkdownOptions): string {
  const servers = options.cluster?.servers;
  const findings = sortFindings(plan.warnings);
  const page = new Budget(options.limit ?? DEFAULT_LIMIT, cutNote(options));
  const foot = footer(plan, options);
  page.reserve(foot);

  page.add(`### ${headline(plan, options)}`);
  if (plan.changes.length > 0)
    page.addAll(
      impactSentences(plan).map((sentence) => `- ${escapeMarkdown(sentence)}`),
      '\n',
      '**What callers will notice**\n\n',
    );
  if (!plan.live)
    page.add('Made from the two cluster files alone: the live cluster was not asked and may differ from the old one.');
  page.addAll(findings.filter(({ severity }) => severity !== 'note').map(alert), '\n\n');
  const groups = groupByServer(plan.changes, servers);
  if (groups.length > 0) page.addTable(['', 'Server', 'What happens', 'Callers notice'], rows(groups));
  page.addAll(notes(findings.filter(({ severity }) => severity === 'note')), '\n', '**Notes**\n\n');
  if (plan.changes.length > 0)
    page.addDetails(`Every change, in order (${plan.changes.length})`, 'diff', changeLines(plan.changes));
  page.add(nextStep(plan, findings));
  return page.text(foot);
}

function headline(plan: Plan, options: MarkdownOptions): string {
  return `${code(plan.cluster)}: ${escapeMarkdown(summaryLine(plan, options.clusterFile))}`;
}

function cutNote({ runUrl }: MarkdownOptions): string {
  const where = runUrl ? `[job summary](${encodeURI(runUrl)})` : 'job summary';
  return `… cut here; the whole plan is in the ${where}.`;
}

export function alert(finding: Finding): string {
  const { severity, code: name } = finding;
  const type = { blocking: 'CAUTION', warning: 'WARNING', note: 'NOTE' }[severity];
  const title = severity === 'blocking' ? '**Blocked.** ' : '';
  return `> [!${type}]\n> ${title}${said(finding)} <sub>${code(name)}</sub>`;
}

export function notes(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `- ${said(finding)}`);
}

function said({ server, message }: Finding): string {
  const where = server !== undefined && !message.includes(server) ? `${code(server)}: ` : '';
  return `${where}${escapeMarkdownLines(message)}`;
}

/** A row a server; of many servers, a row for those to which the same happens. */
function rows(groups: readonly ServerGroup[]): string[][] {
  if (groups.length <= MAX_ROWS) return groups.map((group) => row([group]));
  const alike = new Map<string, ServerGroup[]>();
  for (const group of groups) {
    const key =
      group.name === undefined
        ? 'main'
        : JSON.stringify([group.server?.role, group.action, whatHappens(group), worstImpact(group.changes)]);
    alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  return [...alike.values()].map(row);
}

function row(groups: readonly ServerGroup[]): string[] {
  const [first] = groups;
  if (!first) return [];
  const impact = IMPACT_LABELS[worstImpact(first.changes)];
  return [`\`${SYMBOLS[overall(first)]}\``, who(groups), whatHappens(first), impact];
}

function who(groups: readonly ServerGroup[]): string {
  const [first] = groups;
  const names = groups.map(({ name }) => (name === undefined ? 'main server and PBX' : code(name)));
  if (groups.length === 1)
    return `${names.join('')}${first?.server ? `<br>${escapeMarkdown(introduce(first.server))}` : ''}`;
  const role = first?.server ? label(first.server.role) : 'server';
  return `${plural(groups.length, role)}: ${list(names, 4)}`;
}

/** "register, install", with whom where it is not the server itself */
function whatHappens({ name, changes }: ServerGroup): string {
  return steps(changes)
    .flatMap((step) => deeds(step, verb, target))
    .map(([what, whom]) => (name === undefined ? `${what} ${list(whom.map(escapeMarkdown), 4)}` : what))
    .join(', ');
}

/** In the colours of a diff: + added, - removed, ! changed, restarted. */
function changeLines(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    const mark = { create: '+', update: '! ~', replace: '! -/+', delete: '-', restart: '! ↻' }[change.action];
    const by = change.server && !['server', 'role', 'restart'].includes(kind(change)) ? ` (${change.server})` : '';
    return [
      `${mark} ${change.id}${by}${change.reason ? `: ${change.reason}` : ''}`,
      ...telling(change).map(({ name, before, after }) => {
        if (before === undefined) return `+     ${name}: ${after ?? ''}`;
        return after === undefined ? `-     ${name}: ${before}` : `!     ${name}: ${before} -> ${after}`;
      }),
    ];
  });
}

function nextStep(plan: Plan, findings: readonly Finding[]): string {
  const blocked = findings.filter(({ severity }) => severity === 'blocking');
  if (blocked.some(({ server }) => server === undefined))
    return '**Next:** nothing can be deployed before what is blocked above is put right. Then run the plan again.';
  if (blocked.length > 0) {
    const names = list([...new Set(blocked.map(({ server }) => code(server ?? '')))]);
    return `**Next:** put right what is blocked above; until then the deploy leaves ${names} alone.`;
  }
  if (plan.changes.length === 0) return '**Next:** nothing to do.';
  return '**Next:** review and merge. The deploy looks at the live cluster again and does only what is still missing.';
}

function footer(plan: Plan, { clusterFile, commit }: MarkdownOptions): string {
  const parts = [
    code(clusterFile),
    commit && `at ${code(commit.slice(0, 12))}`,
    plan.live ? 'compared with the live cluster' : 'compared with the base branch’s',
    `plan ${code(plan.digest.replace(/^sha256:/, '').slice(0, 12))}`,
  ];
  return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}

/** Puts a page together that never grows beyond its limit; what does not fit is cut at a line and said. */
export class Budget {
  private readonly parts: string[] = [];
  private left: number;
  private cut = false;

  constructor(
    limit: number,
    private readonly note: string,
  ) {
    this.left = limit;
    this.reserve(`\n\n${note}`);
  }

  reserve(text: string): void {
    this.left -= bytes(`\n\n${text}`);
  }

  add(block: string): boolean {
    const size = bytes(`\n\n${block}`);
    if (size > this.left) {
      this.cut = true;
      return false;
    }
    this.left -= size;
    this.parts.push(block);
    return true;
  }

  /** As many of the items as fit in half of what is left. */
  addAll(
    items: readonly string[],
    separator: string,
    head = '',
    more = (count: number) => `${separator}… and ${count} more`,
  ): void {
    if (items.length === 0) return;
    const room = this.left / 2;
    let size = bytes(`\n\n${head}`) + 40;
    const taken: string[] = [];
    for (const item of items) {
      size += bytes(item) + bytes(separator);
      if (size > room) break;
      taken.push(item);
    }
    const missing = items.length - taken.length;
    if (missing > 0) {
      this.cut = true;
      if (taken.length === 0) return;
    }
    this.add(`${head}${taken.join(separator)}${missing > 0 ? more(missing) : ''}`);
  }

  addTable(head: readonly string[], body: readonly string[][]): void {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    this.addAll(
      body.map(line),
      '\n',
      `${line(head)}\n${line(head.map(() => '---'))}\n`,
      (count) => `\n\n… and ${count} more rows`,
    );
  }

  addDetails(summary: string, language: string, lines: readonly string[]): void {
    const open = `<details><summary>${escapeMarkdown(summary)}</summary>\n\n`;
    // Room for the fence, which grows with the backticks inside.
    const room = this.left - bytes(open) - 600;
    let size = 0;
    const taken: string[] = [];
    for (const line of lines) {
      // Escaping can make a line longer: measured as it will be.
      size += bytes(fence('', [line]));
      if (size > room) break;
      taken.push(line);
    }
    if (taken.length < lines.length) {
      this.cut = true;
      taken.push(`# … and ${plural(lines.length - taken.length, 'more line', 'more lines')}`);
    }
    if (taken.length > 1 || lines.length === taken.length) this.add(`${open}${fence(language, taken)}\n\n</details>`);
  }

  text(foot: string): string {
    return `${[...this.parts, ...(this.cut ? [this.note] : []), foot].join('\n\n')}\n`;
  }
}

const bytes = (text: string) => Buffer.byteLength(text);
