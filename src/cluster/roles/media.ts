import { tcp, udp } from '../ports';
import { clusterCtl } from './cluster-ctl';
import type { RoleRow, ServerBase } from './role';

export interface MediaServer extends ServerBase {
  role: 'media';
  maxCallSessions: number;
}

export interface MediaFields {
  max_call_sessions?: number;
}

const CALL_SESSIONS = {
  name: 'maxCallSessions',
  field: 'max_call_sessions',
  api: 'max_concurrency',
  label: 'max call sessions',
  default: 2000,
  counted: { field: 'current_concurrency', unit: 'calls' },
} as const;

export const media = {
  ...clusterCtl('media-server-only'),
  role: 'media',
  label: 'media server',
  short: 'media',
  exampleName: 'media-server-1',
  portalPage: 'Media Servers',
  portal: {
    kind: 'collection',
    collection: 'media_servers',
    addressPrefix: 'private_',
    publicAddress: true,
    limits: [CALL_SESSIONS],
  },
  order: { restart: 1, upgrade: 4 },
  fields: (entry: MediaFields) => ({ maxCallSessions: entry.max_call_sessions ?? CALL_SESSIONS.default }),
  container: 'portsip.mediaserver',
  calls: { kind: 'counted', field: 'current_concurrency', unit: 'calls' },
  failsOver: true,
  away: 'new-calls',
  callersReach: [udp(35_000, 65_000)],
  pbxReaches: [tcp(8840, 8845), udp(8840, 8845)],
  // With recordings
  sizes: { standalone: {}, highAvailability: { recommended: { diskGiB: 256 } } },
} as const satisfies RoleRow<MediaServer>;
