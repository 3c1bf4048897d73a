import { covers, hostCidr, normalise, sameAddress } from '../cluster/addresses';
import { DEFAULTS } from '../cluster/build';
import { ROLES } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import {
  controlCommand,
  isPbxOurs,
  pbxCommand,
  pbxStatusByHand,
  roleConfigDifferences,
  updateVerbs,
  type ControlVerb,
} from '../host/commands';
import type { Container, HostFacts } from '../host/types';
import { factsOf, hostOf, StageError, until, type Run } from './context';
import { drained, online } from './drain';
import { imageDifference, numbersOf, olderThan, versionOf } from './image';
import { findServer, has, inRoleOrder, isListed } from './names';
import { preflight } from './preflight';
import { asServer, moved, oldHost, type Departing } from './remove';
import { owedSince } from './record';
import { runScript } from './script';
import { isReachable, type Attribute, type Change, type Diff, type DiffInput, type Impact, type Live } from './types';

const UPGRADE_REASON = 'the cluster file wants another image';
const BEHIND_REASON = 'the PBX was upgraded, and the servers come after it';
/** Whoever is upgraded gets the token that the PBX has now. */
const TOKEN_REASONS = ['its token is replaced', 'the portal has a newer token than it runs with'] as const;

/** The roles on the hosts: install, recreate with other values, upgrade. Never uninstalls. */
export function diffInstall(input: DiffInput): Diff {
  const { cluster, live, options } = input;
  const diff: Diff = { changes: [], findings: [] };
  const pbx = diffPbxImage(input, diff);
  const leaving = new Map(moved(cluster, live.record).map((old) => [old.name, old]));
  for (const server of [...cluster.servers].sort(inRoleOrder)) {
    const facts = live.hosts.get(server.name);
    if (!isReachable(facts)) {
      if (!options.gone.includes(server.name)) {
        diff.findings.push({
          code: 'host-unreachable',
          severity: 'blocking',
          server: server.name,
          message: facts?.unreachable ?? `${server.name} (${server.address}) was not looked at`,
        });
      }
      continue;
    }
    const old = leaving.get(server.name);
    const change = diffRole(cluster, server, facts, old, input);
    if (!change) continue;
    diff.changes.push(change);
    if (old) diff.findings.push(...unreachableOldHost(server, old, input));
    if (change.action !== 'update') {
      diff.findings.push(...preflight(cluster, server, facts, options.allowUndersized), ...notes(server, input));
    }
    if (pbx) change.needs.push(pbx.id);
  }
  serialize(diff.changes, cluster);
  return diff;
}

function unreachableOldHost(server: Server, old: Departing, { live, options }: DiffInput): Diff['findings'] {
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

function diffRole(
  cluster: Cluster,
  server: Server,
  facts: HostFacts,
  old: Departing | undefined,
  input: DiffInput,
): Change | undefined {
  const spec = ROLES[server.role];
  const container = facts.containers.find((candidate) => candidate.name === spec.container);
  const change = {
    id: `role/${server.name}`,
    stage: 'install',
    server: server.name,
    needs: prerequisites(cluster, server),
  } as const;
  const left = old && input.live.hosts.get(oldHost(old));
  if (old && isReachable(left) && left.containers.some(({ name }) => name === spec.container)) {
    return {
      ...change,
      action: 'replace',
      reason: `it moves from ${old.address} to ${server.address}`,
      impact: isAwaited(server, input.live) ? 'none' : disturbance(server.role),
      attributes: [{ name: 'address', before: old.address, after: server.address }],
    };
  }
  if (!container) {
    return {
      ...change,
      action: 'create',
      reason: `no ${spec.label} runs on ${server.address} yet`,
      impact: 'none',
      attributes: [
        { name: 'role', after: server.role },
        { name: 'image', after: server.image },
        ...ownSettings(server),
      ],
    };
  }
  const upgrade = upgradeOf(server, container, input);
  const values = roleConfigDifferences(cluster, server, facts).filter(({ name }) => name !== 'image');
  const attributes: Attribute[] = [...values, ...(upgrade ? [upgrade.to] : [])];
  const reasons = [
    ...(upgrade ? [upgrade.reason] : []),
    ...(values.length > 0 ? ['it runs with other values than the cluster file has'] : []),
    ...(container.running ? [] : ['its container does not run']),
    ...brokenCompanions(server.role, facts).map((name) => `${name}, which belongs to it, does not run`),
    ...rotated(server, input),
    ...(server.role === 'dataflow' && isPbxOurs(cluster) ? pbxUpgraded(container, input) : []),
  ];
  if (reasons.length === 0) return undefined;
  return {
    ...change,
    action: 'update',
    reason: reasons.join('; '),
    impact:
      attributes.some(({ name }) => name === 'name') && isAwaited(server, input.live)
        ? 'none'
        : recreateImpact(server, container),
    attributes,
  };
}

/**
 * The portal has it as the cluster file wants it, and waits for it: what still runs by another name or at another address
 * gets no calls any more. To wait for the maintenance window would only leave it out of service.
 */
function isAwaited(server: Server, { portal }: DiffInput['live']): boolean {
  if (!isListed(server.role)) return false;
  const entry = portal.servers[server.role].find(({ name, type }) => name === server.name && type === 'EXTERNAL');
  if (!entry || !sameAddress(entry.privateIp ?? entry.publicIp, server.address)) return false;
  return portal.status.get(entry.id)?.status !== 'ONLINE';
}

/** What a new server is installed with and no other change shows: two plans that differ in it are not the same. */
function ownSettings({ role, dataPath, chatFiles, clickhouseImage, publicIp }: Server): Attribute[] {
  const settings = {
    data_path: dataPath === DEFAULTS.data_path ? undefined : dataPath,
    chat_files: chatFiles,
    clickhouse_image: clickhouseImage === DEFAULTS.clickhouse_image ? undefined : clickhouseImage,
    public_ip: role === 'dataflow' ? publicIp : undefined,
  };
  return Object.entries(settings).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}

/** A server that is not running disturbs nobody when it is started. */
function recreateImpact(server: Server, container: Container): Impact {
  return container.running ? disturbance(server.role) : 'none';
}

/** What callers notice when a server goes: media and meeting servers that take no new calls have none when they do. */
export function departure(role: Server['role'], enabled: boolean): Impact {
  return enabled || !tellsCalls(role) ? disturbance(role) : 'none';
}

/** What callers notice while a drained server of the role is away. Queue and IVR do not tell how many calls they have. */
export function disturbance(role: Server['role']): Impact {
  if (role === 'im') return 'messaging';
  if (role === 'dataflow') return 'analytics';
  return role === 'media' || role === 'meeting' ? 'new-calls' : 'active-calls';
}

function rotated(server: Server, { live, options }: DiffInput): string[] {
  if (server.role === 'dataflow') {
    const owed = has(live.record?.recreate, server.name) && live.record?.recreate[server.name];
    if (owed) return [owed];
    return options.rotate.includes('dataflow')
      ? ['a new token was issued, and it signs in with it only when it is created anew']
      : [];
  }
  if (server.role !== 'im') return [];
  if (options.rotate.includes('im')) return [TOKEN_REASONS[0]];
  if (live.portal.imToken === 'none') return ['its token no longer exists on the PBX'];
  return live.imTokenInUse === false ? [TOKEN_REASONS[1]] : [];
}

/** The newer image that a role which runs has to get. */
function upgradeOf(
  { image }: Server,
  container: Container,
  { cluster, live }: DiffInput,
): { reason: string; to: Attribute } | undefined {
  const difference = imageDifference(container, image);
  if (difference) return { reason: UPGRADE_REASON, to: difference };
  // A PBX that a person upgrades may have got another image by the same name.
  const pbx = isPbxOurs(cluster) ? undefined : pbxContainer(live);
  if (!pbx?.version || !container.version || !isUpgradedLater(pbx, container)) return undefined;
  if (imageDifference(pbx, image) || !olderThan(container.version, numbersOf(pbx.version))) return undefined;
  return { reason: BEHIND_REASON, to: { name: 'version', before: container.version, after: pbx.version } };
}

/** Whether the IM server is upgraded in the way that wants a new token before. */
export function upgradesWithNewToken(server: Server, input: DiffInput): boolean {
  const facts = input.live.hosts.get(server.name);
  const name = ROLES.im.container;
  const container = isReachable(facts) ? facts.containers.find((candidate) => candidate.name === name) : undefined;
  return !isPbxOurs(input.cluster) && container !== undefined && upgradeOf(server, container, input) !== undefined;
}

/** Data Flow must be created anew after the PBX was upgraded: it was created when another PBX version ran. */
function pbxUpgraded(container: Container, { live, cluster }: DiffInput): string[] {
  const upgrading = cluster.pbx.image !== undefined && pbxImageDifference({ live, cluster }) !== undefined;
  const pbx = pbxContainer(live);
  return upgrading || (pbx && isUpgradedLater(pbx, container))
    ? ['the PBX is upgraded, and Data Flow must be created anew after that']
    : [];
}

function isUpgradedLater(pbx: Container, container: Container): boolean {
  const known = pbx.version !== undefined && container.version !== undefined;
  return known && pbx.version !== container.version && pbx.createdAt > container.createdAt;
}

/** The PBX's own container: that of the node where it runs, the main server's if it runs nowhere. */
export function pbxContainer({ main, nodes }: Pick<Live, 'main' | 'nodes'>): Container | undefined {
  const all = [main, ...(nodes?.values() ?? [])].flatMap((facts) =>
    isReachable(facts) ? facts.containers.filter(({ name }) => name === 'portsip.callmanager') : [],
  );
  return all.find(({ running }) => running) ?? all[0];
}

function pbxImageDifference({ cluster, live }: Pick<DiffInput, 'live' | 'cluster'>): Attribute | undefined {
  const running = pbxContainer(live);
  return running && cluster.pbx.image ? imageDifference(running, cluster.pbx.image) : undefined;
}

function diffPbxImage(input: DiffInput, { changes, findings }: Diff): Change | undefined {
  const { cluster, live } = input;
  const difference = pbxImageDifference(input);
  if (difference) {
    const change: Change = {
      id: 'role/pbx',
      stage: 'install',
      action: 'update',
      reason: 'the cluster file wants another image of the PBX itself',
      impact: 'active-calls',
      needs: [],
      attributes: [difference],
    };
    changes.push(change);
    return change;
  }
  // With high availability the scripts install what the PBX runs, whatever is wanted: told for each server.
  const version = isPbxOurs(cluster) ? pbxContainer(live)?.version : undefined;
  for (const image of new Set(cluster.servers.map((server) => server.image))) {
    const wanted = versionOf(image);
    if (version && wanted && olderThan(version, wanted)) {
      findings.push({
        code: 'pbx-older',
        severity: 'blocking',
        message: `The PBX runs version ${version}, which is older than ${image}; upgrade it first (set pbx.image in the cluster file, or do it by hand)`,
      });
    }
  }
  return undefined;
}

/** Everything that must be in place before a server's script runs; those that are in place already are not in the plan. */
function prerequisites(cluster: Cluster, server: Server): string[] {
  const { firewallTrust: trust } = cluster;
  const sources = trust === 'servers' ? [server.address] : trust.filter((cidr) => covers(cidr, server.address));
  return [
    ...sources.map((source) => `firewall/${normalise(source)}`),
    `whitelist/${hostCidr(server.address)}`,
    `server/${server.name}`,
    `ssh-key/${server.name}`,
    ...(server.role === 'im' ? ['token/im'] : []),
    ...(server.role === 'dataflow' ? ['token/dataflow'] : []),
  ];
}

/** Servers that are disturbed go one after the other in PortSIP's order, at most `maxUnavailable` of a role at a time. */
function serialize(changes: Change[], cluster: Cluster): void {
  const disturbing = changes.filter((change) => change.impact !== 'none' && change.server);
  const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
  inTurn(
    disturbing.map((change) => ({ change, role: roles.get(change.server ?? '') ?? 'media' })),
    cluster.restart.maxUnavailable,
  );
}

/**
 * Makes changes wait for each other: server i of a role for server i - maxUnavailable, and the first ones of a role for the
 * last ones of the role before. `changes` are in role order.
 */
export function inTurn(
  changes: { change: Change; role: Server['role'] }[],
  maxUnavailable: number,
  after: string[] = [],
): void {
  let previous = after;
  for (const role of new Set(changes.map((entry) => entry.role))) {
    const turn = changes.filter((entry) => entry.role === role).map(({ change }) => change);
    turn.forEach((change, index) => {
      const before = turn[index - maxUnavailable];
      change.needs.push(...(before ? [before.id] : previous));
    });
    previous = turn.slice(-maxUnavailable).map(({ id }) => id);
  }
}

function notes(server: Server, { options }: DiffInput): Diff['findings'] {
  const findings: Diff['findings'] = [];
  const spec = ROLES[server.role];
  if (spec.cloudPorts) {
    findings.push({
      code: 'cloud-firewall',
      severity: 'note',
      server: server.name,
      message: `If ${server.name} is in a cloud, open ${spec.cloudPorts} to ${server.publicIp ?? server.address} in its security group: no script can do that`,
    });
  }
  if (server.role === 'dataflow' && !options.dataflowTokenPath) {
    findings.push({
      code: 'dataflow-token',
      severity: 'note',
      server: server.name,
      message:
        'PortSIP publishes no way to issue a Data Flow token; in the portal: Servers > Data Flow > default server > Generate Token',
    });
  }
  return findings;
}

/** Containers that a role brings along and that are missing or do not run: IM takes no files without its web server. */
function brokenCompanions(role: Server['role'], facts: HostFacts): string[] {
  return ROLES[role].companions.filter(
    (name) => !facts.containers.some((other) => other.name === name && other.running),
  );
}

/** How long the containers of a role may take to be up after the script has ended. */
function upDeadlineMs(role: Server['role']): number {
  // Companions wait for each other's health checks.
  return ROLES[role].companions.length > 0 ? 120_000 : 15_000;
}

/** For verification after an apply: what of the role is still not as wanted. */
export function roleProblems(cluster: Cluster, server: Server, facts: HostFacts): string[] {
  const spec = ROLES[server.role];
  const container = facts.containers.find(({ name }) => name === spec.container);
  if (!container) return [`container ${spec.container} does not exist`];
  const image = imageDifference(container, server.image);
  return [
    ...(container.running ? [] : [`container ${spec.container} does not run`]),
    ...brokenCompanions(server.role, facts).map((name) => `container ${name} does not run`),
    ...[
      ...roleConfigDifferences(cluster, server, facts).filter(({ name }) => name !== 'image'),
      ...(image ? [image] : []),
    ].map(({ name, before, after }) => `${name} is ${before ?? 'not set'}, wanted ${after ?? 'not set'}`),
  ];
}

/** Installs, recreates or upgrades a role and looks whether it really runs as wanted. */
export async function applyRole(change: Change, run: Run): Promise<void> {
  const { cluster } = run.session;
  if (change.id === 'role/pbx') return upgradePbx(change, run);
  const server = findServer(cluster, change.server);
  if (!server) throw new StageError(`${change.server ?? change.id} is not in the cluster file`);
  const token = server.role === 'im' ? await imToken(run) : undefined;
  const install = async () => {
    if (change.action === 'update') await recreate(change, run, server, token);
    else {
      if (change.action === 'replace') await leaveOldHost(change, run, server);
      const command = controlCommand(cluster, server, 'run', token ? { token } : {});
      await runScript(run, command, about(change, server, 'install'));
    }
    await verifyRole(change, run, server);
  };
  // Where nothing runs yet there is nothing to drain.
  return change.action === 'create' ? install() : drained(run, server, change.id, install);
}

/** A server that moves is uninstalled where it was: two that report by one name confuse the PBX. */
async function leaveOldHost(change: Change, run: Run, server: Server): Promise<void> {
  const { cluster } = run.session;
  const old = moved(cluster, run.record.current).find(({ name }) => name === server.name);
  if (!old) return;
  await letCallsEnd(change, run, asServer(old, cluster), server);
  const command = controlCommand(cluster, asServer(old, cluster), 'rm');
  await runScript(run, command, about(change, server, `leave-${old.address.replaceAll(':', '-')}`));
}

/**
 * Queue and IVR servers do not tell the PBX how many calls they have. Their script's `stop` gives calls five minutes to end,
 * where recreating, upgrading and removing give them ten seconds: so it comes first.
 */
export async function letCallsEnd(
  change: Change,
  run: Run,
  on: Server,
  server: Pick<Server, 'name' | 'role'>,
): Promise<void> {
  if (!stopsFirst(change, server.role)) return;
  run.progress(change.id, 'stopping; calls get five minutes to end');
  await runScript(run, controlCommand(run.session.cluster, on, 'stop'), {
    id: change.id,
    key: `stop-${server.name}`,
    title: `stop ${server.name} (${ROLES[server.role].label})`,
  });
}

/** What runs by an old name or at an old address gets no new calls and disturbs nobody; those that it has are no less calls. */
function stopsFirst({ impact, attributes }: Change, role: Server['role']): boolean {
  if (tellsCalls(role)) return false;
  return impact !== 'none' || attributes.some(({ name }) => name === 'name' || name === 'address');
}

/** Whether the PBX knows how many calls a server of the role has; the others are not known to have none. */
const tellsCalls = (role: Server['role']): boolean => role !== 'queue' && role !== 'ivr';

/** What the role's control script is told for a change, one after the other. */
export function roleVerbs(change: Change, cluster: Cluster, role: Server['role']): ControlVerb[] {
  const stop: ControlVerb[] = stopsFirst(change, role) ? ['stop'] : [];
  switch (change.action) {
    case 'update':
      return [...stop, ...recreateVerbs(change, cluster, role)];
    case 'delete':
      return [...stop, 'rm'];
    case 'restart':
      return ['restart'];
    default:
      return ['run'];
  }
}

function recreateVerbs({ reason }: Change, cluster: Cluster, role: Server['role']): ControlVerb[] {
  const reasons = new Set(reason.split('; '));
  const image = [UPGRADE_REASON, BEHIND_REASON].filter((one) => reasons.delete(one)).length > 0;
  if (image && !isPbxOurs(cluster)) for (const one of TOKEN_REASONS) reasons.delete(one);
  return updateVerbs(cluster, role, { image, rest: reasons.size > 0 });
}

async function recreate(change: Change, run: Run, server: Server, token: string | undefined): Promise<void> {
  const { cluster } = run.session;
  const options = token ? { token } : {};
  await letCallsEnd(change, run, server, server);
  for (const verb of recreateVerbs(change, cluster, server.role)) {
    const command = controlCommand(cluster, server, verb, verb === 'run' ? options : {});
    await runScript(run, command, about(change, server, { rm: 'delete', run: 'recreate' }[verb as string] ?? verb));
  }
}

/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched: then nothing is stopped anywhere.
 */
export async function pullImages(changes: Change[], run: Run): Promise<void> {
  const { cluster } = run.session;
  const upgrades = changes.filter(isUpgrade);
  const results = await Promise.allSettled(
    upgrades.map(async (change) => {
      const machine = findServer(cluster, change.server) ?? cluster.pbx.machine;
      const image = change.attributes.find(({ name }) => name === 'image')?.after ?? cluster.image;
      run.progress(change.id, `pulling ${image}`);
      const command = { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
      await runScript(run, command, {
        id: change.id,
        key: `pull-${machine.name}`,
        title: `pull ${image} to ${machine.name}`,
      });
    }),
  );
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  if (failures.length === 0) return;
  const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
  throw new StageError(`An image could not be fetched, so no server was stopped: ${why}`);
}

/** Whether something that runs is stopped for another image. */
export function isUpgrade({ id, action, attributes }: Change): boolean {
  return id.startsWith('role/') && action === 'update' && attributes.some(({ name }) => name === 'image');
}

/** Waits until a role runs as wanted. Without `facts` it did not; `problems` are then what was wrong last. */
export async function untilUp(run: Run, server: Server): Promise<{ facts?: HostFacts; problems: string[] }> {
  const { cluster } = run.session;
  let problems: string[] = [];
  const facts = await until(run.session, upDeadlineMs(server.role), async () => {
    const seen = await factsOf(cluster, hostOf(run, server), server);
    problems = roleProblems(cluster, server, seen);
    return problems.length === 0 ? seen : undefined;
  });
  return { ...(facts && { facts }), problems };
}

/** Throws unless the role runs as wanted and goes on to, and the PBX sees it where it lists such servers. */
async function verifyRole(change: Change, run: Run, server: Server): Promise<void> {
  run.progress(change.id, 'looking whether it runs as wanted');
  const { facts, problems } = await untilUp(run, server);
  if (!facts) throw await notUp(run, server, problems);
  const { signal } = run.session;
  const [crashed, seen] = [new AbortController(), new AbortController()];
  const steady = staysUp(run, server, facts, AbortSignal.any([signal, seen.signal])).catch((error: unknown) => {
    crashed.abort();
    throw error;
  });
  // The PBX may take the one that was there before for ONLINE a little longer; of a new server there was none.
  const reports = (change.action === 'create' ? Promise.resolve() : steady).then(async () => {
    await online(run, server, change.id, crashed.signal);
    // What has reported to the PBX has come further than what crashes at once.
    if (isListed(server.role)) seen.abort();
  });
  for (const result of await Promise.allSettled([steady, reports]))
    if (result.status === 'rejected') throw result.reason;
}

/** Docker starts again and again what crashes at once: for a moment each time it seems to run. */
const STEADY_MS = 1500;

/** `facts`: when it was seen to run. Throws when it did not go on to; `enough`, aborted, ends the waiting and not the look. */
async function staysUp(run: Run, server: Server, facts: HostFacts, enough: AbortSignal): Promise<void> {
  const { role } = server;
  const { session } = run;
  const startedAt = startOfRole(role, facts);
  const age = session.now() + facts.clockSkewMs - Date.parse(startedAt ?? '') || 0;
  const left = Math.min(STEADY_MS, STEADY_MS - age);
  if (left > 0) {
    await session.sleep(left, enough);
    const after = await untilUp(run, server);
    if (!after.facts) throw await notUp(run, server, after.problems);
    if (startOfRole(role, after.facts) !== startedAt)
      throw await notUp(run, server, [`container ${ROLES[role].container} starts again and again`]);
  }
  // An owed restart is known to have happened by the container's start: from now on there is one to compare with.
  if (startedAt) await run.record.update((record) => owedSince(record, `restart/${server.name}`, startedAt));
}

async function notUp(run: Run, server: Server, problems: string[]): Promise<StageError> {
  const why = await lastWords(run, server);
  return new StageError(
    `The script on ${server.name} ended without an error, but ${problems.join('; ')}${why ? `; its log says: ${why}` : ''}`,
  );
}

function startOfRole(role: Server['role'], facts: HostFacts): string | undefined {
  return facts.containers.find(({ name }) => name === ROLES[role].container)?.startedAt;
}

/** What a container that does not run has printed last. */
async function lastWords(run: Run, server: Server): Promise<string | undefined> {
  const { log } = run.session;
  const { container } = ROLES[server.role];
  const script = 'docker logs --tail 5 "$1" 2>&1';
  const output = await hostOf(run, server)
    .run(script, [container], { repeatable: true })
    .catch(() => undefined);
  if (output?.code !== 0) return undefined;
  const lines = output.stdout.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) log.remote(server.name, line);
  return lines.at(-1)?.slice(0, 300);
}

async function imToken(run: Run): Promise<string> {
  const token = run.options.imToken ?? run.tokens.im ?? (await run.session.pbx.imToken());
  if (!token)
    throw new StageError('The portal has issued no IM token yet: the token stage (action issue-token) must run first');
  run.session.secrets.add(token);
  return token;
}

async function upgradePbx(change: Change, run: Run): Promise<void> {
  const { session } = run;
  await runScript(run, pbxCommand(session.cluster, 'upgrade'), {
    id: change.id,
    key: 'upgrade-pbx',
    title: 'upgrade the PBX',
  });
  run.progress(change.id, 'waiting for the PBX to answer');
  await pbxAnswers(run);
  await noteLoadBalancer(run, await factsOf(session.cluster, hostOf(run, session.cluster.pbx.machine)));
}

/** The load balancer was started together with the PBX: a restart of it that is owed comes later than that. */
export async function noteLoadBalancer(run: Run, main: HostFacts): Promise<void> {
  const startedAt = main.containers.find(({ name }) => name === 'portsip.loadbalancer')?.startedAt;
  if (startedAt) await run.record.update((record) => owedSince(record, 'restart/loadbalancer', startedAt));
}

/** After its restart the PBX takes a while until its API answers. */
export async function pbxAnswers(run: Run): Promise<void> {
  const answered = await until(run.session, 600_000, () =>
    run.session.pbx.servers('media').then(
      () => true as const,
      () => undefined,
    ),
  );
  if (!answered)
    throw new StageError(
      `The PBX was restarted, but its API does not answer after 10 minutes; see ${pbxStatusByHand(run.session.cluster)}`,
    );
}

function about(change: Change, server: Server, verb: string): { id: string; key: string; title: string } {
  return {
    id: change.id,
    key: `${verb}-${server.name}`,
    title: `${verb} ${server.name} (${ROLES[server.role].label})`,
  };
}
