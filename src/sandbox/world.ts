import ipaddr from 'ipaddr.js';
import { every, type Clock } from '../clock';
import { isOlder, parseVersion } from '../cluster/image';
import { LISTED_ROLES, ROLE_NAMES, ROLES, type ListedRole, type Service } from '../cluster/roles';
import type { ServerStatus } from '../pbx/types';
import type { SandboxContainer, SandboxHost } from './host';
import { addressesOf, type StoredServer } from './pbx/state';

export type { StoredServer };

/** Since when a PBX says whether it sees IM and Data Flow */
const SEES_SERVICES = [22, 8];

/** What the portal knows: asked for each time. */
export type Portal = () => Readonly<Record<ListedRole, StoredServer[]>>;

interface Call {
  host: SandboxHost;
  container: string;
  since: number;
  /** Milliseconds since the epoch; undefined: until somebody ends it */
  until: number | undefined;
}

/**
 * What connects the parts: which server the PBX would see ONLINE, and the calls that are up. It keeps no state of
 * hosts or portal, it looks at them.
 */
export class World {
  /** Calls that ended because what carried them was stopped */
  cutCalls = 0;
  /** Calls for which no server was there */
  rejectedCalls = 0;
  placedCalls = 0;
  private calls: Call[] = [];
  private readonly seen = new Map<SandboxHost, number>();
  /** Entries of servers that have been ONLINE */
  private readonly heardOf = new Set<string>();
  private readonly timers = new Set<() => void>();

  constructor(
    private readonly hosts: () => readonly SandboxHost[],
    private readonly portal: Portal,
    /** From the start of a container until the PBX sees it */
    public onlineDelayMs: number,
    private readonly clock: Clock,
    /** The nodes of a highly available PBX */
    private readonly nodes?: () => { active: SandboxHost; address: string; since: number } | undefined,
  ) {}

  /** Where the PBX runs: the main server, or the active node. */
  get main(): SandboxHost {
    const main = this.nodes?.()?.active ?? this.hosts().find((host) => host.role === 'pbx');
    if (!main) throw new Error('The sandbox has no main server');
    return main;
  }

  /** Where servers look for the PBX: its own address, or the virtual one. */
  get pbxAddress(): string {
    return this.nodes?.()?.address ?? this.main.address;
  }

  /** The PBX's own version, undefined while it does not run. */
  pbxVersion(): string | undefined {
    const callManager = this.main.container('portsip.callmanager');
    return callManager?.running ? callManager.version : undefined;
  }

  /** The PBX and its API are there. */
  pbxRuns(): boolean {
    return !this.main.isDown && this.pbxVersion() !== undefined;
  }

  serverStatus(role: ListedRole, server: StoredServer): ServerStatus {
    this.reconcile();
    const place = this.placeOf(role, server);
    const online = place !== undefined && this.isOnline(server, place);
    const calls = place ? this.calls.filter((call) => sameAs(call, place)).length : 0;
    return {
      status: online ? 'ONLINE' : 'OFFLINE',
      ...(ROLES[role].calls.kind === 'counted' && { calls: online ? calls : 0 }),
      ...(online && { cpuUsage: 3, memoryUsage: 12 }),
    };
  }

  /** By the one that is there and looks for this PBX. Source: PortSIP's list of changes of its REST API, which has it since v22.8 */
  serviceStatus(service: Service): ServerStatus['status'] | undefined {
    const version = this.pbxVersion();
    if (version === undefined || isOlder(parseVersion(version), SEES_SERVICES)) return undefined;
    const role = ROLE_NAMES.find((one) => ROLES[one].seenAs === service);
    const there = this.hosts().some((host) => !host.isDown && role && host.container(ROLES[role].container)?.running);
    return there ? 'ONLINE' : 'OFFLINE';
  }

  /** Puts calls on a server, whether or not it would get any. They last `durationMs`, or until `endCalls`. */
  addCalls(name: string, count: number, durationMs?: number): void {
    this.reconcile();
    const now = this.clock.now();
    const { host, container } = this.findPlace(name);
    for (let call = 0; call < count; call++)
      this.calls.push({ host, container, since: now, until: durationMs === undefined ? undefined : now + durationMs });
    this.placedCalls += count;
  }

  /** The parties hang up: all calls of the server, or so many. */
  endCalls(name: string, count = Infinity): void {
    this.reconcile();
    const place = this.findPlace(name);
    this.calls = this.calls.filter((call) => !sameAs(call, place) || count-- <= 0);
  }

  callsOn(name: string): number {
    this.reconcile();
    const place = this.findPlace(name);
    return this.calls.filter((call) => sameAs(call, place)).length;
  }

  /** Calls up in the whole cluster. */
  callsUp(): number {
    this.reconcile();
    return this.calls.length;
  }

  /** Calls that were cut; looks at the hosts first. */
  countCutCalls(): number {
    this.reconcile();
    return this.cutCalls;
  }

  /**
   * Places one call on the least loaded enabled server of a role, as the PBX does. False: rejected. One that was ONLINE and died
   * gets calls as well, unless the PBX fails over servers of the role by itself.
   */
  placeCall(role: ListedRole, durationMs?: number): boolean {
    this.reconcile();
    const open = this.portal()
      [role].filter((server) => server.enabled)
      .flatMap((server) => {
        const place = this.placeOf(role, server);
        const online = place !== undefined && this.isOnline(server, place);
        const gets = online || (this.heardOf.has(server.id) && !ROLES[role].failsOver);
        return place && gets ? [{ ...place, online }] : [];
      })
      .map((place) => ({ ...place, load: this.calls.filter((call) => sameAs(call, place)).length }))
      .sort((a, b) => a.load - b.load);
    const [place] = open;
    if (!place?.online) {
      this.rejectedCalls++;
      return false;
    }
    const now = this.clock.now();
    this.calls.push({
      host: place.host,
      container: place.container,
      since: now,
      until: durationMs === undefined ? undefined : now + durationMs,
    });
    this.placedCalls++;
    return true;
  }

  /** New calls all the time, until the returned function is called (or the sandbox closed). */
  traffic(options: { roles?: ListedRole[]; everyMs: number; durationMs: number }): () => void {
    const { roles = ['media'], everyMs, durationMs } = options;
    const stop = every(this.clock, everyMs, () => {
      for (const role of roles) this.placeCall(role, durationMs);
    });
    this.timers.add(stop);
    return stop;
  }

  close(): void {
    for (const stop of this.timers) stop();
  }

  /** Whether the main server lets an address in: its firewall as it is now, not as it will be. Zones are asked by name. */
  trusts(address: string): boolean {
    const wanted = ipaddr.parse(address);
    const zones = Object.entries(this.main.firewall().runtime).sort(([a], [b]) => (a < b ? -1 : 1));
    const first = zones.find(([, { sources }]) =>
      sources.some((source) => {
        const [network, prefix] = source.includes('/') ? ipaddr.parseCIDR(source) : hostRange(source);
        return network.kind() === wanted.kind() && wanted.match(network, prefix);
      }),
    );
    return first?.[0] === 'trusted';
  }

  private isOnline(server: StoredServer, place: { host: SandboxHost; container: string }): boolean {
    const { host } = place;
    if (this.isStillHeardOf(server, place)) return true;
    if (host.isDown || host.faults.neverOnline || !this.pbxRuns()) return false;
    const container = host.container(place.container);
    // A PBX that moved to another node hears of its servers again.
    const since = Math.max(container?.startedAt ?? 0, this.nodes?.()?.since ?? 0);
    if (!container?.running || since + this.onlineDelayMs > this.clock.now()) return false;
    if (server.type === 'INTERNAL') return true;
    const online =
      option(container, '-n') === server.name &&
      option(container, '-a') === this.pbxAddress &&
      addressesOf(server).includes(option(container, '-x') ?? '') &&
      this.trusts(host.address);
    if (online) this.heardOf.add(server.id);
    return online;
  }

  private isStillHeardOf(server: StoredServer, { host, container }: { host: SandboxHost; container: string }): boolean {
    const { staleOnlineMs } = host.faults;
    if (staleOnlineMs === 0 || !this.heardOf.has(server.id) || !this.pbxRuns()) return false;
    const stopped = host.events().findLast((event) => event.kind === 'stop' && event.container === container);
    return stopped !== undefined && stopped.time + staleOnlineMs > this.clock.now();
  }

  /** Where a registered server runs, if anywhere. */
  private placeOf(role: ListedRole, server: StoredServer): { host: SandboxHost; container: string } | undefined {
    const { container } = ROLES[role];
    if (server.type === 'INTERNAL') return { host: this.main, container };
    const addresses = addressesOf(server);
    const host = this.hosts().find(({ address }) => addresses.includes(address));
    return host && { host, container };
  }

  private findPlace(name: string): { host: SandboxHost; container: string } {
    for (const role of LISTED_ROLES) {
      const server = this.portal()[role].find((candidate) => candidate.name === name);
      const place = server && this.placeOf(role, server);
      if (place) return place;
    }
    throw new Error(`The portal has no server ${name}, so there can be no calls on it`);
  }

  /** Ends the calls whose time is up, and cuts those whose container was stopped before that. */
  private reconcile(): void {
    for (const host of this.hosts()) {
      const seen = this.seen.get(host) ?? 0;
      const events = host.events(seen);
      if (events.length === 0) continue;
      this.seen.set(host, seen + events.length);
      for (const event of events.filter(({ kind }) => kind === 'stop')) {
        const cut = (call: Call) =>
          call.host === host &&
          call.container === event.container &&
          call.since <= event.time &&
          (call.until ?? Infinity) > event.time;
        this.cutCalls += this.calls.filter(cut).length;
        this.calls = this.calls.filter((call) => !cut(call));
      }
    }
    const now = this.clock.now();
    this.calls = this.calls.filter(({ until }) => until === undefined || until > now);
  }
}

function sameAs(call: Pick<Call, 'host' | 'container'>, place: { host: SandboxHost; container: string }): boolean {
  return call.host === place.host && call.container === place.container;
}

function option(container: SandboxContainer, flag: string): string | undefined {
  const at = container.args.indexOf(flag);
  return at < 0 ? undefined : container.args[at + 1];
}

function hostRange(source: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.parse(source);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
