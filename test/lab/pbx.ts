import { renameSync, writeFileSync } from 'node:fs';
import { createServer as createControl } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ListedRole, ServerStatus } from '../../src/pbx/types';
import { startPbxApi, type PbxApi } from '../sandbox/pbx/api';
import { makeCertificate } from '../sandbox/pbx/certificate';
import { addressesOf, freshState, type StoredServer } from '../sandbox/pbx/state';
import { API_PORT, HEARTBEAT_PORT } from './network';

/*
 * The PBX's REST API, in the main server's network namespace. What it says of a server is what it has heard: a server
 * is ONLINE when its own container tells so, by its own name, from the address that the portal has, through the main
 * server's firewall. The API answers only while the main server's call manager runs.
 */

const [address = '', password = '', folder = ''] = process.argv.slice(2);
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
  const hasCalls = role === 'media' || role === 'meeting';
  return {
    status: online ? 'ONLINE' : 'OFFLINE',
    ...(hasCalls && { calls: online ? (calls.get(server.name) ?? 0) : 0 }),
  };
}

async function main(): Promise<void> {
  const certificate = await makeCertificate({ names: [address] });
  const state = freshState();
  const requests: PbxApi['requests'] = [];
  const violations: string[] = [];
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
      response.end(
        JSON.stringify({
          state,
          requests: [...requests, ...(api?.requests ?? [])],
          violations: [...violations, ...(api?.violations ?? [])],
          heard: Object.fromEntries([...heard].map(([who, at]) => [who, Date.now() - at])),
          cutCalls,
        }),
      );
    });
  }).listen(`${folder}/control.sock`);
  writeFileSync(`${folder}/fingerprint.new`, certificate.fingerprint);
  renameSync(`${folder}/fingerprint.new`, `${folder}/fingerprint`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
