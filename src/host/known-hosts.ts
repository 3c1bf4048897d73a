import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerHostKeyAlgorithm } from 'ssh2';

/** OpenSSH's known_hosts, read strictly: no key is ever trusted at first use. */
export interface KnownHosts {
  /** Keys that hosts can be checked against */
  readonly keys: number;
  /** Lines that are no known_hosts lines, 1-based */
  readonly unreadable: readonly number[];
  check(host: string, port: number, key: Buffer): HostKeyVerdict;
  /** Whether there is any key for this host */
  knows(host: string, port: number): boolean;
  /** Host key algorithms to offer: those of the types known for this host first, as OpenSSH does. */
  algorithms(host: string, port: number): ServerHostKeyAlgorithm[];
}

export type HostKeyVerdict =
  { known: true } | { known: false; code: 'host-key-unknown' | 'host-key-changed'; why: string };

interface Line {
  number: number;
  marker?: 'revoked' | 'cert-authority';
  matches(name: string): boolean;
  type: string;
  key: Buffer;
}

const ALGORITHMS: Readonly<Record<string, readonly ServerHostKeyAlgorithm[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
};

export function parseKnownHosts(text: string): KnownHosts {
  const lines: Line[] = [];
  const unreadable: number[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const line = parseLine(content, index + 1);
    if (line) lines.push(line);
    else unreadable.push(index + 1);
  }

  /**
   * A line that names the host alone is for any port of it that has no line of its own. So does OpenSSH, which is less strict
   * only about keys of other types.
   */
  const look = (host: string, port: number) => {
    const name = host.toLowerCase();
    if (port === 22) return lines.filter((line) => line.matches(name));
    const withPort = lines.filter((line) => line.matches(`[${name}]:${port}`));
    const alone = lines.filter((line) => !withPort.includes(line) && line.matches(name));
    return withPort.some(({ marker }) => marker === undefined)
      ? [...withPort, ...alone.filter(({ marker }) => marker === 'revoked')]
      : [...withPort, ...alone];
  };
  // Once a host: each is asked for its algorithms and then for its key, and each of its attempts asks again.
  const found = new Map<string, Line[]>();
  const linesFor = (host: string, port: number): readonly Line[] => {
    const key = `${port} ${host}`;
    const known = found.get(key) ?? look(host, port);
    found.set(key, known);
    return known;
  };

  return {
    keys: lines.filter((line) => line.marker === undefined).length,
    unreadable,
    knows: (host, port) => linesFor(host, port).some((line) => line.marker === undefined),
    check(host, port, key) {
      const found = linesFor(host, port);
      const revoked = found.find((line) => line.marker === 'revoked' && sameKey(line.key, key));
      if (revoked)
        return {
          known: false,
          code: 'host-key-changed',
          why: `known_hosts line ${revoked.number} revokes the key that it offers: do not connect until you know why`,
        };
      const plain = found.filter((line) => line.marker === undefined);
      if (plain.some((line) => sameKey(line.key, key))) return { known: true };
      const type = keyType(key);
      const contradicted = plain.filter((line) => line.type === type);
      if (contradicted.length > 0)
        return {
          known: false,
          code: 'host-key-changed',
          why:
            `known_hosts ${listLines(contradicted)} another ${type} key for it (${contradicted.map((line) => fingerprint(line.key)).join(', ')}): ` +
            'either the machine was installed again, or somebody is in between',
        };
      const others = [...new Set(plain.map((line) => line.type))];
      if (others.length > 0)
        return {
          known: false,
          code: 'host-key-unknown',
          why: `known_hosts has only its ${others.join(' and ')} key, which it did not offer`,
        };
      const authority = found.find((line) => line.marker === 'cert-authority');
      if (authority)
        return {
          known: false,
          code: 'host-key-unknown',
          why: `known_hosts line ${authority.number} trusts a certificate authority (@cert-authority), which is not supported: add the host's own key`,
        };
      return { known: false, code: 'host-key-unknown', why: 'its key is not in known_hosts' };
    },
    algorithms(host, port) {
      const types = new Set(
        linesFor(host, port)
          .filter((line) => line.marker === undefined)
          .map((line) => line.type),
      );
      const ordered = [...Object.keys(ALGORITHMS)].sort((a, b) => Number(types.has(b)) - Number(types.has(a)));
      return ordered.flatMap((type) => ALGORITHMS[type] ?? []);
    },
  };
}

/** The keys in lines of known_hosts, as ssh-keyscan prints them, in their order; what is no such line is passed over. */
export function keysIn(text: string): Buffer[] {
  return text.split(/\r?\n/).flatMap((line) => parseLine(line.trim(), 0)?.key ?? []);
}

/** `SHA256:…`, as ssh-keygen -l prints it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** The type that a public key blob names itself: `ssh-ed25519`. */
export function keyType(key: Buffer): string {
  const length = key.length >= 4 ? key.readUInt32BE(0) : 0;
  const type = key.subarray(4, 4 + length).toString('latin1');
  return length > 0 && length <= 64 && /^[a-z0-9@.-]+$/.test(type) ? type : 'unknown';
}

/** The line that would make the host known. */
export function knownHostsLine(host: string, port: number, key: Buffer): string {
  return `${port === 22 ? host : `[${host}]:${port}`} ${keyType(key)} ${key.toString('base64')}`;
}

function parseLine(content: string, number: number): Line | undefined {
  const words = content.split(/[ \t]+/);
  let marker: Line['marker'];
  if (words[0]?.startsWith('@')) {
    const word = words.shift();
    if (word === '@revoked') marker = 'revoked';
    else if (word === '@cert-authority') marker = 'cert-authority';
    else return undefined;
  }
  const [names, type, base64] = words;
  if (!names || !type || !base64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const key = Buffer.from(base64, 'base64');
  if (keyType(key) !== type) return undefined;
  const matches = names.startsWith('|') ? hashedName(names) : namePatterns(names);
  return matches && { number, ...(marker && { marker }), matches, type, key };
}

function hashedName(field: string): Line['matches'] | undefined {
  const [, magic, salt, hash] = field.split('|');
  if (magic !== '1' || !salt || !hash) return undefined;
  const wanted = Buffer.from(hash, 'base64');
  const key = Buffer.from(salt, 'base64');
  // It is one host's alone: once it is known whose, no other name is hashed for it.
  let whose: string | undefined;
  return (name) => {
    if (whose !== undefined) return whose === name;
    const actual = createHmac('sha1', key).update(name).digest();
    const matches = actual.length === wanted.length && timingSafeEqual(actual, wanted);
    if (matches) whose = name;
    return matches;
  };
}

function namePatterns(field: string): Line['matches'] {
  const patterns = field
    .toLowerCase()
    .split(',')
    .filter((pattern) => pattern !== '');
  return (name) => {
    if (patterns.some((pattern) => pattern.startsWith('!') && wildcard(pattern.slice(1), name))) return false;
    return patterns.some((pattern) => !pattern.startsWith('!') && wildcard(pattern, name));
  };
}

/** Linear in both lengths but for the last `*`: a pattern cannot make it hang. */
function wildcard(pattern: string, name: string): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let n = 0; n < name.length;) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

function sameKey(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function listLines(lines: readonly Line[]): string {
  const numbers = lines.map((line) => line.number).join(', ');
  return lines.length === 1 ? `line ${numbers} has` : `lines ${numbers} have`;
}
