import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterFile, Sandbox } from '../sandbox';
import type { Cluster } from '../cluster/types';
import { renderTerminal } from '../render/terminal';
import { DEFAULT_OPTIONS } from '../deploy/run';
import type { RunOptions, RunResult, SessionConfig } from '../deploy/run';
import type { Plan } from '../plan/types';
import type { Context } from './context';
import { notUp, shortfall } from './demo-checks';
import { apply } from './deploy';
import type { StatusReport } from '../status/report';
import { renderStatus } from './status';

/** A step of the story did not end as it should. */
export class Mismatch extends Error {}

/** What the demo tells, and the means to do it: the sandbox and its cluster file, deployed as an operator would. */
export class Story {
  /** Ctrl-C is being handled by what goes on */
  listens = false;
  private readonly file: string;
  private chapter = 0;
  private readonly edits: ((file: ClusterFile) => void)[] = [];

  constructor(
    readonly context: Context,
    readonly sandbox: Sandbox,
    private readonly folder: string,
  ) {
    this.file = join(folder, 'cluster.yaml');
    this.write();
  }

  heading(title: string): void {
    const { bold, cyan } = this.context.colors;
    this.context.say(`\n${cyan(bold(`${++this.chapter}. ${title}`))}`);
    this.context.say('');
  }

  /** The sandbox's machines as a cluster file, with all edits up to now. */
  write(edit?: (file: ClusterFile) => void): void {
    if (edit) this.edits.push(edit);
    const text = this.sandbox.clusterFile((file) => {
      // At first nobody calls: there is nothing to wait for.
      file['restart'] = { drain_timeout: '0s' };
      for (const made of this.edits) made(file);
    });
    writeFileSync(this.file, text);
  }

  /** Lines of cluster.yaml that came (+) or went (-) */
  showEdit(lines: readonly string[]): void {
    const { green, red } = this.context.colors;
    this.context.say(lines.map((line) => (line.startsWith('-') ? red(line) : green(line))).join('\n'));
    this.context.say('');
  }

  expect(problem: string | undefined): void {
    if (problem !== undefined) throw new Mismatch(problem);
  }

  async plan(options: Partial<RunOptions> = {}): Promise<Plan> {
    const { context } = this;
    const config = await this.config();
    const { plan } = await context.progress.during('Reading the live cluster', () =>
      context.engine.look(config, { ...DEFAULT_OPTIONS, ...options }),
    );
    return plan;
  }

  async showPlan(plan: Plan): Promise<void> {
    this.context.say(renderTerminal(plan, this.context.terminal(await this.cluster(), 'cluster.yaml')));
  }

  /** Does it, and tells what came of it. */
  async run(plan: Plan, wanted: Partial<RunOptions> = {}): Promise<RunResult> {
    const interrupt = new AbortController();
    const options: RunOptions = { ...DEFAULT_OPTIONS, ...wanted, dryRun: false };
    const config = await this.config(interrupt.signal);
    this.listens = true;
    const result = await apply(this.context, config, options, { plan, file: 'cluster.yaml', interrupt });
    this.listens = false;
    if (interrupt.signal.aborted) throw new Mismatch('it was interrupted');
    return result;
  }

  /** Does it, all of it. */
  async deploy(plan: Plan, wanted: Partial<RunOptions> = {}): Promise<void> {
    this.expect(shortfall(plan, await this.run(plan, wanted)));
  }

  /** As the PBX and the hosts tell, not as we believe. */
  async status(): Promise<StatusReport> {
    const { context } = this;
    const config = await this.config();
    return context.progress.during('Looking at every server', () => context.engine.status(config, []));
  }

  async expectAllUp(): Promise<StatusReport> {
    const report = await this.status();
    this.expect(notUp(report));
    return report;
  }

  async showStatus(report: StatusReport): Promise<void> {
    const options = this.context.terminal(await this.cluster(), 'cluster.yaml');
    this.context.say('');
    this.context.say(renderStatus({ ...report, findings: [] }, options));
  }

  /** Leaves the sandbox to somebody at another shell, until Ctrl-C. */
  async serve(): Promise<void> {
    const { context, file } = this;
    const environment = join(this.folder, 'environment.sh');
    const lines = Object.entries(this.sandbox.env).map(
      ([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
    );
    writeFileSync(environment, `${lines.join('\n')}\n`, { mode: 0o600 });
    const cli = `node ${process.argv[1] ?? 'dist/cli/index.js'}`;
    context.say(
      `\nThe sandbox runs until you press Ctrl-C here. In another shell:\n\n` +
        `  . ${environment}\n  ${cli} status -f ${file}\n  ${cli} plan -f ${file}\n  ${cli} deploy -f ${file}\n\n` +
        `Edit ${file} and plan again.`,
    );
    this.listens = true;
    await new Promise<void>((resolve) => {
      const alive = setInterval(() => {}, 60_000);
      const release = context.io.onInterrupt(() => {
        clearInterval(alive);
        release();
        resolve();
      });
    });
  }

  private async cluster(): Promise<Cluster> {
    return (await this.context.engine.loadClusterFile(this.file)).cluster;
  }

  private async config(signal?: AbortSignal): Promise<SessionConfig> {
    const cluster = await this.cluster();
    return this.context.session(cluster, this.sandbox.credentials, { concurrency: 10 }, signal);
  }
}
