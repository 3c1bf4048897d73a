import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROLES, type ListedRole } from '../../src/cluster/roles';
import type { ServerStatus } from '../../src/pbx/types';
import { startPbxApi } from '../../src/sandbox/pbx/api';
import { makeCertificate } from '../../src/sandbox/pbx/certificate';
import { addressesOf, freshState, type StoredServer } from '../../src/sandbox/pbx/state';
import { API_PORT, type FarmHost, type FarmSettings } from './settings';

/*
 * The PBX's REST API, in the main server's network namespace. A server is ONLINE while its container runs on the host that
 * has its address, and a moment after it was started.
 */

const [file = ''] = process.argv.slice(2);
const settings = JSON.parse(readFileSync(file, 'utf8')) as FarmSettings;
const ONLINE_AFTER_MS = 1000;

const byAddress = new Map<string, FarmHost>(settings.hosts.map((host) => [host.address, host]));

function serverStatus(role: ListedRole, server: Readonly<StoredServer>): ServerStatus {
  const host = server.type === 'INTERNAL' ? settings.hosts[0] : byAddress.get(addressesOf(server)[0] ?? '');
  const about =
    host && join(settings.folder, 'hosts', host.name, 'state/docker/containers', ROLES[role].container, 'about');
  const hasCalls = ROLES[role].calls.kind === 'counted';
  return { status: about && isUp(about) ? 'ONLINE' : 'OFFLINE', ...(hasCalls && { calls: 0 }) };
}

function isUp(about: string): boolean {
  if (!existsSync(about)) return false;
  const text = readFileSync(about, 'utf8');
  const started = /^started=(.*)$/m.exec(text)?.[1]?.replace(/(\.\d{3})\d*Z$/, '$1Z') ?? '';
  return /^status=running$/m.test(text) && Date.parse(started) + ONLINE_AFTER_MS <= Date.now();
}

async function main(): Promise<void> {
  const address = settings.hosts[0]?.address ?? '';
  const certificate = await makeCertificate({ names: [address] });
  const state = freshState();
  const api = await startPbxApi({
    host: address,
    port: API_PORT,
    username: 'admin',
    password: settings.password,
    world: { serverStatus },
    state,
    certificate,
  });
  // One line in, one line out: what a measurement needs to begin anew, and how much was asked since.
  createServer((request, response) => {
    if (request.url === '/reset') Object.assign(state, freshState(), { sessions: state.sessions });
    const requests = api.requests.splice(0);
    response.end(
      JSON.stringify({
        requests: requests.length,
        refused: requests.filter(({ status }) => status === 429).length,
        connections: api.connections(),
        violations: api.violations,
      }),
    );
  }).listen(join(settings.folder, 'control.sock'));
  writeFileSync(join(settings.folder, 'ca.pem'), certificate.cert);
  writeFileSync(join(settings.folder, 'fingerprint.new'), certificate.fingerprint);
  renameSync(join(settings.folder, 'fingerprint.new'), join(settings.folder, 'fingerprint'));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
