import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseCluster } from '../src/cluster/load';
import { collectionOf, isListed, ROLES } from '../src/cluster/roles';
import type { Cluster, Server } from '../src/cluster/types';
import { controlPlane, type ControlCommand } from '../src/host/control-plane';
import { shellQuoteAll } from '../src/host/shell-quote';
import { writeAddresses, writeServer } from '../src/pbx/answers';
import { entryOf } from '../src/stages/register';
import type { Ground } from './ground';

/** What all contenders but the product are told: which command does what on which host. */
export interface Work {
  /** For the floor: all of it, and what is new in a scale-out */
  floor: string;
  scaleOut: string;
  /** For OpenSSH: a line a host, address and command */
  openssh: string;
  /** For Ansible */
  inventory: string;
}

/** What a plan must know of a host, as directly as it can be asked: one command, nothing twice. */
const OBSERVE = [
  'cat /opt/portsip/*/.configure* /etc/os-release 2>/dev/null',
  'ls /opt/portsip',
  'ids=$(docker ps -aq --filter name=portsip)',
  '[ -z "$ids" ] || docker inspect $ids',
  'docker compose version --short',
  'uname -mn; nproc; grep MemTotal /proc/meminfo; df -Pm /var/lib; hostname -I; date +%s',
  "dpkg-query -W -f='${Status} ${Package}\\n' postgresql bind9 dnsmasq openvpn wireguard-tools 2>/dev/null",
  'timedatectl show',
];
const OBSERVE_MAIN = [
  ...OBSERVE,
  'firewall-cmd --permanent --list-all-zones & firewall-cmd --list-all-zones; wait',
  'cat /var/lib/portsip-cluster/*.json 2>/dev/null',
];
const asRoot = (lines: string[]) => `sudo -n /bin/sh -c ${shellQuoteAll([`${lines.join('\n')}\ntrue`])}`;
const control = ({ cwd, argv }: ControlCommand) => `cd ${shellQuoteAll([cwd])} && sudo -n ${shellQuoteAll(argv)}`;

/** Writes what the contenders need into the farm's folder. */
export function writeWork(farm: Ground, clusterFile: string, text: string): Work {
  const { cluster, problems } = parseCluster(text, clusterFile);
  if (!cluster) throw new Error(JSON.stringify(problems));
  const { folder, password } = farm.settings;
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const plane = controlPlane(cluster);
  const servers = cluster.servers.map((server) => ({
    name: server.name,
    address: server.address,
    role: server.role,
    collection: isListed(server.role) ? collectionOf(server.role).collection : '',
    container: ROLES[server.role].container,
    portal: portalEntry(server),
    observe: asRoot(OBSERVE),
    install: control(plane.command(server, 'run', 'IM_TOKEN')),
    restart: control(plane.command(server, 'restart')),
  }));
  const trust = (of: readonly { address: string }[]) =>
    asRoot([
      `firewall-cmd -q --permanent --zone=trusted ${of.map(({ address }) => `--add-source=${address}`).join(' ')}`,
      'firewall-cmd -q --reload',
    ]);
  const main = {
    name: 'pbx',
    address: farm.main.address,
    observe: asRoot(OBSERVE_MAIN),
    trust: trust(cluster.servers),
    restart: control(plane.pbxCommand('restart-loadbalancer')),
  };
  const added = servers.slice(0, 1);
  const access = {
    api: cluster.pbx.api,
    username: 'admin',
    password,
    user: 'pbx',
    key: join(folder, 'key'),
    quietMs: 1000,
  };
  return {
    floor: file('floor.json', JSON.stringify({ ...access, main, servers })),
    scaleOut: file(
      'scale-out.json',
      JSON.stringify({ ...access, main: { ...main, trust: trust(added) }, servers: added }),
    ),
    openssh: file(
      'openssh.txt',
      [main, ...servers].map(({ address, observe }) => `${address}\t${oneLine(observe)}\n`).join(''),
    ),
    inventory: file('inventory.yml', stringify(inventory(cluster, access, main, servers))),
  };
}

/** `read` takes a line. */
function oneLine(command: string): string {
  return command.replaceAll('\n', '; ');
}

function portalEntry(server: Server) {
  const { role } = server;
  return isListed(role) ? writeServer(entryOf(server, role)) : writeAddresses(server);
}

type Entry = Record<string, unknown> & { name: string; address: string };

function inventory(cluster: Cluster, access: Record<string, unknown>, main: Entry, servers: Entry[]): unknown {
  const hosts = (entries: Entry[]): unknown =>
    Object.fromEntries(
      entries.map(({ name, address, ...rest }) => [name, { ansible_host: address, bench: asBecome(rest) }]),
    );
  // Ansible becomes root by itself.
  const asBecome = (entry: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(entry).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replace('sudo -n ', '') : value,
      ]),
    );
  return {
    all: {
      vars: {
        ansible_user: access['user'],
        ansible_ssh_private_key_file: access['key'],
        ansible_python_interpreter: '/usr/bin/python3',
        pbx_api: `${cluster.pbx.api}/api`,
        pbx_username: access['username'],
        pbx_password: access['password'],
      },
      children: { main: { hosts: hosts([main]) }, servers: { hosts: hosts(servers) } },
    },
  };
}
