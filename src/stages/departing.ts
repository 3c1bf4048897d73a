import { normalise } from '../cluster/addresses';
import { ByAddress } from '../cluster/by-address';
import { LISTED_ROLES, ROLES, serverSpec } from '../cluster/roles';
import { isReserved } from '../cluster/rules/names';
import type { Cluster, Machine, ServerSpec } from '../cluster/types';
import { inRoleOrder } from './names';
import type { ClusterRecord, RecordedServer } from './cluster-record';
import type { Live } from './live';

/** What decides how a server is taken from its host: where that is, and what runs there. */
export type Left = Machine & Pick<RecordedServer, 'role'>;

/** A server that left the cluster file, or its old host, and that we may take away. */
export interface Departing extends RecordedServer {
  name: string;
}

/** Without what a record may say in another way although the same is done. */
export function leftBy({ name, role, address, ssh }: Departing): Left {
  return { name, role, address, ssh };
}

/** What is ours by the record and no longer in the file; with `unmanaged_servers: remove` also what else the portal has. */
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
        // Its changes would carry the id of the PBX's own, or of a whole role's.
        if (server.type === 'INTERNAL' || !address || !gone(server.name) || isReserved(server.name)) continue;
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

/**
 * Servers whose address changed and that were installed at the old one by us, or were on their way there: there they have to go, unless
 * one of the same role takes it over, and with it what runs there.
 */
export function moved(cluster: Cluster, record: ClusterRecord | undefined): Departing[] {
  const names = new Set(cluster.servers.map(({ name }) => name));
  const at = new ByAddress(cluster.servers.map((server) => [server.address, server] as const));
  return Object.entries(record?.servers ?? {}).flatMap(([name, old]) =>
    names.has(name)
      ? placesOf({ name, ...old }).filter(({ address, role }) => {
          const there = at.get(address);
          return there === undefined || (there.role !== role && there.name !== name);
        })
      : [],
  );
}

/** The machines that a recorded server was or may be on, each as if it was that alone; the likeliest first. */
export function placesOf({ elsewhere = [], ...server }: Departing): Departing[] {
  const { name, role, installed } = server;
  const first = normalise(server.address);
  return [
    server,
    ...elsewhere
      .filter(({ address }) => normalise(address) !== first)
      .map((place) => ({ name, role, ...place, ...(installed && { installed }) })),
  ];
}

/** Under which name the facts of the host that a server left are kept. */
export function oldHost({ name, address }: { name: string; address: string }): string {
  return `${name} (${address})`;
}

/** Machines beside those of the cluster file that have to be looked at, by the name that their facts are kept under. */
export function oldMachines(
  cluster: Cluster,
  record: ClusterRecord | undefined,
  portal: Live['portal']['servers'],
): Map<string, Machine> {
  const left = departing(cluster, record, portal);
  return new Map([
    ...left.map((server) => [server.name, departingMachine(server)] as const),
    ...[...left.flatMap((server) => placesOf(server).slice(1)), ...moved(cluster, record)].map(
      (place) => [oldHost(place), departingMachine(place)] as const,
    ),
  ]);
}

/** For the command lines, which know servers of the cluster file. */
export function asServer({ role, ...departing }: Left & Partial<Departing>, { image, dataPath }: Cluster): ServerSpec {
  const { name, address, ssh, privateIp, publicIp } = departing;
  return serverSpec(role, {
    name,
    address,
    ssh,
    ...(privateIp && { privateIp }),
    ...(publicIp && { publicIp }),
    enabled: false,
    image: ROLES[role].ownImage ?? image,
    dataPath,
  });
}

export function departingMachine({ name, address, ssh }: Left): Machine {
  return { name, address, ssh };
}
