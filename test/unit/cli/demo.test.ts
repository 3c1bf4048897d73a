import {
  blockedBy,
  callsLine,
  drainedServers,
  lostCalls,
  notUp,
  onlyAway,
  shortfall,
  stoppedAt,
} from '../../../src/cli/demo-checks';
import type { ServerState } from '../../../src/status/report';
import type { Deploy } from '../../../src/deploy/result';
import { scaleOut } from '../render/plans';

const [first, second, third] = scaleOut.changes;
if (!first || !second || !third) throw new Error('the plan is too short for these tests');
const plan = { changes: [first, second, third] };
const result = (rest: Partial<Deploy>): Deploy => ({
  kind: 'deploy',
  plan: scaleOut,
  ok: true,
  done: [],
  failed: [],
  skipped: [],
  tokens: {},
  findings: [],
  ...rest,
});
const done = (...changes: (typeof first)[]) => changes.map((change) => ({ change, elapsedMs: 1 }));

const state = (name: string, with_: Partial<ServerState> = {}): ServerState => ({
  name,
  role: 'media',
  address: '192.168.1.21',
  state: 'online',
  enabled: true,
  drift: [],
  forPeople: 0,
  ...with_,
});

describe('a step of the demo that was to be done as a whole', () => {
  it('is as told when every change was done', () => {
    expect(shortfall(plan, result({ done: done(first, second, third) }))).toBeUndefined();
  });

  it('is not when a change failed, or was not done', () => {
    expect(shortfall(plan, result({ failed: [{ change: first, message: 'no space' }] }))).toBe(
      `${first.id} failed: no space`,
    );
    expect(shortfall(plan, result({ done: done(first, third) }))).toBe(`planned, but not done: ${second.id}`);
  });
});

describe('a plan that was to be refused', () => {
  const warning = { code: 'pbx-image', severity: 'blocking' as const, message: 'the PBX is older' };

  it('is, when that is in its way and not merely noted', () => {
    expect(blockedBy('pbx-image', { warnings: [warning] })).toBeUndefined();
    expect(blockedBy('pbx-image', { warnings: [{ ...warning, severity: 'note' }] })).toContain('pbx-image');
    expect(blockedBy('pbx-image', { warnings: [] })).toContain('pbx-image');
  });
});

describe('a restart that was to stop at a server', () => {
  const failed = [{ change: second, message: 'm-1 did not come back: its container does not run' }];
  const skipped = [{ change: third, skip: { why: 'need', need: second.id, was: 'not-done' } as const }];

  it('is as told when nobody was touched after it', () => {
    expect(stoppedAt(second.id, plan, result({ done: done(first), failed, skipped }))).toBeUndefined();
  });

  it('is not when it failed elsewhere, or not at all, or for another reason, or went on', () => {
    expect(stoppedAt(first.id, plan, result({ failed, skipped }))).toContain(`not: ${second.id}`);
    expect(stoppedAt(second.id, plan, result({ done: done(first), skipped }))).toContain('not: nothing');
    const other = [{ change: second, message: 'sudo asks for a password' }];
    expect(stoppedAt(second.id, plan, result({ failed: other, skipped }))).toContain('another reason: sudo');
    expect(stoppedAt(second.id, plan, result({ done: done(third), failed }))).toContain(`${third.id} went on`);
  });
});

describe('a cluster that was to be up', () => {
  it('has every server online or running, enabled, and nothing left to do', () => {
    expect(notUp({ servers: [state('a'), state('b', { role: 'im', state: 'running' })], drift: 0 })).toBeUndefined();
    expect(notUp({ servers: [state('a', { state: 'offline' })], drift: 0 })).toBe('not up: a (offline)');
    expect(notUp({ servers: [state('a', { enabled: false })], drift: 0 })).toBe('not up: a (online)');
    expect(notUp({ servers: [state('a')], drift: 2 })).toContain('2 changes');
  });

  it('may be without one server that is kept from calls, and only that one', () => {
    const away = state('b', { enabled: false, state: 'offline' });
    expect(onlyAway('b', { servers: [state('a'), away] })).toBeUndefined();
    expect(onlyAway('b', { servers: [state('a'), state('b', { state: 'offline' })] })).toContain('kept from calls');
    expect(onlyAway('b', { servers: [state('a', { state: 'offline' }), away] })).toBe('not up: a (offline)');
  });
});

describe('calls', () => {
  it('are counted, and one that was lost is told', () => {
    expect(callsLine({ placed: 3, cut: 0, refused: 0 })).toBe('Calls so far: 3, of which cut: 0, refused: 0.');
    expect(lostCalls({ placed: 3, cut: 0, refused: 0 })).toBeUndefined();
    expect(lostCalls({ placed: 3, cut: 1, refused: 0 })).toBe('1 calls were cut and 0 refused');
    expect(lostCalls({ placed: 3, cut: 0, refused: 2 })).toBe('0 calls were cut and 2 refused');
  });

  it('are kept from servers that are disabled: their names, in order, each once', () => {
    const names = new Map([
      ['1', 'media-server-1'],
      ['2', 'queue-server-1'],
    ]);
    const post = (path: string, body: unknown) => ({ method: 'POST', path, body });
    const requests = [
      { method: 'GET', path: '/media_servers/1', body: undefined },
      post('/call_queue_servers/2', { enabled: false }),
      post('/media_servers/1', { enabled: false }),
      post('/media_servers/1', { enabled: true }),
      post('/media_servers/1', { enabled: false }),
      post('/media_servers/9', { enabled: false }),
      post('/im/token', undefined),
    ];
    expect(drainedServers(requests, (id) => names.get(id))).toEqual(['queue-server-1', 'media-server-1']);
  });
});
