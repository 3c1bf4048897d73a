import type { Clock } from '../clock';
import { InputError } from '../cluster/types';
import type { Log, Secrets } from '../log';
import type { Refusals } from './refusals';

/** Of the clock: the real one's where they are left out */
export interface PbxOptions extends Partial<Clock> {
  /** https URL without `/api`: `https://192.168.1.20:8887` */
  api: string;
  username?: string | undefined;
  password?: string | undefined;
  /** PEM of the certificate, or of the authority that signed it */
  ca?: string | undefined;
  /** SHA-256 of the certificate. Goes before `ca`, and the name in the certificate does not matter then. */
  fingerprint?: string | undefined;
  /** Hosts, with or without ports, that the password may go to where an authority vouches for the certificate */
  trustedAddress?: string | undefined;
  /** How these were given, for errors */
  named?: { fingerprint?: string; password?: string } | undefined;
  /** Passwords that were refused not long ago; those of this process when left out */
  refusals?: Refusals | undefined;
  secrets: Secrets;
  log: Log;
  /** 0 to 1, for the spread of pauses */
  random?: () => number;
  /** For one request with its answer; 30 seconds of real time, whatever the clock: it tells whether the PBX is dead */
  timeoutMs?: number;
  /** For one answer; 16 MiB */
  maxAnswerBytes?: number;
  /** Aborted: nothing more is asked. `close` still signs out. */
  signal?: AbortSignal | undefined;
}

/** What must be there to sign in. Throws `InputError` that names the input and the variable that are missing. */
export function parseAccount({ username, password }: Pick<PbxOptions, 'username' | 'password'>) {
  if (!username)
    throw missing("the user name of a PBX administrator's account", 'pbx-username', 'PORTSIP_PBX_USERNAME');
  if (!password)
    throw missing("the password of the PBX administrator's account", 'pbx-password', 'PORTSIP_PBX_PASSWORD');
  return { username, password };
}

/** `https://192.168.1.20:8887`. Throws `InputError` for anything but an https address. */
export function parseOrigin(api: string): string {
  let url: URL;
  try {
    url = new URL(api);
  } catch {
    throw new InputError('pbx.api in the cluster file is no URL: it looks like https://192.168.1.20:8887');
  }
  if (url.protocol !== 'https:') {
    throw new InputError(
      `pbx.api in the cluster file must be an https URL, so that the password is not sent in the open`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      'pbx.api in the cluster file must hold no user name or password: those are PORTSIP_PBX_USERNAME and PORTSIP_PBX_PASSWORD (inputs pbx-username and pbx-password)',
    );
  }
  if (!/^\/(api\/?)?$/.test(url.pathname) || url.search || url.hash) {
    throw new InputError('pbx.api in the cluster file is the address alone, without a path: https://192.168.1.20:8887');
  }
  return url.origin;
}

function missing(what: string, input: string, variable: string): InputError {
  return new InputError(`${what} is missing: set the input ${input} (or ${variable} in the environment)`);
}
