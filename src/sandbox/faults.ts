import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { ScaledClock } from '../clock';

/** What of a host faults need. */
export interface FaultyHost {
  readonly name: string;
  readonly address: string;
  down(): void;
  up(): void;
  path(path: string): string;
  read(path: string): string | undefined;
  write(path: string, text: string): void;
  remove(path: string): void;
  installScripts(): void;
  removeScripts(): void;
}

/** What can be made to go wrong on a host. All off at first; each can be set and taken back at any time. */
export class HostFaults {
  /** sshd does not answer, all else works: refused at once, or no answer at all */
  refuseConnections: false | 'refuse' | 'silence' = false;
  /** Connections break this many milliseconds after they were made, of real time: what they carry is real, too */
  dropAfterMs: number | undefined;
  /** Before each command */
  slowMs = 0;
  /** Another host key than the known one */
  wrongHostKey = false;
  /** Text that sshd shows before it lets anybody in */
  banner: string | undefined;
  /** Text that the login shell prints before each command's output */
  noise: string | undefined;
  /** Connections that are not signed in yet, above which sshd drops new ones */
  maxStartups = 10;
  /** What runs here never reports to the PBX */
  neverOnline = false;
  /** How long a restart takes that was asked for on the host itself */
  rebootMs = 5000;
  /** So long after what runs here has stopped the PBX still takes it for ONLINE */
  staleOnlineMs = 0;

  constructor(
    private readonly host: FaultyHost,
    private readonly clock: ScaledClock,
  ) {}

  down(): void {
    this.host.down();
  }

  up(): void {
    this.host.up();
  }

  /** Down now, up again after `ms`. */
  rebooting(ms: number): void {
    this.host.down();
    this.clock.after(ms, () => this.host.up());
  }

  /** Updates were installed that want a restart */
  set rebootRequired(on: boolean) {
    if (on) this.host.write('/run/reboot-required', '*** System restart required ***\n');
    else this.host.remove('/run/reboot-required');
  }

  /** undefined: no password is asked; 'forbidden': the user may not use sudo */
  set sudoPassword(password: string | undefined) {
    this.host.write('.state/sudo', password === undefined ? 'free\n' : 'password\n');
    if (password !== undefined) writeFileSync(this.host.path('.state/sudo-password'), `${password}\n`);
  }

  set sudoForbidden(on: boolean) {
    this.host.write('.state/sudo', on ? 'forbidden\n' : 'free\n');
    writeFileSync(this.host.path('.state/sudo-password'), 'right\n');
  }

  /** No space left: `df` says so and pulls fail */
  set diskFull(on: boolean) {
    this.flag('diskFull', on);
  }

  set dockerDown(on: boolean) {
    this.flag('dockerDown', on);
  }

  /** A container that somebody paused: there, and it does nothing */
  set paused(container: string) {
    const file = `.state/docker/containers/${container}/about`;
    this.host.write(file, (this.host.read(file) ?? '').replace(/^status=running$/m, 'status=paused'));
  }

  /** Nothing can be written to /tmp */
  set tmpFull(on: boolean) {
    const file = this.host.path('/usr/local/sbin/mktemp');
    rmSync(file, { force: true });
    const said = 'mktemp: failed to create file via template: No space left on device';
    if (on) writeFileSync(file, `#!/bin/sh\necho "${said}" >&2\nexit 1\n`, { mode: 0o755 });
  }

  /** What is copied into an archive comes to no end */
  set copyHangs(on: boolean) {
    const file = this.host.path('/usr/local/sbin/tar');
    rmSync(file, { force: true });
    if (on) writeFileSync(file, '#!/bin/sh\n: >"$SANDBOX_HOST/.state/copying"\nexec sleep 100000\n', { mode: 0o755 });
    else this.host.remove('.state/copying');
  }

  /** The registry answers `toomanyrequests` */
  set rateLimit(on: boolean) {
    this.flag('rateLimit', on);
  }

  /** Containers start and die */
  set crash(on: boolean) {
    this.flag('crash', on);
  }

  /** The control node of a highly available PBX cannot sign in without a password */
  set controlNodeShutOut(on: boolean) {
    const keys = ['/home/pbx/.ssh/authorized_keys', '.state/authorized_keys'] as const;
    const [from, to] = on ? keys : ([keys[1], keys[0]] as const);
    const text = this.host.read(from);
    if (text === undefined) return;
    this.host.write(to, text);
    this.host.remove(from);
  }

  set clockUnsynchronized(on: boolean) {
    this.flag('clockUnsynchronized', on);
  }

  /** No control scripts in their folder */
  set scriptMissing(on: boolean) {
    if (on) this.host.removeScripts();
    else this.host.installScripts();
  }

  /** Seconds that its clock is ahead */
  set clockOffset(seconds: number) {
    const file = this.host.path('/usr/local/sbin/date');
    rmSync(file, { force: true });
    if (seconds !== 0)
      writeFileSync(
        file,
        `#!/bin/sh\nnow=$(\${SANDBOX_DATE:-/bin/date} +%s.%N)\nexec /bin/date -d "@$((\${now%.*} + ${Math.round(seconds)})).\${now#*.}" "$@"\n`,
        { mode: 0o755 },
      );
  }

  /** Debian packages that are installed in addition to what a prepared host has */
  set packages(names: string[]) {
    this.host.write(
      '.state/packages',
      ['docker-ce', 'docker-compose-plugin', 'firewalld', 'openssh-server', 'sudo', ...names, ''].join('\n'),
    );
    for (const name of names) for (const kind of ['installed', 'units']) this.host.write(`.state/${kind}/${name}`, '');
  }

  /** Docker is not there at all: its command is not found */
  set dockerMissing(on: boolean) {
    const file = this.host.path('/usr/local/sbin/docker');
    rmSync(file, { force: true });
    if (on) writeFileSync(file, '#!/bin/sh\necho "docker: not found" >&2\nexit 127\n', { mode: 0o755 });
  }

  /** Another role's container and configuration file */
  set conflictingRole(on: boolean) {
    const folder = this.host.path('.state/docker/containers/portsip.callqueue');
    if (!on) {
      rmSync(folder, { recursive: true, force: true });
      this.host.remove('/opt/portsip/queue-server-only');
      return;
    }
    const { address } = this.host;
    const name = `${this.host.name}-queue`;
    this.host.write(
      '/opt/portsip/queue-server-only/.configure_extend',
      `PBX_DATA_PATH=/var/lib/portsip\nIP_ADDRESS=${address}\nPBX_IP_ADDRESS=${address}\nPBX_IMG=portsip/pbx:22\nEXTEND_SVC_TYPE=queue-server-only\nEXTEND_SVC_NAME=${name}\nEXTEND_SVC_DATAPATH=/var/lib/portsip/queue-server-only\nHUB_USER=\nHUB_SERVER=\n`,
    );
    const stamp = new Date(this.clock.now()).toISOString();
    this.host.write(
      '.state/docker/containers/portsip.callqueue/about',
      `id=${'c0'.repeat(32)}\nimage=portsip/pbx:22\nimageid=sha256:${'0c'.repeat(32)}\nversion=22.6.3\nproduct=PBX\ncreated=${stamp}\nstarted=${stamp}\nfinished=\nstatus=running\nproject=queue-server-only\nservice=callqueue\nfolder=/opt/portsip/queue-server-only\nfile=docker-compose.yml\n`,
    );
    this.host.write(
      '.state/docker/containers/portsip.callqueue/args',
      `/usr/local/bin/callqueue\n-E\n-a\n${address}\n-x\n${address}\n-n\n${name}\nstart\n`,
    );
  }

  /** By name, for a test in another process. Methods are called with the value, the others are set to it. */
  set(name: string, value: unknown): void {
    if (name === 'down') this.down();
    else if (name === 'up') this.up();
    else if (name === 'rebooting') this.rebooting(Number(value));
    else if (Object.hasOwn(this, name) || Object.hasOwn(HostFaults.prototype, name)) Reflect.set(this, name, value);
    else throw new Error(`There is no fault ${name}`);
  }

  private flag(name: string, on: boolean): void {
    const file = this.host.path(`.state/faults/${name}`);
    if (on) writeFileSync(file, '');
    else if (existsSync(file)) rmSync(file);
  }
}
