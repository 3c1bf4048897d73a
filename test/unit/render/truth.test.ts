import { list } from '../../../src/text/list';
import { impactSentences } from '../../../src/render/counts';
import { renderTerminal } from '../../../src/render/terminal';
import { portalEntry } from '../changes';
import { plan } from './plans';

test('a limit that becomes less is noticed, one that becomes more is not', () => {
  const entry = (before: string, after: string) =>
    plan([
      portalEntry({
        server: 'meeting-server-1',
        action: 'update',
        differences: [{ name: 'max rooms', before, after }],
      }),
    ]);
  expect(impactSentences(entry('100', '1'))).toEqual([
    'meeting-server-1 takes less at once than before (max rooms 100 -> 1): what is more than that is refused.',
  ]);
  expect(impactSentences(entry('1', '100'))).toEqual(['Callers notice nothing.']);
});

test('warnings of which there are many are told by whom they are about', () => {
  const warnings = Array.from({ length: 8 }, (_, index) => ({
    code: 'pbx-image',
    severity: 'warning' as const,
    server: `media-${index + 1}`,
    message: `the same, but ${index}`,
  }));
  const text = renderTerminal(plan([], warnings), { color: false });
  expect(text).toContain('… and 3 more like it, about media-6, media-7 and media-8');
  const alike = warnings.map((one) => ({ ...one, severity: 'blocking' as const, message: 'the very same' }));
  const [first] = renderTerminal(plan([], alike), { color: false }).split('\n');
  expect(first).toBe(
    `│ Blocked: ${list(
      alike.map(({ server }) => server),
      8,
    )}: the very same`,
  );
  expect(text).not.toContain('pbx-image');
});

test.each([40, 80])('no line is longer than %i columns, but for what cannot be broken', (width) => {
  const warnings = (['warning', 'note'] as const).flatMap((severity) =>
    Array.from({ length: 8 }, (_, index) => ({
      code: 'small',
      severity,
      server: `media-${index + 1}`,
      message: 'it has less memory than it should have, which is told here in some more words than fit',
    })),
  );
  const offline = { ...plan([portalEntry({})], warnings), live: false };
  const lines = renderTerminal(offline, { color: false, width }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
  expect(lines.join(' ')).toContain('was not asked');
});
