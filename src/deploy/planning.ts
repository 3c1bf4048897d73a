import { selectServers } from '../cluster/select';
import type { Finding } from '../finding';
import { InputError } from '../input-error';
import { forServers, narrow, planSteps, type Selected } from '../plan/plan';
import type { Plan } from '../plan/types';
import { inSlices } from '../slices';
import { stageOf } from '../stages';
import type { DiffOptions } from '../stages/diff-options';
import { goneProblems, notGone } from '../stages/gone';
import { HEALTH, heals } from '../stages/heal';
import type { Observed } from '../stages/observe';
import type { Session } from '../stages/session';
import { list } from '../text/list';
import type { RunOptions } from './options';

/** What there is to do by what was seen, and which of it was asked for. */
export interface Planned {
  observed: Observed;
  /** Everything */
  plan: Plan;
  /** What was asked for */
  selected: Plan;
  /** The same servers, in all stages */
  whole: Plan;
  diffOptions: DiffOptions;
}

/** By nothing but what was seen and what `session` says of the cluster; in slices, as connections are open. */
export async function planned(session: Session, observed: Observed, options: RunOptions): Promise<Planned> {
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
  const made = await inSlices(planSteps(session.cluster, observed.live, diffOptions));
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
export function isAsked({ restart, backup }: RunOptions): boolean {
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

/** undefined: all servers, also those that left the cluster file. */
export function askedFor({ cluster }: Session, { servers, gone }: RunOptions): Selected | undefined {
  if (servers.length === 0) return undefined;
  const selectors = servers.filter((name) => !gone.includes(name));
  // No selectors would mean all.
  const selected = selectors.length > 0 ? selectServers(cluster, selectors) : [];
  return {
    names: new Set([...selected.map(({ name }) => name), ...servers]),
    roles: new Set(selected.map(({ role }) => role)),
  };
}
