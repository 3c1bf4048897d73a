import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { realClock, scaledClock } from '../../src/clock';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import { fault } from '../fault';
import { until } from '../until';
import type { Edit } from './cluster';
import { atTerminal, clusterFileOf } from './terminal';

jest.setTimeout(120_000);

/* Hosts whose updates want a restart: it is told, or done, and never where anything serves. */

let sandbox: Sandbox;
const start = async (clock = scaledClock(10)) => {
  sandbox = await startSandbox({ onlineDelayMs: 500, clock });
};
afterEach(async () => {
  expect(sandbox.pbx.violations).toEqual([]);
  await sandbox.close();
});

const edit =
  (docker: string, reboot?: string): Edit =>
  (file) => {
    file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'queue');
    file['prepare'] = { docker, ...(reboot && { reboot }) };
  };
const ALLOWED = edit('none', 'allowed');
const run = (edit: Edit, ...argv: string[]) => atTerminal(sandbox, argv, { edit });
const media = () => sandbox.host('media-server-1');
const makeBare = () => {
  media().write('.state/faults/noDocker', '');
  for (const unit of ['firewalld', 'docker'])
    for (const folder of ['units', 'installed']) media().remove(`.state/${folder}/${unit}`);
};
const serves = () => media().container('portsip.mediaserver')?.running;

describe('a host on which nothing runs', () => {
  beforeEach(() => start());

  it('is told where nobody said that it may be restarted, and installed all the same', async () => {
    media().faults.rebootRequired = true;
    const { code, output } = await run(edit('none'), 'deploy', '--yes');
    expect(code).toBe(0);
    expect(output.replace(/\s+/g, ' ')).toContain('media-server-1 wants a restart for its updates');
    expect([media().reboots, serves()]).toEqual([0, true]);
  });

  it('is restarted before its server is installed, and the run goes on', async () => {
    media().faults.rebootRequired = true;
    const plan = await run(ALLOWED, 'plan');
    expect(plan.output.replace(/\s+/g, ' ')).toContain('its updates want a restart, and nothing of PortSIP runs there');
    const boot = media().bootId;
    const { code, output } = await run(ALLOWED, 'deploy', '--yes');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Done: ') as string });
    expect([media().reboots, media().bootId === boot, serves()]).toEqual([1, false, true]);
    expect((await run(ALLOWED, 'plan', '--exit-code')).code).toBe(0);
  });

  it.each([
    ['allowed', 1],
    ['never', 0],
  ])('that gets a kernel with Docker is restarted at once where it is %s', async (reboot, reboots) => {
    makeBare();
    media().write('.state/faults/newKernel', '');
    expect((await run(edit('distribution', reboot), 'deploy', '--yes')).code).toBe(0);
    expect([media().reboots, serves()]).toEqual([reboots, true]);
    expect(sandbox.host('queue-server-1').reboots).toBe(0);
  });
});

fault(
  {
    at: 'Host',
    name: 'a new host is restarted for its updates, and does not come back',
    sees: 'media-server-1 was restarted for its updates and is not back after 15 minutes: look at its console; the next run goes on',
    secondRun: 'Once it is back, installs the server.',
  },
  async ({ first, second }) => {
    // Nobody waits 15 minutes here.
    await start(scaledClock(40));
    media().faults.rebootRequired = true;
    media().faults.rebootMs = 60 * 60_000;
    first(await run(ALLOWED, 'deploy', '--yes'));
    // Nobody else waits for it.
    expect(sandbox.host('queue-server-1').container('portsip.callqueue')?.running).toBe(true);
    media().up();
    second(await run(ALLOWED, 'deploy', '--yes'));
    expect([media().reboots, serves()]).toEqual([1, true]);
  },
);

it('a host that serves is never restarted, whatever its updates want', async () => {
  await start();
  await run(ALLOWED, 'deploy', '--yes');
  const before = sandbox.hosts().map((host) => [host.bootId, host.containers()]);
  for (const host of sandbox.hosts()) host.faults.rebootRequired = true;
  expect((await run(ALLOWED, 'plan', '--exit-code')).code).toBe(0);
  expect((await run(ALLOWED, 'deploy', '--yes')).code).toBe(0);
  expect(sandbox.hosts().map((host) => [host.bootId, host.containers()])).toEqual(before);
});

it('a host on which something was started since the plan is not restarted', async () => {
  await start();
  media().faults.rebootRequired = true;
  // Right before, as whoever asks for the restart sees: a container of somebody's, which a plan does not look for.
  media().write(
    '.state/docker/containers/someones/about',
    `id=${'c0'.repeat(32)}\nimage=x\nimageid=sha256:${'0c'.repeat(32)}\ncreated=2026-01-01T00:00:00Z\nstarted=2026-01-01T00:00:00Z\nstatus=running\n`,
  );
  media().write('.state/docker/containers/someones/args', 'sleep\n');
  const { code, output } = await run(ALLOWED, 'deploy', '--yes');
  expect(code).toBe(1);
  expect(output.replace(/\s+/g, ' ')).toContain('and is not restarted: someones runs there');
  expect([media().reboots, serves()]).toEqual([0, undefined]);
});

it('a run that is killed while a host restarts is taken up by the next one', async () => {
  await start(realClock);
  media().faults.rebootRequired = true;
  media().faults.rebootMs = 2000;
  const file = clusterFileOf(sandbox, ALLOWED);
  const child = spawn(process.execPath, [join(__dirname, '../../dist/cli/index.js'), 'deploy', '-f', file, '--yes'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: sandbox.dir, ...sandbox.env },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await until(() => media().isDown);
  child.kill('SIGKILL');
  await ended;
  await until(() => !media().isDown);
  expect(serves()).toBeUndefined();
  // Whoever was killed holds the lock until it was silent for two minutes.
  sandbox.host('pbx').uptimeAhead += 120;
  expect((await run(ALLOWED, 'deploy', '--yes')).code).toBe(0);
  expect([media().reboots, serves()]).toEqual([1, true]);
});
