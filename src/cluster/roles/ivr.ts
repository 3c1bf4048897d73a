import { tcp, udp } from '../ports';
import { clusterCtl } from './cluster-ctl';
import type { RoleRow, ServerBase } from './role';

export interface IvrServer extends ServerBase {
  role: 'ivr';
}

/** PortSIP's pages also write ivr-server-only; the scripts know vr-server-only alone. */
export const ivr = {
  ...clusterCtl('vr-server-only'),
  role: 'ivr',
  label: 'IVR server',
  short: 'IVR',
  exampleName: 'vr-server-1',
  portalPage: 'IVR Servers',
  portal: {
    kind: 'collection',
    collection: 'ivr_servers',
    addressPrefix: '',
    publicAddress: false,
    limits: [],
  },
  order: { restart: 4, upgrade: 6 },
  fields: () => ({}),
  container: 'portsip.virtualreceptionist',
  calls: { kind: 'timed' },
  pbxReaches: [tcp(8922, 8927), udp(8922, 8927)],
  away: 'active-calls',
} as const satisfies RoleRow<IvrServer>;
