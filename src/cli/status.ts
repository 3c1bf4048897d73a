import { waiting } from '../render/counts';
import { createColors } from 'picocolors';
import { selectServers } from '../cluster/select';
import { ROLES } from '../cluster/roles';
import { isBlocking } from '../finding';
import { list, plural } from '../text/list';
import { PBX_NAME } from '../stages/backups';
import { printable, printableLines } from '../text/printable';
import { outOfCallsLines } from '../render/out-of-calls';
import { statusDocument } from '../status/document';
import { scriptsLine } from '../stages/script-generations';
import { renderFindings } from '../render/terminal';
import type { TerminalOptions } from '../render/terminal';
import { fits, sized, tableLines, type Colors, type Column } from '../render/columns';
import type { Context } from './context';
import { EXIT } from './exit-code';
import { checkOut, otherFiles, writeOut } from './files';
import { statusPage } from '../render/status-page';
import {
  atWork,
  backupAge,
  builtInLine,
  differing,
  driftWord,
  isLeft,
  isUnseen,
  isUp,
  onlineWord,
  unseen,
  upNow,
} from '../render/status-words';
import type { ConnectionOptions, FileOptions, SelectionOptions } from './options';
import type { BackupState, ServerState, StatusReport } from '../status/report';

export type StatusOptions = FileOptions & ConnectionOptions & SelectionOptions & { exitCode?: boolean; html?: string };

/** The cluster at a glance. Changes nothing. */
export async function status(context: Context, options: StatusOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  if (options.html !== undefined)
    await checkOut('--html', options.html, { ...otherFiles(options), 'the file of --out': options.out });
  const cluster = await context.load(options.file);
  selectServers(cluster, options.servers);
  const credentials = await context.credentials(options);
  const config = context.session(cluster, credentials, options);
  const report = await context.seeing(() => context.engine.status(config, options.servers));
  await context.result(statusDocument(report), options.out);
  if (options.html !== undefined)
    await writeOut('--html', options.html, statusPage(context.secrets.redactIn(report), context.io.now()));
  if (!context.options.json)
    context.say(renderStatus(context.secrets.redactIn(report), context.terminal(cluster, options.file)));
  if (isHindered(report)) return EXIT.hindered;
  return options.exitCode && report.drift + report.changedSettings.length > 0 ? EXIT.changes : EXIT.ok;
}

/** Something could not be seen, or a deploy would be kept from something. */
function isHindered({ pbx, servers, findings }: StatusReport): boolean {
  const shown = new Set(servers.map(({ name }) => name));
  return (
    pbx.apiProblem !== undefined ||
    !pbx.reachable ||
    servers.some(isUnseen) ||
    findings.some((finding) => isBlocking(finding) && (finding.server === undefined || shown.has(finding.server)))
  );
}

const STATE: Column<ServerState> = {
  title: 'STATE',
  cell: ({ state }) => state.replace('-', ' '),
  paint: (c, server) => (isUp(server) ? c.green : c.red),
};
const STATE_AND_ENABLED: Column<ServerState> = {
  ...STATE,
  cell: ({ state, enabled }) => `${state.replace('-', ' ')}${enabled === false ? ', disabled' : ''}`,
};

const COLUMNS: readonly Column<ServerState>[] = [
  { title: 'SERVER', cell: ({ name }) => name },
  { title: 'ROLE', cell: ({ role }) => ROLES[role].short },
  { title: 'ADDRESS', cell: ({ address }) => address },
  STATE,
  {
    title: 'ENABLED',
    cell: ({ enabled }) => (enabled === undefined ? '-' : enabled === 'unknown' ? 'unknown' : enabled ? 'yes' : 'no'),
    paint: (c, { enabled = true }) => (enabled === true ? String : c.yellow),
  },
  { title: 'CALLS', cell: callsOf, paint: (c, server) => (isFull(server) ? c.yellow : String) },
  { title: 'IMAGE', cell: ({ image }) => image ?? '-' },
  { title: 'VERSION', cell: ({ version }) => version ?? '-' },
  {
    title: 'DRIFT',
    cell: driftWord,
    paint: (c, server) => (driftWord(server) === 'none' ? c.dim : c.yellow),
  },
];
/** "12 of 2000", "40 of 1000 people": whoever wants to restart it needs both */
function callsOf({ role, calls, capacity }: ServerState): string {
  if (calls === undefined) return '-';
  const { calls: counts } = ROLES[role];
  const unit = counts.kind === 'counted' && counts.unit !== 'calls' ? ' people' : '';
  return `${capacity === undefined ? calls : `${calls} of ${capacity}`}${unit}`;
}

const isFull = ({ calls = 0, capacity = Infinity }: Pick<ServerState, 'calls' | 'capacity'>): boolean =>
  calls >= capacity * 0.9;

/** What a narrow terminal does without, first to last. */
const DISPENSABLE = ['IMAGE', 'VERSION', 'ENABLED', 'ROLE'];

/** undefined: not even what must not be missing has room beside each other. */
function fitting(servers: readonly ServerState[], width: number) {
  let columns: readonly Column<ServerState>[] = COLUMNS;
  for (const title of DISPENSABLE) {
    if (fits(sized(columns, servers), width)) break;
    columns = columns.filter((column) => column.title !== title);
    // What the column would have said is said beside the state.
    if (title === 'ENABLED') columns = columns.map((column) => (column.title === 'STATE' ? STATE_AND_ENABLED : column));
  }
  const found = sized(columns, servers);
  return fits(found, width) ? found : undefined;
}

/** For a screen without room for columns: each server on lines of its own. */
function block(server: ServerState, c: Colors): string[] {
  const cell = (title: string) => {
    const column = COLUMNS.find((one) => one.title === title);
    const text = column ? printable(column.cell(server)) : '';
    return { text, painted: column?.paint?.(c, server)(text) ?? text };
  };
  const { text: calls } = cell('CALLS');
  const counted = calls === '-' || calls === 'unknown' ? [] : [calls.endsWith('people') ? calls : `${calls} calls`];
  const enabled = cell('ENABLED').text;
  const odd = [
    ...(enabled === 'no' ? [c.yellow('disabled')] : []),
    ...(cell('DRIFT').text === 'none'
      ? []
      : [cell('DRIFT').painted === 'unknown' ? 'drift unknown' : cell('DRIFT').painted]),
  ];
  return [
    `${c.bold(cell('SERVER').text)}  ${cell('STATE').painted}`,
    `  ${[cell('ROLE').text, cell('ADDRESS').text, ...counted, ...odd].join(', ')}`,
  ];
}

function table(servers: readonly ServerState[], screen: number, c: Colors): string[] {
  if (servers.length === 0) return [];
  const columns = fitting(servers, screen);
  if (!columns) return servers.flatMap((server) => block(server, c));
  return tableLines(columns, servers, c);
}

/** The same as a table for people. */
export function renderStatus(report: StatusReport, options: TerminalOptions): string {
  const c = createColors(options.color);
  const text = [
    `${c.bold(printable(report.cluster))}: ${mainLine(report, c)}`,
    ...circumstances(report, c, options),
    '',
  ];
  text.push(...table(report.servers, options.width ?? Infinity, c), '');
  for (const { name, role, address, online } of report.unmanaged ?? [])
    text.push(
      c.yellow(
        `Not in the cluster file: ${printable(name)} (${ROLES[role].label}, ${printable(address ?? 'no address')}, ${onlineWord(online)})`,
      ),
    );
  text.push(...licence(report, c));
  for (const { role, unit, now, takes, withoutOne } of report.room ?? []) {
    const line = `${capital(ROLES[role].label)}s: ${now} of ${takes} ${unit}; ${withoutOne} if one more fails`;
    text.push(now > withoutOne ? c.yellow(line) : line);
  }
  const builtIn = builtInLine(report);
  if (builtIn !== undefined) text.push(builtIn);
  text.push(...backups(report, c));
  const scripts = scriptsLine(report.scripts, printable);
  if (scripts !== undefined) text.push(scripts);
  const findings = report.findings.filter(({ severity }) => severity !== 'note');
  if (findings.length > 0) text.push(renderFindings(findings, options));
  text.push(...differences(report, c, options), lastLine(report, c));
  return `${text.join('\n')}\n`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** How old the last backup of each is */
function backups({ backups: all }: StatusReport, c: Colors): string[] {
  const age = (backup: BackupState) => (backup.at === undefined ? c.yellow(backupAge(backup)) : backupAge(backup));
  const each = all.map((backup) => `${backup.name === PBX_NAME ? 'PBX' : printable(backup.name)} ${age(backup)}`);
  return each.length > 0 ? [`Last backups: ${each.join(', ')}`] : [];
}

/** Where the PBX tells of a limit */
function licence({ usage: { calls, licensedCalls } = {} }: StatusReport, c: Colors): string[] {
  if (calls === undefined || licensedCalls === undefined || licensedCalls === 0) return [];
  const line = `Licence: ${calls} of ${licensedCalls} calls at once`;
  return [isFull({ calls, capacity: licensedCalls }) ? c.yellow(line) : line];
}

function mainLine(report: StatusReport, c: Colors): string {
  const { pbx } = report;
  const version = pbx.version ? `, PBX ${printable(pbx.version)}` : '';
  const main = pbx.reachable
    ? `main server ${pbx.address}${version}`
    : c.red(`main server ${pbx.address} does not answer: ${printable(pbx.problem ?? '')}`);
  if (pbx.apiProblem !== undefined) return main;
  return `${main}, ${upNow(report)}`;
}

/** What whoever wants to change something now has to know. */
function circumstances(report: StatusReport, c: Colors, options: TerminalOptions): string[] {
  const { pbx, lock, window, restartsOwedTo, outOfCalls } = report;
  const working = atWork(report);
  const opens = window?.opens === undefined ? '' : `, opens ${window.opens}`;
  return [
    ...(pbx.apiProblem === undefined
      ? []
      : [...printableLines(pbx.apiProblem), 'What the portal knows is missing below.'].map((line) => c.red(line))),
    ...(lock === undefined ? [] : [c.yellow(`A run is at work: ${printable(lock)}`)]),
    ...(working.length === 0 ? [] : [c.yellow(`Scripts are at work on ${printable(list(working, 8))}`)]),
    ...(window
      ? [`Maintenance window: ${window.text}; ${window.open ? c.green('open now') : `closed now${opens}`}`]
      : []),
    ...outOfCallsLines(outOfCalls, lock, options).map((line) => c.yellow(line)),
    ...(restartsOwedTo.length === 0 ? [] : [c.yellow(`Restarts still owed: ${list(restartsOwedTo)}`)]),
  ];
}

/** More than these are for `plan`. */
const MOST_SHOWN = 8;

function differences(report: StatusReport, c: Colors, { clusterFile }: TerminalOptions): string[] {
  const own = differing(report);
  if (own.length === 0) return [];
  const more = own.length - MOST_SHOWN;
  return [
    `Differs from ${clusterFile ?? 'the cluster file'}:`,
    ...own
      .slice(0, MOST_SHOWN)
      .map(({ server, what }) =>
        c.yellow(`  ${server === undefined ? '' : `${printable(server)}: `}${printable(what)}`),
      ),
    ...(more > 0 ? [c.yellow(`  … and ${more} more`)] : []),
    '',
  ];
}

function lastLine(report: StatusReport, c: Colors): string {
  const { pbx, servers, drift, changedSettings, blocked, findings } = report;
  const gaps = unseen(report);
  const left = isLeft(report);
  const matches = left ? 'a deploy would change nothing of what differs' : 'the cluster matches the cluster file';
  const seen = `${matches}${gaps === undefined ? '' : `, with ${gaps}`}`;
  const met =
    !pbx.reachable || pbx.apiProblem !== undefined
      ? c.yellow('whether the cluster matches the cluster file is not known')
      : gaps === undefined && !left
        ? c.green(seen)
        : c.yellow(seen);
  // What is blocked is not met, whatever a deploy would do.
  const waits = blocked > 0 ? waiting(blocked) : '';
  const stuck = c.yellow(`${waits || 'something is blocked'} (see \`plan\`)`);
  const settings = changedSettings.length;
  const would = [
    ...(drift > 0 ? [`make ${plural(drift, 'change')}`] : []),
    ...(settings > 0 ? [`change ${plural(settings, 'setting')}`] : []),
  ];
  const doable = c.yellow(`a deploy would ${list(would)}${waits && `, and ${waits}`} (see \`plan\`)`);
  const hidden = new Set(servers.filter(isUnseen).map(({ name }) => name));
  const blocks = findings.some((finding) => isBlocking(finding) && !hidden.has(finding.server ?? ''));
  const state = would.length > 0 ? doable : blocked > 0 || (pbx.reachable && blocks) ? stuck : met;
  return `${servers.filter(isUp).length} of ${plural(servers.length, 'server')} up; ${state}.`;
}
