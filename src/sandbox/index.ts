import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { realClock, type ScaledClock } from '../clock';
import { forListedRoles } from '../cluster/roles';
import type { Credentials } from '../credentials';
import { NEWEST, type Generation } from './generation';
import { SandboxHost, type Timing } from './host';
import { hostKeys, makeKey, type KeyPair } from './keys';
import { startPbxApi, type PbxApi, type PbxApiOptions } from './pbx/api';
import { HA_FOLDER, PBX_FOLDER, PbxNodes } from './pbx-nodes';
import { killProcesses } from './processes';
import { Relay } from './relay';
import { takeSnapshot, type Snapshot } from './snapshot';
import { Bastion, HostSshd, type Access } from './ssh';
import {
  HARDWARE,
  clusterFileServer,
  exampleFields,
  guideTopology,
  loopback,
  onLoopback,
  type ClusterFile,
  type SandboxServer,
  type Topology,
} from './topology';
import { World } from './world';

export { GENERATIONS, generationOf, type Generation } from './generation';
export type { ClusterFile, PbxApi, PbxNodes, SandboxHost, SandboxServer, Snapshot, Topology, World };
export { guideTopology, highAvailabilityTopology, largeTopology } from './topology';

// Both the bundle and the tests are CommonJS.
declare const __dirname: string;

export interface SandboxOptions {
  /** The guide's seven machines; addresses are moved to 127.22.0.0/16 with `addresses: 'loopback'` */
  topology?: Topology;
  /**
   * `guide`: the real addresses, reached through a jump host on 127.0.0.1; no packet leaves the process (default).
   * `loopback`: each host listens on its own loopback address.
   */
  addresses?: 'guide' | 'loopback';
  /** From the start of a container until the PBX reports it ONLINE; 1000 */
  onlineDelayMs?: number;
  /** Of pulls, pauses and stops: 1 is the demo's pace (1 to 2 s for an installation), 0 takes no time; 0 */
  pace?: number;
  /** Of everything in it, hosts included; a fast one lets a test that waits take no time. The real one */
  clock?: ScaledClock;
  /** Of the PBX before anything was done; `portsip/pbx:22` */
  pbxImage?: string;
  /** Of PortSIP's control scripts, everywhere; the newest */
  generation?: Generation;
  pbx?: Partial<PbxApiOptions>;
  /** A PBX that was never installed: the main server is as bare as the others */
  bareMain?: boolean;
  /** An empty folder; a new one in the system's folder for temporary files when left out */
  dir?: string;
  /** The folder stays after `close` */
  keep?: boolean;
}

export interface Sandbox {
  dir: string;
  /** YAML. Overrides replace top-level fields, but `pbx` and `ssh` field by field; undefined takes a field away. */
  clusterFile(overrides?: Partial<ClusterFile> | ((file: ClusterFile) => void)): string;
  /** What the CLI reads its secrets from */
  env: Record<string, string>;
  credentials: Required<
    Pick<Credentials, 'pbxUsername' | 'pbxPassword' | 'pbxFingerprint' | 'sshPrivateKey' | 'sshKnownHosts'>
  >;
  /** All that must never be printed, as of now */
  readonly secrets: string[];
  clock: ScaledClock;
  pbx: PbxApi;
  world: World;
  /** Only of a topology with nodes */
  nodes?: PbxNodes;
  /** The main server is `pbx`; where there are nodes it has none. */
  host(name: string): SandboxHost;
  hosts(): SandboxHost[];
  /** A prepared machine more; in `clusterFile` from now on when it has a role */
  addHost(server: SandboxServer): Promise<SandboxHost>;
  /** The main server gets another address, as when it moved to another network. Only with `addresses: 'guide'`. */
  moveMain(address: string): void;
  /** As a person does in the portal of a session border controller of its own: it is connected to the PBX from then on. */
  connectSbc(name: string): void;
  /** What a registry gives for a reference from now on; another version under the same name is another image */
  publishImage(reference: string, version: string | undefined): void;
  /** A registry wants a login from now on, of one of these users: `user:token` */
  guardRegistry(server: string, logins: readonly string[]): void;
  /** The whole cluster as plain data without ids and times: equal for equal clusters. */
  snapshot(): Snapshot;
  close(): Promise<void>;
}

/** Images that there are apart from portsip/pbx:NUMBER, which can always be had. */
const IMAGES: Record<string, string | undefined> = {
  'portsip/pbx:22': '22.6.3',
  'portsip/pbx:16': '16.4.2',
  'portsip/pbx:unlabelled': undefined,
  'portsip/clickhouse:25.8': undefined,
  'portsip/clickhouse:26.8': undefined,
  'portsip/clickhouse:26.3': undefined,
  'portsip/postgresql:14.12': undefined,
  'portsip/sbc:11': '11.2.8',
};
const PACE: Timing = { pauseSeconds: 0.3, pullSeconds: 0.4, stopSeconds: 0.2 };
const USERS = ['pbx', 'root'];

/** A whole cluster in this process: PBX API, hosts with SSH, registry. Nothing of it leaves this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    addresses = 'guide',
    pace = 0,
    onlineDelayMs = 1000,
    pbxImage = 'portsip/pbx:22',
    clock = realClock,
    generation = NEWEST,
  } = options;
  const ssh2 = (await import('ssh2')).default;
  const asked = options.topology ?? guideTopology();
  const topology = structuredClone(addresses === 'loopback' ? onLoopback(asked) : asked);
  const dir = makeFolder(options.dir);
  if (clock.speed !== 1) writeFileSync(join(dir, 'bin/date'), fastDate(clock), { mode: 0o755 });
  const timing: Timing = {
    pauseSeconds: PACE.pauseSeconds * pace,
    pullSeconds: PACE.pullSeconds * pace,
    stopSeconds: PACE.stopSeconds * pace,
  };
  const clientKey = makeKey(ssh2.utils, 'ed25519');
  const access: Access = { users: USERS, publicKey: clientKey.public };
  const hosts = new Map<string, { host: SandboxHost; sshd: HostSshd }>();
  const byAddress = new Map<string, HostSshd>();
  const knownHosts: string[] = [];
  const everyHost = () => [...hosts.values()].map(({ host }) => host);
  let bastion: Bastion | undefined;
  let api: PbxApi | undefined;
  let nodes: PbxNodes | undefined;
  let relay: Relay | undefined;
  let sshPort: number | undefined = addresses === 'loopback' ? 0 : undefined;

  const world = new World(
    everyHost,
    () => api?.state.servers ?? forListedRoles(() => []),
    onlineDelayMs,
    clock,
    () => nodes,
  );

  const cleanUp = () => {
    killProcesses(`SANDBOX_DIR=${dir}`);
    if (!options.keep) rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  };
  // Also when nobody gets to close it
  process.once('exit', cleanUp);
  const close = async () => {
    world.close();
    nodes?.close();
    relay?.close();
    for (const { sshd } of hosts.values()) sshd.close();
    bastion?.close();
    await api?.close();
    cleanUp();
    process.removeListener('exit', cleanUp);
  };

  const makeHost = async (
    machine: Omit<SandboxServer, 'role'> & { role?: SandboxServer['role'] | 'pbx' },
    scripts = topology.nodes ? [] : ['portsip'],
  ): Promise<SandboxHost> => {
    const { name, role, address, publicAddress, hardware } = machine;
    const keys = await hostKeys(ssh2.utils, name === 'pbx');
    const host = new SandboxHost(dir, {
      name,
      address,
      ...(publicAddress !== undefined && { publicAddress }),
      ...(role && { role }),
      hardware: { ...HARDWARE, ...hardware },
      timing,
      clock,
      keys,
      scripts,
      generation,
    });
    const { chat_files: chatFiles } = role === 'pbx' ? {} : exampleFields(role);
    if (chatFiles !== undefined) mkdirSync(host.path(chatFiles), { recursive: true });
    const sshd = new HostSshd(ssh2, host, access);
    hosts.set(name, { host, sshd });
    byAddress.set(address, sshd);
    await sshd.listen(sshPort);
    if (sshPort === 0) sshPort = sshd.listeningOn;
    knownHosts.push(...knownHostsLines(address, sshd.listeningOn, keys));
    return host;
  };
  const makeServer = async (server: SandboxServer): Promise<SandboxHost> => {
    const host = await makeHost(server);
    nodes?.openToControlNode(host);
    return host;
  };

  try {
    const { address, hardware } = topology.main;
    const install = async (main: SandboxHost, folder: string) => {
      if (!options.bareMain) await installPbx(main, folder, address, pbxImage, timing);
    };
    // The main server comes first: on the loopback all others take its port.
    let installed: Promise<void>;
    if (topology.nodes) {
      const made: SandboxHost[] = [];
      for (const { name, address: own } of topology.nodes)
        made.push(
          await makeHost(
            { name, role: 'pbx', address: own, ...(hardware && { hardware }) },
            made.length === 0 ? [HA_FOLDER] : [],
          ),
        );
      nodes = new PbxNodes(made, address, () => api, clock);
      relay = new Relay(ssh2, {
        clock,
        hosts: everyHost,
        sshd: (target) => byAddress.get(target) ?? hosts.get(target)?.sshd,
        pcs: async (argv) => (nodes ? nodes.pcs(argv) : { code: 1, text: '' }),
      });
      await relay.listen(dir);
      nodes.equip(ssh2.utils, join(dir, 'scripts'), pbxImage, generation);
      installed = install(nodes.control, PBX_FOLDER).then(() => nodes?.copyInstallation());
    } else
      installed = install(
        await makeHost({ name: 'pbx', role: 'pbx', address, ...(hardware && { hardware }) }),
        '/opt/portsip',
      );
    for (const server of topology.servers) await makeServer(server);
    if (addresses === 'guide') {
      const keys = await hostKeys(ssh2.utils, false);
      bastion = new Bastion(ssh2, keys, access, (address, port) => (port === 22 ? byAddress.get(address) : undefined));
      await bastion.listen();
      knownHosts.push(...knownHostsLines('127.0.0.1', bastion.port, keys));
    }
    const credentials = {
      pbxUsername: 'admin',
      pbxPassword: `pw-${randomBytes(12).toString('base64url')}`,
      sshPrivateKey: clientKey.private,
    };
    const pbx = (api = await startPbxApi({
      clock,
      ...options.pbx,
      world,
      host: addresses === 'loopback' ? address : '127.0.0.1',
      onSbcToken: () => {
        for (const host of everyHost()) host.remove('.state/connected');
      },
      onImToken: (token) => nodes?.keepImToken(token),
      username: credentials.pbxUsername,
      password: credentials.pbxPassword,
    }));
    await installed;

    const known = () => `${knownHosts.join('\n')}\n`;
    const sandbox: Sandbox = {
      dir,
      clock,
      pbx,
      world,
      ...(nodes && { nodes }),
      credentials: {
        ...credentials,
        pbxFingerprint: pbx.fingerprint,
        get sshKnownHosts() {
          return known();
        },
      },
      get env() {
        return {
          PORTSIP_PBX_USERNAME: credentials.pbxUsername,
          PORTSIP_PBX_PASSWORD: credentials.pbxPassword,
          PORTSIP_PBX_FINGERPRINT: pbx.fingerprint,
          PORTSIP_SSH_PRIVATE_KEY: credentials.sshPrivateKey,
          PORTSIP_SSH_KNOWN_HOSTS: known(),
        };
      },
      get secrets() {
        const { imToken, dataflowToken, sbcToken, sessions } = pbx.state;
        const keyLines = credentials.sshPrivateKey
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('-----'));
        const tokens = [
          imToken,
          dataflowToken,
          sbcToken,
          ...sessions.flatMap(({ access, refresh }) => [access, refresh]),
        ];
        return [credentials.pbxPassword, ...keyLines, ...tokens.filter((token): token is string => Boolean(token))];
      },
      host: (name) => {
        const found = hosts.get(name);
        if (!found) throw new Error(`The sandbox has no host ${name}; it has ${[...hosts.keys()].join(', ')}`);
        return found.host;
      },
      hosts: everyHost,
      addHost: async (server) => {
        const placed = addresses === 'loopback' ? { ...server, address: loopback(server.address) } : server;
        topology.servers.push(placed);
        return await makeServer(placed);
      },
      moveMain: (address) => {
        const main = hosts.get('pbx');
        if (!main) throw new Error('The sandbox has no main server');
        byAddress.delete(topology.main.address);
        byAddress.set(address, main.sshd);
        topology.main.address = address;
        main.host.readdress(address);
        knownHosts.push(...knownHostsLines(address, 22, main.host.keys));
      },
      connectSbc: (name) => {
        const found = sandbox.host(name);
        if (!pbx.state.sbcToken) throw new Error('The PBX has issued no token for session border controllers');
        found.write('.state/connected', `${topology.main.address}:5063\n`);
      },
      guardRegistry: (server, logins) => {
        mkdirSync(join(dir, 'registries'), { recursive: true });
        writeFileSync(join(dir, 'registries', server), logins.map((login) => `${login}\n`).join(''));
      },
      publishImage: (reference, version) => publish(dir, reference, version),
      clusterFile: (overrides = {}) => {
        const file: ClusterFile = {
          version: 1,
          name: 'acme',
          image: 'portsip/pbx:22',
          pbx: {
            private_ip: topology.main.address,
            api: pbx.url,
            ...(topology.nodes && {
              high_availability: {
                control_node: topology.nodes[0]?.address,
                nodes: topology.nodes.map((node) => node.address),
              },
            }),
          },
          ssh: { user: 'pbx', ...(bastion ? { jump_host: `pbx@127.0.0.1:${bastion.port}` } : { port: sshPort }) },
          servers: topology.servers.filter(({ role }) => role).map(clusterFileServer),
        };
        if (typeof overrides === 'function') overrides(file);
        else
          Object.assign(file, overrides, {
            pbx: { ...file.pbx, ...overrides.pbx },
            ssh: { ...file.ssh, ...overrides.ssh },
          });
        return stringify(JSON.parse(JSON.stringify(file)));
      },
      snapshot: () => takeSnapshot(everyHost(), pbx),
      close,
    };
    return sandbox;
  } catch (error) {
    await close();
    throw error;
  }
}

/** What would switch this machine off, which is not what anybody means who types it on a host */
const SWITCHES = ['reboot', 'poweroff', 'halt', 'init', 'telinit', 'kexec'];

function makeFolder(given: string | undefined): string {
  const base = /^[A-Za-z0-9_./-]+$/.test(tmpdir()) ? tmpdir() : '/tmp';
  if (given !== undefined) mkdirSync(given, { recursive: true });
  const dir = realpathSync(given ?? mkdtempSync(join(base, 'portsip-sandbox-')));
  const template = join(__dirname, 'host');
  if (!existsSync(template)) throw new Error(`The sandbox's files are missing: ${template}`);
  for (const folder of ['hosts', 'registry']) mkdirSync(join(dir, folder), { recursive: true });
  cpSync(join(template, 'bin'), join(dir, 'bin'), { recursive: true });
  for (const name of SWITCHES) symlinkSync('shutdown', join(dir, 'bin', name));
  cpSync(join(template, 'lib'), join(dir, 'lib'), { recursive: true });
  cpSync(join(template, 'opt'), join(dir, 'scripts'), { recursive: true });
  for (const [reference, version] of Object.entries(IMAGES)) publish(dir, reference, version);
  return dir;
}

/** `date` of the hosts, files' times included: what is compared with each other must go by one clock. */
function fastDate({ speed, start }: ScaledClock): string {
  return [
    '#!/bin/sh',
    'case $1 in',
    '-r) real=$(/bin/date -r "$2" +%s%N) && shift 2 || exit ;;',
    '*) real=$(/bin/date +%s%N) ;;',
    'esac',
    `fast=$((${start}000000 + (real - ${start}000000) * ${speed}))`,
    'nano=00000000$((fast % 1000000000))',
    'exec /bin/date -d "@$((fast / 1000000000)).${nano#"${nano%?????????}"}" "$@"',
    '',
  ].join('\n');
}

function publish(dir: string, reference: string, version: string | undefined): void {
  const id = createHash('sha256')
    .update(`${reference} ${version ?? ''}`)
    .digest('hex');
  const product = reference.startsWith('portsip/sbc:') ? 'SBC' : 'PBX';
  const labels = version === undefined ? '' : `version=${version}\nproduct=${product}\n`;
  const file = reference.replaceAll('/', '_s_').replaceAll(':', '_c_');
  writeFileSync(join(dir, 'registry', file), `id=sha256:${id}\nreference=${reference}\n${labels}`);
}

/** As somebody did long before us, with the same script. */
async function installPbx(
  main: SandboxHost,
  folder: string,
  address: string,
  image: string,
  timing: Timing,
): Promise<void> {
  const { pauseSeconds, pullSeconds } = timing;
  Object.assign(timing, { pauseSeconds: 0, pullSeconds: 0 });
  const running = main.shell(`cd ${folder} && /bin/sh pbx_ctl.sh run -p /var/lib/portsip -a ${address} -i ${image}`);
  Object.assign(timing, { pauseSeconds, pullSeconds });
  const { code, output } = await running;
  if (code !== 0) throw new Error(`The sandbox could not install its PBX: ${output}`);
  main.remove('.state/runs');
}

function knownHostsLines(address: string, port: number, keys: KeyPair[]): string[] {
  const name = port === 22 ? address : `[${address}]:${port}`;
  return keys.map((key) => `${name} ${key.public.split(' ').slice(0, 2).join(' ')}`);
}
