import { LISTED_ROLES } from '../../../src/cluster/roles';
import { isReachable } from '../../../src/host/reachable';
import { unknown } from '../../../src/host/reading';
import type { Live } from '../../../src/stages/live';

export const NOW = Date.parse('2026-06-01T12:00:00Z');
export const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

/** What of a deployed cluster is not as it should be */
export interface Sick {
  /** Servers that the portal shows OFFLINE; by name, the minutes since when two looks saw it, or `once` */
  offline?: Record<string, number | 'once'>;
  /** Servers that were taken out of calls, with how many minutes they are ONLINE again, `once`, or `still` OFFLINE */
  out?: Record<string, number | 'once' | 'still'>;
  /** Servers whose host does not answer */
  hostsGone?: string[];
  /** Servers whose status could not be read */
  unknown?: string[];
  pbxStarted?: string;
  pbxDown?: true;
  /** Built-in servers that take calls, by role */
  builtInOn?: string[];
}

/** `live` as looks see it at `NOW`. */
export function sick(live: Live, { offline = {}, out = {}, ...more }: Sick): Live {
  const made = structuredClone(live);
  const record = made.record;
  if (!record || !isReachable(made.main)) throw new Error('there is no record');
  const sighting = (status: 'OFFLINE' | 'ONLINE', minutes: number | 'once') => ({
    status,
    since: minutes === 'once' ? ago(0) : ago(minutes),
    last: ago(0),
  });
  for (const [name, minutes] of Object.entries(offline)) record.seen[name] = sighting('OFFLINE', minutes);
  for (const [name, state] of Object.entries(out)) {
    record.dead[name] = { since: ago(90), at: ago(80), standIn: true };
    record.seen[name] = state === 'still' ? sighting('OFFLINE', 90) : sighting('ONLINE', state);
  }
  const status = new Map(made.portal.status);
  for (const entry of LISTED_ROLES.flatMap((role) => made.portal.servers[role])) {
    const isOff = entry.name in offline || out[entry.name] === 'still';
    status.set(entry.id, { status: isOff ? 'OFFLINE' : 'ONLINE' });
    if (more.unknown?.includes(entry.name)) status.set(entry.id, unknown('the PBX answered 500'));
    if (entry.name in out) entry.enabled = false;
    if (entry.type === 'INTERNAL') entry.enabled = more.builtInOn?.includes(entry.role) ?? false;
  }
  const hosts = new Map(made.hosts);
  for (const name of more.hostsGone ?? []) hosts.set(name, { unreachable: 'does not answer' });
  const containers = Array.isArray(made.main.containers)
    ? made.main.containers.map((one) => ({
        ...one,
        running: !more.pbxDown,
        ...(more.pbxStarted && { startedAt: more.pbxStarted }),
      }))
    : made.main.containers;
  return {
    ...made,
    live: true,
    at: NOW,
    main: { ...made.main, containers },
    hosts,
    portal: { ...made.portal, status },
  };
}
