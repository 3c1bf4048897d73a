import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, type Told } from '../fault';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { clusterFileOf } from './terminal';

/*
 * What goes wrong with the machine that a deploy runs on: processes of dist/, as they run there. A disk that is full is
 * /dev/full, which takes nothing.
 */

jest.setTimeout(120_000);

const DIST = join(__dirname, '../../dist');
const onlyMedia: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'media');
};

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ pace: 1 });
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

interface Run {
  /** Done once, as soon as the text is printed */
  when?: { text: string; then: (child: ChildProcess) => void } | undefined;
  /** A file in the place of standard output */
  stdout?: string;
  env?: Record<string, string>;
}

async function run(program: string, args: string[], { when, stdout, env = {} }: Run = {}): Promise<Told> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(DIST, program, 'index.js'), ...args], {
    env: { PATH, HOME: bench.sandbox.dir, ...env },
    stdio: ['ignore', stdout === undefined ? 'pipe' : openSync(stdout, 'w'), 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (!when || !output.includes(when.text)) return;
      const { then } = when;
      when = undefined;
      then(child);
    });
  const code = await new Promise<number>((resolve) => child.once('close', (exit) => resolve(exit ?? -1)));
  return { code, output };
}

const deploy = (options: Run = {}, more: string[] = []): Promise<Told> =>
  run('cli', ['deploy', '--yes', '-f', clusterFileOf(bench.sandbox, onlyMedia), ...more], {
    ...options,
    env: bench.sandbox.env,
  });
const INSTALLING = 'install media-server-1: started';
/** Once the control script runs on its host */
const whenItRuns = (then: (child: ChildProcess) => void): Run['when'] => ({
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
      sees: 'Stopping: nothing new is begun.…It was stopped. Run it again: it carries on, and takes up what still runs on the hosts.',
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
      expect(told.output).toContain('0 changes done');
      second(await deploy());
    },
  );
});

describe('a disk that is full', () => {
  fault(
    {
      at: 'Runner',
      name: 'the log cannot be written from the beginning (deploy > FILE)',
      sees: 'Error: standard output cannot be written: ENOSPC: no space left on device, write',
      secondRun: 'Deploys: nothing had been begun.',
    },
    async ({ first, second }) => {
      first(await deploy({ stdout: '/dev/full' }));
      expect(bench.sandbox.host('media-server-1').scriptRuns()).toEqual([]);
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
      sees: 'Error: --out: /dev/full cannot be written: ENOSPC: no space left on device',
      secondRun: 'Finds nothing to do: what was done is done.',
    },
    async ({ first, second }) => {
      first(await deploy({}, ['--out', '/dev/full']));
      second(await deploy());
    },
  );

  describe('of a job', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'portsip-runner-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** Each step of a deploy, as the workflow has them; of the runner's files those in `full` are on a full disk. */
    async function job(full: string[]): Promise<Told> {
      const files = Object.fromEntries(
        ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'].map((name) => {
          const file = join(folder, name);
          writeFileSync(file, '');
          return [name, full.includes(name) ? '/dev/full' : file];
        }),
      );
      const { env: secrets } = bench.sandbox;
      const inputs = Object.fromEntries(
        Object.entries(secrets).map(([name, value]) => [
          name.replace('PORTSIP_', 'INPUT_').replaceAll('_', '-').replace('INPUT-', 'INPUT_'),
          value,
        ]),
      );
      const env = {
        ...inputs,
        ...files,
        'INPUT_CLUSTER-FILE': clusterFileOf(bench.sandbox, onlyMedia),
        GITHUB_RUN_ID: '7',
        GITHUB_REPOSITORY: 'acme/pbx',
        RUNNER_NAME: 'runner-1',
      };
      let output = '';
      let code = 0;
      for (const step of ['firewall', 'register-server', 'install-role', 'register-server']) {
        const told = await run(step, [], { env });
        output += told.output;
        code ||= told.code;
        if (step === 'firewall' && told.code !== 0) break;
      }
      // The post step of the first one gives the lock back.
      await run('firewall', [], { env: { ...env, STATE_started: 'true', 'STATE_in-charge': 'true' } });
      return { code, output: code === 0 ? `${output}Done: ` : output };
    }

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
        expect(existsSync(bench.sandbox.host('pbx').path('/var/lib/portsip-cluster/acme.json'))).toBe(false);
        second(await job([]));
        expect(readFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'utf8')).toContain('acme');
      },
    );
  });
});
