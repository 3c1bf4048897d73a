/** Of at least one number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new RangeError('a median of nothing');
  return (low + high) / 2;
}

export interface Spread {
  median: number;
  least: number;
  most: number;
  /** How many were measured */
  count: number;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values), count: values.length };
}

/**
 * What was measured in one round divided by what was measured in the same round: what slows the machine down for a while
 * slows both. Rounds in which one of the two is missing do not count; undefined: none is left.
 */
export function ratio(of: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>): Spread | undefined {
  const ratios = [...of].flatMap(([round, value]) => {
    const base = to.get(round);
    return base === undefined || base <= 0 ? [] : [value / base];
  });
  return ratios.length === 0 ? undefined : spread(ratios);
}
