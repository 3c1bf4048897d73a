import { addressesOf, covers, hostCidr, normalise, sameAddress } from '../cluster/addresses';
import { DEFAULTS } from '../cluster/build';
import { sameImage } from '../cluster/image';
import { isListed, ROLES, serverSpec, type Role, type SettingName, type Verb } from '../cluster/roles';
import type { Cluster, Server, ServerSpec } from '../cluster/types';
import { seenContainer } from '../host/containers';
import { configOf, containerOf, type Update } from '../host/control-plane';
import { isKnown, type Reading } from '../host/reading';
import type { Container, HostFacts } from '../host/types';
import { keepDatabase } from './database';
import { idOf, type ChangeId, type Difference, type Planned, type RoleCause, type RoleSetup } from './change';
import { leftBy, oldHost, type Departing } from './departing';
import { type Leaving, type Occupant } from './identity';
import { isOffline, isOnline, pbxContainer, serverContainer } from './live';
import { has } from './names';
import { drainOf } from './outside';
import { brokenCompanions } from './role-verification';
import type { DiffInput } from './stage';
import { behindPbx, pbxUpgrade } from './versions';

/*
 * How what a server's host runs differs from what the cluster file wants, and what its control script has to be told about it.
 */

/** unknown: what runs there cannot be seen. */
export function diffRole(
  server: Server,
  facts: HostFacts,
  old: Departing | undefined,
  input: DiffInput,
  planned: Planned,
): Reading<RoleSetup | undefined> {
  const { away } = ROLES[server.role];
  const { at, ...named } = server;
  const wanted = keepDatabase<ServerSpec>(named, facts);
  if (!isKnown(wanted)) return wanted;
  const change = {
    kind: 'role',
    id: idOf.role(server.name),
    server: server.name,
    needs: planned.these(prerequisites(input.cluster, server)),
    after: [],
    wanted,
    ...drainOf(server.role, input.cluster),
  } as const;
  const container = containerOf(server, facts);
  if (!isKnown(container)) return container;
  // What cannot be seen on its old host may serve there: the move waits (`unseenOldHost`).
  const left = old && input.who.atOld(old);
  if (old && left && left.is !== 'nobody' && left.is !== 'somebody-elses') {
    return {
      ...change,
      action: 'replace',
      causes: [{ cause: 'moved', from: old.address }],
      impact: isAwaited(server, input) ? 'none' : isUncountedAt(old, left, input) ? 'active-calls' : away,
      // What runs at an old address gets no new calls; those that it has are calls all the same.
      leaves: { from: leftBy(old), verbs: leaving(old.role) },
      // Somebody may have put one there already.
      verbs: [...(container ? stopFirst(server.role, true) : []), 'run'],
      differences: [{ name: 'address', before: old.address, after: server.address }],
    };
  }
  if (!container) {
    return {
      ...change,
      action: 'create',
      causes: [{ cause: 'not-installed' }],
      impact: 'none',
      verbs: ['run'],
      differences: [
        { name: 'role', after: server.role },
        { name: 'image', after: server.image },
        ...ownSettings(wanted),
      ],
    };
  }
  return updated(change, server, container, facts, input);
}

function updated(
  change: Omit<RoleSetup, 'action' | 'causes' | 'impact' | 'verbs' | 'differences'>,
  server: Server,
  container: Container,
  facts: HostFacts,
  input: DiffInput,
): Reading<RoleSetup | undefined> {
  const { plane } = input;
  const { role } = server;
  const upgrade = upgradeOf(server, container, input);
  const found = plane.differences(server, facts);
  if (!isKnown(found)) return found;
  const values = found.filter(({ name }) => name !== 'image');
  const differences: Difference[] = [...values, ...(upgrade ? [upgrade.to] : [])];
  const causes: RoleCause[] = [
    ...(upgrade ? [upgrade.cause] : []),
    ...(values.length > 0 ? [{ cause: 'values' as const }] : []),
    ...(container.running ? [] : [{ cause: 'stopped' as const }]),
    ...brokenCompanions(role, facts).map((name) => ({ cause: 'companion-stopped' as const, container: name })),
    ...tokenCauses(server, input),
    ...pbxUpgraded(role, container, input),
    ...(isUnfinished(server.name, container, input) ? [{ cause: 'unfinished' as const }] : []),
  ];
  if (causes.length === 0) return undefined;
  // What is stopped for another image has it on its host before.
  const pull = imagesToPull(server, causes, values);
  const renamed = differences.some(({ name }) => name === 'name');
  const paused = [container.paused, ...ROLES[role].companions.map((name) => seenContainer(facts, name)?.paused)];
  // A server that is not running disturbs nobody when it is started.
  const isIdle = (renamed && isAwaited(server, input)) || !container.running;
  const impact = isIdle ? 'none' : renamed && !isCounted(server, input) ? 'active-calls' : ROLES[role].away;
  return {
    ...change,
    action: 'update',
    causes,
    impact,
    verbs: [
      // For Compose one that is paused is up to date.
      ...(paused.includes(true) || (renamed && ROLES[role].calls.kind !== 'none')
        ? ['stop' as const]
        : stopFirst(role, impact !== 'none')),
      ...plane.updateVerbs(role, whatIsNew(role, causes, values, input, signsItselfIn(server, facts, input))),
    ],
    ...(pull.length > 0 && { pull }),
    differences,
  };
}

/** Whether the container is still the one that an earlier run was to recreate, this cluster file's or the one's that had it before. */
function isUnfinished(name: string, { createdAt }: Container, { live: { record, others = [] } }: DiffInput): boolean {
  return [record, ...others].some((one) => has(one?.unfinished, name) && one?.unfinished?.[name] === createdAt);
}

/**
 * Calls on servers of some roles are not counted. Their script's `stop` gives calls five minutes to end, where recreating and
 * upgrading give them ten seconds or a minute: so it comes first.
 */
function stopFirst(role: Role, mayHaveCalls: boolean): Verb[] {
  return !tellsItsCalls(role) && mayHaveCalls ? ['stop'] : [];
}

/**
 * What takes a server off a machine. Whatever carries calls is stopped first: those that are counted have ended by then, as far
 * as the PBX sees the server. Where somebody deleted its entry, or the PBX lost sight of it, nobody counts them. It does not
 * depend on what is seen, as it is reviewed once, and a run that died half way goes on with the same.
 */
export function leaving(role: Role): Verb[] {
  return ROLES[role].calls.kind === 'none' ? ['rm'] : ['stop', 'rm'];
}

/** What is still to run of `verbs`: what stands still, as an earlier run got so far, is not stopped again. */
export function stillToRun(verbs: readonly Verb[], role: Role, facts: HostFacts): readonly Verb[] {
  const container = containerOf({ role }, facts);
  const stands = isKnown(container) && container?.running !== true && !container?.paused;
  return stands ? verbs.filter((verb) => verb !== 'stop') : verbs;
}

/** Whether the PBX sees a server by any entry, and so tells when its calls have ended; by another name than its own it does not. */
function isCounted(server: Server, { live, who }: DiffInput): boolean {
  return ROLES[server.role].calls.kind !== 'counted' || who.entriesOf(server).some((one) => isOnline(live, one));
}

/** Whether what runs where a server is no more to be tells its calls to the PBX, which sees it by no entry. */
function isUncountedAt(old: Departing, there: Occupant | Leaving, { live, who }: DiffInput): boolean {
  if (ROLES[old.role].calls.kind !== 'counted' || there.is !== 'same' || !there.container.running) return false;
  const reach = who.reach(old, live.hosts.get(oldHost(old)));
  return reach !== undefined && !who.reaching(reach).some((one) => isOnline(live, one));
}

/** Whether it is known when nobody is on a server of the role any more. */
export function tellsItsCalls(role: Role): boolean {
  const { kind } = ROLES[role].calls;
  return kind === 'counted' || kind === 'none';
}

/**
 * Whether the server's script keeps a registry's token of somebody's and signs in with that again at each upgrade, once what ran is away. Where
 * the cluster file has a registry it is set up anew without: that token may not hold any more. Source: cluster_ctl.sh and others of mid 2026
 */
export function signsItselfIn(
  server: Pick<Server, 'role'>,
  facts: HostFacts,
  { cluster, plane }: Pick<DiffInput, 'cluster' | 'plane'>,
): boolean {
  if (!cluster.registry || !plane.wantsReadyHosts) return false;
  const values = configOf(server, facts);
  return isKnown(values) && Boolean(values?.['HUB_USER']);
}

function whatIsNew(
  role: Role,
  causes: readonly RoleCause[],
  values: readonly Difference[],
  { plane }: Pick<DiffInput, 'plane'>,
  anew: boolean,
): Update {
  const ofDatabase = ({ name }: Difference) => name === ROLES[role].database?.setting;
  const database = values.some(ofDatabase);
  const onlyDatabase = ({ cause }: RoleCause) =>
    database && ((cause === 'values' && values.every(ofDatabase)) || cause === 'pbx-upgraded');
  const isImage = ({ cause }: RoleCause) => cause === 'image' || cause === 'behind-pbx';
  const image = causes.some(isImage);
  // Whoever is upgraded there gets the token that the PBX has now.
  const withUpgrade = (cause: RoleCause) => image && plane.upgradeWantsNewToken(role) && cause.cause === 'token';
  return {
    image,
    database,
    rest: anew || causes.some((cause) => !isImage(cause) && !withUpgrade(cause) && !onlyDatabase(cause)),
  };
}

/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited(server: Server, { live, who }: DiffInput): boolean {
  const { role, name, address } = server;
  if (!isListed(role)) return false;
  const entry = live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
  if (!entry || !sameAddress(entry.privateIp ?? entry.publicIp, address)) return false;
  // By whatever entry: calls that come to the machine are cut with what runs there.
  return who.entriesOf(server).every((one) => isOffline(live, one));
}

/** What a new server is installed with and no other change shows. */
function ownSettings(server: ServerSpec): Difference[] {
  const row = ROLES[server.role];
  const site = { pbxIp: '' };
  const own = row.settings(server, site);
  const { name, address, ssh, enabled, image } = server;
  const plain = serverSpec(server.role, { name, address, ssh, enabled, image, dataPath: DEFAULTS.data_path });
  const usual = row.settings(plain, site);
  const shown: SettingName[] = [
    'data_path',
    'chat_files',
    'clickhouse_image',
    ...(row.publicIpOnHost ? (['public_ip'] as const) : []),
  ];
  return shown.flatMap((setting) => {
    const after = own[setting];
    return after === undefined || after === usual[setting] ? [] : [{ name: setting, after }];
  });
}

function tokenCauses({ role, name }: Server, { live, options }: DiffInput): RoleCause[] {
  const { token } = ROLES[role];
  if (!token) return [];
  const asked = options.rotate.includes(token.service);
  if (token.source === 'path') {
    const owed = has(live.record?.recreate, name) && live.record?.recreate[name];
    if (owed) return [{ cause: 'owed', said: owed }];
    return asked ? [{ cause: 'new-token-asked' }] : [];
  }
  // Its script is not told one: it stays as it is whichever there is.
  if (token.source === 'by-hand') return [];
  if (asked) return [{ cause: 'token', why: 'replaced' }];
  if (live.portal.imToken === 'none') return [{ cause: 'token', why: 'gone' }];
  return live.imTokenInUse === false ? [{ cause: 'token', why: 'newer' }] : [];
}

/** The newer image that a role which runs has to get. */
function upgradeOf(
  server: ServerSpec,
  container: Container,
  input: DiffInput,
): { cause: RoleCause & { cause: 'image' | 'behind-pbx' }; to: Difference } | undefined {
  const { image } = server;
  if (!sameImage(container.image, image))
    return { cause: { cause: 'image' }, to: { name: 'image', before: container.image, after: image } };
  // The same name, and another image by now
  const behind = behindPbx(server, container, input);
  if (!behind) return undefined;
  return {
    cause: { cause: 'behind-pbx', pbx: behind.to, own: behind.from, planned: pbxUpgrade(input) !== undefined },
    to: { name: 'version', before: behind.from, after: behind.to },
  };
}

/** Every image that is brought to a server's host before it is stopped. */
function imagesToPull(server: ServerSpec, causes: readonly RoleCause[], values: readonly Difference[]): string[] {
  const { database } = ROLES[server.role];
  const image = causes.some(({ cause }) => cause === 'image' || cause === 'behind-pbx' || cause === 'pbx-upgraded');
  const other = database && values.some(({ name }) => name === database.setting) ? database.image(server) : undefined;
  return [...(image ? [server.image] : []), ...(other === undefined ? [] : [other])];
}

/** Whether a server that runs gets another image. */
export function upgrades(server: Server, input: DiffInput): boolean {
  const container = serverContainer(input.live, server);
  return container !== undefined && upgradeOf(server, container, input) !== undefined;
}

/** What was created when another PBX version ran must be recreated, where the control plane upgrades the PBX. */
function pbxUpgraded(role: Role, container: Container, input: DiffInput): RoleCause[] {
  if (!ROLES[role].sameVersionAsPbx || !input.plane.drivesPbx) return [];
  const pbx = pbxContainer(input.live);
  const upgrading = pbxUpgrade(input) !== undefined;
  return upgrading || (pbx && isUpgradedLater(pbx, container)) ? [{ cause: 'pbx-upgraded' }] : [];
}

function isUpgradedLater(pbx: Container, container: Container): boolean {
  const known = pbx.version !== undefined && container.version !== undefined;
  return known && pbx.version !== container.version && pbx.createdAt > container.createdAt;
}

/** Everything that must be in place before a server's script runs. */
function prerequisites(cluster: Cluster, server: Server): ChangeId[] {
  const { firewallTrust: trust } = cluster;
  const addresses = addressesOf(server, cluster);
  const sources =
    trust === 'servers' ? addresses : trust.filter((cidr) => addresses.some((address) => covers(cidr, address)));
  const { token } = ROLES[server.role];
  return [
    ...sources.map((source) => idOf.source(normalise(source))),
    ...addresses.map((address) => idOf.whitelist(hostCidr(address))),
    idOf.entry(server.name),
    idOf.sshKey(server.name),
    idOf.scripts(server.name),
    idOf.preparation(server.name),
    idOf.registry(server.name),
    ...(token ? [idOf.token(token.service)] : []),
  ];
}
