import { isKnown, type Reading } from '../../src/host/reading';

/** What a test relies on to be known. */
export function known<T>(reading: Reading<T>): T {
  if (!isKnown(reading)) throw new Error(`not known: ${reading.unknown}`);
  return reading;
}
