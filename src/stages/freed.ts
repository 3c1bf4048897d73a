import { sameAddress } from '../cluster/addresses';
import type { Role } from '../cluster/roles';
import type { Finding } from '../finding';
import { isReachable, type Reachable } from '../host/reachable';
import { idOf, ofKind, type Change, type RoleSetup } from './change';
import { oldHost } from './departing';
import { isOneMachine, otherRoles } from './identity';
import type { Live } from './live';
import { comingFirst } from './order';
import type { Diff } from './stage';

/**
 * A machine runs one role: whoever comes to one that runs another comes once that has gone, where this plan takes it away from
 * there. Where it does not, or where each would wait for the other, it is left as it is and `other-role` tells it.
 */
export function onceFreed({ changes, findings }: Diff, live: Pick<Live, 'hosts'>): Diff {
  const freed = new Set<string>();
  let made: readonly Change[] = changes;
  for (const { server, wanted, id } of ofKind(changes, 'role')) {
    const facts = live.hosts.get(server);
    const others = isReachable(facts) ? otherRoles(facts, wanted.role) : [];
    const leaving = others.map((role) => changes.find((change) => takesAway(change, role, { wanted, facts }, live)));
    const needs = leaving.flatMap((change) => change?.id ?? []);
    if (others.length === 0 || needs.length < others.length) continue;
    const later = comingFirst(made, needs, [id, idOf.entry(server)]);
    if (!later) continue;
    freed.add(server);
    made = later;
  }
  const isMoot = ({ code, server = '' }: Finding) => code === 'other-role' && freed.has(server);
  return { changes: [...made], findings: findings.filter((finding) => !isMoot(finding)) };
}

function takesAway(
  change: Change,
  role: Role,
  { wanted, facts }: Pick<RoleSetup, 'wanted'> & { facts: Reachable | undefined },
  live: Pick<Live, 'hosts'>,
): boolean {
  const from = change.kind === 'role-removal' ? change.from : change.kind === 'role' ? change.leaves?.from : undefined;
  if (from?.role !== role) return false;
  // A machine may be reached by several addresses.
  const places = [
    live.hosts.get(oldHost(from)),
    ...(change.kind === 'role-removal' ? [live.hosts.get(from.name)] : []),
  ];
  return sameAddress(from.address, wanted.address) || places.some((one) => isOneMachine(one, facts));
}
