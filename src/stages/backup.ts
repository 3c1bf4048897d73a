import { backupFolder } from '../cluster/backup-settings';
import { IMPACTS, isOutside, ROLES, type Impact } from '../cluster/roles';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import { controlPlane, type ControlCommand } from '../host/control-plane';
import { copyScript } from '../host/backup-scripts';
import { findContainer, seenContainer } from '../host/containers';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { shortDuration } from '../text/duration';
import { printable } from '../text/printable';
import { keepers, PBX_NAME, type Keeper } from './backups';
import { idOf, type Backup, type ChangeId } from './change';
import type { MadeBackup } from './cluster-record';
import { drained } from './drain';
import { CALL_MANAGER } from './live';
import { findServer } from './names';
import { drainOf, ledAway } from './outside';
import { noteLoadBalancer, pbxAnswers } from './pbx';
import { problemsOfRunning, untilUp } from './role-verification';
import { factsOf, hostOf, type Run } from './run';
import { StageError } from './stage-error';
import type { Diff, DiffInput, Stage } from './stage';

/** The PBX's database, which nobody may write to while it is copied */
const PBX_DATABASE = 'portsip.database';
/** A program of the operator's makes a snapshot, or asks for one; a copy of some hundred GB takes hours. */
const COMMAND_MS = 60 * 60_000;
const COPY_MS = 12 * 3600_000;

/**
 * Backups, each only when somebody asks for it: the service is stopped, what it keeps is copied and it is started again, as PortSIP's
 * guides to backup and restore have it, in one job on its machine; or a program of the operator's is called.
 */
export const backup: Stage<'backup'> = {
  name: 'backup',
  diff: diffBackup,
  apply: { backup: makeBackup },
  words: {
    backup: {
      object: () => 'backup',
      deed: () => ['back up'],
      target: ({ of }) => (of.role === undefined ? 'the PBX' : of.name),
      reason: ({ causes: [first] }) => first?.said ?? '',
      differences: ({ how }) =>
        how.by === 'command'
          ? [{ name: 'command', after: how.argv.join(' ') }]
          : [
              { name: 'folder', after: how.folder },
              ...how.parts.map(({ name, path }) => ({ name: `${name}.tar`, after: path })),
            ],
    },
  },
};

function diffBackup(input: DiffInput): Diff<Backup> {
  const { cluster, plane, options } = input;
  if (!options.backup) return { changes: [], findings: [] };
  const { names, reason } = options.backup;
  const { command } = cluster.backup;
  const asked = keepers(cluster).filter(
    ({ name, role }) => names.length === 0 || names.includes(name) || (role !== undefined && names.includes(role)),
  );
  const changes: Backup[] = [];
  const findings: Finding[] = [];
  for (const keeper of asked) {
    const why = hindered(keeper, input);
    if (why) findings.push(why);
    if (why) continue;
    const previous = changes.at(-1);
    changes.push({
      kind: 'backup',
      id: idOf.backup(keeper.name),
      action: 'create',
      ...(keeper.role !== undefined && { server: keeper.name }),
      causes: [{ cause: 'asked', said: reason }],
      impact: command ? 'none' : impactOf(keeper),
      needs: [],
      // One after the other: what did not come back is no reason to stop the next one.
      after: previous ? [previous.id] : [],
      of: { name: keeper.name, machine: keeper.machine, ...(keeper.role !== undefined && { role: keeper.role }) },
      how: command
        ? { by: 'command', argv: [...command, keeper.name, keeper.role ?? PBX_NAME, keeper.machine.address] }
        : { by: 'copy', folder: `${backupFolder(cluster.backup)}/${cluster.name}`, parts: keeper.kept },
      ...(keeper.role !== undefined && !command && drainOf(keeper.role, cluster)),
    });
  }
  if (!plane.copiesData && !command) return { changes: [], findings: [byHand(input), ...findings] };
  return { changes, findings };
}

function impactOf({ role }: Keeper): Impact {
  return role === undefined ? (IMPACTS.at(-1) ?? 'active-calls') : ROLES[role].away;
}

function byHand({ plane }: DiffInput): Finding {
  return {
    code: 'backup-by-hand',
    severity: 'blocking',
    message: `The PBX of a high-availability cluster and its servers are not stopped for a copy from here: ${plane.byHand.backup}; or give backup.command a program that makes a snapshot`,
  };
}

/** What a backup runs on the machine, as a person would type it. */
export function backupCommands({ of, how }: Backup, cluster: Cluster): ControlCommand[] {
  const { machine } = of;
  if (how.by === 'command') return [{ machine, cwd: '/', argv: [...how.argv], secrets: [] }];
  const { stop, start } = controls(of.name, cluster);
  const tar = how.parts.map(({ name, path }) => {
    const at = path.lastIndexOf('/');
    const file = `${how.folder}/TIME-${of.name}/${name}.tar`;
    return ['tar', '--numeric-owner', '-C', path.slice(0, at) || '/', '-cpf', file, path.slice(at + 1)];
  });
  return [stop, ...tar.map((argv) => ({ machine, cwd: '/', argv, secrets: [] })), start];
}

/** What stops and what starts it */
function controls(name: string, cluster: Cluster): { stop: ControlCommand; start: ControlCommand } {
  const plane = controlPlane(cluster);
  const server = findServer(cluster, name);
  return server
    ? { stop: plane.command(server, 'stop'), start: plane.command(server, 'start') }
    : { stop: plane.pbxCommand('stop'), start: plane.pbxCommand('start') };
}

/** What keeps it from being backed up. Nothing is stopped that may not be ours. */
function hindered(keeper: Keeper, { cluster, live, who }: DiffInput): Finding | undefined {
  const { name, role } = keeper;
  if (role === undefined) return undefined;
  const because = (why: string): Finding => ({
    code: 'backup-not-possible',
    severity: 'blocking',
    server: name,
    change: idOf.backup(name),
    message: `There is no backup of ${name}: ${why}`,
  });
  const facts = live.hosts.get(name);
  const server = findServer(cluster, name);
  if (!isReachable(facts)) return because(facts?.unreachable ?? 'its host was not looked at');
  const container = findContainer(facts, ROLES[role].container);
  if (!isKnown(container)) return because(`what runs on its host cannot be seen (${container.unknown})`);
  if (!container) return because('it is not installed yet');
  const home = server && who.atHome(server);
  return home?.is === 'somebody-elses' ? because(`its host ${home.what}, and not of this one`) : undefined;
}

/** `2026-11-26T02:00:00.000Z` -> `20260026T020000Z`: sorts by time, and is new for each. */
function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

async function makeBackup(change: Backup, run: Run): Promise<void> {
  const at = new Date(run.session.now()).toISOString();
  const made = change.how.by === 'command' ? await called(change, run, at) : await copied(change, run, at);
  await run.record.update((record) => ({ ...record, backups: { ...record.backups, [change.of.name]: made } }));
}

async function called(
  { id, of, how }: Backup & { how: { argv?: readonly string[] } },
  run: Run,
  at: string,
): Promise<MadeBackup> {
  const argv = how.by === 'command' ? how.argv : [];
  const result = await onHost(run, id, of, { argv, timeoutMs: COMMAND_MS, cwd: '/' });
  if (result.exitCode !== 0)
    throw new StageError(
      `${argv[0]} on ${of.machine.name} made no backup of ${of.name} (exit ${result.exitCode}): ${result.tail.at(-1) ?? 'it printed nothing'}`,
    );
  const last = result.tail.findLast((line) => line.trim() !== '') ?? 'it printed nothing';
  return { at, address: of.machine.address, where: printable(last).slice(0, 300) };
}

async function copied(change: Backup, run: Run, at: string): Promise<MadeBackup> {
  const { id, of, how, drain } = change;
  const { session } = run;
  const { cluster } = session;
  if (how.by !== 'copy') throw new Error('not a copy');
  const server = findServer(cluster, of.name);
  const row = of.role === undefined ? undefined : ROLES[of.role];
  const { stop, start } = controls(of.name, cluster);
  const script = copyScript({
    name: of.name,
    address: of.machine.address,
    at,
    to: `${how.folder}/${stamp(Date.parse(at))}-${of.name}`,
    stop: stop.argv,
    start: start.argv,
    scripts: stop.cwd,
    container: row?.container ?? CALL_MANAGER,
    companions: row?.companions ?? [PBX_DATABASE],
    parts: how.parts,
  });
  const work = async () => {
    const result = await onHost(run, id, of, { argv: ['/bin/sh', '-c', script], timeoutMs: COPY_MS, cwd: stop.cwd });
    const why = result.errors[0] ?? result.tail.at(-1) ?? 'it printed nothing';
    if (result.exitCode !== 0)
      throw new StageError(`There is no backup of ${of.name}: ${why.replace('[error]: ', '')}`);
    await isUp(change, run);
  };
  if (server && isOutside(server.role)) await ledAway(run, server, { id, drain }, work);
  else if (server) await drained(run, server, id, work);
  else await work();
  const facts = await factsOf(cluster, hostOf(run, of.machine));
  const note = facts.backups?.[of.name];
  if (!note || !isKnown(note) || note.at !== at)
    throw new StageError(
      `${of.machine.name} has no note of the backup that it was to make; look into ${how.folder} there`,
    );
  session.log.info(
    `Backup of ${of.name === PBX_NAME ? 'the PBX' : of.name}: ${inBytes(note.bytes)} in ${note.where} on ${of.machine.name}, stopped for ${shortDuration(note.seconds * 1000)}`,
  );
  return note;
}

/** `44 KiB`, `1.2 GiB` */
function inBytes(bytes: number): string {
  const unit = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes / 1024)) / 10)));
  const amount = bytes / 1024 ** (unit + 1);
  return `${unit === 0 ? Math.round(amount) : amount.toFixed(1)} ${['KiB', 'MiB', 'GiB', 'TiB'][unit]}`;
}

/** The service that was started again really runs. */
async function isUp({ id, of }: Backup, run: Run): Promise<void> {
  const { cluster } = run.session;
  const server = findServer(cluster, of.name);
  if (server) {
    // What it was told may be about to change: a backup is what an upgrade waits for.
    const { facts, problems } = await untilUp(run, server, problemsOfRunning);
    if (!facts)
      throw new StageError(`The backup of ${of.name} is made, but it did not come back: ${problems.join('; ')}`);
    return;
  }
  run.progress(id, 'waiting for the PBX to answer');
  await pbxAnswers(run);
  const facts = await factsOf(cluster, hostOf(run, of.machine));
  if (seenContainer(facts, CALL_MANAGER)?.running === false)
    throw new StageError(
      `The backup of the PBX is made, but ${CALL_MANAGER} did not come back; see ${run.plane.byHand.status}`,
    );
  await noteLoadBalancer(run, facts);
}

/** Runs it detached on the machine; whoever comes while it runs waits for it. */
function onHost(
  run: Run,
  id: ChangeId,
  { name, machine }: Backup['of'],
  job: { argv: readonly string[]; timeoutMs: number; cwd: string },
) {
  const { session } = run;
  return session.hosts.host(machine).job(
    { key: `backup-${name}`, title: `back up ${name}`, ...job, argv: [...job.argv] },
    (line) => {
      session.log.remote(machine.name, line);
      const text = /^\[info\]: *(?!args| )(.{3,120})/.exec(line)?.[1];
      if (text) run.progress(id, text);
    },
    session.signal,
  );
}
