import { formatWindow, windowState } from '../cluster/window';
import { ROLES } from '../cluster/roles';
import type { Role } from '../cluster/types';
import { diffFirewall } from './firewall';
import { diffSshKeys, highAvailabilityFindings } from './high-availability';
import { diffInstall } from './install';
import { isListed, LISTED_ROLES } from './names';
import { diffRegister } from './register';
import { diffRemove } from './remove';
import { diffRestart, lastOfRole } from './restart';
import { diffToken } from './token';
import { isReachable, STAGE_NAMES, type Change, type Diff, type DiffInput, type Finding, type Live } from './types';

/** Everything that has to be done, in order, each change after all that it needs. Pure: the only place where it is decided. */
export function diff(input: DiffInput): Diff {
  const { cluster, live, options } = input;
  if (!isReachable(live.main)) {
    const { pbx } = cluster;
    const message = `The main server (${pbx.machine.address}) does not answer: ${live.main.unreachable}`;
    return { changes: [], findings: [{ code: 'main-unreachable', severity: 'blocking', message }] };
  }
  const stages = [
    diffFirewall(input),
    diffRegister(input),
    diffSshKeys(input),
    diffInstall(input),
    diffToken(input),
    diffRemove(input),
  ];
  const others = stages.flatMap((stage) => stage.changes);
  builtInsAfterReplacement(others, input);
  lastOnesAfterReplacement(others, input);
  others.splice(
    0,
    Infinity,
    ...others.filter((change) => !isBuiltInOff(change) || hasReplacement(change, others, input)),
  );
  const restart = diffRestart(input, others);
  const changes = [...others, ...restart.changes];
  const findings = [
    ...stages.flatMap((stage) => stage.findings),
    ...restart.findings,
    ...highAvailabilityFindings(input, changes),
    ...lastOfRole(cluster, live, changes, options.force),
    ...windowFindings(input, changes),
  ];
  return { changes: inOrder(onlyKnownNeeds(changes)), findings };
}

/** Changes that callers notice wait for the maintenance window, where the cluster file has one. */
export function waitsForWindow(
  { cluster, live, options }: Pick<DiffInput, 'cluster' | 'live' | 'options'>,
  change: Change,
): boolean {
  const { window } = cluster.restart;
  return window !== undefined && change.impact !== 'none' && !options.force && !windowState(window, live.at).open;
}

function windowFindings(input: DiffInput, changes: Change[]): Finding[] {
  const { window } = input.cluster.restart;
  // What is compared without asking anybody happens at no hour.
  if (!input.live.live) return [];
  if (!window || windowState(window, input.live.at).open || input.options.force) return [];
  const waiting = changes.filter(({ impact }) => impact !== 'none');
  if (waiting.length === 0) return [];
  const { opensAt } = windowState(window, input.live.at);
  const when =
    opensAt === undefined
      ? ''
      : `; it opens ${new Date(opensAt)
          .toISOString()
          .replace(/:\d\d\.\d+Z/, ' UTC')
          .replace('T', ' ')}`;
  return [
    {
      code: 'window-closed',
      severity: 'warning',
      message: `The maintenance window (${formatWindow(window)}) is closed${when}. ${waiting.length === 1 ? '1 change waits' : `${waiting.length} changes wait`} for it: ${listed(waiting.map(({ id }) => id))}`,
    },
  ];
}

function listed(ids: string[]): string {
  return ids.length <= MOST_LISTED
    ? ids.join(', ')
    : `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`;
}
const MOST_LISTED = 20;

function isBuiltInOff(change: Change): boolean {
  return change.id.startsWith('built-in/') && change.attributes.some(({ after }) => after === 'false');
}

/** Whether anything of the role is ONLINE or comes with this plan: a built-in server that nothing replaces stays on. */
function hasReplacement(change: Change, changes: Change[], { cluster, live }: DiffInput): boolean {
  const installed = new Set(changes.map(({ id }) => id));
  return cluster.servers.some((server) => {
    if (change.id !== `built-in/${server.role}` || !server.enabled || !isListed(server.role)) return false;
    const entry = live.portal.servers[server.role].find(({ name }) => name === server.name);
    const online = entry !== undefined && live.portal.status.get(entry.id)?.status === 'ONLINE';
    const runs = isRunning(live.hosts.get(server.name), server.role);
    return online || runs || installed.has(`role/${server.name}`);
  });
}

function isRunning(facts: Live['main'] | undefined, role: Role): boolean {
  return isReachable(facts) && facts.containers.some(({ name, running }) => running && name === ROLES[role].container);
}

/** A built-in server is turned off only when all that replaces it is there. */
function builtInsAfterReplacement(changes: Change[], { cluster }: DiffInput): void {
  for (const change of changes) {
    if (!isBuiltInOff(change)) continue;
    const names = new Set(
      cluster.servers
        .filter(({ role, enabled }) => enabled && change.id === `built-in/${role}`)
        .map(({ name }) => name),
    );
    change.needs.push(
      ...changes
        .filter(({ id, server }) => server && names.has(server) && /^(role|server)\//.test(id))
        .map(({ id }) => id),
    );
  }
}

/**
 * Whatever takes a server of a role from callers comes after all that gives them another: the built-in one turned on, the
 * new ones of the role serving.
 */
function lastOnesAfterReplacement(changes: Change[], { cluster }: DiffInput): void {
  const roles = new Map(cluster.servers.map(({ name, role }) => [name, role]));
  const on = new Set(changes.filter((change) => !isBuiltInOff(change)).map(({ id }) => id));
  const coming = new Map<string, string[]>();
  for (const { id, server, stage } of changes) {
    const role = server === undefined || stage === 'remove' ? undefined : roles.get(server);
    if (role && /^(role|server)\//.test(id)) listIn(coming, role).push(id);
  }
  for (const change of changes) {
    const isRemoval = change.stage === 'remove' && change.server !== undefined;
    if (isRemoval) {
      for (const role of LISTED_ROLES)
        if (change.needs.includes(`built-in/${role}`)) change.needs.push(...(coming.get(role) ?? []));
    }
    const disables = change.attributes.some(({ name, after }) => name === 'enabled' && after === 'false');
    const role = roles.get(change.server ?? '');
    if (change.stage === 'register' && disables && role && on.has(`built-in/${role}`))
      change.needs.push(`built-in/${role}`);
  }
}

function onlyKnownNeeds(changes: Change[]): Change[] {
  const ids = new Set(changes.map(({ id }) => id));
  return changes.map((change) => ({
    ...change,
    needs: [...new Set(change.needs)].filter((id) => ids.has(id) && id !== change.id),
  }));
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** By stage, and within it as the stage made them; whatever a change needs comes before it. */
export function inOrder(changes: Change[]): Change[] {
  const missing = new Map(changes.map((change) => [change.id, change.needs.length]));
  const waiting = new Map<string, Change[]>();
  for (const change of changes) {
    for (const id of change.needs) listIn(waiting, id).push(change);
  }
  const ready: Change[][] = STAGE_NAMES.map(() => []);
  const enqueue = (change: Change) => ready[STAGE_NAMES.indexOf(change.stage)]?.push(change);
  for (const change of changes) if (change.needs.length === 0) enqueue(change);
  const ordered: Change[] = [];
  for (;;) {
    const next = ready.find((bucket) => bucket.length > 0)?.shift();
    if (!next) break;
    ordered.push(next);
    for (const change of waiting.get(next.id) ?? []) {
      const left = (missing.get(change.id) ?? 0) - 1;
      missing.set(change.id, left);
      if (left === 0) enqueue(change);
    }
  }
  if (ordered.length < changes.length) {
    const circle = changes.filter((change) => !ordered.includes(change)).map(({ id }) => id);
    throw new Error(`Changes wait for each other in a circle: ${circle.join(', ')}`);
  }
  return ordered;
}
