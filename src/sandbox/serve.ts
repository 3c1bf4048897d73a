import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { LISTED_ROLES } from '../cluster/roles';
import { InputError } from '../cluster/types';
import { portOf } from './port';
import { highAvailabilityTopology, largeTopology, startSandbox, type Sandbox, type SandboxServer } from './index';

/** What the file given with `--out` holds. */
export interface ServedSandbox {
  pid: number;
  dir: string;
  /** YAML */
  clusterFile: string;
  env: Record<string, string>;
  secrets: string[];
  /** `http://127.0.0.1:PORT`: see `control` */
  control: string;
}

/**
 * Keeps a sandbox until SIGTERM or SIGINT (or `stop`), for tests in other processes.
 * `--out FILE` (JSON, see `ServedSandbox`), `--addresses guide|loopback`, `--hosts N` (instead of the guide's six),
 * `--high-availability`, `--pace N`, `--online-delay MS`, `--dir FOLDER`, `--keep`, `--bare-main`.
 */
export async function serve(argv: string[], stop?: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      out: { type: 'string' },
      addresses: { type: 'string', default: 'guide' },
      hosts: { type: 'string' },
      pace: { type: 'string', default: '0' },
      'online-delay': { type: 'string', default: '1000' },
      dir: { type: 'string' },
      keep: { type: 'boolean', default: false },
      'bare-main': { type: 'boolean', default: false },
      'high-availability': { type: 'boolean', default: false },
    },
  });
  const { out, addresses } = values;
  if (out === undefined) throw new InputError('--out is missing: the file to write addresses and secrets to');
  if (addresses !== 'guide' && addresses !== 'loopback') throw new InputError('--addresses is guide or loopback');
  const sandbox = await startSandbox({
    addresses,
    pace: Number(values.pace),
    onlineDelayMs: Number(values['online-delay']),
    keep: values.keep,
    bareMain: values['bare-main'],
    ...(values.dir !== undefined && { dir: values.dir }),
    ...(values['high-availability'] && { topology: highAvailabilityTopology() }),
    ...(values.hosts !== undefined && { topology: largeTopology(Number(values.hosts)) }),
  });
  const server = createServer((request, response) => void answer(sandbox, request, response));
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const served: ServedSandbox = {
      pid: process.pid,
      dir: sandbox.dir,
      clusterFile: sandbox.clusterFile(),
      env: sandbox.env,
      secrets: sandbox.secrets,
      control: `http://127.0.0.1:${portOf(server)}`,
    };
    writeFileSync(out, `${JSON.stringify(served, undefined, 2)}\n`, { mode: 0o600 });
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
      stop?.addEventListener('abort', () => resolve());
    });
  } finally {
    server.close();
    server.closeAllConnections();
    await sandbox.close();
  }
}

async function answer(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let status = 200;
  let body: unknown;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    body = await control(
      sandbox,
      `${request.method} ${request.url}`,
      text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    );
  } catch (error) {
    status = 400;
    body = { error: error instanceof Error ? error.message : String(error) };
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? {}));
}

/** What a test in another process can ask and do. */
export async function control(sandbox: Sandbox, request: string, body: Record<string, unknown>): Promise<unknown> {
  const { world, pbx } = sandbox;
  switch (request) {
    case 'GET /snapshot':
      return sandbox.snapshot();
    case 'GET /cluster-file':
      return { text: sandbox.clusterFile() };
    case 'GET /secrets':
      return sandbox.secrets;
    case 'GET /runs':
      return Object.fromEntries(sandbox.hosts().map((host) => [host.name, host.scriptRuns()]));
    case 'GET /requests':
      return { requests: pbx.requests, violations: pbx.violations };
    case 'GET /calls':
      return {
        up: world.callsUp(),
        placed: world.placedCalls,
        cut: world.countCutCalls(),
        rejected: world.rejectedCalls,
      };
    // {"host":"media-server-1","fault":"rateLimit","value":true}, or without a host a fault of the API
    case 'POST /fault':
      if (typeof body.host === 'string') sandbox.host(body.host).faults.set(String(body.fault), body.value);
      else pbx.faults.add(body);
      return {};
    // {"server":"media-server-1","count":3,"durationMs":2000}
    case 'POST /calls/add':
      world.addCalls(
        String(body.server),
        Number(body.count),
        body.durationMs === undefined ? undefined : Number(body.durationMs),
      );
      return undefined;
    case 'POST /calls/end':
      world.endCalls(String(body.server));
      return undefined;
    // {"role":"media","everyMs":50,"durationMs":1000}
    case 'POST /calls/traffic':
      world.traffic({
        roles: LISTED_ROLES.filter((role) => role === body.role),
        everyMs: Number(body.everyMs),
        durationMs: Number(body.durationMs),
      });
      return {};
    // {"name":"media-server-2","role":"media","address":"192.168.1.27"}
    case 'POST /hosts':
      await sandbox.addHost(body as unknown as SandboxServer);
      return { env: sandbox.env, clusterFile: sandbox.clusterFile() };
    // {"to":"pbx02"}, or to the next node
    case 'POST /failover':
      if (!sandbox.nodes) throw new Error('This PBX has one node');
      return sandbox.nodes.failover(typeof body.to === 'string' ? body.to : undefined);
    // {"reference":"portsip/pbx:22","version":"22.7.0"}
    case 'POST /images':
      sandbox.publishImage(String(body.reference), String(body.version));
      return undefined;
    default:
      throw new Error(`There is no ${request}`);
  }
}
