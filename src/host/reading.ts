/** Something could not be read: it failed, timed out, or its answer was cut off. That is never the same as not being there. */
export interface Unknown {
  /** Why, for people */
  readonly unknown: string;
}

/**
 * What was read: a value, or that it is not known. Where a thing can be absent, `T` says so with `undefined`: so there are three
 * answers, and the types keep the third from being taken for the second.
 */
export type Reading<T> = T | Unknown;

export function unknown(why: string): Unknown {
  return { unknown: why };
}

/** What was read as far as it is known: where to be unknown is as good as not to be there, as in what is shown. */
export function seen<T>(reading: Reading<T>): T | undefined {
  return isKnown(reading) ? reading : undefined;
}

export function isKnown<T>(reading: Reading<T>): reading is T {
  return typeof reading !== 'object' || reading === null || !('unknown' in reading);
}
