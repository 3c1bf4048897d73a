/** Where all time comes from that anybody waits for, so that tests need not. */
export interface Clock {
  /** Milliseconds since the epoch */
  now: () => number;
  /** Ends early when the signal is aborted, without an error: whoever waits looks at the signal. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A clock that shows the real time at `start`, and runs `speed` times as fast from then on. */
export interface ScaledClock extends Clock {
  /** A whole number, so that a shell can reckon with it */
  readonly speed: number;
  /** Milliseconds since the epoch */
  readonly start: number;
  /** Does `work` then, unless the process has ended: it is not kept alive for that. */
  after: (ms: number, work: () => void) => void;
}

export function scaledClock(speed: number): ScaledClock {
  if (!Number.isInteger(speed) || speed < 1) throw new RangeError(`not the speed of a clock: ${speed}`);
  const start = Date.now();
  const real = (ms: number) => Math.ceil(ms / speed);
  return {
    speed,
    start,
    now: () => start + (Date.now() - start) * speed,
    after: (ms, work) => void setTimeout(work, real(ms)).unref(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, real(ms));
        signal?.addEventListener('abort', done, { once: true });
      }),
  };
}

export const realClock: ScaledClock = scaledClock(1);

/** Does `work` again and again, until the returned function is called. */
export function every({ sleep }: Clock, ms: number, work: () => void): () => void {
  const over = new AbortController();
  const beat = async () => {
    for (;;) {
      await sleep(ms, over.signal);
      if (over.signal.aborted) return;
      work();
    }
  };
  void beat();
  return () => over.abort();
}

/** A signal that is aborted after so long, unless `stop` is called before. */
export function timeout({ sleep }: Clock, ms: number): { signal: AbortSignal; stop(): void } {
  const late = new AbortController();
  const stopped = new AbortController();
  void sleep(ms, stopped.signal).then(() => {
    if (!stopped.signal.aborted) late.abort();
  });
  return { signal: late.signal, stop: () => stopped.abort() };
}
