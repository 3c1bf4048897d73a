import { play } from './history';

/*
 * Years of clusters, each played from a seed against all of the product but SSH and HTTP: files that change, people's clicks, scripts by hand,
 * hosts that are installed anew, deploys that fail or are killed. `YEARS=10000` plays so many, `YEARS_SEED=n` that one alone.
 */

const COUNT = Number(process.env['YEARS'] ?? 40);
const ONLY = process.env['YEARS_SEED'];
const FIRST = Number(process.env['YEARS_FROM'] ?? 1);
const STEPS = 14;
/** Histories that once went wrong. */
const KEPT = [313, 316, 328];

jest.setTimeout(COUNT > 1000 ? 7_200_000 : 120_000);

it(`${ONLY === undefined ? COUNT : 1} histories cut no call unsaid, remove nothing that is not ours, settle, and do not contradict themselves`, async () => {
  const seeds =
    ONLY === undefined ? [...Array.from({ length: COUNT }, (_, index) => FIRST + index), ...KEPT] : [Number(ONLY)];
  const wrong: string[] = [];
  for (const seed of seeds) {
    const { told, violations } = await play(seed, STEPS);
    if (violations.length === 0) continue;
    wrong.push([`seed ${seed}:`, ...told, ...violations.map(({ rule, what }) => `=> ${rule}: ${what}`)].join('\n  '));
    if (wrong.length >= 5) break;
  }
  expect(wrong.join('\n\n')).toBe('');
});
