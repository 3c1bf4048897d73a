import { unknown } from '../../../src/host/reading';
import { serverSpec, type RoleFields, type ServerBase } from '../../../src/cluster/roles';
import type { Cluster, Role, Server } from '../../../src/cluster/types';
import type { Container, HostFacts } from '../../../src/host/types';

const ssh = { user: 'pbx', port: 22 };

export function cluster(overrides: Partial<Cluster> = {}): Cluster {
  return {
    version: 1,
    name: 'acme',
    image: 'portsip/pbx:22',
    dataPath: '/var/lib/portsip',
    scriptsPath: '/opt/portsip',
    pbx: {
      privateIp: '192.168.1.20',
      api: 'https://192.168.1.20:8887',
      machine: { name: 'pbx', address: '192.168.1.20', ssh },
    },
    ssh,
    firewallTrust: 'servers',
    builtInServers: 'disabled',
    unmanagedServers: 'report',
    servers: [],
    backup: {},
    restart: { maxUnavailable: 1, drainTimeoutSeconds: 1800, onDrainTimeout: 'fail', afterScaleOut: 'all' },
    ...overrides,
  };
}

export function server(role: Role, overrides: Partial<Omit<ServerBase, 'role'>> = {}, fields: RoleFields = {}): Server {
  const base = {
    name: `${role}-server-1`,
    address: '192.168.1.21',
    ssh,
    privateIp: '192.168.1.21',
    enabled: true,
    image: 'portsip/pbx:22',
    dataPath: '/var/lib/portsip',
    ...overrides,
  };
  return { ...serverSpec(role, base, fields), at: { line: 1, column: 1 } };
}

export function highAvailability(): Cluster {
  const machine = { name: 'pbx', address: '192.168.1.131', ssh };
  return cluster({
    pbx: {
      privateIp: '192.168.1.130',
      api: 'https://192.168.1.130:8887',
      machine,
      highAvailability: { controlNode: '192.168.1.131', scriptsPath: '/opt/portsip-pbx-ha-guide' },
    },
  });
}

export function container(overrides: Partial<Container> = {}): Container {
  return {
    name: 'portsip.mediaserver',
    image: 'portsip/pbx:22',
    imageId: 'sha256:1',
    running: true,
    createdAt: '2026-11-01T00:00:00Z',
    startedAt: '2026-11-01T00:00:01Z',
    args: [
      '-D',
      '/var/lib/portsip/pbx',
      '-E',
      '-a',
      '192.168.1.20',
      '-x',
      '192.168.1.21',
      '-n',
      'media-server-1',
      'start',
    ],
    ...overrides,
  };
}

export function facts(overrides: Partial<HostFacts> = {}): HostFacts {
  return {
    hostname: 'media-server-1',
    bootId: 'boot',
    os: { id: 'debian', version: '12', prettyName: 'Debian 12' },
    arch: 'x86_64',
    cpus: 4,
    memoryMiB: 8192,
    disk: { path: '/var/lib/portsip', totalMiB: 100_000, freeMiB: 50_000 },
    clockSkewMs: 0,
    clockSynchronized: true,
    addresses: ['192.168.1.21'],
    docker: { installed: true, compose: '2.29.7' },
    scripts: ['cluster_ctl.sh'],
    roles: [],
    containers: [],
    conflicts: [],
    folders: {},
    firewall: unknown('not asked'),
    record: unknown('not asked'),
    lock: unknown('not asked'),
    ...overrides,
  };
}
