import { deadlineMs } from '../cluster/deadlines';
import { LISTED_ROLES, ROLES, type ListedRole } from '../cluster/roles';
import type { Server } from '../cluster/types';
import type { PortalServer } from '../pbx/types';
import { idOf, type BuiltInOff, type BuiltInOn, type Planned } from './change';
import { setEnabled } from './drain';
import { isOnline, isTakenOut } from './live';
import { StageError } from './stage-error';
import type { Run } from './run';
import type { DiffInput, Stage, Words } from './stage';
import { statusOf } from './status';
import { until } from './wait';

/**
 * The PBX's own server of a role goes off once another one is ONLINE. The guide does it first; done last it costs no calls.
 * Part of registering, in the words of actions, but decided once it is known what is installed.
 */
export const builtIn: Stage<'built-in-off'> = {
  name: 'register',
  diff: (input, planned) => ({
    changes: LISTED_ROLES.flatMap((role) => diffBuiltIn(role, input, planned) ?? []),
    findings: [],
  }),
  apply: { 'built-in-off': turnOff },
  words: { 'built-in-off': builtInWords() },
};

function diffBuiltIn(role: ListedRole, input: DiffInput, planned: Planned): BuiltInOff | undefined {
  const { cluster, live } = input;
  const present = live.portal.servers[role].find((candidate) => candidate.type === 'INTERNAL');
  if (!present?.enabled || cluster.builtInServers === 'keep') return undefined;
  // One that is dead and was taken out of calls replaces nothing.
  const dead = live.portal.servers[role].filter((entry) => isTakenOut(live, entry) && !isOnline(live, entry));
  const out = new Set(dead.map(({ name }) => name));
  const isOut = ({ name }: Server) => out.has(name) && !planned.ids.has(idOf.role(name));
  const serving = cluster.servers.filter((server) => server.role === role && server.enabled && !isOut(server));
  const own = ({ name }: Server) => planned.these([idOf.entry(name), idOf.role(name)]);
  const comes = serving.filter(({ name }) => planned.ids.has(idOf.role(name)));
  const entries = new Map([...live.portal.servers[role]].reverse().map((entry) => [entry.name, entry]));
  const runs = (server: Server) => serves(server, entries.get(server.name), input, planned);
  const isThere = serving.some((server) => own(server).length === 0 && runs(server));
  // One that nothing replaces stays on.
  if (!isThere && comes.length === 0 && !serving.some(runs)) return undefined;
  return {
    kind: 'built-in-off',
    id: idOf.builtIn(role),
    action: 'update',
    causes: [{ cause: 'replaced' }],
    impact: 'none',
    needs: [],
    // One that replaces it is enough; whatever comes beside it comes before.
    ...(!isThere && { oneOf: serving.flatMap((server) => own(server).slice(-1)) }),
    after: serving.flatMap(own),
    role,
  };
}

/** Whether it takes calls, or will once its entry is there. One that the portal knows by another name never does. */
function serves(server: Server, entry: PortalServer | undefined, { live, who }: DiffInput, planned: Planned): boolean {
  if (!entry && !planned.ids.has(idOf.entry(server.name))) return false;
  if (entry && isOnline(live, entry)) return true;
  const home = who.atHome(server);
  return home.is === 'same' && home.container.running;
}

export function builtInWords(): Words<BuiltInOn | BuiltInOff> {
  return {
    object: ({ role }) => `built-in ${ROLES[role].label}`,
    deed: ({ kind }) => [kind === 'built-in-on' ? 'turn on' : 'turn off'],
    target: ({ role }) => `the built-in ${ROLES[role].label}`,
    reason: ({ kind, role }) =>
      kind === 'built-in-on'
        ? `no other ${ROLES[role].label} is left to take calls`
        : `the cluster's own ${ROLES[role].label}s take over from it`,
    differences: ({ kind }) => {
      const on = kind === 'built-in-on';
      return [{ name: 'enabled', before: String(!on), after: String(on) }];
    },
  };
}

/** Turns the built-in server on before the last other one of its role goes. */
export async function turnOn({ role }: Pick<BuiltInOn, 'role'>, run: Run): Promise<void> {
  const { pbx } = run.session;
  const present = builtInOf(run, role);
  await setEnabled(run, present, true);
  const online = await until(run.session, 60_000, async () =>
    (await pbx.status(role, present.id)).status === 'ONLINE' ? true : undefined,
  );
  if (!online)
    throw new StageError(
      `The built-in ${ROLES[role].label} was turned on, but is not ONLINE; see ${run.plane.byHand.status}`,
    );
}

async function turnOff({ role, id }: BuiltInOff, run: Run): Promise<void> {
  const present = builtInOf(run, role);
  run.progress(id, 'waiting for a replacement to be ONLINE');
  const replaced = await until(run.session, deadlineMs(run.session.cluster, role, 'online'), async () => {
    for (const server of run.portal.of(role)) {
      if (server.type !== 'EXTERNAL' || !server.enabled) continue;
      if ((await statusOf(run.session.pbx, role, server.id)).status === 'ONLINE') return true;
    }
    return undefined;
  });
  if (!replaced) {
    throw new StageError(
      `No ${ROLES[role].label} of the cluster is ONLINE: the built-in one stays on, so that calls go through`,
    );
  }
  await setEnabled(run, present, false);
}

function builtInOf(run: Run, role: ListedRole) {
  const present = run.portal.builtIn(role);
  if (!present) throw new StageError(`The portal has no built-in ${ROLES[role].label}`);
  return present;
}
