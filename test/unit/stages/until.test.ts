import type { Session } from '../../../src/stages/session';
import { until } from '../../../src/stages/wait';

/** A session whose time is only that which is slept. */
function session(): Session {
  let now = 0;
  return {
    now: () => now,
    sleep: (ms: number) => Promise.resolve(void (now += ms)),
    signal: new AbortController().signal,
  } as unknown as Session;
}

/** When it was asked, until `at` milliseconds had gone by */
async function asked(at: number, deadlineMs = 600_000, within?: number): Promise<number[]> {
  const clock = session();
  const times: number[] = [];
  await until(clock, deadlineMs, (wish) => {
    times.push(clock.now());
    if (within !== undefined && clock.now() < within) wish(within - clock.now());
    return Promise.resolve(clock.now() >= at ? true : undefined);
  });
  return times;
}

it.each([500, 1000, 3000, 8000])('notices after %i ms at most a fifth later, and 200 ms', async (at) => {
  expect((await asked(at)).at(-1)).toBeLessThan(at * 1.2 + 200);
});

it('asks every two seconds at most once it takes long', async () => {
  const times = await asked(100_000);
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.max(...pauses)).toBeLessThan(2100);
  expect(times.length).toBeLessThan(65);
});

it('does not oversleep what comes true at a known moment', async () => {
  expect((await asked(2000, 600_000, 2000)).at(-1)).toBeLessThan(2010);
});

it('asks a last time when the deadline is over', async () => {
  expect((await asked(Infinity, 1000)).at(-1)).toBe(1000);
});
