import { median, ratio, spread } from '../../../bench/stats';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is an error, not a number', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

it('a spread tells the least, the most and how many there were', () => {
  expect(spread([2, 8, 5])).toEqual({ median: 5, least: 2, most: 8, count: 3 });
});

describe('ratio', () => {
  it('compares what was measured in the same round', () => {
    // The machine was three times as slow in round 2: the ratio is the same.
    const slow = new Map([
      [1, 20],
      [2, 60],
    ]);
    const fast = new Map([
      [1, 10],
      [2, 30],
    ]);
    expect(ratio(slow, fast)).toEqual({ median: 2, least: 2, most: 2, count: 2 });
  });

  it('leaves out rounds in which one of the two is missing', () => {
    const of = new Map([
      [1, 6],
      [2, 100],
    ]);
    expect(ratio(of, new Map([[1, 2]]))).toMatchObject({ median: 3, count: 1 });
    expect(ratio(of, new Map([[3, 2]]))).toBeUndefined();
  });
});
