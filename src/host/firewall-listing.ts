import { isKnown, unknown, type Reading } from './reading';
import type { FirewallFacts, RivalZone } from './types';

/** What a listing of zones leaves open: the addresses of a set, by its name. */
export type Sets = ReadonlyMap<string, Reading<string[]>>;

/** Pure: from what `firewall-cmd --list-all-zones` prints, without and with --permanent. */
export function parseFirewall(
  state: string | undefined,
  runtime = '',
  permanent = '',
  sets: { runtime: Sets; permanent: Sets } = { runtime: new Map(), permanent: new Map() },
): FirewallFacts {
  const zones = { runtime: readZones(runtime), permanent: readZones(permanent) };
  const otherZones: Record<string, string> = {};
  for (const listing of [zones.runtime, zones.permanent])
    for (const { name, sources } of listing)
      if (name !== 'trusted') for (const source of sources) otherZones[source] = name;
  const trusted = (listing: Zone[]) => listing.find(({ name }) => name === 'trusted')?.sources ?? [];
  return {
    running: state?.trim() === 'running',
    trusted: { permanent: trusted(zones.permanent), runtime: trusted(zones.runtime) },
    otherZones,
    rivals: {
      runtime: rivals(zones.runtime, sets.runtime),
      permanent: rivals(zones.permanent, sets.permanent),
    },
  };
}

interface Zone {
  name: string;
  target: string;
  /** Lower ones are asked first; undefined: firewalld is older than 2.0 */
  priority?: number;
  sources: string[];
  interfaces: string[];
}

/** Zones begin in the first column (`trusted (active)`), what they have is indented. */
function readZones(listing: string): Zone[] {
  const zones = new Map<string, Zone>();
  let zone: Zone | undefined;
  for (const line of listing.split('\n')) {
    const name = /^([A-Za-z0-9_-]+)(?: \([a-z, ]+\))?\s*$/.exec(line)?.[1];
    if (name !== undefined) {
      zone = { name, target: 'default', sources: [], interfaces: [] };
      zones.set(name, zone);
    }
    const [, field, value = ''] = /^\s+(target|ingress-priority|interfaces|sources): *(.*)$/.exec(line) ?? [];
    if (!zone || field === undefined) continue;
    if (field === 'target') zone.target = value.trim();
    if (field === 'ingress-priority' && /^-?\d{1,9}$/.test(value.trim())) zone.priority = Number(value);
    if (field === 'interfaces') zone.interfaces = words(value);
    if (field === 'sources') zone.sources = words(value);
  }
  return [...zones.values()];
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/**
 * Zones that come before the trusted one, in firewalld's own order: by priority where there is one, sources before interfaces, then
 * by name. How narrow a network is does not count. Source: firewalld's nftables.py, 1.3 (`_run_replace_zone_source`) and 2.0 to
 * 2.5 (`_policy_dispatch_sort_key`, `_zone_ingress_dispatch_sort_key`).
 */
function rivals(zones: readonly Zone[], sets: Sets): RivalZone[] {
  const own = zones.find(({ name }) => name === 'trusted')?.priority ?? 0;
  const before = (zone: Zone) => (zone.priority ?? 0) - own || (zone.name < 'trusted' ? -1 : 1);
  return zones
    .filter((zone) => zone.name !== 'trusted' && before(zone) < 0)
    .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0) || (a.name < b.name ? -1 : 1))
    .flatMap((zone): RivalZone[] => {
      const resolved = zone.sources.map((source) => [source, networksOf(source, sets)] as const);
      const rival = {
        name: zone.name,
        accepts: zone.target === 'ACCEPT',
        prioritised: zone.priority !== undefined,
        takes: resolved.flatMap(([source, networks]) =>
          isKnown(networks) ? networks.map((network) => ({ network, source })) : [],
        ),
        unread: resolved.flatMap(([source, networks]) => (isKnown(networks) ? [] : [source])),
        // Without another priority, all sources of all zones come before the first interface.
        interfaces: (zone.priority ?? 0) < own ? zone.interfaces : [],
      };
      return rival.takes.length + rival.unread.length + rival.interfaces.length > 0 ? [rival] : [];
    });
}

function networksOf(source: string, sets: Sets): Reading<string[]> {
  const name = /^ipset:(.*)$/.exec(source)?.[1];
  return name === undefined ? [source] : (sets.get(name) ?? unknown('it was not asked for'));
}
