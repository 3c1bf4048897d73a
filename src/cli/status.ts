import { createColors } from 'picocolors';
import { selectServers } from '../cluster/select';
import { label } from '../plan/render/words';
import { plural, printable } from '../plan/render/text';
import { renderFindings } from '../plan/render/terminal';
import type { TerminalOptions } from '../plan/render/terminal';
import type { Context } from './context';
import { readCredentials } from './credentials';
import type { ConnectionOptions, FileOptions, SelectionOptions } from './options';
import type { ServerState, StatusReport } from './status-report';

export type StatusOptions = FileOptions & ConnectionOptions & SelectionOptions;

/** The cluster at a glance. Changes nothing. */
export async function status(context: Context, options: StatusOptions): Promise<number> {
  const cluster = await context.load(options.file);
  selectServers(cluster, options.servers);
  const credentials = await readCredentials(options, context.io.env, context.secrets, context.io.home);
  const config = context.session(cluster, credentials, options);
  const report = await context.progress.during('Reading the live cluster', () =>
    context.engine.status(config, options.servers),
  );
  await context.result(report, options.out);
  if (!context.options.json) context.say(renderStatus(report, context.terminal(cluster, options.file)));
  return 0;
}

const UP: readonly ServerState['state'][] = ['online', 'running'];

type Colors = ReturnType<typeof createColors>;

interface Column {
  title: string;
  cell(server: ServerState): string;
  paint?(c: Colors, server: ServerState): (text: string) => string;
}

const COLUMNS: readonly Column[] = [
  { title: 'SERVER', cell: ({ name }) => name },
  { title: 'ROLE', cell: ({ role }) => label(role).replace(/ server$/, '') },
  { title: 'ADDRESS', cell: ({ address }) => address },
  {
    title: 'STATE',
    cell: ({ state }) => state.replace('-', ' '),
    paint: (c, { state }) => (UP.includes(state) ? c.green : c.red),
  },
  {
    title: 'ENABLED',
    cell: ({ enabled }) => (enabled ? 'yes' : 'no'),
    paint: (c, { enabled }) => (enabled ? String : c.yellow),
  },
  { title: 'CALLS', cell: ({ calls }) => (calls === undefined ? '-' : String(calls)) },
  { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
  { title: 'VERSION', cell: ({ version }) => version ?? '-' },
  {
    title: 'DRIFT',
    cell: ({ drift }) => (drift.length === 0 ? 'none' : plural(drift.length, 'change')),
    paint: (c, { drift }) => (drift.length === 0 ? c.dim : c.yellow),
  },
];
/** What a narrow terminal does without, first to last */
const DISPENSABLE = ['IMAGE', 'ADDRESS', 'VERSION', 'CALLS'];

function fitting(servers: readonly ServerState[], width: number): (Column & { width: number })[] {
  let columns = COLUMNS.map((column) => ({
    ...column,
    width: Math.max(column.title.length, ...servers.map((server) => printable(column.cell(server)).length)),
  }));
  for (const title of DISPENSABLE) {
    if (columns.reduce((sum, column) => sum + column.width + 2, -2) <= width) break;
    columns = columns.filter((column) => column.title !== title);
  }
  return columns;
}

/** The same as a table for people. */
export function renderStatus(report: StatusReport, options: TerminalOptions): string {
  const c = createColors(options.color);
  const columns = fitting(report.servers, options.width ?? Infinity);
  const widths = columns.map(({ width }) => width);
  const line = (cells: readonly string[], dress: (text: string, column: number) => string) =>
    cells
      .map((cell, index) => dress(cell.padEnd(widths[index] ?? 0), index))
      .join('  ')
      .trimEnd();
  const row = (server: ServerState) =>
    line(
      columns.map((column) => printable(column.cell(server))),
      (text, index) => columns[index]?.paint?.(c, server)(text) ?? text,
    );

  const { pbx } = report;
  const main = pbx.reachable
    ? `main server ${pbx.address}${pbx.version ? `, PBX ${printable(pbx.version)}` : ''}`
    : c.red(`main server ${pbx.address} does not answer: ${printable(pbx.problem ?? '')}`);
  const text = [`${c.bold(printable(report.cluster))}: ${main}`, ''];
  if (report.servers.length > 0)
    text.push(
      line(
        columns.map(({ title }) => title),
        (title) => c.dim(title),
      ),
    );
  text.push(...report.servers.map(row), '');
  for (const { name, role, address, online } of report.unmanaged)
    text.push(
      c.yellow(
        `Not in the cluster file: ${printable(name)} (${label(role)}, ${printable(address ?? 'no address')}, ${online ? 'online' : 'offline'})`,
      ),
    );
  if (report.builtIn.length > 0) text.push(`Built-in servers that take calls: ${report.builtIn.map(label).join(', ')}`);
  const findings = report.findings.filter(({ severity }) => severity !== 'note');
  if (findings.length > 0) text.push(renderFindings(findings, options));
  const up = report.servers.filter(({ state }) => UP.includes(state)).length;
  const drift =
    report.drift === 0
      ? c.green('the cluster file is met')
      : c.yellow(`a deploy would make ${plural(report.drift, 'change')}; see \`plan\``);
  text.push(`${up} of ${plural(report.servers.length, 'server')} up, ${drift}.`);
  return `${text.join('\n')}\n`;
}
