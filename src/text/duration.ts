import { InputError } from '../input-error';

const MAX_SECONDS = 24 * 60 * 60;

/** `30m`, `90s`, `1h30m` -> seconds. Throws InputError for anything else and for more than a day. */
export function parseDuration(text: string): number {
  const match = /^(?=\d)(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text);
  const seconds = match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : NaN;
  if (!(seconds <= MAX_SECONDS))
    throw new InputError(`${JSON.stringify(text)} is not a time such as 30m, 90s or 1h30m, 24h at most`);
  return seconds;
}

/** `24h`, `7d`, `1d12h` -> seconds. Throws InputError for anything else. */
export function parseAge(text: string): number {
  const match = /^(?=.*[1-9])(?:(\d{1,3})d)?(?:(\d{1,3})h)?(?:(\d{1,4})m)?$/.exec(text);
  if (!match) throw new InputError(`${JSON.stringify(text)} is not a time such as 24h, 90m or 7d`);
  const [, days = 0, hours = 0, minutes = 0] = match;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60;
}

/** 93600000 -> `1 day 2 h`, 5400000 -> `1 h 30 min`, 45000 -> `less than a minute` */
export function formatAge(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts =
    days > 0
      ? [`${days} ${days === 1 ? 'day' : 'days'}`, ...(hours > 0 ? [`${hours} h`] : [])]
      : [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])];
  return parts.join(' ');
}

/** 5400 -> `1h30m`, 0 -> `0s` */
export function formatDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [Math.round(seconds % 60), 's'],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count}${unit}`)
      .join('') || '0s'
  );
}

/** `0.4s`, `12s`, `3m 05s`, `1h 02m` */
export function duration(ms: number): string {
  if (ms < 9950) return `${(ms / 1000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}s`;
  const two = (value: number) => String(value).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  return `${Math.floor(seconds / 3600)}h ${two(Math.floor((seconds % 3600) / 60))}m`;
}

/** `3 minutes`, `45 seconds` */
export function spokenDuration(ms: number): string {
  const [amount, unit] = rounded(ms);
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** `3 min`, `45 s` */
export function shortDuration(ms: number): string {
  const [amount, unit] = rounded(ms);
  return `${amount} ${unit === 'minute' ? 'min' : 's'}`;
}

function rounded(ms: number): [amount: number, unit: 'minute' | 'second'] {
  const seconds = Math.round(ms / 1000);
  return seconds >= 120 ? [Math.round(seconds / 60), 'minute'] : [seconds, 'second'];
}
