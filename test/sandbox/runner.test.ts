import type { ChildProcess } from 'node:child_process';
import { realClock } from '../../src/clock';
import { fault, type Told } from '../fault';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { runJob, runProgram, type ProcessOptions } from './job';
import { clusterFileOf } from './terminal';

/*
 * What goes wrong with the machine that a deploy runs on: processes of dist/, as they run there. A disk that is full is
 * /dev/full, which takes nothing.
 */

jest.setTimeout(120_000);

const onlyMedia: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'media');
};

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ pace: 1, clock: realClock });
});
afterEach(async () => {
  expect(
    bench.sandbox
      .host('media-server-1')
      .scriptRuns()
      .map(({ verb }) => verb),
  ).toEqual(['run']);
  expect(ids(await bench.plan(onlyMedia))).toEqual([]);
  expect(bench.sandbox.host('pbx').exists('/var/lib/portsip-cluster/acme.lock')).toBe(false);
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const deploy = (options: ProcessOptions = {}, more: string[] = []): Promise<Told> =>
  runProgram('cli', ['deploy', '--yes', '-f', clusterFileOf(bench.sandbox, onlyMedia), ...more], {
    ...options,
    env: { HOME: bench.sandbox.dir, ...bench.sandbox.env },
  });
const INSTALLING = 'install media-server-1: started';
/** Once the control script runs on its host */
const whenItRuns = (then: (child: ChildProcess) => void): ProcessOptions['when'] => ({
  text: INSTALLING,
  then: (child) => {
    const look = setInterval(() => {
      if (bench.sandbox.host('media-server-1').scriptRuns().length === 0) return;
      clearInterval(look);
      then(child);
    }, 20);
  },
});

describe('a process that is ended', () => {
  fault(
    {
      at: 'Runner',
      name: 'SIGTERM while a script runs, as when a job is cancelled',
      sees: 'Stopping: nothing new is begun.…Run it again: it carries on, and picks up what still runs on the hosts.',
      secondRun: 'Waits for the script that went on, and carries on; the script was run once.',
    },
    async ({ first, second }) => {
      first(await deploy({ when: whenItRuns((child) => child.kill('SIGTERM')) }));
      second(await deploy());
    },
  );

  fault(
    {
      at: 'Runner',
      name: 'SIGKILL while a script runs, or the machine is gone',
      sees: 'Took over the lock of …, which gave no sign of life',
      goesOn: true,
      secondRun:
        'The next run takes over the lock, waits for the script and carries on; the one after it finds nothing to do.',
    },
    async ({ first, second }) => {
      const killed = await deploy({ when: whenItRuns((child) => child.kill('SIGKILL')) });
      expect(killed.code).toBe(-1);
      // Two minutes later
      bench.sandbox.host('pbx').uptimeAhead += 120;
      first(await deploy());
      second(await deploy());
    },
  );

  fault(
    {
      at: 'Runner',
      name: 'two deploys at once',
      sees: 'acme is locked by …; waiting for it',
      goesOn: true,
      secondRun: 'Waits for the first one, and then finds nothing left to do.',
    },
    async ({ first, second }) => {
      const { faults } = bench.sandbox.host('media-server-1');
      faults.neverOnline = true;
      const goOn = () => (faults.neverOnline = false);
      let other: Promise<Told> | undefined;
      const begin = () => {
        other = deploy({ when: { text: 'is locked by', then: goOn } });
      };
      const one = await deploy({ when: { text: INSTALLING, then: begin } });
      expect(one.code).toBe(0);
      const told = await (other ?? one);
      first(told);
      expect(told.output).toContain('No changes.');
      second(await deploy());
    },
  );
});

describe('a runner that is gone', () => {
  fault(
    {
      at: 'Runner',
      name: "the runner's own process is gone while a step works, and nobody reads its log",
      secondRun: 'Finds that server installed: the step went on to its end, unseen.',
    },
    async ({ first, second }) => {
      first(await runJob(bench.sandbox, onlyMedia, [], '▶ role/media-server-1'));
      expect(ids(await bench.plan(onlyMedia))).not.toContain('role/media-server-1');
      // Nobody gave the lock back: its holder is silent for two minutes.
      bench.sandbox.host('pbx').uptimeAhead += 120;
      second(await runJob(bench.sandbox, onlyMedia));
    },
  );
});

describe('a disk that is full', () => {
  fault(
    {
      at: 'Runner',
      name: 'the log cannot be written (deploy > FILE)',
      sees: 'Error: standard output cannot be written: ENOSPC: no space left on device, write',
      secondRun: 'Finds nothing to do: the first one went on to its end, and said so only then.',
    },
    async ({ first, second }) => {
      first(await deploy({ stdout: '/dev/full' }));
      second(await deploy());
    },
  );

  fault(
    {
      at: 'Runner',
      name: 'nobody takes the log any more in mid-run (deploy | head)',
      secondRun: 'Finds nothing to do: the first one went on to its end, unseen.',
    },
    async ({ first, second }) => {
      first(await deploy({ when: { text: INSTALLING, then: ({ stdout }) => stdout?.destroy() } }));
      second(await deploy());
    },
  );

  fault(
    {
      at: 'Runner',
      name: 'the result cannot be written (--out FILE)',
      sees: 'Error: --out: /dev/full cannot be written: the disk is full',
      secondRun: 'Finds nothing to do: what was done is done.',
    },
    async ({ first, second }) => {
      first(await deploy({}, ['--out', '/dev/full']));
      second(await deploy());
    },
  );

  describe('of a job', () => {
    const job = (full: string[]): Promise<Told> => runJob(bench.sandbox, onlyMedia, full);

    fault(
      {
        at: 'Runner',
        name: 'the summary of a job cannot be written (GITHUB_STEP_SUMMARY)',
        sees: "::warning::The job's summary could not be written: ENOSPC: no space left on device",
        goesOn: true,
        secondRun: 'Finds nothing to do.',
      },
      async ({ first, second }) => {
        first(await job(['GITHUB_STEP_SUMMARY']));
        second(await job([]));
      },
    );

    fault(
      {
        at: 'Runner',
        name: 'outputs of a step cannot be written (GITHUB_OUTPUT)',
        sees: '::error::This machine cannot write a file: ENOSPC: no space left on device, write. Free some space and run it again: what was done is done, and the next run carries on',
        secondRun: 'Carries on where the job stopped.',
      },
      async ({ first, second }) => {
        first(await job(['GITHUB_OUTPUT']));
        second(await job([]));
      },
    );

    fault(
      {
        at: 'Runner',
        name: 'a step cannot note that it began (GITHUB_STATE)',
        sees: '::error::This machine cannot write a file: ENOSPC: no space left on device, write. Free some space and run it again: what was done is done, and the next run carries on',
        secondRun: 'Deploys: nothing had been begun.',
      },
      async ({ first, second }) => {
        first(await job(['GITHUB_STATE']));
        expect(bench.sandbox.pbx.requests).toEqual([]);
        expect(bench.sandbox.host('pbx').exists('/var/lib/portsip-cluster/acme.json')).toBe(false);
        second(await job([]));
      },
    );
  });
});
