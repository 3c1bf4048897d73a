import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createControl } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { ROLES, type ListedRole } from '../../src/cluster/roles';
import type { ServerStatus } from '../../src/pbx/types';
import { startPbxApi, type PbxApi } from '../../src/sandbox/pbx/api';
import { makeCertificate, type Certificate } from '../../src/sandbox/pbx/certificate';
import { addressesOf, freshState, type PbxState, type StoredServer } from '../../src/sandbox/pbx/state';
import { API_PORT, HEARTBEAT_PORT } from './network';

/*
 * The PBX's REST API, in the main server's network namespace. What it says of a server is what it has heard: a server
 * is ONLINE when its own container tells so, by its own name, from the address that the portal has, through the main
 * server's firewall. The API answers only while the main server's call manager runs. A PBX that moves to another node
 * takes along all but who is signed in.
 */

const [address = '', password = '', folder = '', node = 'pbx'] = process.argv.slice(2);
const moved = `${folder}/pbx-moved.json`;
const SILENCE_MS = 2500;
const PROGRAMS: Record<ListedRole, string> = {
  media: 'mediaserver',
  queue: 'callqueue',
  meeting: 'conf',
  ivr: 'vr',
};

/** `PROGRAM NAME ADDRESS` and when it was last heard of, milliseconds since the epoch */
const heard = new Map<string, number>();
const calls = new Map<string, number>();
let cutCalls = 0;

const isFresh = (program: string, name: string, source: string) =>
  Date.now() - (heard.get(`${program} ${name} ${source}`) ?? 0) < SILENCE_MS;

function serverStatus(role: ListedRole, server: Readonly<StoredServer>): ServerStatus {
  const sources = server.type === 'INTERNAL' ? ['127.0.0.1'] : addressesOf(server);
  const online = sources.some((source) => isFresh(PROGRAMS[role], server.name, source));
  const hasCalls = ROLES[role].calls.kind === 'counted';
  return {
    status: online ? 'ONLINE' : 'OFFLINE',
    ...(hasCalls && { calls: online ? (calls.get(server.name) ?? 0) : 0 }),
  };
}

/** As if nobody had ever registered that server: what stood in for it is in use again. */
function forget(state: PbxState, { name, address }: Record<string, unknown>): void {
  for (const servers of Object.values(state.servers)) {
    const index = servers.findIndex((server) => server.name === name);
    if (index < 0) continue;
    servers.splice(index, 1);
    for (const server of servers) if (server.type === 'INTERNAL') server.enabled = true;
  }
  state.ipFilters = state.ipFilters.filter(({ cidr }) => cidr !== `${String(address)}/32`);
}

interface Moved {
  certificate: Certificate;
  state: PbxState;
  requests: PbxApi['requests'];
  violations: string[];
  cutCalls: number;
}

async function main(): Promise<void> {
  const before = existsSync(moved) ? (JSON.parse(readFileSync(moved, 'utf8')) as Moved) : undefined;
  const certificate = before?.certificate ?? (await makeCertificate({ names: [address] }));
  const state = before?.state ?? freshState();
  const requests: PbxApi['requests'] = before?.requests ?? [];
  const violations: string[] = before?.violations ?? [];
  cutCalls = before?.cutCalls ?? 0;
  const keepImToken = (token: string) => {
    const place = `${folder}/hosts/${node}/own/usr/local/share/portsip`;
    mkdirSync(place, { recursive: true });
    writeFileSync(`${place}/im-token`, `${token}\n`);
  };
  if (state.imToken) keepImToken(state.imToken);
  let api: PbxApi | undefined;

  createServer((socket) => {
    const source = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    socket.on('error', () => undefined);
    socket.on('data', (line) => {
      heard.set(`${line.toString('utf8').trim()} ${source}`, Date.now());
      socket.end();
    });
  }).listen(HEARTBEAT_PORT);

  const follow = async () => {
    const up = isFresh('callmanager', 'default', '127.0.0.1');
    if (up && !api) {
      const world = { serverStatus };
      api = await startPbxApi({
        host: address,
        port: API_PORT,
        username: 'admin',
        password,
        world,
        state,
        certificate,
        dataflowTokenPath: 'dataflow/token',
        onImToken: keepImToken,
      });
    } else if (!up && api) {
      requests.push(...api.requests);
      violations.push(...api.violations);
      await api.close();
      api = undefined;
    }
    for (const [role, servers] of Object.entries(state.servers) as [ListedRole, StoredServer[]][])
      for (const server of servers)
        if (calls.get(server.name) && serverStatus(role, server).status === 'OFFLINE') {
          cutCalls += calls.get(server.name) ?? 0;
          calls.delete(server.name);
        }
    setTimeout(() => void follow(), 300);
  };
  await follow();

  createControl((request, response) => {
    void text(request).then((body) => {
      const given = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
      if (request.url === '/calls') for (const [name, count] of Object.entries(given)) calls.set(name, Number(count));
      if (request.url === '/fault') api?.faults.add(given);
      if (request.url === '/expire-tokens') api?.expireTokens();
      if (request.url === '/forget') forget(state, given);
      response.end(
        JSON.stringify({
          state,
          requests: [...requests, ...(api?.requests ?? [])],
          violations: [...violations, ...(api?.violations ?? [])],
          heard: Object.fromEntries([...heard].map(([who, at]) => [who, Date.now() - at])),
          cutCalls,
        }),
      );
      if (request.url !== '/leave') return;
      const leaving: Moved = {
        certificate,
        state: { ...state, sessions: [] },
        requests: [...requests, ...(api?.requests ?? [])],
        violations: [...violations, ...(api?.violations ?? [])],
        cutCalls,
      };
      writeFileSync(moved, JSON.stringify(leaving), { mode: 0o600 });
      rmSync(`${folder}/control.sock`, { force: true });
      setTimeout(() => process.exit(), 50);
    });
  }).listen(`${folder}/control.sock`);
  writeFileSync(`${folder}/fingerprint.new`, certificate.fingerprint);
  renameSync(`${folder}/fingerprint.new`, `${folder}/fingerprint`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
