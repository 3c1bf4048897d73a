import { createSecureContext, TLSSocket } from 'node:tls';
import type { Agent, buildConnector } from 'undici';
import { quote } from '../text/one-line';
import { codeOf, isObject, messageOf } from '../unknown';
import { CertificateError, judge, offerOf, trustedAuthorities, trustedBy, type Trust, type Trusted } from './tls';

export type FailureKind =
  /** No connection: nothing was sent. */
  | 'unreachable'
  /** The same, and it will not get better: a name that does not exist, something that is no HTTPS server. */
  | 'wrong-address'
  /** The certificate is not trusted: nothing was sent. */
  | 'certificate'
  /** The connection broke: the PBX may have done what it was asked. */
  | 'lost'
  | 'timeout'
  /** An answer that no PBX gives */
  | 'nonsense'
  | 'cancelled';

/** No usable answer came. `message` is a clause about the PBX: "did not answer within 30 seconds". */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export interface TransportOptions {
  /** `https://192.168.1.20:8887` */
  origin: string;
  trust: Trust;
  timeoutMs: number;
  maxAnswerBytes: number;
  signal?: AbortSignal;
}

/** HTTPS to one PBX over a few kept connections. Never follows a redirect, never sends before the certificate is judged. */
export class Transport {
  private agent: Promise<Agent> | undefined;
  private trusted: Trusted | undefined;

  constructor(private readonly options: TransportOptions) {}

  /** The certificate that was offered last, once it was found good. */
  get certificate(): Trusted | undefined {
    return this.trusted;
  }

  /** Throws `Failure`. The response's body is read whole, within the time and size that are allowed. */
  async fetch(request: Request, timeoutMs = this.options.timeoutMs, signal = this.options.signal): Promise<Response> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const { request: send } = await import('undici');
      const payload = await request.text();
      const answer = await send(request.url, {
        dispatcher: await (this.agent ??= this.connect()),
        method: request.method === 'GET' ? 'GET' : 'POST',
        headers: Object.fromEntries(request.headers),
        body: payload === '' ? null : payload,
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      const { statusCode: status } = answer;
      // Unread bodies that are given up report that as an error, which would end the process.
      answer.body.on('error', () => {});
      if (status < 200 || status > 599) {
        answer.body.destroy();
        throw new Failure('nonsense', `answered with status ${status}, which does not exist`);
      }
      const text = await this.read(answer.body, answer.headers['content-length']);
      const headers = new Headers();
      for (const name of ['retry-after', 'location']) {
        const value = [answer.headers[name]].flat()[0];
        if (value !== undefined) headers.set(name, quote(value, 500));
      }
      return new Response(status === 204 || status === 205 || status === 304 ? null : text, { status, headers });
    } catch (error) {
      if (signal?.aborted) throw new Failure('cancelled', 'had not answered when the run was cancelled', error);
      if (timeout.aborted) throw new Failure('timeout', `did not answer within ${timeoutMs / 1000} seconds`, error);
      throw classify(error);
    }
  }

  async close(): Promise<void> {
    await (await this.agent?.catch(() => undefined))?.destroy();
  }

  private async read(body: AsyncIterable<Buffer> & { destroy(): unknown }, length: unknown): Promise<string> {
    const { maxAnswerBytes } = this.options;
    const chunks: Buffer[] = [];
    let bytes = 0;
    const refuse = () => {
      body.destroy();
      return new Failure('nonsense', `answered with more than ${Math.floor(maxAnswerBytes / 1024)} KiB`);
    };
    if (Number(length) > maxAnswerBytes) throw refuse();
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxAnswerBytes) throw refuse();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  private async connect(): Promise<Agent> {
    const { Agent, buildConnector } = await import('undici');
    const { trust, origin, timeoutMs } = this.options;
    const ca = trustedAuthorities(trust);
    const handshake = buildConnector({
      // Once for all connections: to read the authorities takes a fifth of a second.
      // An authority that is given is trusted whoever signed it in turn.
      secureContext: createSecureContext(ca ? { ca, allowPartialTrustChain: trust.ca !== undefined } : {}),
      // Judged below, where the refused certificate can still be shown. A resumed session would skip the
      // check of the name, so that sessions are not kept: the kept connections make up for it.
      rejectUnauthorized: false,
      maxCachedSessions: 0,
      timeout: Math.min(timeoutMs, 10_000),
    });
    const connect: buildConnector.connector = (target, callback) =>
      handshake(target, (...result) => {
        const [error, socket] = result;
        if (error) return callback(error, null);
        const host = target.hostname.replace(/^\[|\]$/g, '');
        const offer = socket instanceof TLSSocket ? offerOf(socket) : undefined;
        const objection = offer
          ? judge(offer, trust, host, origin)
          : `The server at ${origin} offered no TLS. Nothing was sent to it.`;
        if (offer && !objection) {
          this.trusted = trustedBy(offer, trust);
          return callback(null, socket);
        }
        socket.destroy();
        callback(new CertificateError(objection ?? ''), null);
      });
    // One request at a time on a connection: a reset then leaves one request in doubt, not several.
    return new Agent({ connect, connections: 4, pipelining: 1, keepAliveTimeout: 30_000 });
  }
}

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'refuses connections',
  EHOSTUNREACH: 'cannot be reached from here (no route)',
  ENETUNREACH: 'cannot be reached from here (no network)',
  EHOSTDOWN: 'cannot be reached from here (host down)',
  EADDRNOTAVAIL: 'cannot be reached from here (no local address)',
  EAI_AGAIN: 'has a name that could not be looked up just now',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
  ETIMEDOUT: 'did not accept a connection in time',
};

/** What an error of the network says about the PBX, and whether it can have got the request. */
export function classify(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof CertificateError) return new Failure('certificate', error.message, error);
  const code = codeOf(error) ?? '';
  const message = messageOf(error);
  const known = UNREACHABLE[code];
  if (known && isBeforeConnection(error)) return new Failure('unreachable', known, error);
  if (code === 'ENOTFOUND') return new Failure('wrong-address', 'has a name that does not exist', error);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
    return new Failure('wrong-address', `does not speak TLS as expected (${quote(message, 120)})`, error);
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
    return new Failure('nonsense', `does not speak HTTP as expected (${quote(message, 120)})`, error);
  return new Failure('lost', `closed the connection without an answer (${quote(code || message, 120)})`, error);
}

/** The same codes also come from a connection that breaks later, when the request is long gone. */
function isBeforeConnection(error: unknown): boolean {
  const { code, syscall, errors }: Record<string, unknown> = isObject(error) ? error : {};
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return Array.isArray(errors) && errors.every(isBeforeConnection);
}
