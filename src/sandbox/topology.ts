import { LISTED_ROLES, type Role, type RoleFields } from '../cluster/roles';
import type { Hardware } from './host';

export interface SandboxServer {
  name: string;
  /** Without one it is a prepared machine that the cluster file does not have yet */
  role?: Role;
  address: string;
  publicAddress?: string;
  hardware?: Partial<Hardware>;
}

export interface Topology {
  /** With `nodes` its address is the virtual one. */
  main: { address: string; hardware?: Partial<Hardware> };
  /** Of a highly available PBX. The first is the control node, and active at first. */
  nodes?: { name: string; address: string }[];
  servers: SandboxServer[];
}

export const HARDWARE: Hardware = { cpus: 16, memoryMiB: 32_768, diskTotalMiB: 524_288, diskFreeMiB: 491_520 };

/** The seven machines of PortSIP's guide. */
export function guideTopology(): Topology {
  return {
    main: { address: '192.168.1.20' },
    servers: [
      { name: 'media-server-1', role: 'media', address: '192.168.1.21', publicAddress: '104.101.137.60' },
      { name: 'queue-server-1', role: 'queue', address: '192.168.1.22' },
      { name: 'meeting-server-1', role: 'meeting', address: '192.168.1.23' },
      { name: 'vr-server-1', role: 'ivr', address: '192.168.1.24' },
      { name: 'im-server-1', role: 'im', address: '192.168.1.25', publicAddress: '104.18.36.110' },
      { name: 'dataflow-server-1', role: 'dataflow', address: '192.168.1.26' },
    ],
  };
}

/** Three PBX nodes behind a virtual address, and the servers of examples/cluster-high-availability.yaml. */
export function highAvailabilityTopology(): Topology {
  return {
    main: { address: '192.168.1.130' },
    nodes: ['pbx01', 'pbx02', 'pbx03'].map((name, index) => ({ name, address: `192.168.1.${131 + index}` })),
    servers: [
      { name: 'media-server-1', role: 'media', address: '192.168.1.141', publicAddress: '104.101.137.60' },
      { name: 'media-server-2', role: 'media', address: '192.168.1.142', publicAddress: '104.101.137.61' },
      { name: 'queue-server-1', role: 'queue', address: '192.168.1.143' },
      { name: 'meeting-server-1', role: 'meeting', address: '192.168.1.144' },
      { name: 'vr-server-1', role: 'ivr', address: '192.168.1.145' },
      { name: 'im-server-1', role: 'im', address: '192.168.1.146', publicAddress: '104.18.36.110' },
      { name: 'dataflow-server-1', role: 'dataflow', address: '192.168.1.147' },
    ],
  };
}

/** A main server and so many others, the four listed roles in turn. */
export function largeTopology(count: number): Topology {
  return {
    main: { address: '192.168.1.20' },
    servers: Array.from({ length: count }, (_, index) => {
      const role = LISTED_ROLES[index % LISTED_ROLES.length] ?? 'media';
      const last = 21 + index;
      return {
        name: `${role}-${index + 1}`,
        role,
        address: `192.168.${1 + Math.floor(last / 250)}.${(last % 250) + 1}`,
      };
    }),
  };
}

/** The same machines on this machine's loopback: 192.168.1.21 becomes 127.22.1.21. */
export function onLoopback({ main, nodes, servers }: Topology): Topology {
  const moved = <T extends { address: string }>(machine: T): T => ({ ...machine, address: loopback(machine.address) });
  return { main: moved(main), ...(nodes && { nodes: nodes.map(moved) }), servers: servers.map(moved) };
}

export function loopback(address: string): string {
  return address.startsWith('127.') ? address : address.replace(/^\d+\.\d+\./, '127.22.');
}

/** The cluster file as plain data. */
export interface ClusterFile {
  version: 1;
  name: string;
  image: string;
  pbx: Record<string, unknown>;
  ssh: Record<string, unknown>;
  servers: Record<string, unknown>[];
  [field: string]: unknown;
}

export function clusterFileServer({ name, role, address, publicAddress }: SandboxServer): Record<string, unknown> {
  return {
    name,
    role,
    private_ip: address,
    ...(publicAddress !== undefined && { public_ip: publicAddress }),
    ...exampleFields(role),
  };
}

const FIELDS: Partial<Record<Role, RoleFields>> = {
  meeting: { max_rooms: 100, max_participants: 1000 },
  im: { chat_files: '/chat/files' },
};

/** What PortSIP's guide says of a server of a role apart from name and addresses. */
export function exampleFields(role: SandboxServer['role']): RoleFields {
  return (role && FIELDS[role]) ?? {};
}
