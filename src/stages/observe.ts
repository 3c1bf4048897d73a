import { tokenMark } from '../host/containers';
import pLimit from 'p-limit';
import { forListedRoles, LISTED_ROLES, ROLES, type ListedRole, type Role } from '../cluster/roles';
import type { Machine, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { containerOf, controlPlane } from '../host/control-plane';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown, seen, unknown, type Reading } from '../host/reading';
import { lookFor } from '../host/registry-login';
import { HostError, type FactsRequest, type HostFacts } from '../host/types';
import { Failure } from '../pbx/transport';
import { PbxError, type ImAddresses, type ServerStatus } from '../pbx/types';
import { certificateFindings } from './certificate';
import { otherClusters, parseRecord, type ClusterRecord } from './cluster-record';
import { oldMachines } from './departing';
import type { Live } from './live';
import { lookFromOutside } from './outside-view';
import { readScriptTexts } from './scripts';
import type { Session } from './session';
import { statusOf } from './status';

/** API calls under way at once: the PBX counts 5,000 a minute, and a plan needs about one per server. */
const API_CONCURRENCY = 8;

export interface Observed {
  live: Live;
  /** About what was read itself, e.g. a lost record */
  findings: Finding[];
}

/**
 * What is looked at besides what a plan's changes come from. `outside`: what callers see (names, ports, certificates), of which
 * nothing follows but findings. Whoever shows people a plan or a state looks there; what deploys does not wait for it at each step.
 */
export interface Looking {
  outside: boolean;
}

/** What is known already, and need not be looked at again. */
export interface Kept {
  /** By server */
  hosts: ReadonlyMap<string, HostFacts>;
  /** What the PBX told of servers, by their ids there */
  status?: ReadonlyMap<string, Reading<ServerStatus>>;
  scriptTexts?: ReadonlyMap<string, string>;
}

const NOTHING_KEPT: Kept = { hosts: new Map() };

/**
 * Reads the live state: the main server, the portal and every host that is not `kept`, side by side. A host that does not answer becomes
 * `Unreachable`; a PBX that does not answer is an error, since nothing can be said without it.
 */
export async function observe(session: Session, looking: Looking, kept: Kept = NOTHING_KEPT): Promise<Observed> {
  const { cluster, hosts: connected, log } = session;
  const plane = controlPlane(cluster);
  const request: FactsRequest = {
    scriptsPath: cluster.scriptsPath,
    dataPath: cluster.dataPath,
    ...(cluster.registry && { registry: lookFor(cluster.registry, session.registryToken) }),
  };
  const pbx = {
    ...request,
    scriptsPath: plane.pbxScriptsPath,
    firewall: true,
  };
  const [machine = cluster.pbx.machine, ...others] = plane.pbxMachines;
  const main = look(session, machine, { ...pbx, record: cluster.name });
  const nodes = new Map(others.map((node) => [node.address, look(session, node, pbx)]));
  const hosts = new Map(
    cluster.servers.map((server) => [
      server.name,
      keptOf(server, kept) ??
        look(session, server, requestFor(server, request, looking.outside ? callersName(cluster) : undefined)),
    ]),
  );
  const asked = {
    seenAs: new Set(cluster.servers.flatMap(({ role }) => (ROLES[role].seenAs === undefined ? [] : [role]))),
    im: cluster.servers.some(keepsAddresses),
    sbc: cluster.sbc !== undefined || cluster.servers.some(({ role }) => ROLES[role].portal.kind === 'settings'),
  };
  const [portal, facts, outside] = await Promise.all([
    readPortal(session, asked, kept.status),
    main,
    looking.outside ? lookFromOutside(cluster, session.internet) : undefined,
    ...hosts.values(),
  ]);

  const { record, finding } = isReachable(facts) ? parseRecord(seen(facts.record), cluster.name) : {};
  const otherFiles = isReachable(facts) ? otherClusters(facts.otherRecords) : [];
  const left = oldMachines(cluster, record, portal.servers);
  for (const [name, old] of left) hosts.set(name, look(session, old, request));
  // The addresses of an IM server that left the file are still to be taken out of the portal.
  const leavesIm = !asked.im && Object.values(record?.servers ?? {}).some(keepsAddresses);
  const [control, looked, lookedAtNodes, im] = await Promise.all([
    isReachable(facts) ? plane.readNodes(connected.host(machine), [...cluster.servers, ...left.values()]) : undefined,
    settled(hosts),
    settled(nodes),
    leavesIm ? session.pbx.im() : portal.im,
  ]);
  for (const [name, host] of looked) if (!isReachable(host)) log.debug(`${name}: ${host.unreachable}`);

  const scriptTexts = cluster.scripts?.files
    ? await readScriptTexts({ session }, facts, looked, kept.scriptTexts)
    : undefined;
  const inUse = imTokenInUse(cluster.servers, looked, portal.imToken);
  const live: Live = {
    live: true,
    at: session.now(),
    main: facts,
    ...(lookedAtNodes.size > 0 && { nodes: lookedAtNodes }),
    ...(control && { control }),
    hosts: looked,
    portal: {
      servers: portal.servers,
      status: portal.status,
      ipFilters: portal.ipFilters,
      im,
      imToken: portal.imToken ? 'issued' : 'none',
      ...(portal.services.size > 0 && { services: portal.services }),
      ...(portal.sbc && { sbc: portal.sbc, sbcToken: portal.sbcToken ? 'issued' : 'none' }),
    },
    imTokenInUse: inUse,
    registryToken: session.registryToken === undefined ? 'none' : 'given',
    ...(scriptTexts && scriptTexts.size > 0 && { scriptTexts }),
    ...(record && { record, ...deployedBy(record) }),
    ...(otherFiles.length > 0 && { others: otherFiles }),
    ...(outside && { outside }),
  };
  const certificate = certificateFindings(session.pbx.certificate, session.now());
  return { live, findings: [...(finding ? [finding] : []), ...certificate] };
}

/** The mark of the portal's token is of the process that looked, so whoever runs with that is always looked at. */
function keptOf(server: Server, { hosts }: Kept): Promise<Reachable> | undefined {
  const facts = keepsAddresses(server) ? undefined : hosts.get(server.name);
  return facts && Promise.resolve(facts);
}

/** An earlier release kept no settings. */
export function deployedBy({ settings, servers }: ClusterRecord): Pick<Live, 'deployedSettings'> {
  if (!settings) return {};
  return {
    deployedSettings: { settings, ssh: new Map(Object.entries(servers).map(([name, { ssh }]) => [name, ssh])) },
  };
}

/** What callers ask a server for */
const callersName = ({ sbc }: Session['cluster']): string => sbc?.portal.domain ?? 'localhost';

function requestFor(server: Server, request: FactsRequest, certificatesFor?: string): FactsRequest {
  return {
    ...request,
    dataPath: server.dataPath,
    container: ROLES[server.role].container,
    ...(certificatesFor !== undefined && { certificatesFor }),
    folders: [...(ROLES[server.role].folders?.(server) ?? [])],
  };
}

export async function look({ hosts }: Session, machine: Machine, request: FactsRequest): Promise<Reachable> {
  try {
    return await hosts.host(machine).facts(request);
  } catch (error) {
    if (error instanceof HostError) return { unreachable: error.message };
    throw error;
  }
}

async function settled<T>(looks: ReadonlyMap<string, Promise<T>>): Promise<Map<string, T>> {
  return new Map(await Promise.all([...looks].map(async ([name, looked]) => [name, await looked] as const)));
}

/** What is not asked for is told as nothing. */
export async function readPortal(
  { pbx }: Pick<Session, 'pbx'>,
  asked: { im: boolean; sbc: boolean; seenAs?: ReadonlySet<Role> },
  kept: ReadonlyMap<string, Reading<ServerStatus>> = new Map(),
) {
  const limit = pLimit(API_CONCURRENCY);
  const none: ImAddresses = {};
  // Whatever else is still being read: who is in a list can be asked about. The API tells of one server at a time.
  const readRole = async (role: ListedRole) => {
    const entries = await pbx.servers(role);
    const states = await Promise.all(
      entries.map(({ id }) => limit(async () => [id, kept.get(id) ?? (await readStatus(pbx, role, id))] as const)),
    );
    return { role, entries, states };
  };
  const [lists, ipFilters, im, imToken, sbc, sbcToken, services] = await Promise.all([
    Promise.all(LISTED_ROLES.map(readRole)),
    pbx.ipFilters(),
    asked.im ? pbx.im() : none,
    asked.im ? pbx.imToken() : undefined,
    asked.sbc ? pbx.sbc() : undefined,
    asked.sbc ? pbx.sbcToken() : undefined,
    Promise.all([...(asked.seenAs ?? [])].map(async (role) => [role, await readService(pbx, role)] as const)),
  ]);
  const byRole = new Map(lists.map(({ role, entries }) => [role, entries]));
  const servers = forListedRoles((role) => byRole.get(role) ?? []);
  const status = lists.flatMap(({ states }) => states);
  const told = new Map(services.flatMap(([role, word]) => (word === undefined ? [] : [[role, word] as const])));
  return { servers, status: new Map(status), ipFilters, im, imToken, sbc, sbcToken, services: told };
}

/** undefined: a PBX that is not asked that. What cannot be used of its answer says nothing of all else. */
async function readService(pbx: Session['pbx'], role: Role): Promise<Reading<ServerStatus['status']> | undefined> {
  const { seenAs } = ROLES[role];
  if (seenAs === undefined) return undefined;
  try {
    const word = await pbx.serviceStatus(seenAs);
    return word === 'untold' ? unknown('the PBX answers something that is neither ONLINE nor OFFLINE') : word;
  } catch (error) {
    if (!(error instanceof PbxError) || error.details.status === undefined) throw error;
    return unknown(error.message);
  }
}

/** What the PBX answers about one server and cannot be used says nothing of the others. Without an answer nothing can be said. */
async function readStatus(pbx: Session['pbx'], role: ListedRole, id: string): Promise<Reading<ServerStatus>> {
  try {
    return await statusOf(pbx, role, id);
  } catch (error) {
    if (!(error instanceof PbxError) || !isAboutOne(error)) throw error;
    return unknown(error.message);
  }
}

/** The PBX answered, and not about whoever asks: 401 and 403 are, and 429. */
function isAboutOne({ details: { status, cause } }: PbxError): boolean {
  if (status === undefined) return cause instanceof Error && !(cause instanceof Failure);
  return status === 400 || status === 500;
}

/** The server whose addresses the portal keeps, and whose token. */
function keepsAddresses({ role }: Pick<Server, 'role'>): boolean {
  return ROLES[role].portal.kind === 'addresses';
}

function imTokenInUse(
  servers: Server[],
  hosts: ReadonlyMap<string, Reachable>,
  token: string | undefined,
): Reading<boolean> {
  const im = servers.find(keepsAddresses);
  const facts = im && hosts.get(im.name);
  const option = im && ROLES[im.role].token?.option;
  if (!token || !option) return unknown('there is none');
  if (!isReachable(facts)) return unknown('its host does not answer');
  const container = containerOf(im, facts);
  if (!isKnown(container)) return container;
  return container
    ? container.args[container.args.indexOf(option) + 1] === tokenMark(token)
    : unknown('nothing runs with it');
}
