/** Things by what they have in common, in their order. */
export function grouped<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  return groupedByAll(things, (thing) => [keyOf(thing)]);
}

/** The same where one thing can have several such keys, or none. */
export function groupedByAll<K, T>(things: Iterable<T>, keysOf: (thing: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}
