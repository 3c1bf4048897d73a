import { ALL_TCP, tcp } from '../ports';
import { plainPath } from '../paths';
import type { ExpectedArg, RoleRow, ServerBase, Site } from './role';
import { option, ownAddress } from './role';

export interface ImServer extends ServerBase {
  role: 'im';
  /** Where files sent in chats are kept */
  chatFiles?: string;
}

export interface ImFields {
  chat_files?: string;
}

const ADDRESSES = (server: ServerBase): ExpectedArg[] => [
  ...(server.privateIp ? [{ flag: '-x', value: server.privateIp }] : []),
  ...(server.publicIp ? [{ flag: '-z', value: server.publicIp }] : []),
];

export const im = {
  role: 'im',
  label: 'IM server',
  short: 'IM',
  exampleName: 'im-server-1',
  portalPage: 'IM Servers',
  portal: { kind: 'addresses' },
  seenAs: 'im',
  single: true,
  order: { restart: 5, upgrade: 2 },
  fields: (entry: ImFields) => ({ ...(entry.chat_files !== undefined && { chatFiles: plainPath(entry.chat_files) }) }),
  folders: ({ chatFiles }: ImServer) => (chatFiles === undefined ? [] : [chatFiles]),
  kept: ({ dataPath, chatFiles }: ImServer) => [
    { name: 'im-data', path: `${dataPath}/im-data` },
    { name: 'im-postgresql', path: `${dataPath}/im-postgresql` },
    ...(chatFiles === undefined ? [] : [{ name: 'chat-files', path: chatFiles }]),
  ],
  backupFirst: true,
  script: {
    file: 'im_ctl.sh',
    words: (server: ImServer, verb, { pbxIp }) => {
      if (verb === 'upgrade') return ['-i', server.image];
      if (verb !== 'run') return [];
      return [
        ...['-E', '-p', server.dataPath, ...option('-f', server.chatFiles)],
        ...[...option('-a', server.privateIp), ...option('-A', server.publicIp)],
        ...['-i', server.image, '-x', pbxIp],
      ];
    },
  },
  // It asks the PBX for the token itself.
  highAvailabilityScript: {
    file: 'im.sh',
    dataPath: false,
    words: (server: ImServer, verb) =>
      verb === 'run'
        ? ['-a', ownAddress(server), ...option('-A', server.publicIp), ...option('-f', server.chatFiles)]
        : [],
  },
  recreate: ['run'],
  upgradesInPlace: true,
  token: { service: 'im', label: 'IM', source: 'portal', option: '-t', impact: 'messaging' },
  service: 'im-server-only',
  configFile: '.configure_im',
  keys: {
    data_path: 'DATA_PATH',
    private_ip: 'PRI_IP_ADDRESS',
    public_ip: 'PUB_IP_ADDRESS',
    'pbx.private_ip': 'PBX_IP_ADDRESS',
    image: 'IM_IMG',
    chat_files: 'STORAGE',
  },
  settings: (server: ImServer, { pbxIp }: Site) => ({
    data_path: server.dataPath,
    private_ip: server.privateIp,
    public_ip: server.publicIp,
    'pbx.private_ip': pbxIp,
    image: server.image,
    chat_files: server.chatFiles,
  }),
  container: 'portsip.instantmessage',
  companions: ['portsip.database', 'portsip.webserver'],
  args: (server: ImServer, { pbxIp }: Site): ExpectedArg[] => [
    { flag: '-E' },
    { flag: '-t', any: true },
    { flag: '-a', value: pbxIp },
    ...ADDRESSES(server),
  ],
  // A database that gets 90 s of grace, then looks of 30 to 60 s each, of it and of what waits for it
  deadlines: { up: 300_000, online: 180_000 },
  calls: { kind: 'none' },
  away: 'messaging',
  stops: 'messages, chats and files',
  callersReach: [tcp(8887)],
  // Its script has the host's firewall trust the PBX.
  pbxReaches: [ALL_TCP],
  pbxLetsIn: 'tcp',
  // Source: PortSIP's guide to the sizes of servers, mid 2026
  usersBySize: [
    { users: 5000, cpus: 10, memoryGiB: 8 },
    { users: 20_000, cpus: 16, memoryGiB: 10 },
    { users: 50_000, cpus: 20, memoryGiB: 16 },
  ],
  sizes: {
    standalone: { recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 } },
    highAvailability: { recommended: { cpus: 16, memoryGiB: 16, diskGiB: 256 } },
  },
} as const satisfies RoleRow<ImServer>;
