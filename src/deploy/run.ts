import { ROLES } from '../cluster/roles';
import { selectServers } from '../cluster/select';
import { isBlocking, type Finding } from '../finding';
import { controlPlane } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { digestsIn } from '../plan/fingerprint';
import { makePlan } from '../plan/plan';
import { reviewedCheck, type Reviewed } from '../plan/review';
import type { Plan } from '../plan/types';
import { emptyRecord } from '../stages/cluster-record';
import { departing, moved } from '../stages/departing';
import { dismissStandIns } from '../stages/drain';
import { blockerOf, unhindered } from '../plan/held';
import { waitsForWindow } from '../stages/findings';
import { isCurrent, isRecent, serversOf, toHandOn, type Handed, type Seen, type StepConfig } from '../stages/handed';
import { FirewallBatch } from '../stages/firewall-batch';
import { Identity } from '../stages/identity';
import { findServer } from '../stages/names';
import type { Looking } from '../stages/observe';
import { closeSession, openSession } from '../stages/open-session';
import { Portal } from '../stages/portal';
import { outOfCalls } from '../stages/record';
import { keepRecord } from '../stages/record-keeper';
import type { Run } from '../stages/run';
import type { RunIdentity, Session, SessionConfig } from '../stages/session';
import { forgetStopped, observeOnly, observeStarted } from './after-backup';
import { applyChanges, type Hindrance } from './apply';
import { stagesAtWork } from './at-work';
import { sighted } from './sightings';
import { releaseOwn, withLock } from '../stages/lock';
import { noteRun } from './history';
import { lookUpImages } from './images-now';
import type { RunOptions } from './options';
import { endRunningJobs, repairDrained } from './repair';
import type { Deploy, DryRun, RunResult, Work } from './result';
import { askedFor, isAsked, planned, type Planned } from './planning';
import { recordAfter, recordBefore, recordDeployed } from './records';
import { waitOf } from './skip';
import { lookAgain, type Concern, type Doubted } from './look-again';
import { messageOf } from '../unknown';

export { DEFAULT_OPTIONS } from './options';
export type { RunResult } from './result';
export type { RunIdentity, RunOptions, Session, SessionConfig, StepConfig };

/** Gets the plan once it is made and before anything of it is done, the lock held. false: nothing is begun. */
export type Begin = (plan: Plan) => Promise<boolean>;

/** Looks and plans: nothing is changed, no lock is taken. For people, unless it is said otherwise: also as callers do. */
export async function lookOnly(
  config: StepConfig,
  options: RunOptions,
  looking: Looking = { outside: true },
): Promise<DryRun> {
  const session = openSession(config);
  try {
    checkServers(session, options);
    // For people everything is looked at; a step of a job that shows what it would do goes by what was seen.
    const handed = looking.outside || options.heal ? undefined : await handedTo(config, session);
    const observed = handed && isCurrent(handed, session.now()) ? handed.observed : await observeOnly(session, looking);
    const seen = observed === handed?.observed ? handed : await handOn(config, session, { observed });
    const made = await planned(session, options.heal ? await sighted(session, observed, false) : observed, options);
    const isCertain = seen !== undefined && isCurrent(seen, session.now());
    return dryRun(session, { ...made, selected: await lookUpImages(session, made.selected) }, isCertain);
  } finally {
    await closeSession(session);
  }
}

/** Observes, plans and, unless it is a dry run, applies: what every action and the CLI do, with other stages. */
export async function runStages(config: StepConfig, options: RunOptions, begin?: Begin): Promise<RunResult> {
  if (options.dryRun) return lookOnly(config, options, { outside: false });
  const session = openSession(config);
  try {
    checkServers(session, options);
    const handed = begin || options.heal ? undefined : await handedTo(config, session);
    const made = handed && (await planned(session, handed.observed, options));
    const idle = made && (await nothingToDo(session, handed, made, options));
    if (idle) return idle;
    // Whoever dies from here on leaves nothing behind that says how the cluster was.
    await config.looks?.drop();
    config.locks?.();
    // While the lock is taken on the main server, all others are connected to.
    const again = made && doubt(handed, concern(session, made));
    session.hosts.prepare([
      ...controlPlane(session.cluster).pbxMachines,
      ...session.cluster.servers.filter(({ name }) => !again || again.doubtful.has(name)),
    ]);
    const { result } = await withLock(
      session,
      async (held, undisturbed) => {
        const doubted = undisturbed ? again : undefined;
        const { result, isOver, ...seen } = await deploy(held, options, config.concurrency, begin, doubted);
        await handOn(config, held, { ...seen, lock: isOver ? 'given-back' : 'held' });
        return { result, isOver };
      },
      { isOver: ({ isOver }) => isOver, released: () => config.unlocks?.() },
    );
    return result;
  } finally {
    await closeSession(session);
  }
}

/** What the changes of a run are about */
function concern({ cluster }: Session, { selected: { changes } }: Planned): Concern {
  return { servers: serversOf(cluster, changes), isNoticed: changes.some(({ impact }) => impact !== 'none') };
}

const doubt = (handed: Handed, { servers, isNoticed }: Concern): Doubted => ({
  handed,
  doubtful: new Set([...handed.stale.hosts, ...servers]),
  isNoticed,
});

/** What the last step of the job saw, not too long ago */
async function handedTo({ looks }: StepConfig, session: Session): Promise<Handed | undefined> {
  const handed = await looks?.read();
  return handed && isRecent(handed, session.now()) ? handed : undefined;
}

/** Gives what was seen, and what became of it, to the next step of the job, where there is one; undefined: it may not be given. */
async function handOn({ looks }: StepConfig, session: Session, seen: Seen): Promise<Handed | undefined> {
  if (session.signal.aborted) return undefined;
  const handed = toHandOn(session.cluster, session.now(), seen);
  await (handed ? looks?.keep(handed) : looks?.drop());
  return handed;
}

/**
 * What a step comes to that has nothing to do by what the last one saw, and nobody is asked. Undefined: it may have, or nobody can tell. What
 * was seen without the lock is believed only where there is nothing at all to do: whoever has something to do looks with it, first.
 */
async function nothingToDo(
  session: Session,
  handed: Handed,
  made: Planned,
  options: RunOptions,
): Promise<Deploy | undefined> {
  if (!isCurrent(handed, session.now())) return undefined;
  const { plan, selected } = made;
  if (selected.changes.length > 0 || (handed.lockedAt === undefined && plan.changes.length > 0)) return undefined;
  const run = startRun(session, made, options);
  const nothing: Work = { done: [], failed: [], skipped: [] };
  const before = run.record.current;
  const after = recordDeployed(
    recordAfter(recordBefore(before, made, run, [], options), made, run, nothing, options),
    made,
    run,
    nothing,
    options,
  );
  if (JSON.stringify(after) !== JSON.stringify(before)) return undefined;
  session.log.debug('Nobody is asked: by what the step before saw there is nothing to do');
  return ended(made, run, nothing, options);
}

/** A name that is not in the file is told before anybody is asked anything. */
function checkServers({ cluster }: Session, { servers, gone }: RunOptions): void {
  selectServers(
    cluster,
    servers.filter((name) => !gone.includes(name)),
  );
}

/**
 * Gives back what a cancelled run of the same identity still holds: servers that it drained take calls again, the lock is
 * released. Gives the names of those that stay out of calls, for the next deploy.
 */
export async function releaseHeld(config: SessionConfig): Promise<string[]> {
  const session = openSession(config);
  try {
    return (await releaseOwn(session, () => repairDrained(session))) ?? [];
  } finally {
    await closeSession(session);
  }
}

function dryRun({ cluster }: Session, { observed, plan, selected, whole }: Planned, isCertain: boolean): DryRun {
  const { live } = observed;
  const { record } = live;
  const leaving = [...departing(cluster, record, live.portal.servers), ...moved(cluster, record)];
  return {
    kind: 'dry-run',
    seen: {
      all: plan,
      unasked: () => makePlan(cluster, live),
      leaving,
      atWork: () => stagesAtWork(cluster, { plan, leaving, record, isCertain }),
      ...(record?.deployed && { deployedCommit: record.deployed }),
    },
    plan: selected,
    whole,
    ok: !selected.warnings.some(isBlocking),
    findings: [],
  };
}

/** What a run came to, and how it found and left the cluster. */
type Ran = Omit<Seen, 'lock'> & {
  result: RunResult;
  /** There was nothing to do for anybody, in no stage, and that is written down: no step of a job that comes after it has anything to do. */
  isOver: boolean;
};

/** Under a lock that is held: what `runStages` does of a deploy. */
export async function deploy(
  session: Session,
  options: RunOptions,
  concurrency: number,
  begin?: Begin,
  doubted?: Doubted,
): Promise<Ran> {
  const began = session.now();
  const again =
    doubted &&
    (await lookAgain(session, doubted, async (seen) => concern(session, await planned(session, seen, options))));
  let observed = again ?? (await observeStarted(session));
  // First wait for a script that an earlier run left running: what it leaves behind decides what is still to do.
  if (await endRunningJobs(session, observed.live)) observed = await observeStarted(session);
  await forgetStopped(session, observed.live);
  if (options.heal) observed = await sighted(session, observed, true);
  const first = await planned(session, observed, options);
  // Whoever is asked sees what the images are; whoever was asked before has said what they have to be.
  const made = begin ? { ...first, selected: await lookUpImages(session, first.selected) } : first;
  const { plan, selected } = made;
  if (begin && !(await begin(selected))) return { result: dryRun(session, made, false), isOver: false, observed };
  const images = { ...digestsIn(selected.images), ...options.reviewed?.images };
  const run = startRun(session, made, options);
  const hindrance = hindrances(plan, run, options.reviewed);
  const begun = unhindered(selected.changes, hindrance);
  await run.record.update((before) => recordBefore(before, made, run, begun, options));
  const outcome = await applyChanges(selected.changes, plan.changes, run, hindrance, { concurrency, images });
  await dismissStandIns(run);
  await run.record.update((before) => recordAfter(before, made, run, outcome, options));
  const endedAt = session.now();
  const interrupted = session.signal.aborted && outcome.failed.length + outcome.skipped.length > 0;
  await Promise.all([
    run.record
      .update((before) => noteRun(before, session.run, { began, ended: endedAt, interrupted }, outcome))
      .catch((error: unknown) =>
        session.log.warning(`What this run did is missing in the log of runs: ${messageOf(error)}`),
      ),
    run.record.update((before) => recordDeployed(before, made, run, outcome, options)),
  ]);
  const result = await ended(made, run, outcome, options);
  return {
    result: { ...result, ...(interrupted && { interrupted }) },
    isOver: result.ok && plan.changes.length === 0,
    observed,
    changes: [...outcome.done, ...outcome.failed].map(({ change }) => change),
    goesOn: outcome.failed.some(({ end }) => end !== undefined),
    record: run.record,
  };
}

async function ended(made: Planned, run: Run, work: Work, options: RunOptions): Promise<Deploy> {
  const { session, record, tokens } = run;
  const { selected, whole } = made;
  const imToken = await currentImToken(run, options);
  return {
    kind: 'deploy',
    plan: selected,
    whole,
    ok: isOk(session, selected, work, options),
    ...work,
    tokens: { ...tokens, ...(imToken && { im: imToken }) },
    findings: [],
    ...((options.stages || options.servers.length > 0) && { partial: true }),
    outOfCalls: outOfCalls(session.cluster, record.current),
  };
}

function startRun(session: Session, { observed: { live }, diffOptions }: Planned, { imToken }: RunOptions): Run {
  const { cluster, hosts, log } = session;
  const plane = controlPlane(cluster);
  const nodes = plane.pbxMachines.filter(({ address }) => {
    const facts = live.nodes?.get(address);
    return isReachable(facts) && isKnown(facts.firewall) && facts.firewall.running;
  });
  return {
    session,
    plane,
    live,
    who: new Identity(cluster, live, diffOptions.gone),
    options: { ...diffOptions, ...(imToken && { imToken }) },
    record: keepRecord(session, live.record ?? emptyRecord(cluster.name)),
    firewall: new FirewallBatch(hosts.host(cluster.pbx.machine), ...nodes.map((node) => hosts.host(node))),
    portal: new Portal(live.portal.servers),
    tokens: {},
    turns: new Map(),
    away: new Set(),
    standIns: new Set(),
    progress: (id, message) => log.change({ id, state: 'progress', message }),
  };
}

function isOk(session: Session, plan: Plan, { failed, skipped }: Work, options: RunOptions): boolean {
  const { cluster } = session;
  const { stages } = options;
  const touched = new Set(plan.changes.map(({ server }) => server));
  // What keeps a server from leaving matters to the step that removes servers, not to each of a job.
  const asked = askedFor(session, options);
  const concerns = ({ server, change }: Finding) => {
    // A step of a job that has no part in it goes well.
    if (change !== undefined) return options.backup !== undefined || plan.changes.some(({ id }) => id === change);
    if (server === undefined || touched.has(server)) return true;
    if (stages && !findServer(cluster, server) && !stages.includes('remove')) return false;
    return asked === undefined || (!stages && asked.names.has(server));
  };
  // What a person asked for is not written down as owed: nothing would do it when the window opens.
  const waits = skipped.map(({ skip }) => waitOf(skip));
  return (
    failed.length === 0 &&
    waits.every((wait) => wait && !(isAsked(options) && wait === 'window')) &&
    !plan.warnings.some((finding) => isBlocking(finding) && concerns(finding))
  );
}

function hindrances(plan: Plan, run: Run, reviewed: Reviewed | undefined): Hindrance {
  const { cluster } = run.session;
  const blocker = blockerOf(plan);
  const isReviewed = reviewed ? reviewedCheck(plan, reviewed) : () => true;
  return (change) => {
    const by = blocker(change);
    if (by) return { why: 'blocked', by };
    if (!isReviewed(change)) return { why: 'unreviewed' };
    // Windows close while a run waits for calls to end.
    const now = { ...run.live, at: run.session.now() };
    return waitsForWindow({ cluster, live: now, options: run.options }, change) ? { why: 'window' } : undefined;
  };
}

async function currentImToken(run: Run, options: RunOptions): Promise<string | undefined> {
  const { servers } = run.session.cluster;
  const wanted =
    options.stages?.includes('token') && servers.some(({ role }) => ROLES[role].token?.source === 'portal');
  return wanted ? (run.tokens.im ?? run.session.pbx.imToken()) : undefined;
}
