import { normalise, partsOf } from './addresses';

/** Things by address or CIDR, however that is written: a look-up, where comparing each with each would take minutes. */
export class ByAddress<T> {
  private readonly values = new Map<string, T>();

  constructor(entries: Iterable<readonly [string | undefined, T]>) {
    for (const [address, value] of entries) {
      const key = normalise(address ?? '');
      if (key !== '' && !this.values.has(key)) this.values.set(key, value);
    }
  }

  /** The first that was given for this address */
  get(address: string | undefined): T | undefined {
    return this.values.get(normalise(address ?? ''));
  }

  has(address: string | undefined): boolean {
    return this.values.has(normalise(address ?? ''));
  }

  /** In one way of writing */
  get addresses(): Iterable<string> {
    return this.values.keys();
  }
}

/** Things by the network that they are about, to find those that hold an address. */
export class Networks<T> {
  private readonly values = new Map<string, T[]>();
  /** Prefix lengths that occur, by family: no more than these have to be tried */
  private readonly lengths = { 4: new Set<number>(), 6: new Set<number>() };

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [network, value] of entries) {
      const parts = partsOf(network);
      // ipset:…, a MAC address
      if (!parts) continue;
      this.lengths[parts.family].add(parts.bits);
      const key = normalise(network);
      const there = this.values.get(key);
      if (there) there.push(value);
      else this.values.set(key, [value]);
    }
  }

  /** Whatever holds all of `source` (an address or a CIDR). */
  holding(source: string): T[] {
    const parts = partsOf(source);
    if (!parts) return [];
    return [...this.lengths[parts.family]]
      .filter((bits) => bits <= parts.bits)
      .flatMap((bits) => this.values.get(normalise(`${parts.host}/${bits}`)) ?? []);
  }
}
