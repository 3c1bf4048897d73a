import type { FirewallFacts } from './types';

/** Pure: from what `firewall-cmd --list-all-zones` prints, without and with --permanent. */
export function parseFirewall(state: string | undefined, runtime = '', permanent = ''): FirewallFacts {
  const zones = { runtime: sourcesByZone(runtime), permanent: sourcesByZone(permanent) };
  const otherZones: Record<string, string> = {};
  for (const listing of [zones.runtime, zones.permanent])
    for (const [zone, sources] of listing)
      if (zone !== 'trusted') for (const source of sources) otherZones[source] = zone;
  return {
    running: state?.trim() === 'running',
    trusted: { permanent: zones.permanent.get('trusted') ?? [], runtime: zones.runtime.get('trusted') ?? [] },
    otherZones,
  };
}

/** Zones begin in the first column (`trusted (active)`), their `sources:` lines are indented. */
function sourcesByZone(listing: string): Map<string, string[]> {
  const zones = new Map<string, string[]>();
  let zone = '';
  for (const line of listing.split('\n')) {
    const name = /^([A-Za-z0-9_-]+)(?: \([a-z, ]+\))?\s*$/.exec(line)?.[1];
    if (name !== undefined) zone = name;
    const sources = /^\s+sources: *(.*)$/.exec(line)?.[1];
    if (sources !== undefined && zone !== '')
      zones.set(
        zone,
        sources.split(/\s+/).filter((source) => source !== ''),
      );
  }
  return zones;
}
