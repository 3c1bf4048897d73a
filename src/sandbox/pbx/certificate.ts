import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
  /** SHA-256 with colons */
  fingerprint: string;
}

export interface CertificateOptions {
  /** Names and addresses that it is made out to */
  names?: string[];
  commonName?: string;
  /** Signs it; itself when left out */
  authority?: Certificate;
  /** Makes it an authority */
  isAuthority?: boolean;
  notBefore?: Date;
  notAfter?: Date;
}

const DAY_MS = 86_400_000;

/** A certificate as a PBX makes one for itself, or as an authority of a company gives it. */
export async function makeCertificate(options: CertificateOptions = {}): Promise<Certificate> {
  const { names = ['127.0.0.1', 'localhost'], commonName = 'PortSIP PBX', authority, isAuthority = false } = options;
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: options.notBefore ?? new Date(Date.now() - DAY_MS),
    notAfterDate: options.notAfter ?? new Date(Date.now() + 365 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: isAuthority, critical: true },
      ...(isAuthority ? [{ name: 'keyUsage', keyCertSign: true, critical: true } as const] : []),
      {
        name: 'subjectAltName',
        altNames: names.map((name) =>
          isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
        ),
      },
    ],
    ...(authority ? { ca: { key: authority.key, cert: authority.cert } } : {}),
  });
  return { key: made.private, cert: made.cert, fingerprint: new X509Certificate(made.cert).fingerprint256 };
}
