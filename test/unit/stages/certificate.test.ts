import { certificateFindings } from '../../../src/stages/certificate';

const now = Date.parse('2026-11-26T00:00:00Z');
const inDays = (days: number) => now + days * 86_400_000;

test.each([
  ['certificate', 31, undefined],
  ['certificate', 29, 'put its fingerprint beside the old one'],
  ['key', 29, undefined],
  ['key', 13, 'same key'],
  ['authority', 13, 'renew it on the PBX'],
  ['authority', -1, 'expired on 2026-11-25'],
] as const)('a certificate that is trusted by its %s and ends in %d days', (by, days, told) => {
  const [finding] = certificateFindings({ by, expiresAt: inDays(days) }, now);
  if (told === undefined) expect(finding).toBeUndefined();
  else expect(finding?.message).toContain(told);
});

test('nothing is said of one whose end is not known', () => {
  expect(certificateFindings(undefined, now)).toEqual([]);
  expect(certificateFindings({ by: 'key' }, now)).toEqual([]);
});
