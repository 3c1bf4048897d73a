import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import { basename, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';
import {
  clusterFileServer,
  guideTopology,
  type ClusterFile,
  type SandboxServer,
  type Topology,
} from '../../src/sandbox/topology';
import { asOf, generationOf } from '../../src/sandbox/generation';
import type { PbxState } from '../../src/sandbox/pbx/state';
import { layOutBare } from './bare';
import { API_PORT } from './network';
import { installNodes, layOutForNodes, nodesOfFile } from './nodes';

declare const __dirname: string;

/** Of jest's workers each has a lab of its own: nothing of one lab is seen in another. */
const WORKER = process.env['JEST_WORKER_ID'];
export const FOLDER = (process.env['LAB_FOLDER'] ?? '/var/lib/portsip-lab') + (WORKER ? `-${WORKER}` : '');
/** Its folder's name is the name of its cgroup, too. */
export const CGROUP = basename(FOLDER);
const REPOSITORY = resolve(__dirname, '../..');
export const REGISTER = join(__dirname, 'register.cjs');
const MAIN: SandboxServer = { name: 'pbx', address: guideTopology().main.address };
export const IMAGES = [
  'portsip/pbx:22=22.6.3',
  'portsip/pbx:22.7=22.7.0',
  'portsip/pbx:unlabelled=',
  'portsip/clickhouse:25.8=',
  'portsip/clickhouse:26.3=',
  'portsip/postgresql:14.12=',
];

export interface Output {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  env?: Record<string, string>;
  file?: string;
  when?: When;
}

/** Done once, as soon as the words are in the output, however its lines are wrapped. */
export interface When {
  words: string;
  then: () => Promise<void>;
}

export interface HeldScript {
  /** It has come to its pause */
  isThere: (seconds?: number) => Promise<void>;
  release: () => Promise<void>;
}

/** What the main server's stand-in of the API keeps and has heard. */
export interface PbxView {
  state: PbxState;
  requests: { method: string; path: string; status: number }[];
  violations: string[];
  /** `PROGRAM NAME ADDRESS` and how many milliseconds ago */
  heard: Record<string, number>;
  cutCalls: number;
}

interface Saved {
  keeper: number;
  password: string;
  servers: SandboxServer[];
  /** Of a highly available PBX */
  nodes?: { names: string[]; active: string; vip: string };
}

/**
 * Hosts with real OpenSSH, firewalld and Docker, each in namespaces of its own, on a bridge that goes nowhere. All of it
 * lives below one process: when that one is killed nothing is left but a folder.
 */
export class Lab {
  private constructor(private readonly saved: Saved) {}

  static isUp(): boolean {
    return readSaved() !== undefined;
  }

  static open(): Lab {
    const saved = readSaved();
    if (!saved) throw new Error('The lab is not up: npm run lab -- up');
    return new Lab(saved);
  }

  /** The guide's machines, the main server with its PBX, nothing else installed; `only` some of them. Takes about half a minute. */
  static async up(
    say: (line: string) => void = () => undefined,
    only?: readonly string[],
    topology: Topology = guideTopology(),
  ): Promise<Lab> {
    if (process.getuid?.() !== 0) throw new Error('The lab makes namespaces and mounts: it needs root');
    if (Lab.isUp()) throw new Error(`The lab is up already, in ${FOLDER}: npm run lab -- down`);
    Lab.down();
    mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
    writeFileSync(
      join(FOLDER, 'registry.yml'),
      `version: 0.1\nlog: {level: warn, accesslog: {disabled: true}}\nstorage: {filesystem: {rootdirectory: ${FOLDER}/registry}}\nhttp: {addr: "192.168.1.10:5000"}\n`,
    );
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'lab', '-f', join(FOLDER, 'key')]);
    const log = openSync(join(FOLDER, 'keeper.log'), 'a');
    const keeper = spawn(
      'unshare',
      [
        '--mount',
        '--pid',
        '--net',
        '--fork',
        '--kill-child',
        '--mount-proc',
        '--',
        'tini',
        '-s',
        '--',
        join(__dirname, 'keeper.sh'),
        FOLDER,
      ],
      { detached: true, stdio: ['ignore', log, log] },
    );
    keeper.unref();
    if (keeper.pid === undefined) throw new Error('The lab could not be begun');
    const lab = new Lab({ keeper: keeper.pid, password: randomBytes(12).toString('base64url'), servers: [] });
    const [first, ...others] = topology.nodes ?? [];
    if (first)
      lab.saved.nodes = {
        names: [first, ...others].map(({ name }) => name),
        active: first.name,
        vip: topology.main.address,
      };
    lab.save();
    await until(20, "the lab's own namespaces", () => existsSync(join(FOLDER, 'ready')));
    say('publishing images');
    await lab.publish(...IMAGES);
    say('booting hosts');
    await Promise.all(
      [...(topology.nodes ?? [MAIN]), ...topology.servers.filter(({ name }) => only?.includes(name) ?? true)].map(
        (server) => lab.addHost(server),
      ),
    );
    say('installing the PBX');
    if (topology.nodes) await installNodes(lab, topology.nodes);
    else await lab.installPbx();
    await lab.startApi();
    return lab;
  }

  /** Ends everything that belongs to a lab and removes its folder, whatever state it is in. */
  static down(): void {
    const saved = readSaved();
    if (saved) {
      // The first process inside ends after all others there.
      const first = childOf(saved.keeper);
      process.kill(saved.keeper, 'SIGKILL');
      for (let turn = 0; turn < 400 && (runs(saved.keeper) || runs(first)); turn++) spawnSync('sleep', ['0.05']);
    }
    for (let turn = 0; existsSync(FOLDER); turn++) {
      try {
        rmSync(FOLDER, { recursive: true, force: true });
      } catch (error) {
        // What the last processes still hold goes with them.
        if (turn > 200) throw error;
        spawnSync('sleep', ['0.05']);
      }
    }
    removeCgroups();
  }

  get servers(): readonly SandboxServer[] {
    return this.saved.servers;
  }

  /** A machine more: prepared, or with OpenSSH and sudo and nothing else. */
  async addHost(server: SandboxServer, { bare = false } = {}): Promise<void> {
    this.saved.servers.push(server);
    this.save();
    const own = join(this.folder(server.name), 'own');
    const scripts = process.env['LAB_SCRIPTS'] ?? standIns(join(FOLDER, 'scripts'));
    if (bare) layOutBare(this, server.name);
    else if (!this.saved.nodes) cpSync(scripts, join(own, 'opt/portsip'), { recursive: true });
    else layOutForNodes(this, server.name, scripts);
    const local = join(own, 'usr/local');
    for (const folder of ['lab', 'bin', 'sbin', 'lib/docker/cli-plugins'])
      mkdirSync(join(local, folder), { recursive: true });
    for (const program of ['sleep', 'systemctl'])
      cpSync(join(__dirname, 'machine/bin', program), join(local, 'bin', program));
    if (!bare && !['/usr/libexec', '/usr/lib'].some((lib) => existsSync(`${lib}/docker/cli-plugins/docker-compose`)))
      cpSync(
        join(__dirname, 'machine/bin/docker-compose-plugin'),
        join(local, 'lib/docker/cli-plugins/docker-compose'),
      );
    cpSync(join(FOLDER, 'key.pub'), join(local, 'lab/authorized_keys'));
    writeFileSync(join(local, 'lab/environment'), 'PORTSIP_STANDIN_PAUSE=until-released\n');
    if (server.role === 'im') mkdirSync(join(this.folder(server.name), 'upper/chat/files'), { recursive: true });
    await this.boot(server.name);
  }

  /** Switches a host on. */
  async boot(name: string): Promise<void> {
    const { address } = this.server(name);
    const flag = join(this.folder(name), 'own/usr/local/lab/up');
    rmSync(flag, { force: true });
    const log = openSync(join(this.folder(name), 'console.log'), 'a');
    const number = this.saved.servers.findIndex((server) => server.name === name);
    const [command, ...args] = this.inside([
      join(__dirname, 'machine/start.sh'),
      name,
      address,
      this.folder(name),
      String(number),
    ]);
    spawn(command ?? '', args, { detached: true, stdio: ['ignore', log, log] }).unref();
    await until(90, `${name} (see ${this.folder(name)}/console.log)`, () => existsSync(flag));
  }

  /** Pulls the plug of a host. */
  async powerOff(name: string): Promise<void> {
    const pid = readFileSync(join(this.folder(name), 'pid'), 'utf8').trim();
    await this.inLab(['kill', '-9', pid]);
    await until(
      20,
      `${name} to be off`,
      () => spawnSync(...split(this.inside(['test', '-d', `/proc/${pid}`]))).status !== 0,
    );
  }

  /** Lets the next control script on a host get to its first pause, and no further until it is released. `where`: another pause */
  async hold(name: string, where: '' | '-before-dpkg' | '-in-dpkg' = ''): Promise<HeldScript> {
    await this.on(name, `rm -f /run/lab/held${where}; touch /run/lab/hold${where}`);
    const isHeld = async () => (await this.on(name, `test -e /run/lab/held${where}`)).code === 0;
    return {
      isThere: (seconds = 90) => until(seconds, `a script on ${name}${where}`, isHeld),
      release: async () => {
        await this.on(name, `rm -f /run/lab/hold${where}`);
      },
    };
  }

  /** Runs a command on a host as root, past SSH and past the product. */
  async on(name: string, command: string): Promise<Output> {
    return this.inLab(this.hostCommand(name, ['/bin/sh', '-c', command]));
  }

  /** The command that runs another one on a host. */
  hostCommand(name: string, argv: string[]): string[] {
    const pid = readFileSync(join(this.folder(name), 'pid'), 'utf8').trim();
    return [
      '/bin/sh',
      '-c',
      `read -r init _ </proc/${pid}/task/${pid}/children || [ -n "$init" ] && exec nsenter -t "$init" -m -u -i -n -p -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM="$TERM" "$@"`,
      'sh',
      ...argv,
    ];
  }

  /** A command line in the lab's own namespaces: its network is the runner's. */
  inside(argv: string[]): string[] {
    return ['nsenter', '-t', String(this.first()), '-m', '-p', '-n', '--', ...argv];
  }

  /** A command line in the runner's network and this machine's everything else. */
  asRunner(argv: string[]): string[] {
    return ['nsenter', '-t', String(this.first()), '-n', '--', ...argv];
  }

  /** Runs something beside the product, in the runner's network. Throws when it fails. */
  async atRunner(argv: string[]): Promise<Output> {
    const output = await execute(this.asRunner(argv));
    if (output.code !== 0) throw new Error(`${argv.join(' ')}: ${output.stderr}`);
    return output;
  }

  /** The product, as an operator runs it. */
  async cli(argv: string[], options: CliOptions = {}): Promise<Output> {
    const [command, ...rest] = argv;
    const file = options.file ?? this.writeClusterFile();
    return execute(
      this.asRunner([process.execPath, join(REPOSITORY, 'dist/cli/index.js'), command ?? '', '--file', file, ...rest]),
      { ...this.env, ...options.env },
      options.when,
    );
  }

  get env(): Record<string, string> {
    return {
      PORTSIP_PBX_USERNAME: 'admin',
      PORTSIP_PBX_PASSWORD: this.saved.password,
      PORTSIP_PBX_FINGERPRINT: readFileSync(join(FOLDER, 'fingerprint'), 'utf8'),
      PORTSIP_SSH_PRIVATE_KEY: readFileSync(join(FOLDER, 'key'), 'utf8'),
      PORTSIP_SSH_KNOWN_HOSTS: this.knownHosts(),
    };
  }

  clusterFile(edit: (file: ClusterFile) => void = () => undefined): string {
    const file: ClusterFile = {
      version: 1,
      name: 'acme',
      image: 'portsip/pbx:22',
      pbx: this.saved.nodes ? nodesOfFile(this) : { private_ip: MAIN.address },
      ssh: { user: 'pbx' },
      restart: { drain_timeout: '2s' },
      servers: this.saved.servers.filter(({ role }) => role).map(clusterFileServer),
    };
    edit(file);
    return stringify(JSON.parse(JSON.stringify(file)));
  }

  writeClusterFile(edit?: (file: ClusterFile) => void): string {
    const file = join(FOLDER, 'cluster.yaml');
    writeFileSync(file, this.clusterFile(edit));
    return file;
  }

  async pbx(
    path: '/' | '/calls' | '/fault' | '/expire-tokens' | '/forget' | '/leave' = '/',
    body?: unknown,
  ): Promise<PbxView> {
    return new Promise((done, fail) => {
      const request = httpRequest({ socketPath: join(FOLDER, 'control.sock'), path, method: 'POST' }, (response) => {
        text(response)
          .then((answer) => done(JSON.parse(answer) as PbxView))
          .catch(fail);
      });
      request.on('error', fail);
      request.end(body === undefined ? '' : JSON.stringify(body));
    });
  }

  /** What the registry has from now on: `portsip/pbx:22=22.8.0`. */
  async publish(...images: string[]): Promise<void> {
    const turns = 50;
    for (let turn = 1; ; turn++) {
      const { code, stderr } = await this.inLab([
        process.execPath,
        '-r',
        REGISTER,
        join(__dirname, 'publish.ts'),
        ...images,
      ]);
      if (code === 0) return;
      if (turn === turns || !stderr.includes('ECONNREFUSED')) throw new Error(stderr);
      await wait(200);
    }
  }

  folder(name: string): string {
    return join(FOLDER, 'hosts', name);
  }

  private async installPbx(): Promise<void> {
    const { stdout, code } = await this.on(
      MAIN.name,
      `cd /opt/portsip && firewall-cmd -q --permanent --add-port=${API_PORT}/tcp && firewall-cmd -q --reload &&
        PORTSIP_STANDIN_PAUSE=0 /bin/sh pbx_ctl.sh run -p /var/lib/portsip -a ${MAIN.address} -i portsip/pbx:22 2>&1`,
    );
    if (code !== 0) throw new Error(`The PBX could not be installed: ${stdout}`);
  }

  /** Where the PBX runs, and its address; with nodes the active one and the virtual IP. */
  get main(): { name: string; address: string } {
    const { nodes } = this.saved;
    return nodes ? { name: nodes.active, address: nodes.vip } : MAIN;
  }

  /** All nodes of a highly available PBX, the control node first. */
  get nodes(): SandboxServer[] {
    return this.nodeNames.map((name) => this.server(name));
  }

  get nodeNames(): readonly string[] {
    return this.saved.nodes?.names ?? [];
  }

  /** The PBX runs on another node from now on. */
  setActive(name: string): void {
    if (this.saved.nodes) this.saved.nodes.active = name;
    this.save();
  }

  async startApi(): Promise<void> {
    const { name, address } = this.main;
    rmSync(join(FOLDER, 'fingerprint'), { force: true });
    const log = openSync(join(FOLDER, 'pbx.log'), 'a');
    const pid = readFileSync(join(this.folder(name), 'pid'), 'utf8').trim();
    const [command, ...args] = this.inside([
      'nsenter',
      '-t',
      pid,
      '-n',
      '--',
      process.execPath,
      '-r',
      REGISTER,
      join(__dirname, 'pbx.ts'),
      address,
      this.saved.password,
      FOLDER,
      name,
    ]);
    spawn(command ?? '', args, { detached: true, stdio: ['ignore', log, log] }).unref();
    await until(30, `the PBX's API (see ${FOLDER}/pbx.log)`, () => existsSync(join(FOLDER, 'fingerprint')));
  }

  private knownHosts(): string {
    return this.saved.servers
      .flatMap(({ name, address }) => {
        const folder = join(this.folder(name), 'upper/etc/ssh');
        // What was deleted is there, too, as a device: that is how an overlay hides it.
        return readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isFile() && /^ssh_host_.*\.pub$/.test(entry.name))
          .map(
            ({ name: file }) =>
              `${address} ${readFileSync(join(folder, file), 'utf8').split(' ').slice(0, 2).join(' ')}`,
          );
      })
      .join('\n');
  }

  private inLab(argv: string[]): Promise<Output> {
    return execute(this.inside(argv));
  }

  private server(name: string): SandboxServer {
    const found = this.saved.servers.find((server) => server.name === name);
    if (!found)
      throw new Error(`The lab has no host ${name}; it has ${this.saved.servers.map((one) => one.name).join(', ')}`);
    return found;
  }

  /** The first process of the lab's namespaces, as this machine sees it. */
  private first(): number {
    return childOf(this.saved.keeper);
  }

  private save(): void {
    writeFileSync(join(FOLDER, 'lab.json'), JSON.stringify(this.saved), { mode: 0o600 });
  }
}

/** undefined: no lab runs. */
function readSaved(): Saved | undefined {
  const file = join(FOLDER, 'lab.json');
  if (!existsSync(file)) return undefined;
  const saved = JSON.parse(readFileSync(file, 'utf8')) as Saved;
  const command = `/proc/${saved.keeper}/cmdline`;
  return existsSync(command) && readFileSync(command, 'utf8').includes(`keeper.sh\0${FOLDER}\0`) ? saved : undefined;
}

/** 0: none. pgrep would look at all processes of this machine, and that is done for every command on a host. */
function childOf(pid: number): number {
  try {
    return Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

/** A process that has ended, and that nobody has asked about yet, does not. */
function runs(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  try {
    return pid > 0 && !/\) Z /.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

function removeCgroups(): void {
  const root = '/sys/fs/cgroup';
  if (!existsSync(root)) return;
  for (const place of [root, ...readdirSync(root).map((name) => join(root, name))]) {
    const ours = join(place, CGROUP);
    if (!existsSync(ours)) continue;
    for (const entry of readdirSync(ours, { withFileTypes: true }))
      if (entry.isDirectory()) rmdirSync(join(ours, entry.name));
    rmdirSync(ours);
  }
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

function split([command = '', ...args]: string[]): [string, string[]] {
  return [command, args];
}

export async function execute(argv: string[], env: Record<string, string> = {}, when?: When): Promise<Output> {
  const [command, args] = split(argv);
  let reaction: Promise<void> | undefined;
  const output = await new Promise<Output>((done) => {
    const child = execFile(
      command,
      args,
      { env: { PATH: process.env['PATH'], HOME: '/root', TERM: 'dumb', ...env }, maxBuffer: 1 << 26, encoding: 'utf8' },
      (error, stdout, stderr) =>
        done({ code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr }),
    );
    if (!when) return;
    let seen = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: string) => {
        seen += chunk;
        if (reaction || !seen.replace(/\s+/g, ' ').includes(when.words)) return;
        reaction = when.then();
        // It is awaited when the command is over.
        reaction.catch(() => undefined);
      });
  });
  if (when && !reaction) throw new Error(`"${when.words}" was not said: ${output.stdout}${output.stderr}`);
  await reaction;
  return output;
}

export async function until(seconds: number, what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}`);
    await wait(100);
  }
}

/** The sandbox's stand-ins of the control scripts, of the generation that LAB_GENERATION names. */
function standIns(folder: string): string {
  const from = join(REPOSITORY, 'src/sandbox/host/opt/portsip');
  const generation = generationOf(process.env['LAB_GENERATION']);
  mkdirSync(folder, { recursive: true });
  for (const script of readdirSync(from))
    writeFileSync(join(folder, script), asOf(readFileSync(join(from, script), 'utf8'), generation));
  return folder;
}
