import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScaledClock } from '../clock';
import type { Role } from '../cluster/types';
import { asOf, NEWEST, type Generation } from './generation';
import type { KeyPair } from './keys';
import { HostFaults } from './faults';
import { killProcesses, processesWith } from './processes';
import { Redirect } from './redirect';

export interface Hardware {
  cpus: number;
  memoryMiB: number;
  diskTotalMiB: number;
  diskFreeMiB: number;
}

export interface Timing {
  /** Of each pause that a control script makes */
  pauseSeconds: number;
  /** Of each image that is not there yet */
  pullSeconds: number;
  /** Of each container that is stopped */
  stopSeconds: number;
}

export interface HostSettings {
  name: string;
  address: string;
  /** Further addresses of its own */
  publicAddress?: string;
  /** What the sandbox made it for; a host without one is spare */
  role?: Role | 'pbx';
  hardware: Hardware;
  timing: Timing;
  clock: ScaledClock;
  keys: KeyPair[];
  /** Folders of /opt that control scripts are in; `portsip` */
  scripts?: string[];
  /** Of the control scripts; the newest */
  generation?: Generation;
}

/** A control script that was started. */
export interface ScriptRun {
  /** `cluster_ctl.sh` */
  script: string;
  verb: string;
  /** With the verb */
  argv: string[];
  /** Milliseconds since the epoch */
  time: number;
}

export interface SandboxContainer {
  name: string;
  image: string;
  imageId: string;
  version: string;
  running: boolean;
  /** Milliseconds since the epoch */
  startedAt: number;
  /** Without the program */
  args: string[];
}

export type FirewallZones = Record<string, { sources: string[]; services: string[]; ports: string[] }>;

export interface Firewall {
  permanent: FirewallZones;
  runtime: FirewallZones;
  /** Services that were added, with their ports */
  services: Record<string, string[]>;
}

/** A start or a stop of a container. */
export interface ContainerEvent {
  time: number;
  kind: 'start' | 'stop';
  container: string;
}

const ZONES = ['block', 'dmz', 'docker', 'drop', 'external', 'home', 'internal', 'public', 'trusted', 'work'];
const PUBLIC_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A Linux machine, as a folder: what runs on it are real shell scripts with our commands first on their PATH. */
export class SandboxHost {
  readonly name: string;
  address: string;
  readonly role: Role | 'pbx' | undefined;
  readonly publicAddress: string | undefined;
  readonly keys: KeyPair[];
  readonly root: string;
  readonly redirect: Redirect;
  readonly faults: HostFaults;
  readonly clock: ScaledClock;
  /** Seconds that it says it has been up beyond what its clock says, for what takes minutes */
  uptimeAhead = 0;
  private booted: number;
  /** How often it was restarted by a command of its own */
  reboots = 0;
  /** Connections and listeners hang on to this: true while the machine is off. */
  isDown = false;
  private readonly onPower = new Set<(up: boolean) => void>();
  private readonly children = new Set<ChildProcessWithoutNullStreams>();

  constructor(
    /** The sandbox's folder */
    private readonly dir: string,
    private readonly settings: HostSettings,
  ) {
    this.name = settings.name;
    this.address = settings.address;
    this.publicAddress = settings.publicAddress;
    this.role = settings.role;
    this.keys = settings.keys;
    this.clock = settings.clock;
    this.booted = settings.clock.now() - 3_600_000;
    this.root = join(dir, 'hosts', settings.name);
    this.redirect = new Redirect(this.root);
    this.makeFolders();
    this.faults = new HostFaults(this, settings.clock);
  }

  // ---- what is on it

  /** A path on the host as a path of this machine. */
  path(path: string): string {
    return join(this.root, path);
  }

  exists(path: string): boolean {
    return existsSync(this.path(path));
  }

  /** undefined when there is no such file */
  read(path: string): string | undefined {
    const file = this.path(path);
    return existsSync(file) ? this.redirect.outward(readFileSync(file, 'utf8')) : undefined;
  }

  write(path: string, content: string): void {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, this.redirect.inward(content));
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true, force: true });
  }

  /** All files below some folders. */
  files(folders: readonly string[]): string[] {
    return folders.flatMap((folder) =>
      readdirSync(this.path(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(this.root.length)),
    );
  }

  /** Gives the machine another address; its SSH server answers there once the jump host knows it. */
  readdress(address: string): void {
    this.address = address;
    this.write('.state/addresses', `${address}\n`);
  }

  containers(): SandboxContainer[] {
    const folder = this.path('.state/docker/containers');
    return readdirSync(folder)
      .sort()
      .flatMap((name) => {
        let about: Record<string, string>;
        let args: string[];
        try {
          about = values(readFileSync(join(folder, name, 'about'), 'utf8'));
          args = readFileSync(join(folder, name, 'args'), 'utf8')
            .split('\n')
            .slice(1, -1);
        } catch {
          return []; // It is being removed or recreated right now.
        }
        return {
          name,
          image: about.image ?? '',
          imageId: about.imageid ?? '',
          version: about.version ?? '',
          running: about.status === 'running',
          startedAt: about.started ? Date.parse(about.started.replace(/(\.\d{3})\d*Z$/, '$1Z')) : 0,
          args: args.map((arg) => this.redirect.outward(arg)),
        };
      });
  }

  container(name: string): SandboxContainer | undefined {
    return this.containers().find((container) => container.name === name);
  }

  /** References of the images that are there. */
  images(): string[] {
    const folder = this.path('.state/docker/images');
    return readdirSync(folder)
      .map((file) => values(readFileSync(join(folder, file), 'utf8')).reference ?? '')
      .filter((reference) => reference !== '')
      .sort();
  }

  firewall(): Firewall {
    const services = this.path('.state/firewall/permanent/services');
    return {
      permanent: this.zones('permanent'),
      runtime: this.zones('runtime'),
      services: Object.fromEntries(
        readdirSync(services)
          .sort()
          .map((name) => [name, lines(join(services, name)).sort()]),
      ),
    };
  }

  /** How often firewalld was reloaded. */
  firewallReloads(): number {
    return lines(this.path('.state/reloads')).length;
  }

  scriptRuns(): ScriptRun[] {
    return lines(this.path('.state/runs')).map((line) => {
      const [time = '0', script = '', ...argv] = line.split('\t');
      return { script, verb: argv[0] ?? '', argv: argv.map((arg) => this.redirect.outward(arg)), time: Number(time) };
    });
  }

  /** Starts and stops since the `from`th. */
  events(from = 0): ContainerEvent[] {
    return lines(this.path('.state/events'))
      .slice(from)
      .map((line) => {
        const [time = '0', kind, container = ''] = line.split('\t');
        return { time: Number(time), kind: kind === 'start' ? 'start' : 'stop', container };
      });
  }

  get bootId(): string {
    return (this.read('/proc/sys/kernel/random/boot_id') ?? '').trim();
  }

  // ---- running commands

  /** Real /bin/sh in a process group of its own. */
  spawn(command: string, user: string): ChildProcessWithoutNullStreams {
    const { clock } = this;
    const { timing } = this.settings;
    const real = (seconds: number) => String(seconds / clock.speed);
    const root = user === 'root';
    const home = root ? '/root' : `/home/${user}`;
    this.tellUptime();
    const child = spawn('/bin/sh', ['-c', this.redirect.inward(command)], {
      cwd: this.path(home),
      detached: true,
      env: {
        PATH: `${this.path('/usr/local/sbin')}:${this.path('/usr/local/bin')}:${PUBLIC_PATH}`,
        HOME: this.path(home),
        USER: user,
        LOGNAME: user,
        SHELL: '/bin/sh',
        LANG: 'C.UTF-8',
        TMPDIR: this.path('/tmp'),
        SANDBOX_SYSTEM_PATH: PUBLIC_PATH,
        SANDBOX_DIR: this.dir,
        SANDBOX_NODE: process.execPath,
        // The clock of this machine, whatever `date` on PATH says
        ...(clock.speed !== 1 && { SANDBOX_DATE: join(this.dir, 'bin/date') }),
        SANDBOX_HOST: this.root,
        SANDBOX_USER: user,
        SANDBOX_UID: root ? '0' : '1000',
        SANDBOX_PULL_SECONDS: real(timing.pullSeconds),
        SANDBOX_STOP_SECONDS: real(timing.stopSeconds),
        PORTSIP_STANDIN_PAUSE: real(timing.pauseSeconds),
      },
    });
    this.children.add(child);
    child.once('close', () => {
      this.children.delete(child);
      this.rebootWhereAsked();
    });
    return child;
  }

  /** Runs a command as root, as somebody at the machine would; what it printed, both streams. */
  async shell(command: string): Promise<{ code: number; output: string }> {
    const child = this.spawn(command, 'root');
    let output = '';
    child.stdin.end();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    const code = await new Promise<number>((resolve) => child.once('close', (exit) => resolve(exit ?? -1)));
    return { code, output: this.redirect.outward(output) };
  }

  /** Ids of all that runs on it, detached or not. */
  processes(): number[] {
    return processesWith(`SANDBOX_HOST=${this.root}`);
  }

  // ---- power

  /** Told when it goes down and comes up. */
  watchPower(listener: (up: boolean) => void): void {
    this.onPower.add(listener);
  }

  /** `systemctl reboot` was typed on it, or run there. */
  private rebootWhereAsked(): void {
    if (this.isDown || !this.exists('.state/rebooting')) return;
    this.remove('.state/rebooting');
    this.reboots++;
    this.faults.rebooting(this.faults.rebootMs);
  }

  /** Pulls the plug. */
  down(): void {
    if (this.isDown) return;
    this.isDown = true;
    for (const listener of this.onPower) listener(false);
    this.kill();
    for (const container of this.containers().filter(({ running }) => running)) this.log('stop', container.name);
  }

  /** Switches it on: what is in /run and /tmp is gone, what should run is started. */
  up(): void {
    if (!this.isDown) return;
    for (const folder of ['/run', '/tmp']) {
      this.remove(folder);
      mkdirSync(this.path(folder));
    }
    this.write('/proc/sys/kernel/random/boot_id', `${randomUUID()}\n`);
    this.booted = this.clock.now();
    this.uptimeAhead = 0;
    rmSync(this.path('.state/firewall/runtime'), { recursive: true, force: true });
    cpSync(this.path('.state/firewall/permanent'), this.path('.state/firewall/runtime'), { recursive: true });
    for (const container of this.containers().filter(({ running }) => running)) {
      const file = this.path(`.state/docker/containers/${container.name}/about`);
      const about = readFileSync(file, 'utf8');
      writeFileSync(file, about.replace(/^started=.*$/m, `started=${new Date(this.clock.now()).toISOString()}`));
      this.log('start', container.name);
    }
    this.isDown = false;
    for (const listener of this.onPower) listener(true);
  }

  kill(): void {
    killProcesses(`SANDBOX_HOST=${this.root}`);
    for (const child of this.children) for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  }

  /** As it is when a command begins; read by another one meanwhile, it is never half there. */
  tellUptime(): void {
    const seconds = (this.clock.now() - this.booted) / 1000 + this.uptimeAhead;
    this.write('/proc/uptime.new', `${seconds.toFixed(2)} 0.00\n`);
    renameSync(this.path('/proc/uptime.new'), this.path('/proc/uptime'));
  }

  private log(kind: ContainerEvent['kind'], container: string): void {
    appendFileSync(this.path('.state/events'), `${this.clock.now()}\t${kind}\t${container}\n`);
  }

  private zones(set: 'permanent' | 'runtime'): FirewallZones {
    // A reload swaps the folder; no packet sees a moment without rules, so neither may a reader.
    const identity = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.ino;
    for (;;) {
      const folder = [set, 'old'].map((name) => this.path(`.state/firewall/${name}`)).find(existsSync);
      if (folder === undefined) return {};
      const before = identity(folder);
      const zones = this.zonesIn(join(folder, 'zones'));
      if (identity(folder) === before) return zones;
    }
  }

  private zonesIn(folder: string): FirewallZones {
    const zones: FirewallZones = {};
    for (const zone of existsSync(folder) ? readdirSync(folder).sort() : []) {
      const [sources, services, ports] = ['sources', 'services', 'ports'].map((part) =>
        lines(join(folder, zone, part)).sort(),
      );
      zones[zone] = { sources: sources ?? [], services: services ?? [], ports: ports ?? [] };
    }
    return zones;
  }

  private makeFolders(): void {
    const { hardware, address, publicAddress, name } = this.settings;
    for (const folder of [
      'opt/portsip',
      'etc/sysctl.d',
      'run',
      'srv',
      'home/pbx',
      'root',
      'mnt',
      'tmp',
      'var/lib',
      'var/log',
      'usr/local/sbin',
      'proc/sys/kernel/random',
      '.state/docker/containers',
      '.state/docker/images',
      '.state/faults',
      '.state/units',
      '.state/installed',
    ])
      mkdirSync(this.path(folder), { recursive: true });
    symlinkSync(join(this.dir, 'bin'), this.path('/usr/local/bin'));
    this.write(
      '/etc/os-release',
      'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.1 LTS (Noble Numbat)"\nVERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\n',
    );
    this.write('/etc/hostname', `${name}\n`);
    this.write(
      '/proc/meminfo',
      `MemTotal:       ${hardware.memoryMiB * 1024} kB\nMemFree:        ${hardware.memoryMiB * 512} kB\nMemAvailable:   ${hardware.memoryMiB * 768} kB\n`,
    );
    this.write('/proc/cpuinfo', Array.from({ length: hardware.cpus }, (_, cpu) => `processor\t: ${cpu}\n`).join('\n'));
    this.write('/proc/sys/kernel/random/boot_id', `${randomUUID()}\n`);
    this.write('/proc/sys/kernel/hostname', `${name}\n`);
    this.write('.state/hostname', `${name}\n`);
    this.write('.state/addresses', `${address}\n`);
    if (publicAddress) this.write('.state/public-address', `${publicAddress}\n`);
    this.write('.state/cpus', `${hardware.cpus}\n`);
    this.write('.state/disk', `${hardware.diskTotalMiB} ${hardware.diskFreeMiB}\n`);
    this.write('.state/sudo', 'free\n');
    this.write('.state/packages', 'docker-ce\ndocker-compose-plugin\nfirewalld\nopenssh-server\nsudo\n');
    for (const { public: line } of this.keys) {
      const [type = 'unknown'] = /ed25519|ecdsa|rsa/.exec(line) ?? [];
      this.write(`/etc/ssh/ssh_host_${type}_key.pub`, `${line}\n`);
    }
    for (const unit of ['docker', 'firewalld', 'ssh'])
      for (const kind of ['installed', 'units']) this.write(`.state/${kind}/${unit}`, '');
    for (const set of ['permanent', 'runtime']) {
      mkdirSync(this.path(`.state/firewall/${set}/services`), { recursive: true });
      for (const zone of ZONES) mkdirSync(this.path(`.state/firewall/${set}/zones/${zone}`), { recursive: true });
      this.write(`.state/firewall/${set}/zones/public/services`, 'ssh\ndhcpv6-client\n');
      this.write(`.state/firewall/${set}/zones/docker/interfaces`, 'docker0\n');
    }
    this.installScripts();
  }

  /** Fresh copies of the control scripts, which tell the sandbox when they are started: as PortSIP's init.sh brings them. */
  installScripts(generation: Generation = this.settings.generation ?? NEWEST): void {
    for (const folder of this.settings.scripts ?? ['portsip']) this.installFolder(folder, generation);
  }

  removeScripts(): void {
    for (const folder of this.settings.scripts ?? ['portsip'])
      for (const script of readdirSync(this.path(`/opt/${folder}`)))
        if (script.endsWith('.sh')) this.remove(`/opt/${folder}/${script}`);
  }

  private installFolder(folder: string, generation: Generation): void {
    const from = join(this.dir, 'scripts', folder);
    for (const { name: script } of readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isFile()))
      this.write(`/opt/${folder}/${script}`, traced(asOf(readFileSync(join(from, script), 'utf8'), generation)));
  }
}

/** The script, writing a line for `scriptRuns` first. */
export function traced(script: string): string {
  const [shebang, ...rest] = script.split('\n');
  const record = `{ printf '%s\\t%s' "$(\${SANDBOX_DATE:-command -p date} +%s%3N)" "\${0##*/}"; for word; do printf '\\t%s' "$word"; done; echo; } >>"$SANDBOX_HOST/.state/runs"`;
  return [shebang, record, ...rest].join('\n');
}

function values(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
}

function lines(file: string): string[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}
