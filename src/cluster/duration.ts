import { InputError } from './types';

const MAX_SECONDS = 24 * 60 * 60;

/** `30m`, `90s`, `1h30m` -> seconds. Throws InputError for anything else and for more than a day. */
export function parseDuration(text: string): number {
  const match = /^(?=\d)(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text);
  const seconds = match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : NaN;
  if (!(seconds <= MAX_SECONDS))
    throw new InputError(`${JSON.stringify(text)} is not a time such as 30m, 90s or 1h30m, 24h at most`);
  return seconds;
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
