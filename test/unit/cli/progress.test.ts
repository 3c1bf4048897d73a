import { Secrets } from '../../../src/log';
import { forPeople } from '../../../src/cli/io';
import { Progress } from '../../../src/cli/progress';
import { scaleOut } from '../render/plans';
import { Captured } from './fake';

let clock = 0;
beforeEach(() => (clock = 0));

function progress(
  options: { live?: boolean; debug?: boolean; columns?: number; width?: number; unicode?: boolean } = {},
) {
  const { live = false, debug = false, columns, unicode = true, width } = options;
  const output = new Captured(live, columns);
  const shown = forPeople({ env: unicode ? {} : { LANG: 'C' } }, output);
  const secrets = new Secrets();
  const made = new Progress({
    output: shown,
    secrets,
    color: false,
    debug,
    live,
    width: () => width,
    now: () => clock,
  });
  made.expect(scaleOut.changes);
  return { progress: made, output, secrets };
}

const install = 'role/media-server-2';

test('without a terminal: a line an event', () => {
  const { progress: log, output } = progress();
  log.change({ id: 'firewall/192.168.1.27/32', state: 'started' });
  clock = 600;
  log.change({ id: 'firewall/192.168.1.27/32', state: 'done', elapsedMs: 600 });
  log.change({ id: install, state: 'started' });
  clock = 12_000;
  log.remote('media-server-2', '[info]: pulling portsip/pbx:22');
  log.change({ id: install, state: 'progress', message: 'pulling portsip/pbx:22' });
  log.change({ id: install, state: 'progress', message: 'waiting for ONLINE, 3 s' });
  log.change({ id: install, state: 'progress', message: 'waiting for ONLINE, 4 s' });
  log.change({ id: 'restart/loadbalancer', state: 'skipped', message: 'the window is closed' });
  expect(output.text).toBe(`[   0.0s] trust 192.168.1.27/32: started
[   0.6s] trust 192.168.1.27/32: done in 0.6s
[   0.6s] install media-server-2: started
[    12s] install media-server-2: waiting for ONLINE, 3 s
[    12s] restart the resource load balancer: not begun: the window is closed
`);
});

test('a failure shows why, and the last that the host said', () => {
  const { progress: log, output } = progress();
  log.change({ id: install, state: 'started' });
  log.remote('media-server-1', 'somebody else');
  for (let line = 1; line <= 30; line++) log.remote('media-server-2', `line ${line}`);
  expect(output.text).not.toContain('line');
  log.change({ id: install, state: 'failed', message: 'the image cannot be pulled\nlog in first', elapsedMs: 3_000 });
  expect(output.text).toContain(
    'install media-server-2: failed after 3.0s\n    the image cannot be pulled\n    log in first\n',
  );
  expect(output.text).toContain('the last lines from media-server-2:\n    | line 11\n');
  expect(output.text).toContain('    | line 30\n');
  expect(output.text).not.toContain('somebody else');
});

test('--debug shows what hosts print, made harmless', () => {
  const { progress: log, output } = progress({ debug: true });
  log.remote('media-server-2', '\u001b[2J::error::x\r');
  expect(output.text).toBe('media-server-2 | \\x1b[2J::error::x\\x0d\n');
});

test('secrets are masked wherever they come from', () => {
  const { progress: log, output, secrets } = progress({ debug: true });
  secrets.add('token-1234567');
  log.remote('token-1234567', 'it is token-1234567');
  log.info('token-1234567');
  log.error('token-1234567');
  log.change({ id: install, state: 'started', message: 'token-1234567' });
  log.change({ id: install, state: 'failed', message: 'token-1234567' });
  expect(output.text).not.toContain('token-1234567');
  expect(output.text).toContain('***');
});

describe('on a terminal', () => {
  // eslint-disable-next-line no-control-regex
  const frames = (text: string) => text.split(/\r\u001b\[\d+A\u001b\[J/);

  test('what is done scrolls, what is going on is drawn again below it', () => {
    const { progress: log, output } = progress({ live: true, columns: 60 });
    log.change({ id: 'firewall/192.168.1.27/32', state: 'started' });
    log.change({ id: install, state: 'started' });
    clock = 2_000;
    log.remote('media-server-2', 'pulling');
    log.change({ id: 'firewall/192.168.1.27/32', state: 'done', elapsedMs: 2_000 });
    log.close();
    expect(frames(output.text).at(-2)).toBe(
      '✔ trust 192.168.1.27/32  2.0s\n⠋ install media-server-2  2.0s  pulling\n  1 of 11 done, 2.0s\n',
    );
    // Nothing of the drawing is left, and the cursor is there again.
    expect(frames(output.text).at(-1)).toBe('\u001b[?25h');
  });

  test("no drawn line is wider than the terminal, however long a host's line", () => {
    const { progress: log, output } = progress({ live: true, columns: 40 });
    log.change({ id: install, state: 'started' });
    log.remote('media-server-2', 'x'.repeat(500));
    log.info('drawn again');
    log.close();
    const lines = frames(output.text).at(-2)?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect([...line].length).toBeLessThan(40);
  });

  test('many at once: some, and how many more', () => {
    const { progress: log, output } = progress({ live: true });
    for (let index = 0; index < 40; index++) log.change({ id: `role/media-${index}`, state: 'started' });
    log.info('drawn again');
    log.close();
    expect(frames(output.text).at(-2)).toContain('… and 29 more');
  });
});

test('what goes on can be told to somebody who interrupts', () => {
  const { progress: log } = progress();
  log.change({ id: install, state: 'started' });
  log.change({ id: 'restart/loadbalancer', state: 'started' });
  log.change({ id: 'restart/loadbalancer', state: 'done' });
  expect(log.inProgress()).toEqual(['install media-server-2']);
});
