import type { Clock } from '../clock';
import type { Log, Secrets } from '../log';
import { readRefusal, type Refusal } from './errors';
import { adviceOn, PATIENCE, pauseMs, retryAfterMs } from './retry';
import { spokenDuration as duration } from '../text/duration';
import { quote } from '../text/one-line';
import { Failure } from './transport';
import { PbxError } from './types';

/** What openapi-fetch gives back; `data` is text. */
export interface Sent {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** A good answer. `body` is parsed JSON, undefined when there was none. */
export interface Answer {
  status: number;
  body: unknown;
}

export interface Tokens {
  current(): Promise<string>;
  /** Another one than `refused`. */
  renewed(refused: string): Promise<string>;
}

export interface Call<T> {
  /** `POST /media_servers` */
  operation: string;
  send(headers: Record<string, string>): Promise<Sent>;
  /** Signs the call; left out for those that need no sign-in */
  tokens?: Tokens;
  read(answer: Answer): T;
  /** Error statuses that are an answer here: `read` gets them, with no body */
  expect?: number[];
  /** Refusals that are no answer but pass by themselves: for how long they are waited out, in milliseconds; undefined: this is one */
  passes?: (refusal: Refusal) => number | undefined;
  /**
   * For what must not be done twice. Asked when it is not known whether it was done; undefined: it was not.
   */
  findDone?: () => Promise<T | undefined>;
}

export interface CallerOptions extends Clock {
  origin: string;
  secrets: Secrets;
  log: Log;
  random: () => number;
  signal?: AbortSignal;
}

/** Something that went wrong with one try, and whether another one may help. */
interface Setback {
  /** "answers 502 Bad Gateway", "refuses connections" */
  what: string;
  again: boolean;
  unsure: boolean;
  afterMs?: number;
  refusal?: Refusal;
  cause?: unknown;
}

/** Makes calls until they succeed, fail for good, or patience ends. All errors are `PbxError`. */
export class Caller {
  private calls = 0;
  private retries = 0;
  private answered = false;

  constructor(private readonly options: CallerOptions) {}

  /** `12 API calls, 1 of them repeated` */
  get summary(): string {
    return `${this.calls} API call${this.calls === 1 ? '' : 's'}, ${this.retries} of them repeated`;
  }

  async call<T>(call: Call<T>): Promise<T> {
    const { now, log, random } = this.options;
    const begun = now();
    let renewed = false;
    let repeated = false;
    let token = await call.tokens?.current();
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.attempt(call, token);
      if (!('what' in outcome)) return outcome.value;

      const { refusal } = outcome;
      if (refusal?.status === 401 && call.tokens && token !== undefined) {
        if (renewed)
          throw this.error(call, `the PBX refused a token that it had only just issued (${refusal.text})`, outcome);
        renewed = true;
        attempt--;
        token = await call.tokens.renewed(token);
        continue;
      }
      const patienceMs = refusal && call.passes?.(refusal);
      if (!outcome.again && patienceMs === undefined) {
        // A first try that was thought lost may have arrived after we looked.
        const done = repeated && refusal ? await call.findDone?.() : undefined;
        if (done !== undefined) return done;
        throw this.error(call, refusal ? `the PBX answered ${outcome.what}` : `the PBX ${outcome.what}`, outcome);
      }
      if (outcome.unsure) {
        const done = await call.findDone?.();
        if (done !== undefined) return done;
      }
      const pause = outcome.afterMs ?? pauseMs(attempt, random());
      const spent = now() - begun;
      if (this.isEnough(outcome, attempt, spent + pause) || spent + pause > (patienceMs ?? Infinity))
        throw this.givenUp(call, outcome, attempt, spent);
      const trouble = `${call.operation}: the PBX ${refusal ? `answered ${outcome.what}` : outcome.what}`;
      log.debug(this.safe(`${trouble}; asking again in ${Math.round(pause)} ms`));
      if (attempt === 4) log.warning(this.safe(`${trouble}; still trying`));
      this.retries++;
      repeated = true;
      await this.pause(call, pause);
      // After a failover another node answers, and knows nobody who signed in before.
      renewed = false;
      token = await call.tokens?.current();
    }
  }

  private async attempt<T>(call: Call<T>, token: string | undefined): Promise<Setback | { value: T }> {
    const { now, log, signal } = this.options;
    if (signal?.aborted) throw this.error(call, 'not asked: the run was cancelled');
    const begun = now();
    this.calls++;
    try {
      const { data, error, response } = await call.send(
        token === undefined ? {} : { authorization: `Bearer ${token}` },
      );
      const { status } = response;
      this.answered = true;
      log.debug(`PBX: ${call.operation}: ${status} after ${now() - begun} ms`);
      if (call.expect?.includes(status)) return { value: call.read({ status, body: undefined }) };
      if (!response.ok) {
        const redact = (text: string) => this.safe(text);
        return this.setback(readRefusal(status, error, redact, response.headers.get('location')), response);
      }
      return { value: call.read({ status, body: parse(data) }) };
    } catch (error) {
      if (error instanceof Failure) return fromFailure(error);
      if (error instanceof PbxError) throw error;
      const words = error instanceof Error ? error.message : String(error);
      throw this.error(call, `the PBX's answer cannot be used: ${quote(words)}`, { cause: error });
    }
  }

  private setback(refusal: Refusal, response: Response): Setback {
    const advice = adviceOn(refusal.status);
    const after = retryAfterMs(response.headers.get('retry-after'), this.options.now());
    return {
      what: refusal.text,
      again: advice !== 'final',
      unsure: advice === 'unsure',
      ...(after === undefined ? {} : { afterMs: after }),
      refusal,
    };
  }

  private isEnough({ refusal, unsure }: Setback, attempt: number, ms: number): boolean {
    if (attempt >= (refusal?.status === 500 ? PATIENCE.internalErrorAttempts : PATIENCE.attempts)) return true;
    return ms > (this.answered || unsure ? PATIENCE.totalMs : PATIENCE.firstContactMs);
  }

  private givenUp<T>(call: Call<T>, setback: Setback, attempts: number, spentMs: number): PbxError {
    const { refusal, what } = setback;
    const tries = `after ${attempts} tries in ${duration(spentMs)}`;
    return this.error(call, refusal ? `the PBX still answers ${what}, ${tries}` : `the PBX ${what}, ${tries}`, setback);
  }

  private async pause<T>(call: Call<T>, ms: number): Promise<void> {
    const { sleep, signal } = this.options;
    await sleep(ms, signal);
    if (signal?.aborted) throw this.error(call, 'not asked again: the run was cancelled', { cause: signal.reason });
  }

  /** Also for what is found out after a call: the message says which one, where, and what to do. */
  error(
    call: { operation: string },
    what: string,
    { refusal, cause }: { refusal?: Refusal; cause?: unknown } = {},
  ): PbxError {
    const hint = hintFor(refusal?.status, cause instanceof Failure ? cause.kind : undefined);
    // A certificate's message stands for itself and is long.
    const words =
      cause instanceof Failure && cause.kind === 'certificate'
        ? cause.message
        : `${call.operation} at ${this.options.origin}: ${what}${hint ? `. ${hint}` : ''}`;
    return new PbxError(this.safe(words), {
      operation: call.operation,
      ...(refusal ? { status: refusal.status } : {}),
      ...(refusal?.code ? { code: refusal.code } : {}),
      ...(cause === undefined ? {} : { cause }),
    });
  }

  private safe(text: string): string {
    return this.options.secrets.redact(text);
  }
}

function fromFailure(failure: Failure): Setback {
  const again = failure.kind === 'unreachable' || failure.kind === 'lost' || failure.kind === 'timeout';
  return { what: failure.message, again, unsure: again && failure.kind !== 'unreachable', cause: failure };
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string' || data.trim() === '') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    throw new Error(/^\s*</.test(data) ? 'it is a web page, not JSON' : 'it is not JSON');
  }
}

function hintFor(status: number | undefined, kind: Failure['kind'] | undefined): string | undefined {
  if (status === 403) return 'The account may not do this: it must be a system administrator of the PBX';
  if (status === 429) return "Put this machine's address on the PBX's whitelist, or raise its API rate limit";
  if (status !== undefined && status < 400) return 'Set pbx.api in the cluster file to where the PBX itself answers';
  if (kind === 'unreachable') {
    return 'Is the PBX up, is pbx.api in the cluster file right, and is this machine let in (firewall, IP whitelist)?';
  }
  if (kind === 'wrong-address') return "Is pbx.api in the cluster file the PBX's https address and port?";
  return undefined;
}
