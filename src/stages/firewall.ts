import { addressesOf, hostCidr, sameCidr, trustedSources } from '../cluster/addresses';
import { ByAddress, Networks } from '../cluster/by-address';
import type { Cluster, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { takeOut } from '../host/trusted-sources';
import type { FirewallFacts } from '../host/types';
import type { IpFilter } from '../pbx/types';
import { idOf, type SourceRemoval, type TrustedSource, type WhitelistEntry } from './change';
import type { ClusterRecord } from './cluster-record';
import type { Live } from './live';
import type { Run } from './run';
import type { Diff, DiffInput, Stage } from './stage';
import { shutOut } from './zones';

/** Whitelist entries never run out by themselves; a fixed date keeps the plan's digest the same from day to day. */
export const WHITELIST_EXPIRY = '2099-12-31T23:59:59Z';
const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;
const MOST_DESCRIPTION = 255;

/** Opens the main server to the cluster servers: trusted sources in firewalld and the PBX's IP whitelist. Never closes anything. */
export const firewall: Stage<'trusted-source' | 'whitelist-entry'> = {
  name: 'firewall',
  *diff(input) {
    const sources = diffSources(input);
    yield;
    const { cluster, live } = input;
    const filters = new Networks(live.portal.ipFilters.map((filter) => [filter.cidr, filter] as const));
    const entries = cluster.servers.flatMap((server) =>
      addressesOf(server, cluster).map((address) => diffWhitelist(server, address, cluster.name, filters, live.at)),
    );
    return {
      changes: [...sources.changes, ...entries.flatMap(({ changes }) => changes)],
      findings: [...sources.findings, ...entries.flatMap(({ findings }) => findings)],
    };
  },
  apply: { 'trusted-source': applySource, 'whitelist-entry': applyWhitelist },
  words: {
    'trusted-source': {
      object: trustedIn,
      deed: ({ action }) => [action === 'create' ? 'trust' : 'change'],
      target: ({ source }) => source,
      reason: ({ causes }) => causes.map(({ cause, on }) => LACKS[cause](on.join(', '))).join('; '),
      differences: ({ source }) => [{ name: 'trusted source', after: source }],
      selfExplaining: () => true,
    },
    'whitelist-entry': {
      object: ({ entry }) => `${entry.cidr} in the PBX's IP whitelist`,
      deed: ({ action }) => [action === 'create' ? 'whitelist' : 'correct the whitelist entry of'],
      target: ({ entry }) => entry.cidr,
      reason: ({ present }) =>
        present ? 'its whitelist entry runs out' : "not in the PBX's IP whitelist yet: its requests would be throttled",
      differences: ({ differences }) => [...differences],
      selfExplaining: ({ action }) => action === 'create',
    },
  },
};

/** "trusted source 192.168.1.21 in the main server's firewall" */
export function trustedIn({ source, causes: [first] }: TrustedSource | SourceRemoval): string {
  return `trusted source ${source} in ${first?.of ?? "the PBX's firewall"}`;
}

/** A firewall that has to let the servers in: the main server's, and with high availability that of each node. */
interface Gate {
  isMain: boolean;
  /** Whose it is, in sentences */
  on: string;
  firewall: FirewallFacts;
}

function gatesOf({ main, nodes = new Map<string, Reachable>() }: Live, mainName: string): Gate[] {
  const gate = (isMain: boolean, on: string, facts: Reachable): Gate[] =>
    isReachable(facts) && isKnown(facts.firewall) ? [{ isMain, on, firewall: facts.firewall }] : [];
  const others = [...nodes].flatMap(([address, facts]) => gate(false, `the PBX node ${address}`, facts));
  return [...gate(true, `the ${mainName}`, main), ...others];
}

/** Firewalls of machines that answer and do not tell of them: they are left as they are, and so is what they have to let in. */
function unseenGates({ main, nodes = new Map<string, Reachable>() }: Live, mainName: string): Finding[] {
  const finding = (on: string, facts: Reachable): Finding[] =>
    !isReachable(facts) || isKnown(facts.firewall)
      ? []
      : [
          {
            code: 'firewall-unknown',
            severity: 'warning',
            message: `The firewall of ${on} cannot be seen (${facts.firewall.unknown}), so it is left as it is. Try there: sudo firewall-cmd --state`,
          },
        ];
  return [
    ...finding(`the ${mainName}`, main),
    ...[...nodes].flatMap(([address, facts]) => finding(`the PBX node ${address}`, facts)),
  ];
}

/** Sources that are in the trusted zone of any of the PBX's firewalls for good. */
export function trustedNow({ live, plane }: Pick<DiffInput, 'live' | 'plane'>): string[] {
  return [...new Set(gatesOf(live, plane.mainName).flatMap(({ firewall }) => firewall.trusted.permanent))];
}

/**
 * The record without what was to be let in and is let in nowhere, as by a run that was killed before it did: what somebody puts there from
 * now on is theirs. What could not be read stays.
 */
export function withoutClosed(
  record: ClusterRecord,
  { live, plane }: Pick<DiffInput, 'live' | 'plane'>,
): ClusterRecord {
  const gates = gatesOf(live, plane.mainName);
  const isRead = gates.length === 1 + (live.nodes?.size ?? 0) && gates.every(({ firewall }) => firewall.running);
  const all = gates.flatMap(({ firewall: { trusted } }) => [...trusted.permanent, ...trusted.runtime]);
  const index = (list: readonly string[]) => new ByAddress(list.map((one) => [one, true] as const));
  const [sources, cidrs] = [index(all), index(live.portal.ipFilters.map(({ cidr }) => cidr))];
  return {
    ...record,
    firewall: record.firewall.filter((source) => !isRead || sources.has(source)),
    whitelist: record.whitelist.filter((cidr) => cidrs.has(cidr)),
  };
}

/** How a firewall has each source. */
interface Door extends Gate {
  zones: ByAddress<string>;
  permanent: Networks<string>;
  runtime: Networks<string>;
}

function diffSources(input: DiffInput): Diff<TrustedSource> {
  const { cluster, plane, live } = input;
  const changes: TrustedSource[] = [];
  const wanted = trustedSources(cluster);
  const owned = live.record?.firewall ?? [];
  // What this plan takes away covers nothing: a network that the single addresses replace goes after them.
  const kept = new ByAddress(wanted.map((source) => [source, true] as const));
  const leaving = new ByAddress(owned.filter((source) => !kept.has(source)).map((source) => [source, true] as const));
  const gates = gatesOf(live, plane.mainName);
  const findings = [
    ...unseenGates(live, plane.mainName),
    ...gates.filter(({ firewall }) => !firewall.running).map(notRunning),
  ];
  const doors = gates.filter(({ firewall }) => firewall.running).map((gate) => doorOf(gate, leaving));
  const servers = new ByAddress(
    cluster.servers.flatMap((server) => addressesOf(server, cluster).map((address) => [address, server] as const)),
  );
  for (const source of doors.length > 0 ? wanted : []) {
    const server = servers.get(source);
    const taken = doors.find(({ zones }) => zones.has(source));
    if (taken) {
      findings.push(zoneConflict(source, taken, server));
      continue;
    }
    const causes = causesOf(doors, source, plane.firewall);
    if (causes.length === 0) continue;
    const stored = doors.flatMap(({ permanent }) => permanent.holding(source));
    changes.push({
      kind: 'trusted-source',
      id: idOf.source(source),
      // Whoever stored it, it was not this run: to make it active does not make it ours.
      action: stored.some((have) => sameCidr(have, source)) ? 'update' : 'create',
      ...(server && { server: server.name }),
      causes,
      impact: 'none',
      needs: [],
      after: [],
      source,
    });
  }
  const told = new Set(findings.flatMap(({ code, server }) => (code === 'zone-conflict' ? [server] : [])));
  findings.push(...shutOut(input, doors).filter(({ server }) => server === undefined || !told.has(server)));
  const nodes = plane.pbxMachines.map(({ address }) => address);
  const known = new ByAddress([...wanted, ...owned, ...nodes].map((source) => [source, true] as const));
  const foreign = trustedNow(input).filter((source) => !known.has(source));
  if (doors.length > 0 && foreign.length > 0)
    findings.push({
      code: 'unmanaged-source',
      severity: 'note',
      message: `Trusted sources in ${plane.firewall} that the cluster file does not know are left alone: ${foreign.join(', ')}`,
    });
  return { changes, findings };
}

function doorOf(gate: Gate, leaving: ByAddress<true>): Door {
  const { otherZones, trusted } = gate.firewall;
  const staying = (sources: string[]) =>
    new Networks(sources.filter((source) => !leaving.has(source)).map((source) => [source, source] as const));
  return {
    ...gate,
    zones: new ByAddress(Object.entries(otherZones)),
    permanent: staying(trusted.permanent),
    runtime: staying(trusted.runtime),
  };
}

function notRunning({ isMain, on }: Gate): Finding {
  return {
    code: 'firewalld-not-running',
    // What does not run shuts nobody out; on the main server it may be started any moment.
    severity: isMain ? 'blocking' : 'warning',
    message: `firewalld does not run on ${on}; start it with: sudo systemctl enable --now firewalld`,
  };
}

function zoneConflict(source: string, { zones, on }: Door, server: Server | undefined): Finding {
  const zone = zones.get(source) ?? '';
  return {
    code: 'zone-conflict',
    severity: 'blocking',
    ...(server && { server: server.name }),
    message: `${source} is a source of the firewalld zone "${zone}" on ${on} and cannot be trusted as well; if that zone does not need it: ${takeOut(zone, source)}`,
  };
}

type SourceCause = TrustedSource['causes'][number];

const LACKS: Readonly<Record<SourceCause['cause'], (on: string) => string>> = {
  untrusted: (on) => `not a trusted source on ${on} yet`,
  'not-active': () => 'trusted after the next reload only: not active now',
  'not-stored': () => 'trusted now, but lost at the next reload',
};

/** What the firewalls lack of a source, each cause with those whose it is. */
function causesOf(doors: readonly Door[], source: string, of: string): SourceCause[] {
  const on = new Map<SourceCause['cause'], string[]>();
  for (const door of doors) {
    const lacks = lacking(door, source);
    if (lacks) on.set(lacks, [...(on.get(lacks) ?? []), door.on]);
  }
  return [...on].map(([cause, where]) => ({ cause, on: where, of }));
}

function lacking({ permanent, runtime }: Door, source: string): SourceCause['cause'] | undefined {
  const stored = permanent.holding(source).length > 0;
  const active = runtime.holding(source).length > 0;
  if (stored && active) return undefined;
  if (stored) return 'not-active';
  return active ? 'not-stored' : 'untrusted';
}

function diffWhitelist(
  server: Server,
  address: string,
  clusterName: string,
  filters: Networks<IpFilter>,
  now: number,
): Diff<WhitelistEntry> {
  const cidr = hostCidr(address);
  const holding = filters.holding(cidr);
  const denied = holding.find((filter) => filter.target === 'DENY' && !expired(filter, now));
  // The PBX takes no second entry of one address, not even where the first has run out.
  const inTheWay = holding.find((filter) => filter.target === 'DENY' && sameCidr(filter.cidr, cidr));
  const findings: Finding[] = [];
  if (denied)
    findings.push({
      code: 'address-denied',
      severity: 'blocking',
      server: server.name,
      message: `The PBX's IP blacklist denies ${denied.cidr}, which covers ${address}; delete that entry on the portal's IP Blacklist page`,
    });
  const accepting = holding.filter((filter) => filter.target === 'ACCEPT');
  if (accepting.some((filter) => !expired(filter, now + RENEW_BEFORE_MS))) return { changes: [], findings };
  const own = accepting.find((filter) => sameCidr(filter.cidr, cidr));
  if (!own && !denied && inTheWay)
    return {
      changes: [],
      findings: [
        {
          code: 'address-denied',
          severity: 'blocking',
          server: server.name,
          message: `The PBX's IP blacklist has an entry of ${inTheWay.cidr} that has run out${inTheWay.expireAt ? ` (${inTheWay.expireAt})` : ''}; it denies nothing any more, but as long as it is there the PBX refuses to whitelist ${address}: delete it on the portal's IP Blacklist page`,
        },
      ],
    };
  const change: WhitelistEntry = {
    kind: 'whitelist-entry',
    id: idOf.whitelist(cidr),
    action: own ? 'update' : 'create',
    server: server.name,
    causes: [{ cause: own ? 'expires' : 'missing' }],
    impact: 'none',
    needs: [],
    after: [],
    entry: {
      cidr,
      target: 'ACCEPT',
      expireAt: WHITELIST_EXPIRY,
      // Whoever wrote the entry, what is written in it stays: nobody was shown that it would change.
      ...(own
        ? own.description !== undefined && { description: own.description }
        : { description: `${writtenBy(clusterName)}${server.name}`.slice(0, MOST_DESCRIPTION) }),
    },
    differences: own
      ? [{ name: 'expires', ...(own.expireAt && { before: own.expireAt }), after: WHITELIST_EXPIRY }]
      : [{ name: 'accepted address', after: cidr }],
    ...(own && { present: own }),
  };
  return { changes: [change], findings };
}

function expired(filter: IpFilter, at: number): boolean {
  const end = filter.expireAt ? Date.parse(filter.expireAt) : NaN;
  return end <= at;
}

/** Adds one trusted source; those that are asked for together are added together. */
async function applySource({ source }: TrustedSource, run: Run): Promise<void> {
  await run.firewall.change('add', source);
}

async function applyWhitelist({ entry }: WhitelistEntry, run: Run): Promise<void> {
  const { pbx } = run.session;
  const [have] = acceptingEntries(run, entry.cidr);
  if (have) await pbx.updateIpFilter(have.id, entry);
  else await pbx.createIpFilter(entry);
}

const writtenBy = (clusterName: string) => `${clusterName}: `;

/** Whether an entry says what ours say, or nothing: somebody may have deleted ours and written one of their own since. */
export function mayBeWrittenBy({ name }: Cluster, { description = '' }: IpFilter): boolean {
  return description === '' || description.startsWith(writtenBy(name));
}

/** As this run found them once it had the lock. To read the list again for each entry would be thousands of calls. */
export function acceptingEntries({ live }: Run, cidr: string): IpFilter[] {
  return live.portal.ipFilters.filter((entry) => entry.target === 'ACCEPT' && sameCidr(entry.cidr, cidr));
}
