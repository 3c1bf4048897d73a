import type { Role } from '../../cluster/types';
import { IMPACTS } from '../../stages/types';
import type { Change, ChangeAction, Impact } from '../../stages/types';
import { list } from './text';
import { oneOf, subject, target } from './words';
import type { KnownServer } from './words';

export type Counts = Record<ChangeAction, number>;

export function countActions(changes: readonly Pick<Change, 'action'>[]): Counts {
  const counts: Counts = { create: 0, update: 0, replace: 0, delete: 0, restart: 0 };
  for (const { action } of changes) counts[action]++;
  return counts;
}

/** "3 to add, 1 to change, 0 to replace, 2 to restart, 0 to remove" */
export function countsLine(changes: readonly Pick<Change, 'action'>[]): string {
  const { create, update, replace, restart, delete: remove } = countActions(changes);
  return `${create} to add, ${update} to change, ${replace} to replace, ${restart} to restart, ${remove} to remove`;
}

/** The last line of a plan: "Plan: 3 to add, …." or that there is nothing to do. */
export function summaryLine(
  plan: { changes: readonly Pick<Change, 'action'>[]; live: boolean },
  clusterFile = 'cluster.yaml',
): string {
  if (plan.changes.length > 0) return `Plan: ${countsLine(plan.changes)}.`;
  return plan.live
    ? `No changes. The cluster matches ${clusterFile}.`
    : 'No changes. Both cluster files ask for the same cluster.';
}

export function worstImpact(changes: readonly Pick<Change, 'impact'>[]): Impact {
  const worst = Math.max(0, ...changes.map(({ impact }) => IMPACTS.indexOf(impact)));
  return IMPACTS[worst] ?? 'none';
}

/** In a word or two, for tables. */
export const IMPACT_LABELS: Readonly<Record<Impact, string>> = {
  none: 'nothing',
  analytics: 'reports pause',
  messaging: 'chat pauses',
  'new-calls': 'new calls wait or go elsewhere',
  'active-calls': 'calls are cut',
};

/**
 * What callers will notice, a sentence for each kind of impact, the worst first; at least one.
 * `servers` is the cluster as wanted: it tells which servers are the only ones of their role.
 */
export function impactSentences(changes: readonly Change[], servers: readonly KnownServer[] = []): string[] {
  const of = (impact: Impact) => changes.filter((change) => change.impact === impact);
  const sentences = [
    ...cut(of('active-calls')),
    ...noNewCalls(of('new-calls'), servers),
    ...paused(of('messaging'), 'Chat messages and files pause', 'calls go on'),
    ...paused(of('analytics'), 'Reports and call statistics pause', 'calls and chat go on'),
  ];
  return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}

const isPbx = (change: Change) => change.id === 'restart/pbx' || change.id === 'role/pbx';
const isLoadBalancer = (change: Change) => change.id === 'restart/loadbalancer';
const nameOf = (change: Change) => change.server ?? subject(change);
const names = (changes: readonly Change[]) => [...new Set(changes.map(nameOf))];

function cut(changes: readonly Change[]): string[] {
  const sentences: string[] = [];
  if (changes.some(isPbx))
    sentences.push('The PBX itself restarts: all calls are cut, and no calls are possible for some minutes.');
  const others = changes.filter((change) => !isPbx(change));
  if (others.length > 0)
    sentences.push(
      `Calls that are up on ${list([...new Set(others.map((change) => change.server ?? target(change)))])} are cut.`,
    );
  return sentences;
}

function noNewCalls(changes: readonly Change[], servers: readonly KnownServer[]): string[] {
  const sentences: string[] = [];
  const restarted = names(changes.filter((change) => !isLoadBalancer(change) && !isPbx(change)));
  if (restarted.length > 0) {
    const only = onlyOnesOfTheirRole(restarted, servers);
    if (only.length > 0)
      sentences.push(
        `New calls that need ${list([...new Set(only.map(({ role }) => oneOf(role)))], 5, 'or')} are refused for about a minute: ` +
          `there is none beside ${list(only.map(({ name }) => name))}.`,
      );
    const rest = restarted.filter((name) => !only.some((server) => server.name === name));
    if (rest.length > 0) sentences.push(takesNoCalls(rest, servers));
  }
  if (changes.some(isLoadBalancer))
    sentences.push(
      'New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.',
    );
  if (changes.some(isPbx)) sentences.push('New calls are refused for some minutes while the PBX restarts.');
  return sentences;
}

function takesNoCalls(rest: readonly string[], servers: readonly KnownServer[]): string {
  const one = rest.length === 1;
  const elsewhere = rest.every((name) => servers.some((server) => server.name === name))
    ? 'others of the role take them'
    : 'others of the role take them, and where there is none they are refused';
  return `${list(rest)} ${one ? 'takes' : 'in turn take'} no new calls for about a minute, once the calls on ${one ? 'it' : 'them'} have ended; ${elsewhere}.`;
}

function onlyOnesOfTheirRole(restarted: readonly string[], servers: readonly KnownServer[]) {
  const serving = new Map<Role, number>();
  for (const { role, enabled } of servers) if (enabled !== false) serving.set(role, (serving.get(role) ?? 0) + 1);
  return servers.filter(({ name, role }) => restarted.includes(name) && (serving.get(role) ?? 0) < 2);
}

function paused(changes: readonly Change[], what: string, meanwhile: string): string[] {
  if (changes.length === 0) return [];
  return [
    `${what} for about a minute while ${list(names(changes))} ${changes.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`,
  ];
}
