import { sameAddress } from '../cluster/addresses';
import { ROLES } from '../cluster/roles';
import type { Server } from '../cluster/types';
import { pbxStatusByHand } from '../host/commands';
import type { ListedRole, PortalServer } from '../pbx/types';
import { StageError, until, type Run } from './context';
import { disable, drainForGood, ONLINE_DEADLINE_MS, setEnabled } from './drain';
import { compare, findServer, has, inRoleOrder, isListed, LISTED_ROLES } from './names';
import { departing } from './remove';
import { ByAddress } from '../cluster/by-address';
import { statusOf } from './status';
import { DRAINED_BY_US, type Attribute, type Change, type Diff, type DiffInput, type Finding } from './types';

/** The portal's register of servers: what the cluster file has must be in it, by the same name to the letter. Never unregisters a server that left the file. */
export function diffRegister(input: DiffInput): Diff {
  const { cluster, live } = input;
  const diff: Diff = { changes: [], findings: [] };
  const registered = register(input);
  for (const server of [...cluster.servers].sort(inRoleOrder)) {
    if (isListed(server.role)) diffServer(server, server.role, input, registered, diff);
    else if (server.role === 'im') diffIm(server, input, diff.changes);
  }
  if (cluster.unmanagedServers === 'report') diff.findings.push(...unmanaged(input));
  for (const role of LISTED_ROLES) {
    const builtIn = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
    const change = builtIn && diffBuiltIn(role, builtIn, input, registered);
    if (change) diff.changes.push(change);
  }
  return diff;
}

/** The portal's servers, to be looked up: there can be a thousand. */
interface Registered {
  byName: Record<ListedRole, ReadonlyMap<string, PortalServer>>;
  /** Those that the cluster file does not have by name */
  others: Record<ListedRole, ByAddress<PortalServer>>;
}

function register({ cluster, live }: DiffInput): Registered {
  const names = new Set(cluster.servers.map(({ name }) => name));
  const isOurs = ({ name }: PortalServer) => has(live.record?.servers, name);
  const each = <T>(make: (servers: PortalServer[]) => T) =>
    Object.fromEntries(LISTED_ROLES.map((role) => [role, make(live.portal.servers[role])])) as Record<ListedRole, T>;
  return {
    // Backwards, so that the first of a name wins.
    byName: each((servers) => new Map([...servers].reverse().map((server) => [server.name, server]))),
    others: each(
      (servers) =>
        new ByAddress(
          servers
            .filter(({ type, name }) => type === 'EXTERNAL' && !names.has(name))
            // Whatever order the PBX lists them in: one that is not ours counts most.
            .sort((a, b) => Number(isOurs(a)) - Number(isOurs(b)) || compare(a.name, b.name))
            .map((server) => [server.privateIp ?? server.publicIp, server] as const),
        ),
    ),
  };
}

function diffServer(
  server: Server,
  role: ListedRole,
  { cluster, live }: DiffInput,
  { byName, others }: Registered,
  { changes, findings }: Diff,
): void {
  const change = {
    id: `server/${server.name}`,
    stage: 'register',
    server: server.name,
    impact: 'none',
    needs: [] as string[],
  } as const;
  const elsewhere = LISTED_ROLES.find((other) => other !== role && byName[other].has(server.name));
  if (elsewhere) {
    findings.push({
      code: 'role-changed',
      severity: 'blocking',
      server: server.name,
      message: `The portal has "${server.name}" as ${ROLES[elsewhere].label}; remove it from the cluster file, deploy, and add it again as ${ROLES[role].label}`,
    });
    return;
  }
  const same = byName[role].get(server.name);
  if (same?.type === 'INTERNAL') {
    findings.push({
      code: 'name-taken',
      severity: 'blocking',
      server: server.name,
      message: `"${server.name}" is the name of the PBX's built-in ${ROLES[role].label}; choose another name`,
    });
    return;
  }
  const neighbour = others[role].get(server.address);
  if (neighbour && !same) {
    const ours = has(live.record?.servers, neighbour.name) || cluster.unmanagedServers === 'remove';
    if (!ours) {
      findings.push({
        code: 'address-taken',
        severity: 'blocking',
        server: server.name,
        message: `The portal has ${server.address} as "${neighbour.name}", which this project did not put there; name it so in the cluster file, or delete it on the portal's ${ROLES[role].portalPage} page`,
      });
      return;
    }
    changes.push({
      ...change,
      action: 'replace',
      reason: `renamed: the portal cannot change a name, so "${neighbour.name}" is deleted and created anew`,
      impact: 'new-calls',
      attributes: [{ name: 'name', before: neighbour.name, after: server.name }],
    });
    return;
  }
  if (!same) {
    changes.push({
      ...change,
      action: 'create',
      reason: 'not in the portal yet',
      attributes: added(wantedValues(server)),
    });
    return;
  }
  const differences = difference(portalValues(same), wantedValues(server));
  if (differences.length === 0) return;
  const address = differences.some(({ name }) => name === 'private address' || name === 'public address');
  const drained = live.record?.draining.includes(server.name) && !same.enabled;
  changes.push({
    ...change,
    action: address ? 'replace' : 'update',
    reason: address
      ? 'its address changed: the portal cannot change it, so it is deleted and created anew'
      : drained
        ? DRAINED_BY_US
        : 'the portal has other values',
    impact: address && same.enabled ? 'new-calls' : 'none',
    attributes: differences,
  });
}

function diffIm(server: Server, { live }: DiffInput, changes: Change[]): void {
  const have = live.portal.im;
  const attributes = difference(
    { 'private address': have.privateIp, 'public address': have.publicIp },
    { 'private address': server.privateIp, 'public address': server.publicIp },
  );
  if (attributes.length === 0) return;
  const first = !have.privateIp && !have.publicIp;
  changes.push({
    id: `server/${server.name}`,
    stage: 'register',
    action: first ? 'create' : 'update',
    server: server.name,
    reason: first
      ? 'the portal has no addresses of the IM server yet'
      : 'the portal has other addresses of the IM server',
    impact: 'none',
    needs: [],
    attributes,
  });
}

function diffBuiltIn(
  role: ListedRole,
  builtIn: PortalServer,
  { cluster, live }: DiffInput,
  { byName }: Registered,
): Change | undefined {
  const serving = cluster.servers.filter((server) => server.role === role && server.enabled);
  const leaving = departing(cluster, live.record, live.portal.servers).some(
    (server) => server.role === role && byName[role].has(server.name),
  );
  const change = {
    id: `built-in/${role}`,
    stage: 'register',
    action: 'update',
    impact: 'none',
    needs: [] as string[],
  } as const;
  if (builtIn.enabled && serving.length > 0 && cluster.builtInServers === 'disabled') {
    return {
      ...change,
      reason: `the cluster's own ${ROLES[role].label}s take over from the one on the main server`,
      attributes: [{ name: 'enabled', before: 'true', after: 'false' }],
    };
  }
  const weDidIt = live.record?.builtInDisabled.includes(role) ?? false;
  if (!builtIn.enabled && serving.length === 0 && (leaving || weDidIt)) {
    return {
      ...change,
      reason: `no other ${ROLES[role].label} is left to take calls`,
      attributes: [{ name: 'enabled', before: 'false', after: 'true' }],
    };
  }
  return undefined;
}

function unmanaged({ cluster, live }: DiffInput): Finding[] {
  const names = new Set(cluster.servers.map(({ name }) => name));
  return LISTED_ROLES.flatMap((role) =>
    live.portal.servers[role]
      .filter((have) => have.type === 'EXTERNAL' && !names.has(have.name) && !has(live.record?.servers, have.name))
      .map((have): Finding => ({
        code: 'unmanaged-server',
        severity: 'note',
        server: have.name,
        message: `The portal has the ${ROLES[role].label} "${have.name}" (${have.privateIp ?? have.publicIp ?? 'no address'}), which is not in the cluster file; it is left alone`,
      })),
  );
}

type Values = Record<string, string | undefined>;

/** What the portal should have of a server, in the words of plans. */
export function wantedValues(server: Server): Values {
  return {
    'private address': server.privateIp,
    // Only media servers have a public address in the portal.
    'public address': server.role === 'media' ? server.publicIp : undefined,
    enabled: String(server.enabled),
    'max call sessions': server.maxCallSessions?.toString(),
    'max rooms': server.maxRooms?.toString(),
    'max participants': server.maxParticipants?.toString(),
  };
}

function portalValues(server: PortalServer): Values {
  return {
    'private address': server.privateIp,
    'public address': server.publicIp,
    enabled: String(server.enabled),
    'max call sessions': server.maxCallSessions?.toString(),
    'max rooms': server.maxRooms?.toString(),
    'max participants': server.maxParticipants?.toString(),
  };
}

function added(values: Values): Attribute[] {
  return Object.entries(values).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}

function difference(have: Values, want: Values): Attribute[] {
  return Object.keys(want).flatMap((name) => {
    const before = have[name] === '' ? undefined : have[name];
    const after = want[name];
    const same = name.endsWith('address') ? sameAddress(before, after) : before === after;
    return same ? [] : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

export async function applyServer(change: Change, run: Run): Promise<void> {
  const server = findServer(run.session.cluster, change.server);
  if (!server) throw new StageError(`${change.server ?? change.id} is not in the cluster file`);
  if (server.role === 'im') {
    const { privateIp, publicIp } = server;
    return run.session.pbx.setIm({ ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) });
  }
  if (!isListed(server.role)) return;
  const { role } = server;
  const same = run.portal.find(role, server.name);
  if (change.action === 'update' && same) return updateServer(server, same, change, run);
  if (change.action === 'replace') {
    const old =
      same ??
      run.portal
        .of(role)
        .find((have) => have.type === 'EXTERNAL' && sameAddress(have.privateIp ?? have.publicIp, server.address));
    if (old) {
      await drainForGood(run, old, change.id);
      await run.session.pbx.destroyServer(role, old.id);
      run.portal.remove(role, old.id);
    }
  }
  await createServer(server, role, run);
}

async function updateServer(server: Server, have: PortalServer, change: Change, run: Run): Promise<void> {
  if (have.enabled && !server.enabled) await disable(run, have, change.id);
  const { enabled, maxCallSessions, maxRooms, maxParticipants } = server;
  const wanted = {
    enabled,
    ...(maxCallSessions !== undefined && { maxCallSessions }),
    ...(maxRooms !== undefined && { maxRooms }),
    ...(maxParticipants !== undefined && { maxParticipants }),
  };
  await run.session.pbx.updateServer(have.role, have.id, wanted);
  run.portal.put({ ...have, ...wanted });
  await run.record.update((record) => ({
    ...record,
    draining: record.draining.filter((name) => name !== server.name),
  }));
}

async function createServer(server: Server, role: ListedRole, run: Run): Promise<void> {
  const { name, enabled, privateIp, publicIp, maxCallSessions, maxRooms, maxParticipants } = server;
  const wanted = {
    role,
    name,
    enabled,
    ...(privateIp && { privateIp }),
    ...(role === 'media' && publicIp && { publicIp }),
    ...(maxCallSessions !== undefined && { maxCallSessions }),
    ...(maxRooms !== undefined && { maxRooms }),
    ...(maxParticipants !== undefined && { maxParticipants }),
  };
  const id = await run.session.pbx.createServer(wanted);
  run.portal.put({ ...wanted, id, type: 'EXTERNAL' });
}

/** Turns the PBX's own server of a role off once another one is ONLINE, or on again before the last other one goes. */
export async function applyBuiltIn(change: Change, run: Run): Promise<void> {
  const { pbx } = run.session;
  const role = LISTED_ROLES.find((candidate) => change.id === `built-in/${candidate}`);
  const builtIn = role && run.portal.builtIn(role);
  if (!role || !builtIn) throw new StageError(`The portal has no built-in server for ${change.id}`);
  const enable = change.attributes.some(({ after }) => after === 'true');
  if (enable) {
    await setEnabled(run, builtIn, true);
    const online = await until(run.session, 60_000, async () =>
      (await pbx.status(role, builtIn.id)).status === 'ONLINE' ? true : undefined,
    );
    if (!online)
      throw new StageError(
        `The built-in ${ROLES[role].label} was turned on, but is not ONLINE; see ${pbxStatusByHand(run.session.cluster)}`,
      );
    return;
  }
  run.progress(change.id, 'waiting for a replacement to be ONLINE');
  const replaced = await until(run.session, ONLINE_DEADLINE_MS, async () => {
    for (const server of run.portal.of(role)) {
      if (server.type === 'EXTERNAL' && server.enabled && (await statusOf(pbx, role, server.id)).status === 'ONLINE')
        return true;
    }
    return undefined;
  });
  if (!replaced) {
    throw new StageError(
      `No ${ROLES[role].label} of the cluster is ONLINE: the built-in one stays on, so that calls go through`,
    );
  }
  await setEnabled(run, builtIn, false);
}
