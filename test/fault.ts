/** Something that goes wrong, as a row of docs/faults.md: `npm run docs` makes the table from what the tests say here. */
export interface Fault {
  at: 'SSH' | 'Host' | 'PBX' | 'Runner';
  name: string;
  /** The words that an operator reads, to the letter but for `…` where they vary. Left out: nothing, the run goes on. */
  sees?: string;
  /** The run comes to a good end all the same. */
  goesOn?: true;
  /** What it does, once the fault is over */
  secondRun: string;
}

/** How a run ended, with everything that it printed. */
export interface Told {
  code: number;
  output: string;
}

/** Each is called once; they look whether the fault did what its row says. */
export interface Runs {
  first: (told: Told) => void;
  /** It must have ended well. */
  second: (told: Told) => void;
}

/** A test of a fault. The table is read from the source, so `about` is written in place, as plain text. */
export function fault(about: Fault, test: (runs: Runs) => Promise<void>, timeoutMs?: number): void {
  it(
    `${about.at}: ${about.name}`,
    async () => {
      const seen = { first: 0, second: 0 };
      await test({
        first: ({ code, output }) => {
          seen.first++;
          const ends = about.goesOn || about.sees === undefined ? 'well' : 'with an error';
          expect({ ends: code === 0 ? 'well' : 'with an error', output }).toEqual({
            ends,
            output: about.sees === undefined ? output : expect.stringMatching(pattern(about.sees)),
          });
          expectForPeople(output);
        },
        second: ({ code, output }) => {
          seen.second++;
          expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/Done: |No changes/) });
          expectForPeople(output);
        },
      });
      expect(seen).toEqual({ first: 1, second: 1 });
    },
    timeoutMs,
  );
}

/** Lines are wrapped where they fit. */
function pattern(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(literal.replace(/\s+/g, '\\s+').replaceAll('…', '[^]{0,3000}?'), 'u');
}

/** Whatever goes wrong, nobody is shown the inside of the program, nor a fault of ours. */
function expectForPeople(output: string): void {
  expect(output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(output).not.toMatch(/unexpected error|\[object Object\]|\bundefined\b|\bNaN\b/);
}
