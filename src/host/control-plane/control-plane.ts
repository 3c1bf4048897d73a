import type { Ports } from '../../cluster/ports';
import type { Role, SettingName, Sizes, Verb } from '../../cluster/roles';
import type { Cluster, Machine, ServerSpec } from '../../cluster/types';
import type { Finding } from '../../finding';
import type { Reachable } from '../reachable';
import type { Reading } from '../reading';
import type { Container, Host, HostFacts } from '../types';
import type { ControlNode } from './control-node';

/*
 * A control plane knows who runs which of PortSIP's scripts where, and what follows from it. It is chosen once, by the
 * cluster file (`controlPlane` in index.ts): nobody else asks whether a cluster is highly available.
 */

export interface ControlCommand {
  machine: Machine;
  cwd: string;
  argv: string[];
  /** Values of argv that must not be shown */
  secrets: string[];
}

export type PbxVerb = 'start' | 'stop' | 'restart' | 'restart-loadbalancer' | 'upgrade';

/** One setting that is not as the cluster file wants it, in the cluster file's names. before undefined: not there. */
export interface ConfigDifference {
  name: string;
  before?: string;
  after?: string;
}

/** What a role that runs is to become: `image`, another one; `database`, another image of that; `rest`, anything else. */
export interface Update {
  image: boolean;
  database: boolean;
  rest: boolean;
}

/** What there is to be done to a server, as far as a control plane has a say in it. */
export interface ServerWork {
  server: string;
  role: Role;
  /** `install` where no container of the role is yet, `update` where there is, `restart`, `remove` */
  what: 'install' | 'update' | 'restart' | 'remove';
}

/** What a control plane judges a plan by. */
export interface Situation {
  /** false: made up from a cluster file, nothing was asked */
  live: boolean;
  main: HostFacts;
  nodes: ReadonlyMap<string, Reachable>;
  control: ControlNode | undefined;
  hosts: ReadonlyMap<string, Reachable>;
  /** The container of the PBX itself, wherever it runs */
  pbx: Container | undefined;
  /** Servers that left the cluster file */
  leaving: readonly Machine[];
  /** Of servers */
  work: readonly ServerWork[];
  /** Servers that callers would notice to be away */
  disturbed: ReadonlySet<string>;
  /** Servers that the control node is about to be let in to */
  letIn: ReadonlySet<string>;
  /** Servers whose host will never answer again */
  gone: readonly string[];
  force: boolean;
}

export interface ControlPlane {
  readonly name: 'standalone' | 'high-availability';
  /** What plans call the machine that record, lock and firewall are on */
  readonly mainName: string;
  /** Whatever lets servers in to the PBX, in sentences: "the main server's firewall" */
  readonly firewall: string;
  /** Where the PBX runs, or may run after a failover: the machine of record and lock first */
  readonly pbxMachines: readonly Machine[];
  /** What callers come to those by. Source: PortSIP's pages on ports, and on AWS the security group of the nodes */
  readonly pbxCallers: readonly Ports[];
  /** Where PortSIP's scripts are on those */
  readonly pbxScriptsPath: string;
  /** Whether the PBX and its load balancer are restarted and upgraded from here */
  readonly drivesPbx: boolean;
  /** Whether services are stopped, copied and started again by one job on their own machine */
  readonly copiesData: boolean;
  /** Whether servers get what the PBX runs, whatever image the cluster file names */
  readonly followsPbxImage: boolean;
  /** What a person types, with where */
  readonly byHand: {
    readonly restart: string;
    readonly upgrade: string;
    readonly status: string;
    readonly start: string;
    readonly backup: string;
    /** Upgrades the Certificate Manager on a machine */
    readonly certificateManager: (on: Machine) => string;
  };
  /** Supported systems by the ID of /etc/os-release, and in words */
  readonly systems: { readonly versions: Readonly<Record<string, readonly string[]>>; readonly words: string };
  /** Whether a host must have Docker, Compose and the control script before a role is installed on it */
  readonly wantsReadyHosts: boolean;

  /** The machine whose job runner runs a server's scripts. */
  controlMachine(server: Machine): Machine;
  /**
   * The command line for a server's role. `token`: what the script's `run` is told, where it is told one; null: the command is
   * only shown. Throws InputError when a value could be torn apart by the script, or a token is missing.
   */
  command(server: ServerSpec, verb: Verb, token?: string | null): ControlCommand;
  /** The command line for the PBX itself. Throws InputError where that is left to a person (`drivesPbx`). */
  pbxCommand(verb: PbxVerb): ControlCommand;
  /** What takes a role that runs to what is wanted. */
  updateVerbs(role: Role, update: Update): Verb[];
  /** Whether the token must be a new one when a server of the role is upgraded */
  upgradeWantsNewToken(role: Role): boolean;
  /** What of a server's configuration is up to the control plane, whatever the cluster file says */
  decides(role: Role): ReadonlySet<SettingName>;
  sizes(role: Role): Sizes;
  /** What `run` would change on the host. Whether the container runs is not looked at, nor which token it has. */
  differences(server: ServerSpec, facts: HostFacts): Reading<ConfigDifference[]>;
  /** The role's configuration file and its container's arguments, as a host has them once `run` was done. */
  installed(server: ServerSpec): { values: Record<string, string>; args: string[] };

  /** What only the main server can tell of the others; undefined: nothing. Throws HostError. */
  readNodes(main: Host, servers: readonly Machine[]): Promise<ControlNode | undefined>;
  /** What must be well before callers are disturbed and is not; undefined: all is well. Throws HostError. */
  trouble(main: Host): Promise<string | undefined>;
  /** Lets the main server sign in to a server; may be done again. Throws HostError when it still cannot. */
  letIn(main: Host, host: Host, server: Machine): Promise<void>;
  /** What keeps work from being done, and what else a person should know. Pure. */
  findings(situation: Situation): Finding[];
}

export type MakeControlPlane = (cluster: Cluster) => ControlPlane;
