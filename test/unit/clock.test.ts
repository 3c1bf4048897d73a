import { every, scaledClock, timeout } from '../../src/clock';

const SPEED = 100;
const clock = scaledClock(SPEED);

it('runs so many times as fast as the real time, from now on', async () => {
  const real = Date.now();
  const began = clock.now();
  await clock.sleep(5_000);
  const took = clock.now() - began;
  // A timer may be a millisecond early.
  expect(took).toBeGreaterThanOrEqual(5_000 - SPEED);
  expect(took).toBeLessThanOrEqual((Date.now() - real) * SPEED);
  expect(() => scaledClock(0.5)).toThrow('not the speed of a clock');
});

it('wakes whoever sleeps when the signal is aborted, or was', async () => {
  const cancel = new AbortController();
  const sleeping = clock.sleep(3_600_000, cancel.signal);
  cancel.abort();
  await sleeping;
  await clock.sleep(3_600_000, cancel.signal);
});

it('does something again and again until it is stopped', async () => {
  let times = 0;
  await new Promise<void>((resolve) => {
    const stop = every(clock, 100, () => {
      if (++times < 3) return;
      stop();
      resolve();
    });
  });
  await clock.sleep(500);
  expect(times).toBe(3);
});

it('tells by a signal that it is too late, unless it was stopped before', async () => {
  const [late, stopped] = [timeout(clock, 200), timeout(clock, 200)];
  stopped.stop();
  await new Promise((resolve) => late.signal.addEventListener('abort', resolve));
  await clock.sleep(100);
  expect([late.signal.aborted, stopped.signal.aborted]).toEqual([true, false]);
});
