import { covers, kindOf, networkOf, normalise } from '../addresses';
import { entries } from './report';
import type { Rule } from './report';

/** Networks that the firewall trusts: each says what it means, covers servers, and together they cover all. */
export const trustedNetworks: Rule = (file, report) => {
  const trust = file.firewall?.trust;
  if (!Array.isArray(trust)) return;
  const networks = trust
    .slice(0, 256)
    .flatMap((cidr, index) => (cidr === undefined ? [] : [{ cidr, path: ['firewall', 'trust', index] }]));
  const servers = entries(file).flatMap(({ private_ip, public_ip, index, called }) => {
    const address = private_ip ?? public_ip;
    return address === undefined
      ? []
      : [{ address, called, path: ['servers', index, private_ip === undefined ? 'public_ip' : 'private_ip'] }];
  });

  networks.forEach(({ cidr, path }, at) => {
    const right = networkOf(cidr);
    if (cidr.endsWith('/0')) {
      report.error(
        path,
        'trusts-everyone',
        `${cidr} is the whole Internet: the main server's firewall would let everybody in`,
        "the servers' own network, or: trust: servers",
      );
      return;
    }
    if (address(right) !== normalise(address(cidr))) {
      report.error(
        path,
        'host-bits',
        `${cidr} is an address inside a network, not the network`,
        `${right} for the whole network, ${hostOf(cidr)} for this one machine`,
      );
    }
    if (kindOf(address(right)) === 'public' && prefix(cidr) < (cidr.includes(':') ? 48 : 24)) {
      report.warning(
        path,
        'wide-network',
        `${cidr} is a large public network, all of which could reach every port of the main server`,
        "the servers' own network, or: trust: servers",
      );
    }
    for (const other of networks.slice(0, at)) {
      if (other.cidr === cidr) continue; // the schema says that it is listed twice
      if (covers(other.cidr, cidr))
        report.warning(
          path,
          'overlapping-networks',
          `${cidr} lies in ${other.cidr}${report.line(other.path)} already`,
          'delete it',
        );
      else if (covers(cidr, other.cidr))
        report.warning(
          path,
          'overlapping-networks',
          `${other.cidr}${report.line(other.path)} lies in ${cidr}`,
          `delete ${other.cidr}`,
        );
    }
    if (servers.length > 0 && !servers.some(({ address }) => covers(cidr, address))) {
      report.error(path, 'covers-nothing', `no server's address is in ${cidr}`, 'correct it, or delete it');
    }
  });
  // With networks missing from the list one cannot tell.
  if (networks.length === 0 || networks.length !== trust.length) return;
  for (const { address, called, path } of servers) {
    if (!networks.some(({ cidr }) => covers(cidr, address))) {
      report.error(
        path,
        'not-trusted',
        `no network in firewall.trust holds ${address}: the main server's firewall would keep ${called} out`,
        `add ${normalise(address)}/${address.includes(':') ? 128 : 32} or its network to firewall.trust, or: trust: servers`,
      );
    }
  }
};

function prefix(cidr: string): number {
  return Number(cidr.split('/')[1]);
}

function address(cidr: string): string {
  const [before = ''] = cidr.split('/');
  return before;
}

function hostOf(cidr: string): string {
  return `${address(cidr)}/${cidr.includes(':') ? 128 : 32}`;
}
