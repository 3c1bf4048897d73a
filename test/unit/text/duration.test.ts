import { formatAge, formatDuration, parseAge, parseDuration } from '../../../src/text/duration';
import { InputError } from '../../../src/cluster/types';

describe('durations', () => {
  it.each([
    ['30m', 1800],
    ['90s', 90],
    ['1h30m', 5400],
    ['1h1m1s', 3661],
    ['0s', 0],
    ['24h', 86400],
  ])('%s is %d seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));
  it.each(['', '30', 'm', '30 m', '-5m', '1d', '30m1h', '1.5h', '25h', '1441m', '30mm'])('%j is none', (text) =>
    expect(() => parseDuration(text)).toThrow(InputError),
  );
  it('are written as they are read', () =>
    expect([5400, 0, 90, 86400].map(formatDuration)).toEqual(['1h30m', '0s', '1m30s', '24h']));
});

describe('ages', () => {
  it.each([
    ['24h', 86400],
    ['7d', 604800],
    ['1d12h', 129600],
    ['90m', 5400],
  ])('%s is %d seconds', (text, seconds) => expect(parseAge(text)).toBe(seconds));
  it.each(['', '0h', '0d0h', '24', '1h1d', '-1d', '30s', '1.5d'])('%j is none', (text) =>
    expect(() => parseAge(text)).toThrow(InputError),
  );
  it.each([
    [45_000, 'less than a minute'],
    [5_400_000, '1 h 30 min'],
    [93_600_000, '1 day 2 h'],
    [172_800_000, '2 days'],
  ])('%d ms are told as %s', (ms, text) => expect(formatAge(ms)).toBe(text));
});
