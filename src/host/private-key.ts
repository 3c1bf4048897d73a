import type { ParsedKey } from 'ssh2';
import { InputError } from '../cluster/types';
import { fingerprint } from './known-hosts';

export interface PrivateKey {
  /** As ssh2 wants it: LF, one at the end */
  text: string;
  /** Of the public half, where the format shows it without the passphrase */
  fingerprint?: string;
  /** To open it takes up to seconds, in which nothing else is done. */
  encrypted: boolean;
  /** How it was given, for errors */
  named: string;
}

const INPUT = 'ssh-private-key (PORTSIP_SSH_PRIVATE_KEY)';

/** Looks at the key before the first connection, so that a bad secret is one clear error and not one per host. */
export function checkPrivateKey(given: string | undefined, passphrase: string | undefined, named = INPUT): PrivateKey {
  const text = (given ?? '').replaceAll('\r\n', '\n').trim();
  if (text === '')
    throw new InputError(
      named !== INPUT
        ? `${named} is empty: give the file of the private key that opens the hosts, e.g. ~/.ssh/id_ed25519`
        : `${named} is missing: give the private key that opens the hosts, e.g. the content of ~/.ssh/id_ed25519`,
    );
  if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(text))
    throw new InputError(`${named} is a public key: give the private one, from the file without .pub`);
  const again = named === INPUT ? "store the file's content as it is" : 'take the file from where it was made';
  const armour = /^-----BEGIN ([A-Z ]*)PRIVATE KEY-----/.exec(text);
  if (!armour) {
    const path = /^[~./\w-]+$/.test(text) && text.length < 200;
    throw new InputError(
      named !== INPUT
        ? `${named} is no private key: give the file that ssh-keygen made, without .pub; it begins with "-----BEGIN OPENSSH PRIVATE KEY-----"`
        : path
          ? `${named} looks like a path: give the content of the file`
          : `${named} is not a private key: it must begin with "-----BEGIN OPENSSH PRIVATE KEY-----"`,
    );
  }
  if (!/-----END [A-Z ]*PRIVATE KEY-----$/.test(text))
    throw new InputError(`${named} is cut off: its -----END line is missing`);
  const body = text.split('\n').slice(1, -1);
  if (body.length === 0) throw new InputError(`${named} has lost its line breaks: ${again}`);
  const kind = armour[1]?.trim();
  if (kind === '' || kind === 'ENCRYPTED')
    throw new InputError(
      `${named} is in PKCS#8 format, which is not supported: convert a copy with "ssh-keygen -p -f KEYFILE", or make a new key with "ssh-keygen -t ed25519"`,
    );
  const openssh = kind === 'OPENSSH' ? readOpenSsh(body.join('')) : undefined;
  if (kind === 'OPENSSH' && !openssh) throw new InputError(`${named} is damaged: ${again}`);
  const encrypted = isEncrypted(text);
  if (encrypted && !passphrase)
    throw new InputError(
      `${named} is protected by a passphrase and none was given: give the passphrase as well, or a key without one (ssh-keygen -p -N '' -f COPY_OF_THE_KEY)`,
    );
  return { text: `${text}\n`, encrypted, named, ...(openssh && { fingerprint: fingerprint(openssh.publicKey) }) };
}

/** Whether a key that can be read as one wants a passphrase. */
export function isEncrypted(key: string): boolean {
  const text = key.replaceAll('\r\n', '\n').trim();
  if (!text.startsWith('-----BEGIN OPENSSH')) return /^Proc-Type:.*ENCRYPTED/m.test(text);
  const openssh = readOpenSsh(text.split('\n').slice(1, -1).join(''));
  return openssh !== undefined && openssh.cipher !== 'none';
}

/** As ssh2 signs with it. Throws InputError. */
export async function openPrivateKey({ text, named }: PrivateKey, passphrase: string | undefined): Promise<ParsedKey> {
  const { utils } = await import('ssh2');
  const key = utils.parseKey(text, passphrase);
  if (!(key instanceof Error)) return key;
  throw new InputError(
    /passphrase|integrity/i.test(key.message)
      ? `${named} cannot be opened: its passphrase is wrong`
      : `${named} cannot be used (${key.message}): give a key made by "ssh-keygen -t ed25519"`,
  );
}

/** The clear part of openssh-key-v1: cipher, kdf, kdf options, number of keys, public key. */
function readOpenSsh(base64: string): { cipher: string; publicKey: Buffer } | undefined {
  const data = Buffer.from(base64, 'base64');
  const magic = Buffer.from('openssh-key-v1\0', 'latin1');
  if (!data.subarray(0, magic.length).equals(magic)) return undefined;
  let at = magic.length;
  const next = () => {
    if (at + 4 > data.length) return undefined;
    const end = at + 4 + data.readUInt32BE(at);
    if (end > data.length) return undefined;
    const field = data.subarray(at + 4, end);
    at = end;
    return field;
  };
  const cipher = next();
  next();
  next();
  at += 4;
  const publicKey = next();
  return cipher && publicKey && { cipher: cipher.toString('latin1'), publicKey };
}
