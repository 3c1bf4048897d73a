import { grouped } from '../grouped';
import { stageOf, wordsOf } from '../stages';
import type { Change, ChangeAction, Kind } from '../stages/change';
import type { StageName } from '../stages/stage';
import type { KnownServer } from './words';

/** All that happens to one server; without a name: to the main server. */
export interface ServerGroup {
  name?: string;
  server?: KnownServer;
  /** What it comes to */
  action: ChangeAction;
  changes: Change[];
}

/** By server, in the order in which the plan first touches them; those that are only restarted come last, the main server before them. */
export function groupByServer(changes: readonly Change[], servers: readonly KnownServer[] = []): ServerGroup[] {
  const known = new Map(servers.map((server) => [server.name, server]));
  const groups = grouped(changes, ({ server }) => server);
  const rank = ({ name, action }: ServerGroup) =>
    action === 'restart' && name !== undefined ? 2 : name === undefined ? 1 : 0;
  return [...groups]
    .map(([name, own]): ServerGroup => {
      const server = name === undefined ? undefined : known.get(name);
      return { ...(name !== undefined && { name }), ...(server && { server }), action: sum(own), changes: own };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** What makes a server what it is: its role, and its entry in the portal */
const CORE: ReadonlySet<Kind> = new Set([
  'portal-entry',
  'im-addresses',
  'pbx-image',
  'role',
  'role-removal',
  'portal-entry-removal',
  'im-addresses-removal',
]);

/** A server that is registered and installed is new, whatever else happens around it. */
function sum(changes: readonly Change[]): ChangeAction {
  const core = changes.filter(({ kind }) => CORE.has(kind));
  const actions = new Set((core.length > 0 ? core : changes).map(({ action }) => action));
  if (actions.size === 1) return [...actions][0] ?? 'update';
  for (const action of ['replace', 'delete', 'create'] as const)
    if (actions.has(action) && !(action === 'delete' && actions.has('create'))) return action;
  return 'update';
}

/** What happens to a server as a whole; the main server itself is never added or removed. */
export function overall({ name, action, changes }: ServerGroup): ChangeAction {
  if (changes.every(({ kind }) => kind === 'backup')) return action;
  return name === undefined && action !== 'restart' ? 'update' : action;
}

/** Consecutive changes of one stage that do the same. */
export interface Step {
  stage: StageName;
  changes: Change[];
}

export function steps(changes: readonly Change[]): Step[] {
  const result: Step[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const stage = stageOf(change);
    if (last?.stage === stage) last.changes.push(change);
    else result.push({ stage, changes: [change] });
  }
  return result;
}

/** The changes of a step by what is done: "trust a, b; whitelist c". */
export function deeds<T>(
  step: Step,
  target: (change: Change) => T,
): { deed: readonly [verb: string, particle?: string]; whom: T[] }[] {
  const byDeed = new Map<string, { deed: readonly [verb: string, particle?: string]; whom: T[] }>();
  for (const change of step.changes) {
    const deed = wordsOf(change).deed(change);
    const key = deed.join(' ');
    const same = byDeed.get(key);
    if (same) same.whom.push(target(change));
    else byDeed.set(key, { deed, whom: [target(change)] });
  }
  return [...byDeed.values()];
}
