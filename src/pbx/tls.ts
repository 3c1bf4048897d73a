import { createHash, X509Certificate } from 'node:crypto';
import { isIPv6 } from 'node:net';
import tls from 'node:tls';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { InputError } from '../cluster/types';
import { quote } from '../text/one-line';

/** What makes a PBX's certificate good. With a pin nothing else counts, not even the name; any of several pins will do. */
export interface Trust {
  /** PEM blocks; undefined: the authorities that Node and the system trust */
  ca?: string[];
  /** Where a certificate may be that an authority signed: host as in a URL, and the port if it matters */
  addresses?: { host: string; port?: string }[];
  pins?: Pin[];
  /** How the pin was given: `--pbx-fingerprint` */
  named?: string;
}

/**
 * The SHA-256 of the whole certificate, or of its public key, which a renewal can keep. `certificate`: 64 hexadecimal digits in
 * capitals; `key`: base64, of the key as X.509 has it.
 */
export interface Pin {
  of: 'certificate' | 'key';
  sha256: string;
}

/** What the PBX offered, and by what it was trusted. */
export interface Trusted {
  by: 'authority' | Pin['of'];
  /** Milliseconds since the epoch when it expires; undefined: it does not say so in a way that one could read */
  expiresAt?: number;
}

/** The PBX offered a certificate that is not to be trusted. Nothing was sent to it. */
export class CertificateError extends Error {}

export function parseTrust(given: {
  ca?: string | undefined;
  fingerprint?: string | undefined;
  trustedAddress?: string | undefined;
  /** How the certificate or fingerprint was given, for errors */
  named?: string;
}): Trust {
  const addresses = (given.trustedAddress ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseAddress);
  return { ...certificateTrust(given.ca, given.fingerprint, given.named), ...(addresses.length > 0 && { addresses }) };
}

/** `pbx.example.com`, `192.168.1.20:8887`, `https://[2001:db8::1]` */
function parseAddress(text: string): { host: string; port?: string } {
  try {
    const { hostname, port, protocol } = new URL(
      text.includes('://') ? text : `https://${isIPv6(text) ? `[${text}]` : text}`,
    );
    if (protocol === 'https:' && hostname !== '') return { host: bare(hostname), ...(port && { port }) };
  } catch {
    // Told below.
  }
  throw new InputError(
    `pbx-trusted-address (PORTSIP_PBX_TRUSTED_ADDRESS) is not the address of a PBX: "${quote(text, 100)}"; give the host of pbx.api, such as pbx.example.com`,
  );
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

function certificateTrust(ca: string | undefined, fingerprint: string | undefined, named?: string): Trust {
  if (fingerprint?.trim()) {
    const pins = parsePins(fingerprint);
    if (!pins) {
      throw new InputError(
        `${named ?? 'PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint)'} is not the SHA-256 of a certificate: ` +
          '64 hexadecimal digits, with or without colons, as `openssl x509 -noout -fingerprint -sha256` prints them; ' +
          "or sha256// and the base64 of a public key's; several between commas",
      );
    }
    return { pins, ...(named !== undefined && { named }) };
  }
  if (ca?.trim()) {
    const blocks = ca.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0 || !blocks.every(isCertificate)) {
      throw new InputError(
        named === undefined
          ? 'PORTSIP_PBX_CA (input pbx-ca) holds no readable certificate: give the PEM text itself, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, not a path'
          : `${named} holds no readable certificate: give a file in PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----`,
      );
    }
    return { ca: blocks };
  }
  return {};
}

/** Several between commas or on lines of their own; undefined: one of them is none. */
function parsePins(text: string): Pin[] | undefined {
  const pins = text
    .split(/[,;\n]+/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one): Pin | undefined => {
      // As curl --pinnedpubkey has it
      const key = /^sha256\/\/([A-Za-z0-9+/]{43}=)$/.exec(one)?.[1];
      if (key !== undefined) return { of: 'key', sha256: key };
      const digits = one
        .replace(/^sha-?256( fingerprint)?[:=]/i, '')
        .replace(/[:\s]/g, '')
        .toUpperCase();
      return /^[0-9A-F]{64}$/.test(digits) ? { of: 'certificate', sha256: digits } : undefined;
    });
  const whole = pins.filter((pin) => pin !== undefined);
  return whole.length > 0 && whole.length === pins.length ? whole : undefined;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** Node's own authorities and the system's, where this Node can read those; none where a certificate is pinned. */
export function trustedAuthorities(trust: Trust): string[] | undefined {
  if (trust.pins) return [];
  if (trust.ca) return trust.ca;
  // Newer than its types and than the oldest Node that we run on.
  const { getCACertificates } = tls as typeof tls & { getCACertificates?: (store: string) => string[] };
  return getCACertificates ? [...getCACertificates('default'), ...getCACertificates('system')] : undefined;
}

/** What one must know of a finished handshake to judge it. */
export interface Offer {
  certificate: PeerCertificate;
  /** OpenSSL's or Node's code; undefined: chain, dates and name are good */
  fault?: string;
}

export function offerOf(socket: TLSSocket): Offer {
  const certificate = socket.getPeerCertificate();
  if (socket.authorized) return { certificate };
  // Typed as an Error, but Node leaves the error's code here.
  const fault: unknown = socket.authorizationError;
  return { certificate, fault: typeof fault === 'string' ? fault : fault instanceof Error ? fault.message : 'UNKNOWN' };
}

/** Chain faults that do not matter when the very certificate was given as trusted. */
const CHAIN_FAULTS = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** undefined: the certificate is good for `host`. `origin` is for the message. */
export function judge(offer: Offer, trust: Trust, host: string, origin: string): string | undefined {
  const { certificate } = offer;
  if (!certificate.fingerprint256) return `The server at ${origin} offered no certificate. Nothing was sent to it.`;
  if (trust.pins) {
    if (pinnedBy(certificate, trust.pins)) return undefined;
    return lines(
      `The PBX at ${origin} offered another certificate than the pinned one. Nothing was sent to it.`,
      describe(certificate),
      `Pinned: ${trust.pins.map(spell).join(', ')}`,
      `If nobody renewed the PBX's certificate, something else answers at this address. If somebody did, set ${trust.named ?? FINGERPRINT} to the SHA-256 above, or to its public key, which a renewal can keep: ${spell({ of: 'key', sha256: keyDigest(certificate) })}`,
    );
  }
  const fault = settle(offer, trust, host);
  if (!fault)
    return isGiven(certificate, trust) || isHeld(origin, trust) ? undefined : elsewhere(certificate, origin, trust);
  if (fault === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return lines(
      `The PBX at ${origin} offered a certificate that is trusted but made out to another name (${quote(namesOf(certificate), 200)}). Nothing was sent to it.`,
      describe(certificate),
      `Set pbx.api in the cluster file to a name that the certificate has, or pin it: ${FINGERPRINT} to the SHA-256 above`,
    );
  if (fault === 'CERT_HAS_EXPIRED' || fault === 'CERT_NOT_YET_VALID')
    return lines(
      `The PBX at ${origin} offered a certificate that ${fault === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}. Nothing was sent to it.`,
      describe(certificate),
      `Renew it on the PBX (and check this machine's clock), or pin it as it is: ${FINGERPRINT} to the SHA-256 above`,
    );
  return lines(
    `The PBX at ${origin} offered a certificate that nothing here vouches for (${quote(fault, 80)}). Nothing was sent to it.`,
    describe(certificate),
    `If the PBX itself shows that SHA-256, set ${FINGERPRINT} to it, or PORTSIP_PBX_CA (input pbx-ca) to the PEM of its authority`,
  );
}

const FINGERPRINT = 'PORTSIP_PBX_FINGERPRINT (input pbx-fingerprint)';

/** What happened, what it is about, and last what to do: what follows the first line is indented, and so belongs to it. */
function lines(first: string, ...others: readonly string[]): string {
  return [first, ...others].join('\n  ');
}

function settle({ certificate, fault }: Offer, trust: Trust, host: string): string | undefined {
  if (!fault || !CHAIN_FAULTS.has(fault)) return fault;
  if (!isGiven(certificate, trust)) return fault;
  // The machine's own clock, as for every other certificate.
  const now = Date.now();
  if (Date.parse(certificate.valid_to) < now) return 'CERT_HAS_EXPIRED';
  if (Date.parse(certificate.valid_from) > now) return 'CERT_NOT_YET_VALID';
  return tls.checkServerIdentity(host, certificate) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : undefined;
}

/** The very certificate: only who has its key can offer it, wherever. */
const isGiven = (certificate: PeerCertificate, { ca = [] }: Trust): boolean =>
  ca.some((pem) => new X509Certificate(pem).raw.equals(certificate.raw));

const isHeld = (origin: string, { addresses = [] }: Trust): boolean => {
  const { hostname, port } = new URL(origin);
  return addresses.some((one) => one.host === bare(hostname) && (one.port ?? port) === port);
};

/** An authority vouches for a name, but the name is the cluster file's. Whoever may change that on a branch gets no password. */
function elsewhere(certificate: PeerCertificate, origin: string, { addresses }: Trust): string {
  const { hostname } = new URL(origin);
  const others = addresses?.map(({ host, port }) => (port ? `${host}:${port}` : host)).join(', ');
  return lines(
    `The certificate of the PBX at ${origin} is vouched for by an authority (${nameOf(certificate.issuer)}), which says nothing about whether its password belongs there: ${others ? `PORTSIP_PBX_TRUSTED_ADDRESS (input pbx-trusted-address) says ${quote(others, 200)}` : 'that address stands in the cluster file alone'}. Nothing was sent to it.`,
    describe(certificate),
    `If it is your PBX, set PORTSIP_PBX_TRUSTED_ADDRESS (input pbx-trusted-address; a variable) to ${bare(hostname)}, or pin its certificate: ${FINGERPRINT} to the SHA-256 above`,
  );
}

/** Of one that `judge` has found good. */
export function trustedBy({ certificate }: Offer, trust: Trust): Trusted {
  const expiresAt = Date.parse(certificate.valid_to);
  const by = trust.pins ? (pinnedBy(certificate, trust.pins)?.of ?? 'certificate') : 'authority';
  return { by, ...(!Number.isNaN(expiresAt) && { expiresAt }) };
}

function pinnedBy(certificate: PeerCertificate, pins: readonly Pin[]): Pin | undefined {
  const own = { certificate: digits(certificate), key: keyDigest(certificate) };
  return pins.find(({ of, sha256 }) => own[of] === sha256);
}

function keyDigest({ raw }: PeerCertificate): string {
  const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

function spell({ of, sha256 }: Pin): string {
  return of === 'key' ? `sha256//${sha256}` : withColons(sha256);
}

function digits(certificate: PeerCertificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toUpperCase();
}

function withColons(hex: string): string {
  return hex.match(/../g)?.join(':') ?? hex;
}

function namesOf(certificate: PeerCertificate): string {
  return certificate.subjectaltname ?? nameOf(certificate.subject);
}

/** `Its SHA-256: AA:BB:… (CN=pbx, issued by CN=pbx, valid … to …)` */
function describe(certificate: PeerCertificate): string {
  const [from, to] = [certificate.valid_from, certificate.valid_to].map((date) => quote(date, 40));
  return `Its SHA-256: ${certificate.fingerprint256} (${nameOf(certificate.subject)}, issued by ${nameOf(certificate.issuer)}, valid ${from} to ${to})`;
}

function nameOf(subject: PeerCertificate['subject'] | undefined): string {
  const parts = Object.entries(subject ?? {}).map(([key, value]) => `${key}=${[value].flat().join('+')}`);
  return quote(parts.join(', '), 200) || 'no name';
}
