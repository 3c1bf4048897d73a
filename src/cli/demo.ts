import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../test/sandbox';
import { DEFAULT_OPTIONS } from '../plan/run';
import type { RunOptions, RunResult, SessionConfig } from '../plan/run';
import { countsLine } from '../plan/render/counts';
import { renderTerminal } from '../plan/render/terminal';
import { duration, list } from '../plan/render/text';
import type { Plan } from '../plan/types';
import type { Context } from './context';
import { apply } from './deploy';
import type { StatusReport } from './status-report';
import { renderStatus } from './status';

export interface DemoOptions {
  color?: boolean;
  debug?: boolean;
  keep?: boolean;
  serve?: boolean;
}

const NEW_SERVER = {
  name: 'media-server-2',
  role: 'media',
  address: '192.168.1.27',
  publicAddress: '104.101.137.61',
} as const;
/** Of the sandbox's pulls and stops; slow enough to be seen, fast enough for half a minute in all */
const PACE = 0.3;
/** Nobody calls in the sandbox: there is nothing to wait for. */
const DRAIN_TIMEOUT = '0s';

/** A step of the story did not end as it should. */
class Mismatch extends Error {}

/** The guide's seven machines in this process: deploys them, scales out, and sees that nothing is left to do. */
export async function demo(context: Context, options: DemoOptions): Promise<number> {
  const startedAt = context.io.now();
  const folder = mkdtempSync(join(tmpdir(), 'portsip-cluster-demo-'));
  const { startSandbox } = await import('../../test/sandbox');
  const sandbox = await startSandbox({ pace: PACE, onlineDelayMs: 400 });
  const story = new Story(context, sandbox, folder);
  const cleanUp = async () => {
    context.progress.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const release = context.io.onInterrupt(() => {
    if (!story.listens) void cleanUp().finally(() => context.io.exit(1));
  });
  try {
    if (!options.serve) await story.tell();
    if (!options.serve) context.say(context.colors.dim(`The demo took ${duration(context.io.now() - startedAt)}.`));
    if (options.serve || options.keep) await story.serve();
    return 0;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    context.progress.close();
    context.io.err.write(`Error: the demo did not end as it should: ${error.message}\n`);
    return 1;
  } finally {
    release();
    await cleanUp();
  }
}

class Story {
  /** Ctrl-C is being handled by what goes on */
  listens = false;
  private readonly file: string;

  constructor(
    private readonly context: Context,
    private readonly sandbox: Sandbox,
    folder: string,
  ) {
    this.file = join(folder, 'cluster.yaml');
    this.write();
  }

  async tell(): Promise<void> {
    const { context } = this;
    context.say(
      'A PBX and six empty Linux hosts run in this process, with PortSIP’s REST API, SSH and firewalls of their own.\n' +
        'Nothing leaves this machine. What follows is what happens to a cluster of yours.',
    );

    this.heading(1, 'The first deploy: six servers join the PBX');
    await this.deploy(await this.plan(), (plan) => {
      context.say(`Plan: ${countsLine(plan.changes)}.`);
      context.say('');
    });
    await this.expectAllOnline();

    this.heading(2, `A pull request adds ${NEW_SERVER.name} to cluster.yaml: this plan is its comment`);
    await this.sandbox.addHost(NEW_SERVER);
    this.write();
    this.showAddition();
    const scaleOut = await this.plan();
    const { cluster } = await context.engine.loadClusterFile(this.file);
    context.say(renderTerminal(scaleOut, context.terminal(cluster, 'cluster.yaml')));
    for (const id of [`server/${NEW_SERVER.name}`, `role/${NEW_SERVER.name}`])
      if (!scaleOut.changes.some((change) => change.id === id)) throw new Mismatch(`the plan lacks ${id}`);

    this.heading(3, 'It is merged: the deploy does what the plan said');
    await this.deploy(scaleOut, () => {});

    this.heading(4, 'The plan once more: nothing is left to do');
    const last = await this.plan();
    context.say(renderTerminal({ ...last, warnings: [] }, context.terminal(cluster, 'cluster.yaml')));
    if (last.changes.length > 0)
      throw new Mismatch(`a second plan still has ${list(last.changes.map(({ id }) => id))}`);
    const report = await this.expectAllOnline();
    context.say('');
    context.say(renderStatus({ ...report, findings: [] }, context.terminal(cluster, 'cluster.yaml')));
  }

  /** Leaves the sandbox to somebody at another shell, until Ctrl-C. */
  async serve(): Promise<void> {
    const { context, file } = this;
    const environment = join(this.file, '../environment.sh');
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

  private write(): void {
    const text = this.sandbox.clusterFile({ restart: { drain_timeout: DRAIN_TIMEOUT } });
    writeFileSync(this.file, text);
  }

  private heading(number: number, title: string): void {
    const { bold, cyan } = this.context.colors;
    this.context.say(`\n${cyan(bold(`${number}. ${title}`))}`);
    this.context.say('');
  }

  private showAddition(): void {
    const { green } = this.context.colors;
    const { name, role, address, publicAddress } = NEW_SERVER;
    const lines = [`- name: ${name}`, `  role: ${role}`, `  private_ip: ${address}`, `  public_ip: ${publicAddress}`];
    this.context.say(`${lines.map((line) => green(`+   ${line}`)).join('\n')}`);
    this.context.say('');
  }

  private async config(signal?: AbortSignal): Promise<SessionConfig> {
    const { cluster } = await this.context.engine.loadClusterFile(this.file);
    return this.context.session(cluster, this.sandbox.credentials, { concurrency: 10 }, signal);
  }

  private async plan(): Promise<Plan> {
    const { context } = this;
    const config = await this.config();
    const { plan } = await context.progress.during('Reading the live cluster', () =>
      context.engine.runStages(config, { ...DEFAULT_OPTIONS, dryRun: true }),
    );
    return plan;
  }

  private async deploy(plan: Plan, introduce: (plan: Plan) => void): Promise<void> {
    introduce(plan);
    const interrupt = new AbortController();
    const options: RunOptions = { ...DEFAULT_OPTIONS, dryRun: false };
    const config = await this.config(interrupt.signal);
    this.listens = true;
    const result: RunResult = await apply(this.context, config, options, plan, interrupt);
    this.listens = false;
    if (interrupt.signal.aborted) throw new Mismatch('it was interrupted');
    const [failed] = result.failed;
    if (failed) throw new Mismatch(`${failed.change.id} failed: ${failed.message}`);
    const left = plan.changes.filter(({ id }) => !result.done.some(({ change }) => change.id === id));
    if (left.length > 0) throw new Mismatch(`planned, but not done: ${list(left.map(({ id }) => id))}`);
  }

  /** As the PBX and the hosts tell, not as we believe. */
  private async expectAllOnline(): Promise<StatusReport> {
    const { context } = this;
    const config = await this.config();
    const report = await context.progress.during('Looking at every server', () => context.engine.status(config, []));
    const down = report.servers.filter(({ state, enabled }) => !enabled || (state !== 'online' && state !== 'running'));
    if (down.length > 0) throw new Mismatch(`not up: ${list(down.map(({ name, state }) => `${name} (${state})`))}`);
    if (report.drift > 0) throw new Mismatch(`a deploy would still make ${report.drift} changes`);
    return report;
  }
}
