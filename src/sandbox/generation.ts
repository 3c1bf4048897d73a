/*
 * The generations of PortSIP's control scripts that the stand-ins in host/opt/portsip can be. What they differ in stands side
 * by side there: a line that begins with `#v22.4 ` belongs to that generation only, one that ends with ` #v22.6` to that and all later.
 * Source: PortSIP's portsip-pbx-sh at 51586c7 (January 2026) and at 94251bb (mid 2026); of v22.8 its pages alone (October 2026)
 */

export const GENERATIONS = ['v22.4', 'v22.6', 'v22.8'] as const;
export type Generation = (typeof GENERATIONS)[number];
/** The last that could be read */
export const NEWEST: Generation = 'v22.6';

/** A stand-in as it was in one generation; a script without such lines is the same in all. */
export function asOf(script: string, generation: Generation): string {
  return script
    .split('\n')
    .flatMap((line) => {
      const first = /^#(v\d+\.\d+) ?/.exec(line);
      if (first) return first[1] === generation ? [line.slice(first[0].length)] : [];
      const last = / #(v\d+\.\d+)$/.exec(line);
      if (last) return isSince(last[1], generation) ? [line.slice(0, last.index)] : [];
      return [line];
    })
    .join('\n');
}

function isSince(first: string | undefined, generation: Generation): boolean {
  return GENERATIONS.findIndex((one) => one === first) <= GENERATIONS.indexOf(generation);
}

/** Of a word from outside, such as an environment variable. Throws for one that is none. */
export function generationOf(word: string | undefined): Generation {
  if (word === undefined || word === '') return NEWEST;
  const found = GENERATIONS.find((one) => one === word);
  if (!found) throw new Error(`${word} is no generation of control scripts; there are ${GENERATIONS.join(' and ')}`);
  return found;
}
