import { LISTED_ROLES, ROLES, type ListedRole } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { seenContainer } from '../host/containers';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import type { PortalServer } from '../pbx/types';
import { turnOn } from './built-in';
import { idOf, type Change, type DeadServerOff, type DeadServerOn } from './change';
import { withoutDead, type ClusterRecord, type Sighting } from './cluster-record';
import { setEnabled } from './drain';
import { isOffline, isOnline, isTakenOut, pbxContainer, type Live } from './live';
import { findServer, has } from './names';
import type { Run } from './run';
import { StageError } from './stage-error';
import type { Diff, DiffInput, Stage } from './stage';
import { statusOf } from './status';

/*
 * PortSIP lets no call go to a media server that is dead; a dead queue, meeting or IVR server goes on getting calls until somebody
 * disables it in the portal. Source: PortSIP's page on the topology of clusters.
 */

/** Two looks that a server is dead, or back, by: never one. */
export const APART_MS = 60_000;
/** Of a look that is older nobody knows what has been in between: it counts for nothing. */
const FORGOTTEN_MS = 3600_000;
/** A PBX that has just started has not heard of its servers yet. */
const PBX_SETTLED_MS = 5 * 60_000;

/** Takes dead servers out of calls, and lets them back in. Part of registering, as it is the portal that is changed. */
export const heal: Stage<'dead-server-off' | 'dead-server-on'> = {
  name: 'register',
  diff: (input) => {
    const changes = input.options.heal ? healing(input, input.options.heal) : { changes: [], findings: [] };
    return { ...changes, findings: [...told(input), ...changes.findings] };
  },
  apply: { 'dead-server-off': takeOut, 'dead-server-on': letIn },
  words: {
    'dead-server-off': {
      object: () => 'calls',
      deed: () => ['take', 'out of calls'],
      target: ({ server }) => server,
      reason: ({ causes: [first] }) =>
        `it is dead (OFFLINE since ${minute(first?.since ?? '')}), and calls still go to it`,
      differences: ({ standIn, role }) => [
        { name: 'enabled', before: 'true', after: 'false' },
        ...(standIn ? [{ name: `built-in ${ROLES[role].label}`, before: 'off', after: 'on' }] : []),
      ],
    },
    'dead-server-on': {
      object: () => 'calls',
      deed: () => ['let', 'take calls again'],
      target: ({ server }) => server,
      reason: () => 'it was taken out of calls because it was dead, and is ONLINE again',
      differences: () => [{ name: 'enabled', before: 'false', after: 'true' }],
    },
  },
};

/** Codes of what is told of servers that are not well */
export const HEALTH: readonly string[] = ['offline', 'taken-out-dead', 'heal-held'];

/** Whether a change takes a dead server out of calls, or lets it back in: in the portal only, whatever is in the way of other work. */
export function heals({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'dead-server-off' || kind === 'dead-server-on';
}

/** A server of the cluster file that the portal lists. */
interface Listed {
  server: Server;
  role: ListedRole;
  entry: PortalServer;
}

function listed(cluster: Cluster, live: Live): Listed[] {
  return LISTED_ROLES.flatMap((role) =>
    live.portal.servers[role].flatMap((entry): Listed[] => {
      const server = findServer(cluster, entry.name);
      return server?.role === role && entry.type === 'EXTERNAL' ? [{ server, role, entry }] : [];
    }),
  );
}

/** Whether it should take calls and does not: OFFLINE, and it is known that it served once or could. */
function isDead({ server, entry }: Listed, live: Live): boolean {
  if (!server.enabled || !isOffline(live, entry)) return false;
  const facts = live.hosts.get(server.name);
  if (!isReachable(facts)) return facts !== undefined;
  // One that was only registered never took a call.
  return (
    !isKnown(facts.containers) ||
    seenContainer(facts, ROLES[server.role].container) !== undefined ||
    (has(live.record?.servers, server.name) && live.record?.servers[server.name]?.installed === true)
  );
}

/**
 * What the record says of the portal's servers once they were looked at: since when one is OFFLINE, or ONLINE again. What could
 * not be seen changes nothing. Pure.
 */
export function noted(record: ClusterRecord, cluster: Cluster, live: Live): ClusterRecord {
  const seen: Record<string, Sighting> = {};
  const dead = { ...record.dead };
  const at = new Date(live.at).toISOString();
  for (const one of listed(cluster, live)) {
    const { name } = one.entry;
    const before = has(record.seen, name) ? record.seen[name] : undefined;
    if (one.entry.enabled) delete dead[name];
    const status = isDead(one, live) ? 'OFFLINE' : isOnline(live, one.entry) ? 'ONLINE' : undefined;
    if (status === undefined && before) seen[name] = before;
    // Of those that are well nothing has to be known.
    if (status === undefined || (status === 'ONLINE' && !has(dead, name))) continue;
    const goesOn = before?.status === status && live.at - Date.parse(before.last) <= FORGOTTEN_MS;
    seen[name] = { status, since: goesOn ? before.since : at, last: at };
  }
  return { ...record, seen, dead };
}

/** The same for a run that does not heal: one that is well now has not been dead all the while. */
export function withoutWell(record: ClusterRecord, cluster: Cluster, live: Live): ClusterRecord {
  const well = new Set(listed(cluster, live).flatMap(({ entry }) => (isOnline(live, entry) ? [entry.name] : [])));
  const seen = Object.entries(record.seen).filter(([name, { status }]) => !(status === 'OFFLINE' && well.has(name)));
  return { ...record, seen: Object.fromEntries(seen) };
}

/** In how many milliseconds a second look would tell more; undefined: this one tells all. */
export function lookAgainIn(record: ClusterRecord, cluster: Cluster, live: Live): number | undefined {
  const young = listed(cluster, live).flatMap(({ entry }) => {
    const sighting = has(record.seen, entry.name) ? record.seen[entry.name] : undefined;
    const open = sighting?.status === 'OFFLINE' ? entry.enabled : has(record.dead, entry.name);
    const left = sighting ? APART_MS - (live.at - Date.parse(sighting.since)) : 0;
    return sighting && open && left > 0 ? [left] : [];
  });
  return young.length === 0 ? undefined : Math.max(...young);
}

/** Since when a server is seen as it is, by two looks that are apart at least. */
function confirmed({ live }: DiffInput, name: string, status: Sighting['status']): string | undefined {
  const sighting = has(live.record?.seen, name) ? live.record?.seen[name] : undefined;
  if (sighting?.status !== status || live.at - Date.parse(sighting.last) > FORGOTTEN_MS) return undefined;
  return Date.parse(sighting.last) - Date.parse(sighting.since) >= APART_MS ? sighting.since : undefined;
}

function healing(input: DiffInput, how: 'too' | 'only'): Diff<DeadServerOff | DeadServerOn> {
  const { cluster, live } = input;
  const all = listed(cluster, live);
  const dead = all.filter((one) => one.entry.enabled && isDead(one, live));
  const back = how === 'too' ? [] : all.filter((one) => isTakenOut(live, one.entry) && isOnline(live, one.entry));
  const on = back.filter(({ server }) => server.enabled && confirmed(input, server.name, 'ONLINE'));
  const trouble = dead.length > 0 ? unwell(live, all, dead) : undefined;
  const off = trouble === undefined ? LISTED_ROLES.flatMap((role) => ofRole(role, input, all, dead)) : [];
  return {
    changes: [
      ...off.flatMap((one) => ('kind' in one ? [one] : [])),
      ...on.map(({ server, role }): DeadServerOn => ({
        kind: 'dead-server-on',
        id: idOf.heal(server.name),
        action: 'update',
        server: server.name,
        causes: [{ cause: 'back' }],
        impact: 'none',
        needs: [],
        after: [],
        role,
      })),
    ],
    findings: [
      ...(trouble === undefined ? [] : [held(`No dead server is taken out of calls: ${trouble}`)]),
      ...off.flatMap((one) => ('kind' in one ? [] : [one])),
    ],
  };
}

/** Why what the portal says of its servers is not to be relied on. */
function unwell(live: Live, all: readonly Listed[], dead: readonly Listed[]): string | undefined {
  const container = pbxContainer(live);
  if (!container?.running) return 'the PBX itself is not seen to run';
  const skew = isReachable(live.main) ? live.main.clockSkewMs : 0;
  if (live.at + skew - Date.parse(container.startedAt) < PBX_SETTLED_MS)
    return 'the PBX itself has just started, and may not have heard of its servers yet';
  const down = all.filter((one) => isDead(one, live));
  return dead.length > 0 && down.length > 1 && down.length * 2 > all.length
    ? `${down.length} of ${all.length} servers are OFFLINE at once, which looks like the PBX or its network and not like them`
    : undefined;
}

/** Never more than half of a role, the built-in one among it; those that are dead for longest first. */
function ofRole(
  role: ListedRole,
  input: DiffInput,
  all: readonly Listed[],
  dead: readonly Listed[],
): (DeadServerOff | Finding)[] {
  const { live } = input;
  if (ROLES[role].failsOver) return [];
  const entries = live.portal.servers[role];
  const out = all.filter((one) => one.role === role && isTakenOut(live, one.entry) && !isOnline(live, one.entry));
  const mine = dead
    .filter((one) => one.role === role)
    .flatMap((one) => {
      const since = confirmed(input, one.server.name, 'OFFLINE');
      return since === undefined ? [] : [{ ...one, since }];
    })
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  const may = Math.max(0, Math.floor(entries.length / 2) - out.length);
  const { label } = ROLES[role];
  const builtIn = entries.find(({ type }) => type === 'INTERNAL');
  const serves = entries.some((entry) => entry.enabled && isOnline(live, entry));
  return mine.map(({ server, since }, index): DeadServerOff | Finding => {
    const { name } = server;
    if (index >= may)
      return held(
        `${name} is not taken out of calls: no more than half of the ${label}s are, and ${out.length + may} of ${entries.length} is half`,
        name,
      );
    if (!serves && !builtIn)
      return held(`${name} is not taken out of calls: no other ${label} is ONLINE, and there is no built-in one`, name);
    return {
      kind: 'dead-server-off',
      id: idOf.heal(name),
      action: 'update',
      server: name,
      causes: [{ cause: 'dead', since }],
      impact: 'none',
      needs: [],
      after: [],
      role,
      standIn: !serves && builtIn?.enabled === false,
    };
  });
}

function held(message: string, server?: string): Finding {
  return { code: 'heal-held', severity: 'warning', ...(server !== undefined && { server }), message };
}

/** Servers that should serve and do not, each in one sentence. */
function told({ cluster, live, options }: DiffInput): Finding[] {
  if (!live.live) return [];
  return listed(cluster, live).flatMap((one): Finding[] => {
    const { server, role, entry } = one;
    const { name } = server;
    if (isTakenOut(live, entry) && !isOnline(live, entry)) {
      const { since, at } = live.record?.dead[name] ?? { since: '', at: '' };
      return [
        {
          code: 'taken-out-dead',
          severity: 'warning',
          server: name,
          message: `${name} takes no calls: it is dead (OFFLINE since ${minute(since)}) and was disabled in the portal at ${minute(at)}; it is enabled again once it is ONLINE, by heal or by the next deploy. ${stateOf(one, live)}`,
        },
      ];
    }
    if (!entry.enabled || !isDead(one, live)) return [];
    const sighting = has(live.record?.seen, name) ? live.record?.seen[name] : undefined;
    const since = sighting?.status === 'OFFLINE' ? ` since ${minute(sighting.since)}` : '';
    const cure = `disable it on the portal's ${ROLES[role].portalPage} page${options.heal ? '' : ', or let heal do so (deploy --heal; the workflow heal.yml)'}`;
    const calls = ROLES[role].failsOver
      ? `The PBX gives its calls to other ${ROLES[role].label}s`
      : `The PBX still gives calls to it: ${cure}`;
    return [
      {
        code: 'offline',
        severity: 'warning',
        server: name,
        message: `The portal shows ${name} OFFLINE${since}. ${stateOf(one, live)}. ${calls}`,
      },
    ];
  });
}

function stateOf({ server }: Listed, live: Live): string {
  const { container } = ROLES[server.role];
  const facts = live.hosts.get(server.name);
  if (!isReachable(facts)) return 'Its host does not answer';
  if (!isKnown(facts.containers)) return 'What runs on its host cannot be seen';
  const ours = has(live.record?.servers, server.name) ? '' : ' (this project did not install it)';
  return seenContainer(facts, container)?.running
    ? `Its container runs${ours}: it may just have started; if it stays so, look at its log (sudo docker logs ${container})`
    : 'Its container does not run';
}

/** `2026-11-26 03:10 UTC` */
function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

async function takeOut({ server: name, role, causes: [first], standIn, id }: DeadServerOff, run: Run): Promise<void> {
  const { session, plane } = run;
  const trouble = await plane.trouble(session.hosts.host(session.cluster.pbx.machine));
  if (trouble !== undefined)
    throw new StageError(`${name} was left as it is, as the PBX's nodes are not all well: ${trouble}`);
  const entry = run.portal.find(role, name);
  if (!entry) throw new StageError(`${name} is not in the portal any more`);
  if ((await statusOf(session.pbx, role, entry.id)).status === 'ONLINE') {
    run.progress(id, 'it is ONLINE again, and stays as it is');
    return;
  }
  if (standIn) await turnOn({ role }, run);
  // Written down before it is done: whoever comes next must know who it was.
  const at = new Date(session.now()).toISOString();
  await run.record.update((record) => ({
    ...record,
    dead: { ...record.dead, [name]: { since: first?.since ?? at, at, ...(standIn && { standIn }) } },
  }));
  await setEnabled(run, entry, false);
}

async function letIn({ server: name, role }: DeadServerOn, run: Run): Promise<void> {
  const { session } = run;
  const entry = run.portal.find(role, name);
  if (!entry || findServer(session.cluster, name)?.enabled !== true) return;
  if ((await statusOf(session.pbx, role, entry.id)).status !== 'ONLINE')
    throw new StageError(`${name} is OFFLINE again: it stays out of calls`);
  const stoodIn = has(run.record.current.dead, name) && run.record.current.dead[name]?.standIn;
  await setEnabled(run, entry, true);
  const builtIn = run.portal.builtIn(role);
  if (stoodIn && builtIn?.enabled && session.cluster.builtInServers === 'disabled')
    await setEnabled(run, builtIn, false);
  await run.record.update((record) => withoutDead(record, name));
}
