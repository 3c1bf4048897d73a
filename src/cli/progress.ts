import { createColors } from 'picocolors';
import type { ChangeEvent, Log, Secrets } from '../log';
import { duration } from '../text/duration';
import { fold } from '../text/fold';
import { printable, printableLines } from '../text/printable';
import { deed } from '../render/words';
import type { Change } from '../stages/change';
import type { Output } from './io';
import { LiveRegion } from './live';

export interface ProgressOptions {
  output: Output;
  secrets: Secrets;
  color: boolean;
  /** Columns that lines may have; undefined: as many as they take */
  width?(): number | undefined;
  /** Show what hosts print, and our own debug lines */
  debug: boolean;
  now(): number;
  /** Draw lines again in place; undefined: on a terminal. With `debug` lines only ever scroll. */
  live?: boolean;
}

interface Running {
  startedAt: number;
  message: string;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Lines of a host that are kept to be shown when a change there fails */
const KEPT_LINES = 20;

/** Who tells of a run while it goes on */
export interface Reporter extends Log {
  /** What is expected to be done; more may come. */
  expect(changes: readonly Change[]): void;
  /** Shows that something without a change is going on, such as reading the live cluster. */
  during<T>(activity: string, work: () => Promise<T>): Promise<T>;
  /** What goes on right now, for people who interrupt it. */
  inProgress(): string[];
  /** Ends the drawing; what is printed after it simply scrolls. */
  close(): void;
}

/** A run on a terminal: what is done scrolls, what is going on is drawn below it; without a terminal, one line per event. */
export class Progress implements Reporter {
  private readonly c;
  private readonly live: boolean;
  private region: LiveRegion | undefined;
  private changes = new Map<string, Change>();
  private readonly running = new Map<string, Running>();
  /** What we do not wait for any more, and is still at work on its host */
  private readonly goesOn = new Set<string>();
  private readonly told = new Map<string, string>();
  private readonly hostLines = new Map<string, string[]>();
  private startedAt: number;
  /** Came to an end, and of those were done */
  private ended = 0;
  private finished = 0;
  private activity: string | undefined;

  constructor(private readonly options: ProgressOptions) {
    this.c = createColors(options.color);
    this.live = options.live ?? (options.output.isTTY && !options.debug);
    this.startedAt = options.now();
  }

  expect(changes: readonly Change[]): void {
    this.changes = new Map(changes.map((change) => [change.id, change]));
    this.restartClock();
  }

  private restartClock(): void {
    this.ended = 0;
    this.finished = 0;
    this.startedAt = this.options.now();
  }

  async during<T>(activity: string, work: () => Promise<T>): Promise<T> {
    this.activity = activity;
    this.expect([]);
    if (this.live) this.open();
    else this.print(`${activity} …`);
    try {
      return await work();
    } finally {
      this.activity = undefined;
      this.close();
    }
  }

  inProgress(): string[] {
    return [...this.running.keys(), ...this.goesOn].map((id) => this.title(id));
  }

  close(): void {
    this.region?.close();
    this.region = undefined;
  }

  debug(text: string): void {
    if (this.options.debug) this.lines(text, (line) => this.c.dim(line));
  }

  info(text: string): void {
    this.lines(text, (line) => line);
  }

  warning(text: string): void {
    this.lines(text, (line, first) => `${first ? this.c.yellow('Warning: ') : '  '}${line}`);
  }

  error(text: string): void {
    this.lines(text, (line, first) => `${first ? this.c.red('Error: ') : '  '}${line}`);
  }

  remote(source: string, line: string): void {
    const text = this.safe(line).trimEnd();
    if (text === '') return;
    if (this.options.debug) this.print(this.c.dim(`${this.safe(source)} | ${text}`));
    const kept = this.hostLines.get(source) ?? [];
    this.hostLines.set(source, [...kept, text].slice(-KEPT_LINES));
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.debug(title);
    return work();
  }

  change({ id, state, message = '', elapsedMs, end }: ChangeEvent): void {
    const text = this.safe(message.split('\n')[0] ?? '');
    const running = this.running.get(id);
    const elapsed = elapsedMs ?? this.options.now() - (running?.startedAt ?? this.options.now());
    switch (state) {
      case 'waiting':
        break;
      case 'started':
        this.goesOn.delete(id);
        this.running.set(id, { startedAt: this.options.now(), message: text });
        this.hostLines.delete(this.hostOf(id));
        if (this.live) this.open();
        else this.event(id, text || 'started');
        break;
      case 'progress':
        if (running) running.message = text;
        if (!this.live && this.isNews(id, text)) this.event(id, text);
        break;
      case 'done':
        this.end(id, this.c.green('✔'), duration(elapsed), `done in ${duration(elapsed)}`, true);
        break;
      case 'failed': {
        if (end) {
          const what = end === 'goes-on' ? 'still at work on its host' : 'given up';
          if (end === 'goes-on') this.goesOn.add(id);
          this.end(id, this.c.yellow('-'), this.c.yellow(what), `${what} after ${duration(elapsed)}`);
          break;
        }
        this.end(id, this.c.red('✖'), this.c.red('failed'), `failed after ${duration(elapsed)}`);
        this.explain(id, message);
        break;
      }
      case 'skipped':
        this.end(id, this.c.yellow('-'), this.c.yellow(`not begun: ${text}`), `not begun: ${text}`);
        break;
    }
  }

  /** Not what a host printed (--debug shows that), and not the same again with other numbers. */
  private isNews(id: string, text: string): boolean {
    const gist = text.replace(/\d+/g, '#');
    if (text === '' || this.told.get(id) === gist || this.lastWord(id).includes(text)) return false;
    this.told.set(id, gist);
    return true;
  }

  private end(id: string, mark: string, live: string, plain: string, isDone = false): void {
    this.running.delete(id);
    this.ended++;
    if (isDone) this.finished++;
    if (this.live) this.print(`${mark} ${this.title(id)}  ${this.c.dim(live)}`);
    else this.event(id, plain);
  }

  private event(id: string, text: string): void {
    const at = duration(this.options.now() - this.startedAt).padStart(7);
    this.print(`${this.c.dim(`[${at}]`)} ${this.title(id)}: ${text}`);
  }

  /** Why it failed, and the last that its host said. */
  private explain(id: string, message: string): void {
    for (const line of printableLines(this.options.secrets.redact(message))) this.print(`    ${this.c.red(line)}`);
    const lines = this.options.debug ? [] : (this.hostLines.get(this.hostOf(id)) ?? []);
    if (lines.length > 0) this.print(`    ${this.c.dim(`the last lines from ${printable(this.hostOf(id))}:`)}`);
    for (const line of lines) this.print(`    ${this.c.dim(`| ${line}`)}`);
  }

  private title(id: string): string {
    const change = this.changes.get(id);
    return this.safe(change ? deed(change) : id);
  }

  private safe(text: string): string {
    return printable(this.options.secrets.redact(text));
  }

  private lines(text: string, paint: (line: string, first: boolean) => string): void {
    printableLines(this.options.secrets.redact(text)).forEach((line, index) => this.print(paint(line, index === 0)));
  }

  private print(line: string): void {
    const folded = fold(line, this.options.width?.());
    if (this.region) this.region.print(folded);
    else this.options.output.write(`${folded}\n`);
  }

  private open(): void {
    this.region ??= new LiveRegion(this.options.output, (frame) => this.draw(frame));
  }

  private draw(frame: number): string[] {
    const { output } = this.options;
    const width = Math.max(20, output.columns - 1);
    const spinner = SPINNER[frame % SPINNER.length] ?? '';
    const most = Math.max(1, Math.min(output.rows - 4, 12));
    const shown = [...this.running].slice(0, this.running.size > most ? most - 1 : most);
    const lines = shown.map(([id, { startedAt, message }]) => {
      const text = this.running.has(id) && message === '' ? this.lastWord(id) : message;
      return cut(
        `${spinner} ${this.title(id)}  ${duration(this.options.now() - startedAt)}${text ? `  ${text}` : ''}`,
        width,
      );
    });
    if (shown.length < this.running.size) lines.push(`  … and ${this.running.size - shown.length} more`);
    const total = Math.max(this.changes.size, this.ended + this.running.size);
    const rest = total > 0 ? `${this.finished} of ${total} done` : undefined;
    const status = [this.activity, rest, duration(this.options.now() - this.startedAt)].filter(Boolean).join(', ');
    return [...lines, cut(this.activity ? `${spinner} ${status}` : `  ${status}`, width)].map((line, index) =>
      index < lines.length ? line.replace(spinner, this.c.cyan(spinner)) : this.c.dim(line),
    );
  }

  private lastWord(id: string): string {
    return this.hostLines.get(this.hostOf(id))?.at(-1) ?? '';
  }

  /** What belongs to no server happens on the main server. */
  private hostOf(id: string): string {
    return this.changes.get(id)?.server ?? 'pbx';
  }
}

function cut(line: string, width: number): string {
  const characters = Array.from(line);
  // In ASCII it is cut by three dots.
  return characters.length <= width ? line : `${characters.slice(0, width - 3).join('')}…`;
}
