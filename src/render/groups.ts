import type { Change, ChangeAction, StageName } from '../stages/types';
import { kind } from './words';
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
  const groups = new Map<string | undefined, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.server);
    if (group) group.push(change);
    else groups.set(change.server, [change]);
  }
  const rank = ({ name, action }: ServerGroup) =>
    action === 'restart' && name !== undefined ? 2 : name === undefined ? 1 : 0;
  return [...groups]
    .map(([name, own]): ServerGroup => {
      const server = name === undefined ? undefined : known.get(name);
      return { ...(name !== undefined && { name }), ...(server && { server }), action: sum(own), changes: own };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** A server that is registered and installed is new, whatever else happens around it. */
function sum(changes: readonly Change[]): ChangeAction {
  const core = changes.filter((change) => kind(change) === 'role' || kind(change) === 'server');
  const actions = new Set((core.length > 0 ? core : changes).map(({ action }) => action));
  if (actions.size === 1) return [...actions][0] ?? 'update';
  for (const action of ['replace', 'delete', 'create'] as const)
    if (actions.has(action) && !(action === 'delete' && actions.has('create'))) return action;
  return 'update';
}

/** What happens to a server as a whole; the main server itself is never added or removed. */
export function overall({ name, action }: ServerGroup): ChangeAction {
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
    if (last?.stage === change.stage) last.changes.push(change);
    else result.push({ stage: change.stage, changes: [change] });
  }
  return result;
}

/** The changes of a step by what is done: "trust a, b; whitelist c". */
export function deeds<T>(step: Step, verb: (change: Change) => string, target: (change: Change) => T): [string, T[]][] {
  const byVerb = new Map<string, T[]>();
  for (const change of step.changes) {
    const name = verb(change);
    byVerb.set(name, [...(byVerb.get(name) ?? []), target(change)]);
  }
  return [...byVerb];
}
