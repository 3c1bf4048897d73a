import { sameAddress } from '../cluster/addresses';
import type { Cluster, Server } from '../cluster/types';
import { isListed } from '../cluster/roles';
import { isBlocking, type Finding } from '../finding';
import type { Change, ChangeId } from './change';
import { oldHost, placesOf, type Departing } from './departing';
import type { Identity } from './identity';
import { findServer } from './names';
import type { Portal } from './portal';

/*
 * What a run leaves of servers that left the cluster file, or the machine that they were on: as long as there is something of
 * one, the record keeps it. What is forgotten by mistake is nobody's for ever.
 */

/** Names that left the file and of which something is, or may be, still there. `done`: what this run did of the plan. */
export function stillThere(
  { who, portal }: { who: Identity; portal: Portal },
  { changes, warnings }: { changes: readonly Change[]; warnings: readonly Finding[] },
  done: ReadonlySet<ChangeId>,
): Set<string> {
  const open = changes.flatMap((change) => (done.has(change.id) ? [] : names(change)));
  const blocked = warnings
    .filter(isBlocking)
    .flatMap(({ server, change }) => (change === undefined ? (server ?? []) : []));
  const there = who.leaving.filter((server) => isThere(server, who, portal, changes, done)).map(({ name }) => name);
  return new Set([...open, ...blocked, ...there]);
}

/** Whom a change takes something of away. */
function names(change: Change): string[] {
  switch (change.kind) {
    case 'portal-entry':
      return change.replaces === undefined ? [] : [change.replaces];
    case 'role-removal':
    case 'portal-entry-removal':
    case 'im-addresses-removal':
      return [change.server];
    default:
      return [];
  }
}

function isThere(
  server: Departing,
  who: Identity,
  portal: Portal,
  changes: readonly Change[],
  done: ReadonlySet<ChangeId>,
): boolean {
  const { name, role } = server;
  const handed = who.departure(server);
  if (handed.is === 'handed-over') return handed.elsewhere || handed.former;
  if (isListed(role) && portal.find(role, name)) return true;
  const removed = changes.flatMap((change) =>
    change.kind === 'role-removal' && change.server === name && done.has(change.id) ? [change.from.address] : [],
  );
  return placesOf(server).some((place, index) => {
    if (removed.some((address) => sameAddress(address, place.address))) return false;
    const there = who.departure(place, index === 0 ? name : oldHost(place));
    switch (there.is) {
      case 'nobody':
      case 'pbx':
      case 'handed-over':
        return false;
      case 'duplicate':
        // Its machine is another name's now: what runs there must be called so first.
        return who.calls(there.of) === name && !isRenamed(there.of.name, changes, done);
      case 'same':
      case 'shared':
      case 'unknown':
        return true;
      case 'somebody-elses':
        return index === 0;
    }
  });
}

function isRenamed(name: string, changes: readonly Change[], done: ReadonlySet<ChangeId>): boolean {
  return changes.some((change) => change.kind === 'role' && change.server === name && done.has(change.id));
}

/** Whether a server of the cluster file may still be on a machine that it is not to be on. */
export function mayBeAt(
  { who, session }: { who: Identity; session: { cluster: Cluster } },
  name: string,
  address: string,
): boolean {
  // Where it is to be it is not left, but on its way to.
  if (sameAddress(findServer(session.cluster, name)?.address, address)) return true;
  const place = (who.moved.get(name) ?? []).find((one) => sameAddress(one.address, address));
  // Another server of the file has the machine now and makes anew what runs there: until it has, that still goes by this name.
  if (!place) return mayBeAtHomeOf(who, findServerAt(session.cluster, address), name);
  const there = who.atOld(place);
  return there.is === 'same' || there.is === 'unknown' || there.is === 'shared';
}

function mayBeAtHomeOf(who: Identity, other: Server | undefined, name: string): boolean {
  if (!other) return false;
  return who.atHome(other).is === 'unknown' || who.calls(other) === name;
}

function findServerAt({ servers }: Cluster, address: string): Server | undefined {
  return servers.find((server) => sameAddress(server.address, address));
}
