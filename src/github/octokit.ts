import { setTimeout } from 'node:timers/promises';
import { isObject } from '../unknown';
import { adviceOn, pauseMs, retryAfterMs } from '../pbx/retry';

/** Tries in all. A plan must not wait long for its comment. */
const ATTEMPTS = 4;
/** GitHub asks for a minute where it says nothing else. */
const SECONDARY_LIMIT_MS = 60_000;

/** What a request that failed tells. */
export interface Failed {
  method: string;
  url: string;
  status: number;
  message: string;
  headers: Record<string, string | number | undefined>;
}

/** Milliseconds until the next try after the `attempt`th (1…); undefined: it stays failed. */
export function nextTryMs(failed: Failed, attempt: number, random: number, now: number): number | undefined {
  if (attempt >= ATTEMPTS) return undefined;
  const { status, message, headers } = failed;
  const asked = retryAfterMs(headers['retry-after']?.toString(), now);
  if (status === 429 || (status === 403 && (asked !== undefined || /rate limit/i.test(message)))) {
    // The hourly limit comes back at a time that GitHub names: seldom soon.
    if (asked === undefined && headers['x-ratelimit-remaining']?.toString() === '0') return undefined;
    return asked ?? SECONDARY_LIMIT_MS;
  }
  if (adviceOn(status) === 'final' || !isRepeatable(failed)) return undefined;
  return asked ?? pauseMs(attempt, random);
}

/** Whether it does no harm when it was done already: a second comment or issue would. */
function isRepeatable({ method, url }: Failed): boolean {
  return method !== 'POST' || url.endsWith('/graphql');
}

export interface Patience {
  sleep: (ms: number) => Promise<unknown>;
  /** For one answer */
  timeoutMs: number;
}

/** GitHub's client, which comes again when GitHub is busy. */
export async function openGithub(
  token: string,
  { sleep, timeoutMs }: Patience = { sleep: setTimeout, timeoutMs: 30_000 },
) {
  // Late: octokit takes longer to load than all the rest of an offline plan.
  const { context, getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token);
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt++) {
      try {
        // In place: other hooks were given these options already, and do not look at what is handed on.
        Object.assign(options.request, { signal: AbortSignal.timeout(timeoutMs) });
        return await request(options);
      } catch (error) {
        const wait = nextTryMs(failedOf(error, options), attempt, Math.random(), Date.now());
        if (wait === undefined) throw told(error, timeoutMs);
        await sleep(wait);
      }
    }
  });
  return { octokit, context };
}

/** The error, with what to do about it where that is known. */
function told(error: unknown, timeoutMs: number): unknown {
  if (!(error instanceof Error)) return error;
  if (/not accessible by integration/.test(error.message))
    error.message = `GitHub refuses the token: the calling job lacks a permission, or the pull request is from a fork (${error.message})`;
  else if (isTimeout(error)) error.message = `GitHub did not answer within ${timeoutMs / 1000} s`;
  return error;
}

const isTimeout = ({ message, cause }: Error): boolean =>
  /timeout/i.test(message) || (isObject(cause) && cause['name'] === 'TimeoutError');

const isHeader = (entry: [string, unknown]): entry is [string, string | number] =>
  typeof entry[1] === 'string' || typeof entry[1] === 'number';

function failedOf(error: unknown, { method, url }: { method: string; url: string }): Failed {
  const { status, message, response }: Record<string, unknown> = isObject(error) ? error : {};
  const headers = isObject(response) && isObject(response['headers']) ? response['headers'] : {};
  return {
    method,
    url,
    status: typeof status === 'number' ? status : 0,
    message: typeof message === 'string' ? message : '',
    headers: Object.fromEntries(Object.entries(headers).filter(isHeader)),
  };
}
