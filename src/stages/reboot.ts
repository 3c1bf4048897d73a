import { isKnown } from '../host/reading';
import { REBOOT_HOST } from '../host/reboot-script';
import { HostError, type HostFacts } from '../host/types';
import { quote } from '../text/one-line';
import type { HostPreparation } from './change';
import { factsOf, hostOf, type Run } from './run';
import { Cancelled, StageError } from './stage-error';
import { until } from './wait';

/** Servers with much memory take minutes until their firmware lets them boot. */
const BACK_MS = 15 * 60_000;
/** What a host that goes down, or comes up, answers with: its shell and sudo may be stopped before sshd is. */
const AWAY: readonly HostError['code'][] = ['unreachable', 'connection-lost', 'timeout', 'command', 'sudo'];

type Seen = Pick<HostFacts, 'docker' | 'containers' | 'roles'>;

/** Known to have nothing of PortSIP's on it: what cannot be seen may serve. */
export function isFree({ docker, containers, roles }: Seen): boolean {
  return isKnown(docker) && isKnown(containers) && containers.length === 0 && isKnown(roles) && roles.length === 0;
}

/** Restarts a host whose updates want that, if nothing runs there, and waits until it is back. A run that dies meanwhile leaves nothing half done. */
export async function restartWhereWanted({ id, server, machine }: HostPreparation, run: Run): Promise<void> {
  const { session } = run;
  const host = hostOf(run, machine);
  const before = await factsOf(session.cluster, host);
  if (before.rebootRequired === undefined) return;
  if (!isFree(before) || before.runningJob !== undefined)
    throw new StageError(
      `${server} wants a restart for its updates, and something of PortSIP's is there by now, or does not tell: it is not restarted`,
    );
  run.progress(id, 'restarting the host');
  const asked = await host.run(REBOOT_HOST, [before.bootId]).catch((error: unknown) => {
    if (error instanceof HostError && error.code === 'connection-lost') return undefined;
    throw error;
  });
  if (asked && asked.code !== 0)
    throw new StageError(
      `${server} wants a restart for its updates, and is not restarted: ${quote(asked.stderr.trim().split('\n').at(-1) ?? '', 200)}`,
    );
  if (asked?.stdout.trim() === 'none') return;
  run.progress(id, 'waiting for the host to come back');
  const back = await until(session, BACK_MS, async () => {
    const now = await factsOf(session.cluster, host).catch((error: unknown) => {
      if (error instanceof HostError && AWAY.includes(error.code)) return undefined;
      throw error;
    });
    // Docker takes some seconds more than sshd.
    return now && now.bootId !== before.bootId && isKnown(now.docker) ? now : undefined;
  });
  if (!back && session.signal.aborted) throw new Cancelled(`${server} restarts; the next run goes on`);
  if (!back)
    throw new StageError(
      `${server} was restarted for its updates and is not back after ${BACK_MS / 60_000} minutes: look at its console; the next run goes on`,
    );
  if (back.rebootRequired) session.log.warning(`${server} was restarted, and its updates want that still`);
}
