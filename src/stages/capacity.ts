import { collectionOf, ROLES, type Limit, type ListedRole } from '../cluster/roles';
import { grouped } from '../grouped';
import { isKnown, type Reading } from '../host/reading';
import type { PortalServer, ServerStatus } from '../pbx/types';

/*
 * Whether what is left of a role while some of its servers are away holds what is up now. Only of what the PBX counts: of queue and
 * IVR servers nobody can say.
 */

/** One thing of which servers take a number at once */
export interface Room {
  limit: Limit;
  /** Up now on all servers of the role */
  load: number;
  /** How many those take that are left */
  left: number;
}

type StatusOf = (entry: PortalServer) => Reading<ServerStatus> | undefined;

/** By names of servers that are away: what is told of the others */
type Without = (away: ReadonlySet<string>) => Room[];

/** What is left of a role without some of its servers; nothing where it is not counted or not known. Pure. */
export function roomWithout(role: ListedRole, entries: readonly PortalServer[], statusOf: StatusOf): Without {
  const seen = entries.flatMap((entry) => {
    const status = statusOf(entry);
    return status && isKnown(status) && status.status === 'ONLINE' ? [{ entry, status }] : [];
  });
  const limits = collectionOf(role).limits.flatMap((limit) => {
    if (limit.counted === undefined) return [];
    const loads = seen.map(({ status }) => status.load?.[limit.name]);
    // Some that do not tell how many they have make the sum worthless.
    if (loads.length === 0 || loads.includes(undefined)) return [];
    const takes = seen.flatMap(({ entry }) => (entry.enabled ? [{ name: entry.name, most: entry[limit.name] }] : []));
    return [{ limit, load: sum(loads), all: total(takes), byName: grouped(takes, ({ name }) => name) }];
  });
  return (away) =>
    limits.flatMap(({ limit, load, all, byName }): Room[] => {
      const gone = total([...away].flatMap((name) => byName.get(name) ?? []));
      return all.unknown > gone.unknown ? [] : [{ limit, load, left: all.sum - gone.sum }];
    });
}

/** What servers take at once, and of how many of them nobody knows it */
function total(takes: readonly { most: number | undefined }[]): { sum: number; unknown: number } {
  return { sum: sum(takes.map(({ most }) => most)), unknown: takes.filter(({ most }) => most === undefined).length };
}

/** Those of which there is too little. */
export function tooSmall(rooms: readonly Room[]): Room[] {
  return rooms.filter(({ load, left }) => load > left);
}

/**
 * Of what there is too little while some of its servers are away. Nothing where no other one takes calls: then the built-in one
 * stands in, and takes what it takes.
 */
export function tooLittleWithout(role: ListedRole, entries: readonly PortalServer[], statusOf: StatusOf): Without {
  const rooms = roomWithout(role, entries, statusOf);
  const taking = entries.filter((entry) => {
    const status = statusOf(entry);
    return entry.enabled && status && isKnown(status) && status.status === 'ONLINE';
  });
  return (away) => (taking.some(({ name }) => !away.has(name)) ? tooSmall(rooms(away)) : []);
}

/** "3500 calls are up, and the others take 3000" */
export function inNumbers(rooms: readonly Room[]): string {
  return rooms
    .map(({ limit, load, left }) => `${load} ${limit.counted?.unit ?? ''} are up, and the others take ${left}`)
    .join('; ');
}

export function countsAnything(role: ListedRole): boolean {
  return ROLES[role].calls.kind === 'counted';
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
