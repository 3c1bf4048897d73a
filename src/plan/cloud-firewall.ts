import { addressesOf, normalise } from '../cluster/addresses';
import { ALL_TCP, ALL_UDP, tcp, type Ports } from '../cluster/ports';
import { isOutside, ROLE_NAMES, ROLES, type Role } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import { controlPlane } from '../host/control-plane';

/*
 * What a cloud's own firewall has to let in, which stands before the machines' and which no script of PortSIP's reaches.
 * Source: PortSIP's pages on ports, on high availability on AWS (security group of the nodes), and on installing Data Flow, mid 2026.
 */

/** Whose machines a rule is for: those that share a security group. */
export type Group = 'pbx' | Role;

/** `operators`: where deploys and administrators come from, which no cluster file says */
export type CloudSource = 'anywhere' | 'operators' | readonly string[];

/** Incoming only: nothing of PortSIP's wants outgoing traffic held back. */
export interface CloudRule {
  on: Group;
  /** Names of the machines, none for the PBX's */
  machines: readonly string[];
  ports: readonly Ports[];
  /** Or addresses, in one way of writing */
  from: CloudSource;
  why: 'callers' | 'servers' | 'analytics' | 'border' | 'nodes' | 'pbx' | 'ssh' | 'control';
}

/** Whatever `cloud` is: where there is none, nobody needs them. */
export function cloudRules(cluster: Cluster): CloudRule[] {
  return [...pbxRules(cluster), ...ROLE_NAMES.flatMap((role) => roleRules(role, cluster))];
}

function pbxRules(cluster: Cluster): CloudRule[] {
  const { pbxMachines, pbxCallers } = controlPlane(cluster);
  const nodes = pbxMachines.map(({ address }) => address);
  const rule = (why: CloudRule['why'], ports: readonly Ports[], from: CloudSource): CloudRule[] =>
    from.length === 0 ? [] : [{ on: 'pbx', machines: [], ports, from, why }];
  // In a cloud a server may come in by either of its addresses.
  const of = (which: (role: Role) => boolean) =>
    unique(
      cluster.servers
        .filter(({ role }) => which(role))
        .flatMap((server) => addressesOf(server, { cloud: cluster.cloud ?? 'other' })),
    );
  return [
    ...rule('callers', pbxCallers, 'anywhere'),
    ...rule(
      'servers',
      [ALL_TCP, ALL_UDP],
      of((role) => ROLES[role].pbxLetsIn === 'all'),
    ),
    ...rule(
      'analytics',
      [ALL_TCP],
      of((role) => ROLES[role].pbxLetsIn === 'tcp'),
    ),
    ...ROLE_NAMES.filter(isOutside).flatMap((role) => {
      const { calls } = ROLES[role];
      return calls.kind === 'outside'
        ? rule(
            'border',
            [tcp(calls.pbxPort)],
            of((one) => one === role),
          )
        : [];
    }),
    ...(nodes.length > 1 ? rule('nodes', [ALL_TCP, ALL_UDP], unique(nodes)) : []),
    ...rule('ssh', [tcp(cluster.pbx.machine.ssh.port)], 'operators'),
  ];
}

function roleRules(on: Role, cluster: Cluster): CloudRule[] {
  const servers = cluster.servers.filter(({ role }) => role === on);
  if (servers.length === 0) return [];
  const { callersReach = [], pbxReaches = [] } = ROLES[on];
  const machines = servers.map(({ name }) => name);
  const ssh = [...new Set(servers.map((server) => server.ssh.port))].map((port) => tcp(port));
  const plane = controlPlane(cluster);
  const pbx = unique([...plane.pbxMachines.map(({ address }) => address), cluster.pbx.privateIp]);
  // Where the scripts that are run there sign in to the servers
  const elsewhere = servers.flatMap((server) => {
    const { address } = plane.controlMachine(server);
    return address === server.address ? [] : [address];
  });
  const rule = (why: CloudRule['why'], ports: readonly Ports[], from: CloudSource): CloudRule[] =>
    ports.length === 0 ? [] : [{ on, machines, ports, from, why }];
  return [
    ...rule('callers', callersReach, 'anywhere'),
    ...rule('pbx', pbxReaches, pbx),
    ...(elsewhere.length > 0 ? rule('control', ssh, unique(elsewhere)) : []),
    ...rule('ssh', ssh, 'operators'),
  ];
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map(normalise))];
}
