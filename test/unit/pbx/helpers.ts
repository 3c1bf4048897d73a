import { Secrets, type Log } from '../../../src/log';
import { connectPbx } from '../../../src/pbx/client';
import type { PbxOptions } from '../../../src/pbx/options';
import { PbxError, type Pbx } from '../../../src/pbx/types';
import { startPbxApi, type PbxApi, type PbxApiOptions } from '../../../src/sandbox/pbx/api';
import { makeCertificate, type Certificate } from '../../../src/sandbox/pbx/certificate';

export const USERNAME = 'automation';
export const PASSWORD = 'correct horse battery';

/** Time that passes only when somebody sleeps, so that minutes of retries take none. */
export class Clock {
  time = Date.parse('2026-03-01T10:00:00Z');
  readonly sleeps: number[] = [];
  readonly now = () => this.time;
  readonly sleep = (ms: number): Promise<void> => {
    this.sleeps.push(Math.round(ms));
    this.time += ms;
    return Promise.resolve();
  };
  get slept(): number {
    return this.sleeps.reduce((sum, ms) => sum + ms, 0);
  }
}

export class Recorder implements Log {
  readonly lines: string[] = [];
  debug = (text: string) => void this.lines.push(`debug ${text}`);
  info = (text: string) => void this.lines.push(`info ${text}`);
  warning = (text: string) => void this.lines.push(`warning ${text}`);
  error = (text: string) => void this.lines.push(`error ${text}`);
  remote = (source: string, line: string) => void this.lines.push(`${source} ${line}`);
  change = () => {};
  group = <T>(_title: string, work: () => Promise<T>) => work();
}

export interface Setup {
  api: PbxApi;
  pbx: Pbx;
  clock: Clock;
  log: Recorder;
  secrets: Secrets;
  /** Another client of the same PBX */
  connect: (options?: Partial<PbxOptions>) => Pbx;
}

const open: (() => Promise<void>)[] = [];
let shared: Promise<Certificate> | undefined;

/** A stand-in and a client that trusts it; the options are also those of further clients. */
export async function setup(
  pbxOptions: Partial<PbxOptions> = {},
  apiOptions: Partial<PbxApiOptions> = {},
): Promise<Setup> {
  const clock = new Clock();
  const log = new Recorder();
  const secrets = new Secrets();
  const api = await startPbxApi({
    username: USERNAME,
    password: PASSWORD,
    now: clock.now,
    certificate: await (shared ??= makeCertificate()),
    ...apiOptions,
  });
  open.push(() => api.close());
  const connect = (options: Partial<PbxOptions> = {}): Pbx => {
    const pbx = connectPbx({
      api: api.url,
      username: USERNAME,
      password: PASSWORD,
      fingerprint: api.fingerprint,
      secrets,
      log,
      sleep: clock.sleep,
      now: clock.now,
      random: () => 0.5,
      ...pbxOptions,
      ...options,
    });
    open.push(() => pbx.close());
    return pbx;
  };
  return { api, pbx: connect(), clock, log, secrets, connect };
}

/** For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** The error of something that must fail. */
export async function failure(work: Promise<unknown>): Promise<PbxError> {
  const error = await work.then(
    (value) => new Error(`no error, but ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof PbxError) return error;
  throw error;
}

/** `POST /media_servers`, … in the order in which they came */
export function asked(api: PbxApi, but: string[] = ['/auth/sign_in', '/auth/sign_out']): string[] {
  return api.requests.filter(({ path }) => !but.includes(path)).map(({ method, path }) => `${method} ${path}`);
}
