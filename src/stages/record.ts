import { isAddress } from '../cluster/addresses';
import { InputError, ROLE_NAMES, type Cluster, type Server } from '../cluster/types';
import type { Host } from '../host/types';
import { writeRecord } from '../host/files';
import { findServer, has, LISTED_ROLES } from './names';
import { broughtAlong, isOwed, RESTART_LOAD_BALANCER, RESTART_PBX, startOf } from './restart';
import type { Session } from './session';
import type { Change, ClusterRecord, Finding, Live, RecordedServer } from './types';

export function emptyRecord(cluster: string): ClusterRecord {
  return {
    version: 1,
    cluster,
    servers: {},
    firewall: [],
    whitelist: [],
    builtInDisabled: [],
    restarts: {},
    recreate: {},
    draining: [],
    time: '',
  };
}

/**
 * Reads the record's text. A damaged one counts as lost, which removes nothing; one of a newer release is refused, since
 * writing it back would lose what that release keeps in it.
 */
export function parseRecord(text: string | undefined, cluster: string): { record?: ClusterRecord; finding?: Finding } {
  if (text === undefined) return {};
  const lost = (why: string): { finding: Finding } => ({
    finding: {
      code: 'record-lost',
      severity: 'warning',
      message: `The record on the main server (/var/lib/portsip-cluster/${cluster}.json) ${why}: nothing will be removed, since it is not known what this project put there`,
    },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return lost('is damaged');
  }
  if (!isObject(value)) return lost('is damaged');
  if (typeof value['version'] === 'number' && value['version'] > 1) {
    throw new InputError(
      `The record on the main server was written by a newer release (format ${value['version']}): use that release or a later one`,
    );
  }
  if (value['version'] !== 1 || value['cluster'] !== cluster) return lost('is of another cluster or format');
  return { record: { ...emptyRecord(cluster), ...cleaned(value) } };
}

/** Only what has the right shape: the file may have been edited by hand. */
function cleaned(value: Record<string, unknown>): Partial<ClusterRecord> {
  const strings = (list: unknown) => [
    ...new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []),
  ];
  const texts = (object: unknown) =>
    Object.fromEntries(
      Object.entries(isObject(object) ? object : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
  const servers = Object.entries(isObject(value['servers']) ? value['servers'] : {}).filter(
    ([, server]) =>
      isObject(server) &&
      typeof server['address'] === 'string' &&
      ROLE_NAMES.some((role) => role === server['role']) &&
      isObject(server['ssh']) &&
      typeof server['ssh']['user'] === 'string' &&
      typeof server['ssh']['port'] === 'number' &&
      isAddress(server['address']) &&
      [server['privateIp'], server['publicIp']].every((ip) => ip === undefined || typeof ip === 'string') &&
      isJumpHost(server['ssh']['jumpHost']),
  );
  const restarts = Object.entries(isObject(value['restarts']) ? value['restarts'] : {}).filter(
    ([, owed]) =>
      isObject(owed) &&
      typeof owed['reason'] === 'string' &&
      ['undefined', 'string'].includes(typeof owed['startedAt']),
  );
  return {
    servers: Object.fromEntries(servers) as ClusterRecord['servers'],
    restarts: Object.fromEntries(restarts) as ClusterRecord['restarts'],
    recreate: texts(value['recreate']),
    firewall: strings(value['firewall']),
    whitelist: strings(value['whitelist']),
    builtInDisabled: LISTED_ROLES.filter((role) => strings(value['builtInDisabled']).includes(role)),
    draining: strings(value['draining']),
    ...(typeof value['commit'] === 'string' && { commit: value['commit'] }),
    ...(typeof value['run'] === 'string' && { run: value['run'] }),
    time: typeof value['time'] === 'string' ? value['time'] : '',
  };
}

function isJumpHost(value: unknown): boolean {
  if (value === undefined) return true;
  return (
    isObject(value) &&
    typeof value['host'] === 'string' &&
    typeof value['user'] === 'string' &&
    typeof value['port'] === 'number'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What the record says before the first of `changes` is applied. Ownership is written down first: a run that is killed right
 * after it created something must know later that it was ours.
 */
export function claim(record: ClusterRecord, changes: Change[], cluster: Cluster, live: Live): ClusterRecord {
  const next = structuredClone(record);
  const servers = new Map(cluster.servers.map((server) => [server.name, server]));
  // One that happened meanwhile, whoever did it, is not owed any more; the same can come to be owed anew.
  for (const [id, owed] of Object.entries(next.restarts))
    if (!isOwed(cluster, live, id, owed)) delete next.restarts[id];
  for (const change of changes) {
    const [kind, name = ''] = split(change.id);
    if (change.action === 'create' && kind === 'firewall') next.firewall = union(next.firewall, name);
    if (change.action === 'create' && kind === 'whitelist') next.whitelist = union(next.whitelist, name);
    const server = servers.get(change.server ?? '');
    const before = change.attributes.find((attribute) => attribute.name === 'name')?.before;
    // What takes the place of one of ours by another name is ours.
    const ours =
      has(next.servers, name) || change.action === 'create' || (kind === 'server' && has(next.servers, before));
    if (server && (kind === 'server' || kind === 'role') && change.action !== 'delete' && ours) {
      // One that moves is still known by its old address until it has left it.
      if (!has(next.servers, name)) next.servers[name] = recorded(server);
    }
  }
  if (changes.some(({ stage }) => stage === 'install' || stage === 'remove')) {
    for (const [id, reason] of Object.entries(broughtAlong(cluster, live, changes))) next.restarts[id] ??= { reason };
  }
  const upgradesPbx = changes.some(({ id }) => id === 'role/pbx');
  for (const [id, owed] of Object.entries(next.restarts)) {
    // A restart or an upgrade of the PBX starts the load balancer as well: until that is done, its start says nothing.
    if (id === RESTART_LOAD_BALANCER && upgradesPbx) next.restarts[id] = { reason: owed.reason };
    if (id === RESTART_LOAD_BALANCER && (upgradesPbx || has(next.restarts, RESTART_PBX))) continue;
    const startedAt = owed.startedAt ?? startOf(cluster, live, id);
    next.restarts[id] = { ...owed, ...(startedAt && { startedAt }) };
  }
  return next;
}

/** What the record says once `change` has been applied. */
export function settle(record: ClusterRecord, change: Change, cluster: Cluster): ClusterRecord {
  const next = structuredClone(record);
  const [kind, name = ''] = split(change.id);
  if (kind === 'restart') delete next.restarts[change.id];
  if (kind === 'firewall' && change.action === 'delete')
    next.firewall = next.firewall.filter((source) => source !== name);
  if (kind === 'whitelist' && change.action === 'delete')
    next.whitelist = next.whitelist.filter((cidr) => cidr !== name);
  const server = findServer(cluster, change.server);
  const known = has(next.servers, name) ? next.servers[name] : undefined;
  if (server && known && kind === 'role') next.servers[name] = { ...recorded(server), installed: true };
  if (server && known && kind === 'server' && known.address === server.address)
    next.servers[name] = { ...recorded(server), ...(known.installed && { installed: true }) };
  if (kind === 'role') {
    delete next.recreate[name];
    // A container that was just created anew has nothing older to forget.
    if (change.action === 'update' || change.action === 'replace') delete next.restarts[`restart/${name}`];
  }
  if (kind === 'built-in') {
    const role = LISTED_ROLES.find((candidate) => candidate === name);
    const off = change.attributes.some(({ name: attribute, after }) => attribute === 'enabled' && after === 'false');
    // In one order, whichever was done first.
    next.builtInDisabled = LISTED_ROLES.filter((other) =>
      other === role ? off : next.builtInDisabled.includes(other),
    );
  }
  return next;
}

export function recorded({ role, address, ssh, privateIp, publicIp }: Server): RecordedServer {
  return { role, address, ssh, ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
}

/** An owed restart of a server whose container has just started. */
export function owedSince(record: ClusterRecord, id: string, startedAt: string): ClusterRecord {
  const owed = record.restarts[id];
  return owed ? { ...record, restarts: { ...record.restarts, [id]: { ...owed, startedAt } } } : record;
}

/** Forgets servers that left the cluster file once nothing of them is left; `remaining` are the names that still have something. */
export function forget(record: ClusterRecord, cluster: Cluster, remaining: ReadonlySet<string>): ClusterRecord {
  const next = structuredClone(record);
  for (const name of Object.keys(next.servers)) {
    if (!findServer(cluster, name) && !remaining.has(name)) delete next.servers[name];
  }
  for (const id of Object.keys(next.restarts)) {
    const name = id.slice('restart/'.length);
    if (!['pbx', 'loadbalancer'].includes(name) && !findServer(cluster, name)) delete next.restarts[id];
  }
  next.draining = next.draining.filter((name) => findServer(cluster, name));
  return next;
}

function split(id: string): [string, string | undefined] {
  const slash = id.indexOf('/');
  return [id.slice(0, slash), id.slice(slash + 1)];
}

function union(list: string[], item: string): string[] {
  return list.includes(item) ? list : [...list, item];
}

/** Keeps a record in the name of the session's run. */
export function keepRecord(session: Session, record: ClusterRecord): RecordKeeper {
  const { cluster, hosts, run } = session;
  return new RecordKeeper(record, hosts.host(cluster.pbx.machine), () => ({
    run: run.id,
    ...(run.commit && { commit: run.commit }),
    time: new Date(session.now()).toISOString(),
  }));
}

/** The record on the main server: one writer at a time, the last state wins, and whoever asked waits until it is on disk. */
export class RecordKeeper {
  private writing: Promise<void> = Promise.resolve();
  private pending: Promise<void> | undefined;
  /** The last write did not succeed: what is on the disk is older than what is known here */
  private failed = false;

  constructor(
    private record: ClusterRecord,
    private readonly main: Host,
    private readonly stamp: () => { commit?: string; run: string; time: string },
  ) {}

  get current(): ClusterRecord {
    return this.record;
  }

  /** Resolves when a record that holds the change is on the main server's disk. */
  update(change: (record: ClusterRecord) => ClusterRecord): Promise<void> {
    const next = change(this.record);
    if (!this.failed && JSON.stringify(next) === JSON.stringify(this.record)) return this.pending ?? this.writing;
    this.record = next;
    // Changes that come while one write is under way share the next one.
    this.pending ??= this.writing
      .catch(() => undefined)
      .then(() => {
        this.pending = undefined;
        this.record = { ...this.record, ...this.stamp() };
        this.writing = writeRecord(this.main, this.record.cluster, `${JSON.stringify(this.record, null, 2)}\n`).then(
          () => {
            this.failed = false;
          },
          (error: unknown) => {
            this.failed = true;
            throw error;
          },
        );
        return this.writing;
      });
    return this.pending;
  }
}
