import { findContainer, isAbsent } from '../host/containers';
import { isKnown } from '../host/reading';
import { covers, hostCidr, normalise, sameAddress } from '../cluster/addresses';
import { DEFAULTS } from '../cluster/build';
import { isOlder, parseVersion, sameImage, versionOf } from '../cluster/image';
import {
  byUpgrade,
  isListed,
  ROLES,
  serverSpec,
  type Impact,
  type Role,
  type SettingName,
  type Verb,
} from '../cluster/roles';
import type { Cluster, Server, ServerSpec } from '../cluster/types';
import type { Finding } from '../finding';
import { containerOf, type ControlPlane } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import type { Container, HostFacts } from '../host/types';
import { compare } from '../text/natural-order';
import {
  idOf,
  Planned,
  type ChangeId,
  type Difference,
  type PbxImage,
  type RoleCause,
  type RoleSetup,
  type SshKey,
} from './change';
import { asServer, moved, oldHost, type Departing } from './departing';
import { drained } from './drain';
import { isOnline, pbxContainer, type Live } from './live';
import { findServer, has } from './names';
import { inTurn } from './order';
import { pbxAnswers, noteLoadBalancer } from './pbx';
import { preflight } from './preflight';
import { brokenCompanions, verifyRole } from './role-verification';
import { StageError } from './stage-error';
import { factsOf, hostOf, type Run } from './run';
import { runScript } from './script';
import type { DiffInput, Stage } from './stage';

/** What is on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
export const install: Stage<'ssh-key' | 'pbx-image' | 'role'> = {
  name: 'install',
  diff(input, planned) {
    const { cluster } = input;
    const sshKeys = diffSshKeys(input);
    const pbx = diffPbxImage(input);
    const findings = pbx ? [] : pbxOlder(input);
    const before = new Planned([...planned.changes, ...sshKeys]);
    const leaving = new Map(moved(cluster, input.live.record).map((old) => [old.name, old]));
    const roles: RoleSetup[] = [];
    for (const server of [...cluster.servers].sort((a, b) => byUpgrade(a, b) || compare(a.name, b.name))) {
      const old = leaving.get(server.name);
      const facts = input.live.hosts.get(server.name);
      if (!isReachable(facts)) {
        findings.push(...unreachableHost(server, facts?.unreachable, input));
        continue;
      }
      const change = diffRole(server, facts, old, input, before);
      if (!change) continue;
      roles.push(pbx ? { ...change, needs: [...change.needs, pbx.id] } : change);
      if (old) findings.push(...unreachableOldHost(server, old, input), ...unseenOldHost(server, old, input));
      if (change.action !== 'update') findings.push(...preflight(input, server, facts), ...notes(server, input));
    }
    return { changes: [...sshKeys, ...(pbx ? [pbx] : []), ...serialized(roles, cluster)], findings };
  },
  apply: { 'ssh-key': applySshKey, 'pbx-image': upgradePbx, role: applyRole },
  words: {
    'ssh-key': {
      object: () => "the control node's SSH key",
      deed: () => ['let the control node sign in to'],
      target: ({ server }) => server,
      reason: ({ causes: [first] }) =>
        first?.cause === 'key-refused'
          ? 'the control node cannot sign in there: its SSH key is not accepted'
          : 'the control node cannot sign in there: it does not know its host key',
      differences: ({ of }) => [{ name: 'SSH key of', after: of }],
    },
    'pbx-image': {
      object: () => 'service on the host',
      deed: () => ['upgrade'],
      target: () => 'the PBX',
      reason: () => 'the cluster file wants another image of the PBX itself',
      differences: ({ present, image }) => [{ name: 'image', before: present, after: image }],
    },
    role: {
      object: () => 'service on the host',
      deed: ({ action, verbs }) => [
        action === 'create'
          ? 'install'
          : action === 'replace'
            ? 'move'
            : verbs.includes('upgrade')
              ? 'upgrade'
              : 'recreate',
      ],
      target: ({ server }) => server,
      reason: ({ causes, wanted }) => causes.map((cause) => roleReason(cause, wanted)).join('; '),
      differences: ({ differences }) => [...differences],
    },
  },
};

function roleReason(cause: RoleCause, wanted: ServerSpec): string {
  switch (cause.cause) {
    case 'moved':
      return `it moves from ${cause.from} to ${wanted.address}`;
    case 'not-installed':
      return `no ${ROLES[wanted.role].label} runs on ${wanted.address} yet`;
    case 'image':
      return 'the cluster file wants another image';
    case 'behind-pbx':
      return 'the PBX was upgraded, and the servers come after it';
    case 'values':
      return 'it runs with other values than the cluster file has';
    case 'stopped':
      return 'its container does not run';
    case 'companion-stopped':
      return `${cause.container}, which belongs to it, does not run`;
    case 'token':
      return { replaced: 'its token is replaced', gone: 'its token no longer exists on the PBX', newer: NEWER }[
        cause.why
      ];
    case 'new-token-asked':
      return 'a new token was issued, and it signs in with it only once it is recreated';
    case 'owed':
      return cause.said;
    case 'pbx-upgraded':
      return 'the PBX is upgraded, and Data Flow must be recreated after that';
  }
}
const NEWER = 'the portal has a newer token than it runs with';

function unreachableHost(server: Server, why: string | undefined, { options }: DiffInput): Finding[] {
  if (options.gone.includes(server.name)) return [];
  return [
    {
      code: 'host-unreachable',
      severity: 'blocking',
      server: server.name,
      message: why ?? `${server.name} (${server.address}) was not looked at`,
    },
  ];
}

function unreachableOldHost(server: Server, old: Departing, { live, options }: DiffInput): Finding[] {
  const facts = live.hosts.get(oldHost(old));
  if (isReachable(facts) || options.gone.includes(server.name)) return [];
  return [
    {
      code: 'host-unreachable',
      severity: 'blocking',
      server: server.name,
      message: `${server.name} moved, but its old host ${old.address} does not answer (${facts?.unreachable ?? 'not looked at'}): a second server of that name could come up there; when it is gone for good, say so: --host-is-gone ${server.name} (input host-is-gone)`,
    },
  ];
}

function unseenOldHost(server: Server, old: Departing, { live }: DiffInput): Finding[] {
  const left = live.hosts.get(oldHost(old));
  const container = isReachable(left) ? findContainer(left, ROLES[old.role].container) : undefined;
  if (isKnown(container)) return [];
  return [
    {
      code: 'containers-unknown',
      severity: 'blocking',
      server: server.name,
      message: `${server.name} moved, but what runs on its old host ${old.address} cannot be seen (${container.unknown}): a second server of that name could come up there; start Docker there: sudo systemctl restart docker`,
    },
  ];
}

/** Where the control node cannot sign in and may be let in. */
function diffSshKeys({ cluster, live, options }: DiffInput): SshKey[] {
  if (!options.installSshKey) return [];
  return cluster.servers.flatMap((server): SshKey[] => {
    const refused = live.control?.refused.get(server.address);
    if (!refused || refused.why === 'other' || !isReachable(live.hosts.get(server.name))) return [];
    const { name, address, ssh } = server;
    return [
      {
        kind: 'ssh-key',
        id: idOf.sshKey(name),
        action: 'create',
        server: name,
        causes: [{ cause: refused.why === 'key' ? 'key-refused' : 'host-key-unknown' }],
        impact: 'none',
        needs: [],
        after: [],
        machine: { name, address, ssh },
        of: `${cluster.ssh.user}@${cluster.pbx.machine.address}`,
      },
    ];
  });
}

function diffRole(
  server: Server,
  facts: HostFacts,
  old: Departing | undefined,
  input: DiffInput,
  planned: Planned,
): RoleSetup | undefined {
  const { live } = input;
  const { container: name, away } = ROLES[server.role];
  const { at, ...wanted } = server;
  const change = {
    kind: 'role',
    id: idOf.role(server.name),
    server: server.name,
    needs: planned.these(prerequisites(input.cluster, server)),
    after: [],
    wanted,
  } as const;
  const left = old && live.hosts.get(oldHost(old));
  // What cannot be seen on its old host may serve there: the move waits (`unseenOldHost`).
  if (old && isReachable(left) && !isAbsent(findContainer(left, name))) {
    return {
      ...change,
      action: 'replace',
      causes: [{ cause: 'moved', from: old.address }],
      impact: isAwaited(server, live) ? 'none' : away,
      // What runs at an old address gets no new calls; those that it has are calls all the same.
      leaves: { from: old, verbs: [...stopFirst(old.role, true), 'rm'] },
      verbs: ['run'],
      differences: [{ name: 'address', before: old.address, after: server.address }],
    };
  }
  const container = containerOf(server, facts);
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
        ...ownSettings(server),
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
): RoleSetup | undefined {
  const { live, plane } = input;
  const { role } = server;
  const upgrade = upgradeOf(server, container, input);
  const values = plane.differences(server, facts).filter(({ name }) => name !== 'image');
  const differences: Difference[] = [...values, ...(upgrade ? [upgrade.to] : [])];
  const causes: RoleCause[] = [
    ...(upgrade ? [{ cause: upgrade.cause }] : []),
    ...(values.length > 0 ? [{ cause: 'values' as const }] : []),
    ...(container.running ? [] : [{ cause: 'stopped' as const }]),
    ...brokenCompanions(role, facts).map((name) => ({ cause: 'companion-stopped' as const, container: name })),
    ...tokenCauses(server, input),
    ...pbxUpgraded(role, container, input),
  ];
  if (causes.length === 0) return undefined;
  const renamed = differences.some(({ name }) => name === 'name');
  // A server that is not running disturbs nobody when it is started.
  const impact: Impact = (renamed && isAwaited(server, live)) || !container.running ? 'none' : ROLES[role].away;
  return {
    ...change,
    action: 'update',
    causes,
    impact,
    verbs: [
      ...stopFirst(role, impact !== 'none' || renamed),
      ...plane.updateVerbs(role, whatIsNew(role, causes, plane)),
    ],
    ...(upgrade?.cause === 'image' && { pull: server.image }),
    differences,
  };
}

/**
 * Calls on servers of some roles are not counted. Their script's `stop` gives calls five minutes to end, where recreating,
 * upgrading and removing give them ten seconds: so it comes first.
 */
export function stopFirst(role: Role, mayHaveCalls: boolean): Verb[] {
  return ROLES[role].calls.kind === 'timed' && mayHaveCalls ? ['stop'] : [];
}

function whatIsNew(role: Role, causes: readonly RoleCause[], plane: ControlPlane): { image: boolean; rest: boolean } {
  const isImage = ({ cause }: RoleCause) => cause === 'image' || cause === 'behind-pbx';
  const image = causes.some(isImage);
  // Whoever is upgraded there gets the token that the PBX has now.
  const withUpgrade = (cause: RoleCause) =>
    image && plane.upgradeWantsNewToken(role) && cause.cause === 'token' && cause.why !== 'gone';
  return { image, rest: causes.some((cause) => !isImage(cause) && !withUpgrade(cause)) };
}

/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited({ role, name, address }: Server, live: Live): boolean {
  if (!isListed(role)) return false;
  const entry = live.portal.servers[role].find((one) => one.name === name && one.type === 'EXTERNAL');
  if (!entry || !sameAddress(entry.privateIp ?? entry.publicIp, address)) return false;
  return !isOnline(live, entry);
}

/** What a new server is installed with and no other change shows. */
function ownSettings(server: Server): Difference[] {
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
  if (asked) return [{ cause: 'token', why: 'replaced' }];
  if (live.portal.imToken === 'none') return [{ cause: 'token', why: 'gone' }];
  return live.imTokenInUse === false ? [{ cause: 'token', why: 'newer' }] : [];
}

/** The newer image that a role which runs has to get. */
function upgradeOf(
  { image }: ServerSpec,
  container: Container,
  { plane, live }: DiffInput,
): { cause: 'image' | 'behind-pbx'; to: Difference } | undefined {
  if (!sameImage(container.image, image))
    return { cause: 'image', to: { name: 'image', before: container.image, after: image } };
  // A PBX that a person upgrades may have got another image by the same name.
  const pbx = plane.followsPbxImage ? pbxContainer(live) : undefined;
  if (!pbx?.version || !container.version || !isUpgradedLater(pbx, container)) return undefined;
  if (!sameImage(pbx.image, image) || !isOlder(parseVersion(container.version), parseVersion(pbx.version)))
    return undefined;
  return { cause: 'behind-pbx', to: { name: 'version', before: container.version, after: pbx.version } };
}

/** Whether a server that runs gets another image. */
export function upgrades(server: Server, input: DiffInput): boolean {
  const facts = input.live.hosts.get(server.name);
  const container = isReachable(facts) ? containerOf(server, facts) : undefined;
  return container !== undefined && upgradeOf(server, container, input) !== undefined;
}

/** What was created when another PBX version ran must be recreated, where the control plane upgrades the PBX. */
function pbxUpgraded(role: Role, container: Container, { live, cluster, plane }: DiffInput): RoleCause[] {
  if (!ROLES[role].recreatedAfterPbxUpgrade || !plane.drivesPbx) return [];
  const pbx = pbxContainer(live);
  const upgrading = otherPbxImage({ live, cluster }) !== undefined;
  return upgrading || (pbx && isUpgradedLater(pbx, container)) ? [{ cause: 'pbx-upgraded' }] : [];
}

function isUpgradedLater(pbx: Container, container: Container): boolean {
  const known = pbx.version !== undefined && container.version !== undefined;
  return known && pbx.version !== container.version && pbx.createdAt > container.createdAt;
}

function otherPbxImage({ cluster, live }: Pick<DiffInput, 'live' | 'cluster'>) {
  const present = pbxContainer(live)?.image;
  const { image } = cluster.pbx;
  return present !== undefined && image !== undefined && !sameImage(present, image) ? { present, image } : undefined;
}

function diffPbxImage(input: DiffInput): PbxImage | undefined {
  const other = otherPbxImage(input);
  return other
    ? {
        kind: 'pbx-image',
        id: idOf.pbxImage,
        action: 'update',
        causes: [{ cause: 'image' }],
        impact: 'active-calls',
        needs: [],
        after: [],
        ...other,
      }
    : undefined;
}

function pbxOlder({ cluster, live, plane }: DiffInput): Finding[] {
  // Where servers follow the PBX, whatever is wanted, it is told for each server.
  const version = plane.followsPbxImage ? undefined : pbxContainer(live)?.version;
  return [...new Set(cluster.servers.map(({ image }) => image))].flatMap((image): Finding[] => {
    const wanted = versionOf(image);
    if (!version || !wanted || !isOlder(parseVersion(version), wanted)) return [];
    return [
      {
        code: 'pbx-older',
        severity: 'blocking',
        message: `The PBX runs version ${version}, which is older than ${image}; upgrade it first (set pbx.image in the cluster file, or do it by hand)`,
      },
    ];
  });
}

/** Everything that must be in place before a server's script runs. */
function prerequisites(cluster: Cluster, server: Server): ChangeId[] {
  const { firewallTrust: trust } = cluster;
  const sources = trust === 'servers' ? [server.address] : trust.filter((cidr) => covers(cidr, server.address));
  const { token } = ROLES[server.role];
  return [
    ...sources.map((source) => idOf.source(normalise(source))),
    idOf.whitelist(hostCidr(server.address)),
    idOf.entry(server.name),
    idOf.sshKey(server.name),
    ...(token ? [idOf.token(token.service)] : []),
  ];
}

/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialized(changes: readonly RoleSetup[], cluster: Cluster): RoleSetup[] {
  const disturbing = changes.filter(({ impact }) => impact !== 'none');
  const turns = inTurn(
    disturbing.map(({ id, wanted }) => ({ id, role: wanted.role })),
    cluster.restart.maxUnavailable,
  );
  return changes.map((change) => ({ ...change, needs: [...change.needs, ...(turns.get(change.id) ?? [])] }));
}

function notes(server: Server, { options }: DiffInput): Finding[] {
  const { cloudPorts, token } = ROLES[server.role];
  const note = (code: string, message: string): Finding => ({ code, severity: 'note', server: server.name, message });
  return [
    ...(cloudPorts
      ? [
          note(
            'cloud-firewall',
            `If ${server.name} is in a cloud, open ${cloudPorts} to ${server.publicIp ?? server.address} in its security group: no script can do that`,
          ),
        ]
      : []),
    ...(token?.source === 'path' && !options.dataflowTokenPath
      ? [
          note(
            'dataflow-token',
            'PortSIP publishes no way to issue a Data Flow token; in the portal: Servers > Data Flow > default server > Generate Token',
          ),
        ]
      : []),
  ];
}

/** Puts the control node's key where it has to be. */
async function applySshKey({ machine }: SshKey, { session, plane }: Run): Promise<void> {
  const { cluster, hosts } = session;
  await plane.letIn(hosts.host(cluster.pbx.machine), hosts.host(machine), machine);
}

/** Installs, recreates or upgrades a role and checks whether it really runs as wanted. */
async function applyRole(change: RoleSetup, run: Run): Promise<void> {
  const server = findServer(run.session.cluster, change.server);
  if (!server) throw new StageError(`${change.server} is not in the cluster file`);
  const token = ROLES[server.role].token?.source === 'portal' ? await portalToken(run) : undefined;
  const work = async () => {
    const { leaves } = change;
    // A server that moves is uninstalled where it was: two that report by one name confuse the PBX.
    if (leaves) {
      const old = asServer(leaves.from, run.session.cluster);
      const where = `leave-${old.address.replaceAll(':', '-')}`;
      for (const verb of leaves.verbs) await runVerb(change.id, run, old, verb, { called: { rm: where } });
    }
    const called = change.action === 'update' ? UPDATING : INSTALLING;
    for (const verb of change.verbs) await runVerb(change.id, run, server, verb, { called, ...(token && { token }) });
    await verifyRole(change, run, server);
  };
  // Where nothing runs yet there is nothing to drain.
  return change.action === 'create' ? work() : drained(run, server, change.id, work);
}

const INSTALLING: Called = { run: 'install' };
const UPDATING: Called = { rm: 'delete', run: 'recreate' };
/** What a verb is called in a job's title, where that is not itself */
type Called = Partial<Record<Verb, string>>;

/** Runs one verb of a server's control script to its end. */
export async function runVerb(
  id: ChangeId,
  run: Run,
  server: ServerSpec,
  verb: Verb,
  { called = {}, token }: { called?: Called; token?: string } = {},
): Promise<void> {
  if (verb === 'stop') run.progress(id, 'stopping; calls get five minutes to end');
  const name = called[verb] ?? verb;
  await runScript(run, run.plane.command(server, verb, token), {
    id,
    key: `${name}-${server.name}`,
    title: `${name} ${server.name} (${ROLES[server.role].label})`,
  });
}

async function portalToken(run: Run): Promise<string> {
  const token = run.options.imToken ?? run.tokens.im ?? (await run.session.pbx.imToken());
  if (!token)
    throw new StageError('The portal has issued no IM token yet: the token stage (action issue-token) must run first');
  run.session.secrets.add(token);
  return token;
}

async function upgradePbx(change: PbxImage, run: Run): Promise<void> {
  const { cluster } = run.session;
  await runScript(run, run.plane.pbxCommand('upgrade'), {
    id: change.id,
    key: 'upgrade-pbx',
    title: 'upgrade the PBX',
  });
  run.progress(change.id, 'waiting for the PBX to answer');
  await pbxAnswers(run);
  await noteLoadBalancer(run, await factsOf(cluster, hostOf(run, cluster.pbx.machine)));
}
