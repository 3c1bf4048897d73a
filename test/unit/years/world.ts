import { randomUUID } from 'node:crypto';
import { covers, hostCidr, trustedSources } from '../../../src/cluster/addresses';
import {
  forListedRoles,
  isListed,
  LISTED_ROLES,
  ROLE_NAMES,
  ROLES,
  type ListedRole,
  type Role,
} from '../../../src/cluster/roles';
import type { Cluster, Server } from '../../../src/cluster/types';
import { withoutToken } from '../../../src/host/containers';
import { SCRIPTS } from '../../../src/host/facts-script';
import { unknown } from '../../../src/host/reading';
import type { Container, HostFacts } from '../../../src/host/types';
import { parseRecord } from '../../../src/stages/cluster-record';
import {
  PbxError,
  type IpFilter,
  type NewPortalServer,
  type PortalServer,
  type ServerStatus,
} from '../../../src/pbx/types';

/* A PBX, its portal and machines in one object, and the truth about them: who put what there, and which calls are up. */

export const PBX = '10.0.0.1';
/** Whoever is not a cluster file */
export const PEOPLE = 'people';
/** Calls on servers that count them last so long once no new ones come, unless they are to outlast every drain. */
const CALLS_MS = 20_000;
const LONG_CALLS_MS = 3_600_000;
/** Where nobody counts them: longer than it is waited for them, and within what the script's `stop` gives them. */
const UNCOUNTED_CALLS_MS = 240_000;

export interface Box {
  container: Container;
  /** Who put it there: a cluster file by its name, or people */
  by: string;
  /** Which cluster file gave it to that one */
  formerly?: string;
  /** When its last call ends, should it get no new one */
  callsUntil: number;
  /** Its data path, which nothing shows but the configuration of the moment that it was created in */
  dataPath?: string | undefined;
}

export interface Machine {
  addresses: string[];
  boot: string;
  down: boolean;
  dockerHangs: boolean;
  boxes: Map<string, Box>;
  configs: Map<Role, Record<string, string>>;
}

export interface Entry extends PortalServer {
  by: string;
  formerly?: string;
}

/** Something that may never happen. */
export interface Violation {
  rule:
    | 'call-cut'
    | 'impact'
    | 'not-ours'
    | 'not-settled'
    | 'stale'
    | 'forgotten'
    | 'contradiction'
    | 'failed'
    | 'shut-out'
    | 'nobody'
    | 'twice'
    | 'crash';
  what: string;
}

/** Who acts on the world */
export interface Actor {
  /** undefined: people */
  cluster?: Cluster;
  /** Of a job: `remove-media-1-3f…` */
  key?: string;
}

export class World {
  at = Date.UTC(2026, 0, 1);
  readonly main = machine([PBX]);
  machines: Machine[] = [];
  entries: Entry[] = [];
  filters: (IpFilter & { by: string })[] = [];
  im: { privateIp?: string; publicIp?: string } = {};
  imToken: string | undefined;
  /** Source to who put it there */
  sources = new Map<string, string>();
  readonly records = new Map<string, string>();
  /** Cluster files that people have now, by name */
  readonly files = new Map<string, Cluster>();
  /** As they were when a run of theirs last wrote its record */
  private readonly told = new Map<string, Cluster>();
  /** Servers that a file has and was told to wait for, as another file has them elsewhere; by the file's name */
  readonly waiting = new Map<string, ReadonlySet<string>>();
  longCalls = false;
  /** Names of servers that took calls until the deploy at hand took their source away */
  readonly shutOut: string[] = [];
  /** Clusters whose last run was killed */
  readonly killed = new Set<string>();
  /** Whether the deploy at hand has written its record */
  wrote = false;
  violations: Violation[] = [];
  /** What the deploy at hand put there and took away, as `entry media/media-1 10.0.0.10` */
  readonly made = new Set<string>();
  readonly taken = new Set<string>();
  /** What the deploy at hand stopped: `carried`, its calls were up as it began; `cut`, they were as it ended, in words */
  readonly stopped: { machine: Machine; name: string; carried: boolean; graceful: boolean; cut?: string }[] = [];
  /** Each server that a cluster file has had, with its address there */
  private readonly had = new Set<string>();
  /** Of which nobody can know any more who put it there */
  private readonly disowned = new Set<unknown>();
  /** Disowned entries that the deploy at hand took out */
  private readonly replaced = new Set<string>();
  /** Containers that had calls as the deploy at hand began */
  private carrying = new Set<Box | undefined>();
  private serial = 0;

  constructor() {
    for (const role of LISTED_ROLES)
      this.entries.push({ id: this.id(), role, name: 'default', type: 'INTERNAL', enabled: true, by: PEOPLE });
    for (const name of [
      'portsip.callmanager',
      'portsip.loadbalancer',
      ...LISTED_ROLES.map((role) => ROLES[role].container),
    ])
      this.main.boxes.set(name, this.box({ name, image: 'portsip/pbx:22', args: [], by: PEOPLE }));
  }

  id(): string {
    return `id-${++this.serial}`;
  }

  box({ name, image, args, by }: { name: string; image: string; args: string[]; by: string }): Box {
    const at = new Date(this.at + ++this.serial).toISOString();
    return {
      by,
      callsUntil: 0,
      container: { name, image, imageId: 'sha256:x', running: true, createdAt: at, startedAt: at, args },
    };
  }

  begin(): void {
    this.tick();
    this.wrote = false;
    this.made.clear();
    this.taken.clear();
    this.stopped.length = 0;
    this.shutOut.length = 0;
    this.replaced.clear();
    // Calls that the PBX does not see, nobody could tell of: they must not be cut all the same.
    // Where calls are counted and no new ones come, it is waited until the last has ended: nobody notices.
    const noticed = ({ enabled, role }: Entry) => enabled || ROLES[role].calls.kind !== 'counted';
    const seen = this.entries
      .filter((one) => this.isOnline(one) && noticed(one))
      .map((entry) => this.boxOf(entry)?.box);
    this.carrying = new Set(seen.filter((box) => box && box.callsUntil > this.at));
  }

  machineAt(address: string | undefined): Machine | undefined {
    if (address === undefined) return undefined;
    return [this.main, ...this.machines].find(({ addresses }) => addresses.includes(address));
  }

  add(...addresses: string[]): Machine {
    const made = machine(addresses);
    this.machines.push(made);
    return made;
  }

  trusts(address: string): boolean {
    return (
      this.sources.has(address) ||
      [...this.sources.keys()].some((source) => source.includes('/') && covers(source, address))
    );
  }

  private boxOf({ role, privateIp, publicIp }: PortalServer): { machine: Machine; box: Box } | undefined {
    const found = this.machineAt(privateIp) ?? this.machineAt(publicIp);
    const box = found?.boxes.get(ROLES[role].container);
    return found && box ? { machine: found, box } : undefined;
  }

  isOnline(entry: PortalServer): boolean {
    if (entry.type === 'INTERNAL') return entry.enabled;
    const place = this.boxOf(entry);
    if (!place || place.machine.down) return false;
    const { args, running } = place.box.container;
    const { addresses } = place.machine;
    // It speaks by the address that it was told.
    const own = args[args.indexOf('-x') + 1] ?? '';
    return (
      running &&
      args[args.indexOf('-n') + 1] === entry.name &&
      args[args.indexOf('-a') + 1] === PBX &&
      this.trusts(addresses.includes(own) ? own : (addresses[0] ?? ''))
    );
  }

  /** Calls come to all that can take them: to be said before anything changes. */
  tick(): void {
    for (const entry of this.entries) {
      if (entry.type === 'INTERNAL' || !entry.enabled || !this.isOnline(entry)) continue;
      const place = this.boxOf(entry);
      const counted = ROLES[entry.role].calls.kind === 'counted';
      const ms = !counted ? UNCOUNTED_CALLS_MS : this.longCalls ? LONG_CALLS_MS : CALLS_MS;
      if (place) place.box.callsUntil = Math.max(place.box.callsUntil, this.at + ms);
    }
  }

  status(role: ListedRole, id: string): ServerStatus {
    this.tick();
    const entry = this.entries.find((one) => one.id === id && one.role === role);
    if (!entry) throw new PbxError('no such server', { operation: 'GET', status: 404 });
    if (!this.isOnline(entry)) return { status: 'OFFLINE' };
    const until = this.boxOf(entry)?.box.callsUntil ?? 0;
    return { status: 'ONLINE', ...(ROLES[role].calls.kind === 'counted' && { calls: until > this.at ? 2 : 0 }) };
  }

  facts(one: Machine, folders: readonly string[] = []): HostFacts {
    return {
      hostname: 'host',
      bootId: one.boot,
      os: { id: 'ubuntu', version: '24.04', prettyName: 'Ubuntu 24.04' },
      arch: 'x86_64',
      cpus: 64,
      memoryMiB: 262144,
      disk: { path: '/', totalMiB: 1048576, freeMiB: 1048576 },
      clockSkewMs: 0,
      clockSynchronized: true,
      firewall: unknown('not asked'),
      record: undefined,
      lock: undefined,
      addresses: [one.addresses[0] ?? '', '172.17.0.1'],
      docker: { installed: true, compose: '2' },
      scripts: [...SCRIPTS],
      roles: [...one.configs].map(([role, values]) => ({ role, values: { ...values } })),
      containers: one.dockerHangs
        ? unknown('Docker does not answer')
        : structuredClone(
            [...one.boxes.values()].map(({ container }) => ({ ...container, args: withoutToken(container.args) })),
          ),
      conflicts: [],
      folders: Object.fromEntries(folders.map((folder) => [folder, true])),
    };
  }

  // --- what is done to it, by people and by runs ---

  private say(rule: Violation['rule'], what: string): void {
    this.violations.push({ rule, what });
  }

  /** Stops what runs; its calls are cut if it has any. */
  private stop(one: Machine, box: Box, actor: Actor, graceful: boolean): void {
    this.tick();
    const { name, running } = box.container;
    if (!running) return;
    if (actor.cluster) {
      const home = [...this.files.values()].some(({ servers }) =>
        servers.some((server) => ROLES[server.role].container === name && one.addresses.includes(server.address)),
      );
      const { args } = box.container;
      const at = args.indexOf('-a');
      if (at >= 0 && args[at + 1] !== PBX)
        this.say('not-ours', `${actor.key}: ${name} on ${one.addresses[0]} is of the PBX ${args[at + 1]}`);
      else if (!this.isOf(actor.cluster, one, box) && !home && actor.cluster.unmanagedServers !== 'remove')
        this.say('not-ours', `${actor.key}: ${name} on ${one.addresses[0]} was put there by ${box.by}`);
    }
    // Five minutes for calls to end
    if (graceful) this.at = Math.max(this.at, Math.min(box.callsUntil, this.at + 300_000));
    const cut = box.callsUntil > this.at ? `${actor.key} on ${one.addresses[0]}: ${name} had calls` : undefined;
    if (actor.cluster)
      this.stopped.push({
        machine: one,
        name,
        carried: this.carrying.has(box),
        graceful,
        ...(cut !== undefined && { cut }),
      });
    box.container = { ...box.container, running: false };
    box.callsUntil = 0;
  }

  /** Whether a cluster file put it there, or had put it there before another one had it that has it no more. */
  private isOf({ name: cluster }: Cluster, { addresses }: Machine, box: Box): boolean {
    const { by, formerly, container } = box;
    if (by === cluster) return true;
    const name = nameOf(box) ?? '';
    const isElsewhere = this.knownFiles().some(
      (file) => file.name !== cluster && file.servers.some((one) => one.name === name),
    );
    if (formerly === cluster && !isElsewhere) return true;
    // What people put by the name of a server where a file has that is that server, to whoever looks.
    const wasThere = (address: string) => this.had.has(`${cluster} ${container.name} ${name} ${address}`);
    return by === PEOPLE && addresses.some(wasThere);
  }

  /** A cluster file as it is deployed from now on */
  deployed(cluster: Cluster): void {
    this.files.set(cluster.name, cluster);
    for (const { name, role, address } of cluster.servers)
      this.had.add(`${cluster.name} ${ROLES[role].container} ${isListedRole(role) ? name : ''} ${address}`);
  }

  stopBox(one: Machine, role: Role, actor: Actor, graceful = false): void {
    const box = one.boxes.get(ROLES[role].container);
    if (box) this.stop(one, box, actor, graceful);
  }

  startBox(one: Machine, role: Role): void {
    for (const name of [ROLES[role].container, ...ROLES[role].companions]) {
      const box = one.boxes.get(name);
      if (box)
        box.container = { ...box.container, running: true, startedAt: new Date(this.at + ++this.serial).toISOString() };
    }
  }

  removeBox(one: Machine, role: Role, actor: Actor): void {
    const box = one.boxes.get(ROLES[role].container);
    if (!box) return;
    const { cluster, key = '' } = actor;
    this.stop(one, box, actor, false);
    if (cluster) {
      const where = one.addresses[0] ?? '';
      const told = box.container.args[box.container.args.indexOf('-n') + 1] ?? '';
      // What a cluster put there itself, by its own name for it, it may take away from where another one wants to be.
      const isOwn = (file: string, name: string) => file === cluster.name || box.by !== cluster.name || name === told;
      const homeOf = this.knownFiles().flatMap(({ name: file, servers }) =>
        servers.some(
          ({ role: its, address, name }) => its === role && one.addresses.includes(address) && isOwn(file, name),
        )
          ? [file]
          : [],
      );
      if (one === this.main) this.say('not-ours', `${key} where the PBX runs`);
      const others = ROLE_NAMES.filter((other) => other !== role && one.boxes.has(ROLES[other].container));
      if (others.length > 0) this.say('not-ours', `${key} on ${where}, which runs a ${others.join()} as well`);
      if (/^(remove|leave)-/.test(key) && homeOf.length > 0)
        this.say('not-ours', `${key} on ${where}, which ${homeOf.join()} has as ${told}`);
      this.taken.add(`box ${role} ${where} ${told}`);
    }
    one.boxes.delete(ROLES[role].container);
    for (const name of ROLES[role].companions) one.boxes.delete(name);
    one.configs.delete(role);
  }

  putBox(one: Machine, role: Role, image: string, args: string[], actor: Actor): void {
    const name = ROLES[role].container;
    const by = actor.cluster?.name ?? PEOPLE;
    const had = one.boxes.get(name);
    if (had) this.stop(one, had, actor, false);
    // Whoever owned it owns it, by whatever hands it is made again.
    const told = (box: Box | undefined) => box?.container.args[box.container.args.indexOf('-n') + 1];
    const made = this.box({ name, image, args, by });
    made.dataPath = dataPathIn(one, role);
    if (had && told(had) === told(made) && by === PEOPLE) made.by = had.by;
    if (had && this.disowned.has(had)) this.disowned.add(made);
    one.boxes.set(name, made);
    for (const companion of ROLES[role].companions)
      one.boxes.set(companion, this.box({ name: companion, image, args: [], by }));
    if (actor.cluster) {
      if (one === this.main) this.say('not-ours', `${actor.key} where the PBX runs`);
      if (!had) this.made.add(`box ${role} ${one.addresses[0]} ${told(made) ?? ''}`);
      for (const other of this.machines)
        if (
          other !== one &&
          this.isTwin(other, role, told(made), by) &&
          !this.isExchange(role, actor.cluster, other, had)
        )
          this.say('twice', `${actor.key}: ${told(made)} runs on ${other.addresses[0]} as well`);
    }
  }

  /** Whether a cluster has something there that reports to the PBX by a name. */
  private isTwin({ down, boxes, addresses }: Machine, role: Role, name: string | undefined, by: string): boolean {
    const box = down ? undefined : boxes.get(ROLES[role].container);
    if (!box || !isListedRole(role) || box.by !== by || !box.container.running || this.disowned.has(box)) return false;
    const { args } = box.container;
    return nameOf(box) === name && args[args.indexOf('-a') + 1] === PBX && this.trusts(addresses[0] ?? '');
  }

  /** Whether what is replaced on a machine is on its way, by one machine after the other, to where its successor still runs. */
  private isExchange(role: Role, { servers }: Cluster, last: Machine, replaced: Box | undefined): boolean {
    const seen = new Set<Machine>();
    for (let name = replaced && nameOf(replaced); name !== undefined;) {
      const home = this.machineAt(servers.find((one) => one.role === role && one.name === name)?.address);
      if (!home || seen.has(home)) return false;
      if (home === last) return true;
      seen.add(home);
      const there = home.boxes.get(ROLES[role].container);
      name = there && nameOf(there);
    }
    return false;
  }

  createEntry(wanted: NewPortalServer, by: string): string {
    this.tick();
    const addresses = (one: NewPortalServer) => [one.privateIp, one.publicIp].flatMap((ip) => (ip ? [ip] : []));
    const same = this.entries.filter(({ role }) => role === wanted.role);
    if (same.some(({ name }) => name === wanted.name))
      throw new PbxError(`name ${wanted.name} in use`, { operation: 'POST', status: 400 });
    if (same.some((other) => addresses(other).some((ip) => addresses(wanted).includes(ip))))
      throw new PbxError(`address ${addresses(wanted).join()} in use`, { operation: 'POST', status: 400 });
    const id = this.id();
    const entry: Entry = { ...wanted, id, type: 'EXTERNAL', by };
    this.entries.push(entry);
    // Whose the one was that it takes the place of, nobody could know.
    if (this.replaced.has(`${wanted.role}/${wanted.name}`)) this.disowned.add(entry);
    if (by !== PEOPLE) this.made.add(keyOf(wanted));
    return id;
  }

  destroyEntry(id: string, { cluster }: Actor): void {
    this.tick();
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) return;
    if (cluster) {
      this.taken.add(keyOf(entry));
      const { by, name, formerly } = entry;
      // Its own entry of a machine of its own is no other file's, whatever that one calls a server.
      const elsewhere = this.knownFiles().find(
        (file) =>
          file.name !== cluster.name &&
          file.servers.some(
            (server) =>
              server.name === name &&
              server.role === entry.role &&
              (by !== cluster.name || entry.privateIp === server.address),
          ),
      );
      const listed = cluster.servers.some((server) => server.name === name);
      const isNobodys = by !== PEOPLE && this.disowned.has(entry);
      const isOurs = by === cluster.name || (formerly === cluster.name && !elsewhere);
      const allowed = isOurs || isNobodys || listed || cluster.unmanagedServers === 'remove';
      if (entry.type === 'INTERNAL' || !allowed) this.say('not-ours', `${keyOf(entry)} was put there by ${by}`);
      if (elsewhere && !listed) this.say('not-ours', `${keyOf(entry)} is in the file ${elsewhere.name}`);
    }
    this.entries = this.entries.filter((one) => one !== entry);
    if (cluster && this.disowned.has(entry)) this.replaced.add(`${entry.role}/${entry.name}`);
  }

  destroyFilter(id: string, { cluster }: Actor): void {
    const filter = this.filters.find((one) => one.id === id);
    if (filter && cluster && filter.by !== cluster.name)
      this.say('not-ours', `the ${filter.target} of ${filter.cidr} was put there by ${filter.by}`);
    if (filter && cluster) this.taken.add(`filter ${filter.cidr}`);
    this.filters = this.filters.filter((one) => one !== filter);
  }

  setSource(source: string, on: boolean, { cluster }: Actor): void {
    this.tick();
    const by = this.sources.get(source);
    if (on) {
      if (by === undefined) {
        this.sources.set(source, cluster?.name ?? PEOPLE);
        this.disowned.delete(source);
      }
      if (by === undefined && cluster) this.made.add(`source ${source}`);
      return;
    }
    if (by === undefined) return;
    if (cluster) {
      this.taken.add(`source ${source}`);
      if (by !== cluster.name) this.say('not-ours', `the source ${source} was put there by ${by}`);
      const other = this.knownFiles().find(
        (file) =>
          file.name !== cluster.name &&
          file.servers.some(({ address }) => covers(source, address) && !this.others(source, address)),
      );
      if (other) this.say('not-ours', `the source ${source} lets in servers of ${other.name}`);
    }
    const up = this.entries.filter((one) => one.type === 'EXTERNAL' && one.enabled && this.isOnline(one));
    this.sources.delete(source);
    for (const one of cluster ? up : []) if (!this.isOnline(one)) this.shutOut.push(one.name);
  }

  /** A run turns a built-in server off: somebody has to take the calls. */
  turnedOff(role: ListedRole): void {
    const takesCalls = (one: Entry) =>
      one.role === role && one.type === 'EXTERNAL' && one.enabled && this.isOnline(one);
    if (!this.entries.some(takesCalls)) this.say('nobody', `takes the calls of the built-in ${role} server`);
  }

  private others(source: string, address: string): boolean {
    return [...this.sources.keys()].some((other) => other !== source && covers(other, address));
  }

  /** What one cluster file put there of a server is the other's, which has it now. */
  handOver({ name, role, address }: { name: string; role: Role; address: string }, from: string, to: string): void {
    const box = this.machineAt(address)?.boxes.get(ROLES[role].container);
    const told = box && nameOf(box);
    const entry = isListedRole(role) ? this.entry(role, name) : undefined;
    // One that is on its way elsewhere is known by another address to whoever gives it away, who takes it away then.
    const isThere = entry?.privateIp === undefined || entry.privateIp === address;
    const things = isThere ? [told === undefined || told === name ? box : undefined, entry] : [];
    for (const thing of things) if (thing && thing.by === from) Object.assign(thing, { by: to, formerly: from });
  }

  /**
   * Files as others can know them: what a file has, the record tells that a run of it wrote. Without what a file waits for: as
   * long as another one has that, it is the other's to take away.
   */
  private knownFiles(): { name: string; servers: Server[] }[] {
    return [...this.files.keys()].flatMap((name) => {
      const told = this.records.has(name) ? this.told.get(name) : undefined;
      const waiting = this.waiting.get(name);
      return told ? [{ name, servers: told.servers.filter((one) => !waiting?.has(one.name)) }] : [];
    });
  }

  /** A run of a cluster file writes its record. */
  writeRecord(cluster: Cluster, name: string, text: string): void {
    this.wrote = true;
    const { servers = {} } = parseRecord(text, name).record ?? {};
    // What it takes over of a cluster file that is no more is its own.
    for (const [former, its] of this.records) {
      const owned = this.files.has(former) ? {} : (parseRecord(its, former).record?.servers ?? {});
      for (const one of cluster.servers) if (owned[one.name] && servers[one.name]) this.handOver(one, former, name);
    }
    this.records.set(name, text);
    this.told.set(name, cluster);
  }

  loseRecord(cluster: string): void {
    this.records.delete(cluster);
    this.disown();
  }

  /** Nobody can know any more who put there what is there now. */
  disown(): void {
    for (const one of this.entries) this.disowned.add(one);
    for (const one of this.filters) this.disowned.add(one);
    for (const one of this.machines) {
      for (const box of one.boxes.values()) this.disowned.add(box);
      // Nor which of them a run was to create anew.
      for (const role of ROLE_NAMES) {
        const box = one.boxes.get(ROLES[role].container);
        if (box) box.dataPath = dataPathIn(one, role);
      }
    }
    for (const source of this.sources.keys()) this.disowned.add(source);
  }

  /** What a cluster put there and that none of its servers needs, nor one of another file. */
  forgotten(cluster: Cluster): string[] {
    const { name: by } = cluster;
    const servers = [...this.files.values()].flatMap((file) => file.servers);
    const is = (thing: unknown, owner: string) => owner === by && !this.disowned.has(thing);
    const entries = this.entries.filter(
      (one) => is(one, one.by) && servers.every(({ name, role }) => name !== one.name || role !== one.role),
    );
    const boxes = this.machines.flatMap((machine) =>
      machine.down || machine.dockerHangs
        ? []
        : ROLE_NAMES.flatMap((role) => {
            const box = machine.boxes.get(ROLES[role].container);
            const home = servers.some((one) => one.role === role && machine.addresses.includes(one.address));
            return box &&
              is(box, box.by) &&
              !home &&
              this.isFindable(by, role, machine) &&
              !this.isMinded(by, box, machine)
              ? [`box ${role} ${machine.addresses[0]}`]
              : [];
          }),
    );
    // Where another cluster may still have something, by its record, what lets that in stays.
    const minded = this.mindedBy(by);
    const filters = this.filters.filter(
      (one) =>
        is(one, one.by) &&
        servers.every(({ address }) => hostCidr(address) !== one.cidr) &&
        !minded.some((address) => hostCidr(address) === one.cidr),
    );
    const wanted = trustedSources(cluster);
    const sources = [...this.sources].filter(
      ([source, owner]) =>
        owner === by &&
        !this.disowned.has(source) &&
        !wanted.includes(source) &&
        servers.every(({ address }) => !covers(source, address)) &&
        !minded.some((address) => covers(source, address)),
    );
    return [
      ...entries.map(keyOf),
      ...boxes,
      ...filters.map(({ cidr }) => `filter ${cidr}`),
      ...sources.map(([source]) => `source ${source}`),
    ];
  }

  /** Whether a cluster file has ever led to a machine: one that was given another address meanwhile nobody finds. */
  private isFindable(cluster: string, role: Role, { addresses }: Machine): boolean {
    const { container } = ROLES[role];
    return [...this.had].some((one) => {
      const [of, what, , address = ''] = one.split(' ');
      return of === cluster && what === container && addresses.includes(address);
    });
  }

  /** Servers of a cluster that do not run, or not as its file says. */
  stale({ servers }: Cluster): string[] {
    return servers.flatMap(({ name, role, address, image, dataPath }) => {
      const box = this.machineAt(address)?.boxes.get(ROLES[role].container);
      if (!box?.container.running) return [`${name} does not run`];
      const wrong = [
        ...(box.container.image === image ? [] : [box.container.image]),
        ...(box.dataPath === dataPath ? [] : [box.dataPath ?? 'no data path']),
        ...(nameOf(box) === (isListedRole(role) ? name : undefined) ? [] : [nameOf(box) ?? 'no name']),
      ];
      return wrong.length === 0 ? [] : [`${name} runs with ${wrong.join()}`];
    });
  }

  /** Whether another cluster knows by its record that it is there. */
  private isMinded(by: string, { container: { args } }: Box, { addresses }: Machine): boolean {
    const name = args[args.indexOf('-n') + 1] ?? '';
    return [...this.records].some(([cluster, text]) => {
      const known = cluster === by ? undefined : parseRecord(text, cluster).record?.servers[name];
      return known && [known, ...(known.elsewhere ?? [])].some(({ address }) => addresses.includes(address));
    });
  }

  /** Where other clusters know by their records that they have something */
  private mindedBy(by: string): string[] {
    return [...this.records].flatMap(([cluster, text]) => {
      const { servers = {}, listed = {} } = (cluster !== by && parseRecord(text, cluster).record) || {};
      const places = Object.values(servers).flatMap((one) => [one, ...(one.elsewhere ?? [])]);
      return [...places.map(({ address }) => address), ...Object.values(listed)];
    });
  }

  /** Which cluster has by its record what lets something in, and has not looked since a run of it was killed */
  claimant(list: 'firewall' | 'whitelist', what: string): string | undefined {
    return [...this.killed].find((name) => parseRecord(this.records.get(name), name).record?.[list].includes(what));
  }

  /** What one is called in the portal's list of a role. */
  entry(role: ListedRole, name: string): Entry | undefined {
    return this.entries.find((one) => one.role === role && one.name === name && one.type === 'EXTERNAL');
  }

  portal(): Record<ListedRole, Entry[]> {
    return forListedRoles((role) => this.entries.filter((one) => one.role === role));
  }

  /** Entries that take calls */
  serving(): Entry[] {
    return this.entries.filter((entry) => entry.type === 'EXTERNAL' && entry.enabled && this.isOnline(entry));
  }
}

/** What a container was told to call itself */
function nameOf({ container: { args } }: Box): string | undefined {
  return args.includes('-n') ? args[args.indexOf('-n') + 1] : undefined;
}

function dataPathIn({ configs }: Machine, role: Role): string | undefined {
  const { data_path: key } = ROLES[role].keys;
  return key === undefined ? undefined : configs.get(role)?.[key];
}

export function keyOf({
  role,
  name,
  privateIp,
  publicIp,
}: Pick<PortalServer, 'role' | 'name' | 'privateIp' | 'publicIp'>): string {
  return `entry ${role}/${name} ${privateIp ?? '-'} ${publicIp ?? '-'}`;
}

function machine(addresses: string[]): Machine {
  return { addresses, boot: randomUUID(), down: false, dockerHangs: false, boxes: new Map(), configs: new Map() };
}

export function isListedRole(role: Role): role is ListedRole {
  return isListed(role);
}
