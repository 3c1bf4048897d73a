import type { Secrets } from '../log';
import { isObject } from '../unknown';
import { Fields, Malformed } from './answers';
import type { Answer, Caller, Sent, Tokens } from './caller';
import type { Account, Refusals } from './refusals';
import { PATIENCE } from './retry';
import { PbxError } from './types';

/** When the PBX does not say for how long a token is good */
const USUAL_LIFETIME_S = 1800;

interface Session {
  access: string;
  refresh?: string;
  /** Milliseconds since the epoch from which on it is renewed before use */
  renewAt: number;
}

/** How tokens are asked for; the calls themselves, without judgement. */
export interface AuthApi {
  signIn(): Promise<Sent>;
  refresh(refreshToken: string): Promise<Sent>;
}

const SIGN_IN = { operation: 'POST /auth/sign_in' };
const REFRESH = { operation: 'POST /auth/refresh_token' };

/** One sign-in for all calls: made at first use, renewed before it ends and when the PBX refuses it. */
export class SignIn implements Tokens {
  private session: Session | undefined;
  private pending: Promise<Session> | undefined;
  /** Asking again with the same password would only get the account locked. */
  private refused: PbxError | undefined;
  /** The PBX has taken this password: what is refused without a word about it is no refusal of it. */
  private taken = false;

  constructor(
    private readonly api: AuthApi,
    private readonly caller: Caller,
    private readonly secrets: Secrets,
    private readonly now: () => number,
    private readonly account: Account,
    private readonly refusals: Refusals,
    /** How name and password were given, for errors */
    private readonly named = 'PORTSIP_PBX_USERNAME and PORTSIP_PBX_PASSWORD (inputs pbx-username and pbx-password)',
  ) {}

  /** The access token, when there is a session to end. */
  get active(): string | undefined {
    return this.session?.access;
  }

  async current(): Promise<string> {
    const session = this.session;
    if (session && this.now() < session.renewAt) return session.access;
    return (await this.once(session)).access;
  }

  async renewed(refused: string): Promise<string> {
    const session = this.session;
    // Somebody else was refused too, and was quicker.
    if (session && session.access !== refused) return session.access;
    return (await this.once(session)).access;
  }

  private once(old: Session | undefined): Promise<Session> {
    if (this.refused) return Promise.reject(this.refused);
    this.pending ??= this.obtain(old).finally(() => (this.pending = undefined));
    return this.pending;
  }

  private async obtain(old: Session | undefined): Promise<Session> {
    const refreshed = old?.refresh === undefined ? undefined : await this.refresh(old.refresh);
    this.session = refreshed ?? (await this.signIn());
    this.taken = true;
    return this.session;
  }

  /** undefined: the refresh token is no good any more. */
  private async refresh(token: string): Promise<Session | undefined> {
    try {
      return await this.caller.call({
        ...REFRESH,
        send: () => this.api.refresh(token),
        read: (answer) => this.read(answer),
      });
    } catch (error) {
      if (error instanceof PbxError && error.details.status !== undefined && error.details.status < 500)
        return undefined;
      throw error;
    }
  }

  private async signIn(): Promise<Session> {
    const refusedAt = await this.refusals.at(this.account);
    if (refusedAt !== undefined) {
      const { file } = this.refusals;
      this.refused = this.caller.error(
        SIGN_IN,
        `not asked: the PBX refused this password at ${new Date(refusedAt).toISOString().slice(11, 16)} UTC, and five failures would ` +
          `block this address for an hour. Correct ${this.named}; ` +
          `if it was put right on the PBX, ${file === undefined ? 'start again' : `delete ${file}`}, or wait an hour`,
      );
      throw this.refused;
    }
    try {
      return await this.caller.call({
        ...SIGN_IN,
        send: () => this.api.signIn(),
        read: (answer) => this.read(answer),
        passes: (refusal) => this.comingUp(refusal),
      });
    } catch (error) {
      if (!(error instanceof PbxError)) throw error;
      const { status, code, cause } = error.details;
      if (error === this.refused || status === 429 || status === undefined || status < 400 || status >= 500)
        throw error;
      // It was taken before, and is not refused now: whoever asks next may find a PBX that is up.
      if (this.taken && (status === 404 || isSilent(status, code))) throw error;
      const isPassword = isOfPassword(status, code);
      if (isPassword) await this.refusals.note(this.account);
      const advice = isSilent(status, code)
        ? `It may be coming up: try again in a minute; then check ${this.named}`
        : isPassword
          ? `Check ${this.named}; it was not tried again, so as not to lock the account or have this address blocked`
          : status === 404
            ? 'There is no sign-in at this address: is pbx.api in the cluster file right, and is the PBX version 22 or later?'
            : 'Check that PORTSIP_PBX_USERNAME (input pbx-username) is a system administrator with the permission System Settings';
      this.refused = new PbxError(`The PBX refused the sign-in. ${error.message}. ${advice}`, {
        ...SIGN_IN,
        status,
        ...(code ? { code } : {}),
        cause,
      });
      throw this.refused;
    }
  }

  /**
   * A PBX that is coming up, or its web server before it: where there is no sign-in yet, no password was looked at; nor is one that was
   * taken before refused without a word. Of a wrong address the same is true, so that without a sign-in before nobody waits for long.
   */
  private comingUp({ status, code }: { status: number; code?: string }): number | undefined {
    if (status === 404 || (this.taken && isSilent(status, code)))
      return this.taken ? PATIENCE.totalMs : PATIENCE.firstContactMs;
    return undefined;
  }

  private read({ body }: Answer): Session {
    const answer = new Fields(body);
    // All of them, before anything is judged: also an answer that is refused below must not be printed.
    for (const name of ['access_token', 'refresh_token', 'token']) this.secrets.add(textOf(body, name));
    if (answer.flag('two_factor_enabled')) {
      this.refused = this.caller.error(
        SIGN_IN,
        'the PBX wants a second factor, which no automation can give. Since version 22.6 that is a switch of the whole system, for ' +
          'all of its administrators (portal: Settings): it has to be off. Before 22.6 turn it off for this account, or better: make ' +
          'an administrator account for automation alone, without it',
      );
      throw this.refused;
    }
    const access = answer.needText('access_token');
    if (!isToken(access)) throw new Malformed('access_token is not usable as a token');
    const refresh = answer.text('refresh_token');
    const lifetimeMs = (answer.amount('expires_in') || USUAL_LIFETIME_S) * 1000;
    return {
      access,
      ...(refresh === undefined ? {} : { refresh }),
      renewAt: this.now() + lifetimeMs - Math.min(60_000, lifetimeMs / 10),
    };
  }
}

/** The PBX's own word that the password is wrong: it answers with 400 and UNAUTHORIZED. */
function isOfPassword(status: number, code: string | undefined): boolean {
  return code === 'UNAUTHORIZED' || (status === 401 && code !== undefined);
}

/** Refused, but not in the PBX's words */
function isSilent(status: number, code: string | undefined): boolean {
  return status === 401 && code === undefined;
}

function textOf(body: unknown, name: string): string | undefined {
  const value = isObject(body) ? body[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** What can stand in a header */
function isToken(value: string): boolean {
  return /^[\x21-\x7e]{1,8192}$/.test(value);
}
