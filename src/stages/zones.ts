import { Networks } from '../cluster/by-address';
import { isListed, ROLES } from '../cluster/roles';
import type { Server } from '../cluster/types';
import type { Finding } from '../finding';
import { isSeenRunning } from '../host/containers';
import { isReachable } from '../host/reachable';
import { takeOut } from '../host/trusted-sources';
import type { FirewallFacts, RivalZone } from '../host/types';
import { isOnline, type Live } from './live';
import type { DiffInput } from './stage';

/*
 * A source in the trusted zone has no effect where firewalld asks another zone first and that one takes it as well.
 */

/** A firewall that runs, and whose it is, in sentences */
interface Guarded {
  on: string;
  firewall: FirewallFacts;
}

/** Servers that another zone takes before the trusted one, now or once firewalld is reloaded. Blocking, unless they get through all the same. */
export function shutOut({ cluster, live }: DiffInput, guards: readonly Guarded[]): Finding[] {
  const lookUps = guards.flatMap(({ on, firewall: { rivals } }) => [
    { on, when: '', rivals: rivals.runtime.map(lookUp) },
    { on, when: ' from its next reload on', rivals: rivals.permanent.map(lookUp) },
  ]);
  if (lookUps.every(({ rivals }) => rivals.length === 0)) return [];
  const servers = cluster.servers.flatMap((server): Finding[] => {
    for (const { on, when, rivals } of lookUps) {
      const taken = takenBy(server.address, rivals);
      if (taken && !taken.zone.accepts) return [overlap(server, { ...taken, on, when }, live)];
    }
    return [];
  });
  return [...servers, ...guards.flatMap(unclear)];
}

interface Taken {
  zone: RivalZone;
  network: string;
  source: string;
}

type LookUp = (address: string) => Taken | undefined;

function lookUp(zone: RivalZone): LookUp {
  const networks = new Networks(zone.takes.map((taken) => [taken.network, { ...taken, zone }] as const));
  return (address) => networks.holding(address)[0];
}

/** By the first of them that takes it: firewalld asks no other after that. */
function takenBy(address: string, rivals: readonly LookUp[]): Taken | undefined {
  for (const look of rivals) {
    const taken = look(address);
    if (taken) return taken;
  }
  return undefined;
}

function overlap(
  server: Server,
  { zone, network, source, on, when }: Taken & { on: string; when: string },
  live: Live,
): Finding {
  const { name, role, address } = server;
  const entry = isListed(role) ? live.portal.servers[role].find((one) => one.name === name) : undefined;
  const through = entry !== undefined && isOnline(live, entry) && runs(server, live);
  const from = source === network ? `by its source ${source}` : `by ${network} in its source ${source}`;
  const order = zone.prioritised ? 'by priority, then by name' : 'by name';
  const first = zone.prioritised
    ? '; or have the trusted zone asked first: sudo firewall-cmd --permanent --zone=trusted --set-ingress-priority=-100, and reload firewalld'
    : '';
  return {
    code: 'zone-overlap',
    severity: through ? 'warning' : 'blocking',
    server: name,
    message: `firewalld on ${on} asks its zone "${zone.name}" before the trusted one${when}, and that takes ${address} ${from}: ${name} gets through to what that zone opens and nothing else${through ? ', which is enough to be ONLINE now' : ''}. Zones are asked ${order}, however narrow a source is. ${cure(zone, network, source)}${first}`,
  };
}

/** The portal says ONLINE for a while of a server that is gone. */
function runs(server: Server, { hosts }: Live): boolean {
  const facts = hosts.get(server.name);
  return isReachable(facts) && isSeenRunning(facts, ROLES[server.role].container);
}

function cure({ name }: RivalZone, network: string, source: string): string {
  const set = /^ipset:(.*)$/.exec(source)?.[1];
  if (set === undefined) return `Take the source out there: ${takeOut(name, source)}`;
  // It is to be copied to a shell.
  if (!/^[\w.-]+$/.test(set)) return 'Take it out of that set';
  const out = `--ipset=${set} --remove-entry=${network}`;
  return `Take it out of that set: sudo firewall-cmd --permanent ${out}; sudo firewall-cmd ${out}`;
}

/** What comes before the trusted zone, and nobody can say whether it takes a server. */
function unclear({ on, firewall: { rivals } }: Guarded): Finding[] {
  const zones = [...rivals.runtime, ...rivals.permanent].filter(({ accepts }) => !accepts);
  const unread = [
    ...new Set(zones.flatMap(({ name, unread: sets }) => sets.map((set) => `${set} of the zone "${name}"`))),
  ];
  const interfaces = [
    ...new Set(zones.flatMap(({ name, interfaces: all }) => all.map((one) => `${one} (zone "${name}")`))),
  ];
  return [
    ...(unread.length === 0
      ? []
      : [
          warning(
            `firewalld on ${on} asks sets of addresses before the trusted zone that could not be read: ${unread.join(', ')}. If a server is in one, it is shut out. Look there: sudo firewall-cmd --ipset=NAME --get-entries`,
          ),
        ]),
    ...(interfaces.length === 0
      ? []
      : [
          warning(
            `firewalld on ${on} gives what comes in by these interfaces to another zone before the trusted one: ${interfaces.join(', ')}. A server that comes in by one is shut out; have the trusted zone asked first: sudo firewall-cmd --permanent --zone=trusted --set-ingress-priority=-100, and reload firewalld`,
          ),
        ]),
  ];
}

function warning(message: string): Finding {
  return { code: 'zone-overlap', severity: 'warning', message };
}
