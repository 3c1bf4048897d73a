import { setImmediate } from 'node:timers/promises';

/**
 * Work that can be left off after each step and gone on with. What it comes to is the same in one piece and in slices, as it is a pure function of
 * what it was given, and nobody alters that meanwhile.
 */
export type Steps<T> = Generator<void, T, void>;

/** How long work goes on before answers of hosts, keepalives and the heartbeat of a lock get their turn, in milliseconds */
const SLICE_MS = 10;

/** Of what is worked out in steps, and of what is not. */
export function* stepsOf<T extends object>(made: T | Steps<T>): Steps<T> {
  return 'next' in made ? yield* made : made;
}

/** In one piece: where nobody waits, and where there is little of it. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** In slices, between which the event loop turns: where connections are open, and the work is on thousands of servers. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const began = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - began < SLICE_MS);
    await setImmediate();
  }
}
