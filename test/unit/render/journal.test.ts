import { renderJournal, type JournalStep } from '../../../src/render/journal';

const links = [['Run', 'https://github.com/acme/pbx/actions/runs/7']] as const;
const at = Date.UTC(2026, 10, 22, 3);
const entry = (id: string, deed: string, whom: string, server?: string) => ({
  id,
  what: `${deed} ${whom}`,
  deed,
  ...(server && { server }),
});
const step = (title: string, rest: Partial<JournalStep> = {}): JournalStep => ({
  title,
  startedAt: at,
  done: [],
  failed: [],
  skipped: [],
  planned: [],
  ...rest,
});
const register = entry('server/media-server-2', 'register', 'media-server-2', 'media-server-2');
const install = entry('role/media-server-2', 'install', 'media-server-2', 'media-server-2');
const restart = entry('restart/loadbalancer', 'restart', 'the resource load balancer');
const whole = [register, install, restart];
const good = [
  step('Portal', { planned: whole, done: [{ ...register, at, elapsedMs: 400 }] }),
  step('Roles', { planned: [install, restart], done: [{ ...install, at: at + 5_000, elapsedMs: 21_000 }] }),
  step('Restarts', { planned: [restart], done: [{ ...restart, at: at + 30_000, elapsedMs: 12_000 }] }),
];
const render = (steps: JournalStep[]) => renderJournal(steps, { cluster: 'acme', links });

test('a job is summed up by server, with how long it took and when', () => {
  const text = render(good);
  expect(text).toContain('### 3 changes done in 42s');
  expect(text).toContain('| `media-server-2` | register, install | 21s |');
  expect(text).toContain('| main server and PBX | restart the resource load balancer | 12s |');
  expect(text).toContain(`  section Roles\n  install media-server-2 (21s) :${at + 5_000}, 21000ms`);
  expect(text).toContain('**Nothing is left to do.**');
  expect(text).toContain('[Run](https://github.com/acme/pbx/actions/runs/7)');
});

test('after a merge it says how to take it back; where nothing was done there is nothing to take back', () => {
  const merge = 'c0ffee';
  expect(render(good)).not.toContain('git revert');
  expect(renderJournal(good, { cluster: 'acme', links, merge })).toContain('`git revert -m 1 c0ffee`');
  const failed = [step('Portal', { planned: whole })];
  expect(renderJournal(failed, { cluster: 'acme', links, merge })).not.toContain('git revert');
});

test('what failed and what was not begun is left, with the reason', () => {
  const text = render([
    step('Roles', {
      planned: whole.slice(1),
      failed: [{ ...install, at, elapsedMs: 3_000, message: 'exit 1 | <b>' }],
      skipped: [{ ...restart, reason: 'comes later' }],
    }),
    step('Restarts', { planned: [restart], skipped: [{ ...restart, reason: 'waits for role/media-server-2' }] }),
  ]);
  expect(text).toContain('0 changes done in 3.0s, 2 left');
  expect(text).toContain('| install media-server-2 | failed: exit 1 &#124; &#60;b&#62; |');
  expect(text).toContain('| restart the resource load balancer | waits for role/media-server-2 |');
  expect(text).toContain('install media-server-2 (3.0s) :crit, ');
  expect(text).not.toContain('Nothing is left');
});

test('what a later step did, or found to be needed no more, is not left', () => {
  const skipped = [{ ...install, reason: 'waits' }];
  expect(render([step('Portal', { planned: whole, skipped }), ...good.slice(1)])).not.toContain('Left to do');
});

test('a job that had nothing to do says nothing', () => {
  expect(render([step('Firewall'), step('Roles')])).toBe('');
  expect(render([])).toBe('');
});

test('names cannot get out of the chart, and of hundreds of bars the longest are drawn', () => {
  const evil = 'x\nclick n1 href "https://evil.example"\nsection `:#%%{';
  const many = Array.from({ length: 300 }, (_, n) => ({
    ...entry(`role/${n}`, 'install', `${evil}${n}`, `${evil}${n}`),
    at: at + n,
    elapsedMs: n,
  }));
  const text = render([step('Roles', { done: many, planned: many })]);
  const chart = /```mermaid\n([^]*?)\n```/.exec(text)?.[1] ?? '';
  expect(chart.split('\n')).toHaveLength(5 + 1 + 1 + 40);
  for (const line of chart.split('\n').slice(7)) expect(line).toMatch(/^ {2}install [^:;#%"`{}]+ :\d+, \d+ms$/);
  expect(text.replace(/```mermaid[^]*?```/, '')).not.toMatch(/https:\/\/evil|^section/m);
});
