import { formatDuration } from '../text/duration';
import { compare } from '../text/natural-order';
import { BACKUP_FOLDER } from './backup-settings';
import type { SshSettings } from './machine';
import type { Cluster } from './types';

/*
 * Settings: how things are done, apart from what. They make no change of a server by themselves, and decide all the same where
 * the PBX is asked, which account signs in, which scripts are run, and whom it may cut off. So they are shown and reviewed
 * as changes are.
 */

/** Printed, by the cluster file's own name: `pbx.api`. What the file leaves out and has no default for is not there. */
export type Settings = Readonly<Record<string, string>>;

/** A setting that is not what it was. before undefined: it was not given; after undefined: it is given no more. */
export interface SettingChange {
  name: string;
  /** The server whose own setting it is; undefined: the cluster's */
  server?: string;
  before?: string;
  after?: string;
  /** `clusters/defaults.yaml:3`, where the file of shared settings says it */
  from?: string;
}

/** What a cluster was last deployed with, as far as it is known. */
export interface DeployedSettings {
  settings: Settings;
  /** How each server is signed in to, by name */
  ssh: ReadonlyMap<string, SshSettings>;
}

interface Row {
  value(cluster: Cluster): string | undefined;
  /** What follows from it, in a sentence without a full stop */
  follows(after: string | undefined): string;
}

const all = (list: readonly string[]): string => [...list].sort(compare).join(', ');

const SSH_NAMES = ['ssh.user', 'ssh.port', 'ssh.jump_host'] as const;
const SSH_VALUES: Readonly<Record<(typeof SSH_NAMES)[number], (ssh: SshSettings) => string | undefined>> = {
  'ssh.user': ({ user }) => user,
  'ssh.port': ({ port }) => String(port),
  'ssh.jump_host': ({ jumpHost }) => jumpHost && `${jumpHost.user}@${jumpHost.host}:${jumpHost.port}`,
};

/** What is no setting: it is part of the servers that it makes, and so of their changes. */
type OfServers = 'version' | 'image' | 'dataPath' | 'servers';

/** Says where a value stands, or which job does the work; neither is anything that a host is told. */
type OfRepository = 'shared' | 'deploy';

/** Each field of a cluster is here, or does not compile. */
const ROWS: Readonly<Record<Exclude<keyof Cluster, OfServers | OfRepository>, Readonly<Record<string, Row>>>> = {
  name: {
    name: {
      value: ({ name }) => name,
      follows: () =>
        'what was put there under the old name is not known under the new one and is left alone; the lock and the record are others',
    },
  },
  scriptsPath: {
    scripts_path: {
      value: ({ scriptsPath }) => scriptsPath,
      follows: () => 'the control scripts that are run as root come from another folder',
    },
  },
  scripts: {
    scripts: {
      value: ({ scripts }) => scripts?.folder,
      follows: (after) =>
        after === undefined
          ? 'the control scripts on the hosts are left as they are from now on'
          : `the control scripts on the PBX's main server and on all hosts are kept at exactly what is in ${after}`,
    },
  },
  registry: {
    'registry.server': {
      value: ({ registry }) => registry?.server,
      follows: (after) =>
        after === undefined
          ? 'hosts are signed out of the registry where a deploy signed them in, and images come from where anybody may pull'
          : `the hosts' Docker is signed in to ${after}, with the token that is in the secrets`,
    },
    'registry.username': {
      value: ({ registry }) => registry?.username,
      follows: (after) =>
        after === undefined ? 'nobody is signed in to a registry' : `images are pulled in the name of ${after}`,
    },
  },
  prepare: {
    'prepare.docker': {
      value: ({ prepare }) => prepare?.docker,
      follows: (after) =>
        after === undefined || after === 'none'
          ? 'new hosts are prepared by a person'
          : `new hosts get firewalld and Docker by a deploy (${after})`,
    },
    'prepare.reboot': {
      value: ({ prepare }) => prepare?.reboot,
      follows: (after) =>
        after === 'allowed'
          ? "hosts on which nothing of PortSIP's runs are restarted where their updates want it"
          : 'hosts whose updates want a restart are told, and restarted by a person',
    },
  },
  pbx: {
    'pbx.private_ip': {
      value: ({ pbx }) => pbx.privateIp,
      follows: () =>
        'servers are set up for the PBX at the new address, where it has to answer already: nothing here moves the PBX itself',
    },
    'pbx.api': {
      value: ({ pbx }) => pbx.api,
      follows: () => "the PBX is asked at another address, which gets the administrator's password",
    },
    'pbx.image': {
      value: ({ pbx }) => pbx.image,
      follows: (after) =>
        after === undefined
          ? 'the PBX itself is left as it is from now on'
          : 'the PBX itself is brought to this image, which ends all calls once',
    },
    'pbx.high_availability.control_node': {
      value: ({ pbx }) => pbx.highAvailability?.controlNode,
      follows: (after) =>
        after === undefined
          ? 'servers are controlled on themselves and not from a control node'
          : 'servers are controlled from this machine, which keeps lock and record',
    },
    'pbx.high_availability.nodes': {
      value: ({ pbx }) => pbx.highAvailability?.nodes?.join(', '),
      follows: () => "other machines count as the PBX's nodes: their firewalls are opened, and they have to be well",
    },
    'pbx.high_availability.scripts_path': {
      value: ({ pbx }) => pbx.highAvailability?.scriptsPath,
      follows: () => "the PBX's control scripts come from another folder of the control node",
    },
  },
  ssh: {
    'ssh.user': {
      value: ({ ssh }) => SSH_VALUES['ssh.user'](ssh),
      follows: () => 'hosts are signed in to as another user, which gets the sudo password where there is one',
    },
    'ssh.port': {
      value: ({ ssh }) => SSH_VALUES['ssh.port'](ssh),
      follows: () => 'another SSH server on the hosts is asked',
    },
    'ssh.jump_host': {
      value: ({ ssh }) => SSH_VALUES['ssh.jump_host'](ssh),
      follows: (after) =>
        after === undefined ? 'hosts are reached directly' : 'hosts are reached through another machine',
    },
  },
  firewallTrust: {
    'firewall.trust': {
      value: ({ firewallTrust }) => (firewallTrust === 'servers' ? 'servers' : all(firewallTrust)),
      follows: (after) =>
        after === 'servers'
          ? "the PBX's firewall trusts each server by its own address, and no network any more"
          : "the PBX's firewall trusts everything in these networks",
    },
  },
  cloud: {
    cloud: {
      value: ({ cloud }) => cloud,
      follows: (after) =>
        after === undefined
          ? "servers are let in by their private addresses alone, and no rules of the cloud's firewall are shown"
          : "servers are let in by their public addresses as well, and the rules of the cloud's firewall are shown",
    },
  },
  builtInServers: {
    built_in_servers: {
      value: ({ builtInServers }) => builtInServers,
      follows: (after) =>
        after === 'keep'
          ? "the PBX's built-in servers stay on beside those of the cluster"
          : "the PBX's built-in servers are turned off once servers of the cluster serve in their place",
    },
  },
  unmanagedServers: {
    unmanaged_servers: {
      value: ({ unmanagedServers }) => unmanagedServers,
      follows: (after) =>
        after === 'remove'
          ? 'servers that the cluster file does not have are removed, whoever put them there'
          : 'servers that the cluster file does not have are reported and left alone',
    },
  },
  // What the PBX is told of them is a change of its own.
  sbc: {
    'sbc.drain.command': {
      value: ({ sbc }) => sbc?.drain?.command,
      follows: (after) =>
        after === undefined
          ? 'no program takes session border controllers out of DNS before they are stopped'
          : `${after} is run on the main server, as root, and takes session border controllers out of DNS before they are stopped`,
    },
    'sbc.drain.pause': {
      value: ({ sbc }) => (sbc?.drain?.pauseSeconds ? formatDuration(sbc.drain.pauseSeconds) : undefined),
      follows: (after) =>
        after === undefined
          ? 'nobody is waited for before a session border controller is stopped'
          : `a person gets ${after} to take a session border controller out of DNS before it is stopped`,
    },
    'sbc.drain.grace': {
      value: ({ sbc }) => sbc?.drain && formatDuration(sbc.drain.graceSeconds),
      follows: (after) => `callers of a session border controller get ${after ?? 'no time'} to go elsewhere`,
    },
  },
  backup: {
    'backup.max_age': {
      value: ({ backup: { maxAgeSeconds } }) =>
        maxAgeSeconds === undefined ? undefined : formatDuration(maxAgeSeconds),
      follows: (after) =>
        after === undefined
          ? 'an upgrade without a backup of the last day is warned of, and done'
          : `an upgrade of the PBX, of IM or of Data Flow waits for a backup that is not older than ${after}`,
    },
    'backup.folder': {
      value: ({ backup }) => backup.folder,
      follows: (after) => `backups are put into ${after ?? BACKUP_FOLDER} on the machine whose data they are`,
    },
    'backup.command': {
      value: ({ backup }) => backup.command?.join(' '),
      follows: (after) =>
        after === undefined
          ? 'for a backup a service is stopped, what it keeps is copied, and it is started again'
          : `for a backup ${after} is run as root, on the machine whose data it is`,
    },
  },
  restart: {
    'restart.max_unavailable': {
      value: ({ restart }) => String(restart.maxUnavailable),
      follows: (after) => `as many servers of a role are away at a time: ${after}`,
    },
    'restart.drain_timeout': {
      value: ({ restart }) => formatDuration(restart.drainTimeoutSeconds),
      follows: (after) => `calls get ${after} to end before their server is stopped`,
    },
    'restart.start_timeout': {
      value: ({ restart: { startTimeoutSeconds } }) =>
        startTimeoutSeconds === undefined ? undefined : formatDuration(startTimeoutSeconds),
      follows: (after) => `a server gets ${after ?? 'as long as its role needs'} to be up and ONLINE`,
    },
    'restart.on_drain_timeout': {
      value: ({ restart }) => restart.onDrainTimeout,
      follows: (after) =>
        after === 'force'
          ? 'calls that last longer than the drain timeout are cut'
          : 'a server whose calls last longer than the drain timeout is left as it is',
    },
    'restart.after_scale_out': {
      value: ({ restart }) => restart.afterScaleOut,
      follows: (after) =>
        ({
          all: 'once servers were added, all others are restarted in turn, as the guide does',
          'load-balancer': 'once servers were added, only the resource load balancer is restarted',
        })[after ?? ''] ?? 'once servers were added, nothing is restarted by itself',
    },
    'restart.window': {
      value: ({ restart: { window } }) =>
        window &&
        `${WEEK.filter((day) => window.days.includes(day)).join(', ')} ${window.from}-${window.to} ${window.timezone}`,
      follows: (after) =>
        after === undefined
          ? 'what callers notice is done at any hour'
          : 'what callers notice waits for this maintenance window',
    },
  },
};

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const BY_NAME: ReadonlyMap<string, Row> = new Map(Object.values(ROWS).flatMap((rows) => Object.entries(rows)));

/** The names of all settings, in the order in which they are shown. */
export const SETTING_NAMES: readonly string[] = [...BY_NAME.keys()];

export function settingsOf(cluster: Cluster): Settings {
  return given([...BY_NAME].map(([name, row]) => [name, row.value(cluster)]));
}

export function deployedSettings(cluster: Cluster): DeployedSettings {
  return { settings: settingsOf(cluster), ssh: new Map(cluster.servers.map(({ name, ssh }) => [name, ssh])) };
}

/** The settings of `cluster` that are not what it was deployed with. `deployed` undefined: nobody knows, so none is called another. */
export function changedSettings(deployed: DeployedSettings | undefined, cluster: Cluster): SettingChange[] {
  if (!deployed) return [];
  const after = settingsOf(cluster);
  const common = SETTING_NAMES.flatMap((name) =>
    change(name, deployed.settings[name], after[name]).map((one) => ({ ...one, ...origin(cluster, one) })),
  );
  const own = cluster.servers.flatMap((server) => {
    const ssh = deployed.ssh.get(server.name);
    if (!ssh) return [];
    const [was, is] = [sshSettings(ssh), sshSettings(server.ssh)];
    return SSH_NAMES.filter(
      // Those that just are the cluster's are told once, with the cluster.
      (name) => was[name] !== deployed.settings[name] || is[name] !== after[name],
    ).flatMap((name) => change(name, was[name], is[name], server.name));
  });
  return [...common, ...own];
}

function origin(cluster: Cluster, { name, after }: SettingChange): Pick<SettingChange, 'from'> {
  const from = after === undefined ? undefined : originOf(cluster, name);
  return from === undefined ? {} : { from };
}

/** `clusters/defaults.yaml:3`; undefined: the cluster file says it itself, or nobody does. `name`: of a setting, or a field that is one text */
export function originOf({ shared }: Pick<Cluster, 'shared'>, name: string): string | undefined {
  const found = shared?.values.find((value) => value.name === name || value.name.startsWith(`${name}.`));
  return shared && found && `${shared.file}:${found.line}`;
}

function change(name: string, before: string | undefined, after: string | undefined, server?: string): SettingChange[] {
  if (before === after) return [];
  return [
    {
      name,
      ...(server !== undefined && { server }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

function given(entries: readonly (readonly [string, string | undefined])[]): Settings {
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** How a machine is signed in to, by the cluster file's names. */
export function sshSettings(ssh: SshSettings): Settings {
  return given(SSH_NAMES.map((name) => [name, SSH_VALUES[name](ssh)]));
}

/** How the servers are signed in to that have settings of their own, for the hash of it. */
export function ownSsh({ servers, ssh }: Cluster): Readonly<Record<string, Settings>> {
  const common = JSON.stringify(sshSettings(ssh));
  const own = servers.map((server) => [server.name, sshSettings(server.ssh)] as const);
  return Object.fromEntries(own.filter(([, settings]) => JSON.stringify(settings) !== common));
}

/** What follows from a setting that is another one now, in a sentence without a full stop. */
export function whatFollows({ name, after }: SettingChange): string {
  return BY_NAME.get(name)?.follows(after) ?? 'things are done in another way';
}
