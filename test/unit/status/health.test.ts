import { healthSentence } from '../../../src/render/health';
import { healthOf } from '../../../src/status/health';
import type { ServerState, StatusReport } from '../../../src/status/report';
import { quiet } from '../cli/status-reports';

/* Whether a cluster is healthy is told from its status alone. */

const told = (report: StatusReport) => {
  const { healthy, reasons } = healthOf(report);
  return [healthy, ...reasons.map(healthSentence)];
};
const withServer = (name: string, state: Partial<ServerState>): StatusReport => ({
  ...quiet,
  servers: quiet.servers.map((server) => (server.name === name ? { ...server, ...state } : server)),
});
const without = (name: string, field: keyof ServerState): StatusReport => ({
  ...quiet,
  servers: quiet.servers.map((server) => {
    const { [field]: _, ...rest } = server;
    return server.name === name ? (rest as ServerState) : server;
  }),
});
const failed = { began: '2026-11-20T01:00:00.000Z', ended: '2026-11-20T01:02:00.000Z', failed: 1, skipped: 0 };

test('all up, none out of calls, no run half done', () => {
  expect(told(quiet)).toEqual([true]);
});

test.each([
  ['drift', { drift: 3, differences: [{ id: 'role/x', kind: 'change', what: 'x', impact: 'none' }] }],
  ['a setting that changes', { changedSettings: ['restart.order'] }],
  ['what a finding blocks', { blocked: 2, findings: [{ code: 'x', severity: 'blocking', message: 'x' }] }],
  ['a restart that is owed', { restartsOwed: ['restart/pbx'], restartsOwedTo: ['pbx'], drift: 1 }],
  ['a window that is closed', { window: { text: 'Sat 02:00–05:00', open: false } }],
  ['a run that is at work', { lock: 'run 7 on runner-1', atWork: 'install media' }],
  ['a run that did all it was to do', { lastRun: { ...failed, failed: 0 }, drift: 1 }],
  ['a run that left something for the window', { lastRun: { ...failed, failed: 0, skipped: 4 }, drift: 4 }],
  ['a failed run that is made good since', { lastRun: failed }],
  ['a server disabled as the file says', withServer('media-server-1', { enabled: false })],
] as [string, Partial<StatusReport>][])('%s alone is not unhealthy', (_, rest) => {
  expect(told({ ...quiet, ...rest })).toEqual([true]);
});

test.each([
  [withServer('media-server-1', { state: 'offline' }), 'media-server-1 is not online'],
  [
    withServer('media-server-1', { state: 'elsewhere' }),
    'media-server-1 is online at another address than the cluster file says',
  ],
  [withServer('media-server-1', { state: 'not-registered' }), 'media-server-1 is not registered in the portal'],
  [withServer('im-server-1', { state: 'stopped', running: false }), 'im-server-1 does not run'],
  [withServer('im-server-1', { state: 'not-installed', running: false }), 'im-server-1 is not installed'],
  [withServer('im-server-1', { state: 'offline', inPbx: 'offline' }), 'im-server-1 is not online'],
  [
    withServer('queue-server-1', { running: false }),
    'queue-server-1 is online, but its container does not run on its host',
  ],
  [
    withServer('queue-server-1', { outOfCalls: true, enabled: false }),
    'queue-server-1 gets no calls, and the cluster file says that it does',
  ],
  [
    { ...quiet, outOfCalls: ['queue-server-1'] },
    'queue-server-1 gets no calls, and the cluster file says that it does',
  ],
  [
    { ...quiet, unfinished: ['media-server-1'] },
    'A script was to recreate media-server-1, and nobody has seen that it did',
  ],
  [
    { ...quiet, lastRun: failed, drift: 1 },
    'The last deploy failed (2026-11-20T01:02:00.000Z), and what it left is still to be done',
  ],
  [
    { ...quiet, lastRun: failed, blocked: 1 },
    'The last deploy failed (2026-11-20T01:02:00.000Z), and what it left is still to be done',
  ],
  [
    { ...quiet, lastRun: { ...failed, failed: 0, interrupted: true }, drift: 1 },
    'The last deploy was cut short (2026-11-20T01:02:00.000Z), and what it left is still to be done',
  ],
  [
    { ...quiet, pbx: { ...quiet.pbx, apiProblem: 'connection refused' } },
    'The PBX does not answer: connection refused',
  ],
] as [StatusReport, string][])('not healthy %#: %2$s', (report, sentence) => {
  expect(told(report)).toEqual([false, sentence]);
});

test.each([
  [
    { ...quiet, pbx: { ...quiet.pbx, reachable: false, problem: 'timed out' } },
    'The main server does not answer by SSH: timed out',
  ],
  [
    { ...quiet, pbx: { ...quiet.pbx, apiProblem: '401 Unauthorized', apiRefused: true } },
    'The PBX did not let us in: 401 Unauthorized',
  ],
  [{ ...quiet, recordProblem: 'permission denied' }, 'What earlier runs did is not known: permission denied'],
  [
    withServer('queue-server-1', { state: 'unreachable', problem: 'no route' }),
    'queue-server-1 was not seen: no route',
  ],
  [withServer('queue-server-1', { problem: 'no route' }), 'queue-server-1 was not seen: no route'],
  [withServer('queue-server-1', { state: 'unknown', portalProblem: '500' }), 'queue-server-1 was not seen: 500'],
  [
    withServer('im-server-1', { inPbx: 'unknown' }),
    'im-server-1 was not seen: the PBX does not tell whether it is online',
  ],
  [without('queue-server-1', 'running'), 'queue-server-1 was not seen: whether its container runs was not read'],
] as [StatusReport, string][])('not known, which is not healthy %#', (report, sentence) => {
  expect(told(report)).toEqual(['unknown', sentence]);
});

test('what is certain comes before what is not known, and decides', () => {
  const report = withServer('media-server-1', { state: 'unreachable', problem: 'no route' });
  expect(told({ ...report, outOfCalls: ['queue-server-1'] })).toEqual([
    false,
    'queue-server-1 gets no calls, and the cluster file says that it does',
    'media-server-1 was not seen: no route',
  ]);
});

test('a PBX that does not answer is said once, whatever it does not tell of its servers', () => {
  const apiProblem = 'timed out';
  const servers = quiet.servers.map((server): ServerState => ({
    ...server,
    state: 'running',
    portalProblem: apiProblem,
  }));
  expect(told({ ...quiet, servers, pbx: { ...quiet.pbx, apiProblem } })).toEqual([
    false,
    'The PBX does not answer: timed out',
  ]);
});
