import { findContainer, seenContainer, toldOf } from '../host/containers';
import schema from '../../schema/cluster.schema.json';
import { covers, networkOf, normalise } from '../cluster/addresses';
import { DEFAULTS } from '../cluster/build';
import { ByAddress } from '../cluster/by-address';
import type { ClusterFile, ServerEntry } from '../cluster/file';
import { imageName, sameImage } from '../cluster/image';
import { plainPath } from '../cluster/paths';
import type { SbcSection } from '../cluster/sbc-settings';
import { collectionOf, isListed, LISTED_ROLES, ROLE_NAMES, ROLES, followsPbx } from '../cluster/roles';
import type { Limit, ListedRole, Role, SettingName } from '../cluster/roles';
import type { ControlPlane } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import { isKnown, seen } from '../host/reading';
import type { FirewallFacts } from '../host/types';
import type { PortalServer } from '../pbx/types';
import { pbxContainer } from '../stages/live';
import { inRoleOrder } from '../stages/names';
import type { Found, Machine } from './discover';
import { givenFields, type ImportRequest } from './seed';
import { withArticle } from '../text/article';

/** A server as it was found, in the cluster file's words, with what has to be said about it. */
export interface DraftServer {
  entry: ServerEntry & { name: string; role: Role };
  notes: string[];
}

/** The cluster file before it was compared with the cluster that it describes. */
export interface Draft {
  file: Omit<ClusterFile, 'servers' | 'image'> & { image: string };
  servers: DraftServer[];
  /** By the field that they stand at */
  comments: Partial<Record<'image' | 'data_path' | 'pbx' | 'trust' | 'built_in_servers', string[]>>;
  /** What was found and cannot be in a cluster file */
  leftOut: string[];
}

/** Pure: what was found, in the words of a cluster file. Nothing is checked yet. */
export function draft(found: Found, request: ImportRequest, plane: ControlPlane): Draft {
  const servers = ROLE_NAMES.flatMap((role) => serversOf(found, role)).sort((a, b) => inRoleOrder(a.entry, b.entry));
  for (const { entry } of servers) if (plane.decides(entry.role).has('data_path')) delete entry.data_path;
  const image = commonImage(servers, found);
  const dataPath = commonDataPath(servers);
  for (const { entry } of servers) {
    const usual = ROLES[entry.role].ownImage ?? image.value;
    if (entry.image !== undefined && sameImage(entry.image, usual)) delete entry.image;
    if (entry.data_path === dataPath) delete entry.data_path;
  }
  const addresses = servers.map(({ entry }) => entry.private_ip ?? entry.public_ip ?? '');
  const trust = trustedBy(isReachable(found.main) ? seen(found.main.firewall) : undefined, addresses);
  const builtIn = builtInServers(found, servers);
  return {
    file: {
      ...givenFields(request),
      image: image.value,
      ...(dataPath !== undefined && dataPath !== DEFAULTS.data_path && { data_path: dataPath }),
      firewall: { trust: trust.value },
      built_in_servers: builtIn.value,
      unmanaged_servers: 'report',
      ...sbcSection(found.portal.sbc),
    },
    servers,
    comments: {
      image: image.comment,
      trust: trust.comment,
      built_in_servers: builtIn.comment,
      pbx: pbxComment(found, request),
    },
    leftOut: strangers(found, servers),
  };
}

/** What the PBX knows of session border controllers, as far as a cluster file can say it. */
function sbcSection(settings: Found['portal']['sbc']): Pick<ClusterFile, 'sbc'> {
  if (!settings) return {};
  const { domain, httpPort, httpsPort, transports = [] } = settings;
  const section: SbcSection = {
    ...(domain !== undefined && WEB_DOMAIN.test(domain) && { web_domain: domain }),
    ...(httpPort ? { http_port: httpPort } : {}),
    ...(httpsPort ? { https_port: httpsPort } : {}),
    ...(transports.length > 0 && transports.every(({ port }) => port > 0) && { transports: [...transports] }),
  };
  return Object.keys(section).length > 0 ? { sbc: section } : {};
}

const WEB_DOMAIN = new RegExp(schema.properties.sbc.properties.web_domain.pattern);

const machineAt = (found: Found, address: string | undefined): Machine | undefined =>
  address === undefined ? undefined : found.byAddress.get(address);

function serversOf(found: Found, role: Role): DraftServer[] {
  if (isListed(role)) return listedServers(found, role);
  return ROLES[role].portal.kind === 'addresses' ? addressedServer(found, role) : hiddenServers(found, role);
}

function listedServers(found: Found, role: ListedRole): DraftServer[] {
  return onePerMachine(found, role).map(({ server, dead }): DraftServer => {
    const { name, enabled, privateIp, publicIp } = server;
    const { fields, notes } = onHost(found, role, privateIp ?? publicIp);
    if (dead.length > 0)
      notes.push(
        `the portal has its machine as ${dead.map((one) => `"${one}"`).join(' and ')} as well, and this is the one that its container is named for`,
      );
    return {
      entry: {
        name,
        role,
        ...(privateIp !== undefined && { private_ip: privateIp }),
        ...(publicIp !== undefined && { public_ip: publicIp }),
        ...(!enabled && { enabled }),
        ...limits(server),
        ...fields,
      },
      notes,
    };
  });
}

/** Of several entries of one machine the one that its container is named for: the others are left from a time before. */
function onePerMachine(found: Found, role: ListedRole): { server: PortalServer; dead: string[] }[] {
  const entries = found.portal.servers[role].filter(({ type }) => type === 'EXTERNAL');
  const groups = new Map<string, PortalServer[]>();
  for (const entry of entries) {
    const facts = machineAt(found, entry.privateIp ?? entry.publicIp)?.facts;
    const boot = facts && isReachable(facts) ? facts.bootId : '';
    const key = boot === '' ? entry.id : boot;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const named = group.find((entry) => {
      const facts = machineAt(found, entry.privateIp ?? entry.publicIp)?.facts;
      const container = facts && isReachable(facts) ? seenContainer(facts, ROLES[role].container) : undefined;
      return container !== undefined && toldOf(container).name === entry.name;
    });
    // Where the machine does not say, all of them are for a person to look at.
    if (!named) return group.map((server) => ({ server, dead: [] }));
    return [{ server: named, dead: group.flatMap((one) => (one === named ? [] : [one.name])) }];
  });
}

/** In the cluster file's words */
function limits(server: PortalServer): Partial<Record<Limit['field'], number>> {
  const entry: Partial<Record<Limit['field'], number>> = {};
  for (const { name, field } of collectionOf(server.role).limits) {
    const amount = server[name];
    if (amount !== undefined) entry[field] = amount;
  }
  return entry;
}

/** The portal keeps its addresses and no name. */
function addressedServer(found: Found, role: Role): DraftServer[] {
  const { privateIp, publicIp } = found.portal.im;
  const address = privateIp ?? publicIp;
  if (address === undefined) return [];
  const { fields, values, notes } = onHost(found, role, address);
  const files = setting(role, values, 'chat_files');
  const expressible = files !== undefined && matches('path', files);
  if (files && !expressible) notes.push('its chat_files cannot be written in a cluster file');
  return [
    {
      entry: {
        ...named(found, role, address, notes),
        ...(privateIp !== undefined && { private_ip: privateIp }),
        ...(publicIp !== undefined && { public_ip: publicIp }),
        ...(expressible && { chat_files: plainPath(files) }),
        ...fields,
      },
      notes,
    },
  ];
}

/** The PBX tells nothing of them: they are where their containers are. */
function hiddenServers(found: Found, role: Role): DraftServer[] {
  const recorded = Object.values(found.record?.servers ?? {}).filter((server) => server.role === role);
  const runs = ({ facts }: Machine) => isReachable(facts) && seenContainer(facts, ROLES[role].container) !== undefined;
  const running = found.machines.filter(runs).map(({ address }) => address);
  const unseen = recorded
    .map(({ address }) => address)
    .filter((address) => !running.includes(address) && !isReachable(machineAt(found, address)?.facts));
  const { single } = ROLES[role];
  const all = single ? [...running, ...recorded.map(({ address }) => address)].slice(0, 1) : [...running, ...unseen];
  const taken = new Set(
    Object.entries(found.record?.servers ?? {}).flatMap(([name, server]) => (server.role === role ? [name] : [])),
  );
  return all.flatMap((address) => hiddenServer(found, role, address, taken));
}

/** `taken`: names that others of the role have */
function hiddenServer(found: Found, role: Role, address: string, taken: Set<string>): DraftServer[] {
  const { fields, values, notes } = onHost(found, role, address);
  const known = Object.values(found.record?.servers ?? {}).find(
    (server) => normalise(server.address) === normalise(address),
  );
  // Of a role whose host is not told it, nothing but the record knows it.
  const publicIp = setting(role, values, 'public_ip') ?? (ROLES[role].publicIpOnHost ? undefined : known?.publicIp);
  const own = setting(role, values, 'private_ip') ?? (publicIp === undefined ? address : undefined);
  return [
    {
      entry: {
        ...named(found, role, address, notes, taken),
        ...(own !== undefined && { private_ip: own }),
        ...(publicIp !== undefined && { public_ip: publicIp }),
        ...fields,
      },
      notes,
    },
  ];
}

/** The name that this project knew it by, or a new one: it is on no machine. */
function named(
  found: Found,
  role: Role,
  address: string,
  notes: string[],
  taken = new Set<string>(),
): { name: string; role: Role } {
  const { single, exampleName, label } = ROLES[role];
  const recorded = Object.entries(found.record?.servers ?? {}).find(
    ([, server]) => server.role === role && (single || normalise(server.address) === normalise(address)),
  )?.[0];
  const chosen = (name: string) => {
    taken.add(name);
    return { name, role };
  };
  if (recorded !== undefined) return chosen(recorded);
  // What this project wrote into the whitelist: "acme: im-server-1"
  const described = found.portal.ipFilters
    .filter(({ cidr }) => normalise(cidr) === normalise(address))
    .flatMap(
      ({ description = '' }) => /^[a-z0-9-]+: ([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(description)?.[1] ?? [],
    )[0];
  if (described !== undefined && !taken.has(described)) return chosen(described);
  notes.push(`the name is chosen here: neither the PBX nor the host keeps one for ${withArticle(label)}`);
  let number = 1;
  const numbered = () => exampleName.replace(/\d+$/, String(number));
  while (taken.has(numbered())) number++;
  return chosen(numbered());
}

interface OnHost {
  fields: Pick<ServerEntry, 'image' | 'data_path'>;
  notes: string[];
  /** The role's configuration file */
  values: Readonly<Record<string, string>>;
}

/** What the host of a server tells: its image, where its data is, and what it was installed with. */
function onHost(found: Found, role: Role, address: string | undefined): OnHost {
  const fields: OnHost['fields'] = {};
  const notes: string[] = [];
  const machine = machineAt(found, address);
  if (!machine || !isReachable(machine.facts)) {
    notes.push(
      `its host did not answer${machine && !isReachable(machine.facts) ? `: ${machine.facts.unreachable}` : ''}`,
      'image, data_path and what else only the host knows are assumed to be those of the other servers',
    );
    return { fields, notes, values: {} };
  }
  const { facts } = machine;
  const values = seen(facts.roles)?.find((config) => config.role === role)?.values ?? {};
  if (!isKnown(facts.roles)) notes.push(`what its control script was told cannot be read: ${facts.roles.unknown}`);
  const there = findContainer(facts, ROLES[role].container);
  const container = seen(there);
  if (!isKnown(there)) notes.push(`what runs on its host cannot be seen: ${there.unknown}`);
  else if (!container)
    notes.push(`no ${ROLES[role].label} is installed on its host (${ROLES[role].container} is not there)`);
  else if (matches('image', container.image)) fields.image = container.image;
  else notes.push(`it runs the image ${container.image}, which cannot be written in a cluster file`);
  const dataPath = setting(role, values, 'data_path');
  if (dataPath !== undefined && matches('path', dataPath)) fields.data_path = plainPath(dataPath);
  else if (container)
    notes.push("its host does not say what data_path is (the control script's configuration is not there)");
  return { fields, notes, values };
}

/** What the role's control script was told; undefined: nothing */
function setting(role: Role, values: OnHost['values'], name: SettingName): string | undefined {
  const key = ROLES[role].keys[name];
  return key === undefined ? undefined : values[key] || undefined;
}

/** What most servers run is the cluster's image. */
function commonImage(all: readonly DraftServer[], { main, apiVersion }: Found): { value: string; comment: string[] } {
  const servers = all.filter(({ entry }) => followsPbx(entry.role));
  const images = servers.flatMap(({ entry }) => entry.image ?? []);
  const common = mostCommon(images, imageName);
  if (common) return { value: common.value, comment: [`${common.count} of ${servers.length} servers run it`] };
  const pbx = pbxContainer({ main })?.image;
  if (pbx !== undefined && matches('image', pbx))
    return { value: pbx, comment: ['what the PBX itself runs; no server said'] };
  const major = /^\d+/.exec(apiVersion ?? '')?.[0] ?? '22';
  return { value: `portsip/pbx:${major}`, comment: ['NOT KNOWN: no host said which image it runs; correct this'] };
}

function commonDataPath(servers: readonly DraftServer[]): string | undefined {
  return mostCommon(
    servers.flatMap(({ entry }) => entry.data_path ?? []),
    (path) => path,
  )?.value;
}

function mostCommon(values: readonly string[], key: (value: string) => string) {
  const counts = new Map<string, { value: string; count: number }>();
  for (const value of values) {
    const seen = counts.get(key(value));
    if (seen) seen.count++;
    else counts.set(key(value), { value, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0];
}

/** Networks when it is they that let the servers in; each server's own address otherwise. */
function trustedBy(
  firewall: FirewallFacts | undefined,
  addresses: readonly string[],
): { value: 'servers' | string[]; comment: string[] } {
  if (!firewall?.running)
    return { value: 'servers', comment: ['NOT KNOWN: firewalld on the main server did not answer'] };
  const active = new ByAddress(firewall.trusted.runtime.map((source) => [source, true] as const));
  const sources = firewall.trusted.permanent.filter((source) => active.has(source));
  const single = new ByAddress(sources.map((source) => [source, true] as const));
  const missing = addresses.filter((address) => !single.has(address));
  if (missing.length === 0) return { value: 'servers', comment: ["each server's address is a trusted source"] };
  const networks = sources
    .filter((source) => source.includes('/') && !/\/(0|32|128)$/.test(source))
    .filter((network) => missing.some((address) => covers(network, address)))
    .map(networkOf);
  const widest = [...new Set(networks)].filter(
    (network) => !networks.some((other) => other !== network && covers(other, network)),
  );
  const outside = addresses.filter((address) => !widest.some((network) => covers(network, address)));
  if (widest.length === 0 || outside.some((address) => !single.has(address)))
    return { value: 'servers', comment: [`not a trusted source yet: ${missing.join(', ')}`] };
  return {
    value: [...widest, ...outside.map((address) => `${normalise(address)}/${address.includes(':') ? 128 : 32}`)],
    comment: ["the trusted sources of the main server's firewall that the servers are in"],
  };
}

function builtInServers(
  { portal }: Found,
  servers: readonly DraftServer[],
): { value: 'disabled' | 'keep'; comment: string[] } {
  const replaced = LISTED_ROLES.filter((role) =>
    servers.some(({ entry }) => entry.role === role && entry.enabled !== false),
  );
  const on = replaced.filter((role) =>
    portal.servers[role].some(({ type, enabled }) => type === 'INTERNAL' && enabled),
  );
  if (on.length === 0) return { value: 'disabled', comment: ['the portal has those of the roles below turned off'] };
  return {
    value: 'keep',
    comment: [`these still take calls: ${on.join(', ')}; with "disabled" a deploy turns them off`],
  };
}

function pbxComment({ main, machines }: Found, { pbx }: ImportRequest): string[] {
  const comment: string[] = [];
  if (!isReachable(main)) comment.push(`the main server did not answer: ${main.unreachable}`);
  else {
    const image = pbxContainer({ main })?.image;
    if (image !== undefined) comment.push(`the PBX itself runs ${image}; "image" here would have a deploy upgrade it`);
  }
  const used = machines.flatMap(({ facts }) =>
    isReachable(facts)
      ? (seen(facts.roles) ?? []).flatMap(({ role, values }) => setting(role, values, 'pbx.private_ip') ?? [])
      : [],
  );
  const other = mostCommon(
    used.filter((address) => normalise(address) !== normalise(pbx)),
    normalise,
  );
  if (other)
    comment.push(
      `${other.count} of ${used.length} servers know the PBX by ${other.value}: if that is right, import again with that address`,
    );
  return comment;
}

/** What was found and belongs to no server of the portal. */
function strangers({ others }: Found, servers: readonly DraftServer[]): string[] {
  const known = new ByAddress(servers.map(({ entry }) => [entry.private_ip ?? entry.public_ip, true] as const));
  return others.flatMap(({ address, facts }) => {
    if (known.has(address)) return [];
    if (!isReachable(facts)) return [`${address} did not answer: ${facts.unreachable}`];
    const roles = ROLE_NAMES.filter((role) => seenContainer(facts, ROLES[role].container));
    if (roles.length === 0) return [`${address}: nothing of PortSIP's cluster servers is on this machine`];
    return [
      `${address} runs ${roles.map((role) => withArticle(ROLES[role].label)).join(' and ')} that the portal does not have`,
    ];
  });
}

const PATTERNS = {
  image: new RegExp(schema.definitions.image.pattern),
  path: new RegExp(schema.definitions.path.pattern),
};

function matches(kind: keyof typeof PATTERNS, value: string): boolean {
  return value.length <= schema.definitions[kind].maxLength && PATTERNS[kind].test(value);
}
