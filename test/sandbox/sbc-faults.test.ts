import { chmodSync, utimesSync } from 'node:fs';
import { realClock } from '../../src/clock';
import { guideTopology } from '../../src/sandbox/topology';
import { fault, type Told } from '../fault';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { runProgram } from './job';
import { atTerminal, clusterFileOf } from './terminal';

/* What goes wrong with two session border controllers, of which one at a time may be away and never the last. */

jest.setTimeout(120_000);

const DNS = '/usr/local/sbin/sbc-dns';
const NAMES = ['sbc-1', 'sbc-2'];

let bench: Bench;
async function start(options: Parameters<typeof startBench>[0] = {}): Promise<void> {
  const servers = NAMES.map((name, index) => ({ name, role: 'sbc' as const, address: `192.168.1.${27 + index}` }));
  bench = await startBench({ topology: { ...guideTopology(), servers }, ...options });
  const { ok, failed } = await bench.deploy(asIs);
  expect({ ok, failed }).toEqual({ ok: true, failed: [] });
}
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const asIs: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
};
const upgraded: Edit = (file) => {
  asIs(file);
  file['sbc'] = { drain: { command: DNS, grace: '0s' } };
  for (const server of file.servers) server['image'] = 'portsip/sbc:11.3';
};
const deploy = (edit: Edit): Promise<Told> => atTerminal(bench.sandbox, ['deploy', '--yes'], { edit });
const host = (name: string) => bench.sandbox.host(name);
const images = () => NAMES.map((name) => host(name).container('portsip.sbc')?.image);
const verbs = (name: string) =>
  host(name)
    .scriptRuns()
    .map(({ verb }) => verb);

/** What the program that changes DNS was told, each time it was run. */
const dns = () => (host('pbx').read('/var/lib/dns') ?? '').trim().split('\n');
function installDns(): void {
  host('pbx').write(DNS, '#!/bin/sh\necho "$1 $2" >>/var/lib/dns\n');
  chmodSync(host('pbx').path(DNS), 0o755);
}

describe('the file in which the script keeps its arguments', () => {
  const [NEW, OLD] = ['/opt/portsip/sbc/.configure_sbc', '/opt/portsip/.configure_sbc'];
  const write = (path: string, data: string, hour: number) => {
    host('sbc-1').write(path, `SBC_DATA_PATH=${data}\nSBC_IMG=portsip/sbc:11\nHUB_USER=\nHUB_SERVER=\n`);
    utimesSync(host('sbc-1').path(path), hour * 3600, hour * 3600);
  };

  fault(
    {
      at: 'Host',
      name: 'the script of a session border controller keeps its arguments in two places, as scripts of two releases do, and one file is out of date',
      secondRun: 'Finds nothing to do: what was written last counts, in either place.',
    },
    async ({ first, second }) => {
      await start();
      write(NEW, '/var/lib/portsip', 2);
      write(OLD, '/old', 1);
      first(await deploy(asIs));
      write(NEW, '/old', 1);
      write(OLD, '/var/lib/portsip', 2);
      second(await deploy(asIs));
      expect(verbs('sbc-1')).toEqual(['run']);
      // And it is read: with the wrong one alone there is something to do.
      host('sbc-1').remove(OLD);
      expect(ids(await bench.plan(asIs))).toEqual(['role/sbc-1']);
    },
  );
});

describe('an upgrade', () => {
  fault(
    {
      at: 'Runner',
      name: 'it is gone when a session border controller was stopped and is not upgraded yet',
      sees: 'Took over the lock of …, which gave no sign of life',
      goesOn: true,
      secondRun: 'The next run upgrades it, and callers are led back to it; the one after that finds nothing to do.',
    },
    async ({ first, second }) => {
      await start({ pace: 1, clock: realClock });
      installDns();
      const file = clusterFileOf(bench.sandbox, upgraded);
      const killed = await runProgram('cli', ['deploy', '--yes', '-f', file], {
        env: { HOME: bench.sandbox.dir, ...bench.sandbox.env },
        when: {
          text: 'upgrade sbc-1: started',
          then: (child) => {
            const look = setInterval(() => {
              if (!verbs('sbc-1').includes('stop')) return;
              clearInterval(look);
              child.kill('SIGKILL');
            }, 5);
          },
        },
      });
      expect(killed.code).not.toBe(0);
      expect([verbs('sbc-1'), images()]).toEqual([
        ['run', 'stop'],
        ['portsip/sbc:11', 'portsip/sbc:11'],
      ]);
      // Whoever was killed holds the lock until it was silent for two minutes.
      host('pbx').uptimeAhead += 120;
      first(await deploy(upgraded));
      expect(images()).toEqual(['portsip/sbc:11.3', 'portsip/sbc:11.3']);
      expect(verbs('sbc-2')).toEqual(['run', 'stop', 'upgrade']);
      expect(dns().slice(-3)).toEqual(['in sbc-1', 'out sbc-2', 'in sbc-2']);
      second(await deploy(upgraded));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'of two session border controllers one is down and does not come back, and both are to be upgraded',
      sees: 'sbc-2 is the last session border controller that runs and that DNS leads callers to; get another one to run first, or force it',
      secondRun: 'Upgrades the one that was down, and then the other.',
    },
    async ({ first, second }) => {
      await start();
      installDns();
      await host('sbc-1').shell('docker stop portsip.sbc; mv /opt/portsip/sbc_ctl.sh /opt/portsip/away');
      first(await deploy(upgraded));
      expect(images()[1]).toBe('portsip/sbc:11');
      await host('sbc-1').shell('mv /opt/portsip/away /opt/portsip/sbc_ctl.sh');
      second(await deploy(upgraded));
      expect(images()).toEqual(['portsip/sbc:11.3', 'portsip/sbc:11.3']);
    },
  );
});
