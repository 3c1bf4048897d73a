import type { Cluster, Role, Server } from '../../../src/cluster/types';
import { renderStatus } from '../../../src/cli/status';
import { statusPage } from '../../../src/render/status-page';
import { statusReport } from '../../../src/status/report';
import type { Container, HostFacts } from '../../../src/host/types';
import { type Reading, unknown } from '../../../src/host/reading';
import type { PbxUsage, PortalServer, ServerStatus } from '../../../src/pbx/types';
import { emptyRecord } from '../../../src/stages/cluster-record';
import type { Live } from '../../../src/stages/live';
import { loadBalancerRestart, pbxRestart, roleSetup, serverRestart } from '../changes';
import { plan } from '../render/plans';

const server = (name: string, role: Server['role'], rest: Partial<Server> = {}) =>
  ({ name, role, address: `${name}.example`, enabled: true, ...rest }) as Server;

const host = (container: string, running = true) =>
  ({
    containers: [{ name: container, image: 'portsip/pbx:22', version: '22.6.3', running } as Container],
  }) as HostFacts;

const portal = (name: string, role: PortalServer['role'], rest: Partial<PortalServer> = {}): PortalServer => ({
  id: name,
  name,
  role,
  type: 'EXTERNAL',
  enabled: true,
  ...rest,
});

const cluster = {
  name: 'acme',
  pbx: { privateIp: '192.168.1.20', api: 'https://192.168.1.20:8887' },
  restart: {},
  servers: [
    server('media-server-1', 'media', { address: '192.168.1.21', publicIp: '104.101.137.60' }),
    server('queue-server-1', 'queue'),
    server('meeting-server-1', 'meeting'),
    server('vr-server-1', 'ivr'),
    server('im-server-1', 'im'),
    server('dataflow-server-1', 'dataflow'),
  ],
} as Cluster;

const live: Live = {
  live: true,
  at: 0,
  main: host('portsip.callmanager'),
  hosts: new Map<string, HostFacts | { unreachable: string }>([
    ['media-server-1', host('portsip.mediaserver')],
    ['queue-server-1', { unreachable: 'connection refused' }],
    ['meeting-server-1', host('portsip.conference')],
    ['vr-server-1', { containers: [] as Container[] } as HostFacts],
    ['im-server-1', host('portsip.instantmessage')],
    ['dataflow-server-1', host('portsip.dataflow', false)],
  ]),
  portal: {
    servers: {
      media: [
        portal('media-server-1', 'media', { maxCallSessions: 2000 }),
        portal('default', 'media', { type: 'INTERNAL' }),
      ],
      queue: [portal('queue-server-1', 'queue')],
      meeting: [portal('meeting-server-1', 'meeting', { enabled: false }), portal('old\u001b[31m', 'meeting')],
      ivr: [],
    },
    status: new Map([
      ['media-server-1', { status: 'ONLINE', calls: 12 }],
      ['meeting-server-1', { status: 'OFFLINE' }],
    ]),
    ipFilters: [],
    im: {},
    imToken: 'issued',
  },
  imTokenInUse: true,
};

const made = plan([roleSetup({ server: 'vr-server-1' }), loadBalancerRestart()]);
const report = statusReport(cluster, live, made);

test("each server's state is what the PBX and its host tell", () => {
  expect(report.servers.map(({ name, state, enabled }) => [name, state, enabled])).toEqual([
    ['media-server-1', 'online', true],
    ['queue-server-1', 'unreachable', true],
    ['meeting-server-1', 'offline', false],
    ['vr-server-1', 'not-registered', undefined],
    ['im-server-1', 'running', undefined],
    ['dataflow-server-1', 'stopped', undefined],
  ]);
  expect(report.servers[0]).toMatchObject({
    calls: 12,
    capacity: 2000,
    image: 'portsip/pbx:22',
    version: '22.6.3',
    drift: [],
    forPeople: 0,
  });
  expect(report.servers[1]).toMatchObject({ problem: 'connection refused' });
  expect(report.servers[3]).toMatchObject({ drift: ['role/vr-server-1'] });
});

test.each([
  ['ONLINE', 'online', 'stopped', 'online'],
  ['OFFLINE', 'offline', 'stopped', 'offline'],
  // What the PBX says cannot be used: the container tells, and nobody takes it for a word of the PBX.
  [unknown('neither'), 'running', 'stopped', 'unknown'],
] as const)('of IM and Data Flow it is the word of a PBX that has one: %s', (word, im, dataflow, inPbx) => {
  const services = new Map<Role, Reading<'ONLINE' | 'OFFLINE'>>([
    ['im', word],
    ['dataflow', word],
  ]);
  const found = statusReport(cluster, { ...live, portal: { ...live.portal, services } }, plan([]));
  expect(found.servers.slice(-2).map((one) => [one.state, one.inPbx])).toEqual([
    [im, inPbx],
    [dataflow, inPbx],
  ]);
  expect(report.servers[4]).not.toHaveProperty('inPbx');
});

test('restarts that are owed are told by what they restart, and to programs by id', () => {
  const made = plan([loadBalancerRestart(), pbxRestart(), serverRestart()]);
  const restarts = Object.fromEntries(made.changes.map(({ id }) => [id, { reason: 'new servers' }]));
  const owing = statusReport(cluster, { ...live, record: { ...emptyRecord('acme'), restarts } }, made);
  // What a deploy would bring along is not owed yet.
  expect(statusReport(cluster, live, made)).toMatchObject({ restartsOwed: [], restartsOwedTo: [] });
  expect(owing.restartsOwed).toEqual(['restart/loadbalancer', 'restart/pbx', 'restart/media-server-1']);
  expect(renderStatus(owing, { color: false })).toContain(
    '\nRestarts still owed: loadbalancer, pbx and media-server-1\n',
  );
});

test('servers that an interrupted run left out of calls are named with the command that gives them back', () => {
  const record = { ...emptyRecord('acme'), draining: ['meeting-server-1', 'media-server-1', 'gone-1'] };
  // Somebody has enabled media-server-1 in the portal meanwhile.
  const cut = statusReport(cluster, { ...live, record }, made);
  expect(cut.outOfCalls).toEqual(['meeting-server-1']);
  const options = { color: false, clusterFile: 'site a.yaml' };
  expect(renderStatus(cut, options)).toContain(
    "\nOut of calls: meeting-server-1. A run took it out and has not given it back. Once it is well, a deploy does:\n  portsip-cluster deploy -f 'site a.yaml' --servers meeting-server-1\n",
  );
  expect(statusPage(cut, 0)).toContain('Out of calls: meeting-server-1. A run took it out');
  // Who is at work gives them back himself.
  expect(renderStatus({ ...cut, lock: 'job 1' }, options)).toContain(
    'Out of calls: meeting-server-1, as a deploy is at work.',
  );
});

test('what is in no cluster file is told once, and is no difference', () => {
  const spare = {
    code: 'unmanaged-server',
    severity: 'note',
    server: 'spare',
    message: 'The portal has "spare"',
  } as const;
  const found = statusReport(cluster, live, plan([], [spare]));
  expect(found.differences.map(({ kind }) => kind)).toEqual(['unmanaged']);
  expect(renderStatus(found, { color: false })).not.toContain('Differs from');
});

test('what a finding says is said once, its server is no match, and what no finding says is listed', () => {
  const dead = {
    code: 'offline',
    severity: 'warning',
    server: 'meeting-server-1',
    message: 'The portal shows meeting-server-1 OFFLINE',
  } as const;
  const moved = { code: 'tag-moved', severity: 'note', server: 'im-server-1', message: 'The tag was moved' } as const;
  const found = statusReport(cluster, live, plan([], [dead, moved]));
  expect(found.servers.map(({ forPeople }) => forPeople)).toEqual([0, 0, 1, 0, 1, 0]);
  const text = renderStatus(found, { color: false });
  expect(text.match(/shows meeting-server-1 OFFLINE/g)).toHaveLength(1);
  expect(text).toContain('\nDiffers from the cluster file:\n  im-server-1: The tag was moved\n');
  expect(text).toMatch(/^meeting-server-1 .* see below$/m);
  expect(text).toMatch(/ up; a deploy would change nothing of what differs, with 1 host unseen\.$/m);
  expect(statusPage(found, 0).match(/shows meeting-server-1 OFFLINE/g)).toHaveLength(1);
  expect(statusPage(statusReport({ ...cluster, servers: [] }, live, plan([], [dead])), 0)).toContain(
    '0 of 0 servers up; a deploy would change nothing of what differs',
  );
});

test('tells which scripts are at work on which hosts', () => {
  const title = 'set up media-server-1 (media server)';
  const hosts = new Map(live.hosts).set('media-server-1', {
    ...host('portsip.mediaserver'),
    runningJob: { id: '1', title },
  });
  const found = statusReport(cluster, { ...live, hosts }, plan([]));
  expect(found.servers[0]?.atWork).toBe(title);
  const line = `Scripts are at work on media-server-1 (${title})`;
  expect(renderStatus(found, { color: false })).toContain(`\n${line}\n`);
  expect(statusPage(found, 0)).toContain(line);
});

test('as a table', () => {
  expect(renderStatus(report, { color: false, clusterFile: 'cluster.yaml' }))
    .toBe(`acme: main server 192.168.1.20, PBX 22.6.3, 12 calls now

SERVER             ROLE       ADDRESS                    STATE           ENABLED  CALLS       IMAGE           VERSION  DRIFT
media-server-1     media      192.168.1.21               online          yes      12 of 2000  portsip/pbx:22  22.6.3   none
queue-server-1     queue      queue-server-1.example     unreachable     yes      -           -               -        unknown
meeting-server-1   meeting    meeting-server-1.example   offline         no       -           portsip/pbx:22  22.6.3   none
vr-server-1        IVR        vr-server-1.example        not registered  -        -           -               -        1 change
im-server-1        IM         im-server-1.example        running         -        -           portsip/pbx:22  22.6.3   none
dataflow-server-1  Data Flow  dataflow-server-1.example  stopped         -        -           portsip/pbx:22  22.6.3   none

Not in the cluster file: old\\x1b[31m (meeting server, no address, offline)
The built-in media server takes calls
Last backups: PBX none, im-server-1 none, dataflow-server-1 none
Differs from cluster.yaml:
  vr-server-1: no IVR server runs on vr-server-1.example yet

2 of 6 servers up; a deploy would make 2 changes (see \`plan\`).
`);
});

test('tells which control scripts the hosts have, in words and for programs', () => {
  const scripts = [
    { generation: 'v22.4', on: ['media-server-1'] },
    { generation: 'v22.6', on: ['pbx', 'a', 'b', 'c'] },
    { generation: 'unknown', on: ['queue-server-1'] },
  ] as const;
  const found = statusReport(cluster, live, { ...plan([]), scripts });
  expect(found.scripts).toEqual(scripts);
  const line =
    "PortSIP's control scripts: as of v22.4 on media-server-1, as of v22.6 on 4 hosts, not known on queue-server-1";
  expect(renderStatus(found, { color: false })).toContain(`\n${line}\n`);
  expect(statusPage(found, 0)).toContain(line.replace("'", '&#39;'));
});

test('a narrow terminal has the addresses, and a very narrow one a server on two lines', () => {
  const at80 = renderStatus(report, { color: false, width: 80 });
  expect(at80).toContain('192.168.1.21');
  expect(at80).not.toContain('portsip/pbx:22');
  const at40 = renderStatus(report, { color: false, width: 40 });
  expect(at40).toContain('\nmedia-server-1  online\n  media, 192.168.1.21, 12 of 2000 calls\n');
  expect(at40).toContain('\nvr-server-1  not registered\n  IVR, vr-server-1.example, 1 change\n');
  expect(at40).toContain('\nmeeting-server-1  offline\n  meeting, meeting-server-1.example, disabled\n');
  expect(at40).toContain('\nqueue-server-1  unreachable\n  queue, queue-server-1.example, drift unknown\n');
});

test('people in meetings are not counted as calls', () => {
  const status = new Map([...live.portal.status, ['meeting-server-1', { status: 'ONLINE' as const, calls: 40 }]]);
  const busy = statusReport(cluster, { ...live, portal: { ...live.portal, status } }, made);
  expect(renderStatus(busy, { color: false })).toMatch(/^meeting-server-1 .* 40 people /m);
});

test('a server that is ONLINE at another address is not up', () => {
  const [first, ...others] = live.portal.servers.media;
  const servers = {
    ...live.portal.servers,
    media: [{ ...first, privateIp: '192.168.1.99' } as PortalServer, ...others],
  };
  const moved = statusReport(cluster, { ...live, portal: { ...live.portal, servers } }, plan([]));
  expect(moved.servers[0]?.state).toBe('elsewhere');
  expect(renderStatus(moved, { color: false })).toContain('1 of 6 servers up');
});

test('what differs on the PBX itself is called by its name', () => {
  const off = {
    kind: 'built-in-off',
    id: 'built-in/media',
    action: 'update',
    causes: [{ cause: 'replaced' }],
    impact: 'none',
    needs: [],
    after: [],
    role: 'media',
  } as const;
  const text = renderStatus(statusReport(cluster, live, plan([off])), { color: false });
  expect(text).toContain('\n  built-in media server: enabled is true, should be false\n');
});

describe('before somebody changes something', () => {
  const at = Date.UTC(2026, 10, 20, 15, 58);
  const window = { days: ['sat', 'sun'] as ('sat' | 'sun')[], from: '02:00', to: '05:00', timezone: 'UTC' };
  const now = (main: object, restart: object = {}) => {
    const busy = { ...live, at, main: { ...live.main, ...main } };
    return renderStatus(statusReport({ ...cluster, restart } as Cluster, busy, plan([])), { color: false });
  };

  test('it is said who changes it already', () => {
    const lock = JSON.stringify({ id: 'https://github.com/acme/pbx/actions/runs/7', host: 'runner-1' });
    expect(now({ lock, lockIdleMs: 4000 })).toContain(
      '\nA run is at work: https://github.com/acme/pbx/actions/runs/7 on runner-1\n',
    );
    expect(now({ lock, lockIdleMs: 400_000 })).not.toContain('at work');
  });

  test('the hour is that of the window', () => {
    const there = { ...window, timezone: 'Asia/Shanghai' };
    expect(now({}, { window: there })).toContain('; closed now, opens 2026-11-21 02:00 Asia/Shanghai\n');
  });

  test('it is said when the maintenance window opens', () => {
    expect(now({}, { window })).toMatch(/\nMaintenance window: .*02:00.*; closed now, opens 2026-11-21 02:00 UTC\n/);
  });
});

test('what could not be looked at is not said to be met', () => {
  const unseen = statusReport(cluster, live, plan([]));
  expect(renderStatus(unseen, { color: false })).toContain('the cluster matches the cluster file, with 1 host unseen.');
});

test('a PBX that does not answer leaves what the hosts tell', () => {
  const none = { media: [], queue: [], meeting: [], ivr: [] };
  const silent = { ...live, portal: { ...live.portal, servers: none, status: new Map() } };
  const report = statusReport(cluster, silent, plan([]), cluster.servers, {
    apiProblem: 'The PBX does not answer.\n  Look at it.',
  });
  expect(report.servers.map(({ state }) => state)).toEqual([
    'running',
    'unreachable',
    'running',
    'not-installed',
    'running',
    'stopped',
  ]);
  // What the file wants is not what the portal has.
  expect(report.servers.map(({ enabled }) => enabled)).toEqual([
    ...['unknown', 'unknown', 'unknown', 'unknown'],
    ...[undefined, undefined],
  ]);
  expect(report).toMatchObject({ calls: 'unknown', participants: 'unknown' });
  for (const untold of ['unmanaged', 'room', 'builtIn']) expect(report).not.toHaveProperty(untold);
  const text = renderStatus(report, { color: false });
  expect(text).toMatch(/\nmedia-server-1 +media +192\.168\.1\.21 +running +unknown +- .* unknown\n/);
  expect(text).toMatch(/\nim-server-1 +IM .* running +- .* none\n/);
  expect(text).toContain('\nThe PBX does not answer.\n  Look at it.\nWhat the portal knows is missing below.\n');
  expect(text).toContain('3 of 6 servers up; whether the cluster matches the cluster file is not known.');
});

test('a server of which the PBX tells nothing is neither offline nor without drift', () => {
  const status = new Map<string, Reading<ServerStatus>>([
    ['media-server-1', unknown('the PBX answered 500')],
    ['meeting-server-1', { status: 'OFFLINE' }],
    ['old\u001b[31m', unknown('the PBX answered 500')],
  ]);
  const report = statusReport(cluster, { ...live, portal: { ...live.portal, status } }, plan([]));
  expect(report).toMatchObject({ calls: 'unknown', participants: 'unknown', unmanaged: [{ online: 'unknown' }] });
  expect(report.servers[0]).toMatchObject({
    state: 'unknown',
    enabled: true,
    portalProblem: 'the PBX answered 500',
  });
  const text = renderStatus(report, { color: false });
  expect(text).toMatch(/\nmedia-server-1 +media +192\.168\.1\.21 +unknown +yes .* unknown\n/);
  expect(text).toContain(', how many calls there are is not known\n');
  expect(text).toContain('no address, whether it is online is not known)');
  expect(text).toContain('with 1 host unseen and 1 server of which the PBX tells nothing.');
});

test('the calls that the licence allows, where the PBX tells', () => {
  const text = (usage: PbxUsage, color = false) =>
    renderStatus(statusReport(cluster, live, plan([]), cluster.servers, { usage }), { color });
  expect(text({ calls: 12, licensedCalls: 2000 })).toContain('\nLicence: 12 of 2000 calls at once\n');
  expect(text({ calls: 1800, licensedCalls: 2000 }, true)).toContain('\x1b[33mLicence: 1800 of 2000');
  for (const untold of [{}, { calls: 12 }, { licensedCalls: 5 }, { calls: 0, licensedCalls: 0 }])
    expect(text(untold)).not.toContain('Licence');
});

test('a narrow terminal does without what matters least', () => {
  const servers = report.servers.map((server) => ({ ...server, address: '192.168.1.21' }));
  const table = renderStatus({ ...report, servers }, { color: false, width: 80 })
    .split('\n')
    .slice(2, 9);
  expect(table[0]).not.toContain('IMAGE');
  for (const title of ['ADDRESS', 'DRIFT']) expect(table[0]).toContain(title);
  expect(table[3]).toMatch(/offline, disabled/);
  for (const line of table) expect(line.length).toBeLessThanOrEqual(80);
});

test('a main server that does not answer', () => {
  const down = statusReport(cluster, { ...live, main: { unreachable: 'no route to host' } }, plan([]));
  expect(renderStatus(down, { color: false })).toContain('main server 192.168.1.20 does not answer: no route to host');
});

test('what runs left is told as data: the last of them, what nobody saw come back, and a record that cannot be read', () => {
  const done = { run: 'a', done: 1, failed: 0, skipped: 0, deeds: [] };
  const first = { ...done, began: '2026-11-20T01:00:00.000Z', ended: '2026-11-20T01:01:00.000Z' };
  const last = { ...done, began: '2026-11-20T02:00:00.000Z', ended: '2026-11-20T02:01:00.000Z', failed: 2, url: 'u' };
  const record = {
    ...emptyRecord('acme'),
    runs: [first, last],
    unfinished: { 'media-server-1': 'x', 'gone-server': 'x' },
  };
  expect(statusReport(cluster, { ...live, record }, made)).toMatchObject({
    lastRun: { began: last.began, ended: last.ended, failed: 2, skipped: 0, url: 'u' },
    unfinished: ['media-server-1'],
  });
  expect(report).not.toHaveProperty('lastRun');
  expect(report).not.toHaveProperty('recordProblem');
  const main = { ...host('portsip.callmanager'), record: unknown('permission denied') };
  expect(statusReport(cluster, { ...live, main }, made).recordProblem).toBe('permission denied');
});

test('of each server whether its container runs, and whether it gets the calls that the file gives it', () => {
  expect(report.servers.map(({ name, running, outOfCalls }) => [name, running, outOfCalls])).toEqual([
    ['media-server-1', true, undefined],
    ['queue-server-1', undefined, undefined],
    ['meeting-server-1', true, true],
    ['vr-server-1', false, undefined],
    ['im-server-1', true, undefined],
    ['dataflow-server-1', false, undefined],
  ]);
});
