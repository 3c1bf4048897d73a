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

/** The same as a table for people. */
export function renderStatus(report: StatusReport, options: TerminalOptions): string {
  const c = createColors(options.color);
  const head = ['SERVER', 'ROLE', 'ADDRESS', 'STATE', 'ENABLED', 'CALLS', 'IMAGE', 'VERSION', 'DRIFT'];
  const rows = report.servers.map((server) => [
    server.name,
    label(server.role).replace(/ server$/, ''),
    server.publicIp !== undefined && server.publicIp !== server.address
      ? `${server.address} (${server.publicIp})`
      : server.address,
    server.state.replace('-', ' '),
    server.enabled ? 'yes' : 'no',
    server.calls === undefined ? '-' : String(server.calls),
    server.image ?? '-',
    server.version ?? '-',
    server.drift.length === 0 ? 'none' : plural(server.drift.length, 'change'),
  ]);
  const paint = (text: string, column: number, server: ServerState) => {
    if (column === 3) return UP.includes(server.state) ? c.green(text) : c.red(text);
    if (column === 4 && !server.enabled) return c.yellow(text);
    if (column === 8) return server.drift.length === 0 ? c.dim(text) : c.yellow(text);
    return text;
  };
  const safe = rows.map((row) => row.map(printable));
  const widths = head.map((title, column) => Math.max(title.length, ...safe.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], dress: (text: string, column: number) => string) =>
    cells
      .map((cell, column) => dress(cell.padEnd(widths[column] ?? 0), column))
      .join('  ')
      .trimEnd();

  const { pbx } = report;
  const main = pbx.reachable
    ? `main server ${pbx.address}${pbx.version ? `, PBX ${printable(pbx.version)}` : ''}`
    : c.red(`main server ${pbx.address} does not answer: ${printable(pbx.problem ?? '')}`);
  const text = [`${c.bold(printable(report.cluster))}: ${main}`, ''];
  if (rows.length > 0) text.push(line(head, (title) => c.dim(title)));
  report.servers.forEach((server, index) =>
    text.push(line(safe[index] ?? [], (cell, column) => paint(cell, column, server))),
  );
  text.push('');
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
