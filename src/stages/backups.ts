import { sameAddress } from '../cluster/addresses';
import { USUAL_AGE } from '../cluster/backup-settings';
import { keptByPbx } from '../cluster/pbx-kept';
import { ROLES, type Kept, type Role } from '../cluster/roles';
import type { Cluster, Machine } from '../cluster/types';
import { isReachable } from '../host/reachable';
import { isKnown, unknown, type Reading } from '../host/reading';
import type { MadeBackup } from './cluster-record';
import type { Live } from './live';
import { inRoleOrder } from './names';

/*
 * What there is to back up, and how old the last backup of each is. Pure.
 */

/** Something that keeps data: the PBX, or a server of some roles. */
export interface Keeper {
  /** Of the server; `pbx` */
  name: string;
  /** undefined: the PBX */
  role?: Role;
  machine: Machine;
  kept: readonly Kept[];
}

/** What people name the PBX by, beside servers and roles */
export const PBX_NAME = 'pbx';

/** In PortSIP's order: the PBX, then servers as they are restarted. */
export function keepers(cluster: Cluster): Keeper[] {
  const servers = [...cluster.servers].sort(inRoleOrder).flatMap((server): Keeper[] => {
    const row = ROLES[server.role];
    const { name, role, address, ssh } = server;
    return row.kept ? [{ name, role, machine: { name, address, ssh }, kept: row.kept(server) }] : [];
  });
  return [{ name: PBX_NAME, machine: cluster.pbx.machine, kept: keptByPbx(cluster) }, ...servers];
}

export type LastBackup = MadeBackup & { ageMs: number };

/** By how much the clock of whoever made it may be ahead of ours */
const AHEAD_MS = 5 * 60_000;

/**
 * The last backup of what a keeper has on the machine where it is now; undefined: there is none. What may have been made and
 * cannot be read is unknown, never old and never none.
 */
export function lastBackup(
  { main, record, hosts, at: now }: Pick<Live, 'main' | 'record' | 'hosts' | 'at'>,
  { name, role, machine }: Pick<Keeper, 'name' | 'role' | 'machine'>,
): Reading<LastBackup | undefined> {
  if (!isReachable(main)) return unknown('the main server, which keeps the record of it, does not answer');
  if (!isKnown(main.record)) return unknown(`the record on the main server cannot be read: ${main.record.unknown}`);
  if (main.record !== undefined && !record) return unknown('the record on the main server is damaged');
  const host = role === undefined ? main : hosts.get(name);
  const own = isReachable(host) && host.backups && Object.hasOwn(host.backups, name) ? host.backups[name] : undefined;
  const recorded = record?.backups && Object.hasOwn(record.backups, name) ? record.backups[name] : undefined;
  const known: (MadeBackup | undefined)[] = [
    own && isKnown(own) ? own : undefined,
    recorded && !('unreadable' in recorded) ? recorded : undefined,
  ];
  const found = known.flatMap((backup): LastBackup[] =>
    backup && sameAddress(backup.address, machine.address) ? [{ ...backup, ageMs: now - Date.parse(backup.at) }] : [],
  );
  const [newest] = found.sort((a, b) => a.ageMs - b.ageMs);
  if (newest && newest.ageMs >= -AHEAD_MS) return { ...newest, ageMs: Math.max(0, newest.ageMs) };
  if (newest) return unknown(`it says ${newest.at}, which is still to come: a clock was wrong`);
  if (own && !isKnown(own)) return own;
  if (recorded && 'unreadable' in recorded) return unknown('what the record says of it cannot be used');
  return undefined;
}

/** Whether a backup is new enough for an upgrade. */
export function judged(
  last: Reading<LastBackup | undefined>,
  maxAgeSeconds = USUAL_AGE,
): 'fresh' | 'old' | 'none' | 'unknown' {
  if (!isKnown(last)) return 'unknown';
  if (!last) return 'none';
  return last.ageMs <= maxAgeSeconds * 1000 ? 'fresh' : 'old';
}

/** Names, roles or `pbx` that there is nothing to back up of. */
export function notKept(cluster: Cluster, names: readonly string[]): string[] {
  const all = keepers(cluster);
  return names.filter((word) => !all.some(({ name, role }) => name === word || role === word));
}
