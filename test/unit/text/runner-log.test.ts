import fc from 'fast-check';
import { defuse, plainLine } from '../../../src/text/runner-log';
import { obeyed } from '../github/runner';

const hostile = [
  '::error file=a.yml::gotcha',
  '  \t::add-mask::x',
  '\u0085::set-output name=changed::false',
  '\u200b::stop-commands::x',
  '\u00ad:\u00ad:warning::soft hyphens',
  ':\u200d:error::joined',
  '##[error]old style',
  'text before ##[group]x',
  '#\u200b#[command]x',
  '##\u001b[31m[error]',
  'harmless\r::error::after a carriage return',
  'harmless\u2028::error::after a line separator',
  '\u001b[31m::error::coloured',
  '\u{e0001}::error::tagged',
];

test.each(hostile)('the runner does not obey %j', (text) => {
  for (const line of defuse(text)) expect(obeyed(line)).toBe(false);
});

test('whatever a host prints, the runner obeys none of it', () => {
  const nasty = fc
    .array(
      fc.constantFrom(
        ':',
        '::',
        '#',
        '##',
        '[',
        '##[',
        ']',
        'a',
        ' ',
        '\u0085',
        '\u00ad',
        '\u200b',
        '\u001b',
        '\u001b[31m',
        '\ufe0f',
        '\r',
        '\n',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      expect(defuse(text).filter(obeyed)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('ordinary text stays what it is, our own colours too', () => {
  const text = 'Plan: 2 to add :: 1 to change — ✓ “ok” ⚠️\n\u001b[32m+ media-server-2\u001b[0m';
  expect(defuse(text).join('\n')).toBe(text);
});

test("a host's colours and cursor movements are dropped, other control characters shown", () => {
  expect(plainLine('\u001b[1;31mPulling\u001b[0m\u001b[2K 50%\u0007\tdone')).toBe('Pulling 50%\\u{7}  done');
});
