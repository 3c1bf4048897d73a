import {
  covers,
  hostCidr,
  isAddress,
  isCidr,
  kindOf,
  networkOf,
  normalise,
  sameCidr,
  trustedSources,
  whitelistCidrs,
} from '../../../src/cluster/addresses';
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

it.each([
  ['192.168.1.21', '192.168.1.21/32', true],
  ['2001:DB8::1', '2001:db8:0::1/128', true],
  ['192.168.1.0/24', '192.168.1.0/25', false],
  ['ipset:office', 'ipset:office', true],
])('%s and %s: %s', (a, b, same) => {
  expect(sameCidr(a, b)).toBe(same);
});
