import { covers, normalise, sameAddress, trustedSources } from '../cluster/addresses';
import { ROLES } from '../cluster/roles';
import type { Cluster, Machine, Server } from '../cluster/types';
import { controlCommand } from '../host/commands';
import type { PortalServer } from '../pbx/types';
import { StageError, type Run } from './context';
import { drainForGood } from './drain';
import { departure, letCallsEnd } from './install';
import { runScript } from './script';
import { trustedNow } from './firewall';
import { inRoleOrder, isListed, LISTED_ROLES } from './names';
import { ByAddress } from '../cluster/by-address';
import {
  isReachable,
  type Attribute,
  type Change,
  type ClusterRecord,
  type Diff,
  type DiffInput,
  type Live,
  type RecordedServer,
} from './types';

/** A server that left the cluster file and that we may take away. */
export interface Departing extends RecordedServer {
  name: string;
}

/** What is ours by the record and no longer in the file; with `unmanaged_servers: remove` also what the portal has besides. */
export function departing(
  cluster: Cluster,
  record: ClusterRecord | undefined,
  portal: Live['portal']['servers'],
): Departing[] {
  const names = new Set(cluster.servers.map(({ name }) => name));
  const gone = (name: string) => !names.has(name);
  const found = new Map<string, Departing>();
  if (cluster.unmanagedServers === 'remove') {
    for (const role of LISTED_ROLES) {
      for (const server of portal[role]) {
        const address = server.privateIp ?? server.publicIp;
        if (server.type === 'INTERNAL' || !address || !gone(server.name)) continue;
        const { privateIp, publicIp } = server;
        found.set(server.name, {
          name: server.name,
          role,
          address,
          ssh: cluster.ssh,
          ...(privateIp && { privateIp }),
          ...(publicIp && { publicIp }),
        });
      }
    }
  }
  for (const [name, server] of Object.entries(record?.servers ?? {}))
    if (gone(name)) found.set(name, { name, ...server });
  return [...found.values()].sort(inRoleOrder);
}

/** Servers whose address changed and that were installed at the old one by us: there they have to go. */
export function moved(cluster: Cluster, record: ClusterRecord | undefined): Departing[] {
  const names = new Set(cluster.servers.map(({ name }) => name));
  const addresses = new ByAddress(cluster.servers.map(({ address }) => [address, true] as const));
  return Object.entries(record?.servers ?? {}).flatMap(([name, old]) =>
    names.has(name) && !addresses.has(old.address) ? [{ name, ...old }] : [],
  );
}

/** Under which name the facts of the host that a server left are kept. */
export function oldHost({ name, address }: { name: string; address: string }): string {
  return `${name} (${address})`;
}

/** For the command lines, which know servers of the cluster file. */
export function asServer(departing: Departing, cluster: Cluster): Server {
  const { image, dataPath } = cluster;
  return { ...departing, enabled: false, image, dataPath, at: { line: 1, column: 1 } };
}

export function departingMachine(server: Departing): Machine {
  return { name: server.name, address: server.address, ssh: server.ssh };
}

/** Takes away what left the cluster file: calls first, then the role, the portal, the whitelist and the firewall. */
export function diffRemove({ cluster, live, options }: DiffInput): Diff {
  const diff: Diff = { changes: [], findings: [] };
  const leaving: Leaving[] = [];
  const servers = new ByAddress(cluster.servers.map((server) => [server.address, server] as const));
  const byName = new Map<string, PortalServer>(
    LISTED_ROLES.flatMap((role) =>
      live.portal.servers[role]
        .filter(({ type }) => type === 'EXTERNAL')
        .map((server) => [`${role}/${server.name}`, server] as const),
    ),
  );
  // The PBX has one IM server: where another one takes over, its addresses took the place of these.
  const hasIm = cluster.servers.some(({ role }) => role === 'im');
  for (const server of departing(cluster, live.record, live.portal.servers)) {
    const spec = ROLES[server.role];
    const change = {
      stage: 'remove',
      action: 'delete',
      server: server.name,
      impact: 'none',
      attributes: [] as Attribute[],
    } as const;
    const successor = servers.get(server.address);
    const replaced = successor?.role === server.role;
    const facts = live.hosts.get(server.name);
    const registered = byName.get(`${server.role}/${server.name}`);
    const needs = isListed(server.role) ? [`built-in/${server.role}`] : [];
    if (!successor && !isReachable(facts) && !options.gone.includes(server.name)) {
      diff.findings.push({
        code: 'host-unreachable',
        severity: 'blocking',
        server: server.name,
        message: `${server.name} left the cluster file, but its host does not answer (${facts?.unreachable ?? 'not looked at'}); when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
      });
      leaving.push({ ...server, held: true });
      continue;
    }
    const container = isReachable(facts) && facts.containers.find(({ name }) => name === spec.container);
    if (container && !replaced) {
      diff.changes.push({
        ...change,
        id: `role/${server.name}`,
        reason: `${server.name} left the cluster file`,
        impact: container.running ? departure(server.role, registered?.enabled ?? true) : 'none',
        needs,
      });
      if (spec.stops)
        diff.findings.push({
          code: 'removal-stops',
          severity: 'warning',
          server: server.name,
          message: `With ${server.name} go ${spec.stops} until there is another ${spec.label}; its data stays on the host. ${cluster.restart.window ? 'It waits for the maintenance window' : 'Merge it when nobody needs them, or give the cluster file a restart.window'}`,
        });
    }
    const renamed = replaced && !byName.has(`${successor.role}/${successor.name}`);
    const inPortal = registered !== undefined || (server.role === 'im' && !hasIm && addressesOf(live, server));
    if (inPortal && !renamed) {
      diff.changes.push({
        ...change,
        id: `server/${server.name}`,
        reason: `${server.name} left the cluster file`,
        needs: [`role/${server.name}`, ...needs],
        attributes: [{ name: 'private address', before: server.address }],
      });
    }
    leaving.push({ ...server, held: false });
  }
  for (const old of moved(cluster, live.record)) {
    const left = live.hosts.get(oldHost(old));
    const gone = isReachable(left)
      ? !left.containers.some(({ name }) => name === ROLES[old.role].container)
      : options.gone.includes(old.name);
    // Without its new host it cannot leave the old one, and goes on serving there.
    leaving.push({ ...old, held: !gone && !(isReachable(left) && isReachable(live.hosts.get(old.name))) });
  }
  diff.changes.push(...closeFirewall(cluster, live, leaving));
  return diff;
}

/** A server that goes from an address. */
interface Leaving extends Departing {
  /** It cannot be taken away now: whatever lets it through has to stay. */
  held: boolean;
}

function addressesOf(live: Live, server: Departing): boolean {
  const { privateIp, publicIp } = live.portal.im;
  return sameAddress(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}

function closeFirewall(cluster: Cluster, live: Live, leaving: Leaving[]): Change[] {
  const change = { stage: 'remove', action: 'delete', impact: 'none' } as const;
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

  const goes = ({ name }: Leaving) => [`role/${name}`, `server/${name}`];
  const all = leaving.flatMap(goes);
  const by = new Map<string, string[]>();
  for (const server of leaving) {
    const key = normalise(server.address);
    by.set(key, [...(by.get(key) ?? []), ...goes(server)]);
  }
  // An entry for one address waits for what is there, a network for everything that goes.
  const after = (owned: string) => by.get(normalise(owned)) ?? (isOne(owned) ? [] : all);
  // What replaces an entry must be open before the entry is closed.
  const opened = wanted.map((source) => `firewall/${source}`);
  return [
    ...cidrs.map((cidr): Change => ({
      ...change,
      id: `whitelist/${cidr}`,
      reason: 'no server of the cluster file has this address any more',
      needs: after(cidr),
      attributes: [{ name: 'accepted address', before: cidr }],
    })),
    ...sources.map((source): Change => ({
      ...change,
      id: `firewall/${source}`,
      reason: 'the cluster file does not trust it any more',
      needs: [...after(source), ...opened],
      attributes: [{ name: 'trusted source', before: source }],
    })),
  ];
}

function isOne(source: string): boolean {
  return !normalise(source).includes('/');
}

/** Ends the calls of a departing server, then uninstalls its role. */
export async function applyRemoveRole(change: Change, run: Run): Promise<void> {
  const server = find(change, run);
  const entry = run.portal.forServer(server);
  if (entry) await drainForGood(run, entry, change.id);
  const machine = departingMachine(server);
  const leaving = asServer(server, run.session.cluster);
  await letCallsEnd(change, run, leaving, leaving);
  const command = controlCommand(run.session.cluster, leaving, 'rm');
  await runScript(run, command, {
    id: change.id,
    key: `rm-${server.name}`,
    title: `remove ${server.name} (${ROLES[server.role].label})`,
  });
  const facts = await run.session.hosts.host(machine).facts({
    scriptsPath: run.session.cluster.scriptsPath,
    dataPath: run.session.cluster.dataPath,
  });
  if (facts.containers.some(({ name }) => name === ROLES[server.role].container))
    throw new StageError(
      `The script on ${server.name} ended without an error, but ${ROLES[server.role].container} is still there`,
    );
}

/** Takes a departing server out of the portal. */
export async function applyRemoveServer(change: Change, run: Run): Promise<void> {
  const server = find(change, run);
  if (!isListed(server.role)) return run.session.pbx.setIm({});
  const entry = run.portal.find(server.role, server.name);
  if (!entry) return;
  await drainForGood(run, entry, change.id);
  await run.session.pbx.destroyServer(server.role, entry.id);
  run.portal.remove(server.role, entry.id);
}

function find(change: Change, run: Run): Departing {
  const { cluster } = run.session;
  const server = departing(cluster, run.record.current, run.live.portal.servers).find(
    ({ name }) => name === change.server,
  );
  if (!server) throw new StageError(`${change.server ?? change.id} is not in the record any more`);
  return server;
}
