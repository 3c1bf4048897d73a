import { isOlder, parseVersion, sameImage, versionOf } from '../cluster/image';
import { portsText } from '../cluster/ports';
import { byUpgrade, isOutside, ROLES, followsPbx } from '../cluster/roles';
import type { Cluster, Server, ServerSpec } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { list } from '../text/list';
import { compare } from '../text/natural-order';
import { databaseFindings, instanceFindings } from './database';
import {
  idOf,
  Planned,
  type ChangeId,
  type PbxImage,
  type PortalEntry,
  type RoleCause,
  type RoleSetup,
  type SshKey,
} from './change';
import { firstSteps } from './by-hand';
import { asServer, oldHost, type Departing } from './departing';
import { drained, leaveMachine } from './drain';
import { heirs, isExchange, unseenHeir, type Heirs } from './heirs';
import { PBX_NAME } from './backups';
import { pbxContainer, serverContainer } from './live';
import { findServer } from './names';
import { watchingSight, type Sight } from './online';
import { knownFaults } from './known-versions';
import { inTurn } from './order';
import { ledAway } from './outside';
import { noteLoadBalancer, pbxAnswers } from './pbx';
import { preflight, preflightUpdate } from './preflight';
import { diffRole, stillToRun } from './role-diff';
import { verifyRole } from './role-verification';
import { factsOf, hostOf, type Run } from './run';
import { runScript, runVerb, type Called } from './script';
import type { DiffInput, Stage } from './stage';
import { StageError } from './stage-error';
import { unseen } from './unseen';
import { pbxUpgrade, pbxVersionFindings, takenBackFindings, versionFindings } from './versions';

/** What is on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
export const install: Stage<'ssh-key' | 'pbx-image' | 'role'> = {
  name: 'install',
  *diff(input, planned) {
    const { cluster } = input;
    const sshKeys = diffSshKeys(input);
    const pbx = diffPbxImage(input, planned);
    const findings: Finding[] = [...pbxVersionFindings(input), ...knownFaults(input)];
    const before = new Planned([...planned.changes, ...sshKeys]);
    const taken = heirs(input);
    const roles: RoleSetup[] = [];
    for (const server of [...cluster.servers].sort((a, b) => byUpgrade(a, b) || compare(a.name, b.name))) {
      yield;
      const old = leavesFrom(server, input);
      const facts = input.live.hosts.get(server.name);
      const takers = taken.get(server.name) ?? [];
      findings.push(...takers.flatMap((heir) => unseenHeir(server, heir, input)));
      if (!isReachable(facts)) {
        findings.push(...unreachableHost(server, facts?.unreachable, input));
        continue;
      }
      findings.push(...versionFindings(server, input), ...takenBackFindings(server, input));
      const change = diffRole(server, facts, old, input, before);
      if (!isKnown(change)) {
        // What cannot be seen may serve: it is neither installed nor recreated.
        const what = isKnown(facts.containers) ? 'config' : 'containers';
        findings.push(unseen(what, server.name, change.unknown, 'it is left as it is'));
        if (what === 'containers') findings.push(...preflight(input, server, facts));
        continue;
      }
      const home = input.who.atHome(server);
      if (home.is === 'somebody-elses') {
        findings.push(notOurs(server, home.what, input));
        continue;
      }
      if (!change) continue;
      const after = entriesThatGo(server, input, before);
      roles.push({ ...change, needs: [...change.needs, ...(pbx ? [pbx.id] : [])], after });
      if (old) findings.push(...unseenOldHost(server, old, input));
      findings.push(...databaseFindings(server, facts, input), ...instanceFindings(server, facts, input));
      if (change.action === 'update')
        findings.push(...preflightUpdate(input, server, facts, change.verbs.includes('rm')));
      else findings.push(...preflight(input, server, facts), ...unseenFirewall(server, input), ...notes(server, input));
    }
    findings.push(...madeReadyByHand(roles, cluster));
    if (!pbx) findings.push(...pbxOlder(input, roles));
    findings.push(...input.who.oneMachine().flatMap(oneMachine));
    findings.push(...cluster.servers.flatMap((server) => listedTwice(server, input)));
    return { changes: [...sshKeys, ...(pbx ? [pbx] : []), ...serialized(afterHeirs(roles, taken), cluster)], findings };
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
      reason: ({ causes: [first] }) =>
        first?.cause === 'version'
          ? 'the cluster file wants another version of the PBX itself'
          : 'the cluster file wants another image of the PBX itself',
      differences: ({ present, image, version, causes: [first] }) => [
        ...(first?.cause === 'version' ? [] : [{ name: 'image', before: present.image, after: image }]),
        ...(version === undefined
          ? []
          : [{ name: 'version', ...(present.version !== undefined && { before: present.version }), after: version }]),
      ],
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
      return `the PBX ${cause.planned ? 'is upgraded to' : 'runs'} ${cause.pbx}, it runs ${cause.own}`;
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
    case 'unfinished':
      return 'an earlier run wrote new values to its host and did not get to recreate it';
    case 'pbx-upgraded':
      return 'the PBX is upgraded, and Data Flow must be recreated after that';
  }
}

/** What takes another entry of a server's machine elsewhere, or another name its place: whoever drains it by that comes after it. */
function entriesThatGo(server: Server, { who }: DiffInput, planned: Planned): ChangeId[] {
  const { name: own } = server;
  const names = new Set(who.entriesOf(server).flatMap(({ name }) => (name === own ? [] : [name])));
  if (names.size === 0) return [];
  const goes = ({ server: name, replaces }: PortalEntry) =>
    name !== own && (names.has(name) || (replaces !== undefined && names.has(replaces)));
  return planned
    .ofKind('portal-entry')
    .filter(goes)
    .map(({ id }) => id);
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

/** Nobody can say whether the main server lets a new server in. */
function unseenFirewall({ name }: Server, { live: { main } }: DiffInput): Finding[] {
  if (!isReachable(main) || isKnown(main.firewall)) return [];
  return [unseen('firewall', name, main.firewall.unknown, 'it waits')];
}

/** Where a server of the cluster file still is, or may be, although that is not where it is to be. */
function leavesFrom(server: Server, { who }: DiffInput): Departing | undefined {
  const places = who.moved.get(server.name) ?? [];
  const at = (is: 'unknown' | 'shared' | 'same') => places.find((place) => who.atOld(place).is === is);
  return at('unknown') ?? at('shared') ?? at('same');
}

function unseenOldHost(server: Server, old: Departing, { who }: DiffInput): Finding[] {
  const there = who.atOld(old);
  const blocked = (code: string, message: string): Finding => ({
    code,
    severity: 'blocking',
    server: server.name,
    message: `${server.name} moved, but its old host ${old.address} ${message}: --host-is-gone ${server.name} (input host-is-gone)`,
  });
  switch (there.is) {
    case 'unknown':
      return there.unreachable
        ? [
            blocked(
              'host-unreachable',
              `does not answer (${there.why}): a second server of that name could come up there; when it is gone for good, say so`,
            ),
          ]
        : [
            unseen(
              'containers',
              server.name,
              there.why,
              `it moved from ${old.address}, where a second server of that name could come up, so it waits`,
            ),
          ];
    case 'shared':
      return [
        blocked(
          'host-shared',
          `runs ${there.what} as well, where no script of ours is run: remove it there by hand (${ROLES[old.role].script.file} rm), or say that the old host is gone`,
        ),
      ];
    case 'nobody':
    case 'same':
    case 'somebody-elses':
      return [];
  }
}

function notOurs({ name, address, role }: Server, what: string, { cluster }: DiffInput): Finding {
  return {
    code: 'not-ours',
    severity: 'blocking',
    server: name,
    message: `The host of ${name} (${address}) ${what}, and not of this one (${cluster.pbx.privateIp}): it is left alone. If that one is not wanted any more, remove it there (${ROLES[role].script.file} rm); if the PBX had that address before, start it by hand with the new one`,
  };
}

/** Servers of the cluster file behind which there is one machine. */
function oneMachine(servers: readonly Server[]): Finding[] {
  return servers.map(({ name, address }) => ({
    code: 'one-machine',
    severity: 'blocking',
    server: name,
    message: `${servers.map((one) => `${one.name} (${one.address})`).join(' and ')} are one and the same machine, and a machine runs one role: give ${name} a host of its own instead of ${address}, or delete it`,
  }));
}

/** What one cluster file does to a server of this name, the other one would undo, or take away from it. */
function listedTwice(server: Server, { who }: DiffInput): Finding[] {
  const { name, address } = server;
  const other = who.contested(server);
  if (!other) return [];
  return [
    {
      code: 'listed-twice',
      severity: 'blocking',
      server: name,
      message: `The cluster file "${other.by}" of the same PBX has a server ${name} as well, at ${other.at} and not at ${address}: it waits until only one of them has it. Give one another name, or delete it from one and deploy that; if there is no such cluster file any more, delete its record on the main server (/var/lib/portsip-cluster/${other.by}.json)`,
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

function diffPbxImage(input: DiffInput, planned: Planned): PbxImage | undefined {
  const upgrade = pbxUpgrade(input);
  if (!upgrade) return undefined;
  const { present, presentVersion, image, version } = upgrade;
  return {
    kind: 'pbx-image',
    id: idOf.pbxImage,
    action: 'update',
    causes: [{ cause: sameImage(present, image) ? 'version' : 'image' }],
    impact: 'active-calls',
    needs: planned.these([idOf.scripts(PBX_NAME), idOf.registry(PBX_NAME)]),
    after: [],
    image,
    ...(version !== undefined && { version }),
    present: { image: present, ...(presentVersion !== undefined && { version: presentVersion }) },
  };
}

/** Servers that would get a newer image than the PBX runs. */
function pbxOlder({ live, plane }: DiffInput, roles: readonly RoleSetup[]): Finding[] {
  // Where servers follow the PBX, whatever is wanted, the control plane tells it.
  const version = plane.followsPbxImage ? undefined : pbxContainer(live)?.version;
  return roles.flatMap(({ action, pull, wanted: { name, role, image } }): Finding[] => {
    const wanted = !followsPbx(role) || (action === 'update' && pull === undefined) ? undefined : versionOf(image);
    if (!version || !wanted || !isOlder(parseVersion(version), wanted)) return [];
    return [
      {
        code: 'pbx-older',
        severity: 'blocking',
        server: name,
        message: `The PBX runs version ${version}, which is older than ${image}; upgrade the PBX first (set pbx.image in the cluster file, or do it by hand)`,
      },
    ];
  });
}

/** Two that report by one name confuse the PBX: who takes the machine that one moved from makes an end of it there, and comes first. */
function afterHeirs(roles: readonly RoleSetup[], taken: Heirs): RoleSetup[] {
  const ids = new Set(roles.map(({ id }) => id));
  return roles.map((change) => {
    if (isExchange(change.server, taken)) return change;
    const ends = (taken.get(change.server) ?? []).map(({ name }) => idOf.role(name)).filter((id) => ids.has(id));
    return { ...change, needs: [...change.needs, ...ends] };
  });
}

/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialized(changes: readonly RoleSetup[], cluster: Cluster): RoleSetup[] {
  const ordered = afterTheirs(changes);
  const turns = inTurn(
    [...ordered.filter(comesBack), ...ordered.filter(({ impact }) => impact !== 'none')].map(({ id, wanted }) => ({
      id,
      role: wanted.role,
    })),
    cluster.restart.maxUnavailable,
  );
  return changes.map((change) => ({ ...change, after: [...change.after, ...(turns.get(change.id) ?? [])] }));
}

/** Where nobody stands in for a server that is away, one that does not run comes back before another one goes. */
function comesBack({ impact, action, wanted }: RoleSetup): boolean {
  return impact === 'none' && action !== 'create' && isOutside(wanted.role);
}

/** The same, each after those that it comes after. */
function afterTheirs(changes: readonly RoleSetup[]): RoleSetup[] {
  const byId = new Map<ChangeId, RoleSetup>(changes.map((change) => [change.id, change]));
  const ordered = new Set<RoleSetup>();
  const place = (change: RoleSetup): void => {
    for (const id of [...change.after, ...change.needs]) {
      const first = byId.get(id);
      if (first && !ordered.has(first)) place(first);
    }
    ordered.add(change);
  };
  changes.forEach(place);
  return [...ordered];
}

/** What a person does with new servers whose own portal nobody else can use, once for all of them. */
function madeReadyByHand(roles: readonly RoleSetup[], cluster: Cluster): Finding[] {
  const isNew = new Set(roles.flatMap(({ action, server }) => (action === 'update' ? [] : [server])));
  const ready = cluster.servers.filter(({ name, role }) => isNew.has(name) && ROLES[role].token?.source === 'by-hand');
  const [only, ...others] = ready;
  if (!only) return [];
  const who = others.length === 0 ? only.name : `each of ${list(ready.map(({ name }) => name))}`;
  return [
    {
      code: 'sbc-by-hand',
      severity: 'note',
      ...(others.length === 0 && { server: only.name }),
      message: `A person makes ${who} ready: ${firstSteps(ready, cluster)}`,
    },
  ];
}

function notes(server: Server, { cluster, options }: DiffInput): Finding[] {
  const { callersReach, token } = ROLES[server.role];
  const note = (code: string, message: string): Finding => ({ code, severity: 'note', server: server.name, message });
  return [
    ...(callersReach
      ? [
          note(
            'cloud-firewall',
            `${cluster.cloud ? 'Open' : `If ${server.name} is in a cloud, open`} ${portsText(callersReach)} to ${server.publicIp ?? server.address} in its security group: no script can do that${cluster.cloud ? `; all rules: portsip-cluster cloud-firewall` : ''}`,
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
  const listed = findServer(run.session.cluster, change.server);
  if (!listed) throw new StageError(`${change.server} is not in the cluster file`);
  // As it was shown: with the database that is there, where the file names none.
  const server: Server = { ...change.wanted, at: listed.at };
  const token = ROLES[server.role].token?.source === 'portal' ? await portalToken(run) : undefined;
  const work = async (before?: Sight) => {
    const { leaves } = change;
    // A server that moves is uninstalled where it was: two that report by one name confuse the PBX.
    if (leaves) {
      const old = asServer(leaves.from, run.session.cluster);
      const where = `leave-${old.address.replaceAll(':', '-')}`;
      await leaveMachine(run, leaves.from, run.live.hosts.get(oldHost(leaves.from)), change.id, async (now) => {
        for (const verb of stillToRun(leaves.verbs, old.role, now))
          await runVerb(change.id, run, old, verb, { called: { rm: where } });
      });
    }
    const called = change.action === 'update' ? UPDATING : INSTALLING;
    if (change.action === 'update') await noteUnfinished(run, server);
    for (const verb of change.verbs) await runVerb(change.id, run, server, verb, { called, ...(token && { token }) });
    await verifyRole(change, run, server, before);
  };
  // Where nothing runs yet there is nothing to drain; an earlier run, or what ended it elsewhere, may have led callers away.
  const isLedAway = run.record.current.draining.includes(server.name);
  if (change.action === 'create' && !isLedAway) return work();
  const watched = () => watchingSight(run, server, work);
  if (!isOutside(server.role)) return drained(run, server, change.id, watched);
  // One that moves has its callers where it was.
  const { drain, leaves, id } = change;
  const old = leaves && asServer(leaves.from, run.session.cluster);
  return ledAway(run, old ?? server, { id, drain }, watched);
}

/** A script writes its configuration file first: should it fail after that, only this tells that something else runs. */
async function noteUnfinished(run: Run, server: Server): Promise<void> {
  const container = serverContainer(run.live, server);
  if (container)
    await run.record.update((record) => ({
      ...record,
      unfinished: { ...record.unfinished, [server.name]: container.createdAt },
    }));
}

const INSTALLING: Called = { run: 'install' };
const UPDATING: Called = { rm: 'delete', run: 'recreate' };
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
