import { scaledClock } from '../../src/clock';
import { parseCluster } from '../../src/cluster/load';
import { Secrets, silent, type Log } from '../../src/log';
import {
  DEFAULT_OPTIONS,
  runStages,
  type RunIdentity,
  type RunOptions,
  type SessionConfig,
} from '../../src/deploy/run';
import { worked, type Deploy, type RunResult } from '../../src/deploy/result';
import { skipReason, waitOf, type Wait } from '../../src/deploy/skip';
import { documenting } from '../../src/plan/document';
import {
  generationOf,
  guideTopology,
  startSandbox,
  type ClusterFile,
  type Sandbox,
  type SandboxOptions,
  type Topology,
} from '../../src/sandbox/index';

export type Edit = (file: ClusterFile) => void;

/** So fast that nobody waits, and slow enough for two busy cores: the product's patience, of 30 s and more, is 3 s still. */
const SPEED = 10;

/** What a run came to, in the words that people get, too. */
export type Ran = Pick<RunResult, 'plan' | 'ok' | 'whole'> &
  Pick<Deploy, 'done' | 'failed' | 'tokens'> & {
    skipped: (Deploy['skipped'][number] & { reason: string; waits?: Wait })[];
  };

/** A sandbox, and the product run against it as an operator would. */
export interface Bench {
  sandbox: Sandbox;
  /** Plans and applies the sandbox's cluster file after `edit`. */
  deploy(edit?: Edit, options?: Partial<RunOptions>): Promise<Ran>;
  plan(edit?: Edit, options?: Partial<RunOptions>): Promise<Ran>;
  config(edit: Edit, identity: RunIdentity, signal?: AbortSignal): SessionConfig;
  /** every line that any run has told */
  log: string[];
  close(): Promise<void>;
}

/** A main server and a media server, at addresses that no other site has. `net`: the third part of them */
export function siteTopology(net: number): Topology {
  const topology = guideTopology();
  topology.servers = topology.servers.filter(({ role }) => role === 'media');
  const moved = JSON.stringify(topology)
    .replaceAll('192.168.1.', `192.168.${net}.`)
    .replaceAll('104.101.137.', `104.101.${net}.`);
  return JSON.parse(moved) as typeof topology;
}

/** Processes of dist/ go by the real time, and so does a sandbox that they meet: give it `clock: realClock`. */
export async function startBench(options: SandboxOptions = {}): Promise<Bench> {
  const { clock = scaledClock(SPEED) } = options;
  // `.ci/run sandbox` tells some stories once more with older control scripts of PortSIP.
  const generation = generationOf(process.env['SANDBOX_SCRIPTS']);
  const sandbox = await startSandbox({ onlineDelayMs: 50 * clock.speed, generation, ...options, clock });
  const log: string[] = [];
  let runs = 0;
  const config = (edit: Edit, identity: RunIdentity, signal?: AbortSignal): SessionConfig => {
    const { cluster, problems } = parseCluster(sandbox.clusterFile(quick(sandbox, edit)), 'cluster.yaml');
    if (!cluster) throw new Error(JSON.stringify(problems));
    const secrets = new Secrets();
    const { credentials } = sandbox;
    const recorded = recording(log, secrets);
    const config = { cluster, credentials, concurrency: 10, log: recorded, secrets, run: identity, clock };
    return { ...config, ...(signal && { signal }) };
  };
  const run = async (edit: Edit, wanted: Partial<RunOptions>) => {
    const identity = { id: `run-${++runs}`, host: 'terminal', pid: process.pid };
    return ran(await runStages(config(edit, identity), { ...DEFAULT_OPTIONS, ...wanted }));
  };
  return {
    sandbox,
    log,
    config,
    deploy: (edit = () => {}, wanted = {}) => run(edit, { ...wanted, dryRun: false }),
    plan: (edit = () => {}, wanted = {}) => run(edit, { ...wanted, dryRun: true }),
    close: () => sandbox.close(),
  };
}

export function ran(result: RunResult): Ran {
  const { done, failed, skipped } = worked(result);
  return {
    ...result,
    done,
    failed,
    tokens: result.kind === 'deploy' ? result.tokens : {},
    skipped: skipped.map((entry) => {
      const waits = waitOf(entry.skip);
      return { ...entry, reason: skipReason(entry.skip), ...(waits && { waits }) };
    }),
  };
}

/** What the plan says of each change, as plan.json has it. */
export const inPlanJson = ({ plan }: Pick<RunResult, 'plan'>) => plan.changes.map(documenting());

/** Nobody waits half a minute for the calls of a queue server that has none, but a second of real time. */
export function quick({ clock }: Pick<Sandbox, 'clock'>, edit: Edit): Edit {
  return (file) => {
    edit(file);
    file['restart'] = { drain_timeout: `${clock.speed}s`, ...(file['restart'] as object | undefined) };
  };
}

function recording(lines: string[], secrets: Secrets): Log {
  const tell = (kind: string) => (text: string) => void lines.push(`${kind}: ${secrets.redact(text)}`);
  return {
    ...silent,
    debug: tell('debug'),
    info: tell('info'),
    warning: tell('warning'),
    error: tell('error'),
    remote: (source, line) => void lines.push(`${source}: ${secrets.redact(line)}`),
    change: ({ id, state, message = '' }) => void lines.push(`${state} ${id} ${secrets.redact(message)}`),
  };
}

export const ids = ({ plan }: Pick<RunResult, 'plan'>): string[] => plan.changes.map(({ id }) => id);
export const doneIds = ({ done }: Pick<Deploy, 'done'>): string[] => done.map(({ change }) => change.id);
export const blocking = ({ plan }: Pick<RunResult, 'plan'>): string[] =>
  plan.warnings
    .filter(({ severity }) => severity === 'blocking')
    .map(({ code, server }) => `${code} ${server ?? ''}`.trim());

/** `verb` and role script of every control script that ran, by host. */
export function scripts(sandbox: Sandbox): Record<string, string[]> {
  return Object.fromEntries(sandbox.hosts().map((host) => [host.name, host.scriptRuns().map(({ verb }) => verb)]));
}
