import { networkOf, normalise, urlHost } from './addresses';
import { parseDuration } from '../text/duration';
import { buildBackup } from './backup-settings';
import type { SshEntry, WholeEntry, WholeFile } from './file';
import { parseJumpHost } from './jump-host';
import { plainPath } from './paths';
import { ROLES, serverSpec } from './roles';
import { buildSbc } from './sbc-settings';
import type { Cluster, DeployPlace, Position, Server, SshSettings } from './types';

/** What a field is when it is left out. The schema says the same to editors. */
export const DEFAULTS = {
  data_path: '/var/lib/portsip',
  scripts_path: '/opt/portsip',
  ha_scripts_path: '/opt/portsip-pbx-ha-guide',
  ssh: { user: 'pbx', port: 22 },
  trust: 'servers',
  built_in_servers: 'disabled',
  unmanaged_servers: 'report',
  max_unavailable: 1,
  drain_timeout: '30m',
  on_drain_timeout: 'fail',
  after_scale_out: 'all',
  wave: 1,
} as const;

/** Fills in the defaults. `file` has passed all rules as well. */
export function buildCluster(file: WholeFile, position: (...path: (string | number)[]) => Position): Cluster {
  const { pbx, restart = {} } = file;
  const ssh = mergeSsh(file.ssh, DEFAULTS.ssh);
  const privateIp = normalise(pbx.private_ip);
  const highAvailability = pbx.high_availability && {
    controlNode: normalise(pbx.high_availability.control_node),
    ...(pbx.high_availability.nodes && { nodes: pbx.high_availability.nodes.map((node) => normalise(node)) }),
    scriptsPath: plainPath(pbx.high_availability.scripts_path ?? DEFAULTS.ha_scripts_path),
  };
  const trust = file.firewall?.trust ?? DEFAULTS.trust;
  const { window } = restart;
  return {
    version: 1,
    name: file.name,
    image: file.image,
    dataPath: plainPath(file.data_path ?? DEFAULTS.data_path),
    scriptsPath: plainPath(file.scripts_path ?? DEFAULTS.scripts_path),
    ...(file.scripts !== undefined && {
      scripts: { folder: plainPath(file.scripts).replace(/^\.\//, ''), at: position('scripts') },
    }),
    ...(file.registry && { registry: { server: file.registry.server, username: file.registry.username } }),
    ...(file.prepare && {
      prepare: { docker: file.prepare.docker, ...(file.prepare.reboot && { reboot: file.prepare.reboot }) },
    }),
    pbx: {
      privateIp,
      // Without the path: the client adds /api itself.
      api: (pbx.api ?? `https://${urlHost(privateIp)}:8887`).replace(/(?<=[^/])\/(?!\/).*$/, ''),
      // What PortSIP's high-availability scripts decide themselves (rules/high-availability.ts warns of it)
      ...(pbx.image !== undefined && !highAvailability && { image: pbx.image }),
      ...(pbx.version !== undefined && { version: pbx.version }),
      ...(highAvailability && { highAvailability }),
      machine: machineAt(highAvailability?.controlNode ?? privateIp, ssh),
    },
    ssh,
    ...(file.cloud !== undefined && { cloud: file.cloud }),
    firewallTrust: Array.isArray(trust) ? trust.map((cidr) => networkOf(cidr)) : 'servers',
    builtInServers: file.built_in_servers ?? DEFAULTS.built_in_servers,
    unmanagedServers: file.unmanaged_servers ?? DEFAULTS.unmanaged_servers,
    ...(file.deploy && { deploy: buildDeploy(file.deploy) }),
    servers: file.servers.map((server, index) => buildServer(server, file, ssh, position('servers', index))),
    ...(file.sbc && { sbc: buildSbc(file.sbc) }),
    backup: buildBackup(file.backup),
    restart: {
      maxUnavailable: restart.max_unavailable ?? DEFAULTS.max_unavailable,
      drainTimeoutSeconds: parseDuration(restart.drain_timeout ?? DEFAULTS.drain_timeout),
      ...(restart.start_timeout !== undefined && { startTimeoutSeconds: parseDuration(restart.start_timeout) }),
      onDrainTimeout: restart.on_drain_timeout ?? DEFAULTS.on_drain_timeout,
      // The guide restarts nothing after servers were added to a high-availability cluster.
      afterScaleOut: restart.after_scale_out ?? (highAvailability ? 'none' : DEFAULTS.after_scale_out),
      ...(window && {
        window: { days: [...window.days], from: window.from, to: window.to, timezone: window.timezone },
      }),
    },
  };
}

function buildDeploy({
  runner,
  environment,
  network,
  wave = DEFAULTS.wave,
}: NonNullable<WholeFile['deploy']>): DeployPlace {
  return {
    ...(runner !== undefined && { runner: [runner].flat() }),
    ...(environment !== undefined && { environment }),
    ...(network !== undefined && { network }),
    wave,
  };
}

/** The main server; where it is the jump host for all others as well, it is reached at once. */
function machineAt(address: string, { jumpHost, ...ssh }: SshSettings): Cluster['pbx']['machine'] {
  const isJumpHost = jumpHost && normalise(jumpHost.host) === address && jumpHost.port === ssh.port;
  return { name: 'pbx', address, ssh: { ...ssh, ...(jumpHost && !isJumpHost && { jumpHost }) } };
}

function buildServer(server: WholeEntry, file: WholeFile, ssh: SshSettings, at: Position): Server {
  const privateIp = server.private_ip === undefined ? undefined : normalise(server.private_ip);
  const publicIp = server.public_ip === undefined ? undefined : normalise(server.public_ip);
  const { ownImage } = ROLES[server.role];
  // The guide's scripts install what the PBX runs, apart from roles with an image of their own.
  const decided = file.pbx.high_availability !== undefined && ownImage === undefined;
  const base = {
    name: server.name,
    address: normalise(server.private_ip === undefined ? server.public_ip : server.private_ip),
    ...(privateIp !== undefined && { privateIp }),
    ...(publicIp !== undefined && { publicIp }),
    enabled: server.enabled ?? true,
    image: (decided ? undefined : server.image) ?? ownImage ?? file.image,
    dataPath: plainPath(server.data_path ?? file.data_path ?? DEFAULTS.data_path),
    ssh: mergeSsh(server.ssh, ssh),
  };
  return { ...serverSpec(server.role, base, server), at };
}

function mergeSsh(entry: SshEntry | undefined, base: SshSettings): SshSettings {
  const user = entry?.user ?? base.user;
  const jump = entry?.jump_host === undefined ? undefined : parseJumpHost(entry.jump_host);
  const jumpHost = jump ? { host: jump.host, port: jump.port ?? 22, user: jump.user ?? user } : base.jumpHost;
  return { user, port: entry?.port ?? base.port, ...(jumpHost && { jumpHost }) };
}
