import type { Cluster } from '../cluster/types';
import { ROLES } from '../cluster/roles';
import { blocksAll, isBlocking, type Finding } from '../finding';
import { grouped } from '../grouped';
import type { CloudRule } from '../plan/cloud-firewall';
import type { HostCommands } from '../plan/host-commands';
import type { Plan } from '../plan/types';
import { uncommon, type Common } from '../plan/uncommon';
import { heldIn, sorted, type Held } from '../plan/held';
import { atOnce, type Steps } from '../slices';
import type { Change, ChangeAction, ChangeId, Difference, Kind } from '../stages/change';
import { IMPACT_LABELS, STAND_IN, countActions, impactSentences, summaryLine, worstImpact } from './counts';
import { Budget } from './budget';
import { CLOUD_TABLE_HEAD, cloudRows } from './cloud-firewall';
import { drawCluster } from './drawing';
import { code, escapeMarkdown, escapeMarkdownLines, fence } from '../text/markdown';
import { deeds, groupByServer, overall, steps } from './groups';
import type { ServerGroup } from './groups';
import { list, plural } from '../text/list';
import { imageBullets } from './images';
import { scriptsLine } from '../stages/script-generations';
import { settingBullets, settingsCount, sharedLine } from './settings';
import type { KnownServer } from './words';
import {
  ACTIONS,
  LEGEND,
  SYMBOLS,
  around,
  introduce,
  reasonOf,
  sortFindings,
  targetOf,
  telling,
  verbOf,
} from './words';

export interface MarkdownOptions {
  /** How the user calls the cluster file */
  clusterFile: string;
  /** Bytes of UTF-8, which are never fewer than the characters that GitHub counts. A comment takes 65,536, a job summary 1 MiB. */
  limit?: number;
  commit?: string;
  /** Where the whole plan can be read when this one had to be cut */
  runUrl?: string;
  /** The cluster as wanted, for roles, addresses and who is the only one of its role */
  cluster?: Pick<Cluster, 'servers'> & Partial<Pick<Cluster, 'pbx' | 'shared' | keyof Common>>;
  /** Servers that left the cluster file */
  leaving?: readonly KnownServer[];
  /** What the firewall of a cloud has to let in, where the cluster file says that there is one */
  cloud?: readonly CloudRule[];
  /** Command lines that will be run, by machine */
  commands?: readonly HostCommands[];
}

type HeldChanges = ReadonlyMap<ChangeId, Held>;

const DEFAULT_LIMIT = 65_000;
/** More servers than this are put together by what happens to them. */
const MAX_ROWS = 25;

/**
 * A plan for a pull request's comment and a job's summary: what it comes to, what is wrong, what callers notice, what happens
 * to which server, and last what to do. Whatever comes from a file, a host or the PBX is escaped.
 */
export function renderMarkdown(plan: Plan, options: MarkdownOptions): string {
  return atOnce(markdownSteps(plan, options));
}

/** The same in steps, for where connections are open meanwhile. */
export function* markdownSteps(plan: Plan, options: MarkdownOptions): Steps<string> {
  const servers = [...(options.cluster?.servers ?? []), ...(options.leaving ?? [])];
  // That the built-in server stands in for the only one of its role is said among what callers notice.
  const findings = sortFindings(plan.warnings).filter((finding) => finding.code !== STAND_IN);
  const page = new Budget(options.limit ?? DEFAULT_LIMIT, cutNote(options));
  yield;
  const groups = groupByServer(plan.changes, servers);
  const foot = `${nextStep(plan, findings)}\n\n${footer(plan, options)}`;
  page.reserve(foot);
  yield;
  page.add(`### ${headline(plan, groups, options)}`);
  if (plan.changes.length > 0) page.add(summary(plan));
  if (!plan.live)
    page.add('Made from the two cluster files alone: the live cluster was not asked and may differ from the old one.');
  const alerts = findings.filter(({ severity }) => severity !== 'note');
  page.addAll(byKind(alerts).map(alertOf), '\n\n');
  page.addAll(settingBullets(plan.changedSettings), '\n', '**Settings that change**\n\n');
  const shared = sharedLine(options.cluster ?? {}, code);
  if (shared !== undefined && plan.changes.length + plan.changedSettings.length > 0) page.add(shared);
  yield;
  addUncommon(page, plan, options);
  page.addAll(imageBullets(plan), '\n', '**Images that are fetched, as they are now**\n\n');
  const scripts = scriptsLine(plan.scripts, code);
  if (scripts !== undefined && plan.changes.length > 0) page.add(scripts);
  yield;
  if (plan.changes.length > 0)
    page.addAll(
      impactSentences(plan).map((sentence) => `- ${escapeMarkdown(sentence)}`),
      '\n',
      '**What callers will notice**\n\n',
    );
  yield;
  const held = heldIn(plan);
  if (groups.length > 0) page.addTable(['', 'Server', 'What happens', 'Callers notice'], yield* rowSteps(groups, held));
  yield;
  addDrawing(page, plan, options);
  yield;
  addCloudFirewall(page, options);
  addNotes(page, alerts, findings);
  yield;
  const { commands = [] } = options;
  if (plan.changes.length > 0)
    page.addDetails(
      `Every change, in order (${plan.changes.length})`,
      'diff',
      yield* changeLineSteps(plan.changes, held),
      // What is run word for word is for few; what changes is for all.
      commands.length > 0 ? 0.6 : 1,
    );
  if (commands.length > 0)
    page.addDetails('The commands that will run on the hosts, secrets left out', 'sh', commandLines(commands));
  yield;
  return page.text(foot);
}

function headline(plan: Plan, groups: readonly ServerGroup[], options: MarkdownOptions): string {
  const settings = plan.changedSettings.length > 0 ? [settingsCount(plan.changedSettings)] : [];
  const says =
    groups.length > 0
      ? [serversLine(plan, groups), ...settings].join('; ')
      : (settings[0] ?? summaryLine(plan, options.clusterFile));
  return `${code(plan.cluster)}: ${escapeMarkdown(says)}`;
}

/** "1 server to add, 6 to restart; the main server to change" */
function serversLine(plan: Plan, groups: readonly ServerGroup[]): string {
  const held = heldIn(plan);
  const isHeld = ({ changes }: ServerGroup) => changes.every(({ id }) => held.has(id));
  const named = groups.filter(({ name }) => name !== undefined);
  const servers = named.filter((group) => !isHeld(group));
  const counts = countActions(servers);
  const parts = ACTIONS.filter((action) => counts[action] > 0).map((action, index) =>
    index === 0 ? `${plural(counts[action], 'server')} to ${TO_DO[action]}` : `${counts[action]} to ${TO_DO[action]}`,
  );
  const blocked = named.length - servers.length;
  if (blocked > 0) parts.push(`${parts.length > 0 ? blocked : plural(blocked, 'server')} blocked`);
  if (parts.length === 0) return 'no server changes, the main server does';
  return parts.join(', ');
}

const TO_DO: Readonly<Record<ChangeAction, string>> = { ...LEGEND, update: 'change', replace: 'replace' };

/** "**Plan:** 4 to add, 7 to restart. **Callers:** calls can be cut." */
function summary(plan: Plan): string {
  const { doable, held } = sorted(plan);
  const counts = countActions(doable);
  const what = ACTIONS.filter((action) => counts[action] > 0).map((action) => `${counts[action]} to ${TO_DO[action]}`);
  const parts = [
    ...(doable.length > 0 ? [`**${plural(doable.length, 'change')}:** ${what.join(', ')}`] : []),
    ...(held.length > 0 ? [`**${plural(held.length, 'change')} blocked**, or waiting for what is`] : []),
    `**Callers notice:** ${IMPACT_LABELS[worstImpact(doable)]}`,
  ];
  return parts.join(' · ');
}

/** Before what is cut where a plan is long: whoever approves it has seen these. */
function addUncommon(page: Budget, { changes }: Plan, { cluster = { servers: [] } }: MarkdownOptions): void {
  const { image, dataPath, ssh } = cluster;
  if (image === undefined || dataPath === undefined || ssh === undefined) return;
  const lines = uncommon(changes, { image, dataPath, ssh }).map(
    ({ what, value, servers }) => `- ${code(what)} ${code(value)}: ${list(servers.map(code), 4)}`,
  );
  const more = (count: number) =>
    `\n\n> [!CAUTION]\n> ${plural(count, 'more value')} ${count === 1 ? 'does' : 'do'} not fit here: read them in the job summary before you approve this.`;
  page.addAll(lines, '\n', '**Images, paths and accounts that are not what the cluster file says for all**\n\n', more);
}

function addDrawing(page: Budget, plan: Plan, { cluster, leaving = [] }: MarkdownOptions): void {
  const pbx = cluster?.pbx?.privateIp;
  const lines =
    plan.changes.length > 0 &&
    cluster &&
    drawCluster(plan.changes, {
      servers: cluster.servers,
      leaving,
      ...(pbx && { pbx }),
      held: new Set(sorted(plan).held),
    });
  if (lines)
    page.add(`<details open><summary>The cluster after it</summary>\n\n${fence('mermaid', lines)}\n\n</details>`);
}

/** No script reaches it, so a person needs the whole of it. */
function addCloudFirewall(page: Budget, { cloud = [] }: MarkdownOptions): void {
  if (cloud.length === 0) return;
  const rows = cloudRows(cloud);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  page.addFold(`What the cloud's firewall has to let in (${rows.length})`, [
    line(CLOUD_TABLE_HEAD),
    line(CLOUD_TABLE_HEAD.map(() => '---')),
    ...rows.map(({ on, machines, open, from, why }) =>
      line([machines === '' ? on : `${on}: ${machines}`, open, from, why].map(escapeMarkdown)),
    ),
    '',
    'As commands: `portsip-cluster cloud-firewall --commands aws` (or `azure`)',
  ]);
}

function commandLines(commands: readonly HostCommands[]): string[] {
  return commands.flatMap(({ where, lines }, index) => [...(index > 0 ? [''] : []), `# ${where}`, ...lines]);
}

function cutNote({ runUrl }: MarkdownOptions): string {
  const where = runUrl ? `[job summary](${encodeURI(runUrl)})` : 'job summary';
  return `… cut here; the whole plan is in the ${where}.`;
}

export function alert(finding: Finding): string {
  const { severity, code: name } = finding;
  const type = { blocking: 'CAUTION', warning: 'WARNING', note: 'NOTE' }[severity];
  const title = severity === 'blocking' ? '**Blocked.** ' : '';
  return `> [!${type}]\n> ${title}${said(finding)} <sub>${code(name)}</sub>`;
}

export function notes(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `- ${said(finding)}`);
}

/** Nobody reads the same warning about 500 servers 500 times: those of one kind are together where they are many. */
function byKind(findings: readonly Finding[]): Finding[][] {
  const kinds = grouped(findings, (finding) => JSON.stringify([finding.severity, finding.code]));
  return [...kinds.values()].flatMap((all) => (all.length > MOST_ALERTS ? [all] : all.map((one) => [one])));
}

function alertOf([first, ...others]: Finding[]): string {
  if (!first) return '';
  if (others.length === 0) return alert(first);
  const names = [...new Set(others.flatMap(({ server }) => server ?? []))];
  const whom = names.length > 0 ? `: ${list(names.map(code), 5)}` : '';
  return `${alert(first)}\n>\n> The same or the like ${plural(others.length, 'time')} more${whom}. All of them are below.`;
}

/** Notes, and what is above in short in full. */
function addNotes(page: Budget, alerts: readonly Finding[], findings: readonly Finding[]): void {
  const all = byKind(alerts)
    .filter(({ length }) => length > 1)
    .flat();
  if (all.length > 0) page.addFold(`All warnings of which there are many (${all.length})`, notes(all));
  const rest = findings.filter(({ severity }) => severity === 'note');
  if (rest.length > MOST_NOTES) page.addFold(`Notes (${rest.length})`, notes(rest));
  else page.addAll(notes(rest), '\n', '**Notes**\n\n');
}

const MOST_ALERTS = 3;
const MOST_NOTES = 5;

function said({ server, message }: Finding): string {
  const where = server !== undefined && !message.includes(server) ? `${code(server)}: ` : '';
  return `${where}${escapeMarkdownLines(message)}`;
}

/** One row per server; of many servers, a row for those to which the same happens. */
function* rowSteps(groups: readonly ServerGroup[], held: HeldChanges): Steps<string[][]> {
  if (groups.length <= MAX_ROWS) return groups.map((group) => row([group], held, true));
  const keys = new Map<ServerGroup, string>();
  for (const group of groups) {
    const { server, action, changes } = group;
    const what = [server?.role, action, whatHappens(group, held, false), worstImpact(changes)];
    keys.set(group, group.name === undefined ? 'main' : JSON.stringify(what));
    yield;
  }
  const alike = grouped(groups, (group) => keys.get(group));
  return [...alike.values()].map((some) => row(some, held, false));
}

/** `values`: with what was and what will be; servers that are put together differ in them */
function row(groups: readonly ServerGroup[], held: HeldChanges, values: boolean): string[] {
  const [first] = groups;
  if (!first) return [];
  const impact = IMPACT_LABELS[worstImpact(first.changes.filter(({ id }) => !held.has(id)))];
  return [`\`${SYMBOLS[overall(first)]}\``, who(groups), whatHappens(first, held, values), impact];
}

function who(groups: readonly ServerGroup[]): string {
  const [first] = groups;
  const names = groups.map(({ name }) => (name === undefined ? 'main server and PBX' : code(name)));
  if (groups.length === 1)
    return `${names.join('')}${first?.server ? `<br>${escapeMarkdown(introduce(first.server))}` : ''}`;
  const role = first?.server ? ROLES[first.server.role].label : 'server';
  return `${plural(groups.length, role)}: ${list(names, 4)}`;
}

/** "register, install", with whom where it is not the server itself */
function whatHappens(group: ServerGroup, held: HeldChanges, values: boolean): string {
  const isHeld = ({ id }: Change) => held.has(id);
  const [waits, goes] = [group.changes.filter(isHeld), group.changes.filter((change) => !isHeld(change))];
  const blocked = waits.some(({ id }) => 'by' in (held.get(id) ?? {}));
  return [
    ...(goes.length > 0 ? [deedsOf({ ...group, changes: goes }, values)] : []),
    ...(waits.length > 0
      ? [
          `${blocked ? '**blocked**' : '**waits** for what is blocked'}: ${deedsOf({ ...group, changes: waits }, values)}`,
        ]
      : []),
  ].join('; ');
}

function deedsOf({ name, changes }: ServerGroup, values: boolean): string {
  return steps(changes)
    .flatMap((step) => deeds(step, targetOf))
    .map(({ deed, whom }) =>
      name === undefined
        ? around(deed, list(whom.map(escapeMarkdown), 4))
        : `${deed.join(' ')}${ofWhat(changes, deed.join(' '), values)}`,
    )
    .join(', ');
}

/** " (max rooms 100 → 60)", " (image, data_path)": what of a server that stays is different */
function ofWhat(changes: readonly Change[], what: string, values: boolean): string {
  const own = changes.filter((change) => change.action === 'update' && verbOf(change) === what);
  const told = ({ name, before, after }: Difference) =>
    values ? `${name} ${short(before) ?? 'none'} → ${short(after) ?? 'none'}` : name;
  const names = [...new Set(own.flatMap((change) => telling(change).map((one) => escapeMarkdown(told(one)))))];
  return names.length > 0 ? ` (${list(names, 4)})` : '';
}

/** More than this of a value is in the list of all changes */
const MOST_OF_A_VALUE = 60;

function short(value: string | undefined): string | undefined {
  return value !== undefined && value.length > MOST_OF_A_VALUE ? `${value.slice(0, MOST_OF_A_VALUE - 1)}…` : value;
}

/** Whose id names the server */
const NAMED: ReadonlySet<Kind> = new Set([
  'portal-entry',
  'im-addresses',
  'portal-entry-removal',
  'im-addresses-removal',
  'role',
  'role-removal',
  'server-restart',
]);

/** In the colours of a diff: + added, - removed, ! changed, restarted. `held`: those that a deploy does not do */
export function changeLines(changes: readonly Change[], held: HeldChanges = new Map<ChangeId, Held>()): string[] {
  return atOnce(changeLineSteps(changes, held));
}

function* changeLineSteps(changes: readonly Change[], held: HeldChanges): Steps<string[]> {
  const lines: string[] = [];
  for (const change of changes) {
    const mark = { create: '+', update: '! ~', replace: '! -/+', delete: '-', restart: '! ↻' }[change.action];
    const by = change.server && !NAMED.has(change.kind) ? ` (${change.server})` : '';
    lines.push(
      `${mark} ${change.id}${by}${waits(held.get(change.id))}: ${reasonOf(change)}`,
      ...telling(change).map(({ name, before, after }) => {
        if (before === undefined) return `+     ${name}: ${after ?? ''}`;
        return after === undefined ? `-     ${name}: ${before}` : `!     ${name}: ${before} -> ${after}`;
      }),
    );
    yield;
  }
  return lines;
}

function waits(held: Held | undefined): string {
  if (!held) return '';
  return 'by' in held ? ' [blocked]' : ` [waits for ${held.need}]`;
}

function nextStep(plan: Plan, findings: readonly Finding[]): string {
  const blocked = findings.filter(isBlocking);
  if (blocked.some(blocksAll))
    return '**Next:** nothing can be deployed until what is blocked above is resolved. Then run the plan again.';
  if (blocked.length > 0) {
    const names = list([...new Set(blocked.map(({ server, change }) => code(change ?? server ?? '')))]);
    return `**Next:** resolve what is blocked above; until then the deploy leaves ${names} alone.`;
  }
  if (plan.changes.length + plan.changedSettings.length === 0) return '**Next:** nothing to do.';
  return '**Next:** review and merge. The deploy looks at the live cluster again, does what is still missing of this plan, and stops before anything that is not in it.';
}

function footer(plan: Plan, { clusterFile, commit }: MarkdownOptions): string {
  const parts = [
    code(clusterFile),
    commit && `at ${code(commit.slice(0, 12))}`,
    plan.live ? 'compared with the live cluster' : "compared with the base branch's",
    `plan ${code(plan.digest.replace(/^sha256:/, '').slice(0, 12))}`,
  ];
  return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}
