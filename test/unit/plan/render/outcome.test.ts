import type { RunResult } from '../../../../src/plan/run';
import { renderOutcome, verdict } from '../../../../src/plan/render/outcome';
import { change, plan, scaleOut } from './plans';

const result = (rest: Partial<RunResult> = {}): RunResult => ({
  plan: scaleOut,
  ok: true,
  done: [],
  failed: [],
  skipped: [],
  findings: [],
  ...rest,
});
const options = { clusterFile: 'cluster.yaml' };
const install = change('role/media-server-2', 'create', { server: 'media-server-2' });

test('all went well', () => {
  const text = renderOutcome(result({ done: [{ change: install, elapsedMs: 21_400 }] }), {
    ...options,
    elapsedMs: 65_000,
  });
  expect(text.split('\n')[0]).toBe('### `acme`: deployed — 1 change done');
  expect(text).toContain('     21s  install media-server-2');
  expect(text).toContain('**Next:** Nothing is left to do.');
  expect(text).toContain('1m 05s');
});

test('nothing was to be done', () => {
  expect(renderOutcome(result({ plan: plan([]) }), options)).toContain(
    'nothing to do, the cluster matches `cluster.yaml`',
  );
});

test('a failure comes with its cure and what to do next', () => {
  const message = 'media-server-2 refused the key.\nAdd it to ~pbx/.ssh/authorized_keys @octocat';
  const text = renderOutcome(
    result({
      failed: [{ change: install, message }],
      skipped: [
        { change: change('restart/loadbalancer', 'restart'), reason: 'waits for role/media-server-2, which failed' },
        {
          change: change('restart/media-server-1', 'restart'),
          reason: 'waits for restart/loadbalancer, which was not done',
        },
      ],
    }),
    options,
  );
  expect(text.split('\n')[0]).toBe('### `acme`: not deployed — 0 changes done, 1 failed, 2 not begun');
  expect(text).toContain('| `role/media-server-2` | media-server-2 refused the key.<br>Add it to');
  expect(text).not.toContain('@octocat');
  expect(text).toContain('- waiting for what was not done: `restart/loadbalancer` and `restart/media-server-1`');
  expect(text).toContain('it carries on where this one stopped');
});

test.each([
  ['done', {}, true],
  ['partly', { ok: false, failed: [{ change: install, message: 'x' }] }, false],
  ['partly', { skipped: [{ change: install, reason: 'the window is closed' }] }, true],
  ['partly', { ok: false, findings: [{ code: 'x', severity: 'blocking' as const, message: 'x' }] }, false],
])('a run that did something is %s', (word, rest, ok) => {
  expect(verdict(result({ plan: plan([]), done: [{ change: install, elapsedMs: 1 }], ...rest }))).toMatchObject({
    verdict: word,
    ok,
  });
});

test('a run that waits for its window has not failed', () => {
  expect(
    verdict(result({ plan: plan([]), skipped: [{ change: install, reason: 'the window is closed' }] })),
  ).toMatchObject({
    verdict: 'waiting',
    ok: true,
  });
});
