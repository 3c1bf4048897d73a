import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { realClock, type ScaledClock } from '../../clock';
import { portOf } from '../port';
import { makeCertificate, type Certificate } from './certificate';
import { checkAnswer, checkRequest, findOperation, type Operation } from './description';
import { Faults } from './faults';
import {
  handle,
  issueDataflowToken,
  isWhitelisted,
  refuse,
  type PbxWorld,
  type Reply,
  type Settings,
} from './handlers';
import { freshState, type PbxState } from './state';

export interface PbxApiOptions {
  username: string;
  password: string;
  /** Without one all servers are OFFLINE. */
  world?: PbxWorld;
  /** 127.0.0.1 */
  host?: string;
  /** 0: any */
  port?: number;
  /** Goes on from there; it is used as it is, not copied */
  state?: PbxState;
  /** A new one, for `host` and localhost, when left out */
  certificate?: Certificate;
  /** 1800 */
  tokenLifetimeSeconds?: number;
  twoFactor?: boolean;
  /** Of one address that is not on the whitelist; 5000 */
  requestsPerMinute?: number;
  /** The most that a page holds; 100 */
  pageSize?: number;
  /** Path below /api at which this PBX issues Data Flow tokens; none in the published API */
  dataflowTokenPath?: string;
  /** `22.0` */
  apiVersion?: string;
  /** Milliseconds since the epoch, for tokens and limits */
  now?: () => number;
  /** The real one */
  clock?: ScaledClock;
  /** Told of each IM token that is issued */
  onImToken?: (token: string) => void;
  /** A new token for session border controllers: those that have another one lose their connection. */
  onSbcToken?: () => void;
}

export interface RecordedRequest {
  method: string;
  /** Below /api */
  path: string;
  query: Record<string, string>;
  /** Parsed JSON, undefined without a body */
  body: unknown;
  /** 0: no answer was sent */
  status: number;
}

export interface PbxApi {
  /** `https://127.0.0.1:34567`, what `pbx.api` is in a cluster file */
  url: string;
  fingerprint: string;
  caPem: string;
  /** Live: what is changed here is changed in the PBX */
  state: PbxState;
  requests: RecordedRequest[];
  /** What the description does not allow, of requests and of the stand-in's own answers: a test wants it empty */
  violations: string[];
  faults: Faults;
  /** Access tokens end now, and refresh tokens too unless they are kept. */
  expireTokens(options?: { keepRefresh?: boolean }): void;
  changeCertificate(certificate: Certificate): void;
  /** Connections since the start */
  connections(): number;
  /** Nothing listens any more, and connections are cut; `resume` listens again at the same address. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

const MOST_RECORDED = 20_000;

/** A PBX's REST API over HTTPS, without a PBX: it keeps state and refuses what the description does not allow. */
export async function startPbxApi(options: PbxApiOptions): Promise<PbxApi> {
  const host = options.host ?? '127.0.0.1';
  const clock = options.clock ?? realClock;
  const state = options.state ?? freshState();
  const certificate = options.certificate ?? (await makeCertificate({ names: [host, 'localhost'] }));
  const settings: Settings = {
    world: options.world ?? { serverStatus: () => ({ status: 'OFFLINE' }) },
    username: options.username,
    password: options.password,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 1800,
    twoFactor: options.twoFactor ?? false,
    pageSize: options.pageSize ?? 100,
    apiVersion: options.apiVersion ?? '22.0',
    now: options.now ?? clock.now,
  };
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const faults = new Faults();
  const limit = rateLimit(options.requestsPerMinute ?? 5000, settings.now);
  let connections = 0;

  const work = (request: IncomingMessage, url: URL, path: string, text: string): Reply & { retryAfter?: string } => {
    const method = request.method ?? '';
    const source = request.socket.remoteAddress ?? host;
    const pause = isWhitelisted(state, source) ? undefined : limit(source);
    if (pause !== undefined) return { ...refuse(429, 'TOO_MANY_REQUESTS', 'slow down'), retryAfter: String(pause) };
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const isSignedIn = () =>
      state.sessions.some(({ access, expiresAt }) => access === token && settings.now() < expiresAt);
    const stranger = refuse(401, 'UNAUTHORIZED', 'this token is not good, or not any more');
    if (options.dataflowTokenPath && path === `/${options.dataflowTokenPath.replace(/^\//, '')}` && method === 'POST') {
      return isSignedIn() ? issueDataflowToken(state) : stranger;
    }
    const operation = findOperation(method, path);
    if (typeof operation === 'number') {
      violations.push(`${method} ${path}: not described`);
      return refuse(operation, 'UNKNOWN', 'there is no such thing here');
    }
    const found = checkRequest(operation, url.searchParams, request.headers['content-type'], text);
    violations.push(...found.map((fault) => `${operation.name}: ${fault}`));
    if (operation.needsSignIn && !isSignedIn()) return stranger;
    if (found.length > 0) return refuse(400, 'VALIDATE_FAILED', 'a field does not pass', found);
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const before = state.imToken;
    const sbcBefore = state.sbcToken;
    const reply = handle(state, settings, operation, url.searchParams, body, token);
    if (state.imToken && state.imToken !== before) options.onImToken?.(state.imToken);
    if (state.sbcToken !== sbcBefore) options.onSbcToken?.();
    return proven(operation, reply);
  };

  const proven = (operation: Operation, reply: Reply): Reply => {
    violations.push(
      ...checkAnswer(operation, reply.status, reply.body).map((fault) => `${operation.name} (answer): ${fault}`),
    );
    return reply;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (settings.world.pbxRuns?.() === false) return void request.socket.destroy();
    const text = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'https://pbx');
    const path = url.pathname.replace(/^\/api(?=\/)/, '');
    const record: RecordedRequest = {
      method: request.method ?? '',
      path,
      query: Object.fromEntries(url.searchParams),
      body: parsed(text),
      status: 0,
    };
    if (requests.length < MOST_RECORDED) requests.push(record);
    const fault = faults.take(record.method, path);
    const { delayMs } = fault ?? {};
    if (delayMs) await new Promise<void>((resolve) => clock.after(delayMs, resolve));
    if (fault?.reset) return void request.socket.destroy();
    if (fault?.raw !== undefined) return void request.socket.end(fault.raw);
    if (fault?.endless) {
      pour(response);
      return;
    }
    const isFaulty = fault?.status !== undefined || fault?.body !== undefined;
    const reply = isFaulty ? { status: fault.status ?? 200, body: fault.body } : work(request, url, path, text);
    if (fault?.loseAnswer) return void request.socket.destroy();
    record.status = reply.status;
    const retryAfter = fault?.retryAfter ?? ('retryAfter' in reply ? reply.retryAfter : undefined);
    send(response, reply, {
      ...(retryAfter ? { 'retry-after': retryAfter } : {}),
      ...(fault?.location ? { location: fault.location } : {}),
    });
  };

  const server = createServer(
    { key: certificate.key, cert: certificate.cert, keepAliveTimeout: 30_000 },
    (request, response) => {
      serve(request, response).catch((error: unknown) => {
        violations.push(`the stand-in failed: ${String(error)}`);
        request.socket.destroy();
      });
    },
  );
  server.on('secureConnection', () => connections++);
  const port = await listen(server, host, options.port ?? 0);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    fingerprint: certificate.fingerprint,
    caPem: certificate.cert,
    state,
    requests,
    violations,
    faults,
    expireTokens: ({ keepRefresh = false } = {}) => {
      if (keepRefresh) for (const session of state.sessions) session.expiresAt = 0;
      else state.sessions = [];
    },
    changeCertificate: ({ key, cert }) => {
      server.setSecureContext({ key, cert });
      server.closeAllConnections();
    },
    connections: () => connections,
    pause: stop,
    resume: async () => {
      await listen(server, host, port);
    },
    close: stop,
  };
}

/** Seconds to wait when there were too many requests in this minute. */
function rateLimit(perMinute: number, now: () => number): (source: string) => number | undefined {
  const seen = new Map<string, { minute: number; count: number }>();
  return (source) => {
    const minute = Math.floor(now() / 60_000);
    const entry = seen.get(source);
    const count = entry?.minute === minute ? entry.count + 1 : 1;
    seen.set(source, { minute, count });
    return count > perMinute ? 60 - Math.floor((now() / 1000) % 60) : undefined;
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, { status, body }: Reply, headers: Record<string, string>): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { ...(text ? { 'content-type': type } : {}), ...headers });
  response.end(text);
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.on('drain', more);
  more();
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve(portOf(server));
    });
  });
}
