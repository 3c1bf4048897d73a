import { selectServers } from '../cluster/select';
import { pbxMachines } from '../host/commands';
import { closeSession, openSession } from '../stages/open-session';
import { applyChanges, type Hindrance, type Wait } from './apply';
import { Portal, type Run } from '../stages/context';
import { waitsForWindow } from '../stages/diff';
import { dismissStandIns } from '../stages/drain';
import { FirewallBatch } from '../stages/firewall-batch';
import { releaseOwn, withLock } from './lock';
import { findServer } from '../stages/names';
import { observe, type Observed } from '../stages/observe';
import { claim, emptyRecord, forget, keepRecord } from '../stages/record';
import { departing, moved, type Departing } from '../stages/remove';
import { endRunningJobs, repairDrained } from './repair';
import type { Credentials, RunIdentity, Session, SessionConfig } from '../stages/session';
import { isBlocking, isReachable, type Change, type DiffOptions, type Finding } from '../stages/types';
import { forServers, makePlan, narrow, type Selected } from '../plan/plan';
import type { RunOptions } from './options';
import { reviewedCheck, type Reviewed } from '../plan/review';
import type { Plan } from '../plan/types';

export { DEFAULT_OPTIONS } from './options';
export type { Credentials, RunIdentity, RunOptions, Session, SessionConfig };

export interface RunResult {
  plan: Plan;
  /**
   * false when something failed, or was kept from being done by a blocking finding. What waits for the window is fine, but not
   * a restart that a person asked for.
   */
  ok: boolean;
  /** Empty when it was a dry run */
  done: { change: Change; elapsedMs: number }[];
  failed: { change: Change; message: string }[];
  /** Not begun: something it needs failed, the window is closed, the run was cancelled */
  skipped: { change: Change; reason: string; waits?: Wait }[];
  /** The IM token, when the token stage ran. In `secrets`. */
  imToken?: string;
  dataflowToken?: string;
  /** What was found out besides, while it was done */
  findings: Finding[];
  /** Only some stages or servers were asked for: that nothing is left to do is said of those alone. */
  partial?: boolean;
  /** What all stages together have to do for the servers that were asked for, before anything of it was done */
  whole?: Plan;
  /** Of a dry run: what else it saw */
  seen?: Seen;
}

export interface Seen {
  /** Whatever servers and stages were asked for */
  all: Plan;
  /** The same without what was asked for besides: a token, a restart, a host that is gone */
  unasked(): Plan;
  /** Servers that left the cluster file */
  leaving: Departing[];
}

/** Gets the plan once it is made and before anything of it is done, the lock held. false: nothing is begun. */
export type Begin = (plan: Plan) => Promise<boolean>;

/** Observes, plans and, unless it is a dry run, applies: what every action and the CLI do, with other stages. */
export async function runStages(config: SessionConfig, options: RunOptions, begin?: Begin): Promise<RunResult> {
  const session = openSession(config);
  try {
    // A name that is not in the file is told before anybody is asked anything.
    selectServers(
      session.cluster,
      options.servers.filter((name) => !options.gone.includes(name)),
    );
    if (options.dryRun) return dryRun(session, planned(session, await observe(session), options));
    // While the lock is taken on the main server, all others are connected to.
    session.hosts.prepare([...pbxMachines(session.cluster), ...session.cluster.servers]);
    return await withLock(session, (held) => deploy(held, options, config.concurrency, begin));
  } finally {
    await closeSession(session);
  }
}

/** Gives back what a cancelled run of the same identity still holds: servers that it drained take calls again, the lock is released. */
export async function releaseHeld(config: SessionConfig): Promise<void> {
  const session = openSession(config);
  try {
    await releaseOwn(session, () => repairDrained(session));
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
  const { rotate, dataflowTokenPath, restart, force, gone, allowUndersized, installSshKey } = options;
  const diffOptions: DiffOptions = {
    rotate,
    force,
    gone,
    allowUndersized,
    ...(dataflowTokenPath && { dataflowTokenPath }),
    ...(restart && { restart }),
    ...(installSshKey && { installSshKey }),
  };
  const servers = askedFor(session, options);
  const made = makePlan(session.cluster, observed.live, diffOptions);
  const plan = { ...made, warnings: [...observed.findings, ...made.warnings] };
  const asked = servers ? forServers(plan, servers) : plan;
  const { stages } = options;
  const selected = stages ? narrow(asked, ({ stage }) => stages.includes(stage)) : asked;
  // A restart that a person asks for stands for itself, whatever else the cluster may need.
  return { observed, plan, selected, whole: restart ? selected : asked, diffOptions };
}

function dryRun({ cluster }: Session, { observed, plan, selected, whole }: Planned): RunResult {
  const { live } = observed;
  const leaving = [...departing(cluster, live.record, live.portal.servers), ...moved(cluster, live.record)];
  return {
    seen: { all: plan, unasked: () => makePlan(cluster, live), leaving },
    plan: selected,
    whole,
    ok: !selected.warnings.some(isBlocking),
    done: [],
    failed: [],
    skipped: [],
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

async function deploy(
  session: Session,
  options: RunOptions,
  concurrency: number,
  begin: Begin = () => Promise.resolve(true),
): Promise<RunResult> {
  let observed = await observe(session);
  // A script that an earlier run left running is waited for first: what it leaves behind decides what is still to do.
  if (await endRunningJobs(session, observed.live)) observed = await observe(session);
  const made = planned(session, observed, options);
  const { plan, selected, whole, diffOptions } = made;
  if (!(await begin(selected))) return dryRun(session, made);
  const { live } = observed;
  const { cluster } = session;
  const main = session.hosts.host(cluster.pbx.machine);
  const nodes = pbxMachines(cluster).filter(({ address }) => {
    const facts = live.nodes?.get(address);
    return isReachable(facts) && facts.firewall?.running;
  });
  const record = keepRecord(session, live.record ?? emptyRecord(cluster.name));
  const run: Run = {
    session,
    live,
    options: { ...diffOptions, ...(options.imToken && { imToken: options.imToken }) },
    record,
    firewall: new FirewallBatch(main, ...nodes.map((node) => session.hosts.host(node))),
    portal: new Portal(live.portal.servers),
    tokens: {},
    turns: new Map(),
    standIns: new Set(),
    progress: (id, message) => session.log.change({ id, state: 'progress', message }),
  };
  const hindrance = hindrances(plan, run, options.reviewed);
  const begun = selected.changes.filter((change) => !hindrance(change));
  if (begun.length > 0) await record.update((before) => claim(before, begun, cluster, live));
  const outcome = await applyChanges(selected.changes, run, hindrance, concurrency);
  await dismissStandIns(run);
  if (live.record && (!options.stages || options.stages.includes('remove'))) {
    const remaining = namesLeft(plan, new Set(outcome.done.map(({ change }) => change.id)));
    await record.update((before) => forget(before, cluster, remaining));
  }
  const imToken = await currentImToken(run, options);
  const touched = new Set(selected.changes.map(({ server }) => server));
  // What keeps a server from leaving matters to the step that removes servers, not to each of a job.
  const asked = askedFor(session, options);
  const concerns = ({ server }: Finding) => {
    if (server === undefined || touched.has(server)) return true;
    if (options.stages && !findServer(cluster, server) && !options.stages.includes('remove')) return false;
    return asked === undefined || (!options.stages && asked.names.has(server));
  };
  return {
    plan: selected,
    whole,
    ok:
      outcome.failed.length === 0 &&
      // A restart that a person asked for is not written down as owed: nothing would do it when the window opens.
      outcome.skipped.every(({ waits }) => waits && !(options.restart && waits === 'window')) &&
      !selected.warnings.some((finding) => isBlocking(finding) && concerns(finding)),
    ...outcome,
    ...(imToken && { imToken }),
    ...(run.tokens.dataflow && { dataflowToken: run.tokens.dataflow }),
    findings: [],
    ...((options.stages || options.servers.length > 0) && { partial: true }),
  };
}

function hindrances(plan: Plan, run: Run, reviewed: Reviewed | undefined): Hindrance {
  const { cluster } = run.session;
  const blockers = plan.warnings.filter(isBlocking);
  const byServer = new Map([...blockers].reverse().map((finding) => [finding.server, finding]));
  const whole = byServer.get(undefined);
  const isReviewed = reviewed ? reviewedCheck(cluster, reviewed) : () => true;
  return (change) => {
    if (whole) return { reason: whole.message };
    const own = byServer.get(change.server);
    if (own) return { reason: own.message };
    if (!isReviewed(change)) return { reason: 'nobody has reviewed it: it came up only now' };
    // Windows close while calls are waited for.
    const now = { ...run.live, at: run.session.now() };
    if (waitsForWindow({ cluster, live: now, options: run.options }, change))
      return { reason: 'waits for the maintenance window', waits: 'window' };
    return undefined;
  };
}

/** Servers that left the file and of which something is still there. */
function namesLeft(plan: Plan, done: ReadonlySet<string>): Set<string> {
  const changes = plan.changes
    .filter(({ id, action }) => action === 'delete' && !done.has(id))
    .map(({ server }) => server);
  const findings = plan.warnings.filter(isBlocking).map(({ server }) => server);
  return new Set([...changes, ...findings].filter((name) => name !== undefined));
}

async function currentImToken(run: Run, options: RunOptions): Promise<string | undefined> {
  const wanted = options.stages?.includes('token') && run.session.cluster.servers.some(({ role }) => role === 'im');
  if (!wanted) return undefined;
  return run.tokens.im ?? run.session.pbx.imToken();
}
