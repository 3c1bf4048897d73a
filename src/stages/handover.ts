import { normalise } from '../cluster/addresses';
import type { Cluster } from '../cluster/types';
import type { PortalServer } from '../pbx/types';
import { type ChangeId, type PortalEntry } from './change';
import type { Live } from './live';

/*
 * The portal gives an address to one server of a role only. Among servers that change theirs, whoever gives an address up comes
 * before who takes it; where they give each other theirs, the first of them takes the others' entries out before it takes its
 * new address, and those come back by changes of their own.
 */

/** An entry whose address another server of the cluster file has in the portal and does not give up now. */
interface Stuck {
  change: PortalEntry;
  holder: PortalServer;
}

/** The same changes, each after those that give up what it takes, and those that have to wait, as nobody does. */
export function inHandover(
  entries: readonly PortalEntry[],
  live: Live,
  { servers }: Pick<Cluster, 'servers'>,
): { entries: PortalEntry[]; stuck: Stuck[] } {
  const listed = new Set(servers.map(({ name, role }) => key(role, name)));
  const holders = new Map<string, PortalServer>();
  for (const one of Object.values(live.portal.servers).flat())
    for (const address of addressesOf(one)) holders.set(key(one.role, address), one);
  const changing = new Map(entries.map((change) => [key(change.wanted.role, change.server), change]));
  const givers = new Map(
    entries.map((change) => [
      change.id,
      [...new Set(addressesOf(change.wanted).flatMap((address) => giver(change, address)))],
    ]),
  );

  /** Who has an address now that a change takes, and gives it up by a change of its own. */
  function giver(change: PortalEntry, address: string): PortalEntry[] {
    const { role, name } = change.wanted;
    const holder = holders.get(key(role, address));
    if (!holder || holder.name === name || holder.name === change.replaces) return [];
    const other = changing.get(key(role, holder.name));
    return other && !addressesOf(other.wanted).includes(address) ? [other] : [];
  }

  const stuck: Stuck[] = [];
  for (const change of entries) {
    const { role, name } = change.wanted;
    const kept = addressesOf(change.wanted)
      .flatMap((address) => holders.get(key(role, address)) ?? [])
      .find(
        (one) =>
          one.name !== name &&
          one.name !== change.replaces &&
          listed.has(key(role, one.name)) &&
          !(givers.get(change.id) ?? []).some(({ server }) => server === one.name),
      );
    if (kept) stuck.push({ change, holder: kept });
  }

  const before = new Map<ChangeId, Set<ChangeId>>();
  const comesAfter = (id: ChangeId, other: ChangeId): boolean => {
    const seen = new Set<ChangeId>([id]);
    // A set is gone through to its end, whatever is added meanwhile.
    for (const one of seen) for (const earlier of before.get(one) ?? []) seen.add(earlier);
    return seen.has(other);
  };
  const made = entries.map((change) => {
    const needs = new Set<ChangeId>();
    const vacates: string[] = [];
    for (const other of givers.get(change.id) ?? []) {
      // One that itself waits for this one cannot come first.
      if (comesAfter(other.id, change.id)) vacates.push(other.server);
      else needs.add(other.id);
    }
    before.set(change.id, needs);
    return {
      ...change,
      needs: [...change.needs, ...needs],
      ...(vacates.length > 0 && { vacates }),
    };
  });
  return { entries: made, stuck };
}

function addressesOf({ privateIp, publicIp }: Pick<PortalServer, 'privateIp' | 'publicIp'>): string[] {
  return [privateIp, publicIp].flatMap((address) => (address ? [normalise(address)] : []));
}

function key(role: string, what: string): string {
  return `${role} ${what}`;
}
