import { randomBytes, scrypt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../unknown';

/*
 * Passwords that the PBX just refused. It counts failures by address: five block the runner's for an hour, and with it everything
 * else that signs in from there (source: `web_failed_auth_amount` in PortSIP's guide to security). So no step of the same job, no
 * repeated command and no `--watch` tries one again.
 */

export interface Account {
  origin: string;
  username: string;
  password: string;
}

export interface Refusals {
  /** When an account was refused, in milliseconds since the epoch; undefined: not within the last hour */
  at(account: Account): Promise<number | undefined>;
  note(account: Account): Promise<void>;
  /** Where they are kept, for a person who mended the password on the PBX; undefined: in this process only */
  readonly file: string | undefined;
}

/** As long as the PBX would block the address */
export const REFUSED_MS = 3_600_000;
const MOST = 50;
const FILE = 'refused-sign-ins.json';

interface Entry {
  salt: string;
  hash: string;
  at: number;
}

/** A folder that only this user can read, made where it has to be; undefined: there is none */
type Folder = (make: boolean) => string | undefined;

/** `folder`: for other processes to know as well. It is not made before there is something to keep. */
export function keptRefusals(folder: Folder = () => undefined, now: () => number = Date.now): Refusals {
  const fileIn = (at: string | undefined) => (at === undefined ? undefined : join(at, FILE));
  let own: Entry[] = [];
  const current = async (): Promise<Entry[]> => {
    const file = fileIn(folder(false));
    const written = file === undefined ? '[]' : await readFile(file, 'utf8').catch(() => '[]');
    const all = [...own, ...parse(written).filter(({ hash }) => !own.some((one) => one.hash === hash))];
    return all.filter(({ at }) => at <= now() && now() - at < REFUSED_MS);
  };
  return {
    get file() {
      return fileIn(folder(false));
    },
    async at(account) {
      for (const { salt, hash, at } of await current()) if ((await digest(account, salt)) === hash) return at;
      return undefined;
    },
    async note(account) {
      const salt = randomBytes(16).toString('hex');
      own = [...(await current()), { salt, hash: await digest(account, salt), at: now() }].slice(-MOST);
      const file = fileIn(folder(true));
      if (file === undefined) return;
      const part = `${file}.${process.pid}`;
      // Without it this process still knows.
      await writeFile(part, JSON.stringify(own), { mode: 0o600 })
        .then(() => rename(part, file))
        .catch(() => undefined);
    },
  };
}

/** What this process knows, for whoever gives no other */
export const OWN_REFUSALS: Refusals = keptRefusals();

/** Slow on purpose: what is kept must not help anybody to find the password. */
function digest({ origin, username, password }: Account, salt: string): Promise<string> {
  return new Promise((resolve, reject) =>
    scrypt(JSON.stringify([origin, username, password]), salt, 32, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    ),
  );
}

function parse(text: string): Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value.slice(-MOST).flatMap((entry: unknown): Entry[] => {
    if (!isObject(entry)) return [];
    const { salt, hash, at } = entry;
    return typeof salt === 'string' && typeof hash === 'string' && typeof at === 'number' ? [{ salt, hash, at }] : [];
  });
}
