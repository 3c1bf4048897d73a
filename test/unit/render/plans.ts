import type { Finding } from '../../../src/finding';
import type { KnownServer } from '../../../src/render/words';
import type { Plan } from '../../../src/plan/types';
import type { Change } from '../../../src/stages/change';
import {
  loadBalancerRestart,
  portalEntry,
  roleSetup,
  serverRestart,
  spec,
  trustedSource,
  whitelistEntry,
} from '../changes';

export function plan(changes: Change[], warnings: Finding[] = [], live = true): Plan {
  const digest = `sha256:${'0'.repeat(64)}`;
  return { version: 1, cluster: 'acme', digest, settings: {}, changedSettings: [], live, changes, warnings };
}

/** The guide's cluster after a second media server was added. */
export const servers: KnownServer[] = [
  { name: 'media-server-1', role: 'media', privateIp: '192.168.1.21', publicIp: '104.101.137.60' },
  { name: 'media-server-2', role: 'media', privateIp: '192.168.1.27', publicIp: '104.101.137.61' },
  { name: 'queue-server-1', role: 'queue', privateIp: '192.168.1.22' },
  { name: 'meeting-server-1', role: 'meeting', privateIp: '192.168.1.23' },
  { name: 'vr-server-1', role: 'ivr', privateIp: '192.168.1.24' },
  { name: 'im-server-1', role: 'im', privateIp: '192.168.1.25', publicIp: '104.18.36.110' },
  { name: 'dataflow-server-1', role: 'dataflow', privateIp: '192.168.1.26' },
];

const server = 'media-server-2';

/** Adds media-server-2 to the guide's cluster. */
export const scaleOut = plan(
  [
    trustedSource({ source: '192.168.1.27/32', server }),
    whitelistEntry({ entry: { cidr: '192.168.1.27/32', target: 'ACCEPT' }, server }),
    portalEntry({
      server,
      differences: [
        { name: 'private address', after: '192.168.1.27' },
        { name: 'public address', after: '104.101.137.61' },
        { name: 'max call sessions', after: '5000' },
      ],
    }),
    roleSetup({
      server,
      wanted: spec(server, { address: '192.168.1.27' }),
      needs: ['server/media-server-2'],
      differences: [{ name: 'image', after: 'portsip/pbx:22' }],
    }),
    loadBalancerRestart(),
    serverRestart({ server: 'media-server-1' }),
    serverRestart({ server: 'queue-server-1', impact: 'active-calls' }),
    serverRestart({ server: 'meeting-server-1' }),
    serverRestart({ server: 'vr-server-1', impact: 'active-calls' }),
    serverRestart({ server: 'im-server-1' }),
    serverRestart({ server: 'dataflow-server-1' }),
  ],
  [
    {
      code: 'cloud-ports',
      severity: 'note',
      server,
      message:
        "open 35000-65000/udp to 104.101.137.61 in the cloud's firewall, if there is one; no script can do that.",
    },
    { code: 'last-of-role', severity: 'warning', server: 'meeting-server-1', message: 'the only meeting server' },
    { code: 'memory-small', severity: 'warning', server, message: '3.7 GiB of memory; 8 GiB or more is advised' },
  ],
);
