import type { KnownServer } from '../../../src/render/words';
import type { Plan } from '../../../src/plan/types';
import type { Change, Finding } from '../../../src/stages/types';

export function change(id: string, action: Change['action'], rest: Partial<Change> = {}): Change {
  const stage = {
    firewall: 'firewall',
    whitelist: 'firewall',
    server: 'register',
    'built-in': 'register',
    token: 'token',
    role: 'install',
  }[id.split('/')[0] ?? ''];
  return {
    id,
    stage: (stage ?? 'restart') as Change['stage'],
    action,
    reason: 'because',
    impact: 'none',
    needs: [],
    attributes: [],
    ...rest,
  };
}

export function plan(changes: Change[], warnings: Finding[] = [], live = true): Plan {
  return { version: 1, cluster: 'acme', digest: `sha256:${'0'.repeat(64)}`, live, changes, warnings };
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
const restart = (name: string, impact: Change['impact'] = 'new-calls') =>
  change(`restart/${name}`, 'restart', { server: name, impact, reason: 'media-server-2 was added' });

/** Adds media-server-2 to the guide's cluster. */
export const scaleOut = plan(
  [
    change('firewall/192.168.1.27/32', 'create', { server, reason: 'not a trusted source yet' }),
    change('whitelist/192.168.1.27/32', 'create', { server, reason: 'not in the whitelist yet' }),
    change('server/media-server-2', 'create', {
      server,
      reason: 'not in the portal yet',
      attributes: [
        { name: 'private_ip', after: '192.168.1.27' },
        { name: 'public_ip', after: '104.101.137.61' },
        { name: 'max_call_sessions', after: '5000' },
      ],
    }),
    change('role/media-server-2', 'create', {
      server,
      reason: 'nothing is installed there yet',
      needs: ['server/media-server-2'],
      attributes: [{ name: 'image', after: 'portsip/pbx:22' }],
    }),
    change('restart/loadbalancer', 'restart', { impact: 'new-calls', reason: 'media-server-2 was added' }),
    restart('media-server-1'),
    restart('queue-server-1', 'active-calls'),
    restart('meeting-server-1'),
    restart('vr-server-1', 'active-calls'),
    restart('im-server-1', 'messaging'),
    restart('dataflow-server-1', 'analytics'),
  ],
  [
    {
      code: 'cloud-ports',
      severity: 'note',
      server,
      message:
        'open 35000-65000/udp to 104.101.137.61 in the cloud’s firewall, if there is one; no script can do that.',
    },
    { code: 'last-of-role', severity: 'warning', server: 'meeting-server-1', message: 'the only meeting server' },
    { code: 'memory-small', severity: 'warning', server, message: '3.7 GiB of memory; 8 GiB or more is advised' },
  ],
);
