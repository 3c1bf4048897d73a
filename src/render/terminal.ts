import { createColors } from 'picocolors';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import { grouped } from '../grouped';
import { heldIn, sorted, type Held } from '../plan/held';
import { atOnce, type Steps } from '../slices';
import type { Change, ChangeAction, ChangeId } from '../stages/change';
import type { Plan } from '../plan/types';
import { impactSentences, STAND_IN, summaryLine, worstImpact } from './counts';
import { deeds, groupByServer, overall, steps } from './groups';
import type { ServerGroup } from './groups';
import { imageLines } from './images';
import { scriptsLine } from '../stages/script-generations';
import { settingLines, sharedLine } from './settings';
import { list } from '../text/list';
import { printable, printableLines, wrap } from '../text/printable';
import {
  ACTIONS,
  LEGEND,
  SYMBOLS,
  about,
  around,
  introduce,
  legendOf,
  objectOf,
  reasonOf,
  sortFindings,
  targetOf,
  telling,
  together,
} from './words';

export interface TerminalOptions {
  color: boolean;
  /** Columns; without it nothing is wrapped */
  width?: number;
  /** The cluster as wanted, for roles, addresses and who is the only one of its role */
  cluster?: Pick<Cluster, 'servers'> & Partial<Pick<Cluster, 'shared'>>;
  /** How the user calls the cluster file */
  clusterFile?: string;
}

/** A plan for people at a terminal: findings, what happens to which server, in which order, what callers notice, the sum. */
export function renderTerminal(plan: Plan, options: TerminalOptions): string {
  return atOnce(terminalSteps(plan, options));
}

/** The same in steps, for where connections are open meanwhile. */
export function* terminalSteps(plan: Plan, options: TerminalOptions): Steps<string> {
  const page = new Page(options);
  page.findings(sortFindings(plan.warnings).filter(({ severity }) => severity !== 'note'));
  page.settings(plan);
  page.shared(plan);
  if (plan.changes.length > 0) {
    yield;
    yield* page.servers(plan);
    yield;
    page.order(plan);
    yield;
    page.impact(plan);
    page.images(plan);
    page.scripts(plan);
    yield;
  }
  // Who stands in for new servers is said among what callers notice.
  page.notes(plan.warnings.filter(({ severity, code }) => severity === 'note' && code !== STAND_IN));
  page.summary(plan);
  return page.text();
}

/** Findings alone, as they are shown above a plan. */
export function renderFindings(findings: readonly Finding[], options: TerminalOptions): string {
  const page = new Page(options);
  page.findings(sortFindings(findings));
  return page.text();
}

type HeldChanges = ReadonlyMap<ChangeId, Held>;

class Page {
  private readonly lines: string[] = [];
  private readonly c;

  constructor(private readonly options: TerminalOptions) {
    this.c = createColors(options.color);
  }

  text(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }

  findings(findings: readonly Finding[]): void {
    const { kept, more } = few(together(findings));
    for (const finding of kept) {
      const paint = { blocking: this.c.red, warning: this.c.yellow, note: this.c.cyan }[finding.severity];
      const title = { blocking: 'Blocked', warning: 'Warning', note: 'Note' }[finding.severity];
      this.box(`${title}: `, paint, about(finding));
    }
    for (const line of more) this.hang('', 2, line);
    if (findings.length > 0) this.lines.push('');
  }

  settings({ changedSettings }: Plan): void {
    if (changedSettings.length === 0) return;
    this.lines.push(this.c.bold('Settings that change'));
    for (const { what, before, after, from, follows } of settingLines(changedSettings)) {
      this.lines.push(
        `  ${this.sign('update')} ${printable(what)}: ${this.value(before, after)}${from === undefined ? '' : ` (${printable(from)})`}`,
      );
      this.hang('      ', 6, follows, this.c.dim);
    }
    this.lines.push('');
  }

  shared({ changes, changedSettings }: Plan): void {
    const line = sharedLine(this.options.cluster ?? {}, printable);
    if (line === undefined || changes.length + changedSettings.length === 0) return;
    this.hang('', 2, line);
    this.lines.push('');
  }

  *servers(plan: Plan): Steps<void> {
    const title = plan.live ? 'What would be done' : 'What the change of the cluster file would do';
    this.hang('', 0, title, this.c.bold);
    const held = heldIn(plan);
    const groups = groupByServer(plan.changes, this.options.cluster?.servers);
    yield;
    this.legend(plan, groups);
    const width = Math.max(
      0,
      ...groups.filter((group) => isRestart(group)).map(({ name }) => printable(name ?? '').length),
    );
    for (const group of groups) {
      if (isRestart(group)) this.restart(group, width, held);
      else this.server(group, held);
      yield;
    }
    if (this.lines.at(-1) !== '') this.lines.push('');
  }

  /** Every sign that stands below, with what it means */
  private legend({ changes }: Plan, groups: readonly ServerGroup[]): void {
    const meanings = (action: ChangeAction): string[] => {
      const own = new Set(changes.filter((change) => change.action === action).map(legendOf));
      if (own.size > 0) return [...own];
      return groups.some((group) => !isRestart(group) && overall(group) === action) ? [LEGEND[action]] : [];
    };
    const parts = ACTIONS.flatMap((action) => {
      const words = meanings(action).join(' or ');
      return words === '' ? [] : [{ action, words }];
    });
    const line = parts.map(({ action, words }) => `${this.sign(action)} ${words}`).join('   ');
    const length = parts.reduce((sum, { action, words }) => sum + SYMBOLS[action].length + words.length + 4, -1);
    if (length <= (this.options.width ?? Infinity)) this.lines.push(`  ${line}`, '');
    else this.lines.push(...parts.map(({ action, words }) => `  ${this.sign(action, 3)} ${words}`), '');
  }

  /** A server that is only restarted takes one line. */
  private restart(group: ServerGroup, width: number, held: HeldChanges): void {
    const [change] = group.changes;
    if (!change) return;
    const name = printable(group.name ?? '').padEnd(width);
    const head = `  ${this.sign('restart')} ${this.c.bold(name)}  ${this.waits(held.get(change.id))}`;
    this.hang(head, 6 + width, printable(reasonOf(change)), this.c.dim);
  }

  /** Before a change that a deploy does not do. */
  private waits(held: Held | undefined): string {
    if (!held) return '';
    return 'by' in held ? `${this.c.red('blocked')} ` : `${this.c.yellow('waits')} `;
  }

  private server(group: ServerGroup, held: HeldChanges): void {
    const name = group.name === undefined ? 'main server' : printable(group.name);
    const about = group.server ? this.c.dim(` (${introduce(group.server)})`) : '';
    this.lines.push(`${this.sign(overall(group), 3)} ${this.c.bold(name)}${about}`);
    const width = Math.max(
      0,
      ...group.changes.flatMap((change) => telling(change).map(({ name }) => printable(name).length)),
    );
    for (const change of group.changes) {
      this.hang(
        `      ${this.sign(change.action)} ${this.waits(held.get(change.id))}${printable(objectOf(change))}`,
        10,
        `: ${printable(reasonOf(change))}`,
        this.c.dim,
      );
      for (const { name: attribute, before, after } of telling(change)) {
        const label = `${printable(attribute)}:`.padEnd(width + 1);
        this.lines.push(`          ${label} ${this.value(before, after)}`);
      }
    }
    this.lines.push('');
  }

  private value(before: string | undefined, after: string | undefined): string {
    if (before === undefined) return this.c.green(printable(after ?? ''));
    const was = this.c.red(printable(before));
    return `${was} -> ${after === undefined ? this.c.red('(removed)') : this.c.green(printable(after))}`;
  }

  order(plan: Plan): void {
    const { doable, held } = sorted(plan);
    const told = (changes: Change[]) =>
      steps(changes).map((step) => {
        const text = deeds(step, (change) => printable(targetOf(change)))
          .map(({ deed, whom }) => around(deed, list(whom, 8)))
          .join('; ');
        return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
      });
    if (doable.length > 0) {
      this.lines.push(this.c.bold('In this order'));
      told(doable).forEach((text, index) => this.hang(`${String(index + 1).padStart(3)}. `, 5, text));
      this.lines.push('');
    }
    if (held.length > 0) {
      this.lines.push(this.c.bold('Not before what is blocked is resolved'));
      for (const text of told(held)) this.hang('   - ', 5, text);
      this.lines.push('');
    }
  }

  impact(plan: Plan): void {
    this.lines.push(this.c.bold('What callers will notice'));
    const worst = worstImpact(sorted(plan).doable);
    const paint = worst === 'active-calls' ? this.c.red : worst === 'none' ? this.c.green : this.c.yellow;
    for (const sentence of impactSentences(plan)) this.hang(`  ${paint('•')} `, 4, printable(sentence));
    this.lines.push('');
  }

  images(plan: Plan): void {
    const lines = imageLines(plan);
    if (lines.length === 0) return;
    this.lines.push(this.c.bold('Images that are fetched, as they are now'));
    for (const line of lines) this.hang('  ', 4, printable(line));
    this.lines.push('');
  }

  scripts({ scripts }: Plan): void {
    const line = scriptsLine(scripts, printable);
    if (line === undefined) return;
    this.hang('', 2, line, this.c.dim);
    this.lines.push('');
  }

  notes(notes: readonly Finding[]): void {
    if (notes.length === 0) return;
    this.lines.push(this.c.bold('Notes'));
    const { kept, more } = few(sortFindings(notes));
    for (const note of kept) {
      const [first = '', ...rest] = printableLines(about(note));
      this.hang('  - ', 4, first);
      for (const line of rest) this.hang('    ', 4, line);
    }
    for (const line of more) this.hang('  ', 4, line);
    this.lines.push('');
  }

  summary(plan: Plan): void {
    const line = summaryLine(plan, fileWord(this.options.clusterFile));
    const nothing = plan.changes.length + plan.changedSettings.length === 0;
    this.hang('', 0, line, nothing ? this.c.green : this.c.bold);
    if (!plan.live)
      this.hang('', 0, 'Made from two cluster files alone: the live cluster was not asked and may differ.', this.c.dim);
  }

  private sign(action: ChangeAction, width = 0): string {
    const paint = {
      create: this.c.green,
      update: this.c.yellow,
      replace: this.c.magenta,
      delete: this.c.red,
      restart: this.c.cyan,
    };
    return paint[action](SYMBOLS[action].padStart(width));
  }

  /** A message with a coloured bar at its left. */
  private box(title: string, paint: (text: string) => string, message: string): void {
    const width = (this.options.width ?? Infinity) - 2;
    printableLines(message).forEach((line, index) => {
      const head = index === 0 ? title : '';
      wrap(`${head}${line}`, width).forEach((part, row) => {
        const text = index === 0 && row === 0 ? `${paint(this.c.bold(head))}${part.slice(head.length)}` : part;
        this.lines.push(`${paint('│')} ${text}`);
      });
    });
  }

  /** `head` as it is, then `text` wrapped, its further lines indented. */
  private hang(head: string, indent: number, text: string, paint: (text: string) => string = (plain) => plain): void {
    const width = this.options.width;
    // eslint-disable-next-line no-control-regex
    const used = head.replace(/\u001b\[\d+m/g, '').length;
    if (width === undefined || used + text.length <= width) {
      this.lines.push(`${head}${text && paint(text)}`);
      return;
    }
    const [first = '', ...rest] = wrap(' '.repeat(used).replaceAll(' ', '\u0001') + text, width);
    this.lines.push(`${head}${paint(first.replaceAll('\u0001', ''))}`);
    for (const line of wrap(rest.join(' '), width - indent)) this.lines.push(`${' '.repeat(indent)}${paint(line)}`);
  }
}

/** Nobody reads the same advice for 500 servers: the first of a kind, and how many more. What blocks is shown in full. */
function few(findings: readonly Finding[]): { kept: Finding[]; more: string[] } {
  const kindOf = ({ severity, code }: Finding) => `${severity} ${code}`;
  const counts = new Map<string, number>();
  const left: Finding[] = [];
  const kept = findings.filter((finding) => {
    const kind = kindOf(finding);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (finding.severity === 'blocking' || count <= MOST_OF_A_KIND) return true;
    left.push(finding);
    return false;
  });
  const more = [...grouped(left, kindOf).values()].map((findings) => {
    const named = [...new Set(findings.flatMap(({ server }) => server ?? []))].map((name) => printable(name));
    return `… and ${findings.length} more like it${named.length > 0 ? `, about ${list(named, 5)}` : ''}`;
  });
  return { kept, more };
}

const MOST_OF_A_KIND = 5;

/** How a sentence calls the cluster file */
function fileWord(path: string | undefined): string | undefined {
  return path === '-' ? 'the file on standard input' : path && printable(path);
}

const isRestart = ({ name, changes }: ServerGroup) =>
  name !== undefined && changes.length === 1 && changes[0]?.action === 'restart';
