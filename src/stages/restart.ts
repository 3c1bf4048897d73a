import { ROLES } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import { controlCommand, isPbxOurs, pbxCommand, pbxRestartByHand, pbxStatusByHand } from '../host/commands';
import type { ListedRole } from '../pbx/types';
import { factsOf, hostOf, StageError, type Run } from './context';
import { drained, online } from './drain';
import { disturbance, inTurn, noteLoadBalancer, pbxAnswers, untilUp } from './install';
import { runScript } from './script';
import { findServer, has, inRoleOrder, isListed, LISTED_ROLES } from './names';
import {
  isReachable,
  type Change,
  type Diff,
  type DiffInput,
  type Finding,
  type Live,
  type OwedRestart,
  type RecordedServer,
} from './types';

export const RESTART_PBX = 'restart/pbx';
export const RESTART_LOAD_BALANCER = 'restart/loadbalancer';

/**
 * Restarts in PortSIP's order: those that a person asks for; otherwise those that a scale-out or a removal brings with it,
 * and those that an earlier run still owes. `others` are the changes of all other stages.
 */
export function diffRestart(input: DiffInput, others: Change[]): Diff {
  const { cluster, live, options } = input;
  // Who asks for some restarts gets those: what is owed besides, the PBX itself perhaps, would come as a surprise.
  const asked = options.restart ? askedFor(cluster, options.restart) : {};
  const due = options.restart ? asked : { ...stillOwed(cluster, live), ...broughtAlong(cluster, live, others) };
  const findings = isPbxOurs(cluster) ? [] : restartsByHand(input, due, others);
  const recreated = new Set(
    others.filter(({ id, action }) => id.startsWith('role/') && action !== 'create').map(({ server }) => server),
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
    if (!reason || !isPbxOurs(cluster)) continue;
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
  return { changes: all, findings };
}

/** Restarts of the PBX itself that are left to a person, as they end all calls. Blocking where nothing else was asked for. */
function restartsByHand(
  { cluster, live, options }: DiffInput,
  due: Record<string, string>,
  others: Change[],
): Finding[] {
  const command = pbxRestartByHand(cluster);
  const asked = options.restart && (due[RESTART_PBX] ?? due[RESTART_LOAD_BALANCER]);
  if (asked) {
    const nothingElse = !Object.keys(due).some((id) => id !== RESTART_PBX && id !== RESTART_LOAD_BALANCER);
    return [
      {
        code: 'restart-by-hand',
        severity: nothingElse ? 'blocking' : 'note',
        message: `The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${command}`,
      },
    ];
  }
  const { grown, shrunk } = scaling(cluster, live, others);
  if (options.restart || (!grown && !shrunk)) return [];
  return [
    {
      code: 'restart-by-hand',
      severity: 'note',
      message: `PortSIP's high-availability guide restarts nothing after servers were ${grown ? 'added' : 'removed'}. Should the PBX not take notice of it, restart it in a maintenance window: ${command}`,
    },
  ];
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

/** Whether servers that the portal lists come or go with these changes. */
function scaling(cluster: Cluster, live: Live, others: Change[]) {
  const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
  const listed = (change: Change) => {
    const role =
      roles.get(change.server ?? '') ?? owned(live, change.server)?.role ?? registeredRole(live, change.server);
    return role !== undefined && isListed(role);
  };
  const added = others.filter(({ id, action }) => id.startsWith('role/') && action === 'create');
  const grown = added.some(listed);
  const shrunk = others.some(
    (change) => change.id.startsWith('server/') && change.action === 'delete' && listed(change),
  );
  return { added, grown, shrunk };
}

/** What PortSIP's guide restarts after servers were added; after a removal only the load balancer has to forget them. */
export function broughtAlong(cluster: Cluster, live: Live, others: Change[]): Record<string, string> {
  const { added, grown, shrunk } = scaling(cluster, live, others);
  const policy = cluster.restart.afterScaleOut;
  const due: Record<string, string> = {};
  if (policy === 'none' || (!grown && !shrunk)) return due;

  if (isPbxOurs(cluster)) due[RESTART_LOAD_BALANCER] = grown ? 'servers were added' : 'servers were removed';
  if (policy !== 'all' || !grown) return due;
  const first = isPbxOurs(cluster) && isFirstInstall(cluster, live);
  if (first) due[RESTART_PBX] = 'the cluster is new: the PBX has to find its servers';
  const names = new Set(added.map(({ server }) => server));
  for (const server of cluster.servers) {
    const isNew = names.has(server.name);
    // A server that was just created has seen nothing older than the change; on a first install the PBX restarts after it.
    if (first || (!isNew && isListed(server.role))) due[`restart/${server.name}`] = 'servers were added';
  }
  return due;
}

/**
 * Nothing of the cluster has ever run, as far as anybody can tell: only then may the PBX itself be restarted, which ends all
 * calls. A host that does not answer, or that lost its container, is no sign of a new cluster.
 */
function isFirstInstall(cluster: Cluster, live: Live): boolean {
  const { servers, status } = live.portal;
  const serves = LISTED_ROLES.some((role) =>
    servers[role].some(({ id, type }) => type === 'EXTERNAL' && status.get(id)?.status === 'ONLINE'),
  );
  if (serves || Object.values(live.record?.servers ?? {}).some(({ installed }) => installed)) return false;
  return cluster.servers.every((server) => {
    const facts = live.hosts.get(server.name);
    return !isReachable(facts) || !facts.containers.some(({ name }) => name === ROLES[server.role].container);
  });
}

function owned(live: Live, name: string | undefined): RecordedServer | undefined {
  return has(live.record?.servers, name) ? live.record?.servers[name ?? ''] : undefined;
}

/** With `unmanaged_servers: remove` servers go that no record knows. */
function registeredRole(live: Live, name: string | undefined): Server['role'] | undefined {
  return LISTED_ROLES.find((role) => live.portal.servers[role].some((server) => server.name === name));
}

function stillOwed(cluster: Cluster, live: Live): Record<string, string> {
  const owed: Record<string, string> = {};
  for (const [id, restart] of Object.entries(live.record?.restarts ?? {}))
    if (isOwed(cluster, live, id, restart)) owed[id] = restart.reason;
  return owed;
}

/** An owed restart that has not happened since: the container still runs since the same moment. */
export function isOwed(cluster: Cluster, live: Live, id: string, { startedAt }: OwedRestart): boolean {
  const now = startOf(cluster, live, id);
  return startedAt === undefined || now === undefined || now === startedAt;
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
  const servers = new Map(cluster.servers.map((server) => [server.name, server]));
  const joining = new Set<Server['role']>();
  for (const { id, action, server } of changes) {
    const joins = id.startsWith('role/') && action === 'create' ? servers.get(server ?? '') : undefined;
    if (joins?.enabled) joining.add(joins.role);
  }
  const serving = Object.fromEntries(LISTED_ROLES.map((role) => [role, servingNames(live, role)] as const));
  const told = new Set<string>();
  for (const change of changes) {
    const server = servers.get(change.server ?? '');
    if (!server || !isListed(server.role) || change.impact === 'none' || change.action === 'create') continue;
    if (told.has(server.name)) continue;
    if (joining.has(server.role) || serving[server.role]?.some((name) => name !== server.name)) continue;
    told.add(server.name);
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

/** Two are enough to know whether there is another one. */
function servingNames({ portal }: Live, role: ListedRole): string[] {
  return portal.servers[role]
    .filter(({ id, enabled }) => enabled && portal.status.get(id)?.status === 'ONLINE')
    .slice(0, 2)
    .map(({ name }) => name);
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
    const { facts, problems } = await untilUp(run, server);
    if (!facts) throw new StageError(`${server.name} did not come back: ${problems.join('; ')}`);
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
    throw new StageError(`${name} on the main server did not come back; see ${pbxStatusByHand(cluster)}`);
  await pbxAnswers(run);
  if (pbx) await noteLoadBalancer(run, facts);
}
