import { ratio, spread, type Spread } from './stats';

export const ROWS = [
  'plan',
  'deploy',
  'no-op deploy',
  'no-op job',
  'scale-out',
  'scale-out job',
  'rolling restart',
] as const;
export type Row = (typeof ROWS)[number];

/** What is no single command but the steps of a whole job; of the product alone */
export const JOBS = ['no-op job', 'scale-out job'] as const satisfies readonly Row[];
export const isJob = (row: Row): boolean => JOBS.some((job) => job === row);

export const CONTENDERS = ['floor', 'product', 'openssh', 'mitogen', 'ansible'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** One run of one contender. */
export interface Run {
  row: Row;
  hosts: number;
  contender: Contender;
  round: number;
  wallMs: number;
  /** User and system time of the contender's own processes, none of the hosts' */
  cpuMs: number;
  /** Memory of its largest process, MiB; undefined where it was not measured */
  peakMiB?: number;
  ok: boolean;
  /** Requests that the PBX got */
  apiCalls: number;
  /** The control script that took longest on its host, as its files there show; only the product's */
  longestScriptMs?: number;
  /** From the first begin to the last end of a control script */
  scriptsMs?: number;
  /** Of a job: its steps in their order, in milliseconds */
  steps?: [name: string, ms: number][];
  /** Of the floor: how long the slowest host's parts took */
  parts?: { connectMs: number; commandMs: number };
}

/** `node` alone, which all cold starts are compared with */
export const BARE = 'node -e 0';

export interface Cold {
  node: string;
  command: string;
  /** `first run`: nothing is cached; `cached`: Node kept the compiled code of an earlier run */
  cache: 'first run' | 'cached';
  firstLineMs: number[];
  endMs: number[];
  peakMiB: number;
}

/** `running`: there is nothing to do; `new`: all of it is to be installed */
export const STATES = ['running', 'new'] as const;

export interface Growth {
  servers: number;
  state: (typeof STATES)[number];
  wallMs: number[];
  cpuMs: number[];
  /** Of these, to read the cluster file */
  readMs: number[];
  /** The longest that nothing else got a turn, after that */
  stillMs: number[];
  changes: number;
  peakMiB: number;
  apiCalls: number;
  connections: number;
}

/** One action on a repository of many clusters of seven machines each */
export interface FleetRun {
  clusters: number;
  what: 'discover' | 'fleet-summary';
  wallMs: number[];
  cpuMs: number[];
  peakMiB: number;
  /** Of the matrix that it gives, or of its comment */
  bytes: number;
}

/** What one call of the bench has measured; bench/results/NAME.json */
export interface Results {
  machine: { cpus: number; cpu: string; memoryGiB: number; kernel: string };
  versions: Record<string, string>;
  /** ISO 8601 */
  date: string;
  commit: string;
  runs: Run[];
  /** The guide's seven machines with real firewalld and Docker */
  lab: Run[];
  cold: Cold[];
  growth: Growth[];
  fleet: FleetRun[];
  /** Bytes of dist/, by what a run of it loads */
  sizes: Record<string, number>;
}

type Which = Pick<Run, 'row' | 'hosts' | 'contender'>;

export function runsOf({ runs }: Pick<Results, 'runs'>, { row, hosts, contender }: Which): Run[] {
  return runs.filter((run) => run.ok && run.row === row && run.hosts === hosts && run.contender === contender);
}

/** Wall time in seconds; undefined: it was not measured. */
export function seconds(results: Pick<Results, 'runs'>, which: Which): Spread | undefined {
  const runs = runsOf(results, which);
  return runs.length === 0 ? undefined : spread(runs.map(({ wallMs }) => wallMs / 1000));
}

/** How many times as long `of` takes as `to`. */
export function times(results: Pick<Results, 'runs'>, of: Which, to: Which): Spread | undefined {
  const byRound = (which: Which) => new Map(runsOf(results, which).map(({ round, wallMs }) => [round, wallMs]));
  return ratio(byRound(of), byRound(to));
}
