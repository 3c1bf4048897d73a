import { DateTime } from 'luxon';
import { InputError } from './types';
import type { MaintenanceWindow } from './types';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export interface WindowState {
  open: boolean;
  /** When it opens next; only while it is closed. Milliseconds since the epoch. */
  opensAt?: number;
  /** When it closes; only while it is open */
  closesAt?: number;
}

/** Whether the window is open at `atMs`. Times are wall-clock times of its zone, also on the days on which clocks change. */
export function windowState(window: MaintenanceWindow, atMs: number): WindowState {
  const now = DateTime.fromMillis(atMs, { zone: window.timezone });
  if (!now.isValid)
    throw new InputError(`The maintenance window's time zone ${JSON.stringify(window.timezone)} is not known.`);
  // From yesterday, because a window may have begun before midnight, to the day a week from now.
  const intervals = Array.from({ length: 10 }, (_, index) => now.startOf('day').plus({ days: index - 1 }))
    .filter((day) => window.days.some((name) => DAYS.indexOf(name) === day.weekday - 1))
    .map((day) => {
      const lasts = window.to > window.from ? 0 : 1;
      return { start: wallClock(day, window.from), end: wallClock(day.plus({ days: lasts }), window.to) };
    })
    .filter(({ start, end }) => start < end && end > atMs);

  const first = intervals[0];
  if (!first) return { open: false };
  if (first.start > atMs) return { open: false, opensAt: first.start };
  let closesAt = first.end;
  for (const { start, end } of intervals) if (start <= closesAt) closesAt = Math.max(closesAt, end);
  return { open: true, closesAt };
}

/** A moment as a clock in the window's zone shows it: `2026-11-21 02:00 Asia/Shanghai`. */
export function formatMoment({ timezone }: Pick<MaintenanceWindow, 'timezone'>, atMs: number): string {
  return `${DateTime.fromMillis(atMs, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm')} ${timezone}`;
}

/** `Sat, Sun 02:00–05:00 Asia/Shanghai`, `every day 22:00–04:00 (next day) UTC` */
export function formatWindow({ days, from, to, timezone }: MaintenanceWindow): string {
  return `${formatDays(days)} ${from}–${to}${to > from ? '' : ' (next day)'} ${timezone}`;
}

function formatDays(days: MaintenanceWindow['days']): string {
  if (DAYS.every((day) => days.includes(day))) return 'every day';
  return DAYS.filter((day) => days.includes(day))
    .map((day) => day.charAt(0).toUpperCase() + day.slice(1))
    .join(', ');
}

/** The first moment at which a clock on the wall shows `time` or, on the day that skips it, the moment of the skip. */
function wallClock(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const guess = day.set({ hour, minute });
  if (guess.hour === hour && guess.minute === minute) {
    // Where clocks go back, times come twice.
    for (const shift of [120, 60, 30]) {
      const earlier = guess.minus({ minutes: shift });
      if (earlier.hour === hour && earlier.minute === minute) return earlier.toMillis();
    }
    return guess.toMillis();
  }
  // Luxon has moved it past the gap; the gap ends where the offset changes.
  let moment = guess;
  for (let minutes = 1; minutes < 24 * 60 && moment.minus({ minutes: 1 }).offset === guess.offset; minutes += 1) {
    moment = moment.minus({ minutes: 1 });
  }
  return moment.toMillis();
}
