import { duration } from '../../../src/text/duration';
import { list } from '../../../src/text/list';
import { printable, printableLines, wrap } from '../../../src/text/printable';

test.each([
  ['media-server-1', 'media-server-1'],
  ['\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
  ['two\nlines', 'two\\nlines'],
  ['\u009b2J', '\\x9b2J'],
  ['media\u202e1-revres', 'media\\u{202e}1-revres'],
  ['zero\u200bwidth', 'zero\\u{200b}width'],
  ['Büro 東京', 'Büro 東京'],
])('%j is printed as %s', (text, shown) => expect(printable(text)).toBe(shown));

test('each line of a message is made safe for itself', () => {
  expect(printableLines('one\r\n\ntwo\u0007  \n')).toEqual(['one', 'two\\x07']);
});

test('lines break at spaces, words that must be copied stay whole', () => {
  expect(wrap('add this line: 192.168.1.21 ssh-ed25519 AAAAC3NzaC1', 20)).toEqual([
    'add this line:',
    '192.168.1.21',
    'ssh-ed25519',
    'AAAAC3NzaC1',
  ]);
});

test('names are listed as people do', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => list(names))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(list(['a', 'b', 'c', 'd', 'e', 'f'], 4)).toBe('a, b, c and 3 more');
});

test.each([
  [40, '0.0s'],
  [9_949, '9.9s'],
  [12_400, '12s'],
  [59_700, '1m 00s'],
  [185_000, '3m 05s'],
  [3_720_000, '1h 02m'],
])('%i ms is %s', (ms, text) => expect(duration(ms)).toBe(text));
