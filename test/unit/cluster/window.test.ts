import { formatWindow, windowState } from '../../../src/cluster/window';
import type { MaintenanceWindow } from '../../../src/cluster/types';

const weekend: MaintenanceWindow = { days: ['sat', 'sun'], from: '02:00', to: '05:00', timezone: 'Asia/Shanghai' };
const night: MaintenanceWindow = { days: ['fri'], from: '22:00', to: '04:00', timezone: 'Europe/Berlin' };
const daily = (from: string, to: string, timezone: string): MaintenanceWindow => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from,
  to,
  timezone,
});

/** With times as ISO 8601, so that a failure can be read. */
function state(window: MaintenanceWindow, at: string) {
  const iso = (ms: number | undefined) => ms !== undefined && new Date(ms).toISOString().replace(':00.000Z', 'Z');
  const { open, opensAt, closesAt } = windowState(window, Date.parse(at));
  return open ? `open until ${iso(closesAt)}` : `closed until ${iso(opensAt)}`;
}

// 2026-11-21 is a Saturday.
it.each([
  [weekend, '2026-11-21T01:59:59+08:00', 'closed until 2026-11-20T18:00Z'],
  [weekend, '2026-11-21T02:00:00+08:00', 'open until 2026-11-20T21:00Z'],
  [weekend, '2026-11-21T04:59:59+08:00', 'open until 2026-11-20T21:00Z'],
  [weekend, '2026-11-21T05:00:00+08:00', 'closed until 2026-11-21T18:00Z'],
  [weekend, '2026-11-22T05:00:00+08:00', 'closed until 2026-11-27T18:00Z'],
  // Over midnight: Saturday's small hours belong to Friday.
  [night, '2026-11-20T21:00:00+01:00', 'closed until 2026-11-20T21:00Z'],
  [night, '2026-11-20T23:00:00+01:00', 'open until 2026-11-21T03:00Z'],
  [night, '2026-11-21T03:59:00+01:00', 'open until 2026-11-21T03:00Z'],
  [night, '2026-11-21T23:00:00+01:00', 'closed until 2026-11-27T21:00Z'],
  // Every day from evening to evening: it never really closes before the last of the days looked at.
  [daily('22:00', '04:00', 'UTC'), '2026-11-21T03:00:00Z', 'open until 2026-11-21T04:00Z'],
  // Clocks go forward at 02:00 on 2026-03-29: 02:30 does not exist, the window opens when it has passed.
  [daily('02:30', '04:00', 'Europe/Berlin'), '2026-03-29T00:59:00Z', 'closed until 2026-03-29T01:00Z'],
  [daily('02:30', '04:00', 'Europe/Berlin'), '2026-03-29T01:00:00Z', 'open until 2026-03-29T02:00Z'],
  [daily('02:00', '03:00', 'Europe/Berlin'), '2026-03-29T01:00:00Z', 'closed until 2026-03-30T00:00Z'],
  // Clocks go back at 03:00 on 2026-10-25: 02:30 comes twice, the window opens at the first and closes at the first.
  [daily('02:30', '04:00', 'Europe/Berlin'), '2026-10-25T00:30:00Z', 'open until 2026-10-25T03:00Z'],
  [daily('01:00', '02:30', 'Europe/Berlin'), '2026-10-25T00:29:00Z', 'open until 2026-10-25T00:30Z'],
  [daily('01:00', '02:30', 'Europe/Berlin'), '2026-10-25T01:15:00Z', 'closed until 2026-10-26T00:00Z'],
  // The same wall clock in winter and in summer.
  [daily('02:00', '05:00', 'America/New_York'), '2026-01-15T07:00:00Z', 'open until 2026-01-15T10:00Z'],
  [daily('02:00', '05:00', 'America/New_York'), '2026-07-15T06:00:00Z', 'open until 2026-07-15T09:00Z'],
])('%j at %s: %s', (window, at, expected) => expect(state(window, at)).toBe(expected));

it('joins windows that follow upon each other', () => {
  expect(state({ days: ['sat', 'sun'], from: '00:00', to: '00:00', timezone: 'UTC' }, '2026-11-21T12:00:00Z')).toBe(
    'open until 2026-11-23T00:00Z',
  );
});

it('says so when the time zone is not known', () => {
  expect(() => windowState({ ...weekend, timezone: 'Asia/Nowhere' }, 0)).toThrow(
    'time zone "Asia/Nowhere" is not known',
  );
});

it('is written for people', () => {
  expect(formatWindow(weekend)).toBe('Sat, Sun 02:00–05:00 Asia/Shanghai');
  expect(formatWindow(night)).toBe('Fri 22:00–04:00 (next day) Europe/Berlin');
  expect(formatWindow(daily('01:00', '02:00', 'UTC'))).toBe('every day 01:00–02:00 UTC');
});
