import type { ServerState, StatusReport } from '../../../src/status/report';

const server = (name: string, role: ServerState['role'], rest: Partial<ServerState> = {}): ServerState => ({
  name,
  role,
  address: '192.168.1.21',
  state: 'online',
  enabled: true,
  running: true,
  image: 'portsip/pbx:22',
  version: '22.6.0',
  drift: [],
  forPeople: 0,
  ...rest,
});

/** A cluster that is as its file says. */
export const quiet: StatusReport = {
  version: 1,
  cluster: 'acme',
  at: '2026-11-20T15:58:00.000Z',
  pbx: { address: '192.168.1.20', api: 'https://192.168.1.20:8887', reachable: true, version: '22.6.0' },
  calls: 1852,
  participants: 40,
  usage: { calls: 1852, licensedCalls: 2000 },
  servers: [
    server('media-server-1', 'media', { publicIp: '104.101.137.60', calls: 1840, capacity: 2000 }),
    server('media-server-2', 'media', { address: '192.168.1.27', calls: 12, capacity: 5000 }),
    server('queue-server-1', 'queue', { address: '192.168.1.22' }),
    server('meeting-server-1', 'meeting', { address: '192.168.1.23', calls: 40, capacity: 1000 }),
    server('vr-server-1', 'ivr', { address: '192.168.1.24' }),
    server('im-server-1', 'im', { address: '192.168.1.25', state: 'running' }),
  ],
  unmanaged: [],
  room: [],
  builtIn: [],
  findings: [],
  drift: 0,
  changedSettings: [],
  blocked: 0,
  differences: [],
  restartsOwed: [],
  backups: [
    { name: 'pbx', at: '2026-11-20T02:00:00.000Z', ageSeconds: 50_400, where: '/var/backups/portsip/acme' },
    { name: 'im-server-1' },
  ],
  restartsOwedTo: [],
  outOfCalls: [],
};

export const ATTACK = `"><img src=x onerror=alert(1)><script>alert(2)</script>\u202e\u001b[31m`;

/** One in trouble, whose names would do something if they could. */
export const hostile: StatusReport = {
  ...quiet,
  cluster: ATTACK,
  pbx: { ...quiet.pbx, address: ATTACK, version: ATTACK, apiProblem: ATTACK },
  lock: ATTACK,
  window: { text: 'Sat, Sun 02:00–05:00 Asia/Shanghai', open: false, opens: '2026-11-21 02:00 Asia/Shanghai' },
  servers: [
    server(ATTACK, 'media', {
      address: ATTACK,
      publicIp: ATTACK,
      image: ATTACK,
      version: ATTACK,
      drift: ['role/x', 'role/y'],
    }),
    server('a-server-with-a-name-that-is-as-long-as-names-of-servers-may-be-64', 'media', {
      state: 'offline',
      calls: 9,
      capacity: 10,
    }),
    server('queue-server-1', 'queue', { state: 'unreachable', problem: ATTACK }),
    server('vr-server-1', 'ivr', { state: 'not-registered', enabled: false }),
  ],
  unmanaged: [{ role: 'meeting', name: ATTACK, address: ATTACK, online: false, enabled: true }],
  builtIn: ['media'],
  findings: [
    { code: 'x', severity: 'blocking', server: 'queue-server-1', message: ATTACK },
    { code: 'y', severity: 'warning', message: ATTACK },
  ],
  drift: 2,
  blocked: 1,
  differences: [{ id: 'role/x', kind: 'change', server: ATTACK, what: ATTACK, impact: 'none' }],
  restartsOwed: ['restart/pbx'],
  backups: [
    { name: ATTACK, at: ATTACK, where: ATTACK },
    { name: ATTACK, unknown: ATTACK },
  ],
  restartsOwedTo: [ATTACK],
};
