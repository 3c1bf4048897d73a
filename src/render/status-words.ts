import { ROLES } from '../cluster/roles';
import { findingItem, type DriftItem } from '../drift/drift';
import { formatAge } from '../text/duration';
import { list, plural } from '../text/list';
import type { BackupState, ServerState, StatusReport } from '../status/report';

/*
 * What the terminal and the page say of a status in the same words.
 */

const UP: readonly ServerState['state'][] = ['online', 'running'];

export function isUp({ state }: Pick<ServerState, 'state'>): boolean {
  return UP.includes(state);
}

/** What differs on it, or in the portal, is not known. */
export function isUnseen({ problem, portalProblem }: ServerState): boolean {
  return problem !== undefined || portalProblem !== undefined;
}

/** "1 host unseen and 2 servers of which the PBX tells nothing"; undefined: all was seen, or nothing of the portal was */
export function unseen({ pbx, servers }: Pick<StatusReport, 'pbx' | 'servers'>): string | undefined {
  const hosts = servers.filter(({ problem }) => problem !== undefined).length;
  const untold = servers.filter(({ problem, portalProblem }) => problem === undefined && portalProblem !== undefined);
  const parts = [
    ...(hosts > 0 ? [`${plural(hosts, 'host')} unseen`] : []),
    ...(untold.length > 0 && pbx.apiProblem === undefined
      ? [`${plural(untold.length, 'server')} of which the PBX tells nothing`]
      : []),
  ];
  return parts.length > 0 ? list(parts) : undefined;
}

/** What differs from the cluster file, but for what the findings that people are shown say of it already */
export function differing({ differences, findings }: Pick<StatusReport, 'differences' | 'findings'>): DriftItem[] {
  const told = new Set(findings.filter(({ severity }) => severity !== 'note').map((finding) => findingItem(finding)));
  return differences.filter(({ id, kind }) => kind === 'change' || (kind === 'finding' && !told.has(id)));
}

/** Something differs that no deploy ends */
export function isLeft({ differences }: Pick<StatusReport, 'differences'>): boolean {
  return differences.some(({ kind }) => kind === 'finding');
}

/** "2 changes", "see below", "unknown", "none" */
export function driftWord(server: ServerState): string {
  const { drift, forPeople } = server;
  if (drift.length > 0) return plural(drift.length, 'change');
  return forPeople > 0 ? 'see below' : isUnseen(server) ? 'unknown' : 'none';
}

/** Of hosts and the main server */
export function atWork({ atWork: onMain, servers }: Pick<StatusReport, 'atWork' | 'servers'>): string[] {
  const told = (name: string, title: string | undefined) => (title === undefined ? [] : [`${name} (${title})`]);
  return [...told('the main server', onMain), ...servers.flatMap(({ name, atWork: title }) => told(name, title))];
}

/** "12 calls now, 3 in meetings" */
export function upNow({ calls, participants }: Pick<StatusReport, 'calls' | 'participants'>): string {
  if (calls === 'unknown' && participants === 'unknown') return 'how many calls there are is not known';
  const inMeetings = participants === 'unknown' ? ', an unknown number' : participants > 0 ? `, ${participants}` : '';
  return `${calls === 'unknown' ? 'an unknown number of calls' : plural(calls, 'call')} now${inMeetings && `${inMeetings} in meetings`}`;
}

export function onlineWord(online: boolean | 'unknown'): string {
  return online === 'unknown' ? 'whether it is online is not known' : online ? 'online' : 'offline';
}

/** "5 h old", "none" */
export function backupAge({ ageSeconds, unknown }: BackupState): string {
  if (unknown !== undefined) return 'not known';
  return ageSeconds === undefined ? 'none' : `${formatAge(ageSeconds * 1000)} old`;
}

/** "The built-in media server takes calls" */
export function builtInLine({ builtIn = [] }: Pick<StatusReport, 'builtIn'>): string | undefined {
  const labels = builtIn.map((role) => ROLES[role].label);
  if (labels.length === 0) return undefined;
  return labels.length === 1
    ? `The built-in ${labels.join('')} takes calls`
    : `Built-in servers that take calls: ${list(labels)}`;
}
