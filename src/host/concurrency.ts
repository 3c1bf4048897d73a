import { availableParallelism } from 'node:os';

/** Of hosts at once that one processor keeps up with: handshakes are a few milliseconds each, and a script is waited for at no cost. */
const FOR_EACH_PROCESSOR = 100;
/** More at once, and those that answer last would be taken for dead while the first are still listened to. */
const MOST = 400;

/** How many hosts to work on at once: as many as somebody said, 0 for as many as this machine can. */
export function concurrencyOf(asked: number, processors: number = availableParallelism()): number {
  return asked > 0 ? asked : Math.min(MOST, FOR_EACH_PROCESSOR * Math.max(1, processors));
}
