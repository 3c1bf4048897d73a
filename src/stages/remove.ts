import { isKnown } from '../host/reading';
import { findContainer, isAbsent } from '../host/containers';
import { sameAddress } from '../cluster/addresses';
import { isListed, isOutside, LISTED_ROLES, ROLES, type Impact, type Role } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import type { HostFacts } from '../host/types';
import type { PortalServer } from '../pbx/types';
import type { Steps } from '../slices';
import {
  idOf,
  type ChangeId,
  type ChangeOf,
  type ImAddressesRemoval,
  type Planned,
  type PortalEntryRemoval,
  type RoleRemoval,
  type WhitelistRemoval,
} from './change';
import {
  asServer,
  departing,
  departingMachine,
  leftBy,
  oldHost,
  placesOf,
  type Departing,
  type Left,
} from './departing';
import { closeFirewall, leavingFrom, shutOut, type Leaving } from './closing';
import { leaveMachine, takeOut } from './drain';
import { acceptingEntries, trustedIn } from './firewall';
import type { Leaving as AtDeparture } from './identity';
import { comingAfter } from './order';
import { drainOf, ledAway } from './outside';
import { leaving, stillToRun, tellsItsCalls } from './role-diff';
import { runVerb } from './script';
import { isOnline, onlineIn, type Live } from './live';
import { StageError } from './stage-error';
import { factsOf, hostOf, type Run } from './run';
import type { Diff, DiffInput, Stage, Words } from './stage';
import { unseen } from './unseen';

type Removal = ChangeOf<
  'role-removal' | 'portal-entry-removal' | 'im-addresses-removal' | 'whitelist-removal' | 'source-removal'
>;

/** Takes away what left the cluster file: calls first, then the role, the portal, the whitelist and the firewall. */
export const remove: Stage<Removal['kind']> = {
  name: 'remove',
  diff: diffRemove,
  apply: {
    'role-removal': applyRoleRemoval,
    'portal-entry-removal': applyEntryRemoval,
    'im-addresses-removal': (_, run) => run.session.pbx.setIm({}),
    'whitelist-removal': applyWhitelistRemoval,
    'source-removal': ({ source }, run) => run.firewall.change('remove', source),
  },
  words: {
    'role-removal': {
      object: () => 'service on the host',
      deed: () => ['uninstall'],
      target: ({ server }) => server,
      reason: ({ server }) => `${server} left the cluster file`,
      differences: () => [],
    },
    'portal-entry-removal': entryWords(),
    'im-addresses-removal': entryWords(),
    'whitelist-removal': {
      object: ({ cidr }) => `${cidr} in the PBX's IP whitelist`,
      deed: () => ['take', 'off the whitelist'],
      target: ({ cidr }) => cidr,
      reason: () => 'no server of the cluster file has this address any more',
      differences: ({ cidr }) => [{ name: 'accepted address', before: cidr }],
      selfExplaining: () => true,
    },
    'source-removal': {
      object: trustedIn,
      deed: () => ['stop trusting'],
      target: ({ source }) => source,
      reason: () => 'the cluster file does not trust it any more',
      differences: ({ source }) => [{ name: 'trusted source', before: source }],
      selfExplaining: () => true,
    },
  },
};

function entryWords(): Words<PortalEntryRemoval | ImAddressesRemoval> {
  return {
    object: () => 'entry in the portal',
    deed: () => ['take', 'out of the portal'],
    target: ({ server }) => server,
    reason: ({ server }) => `${server} left the cluster file`,
    differences: ({ from }) => [{ name: 'private address', before: from.address }],
  };
}

function* diffRemove(input: DiffInput, planned: Planned): Steps<Diff<Removal>> {
  const { live, who } = input;
  const entries = new Map<string, PortalServer>(
    LISTED_ROLES.flatMap((role) =>
      live.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => [`${role}/${server.name}`, server] as const),
    ),
  );
  const changes: Removal[] = [];
  const findings: Finding[] = [];
  const leaving: Leaving[] = [];
  for (const server of who.leaving) {
    yield;
    const one = diffDeparting(server, entries, input, planned);
    changes.push(...one.changes);
    findings.push(...one.findings);
    // Wherever it may be, it is let in there until it has gone.
    for (const [index, place] of placesOf(server).entries()) {
      leaving.push(leavingFrom(place, index === 0 ? server.name : oldHost(place), one.held, input));
    }
  }
  for (const old of [...who.moved.values()].flat())
    leaving.push(leavingFrom(old, oldHost(old), isHeld(old, input), input));
  leaving.push(...stillEntered(input, planned));
  const closing = closeFirewall(input, leaving, changes, planned);
  const removals = entriesFirst(oneByOne(changes), input);
  return { changes: [...removals, ...closing], findings: [...findings, ...shutOut(input, leaving, closing)] };
}

/** Servers of the cluster file that the portal has elsewhere, whoever put them there: they take their calls there until they go. */
function stillEntered(input: DiffInput, planned: Planned): Leaving[] {
  return input.cluster.servers.flatMap((server) => {
    const { name, role, ssh } = server;
    const found = isListed(role) ? input.who.registration(server, role) : undefined;
    if (found?.is !== 'readdressed') return [];
    const { privateIp, publicIp } = found.entry;
    const address = privateIp ?? publicIp;
    if (address === undefined) return [];
    const place = { name, role, ssh, address, ...(publicIp && { publicIp }) };
    return [leavingFrom(place, oldHost(place), !planned.ids.has(idOf.entry(name)), input)];
  });
}

/** What a machine has in the portal by other names goes before the machine is left, which would wait for calls by those as well. */
function entriesFirst(removals: readonly Removal[], { live, who }: DiffInput): Removal[] {
  // Those that leave a machine of their own go after that.
  const own = new Set(removals.flatMap((one) => (one.kind === 'role-removal' ? [one.from.name] : [])));
  const going = new Map(
    removals.flatMap((one) =>
      one.kind === 'portal-entry-removal' && !own.has(one.from.name) ? [[one.from.name, one.id] as const] : [],
    ),
  );
  const left = new Map(who.leaving.map((server) => [server.name, server]));
  return removals.map((change) => {
    const server = change.kind === 'role-removal' && left.get(change.from.name);
    const reach = server && who.reach(server, live.hosts.get(server.name));
    if (!reach) return change;
    const others = who.reaching(reach).filter(({ name }) => name !== server.name);
    const before = others.flatMap(({ name }) => going.get(name) ?? []);
    return { ...change, after: [...change.after, ...before] };
  });
}

/** Of servers that callers come to by DNS one goes after the other. */
function oneByOne(removals: readonly Removal[]): Removal[] {
  const last = new Map<Role, ChangeId>();
  return removals.map((removal) => {
    if (removal.kind !== 'role-removal' || !isOutside(removal.from.role)) return removal;
    const before = last.get(removal.from.role);
    last.set(removal.from.role, removal.id);
    return before ? { ...removal, needs: [...removal.needs, before] } : removal;
  });
}

const REMOVAL_WAITS = 'it left the cluster file, and its removal waits';

/** What keeps a server from being taken away, as far as its host goes; undefined: nothing. */
function obstacle({ name, role, address }: Departing, there: AtDeparture): Finding | undefined {
  const said = (message: string) => `${name} left the cluster file, but ${message}`;
  const blocked = (code: string, message: string): Finding => ({
    code,
    severity: 'blocking',
    server: name,
    message: said(message),
  });
  const gone = `--host-is-gone ${name} (input host-is-gone)`;
  switch (there.is) {
    case 'unknown':
      return there.unreachable
        ? blocked(
            'host-unreachable',
            `its host does not answer (${there.why}); when it is gone for good, say so: ${gone}`,
          )
        : unseen('containers', name, there.why, REMOVAL_WAITS);
    case 'somebody-elses':
      return blocked(
        'not-ours',
        `its host now ${there.what}: that is left alone; to take only the entry of ${name} out of the portal, say that its host is gone: ${gone}`,
      );
    case 'shared':
      return blocked(
        'host-shared',
        `its host (${address}) runs ${there.what} as well, where no script of ours is run; remove it by hand (${ROLES[role].script.file} rm), or leave it and say that its host is gone: ${gone}`,
      );
    case 'handed-over':
      return {
        code: 'handed-over',
        severity: 'warning',
        server: name,
        message: said(
          `the cluster file "${there.to}" of the same PBX has it: it is left to that one. ${there.elsewhere ? `That one has it on another host, so remove by hand what still runs on ${address} (${ROLES[role].script.file} rm). ` : ''}If there is no such cluster file any more, delete its record on the main server (/var/lib/portsip-cluster/${there.to}.json)`,
        ),
      };
    case 'nobody':
    case 'same':
    case 'duplicate':
    case 'pbx':
      return undefined;
  }
}

function diffDeparting(
  server: Departing,
  entries: ReadonlyMap<string, PortalServer>,
  input: DiffInput,
  planned: Planned,
): Diff<Removal> & { held: boolean } {
  const { cluster, live, who } = input;
  const { role, name } = server;
  const looks = placesOf(server).map((place, index) => {
    const host = index === 0 ? name : oldHost(place);
    return { place, facts: live.hosts.get(host), there: who.departure(place, host) };
  });
  const [first] = looks;
  // Where it was only on its way to, whoever else is there is none of it.
  const obstacles = looks.flatMap(({ place, there }, index) =>
    index > 0 && there.is === 'somebody-elses' ? [] : (obstacle(place, there) ?? []),
  );
  if (obstacles.length > 0 || !first) return { changes: [], findings: obstacles.slice(0, 1), held: true };
  const found = looks.find(({ there }) => there.is === 'same');
  const changes: Removal[] = [];
  const findings: Finding[] = [];
  const entry = entries.get(`${role}/${name}`);
  const online = entry ? onlineIn(live, entry) : false;
  if (!isKnown(online))
    return { changes: [], findings: [unseen('status', name, online.unknown, REMOVAL_WAITS)], held: true };
  const before = replacements(server, planned);
  const common = { action: 'delete', server: name, causes: [{ cause: 'left' }], after: [] } as const;
  if (found?.there.is === 'same') {
    const reach = who.reach(found.place, found.facts);
    const entered = who.reaching(reach);
    const takesCalls = entered.length === 0 || entered.some(({ enabled }) => enabled);
    // Its calls are counted, but by no entry that the PBX sees: nobody knows when they have ended.
    const unseenCalls = ROLES[role].calls.kind === 'counted' && !entered.some((one) => isOnline(live, one));
    changes.push({
      ...common,
      from: leftBy(found.place),
      kind: 'role-removal',
      id: idOf.role(name),
      impact: !found.there.container.running ? 'none' : unseenCalls ? 'active-calls' : departure(role, takesCalls),
      needs: before,
      // Also where it is stopped: an earlier run may have got so far, and what it does is what was reviewed.
      verbs: leaving(role),
      ...drainOf(role, cluster),
    });
    findings.push(...removalStops(server, cluster));
  }
  const from = leftBy(server);
  const needs = [...changes.map(({ id }) => id), ...before];
  const successor = first.there.is === 'duplicate' ? first.there.of : undefined;
  if (isListed(role)) {
    // One that another name takes the place of goes with that change.
    const entering = planned.ofKind('portal-entry');
    const replaced = entering.some(({ replaces, wanted }) => replaces === name && wanted.role === role);
    // Whoever takes its machine over is there first, unless it gets its address as well: the portal gives that to one only.
    const isAwaited = entering.some(({ takesFrom, wanted }) => takesFrom === name && wanted.role === role);
    const taker = successor && !isAwaited ? planned.these([idOf.role(successor.name)]) : [];
    if (entry && !replaced)
      changes.push({
        ...common,
        from,
        kind: 'portal-entry-removal',
        id: idOf.entry(name),
        impact: 'none',
        needs: [...new Set([...needs, ...taker])],
        role,
      });
  } else if (ROLES[role].portal.kind === 'addresses' && !successor && hasAddresses(server, cluster, live)) {
    changes.push({ ...common, from, kind: 'im-addresses-removal', id: idOf.entry(name), impact: 'none', needs });
  }
  return { changes, findings, held: false };
}

/** What gives callers another server of the role before one goes: the built-in one, and new ones of the cluster file. */
function replacements({ role, name }: Departing, planned: Planned): ChangeId[] {
  if (!isListed(role) && !isOutside(role)) return [];
  // Whoever gets an address of its own comes after it.
  const taking = planned.ofKind('portal-entry').filter(({ takesFrom }) => takesFrom !== undefined);
  const waiting = comingAfter(
    planned.changes,
    taking.map(({ id }) => id),
  );
  const isAwaited = taking.some(({ takesFrom }) => takesFrom === name);
  const coming = planned.changes.filter(
    (change) =>
      (change.kind === 'role' || change.kind === 'portal-entry') &&
      change.wanted.role === role &&
      !waiting.has(change.id) &&
      // What only gets other values takes calls as before.
      !(change.kind === 'portal-entry' && change.action === 'update' && change.present?.enabled) &&
      // What goes first does not wait for those that have their turn after it.
      (!isAwaited || change.action === 'create'),
  );
  const builtIn = isAwaited
    ? planned.ofKind('built-in-on').map(({ id }) => id)
    : isListed(role)
      ? [idOf.builtIn(role)]
      : [];
  return planned.these([...builtIn, ...coming.map(({ id }) => id)]);
}

/** What callers notice when a server goes: one that takes no new calls and tells that it has none is noticed by nobody. */
function departure(role: Role, enabled: boolean): Impact {
  return enabled || !tellsItsCalls(role) ? ROLES[role].away : 'none';
}

function removalStops({ name, role }: Departing, { restart, servers }: Cluster): Finding[] {
  const { stops, label, single } = ROLES[role];
  const others = !single && servers.some((server) => server.role === role);
  if (!stops || others) return [];
  return [
    {
      code: 'removal-stops',
      severity: 'warning',
      server: name,
      message: `Removing ${name} takes away ${stops} until there is another ${label}; its data stays on the host. ${restart.window ? 'It waits for the maintenance window' : 'Merge it when nobody needs them, or give the cluster file a restart.window'}`,
    },
  ];
}

/** The PBX has one such server: where another one takes over, its addresses took the place of these. */
function hasAddresses(server: Departing, cluster: Cluster, live: Live): boolean {
  if (cluster.servers.some(({ role }) => role === server.role)) return false;
  const { privateIp, publicIp } = live.portal.im;
  return sameAddress(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}

/** A server that moved: without its new host it cannot leave the old one, and goes on serving there. */
function isHeld(old: Departing, { live, options, who }: DiffInput): boolean {
  const there = who.atOld(old);
  if (there.is === 'nobody' || there.is === 'somebody-elses') return false;
  if (there.is === 'unknown' && there.unreachable) return !options.gone.includes(old.name);
  return there.is === 'unknown' || there.is === 'shared' || !isReachable(live.hosts.get(old.name));
}

/** Ends the calls of a departing server, then uninstalls its role. */
async function applyRoleRemoval({ id, from, verbs, drain }: RoleRemoval, run: Run): Promise<void> {
  const { cluster } = run.session;
  const server = stillDeparting(from, run);
  const uninstall = async (now: HostFacts) => {
    for (const verb of stillToRun(verbs, server.role, now))
      await runVerb(id, run, asServer(server, cluster), verb, { called: { rm: 'remove' } });
  };
  const lead = { id, drain, forGood: true };
  await leaveMachine(run, server, run.live.hosts.get(from.name), id, async (now) => {
    if (isOutside(server.role)) await ledAway(run, server, lead, () => uninstall(now));
    else await uninstall(now);
  });
  const { container } = ROLES[server.role];
  const facts = await factsOf(cluster, hostOf(run, departingMachine(server)));
  if (!isAbsent(findContainer(facts, container)))
    throw new StageError(`The script on ${server.name} ended without an error, but ${container} is still there`);
}

/** Takes a departing server out of the portal. */
async function applyEntryRemoval({ id, from, role }: PortalEntryRemoval, run: Run): Promise<void> {
  stillDeparting(from, run);
  const entry = run.portal.find(role, from.name);
  if (entry) await takeOut(run, entry, id);
}

async function applyWhitelistRemoval({ cidr }: WhitelistRemoval, run: Run): Promise<void> {
  for (const entry of acceptingEntries(run, cidr)) await run.session.pbx.destroyIpFilter(entry.id);
}

/** The record may have been rewritten since the plan was made. */
function stillDeparting(from: Left, run: Run): Departing {
  const { cluster } = run.session;
  const now = departing(cluster, run.record.current, run.live.portal.servers);
  const server = now.find(({ name }) => name === from.name);
  if (!server) throw new StageError(`${from.name} is not in the record any more`);
  return placesOf(server).find(({ address }) => address === from.address) ?? server;
}
