import { tcp, udp } from '../ports';
import { clusterCtl } from './cluster-ctl';
import type { RoleRow, ServerBase } from './role';

export interface MeetingServer extends ServerBase {
  role: 'meeting';
  maxRooms: number;
  maxParticipants: number;
}

export interface MeetingFields {
  max_rooms?: number;
  max_participants?: number;
}

const ROOMS = {
  name: 'maxRooms',
  field: 'max_rooms',
  api: 'max_rooms',
  label: 'max rooms',
  default: 100,
  counted: { field: 'rooms_count', unit: 'rooms' },
} as const;
const PARTICIPANTS = {
  name: 'maxParticipants',
  field: 'max_participants',
  api: 'max_participants',
  label: 'max participants',
  default: 1000,
  counted: { field: 'participants_count', unit: 'participants' },
} as const;

export const meeting = {
  ...clusterCtl('meeting-server-only'),
  role: 'meeting',
  label: 'meeting server',
  short: 'meeting',
  aliases: ['conference'],
  exampleName: 'meeting-server-1',
  portalPage: 'Meeting Servers',
  portal: {
    kind: 'collection',
    collection: 'conference_servers',
    addressPrefix: '',
    publicAddress: false,
    limits: [ROOMS, PARTICIPANTS],
  },
  order: { restart: 3, upgrade: 7 },
  fields: (entry: MeetingFields) => ({
    maxRooms: entry.max_rooms ?? ROOMS.default,
    maxParticipants: entry.max_participants ?? PARTICIPANTS.default,
  }),
  container: 'portsip.conference',
  calls: { kind: 'counted', field: 'participants_count', unit: 'participants' },
  away: 'new-calls',
  pbxReaches: [tcp(8928, 8933), udp(8928, 8933)],
} as const satisfies RoleRow<MeetingServer>;
