import type { ExpectedArg, RoleRow, ServerBase, Site } from './role';
import { option, ownAddress } from './role';

export interface DataflowServer extends ServerBase {
  role: 'dataflow';
  clickhouseImage: string;
}

export interface DataflowFields {
  clickhouse_image?: string;
}

export const DEFAULT_CLICKHOUSE_IMAGE = 'portsip/clickhouse:25.8';

export const dataflow = {
  role: 'dataflow',
  label: 'Data Flow server',
  short: 'Data Flow',
  exampleName: 'dataflow-server-1',
  portalPage: 'Data Flow',
  portal: { kind: 'none' },
  single: true,
  order: { restart: 6, upgrade: 6 },
  fields: (entry: DataflowFields) => ({ clickhouseImage: entry.clickhouse_image ?? DEFAULT_CLICKHOUSE_IMAGE }),
  publicIpOnHost: true,
  since: [22, 3],
  script: {
    file: 'dataflow_ctl.sh',
    words: (server: DataflowServer, verb, { pbxIp }) => {
      if (verb === 'upgrade') return ['-i', server.image];
      if (verb !== 'run') return [];
      return [
        ...['-p', server.dataPath, ...option('-a', server.privateIp), ...option('-A', server.publicIp)],
        ...['-i', server.image, '-x', pbxIp, '-d', server.clickhouseImage],
      ];
    },
  },
  highAvailabilityScript: {
    file: 'dataflow.sh',
    dataPath: true,
    words: (server: DataflowServer, verb) =>
      verb === 'run'
        ? [
            ...['-p', server.dataPath, '-a', ownAddress(server), ...option('-A', server.publicIp)],
            ...['-d', server.clickhouseImage],
          ]
        : [],
  },
  // The guide has it deleted and recreated; its data stays on the disk.
  recreate: ['rm', 'run'],
  upgradesInPlace: false,
  recreatedAfterPbxUpgrade: true,
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
  args: (server: DataflowServer, { pbxIp }: Site): ExpectedArg[] => [
    { flag: '-a', value: pbxIp },
    ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
    ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
  ],
  // A database that gets 90 s of grace, then looks of 30 to 60 s each, of it and of what waits for it
  deadlines: { up: 300_000, online: 180_000 },
  calls: { kind: 'none' },
  away: 'analytics',
  stops: 'call records, reports, dashboards and queue wallboards',
  sizes: {
    standalone: {
      minimum: { cpus: 4, memoryGiB: 8, diskGiB: 128 },
      recommended: { cpus: 8, memoryGiB: 16, diskGiB: 256 },
    },
    highAvailability: {
      minimum: { cpus: 4, memoryGiB: 16, diskGiB: 128 },
      recommended: { cpus: 8, memoryGiB: 32, diskGiB: 256 },
    },
  },
} as const satisfies RoleRow<DataflowServer>;
