import { sameAddress } from '../cluster/addresses';
import { collectionOf, isListed, LISTED_ROLES, ROLES, type ListedRole } from '../cluster/roles';
import { isReserved } from '../cluster/rules/names';
import type { Server, ServerSpec } from '../cluster/types';
import type { Finding } from '../finding';
import { isKnown } from '../host/reading';
import type { NewPortalServer, PortalServer } from '../pbx/types';
import { list } from '../text/list';
import { builtInWords, turnOn } from './built-in';
import { idOf, type BuiltInOn, type Difference, type ImAddressesEntry, type PortalEntry } from './change';
import { withoutDead } from './cluster-record';
import { disable, takeOut } from './drain';
import { inHandover } from './handover';
import { isOnline, isTakenOut, onlineIn } from './live';
import { inRoleOrder } from './names';
import type { Run } from './run';
import type { Diff, DiffInput, Stage } from './stage';
import { unseen } from './unseen';

/** The portal's register of servers: what the cluster file has must be in it, by the same name to the letter. Never unregisters a server that left the file. */
export const register: Stage<'portal-entry' | 'im-addresses' | 'built-in-on'> = {
  name: 'register',
  *diff(input) {
    const { cluster } = input;
    const diffs: Diff<PortalEntry | ImAddressesEntry>[] = [];
    for (const server of [...cluster.servers].sort(inRoleOrder)) {
      diffs.push(diffServer(server, input));
      yield;
    }
    const turnedOn = LISTED_ROLES.flatMap((role) => diffBuiltIn(role, input) ?? []);
    const on = new Map(turnedOn.map(({ role, id }) => [role, id]));
    const changes = diffs.flatMap((one) => one.changes);
    const handed = inHandover(
      changes.filter((change) => change.kind === 'portal-entry'),
      input.live,
      cluster,
    );
    const entries = [...handed.entries, ...changes.filter((change) => change.kind === 'im-addresses')].map((change) => {
      // Whoever takes the last one of a role from callers first gives them the built-in one.
      const replaced = change.kind === 'portal-entry' && !change.wanted.enabled && on.get(change.wanted.role);
      return replaced && change.present?.enabled ? { ...change, needs: [...change.needs, replaced] } : change;
    });
    return {
      changes: [...entries, ...turnedOn],
      findings: [
        ...diffs.flatMap(({ findings }) => findings),
        ...handed.stuck.map(({ change: { server }, holder }): Finding => ({
          code: 'address-taken',
          severity: 'blocking',
          server,
          message: `The portal gives an address of ${server} to ${holder.name}, which keeps it for now: ${server} waits until ${holder.name} gives it up`,
        })),
        ...unmanaged(input),
      ],
    };
  },
  apply: { 'portal-entry': applyEntry, 'im-addresses': applyImAddresses, 'built-in-on': turnOn },
  words: {
    'portal-entry': {
      object: () => 'entry in the portal',
      deed: ({ action }) => DEEDS[action],
      target: ({ server }) => server,
      reason: entryReason,
      differences: ({ differences }) => [...differences],
    },
    'im-addresses': {
      object: () => 'entry in the portal',
      deed: ({ action }) => DEEDS[action],
      target: ({ server }) => server,
      reason: ({ action }) =>
        action === 'create'
          ? 'the portal has no addresses of the IM server yet'
          : 'the cluster file wants other addresses of the IM server',
      differences: ({ differences }) => [...differences],
    },
    'built-in-on': builtInWords(),
  },
};

const DEEDS = {
  create: ['register'],
  update: ['update', 'in the portal'],
  replace: ['register', 'again'],
} as const;

function entryReason({ causes: [first], replaces = '', vacates = [] }: PortalEntry): string {
  switch (first?.cause) {
    case 'renamed':
      return `renamed: the portal cannot change a name, so "${replaces}" is deleted and created again`;
    case 'readdressed':
      return vacates.length > 0
        ? `it changes addresses with ${list(vacates)}: the portal has an address once only, so both are deleted before they are created again`
        : 'its address changed: the portal cannot change it, so it is deleted and created again';
    case 'drained-by-us':
      return 'an interrupted run had drained it: it takes calls again';
    case 'was-dead':
      return 'it was taken out of calls because it was dead, and is ONLINE again';
    case 'unregistered':
      return 'not in the portal yet';
    case 'differs':
    case undefined:
      return 'the cluster file wants other values';
  }
}

function diffServer(server: Server, input: DiffInput): Diff<PortalEntry | ImAddressesEntry> {
  const { portal } = ROLES[server.role];
  if (isListed(server.role)) return diffEntry(server, server.role, input);
  return { changes: portal.kind === 'addresses' ? diffAddresses(server, input) : [], findings: [] };
}

function diffEntry(server: Server, role: ListedRole, { live, who }: DiffInput): Diff<PortalEntry> {
  const found = who.registration(server, role);
  const registered = 'entry' in found && found.entry.name === server.name ? found.entry : undefined;
  const wasDead = registered !== undefined && isTakenOut(live, registered);
  // While it is dead it stays out of calls.
  const out = wasDead && !isOnline(live, registered);
  const wanted = { ...entryOf(server, role), ...(out && { enabled: false }) };
  const status = registered ? onlineIn(live, registered) : false;
  // It may have calls, and nobody could say when they have ended.
  const findings = isKnown(status) ? [] : [unseen('status', server.name, status.unknown, 'it is left as it is')];
  const blocked = (code: string, message: string): Diff<PortalEntry> => ({
    changes: [],
    findings: [{ code, severity: 'blocking', server: server.name, message }],
  });
  const changed = (
    change: Pick<PortalEntry, 'action' | 'causes' | 'differences'> &
      Partial<Pick<PortalEntry, 'impact' | 'present' | 'replaces' | 'takesFrom'>>,
  ): Diff<PortalEntry> => ({
    changes: [
      {
        kind: 'portal-entry',
        id: idOf.entry(server.name),
        server: server.name,
        impact: 'none',
        needs: [],
        after: [],
        wanted,
        ...change,
      },
    ],
    findings,
  });
  switch (found.is) {
    case 'other-role': {
      const other = ROLES[found.entry.role].label;
      return blocked(
        'role-changed',
        `The portal has "${server.name}" as ${other}; remove it from the cluster file, deploy, and add it again as ${ROLES[role].label}`,
      );
    }
    case 'built-in':
      return blocked(
        'name-taken',
        `"${server.name}" is the name of the PBX's built-in ${ROLES[role].label}; choose another name`,
      );
    case 'somebody-elses':
      return blocked('address-taken', addressTaken(server, role, found.entry));
    case 'renamed':
      return changed({
        action: 'replace',
        causes: [{ cause: 'renamed' }],
        impact: 'new-calls',
        present: found.entry,
        replaces: found.entry.name,
        differences: [{ name: 'name', before: found.entry.name, after: server.name }],
      });
    case 'absent':
      return changed({
        action: 'create',
        causes: [{ cause: 'unregistered' }],
        ...(found.takesFrom && { takesFrom: found.takesFrom.name }),
        differences: added(values(wanted)),
      });
    case 'same':
    case 'readdressed':
  }
  const { entry: same } = found;
  const differences = difference(values(same), values(wanted));
  if (differences.length === 0) return { changes: [], findings };
  if (found.is === 'readdressed')
    return changed({
      action: 'replace',
      causes: [{ cause: 'readdressed' }],
      impact: same.enabled ? 'new-calls' : 'none',
      present: same,
      ...(found.takesFrom && { takesFrom: found.takesFrom.name }),
      differences,
    });
  const drained = live.record?.draining.includes(server.name) && !same.enabled;
  return changed({
    action: 'update',
    causes: [{ cause: drained ? 'drained-by-us' : wasDead && !out && wanted.enabled ? 'was-dead' : 'differs' }],
    present: same,
    differences,
  });
}

/** Which of the addresses it is about, and by what name the portal has it. */
function addressTaken({ address, publicIp = address }: Server, role: ListedRole, entry: PortalServer): string {
  const which = [entry.privateIp, entry.publicIp].some((one) => sameAddress(one, address)) ? address : publicIp;
  return `The portal has ${which} as "${entry.name}", which this project did not put there; name it so in the cluster file, or delete it on the portal's ${ROLES[role].portalPage} page`;
}

function diffAddresses(server: Server, { live }: DiffInput): ImAddressesEntry[] {
  const present = live.portal.im;
  const { privateIp, publicIp } = server;
  const wanted = { ...(privateIp && { privateIp }), ...(publicIp && { publicIp }) };
  const differences = difference(addresses(present), addresses(wanted));
  if (differences.length === 0) return [];
  const first = !present.privateIp && !present.publicIp;
  return [
    {
      kind: 'im-addresses',
      id: idOf.entry(server.name),
      action: first ? 'create' : 'update',
      server: server.name,
      causes: [{ cause: first ? 'unregistered' : 'differs' }],
      impact: 'none',
      needs: [],
      after: [],
      wanted,
      differences,
      present,
    },
  ];
}

/** The built-in server comes back where no other is left. It goes off only once something replaces it: see built-in.ts. */
function diffBuiltIn(role: ListedRole, { cluster, live, who }: DiffInput): BuiltInOn | undefined {
  const builtIn = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
  if (!builtIn || builtIn.enabled) return undefined;
  if (cluster.servers.some((server) => server.role === role && server.enabled)) return undefined;
  const entries = live.portal.servers[role];
  const leaving = who.leaving.some(
    (server) => server.role === role && entries.some(({ name }) => name === server.name),
  );
  const weDidIt = live.record?.builtInDisabled.includes(role) ?? false;
  if (!leaving && !weDidIt) return undefined;
  return {
    kind: 'built-in-on',
    id: idOf.builtIn(role),
    action: 'update',
    causes: [{ cause: 'none-left' }],
    impact: 'none',
    needs: [],
    after: [],
    role,
  };
}

function unmanaged({ cluster, live, who }: DiffInput): Finding[] {
  const names = new Set(cluster.servers.map(({ name }) => name));
  return LISTED_ROLES.flatMap((role) =>
    live.portal.servers[role]
      .filter((have) => have.type === 'EXTERNAL' && !names.has(have.name) && !who.isOurs(have.name))
      .filter(({ name }) => cluster.unmanagedServers === 'report' || isReserved(name))
      .map((have): Finding => ({
        code: 'unmanaged-server',
        severity: 'note',
        server: have.name,
        message: `The portal has the ${ROLES[role].label} "${have.name}" (${have.privateIp ?? have.publicIp ?? 'no address'}), which is not in the cluster file; it is left alone`,
      })),
  );
}

/** A server as the portal should have it. */
export function entryOf(server: ServerSpec, role: ListedRole): NewPortalServer {
  const { name, enabled, privateIp, publicIp } = server;
  return {
    role,
    name,
    enabled,
    ...(privateIp && { privateIp }),
    ...(collectionOf(role).publicAddress && publicIp && { publicIp }),
    ...limitsOf(server, role),
  };
}

type Limits = Pick<NewPortalServer, 'maxCallSessions' | 'maxRooms' | 'maxParticipants'>;

function limitsOf(server: object, role: ListedRole): Limits {
  const limits = new Map<string, unknown>(Object.entries(server));
  return Object.fromEntries(
    collectionOf(role).limits.flatMap(({ name }) => {
      const value = limits.get(name);
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}

type Values = Record<string, string | undefined>;

/** What the portal has of a server, or should have, in the words of plans. */
function values(server: NewPortalServer): Values {
  const { privateIp, publicIp, enabled, role } = server;
  const limits = collectionOf(role).limits.map(({ name, label }) => [label, server[name]?.toString()] as const);
  return {
    'private address': privateIp,
    'public address': publicIp,
    enabled: String(enabled),
    ...Object.fromEntries(limits),
  };
}

function addresses({ privateIp, publicIp }: { privateIp?: string; publicIp?: string }): Values {
  return { 'private address': privateIp, 'public address': publicIp };
}

function added(values: Values): Difference[] {
  return Object.entries(values).flatMap(([name, after]) => (after === undefined ? [] : [{ name, after }]));
}

function difference(have: Values, want: Values): Difference[] {
  return Object.keys(want).flatMap((name) => {
    const before = have[name] === '' ? undefined : have[name];
    const after = want[name];
    const same = name.endsWith('address') ? sameAddress(before, after) : before === after;
    return same ? [] : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

async function applyEntry(change: PortalEntry, run: Run): Promise<void> {
  const { wanted } = change;
  const { role, name } = wanted;
  const same = run.portal.find(role, name);
  if (change.action === 'update' && same) return updateEntry(change, same, run);
  if (change.action === 'replace') {
    const old = same ?? (change.replaces === undefined ? undefined : run.portal.find(role, change.replaces));
    if (old) await takeOut(run, old, change.id);
  }
  for (const other of change.vacates ?? []) {
    const taken = run.portal.find(role, other);
    if (taken && sharesAddress(taken, wanted)) await takeOut(run, taken, change.id);
  }
  const id = await run.session.pbx.createServer(wanted);
  run.portal.put({ ...wanted, id, type: 'EXTERNAL' });
}

function sharesAddress(one: NewPortalServer, other: NewPortalServer): boolean {
  const addresses = [other.privateIp, other.publicIp].filter((address) => address !== undefined);
  return addresses.some((address) => sameAddress(one.privateIp, address) || sameAddress(one.publicIp, address));
}

async function updateEntry({ wanted, id }: PortalEntry, have: PortalServer, run: Run): Promise<void> {
  if (have.enabled && !wanted.enabled) await disable(run, have, id);
  const { enabled, maxCallSessions, maxRooms, maxParticipants } = wanted;
  const patch = {
    enabled,
    ...(maxCallSessions !== undefined && { maxCallSessions }),
    ...(maxRooms !== undefined && { maxRooms }),
    ...(maxParticipants !== undefined && { maxParticipants }),
  };
  await run.session.pbx.updateServer(have.role, have.id, patch);
  run.portal.put({ ...have, ...patch });
  await run.record.update((record) => ({
    ...(enabled ? withoutDead(record, have.name) : record),
    draining: record.draining.filter((name) => name !== have.name),
  }));
}

async function applyImAddresses({ wanted }: ImAddressesEntry, run: Run): Promise<void> {
  await run.session.pbx.setIm(wanted);
}
