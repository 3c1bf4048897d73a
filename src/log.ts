import { isObject } from './unknown';

/** A shorter secret would turn every log into asterisks. Whoever takes one in refuses it. */
export const SHORTEST_SECRET = 6;

/** What is wrong with a secret that a person chose, in words that follow its name. */
export const secretProblem = (secret: string): string | undefined =>
  secret.length < SHORTEST_SECRET
    ? `has fewer than ${SHORTEST_SECRET} characters: a word as short as that cannot be kept out of logs; choose a longer one`
    : undefined;

/** Values that must never be printed. Everything that leaves the process as text passes through `redact`. */
export class Secrets {
  /** Longest first, so that a secret that holds another one is masked whole */
  private values: readonly string[] = [];
  private readonly listeners: ((value: string) => void)[] = [];

  /** Call before the first line that could hold the value. Multi-line values are also masked line by line. */
  add(value: string | undefined): void {
    if (!value) return;
    const parts = [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())];
    // Also as JSON writes it: plans and status are redacted as whole documents.
    for (const part of new Set(parts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))) {
      // Short parts (PEM armour ends, blank lines) would turn every log into asterisks.
      if (part.length < SHORTEST_SECRET || part.startsWith('-----') || this.values.includes(part)) continue;
      this.values = [...this.values, part].sort((a, b) => b.length - a.length);
      for (const listener of this.listeners) listener(part);
    }
  }

  /** Told of each value already known and each that comes, e.g. `core.setSecret`. */
  onAdd(listener: (value: string) => void): void {
    for (const value of this.values) listener(value);
    this.listeners.push(listener);
  }

  redact(text: string): string {
    for (const value of this.values) text = text.replaceAll(value, '***');
    return text;
  }

  /**
   * The same lists and objects, every text in them redacted. For what is going to be escaped, or broken into lines: a secret
   * in it would become another text, that nothing recognises.
   */
  redactIn<T>(value: T): T {
    const copies = new Map<object, unknown>();
    const copy = (one: unknown): unknown => {
      if (typeof one === 'string') return this.redact(one);
      if (!Array.isArray(one) && !isPlain(one)) return one;
      // What is in two places stays one thing.
      const known = copies.get(one) ?? (Array.isArray(one) ? one.map(copy) : mapped(one, copy));
      copies.set(one, known);
      return known;
    };
    return copy(value) as T;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.getPrototypeOf(value) === Object.prototype;

const mapped = (object: Record<string, unknown>, copy: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, copy(value)]));

export type ChangeState = 'waiting' | 'started' | 'progress' | 'done' | 'failed' | 'skipped';

/** Where a change has got to. */
export interface ChangeEvent {
  id: string;
  state: ChangeState;
  /** What is going on, or why it failed or was skipped; trusted text of ours */
  message?: string;
  /** Milliseconds since the change started */
  elapsedMs?: number;
  /** Of what failed where nothing is wrong: it goes on on its host without us, or was given up as the run was cancelled. */
  end?: 'goes-on' | 'cancelled';
}

/** Where a run tells what it does. Implementations redact secrets and defuse what hosts print. */
export interface Log {
  debug(text: string): void;
  info(text: string): void;
  warning(text: string): void;
  error(text: string): void;
  /** A line that a host or the PBX printed: shown, never obeyed. */
  remote(source: string, line: string): void;
  change(event: ChangeEvent): void;
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

export const silent: Log = {
  debug: () => {},
  info: () => {},
  warning: () => {},
  error: () => {},
  remote: () => {},
  change: () => {},
  group: (_title, work) => work(),
};
