import type { Machine } from '../machine';
import type { Ports } from '../ports';

/*
 * What a role is to each part of PortSIP: one row for each role, one file for each row. Whatever differs between roles is a
 * field here; nothing outside this folder asks which role it has before it.
 */

/** What callers notice, from nothing to the worst. */
export const IMPACTS = ['none', 'analytics', 'messaging', 'new-calls', 'active-calls'] as const;
export type Impact = (typeof IMPACTS)[number];

/** The control scripts' verbs that this project uses. */
export type Verb = 'run' | 'start' | 'stop' | 'restart' | 'upgrade' | 'rm';

/** What every server has, whatever it runs. */
export interface ServerBase extends Machine {
  role: string;
  privateIp?: string;
  publicIp?: string;
  /** false keeps it registered and takes no calls. */
  enabled: boolean;
  image: string;
  dataPath: string;
}

/** What a control script has to be told about the cluster around a server. */
export interface Site {
  /** Where the servers reach the PBX (high availability: the virtual IP) */
  pbxIp: string;
}

export type LimitName = 'maxCallSessions' | 'maxRooms' | 'maxParticipants';

/** A number that the portal keeps about a server and lets be changed. */
export interface Limit {
  /** In this project */
  name: LimitName;
  /** In the cluster file */
  field: 'max_call_sessions' | 'max_rooms' | 'max_participants';
  /** In the PBX's REST API */
  api: 'max_concurrency' | 'max_rooms' | 'max_participants';
  /** In plans */
  label: string;
  default: number;
  /** The field of a server's status that says how many there are now */
  counted?: { field: 'current_concurrency' | 'rooms_count' | 'participants_count'; unit: string };
}

/** Where the portal has servers of the role. */
export type PortalPlace =
  /** A list of servers, of which one is built in (`INTERNAL`) */
  | {
      kind: 'collection';
      /** Below `/api` */
      collection: 'media_servers' | 'call_queue_servers' | 'conference_servers' | 'ivr_servers';
      /** The API's field names of addresses begin with it */
      addressPrefix: '' | 'private_';
      /** Whether it keeps a public address as well */
      publicAddress: boolean;
      limits: readonly Limit[];
    }
  /** Addresses of the one server of the role, without a name (`/im`) */
  | { kind: 'addresses' }
  /** Settings that all servers of the role share, and none of them by name (`/sbc`) */
  | { kind: 'settings' }
  /** A page for people only */
  | { kind: 'none' };

/** Servers of which the PBX keeps no list and has a word for the one that there is. Source: PortSIP's list of changes of its REST API, v22.8 */
export type Service = 'im' | 'dataflow';

/** How one sees whether calls are up on a server. Source: the status answers of the REST API. */
export type Calls =
  /** The PBX counts them, in that field of the server's status */
  | { kind: 'counted'; field: 'current_concurrency' | 'participants_count'; unit: 'calls' | 'participants' }
  /** The PBX knows only whether the server is ONLINE: calls get a time to end */
  | { kind: 'timed' }
  /**
   * DNS leads callers to it, and nobody counts them: the PBX cannot send them elsewhere, and nothing stands in for it. So there
   * is never more than one away at a time, and never the last. `pbxPort`: TCP port of the PBX that it is connected to; `web`: its
   * own ports with the certificate that callers see.
   */
  | { kind: 'outside'; pbxPort: number; web: readonly number[] }
  /** It has none */
  | { kind: 'none' };

/** What a server signs in to the PBX with. */
export interface Token {
  service: 'im' | 'dataflow' | 'sbc';
  /** In sentences: "IM" */
  label: string;
  /**
   * `portal`: the REST API issues and shows it. `path`: no published way; a path may be given, or a person clicks. `by-hand`:
   * the REST API issues it, and a person types it into each server's own portal.
   */
  source: 'portal' | 'path' | 'by-hand';
  /** The control script's `run` has to be told it, as this option */
  option?: '-t';
  /** What nobody has while an old one does not work any more and the server has not got the new one */
  impact: Impact;
}

export interface Sizing {
  cpus?: number;
  memoryGiB?: number;
  diskGiB: number;
}

/** Below `minimum` blocks, below `recommended` warns. */
export interface Sizes {
  minimum?: Sizing;
  recommended?: Sizing;
}

/** A script that PortSIP's guide has one run for the role. */
export interface Script<S extends ServerBase> {
  file: string;
  /** The words after the script's name. A token is none of them. */
  words(server: S, verb: Verb, site: Site): string[];
}

/** The cluster file's names of what a control script is told and keeps in its configuration file. */
export type SettingName =
  'data_path' | 'private_ip' | 'public_ip' | 'pbx.private_ip' | 'image' | 'name' | 'chat_files' | 'clickhouse_image';

/** `value` undefined: the flag stands alone. `any`: a value is there but which one is not known. */
export interface ExpectedArg {
  flag: string;
  value?: string;
  any?: true;
}

/** A folder that a backup has. */
export interface Kept {
  /** Of its part of the backup, without extension */
  name: string;
  path: string;
}

export interface RoleRow<S extends ServerBase = ServerBase> {
  readonly role: S['role'];
  /** In sentences: "media server" */
  readonly label: string;
  /** The same without "server", for tables */
  readonly short: string;
  /** What else people call it, apart from its service, container and collection */
  readonly aliases?: readonly string[];
  /** A name that could be a server's */
  readonly exampleName: string;
  /** Its page in the web portal */
  readonly portalPage: string;
  readonly portal: PortalPlace;
  /** The PBX says whether it sees it, since v22.8 (`GET /im/status`) */
  readonly seenAs?: Service;
  /** At most one in a cluster */
  readonly single: boolean;
  /** Where it stands when all are restarted, and when all are upgraded */
  readonly order: { restart: number; upgrade: number };

  /** What of the cluster file's entry is for this role alone, with defaults. `entry` has passed the schema. */
  fields(entry: Readonly<Record<string, unknown>>): Omit<S, keyof ServerBase>;
  /** Folders that must exist on the host before it is installed */
  folders?(server: S): readonly string[];
  /**
   * What a backup of it has, while it is stopped; without it there is nothing to back up. Source: PortSIP's guides to backup and
   * restore
   */
  kept?(server: S): readonly Kept[];
  /** An upgrade of it wants a backup. Source: PortSIP's guide to upgrades, which begins with one */
  readonly backupFirst?: true;
  /** It runs this image, or another one of its own, and never the PBX's: no `image` of the cluster is meant for it. */
  readonly ownImage?: string;
  /** Whether public_ip is something that only the host is told */
  readonly publicIpOnHost?: true;
  /** The oldest version of the PBX's image that has it */
  readonly since?: readonly [major: number, minor: number];

  /** On the server's own host, as root. Source: PortSIP's v22 control scripts */
  readonly script: Script<S>;
  /** On the control node of a highly available cluster. `dataPath`: it is told where data is kept */
  readonly highAvailabilityScript: Script<S> & { dataPath: boolean };
  /** What recreates it with other values */
  readonly recreate: readonly Verb[];
  /** Whether `upgrade` alone takes it to another image */
  readonly upgradesInPlace: boolean;
  /** It must run the very version that the PBX runs, and be recreated after each upgrade of that */
  readonly sameVersionAsPbx?: true;
  readonly token?: Token;

  /** `-s` of the script, and its folder below the scripts path */
  readonly service: string;
  /** The file in that folder in which the script keeps its arguments */
  readonly configFile: string;
  /**
   * Where older scripts keep that file: below the scripts path, not in the folder. Of two the one counts
   * that was written last.
   */
  readonly olderConfigFile?: string;
  /** That file's keys */
  readonly keys: Readonly<Partial<Record<SettingName, string>>>;
  /** What those keys should hold; undefined: nothing */
  settings(server: S, site: Site): Partial<Record<SettingName, string | undefined>>;
  /** Container that must run, and those that it brings along */
  readonly container: string;
  readonly companions: readonly string[];
  /** Its script makes the container with Docker alone. */
  readonly withoutCompose?: true;
  /** Several programs run in that container, under supervisord: it can run without doing anything. */
  readonly supervised?: true;
  /**
   * A database of the role's own, whose image the cluster file may name. Where it names none, what is there stays: the script's
   * own choice may be an older one, which does not open what a newer one wrote.
   */
  readonly database?: {
    readonly label: string;
    readonly setting: SettingName;
    readonly container: string;
    image(server: S): string | undefined;
    withImage(server: S, image: string): S;
  };
  /**
   * There can be several of it on a server, one for each PBX. Each keeps its data in a folder of its own, named by the PBX's id, in
   * this one of the data path.
   */
  readonly instances?: { readonly folder: string };
  /** What the arguments of the container must hold */
  args(server: S, site: Site): ExpectedArg[];

  readonly calls: Calls;
  /**
   * How long its containers may take to be up once the script has ended, and then to be ONLINE, in milliseconds. Source: the health
   * checks of PortSIP's scripts, which since 22.6 give databases 90 s and look every 30 to 60 s
   */
  readonly deadlines: { readonly up: number; readonly online: number };
  /** The PBX itself gives the calls of one that is dead to others; of all else it goes on giving calls to it */
  readonly failsOver?: true;
  /** What callers notice while a drained server of the role is away */
  readonly away: Exclude<Impact, 'none'>;
  /** What nobody has while it is gone: told before it is removed. Listed roles have others of their kind. */
  readonly stops?: string;

  /** On its host: what must be free before it is installed, and which of the TCP ports callers come in by */
  readonly ports?: { tcp: readonly number[]; udp: readonly number[]; callers: readonly number[] };
  /** What callers come to it by, from anywhere: a person must open that in a cloud's firewall, where there is one. */
  readonly callersReach?: readonly Ports[];
  /** What the PBX comes to it by. Source: the ports that PortSIP's scripts open in the firewall of its host */
  readonly pbxReaches?: readonly Ports[];
  /** What the PBX must let in from it; undefined: what `calls` says. Source: PortSIP's pages on AWS and on installing Data Flow */
  readonly pbxLetsIn?: 'all' | 'tcp';
  /** Processors and memory for so many users online, from the smallest */
  readonly usersBySize?: readonly { users: number; cpus: number; memoryGiB: number }[];
  /** Hardware, in the guides' numbers */
  readonly sizes: { standalone: Sizes; highAvailability: Sizes };
}

export function ownAddress({ privateIp, publicIp, address }: ServerBase): string {
  return privateIp ?? publicIp ?? address;
}

export function option(flag: string, value: string | undefined): string[] {
  return value === undefined ? [] : [flag, value];
}
