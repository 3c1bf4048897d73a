import { driftIn, rowOf, type ClusterSight } from '../status/fleet';
import { list, plural } from '../text/list';
import { code, escapeMarkdown } from '../text/markdown';
import { quote } from '../text/one-line';
import { fleetHeadline, pbxVersionWord, reasonsOf, serverVersionsWords, versionsLine } from './fleet-status';
import { healthWord } from './health';

export interface FleetIssuePage {
  /** Of all, the worst first */
  sights: readonly ClusterSight[];
  /** Names of those that the issue is about */
  about: ReadonlySet<string>;
  /** Where the runs that look are listed: the same for every run */
  runsUrl?: string;
  /** Bytes */
  limit: number;
}

/** How much a row says; the more clusters there are, the less */
interface Detail {
  reasons: number;
  versions: boolean;
}
const DETAILS: readonly Detail[] = [
  { reasons: 3, versions: true },
  { reasons: 1, versions: true },
  { reasons: 0, versions: true },
  { reasons: 0, versions: false },
];
const MOST_NAMES = 200;

/** The issue's text: nothing in it differs from look to look while the clusters are the same. What does not fit is said. */
export function fleetIssueBody({ sights, about, runsUrl, limit }: FleetIssuePage): string {
  const told = sights.filter(({ name }) => about.has(name));
  const rest = sights.filter(({ name }) => !about.has(name));
  const runs = runsUrl ? `[Looked at](${encodeURI(runsUrl)}) on a schedule` : 'Looked at on a schedule';
  const head = [
    told.length === 0
      ? 'All clusters are healthy, and as their files say.'
      : `**${fleetHeadline(sights)}.** ${plural(told.length, 'cluster')} to look at:`,
  ];
  const foot = [
    `${escapeMarkdown(versionsLine(sights))}.`,
    ...(rest.length > 0 && told.length > 0 ? [`**Nothing to do:** ${names(rest)}.`] : []),
    ...(told.length === 0 ? [] : [NEXT_STEPS]),
    `<sub>${runs}, where each run has a page of all clusters · kept up to date here, so that edits are lost; closes by itself when all are well</sub>`,
  ];
  const whole = (detail: Detail, count: number): string => {
    const more = told.length - count;
    const table =
      told.length === 0
        ? []
        : [
            [...TITLES, ...told.slice(0, count).map((sight) => row(sight, detail))].join('\n'),
            ...(more > 0 ? [`… and ${plural(more, 'more cluster')}: see the run's page.`] : []),
          ];
    return `${[...head, ...table, ...foot].join('\n\n')}\n`;
  };
  for (const detail of DETAILS) {
    const text = whole(detail, told.length);
    if (bytes(text) <= limit) return text;
  }
  const least = { reasons: 0, versions: false };
  let [fits, above] = [0, told.length];
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    if (bytes(whole(least, middle)) <= limit) fits = middle;
    else above = middle;
  }
  return whole(least, fits);
}

const bytes = (text: string): number => Buffer.byteLength(text);

const TITLES = [
  '| Cluster | Health | PBX | Servers run | Differs from its file | What is the matter |',
  '| --- | --- | --- | --- | --- | --- |',
];

const NEXT_STEPS = [
  '- What a deploy ends: run the deploy workflow, or `portsip-cluster deploy -f FILE`; to keep what is live, change the cluster file until its plan is empty.',
  '- A cluster that is unknown was seen by nobody: is its runner there, do its secrets still open?',
  '- To leave all as it is: close this issue. It stays closed until something else is the matter.',
].join('\n');

function row(sight: ClusterSight, detail: Detail): string {
  const seen = rowOf(sight);
  const differences = driftIn(sight).map(
    ({ server, what, kind }) => `${server === undefined || kind === 'unmanaged' ? '' : `${server}: `}${what}`,
  );
  const reasons = [...reasonsOf(sight), ...differences].map((text) => escapeMarkdown(quote(text, 160)));
  const more = reasons.length - detail.reasons;
  const why = [
    ...reasons.slice(0, detail.reasons),
    ...(more > 0 ? [detail.reasons > 0 ? `… and ${more} more` : plural(more, 'thing')] : []),
  ];
  const cells = [
    code(sight.name),
    seen.healthy === true ? healthWord(true) : `**${healthWord(seen.healthy)}**`,
    detail.versions ? version(pbxVersionWord(seen)) : '',
    detail.versions ? version(serverVersionsWords(seen)) : '',
    differs(sight),
    why.join('<br>'),
  ];
  return `| ${cells.join(' | ')} |`;
}

const version = (text: string): string => escapeMarkdown(quote(text, 60));

/** "3 changes, 1 for people", "none", "unknown" */
function differs(sight: ClusterSight): string {
  const items = driftIn(sight);
  const changes = items.filter(({ kind }) => kind === 'change').length;
  const others = items.length - changes;
  const parts = [...(changes > 0 ? [plural(changes, 'change')] : []), ...(others > 0 ? [`${others} for people`] : [])];
  // What was seen is told; that there is no more is known only where all of it was.
  if (rowOf(sight).changes === 'unknown') parts.push('unknown');
  return parts.length > 0 ? parts.join(', ') : 'none';
}

const names = (sights: readonly ClusterSight[]): string =>
  list(
    sights.map(({ name }) => code(name)),
    MOST_NAMES,
  );

/** Said when it is about other clusters than before, or about something else of one */
export function fleetIssueComment(
  { came, went }: { came: readonly ClusterSight[]; went: readonly string[] },
  { returned, runUrl, limit }: { returned: boolean; runUrl: string; limit: number },
): string {
  const foot = `<sub>[Run](${encodeURI(runUrl)})</sub>`;
  const line = (sight: ClusterSight) => {
    const [first] = reasonsOf(sight);
    const state = [healthWord(rowOf(sight).healthy), `differs: ${differs(sight)}`].join(', ');
    return `- ${code(sight.name)}: ${state}${first === undefined ? '' : `. ${escapeMarkdown(quote(first, 160))}`}`;
  };
  const text = (count: number) =>
    [
      returned ? '**Clusters need somebody again.**' : '**Something changed.**',
      ...(came.length > 0
        ? [
            [
              'New or different:\n',
              ...came.slice(0, count).map(line),
              ...(came.length > count ? [`- … and ${came.length - count} more: see above`] : []),
            ].join('\n'),
          ]
        : []),
      ...(went.length > 0 ? [`Well again: ${list(went.map(code), count)}.`] : []),
      foot,
    ].join('\n\n');
  return [100, 30, 5].map(text).find((one) => bytes(one) <= limit) ?? foot;
}

export function allWellComment(runUrl: string): string {
  return `**All clusters are healthy, and as their files say.**\n\n<sub>[Run](${encodeURI(runUrl)})</sub>\n`;
}

export interface FleetStatusPage {
  sights: readonly ClusterSight[];
  /** The run's page */
  runUrl: string;
}

/** All clusters for a job's summary, each with a link to its job */
export function fleetStatusMarkdown({ sights, runUrl }: FleetStatusPage): string {
  const link = ({ name, job }: ClusterSight) =>
    `[${code(name)}](${encodeURI(job === undefined ? runUrl : `${runUrl}/job/${job}`)})`;
  const rows = sights.map((sight) =>
    row(sight, { reasons: 3, versions: true }).replace(code(sight.name), () => link(sight)),
  );
  return [
    `### ${fleetHeadline(sights)}`,
    ...(rows.length > 0 ? [[...TITLES, ...rows].join('\n')] : []),
    `${escapeMarkdown(versionsLine(sights))}.`,
  ].join('\n\n');
}
