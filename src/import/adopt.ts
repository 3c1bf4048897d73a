import { findContainer, isAbsent } from '../host/containers';
import { trustedSources, whitelistCidrs } from '../cluster/addresses';
import { ByAddress } from '../cluster/by-address';
import { isListed, LISTED_ROLES, ROLES } from '../cluster/roles';
import { settingsOf } from '../cluster/settings';
import type { Cluster, Server } from '../cluster/types';
import { withLock } from '../stages/lock';
import { isReachable } from '../host/reachable';
import { isKnown, seen } from '../host/reading';
import { emptyRecord, type ClusterRecord } from '../stages/cluster-record';
import type { Live } from '../stages/live';
import { has } from '../stages/names';
import { observe } from '../stages/observe';
import { closeSession, openSession } from '../stages/open-session';
import { recorded } from '../stages/record';
import { keepRecord } from '../stages/record-keeper';
import { StageError } from '../stages/stage-error';
import type { Session, SessionConfig } from '../stages/session';
import { plural } from '../text/list';

/**
 * Writes into the record what is there and in the cluster file, as if it had been put there from it: from then on what leaves the
 * file is removed. Under the lock. Returns what it wrote, in words.
 */
export async function adopt(config: SessionConfig): Promise<string> {
  const session = openSession(config);
  try {
    return await writeFound(session);
  } finally {
    await closeSession(session);
  }
}

function writeFound(session: Session): Promise<string> {
  return withLock(session, async (held) => {
    const { cluster } = held;
    const { live } = await observe(held, { outside: false });
    if (!isReachable(live.main)) throw new StageError(`Nothing was adopted: ${live.main.unreachable}`);
    if (!isKnown(live.main.record))
      throw new StageError(
        `Nothing was adopted: the record on the main server cannot be read (${live.main.record.unknown})`,
      );
    const before = live.record ?? emptyRecord(cluster.name);
    const after = adopted(before, cluster, live);
    await keepRecord(held, before).update(() => after);
    return difference(before, after);
  });
}

/** Pure: the record with all that is in the cluster file and was found. What it has already stays. */
export function adopted(record: ClusterRecord, cluster: Cluster, live: Live): ClusterRecord {
  const found = cluster.servers.filter((server) => !has(record.servers, server.name) && isThere(server, live));
  const trusted = isReachable(live.main) ? (seen(live.main.firewall)?.trusted.permanent ?? []) : [];
  const sources = new ByAddress(trusted.map((source) => [source, true] as const));
  const accepted = new ByAddress(
    live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => [cidr, true] as const),
  );
  const union = (list: readonly string[], more: readonly string[]) => [...new Set([...list, ...more])];
  return {
    ...record,
    settings: record.settings ?? settingsOf(cluster),
    servers: {
      ...record.servers,
      ...Object.fromEntries(
        found.map((server) => [
          server.name,
          { ...recorded(server), ...(hasRun(server, live) && { installed: true as const }) },
        ]),
      ),
    },
    firewall: union(
      record.firewall,
      trustedSources(cluster).filter((source) => sources.has(source)),
    ),
    whitelist: union(
      record.whitelist,
      whitelistCidrs(cluster).filter((cidr) => accepted.has(cidr)),
    ),
    // So that one is turned on again before the last server of its role goes.
    builtInDisabled: LISTED_ROLES.filter(
      (role) =>
        record.builtInDisabled.includes(role) ||
        (cluster.servers.some((server) => server.role === role && server.enabled) &&
          live.portal.servers[role].some(({ type, enabled }) => type === 'INTERNAL' && !enabled)),
    ),
  };
}

function isThere(server: Server, live: Live): boolean {
  const { role, name } = server;
  if (isListed(role))
    return live.portal.servers[role].some((entry) => entry.name === name && entry.type === 'EXTERNAL');
  return hasRun(server, live);
}

/** A host that does not answer counts as one that it runs on: a server that may have calls is drained before it goes. */
function hasRun({ name, role }: Server, { hosts }: Live): boolean {
  const facts = hosts.get(name);
  return !isReachable(facts) || !isAbsent(findContainer(facts, ROLES[role].container));
}

function difference(before: ClusterRecord, after: ClusterRecord): string {
  const names = Object.keys(after.servers).filter((name) => !has(before.servers, name));
  const entries = after.firewall.length - before.firewall.length + after.whitelist.length - before.whitelist.length;
  if (names.length === 0 && entries === 0) return 'nothing that the record did not have';
  return `${plural(names.length, 'server')}, ${plural(entries, 'entry', 'entries')} of firewall and whitelist`;
}
