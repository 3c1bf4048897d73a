import { selectServers } from '../cluster/select';
import { DEFAULT_OPTIONS } from '../deploy/options';
import type { RunOptions } from '../deploy/run';
import { planDocument } from '../plan/document';
import { renderTerminal } from '../render/terminal';
import type { Context } from './context';
import { readCredentials } from './credentials';
import type { ConnectionOptions, FileOptions, RunFlags, SelectionOptions } from './options';

export type PlanOptions = FileOptions &
  ConnectionOptions &
  SelectionOptions &
  RunFlags & { base?: string; exitCode?: boolean };

/** Shows what a deploy would do. Changes nothing. */
export async function plan(context: Context, options: PlanOptions): Promise<number> {
  const cluster = await context.load(options.file);
  selectServers(cluster, options.servers);
  const made =
    options.base === undefined
      ? await livePlan(context, options, cluster)
      : await context.engine.offlinePlan(await context.load(options.base), cluster);
  await context.result(planDocument(made), options.out);
  if (!context.options.json) context.say(renderTerminal(made, context.terminal(cluster, options.file)));
  return options.exitCode && made.changes.length > 0 ? 3 : 0;
}

async function livePlan(context: Context, options: PlanOptions, cluster: Awaited<ReturnType<Context['load']>>) {
  const { env, home } = context.io;
  const credentials = await readCredentials(options, env, context.secrets, home);
  const config = context.session(cluster, credentials, options);
  const result = await context.progress.during('Reading the live cluster', () =>
    context.engine.look(config, runOptions(options)),
  );
  return result.plan;
}

export function runOptions(options: SelectionOptions & RunFlags): RunOptions {
  return {
    ...DEFAULT_OPTIONS,
    servers: options.servers,
    rotate: options.rotate,
    force: options.force ?? false,
    gone: options.hostIsGone,
    allowUndersized: options.allowUndersized ?? false,
    ...(options.installSshKey && { installSshKey: true }),
    ...(options.dataflowTokenPath !== undefined && { dataflowTokenPath: options.dataflowTokenPath }),
  };
}
