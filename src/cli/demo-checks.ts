import { list } from '../text/list';
import { worked, type RunResult } from '../deploy/result';
import type { Plan } from '../plan/types';
import type { StatusReport } from '../status/report';
import { isUp } from '../render/status-words';

/* Whether a step of the demo came out as it is told. Each gives what is wrong, or undefined. */

/** A deploy that was to do all that the plan says. */
export function shortfall(plan: Pick<Plan, 'changes'>, result: RunResult): string | undefined {
  const { done, failed: failures } = worked(result);
  const [failed] = failures;
  if (failed) return `${failed.change.id} failed: ${failed.message}`;
  const left = plan.changes.filter(({ id }) => !done.some(({ change }) => change.id === id));
  return left.length > 0 ? `planned, but not done: ${list(left.map(({ id }) => id))}` : undefined;
}

/** A plan that something was to keep from being done. */
export function blockedBy(code: string, plan: Pick<Plan, 'warnings'>): string | undefined {
  const blocked = plan.warnings.some((warning) => warning.code === code && warning.severity === 'blocking');
  return blocked ? undefined : `${code} was to keep this plan from being done`;
}

/** A restart in which one server was to stay away, and nobody to be touched after it. */
export function stoppedAt(id: string, plan: Pick<Plan, 'changes'>, result: RunResult): string | undefined {
  const { failed: failures, skipped } = worked(result);
  const failed = failures.map(({ change }) => change.id);
  if (failed.length !== 1 || failed[0] !== id) return `only ${id} was to fail, not: ${list(failed) || 'nothing'}`;
  const at = plan.changes.findIndex((change) => change.id === id);
  const after = plan.changes.slice(at + 1).map((change) => change.id);
  const touched = after.filter((later) => !skipped.some(({ change }) => change.id === later));
  if (touched.length > 0) return `${list(touched)} went on after ${id} had failed`;
  return failures[0]?.message.includes('did not come back')
    ? undefined
    : `${id} failed for another reason: ${failures[0]?.message ?? ''}`;
}

/** A cluster of which everything was to be up, and nothing left to do. */
export function notUp(report: Pick<StatusReport, 'servers' | 'drift'>): string | undefined {
  const down = report.servers.filter((server) => (server.enabled ?? true) !== true || !isUp(server));
  if (down.length > 0) return `not up: ${list(down.map(({ name, state }) => `${name} (${state})`))}`;
  return report.drift > 0 ? `a deploy would still make ${report.drift} changes` : undefined;
}

/** A cluster of which only one server was to be away. */
export function onlyAway(name: string, report: Pick<StatusReport, 'servers'>): string | undefined {
  const away = report.servers.find((server) => server.name === name);
  if (away?.enabled !== false) return `${name} was to be kept from calls`;
  return notUp({ servers: report.servers.filter((server) => server !== away), drift: 0 });
}

export interface Calls {
  placed: number;
  cut: number;
  refused: number;
}

export function callsLine({ placed, cut, refused }: Calls): string {
  return `Calls so far: ${placed}, of which cut: ${cut}, refused: ${refused}.`;
}

export function lostCalls({ cut, refused }: Calls): string | undefined {
  return cut + refused > 0 ? `${cut} calls were cut and ${refused} refused` : undefined;
}

/** Names of servers that were disabled for a while, in that order, from what the PBX was asked. */
export function drainedServers(
  requests: readonly { method: string; path: string; body: unknown }[],
  nameOf: (id: string) => string | undefined,
): string[] {
  const names = requests.flatMap(({ method, path, body }) => {
    const off = typeof body === 'object' && body !== null && 'enabled' in body && body.enabled === false;
    const id = path.split('/').at(-1);
    return (method === 'POST' && off && id !== undefined && nameOf(id)) || [];
  });
  return [...new Set(names)];
}
