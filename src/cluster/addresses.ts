import ipaddr from 'ipaddr.js';
import type { Cluster } from './types';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** What was read before: a plan compares the same few addresses, of each server an address and its CIDR, thousands of times. */
const known = new Map<string, Source>();
/** Some ten MiB; more than the largest cluster has */
const MOST_KEPT = 50_000;

interface Source {
  written: string;
  network?: { host: string; bits: number; family: 4 | 6 };
}

/** One way to write an address, a network or a firewall source: `FD00:0::21` is `fd00::21`, `10.0.0.1/32` is `10.0.0.1`, `10.0.0.9/24` is `10.0.0.0/24`. Anything else stays as it is. */
export function normalise(source: string): string {
  return read(source).written;
}

/** An address or a network in its parts, an address with all its bits; undefined: `source` is neither. */
export function partsOf(source: string): Source['network'] {
  return read(source).network;
}

function read(source: string): Source {
  const before = known.get(source);
  if (before) return before;
  const found = readAnew(source);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(source, found);
  return found;
}

function readAnew(source: string): Source {
  const network = parseNetwork(source);
  if (!network) return { written: source.trim() };
  const [address, bits] = network;
  const whole = bits === width(address);
  const host = write(whole ? address : mask(address, bits));
  return { written: whole ? host : `${host}/${bits}`, network: { host, bits, family: width(address) === 32 ? 4 : 6 } };
}

/** Whether two addresses or CIDRs mean the same, however they are written: `10.0.0.1` and `10.0.0.1/32`. */
export function sameCidr(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

/** The same for addresses that may be missing or empty. */
export function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return sameCidr(a ?? '', b ?? '');
}

/** `192.168.1.21` -> `192.168.1.21/32`, `fd00::21` -> `fd00::21/128` */
export function hostCidr(ip: string): string {
  const address = ip.includes('/') ? undefined : partsOf(ip);
  if (!address) throw new TypeError(`not an IP address: ${ip}`);
  return `${address.host}/${address.bits}`;
}

/** Whether `network` (a CIDR or an address) holds all of `other` (an address or a CIDR). False for what is neither. */
export function covers(network: string, other: string): boolean {
  const [outer, inner] = [parseNetwork(network), parseNetwork(other)];
  if (!outer || !inner || outer[0].kind() !== inner[0].kind() || outer[1] > inner[1]) return false;
  return write(mask(inner[0], outer[1])) === write(mask(outer[0], outer[1]));
}

export function isAddress(text: string): boolean {
  return !text.includes('/') && partsOf(text) !== undefined;
}

/** `192.168.1.0/24`; an address alone is none. Host bits may be set. */
export function isCidr(text: string): boolean {
  return text.includes('/') && parseNetwork(text) !== undefined;
}

/** The CIDR without its host bits: `192.168.1.21/24` -> `192.168.1.0/24`; keeps `/32`. */
export function networkOf(cidr: string): string {
  const network = parseNetwork(cidr);
  if (!network) throw new TypeError(`not a network: ${cidr}`);
  return `${write(mask(...network))}/${network[1]}`;
}

export type AddressKind = 'public' | 'private' | 'loopback' | 'link-local' | 'multicast' | 'broadcast' | 'unspecified';

export function kindOf(ip: string): AddressKind {
  const range = parseAddress(ip)?.range();
  switch (range) {
    case 'private':
    case 'carrierGradeNat':
    case 'uniqueLocal':
      return 'private';
    case 'linkLocal':
      return 'link-local';
    case 'loopback':
    case 'multicast':
    case 'broadcast':
    case 'unspecified':
      return range;
    default:
      return 'public';
  }
}

/**
 * The addresses by which the PBX may see a server, in one way of writing: its own, and in a cloud its public one as well.
 * Source: PortSIP's pages on high availability on AWS, which have the private and the Elastic IP of each server whitelisted
 */
export function addressesOf(
  { address, publicIp }: Readonly<{ address: string; publicIp?: string }>,
  { cloud }: Pick<Cluster, 'cloud'>,
): string[] {
  const both = cloud !== undefined && publicIp !== undefined ? [address, publicIp] : [address];
  return [...new Set(both.map(normalise))];
}

/** The sources that the main server's firewall is to trust, as `firewall-cmd --list-sources` writes them: addresses without `/32`, or CIDRs. */
export function trustedSources(cluster: Pick<Cluster, 'servers' | 'firewallTrust' | 'cloud'>): string[] {
  const sources =
    cluster.firewallTrust === 'servers'
      ? cluster.servers.flatMap((server) => addressesOf(server, cluster))
      : cluster.firewallTrust;
  return [...new Set(sources.map(normalise))];
}

/** What the PBX's IP whitelist is to hold: a host CIDR for each address of a server, whatever the firewall trusts. */
export function whitelistCidrs(cluster: Pick<Cluster, 'servers' | 'cloud'>): string[] {
  return [...new Set(cluster.servers.flatMap((server) => addressesOf(server, cluster).map(hostCidr)))];
}

/** For a URL: IPv6 in brackets. */
export function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function parseAddress(text: string): Address | undefined {
  const bare = text.trim();
  // ipaddr.js also reads 192.168.1 and 0300.1.1.1, which no operator means.
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  if (!bare.includes(':') || bare.includes('%') || !ipaddr.IPv6.isValid(bare)) return undefined;
  return ipaddr.process(bare); // ::ffff:10.0.0.1 is 10.0.0.1
}

function parseNetwork(text: string): Network | undefined {
  const [host = '', bits, ...rest] = text.trim().split('/');
  const address = parseAddress(host);
  if (!address || rest.length > 0) return undefined;
  if (bits === undefined) return [address, width(address)];
  // The prefix length of a mapped address counts its 96 leading bits.
  const mapped = host.includes(':') && address.kind() === 'ipv4' ? 96 : 0;
  const length = Number(bits) - mapped;
  return /^\d{1,3}$/.test(bits) && length >= 0 && length <= width(address) ? [address, length] : undefined;
}

function mask(address: Address, bits: number): Address {
  const bytes = address.toByteArray().map((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - index * 8));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  return ipaddr.fromByteArray(bytes);
}

function width(address: Address): number {
  return address.kind() === 'ipv4' ? 32 : 128;
}

function write(address: Address): string {
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString();
}
