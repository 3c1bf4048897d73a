import { concurrencyOf } from '../../../src/host/concurrency';

test.each([
  ['as many as somebody said', 7, 2, 7],
  ['also more than by itself', 1000, 1, 1000],
  ['by itself as many as its processors can', 0, 2, 200],
  ['at least what one can', 0, 0, 100],
  ['and no more than what answers in time', 0, 64, 400],
])('hosts are worked on at once, %s', (_how, asked, processors, expected) => {
  expect(concurrencyOf(asked, processors)).toBe(expected);
});
