import type { ChangeEvent } from '../log';
import { list } from '../text/list';

/** A log that says nothing for longer looks dead. */
const SILENCE_MS = 30_000;

/** Says now and then which changes are still going on, while nothing else is printed about them. */
export class Heartbeat {
  private readonly going = new Map<string, { since: number; told: number; at: string }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly print: (line: string) => void) {}

  /** A line about a change was printed. */
  told({ id, state, message }: ChangeEvent): void {
    if (state === 'done' || state === 'failed' || state === 'skipped') this.going.delete(id);
    else if (state !== 'waiting') {
      const now = Date.now();
      this.going.set(id, {
        since: this.going.get(id)?.since ?? now,
        told: now,
        at: message ?? this.going.get(id)?.at ?? '',
      });
    }
    this.watch();
  }

  /** Something was heard of it that was not worth a line. */
  heard({ id, message }: ChangeEvent): void {
    const going = this.going.get(id);
    if (going && message) going.at = message;
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private watch(): void {
    if (this.going.size === 0) return this.stop();
    this.timer ??= setInterval(() => this.beat(), SILENCE_MS / 6).unref();
  }

  private beat(): void {
    const now = Date.now();
    const silent = [...this.going].filter(([, { told }]) => now - told >= SILENCE_MS);
    if (silent.length === 0) return;
    for (const [, going] of silent) going.told = now;
    const longest = Math.max(...silent.map(([, { since }]) => now - since));
    const names = silent.map(([id, { at }]) => (at ? `${id} (${at})` : id));
    this.print(`… still going after ${Math.round(longest / 1000)} s: ${list(names, 6)}`);
  }
}
