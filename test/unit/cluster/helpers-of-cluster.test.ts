import {
  covers,
  hostCidr,
  isAddress,
  isCidr,
  kindOf,
  networkOf,
  normalise,
  trustedSources,
  whitelistCidrs,
} from '../../../src/cluster/addresses';
import { formatDuration, parseDuration } from '../../../src/cluster/duration';
import { parseJumpHost } from '../../../src/cluster/jump-host';
import { selectServers } from '../../../src/cluster/select';
import { InputError } from '../../../src/cluster/types';
import { cluster, EXAMPLE, HEAD } from './helpers';

describe('addresses', () => {
  it.each([
    ['192.168.1.21', '192.168.1.21'],
    [' 192.168.1.21/32', '192.168.1.21'],
    ['192.168.1.21/24', '192.168.1.0/24'],
    ['10.129.0.0/9', '10.128.0.0/9'],
    ['FD00:0:0::21', 'fd00::21'],
    ['fd00::21/128', 'fd00::21'],
    ['fd00::21/64', 'fd00::/64'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1/120', '10.0.0.0/24'],
    ['ipset:office', 'ipset:office'],
    ['00:11:22:33:44:55', '00:11:22:33:44:55'],
    ['10.0.0.1/33', '10.0.0.1/33'],
  ])('normalise(%j) is %j', (source, expected) => expect(normalise(source)).toBe(expected));

  it.each([
    '192.168.1',
    '010.0.0.1',
    '1.2.3.4.5',
    '0x7f.1',
    '2130706433',
    'fe80::1%eth0',
    '',
    'a',
    '10.0.0.1/24',
    '::g',
  ])('%j is no address', (text) => expect(isAddress(text)).toBe(false));

  it('makes host CIDRs', () => {
    expect(hostCidr('192.168.1.21')).toBe('192.168.1.21/32');
    expect(hostCidr('FD00::21')).toBe('fd00::21/128');
    expect(() => hostCidr('media-server-1')).toThrow('not an IP address');
  });

  it.each([
    ['192.168.1.0/24', '192.168.1.21', true],
    ['192.168.1.0/24', '192.168.2.21', false],
    ['192.168.1.0/24', '192.168.1.0/25', true],
    ['192.168.1.0/25', '192.168.1.0/24', false],
    ['192.168.1.21', '192.168.1.21/32', true],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['fd00::/64', 'fd00::21', true],
    ['fd00::/64', 'fd00:0:0:1::21', false],
    ['::/0', '8.8.8.8', false],
    ['10.0.0.0/8', '::ffff:10.1.1.1', true],
    ['ipset:office', '10.0.0.1', false],
  ])('covers(%s, %s) is %s', (network, other, expected) => expect(covers(network, other)).toBe(expected));

  it('knows networks', () => {
    expect(['10.0.0.0/8', '10.0.0.1/8', 'fd00::/64'].every(isCidr)).toBe(true);
    expect(['10.0.0.1', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', 'fd00::/129'].some(isCidr)).toBe(false);
    expect(networkOf('192.168.1.21/32')).toBe('192.168.1.21/32');
    expect([kindOf('127.0.0.1'), kindOf('fd00::1'), kindOf('::'), kindOf('203.0.113.1')]).toEqual([
      'loopback',
      'private',
      'unspecified',
      'public',
    ]);
  });

  it('tells what the firewall trusts and what the whitelist holds', () => {
    const six = [21, 22, 23, 24, 25, 26].map((last) => `192.168.1.${last}`);
    const wanted = cluster(EXAMPLE);
    expect(trustedSources(wanted)).toEqual(six);
    expect(whitelistCidrs(wanted)).toEqual(six.map((ip) => `${ip}/32`));
    const network = cluster(EXAMPLE.replace('trust: servers', 'trust: [192.168.1.0/24]'));
    expect(trustedSources(network)).toEqual(['192.168.1.0/24']);
    expect(whitelistCidrs(network)).toEqual(six.map((ip) => `${ip}/32`));
  });

  it('takes the public address of a server that has no other', () => {
    const wanted = cluster(`${HEAD}  - { name: i, role: im, public_ip: 104.18.36.110 }\n`);
    expect(trustedSources(wanted)).toEqual(['104.18.36.110']);
  });
});

describe('durations', () => {
  it.each([
    ['30m', 1800],
    ['90s', 90],
    ['1h30m', 5400],
    ['1h1m1s', 3661],
    ['0s', 0],
    ['24h', 86400],
  ])('%s is %d seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));
  it.each(['', '30', 'm', '30 m', '-5m', '1d', '30m1h', '1.5h', '25h', '1441m', '30mm'])('%j is none', (text) =>
    expect(() => parseDuration(text)).toThrow(InputError),
  );
  it('are written as they are read', () =>
    expect([5400, 0, 90, 86400].map(formatDuration)).toEqual(['1h30m', '0s', '1m30s', '24h']));
});

describe('jump hosts', () => {
  it.each([
    ['bastion', { host: 'bastion' }],
    ['ops@bastion.example.com', { user: 'ops', host: 'bastion.example.com' }],
    ['10.0.0.1:2222', { host: '10.0.0.1', port: 2222 }],
    ['ops@bastion:22', { user: 'ops', host: 'bastion', port: 22 }],
    ['ops@[fd00::1]:2222', { user: 'ops', host: 'fd00::1', port: 2222 }],
  ])('%s', (text, expected) => expect(parseJumpHost(text)).toEqual(expected));
  it.each(['', '@x', 'a b', 'x:0', 'x:65536', 'fd00::1', '[x]', '-oProxyCommand=x', 'a@b@c', 'x:22:22'])(
    '%j is none',
    (text) => expect(parseJumpHost(text)).toBeUndefined(),
  );
});

describe('selectServers', () => {
  const wanted = cluster(
    `${HEAD}  - { name: m1, role: media, private_ip: 10.0.0.1 }\n  - { name: queue-server-1, role: queue, private_ip: 10.0.0.2 }\n  - { name: m2, role: media, private_ip: 10.0.0.3 }\n`,
  );
  const select = (...selectors: string[]) => selectServers(wanted, selectors).map(({ name }) => name);

  it('takes names and roles, each server once, in the order of the file', () => {
    expect(select()).toEqual(['m1', 'queue-server-1', 'm2']);
    expect(select('m2', 'media')).toEqual(['m1', 'm2']);
    expect(select('queue', ' m1 ')).toEqual(['m1', 'queue-server-1']);
  });
  it('takes a role without servers for none, not for all', () => expect(select('im')).toEqual([]));
  it('says what was meant', () => {
    expect(() => select('queue-server1')).toThrow(
      new InputError('No server and no role is called "queue-server1". Did you mean queue-server-1?'),
    );
    expect(() => select('conferencing', 'meda')).toThrow(
      'No server and no role is called "conferencing". Servers: m1, queue-server-1, m2. Roles: media, queue, meeting, ivr, im, dataflow.\nNo server and no role is called "meda". Did you mean media?',
    );
  });
});
