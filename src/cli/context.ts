import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { createColors } from 'picocolors';
import type { Cluster, Problem } from '../cluster/types';
import { formatProblem } from '../cluster/types';
import { privateFolder } from '../private-folder';
import { Secrets } from '../log';
import { keptRefusals } from '../pbx/refusals';
import type { DryRun, RunResult } from '../deploy/result';
import type { History } from '../deploy/history';
import type { Credentials } from '../credentials';
import type { Begin, RunIdentity, RunOptions, SessionConfig } from '../deploy/run';
import { fold } from '../text/fold';
import { printable } from '../text/printable';
import type { TerminalOptions } from '../render/terminal';
import type { Plan } from '../plan/types';
import type { Imported, ImportRequest } from '../import/import';
import type { StatusReport } from '../status/report';
import { explain } from '../github/report';
import { readCredentials, type CredentialOptions } from './credentials';
import { EXIT } from './exit-code';
import { writeOut } from './files';
import type { Io, Output } from './io';
import { forPeople, wantsColor, widthOf } from './io';
import { concurrencyOf } from '../host/concurrency';
import type { HostKeySighting } from '../host/host-keys';
import type { ConnectionOptions, FileOptions } from './options';
import { JsonProgress } from './json-progress';
import { Progress, type Reporter } from './progress';

/** Nothing could be looked at; `cause` says why. */
export class NothingSeen extends Error {
  constructor(override readonly cause: unknown) {
    super('nothing could be seen');
  }
}

/** What the commands call. Loaded late: `validate` needs no SSH. */
export interface Engine {
  loadClusterFile(path: string, named?: string): Promise<{ cluster: Cluster; warnings: Problem[] }>;
  look(config: SessionConfig, options: RunOptions): Promise<DryRun>;
  deploy(config: SessionConfig, options: RunOptions, begin?: Begin): Promise<RunResult>;
  offlinePlan(base: Cluster | undefined, head: Cluster): Promise<Plan>;
  status(config: SessionConfig, servers: string[]): Promise<StatusReport>;
  importCluster(config: Omit<SessionConfig, 'cluster'>, request: ImportRequest): Promise<Imported>;
  /** What it wrote into the record, in words */
  adopt(config: SessionConfig): Promise<string>;
  /** Which keys the machines offer, and which of them are known */
  hostKeys(config: SessionConfig): Promise<HostKeySighting[]>;
  /** Runs that changed something, and what they left */
  history(config: SessionConfig): Promise<History>;
}

export interface ContextOptions extends Pick<FileOptions, 'json' | 'debug' | 'color'> {
  /** Standard output is for what the command makes, as with --json */
  printsResult?: boolean;
  progress?: 'text' | 'json';
}

/** A command's terminal: where results go, where people are told what happens, in which colours. */
export class Context {
  readonly secrets = new Secrets();
  /** People read here: standard output, or standard error when that one is for a program */
  readonly people: Output;
  /** Warnings and errors go here */
  readonly err: Output;
  readonly progress: Reporter;
  readonly colors;
  readonly color: boolean;

  constructor(
    readonly io: Io,
    readonly engine: Engine,
    readonly options: ContextOptions,
  ) {
    const [secrets, debug, now] = [this.secrets, options.debug ?? false, () => io.now()] as const;
    if (options.progress === 'json') {
      const progress = new JsonProgress({ output: io.err, secrets, debug, now });
      this.progress = progress;
      this.people = this.err = progress.people;
      this.color = false;
    } else {
      this.err = forPeople(io, io.err);
      this.people = options.json || options.printsResult ? this.err : forPeople(io, io.out);
      this.color = wantsColor(io, this.people, options.color);
      this.progress = new Progress({
        ...{ output: this.people, secrets, color: this.color, debug, now },
        width: () => widthOf(io, this.people),
      });
    }
    this.colors = createColors(this.color);
  }

  /** Loads the cluster file and shows its warnings. Throws ClusterFileError. */
  async load(file: string, named?: string): Promise<Cluster> {
    const { cluster, warnings } = await this.engine.loadClusterFile(file, named);
    this.problems(warnings);
    return cluster;
  }

  /** Warnings and errors of a cluster file, one a line as editors read them. */
  problems(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const { red, yellow } = createColors(wantsColor(this.io, this.err, this.options.color));
    for (const problem of problems) {
      const line = printable(this.secrets.redact(formatProblem(problem)));
      const paint = problem.severity === 'error' ? red : yellow;
      const painted = line.replace(`: ${problem.severity}: `, `: ${paint(problem.severity)}: `);
      this.err.write(`${fold(painted, widthOf(this.io, this.err))}\n`);
    }
  }

  /** What a run signs in with, asked for where somebody can be asked. Throws InputError. */
  credentials(options: CredentialOptions): Promise<Credentials> {
    const { env, home } = this.io;
    const asker = !this.options.json && this.io.interactive ? this.io : undefined;
    return readCredentials(options, env, this.secrets, home, asker);
  }

  session(cluster: Cluster, credentials: Credentials, options: ConnectionOptions, signal?: AbortSignal): SessionConfig {
    return { cluster, ...this.connection(credentials, options), ...(signal && { signal }) };
  }

  /** A session but for its cluster. */
  connection(credentials: Credentials, { concurrency }: ConnectionOptions): Omit<SessionConfig, 'cluster'> {
    const { progress: log, secrets } = this;
    const { clock, internet } = this.io;
    const uid = process.getuid?.();
    const refusals = keptRefusals((make) => (uid === undefined ? undefined : privateFolder(this.io.env, uid, make)));
    return {
      ...{ credentials, concurrency: concurrencyOf(concurrency), log, secrets, run: identity(this.io), refusals },
      ...(clock && { clock }),
      ...(internet && { internet }),
    };
  }

  terminal(cluster: Cluster, clusterFile: string): TerminalOptions {
    return { ...this.screen(), cluster, clusterFile };
  }

  /** What people read on */
  screen(): Pick<TerminalOptions, 'color' | 'width'> {
    const width = widthOf(this.io, this.people);
    return { color: this.color, ...(width !== undefined && { width }) };
  }

  /** Shows that something is read; whoever interrupts it is told that nothing was changed. */
  async reading<T>(work: () => Promise<T>, activity = 'Reading the live cluster'): Promise<T> {
    const release = this.io.onInterrupt(() => {
      this.progress.close();
      this.err.write('Interrupted. Nothing was changed.\n');
      this.io.exit(EXIT.interrupted);
    });
    try {
      return await this.progress.during(activity, work);
    } finally {
      release();
    }
  }

  /** The same for a command that only looks: what kept it from seeing anything is thrown as `NothingSeen`. */
  async seeing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.reading(work);
    } catch (error) {
      const { exitCode, stack } = explain(error);
      throw exitCode === EXIT.failed && stack === undefined ? new NothingSeen(error) : error;
    }
  }

  /** Text of ours, already safe but for secrets. */
  say(text: string): void {
    this.people.write(`${fold(this.secrets.redact(text).replace(/\n*$/, ''), widthOf(this.io, this.people))}\n`);
  }

  /** For programs: standard output with --json, a file with --out. */
  async result(value: unknown, out: string | undefined): Promise<void> {
    const text = `${JSON.stringify(this.secrets.redactIn(value), null, 2)}\n`;
    if (this.options.json) this.io.out.write(text);
    if (out !== undefined) await writeOut('--out', out, text);
  }
}

function identity({ env }: Io): RunIdentity {
  const commit = env['GITHUB_SHA'];
  const host = hostname();
  const by = `${env['USER'] ?? env['LOGNAME'] ?? 'somebody'}@${host}`;
  return {
    // Neither a host's name nor a number of a process is one machine's alone.
    id: `${by}, process ${process.pid}, ${randomBytes(6).toString('hex')}`,
    host,
    by,
    ...(commit && { commit }),
  };
}
