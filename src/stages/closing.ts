import { covers, normalise, trustedSources, whitelistCidrs } from '../cluster/addresses';
import { ByAddress, Networks } from '../cluster/by-address';
import { isListed, LISTED_ROLES, ROLES } from '../cluster/roles';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { idOf, type Change, type ChangeId, type Planned, type SourceRemoval, type WhitelistRemoval } from './change';
import type { Departing } from './departing';
import { mayBeWrittenBy, trustedNow } from './firewall';
import { reaches, type Reach } from './identity';
import type { DiffInput } from './stage';

/* What let in servers that have gone is closed: never before they have, nor what somebody else is let in by. */

/** A server that goes from an address. */
export interface Leaving extends Departing {
  /** It cannot be taken away now: whatever lets it through has to stay. */
  held: boolean;
  /** Whatever it may have been let in by, then or now */
  entrances: readonly string[];
  /** By which entries calls get to its machine, if the portal lists its role */
  reach: Reach | undefined;
}

/** `host`: what the facts of its machine are kept under. */
export function leavingFrom(place: Departing, host: string, held: boolean, { live, who }: DiffInput): Leaving {
  return {
    ...place,
    held,
    entrances: entrancesOf(place, host, { live, who }),
    reach: who.reach(place, live.hosts.get(host)),
  };
}

/** What is closed, in any order; what each waits for is in its needs. */
export function closeFirewall(
  { cluster, live, plane, who }: DiffInput,
  leaving: readonly Leaving[],
  removals: readonly Pick<Change, 'id'>[],
  planned: Planned,
): (WhitelistRemoval | SourceRemoval)[] {
  const index = (sources: string[]) => new ByAddress(sources.map((source) => [source, true] as const));
  const wanted = trustedSources(cluster);
  const [kept, addresses] = [index(wanted), index(whitelistCidrs(cluster))];
  const trusted = index(trustedNow({ live, plane }));
  const accepted = index(
    live.portal.ipFilters
      .filter((entry) => entry.target === 'ACCEPT' && mayBeWrittenBy(cluster, entry))
      .map(({ cidr }) => cidr),
  );
  const held = leaving.filter((server) => server.held).flatMap(({ entrances }) => entrances);
  // What another cluster file of the same PBX relies on stays as well.
  const holds = (owned: string) =>
    held.some((address) => covers(owned, address)) || who.isElsewhere((address) => covers(owned, address));
  const once = (list: string[]) => [...new Set(list)];
  const cidrs = once(live.record?.whitelist ?? []).filter(
    (owned) => !addresses.has(owned) && accepted.has(owned) && !holds(owned),
  );
  const sources = once(live.record?.firewall ?? []).filter(
    (owned) => !kept.has(owned) && trusted.has(owned) && !holds(owned),
  );

  const goes = waitingFor(leaving, removals, planned);
  // What replaces an entry must be open before the entry is closed.
  const networks = wanted.filter((source) => !isOne(source));
  const opened = (source: string) =>
    planned.these((isOne(source) ? networks.filter((network) => covers(network, source)) : wanted).map(idOf.source));
  const common = { action: 'delete', impact: 'none', after: [] } as const;
  return [
    ...cidrs.map((cidr): WhitelistRemoval => ({
      ...common,
      kind: 'whitelist-removal',
      causes: [{ cause: 'unused' }],
      id: idOf.whitelist(cidr),
      needs: goes(cidr),
      cidr,
    })),
    ...sources.map((source): SourceRemoval => {
      const id = idOf.source(source);
      const needs = [...new Set([...goes(source), ...opened(source)])].filter((need) => need !== id);
      return {
        ...common,
        kind: 'source-removal',
        causes: [{ cause: 'unused', of: plane.firewall }],
        id,
        needs,
        source,
      };
    }),
  ];
}

/** What must have gone before an entry is closed: for one address what is there, for a network everything that goes. */
function waitingFor(
  leaving: readonly Leaving[],
  removals: readonly Pick<Change, 'id'>[],
  planned: Planned,
): (owned: string) => ChangeId[] {
  const ids = new Set([...planned.ids, ...removals.map(({ id }) => id)]);
  const goes = ({ name }: Leaving) => [idOf.role(name), idOf.entry(name)].filter((id) => ids.has(id));
  const all = [...new Set(leaving.flatMap(goes))];
  const by = new Map<string, ChangeId[]>();
  for (const server of leaving) {
    for (const key of new Set(server.entrances.map(normalise)))
      by.set(key, [...new Set([...(by.get(key) ?? []), ...goes(server)])]);
  }
  return (owned) => by.get(normalise(owned)) ?? (isOne(owned) ? [] : all);
}

/** Servers that stay as they are, and that what is closed here shuts out with their calls. */
export function shutOut(
  { cluster, live, plane, who }: DiffInput,
  leaving: readonly Leaving[],
  closing: readonly (WhitelistRemoval | SourceRemoval)[],
): Finding[] {
  const removed = closing.flatMap((change) => (change.kind === 'source-removal' ? [change.source] : []));
  if (removed.length === 0) return [];
  const gone = new ByAddress(removed.map((source) => [source, true] as const));
  const stays = new Networks(
    [...trustedSources(cluster), ...trustedNow({ live, plane }).filter((source) => !gone.has(source))].map(
      (source) => [source, true] as const,
    ),
  );
  const leaves = new Set(who.leaving.map(({ name }) => name));
  const names = new Set(cluster.servers.map(({ name }) => name));
  return LISTED_ROLES.flatMap((role) => live.portal.servers[role]).flatMap((entry): Finding[] => {
    if (entry.type === 'INTERNAL' || names.has(entry.name) || leaves.has(entry.name)) return [];
    // Who runs on a machine that is left may be listed by another address of it.
    const machines = leaving.filter(({ reach }) => reach && reaches(reach, entry)).map(({ address }) => address);
    const own = entry.privateIp ?? entry.publicIp;
    const [out] = [...(own === undefined ? [] : [own]), ...machines].flatMap((address) => {
      const source = removed.find((one) => covers(one, address));
      return source === undefined || stays.holding(address).length > 0 ? [] : [{ address, source }];
    });
    if (!out) return [];
    const { address, source } = out;
    const { label } = ROLES[entry.role];
    return [
      {
        code: 'shuts-out',
        severity: 'warning',
        message: `The ${label} "${entry.name}" (${address}) is not in the cluster file and is left alone, but without ${source} as a trusted source the PBX does not see it any more, and calls on it end: add it to the cluster file, or ${address} to firewall.trust`,
      },
    ];
  });
}

/** By its addresses, those that the portal has of it, and what its machine calls itself: it may have been readdressed, and no run got further. */
function entrancesOf(
  { name, role, address, publicIp }: Departing,
  host: string,
  { live, who }: Pick<DiffInput, 'live' | 'who'>,
): string[] {
  const entries = isListed(role) ? who.entriesNamed(name, role) : [];
  const facts = live.hosts.get(host);
  return [
    ...[address, publicIp, ...entries.flatMap((one) => [one.privateIp, one.publicIp])].flatMap((one) => one ?? []),
    ...(isReachable(facts) ? facts.addresses : []),
  ];
}

function isOne(source: string): boolean {
  return !normalise(source).includes('/');
}
