import { createColors } from 'picocolors';
import { healthSentence, healthWord } from './health';
import type { TerminalOptions } from './terminal';
import { fitting, tableLines, type Column, type Colors } from './columns';
import { isWell, rowOf, versionsOf, type ClusterSight, type FleetRow, type Unseen } from '../status/fleet';
import { list, plural } from '../text/list';
import { quote } from '../text/one-line';
import { printable } from '../text/printable';

/*
 * Many clusters beside each other: words for terminal, page and issue, and the table for a terminal.
 */

const NOT_SEEN: Readonly<Record<Exclude<Unseen['why'], 'failed'>, string>> = {
  missing: 'its job failed or never ran; is its runner there?',
  unreadable: 'what its job left is no status',
  other: 'its job left the status of another cluster',
  old: 'the status is from an earlier attempt',
};

/** Why nothing is known of it; of text from outside */
export function unseenWords(sight: Unseen): string {
  return sight.why === 'failed' ? quote(sight.problem) : NOT_SEEN[sight.why];
}

/** Sentences, the worst first; none of a healthy cluster. Of text from outside. */
export function reasonsOf(sight: ClusterSight): string[] {
  return sight.known ? sight.status.health.reasons.map(healthSentence) : [`Not seen: ${unseenWords(sight)}`];
}

/** "3 changes, 1 blocked, 2 for people", "none", "unknown" */
export function driftWords({ changes, blocked, forPeople }: FleetRow): string {
  if (changes === 'unknown') return 'unknown';
  const parts = [
    ...(changes > 0 ? [plural(changes, 'change')] : []),
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
    ...(forPeople > 0 ? [`${forPeople} for people`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'none';
}

/** "6 of 7" */
export const upWords = ({ up, servers }: FleetRow): string => (up === 'unknown' ? 'unknown' : `${up} of ${servers}`);

const MOST_VERSIONS = 3;

/** "22.4.1, 22.6.0"; of text from outside */
export function serverVersionsWords({ serverVersions, up }: FleetRow): string {
  if (serverVersions.length === 0) return up === 'unknown' ? 'unknown' : '-';
  const more = serverVersions.length - MOST_VERSIONS;
  return [...serverVersions.slice(0, MOST_VERSIONS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

export const pbxVersionWord = ({ pbxVersion }: FleetRow): string => pbxVersion ?? 'unknown';

/** "3 clusters: 1 unhealthy, 1 unknown, 1 healthy" */
export function fleetHeadline(sights: readonly ClusterSight[]): string {
  const count = (healthy: FleetRow['healthy']) => sights.filter((sight) => rowOf(sight).healthy === healthy).length;
  const parts = ([false, 'unknown', true] as const).flatMap((healthy) =>
    count(healthy) > 0 ? [`${count(healthy)} ${healthWord(healthy)}`] : [],
  );
  return `${plural(sights.length, 'cluster')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** "PBX versions: 22.6.3 (2 clusters), unknown (1 cluster)"; of text from outside */
export function versionsLine(sights: readonly ClusterSight[]): string {
  const all = versionsOf(sights).map(
    ({ version, clusters }) => `${version ?? 'unknown'} (${plural(clusters, 'cluster')})`,
  );
  return `PBX versions: ${list(all, 8)}`;
}

type Shown = { sight: ClusterSight; row: FleetRow };

const tone = (c: Colors, healthy: FleetRow['healthy']) =>
  healthy === true ? c.green : healthy === false ? c.red : c.yellow;

const COLUMNS: readonly Column<Shown>[] = [
  { title: 'CLUSTER', cell: ({ sight }) => sight.name },
  {
    title: 'HEALTH',
    cell: ({ row }) => healthWord(row.healthy),
    paint: (c, { row }) => tone(c, row.healthy),
  },
  { title: 'PBX', cell: ({ row }) => pbxVersionWord(row) },
  { title: 'SERVERS', cell: ({ row }) => serverVersionsWords(row) },
  { title: 'UP', cell: ({ row }) => upWords(row) },
  { title: 'CALLS', cell: ({ row }) => String(row.calls) },
  {
    title: 'DRIFT',
    cell: ({ row }) => driftWords(row),
    paint: (c, { row }) => (driftWords(row) === 'none' ? c.dim : c.yellow),
  },
];
const DISPENSABLE = ['CALLS', 'UP', 'SERVERS'];

/** Of one cluster; all are in the JSON and on the page. */
const MOST_REASONS = 3;

/** A line for each cluster, the worst first, and why each that is not healthy is not. `sights` are in order. */
export function renderFleetStatus(sights: readonly ClusterSight[], options: TerminalOptions): string {
  const c = createColors(options.color);
  const rows = sights.map((sight) => ({ sight, row: rowOf(sight) }));
  const columns = fitting(COLUMNS, rows, options.width ?? Infinity, DISPENSABLE);
  const table = columns ? tableLines(columns, rows, c) : rows.flatMap((row) => block(row, c));
  const told = sights.flatMap((sight) => {
    const all = reasonsOf(sight);
    const more = all.length - MOST_REASONS;
    return [
      ...all.slice(0, MOST_REASONS).map((text) => `${c.bold(printable(sight.name))}: ${printable(text)}`),
      ...(more > 0 ? [`${c.bold(printable(sight.name))}: … and ${more} more`] : []),
    ];
  });
  const well = sights.filter(isWell).length;
  return [
    ...table,
    ...(told.length > 0 ? ['', ...told] : []),
    '',
    printable(versionsLine(sights)),
    `${fleetHeadline(sights)}; ${well} of them as ${well === 1 ? 'its file says' : 'their files say'}.`,
    '',
  ].join('\n');
}

/** For a screen without room for columns */
function block({ sight, row }: Shown, c: Colors): string[] {
  const drift = driftWords(row);
  return [
    `${c.bold(printable(sight.name))}  ${tone(c, row.healthy)(healthWord(row.healthy))}`,
    `  ${[
      `PBX ${printable(pbxVersionWord(row))}`,
      ...(row.up === 'unknown' ? [] : [`${upWords(row)} up`]),
      drift === 'none' ? 'no drift' : drift === 'unknown' ? 'drift unknown' : drift,
    ].join(', ')}`,
  ];
}
