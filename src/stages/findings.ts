import type { Server } from '../cluster/types';
import { isListed, LISTED_ROLES, ROLES, type ListedRole, type Role } from '../cluster/roles';
import { formatMoment, formatWindow, windowState } from '../cluster/window';
import type { Finding } from '../finding';
import type { ServerWork } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import type { HostFacts } from '../host/types';
import { inNumbers, tooLittleWithout } from './capacity';
import { ofKind, type Change } from './change';
import { departingMachine } from './departing';
import { isOnline, pbxContainer, type Live } from './live';
import { serves, stopsOutside } from './outside';
import type { DiffInput } from './stage';

/*
 * What can be said only of all changes together.
 */

/** What the control plane has to say of the changes. `main`: the main server, which answered. */
export function controlPlaneFindings({ plane, live, options, who }: DiffInput, main: HostFacts, changes: Change[]) {
  return plane.findings({
    live: live.live,
    main,
    nodes: live.nodes ?? new Map(),
    control: live.control,
    hosts: live.hosts,
    pbx: pbxContainer(live),
    leaving: who.leaving.map(departingMachine),
    work: changes.flatMap((change) => workOf(change) ?? []),
    disturbed: new Set(changes.flatMap(({ impact, server }) => (impact === 'none' ? [] : (server ?? [])))),
    letIn: new Set(ofKind(changes, 'ssh-key').map(({ server }) => server)),
    gone: options.gone,
    force: options.force,
  });
}

function workOf(change: Change): ServerWork | undefined {
  switch (change.kind) {
    case 'role':
      return {
        server: change.server,
        role: change.wanted.role,
        what: change.action === 'update' ? 'update' : 'install',
      };
    case 'role-removal':
      return { server: change.server, role: change.from.role, what: 'remove' };
    case 'server-restart':
      return { server: change.server, role: change.wanted.role, what: 'restart' };
    case 'trusted-source':
    case 'source-removal':
    case 'whitelist-entry':
    case 'whitelist-removal':
    case 'portal-entry':
    case 'portal-entry-removal':
    case 'im-addresses':
    case 'im-addresses-removal':
    case 'built-in-on':
    case 'built-in-off':
    case 'dead-server-off':
    case 'dead-server-on':
    case 'sbc-settings':
    case 'callers-back':
    case 'token':
    case 'ssh-key':
    case 'control-scripts':
    case 'host-preparation':
    case 'registry-sign-in':
    case 'registry-sign-out':
    case 'pbx-image':
    case 'pbx-restart':
    case 'load-balancer-restart':
    case 'backup':
      return undefined;
  }
}

/** Changes that callers notice wait for the maintenance window, where the cluster file has one. */
export function waitsForWindow(
  { cluster, live, options }: Pick<DiffInput, 'cluster' | 'live' | 'options'>,
  change: Change,
): boolean {
  const { window } = cluster.restart;
  return window !== undefined && change.impact !== 'none' && !options.force && !windowState(window, live.at).open;
}

const MOST_LISTED = 20;

export function windowFindings(input: DiffInput, changes: readonly Change[]): Finding[] {
  const { window } = input.cluster.restart;
  // What is compared without asking anybody happens at no hour.
  if (!window || !input.live.live) return [];
  const waiting = changes.filter((change) => waitsForWindow(input, change));
  if (waiting.length === 0) return [];
  const { opensAt } = windowState(window, input.live.at);
  const when = opensAt === undefined ? '' : `; it opens ${formatMoment(window, opensAt)}`;
  return [
    {
      code: 'window-closed',
      severity: 'warning',
      message: `The maintenance window (${formatWindow(window)}) is closed${when}. ${waiting.length === 1 ? '1 change waits' : `${waiting.length} changes wait`} for it: ${listed(waiting.map(({ id }) => id))}`,
    },
  ];
}

function listed(ids: string[]): string {
  return ids.length <= MOST_LISTED
    ? ids.join(', ')
    : `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`;
}

/** Servers whose drain would leave their role without one that takes calls, for a while or for good. */
export function lastOfRole(input: DiffInput, changes: readonly Change[]): Finding[] {
  const { cluster, live, options } = input;
  const { force } = options;
  const findings: Finding[] = lastOutside(input, changes);
  // One that gets an address of another comes when that one has gone.
  const late = new Set(
    ofKind(changes, 'portal-entry').flatMap(({ takesFrom, server }) => (takesFrom === undefined ? [] : [server])),
  );
  const joining = ofKind(changes, 'role').flatMap(({ action, wanted, server }) =>
    action === 'create' && wanted.enabled && !late.has(server) ? [wanted] : [],
  );
  // They restart after the built-in ones that they replace have been turned off.
  const off = new Set<Role>(ofKind(changes, 'built-in-off').map(({ role }) => role));
  const comes = new Map(joining.map(({ name, role }) => [name, role]));
  const coming = (role: Role) => joining.filter((one) => one.role === role).length;
  const comingOf = new Map(LISTED_ROLES.map((role) => [role, coming(role)]));
  const serving = new Map(LISTED_ROLES.map((role) => [role, new Set(servingNames(live, role))]));
  const servers = new Map(cluster.servers.map((server) => [server.name, server]));
  const away = changes.flatMap((change) => {
    const found = goesAway(change, servers, serving);
    return found ? [{ ...found, restarts: change.kind === 'server-restart' }] : [];
  });
  const forGood = new Map(LISTED_ROLES.map((role) => [role, new Set<string>()]));
  for (const { role, name, for: how } of away) if (how === 'good') forGood.get(role)?.add(name);
  const together = awayTogether(changes);
  const told = new Set<string>();
  for (const { role, name, restarts, for: how } of away) {
    if (told.has(name)) continue;
    const isNew = comes.has(name);
    if ((comingOf.get(role) ?? 0) > (comes.get(name) === role ? 1 : 0)) continue;
    // Two that go one after the other do not stand in for each other.
    const leave = how === 'good' ? forGood.get(role) : undefined;
    const same = together.get(name);
    const builtIn = live.portal.servers[role].find(({ type }) => type === 'INTERNAL');
    const gone = restarts && off.has(role) ? builtIn?.name : undefined;
    const stays = (other: string) =>
      other !== name && other !== gone && !same?.has(other) && leave?.has(other) !== true;
    if ([...(serving.get(role) ?? [])].some(stays)) continue;
    told.add(name);
    const { label } = ROLES[role];
    const standIn = builtIn !== undefined;
    const [standsIn, fails] =
      how === 'good' ? ['before it goes', 'once it is gone'] : ['while it is away', 'while it is away'];
    const last = (leave?.size ?? 0) > 1 ? `leaves with all ${label}s that take` : `is the only ${label} that takes`;
    findings.push({
      code: standIn ? 'last-of-role' : 'last-of-role-without-stand-in',
      // Nobody has calls on one that comes with this plan.
      severity: standIn && isNew ? 'note' : standIn || force || isNew ? 'warning' : 'blocking',
      server: name,
      message: standIn
        ? `${name} ${last} calls: the PBX's built-in one is turned on ${standsIn}`
        : `${name} ${last} calls, and there is no built-in one to stand in: calls that need one fail ${fails}${force || isNew ? '' : '; add a second one, or force it'}`,
    });
  }
  return findings;
}

interface Away {
  role: ListedRole;
  name: string;
  for: 'a-while' | 'good';
}

/** The server that takes no calls while a change is done, or from then on. */
function goesAway(
  change: Change,
  servers: ReadonlyMap<string, Server>,
  serving: ReadonlyMap<ListedRole, ReadonlySet<string>>,
): Away | undefined {
  const serves = (role: Role, name: string) => isListed(role) && serving.get(role)?.has(name);
  switch (change.kind) {
    case 'role-removal':
    case 'portal-entry-removal': {
      const { server: name, from } = change;
      return isListed(from.role) && serves(from.role, name) ? { role: from.role, name, for: 'good' } : undefined;
    }
    case 'portal-entry': {
      const { wanted, server: name } = change;
      if (!wanted.enabled && serves(wanted.role, name)) return { role: wanted.role, name, for: 'good' };
      break;
    }
    default:
      break;
  }
  if (change.impact === 'none' || change.action === 'create') return undefined;
  const server = change.server === undefined ? undefined : servers.get(change.server);
  return server && isListed(server.role) ? { role: server.role, name: server.name, for: 'a-while' } : undefined;
}

/** By name, who takes no calls any more when it has gone: a server by its old name, and servers that exchange their addresses. */
function awayTogether(changes: readonly Change[]): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { server, replaces, vacates = [] } of ofKind(changes, 'portal-entry')) {
    if (replaces !== undefined) found.set(server, new Set([...(found.get(server) ?? []), replaces]));
    for (const name of vacates.length > 0 ? [server, ...vacates] : [])
      found.set(name, new Set([...(found.get(name) ?? []), server, ...vacates]));
  }
  return found;
}

/**
 * The same for servers that DNS leads callers to: nothing can stand in for the last one. A cluster file that has none of the role
 * any more wants it so.
 */
function lastOutside({ cluster, live, options }: DiffInput, changes: readonly Change[]): Finding[] {
  const setups = ofKind(changes, 'role');
  // What comes back before is looked at again then; a new one is nobody's to go to until a person has set it up.
  const back = new Set(
    setups.flatMap(({ action, impact, server }) => (action !== 'create' && impact === 'none' ? [server] : [])),
  );
  return stopsOutside(changes).flatMap(({ change, role }): Finding[] => {
    const ofRole = cluster.servers.filter((server) => server.role === role);
    if (ofRole.length === 0) return [];
    const another = ofRole.some((other) => {
      if (other.name === change.server) return false;
      if (back.has(other.name)) return true;
      const facts = live.hosts.get(other.name);
      return !live.record?.draining.includes(other.name) && isReachable(facts) && serves(other, facts);
    });
    if (another) return [];
    const { label } = ROLES[role];
    const first = setups.find(({ action, wanted }) => action === 'create' && wanted.role === role);
    const cure = first
      ? `deploy ${first.server} first and make it ready`
      : `${ofRole.length > 1 ? 'get another one to run first' : 'add a second one'}, or force it`;
    return [
      {
        code: 'last-of-role-without-stand-in',
        severity: options.force ? 'warning' : 'blocking',
        server: change.server,
        message: `${change.server} is the only ${label} that runs: nobody gets in while it is away${options.force ? '' : `; ${cure}`}`,
      },
    ];
  });
}

function servingNames(live: Live, role: ListedRole): string[] {
  return live.portal.servers[role].filter((server) => server.enabled && isOnline(live, server)).map(({ name }) => name);
}

/** Servers whose work leaves too little of their role for the calls that are up now. The deploy waits for fewer. */
export function tooLittleLeft({ cluster, live }: DiffInput, changes: readonly Change[]): Finding[] {
  if (!live.live) return [];
  const disturbed = new Set(changes.flatMap(({ server, impact }) => (server && impact !== 'none' ? [server] : [])));
  return LISTED_ROLES.flatMap((role) => {
    const entries = live.portal.servers[role];
    const statusOf = ({ id }: { id: string }) => live.portal.status.get(id);
    const tooLittle = tooLittleWithout(role, entries, statusOf);
    const left = entries.filter(({ name }) => disturbed.has(name));
    const small = left.flatMap(({ name }) => {
      const rooms = tooLittle(new Set([name]));
      return rooms.length > 0 ? [{ name, said: inNumbers(rooms) }] : [];
    });
    return small.map(({ name, said }): Finding => ({
      code: 'too-little-left',
      severity: 'warning',
      server: name,
      message: `While ${name} is away, too little is left of the ${ROLES[role].label}s: ${said}. A deploy waits for fewer, and then ${cluster.restart.onDrainTimeout === 'force' ? 'goes on (on_drain_timeout: force)' : 'leaves it as it is (on_drain_timeout: fail)'}`,
    }));
  });
}
