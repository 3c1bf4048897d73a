import { sameAddress } from '../cluster/addresses';
import { findContainer } from '../host/containers';
import { isListed, LISTED_ROLES, ROLES, type ListedRole } from '../cluster/roles';
import { formatMoment, formatWindow, windowState } from '../cluster/window';
import type { Cluster, Role, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { grouped } from '../grouped';
import { isReachable, type Reachable } from '../host/reachable';
import type { Container, HostFacts } from '../host/types';
import { isKnown, seen, type Reading } from '../host/reading';
import type { PbxUsage, PortalServer, ServerStatus } from '../pbx/types';
import { onlineIn, pbxContainer, type Live } from '../stages/live';
import { lockHolder } from '../stages/lock';
import { findServer } from '../stages/names';
import { driftOf, type DriftItem } from '../drift/drift';
import { sorted } from '../plan/held';
import type { Plan } from '../plan/types';
import { stageOf } from '../stages';
import type { Change } from '../stages/change';
import { roomWithout } from '../stages/capacity';
import { keepers, lastBackup, type Keeper } from '../stages/backups';
import { outOfCalls, withoutGivenBack } from '../stages/record';
import type { ScriptsSeen } from '../stages/script-generations';
import { LOAD_BALANCER_NAME } from '../stages/restart';

/** The cluster at a glance, for `status`. */
export interface StatusReport {
  version: 1;
  cluster: string;
  /** When it was looked at, RFC 3339 */
  at: string;
  pbx: {
    address: string;
    api: string;
    /** The main server, by SSH */
    reachable: boolean;
    problem?: string;
    version?: string;
    /** Why the API does not answer: then nothing is known but what the hosts tell */
    apiProblem?: string;
    /** It does, and lets us not in: how it is is not known */
    apiRefused?: true;
  };
  /** Why the record of what runs did cannot be read, where the main server answers */
  recordProblem?: string;
  /** The last run that did something to it; none: there was none, or the record could not be read */
  lastRun?: { began: string; ended: string; failed: number; skipped: number; interrupted?: true; url?: string };
  /** Servers that a script was to recreate and of which nobody has seen that it did */
  unfinished?: string[];
  /** Who changes the cluster now */
  lock?: string;
  /** The script that is at work on the main server: its title */
  atWork?: string;
  /** Where the cluster file has one; `opensAt` in RFC 3339, `opens` as a clock in the window's zone shows it */
  window?: { text: string; open: boolean; opensAt?: string; opens?: string };
  /** Up now: calls on all media servers, people in all meetings; `unknown` where the PBX does not tell of each server */
  calls: number | 'unknown';
  participants: number | 'unknown';
  /** What the PBX says of all its calls, and how many at once its licence allows; each where it does */
  usage?: PbxUsage;
  servers: ServerState[];
  /** In the portal, not in the cluster file; absent where the portal could not be read */
  unmanaged?: { role: ListedRole; name: string; address?: string; online: boolean | 'unknown'; enabled: boolean }[];
  /** What the PBX counts of roles: up now, and how many are taken at once by all and without the largest server; absent where the portal could not be read */
  room?: { role: ListedRole; unit: string; now: number; takes: number; withoutOne: number }[];
  /** Built-in servers that take calls; absent where the portal could not be read */
  builtIn?: ListedRole[];
  findings: Finding[];
  /** Changes that a deploy would make */
  drift: number;
  /** Names of settings of the cluster file that are others than those deployed last */
  changedSettings: string[];
  /** Changes that wait for what is blocked */
  blocked: number;
  /** What differs from the cluster file */
  differences: DriftItem[];
  /** Which control scripts of PortSIP the hosts have, the oldest first; left out with high availability, whose hosts have none */
  scripts?: readonly ScriptsSeen[];
  /** The last backup of what keeps data */
  backups: BackupState[];
  /** Ids of the restarts that an earlier deploy still owes */
  restartsOwed: string[];
  /** What those restart: a server's name, `loadbalancer` or `pbx` */
  restartsOwedTo: string[];
  /** Servers that runs have taken out of calls and not given back: the next deploy does */
  outOfCalls: string[];
}

export interface BackupState {
  /** Of the server; `pbx` */
  name: string;
  /** RFC 3339; none without `unknown`: there is no backup */
  at?: string;
  ageSeconds?: number;
  where?: string;
  bytes?: number;
  /** Why its age cannot be told */
  unknown?: string;
}

export interface ServerState {
  name: string;
  role: Role;
  address: string;
  publicIp?: string;
  /** The portal's word where it keeps a list of the role, else its container's; `elsewhere`: ONLINE, but at another address than the file's; `unknown`: its host does not tell, or the PBX does not */
  state:
    | 'online'
    | 'elsewhere'
    | 'offline'
    | 'running'
    | 'stopped'
    | 'not-registered'
    | 'not-installed'
    | 'unreachable'
    | 'unknown';
  /** Whether the portal gives it calls; `unknown`: the portal could not be read; absent: it has no entry for it */
  enabled?: boolean | 'unknown';
  /** The cluster file has it take calls, and the portal gives it none */
  outOfCalls?: true;
  /** Whether its container runs on its host; none: nobody can tell */
  running?: boolean;
  /** Calls (media) or participants (meeting) up now */
  calls?: number;
  /** What the PBX says of a server that it keeps no list of (IM, Data Flow), where it is new enough to: since v22.8 */
  inPbx?: 'online' | 'offline' | 'unknown';
  /** How many it takes at once */
  capacity?: number;
  image?: string;
  version?: string;
  /** Ids of the changes that a deploy would make to it */
  drift: string[];
  /** What else is not as it should be there, and no deploy ends: how many of `differences` */
  forPeople: number;
  /** The control script that is at work on its host, or `a backup` and the like: its title */
  atWork?: string;
  /** Why its host does not answer, or does not tell what runs there: then what differs on it is not known */
  problem?: string;
  /** Why the PBX does not tell of it: then whether it takes calls, or what differs in the portal, is not known */
  portalProblem?: string;
}

/** Pure: what is wanted, what is there, what a deploy would do. */
export function statusReport(
  cluster: Cluster,
  live: Live,
  plan: Plan,
  servers: readonly Server[] = cluster.servers,
  { apiProblem, apiRefused, usage }: { apiProblem?: string; apiRefused?: boolean; usage?: PbxUsage } = {},
): StatusReport {
  const listed = Object.values(live.portal.servers).flat();
  const portalTells = apiProblem === undefined;
  const wanted = new Set(cluster.servers.map(({ name }) => name));
  const running = pbxContainer(live);
  const lock = isReachable(live.main) ? lockHolder(live.main) : undefined;
  const { items } = driftOf(plan);
  const { doable, held } = sorted(plan);
  // What a deploy brings along itself is not owed yet.
  const owed = plan.changes.filter(
    (change) => stageOf(change) === 'restart' && Object.hasOwn(live.record?.restarts ?? {}, change.id),
  );
  const upNow = (unit: 'calls' | 'participants'): number | 'unknown' => {
    const entries = LISTED_ROLES.filter((role) => countedIn(role) === unit).flatMap(
      (role) => live.portal.servers[role],
    );
    if (!portalTells || entries.some(({ id }) => untold(live, id) !== undefined)) return 'unknown';
    return entries.reduce((sum, { id }) => sum + (statusIn(live, id)?.calls ?? 0), 0);
  };
  const named = new Set(servers.map(({ name }) => name));
  const of: Known = {
    changes: grouped(plan.changes, ({ server }) => server),
    findings: grouped(
      items.filter(({ kind }) => kind === 'finding'),
      ({ server }) => server,
    ),
    // The first of a name, should there be two
    entries: new Map(
      [...listed].reverse().flatMap((one) => (one.type === 'EXTERNAL' ? [[`${one.role} ${one.name}`, one]] : [])),
    ),
    apiProblem,
  };
  return {
    version: 1,
    cluster: cluster.name,
    at: new Date(live.at).toISOString(),
    pbx: {
      address: cluster.pbx.privateIp,
      api: cluster.pbx.api,
      reachable: isReachable(live.main),
      ...(!isReachable(live.main) && { problem: live.main.unreachable }),
      ...(running?.running && running.version !== undefined && { version: running.version }),
      ...(apiProblem !== undefined && { apiProblem }),
      ...(apiRefused && { apiRefused: true as const }),
    },
    ...pastOf(cluster, live, plan),
    ...(lock !== undefined && { lock }),
    ...(isReachable(live.main) && live.main.runningJob && { atWork: live.main.runningJob.title }),
    ...windowNow(cluster, live),
    calls: upNow('calls'),
    participants: upNow('participants'),
    ...(usage && { usage }),
    servers: servers.map((server) => serverState(server, live, of)),
    ...(portalTells && {
      unmanaged: listed
        .filter(({ type, name }) => type === 'EXTERNAL' && !wanted.has(name))
        .map(({ id, role, name, privateIp, enabled }) => ({
          role,
          name,
          ...(privateIp !== undefined && { address: privateIp }),
          online: known(onlineIn(live, { id })),
          enabled,
        })),
      room: LISTED_ROLES.flatMap((role) => roomOf(role, live)),
      builtIn: listed.filter(({ type, enabled }) => type === 'INTERNAL' && enabled).map(({ role }) => role),
    }),
    findings: plan.warnings,
    drift: doable.length,
    changedSettings: plan.changedSettings.map(({ name }) => name),
    blocked: held.length,
    differences: items,
    ...(plan.scripts && { scripts: plan.scripts }),
    backups: keepers(cluster)
      .filter(({ name, role }) => role === undefined || named.has(name))
      .map((keeper) => backupState(keeper, live)),
    restartsOwed: owed.map(({ id }) => id),
    restartsOwedTo: owed.flatMap((change) => restarted(change) ?? []),
    outOfCalls: live.record ? outOfCalls(cluster, withoutGivenBack(live.record, cluster, live)) : [],
  };
}

/** What the record tells of runs before this look */
function pastOf(
  cluster: Cluster,
  { main, record }: Live,
  { warnings }: Plan,
): Pick<StatusReport, 'recordProblem' | 'lastRun' | 'unfinished'> {
  const lost = warnings.find(({ code }) => code === 'record-lost')?.message;
  const problem = isReachable(main) && !isKnown(main.record) ? main.record.unknown : lost;
  const last = record?.runs?.at(-1);
  const unfinished = Object.keys(record?.unfinished ?? {}).filter((name) => findServer(cluster, name) !== undefined);
  return {
    ...(problem !== undefined && { recordProblem: problem }),
    ...(last && {
      lastRun: {
        ...{ began: last.began, ended: last.ended, failed: last.failed, skipped: last.skipped },
        ...(last.interrupted && { interrupted: true as const }),
        ...(last.url !== undefined && { url: last.url }),
      },
    }),
    ...(unfinished.length > 0 && { unfinished }),
  };
}

function backupState(keeper: Keeper, live: Live): BackupState {
  const last = lastBackup(live, keeper);
  if (!isKnown(last)) return { name: keeper.name, unknown: last.unknown };
  if (!last) return { name: keeper.name };
  const { at, ageMs, where, bytes } = last;
  return { name: keeper.name, at, ageSeconds: Math.round(ageMs / 1000), where, ...(bytes !== undefined && { bytes }) };
}

function restarted({ kind, server }: Change): string | undefined {
  if (kind === 'load-balancer-restart') return LOAD_BALANCER_NAME;
  return kind === 'pbx-restart' ? 'pbx' : server;
}

/** What the PBX counts on servers of the role */
function countedIn(role: ListedRole): string | undefined {
  const { calls } = ROLES[role];
  return calls.kind === 'counted' ? calls.unit : undefined;
}

/** One more failure: that of the server that takes most. */
function roomOf(role: ListedRole, { portal }: Live): NonNullable<StatusReport['room']> {
  const entries = portal.servers[role];
  const statusOf = ({ id }: PortalServer) => portal.status.get(id);
  const room = roomWithout(role, entries, statusOf);
  const without = entries.map(({ name }) => room(new Set([name])));
  return room(new Set()).map(({ limit, load, left }) => {
    const rest = without.flatMap((rooms) => rooms.filter((room) => room.limit === limit).map((room) => room.left));
    return { role, unit: limit.counted?.unit ?? '', now: load, takes: left, withoutOne: Math.min(left, ...rest) };
  });
}

function windowNow({ restart: { window } }: Cluster, { at }: Live): Pick<StatusReport, 'window'> {
  if (!window) return {};
  const { open, opensAt } = windowState(window, at);
  const opens =
    open || opensAt === undefined
      ? {}
      : { opensAt: new Date(opensAt).toISOString(), opens: formatMoment(window, opensAt) };
  return { window: { text: formatWindow(window), open, ...opens } };
}

/** As far as the portal tells it */
function statusIn({ portal }: Live, id: string): ServerStatus | undefined {
  const status = portal.status.get(id);
  return status && seen(status);
}

/** Why the PBX does not tell of an entry of the portal, where it does not */
function untold({ portal }: Live, id: string): string | undefined {
  const status = portal.status.get(id);
  return status === undefined || isKnown(status) ? undefined : status.unknown;
}

const known = <T>(reading: Reading<T>): T | 'unknown' => (isKnown(reading) ? reading : 'unknown');

/** What is known of servers, by name */
interface Known {
  changes: ReadonlyMap<string | undefined, readonly Change[]>;
  /** That a person has to see to */
  findings: ReadonlyMap<string | undefined, readonly DriftItem[]>;
  /** Added servers of the portal, by role and name */
  entries: ReadonlyMap<string, PortalServer>;
  apiProblem: string | undefined;
}

function serverState(server: Server, live: Live, { changes, findings, entries, apiProblem }: Known): ServerState {
  const { name, role, address, publicIp } = server;
  const facts = live.hosts.get(name);
  const found = isReachable(facts) ? findContainer(facts, ROLES[role].container) : undefined;
  const container = found && seen(found);
  const problem = problemOf(facts, found);
  const portal = isListed(role) ? entries.get(`${role} ${name}`) : undefined;
  const status = portal && statusIn(live, portal.id);
  const portalProblem = isListed(role) ? (apiProblem ?? (portal && untold(live, portal.id))) : undefined;
  const enabled = isListed(role) && apiProblem !== undefined ? 'unknown' : portal?.enabled;
  return {
    name,
    role,
    address,
    ...(publicIp !== undefined && { publicIp }),
    state: stateOf(server, isReachable(facts) ? facts : undefined, {
      portal,
      status: status?.status,
      tells: apiProblem === undefined,
      isUntold: portalProblem !== undefined,
      ...inPbx(role, live),
    }),
    ...(enabled !== undefined && { enabled }),
    ...(portal && !portal.enabled && server.enabled && { outOfCalls: true as const }),
    ...(isReachable(facts) && problem === undefined && { running: container?.running ?? false }),
    ...(status?.calls !== undefined && { calls: status.calls }),
    ...inPbx(role, live),
    ...capacityOf(portal),
    ...(container && { image: container.image }),
    ...(container?.version !== undefined && { version: container.version }),
    drift: (changes.get(name) ?? []).map(({ id }) => id),
    forPeople: findings.get(name)?.length ?? 0,
    ...(isReachable(facts) && facts.runningJob && { atWork: facts.runningJob.title }),
    ...(problem !== undefined && { problem }),
    ...(portalProblem !== undefined && { portalProblem }),
  };
}

function inPbx(role: Role, { portal }: Live): Pick<ServerState, 'inPbx'> {
  const word = portal.services?.get(role);
  if (word === undefined) return {};
  return { inPbx: !isKnown(word) ? 'unknown' : word === 'ONLINE' ? 'online' : 'offline' };
}

/** As far as the portal has an address of it */
function isAt(portal: PortalServer | undefined, address: string): boolean {
  const known = portal?.privateIp ?? portal?.publicIp;
  return known === undefined || sameAddress(known, address);
}

function problemOf(
  facts: Reachable | undefined,
  container: Reading<Container | undefined> | undefined,
): string | undefined {
  if (facts !== undefined && !isReachable(facts)) return facts.unreachable;
  return container === undefined || isKnown(container) ? undefined : container.unknown;
}

function capacityOf(portal: PortalServer | undefined): Pick<ServerState, 'capacity'> {
  const capacity = portal?.maxCallSessions ?? portal?.maxParticipants;
  return capacity === undefined ? {} : { capacity };
}

/** What the portal says of a server: `tells`: of any at all; `isUntold`: not of this one */
interface Told extends Pick<ServerState, 'inPbx'> {
  portal: PortalServer | undefined;
  status: 'ONLINE' | 'OFFLINE' | undefined;
  tells: boolean;
  isUntold: boolean;
}

function stateOf(
  { role, address }: Server,
  facts: HostFacts | undefined,
  { portal, status, tells, isUntold, inPbx: word }: Told,
): ServerState['state'] {
  if (status === 'ONLINE') return isAt(portal, address) ? 'online' : 'elsewhere';
  if (!facts) return 'unreachable';
  const listed = isListed(role) && tells;
  if (listed && !portal) return 'not-registered';
  const container = findContainer(facts, ROLES[role].container);
  if (!isKnown(container)) return 'unknown';
  if (!container) return 'not-installed';
  if (listed) return isUntold ? 'unknown' : 'offline';
  if (!container.running) return 'stopped';
  // Where the PBX has no word for it, or one that cannot be used, its container has the last one.
  return word === 'online' || word === 'offline' ? word : 'running';
}
