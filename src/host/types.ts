import type { Registry } from '../cluster/registry';
import type { Machine, Role } from '../cluster/types';
import type { Reading } from './reading';

export interface Output {
  code: number;
  stdout: string;
  stderr: string;
}

/** One Linux machine over one SSH connection, made at first use and shared by all that is done there. */
export interface Host {
  readonly machine: Machine;
  /**
   * Runs a POSIX sh script as root. `args` arrive as "$1"…; `input` on stdin. Neither is ever seen by a shell as code.
   * `repeatable`: it may be run again when its connection was lost half way, and nothing that it began lives on: the same root shell
   * takes what comes next.
   * Throws HostError when it could not be run at all; a non-zero exit is in `code`.
   */
  run(
    script: string,
    args?: string[],
    options?: { input?: string; timeoutMs?: number; repeatable?: boolean },
  ): Promise<Output>;
  /** One round trip. */
  facts(request: FactsRequest): Promise<HostFacts>;
  /** See `Job`. */
  job(job: Job, onLine: (line: string) => void, signal?: AbortSignal): Promise<JobResult>;
  /** Follows a job that somebody else began to its end. `exitCode` undefined: it was interrupted. */
  attach(
    job: { id: string; title: string },
    onLine: (line: string) => void,
    signal?: AbortSignal,
  ): Promise<{ exitCode?: number }>;
}

/** All machines of a run: bounded concurrency, one connection per host. */
export interface Hosts {
  host(machine: Machine): Host;
  /** Begins to connect to machines that will be asked soon. What goes wrong is told to whoever asks. */
  prepare(machines: readonly Machine[]): void;
  close(): Promise<void>;
}

export interface FactsRequest {
  /** Whose folders below it are looked at for role configuration */
  scriptsPath: string;
  /** Where free disk is measured; the nearest parent that exists */
  dataPath: string;
  /** Further folders of which one must know whether they exist */
  folders?: string[];
  /** Also read firewalld's zones and sources */
  firewall?: boolean;
  /** Also read the record and the lock of this cluster (main server) */
  record?: string;
  /** Not what only matters before an installation: Compose, conflicting software, the clock's state */
  brief?: boolean;
  /** Only what shows whether a role runs as wanted: neither what is brief, nor free disk, nor what the control scripts are */
  role?: boolean;
  /** Nor where this container is */
  container?: string;
  /** Also how root's Docker is signed in to a registry */
  registry?: LoginLook;
  /** Also read the certificates that a supervised container shows to callers who ask for this name */
  certificatesFor?: string;
}

export interface HostFacts {
  hostname: string;
  bootId: string;
  /** Its updates want a restart */
  rebootRequired?: true;
  /** From /etc/os-release */
  os: { id: string; version: string; prettyName: string };
  /** `uname -m` */
  arch: string;
  cpus: number;
  memoryMiB: number;
  disk: Reading<Disk>;
  /** Milliseconds that the host's clock is ahead of ours, measured at the middle of the round trip */
  clockSkewMs: number;
  /** unknown as well where it was not asked for */
  clockSynchronized: Reading<boolean>;
  /** The host's own IP addresses, without prefix lengths */
  addresses: string[];
  /** Ports that a program listens on, as `5066/udp`; only before an installation. undefined: not known */
  listening?: string[];
  /** Where TCP connections of the host lead, as `192.168.1.20:5063`, where a container is `supervised`. undefined: not known */
  connectedTo?: string[];
  /** Certificates that ports of its own show, as PEM by port; a port that shows none is not in it. undefined: none was asked */
  certificates?: Record<string, string>;
  /** unknown: it is there and does not answer */
  docker: Reading<Docker>;
  /** How root's Docker is signed in to the registry that was asked for. undefined: not asked */
  registry?: Reading<RegistryLogin | 'none'>;
  /** Control scripts that exist below the scripts path */
  scripts: Reading<string[]>;
  /** SHA-256 of each file there that ends in `.sh`, by name, in lower-case hex; what was made up has none */
  scriptSums?: Reading<Readonly<Record<string, string>>>;
  /** Which options they read; what was made up has none */
  scriptOptions?: ScriptOptions;
  /** Ids of the PBXs whose data the role there keeps apart, where it does; undefined: it does not */
  instances?: string[];
  /** Roles whose configuration file exists. Does not prove that the role runs. */
  roles: Reading<RoleConfig[]>;
  /** PortSIP's containers, running or not; unknown: Docker is there and does not answer */
  containers: Reading<Container[]>;
  /** Software that must not be there: postgresql, teamviewer, openvpn, wireguard, bind9, dnsmasq, isc-dhcp-server, … */
  conflicts: Reading<string[]>;
  folders: Record<string, boolean>;
  /** unknown as well where it was not asked for; so are record and lock */
  firewall: Reading<FirewallFacts>;
  /** The record's and the lock's file contents as they are; undefined when there is none */
  record: Reading<string | undefined>;
  lock: Reading<string | undefined>;
  /** The records of other cluster files of the same PBX, as they are, by cluster; only with `record` */
  otherRecords?: Record<string, string>;
  /** Since the lock's holder last said that it lives; undefined: not known */
  lockIdleMs?: number;
  /** The last backup that was made on it, by what it is of. undefined: none, or none that is known here */
  backups?: Record<string, Reading<BackupNote>>;
  /** What was stopped on it for a backup, and by which nobody saw that it was started again. undefined: nothing */
  stoppedForBackup?: string[];
  /** A control script of ours that runs now */
  runningJob?: { id: string; title: string };
}

/** What a host remembers of a backup. */
export interface BackupNote {
  /** When what it is of was stopped, by the clock of whoever made it; RFC 3339 */
  at: string;
  address: string;
  /** The folder that it is in */
  where: string;
  bytes: number;
  /** Of its SHA256SUMS, which has those of its parts */
  sha256: string;
  /** How long what it is of was stopped */
  seconds: number;
}

/** Of the file system that is to hold the data, or its nearest folder that there is */
export interface Disk {
  path: string;
  totalMiB: number;
  freeMiB: number;
}

/** `compose`: its version; undefined: it has no such plugin; unknown as well where it was not asked for */
export type Docker = { installed: false } | { installed: true; compose: Reading<string | undefined> };

/** What a host is to look for in root's Docker configuration. */
export interface LoginLook {
  registry: Registry;
  /** Hex */
  salt: string;
  /** Of the login that is wanted; undefined: there is no token to compare with */
  sum?: string;
}

export interface RegistryLogin {
  server: string;
  username: string;
  /** Whether it is the login that is wanted, token included */
  current: Reading<boolean>;
}

/** Which options a script reads, one text for each place where it does: `i:d:g:`, in the words of getopts. */
export type ScriptOptions = Readonly<Record<string, readonly string[]>>;

export interface RoleConfig {
  role: Role;
  /** KEY=VALUE lines of the configuration file, e.g. IP_ADDRESS, PBX_IP_ADDRESS, PBX_IMG, EXTEND_SVC_NAME */
  values: Record<string, string>;
}

export interface Container {
  name: string;
  /** As given to docker: portsip/pbx:22 */
  image: string;
  /** sha256:… */
  imageId: string;
  /** The image's `version` label */
  version?: string;
  /** And neither paused nor restarted again and again */
  running: boolean;
  /** By somebody, with `docker pause`: what starts containers leaves it so */
  paused?: true;
  /** RFC 3339 */
  createdAt: string;
  startedAt: string;
  /** What runs in it, where that is more than one program (`supervised`) and it runs */
  programs?: Reading<Program[]>;
  /** Command arguments without the program; `tokenMark` of a token after -t */
  args: string[];
}

/** A program that supervisord keeps in a container. */
export interface Program {
  name: string;
  /** In supervisord's words: RUNNING, STARTING, STOPPED, EXITED, BACKOFF, FATAL, … */
  state: string;
}

export interface FirewallFacts {
  running: boolean;
  trusted: { permanent: string[]; runtime: string[] };
  /** Sources of all other zones: CIDR to zone */
  otherZones: Record<string, string>;
  /** Zones that are asked before the trusted one, in that order */
  rivals: { permanent: RivalZone[]; runtime: RivalZone[] };
}

/** A zone that firewalld asks before the trusted one, so that what it takes is not trusted whatever the trusted zone says. */
export interface RivalZone {
  name: string;
  /** Its target is ACCEPT: what it takes is let in all the same */
  accepts: boolean;
  /** firewalld 2.0 and later give zones a priority; before that their names decide alone */
  prioritised: boolean;
  /** What it takes: addresses and networks, with the source that they are from (`ipset:NAME` where it is a set) */
  takes: { network: string; source: string }[];
  /** Sets of addresses among its sources that could not be read */
  unread: string[];
  /** It takes all that comes in by these */
  interfaces: string[];
}

/** A control script, run detached under the job runner on the host; a runner that dies does not interrupt it. */
export interface Job {
  /** Two jobs with one key are the same work: the second attaches to the first while it runs. [A-Za-z0-9._-]+ */
  key: string;
  /** For people: "install media-server-1" */
  title: string;
  cwd: string;
  argv: string[];
  /** Values of argv that must not be shown */
  secrets?: string[];
  /** Give up waiting after this long (the job goes on) */
  timeoutMs: number;
}

export interface JobResult {
  exitCode: number;
  /** Lines with `[error]`, redacted */
  errors: string[];
  /** The last 50 lines, redacted */
  tail: string[];
  /** It was running already when we came */
  attached: boolean;
}

/** What went wrong between us and a host, in words for an operator, with the cure. */
export class HostError extends Error {
  constructor(
    message: string,
    readonly host: string,
    readonly code:
      | 'unreachable'
      | 'timeout'
      | 'host-key-unknown'
      | 'host-key-changed'
      | 'authentication'
      | 'sudo'
      | 'connection-lost'
      | 'command',
    cause?: unknown,
    /** What was begun there goes on without us, and whoever comes next attaches to it; or nothing was, as the run was cancelled. */
    readonly end?: 'goes-on' | 'cancelled',
    /** The key that a host offered which is not trusted */
    readonly offered?: Buffer,
  ) {
    super(message, { cause });
    this.name = 'HostError';
  }
}
