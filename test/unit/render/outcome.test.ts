import type { Deploy } from '../../../src/deploy/result';
import { renderOverview, renderStep, verdict } from '../../../src/render/outcome';
import { loadBalancerRestart, pbxRestart, roleSetup, serverRestart } from '../changes';
import { plan, scaleOut } from './plans';

const result = (rest: Partial<Deploy> = {}): Deploy => ({
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
const step = (rest: Partial<Deploy>, told = false) => renderStep('Roles', result(rest), () => told);
const install = roleSetup({ server: 'media-server-2' });

test('a step of which all went well leaves it to the end of the job', () => {
  const done = [{ change: install, elapsedMs: 21_400 }];
  expect(step({ plan: plan([install]), done })).toBe('');
  expect(step({ plan: plan([install]), done, whole: plan([install, loadBalancerRestart()]) })).toBe('');
  const findings = [{ code: 'x', severity: 'warning' as const, message: 'careful' }];
  const told = renderStep('Roles', result({ plan: plan([install]), done, findings }), () => false, {
    elapsedMs: 65_000,
  });
  expect(told.split('\n')[0]).toBe('### Roles: 1 change done <sub>1m 05s</sub>');
  expect(told).not.toContain('**Next:**');
});

test('a step that had nothing to do tells nothing, nor what was told already', () => {
  expect(step({ plan: plan([]) })).toBe('');
  const findings = [{ code: 'x', severity: 'warning' as const, message: 'known by now' }];
  expect(step({ plan: plan([]), findings }, true)).toBe('');
  expect(step({ plan: plan([]), findings })).toContain('known by now');
  // What comes with a later step is told there.
  const later = { why: 'need', need: 'restart/loadbalancer', was: 'later-stage', waits: 'step' } as const;
  expect(step({ plan: plan([install]), skipped: [{ change: install, skip: later }] })).toBe('');
});

test('what waits for the window is one line, with what to do then', () => {
  const restart = serverRestart({ server: 'media-server-1' });
  const text = step({
    plan: plan([install, restart]),
    skipped: [
      { change: install, skip: { why: 'window' } },
      { change: restart, skip: { why: 'need', need: 'role/media-server-2', was: 'later', waits: 'window' } },
    ],
  });
  expect(text).toContain('### Roles: 0 changes done, 2 wait for the maintenance window');
  expect(text).toContain('- the maintenance window is closed: install media-server-2 and restart media-server-1');
  expect(text).toContain('**Next:** Run it again while the maintenance window is open, or with force');
});

test('what is blocked refers to the finding instead of repeating it', () => {
  const message = 'media-server-2 cannot be reached';
  const finding = { code: 'host-unreachable', severity: 'blocking' as const, server: 'media-server-2', message };
  const warnings = [finding];
  const blocked = {
    plan: { ...plan([install]), warnings },
    ok: false,
    skipped: [{ change: install, skip: { why: 'blocked' as const, by: finding } }],
  };
  const text = step(blocked, true);
  expect(text).not.toContain('cannot be reached');
  expect(text).toContain('- blocked, as said above: install media-server-2');
  expect(text).not.toContain('**Next:**');
  expect(step(blocked)).toContain('**Next:** Resolve what is blocked');
  expect(renderOverview({ ...plan([install]), warnings }, { clusterFile: 'cluster.yaml' })).toContain(
    '**Next:** Resolve what is blocked',
  );
});

test('a dry run says what would be done', () => {
  const text = renderStep('Roles', result({ plan: plan([install]) }), () => false, { dryRun: true });
  expect(text).toContain('### Roles: 1 change would be made');
  expect(text).toContain('install media-server-2');
  expect(text).not.toContain('Next');
  expect(renderStep('Roles', result({ plan: plan([]) }), () => false, { dryRun: true })).toBe('');
});

test('the overview counts what there is to do and says what callers will notice', () => {
  const text = renderOverview(scaleOut, { clusterFile: 'cluster.yaml', commit: '0123456789abcdef' });
  expect(text).toMatch(/^## `acme`: 11 changes \(4 to add, /);
  expect(text).not.toMatch(/\b0 to /);
  expect(text).toContain('**What callers will notice**');
  expect(text).toContain('<sub>`cluster.yaml` at `0123456789ab`</sub>');
  expect(renderOverview(plan([]), { clusterFile: 'cluster.yaml' })).toContain('## `acme` matches `cluster.yaml`\n');
});

test('the overview says why somebody restarts, and nothing of what waits for the window', () => {
  const restart = pbxRestart({ causes: [{ cause: 'asked', said: 'new certificate' }] });
  const closed = { code: 'window-closed', severity: 'warning' as const, message: 'The maintenance window is closed' };
  const options = { clusterFile: 'cluster.yaml' };
  expect(renderOverview(plan([restart]), options)).toContain('\n\nWhy: new certificate\n\n');
  expect(renderOverview(plan([restart]), options)).toContain('all calls are cut');
  const text = renderOverview({ ...plan([restart]), warnings: [closed] }, options);
  expect(text).not.toContain('What callers will notice');
  expect(text).toContain('The maintenance window is closed');
});

test('what goes on and what was given up is no failure', () => {
  const text = step({
    ok: false,
    interrupted: true,
    failed: [
      { change: install, message: 'it continues on media-server-2', end: 'goes-on' },
      { change: serverRestart({ server: 'media-server-1' }), message: 'cancelled', end: 'cancelled' },
    ],
  });
  expect(text.split('\n')[0]).toBe('### Roles: 0 changes done, 1 still at work, 1 given up');
  expect(text).toContain('| Still at work on its host | What comes of it |');
  expect(text).toContain('| install media-server-2 | it continues on media-server-2 |');
  expect(text).toContain('| restart media-server-1 | cancelled |');
  expect(text).toContain('picks up what still runs on the hosts');
  expect(text).not.toMatch(/fail/i);
});

test('a failure comes with its cure and what to do next', () => {
  const message = 'media-server-2 refused the key.\nAdd it to ~pbx/.ssh/authorized_keys @octocat';
  const text = step({
    failed: [{ change: install, message }],
    skipped: [
      { change: loadBalancerRestart(), skip: { why: 'need', need: 'role/media-server-2', was: 'not-done' } },
      {
        change: serverRestart({ server: 'media-server-1' }),
        skip: { why: 'need', need: 'restart/loadbalancer', was: 'not-done' },
      },
    ],
  });
  expect(text.split('\n')[0]).toBe('### Roles: 0 changes done, 1 failed, 2 not begun');
  expect(text).toContain('| install media-server-2 | media-server-2 refused the key.<br>Add it to');
  expect(text).not.toContain('@octocat');
  expect(text).toContain(
    '- waiting for what was not done: restart the resource load balancer and restart media-server-1',
  );
  expect(text).toContain('it carries on where this one stopped');
});

test.each([
  ['done', {}, true],
  ['partly', { ok: false, failed: [{ change: install, message: 'x' }] }, false],
  ['partly', { skipped: [{ change: install, skip: { why: 'window' as const } }] }, true],
  ['partly', { ok: false, findings: [{ code: 'x', severity: 'blocking' as const, message: 'x' }] }, false],
])('a run that did something is %s', (word, rest, ok) => {
  expect(verdict(result({ plan: plan([]), done: [{ change: install, elapsedMs: 1 }], ...rest }))).toMatchObject({
    verdict: word,
    ok,
  });
});

test('a run that waits for its window has not failed', () => {
  expect(verdict(result({ plan: plan([]), skipped: [{ change: install, skip: { why: 'window' } }] }))).toMatchObject({
    verdict: 'waiting',
    ok: true,
  });
});
