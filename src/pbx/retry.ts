/** When to ask a PBX again. A PBX that restarts, or a proxy that lost it, answers 502 for a minute or more. */
export const PATIENCE = {
  /** Tries in all */
  attempts: 20,
  /** From the first try to the last one's start */
  totalMs: 180_000,
  /** Likewise while nothing has ever answered: then a wrong address is likelier than a restart */
  firstContactMs: 30_000,
  /** Tries when the PBX itself says 500: that seldom heals */
  internalErrorAttempts: 5,
  firstPauseMs: 500,
  longestPauseMs: 10_000,
  /** The client does not wait out a `Retry-After` of an hour. */
  longestRetryAfterMs: 60_000,
} as const;

/** Pause after the `attempt`th try (1…): doubled each time, capped, and between half and all of that. */
export function pauseMs(attempt: number, random: number): number {
  const full = Math.min(PATIENCE.longestPauseMs, PATIENCE.firstPauseMs * 2 ** (attempt - 1));
  return full * (0.5 + random / 2);
}

/** Milliseconds that a `Retry-After` header asks for (seconds, or an HTTP date), capped; undefined when it says nothing. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const value = header.trim();
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : /[a-z]/i.test(value) ? Date.parse(value) - now : NaN;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), PATIENCE.longestRetryAfterMs);
}

export type StatusAdvice =
  /** Nothing was done: ask again. */
  | 'again'
  /** It may have been done: what must not be done twice is looked for first. */
  | 'unsure'
  | 'final';

export function adviceOn(status: number): StatusAdvice {
  if (status === 429) return 'again';
  if (status === 408 || status === 500 || status === 502 || status === 503 || status === 504) return 'unsure';
  return 'final';
}
