import type { BackupPolicy } from './backup-settings';
import type { Cloud, PrepareSettings } from './file';
import type { Machine, Position, SshSettings } from './machine';
import type { ScriptsFolder } from './control-scripts';
import type { RestartPolicy } from './policy';
import type { Registry } from './registry';
import type { ServerSpec } from './roles';
import type { SbcSettings } from './sbc-settings';

export { InputError } from '../input-error';
export type { Machine, Position, SshSettings } from './machine';
export type { Cloud } from './file';
export type { MaintenanceWindow, RestartPolicy } from './policy';
export type { Role, ServerSpec } from './roles';

/** A server of the cluster file, and where it stands in it, for messages and annotations. */
export type Server = ServerSpec & { at: Position };

/**
 * The cluster file, checked and with every default filled in. Nothing below `src/cluster` ever reads YAML again.
 * Field names are the cluster file's own, in camelCase.
 */
export interface Cluster {
  version: 1;
  name: string;
  image: string;
  dataPath: string;
  scriptsPath: string;
  /** PortSIP's control scripts in this repository, which hosts are kept at; undefined: hosts are left as they are */
  scripts?: ScriptsFolder;
  /** Where images are pulled from with a login; undefined: without */
  registry?: Registry;
  /** What is done for hosts that have nothing yet; undefined: nothing */
  prepare?: PrepareSettings;
  pbx: {
    privateIp: string;
    /** https URL without a trailing slash and without `/api` */
    api: string;
    /** Upgrades the PBX itself, only when given. */
    image?: string;
    /** That the PBX is to run, by its image's label: `22.6.3`; never an older one than it runs */
    version?: string;
    highAvailability?: HighAvailability;
    /** The main server as an SSH target (HA: the control node). */
    machine: Machine;
  };
  ssh: SshSettings;
  /** Whose machines the servers are: there is a firewall before theirs, which no script reaches */
  cloud?: Cloud;
  /** `servers`: each server's address; otherwise these CIDRs. */
  firewallTrust: 'servers' | string[];
  builtInServers: 'disabled' | 'keep';
  unmanagedServers: 'report' | 'remove';
  servers: Server[];
  /** Of all session border controllers together */
  sbc?: SbcSettings;
  backup: BackupPolicy;
  restart: RestartPolicy;
  /** Which of its settings come from a file that clusters share; undefined: there is none */
  shared?: SharedSettings;
  /** For workflows of many clusters; undefined: as those say. Nothing on the cluster follows from it. */
  deploy?: DeployPlace;
}

/** Settings that a cluster file has from the one that it extends */
export interface SharedSettings {
  /** Its path, from where the cluster file's own is from */
  file: string;
  /** In the order of their lines: `restart.window.from`, what it says, where */
  values: { name: string; text: string; line: number }[];
}

/** Where and when jobs of a cluster run */
export interface DeployPlace {
  /** Labels; undefined: the workflow's */
  runner?: string[];
  environment?: string;
  /** Where its private addresses mean something; undefined: in the one that all clusters without it are in */
  network?: string;
  /** From 1 */
  wave: number;
}

/** A PBX of several nodes behind a virtual IP, which is then `pbx.privateIp`. */
export interface HighAvailability {
  /** Its own address; where the guide's scripts are run, whichever node is active */
  controlNode: string;
  /** Own addresses of all nodes, the control node's among them; undefined: only that one is known */
  nodes?: string[];
  scriptsPath: string;
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
