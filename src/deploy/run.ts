import { ROLES } from '../cluster/roles';
import { selectServers } from '../cluster/select';
import { blocksAll, isBlocking, type Finding } from '../finding';
import { controlPlane } from '../host/control-plane';
import { InputError } from '../input-error';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import type { Live } from '../stages/live';
import { digestsIn } from '../plan/fingerprint';
import { forServers, makePlan, narrow, type Selected } from '../plan/plan';
import { otherSettings, reviewedCheck, type Reviewed } from '../plan/review';
import type { Plan } from '../plan/types';
import { stageOf } from '../stages';
import type { Change } from '../stages/change';
import { emptyRecord, type ClusterRecord } from '../stages/cluster-record';
import { departing, moved } from '../stages/departing';
import { dismissStandIns } from '../stages/drain';
import { blockerOf, unhindered } from '../plan/held';
import { waitsForWindow } from '../stages/findings';
import { FirewallBatch } from '../stages/firewall-batch';
import { goneProblems, notGone } from '../stages/gone';
import { HEALTH, heals, withoutWell } from '../stages/heal';
import { Identity } from '../stages/identity';
import { findServer } from '../stages/names';
import type { Looking, Observed } from '../stages/observe';
import { closeSession, openSession } from '../stages/open-session';
import { Portal } from '../stages/portal';
import { withoutClosed } from '../stages/firewall';
import { mayBeAt, stillThere } from '../stages/left-behind';
import { claim, forget, inherit, listing, outOfCalls, withoutGivenBack, withSettings } from '../stages/record';
import { keepRecord } from '../stages/record-keeper';
import type { Run } from '../stages/run';
import type { RunIdentity, Session, SessionConfig } from '../stages/session';
import type { DiffOptions } from '../stages/diff-options';
import { forgetStopped, observeOnly, observeStarted } from './after-backup';
import { applyChanges, type Hindrance } from './apply';
import { sighted } from './sightings';
import { releaseOwn, withLock } from '../stages/lock';
import { noteRun } from './history';
import { lookUpImages } from './images-now';
import type { RunOptions } from './options';
import { endRunningJobs, repairDrained } from './repair';
import type { DryRun, RunResult, Work } from './result';
import { waitOf } from './skip';
import { list } from '../text/list';
import { messageOf } from '../unknown';

export { DEFAULT_OPTIONS } from './options';
export type { RunResult } from './result';
export type { RunIdentity, RunOptions, Session, SessionConfig };

/** Gets the plan once it is made and before anything of it is done, the lock held. false: nothing is begun. */
export type Begin = (plan: Plan) => Promise<boolean>;

/** Looks and plans: nothing is changed, no lock is taken. For people, unless it is said otherwise: also as callers do. */
export async function lookOnly(
  config: SessionConfig,
  options: RunOptions,
  looking: Looking = { outside: true },
): Promise<DryRun> {
  const session = openSession(config);
  try {
    checkServers(session, options);
    const observed = await observeOnly(session, looking);
    const made = planned(session, options.heal ? await sighted(session, observed, false) : observed, options);
    return dryRun(session, { ...made, selected: await lookUpImages(session, made.selected) });
  } finally {
    await closeSession(session);
  }
}

/** Observes, plans and, unless it is a dry run, applies: what every action and the CLI do, with other stages. */
export async function runStages(config: SessionConfig, options: RunOptions, begin?: Begin): Promise<RunResult> {
  if (options.dryRun) return lookOnly(config, options, { outside: false });
  const session = openSession(config);
  try {
    checkServers(session, options);
    // While the lock is taken on the main server, all others are connected to.
    session.hosts.prepare([...controlPlane(session.cluster).pbxMachines, ...session.cluster.servers]);
    return await withLock(session, (held) => deploy(held, options, config.concurrency, begin));
  } finally {
    await closeSession(session);
  }
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

interface Planned {
  observed: Observed;
  /** Everything */
  plan: Plan;
  /** What was asked for */
  selected: Plan;
  /** The same servers, in all stages */
  whole: Plan;
  diffOptions: DiffOptions;
}

function planned(session: Session, observed: Observed, options: RunOptions): Planned {
  const { rotate, dataflowTokenPath, restart, backup, force, gone, allowUndersized, installSshKey, heal } = options;
  const diffOptions: DiffOptions = {
    rotate,
    force,
    gone,
    allowUndersized,
    ...(dataflowTokenPath && { dataflowTokenPath }),
    ...(restart && { restart }),
    ...(backup && { backup }),
    ...(installSshKey && { installSshKey }),
    ...(heal && { heal }),
  };
  const servers = askedFor(session, options);
  const made = makePlan(session.cluster, observed.live, diffOptions);
  const plan = {
    ...made,
    warnings: [
      ...observed.findings,
      ...goneFindings(session, observed, options),
      ...undeployed(made, options),
      ...made.warnings,
    ],
  };
  const asked = servers ? forServers(plan, servers) : plan;
  const { stages } = options;
  const staged = stages ? narrow(asked, (change) => stages.includes(stageOf(change))) : asked;
  const selected = heal === 'only' ? onlyHealing(staged) : about(staged, session, options);
  return { observed, plan, selected, whole: isAsked(options) ? selected : asked, diffOptions };
}

/** A restart or a backup that a person asks for stands for itself, whatever else the cluster may need: it deploys nothing. */
function isAsked({ restart, backup }: RunOptions): boolean {
  return restart !== undefined || backup !== undefined;
}

/** Of a restart or a backup of some, what is wrong with others is not told. */
function about(plan: Plan, { cluster }: Session, { restart, backup }: RunOptions): Plan {
  const asked = [...(restart ? [...restart.servers, ...restart.roles] : []), ...(backup?.names ?? [])];
  if (asked.length === 0) return plan;
  const names = new Set([
    ...cluster.servers.filter(({ name, role }) => asked.includes(name) || asked.includes(role)).map(({ name }) => name),
    ...plan.changes.flatMap(({ server }) => server ?? []),
  ]);
  return { ...plan, warnings: plan.warnings.filter(({ server }) => server === undefined || names.has(server)) };
}

function goneFindings({ cluster }: Session, { live }: Observed, { gone, strictGone }: RunOptions): Finding[] {
  const problems = goneProblems(cluster, live, gone);
  if (strictGone && problems.length > 0)
    throw new InputError(problems.map((problem) => `--host-is-gone: ${problem}`).join('\n'));
  return problems.map(notGone);
}

function undeployed({ changedSettings }: Plan, { asDeployed, backup }: RunOptions): Finding[] {
  if (!asDeployed || changedSettings.length === 0) return [];
  const names = [...new Set(changedSettings.map(({ name }) => name))];
  const [one, has] = [names.length === 1, names.length === 1 ? 'has' : 'have'];
  return [
    {
      code: 'settings-not-deployed',
      severity: 'blocking',
      message: `${list(names, 30)} ${has} changed since the last deploy, and nothing is ${backup ? 'backed up' : 'restarted'} with ${one ? 'a setting' : 'settings'} that no deploy has carried out: deploy the cluster file first`,
    },
  ];
}

/** What else there is to do, and what is in its way, is for a deploy. */
function onlyHealing(plan: Plan): Plan {
  return { ...narrow(plan, heals), warnings: plan.warnings.filter(({ code }) => HEALTH.includes(code)) };
}

function dryRun({ cluster }: Session, { observed, plan, selected, whole }: Planned): DryRun {
  const { live } = observed;
  const leaving = [...departing(cluster, live.record, live.portal.servers), ...moved(cluster, live.record)];
  return {
    kind: 'dry-run',
    seen: {
      all: plan,
      unasked: () => makePlan(cluster, live),
      leaving,
      ...(live.record?.deployed && { deployedCommit: live.record.deployed }),
    },
    plan: selected,
    whole,
    ok: !selected.warnings.some(isBlocking),
    findings: [],
  };
}

/** undefined: all servers, also those that left the cluster file. */
function askedFor({ cluster }: Session, { servers, gone }: RunOptions): Selected | undefined {
  if (servers.length === 0) return undefined;
  const selectors = servers.filter((name) => !gone.includes(name));
  // No selectors would mean all.
  const selected = selectors.length > 0 ? selectServers(cluster, selectors) : [];
  return {
    names: new Set([...selected.map(({ name }) => name), ...servers]),
    roles: new Set(selected.map(({ role }) => role)),
  };
}

/** Under a lock that is held: what `runStages` does of a deploy. */
export async function deploy(
  session: Session,
  options: RunOptions,
  concurrency: number,
  begin?: Begin,
): Promise<RunResult> {
  const began = session.now();
  let observed = await observeStarted(session);
  // First wait for a script that an earlier run left running: what it leaves behind decides what is still to do.
  if (await endRunningJobs(session, observed.live)) observed = await observeStarted(session);
  await forgetStopped(session, observed.live);
  if (options.heal) observed = await sighted(session, observed, true);
  const first = planned(session, observed, options);
  // Whoever is asked sees what the images are; whoever was asked before has said what they have to be.
  const made = begin ? { ...first, selected: await lookUpImages(session, first.selected) } : first;
  const { plan, selected, whole } = made;
  if (begin && !(await begin(selected))) return dryRun(session, made);
  const images = { ...digestsIn(selected.images), ...options.reviewed?.images };
  const { live } = observed;
  const { cluster } = session;
  const run = startRun(session, made, options);
  const hindrance = hindrances(plan, run, options.reviewed);
  const begun = unhindered(selected.changes, hindrance);
  const kept = keepsSettings(selected, begun, live, options) ? withSettings : (before: ClusterRecord) => before;
  // A record that cannot be read is left as it is, for a person to look at.
  const damaged = !live.record && isReachable(live.main) && live.main.record !== undefined;
  // Who heals deploys nothing.
  const deploys = options.heal !== 'only';
  const writes = deploys && (!damaged || begun.length > 0);
  if (writes)
    await run.record.update((before) => {
      const mine = inherit(withoutClosed(before, run), cluster, run.who, live.others);
      const claimed = begun.length > 0 ? claim(mine, begun, cluster, run.plane, live) : mine;
      const listed = listing(claimed, cluster, live, (server) => run.who.contested(server) !== undefined);
      return kept(withoutWell(withoutGivenBack(listed, cluster, live), cluster, live), cluster);
    });
  const outcome = await applyChanges(selected.changes, plan.changes, run, hindrance, { concurrency, images });
  await dismissStandIns(run);
  if (deploys && live.record && (!options.stages || options.stages.includes('remove'))) {
    const remaining = stillThere(run, plan, new Set(outcome.done.map(({ change }) => change.id)));
    await run.record.update((before) =>
      forget(before, cluster, remaining, (name, address) => mayBeAt(run, name, address)),
    );
  }
  const ended = session.now();
  const interrupted = session.signal.aborted && outcome.failed.length + outcome.skipped.length > 0;
  await Promise.all([
    run.record
      .update((before) => noteRun(before, session.run, { began, ended, interrupted }, outcome))
      .catch((error: unknown) =>
        session.log.warning(`What this run did is missing in the log of runs: ${messageOf(error)}`),
      ),
    ...(writes ? [noteDeployed(run, plan, outcome, options)] : []),
  ]);
  const imToken = await currentImToken(run, options);
  return {
    kind: 'deploy',
    plan: selected,
    whole,
    ok: isOk(session, selected, outcome, options),
    ...outcome,
    tokens: { ...run.tokens, ...(imToken && { im: imToken }) },
    findings: [],
    ...((options.stages || options.servers.length > 0) && { partial: true }),
    ...(interrupted && { interrupted }),
    outOfCalls: outOfCalls(cluster, run.record.current),
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

/** Writes down the commit once nothing of the whole plan is left: what comes after it is what the next deploy is about. */
async function noteDeployed(run: Run, plan: Plan, { done }: Work, options: RunOptions): Promise<void> {
  const ids = new Set(done.map(({ change }) => change.id));
  if (isAsked(options) || plan.warnings.some(isBlocking) || !plan.changes.every(({ id }) => ids.has(id))) return;
  const { commit } = run.session.run;
  await run.record.update(({ deployed: _, ...before }) => ({ ...before, ...(commit && { deployed: commit }) }));
}

/**
 * Whether the record is to say that things are done as the cluster file says now: when something of it is done, or just that
 * is different. A restart that a person asks for deploys nothing.
 */
function keepsSettings(plan: Plan, begun: readonly Change[], { record }: Live, options: RunOptions): boolean {
  const { reviewed } = options;
  if (isAsked(options) || (reviewed && otherSettings(plan, reviewed).length > 0)) return false;
  const blocked = plan.warnings.some(blocksAll);
  const unknown = !record?.settings;
  return !blocked && (begun.length > 0 || plan.changedSettings.length > 0 || unknown);
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
