import type { ServerState, StatusReport } from './report';

/** Whether a cluster serves calls as it should. `unknown`: something that would have to be known for it was not seen. */
export interface Health {
  healthy: boolean | 'unknown';
  /** What keeps it from being healthy: first what is certain, then what is not known; none if it is */
  reasons: HealthReason[];
}

/** `detail`: what a host, the PBX or the record says of it, for people */
export type HealthReason =
  /** The PBX's API does not answer, or not as it should */
  | { is: 'bad'; why: 'pbx'; detail: string }
  /** The PBX does not see it, or its container does not run */
  | { is: 'bad'; why: 'server'; server: string; state: ServerState['state'] }
  /** The PBX sees it, while its own host says that its container does not run */
  | { is: 'bad'; why: 'container'; server: string }
  /** It is to take calls, and gets none */
  | { is: 'bad'; why: 'out-of-calls'; server: string }
  /** The last run failed or was cut short, and what it left undone is there to be done */
  | { is: 'bad'; why: 'failed-run' | 'interrupted-run'; ended: string; url?: string }
  /** A script was to recreate it, and nobody has seen that it did */
  | { is: 'bad'; why: 'unfinished'; server: string }
  | { is: 'unknown'; why: 'pbx' | 'main' | 'record'; detail: string }
  | { is: 'unknown'; why: 'server'; server: string; detail: string };

/**
 * Pure. Every server of the report is seen by the PBX and its container runs, none is kept from calls, no run was left half done, and
 * the PBX answers. What else differs from the cluster file, a restart that is owed and a window that is closed keep nobody from calling,
 * and neither does a run that is at work.
 */
export function healthOf(report: StatusReport): Health {
  const reasons = [
    ...ofPbx(report),
    ...report.servers.flatMap((server) => ofServer(server, report)),
    ...outOfCalls(report).map((server): HealthReason => ({ is: 'bad', why: 'out-of-calls', server })),
    ...ofRuns(report),
  ];
  const bad = reasons.filter(({ is }) => is === 'bad');
  const unknown = reasons.filter(({ is }) => is === 'unknown');
  return {
    healthy: bad.length > 0 ? false : unknown.length > 0 ? 'unknown' : true,
    reasons: [...bad, ...unknown],
  };
}

function ofPbx({ pbx, recordProblem }: StatusReport): HealthReason[] {
  const { apiProblem, apiRefused, reachable, problem = '' } = pbx;
  return [
    ...(apiProblem === undefined
      ? []
      : [{ is: apiRefused ? ('unknown' as const) : ('bad' as const), why: 'pbx' as const, detail: apiProblem }]),
    ...(reachable ? [] : [{ is: 'unknown' as const, why: 'main' as const, detail: problem }]),
    ...(recordProblem === undefined ? [] : [{ is: 'unknown' as const, why: 'record' as const, detail: recordProblem }]),
  ];
}

/** States in which a server is as it should be, as far as somebody has seen it */
const UP: readonly ServerState['state'][] = ['online', 'running'];
/** States that say nothing of it */
const UNSEEN: readonly ServerState['state'][] = ['unreachable', 'unknown'];

function ofServer(
  { name, state, running, inPbx, problem, portalProblem }: ServerState,
  { pbx }: StatusReport,
): HealthReason[] {
  const unseen = (detail: string): HealthReason[] => [{ is: 'unknown', why: 'server', server: name, detail }];
  if (running === false && UP.includes(state)) return [{ is: 'bad', why: 'container', server: name }];
  if (!UP.includes(state) && !UNSEEN.includes(state)) return [{ is: 'bad', why: 'server', server: name, state }];
  // What is not known of the host comes first: it says why.
  if (problem !== undefined) return unseen(problem);
  // Said once, of the PBX.
  if (pbx.apiProblem !== undefined) return [];
  if (portalProblem !== undefined) return unseen(portalProblem);
  if (inPbx === 'unknown') return unseen('the PBX does not tell whether it is online');
  return running === undefined || UNSEEN.includes(state) ? unseen('whether its container runs was not read') : [];
}

/** Those that a run took out, and those that somebody else did */
function outOfCalls({ outOfCalls: byRuns, servers }: StatusReport): string[] {
  const inPortal = servers.filter((server) => server.outOfCalls).map(({ name }) => name);
  return [...new Set([...byRuns, ...inPortal])];
}

function ofRuns(report: StatusReport): HealthReason[] {
  const { lastRun, unfinished = [], drift, blocked, changedSettings } = report;
  const ends = unfinished.map((server): HealthReason => ({ is: 'bad', why: 'unfinished', server }));
  // Made good since, by hand or by another file: a deploy that finds nothing to do writes nothing down.
  const isLeft = drift + blocked + changedSettings.length > 0;
  if (!lastRun || !isLeft || (lastRun.failed === 0 && !lastRun.interrupted)) return ends;
  const { ended, url } = lastRun;
  const why = lastRun.interrupted ? ('interrupted-run' as const) : ('failed-run' as const);
  return [{ is: 'bad', why, ended, ...(url !== undefined && { url }) }, ...ends];
}
