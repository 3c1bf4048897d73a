import type { Cluster, Role, SshSettings } from '../cluster/types';
import type { ControlNode } from '../host/control-node';
import type { HostFacts } from '../host/types';
import type { ImAddresses, IpFilter, ListedRole, PortalServer, ServerStatus } from '../pbx/types';

export const STAGE_NAMES = ['firewall', 'register', 'token', 'install', 'remove', 'restart'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

export type ChangeAction = 'create' | 'update' | 'replace' | 'delete' | 'restart';
/** What callers notice, from nothing to the worst. */
export const IMPACTS = ['none', 'analytics', 'messaging', 'new-calls', 'active-calls'] as const;
export type Impact = (typeof IMPACTS)[number];

/** Why a server is enabled that an interrupted run had disabled. */
export const DRAINED_BY_US = 'an interrupted run had drained it: it takes calls again';

/** One thing that a stage would do to one object. */
export interface Change {
  /** `firewall/CIDR`, `whitelist/CIDR`, `server/NAME`, `built-in/ROLE`, `token/im`, `ssh-key/NAME`, `role/NAME`, `restart/NAME`, `restart/loadbalancer` */
  id: string;
  stage: StageName;
  action: ChangeAction;
  /** The server that it is for, where there is one */
  server?: string;
  /** Why, for people: "not in the portal yet" */
  reason: string;
  impact: Impact;
  /** Ids that must be done before */
  needs: string[];
  /** What would be different, for people and the digest: before undefined = added, after undefined = removed. No secrets. */
  attributes: Attribute[];
}

export interface Attribute {
  name: string;
  before?: string;
  after?: string;
}

/** Something that people should know. Blocking ones keep their server (or, without one, the deploy) from being touched. */
export interface Finding {
  /** Stable, kebab-case */
  code: string;
  severity: 'blocking' | 'warning' | 'note';
  server?: string;
  message: string;
}

export function isBlocking({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'blocking';
}

/** The live state that a plan is made from. */
export interface Live {
  /** false: made up from a base cluster file, nothing was asked */
  live: boolean;
  /** Milliseconds since the epoch when it was read */
  at: number;
  main: HostFacts | Unreachable;
  /** High availability: the PBX's other nodes, by address */
  nodes?: ReadonlyMap<string, HostFacts | Unreachable>;
  /** High availability: what the main server, which then is the control node, says of the others */
  control?: ControlNode;
  hosts: ReadonlyMap<string, HostFacts | Unreachable>;
  portal: {
    servers: Readonly<Record<ListedRole, PortalServer[]>>;
    /** By portal id */
    status: ReadonlyMap<string, ServerStatus>;
    ipFilters: IpFilter[];
    im: ImAddresses;
    /** Whether there is one; the value never gets this far */
    imToken: 'issued' | 'none';
  };
  /** Whether the IM container runs with the token that the portal has; undefined: not known */
  imTokenInUse?: boolean;
  record?: ClusterRecord;
}

export interface Unreachable {
  unreachable: string;
}

export function isReachable(facts: HostFacts | Unreachable | undefined): facts is HostFacts {
  return facts !== undefined && !('unreachable' in facts);
}

/** What we did to this cluster: kept on the main server, in /var/lib/portsip-cluster/NAME.json. */
export interface ClusterRecord {
  version: 1;
  cluster: string;
  /** What we put there, and so may remove */
  servers: Record<string, RecordedServer>;
  firewall: string[];
  whitelist: string[];
  /** Built-in servers that we turned off */
  builtInDisabled: ListedRole[];
  /** Restarts that are still owed, by change id: they survive a run that failed half way */
  restarts: Record<string, OwedRestart>;
  /** Roles that must be created anew although nothing shows it, with the reason; by server */
  recreate: Record<string, string>;
  /** Servers that we disabled to drain them and that must be enabled again */
  draining: string[];
  /** Of the last run that wrote it */
  commit?: string;
  run?: string;
  time: string;
}

export interface OwedRestart {
  reason: string;
  /** When the container had started as the restart came to be owed: once it differs, the restart has happened. */
  startedAt?: string;
}

export interface RecordedServer {
  role: Role;
  privateIp?: string;
  publicIp?: string;
  /** Its role has run there. One that is only registered has never taken a call. */
  installed?: true;
  /** Where SSH reached it, so that it can be uninstalled after it left the file */
  address: string;
  ssh: SshSettings;
}

/** What a stage's diff sees. It has no other input, so that the same live state always gives the same plan. */
export interface DiffInput {
  cluster: Cluster;
  live: Live;
  options: DiffOptions;
}

export interface DiffOptions {
  rotate: ('im' | 'dataflow')[];
  dataflowTokenPath?: string;
  restart?: { roles: string[]; servers: string[]; pbx: boolean; reason: string };
  force: boolean;
  gone: string[];
  allowUndersized: boolean;
  /** High availability: let the control node sign in where it cannot yet */
  installSshKey?: boolean;
}

export interface Diff {
  changes: Change[];
  findings: Finding[];
}
