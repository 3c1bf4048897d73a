import { play, type Known } from './history';

/*
 * Years of clusters, each played from a seed against all of the product but SSH and HTTP: files that change, people's clicks, scripts by hand,
 * hosts that are installed anew, deploys that fail or are killed. `YEARS=10000` plays so many, `YEARS_SEED=n` that one alone,
 * `YEARS_SEED=n:13:22:4` with the first so many events and situations only.
 */

const COUNT = Number(process.env['YEARS'] ?? 40);
const ONLY = process.env['YEARS_SEED'];
const FIRST = Number(process.env['YEARS_FROM'] ?? 1);
const STEPS = 14;
/** So many are told, and then it is enough. */
const MOST = Number(process.env['YEARS_MOST'] ?? 5);
/** Histories that once went wrong, with the events that there were then. */
const KEPT: readonly (readonly [seed: number, known: Known])[] = [
  ...[63, 313, 316, 328, 420, 459, 698, 715].map((seed) => [seed, { file: 13, live: 22 }] as const),
  ...[57, 71].map((seed) => [seed, { file: 15, live: 22 }] as const),
  ...[2865, 6574, 8412, 9486].map((seed) => [seed, { file: 18, live: 22 }] as const),
  ...[740, 759, 1103, 1369, 1375, 2185, 3772, 4266, 5669, 6085, 7346, 7926, 7970, 8012, 8496, 9011, 9064, 9342].map(
    (seed) => [seed, { file: 19, live: 24, situations: 4 }] as const,
  ),
];

function chosen(text: string): readonly [number, Known?] {
  const [seed = 0, file, live, situations] = text.split(':').map(Number);
  return file === undefined || live === undefined ? [seed] : [seed, { file, live, ...(situations && { situations }) }];
}

jest.setTimeout(120_000 + COUNT * 1_000);

it(`${ONLY === undefined ? COUNT : 1} histories cut no call unsaid, remove nothing that is not ours, settle, and do not contradict themselves`, async () => {
  const seeds: readonly (readonly [number, Known?])[] =
    ONLY === undefined
      ? [...KEPT, ...Array.from({ length: COUNT }, (_, index) => [FIRST + index] as const)]
      : [chosen(ONLY)];
  const wrong: string[] = [];
  for (const [seed, known] of seeds) {
    const { told, violations } = await play(seed, STEPS, known);
    if (violations.length === 0) continue;
    wrong.push([`seed ${seed}:`, ...told, ...violations.map(({ rule, what }) => `=> ${rule}: ${what}`)].join('\n  '));
    if (wrong.length >= MOST) break;
  }
  expect(wrong.join('\n\n')).toBe('');
});
