import { tcp, udp } from '../ports';
import { clusterCtl } from './cluster-ctl';
import type { RoleRow, ServerBase } from './role';

export interface QueueServer extends ServerBase {
  role: 'queue';
}

export const queue = {
  ...clusterCtl('queue-server-only'),
  role: 'queue',
  label: 'queue server',
  short: 'queue',
  exampleName: 'queue-server-1',
  portalPage: 'Queue Servers',
  portal: {
    kind: 'collection',
    collection: 'call_queue_servers',
    addressPrefix: '',
    publicAddress: false,
    limits: [],
  },
  order: { restart: 2, upgrade: 5 },
  fields: () => ({}),
  container: 'portsip.callqueue',
  calls: { kind: 'timed' },
  away: 'active-calls',
  pbxReaches: [tcp(8916, 8921), udp(8916, 8921)],
} as const satisfies RoleRow<QueueServer>;
