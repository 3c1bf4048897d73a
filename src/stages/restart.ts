import { ROLES } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import { controlCommand, pbxCommand } from '../host/commands';
import { factsOf, hostOf, StageError, until, type Run } from './context';
import { drained, online } from './drain';
import { disturbance, inTurn, pbxAnswers, roleProblems } from './install';
import { runScript } from './script';
import { findServer, inRoleOrder, isListed } from './names';
import { isReachable, type Change, type Diff, type DiffInput, type Finding, type Live } from './types';

export const RESTART_PBX = 'restart/pbx';
export const RESTART_LOAD_BALANCER = 'restart/loadbalancer';

/**
 * Restarts in PortSIP's order: those that a person asks for, those that a scale-out or a removal brings with it, and those
 * that an earlier run still owes. `others` are the changes of all other stages.
 */
export function diffRestart(input: DiffInput, others: Change[]): Diff {
  const { cluster, live, options } = input;
  const asked = options.restart ? askedFor(cluster, options.restart) : {};
  const due: Record<string, string> = { ...stillOwed(cluster, live), ...broughtAlong(cluster, live, others), ...asked };
  const recreated = new Set(
    others.filter(({ id, action }) => id.startsWith('role/') && action === 'update').map(({ server }) => server),
  );
  const servers = cluster.servers
    .filter(
      (server) => due[`restart/${server.name}`] && (asked[`restart/${server.name}`] || !recreated.has(server.name)),
    )
    .sort(inRoleOrder);

  const before = options.restart ? [] : others.map(({ id }) => id);
  const main: Change[] = [];
  for (const id of [RESTART_PBX, RESTART_LOAD_BALANCER]) {
    const reason = due[id];
    if (!reason) continue;
    const needs = main.length > 0 ? main.map((change) => change.id) : before;
    const impact = id === RESTART_PBX ? 'active-calls' : 'new-calls';
    main.push({ id, stage: 'restart', action: 'restart', reason, impact, needs, attributes: [] });
  }
  const changes = servers.map((server) => ({
    role: server.role,
    change: {
      id: `restart/${server.name}`,
      stage: 'restart',
      action: 'restart',
      server: server.name,
      reason: due[`restart/${server.name}`] ?? '',
      impact:
        cluster.restart.onDrainTimeout === 'force' && isListed(server.role) ? 'active-calls' : disturbance(server.role),
      needs: [] as string[],
      attributes: [],
    } satisfies Change,
  }));
  inTurn(changes, cluster.restart.maxUnavailable, main.length > 0 ? main.slice(-1).map(({ id }) => id) : before);
  const all = [...main, ...changes.map(({ change }) => change)];
  return { changes: all, findings: [] };
}

function askedFor(cluster: Cluster, asked: NonNullable<DiffInput['options']['restart']>): Record<string, string> {
  const { roles, servers, pbx, reason } = asked;
  const everything = roles.length === 0 && servers.length === 0;
  const due: Record<string, string> = {};
  if (pbx) due[RESTART_PBX] = reason;
  if (everything || roles.includes('loadbalancer')) due[RESTART_LOAD_BALANCER] = reason;
  for (const server of cluster.servers) {
    if (everything || roles.includes(server.role) || servers.includes(server.name))
      due[`restart/${server.name}`] = reason;
  }
  return due;
}

/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
export function broughtAlong(cluster: Cluster, live: Live, others: Change[]): Record<string, string> {
  const listed = (change: Change) => {
    const role = findServer(cluster, change.server)?.role ?? live.record?.servers[change.server ?? '']?.role;
    return role !== undefined && isListed(role);
  };
  const roles = others.filter(({ id }) => id.startsWith('role/'));
  const added = roles.filter((change) => change.action === 'create');
  const grown = added.some(listed);
  const shrunk = others.some(
    (change) => change.id.startsWith('server/') && change.action === 'delete' && listed(change),
  );
  const policy = cluster.restart.afterScaleOut;
  const due: Record<string, string> = {};
  if (policy === 'none' || (!grown && !shrunk)) return due;

  due[RESTART_LOAD_BALANCER] = grown ? 'servers were added' : 'servers were removed';
  if (policy !== 'all' || !grown) return due;
  const first = isFirstInstall(cluster, live);
  if (first) due[RESTART_PBX] = 'the cluster is new: the PBX has to find its servers';
  for (const server of cluster.servers) {
    const isNew = added.some((change) => change.server === server.name);
    // A server that was just created has seen nothing older than the change; on a first install the PBX restarts after it.
    if (first || (!isNew && isListed(server.role))) due[`restart/${server.name}`] = 'servers were added';
  }
  return due;
}

/** Nothing of the cluster runs yet. */
function isFirstInstall(cluster: Cluster, live: Live): boolean {
  return cluster.servers.every((server) => {
    const facts = live.hosts.get(server.name);
    return !isReachable(facts) || !facts.containers.some(({ name }) => name === ROLES[server.role].container);
  });
}

/** Owed restarts that have not happened since: the container still runs since the same moment. */
function stillOwed(cluster: Cluster, live: Live): Record<string, string> {
  const owed: Record<string, string> = {};
  for (const [id, { reason, startedAt }] of Object.entries(live.record?.restarts ?? {})) {
    const now = startOf(cluster, live, id);
    if (startedAt === undefined || now === undefined || now === startedAt) owed[id] = reason;
  }
  return owed;
}

/** When the container that a restart is about started; undefined when there is none, or it cannot be seen. */
export function startOf(cluster: Cluster, live: Live, id: string): string | undefined {
  const server = findServer(cluster, id.slice('restart/'.length));
  const name = server
    ? ROLES[server.role].container
    : id === RESTART_PBX
      ? 'portsip.callmanager'
      : 'portsip.loadbalancer';
  const facts = server ? live.hosts.get(server.name) : live.main;
  return isReachable(facts) ? facts.containers.find((container) => container.name === name)?.startedAt : undefined;
}

/** Servers whose drain would leave their role without one that takes calls. */
export function lastOfRole(cluster: Cluster, live: Live, changes: Change[], force: boolean): Finding[] {
  const findings: Finding[] = [];
  for (const change of changes) {
    const server = findServer(cluster, change.server);
    if (!server || !isListed(server.role) || change.impact === 'none' || change.action === 'create') continue;
    if (findings.some((finding) => finding.server === server.name)) continue;
    const joining = changes.some(
      ({ id, action }) =>
        id.startsWith('role/') &&
        action === 'create' &&
        id !== `role/${server.name}` &&
        enabledOf(cluster, id, server.role),
    );
    if (joining || othersServing(live, server, server.role)) continue;
    const spec = ROLES[server.role];
    const standIn = live.portal.servers[server.role].some(({ type }) => type === 'INTERNAL');
    findings.push({
      code: standIn ? 'last-of-role' : 'last-of-role-without-stand-in',
      severity: standIn || force ? 'warning' : 'blocking',
      server: server.name,
      message: standIn
        ? `${server.name} is the only ${spec.label} that takes calls: the one on the main server is turned on while it is away`
        : `${server.name} is the only ${spec.label} that takes calls and there is no built-in one to stand in: calls that need one fail while it is away${force ? '' : '; add a second one, or force it'}`,
    });
  }
  return findings;
}

function enabledOf(cluster: Cluster, id: string, role: Server['role']): boolean {
  return cluster.servers.some((server) => id === `role/${server.name}` && server.role === role && server.enabled);
}

function othersServing(live: Live, server: Server, role: 'media' | 'queue' | 'meeting' | 'ivr'): boolean {
  return live.portal.servers[role].some(
    (other) => other.name !== server.name && other.enabled && live.portal.status.get(other.id)?.status === 'ONLINE',
  );
}

export async function applyRestart(change: Change, run: Run): Promise<void> {
  const { cluster } = run.session;
  if (change.id === RESTART_PBX || change.id === RESTART_LOAD_BALANCER) return restartMain(change, run);
  const server = findServer(cluster, change.server);
  if (!server) throw new StageError(`${change.server ?? change.id} is not in the cluster file`);
  await drained(run, server, change.id, async () => {
    await runScript(run, controlCommand(cluster, server, 'restart'), {
      id: change.id,
      key: `restart-${server.name}`,
      title: `restart ${server.name} (${ROLES[server.role].label})`,
    });
    let problems: string[] = [];
    const up = await until(run.session, 15_000, async () => {
      problems = roleProblems(cluster, server, await factsOf(cluster, hostOf(run, server), server));
      return problems.length === 0 ? true : undefined;
    });
    if (!up) throw new StageError(`${server.name} did not come back: ${problems.join('; ')}`);
    await online(run, server, change.id);
  });
}

async function restartMain(change: Change, run: Run): Promise<void> {
  const { cluster } = run.session;
  const pbx = change.id === RESTART_PBX;
  const command = pbxCommand(cluster, pbx ? 'restart' : 'restart-loadbalancer');
  await runScript(run, command, {
    id: change.id,
    key: pbx ? 'restart-pbx' : 'restart-loadbalancer',
    title: pbx ? 'restart the PBX' : 'restart the load balancer',
  });
  const facts = await factsOf(cluster, hostOf(run, cluster.pbx.machine));
  const name = pbx ? 'portsip.callmanager' : 'portsip.loadbalancer';
  if (facts.containers.find((container) => container.name === name)?.running === false)
    throw new StageError(`${name} on the main server did not come back; see "pbx_ctl.sh status" there`);
  await pbxAnswers(run);
}
