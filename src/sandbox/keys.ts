import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type ssh2 from 'ssh2';

export interface KeyPair {
  /** Text of a private key file */
  private: string;
  /** `ssh-ed25519 AAAA…` */
  public: string;
}

/** ssh2 writes about one ed25519 key in 300 so that nobody can read it (2026): those are thrown away. */
export function makeKey(utils: typeof ssh2.utils, type: 'ed25519' | 'ecdsa'): KeyPair {
  for (;;) {
    const pair = type === 'ecdsa' ? utils.generateKeyPairSync(type, { bits: 256 }) : utils.generateKeyPairSync(type);
    const parsed = utils.parseKey(pair.private);
    if (!(parsed instanceof Error) && pair.public.includes(parsed.getPublicSSH().toString('base64'))) return pair;
  }
}

let rsa: Promise<KeyPair> | undefined;

/** What a host identifies itself with. An RSA key takes long to make: it is asked for, and made once per process. */
export async function hostKeys(utils: typeof ssh2.utils, withRsa: boolean): Promise<KeyPair[]> {
  const keys = [makeKey(utils, 'ed25519'), makeKey(utils, 'ecdsa')];
  if (withRsa) keys.push(await (rsa ??= rsaKey(utils)));
  return keys;
}

/** Off the main thread: it takes a tenth of a second or more. */
async function rsaKey(utils: typeof ssh2.utils): Promise<KeyPair> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const parsed = utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  return { private: privateKey, public: `ssh-rsa ${parsed.getPublicSSH().toString('base64')}` };
}
