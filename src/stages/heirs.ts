import { sameAddress } from '../cluster/addresses';
import { findContainer, toldOf } from '../host/containers';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { ROLES } from '../cluster/roles';
import type { Server } from '../cluster/types';
import { isBlocking, type Finding } from '../finding';
import { ofKind, type Change } from './change';
import { placesOf } from './departing';
import { otherRoles, type Occupant } from './identity';
import { has } from './names';
import type { DiffInput } from './stage';
import { unseen } from './unseen';

/*
 * Who takes the machine of a server that moves makes an end of what runs there by that one's name. Until then no second one comes up by it:
 * two that report to the PBX by one name confuse it.
 */

/** By the name of a server that moves, who takes a machine where it still runs, or may run. */
export type Heirs = ReadonlyMap<string, readonly Server[]>;

export function heirs({ cluster, live: { record }, who, options }: DiffInput): Heirs {
  const found = new Map<string, Server[]>();
  for (const { name, role, address } of cluster.servers) {
    const before = record && has(record.servers, name) ? record.servers[name] : undefined;
    if (!before) continue;
    const left = placesOf({ name, ...before }).filter((place) => !sameAddress(place.address, address));
    const takers = left
      .flatMap((place) => who.successors(place))
      .filter((one) => one.role === role && one.name !== name);
    const ending = takers.filter((one) => mayRunAt(who.atHome(one), name, options.gone.includes(name)));
    if (ending.length > 0) found.set(name, ending);
  }
  return found;
}

/** `gone`: somebody said that the machine will never answer again. */
function mayRunAt(there: Occupant, name: string, gone: boolean): boolean {
  if (there.is === 'unknown') return !(there.unreachable && gone);
  return (
    (there.is === 'same' || there.is === 'renamed') && there.container.running && toldOf(there.container).name === name
  );
}

/** Whether one machine after the other, a place that a server gives up is its own in the end: then nobody can be first. */
export function isExchange(name: string, taken: Heirs): boolean {
  const seen = new Set<string>();
  for (const names = [name]; ;) {
    const one = names.pop();
    if (one === undefined) return false;
    for (const heir of taken.get(one) ?? []) {
      if (heir.name === name) return true;
      if (!seen.has(heir.name)) names.push(heir.name);
      seen.add(heir.name);
    }
  }
}

export function unseenHeir(server: Server, heir: Server, { live }: DiffInput): Finding[] {
  const facts = live.hosts.get(heir.name);
  const waits = `it moved from ${heir.address}, where a second server of that name could come up, so it waits`;
  if (!isReachable(facts)) {
    const message = `${server.name} moved from ${heir.address}, which does not answer (${facts?.unreachable ?? 'not looked at'}): a second server of that name could come up there; when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`;
    return [{ code: 'host-unreachable', severity: 'blocking', server: server.name, message }];
  }
  const container = findContainer(facts, ROLES[server.role].container);
  return isKnown(container) ? [] : [unseen('containers', server.name, container.unknown, waits)];
}

/** Servers whose heir cannot come, and who still run where that is to be: they wait for it, and so does who waits for them. */
export function waitingForHeirs(input: DiffInput, findings: readonly Finding[]): Finding[] {
  const blocked = new Set(findings.filter(isBlocking).flatMap(({ server }) => server ?? []));
  const waiting: Finding[] = [];
  const open = [...heirs(input)];
  for (let before = -1; before < waiting.length;) {
    before = waiting.length;
    for (const [name, takers] of open) {
      const heir = takers.find((one) => blocked.has(one.name));
      if (!heir || blocked.has(name)) continue;
      blocked.add(name);
      waiting.push({
        code: 'heir-waits',
        severity: 'blocking',
        server: name,
        message: `${name} still runs on ${heir.address} until ${heir.name} takes its place there, which cannot be done yet (see ${heir.name}): a second server of that name would confuse the PBX, so ${name} waits`,
      });
    }
  }
  return waiting;
}

/** Servers that would come up while what runs by their name is on the machine of another role, where nothing of this plan ends it. */
export function alsoRunning({ cluster, live, who }: DiffInput, changes: readonly Change[]): Finding[] {
  const there = new Map<string, Server>();
  for (const host of cluster.servers) {
    const facts = live.hosts.get(host.name);
    for (const role of isReachable(facts) ? otherRoles(facts, host.role) : [])
      for (const { name } of cluster.servers.filter((one) => one.role === role)) {
        const found = who.occupant(facts, role, new Set([name]));
        if (found.is === 'same' && found.container.running && toldOf(found.container).name === name)
          there.set(name, host);
      }
  }
  return ofKind(changes, 'role').flatMap(({ action, server, leaves, wanted }): Finding[] => {
    const host = action === 'create' && !leaves ? there.get(server) : undefined;
    if (!host) return [];
    return [
      {
        code: 'runs-elsewhere',
        severity: 'blocking',
        server,
        message: `${server} still runs on the machine of ${host.name} (${host.address}): a second server of that name would confuse the PBX; remove it there first (${ROLES[wanted.role].script.file} rm), or give the ${ROLES[wanted.role].label} another name`,
      },
    ];
  });
}
