import type { Role } from './types';

/** The control scripts' verbs that this project uses. */
export type Verb = 'run' | 'start' | 'stop' | 'restart' | 'status' | 'rm' | 'upgrade';

/** What a role is to each part of PortSIP. Source: the vendor's guide and its v22 control scripts. */
export interface RoleSpec {
  role: Role;
  /** In sentences: "media server" */
  label: string;
  /** Its page in the web portal */
  portalPage: string;
  /** REST collection under `/api`, for roles of which there can be many */
  collection?: 'media_servers' | 'call_queue_servers' | 'conference_servers' | 'ivr_servers';
  script: 'cluster_ctl.sh' | 'im_ctl.sh' | 'dataflow_ctl.sh';
  /** `-s` of the script, and its folder below the scripts path */
  service: string;
  /** The file in that folder in which the script keeps its arguments */
  configFile: '.configure_extend' | '.configure_im' | '.configure_dataflow';
  /** Container that must run, and those that it brings along */
  container: string;
  companions: string[];
  /** What a person must open in a cloud's firewall, where there is one */
  cloudPorts?: string;
  /** At most one in a cluster */
  single: boolean;
  /** What callers notice while such a server restarts without having been drained */
  impact: 'active-calls' | 'messaging' | 'analytics';
  /** The PBX brings its own, which is turned off once there is a replacement */
  builtIn: boolean;
  /** Hardware, in the guide's numbers. Below `minimum` blocks, below `recommended` warns. */
  minimum?: Sizing;
  recommended?: Sizing;
  /** What the high-availability guide says instead */
  highAvailability?: { minimum?: Sizing; recommended?: Sizing };
  /** What nobody has while it is away: told before it is removed. Listed roles have others of their kind. */
  stops?: string;
}

export interface Sizing {
  cpus?: number;
  memoryGiB?: number;
  diskGiB: number;
}

const extended = {
  script: 'cluster_ctl.sh',
  configFile: '.configure_extend',
  companions: [],
  single: false,
  impact: 'active-calls',
  builtIn: true,
  highAvailability: { recommended: { diskGiB: 128 } },
} as const;

export const ROLES: Readonly<Record<Role, Readonly<RoleSpec>>> = {
  media: {
    ...extended,
    role: 'media',
    label: 'media server',
    portalPage: 'Media Servers',
    collection: 'media_servers',
    service: 'media-server-only',
    container: 'portsip.mediaserver',
    companions: [],
    cloudPorts: '35000-65000/udp',
    // With recordings
    highAvailability: { recommended: { diskGiB: 256 } },
  },
  queue: {
    ...extended,
    role: 'queue',
    label: 'queue server',
    portalPage: 'Queue Servers',
    collection: 'call_queue_servers',
    service: 'queue-server-only',
    container: 'portsip.callqueue',
    companions: [],
  },
  meeting: {
    ...extended,
    role: 'meeting',
    label: 'meeting server',
    portalPage: 'Meeting Servers',
    collection: 'conference_servers',
    service: 'meeting-server-only',
    container: 'portsip.conference',
    companions: [],
  },
  ivr: {
    ...extended,
    role: 'ivr',
    label: 'IVR server',
    portalPage: 'IVR Servers',
    collection: 'ivr_servers',
    service: 'vr-server-only',
    container: 'portsip.virtualreceptionist',
    companions: [],
  },
  im: {
    role: 'im',
    label: 'IM server',
    portalPage: 'IM Servers',
    script: 'im_ctl.sh',
    service: 'im-server-only',
    configFile: '.configure_im',
    container: 'portsip.instantmessage',
    companions: ['portsip.database', 'portsip.webserver'],
    cloudPorts: '8887/tcp',
    single: true,
    impact: 'messaging',
    builtIn: false,
    recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 },
    stops: 'messages, chats and files',
  },
  dataflow: {
    role: 'dataflow',
    label: 'Data Flow server',
    portalPage: 'Data Flow',
    script: 'dataflow_ctl.sh',
    service: 'dataflow-server-only',
    configFile: '.configure_dataflow',
    container: 'portsip.dataflow',
    companions: ['portsip.clickhouse'],
    single: true,
    impact: 'analytics',
    builtIn: false,
    minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
    recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
    highAvailability: {
      minimum: { cpus: 4, memoryGiB: 16, diskGiB: 128 },
      recommended: { cpus: 8, memoryGiB: 32, diskGiB: 256 },
    },
    stops: 'call records, reports, dashboards and queue wallboards',
  },
};

/** Every container name that belongs to PortSIP's cluster roles. */
export const ROLE_CONTAINERS: ReadonlyMap<string, Role> = new Map(
  Object.values(ROLES).map((spec) => [spec.container, spec.role]),
);
