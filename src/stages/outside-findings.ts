import { X509Certificate } from 'node:crypto';
import { isOutside, ROLES } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { containerOf } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import { isKnown, seen } from '../host/reading';
import type { HostFacts } from '../host/types';
import { formatDuration } from '../text/duration';
import { list } from '../text/list';
import { tokenSteps } from './by-hand';
import type { Change } from './change';
import type { Live } from './live';
import { stopsOutside } from './outside';
import { callersAddresses } from './outside-view';
import { programProblems } from './role-verification';
import type { DiffInput } from './stage';

/*
 * What servers that callers come to by DNS need and only a person can give: DNS, a certificate, open ports, the token. Looked at
 * where it can be seen; what cannot be seen is not said to be missing. None of it keeps a deploy from anything.
 */

/** `changes`: of the plan that they are told with */
export function outsideFindings({ cluster, live }: DiffInput, changes: readonly Change[]): Finding[] {
  const servers = cluster.servers.filter(({ role }) => isOutside(role));
  return [
    ...servers.flatMap((server) => perServer(server, live)),
    ...unconnected(servers, cluster, live),
    ...certificates(servers, cluster, live),
    ...dns(servers, cluster, live),
    ...whatCallersNotice(cluster, changes),
  ];
}

function warning(code: string, message: string, server?: string): Finding {
  return { code, severity: 'warning', ...(server !== undefined && { server }), message };
}

/** Of one that runs: what its programs and its ports say. */
function perServer(server: Server, live: Live): Finding[] {
  const { name, role } = server;
  const facts = live.hosts.get(name);
  const container = isReachable(facts) ? seen(containerOf(server, facts)) : undefined;
  if (!isReachable(facts) || !container?.running) return [];
  const row = ROLES[role];
  const bad = container.programs && isKnown(container.programs) ? programProblems(row, container) : [];
  const shut = live.outside?.shut.get(name);
  const findings: Finding[] = [];
  if (bad.length > 0)
    findings.push(
      warning(
        'program-down',
        `On ${name} ${list(bad)}: see its log (sudo docker logs ${row.container}), then restart it (restart ${name})`,
        name,
      ),
    );
  if (shut && shut.ports.length > 0)
    findings.push(
      warning(
        'port-shut',
        `From here nothing answers at ${shut.address} on TCP ${list(shut.ports.map(String))}, by which callers come to ${name}: is it set up in its own portal, and open in the cloud's or the site's firewall?`,
        name,
      ),
    );
  return findings;
}

/** Those that run without a connection to the PBX, once for all: what there is to do is the same. */
function unconnected(servers: readonly Server[], cluster: Cluster, live: Live): Finding[] {
  const found = servers.filter((server) => {
    const facts = live.hosts.get(server.name);
    if (!isReachable(facts) || !seen(containerOf(server, facts))?.running) return false;
    return isConnected(server, facts, cluster) === false;
  });
  const [first, ...others] = found;
  if (!first) return [];
  const have = others.length === 0 ? 'has' : 'have';
  return [
    warning(
      'not-connected',
      `${list(found.map(({ name }) => name))} ${have} no connection to the PBX (${pbxEnd(first, cluster)}). Was the token typed in? ${tokenSteps(cluster, first.role)}`,
      others.length === 0 ? first.name : undefined,
    ),
  ];
}

/** Whether a server has a connection to the PBX; undefined: not known. */
export function isConnected(server: Server, { connectedTo }: HostFacts, cluster: Cluster): boolean | undefined {
  return isOutside(server.role) ? connectedTo?.includes(pbxEnd(server, cluster)) : undefined;
}

function pbxEnd({ role }: Server, { pbx }: Cluster): string {
  const { calls } = ROLES[role];
  return `${pbx.privateIp}:${calls.kind === 'outside' ? calls.pbxPort : ''}`;
}

interface Shown {
  name: string;
  port: string;
  certificate: X509Certificate;
}

/** One certificate for all: for the name that callers use, and good for a while. */
function certificates(servers: readonly Server[], cluster: Cluster, live: Live): Finding[] {
  const domain = cluster.sbc?.portal.domain;
  const shown = servers.flatMap(({ name }): Shown[] => {
    const facts = live.hosts.get(name);
    const found = isReachable(facts) ? (facts.certificates ?? {}) : {};
    return Object.entries(found).flatMap(([port, pem]) => {
      const certificate = read(pem);
      return certificate ? [{ name, port, certificate }] : [];
    });
  });
  const usual = mostCommon(shown.map(({ certificate }) => certificate.fingerprint256));
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const { name, port, certificate } of shown) {
    const { fingerprint256, subjectAltName = certificate.subject } = certificate;
    if (fingerprint256 !== usual)
      findings.push(
        warning(
          'certificate-differs',
          `${name} shows another certificate on port ${port} than the others: give all the same one, in its own portal`,
          name,
        ),
      );
    if (told.has(fingerprint256)) continue;
    told.add(fingerprint256);
    if (domain !== undefined && !certificate.checkHost(domain))
      findings.push(
        warning(
          'certificate-name',
          `The certificate on ${name}, port ${port}, is for ${subjectAltName.replace(/DNS:/g, '').slice(0, 200)} and not for ${domain}, which callers use: get one for both ${domain} and *.${domain}`,
          name,
        ),
      );
    const ends = Date.parse(certificate.validTo);
    if (ends < live.at + EXPIRES_SOON_MS)
      findings.push(
        warning(
          'certificate-expires',
          `The certificate on ${name}, port ${port}, ${ends < live.at ? 'ended' : 'ends'} on ${new Date(ends).toISOString().slice(0, 10)}: upload the next one in each portal, then restart them one after the other (restart ${server(servers, name)})`,
          name,
        ),
      );
  }
  return findings;
}

/** A certificate that ends sooner is told. */
const EXPIRES_SOON_MS = 21 * 24 * 3600 * 1000;

/** What a person would restart them by */
function server(servers: readonly Server[], name: string): string {
  return servers.find((one) => one.name === name)?.role ?? name;
}

function read(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The web domain leads to all of them, and to nothing else. */
function dns(servers: readonly Server[], cluster: Cluster, live: Live): Finding[] {
  const domain = cluster.sbc?.portal.domain;
  const found = live.outside?.domain;
  if (domain === undefined || found === undefined || !isKnown(found)) return [];
  const wanted = servers.map((server) => ({ name: server.name, addresses: callersAddresses(server) }));
  const out = live.record?.draining ?? [];
  const missing = wanted.filter(
    ({ name, addresses }) => !out.includes(name) && !addresses.some((address) => found.includes(address)),
  );
  const ours = new Set(wanted.flatMap(({ addresses }) => addresses));
  const strangers = found.filter((address) => !ours.has(address));
  return [
    ...(missing.length > 0
      ? [
          warning(
            'not-in-dns',
            `${domain} does not lead to ${list(missing.map(({ name, addresses }) => `${name} (${addresses[0]})`))}: add ${missing.length === 1 ? 'its address' : 'their addresses'} in DNS, or no caller comes there`,
          ),
        ]
      : []),
    ...(strangers.length > 0
      ? [
          warning(
            'stranger-in-dns',
            `${domain} leads to ${list(strangers)} as well, where the cluster file has no such server: callers who get ${strangers.length === 1 ? 'that address' : 'these addresses'} may find nobody; take ${strangers.length === 1 ? 'it' : 'them'} out of DNS`,
          ),
        ]
      : []),
  ];
}

/** Nobody counts calls that come in this way: what becomes of them is said once, for all that are about to be stopped. */
function whatCallersNotice({ sbc }: Cluster, changes: readonly Change[]): Finding[] {
  const stopped = stopsOutside(changes);
  if (stopped.length === 0) return [];
  const names = list([...new Set(stopped.map(({ change }) => change.server))]);
  const drain = sbc?.drain;
  const rest = 'what calls there are then get up to 300 seconds from its script, and are cut after that';
  if (!drain)
    return [
      warning(
        'callers-not-led-away',
        `Nothing leads callers away from ${names} before a stop: DNS sends new ones there until then, and ${rest}; sbc.drain in the cluster file takes each out of DNS first`,
      ),
    ];
  const way =
    drain.command !== undefined
      ? `${drain.command} takes it out of DNS`
      : drain.pauseSeconds > 0
        ? `a person has ${formatDuration(drain.pauseSeconds)} to take it out of DNS`
        : 'nothing takes it out of DNS';
  return [
    {
      code: 'callers-led-away',
      severity: 'note',
      message: `One at a time, before ${names} ${stopped.length === 1 ? 'is' : 'are'} stopped: ${way}, callers get ${formatDuration(drain.graceSeconds)} to go elsewhere, and ${rest}`,
    },
  ];
}
