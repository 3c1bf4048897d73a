import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaledClock } from '../../src/clock';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import { fault } from '../fault';
import type { Edit } from './cluster';
import { atTerminal } from './terminal';

jest.setTimeout(120_000);

/* Hosts that have OpenSSH, sudo and nothing else. */

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ onlineDelayMs: 500, clock: scaledClock(10) });
  const pbx = sandbox.host('pbx');
  mkdirSync(join(sandbox.dir, 'portsip'));
  for (const name of ['cluster_ctl.sh', 'pbx_ctl.sh'])
    writeFileSync(join(sandbox.dir, 'portsip', name), pbx.read(`/opt/portsip/${name}`) ?? '');
  writeFileSync(
    join(sandbox.dir, 'portsip/install_docker.sh'),
    '#!/bin/sh\nset -e\necho installing Docker\napt-get install -y docker-ce\necho done >/opt/portsip/.installed\n',
  );
  const host = sandbox.host('media-server-1');
  host.removeScripts();
  host.write('.state/faults/noDocker', '');
  for (const unit of ['firewalld', 'docker'])
    for (const folder of ['units', 'installed']) host.remove(`.state/${folder}/${unit}`);
});
afterEach(async () => {
  expect(sandbox.pbx.violations).toEqual([]);
  await sandbox.close();
});

const edit =
  (docker: string): Edit =>
  (file) => {
    file.servers = file.servers.filter(({ role }) => role === 'media');
    file['scripts'] = 'portsip';
    file['prepare'] = { docker };
  };
const run = (docker: string, ...argv: string[]) => atTerminal(sandbox, argv, { edit: edit(docker) });
const media = () => sandbox.host('media-server-1');

it.each(['vendor', 'distribution'])('becomes a server by one deploy, with Docker from the %s', async (docker) => {
  const plan = await run(docker, 'plan');
  expect(plan.code).toBe(0);
  expect(plan.output.replace(/\s+/g, ' ')).toContain('Docker is not there yet');
  const first = await run(docker, 'deploy', '--yes');
  expect(first).toEqual({ code: 0, output: expect.stringContaining('Done: ') });
  expect(media().container('portsip.mediaserver')?.running).toBe(true);
  expect(media().exists('/opt/portsip/.installed')).toBe(docker === 'vendor');
  // SSH was open before the firewall ran.
  expect(media().firewall().permanent['public']?.ports).toContain('22/tcp');
  expect((await run(docker, 'plan', '--exit-code')).code).toBe(0);
});

it('neither saves power then nor updates by itself, after a restart as well', async () => {
  const governor = '/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor';
  media().write(governor, 'powersave\n');
  for (const folder of ['units', 'installed']) media().write(`.state/${folder}/apt-daily-upgrade.timer`, '');
  expect((await run('distribution', 'deploy', '--yes')).code).toBe(0);
  expect(media().read(governor)).toBe('performance\n');
  expect(media().read('/etc/tmpfiles.d/portsip-cluster.conf')).toBe(
    'w /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor - - - - performance\n',
  );
  expect(media().exists('.state/units/apt-daily-upgrade.timer')).toBe(false);
});

it('a host without Docker waits where nobody said who installs it', async () => {
  const { code, output } = await run('none', 'plan');
  expect(code).not.toBe(0);
  expect(output.replace(/\s+/g, ' ')).toContain('Docker is not installed on media-server-1');
});

fault(
  {
    at: 'Host',
    name: 'a new host is to be prepared, and its package mirror is away',
    sees: 'preparing the host on media-server-1 failed (exit 1): [error]: the package mirror gives no answer that could be used (apt-get update)',
    secondRun: 'Prepares the host and installs the server.',
  },
  async ({ first, second }) => {
    media().write('.state/faults/mirrorAway', '');
    first(await run('distribution', 'deploy', '--yes'));
    expect(media().scriptRuns()).toEqual([]);
    media().remove('.state/faults/mirrorAway');
    second(await run('distribution', 'deploy', '--yes'));
    expect(media().container('portsip.mediaserver')?.running).toBe(true);
  },
);
