import { hostCidr, trustedSources } from '../cluster/addresses';
import { ROLES } from '../cluster/roles';
import type { Cluster, Machine, Server } from '../cluster/types';
import { controlCommand } from '../host/commands';
import { StageError, type Run } from './context';
import { drainForGood } from './drain';
import { disturbance } from './install';
import { runScript } from './script';
import { inRoleOrder, isListed, LISTED_ROLES } from './names';
import { sameAddress, sameCidr } from './same';
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
  const gone = (name: string) => !cluster.servers.some((server) => server.name === name);
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
  return Object.entries(record?.servers ?? {}).flatMap(([name, old]) => {
    const server = cluster.servers.find((candidate) => candidate.name === name);
    const taken = cluster.servers.some(({ address }) => sameAddress(address, old.address));
    return server && !taken ? [{ name, ...old }] : [];
  });
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
  const last: string[] = [];
  for (const server of departing(cluster, live.record, live.portal.servers)) {
    const spec = ROLES[server.role];
    const change = {
      stage: 'remove',
      action: 'delete',
      server: server.name,
      impact: 'none',
      attributes: [] as Attribute[],
    } as const;
    const successor = cluster.servers.find((other) => sameAddress(other.address, server.address));
    const facts = live.hosts.get(server.name);
    const registered = isListed(server.role)
      ? live.portal.servers[server.role].find(({ name }) => name === server.name)
      : undefined;
    const needs = isListed(server.role) ? [`built-in/${server.role}`] : [];
    if (!successor && !isReachable(facts) && !options.gone.includes(server.name)) {
      diff.findings.push({
        code: 'host-unreachable',
        severity: 'blocking',
        server: server.name,
        message: `${server.name} left the cluster file, but its host does not answer (${facts?.unreachable ?? 'not looked at'}); when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
      });
      continue;
    }
    const container = isReachable(facts) && facts.containers.find(({ name }) => name === spec.container);
    if (container && !successor) {
      diff.changes.push({
        ...change,
        id: `role/${server.name}`,
        reason: `${server.name} left the cluster file`,
        impact: container.running && (registered?.enabled ?? true) ? disturbance(server.role) : 'none',
        needs,
      });
    }
    const renamed = successor && successor.role === server.role;
    const inPortal = registered !== undefined || (server.role === 'im' && !successor && addressesOf(live, server));
    if (inPortal && !renamed) {
      diff.changes.push({
        ...change,
        id: `server/${server.name}`,
        reason: `${server.name} left the cluster file`,
        needs: [`role/${server.name}`, ...needs],
        attributes: [{ name: 'private address', before: server.address }],
      });
    }
    last.push(`role/${server.name}`, `server/${server.name}`);
  }
  last.push(...moved(cluster, live.record).map(({ name }) => `role/${name}`));
  diff.changes.push(...closeFirewall(cluster, live, last));
  return diff;
}

function addressesOf(live: Live, server: Departing): boolean {
  const { privateIp, publicIp } = live.portal.im;
  return sameAddress(privateIp ?? publicIp, server.privateIp ?? server.publicIp);
}

function closeFirewall(cluster: Cluster, live: Live, after: string[]): Change[] {
  const change = { stage: 'remove', action: 'delete', impact: 'none' } as const;
  const wanted = trustedSources(cluster);
  const trusted = isReachable(live.main) ? (live.main.firewall?.trusted.permanent ?? []) : [];
  // What replaces an entry must be open before the entry is closed.
  const opened = [...after, ...wanted.map((source) => `firewall/${source}`)];
  const sources = (live.record?.firewall ?? []).filter(
    (owned) => !wanted.some((source) => sameCidr(source, owned)) && trusted.some((source) => sameCidr(source, owned)),
  );
  const cidrs = (live.record?.whitelist ?? []).filter(
    (owned) =>
      !cluster.servers.some((server) => sameCidr(hostCidr(server.address), owned)) &&
      live.portal.ipFilters.some(({ cidr, target }) => target === 'ACCEPT' && sameCidr(cidr, owned)),
  );
  return [
    ...cidrs.map((cidr): Change => ({
      ...change,
      id: `whitelist/${cidr}`,
      reason: 'no server of the cluster file has this address any more',
      needs: after,
      attributes: [{ name: 'accepted address', before: cidr }],
    })),
    ...sources.map((source): Change => ({
      ...change,
      id: `firewall/${source}`,
      reason: 'the cluster file does not trust it any more',
      needs: opened,
      attributes: [{ name: 'trusted source', before: source }],
    })),
  ];
}

/** Ends the calls of a departing server, then uninstalls its role. */
export async function applyRemoveRole(change: Change, run: Run): Promise<void> {
  const server = find(change, run);
  const entry = run.portal.forServer(server);
  if (entry) await drainForGood(run, entry, change.id);
  const machine = departingMachine(server);
  const command = controlCommand(run.session.cluster, asServer(server, run.session.cluster), 'rm');
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
