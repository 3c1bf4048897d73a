import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import { loadClusterFile } from '../src/cluster/load';
import { ROLES } from '../src/cluster/roles';
import type { Cluster, Machine, Server } from '../src/cluster/types';
import { controlPlane } from '../src/host/control-plane';
import { parseFacts } from '../src/host/facts';
import type { FactsRequest, Host, HostFacts } from '../src/host/types';
import { Secrets, silent } from '../src/log';
import { planSteps } from '../src/plan/plan';
import { markdownSteps } from '../src/render/markdown';
import { terminalSteps } from '../src/render/terminal';
import { inSlices } from '../src/slices';
import { openSession } from '../src/stages/open-session';
import { observe } from '../src/stages/observe';

/* One plan, in a process of its own: node growth-child.js CLUSTER_FILE FINGERPRINT new|running */

const RESOLUTION_MS = 10;
const CONCURRENCY = 50;
const [file = '', fingerprint = '', state = ''] = process.argv.slice(2);
/** Nothing is installed and registered yet: all there is to plan is in the plan. */
const isNew = state === 'new';

const lists = new WeakMap<Cluster, Map<string, Server>>();
function byAddress(cluster: Cluster): Map<string, Server> {
  const found = lists.get(cluster) ?? new Map(cluster.servers.map((server) => [server.address, server]));
  lists.set(cluster, found);
  return found;
}

/** Sections that a program printed, which ended well. */
const PROGRAMS =
  /^(disk|scripts|docker-compose|containers|firewall-(runtime|permanent)|conflicts|clock-timedatectl|state|lock-folder|configs? .*)$/;

/** What a host that runs its role prints when it is asked for facts. */
function answer(cluster: Cluster, machine: Machine, request: FactsRequest): HostFacts {
  const server = byAddress(cluster).get(machine.address);
  const now = Date.now();
  const at = `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000000`;
  const sections: Record<string, string> = {
    began: at,
    boot: `6f1c0d1e-0000-4000-8000-${machine.address.replace(/\d+\.?/g, (part) => part.replace('.', '').padStart(3, '0'))}`,
    os: 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nID=ubuntu\nVERSION_ID="24.04"',
    hostname: machine.name.replaceAll(' ', '-'),
    arch: 'x86_64',
    cpus: '16',
    memory: 'MemTotal:       32768000 kB',
    disk: '/dev/sda1 524288 32768 491520 7% /',
    addresses: machine.address,
    folders: '',
    scripts: 'cluster_ctl.sh\nim_ctl.sh\ndataflow_ctl.sh\npbx_ctl.sh',
    docker: '',
    'docker-compose': '2.29.7',
    'docker-runs': '',
    containers: server ? (isNew ? '' : container(cluster, server)) : main(),
    ...(request.record !== undefined && { state: '', 'lock-folder': '' }),
    ...(request.firewall && {
      firewall: 'running',
      'firewall-runtime': trusted(cluster),
      'firewall-permanent': trusted(cluster),
    }),
    conflicts: '',
    'conflicting-units': '',
    'clock-timedatectl': 'NTPSynchronized=yes',
    ended: at,
    complete: '',
    ...Object.fromEntries(Object.values(ROLES).map(({ service }) => [`configs ${service}`, ''])),
    ...(server &&
      !isNew && {
        [`configs ${ROLES[server.role].service}`]: ROLES[server.role].configFile,
        [`config ${ROLES[server.role].service}/${ROLES[server.role].configFile}`]: config(cluster, server),
      }),
  };
  const text = Object.entries(sections)
    .map(([name, value]) => `\nMARK ${name}\n${value}\n${PROGRAMS.test(name) ? `\nMARK ${name}-ended\n0\n` : ''}`)
    .join('');
  return parseFacts(text, { mark: 'MARK', request, machine, measured: { began: now, ended: now } });
}

function trusted(cluster: Cluster): string {
  return `trusted (active)\n  target: ACCEPT\n  sources: ${isNew ? '' : cluster.servers.map(({ address }) => address).join(' ')}\n`;
}

function option(argv: string[], name: string): string {
  return argv[argv.indexOf(name) + 1] ?? '';
}

function container(cluster: Cluster, server: Server): string {
  const spec = ROLES[server.role];
  const { argv } = controlPlane(cluster).command(server, 'run');
  const args = [
    '-D',
    '/var/lib/portsip/pbx',
    '-E',
    '-a',
    option(argv, '-x'),
    '-x',
    option(argv, '-a'),
    '-n',
    server.name,
    'start',
  ];
  return json(spec.container, args);
}

function main(): string {
  return json('portsip.callmanager', ['-D', '/var/lib/portsip/pbx', 'start']);
}

function json(name: string, args: string[]): string {
  return JSON.stringify({
    name: `/${name}`,
    image: 'portsip/pbx:22',
    imageId: 'sha256:0f5c2a7b9d1e4c3f8a6b5d4c3b2a19080716253443526170f5c2a7b9d1e4c3f8',
    version: '22.6.0',
    running: true,
    restarting: false,
    created: '2026-11-01T00:00:00.000000000Z',
    started: '2026-11-01T00:00:01.000000000Z',
    args,
  });
}

function config(cluster: Cluster, server: Server): string {
  const { argv } = controlPlane(cluster).command(server, 'run');
  return [
    `PBX_DATA_PATH=${option(argv, '-p')}`,
    `IP_ADDRESS=${option(argv, '-a')}`,
    `PBX_IP_ADDRESS=${option(argv, '-x')}`,
    `PBX_IMG=${option(argv, '-i')}`,
    `EXTEND_SVC_TYPE=${option(argv, '-s')}`,
    `EXTEND_SVC_NAME=${server.name}`,
    `EXTEND_SVC_DATAPATH=${option(argv, '-p')}/${option(argv, '-s')}`,
    'HUB_USER=',
    'HUB_SERVER=',
  ].join('\n');
}

async function plan(): Promise<void> {
  const begun = performance.now();
  const { cluster } = await loadClusterFile(file);
  const readMs = performance.now() - begun;
  // A key that opens nothing: no host is called.
  const access = sshAccess();
  // What is at work for longer than this, nothing else gets its turn meanwhile: no answer of a host, no sign of life of the lock.
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  // It measures from one of its turns to the next: what comes before the first is not seen.
  await setTimeout(2 * RESOLUTION_MS);
  const session = openSession({
    cluster,
    credentials: { pbxUsername: 'admin', pbxPassword: 'bench', pbxFingerprint: fingerprint, ...access },
    concurrency: CONCURRENCY,
    log: silent,
    secrets: new Secrets(),
    run: { id: 'bench', host: 'bench' },
  });
  const limit = pLimit(CONCURRENCY);
  const host = (machine: Machine) =>
    ({
      machine,
      // So many hosts are asked at once; they answer one after the other, and the loop turns meanwhile.
      facts: (request: FactsRequest) =>
        limit(async () => {
          await setImmediate();
          return answer(cluster, machine, request);
        }),
    }) as unknown as Host;
  const hosts = { host, prepare: () => undefined, close: () => Promise.resolve() };
  const { live } = await observe({ ...session, hosts }, { outside: true });
  const made = await inSlices(planSteps(cluster, live));
  await inSlices(terminalSteps(made, { color: false, cluster, clusterFile: file }));
  await inSlices(markdownSteps(made, { clusterFile: file, cluster, runUrl: '', limit: 60_000 }));
  // The last turn is one to be measured, too.
  await setTimeout(2 * RESOLUTION_MS);
  delays.disable();
  await session.pbx.close();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({
      wallMs: performance.now() - begun,
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
      peakMiB: Math.round(maxRSS / 1024),
      readMs,
      stillMs: Math.max(0, Math.round(delays.max / 1e6 - RESOLUTION_MS)),
      changes: made.changes.length,
      hindered: made.warnings.filter(({ severity }) => severity === 'blocking').length,
    }),
  );
}

function sshAccess(): { sshPrivateKey: string; sshKnownHosts: string } {
  const { privateKey, publicKey } = process
    .getBuiltinModule('node:crypto')
    .generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const part = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const number = (text: string) => part(Buffer.concat([Buffer.alloc(1), Buffer.from(text, 'base64url')]));
  const blob = Buffer.concat([part(Buffer.from('ssh-rsa')), number(e), number(n)]).toString('base64');
  return {
    sshPrivateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    sshKnownHosts: `192.168.1.20 ssh-rsa ${blob}`,
  };
}

plan().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
