import type { ExpectedArg, RoleRow, ServerBase, Site } from './role';
import { option, ownAddress } from './role';

export interface DataflowServer extends ServerBase {
  role: 'dataflow';
  /** undefined: what is there, or what the control script brings */
  clickhouseImage?: string;
}

export interface DataflowFields {
  clickhouse_image?: string;
}

export const dataflow = {
  role: 'dataflow',
  label: 'Data Flow server',
  short: 'Data Flow',
  exampleName: 'dataflow-server-1',
  portalPage: 'Data Flow',
  portal: { kind: 'none' },
  seenAs: 'dataflow',
  single: true,
  order: { restart: 6, upgrade: 3 },
  fields: (entry: DataflowFields) => ({
    ...(entry.clickhouse_image !== undefined && { clickhouseImage: entry.clickhouse_image }),
  }),
  kept: ({ dataPath }: DataflowServer) => [
    { name: 'dataflow', path: `${dataPath}/dataflow` },
    { name: 'clickhouse', path: `${dataPath}/clickhouse` },
  ],
  backupFirst: true,
  publicIpOnHost: true,
  since: [22, 3],
  script: {
    file: 'dataflow_ctl.sh',
    words: (server: DataflowServer, verb, { pbxIp }) => {
      // -x last: scripts before v22.8 know it not there, stop reading at it, and go on. Source: their getopts, run by dash
      if (verb === 'upgrade') return ['-i', server.image, ...option('-d', server.clickhouseImage), '-x', pbxIp];
      // From v22.8 on a server can have Data Flow for several PBXs; scripts before that read -x and do not mind.
      if (verb !== 'run') return ['-x', pbxIp];
      return [
        ...['-p', server.dataPath, ...option('-a', server.privateIp), ...option('-A', server.publicIp)],
        ...['-i', server.image, '-x', pbxIp, ...option('-d', server.clickhouseImage)],
      ];
    },
  },
  highAvailabilityScript: {
    file: 'dataflow.sh',
    dataPath: true,
    words: (server: DataflowServer, verb) => {
      // Source: PortSIP's guide to upgrades of a high-availability installation
      if (verb === 'upgrade') return option('-d', server.clickhouseImage);
      if (verb !== 'run') return [];
      return [
        ...['-p', server.dataPath, '-a', ownAddress(server), ...option('-A', server.publicIp)],
        ...option('-d', server.clickhouseImage),
      ];
    },
  },
  // The guide has it deleted and recreated; its data stays on the disk.
  recreate: ['rm', 'run'],
  upgradesInPlace: false,
  // Source: PortSIP's guide to upgrades within v22 (October 2026)
  sameVersionAsPbx: true,
  token: { service: 'dataflow', label: 'Data Flow', source: 'path', impact: 'analytics' },
  service: 'dataflow-server-only',
  configFile: '.configure_dataflow',
  keys: {
    data_path: 'DATA_PATH',
    private_ip: 'PRI_IP_ADDRESS',
    public_ip: 'PUB_IP_ADDRESS',
    'pbx.private_ip': 'PBX_IP_ADDRESS',
    image: 'DATAFLOW_IMG',
    clickhouse_image: 'DB_IMG',
  },
  settings: (server: DataflowServer, { pbxIp }: Site) => ({
    data_path: server.dataPath,
    private_ip: server.privateIp,
    public_ip: server.publicIp,
    'pbx.private_ip': pbxIp,
    image: server.image,
    clickhouse_image: server.clickhouseImage,
  }),
  container: 'portsip.dataflow',
  companions: ['portsip.clickhouse'],
  database: {
    label: 'ClickHouse',
    setting: 'clickhouse_image',
    container: 'portsip.clickhouse',
    image: ({ clickhouseImage }: DataflowServer) => clickhouseImage,
    withImage: (server: DataflowServer, clickhouseImage: string) => ({ ...server, clickhouseImage }),
  },
  // Source: PortSIP's pages on installing and on migrating Data Flow, October 2026 (v22.8)
  instances: { folder: 'dataflow' },
  args: (server: DataflowServer, { pbxIp }: Site): ExpectedArg[] => [
    { flag: '-a', value: pbxIp },
    ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
    ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
  ],
  // A database that gets 90 s of grace, then looks of 30 to 60 s each, of it and of what waits for it
  deadlines: { up: 300_000, online: 180_000 },
  calls: { kind: 'none' },
  away: 'analytics',
  pbxLetsIn: 'tcp',
  stops: 'call records, reports, dashboards and queue wallboards',
  sizes: {
    standalone: {
      minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
      recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
    },
    highAvailability: {
      // Source: PortSIP's guide to scaling the Data Flow server on premise, mid 2026
      minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
      recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
    },
  },
} as const satisfies RoleRow<DataflowServer>;
