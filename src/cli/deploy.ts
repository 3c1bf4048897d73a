import type { Cluster } from '../cluster/types';
import { InputError } from '../cluster/types';
import { isRole } from '../cluster/roles';
import { selectServers } from '../cluster/select';
import { DEFAULT_OPTIONS } from '../deploy/options';
import { failures, givenUp, goingOn, worked, type Undone } from '../deploy/result';
import type { RunOptions, RunResult, SessionConfig } from '../deploy/run';
import { skipReason } from '../deploy/skip';
import { blocksAll, isBlocking, type Finding } from '../finding';
import { controlPlane } from '../host/control-plane';
import { documenting } from '../plan/document';
import { nextAfter, outcomeLine, skippedByReason, verdict } from '../render/outcome';
import { outOfCallsLines } from '../render/out-of-calls';
import { renderFindings, terminalSteps } from '../render/terminal';
import { inSlices } from '../slices';
import { duration } from '../text/duration';
import { list, plural } from '../text/list';
import { printable } from '../text/printable';
import { messageOf } from '../unknown';
import { deed } from '../render/words';
import { reviewedOf } from '../plan/review';
import { sorted } from '../plan/held';
import type { Plan } from '../plan/types';
import { LOAD_BALANCER_NAME } from '../stages/restart';
import type { DeployDocument } from './documents';
import { objection, readApproved, type Approved, type ApprovedOptions } from './approved';
import type { Context } from './context';
import type { ConnectionOptions, FileOptions, RunFlags, SelectionOptions } from './options';
import { EXIT } from './exit-code';
import { checkOut, otherFiles } from './files';
import { runOptions } from './plan';

export type DeployOptions = FileOptions &
  ConnectionOptions &
  SelectionOptions &
  RunFlags &
  ApprovedOptions & { yes?: boolean };
export type RestartOptions = FileOptions &
  ConnectionOptions &
  SelectionOptions & { yes?: boolean; force?: boolean; pbx?: boolean; reason: string };

/** Makes the live cluster match the cluster file, after asking. */
export async function deploy(context: Context, options: DeployOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const cluster = await context.load(options.file);
  const { servers, hostIsGone } = options;
  selectServers(
    cluster,
    servers.filter((name) => !hostIsGone.includes(name)),
  );
  return run(context, options, cluster, runOptions(options), await readApproved(options, cluster, options.file));
}

/** Restarts servers one after the other, drained, after asking. */
export async function restart(context: Context, options: RestartOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const cluster = await context.load(options.file);
  const { servers, reason, pbx = false, force = false } = options;
  const { drivesPbx, byHand } = controlPlane(cluster);
  const onlyLoadBalancer = servers.length > 0 && servers.every((name) => name === LOAD_BALANCER_NAME);
  if (!drivesPbx && (pbx || onlyLoadBalancer))
    throw new InputError(
      `The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${byHand.restart}`,
    );
  const isGroup = (name: string) => isRole(name) || name === LOAD_BALANCER_NAME;
  const without = servers.filter((name) => isRole(name) && cluster.servers.every(({ role }) => role !== name));
  if (without.length > 0)
    throw new InputError(`There is nothing to restart of ${list(without)}: ${options.file} has no such server`);
  selectServers(
    cluster,
    servers.filter((name) => name !== LOAD_BALANCER_NAME),
  );
  return run(context, options, cluster, {
    ...DEFAULT_OPTIONS,
    stages: ['restart'],
    force,
    restart: { roles: servers.filter(isGroup), servers: servers.filter((name) => !isGroup(name)), pbx, reason },
  });
}

/** Plans, asks where somebody is there to be asked, and does it. */
export async function run(
  context: Context,
  options: FileOptions & ConnectionOptions & { yes?: boolean },
  cluster: Cluster,
  wanted: RunOptions,
  approved?: Approved,
): Promise<number> {
  if (!options.yes && !approved && (!context.io.interactive || options.json))
    throw new InputError(
      wanted.stages === undefined
        ? 'There is no terminal to ask on. Look at the plan first, then give --yes.'
        : 'There is no terminal to ask on: give --yes. At a terminal, what would be done is shown before the question.',
    );
  const credentials = await context.credentials(options);
  const interrupt = new AbortController();
  const config = context.session(cluster, credentials, options, interrupt.signal);

  const may = (plan: Plan) => approved && objection(approved, plan);
  const only = approved && 'plan' in approved ? { ...wanted, reviewed: reviewedOf(approved.plan) } : wanted;
  const ended = interrupt.signal;
  try {
    const result =
      options.yes || approved
        ? await atOnce(context, config, only, options.file, interrupt, may)
        : await afterAsking(context, config, wanted, options.file, interrupt);
    if (!result) return ended.aborted ? EXIT.interrupted : EXIT.failed;
    await context.result(forPrograms(result), options.out);
    if (verdict(result).ok) return EXIT.ok;
    return ended.aborted ? EXIT.interrupted : EXIT.failed;
  } catch (error) {
    if (!ended.aborted) throw error;
    context.progress.close();
    context.say(`Interrupted: ${printable(messageOf(error))}`);
    return EXIT.interrupted;
  }
}

/** undefined: nobody wanted it. What comes up while somebody thinks about the plan was not shown, and is not done. */
async function afterAsking(
  context: Context,
  config: SessionConfig,
  wanted: RunOptions,
  file: string,
  interrupt: AbortController,
): Promise<RunResult | undefined> {
  const { plan } = await context.reading(() => context.engine.look(config, wanted));
  if (!(await shown(context, config, plan, file))) return untouched(plan);
  if (!(await confirmed(context))) {
    context.say('Nothing was done.');
    return undefined;
  }
  context.say('');
  return apply(context, config, { ...wanted, reviewed: reviewedOf(plan) }, { plan, file, interrupt });
}

/** Without a question in between, the cluster is read once, with the lock held. `may`: what speaks against the plan. */
async function atOnce(
  context: Context,
  config: SessionConfig,
  wanted: RunOptions,
  file: string,
  interrupt: AbortController,
  may: (plan: Plan) => string | undefined,
): Promise<RunResult | undefined> {
  const { io, progress, engine } = context;
  return interruptible(context, interrupt, async () => {
    let startedAt = io.now();
    let known: Plan | undefined;
    let refused: string | undefined;
    let read = () => {};
    const isRead = new Promise<void>((resolve) => (read = resolve));
    const reading = progress.during('Reading the live cluster', () => isRead);
    const end = () => {
      read();
      return reading;
    };
    const begin = async (plan: Plan): Promise<boolean> => {
      await end();
      if (!(await shown(context, config, plan, file))) return false;
      refused = may(plan);
      context.say(refused === undefined ? '' : `\n${context.colors.red(refused)}`);
      if (refused !== undefined) return false;
      known = plan;
      startedAt = io.now();
      progress.expect(plan.changes);
      return true;
    };
    const result = await engine.deploy(config, wanted, begin).finally(end);
    if (refused !== undefined) return undefined;
    if (!known) return untouched(result.plan);
    progress.close();
    conclude(context, config.cluster, result, { shown: known.warnings, elapsedMs: io.now() - startedAt, file });
    return result;
  });
}

/** Shows the plan; false: there is nothing to begin. */
async function shown(context: Context, { cluster }: SessionConfig, plan: Plan, file: string): Promise<boolean> {
  context.say(await inSlices(terminalSteps(context.secrets.redactIn(plan), context.terminal(cluster, file))));
  const stop = before(plan);
  if (stop?.say) context.say(stop.say);
  return stop === undefined;
}

/** What came of a plan of which nothing was begun. */
function untouched(plan: Plan): RunResult {
  const ok = before(plan)?.exitCode === 0;
  return { kind: 'deploy', plan, ok, done: [], failed: [], skipped: [], tokens: {}, findings: plan.warnings };
}

/** Why there is nothing to begin. */
function before(plan: Plan): { exitCode: number; say?: string } | undefined {
  const { changes, changedSettings, warnings } = plan;
  const blocking = warnings.filter(isBlocking);
  const { doable, held } = sorted(plan);
  if (blocking.some(blocksAll) || (held.length > 0 && doable.length === 0))
    return { exitCode: 1, say: 'Nothing can be done until what is blocked above is resolved.' };
  if (changes.length + changedSettings.length === 0) return { exitCode: blocking.length > 0 ? 1 : 0 };
  return undefined;
}

async function confirmed(context: Context): Promise<boolean> {
  const { bold } = context.colors;
  context.say(`\n${bold('Do you want to perform these actions?')} Only 'yes' will be accepted.`);
  return (await context.io.ask('> '))?.trim() === 'yes';
}

/** Does what was planned, with progress; Ctrl-C once begins nothing new, twice leaves. */
export async function apply(
  context: Context,
  config: SessionConfig,
  wanted: RunOptions,
  { plan, file, interrupt }: { plan: Plan; file: string; interrupt: AbortController },
): Promise<RunResult> {
  const { io, progress, engine } = context;
  return interruptible(context, interrupt, async () => {
    const startedAt = io.now();
    progress.expect(plan.changes);
    const result = await engine.deploy(config, wanted);
    progress.close();
    conclude(context, config.cluster, result, { shown: plan.warnings, elapsedMs: io.now() - startedAt, file });
    return result;
  });
}

async function interruptible<T>(context: Context, interrupt: AbortController, work: () => Promise<T>): Promise<T> {
  const { io, progress } = context;
  const release = io.onInterrupt(() => {
    if (interrupt.signal.aborted) {
      progress.close();
      const going = progress.inProgress();
      context.say(
        going.length === 0
          ? 'Interrupted. Nothing is running on the hosts; the next run carries on.'
          : `Interrupted. What runs on the hosts goes on to its end: ${list(going, 8)}. The next run picks it up; a server that was out of calls stays out till then, and \`portsip-cluster status\` names it.`,
      );
      io.exit(EXIT.interrupted);
    }
    interrupt.abort();
    const going = progress.inProgress();
    progress.info('Stopping: nothing new is begun. Press Ctrl-C again to leave at once.');
    if (going.length > 0)
      progress.info(
        `In progress: ${list(going, 8)}. What a host is at work on goes on there to its end; what still waits for calls is given up.`,
      );
  });
  try {
    return await work();
  } finally {
    progress.close();
    release();
  }
}

function conclude(
  context: Context,
  cluster: Cluster,
  result: RunResult,
  { shown, elapsedMs, file }: { shown: readonly Finding[]; elapsedMs: number; file: string },
): void {
  const { bold, green, red, yellow } = context.colors;
  const { ok } = verdict(result);
  const work = worked(result);
  const known = new Set(shown.map(({ message }) => message));
  const unexpected = result.findings.filter(({ severity, message }) => severity !== 'note' && !known.has(message));
  context.say('');
  if (unexpected.length > 0)
    context.say(renderFindings(context.secrets.redactIn(unexpected), { color: context.color }));
  const told = (label: string, { change, message }: Undone) =>
    `${label}: ${printable(deed(change))}: ${printable(message)}`;
  for (const one of failures(work)) context.say(red(told('Failed', one)));
  for (const one of goingOn(work)) context.say(yellow(told('Still at work', one)));
  for (const one of givenUp(work)) context.say(yellow(told('Given up', one)));
  for (const [reason, changes] of skippedByReason(work))
    context.say(
      yellow(
        `Not begun (${printable(reason)}): ${list(
          changes.map((change) => printable(deed(change))),
          8,
        )}`,
      ),
    );
  const paint = ok ? green : red;
  const nothing = work.done.length + work.failed.length + work.skipped.length === 0;
  const what = nothing ? `${plural(result.plan.changedSettings.length, 'setting')} deployed` : outcomeLine(work);
  const { interrupted = false, outOfCalls = [] } = result.kind === 'deploy' ? result : {};
  const left = work.failed.length + work.skipped.length > 0;
  const how = ok ? 'Done' : interrupted ? 'Interrupted' : left ? 'Not all was done' : 'Done, but for what is blocked';
  context.say(bold(paint(`${how}: ${what} in ${duration(elapsedMs)}.`)));
  const options = context.terminal(cluster, file);
  for (const line of outOfCallsLines(outOfCalls, undefined, options)) context.say(yellow(line));
  context.say(nextAfter(result, '--force'));
}

/** A result without the tokens that it may hold. */
export function forPrograms(result: RunResult): DeployDocument {
  const { plan, ok, findings } = result;
  const { done, failed, skipped } = worked(result);
  const [ofDone, ofFailed, ofSkipped] = [documenting(), documenting(), documenting()];
  return {
    version: 1,
    cluster: plan.cluster,
    digest: plan.digest,
    ok,
    done: done.map(({ change, elapsedMs }) => ({ ...ofDone(change), elapsedMs })),
    failed: failed.map(({ change, message, end }) => ({ ...ofFailed(change), message, ...(end && { end }) })),
    skipped: skipped.map(({ change, skip }) => ({ ...ofSkipped(change), skipped: skipReason(skip) })),
    interrupted: result.kind === 'deploy' && result.interrupted === true,
    outOfCalls: (result.kind === 'deploy' && result.outOfCalls) || [],
    findings,
  };
}
