import { IMPACTS, type Impact } from '../cluster/roles';
import { isBlocking, type Finding } from '../finding';
import { sorted } from '../plan/held';
import { ofKind, type Change, type ChangeAction } from '../stages/change';
import type { Plan } from '../plan/types';
import { list, plural } from '../text/list';
import { settingsCount } from './settings';
import { ACTIONS, legendOf, targetOf } from './words';

export type Counts = Record<ChangeAction, number>;

export function countActions(changes: readonly Pick<Change, 'action'>[]): Counts {
  const counts: Counts = { create: 0, update: 0, replace: 0, delete: 0, restart: 0 };
  for (const { action } of changes) counts[action]++;
  return counts;
}

/** "6 changes (3 to add, 1 to change in place, 2 to restart)": of changes, not of servers, and says so */
export function countsLine(changes: readonly Pick<Change, 'action' | 'kind'>[]): string {
  const counts = new Map<string, number>();
  for (const action of ACTIONS)
    for (const change of changes.filter((one) => one.action === action))
      counts.set(legendOf(change), (counts.get(legendOf(change)) ?? 0) + 1);
  const parts = [...counts].map(([word, count]) => `${count} to ${word}`);
  return `${plural(changes.length, 'change')}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

/** The last line of a plan: "Plan: 6 changes (3 to add, …)." or that there is nothing to do. */
export function summaryLine(
  plan: Pick<Plan, 'changes' | 'live' | 'warnings'> & Partial<Pick<Plan, 'changedSettings'>>,
  clusterFile = 'cluster.yaml',
): string {
  const { changedSettings: settings = [] } = plan;
  const also = settings.length > 0 ? `; ${settingsCount(settings)}` : '';
  const { doable, held } = sorted(plan);
  if (held.length > 0)
    return doable.length > 0
      ? `Plan: ${countsLine(doable)}${also}. ${waiting(held.length, 'more ')}.`
      : `Plan: nothing that could be done now${also}. ${waiting(held.length)}.`;
  if (doable.length > 0) return `Plan: ${countsLine(doable)}${also}.`;
  if (settings.length > 0) return `Plan: ${settingsCount(settings)}; nothing has to be done on any server for it.`;
  if (plan.warnings.some(isBlocking)) return 'No changes that could be made: see what is blocked.';
  return plan.live
    ? `No changes. The cluster matches ${clusterFile}.`
    : 'No changes. Both cluster files ask for the same cluster.';
}

/** "2 more changes wait for what is blocked" */
export function waiting(count: number, more: '' | 'more ' = ''): string {
  return `${count} ${more}${count === 1 ? 'change waits' : 'changes wait'} for what is blocked`;
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
  'active-calls': 'calls can be cut',
};

/** What callers will notice, a sentence for each kind of impact, the worst first; at least one. */
export function impactSentences(plan: Pick<Plan, 'changes' | 'warnings'>): string[] {
  const { warnings } = plan;
  // Nobody notices what is not done.
  const { doable } = sorted(plan);
  const changes = doable.filter(({ kind }) => kind !== 'backup');
  const of = (impact: Impact) => changes.filter((change) => change.impact === impact);
  const sentences = [
    ...copied(doable),
    ...cut(of('active-calls')),
    ...away(changes, warnings),
    ...noNewCalls(of('new-calls'), warnings),
    ...lowered(changes),
    ...paused(of('messaging'), 'Chat messages and files', 'calls go on'),
    ...paused(of('analytics'), 'Reports and call statistics', 'calls and chat go on'),
  ];
  return sentences.length > 0 ? sentences : ['Callers notice nothing.'];
}

/** Services that are stopped for as long as what they keep takes to be copied */
function copied(changes: readonly Change[]): string[] {
  const stopped = ofKind(changes, 'backup').filter(({ impact }) => impact !== 'none');
  return stopped.map((change) =>
    change.impact === 'active-calls'
      ? `${change.of.role === undefined ? 'The PBX' : change.of.name} is stopped while its data is copied: all calls ${change.of.role === undefined ? '' : 'through it '}are cut, and none can be made until it runs again.`
      : `${change.of.name} is stopped while its data is copied: ${change.impact === 'messaging' ? 'chat messages and files' : 'reports and call statistics'} pause until it runs again; calls go on.`,
  );
}

const isPbx = ({ kind }: Change) => kind === 'pbx-restart' || kind === 'pbx-image';
const isLoadBalancer = ({ kind }: Change) => kind === 'load-balancer-restart';
const isToken = ({ kind }: Change) => kind === 'token';
const isSbcSettings = ({ kind }: Change) => kind === 'sbc-settings';
const names = (changes: readonly Change[]) => [...new Set(changes.map((change) => change.server ?? targetOf(change)))];

function cut(changes: readonly Change[]): string[] {
  const sentences: string[] = [];
  if (changes.some(isPbx))
    sentences.push('The PBX itself restarts: all calls are cut, and none can be made for some minutes.');
  if (changes.some(isToken))
    sentences.push(
      'Nobody gets in or out by a session border controller from the new token on until a person has typed it into the portal of each.',
    );
  const others = changes.filter((change) => !isPbx(change) && !isToken(change));
  const servers = names(others);
  if (servers.length > 0)
    sentences.push(
      `Calls that are up on ${list(servers)} get about five minutes to end; those that last longer are cut.`,
    );
  return sentences;
}

/** Servers that are the only ones of their role: somebody stands in, or nobody does. */
function away(changes: readonly Change[], findings: readonly Finding[]): string[] {
  const touched = new Set(changes.map(({ server }) => server));
  const of = (code: string) =>
    findings.flatMap((finding) => (finding.code === code && touched.has(finding.server) ? (finding.server ?? []) : []));
  const alone = of(ALONE);
  const replaced = of(STAND_IN);
  const sentences: string[] = [];
  if (alone.length > 0)
    sentences.push(
      `New calls that need ${list(alone)} are refused while the last calls there end, and for about a minute after that: there is no other of the role, and none built in.`,
    );
  const goes = removed(changes);
  const [back, gone] = [replaced.filter((name) => !goes.has(name)), replaced.filter((name) => goes.has(name))];
  const builtIn = (of: readonly string[]) => `The PBX's built-in ${of.length === 1 ? 'server takes' : 'servers take'}`;
  if (back.length > 0)
    sentences.push(
      `${builtIn(back)} new calls while the last calls on ${list(back)} end, and for about a minute after that.`,
    );
  if (gone.length > 0)
    sentences.push(
      `${builtIn(gone)} new calls from then on: ${list(gone)} ${gone.length === 1 ? 'goes' : 'go'} once the last calls there have ended.`,
    );
  return sentences;
}

/** Servers that go for good */
function removed(changes: readonly Change[]): ReadonlySet<string | undefined> {
  return new Set(changes.flatMap((change) => (change.kind === 'role-removal' ? [change.server] : [])));
}

/** The codes of the findings about servers that are the only ones of their role, which the sentences tell */
export const STAND_IN = 'last-of-role';
const ALONE = 'last-of-role-without-stand-in';

function noNewCalls(changes: readonly Change[], findings: readonly Finding[]): string[] {
  const alone = new Set(findings.filter(({ code }) => code === STAND_IN || code === ALONE).map(({ server }) => server));
  const sentences: string[] = [];
  const ofAll = (change: Change) => isLoadBalancer(change) || isSbcSettings(change);
  const goes = removed(changes);
  const all = names(changes.filter((change) => !ofAll(change) && !alone.has(change.server)));
  const [back, gone] = [all.filter((name) => !goes.has(name)), all.filter((name) => goes.has(name))];
  if (back.length > 0)
    sentences.push(
      back.length === 1
        ? `${list(back)} takes no new calls while those on it end, and for about a minute after that; others of the role take them.`
        : `${list(back)} in turn take no new calls while those on them end, and for about a minute after that; others of the role take them.`,
    );
  if (gone.length > 0)
    sentences.push(
      gone.length === 1
        ? `${list(gone)} takes no new calls any more, and goes once those on it have ended; others of the role take them.`
        : `${list(gone)} take no new calls any more, and go once those on them have ended; others of the role take them.`,
    );
  if (changes.some(isSbcSettings))
    sentences.push(
      'New calls and web pages go by what the PBX then knows of session border controllers; where that does not fit them, they fail.',
    );
  if (changes.some(isLoadBalancer))
    sentences.push(
      'New calls can fail for some seconds while the resource load balancer restarts; calls that are up go on.',
    );
  return sentences;
}

/** Limits that the portal keeps of a server and that become less than they are. */
function lowered(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'portal-entry' || change.action !== 'update') return [];
    const less = change.differences.filter(({ before, after }) => Number(after) < Number(before));
    if (less.length === 0) return [];
    const what = less.map(({ name, before, after }) => `${name} ${before} -> ${after}`);
    return [`${change.server} takes less at once than before (${list(what)}): what is more than that is refused.`];
  });
}

function paused(changes: readonly Change[], what: string, meanwhile: string): string[] {
  const isGone = ({ action }: Change) => action === 'delete';
  const [back, gone] = [names(changes.filter((change) => !isGone(change))), names(changes.filter(isGone))];
  const sentences: string[] = [];
  if (back.length > 0)
    sentences.push(
      `${what} pause for about a minute while ${list(back)} ${back.length === 1 ? 'starts' : 'start'} again; ${meanwhile}.`,
    );
  if (gone.length > 0)
    sentences.push(
      `${what} stop when ${list(gone)} ${gone.length === 1 ? 'is' : 'are'} removed, until there is another server for them; ${meanwhile}.`,
    );
  return sentences;
}
