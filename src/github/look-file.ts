import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Cluster } from '../cluster/types';
import type { CredentialTexts } from '../credentials';
import type { Log, Secrets } from '../log';
import { privateFolderIn } from '../private-folder';
import { inSlices, type Steps } from '../slices';
import type { Handed, Looks } from '../stages/handed';
import type { RunIdentity } from '../stages/session';
import { isObject, messageOf } from '../unknown';

/*
 * What a step of a job saw, for the next one: a file in a folder of our own among the runner's temporary ones. Whatever else runs in the job
 * can write there, too, as the same user. So the file is sealed with a key that is made from the credentials, which only our steps have, and
 * is good for this job, this cluster file and this program alone. Anything else is no look at all, and the step looks for itself. An older
 * one of the same job that somebody puts back can keep a step from doing something, never make it do something.
 */

/** What is kept has another shape from the next number on. */
const SHAPE = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of thousands of servers it is some megabytes. */
const MOST_BYTES = 128 * 1024 * 1024;

export interface LookFileOptions {
  cluster: Cluster;
  credentials: CredentialTexts;
  run: RunIdentity;
  secrets: Secrets;
  log: Pick<Log, 'debug'>;
  /** RUNNER_TEMP */
  temp: string | undefined;
  /** undefined: a system that has no such thing */
  uid: number | undefined;
}

/** undefined: there is no place, or no key, for such a file here */
export function lookFile(options: LookFileOptions): Looks | undefined {
  const { cluster, credentials, run, secrets, log, temp, uid } = options;
  // Without the one secret that nobody guesses a file could be used to try passwords on.
  if (uid === undefined || !temp || !credentials.sshPrivateKey) return undefined;
  const key = Buffer.from(hkdfSync('sha256', serialize(textsOf(credentials)), '', 'portsip-cluster look', 32));
  const about = Buffer.from(
    JSON.stringify([SHAPE, process.version, run.id, run.host, digest(serialize(cluster)).toString('hex')]),
  );
  const name = `look-${digest(about).toString('hex').slice(0, 16)}`;
  const path = (make: boolean) => {
    const folder = privateFolderIn(temp, uid, make);
    return folder === undefined ? undefined : join(folder, name);
  };
  const drop = async () => {
    const file = path(false);
    if (file !== undefined) await rm(file, { force: true });
  };
  function* sealSteps(handed: Handed): Steps<Buffer> {
    const text = JSON.stringify(handed, (_, value: unknown) => (types.isMap(value) ? [...value] : value));
    yield;
    // There is none in it; should there be one all the same, nothing is kept.
    if (secrets.redact(text) !== text) throw new Error('it has a secret in it');
    yield;
    const data = serialize(handed);
    yield;
    return seal(data, key, about);
  }
  const tolerant = (work: () => Promise<void>, what: string) => () =>
    work().catch((error: unknown) => log.debug(`What was seen ${what}: ${messageOf(error)}`));

  return {
    async read() {
      try {
        const file = path(false);
        return file === undefined ? undefined : handedIn(unseal(await readOwn(file, uid), key, about));
      } catch (error) {
        log.debug(`No step before handed on what it saw: ${messageOf(error)}`);
        return undefined;
      }
    },
    async keep(handed) {
      const keep = async () => {
        // Whatever was there is older.
        await drop();
        const file = path(true);
        if (file === undefined) throw new Error('there is no place for it');
        // The lock is held meanwhile, and connections are open.
        const sealed = await inSlices(sealSteps(handed));
        const part = `${file}.${process.pid}`;
        await writeFile(part, sealed, { mode: 0o600, flag: 'wx' });
        await rename(part, file);
      };
      await tolerant(keep, 'is not handed on')();
    },
    drop: tolerant(drop, 'stays'),
  };
}

const digest = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** In one order, whatever order they were given in */
function textsOf(credentials: CredentialTexts): (string | null)[] {
  const { pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress } = credentials;
  const { sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword, registryToken } = credentials;
  return [
    ...[pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress],
    ...[sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword, registryToken],
  ].map((text) => text ?? null);
}

function seal(data: Uint8Array, key: Uint8Array, about: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(about);
  const hidden = Buffer.concat([cipher.update(data), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

/** Throws where it was not sealed with this key, or is about something else. */
function unseal(sealed: Buffer, key: Uint8Array, about: Uint8Array): Buffer {
  const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(about).setAuthTag(tag);
  return Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
}

/** Sealed by this very program: its shape is what it says. */
function handedIn(data: Buffer): Handed | undefined {
  const value: unknown = deserialize(data);
  return isObject(value) && isObject(value['observed']) && isObject(value['stale'])
    ? (value as unknown as Handed)
    : undefined;
}

/** A plain file of this user that nobody else can read. Throws otherwise. */
async function readOwn(path: string, uid: number): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const {
      mode,
      nlink,
      size,
      uid: owner,
    } = await file.stat().then((stat) => {
      if (!stat.isFile()) throw new Error('it is no plain file');
      return stat;
    });
    if (owner !== uid || nlink !== 1 || (mode & 0o077) !== 0) throw new Error('others may have written it');
    if (size > MOST_BYTES) throw new Error('it is too large');
    return await file.readFile();
  } finally {
    await file.close();
  }
}
