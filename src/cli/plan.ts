import { selectServers } from '../cluster/select';
import type { Cluster } from '../cluster/types';
import { DEFAULT_OPTIONS } from '../deploy/options';
import type { RunOptions } from '../deploy/run';
import { blocksAll, isBlocking } from '../finding';
import { InputError } from '../input-error';
import { planDocument } from '../plan/document';
import { forServers } from '../plan/plan';
import type { Plan } from '../plan/types';
import { renderTerminal } from '../render/terminal';
import { list } from '../text/list';
import type { Context } from './context';
import { EXIT } from './exit-code';
import { checkOut, otherFiles } from './files';
import type { ConnectionOptions, FileOptions, RunFlags, SelectionOptions } from './options';

export type PlanOptions = FileOptions &
  ConnectionOptions &
  SelectionOptions &
  RunFlags & { base?: string; exitCode?: boolean };

/** Shows what a deploy would do. Changes nothing. */
export async function plan(context: Context, options: PlanOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const cluster = await context.load(options.file);
  selectServers(
    cluster,
    options.servers.filter((name) => !options.hostIsGone.includes(name)),
  );
  const made =
    options.base === undefined
      ? await livePlan(context, options, cluster)
      : await offlinePlan(context, options, options.base, cluster);
  await context.result(planDocument(made), options.out);
  if (!context.options.json)
    context.say(renderTerminal(context.secrets.redactIn(made), context.terminal(cluster, options.file)));
  if (isHindered(made, options.servers)) return EXIT.hindered;
  return options.exitCode && made.changes.length + made.changedSettings.length > 0 ? EXIT.changes : EXIT.ok;
}

/** Whether something that was asked for is blocked, or could not be seen. */
function isHindered({ changes, warnings }: Plan, servers: readonly string[]): boolean {
  const touched = new Set(changes.map(({ server }) => server));
  return warnings
    .filter(isBlocking)
    .some(
      (finding) =>
        blocksAll(finding) ||
        servers.length === 0 ||
        changes.some(({ id }) => id === finding.change) ||
        (finding.server !== undefined && (servers.includes(finding.server) || touched.has(finding.server))),
    );
}

/** What of a plan only the live cluster can tell */
const LIVE_ONLY: readonly (readonly [flag: string, given: (options: PlanOptions) => boolean])[] = [
  ['--host-is-gone', ({ hostIsGone }) => hostIsGone.length > 0],
  ['--rotate', ({ rotate }) => rotate.length > 0],
  ['--force', ({ force }) => force === true],
  ['--dataflow-token-path', ({ dataflowTokenPath }) => dataflowTokenPath !== undefined],
  ['--allow-undersized', ({ allowUndersized }) => allowUndersized === true],
  ['--install-ssh-key', ({ installSshKey }) => installSshKey === true],
  ['--heal', ({ heal }) => heal === true],
];

async function offlinePlan(context: Context, options: PlanOptions, base: string, cluster: Cluster): Promise<Plan> {
  const given = LIVE_ONLY.filter(([, isGiven]) => isGiven(options)).map(([flag]) => flag);
  if (given.length > 0)
    throw new InputError(
      `${list(given)} ${given.length === 1 ? 'is' : 'are'} about the live cluster, and --base compares two files without it: leave out the one or the other`,
    );
  const made = await context.engine.offlinePlan(await context.load(base, '--base FILE'), cluster);
  const selected = selectServers(cluster, options.servers);
  if (options.servers.length === 0) return made;
  return forServers(made, {
    names: new Set(selected.map(({ name }) => name)),
    roles: new Set(selected.map(({ role }) => role)),
  });
}

async function livePlan(context: Context, options: PlanOptions, cluster: Cluster): Promise<Plan> {
  const credentials = await context.credentials(options);
  const config = context.session(cluster, credentials, options);
  const result = await context.seeing(() => context.engine.look(config, runOptions(options)));
  return result.plan;
}

export function runOptions(options: SelectionOptions & RunFlags): RunOptions {
  return {
    ...DEFAULT_OPTIONS,
    servers: options.servers,
    rotate: options.rotate,
    force: options.force ?? false,
    gone: options.hostIsGone,
    strictGone: true,
    allowUndersized: options.allowUndersized ?? false,
    ...(options.installSshKey && { installSshKey: true }),
    ...(options.heal && { heal: 'too' as const }),
    ...(options.dataflowTokenPath !== undefined && { dataflowTokenPath: options.dataflowTokenPath }),
  };
}
