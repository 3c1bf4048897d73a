import type { ChangeEvent, Secrets } from '../log';
import { deed } from '../render/words';
import type { Change } from '../stages/change';
import type { ProgressLine } from './documents';
import type { Output } from './io';
import type { Reporter } from './progress';

type Said = ProgressLine extends infer Line ? (Line extends unknown ? Omit<Line, 'time'> : never) : never;

/** A run for programs: each event is a line of JSON, with its time. What people would read is among them. */
export class JsonProgress implements Reporter {
  /** For what is written to people */
  readonly people: Output;
  private readonly running = new Map<string, string>();
  private deeds = new Map<string, string>();

  constructor(private readonly options: { output: Output; secrets: Secrets; debug: boolean; now(): number }) {
    this.people = { ...PLAIN, write: (text) => this.info(text) };
  }

  expect(changes: readonly Change[]): void {
    this.deeds = new Map(changes.map((change) => [change.id, deed(change)]));
    this.say({
      event: 'plan',
      changes: changes.map((change) => ({
        id: change.id,
        action: change.action,
        ...(change.server !== undefined && { server: change.server }),
        deed: deed(change),
      })),
    });
  }

  during<T>(activity: string, work: () => Promise<T>): Promise<T> {
    this.info(activity);
    return work();
  }

  inProgress(): string[] {
    return [...this.running.values()];
  }

  close(): void {}

  change({ id, state, message, elapsedMs, end }: ChangeEvent): void {
    if (state === 'started') this.running.set(id, this.deeds.get(id) ?? id);
    // What goes on without us is in progress all the same.
    if (state === 'done' || (state === 'failed' && end !== 'goes-on') || state === 'skipped') this.running.delete(id);
    this.say({
      event: 'change',
      id,
      state,
      ...(message !== undefined && message !== '' && { message }),
      ...(elapsedMs !== undefined && { elapsedMs }),
      ...(end !== undefined && { end }),
    });
  }

  debug(text: string): void {
    if (this.options.debug) this.lines('debug', text);
  }

  info(text: string): void {
    this.lines('info', text);
  }

  warning(text: string): void {
    this.lines('warning', text);
  }

  error(text: string): void {
    this.lines('error', text);
  }

  remote(source: string, line: string): void {
    this.debug(`${source} | ${line}`);
  }

  group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.debug(title);
    return work();
  }

  private lines(level: 'debug' | 'info' | 'warning' | 'error', text: string): void {
    const trimmed = text.trim();
    if (trimmed !== '') this.say({ event: 'log', level, text: trimmed });
  }

  private say(line: Said): void {
    const { output, secrets } = this.options;
    const timed = { time: new Date(this.options.now()).toISOString(), ...line };
    output.write(`${JSON.stringify(secrets.redactIn(timed))}\n`);
  }
}

const PLAIN = { isTTY: false, columns: 80, rows: 24 };
