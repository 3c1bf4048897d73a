import { sameAddress } from '../cluster/addresses';
import { isListed, LISTED_ROLES } from '../cluster/roles';
import { settingsOf } from '../cluster/settings';
import type { Registry } from '../cluster/registry';
import type { Cluster, Machine, Server, ServerSpec } from '../cluster/types';
import type { ControlPlane } from '../host/control-plane';
import { idOf, ofKind, type Change, type Kind, type RoleSetup } from './change';
import {
  isLogin,
  type ClusterRecord,
  type OtherCluster,
  type Place,
  type RecordedLogin,
  type RecordedServer,
} from './cluster-record';
import { oldHost, placesOf } from './departing';
import type { Identity } from './identity';
import type { Live } from './live';
import { findServer, has } from './names';
import { broughtAlong, isOwed, lateAndUp, restartReason, starts } from './owed-restarts';

/*
 * What the record says before and after changes. It is written before they are begun: a run that is killed right after it
 * created something must know later that it was ours.
 */

/** What the record says before the first of `changes` is applied. */
export function claim(
  record: ClusterRecord,
  changes: readonly Change[],
  cluster: Cluster,
  plane: ControlPlane,
  live: Live,
): ClusterRecord {
  const next = structuredClone(record);
  const startOf = starts(cluster, live);
  // One that happened meanwhile, whoever did it, is not owed any more; the same can come to be owed again.
  for (const [id, owed] of Object.entries(next.restarts)) if (!isOwed(owed, startOf(id))) delete next.restarts[id];
  const created = changes.filter(({ action }) => action === 'create');
  const sources = ofKind(created, 'trusted-source').map(({ source }) => source);
  const cidrs = ofKind(created, 'whitelist-entry').map(({ entry }) => entry.cidr);
  next.firewall = [...new Set([...next.firewall, ...sources])];
  next.whitelist = [...new Set([...next.whitelist, ...cidrs])];
  for (const change of changes) {
    // Also one that is not there any more if the run ends half way: it is looked at before it is signed out.
    // Of the same user with another token it may be somebody else's until it is done.
    if (change.kind === 'registry-sign-in' && change.causes.every(({ cause }) => cause !== 'token')) {
      const { machine, registry } = change;
      const others = (next.logins ?? []).filter((login) => !isLogin(login, machine, registry));
      setLogins(next, [...others, loginAt(machine, registry)]);
    }
    const name = claimed(change, next);
    const server = findServer(cluster, name);
    if (server && !has(next.servers, server.name)) next.servers[server.name] = recorded(server);
    // One that moves is still known by its old address until it has left it, and by the new one from now on.
    const known = change.kind === 'role' ? knownServer(next, change.server) : undefined;
    if (known && change.kind === 'role' && change.action !== 'update')
      next.servers[change.server] = alsoAt(known, change.wanted);
  }
  next.pbx = union(next.pbx ?? [], cluster.pbx.privateIp);
  const late = new Set(lateAndUp(live));
  if (late.size > 0 || changes.some(({ kind }) => BRINGS_RESTARTS[kind])) owe(next, cluster, plane, live, changes);
  // Those that are installed anew bring their restarts along themselves.
  for (const { server } of ofKind(changes, 'role').filter(({ action }) => action === 'create')) late.add(server);
  next.late = next.late.filter((name) => !late.has(name));
  const upgradesPbx = ofKind(changes, 'pbx-image').length > 0;
  for (const [id, owed] of Object.entries(next.restarts)) {
    // A restart or an upgrade of the PBX starts the load balancer as well: until that is done, its start says nothing.
    const withPbx = id === idOf.loadBalancerRestart && (upgradesPbx || has(next.restarts, idOf.pbxRestart));
    if (id === idOf.loadBalancerRestart && upgradesPbx) next.restarts[id] = { reason: owed.reason };
    if (withPbx) continue;
    const startedAt = owed.startedAt ?? startOf(id);
    next.restarts[id] = { ...owed, ...(startedAt && { startedAt }) };
  }
  return next;
}

/** The server that a change makes ours: what it creates, what is ours already, and what takes the place of one of ours. */
function claimed(change: Change, { servers }: ClusterRecord): string | undefined {
  switch (change.kind) {
    case 'portal-entry': {
      // What takes the place of one of ours by another name is ours.
      return change.action === 'create' || has(servers, change.replaces) ? change.server : undefined;
    }
    case 'im-addresses':
    case 'role':
      return change.action === 'create' ? change.server : undefined;
    default:
      return undefined;
  }
}

/** Whatever installs or removes something may bring restarts with it. */
const BRINGS_RESTARTS: Readonly<Record<Kind, boolean>> = {
  'trusted-source': false,
  'whitelist-entry': false,
  'portal-entry': false,
  'im-addresses': false,
  'sbc-settings': false,
  'built-in-on': false,
  'dead-server-off': false,
  'dead-server-on': false,
  token: false,
  'ssh-key': true,
  'control-scripts': false,
  'host-preparation': false,
  'registry-sign-in': false,
  'registry-sign-out': false,
  'pbx-image': true,
  role: true,
  'callers-back': false,
  'built-in-off': false,
  'role-removal': true,
  'portal-entry-removal': true,
  'im-addresses-removal': true,
  'whitelist-removal': true,
  'source-removal': true,
  'server-restart': false,
  'pbx-restart': false,
  'load-balancer-restart': false,
  backup: false,
};

function owe(next: ClusterRecord, cluster: Cluster, plane: ControlPlane, live: Live, changes: readonly Change[]): void {
  const due = broughtAlong(cluster, plane, live, changes);
  const note = (id: string, reason: string) => (next.restarts[id] ??= { reason });
  if (due.loadBalancer) note(idOf.loadBalancerRestart, restartReason(due.loadBalancer));
  if (due.pbx) note(idOf.pbxRestart, restartReason(due.pbx));
  for (const [name, cause] of Object.entries(due.servers)) note(idOf.restart(name), restartReason(cause));
}

/** What the record says once `change` has been applied. `failed`: servers that this run began to install and that did not come. */
export function settle(
  record: ClusterRecord,
  change: Change,
  cluster: Cluster,
  failed: readonly string[] = [],
): ClusterRecord {
  // Of hundreds of servers each change is written down: only what may change is copied.
  const next = {
    ...record,
    servers: { ...record.servers },
    recreate: { ...record.recreate },
    restarts: { ...record.restarts },
  };
  switch (change.kind) {
    case 'source-removal':
      next.firewall = next.firewall.filter((source) => source !== change.source);
      break;
    case 'whitelist-removal':
      next.whitelist = next.whitelist.filter((cidr) => cidr !== change.cidr);
      break;
    case 'portal-entry':
    case 'im-addresses': {
      const known = knownServer(next, change.server);
      const server = findServer(cluster, change.server);
      // One that moves is known by its old address until its role has left that.
      if (server && known?.address === server.address)
        next.servers[change.server] = withElsewhere(
          { ...recorded(server), ...(known.installed && { installed: true }) },
          known.elsewhere,
        );
      break;
    }
    case 'role':
      // Whatever it was seen as is over.
      next.seen = without(next.seen, change.server);
      if (knownServer(next, change.server)) next.servers[change.server] = arrived(next.servers[change.server], change);
      delete next.recreate[change.server];
      next.unfinished = without(next.unfinished, change.server);
      if (Object.keys(next.unfinished).length === 0) delete next.unfinished;
      // A container that was just recreated has nothing older to forget.
      if (change.action !== 'create') delete next.restarts[idOf.restart(change.server)];
      break;
    case 'role-removal': {
      delete next.recreate[change.server];
      const known = knownServer(next, change.server);
      if (known?.elsewhere)
        next.servers[change.server] = withElsewhere(
          known,
          known.elsewhere.filter(({ address }) => !sameAddress(address, change.from.address)),
        );
      break;
    }
    case 'registry-sign-in':
      setLogins(next, [...loginsElsewhere(next, change.machine), loginAt(change.machine, change.registry)]);
      break;
    case 'registry-sign-out':
      setLogins(
        next,
        (next.logins ?? []).filter((login) => !isLogin(login, change.machine, change.registry)),
      );
      break;
    case 'pbx-image':
      delete next.restarts[idOf.pbxRestart];
      break;
    case 'built-in-on':
    case 'built-in-off':
      // In one order, whichever was done first.
      next.builtInDisabled = LISTED_ROLES.filter((role) =>
        role === change.role ? change.kind === 'built-in-off' : next.builtInDisabled.includes(role),
      );
      break;
    case 'pbx-restart':
    case 'load-balancer-restart':
    case 'server-restart':
      delete next.restarts[change.id];
      if (change.oneOf) next.late = [...new Set([...next.late, ...failed])];
      break;
    case 'trusted-source':
    case 'whitelist-entry':
    case 'dead-server-off':
    case 'dead-server-on':
    case 'sbc-settings':
    case 'callers-back':
    case 'token':
    case 'ssh-key':
    case 'control-scripts':
    case 'host-preparation':
    case 'portal-entry-removal':
    case 'im-addresses-removal':
    case 'backup': // Its stage writes down what came of it.
      return record;
  }
  return next;
}

/** What the record says of how things are done, once `cluster` is what is deployed. */
export function withSettings(record: ClusterRecord, cluster: Cluster): ClusterRecord {
  const next = { ...structuredClone(record), settings: settingsOf(cluster) };
  for (const { name, address, ssh } of cluster.servers) {
    const known = knownServer(next, name);
    // One that moves is still reached where it was, as it was.
    if (known?.address === address) next.servers[name] = { ...known, ssh };
  }
  return next;
}

function loginAt({ address, ssh }: Machine, { server, username }: Registry): RecordedLogin {
  return { address, ssh, server, username };
}

function loginsElsewhere({ logins = [] }: ClusterRecord, { address }: Machine): RecordedLogin[] {
  return logins.filter((login) => !sameAddress(login.address, address));
}

function setLogins(record: ClusterRecord, logins: RecordedLogin[]): void {
  delete record.logins;
  if (logins.length > 0) record.logins = logins;
}

function knownServer({ servers }: Pick<ClusterRecord, 'servers'>, name: string): RecordedServer | undefined {
  return has(servers, name) ? servers[name] : undefined;
}

export function recorded({ role, address, ssh, privateIp, publicIp }: ServerSpec): RecordedServer {
  return { role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
}

/** A server that may be on a machine from now on, wherever else it is. */
function alsoAt(known: RecordedServer, { address, ssh }: ServerSpec): RecordedServer {
  const { elsewhere = [] } = known;
  return placesIn(known).some(isAt(address)) ? known : { ...known, elsewhere: [...elsewhere, { address, ssh }] };
}

/** A server that runs where it is to be. What it left is forgotten; where else it may be is not. */
function arrived(known: RecordedServer | undefined, { wanted, leaves }: RoleSetup): RecordedServer {
  const left = (address: string) => sameAddress(address, leaves?.from.address);
  const others = known ? placesIn(known) : [];
  return withElsewhere(
    { ...recorded(wanted), installed: true },
    others.filter(({ address }) => !sameAddress(address, wanted.address) && !left(address)),
  );
}

function without<T>(things: Readonly<Record<string, T>> = {}, name: string): Record<string, T> {
  return only(things, (key) => key !== name);
}

function only<T>(things: Readonly<Record<string, T>> = {}, is: (name: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(things).filter(([key]) => is(key)));
}

function withElsewhere({ elsewhere: _, ...server }: RecordedServer, places: readonly Place[] = []): RecordedServer {
  return places.length > 0 ? { ...server, elsewhere: [...places] } : server;
}

/**
 * Takes over what is a server's of the cluster file now: from other cluster files of the same PBX what they put there, and from a
 * server that left what it has by another name. Both are forgotten there, and nobody would know that it may be taken away when
 * the server moves or goes.
 */
export function inherit(
  record: ClusterRecord,
  cluster: Cluster,
  who: Identity,
  others: readonly OtherCluster[] = [],
): ClusterRecord {
  const servers = { ...record.servers };
  const unfinished = others.reduce(
    (all, other) => ({ ...only(other.unfinished, (name) => findServer(cluster, name) !== undefined), ...all }),
    record.unfinished ?? {},
  );
  const take = (server: Server, from: RecordedServer | undefined) => {
    if (from && !has(servers, server.name))
      servers[server.name] = { ...recorded(server), ...(from.installed && { installed: true }) };
  };
  for (const server of cluster.servers) {
    const { name, role, address } = server;
    const owners = others.flatMap(({ owned, servers: its }) => {
      const known = knownServer({ servers: owned }, name);
      // Its file may have had it there already, and not got so far.
      const isThere =
        known?.role === role && [...placesIn(known), ...its.filter((one) => one.name === name)].some(isAt(address));
      return isThere ? [known] : [];
    });
    take(server, owners[0]);
  }
  for (const left of who.leaving)
    for (const [index, place] of placesOf(left).entries()) {
      const there = who.departure(place, index === 0 ? left.name : oldHost(place));
      if (there.is === 'duplicate') take(there.of, knownServer(record, left.name));
    }
  const next = { ...record, servers, ...(Object.keys(unfinished).length > 0 && { unfinished }) };
  setLogins(next, inheritedLogins(record, cluster, others));
  return next;
}

/** A login that another cluster file of the PBX made too is that one's once ours does not want it; with a machine of its own comes its login. */
function inheritedLogins(
  { logins = [] }: ClusterRecord,
  { registry, servers }: Cluster,
  others: readonly OtherCluster[],
): RecordedLogin[] {
  const isSame = (one: RecordedLogin) => (two: RecordedLogin) => isLogin(two, one, one);
  const kept = logins.filter(
    (login) => login.server === registry?.server || !others.some(({ logins: its = [] }) => its.some(isSame(login))),
  );
  const handed = others.flatMap(({ logins: its = [], servers: listed }) =>
    its.filter(({ address }) => servers.some(isAt(address)) && !listed.some(isAt(address))),
  );
  return [...kept, ...handed.filter((login) => !kept.some(isSame(login)))];
}

function placesIn({ address, ssh, elsewhere = [] }: RecordedServer): Place[] {
  return [{ address, ssh }, ...elsewhere];
}

const isAt =
  (address: string) =>
  (place: Pick<Place, 'address'>): boolean =>
    sameAddress(place.address, address);

/**
 * What its cluster file has, for other cluster files of the same PBX to know, and since when. What another one has by the same name
 * elsewhere is that one's: it is listed as it was before. `before`: the record as it was found.
 */
export function listing(
  record: ClusterRecord,
  cluster: Cluster,
  { record: before, others = [], at }: Pick<Live, 'record' | 'others' | 'at'>,
  isContested: (server: Server) => boolean,
): ClusterRecord {
  const listed: Record<string, string> = {};
  const since: Record<string, string> = {};
  // What another cluster file had before is told from what it has now as long as that one's record names it.
  const isKnown = (name: string) =>
    findServer(cluster, name) ||
    has(record.servers, name) ||
    others.some(({ servers }) => servers.some((one) => one.name === name));
  for (const [name, time] of Object.entries(before?.since ?? {})) if (isKnown(name)) since[name] = time;
  for (const server of cluster.servers) {
    const { name, address } = server;
    const was = before?.listed && has(before.listed, name) ? before.listed[name] : undefined;
    if (was === undefined && (!before || !has(before.servers, name)) && !isContested(server))
      since[name] = new Date(at).toISOString();
    const now = isContested(server) ? was : address;
    if (now !== undefined) listed[name] = now;
  }
  return { ...record, listed, since };
}

/**
 * Forgets servers that left the cluster file once nothing of them is left; `remaining` are the names that still have something.
 * `isLeft`: whether a server of the cluster file may still be on a machine that it is not to be on.
 */
export function forget(
  record: ClusterRecord,
  cluster: Cluster,
  remaining: ReadonlySet<string>,
  isLeft: (name: string, address: string) => boolean = () => true,
): ClusterRecord {
  const next = structuredClone(record);
  for (const name of Object.keys(next.servers)) {
    if (!findServer(cluster, name) && !remaining.has(name)) delete next.servers[name];
  }
  for (const [name, server] of Object.entries(next.servers))
    if (server.elsewhere && findServer(cluster, name))
      next.servers[name] = withElsewhere(
        server,
        server.elsewhere.filter(({ address }) => isLeft(name, address)),
      );
  const restartable = new Set<string>([
    idOf.pbxRestart,
    idOf.loadBalancerRestart,
    ...cluster.servers.map(({ name }) => idOf.restart(name)),
  ]);
  for (const id of Object.keys(next.restarts)) if (!restartable.has(id)) delete next.restarts[id];
  for (const name of Object.keys(next.unfinished ?? {}))
    if (!findServer(cluster, name)) next.unfinished = without(next.unfinished, name);
  next.draining = next.draining.filter((name) => findServer(cluster, name));
  next.late = next.late.filter((name) => findServer(cluster, name));
  // What is nobody's machine any more was signed out with its server, or cannot be (`registry-left`).
  const places = [cluster.pbx.machine, ...cluster.servers, ...Object.values(next.servers).flatMap(placesIn)];
  if (next.logins)
    setLogins(
      next,
      next.logins.filter((login) => places.some(isAt(login.address))),
    );
  for (const names of [next.dead, next.seen])
    for (const name of Object.keys(names)) if (!findServer(cluster, name)) delete names[name];
  return next;
}

/** Servers of the cluster file that runs have taken out of calls and not given back: the next deploy does. */
export function outOfCalls(cluster: Pick<Cluster, 'servers'>, { draining }: Pick<ClusterRecord, 'draining'>): string[] {
  return draining.filter((name) => cluster.servers.some((server) => server.name === name && server.enabled));
}

/** Forgets that servers were taken out of calls to which somebody has given them back in the portal meanwhile. */
export function withoutGivenBack(record: ClusterRecord, cluster: Cluster, { portal }: Live): ClusterRecord {
  const takesCalls = (name: string) => {
    const role = findServer(cluster, name)?.role;
    return (
      role !== undefined &&
      isListed(role) &&
      portal.servers[role].some((entry) => entry.name === name && entry.type === 'EXTERNAL' && entry.enabled)
    );
  };
  return { ...record, draining: record.draining.filter((name) => !takesCalls(name)) };
}

function union(list: string[], item: string): string[] {
  return list.includes(item) ? list : [...list, item];
}
