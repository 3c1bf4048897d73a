import { isAddress, kindOf, normalise } from '../addresses';
import type { AddressKind } from '../addresses';
import type { Path } from '../fault';
import type { ClusterFile } from '../file';
import { entries } from './report';
import type { Rule } from './report';

interface Use {
  address: string;
  path: Path;
  /** Who has it, in sentences */
  who: string;
  role?: string | undefined;
}

/** No address twice, among the servers and with the PBX's own. */
export const uniqueAddresses: Rule = (file, report) => {
  const pbx = pbxAddresses(file);
  const seen = new Map(pbx.map((use) => [use.address, use]));
  const [virtual, node] = ['private_ip', 'control_node'].map((field) => pbx.find(({ path }) => path.at(-1) === field));
  if (node && virtual?.address === node.address) {
    report.error(
      node.path,
      'duplicate-address',
      'the control node has the address of pbx.private_ip, which is the virtual IP',
      "the first PBX node's own address",
    );
  }
  for (const use of serverAddresses(file)) {
    const first = seen.get(use.address);
    if (!first) seen.set(use.address, use);
    else if (first.path[0] === 'pbx') {
      report.error(
        use.path,
        'pbx-address',
        `${use.address} is ${first.who}${report.line(first.path)}`,
        'a server needs a host of its own',
      );
    } else if (first.path[1] === use.path[1]) {
      report.warning(
        use.path,
        'same-address',
        `${use.who} has the same private and public address`,
        'delete public_ip if the server has only one address',
      );
    } else {
      report.error(
        use.path,
        'duplicate-address',
        `${first.who} has the address ${use.address} already${report.line(first.path)}`,
        'a Linux host runs one role: give each server a host of its own',
      );
    }
  }
};

const ODD: Readonly<Partial<Record<AddressKind, string>>> = {
  multicast: 'a multicast address',
  broadcast: 'the broadcast address',
  unspecified: 'no address of a host',
  'link-local': 'a link-local address, which is not static and ends at the next router',
};

/** Addresses that no host can have, or that are on the wrong side. */
export const addressKinds: Rule = (file, report) => {
  for (const { address, path } of [...pbxAddresses(file), ...serverAddresses(file)]) {
    const kind = kindOf(address);
    // Other addresses of 127.0.0.0/8 are a sandbox's hosts.
    const itself = kind === 'loopback' && ['127.0.0.1', '::1'].includes(address) && path.at(-1) !== 'api';
    const odd = itself ? 'this machine itself, whoever asks' : ODD[kind];
    const cure = 'the static address of the host';
    if (odd && kind === 'link-local') report.warning(path, 'odd-address', `${address} is ${odd}`, cure);
    else if (odd) report.error(path, 'odd-address', `${address} is ${odd}`, cure);
    else if (path.at(-1) === 'public_ip' && kind === 'private') {
      report.warning(
        path,
        'private-public-ip',
        `${address} is a private address: people outside cannot reach it`,
        'the static public address, or delete the line',
      );
    }
  }
  const family = file.pbx?.private_ip === undefined ? undefined : familyOf(file.pbx.private_ip);
  for (const { private_ip: ip, index, called } of entries(file)) {
    if (ip !== undefined && family !== undefined && familyOf(ip) !== family) {
      report.warning(
        ['servers', index, 'private_ip'],
        'mixed-families',
        `${called} has an ${familyOf(ip)} address and the PBX an ${family} one`,
        'addresses of one kind, unless both machines have both',
      );
    }
  }
};

function serverAddresses(file: ClusterFile): Use[] {
  return entries(file).flatMap(({ index, called, role, ...server }) =>
    (['private_ip', 'public_ip'] as const).flatMap((field) => {
      const ip = server[field];
      return ip === undefined ? [] : [{ address: normalise(ip), path: ['servers', index, field], who: called, role }];
    }),
  );
}

function pbxAddresses({ pbx = {} }: ClusterFile): Use[] {
  const api = pbx.api === undefined ? undefined : new URL(pbx.api).hostname.replace(/^\[|\]$/g, '');
  type Entry = [ip: string | undefined, path: Path, who: string];
  const uses: Entry[] = [
    [pbx.private_ip, ['pbx', 'private_ip'], "the PBX's own address"],
    ...(pbx.high_availability?.nodes ?? []).map((node, index): Entry => [
      node,
      ['pbx', 'high_availability', 'nodes', index],
      'a node of the PBX',
    ]),
    [pbx.high_availability?.control_node, ['pbx', 'high_availability', 'control_node'], 'a node of the PBX'],
    [api !== undefined && isAddress(api) ? api : undefined, ['pbx', 'api'], "where the PBX's API answers"],
  ];
  return uses.flatMap(([ip, path, who]) => (ip === undefined ? [] : [{ address: normalise(ip), path, who }])).reverse(); // as a map's entries: the first of the three has the last word
}

function familyOf(ip: string): 'IPv4' | 'IPv6' {
  return normalise(ip).includes(':') ? 'IPv6' : 'IPv4';
}
