import { hostname } from 'node:os';
import { worked } from '../../src/deploy/result';
import { DEFAULT_OPTIONS, runStages } from '../../src/deploy/run';
import type * as session from '../../src/stages/open-session';
import type { Session, SessionConfig } from '../../src/stages/session';
import { ids, scripts, startBench, type Bench, type Edit } from './cluster';
import type { Snapshot } from '../../src/sandbox/index';
import { generator } from './random';

/*
 * Runs that die at any call to a host or the PBX, begun or not, again and again, and the next one after them: in the end the
 * cluster is the same as after undisturbed runs, no control script ran twice and no call was cut. Within this process a run
 * dies by being answered nothing any more, so that a hundred deaths take minutes. DEATHS says how many there are at least;
 * SEED repeats a run.
 */
const DEATHS = Number(process.env['DEATHS'] ?? 12);
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

jest.setTimeout(300_000 + DEATHS * 30_000);

/** What there is to live for, deploy after deploy */
const STORY: [string, Edit][] = [
  ["the guide's seven machines", () => {}],
  ['a server less', (file) => (file.servers = file.servers.filter(({ role }) => role !== 'queue'))],
  ['the server again', () => {}],
  [
    'an upgrade',
    (file) => {
      file.image = 'portsip/pbx:22.7';
      file.pbx['image'] = 'portsip/pbx:22.7';
    },
  ],
];

/** A run that makes so many calls and is then no more. */
class Life {
  calls = 0;
  isOver = false;
  private readonly cancel = new AbortController();
  private end: (value: 'dead') => void = () => {};
  readonly death = new Promise<'dead'>((resolve) => (this.end = resolve));

  constructor(private readonly span: number) {}

  get signal(): AbortSignal {
    return this.cancel.signal;
  }

  of(session: Session): Session {
    const pbx = this.mortal(session.pbx);
    const host: Session['hosts']['host'] = (machine) => this.mortal(session.hosts.host(machine));
    return { ...session, pbx, hosts: { ...session.hosts, host } };
  }

  /** The same, for as long as the run lives. */
  private mortal<T extends object>(object: T): T {
    return new Proxy(object, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'close') return value;
        return (...args: unknown[]) => this.call(() => Reflect.apply(value, target, args) as Promise<unknown>);
      },
    });
  }

  private async call(work: () => Promise<unknown>): Promise<unknown> {
    const nothing = new Promise<never>(() => {});
    if (this.isOver) return nothing;
    if (++this.calls === this.span) this.die();
    const answer = await work().catch((error: unknown) => {
      if (this.isOver) return nothing;
      throw error;
    });
    return this.isOver ? nothing : answer;
  }

  /** What was just begun gets to its host; who asked never hears of it. */
  private die(): void {
    this.isOver = true;
    setTimeout(() => {
      this.cancel.abort();
      this.end('dead');
    }, 30);
  }
}

let mockLife: Life | undefined;
jest.mock('../../src/stages/open-session', () => {
  const real = jest.requireActual<typeof session>('../../src/stages/open-session');
  return {
    ...real,
    openSession: (config: SessionConfig) =>
      mockLife ? mockLife.of(real.openSession(config)) : real.openSession(config),
  };
});

let runs = 0;
/** A deploy that dies at its `span`th call; how many calls it made, undefined when it died. */
async function live(bench: Bench, edit: Edit, span: number): Promise<number | undefined> {
  const life = (mockLife = new Life(span));
  const identity = { id: `run-${++runs}`, host: hostname(), pid: 2 ** 30 };
  const running = runStages(bench.config(edit, identity, life.signal), { ...DEFAULT_OPTIONS, dryRun: false });
  const result = await Promise.race([running, life.death]);
  mockLife = undefined;
  if (result === 'dead') {
    // It holds the lock until it was silent for two minutes.
    bench.sandbox.host('pbx').uptimeAhead += 120;
    return undefined;
  }
  expect(worked(result).failed.map(({ change, message }) => `${change.id}: ${message}`)).toEqual([]);
  return life.calls;
}

interface Told {
  snapshots: Snapshot[];
  scripts: Record<string, string[]>;
  calls: number[];
  deaths: number;
}

/** The story, each chapter told by as many runs as it takes. */
async function told(span: (chapter: number) => number): Promise<Told> {
  const bench = await startBench();
  const { sandbox } = bench;
  let stop = () => {};
  try {
    const about: Told = { snapshots: [], scripts: {}, calls: [], deaths: 0 };
    for (const [chapter, [, edit]] of STORY.entries()) {
      let calls: number | undefined;
      while ((calls = await live(bench, edit, span(chapter))) === undefined) about.deaths++;
      about.calls.push(calls);
      expect(ids(await bench.plan(edit))).toEqual([]);
      about.snapshots.push(sandbox.snapshot());
      // A new cluster restarts the PBX, which ends all calls, and its plan says so: there are calls from then on.
      if (chapter === 0) stop = sandbox.world.traffic({ roles: ['media'], everyMs: 2_000, durationMs: 3_000 });
    }
    stop();
    expect(sandbox.world.placedCalls).toBeGreaterThan(0);
    expect(sandbox.world.countCutCalls()).toBe(0);
    expect(sandbox.pbx.violations).toEqual([]);
    return { ...about, scripts: scripts(sandbox) };
  } finally {
    stop();
    await bench.close();
  }
}

/** A server that is found stopped on its way to another image is recreated with `run`, which comes to the same. */
function created(scripts: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(scripts).map(([host, verbs]) => [host, verbs.map((verb) => (verb === 'upgrade' ? 'run' : verb))]),
  );
}

it(`whatever a run dies at, the next one carries on (SEED=${SEED})`, async () => {
  const undisturbed = await told(() => Infinity);
  const random = generator(SEED);
  let deaths = 0;
  while (deaths < DEATHS) {
    const disturbed = await told((chapter) => 1 + Math.floor(random() * (undisturbed.calls[chapter] ?? 100)));
    expect(disturbed.snapshots).toEqual(undisturbed.snapshots);
    expect(created(disturbed.scripts)).toEqual(created(undisturbed.scripts));
    deaths += disturbed.deaths;
  }
});
