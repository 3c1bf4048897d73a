import { hostCidr, sameCidr, trustedSources } from '../cluster/addresses';
import type { Server } from '../cluster/types';
import { pbxMachines } from '../host/commands';
import type { FirewallFacts, HostFacts } from '../host/types';
import type { IpFilter } from '../pbx/types';
import type { Run } from './context';
import { ByAddress, Networks } from '../cluster/by-address';
import {
  isReachable,
  type Change,
  type Diff,
  type DiffInput,
  type Finding,
  type Live,
  type Unreachable,
} from './types';

/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
export const WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;

/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
export function diffFirewall(input: DiffInput): Diff {
  const { cluster, live } = input;
  const changes: Change[] = [];
  const findings: Finding[] = [];
  diffSources(input, changes, findings);
  const filters = new Networks(live.portal.ipFilters.map((filter) => [filter.cidr, filter] as const));
  for (const server of cluster.servers) diffWhitelist(server, filters, live.at, changes, findings);
  return { changes, findings };
}

/** A firewall that has to let the servers in: the main server's, and with high availability that of each node. */
interface Gate {
  /** Whose it is, in sentences */
  on: string;
  firewall: FirewallFacts;
}

const MAIN = 'the main server';

function gatesOf({ main, nodes = new Map<string, HostFacts | Unreachable>() }: Live): Gate[] {
  const gate = (on: string, facts: HostFacts | Unreachable): Gate[] =>
    isReachable(facts) && facts.firewall ? [{ on, firewall: facts.firewall }] : [];
  const others = [...nodes].flatMap(([address, facts]) => gate(`the PBX node ${address}`, facts));
  return [...gate(MAIN, main), ...others];
}

/** Sources that are in the trusted zone of any of the PBX's firewalls for good. */
export function trustedNow(live: Live): string[] {
  return [...new Set(gatesOf(live).flatMap(({ firewall }) => firewall.trusted.permanent))];
}

/** How a firewall has each source. */
interface Door extends Gate {
  zones: ByAddress<string>;
  permanent: Networks<string>;
  runtime: Networks<string>;
}

function diffSources({ cluster, live }: DiffInput, changes: Change[], findings: Finding[]): void {
  const wanted = trustedSources(cluster);
  const owned = live.record?.firewall ?? [];
  // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
  const kept = new ByAddress(wanted.map((source) => [source, true] as const));
  const leaving = new ByAddress(owned.filter((source) => !kept.has(source)).map((source) => [source, true] as const));
  const staying = (sources: string[]) =>
    new Networks(sources.filter((source) => !leaving.has(source)).map((source) => [source, source] as const));
  const doors: Door[] = [];
  for (const { on, firewall } of gatesOf(live)) {
    if (firewall.running) {
      const zones = new ByAddress(Object.entries(firewall.otherZones));
      const { permanent, runtime } = firewall.trusted;
      doors.push({ on, firewall, zones, permanent: staying(permanent), runtime: staying(runtime) });
    } else
      findings.push({
        code: 'firewalld-not-running',
        // What does not run shuts nobody out; on the main server it may be started any moment.
        severity: on === MAIN ? 'blocking' : 'warning',
        message: `firewalld does not run on ${on}; start it with: sudo systemctl enable --now firewalld`,
      });
  }
  const servers = new ByAddress(cluster.servers.map((server) => [server.address, server] as const));
  for (const source of doors.length > 0 ? wanted : []) {
    const server = servers.get(source);
    const taken = doors.find(({ zones }) => zones.has(source));
    if (taken) {
      const zone = taken.zones.get(source) ?? '';
      findings.push({
        code: 'zone-conflict',
        severity: 'blocking',
        ...(server && { server: server.name }),
        message: `${source} is a source of the firewalld zone "${zone}" on ${taken.on} and cannot be trusted as well; if that zone does not need it: sudo firewall-cmd --permanent --zone=${zone} --remove-source=${source} && sudo firewall-cmd --reload`,
      });
      continue;
    }
    const reasons = new Map<string, string[]>();
    for (const door of doors) {
      const lacks = lacking(door, source);
      if (lacks) reasons.set(lacks, [...(reasons.get(lacks) ?? []), door.on]);
    }
    if (reasons.size === 0) continue;
    const stored = doors.flatMap(({ permanent }) => permanent.holding(source));
    changes.push({
      id: `firewall/${source}`,
      stage: 'firewall',
      // Whoever stored it, it was not this run: to make it active does not make it ours.
      action: stored.some((have) => sameCidr(have, source)) ? 'update' : 'create',
      ...(server && { server: server.name }),
      reason: [...reasons].map(([lacks, where]) => lacks.replace('HERE', where.join(', '))).join('; '),
      impact: 'none',
      needs: [],
      attributes: [{ name: 'trusted source', after: source }],
    });
  }
  const nodes = pbxMachines(cluster).map(({ address }) => address);
  const known = new ByAddress([...wanted, ...owned, ...nodes].map((source) => [source, true] as const));
  const foreign = trustedNow(live).filter((source) => !known.has(source));
  if (doors.length > 0 && foreign.length > 0)
    findings.push({
      code: 'unmanaged-source',
      severity: 'note',
      message: `Trusted sources on the main server that the cluster file does not know are left alone: ${foreign.join(', ')}`,
    });
}

/** What a firewall lacks of a source, in words; undefined: nothing. */
function lacking({ permanent, runtime }: Door, source: string): string | undefined {
  const stored = permanent.holding(source).length > 0;
  const active = runtime.holding(source).length > 0;
  if (stored && active) return undefined;
  if (stored) return 'trusted after the next reload only: not active now';
  return active ? 'trusted now, but lost at the next reload' : 'not a trusted source on HERE yet';
}

function diffWhitelist(
  server: Server,
  filters: Networks<IpFilter>,
  now: number,
  changes: Change[],
  findings: Finding[],
): void {
  const cidr = hostCidr(server.address);
  const holding = filters.holding(cidr);
  const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
  if (denied) {
    findings.push({
      code: 'address-denied',
      severity: 'blocking',
      server: server.name,
      message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${server.address}; delete that entry on the portal's IP Blacklist page`,
    });
  }
  const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
  if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS))) return;
  const own = accepting.find((filter) => sameCidr(filter.cidr, cidr));
  changes.push({
    id: `whitelist/${cidr}`,
    stage: 'firewall',
    action: own ? 'update' : 'create',
    server: server.name,
    reason: own ? 'its whitelist entry runs out' : 'not in the PBX’s IP whitelist yet: its requests would be throttled',
    impact: 'none',
    needs: [],
    attributes: own
      ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: WHITELIST_EXPIRY }]
      : [{ name: 'accepted address', after: cidr }],
  });
}

function expired(filter: IpFilter, at: number): boolean {
  const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
  return end <= at;
}

/** Adds or removes one trusted source; those that are asked for together share one reload. */
export async function applySource(change: Change, run: Run): Promise<void> {
  const source = change.id.slice('firewall/'.length);
  await run.firewall.change(change.action === 'delete' ? 'remove' : 'add', source);
}

export async function applyWhitelist(change: Change, run: Run): Promise<void> {
  const { pbx, cluster } = run.session;
  const cidr = change.id.slice('whitelist/'.length);
  const filter = {
    cidr,
    target: 'ACCEPT',
    expireAt: WHITELIST_EXPIRY,
    description: `${cluster.name}: ${change.server ?? cidr}`.slice(0, 255),
  } as const;
  // As this run found it once it had the lock. To read the list again for each entry would be thousands of calls.
  const have = run.live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && sameCidr(entry.cidr, cidr));
  if (change.action === 'delete') {
    for (const entry of have) await pbx.destroyIpFilter(entry.id);
    return;
  }
  const [entry] = have;
  if (entry) await pbx.updateIpFilter(entry.id, filter);
  else await pbx.createIpFilter(filter);
}
