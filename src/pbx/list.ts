import { Malformed, type Fields } from './answers';

/** As many as the PBX gives at once. */
export const PAGE = 100;
const MOST_PAGES = 1000;
const MOST_PASSES = 4;

/** A page: entries from `skip` on; `count` as the PBX tells it, of all entries. */
export interface Page<T> {
  items: T[];
  count: number | undefined;
}

export function readPage<T>(answer: Fields, read: (item: Fields) => T): Page<T> {
  return { items: answer.objects('items').map(read), count: answer.amount('count') };
}

/**
 * All entries of a collection. When the count changes between two pages an entry may have slipped past us: the list
 * is then read again. Throws `Malformed` for a list that never settles or never ends.
 */
export async function readAll<T extends { id: string }>(page: (skip: number) => Promise<Page<T>>): Promise<T[]> {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const all = await readOnce(page);
    if (all) return all;
  }
  throw new Malformed(
    'the list changes faster than it can be read, or holds less than it counts; try again in a moment',
  );
}

async function readOnce<T extends { id: string }>(page: (skip: number) => Promise<Page<T>>): Promise<T[] | undefined> {
  const all = new Map<string, T>();
  let count: number | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { items, count: counted } = await page(all.size);
    if (pages > 0 && counted !== count) return undefined;
    count = counted;
    const before = all.size;
    for (const item of items) all.set(item.id, item);
    if (items.length === 0) return before >= (count ?? 0) ? [...all.values()] : undefined;
    if (count === undefined ? items.length < PAGE : all.size >= count) return [...all.values()];
    if (all.size === before) throw new Malformed('the list gives the same page again and again');
  }
  throw new Malformed('the list does not end');
}
