import { findContainer, isAbsent } from '../host/containers';
import { isKnown } from '../host/reading';
import { covers, normalise, sameAddress, trustedSources } from '../cluster/addresses';
import { ByAddress } from '../cluster/by-address';
import { isListed, LISTED_ROLES, ROLES, type Impact, type Role } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import type { PortalServer } from '../pbx/types';
import {
  idOf,
  type ChangeId,
  type ChangeOf,
  type ImAddressesRemoval,
  type Planned,
  type PortalEntryRemoval,
  type RoleRemoval,
  type SourceRemoval,
  type WhitelistRemoval,
} from './change';
import { asServer, departing, departingMachine, leftBy, moved, oldHost, type Departing, type Left } from './departing';
import { drainForGood } from './drain';
import { acceptingEntries, trustedNow } from './firewall';
import { stopFirst } from './role-diff';
import { runVerb } from './script';
import { onlineIn, type Live } from './live';
import { StageError } from './stage-error';
import type { Run } from './run';
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
      object: ({ source }) => `trusted source ${source} in the main server's firewall`,
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

/** A server that goes from an address. */
interface Leaving extends Departing {
  /** It cannot be taken away now: whatever lets it through has to stay. */
  held: boolean;
}

function diffRemove(input: DiffInput, planned: Planned): Diff<Removal> {
  const { cluster, live } = input;
  const servers = new ByAddress(cluster.servers.map((server) => [server.address, server] as const));
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
  for (const server of departing(cluster, live.record, live.portal.servers)) {
    const one = diffDeparting(server, { servers, entries }, input, planned);
    changes.push(...one.changes);
    findings.push(...one.findings);
    leaving.push({ ...server, held: one.held });
  }
  for (const old of moved(cluster, live.record)) leaving.push({ ...old, held: isHeld(old, input) });
  return { changes: [...changes, ...closeFirewall(input, leaving, changes, planned)], findings };
}

const REMOVAL_WAITS = 'it left the cluster file, and its removal waits';

interface There {
  servers: ByAddress<Cluster['servers'][number]>;
  /** The portal's added servers, by role and name */
  entries: ReadonlyMap<string, PortalServer>;
}

function diffDeparting(
  server: Departing,
  { servers, entries }: There,
  { cluster, live, options }: DiffInput,
  planned: Planned,
): Diff<Removal> & { held: boolean } {
  const { role, name } = server;
  const successor = servers.get(server.address);
  const replaced = successor?.role === role;
  const facts = live.hosts.get(name);
  if (!successor && !isReachable(facts) && !options.gone.includes(name))
    return { changes: [], findings: [hostUnreachable(name, facts?.unreachable)], held: true };
  const changes: Removal[] = [];
  const findings: Finding[] = [];
  const entry = entries.get(`${role}/${name}`);
  const online = entry ? onlineIn(live, entry) : false;
  if (!isKnown(online))
    return { changes: [], findings: [unseen('status', name, online.unknown, REMOVAL_WAITS)], held: true };
  const before = replacements(role, planned);
  const common = {
    action: 'delete',
    server: name,
    causes: [{ cause: 'left' }],
    after: [],
    from: leftBy(server),
  } as const;
  const container = isReachable(facts) ? findContainer(facts, ROLES[role].container) : undefined;
  // What cannot be seen may be there, and serve: everything of it waits.
  if (!isKnown(container)) {
    return { changes: [], findings: [unseen('containers', name, container.unknown, REMOVAL_WAITS)], held: true };
  }
  if (container && !replaced) {
    const impact = container.running ? departure(role, entry?.enabled ?? true) : 'none';
    changes.push({
      ...common,
      kind: 'role-removal',
      id: idOf.role(name),
      impact,
      needs: before,
      // Also where it is stopped: an earlier run may have got so far, and what it does is what was reviewed.
      verbs: [...stopFirst(role, true), 'rm'],
    });
    findings.push(...removalStops(server, cluster));
  }
  const needs = [...changes.map(({ id }) => id), ...before];
  const renamed = replaced && !entries.has(`${role}/${successor.name}`);
  if (isListed(role)) {
    if (entry && !renamed)
      changes.push({
        ...common,
        kind: 'portal-entry-removal',
        id: idOf.entry(name),
        impact: 'none',
        needs,
        role,
      });
  } else if (ROLES[role].portal.kind === 'addresses' && !renamed && hasAddresses(server, cluster, live)) {
    changes.push({ ...common, kind: 'im-addresses-removal', id: idOf.entry(name), impact: 'none', needs });
  }
  return { changes, findings, held: false };
}

/** What gives callers another server of the role before one goes: the built-in one, and new ones of the cluster file. */
function replacements(role: Role, planned: Planned): ChangeId[] {
  if (!isListed(role)) return [];
  const coming = planned.changes.filter(
    (change) =>
      (change.kind === 'role' && change.wanted.role === role) ||
      // What only gets other values takes calls as before.
      (change.kind === 'portal-entry' &&
        change.wanted.role === role &&
        !(change.action === 'update' && change.present?.enabled)),
  );
  return planned.these([idOf.builtIn(role), ...coming.map(({ id }) => id)]);
}

/** What callers notice when a server goes: one that takes no new calls and tells that it has none is noticed by nobody. */
function departure(role: Role, enabled: boolean): Impact {
  const { calls, away } = ROLES[role];
  return enabled || calls.kind === 'timed' ? away : 'none';
}

function hostUnreachable(name: string, why = 'not looked at'): Finding {
  return {
    code: 'host-unreachable',
    severity: 'blocking',
    server: name,
    message: `${name} left the cluster file, but its host does not answer (${why}); when it is gone for good, say so: --host-is-gone ${name} (input host-is-gone)`,
  };
}

function removalStops({ name, role }: Departing, { restart }: Cluster): Finding[] {
  const { stops, label } = ROLES[role];
  if (!stops) return [];
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
function isHeld(old: Departing, { live, options }: DiffInput): boolean {
  const left = live.hosts.get(oldHost(old));
  const gone = isReachable(left)
    ? isAbsent(findContainer(left, ROLES[old.role].container))
    : options.gone.includes(old.name);
  return !gone && !(isReachable(left) && isReachable(live.hosts.get(old.name)));
}

function closeFirewall(
  { cluster, live }: DiffInput,
  leaving: readonly Leaving[],
  removals: readonly Removal[],
  planned: Planned,
): (WhitelistRemoval | SourceRemoval)[] {
  const index = (sources: string[]) => new ByAddress(sources.map((source) => [source, true] as const));
  const wanted = trustedSources(cluster);
  const [kept, addresses] = [index(wanted), index(cluster.servers.map(({ address }) => address))];
  const trusted = index(trustedNow(live));
  const accepted = index(live.portal.ipFilters.filter(({ target }) => target === 'ACCEPT').map(({ cidr }) => cidr));
  const held = leaving.filter((server) => server.held).map(({ address }) => address);
  const holds = (owned: string) => held.some((address) => covers(owned, address));
  const once = (list: string[]) => [...new Set(list)];
  const cidrs = once(live.record?.whitelist ?? []).filter(
    (owned) => !addresses.has(owned) && accepted.has(owned) && !holds(owned),
  );
  const sources = once(live.record?.firewall ?? []).filter(
    (owned) => !kept.has(owned) && trusted.has(owned) && !holds(owned),
  );

  const goes = waitingFor(leaving, removals, planned);
  // What replaces an entry must be open before the entry is closed.
  const networks = wanted.filter((source) => !isOne(source));
  const opened = (source: string) =>
    planned.these((isOne(source) ? networks.filter((network) => covers(network, source)) : wanted).map(idOf.source));
  const common = { action: 'delete', causes: [{ cause: 'unused' }], impact: 'none', after: [] } as const;
  return [
    ...cidrs.map((cidr): WhitelistRemoval => ({
      ...common,
      kind: 'whitelist-removal',
      id: idOf.whitelist(cidr),
      needs: goes(cidr),
      cidr,
    })),
    ...sources.map((source): SourceRemoval => {
      const id = idOf.source(source);
      const needs = [...new Set([...goes(source), ...opened(source)])].filter((need) => need !== id);
      return { ...common, kind: 'source-removal', id, needs, source };
    }),
  ];
}

/** What must have gone before an entry is closed: for one address what is there, for a network everything that goes. */
function waitingFor(
  leaving: readonly Leaving[],
  removals: readonly Removal[],
  planned: Planned,
): (owned: string) => ChangeId[] {
  const ids = new Set([...planned.ids, ...removals.map(({ id }) => id)]);
  const goes = ({ name }: Leaving) => [idOf.role(name), idOf.entry(name)].filter((id) => ids.has(id));
  const all = [...new Set(leaving.flatMap(goes))];
  const by = new Map<string, ChangeId[]>();
  for (const server of leaving) {
    const key = normalise(server.address);
    by.set(key, [...new Set([...(by.get(key) ?? []), ...goes(server)])]);
  }
  return (owned) => by.get(normalise(owned)) ?? (isOne(owned) ? [] : all);
}

function isOne(source: string): boolean {
  return !normalise(source).includes('/');
}

/** Ends the calls of a departing server, then uninstalls its role. */
async function applyRoleRemoval({ id, from, verbs }: RoleRemoval, run: Run): Promise<void> {
  const { cluster } = run.session;
  const server = stillDeparting(from, run);
  const entry = run.portal.forServer(server);
  if (entry) await drainForGood(run, entry, id);
  for (const verb of verbs) await runVerb(id, run, asServer(server, cluster), verb, { called: { rm: 'remove' } });
  const { container } = ROLES[server.role];
  const facts = await run.session.hosts.host(departingMachine(server)).facts({
    scriptsPath: cluster.scriptsPath,
    dataPath: cluster.dataPath,
  });
  if (!isAbsent(findContainer(facts, container)))
    throw new StageError(`The script on ${server.name} ended without an error, but ${container} is still there`);
}

/** Takes a departing server out of the portal. */
async function applyEntryRemoval({ id, from, role }: PortalEntryRemoval, run: Run): Promise<void> {
  stillDeparting(from, run);
  const entry = run.portal.find(role, from.name);
  if (!entry) return;
  await drainForGood(run, entry, id);
  await run.session.pbx.destroyServer(role, entry.id);
  run.portal.remove(role, entry.id);
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
  return server;
}
