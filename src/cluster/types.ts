/**
 * The cluster file, checked and with every default filled in. Nothing below `src/cluster` ever reads YAML again.
 * Field names are the cluster file's own, in camelCase.
 */
export const ROLE_NAMES = ['media', 'queue', 'meeting', 'ivr', 'im', 'dataflow'] as const;
/** What a server runs. The order is PortSIP's restart order. */
export type Role = (typeof ROLE_NAMES)[number];

export interface SshSettings {
  user: string;
  port: number;
  /** `host`, `user@host`, `host:port` or `user@host:port`, taken apart. */
  jumpHost?: { host: string; port: number; user: string };
}

/** A Linux machine that commands run on. */
export interface Machine {
  /** The server's name, or `pbx` for the main server. */
  name: string;
  /** Where SSH connects to: the private IP, or the public one of a server that has no other. */
  address: string;
  ssh: SshSettings;
}

export interface Server extends Machine {
  role: Role;
  privateIp?: string;
  publicIp?: string;
  /** false keeps it registered and takes no calls. */
  enabled: boolean;
  image: string;
  dataPath: string;
  /** media only */
  maxCallSessions?: number;
  /** meeting only */
  maxRooms?: number;
  maxParticipants?: number;
  /** im only: where files sent in chats are kept */
  chatFiles?: string;
  /** dataflow only */
  clickhouseImage?: string;
  /** Where the server stands in the file, for messages and annotations. */
  at: Position;
}

export interface Cluster {
  version: 1;
  name: string;
  image: string;
  dataPath: string;
  scriptsPath: string;
  pbx: {
    privateIp: string;
    /** https URL without a trailing slash and without `/api` */
    api: string;
    /** Upgrades the PBX itself, only when given. */
    image?: string;
    highAvailability?: HighAvailability;
    /** The main server as an SSH target (HA: the control node). */
    machine: Machine;
  };
  ssh: SshSettings;
  /** `servers`: each server's address; otherwise these CIDRs. */
  firewallTrust: 'servers' | string[];
  builtInServers: 'disabled' | 'keep';
  unmanagedServers: 'report' | 'remove';
  servers: Server[];
  restart: RestartPolicy;
}

/** A PBX of several nodes behind a virtual IP, which is then `pbx.privateIp`. */
export interface HighAvailability {
  /** Its own address; where the guide's scripts are run, whichever node is active */
  controlNode: string;
  /** Own addresses of all nodes, the control node's among them; undefined: only that one is known */
  nodes?: string[];
  scriptsPath: string;
}

export interface RestartPolicy {
  /** Of a role, at a time. */
  maxUnavailable: number;
  drainTimeoutSeconds: number;
  onDrainTimeout: 'fail' | 'force';
  afterScaleOut: 'all' | 'load-balancer' | 'none';
  window?: MaintenanceWindow;
}

export interface MaintenanceWindow {
  days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /** `HH:MM`; a window whose `to` is not after `from` ends on the next day. */
  from: string;
  to: string;
  /** IANA name */
  timezone: string;
}

/** 1-based, as editors and GitHub count. */
export interface Position {
  line: number;
  column: number;
}

/** Something wrong with the cluster file. `file` is the path as the user gave it. */
export interface Problem extends Position {
  file: string;
  severity: 'error' | 'warning';
  /** Stable, kebab-case: `duplicate-name`, `unknown-field`, … */
  code: string;
  /** What is wrong, in a sentence without a full stop. */
  message: string;
  /** What would be right. */
  cure?: string;
}

/** A cluster file that cannot be used: every problem of it at once. Exit code 2. */
export class ClusterFileError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ClusterFileError';
  }
}

/** `cluster.yaml:12:5: error: what is wrong: what would be right` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, cure } = problem;
  return `${file}:${line}:${column}: ${severity}: ${message}${cure ? ` — ${cure}` : ''}`;
}

/** Any other input that cannot be used (arguments, secrets). Shown without a stack trace. Exit code 2. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
