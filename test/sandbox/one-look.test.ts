import { realClock } from '../../src/clock';
import {
  DEFAULT_OPTIONS,
  lookOnly,
  releaseHeld,
  runStages,
  type RunOptions,
  type StepConfig,
} from '../../src/deploy/run';
import { reviewedOf } from '../../src/plan/review';
import type { Handed, Looks } from '../../src/stages/handed';
import type { StageName } from '../../src/stages/stage';
import { blocking, doneIds, ids, ran, startBench, type Bench, type Edit, type Ran } from './cluster';

/* One look a job: what each step of it asks of whom, when the one before handed on what it saw. */

jest.setTimeout(120_000);

const STEPS: StageName[][] = [
  ['firewall'],
  ['register'],
  ['token'],
  ['scripts', 'prepare'],
  ['install'],
  ['register'],
  ['remove'],
  ['restart'],
];
const calm: Edit = (file) => (file['restart'] = { after_scale_out: 'none' });
const without =
  (...names: string[]): Edit =>
  (file) => {
    calm(file);
    file.servers = file.servers.filter(({ name }) => !names.includes(String(name)));
  };

let bench: Bench;
let asked: string[];
beforeEach(async () => {
  bench = await startBench();
  asked = [];
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

/** Whoever is asked something from now on is in `asked`, once for each question. */
function listen(): void {
  for (const host of bench.sandbox.hosts()) {
    const spawn = host.spawn.bind(host);
    jest.spyOn(host, 'spawn').mockImplementation((command, user) => {
      asked.push(host.name);
      return spawn(command, user);
    });
  }
}
/** What the PBX is asked about a server of a role of which none is new */
const OTHERS_STATUS = /(call_queue|conference|ivr)_servers\/[^/]+\/status/;
const isLocked = () => bench.sandbox.host('pbx').exists('/var/lib/portsip-cluster/acme.lock');
const requests = () => bench.sandbox.pbx.requests.length;

/** Steps of one job: processes of their own, but for what is kept. */
class Job {
  kept: Handed | undefined;
  readonly looks: Looks = {
    read: () => Promise.resolve(structuredClone(this.kept)),
    keep: (handed) => Promise.resolve(void (this.kept = structuredClone(handed))),
    drop: () => Promise.resolve(void (this.kept = undefined)),
  };
  constructor(
    readonly edit: Edit,
    readonly hands = true,
  ) {}

  config(signal?: AbortSignal): StepConfig {
    const identity = { id: 'job 1', host: 'runner-1', keepLock: true, commit: 'a'.repeat(40) };
    return { ...bench.config(this.edit, identity, signal), ...(this.hands && { looks: this.looks }) };
  }

  async review(): Promise<Ran> {
    return ran(await lookOnly(this.config(), { ...DEFAULT_OPTIONS, dryRun: true }, { outside: false }));
  }

  async step(stages: StageName[], more: Partial<RunOptions> = {}, signal?: AbortSignal): Promise<Ran> {
    return ran(await runStages(this.config(signal), { ...DEFAULT_OPTIONS, stages, ...more }));
  }

  async all(steps = STEPS): Promise<string[]> {
    const done: string[] = [];
    for (const stages of steps) done.push(...doneIds(await this.step(stages)));
    return done;
  }

  /** As the workflow has them: the first step, and those that the review says have something to do */
  async needed(): Promise<StageName[][]> {
    const { seen } = await lookOnly(this.config(), { ...DEFAULT_OPTIONS, dryRun: true }, { outside: false });
    const work = seen.atWork();
    return STEPS.filter((stages, index) => index === 0 || stages.some((stage) => work.includes(stage)));
  }
}

test('a job that has nothing to do asks once, and takes no lock', async () => {
  await new Job(calm).all();
  // What its `post` step does
  await releaseHeld(new Job(calm).config());
  listen();

  const job = new Job(calm);
  expect(ids(await job.review())).toEqual([]);
  expect([...asked].sort()).toEqual(
    bench.sandbox
      .hosts()
      .map(({ name }) => name)
      .sort(),
  );
  const before = requests();
  asked = [];
  for (const stages of STEPS) {
    const { plan, ok } = await job.step(stages);
    expect({ plan: plan.changes, ok }).toEqual({ plan: [], ok: true });
    // The IM server's token is put out by its step, and is in no file.
    if (!stages.includes('token')) continue;
    expect(requests() - before).toBeLessThanOrEqual(3);
  }
  expect(asked).toEqual([]);
  expect(isLocked()).toBe(false);
});

test('a commit that changes nothing is written down by the first step, and the others ask nobody', async () => {
  await bench.deploy(calm);
  listen();
  const job = new Job(calm);
  await job.review();
  asked = [];
  await job.step(['firewall']);
  // What else runs with the portal's token tells whether it is the one.
  expect(new Set(asked)).toEqual(new Set(['pbx', 'im-server-1']));
  expect(bench.sandbox.host('pbx').read('/var/lib/portsip-cluster/acme.json')).toContain(
    `"deployed": "${'a'.repeat(40)}"`,
  );
  asked = [];
  for (const stages of STEPS.slice(1)) await job.step(stages);
  expect(asked).toEqual([]);
  // Nothing is left to do in the job: nobody waits for its end.
  expect(isLocked()).toBe(false);
});

test('a server more: only it and the PBX are asked again, and all is as if everybody had been', async () => {
  const end = async (hands: boolean) => {
    await bench.deploy(without('media-server-1'));
    listen();
    const job = new Job(calm, hands);
    await job.review();
    asked = [];
    const from = requests();
    const done = await job.all();
    const others = new Set(asked.filter((name) => !['pbx', 'media-server-1', 'im-server-1'].includes(name)));
    const told = bench.sandbox.pbx.requests.slice(from).filter(({ path }) => OTHERS_STATUS.test(path)).length;
    expect(ids(await bench.plan(calm))).toEqual([]);
    return { done, others, told, snapshot: bench.sandbox.snapshot() };
  };
  const handed = await end(true);
  await bench.close();
  bench = await startBench();
  const each = await end(false);
  expect([...handed.others]).toEqual([]);
  expect(handed.told).toBeLessThan(each.told / 2);
  expect(each.others.size).toBeGreaterThan(0);
  expect(handed.done).toEqual(each.done);
  expect(handed.snapshot).toEqual(each.snapshot);
});

test('a step that has nothing to do keeps the lock as long as another one has', async () => {
  await bench.deploy(without('media-server-1'));
  const job = new Job(calm);
  await job.review();
  await job.step(['firewall']);
  // As the action issue-token asks for: those that the token is for
  expect(doneIds(await job.step(['token'], { servers: ['im'] }))).toEqual([]);
  expect(isLocked()).toBe(true);
});

const renamed: Edit = (file) => {
  calm(file);
  const server = file.servers.find(({ name }) => name === 'media-server-1');
  if (server) server['name'] = 'media-server-9';
};
const moved: Edit = (file) => {
  calm(file);
  const server = file.servers.find(({ name }) => name === 'queue-server-1');
  if (server) server['private_ip'] = '192.168.1.21';
  file.servers = file.servers.filter(({ name }) => name !== 'media-server-1');
};
test.each<[string, Edit, Edit, StageName[][]]>([
  ['has nothing to do', calm, calm, [['firewall']]],
  ['adds a server', without('media-server-1'), calm, [['firewall', 'register', 'install', 'register']]],
  ['removes one', calm, without('queue-server-1'), [['firewall', 'register', 'register', 'remove']]],
  ['gives one another name', calm, renamed, [['firewall', 'register', 'install', 'register', 'remove']]],
  [
    'moves one to the machine of another',
    calm,
    moved,
    [
      ['firewall', 'register', 'install', 'register', 'remove'],
      ['firewall', 'register', 'install', 'register', 'remove'],
    ],
  ],
])('a job that %s does all by the steps that its review names alone', async (_, from, to, steps) => {
  const end = async (all: boolean) => {
    await bench.deploy(from);
    const jobs: (StageName | undefined)[][] = [];
    // Whoever takes the machine of one that leaves is installed by the job after it.
    for (let left = true; left && jobs.length < 3;) {
      const job = new Job(to);
      const needed = await job.needed();
      jobs.push(needed.map(([stage]) => stage));
      await job.all(all ? STEPS : needed);
      await releaseHeld(new Job(to).config());
      left = ids(await bench.plan(to)).length > 0;
    }
    expect(await new Job(to).needed()).toEqual([['firewall']]);
    return { jobs, snapshot: bench.sandbox.snapshot() };
  };
  const left = await end(false);
  await bench.close();
  bench = await startBench();
  const whole = await end(true);
  expect(left.snapshot).toEqual(whole.snapshot);
  expect([left.jobs, whole.jobs]).toEqual([steps, steps]);
});

test('after another run at work in between everybody is asked again', async () => {
  await bench.deploy(without('media-server-1', 'queue-server-1'));
  const job = new Job(without('queue-server-1'));
  await job.review();
  // Somebody deploys another file from a terminal, with a server of which the job knows nothing.
  await bench.deploy(without('media-server-1'));
  listen();
  const { plan } = await job.step(['firewall']);
  expect(new Set(asked).size).toBe(bench.sandbox.hosts().length);
  expect(ids({ plan })).toContain('firewall/192.168.1.21');
});

test('what a person changed meanwhile on the machine that is worked on is seen before anything is done there', async () => {
  await bench.deploy(without('media-server-1'));
  const job = new Job(calm);
  const { plan } = await job.review();
  const reviewed = reviewedOf(plan);
  await job.step(['firewall'], { reviewed });
  await job.step(['register'], { reviewed });
  bench.sandbox.host('media-server-1').removeScripts();
  const installing = await job.step(['install'], { reviewed });
  expect({ done: doneIds(installing), failed: installing.failed }).toEqual({ done: [], failed: [] });
  expect(blocking(installing)).toEqual(['script-missing media-server-1']);
});

test('a step that is cancelled hands on nothing, and the next one asks everybody', async () => {
  await bench.deploy(without('media-server-1'));
  const job = new Job(calm);
  await job.review();
  await job.step(['firewall']);
  await job.step(['register']);
  const controller = new AbortController();
  const working = job.step(['install'], {}, controller.signal);
  await realClock.sleep(0);
  controller.abort();
  await working.catch(() => undefined);
  expect(job.kept).toBeUndefined();
  listen();
  await job.step(['register']);
  expect(new Set(asked).size).toBe(bench.sandbox.hosts().length);
});
