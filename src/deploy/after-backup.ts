import { startAgainScript } from '../host/backup-scripts';
import { ROLES } from '../cluster/roles';
import { seenContainer, seenContainers } from '../host/containers';
import { isReachable } from '../host/reachable';
import { controlPlane } from '../host/control-plane';
import { BACKUP_NOTES } from '../host/state-folder';
import { PbxError } from '../pbx/types';
import { keepers, PBX_NAME } from '../stages/backups';
import { CALL_MANAGER, type Live } from '../stages/live';
import { observe, type Kept, type Looking, type Observed } from '../stages/observe';
import type { Session } from '../stages/session';
import { StageError } from '../stages/stage-error';
import { until } from '../stages/wait';

/*
 * A backup of the PBX that ended half way (a power cut, a kill) leaves it stopped, and without it nothing can be read of the cluster:
 * so it is started before anything else. Servers that are stopped are seen on their hosts, and are started like any other.
 */

/** Under a lock that is held: what runs again, whoever started it, is not stopped for a backup any more. */
export async function forgetStopped({ cluster, hosts, log }: Session, live: Live): Promise<void> {
  for (const { name, role, machine } of keepers(cluster)) {
    const facts = role === undefined ? live.main : live.hosts.get(name);
    if (!isReachable(facts) || !facts.stoppedForBackup?.includes(name) || facts.runningJob) continue;
    if (seenContainer(facts, role === undefined ? CALL_MANAGER : ROLES[role].container)?.running !== true) continue;
    // A note that stays costs nothing but a start of what runs already.
    await hosts
      .host(machine)
      .run('rm -f "$1"', [`${BACKUP_NOTES}/${name}.stopped`], { repeatable: true })
      .catch((error: unknown) => log.debug(String(error)));
  }
}

/** As long as its backup may take: one that is still at work starts it by itself. */
const PATIENCE_MS = 12 * 3600_000;
const ANSWERS_MS = 600_000;

/** A deploy and each of its steps */
const INSIDE: Looking = { outside: false };

/** Under a lock that is held: observes, once a PBX that a backup left stopped runs again. `kept`: what need not be looked at. */
export async function observeStarted(session: Session, kept?: Kept): Promise<Observed> {
  const observed = await observe(session, INSIDE, kept).catch(async (error: unknown) => {
    if (!(error instanceof PbxError) || !(await isStopped(session))) throw error;
    return undefined;
  });
  if (observed && !isHalfStopped(session, observed.live)) return observed;
  await start(session);
  return observe(session, INSIDE);
}

/** A part of it may answer while another one still stands still. What is at work starts it by itself, and is waited for elsewhere. */
function isHalfStopped({ cluster }: Session, { main }: Live): boolean {
  if (!controlPlane(cluster).copiesData || !isReachable(main) || main.runningJob) return false;
  return main.stoppedForBackup?.includes(PBX_NAME) === true && seenContainers(main).some(({ running }) => !running);
}

/** The same for whoever changes nothing: says why the PBX does not answer. */
export async function observeOnly(session: Session, looking: Looking): Promise<Observed> {
  return observe(session, looking).catch(async (error: unknown) => {
    if (!(error instanceof PbxError) || !(await isStopped(session))) throw error;
    throw new StageError(
      `The PBX is stopped: a backup of it is at work, or ended half way. The next deploy or backup that does not ask first (--yes) waits for it and starts the PBX, or do it ${controlPlane(session.cluster).byHand.start} (${error.message})`,
    );
  });
}

async function isStopped({ cluster, hosts }: Session): Promise<boolean> {
  if (!controlPlane(cluster).copiesData) return false;
  const marker = `${BACKUP_NOTES}/${PBX_NAME}.stopped`;
  return hosts
    .host(cluster.pbx.machine)
    .run('[ -e "$1" ]', [marker], { repeatable: true })
    .then(
      ({ code }) => code === 0,
      () => false,
    );
}

async function start(session: Session): Promise<void> {
  const { cluster, hosts, log, pbx, signal } = session;
  const { machine } = cluster.pbx;
  log.warning('The PBX is stopped for a backup that is at work or ended half way: it is started before anything else');
  const { argv, cwd } = controlPlane(cluster).pbxCommand('start');
  const script = startAgainScript({ name: PBX_NAME, start: argv, scripts: cwd });
  const result = await hosts.host(machine).job(
    {
      key: 'start-pbx-after-backup',
      title: 'start the PBX after a backup',
      cwd,
      argv: ['/bin/sh', '-c', script],
      timeoutMs: PATIENCE_MS,
    },
    (line) => log.remote(machine.name, line),
    signal,
  );
  if (result.exitCode !== 0)
    throw new StageError(
      result.errors.at(-1)?.replace('[error]: ', '') ?? 'The PBX was stopped for a backup and does not start',
    );
  const answered = await until(session, ANSWERS_MS, () =>
    pbx.servers('media').then(
      () => true as const,
      () => undefined,
    ),
  );
  if (!answered) throw new StageError('The PBX was started again, but its API does not answer after 10 minutes');
}
