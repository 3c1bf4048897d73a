import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type ssh2 from 'ssh2';

export interface KeyPair {
  /** Text of a private key file */
  private: string;
  /** `ssh-ed25519 AAAA…` */
  public: string;
}

/** What a host identifies itself with: an RSA key takes long to make, so it is asked for. */
export async function hostKeys(utils: typeof ssh2.utils, withRsa: boolean): Promise<KeyPair[]> {
  const keys: KeyPair[] = [utils.generateKeyPairSync('ed25519'), utils.generateKeyPairSync('ecdsa', { bits: 256 })];
  if (withRsa) keys.push(await rsaKey(utils));
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
