import type { Cluster } from '../cluster/types';
import { formatWindow } from '../cluster/window';
import type { Drift, DriftItem } from '../drift/drift';
import { IMPACT_LABELS } from './counts';
import { code, escapeMarkdown } from '../text/markdown';
import { Budget } from './budget';
import { list, plural } from '../text/list';

export interface DriftPage {
  /** As the user calls it */
  clusterFile: string;
  cluster: Pick<Cluster, 'name' | 'restart'>;
  /** Where the runs that look for drift are listed: the same for every run */
  runsUrl?: string;
  /** The run that says this */
  runUrl: string;
  /** Bytes */
  limit: number;
}

/** The text: nothing in it differs from look to look while the drift is the same. */
export function driftBody(items: readonly DriftItem[], drift: Omit<Drift, 'items'>, page: DriftPage): string {
  const { clusterFile, cluster, limit } = page;
  const text = new Budget(limit, '… cut here; the whole of it is in the summary of the run.');
  const foot = footer(page);
  text.reserve(foot);
  if (items.length === 0) {
    text.add(`${code(cluster.name)} is as ${code(clusterFile)} says.`);
    return text.text(foot);
  }
  const ours = items.filter(({ kind }) => kind !== 'unmanaged');
  const others = items.filter(({ kind }) => kind === 'unmanaged');
  text.add(
    `The live cluster ${code(cluster.name)} is not what ${code(clusterFile)} says: ${sum(ours.length, others.length)}.`,
  );
  const rows = ours.map((item) => {
    const { server, what, deed, impact } = item;
    return [
      server === undefined ? 'main server and PBX' : code(server),
      `${escapeMarkdown(what)}${isUnseen(item, drift) ? ' *(as last seen)*' : ''}`,
      deed === undefined ? '–' : escapeMarkdown(deed),
      IMPACT_LABELS[impact],
    ];
  });
  if (rows.length > 0) text.addTable(['Server', 'What differs', 'A deploy would', 'Callers would notice'], rows);
  text.addAll(
    others.map(({ what }) => `- ${escapeMarkdown(what)}`),
    '\n',
    '**Not in the cluster file**\n\n',
  );
  if (drift.unseen.length > 0)
    text.add(
      `> [!WARNING]\n> ${list(drift.unseen.map(code), 10)} could not be looked at: the host does not answer. What was seen there before is kept in this list.`,
    );
  if (drift.firewallUnseen)
    text.add(
      '> [!WARNING]\n> Not every firewall of the PBX could be read. What differed there before is kept in this list.',
    );
  text.addAll(
    drift.notes.map((note) => `- ${escapeMarkdown(note)}`),
    '\n',
    '**Notes**\n\n',
  );
  text.add(nextSteps(ours, others, page));
  return text.text(foot);
}

const isUnseen = ({ server, sight }: DriftItem, { unseen }: Omit<Drift, 'items'>): boolean =>
  sight?.on === 'host' && server !== undefined && unseen.includes(server);

function sum(ours: number, others: number): string {
  return list([
    ...(ours > 0 ? [plural(ours, 'difference')] : []),
    ...(others > 0 ? [`${plural(others, 'server')} that it does not have`] : []),
  ]);
}

function nextSteps(
  ours: readonly DriftItem[],
  others: readonly DriftItem[],
  { clusterFile, cluster }: DriftPage,
): string {
  const file = code(clusterFile);
  const { window } = cluster.restart;
  const waits =
    window && ours.some(({ impact }) => impact !== 'none')
      ? ` What callers notice waits for the maintenance window (${escapeMarkdown(formatWindow(window))}).`
      : '';
  return [
    '**What to do**',
    '',
    ...(ours.some(({ deed }) => deed !== undefined)
      ? [
          `- To go back to what the file says: run the deploy workflow, or \`portsip-cluster deploy\`.${waits}`,
          `- To keep what is live: change ${file} in a pull request until its plan is empty.`,
        ]
      : []),
    ...(others.length > 0
      ? [`- To have a server that is not in ${file} managed: add it there by the same name; it is not touched before.`]
      : []),
    '- To leave it as it is: close this issue. It stays closed until something else differs.',
  ].join('\n');
}

function footer({ runsUrl }: DriftPage): string {
  const runs = runsUrl ? `[Looked for](${encodeURI(runsUrl)}) on a schedule` : 'Looked for on a schedule';
  return `<sub>${runs} · kept up to date here, so that edits are lost; closes by itself when the drift is gone</sub>`;
}

/** Said when the set of drift is another one than before. */
export function driftComment(
  { came, went }: { came: readonly DriftItem[]; went: readonly DriftItem[] },
  { returned }: { returned: boolean },
  { limit, runUrl }: DriftPage,
): string {
  const text = new Budget(limit, '… cut here; the whole of it is above.');
  const foot = run(runUrl);
  text.reserve(foot);
  text.add(returned ? '**The cluster drifted again.**' : '**The drift changed.**');
  text.addAll(came.map(line), '\n', 'New:\n\n');
  text.addAll(went.map(line), '\n', 'Gone:\n\n');
  return text.text(foot);
}

export function goneComment({ cluster, clusterFile, runUrl }: DriftPage): string {
  return `**The drift is gone:** ${code(cluster.name)} is as ${code(clusterFile)} says again.\n\n${run(runUrl)}\n`;
}

function line({ server, what, kind }: DriftItem): string {
  // The message about an unmanaged server names it.
  const who = server === undefined || kind === 'unmanaged' ? '' : `${code(server)}: `;
  return `- ${who}${escapeMarkdown(what)}`;
}

const run = (url: string): string => `<sub>[Run](${encodeURI(url)})</sub>`;
