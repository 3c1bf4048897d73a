import { timeout } from '../clock';
import type { Server } from '../cluster/types';
import { forListedRoles, LISTED_ROLES } from '../cluster/roles';
import { controlPlane } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { HostError } from '../host/types';
import { parseRecord } from '../stages/cluster-record';
import type { Live } from '../stages/live';
import { findServer } from '../stages/names';
import { Portal } from '../stages/portal';
import { seenForLong } from '../stages/online';
import { outOfCalls } from '../stages/record';
import { RecordKeeper } from '../stages/record-keeper';
import type { Session } from '../stages/session';

/** Waits for control scripts that an earlier run left running, their logs shown. True when there was one. */
export async function endRunningJobs(session: Session, live: Live): Promise<boolean> {
  const { cluster, hosts, log, signal } = session;
  const machines = [cluster.pbx.machine, ...cluster.servers];
  const running = machines.flatMap((machine) => {
    const facts = machine === cluster.pbx.machine ? live.main : live.hosts.get(machine.name);
    return isReachable(facts) && facts.runningJob ? [{ machine, job: facts.runningJob }] : [];
  });
  await Promise.all(
    running.map(async ({ machine, job }) => {
      log.info(`${machine.name}: "${job.title}" of an earlier run is still at work; waiting for it to end`);
      try {
        const { exitCode } = await hosts.host(machine).attach(job, (line) => log.remote(machine.name, line), signal);
        log.info(
          `${machine.name}: "${job.title}" ${exitCode === undefined ? 'was interrupted' : `ended (exit ${exitCode})`}`,
        );
      } catch (error) {
        // The other hosts can still be worked on; this one is looked at once more like all of them.
        if (!(error instanceof HostError) || signal.aborted) throw error;
        log.warning(error.message);
      }
    }),
  );
  return running.length > 0;
}

/** A cancelled job has five minutes for all its `post` steps. */
const COME_BACK_MS = 90_000;

/** Whether nothing is at work on the host any more; waits for that as long as there is time. */
async function scriptEnded(session: Session, server: Server): Promise<boolean> {
  const { cluster, hosts, log } = session;
  const host = hosts.host(controlPlane(cluster).controlMachine(server));
  const enough = timeout(session, COME_BACK_MS);
  try {
    const { runningJob } = await host.facts({ scriptsPath: cluster.scriptsPath, dataPath: server.dataPath });
    if (runningJob) await host.attach(runningJob, (line) => log.remote(server.name, line), enough.signal);
    return true;
  } catch (error) {
    log.debug(String(error));
    return false;
  } finally {
    enough.stop();
  }
}

/** Servers that a cancelled run had drained take calls again, if they answer. Gives the names of those that do not. */
export async function repairDrained(session: Session): Promise<string[]> {
  const { cluster, hosts, pbx, log } = session;
  const main = hosts.host(cluster.pbx.machine);
  const facts = await main.facts({
    scriptsPath: cluster.scriptsPath,
    dataPath: cluster.dataPath,
    record: cluster.name,
  });
  if (!isKnown(facts.record)) {
    log.warning(`Servers that this run drained stay as they are: the record cannot be read (${facts.record.unknown})`);
    return [];
  }
  const { record } = parseRecord(facts.record, cluster.name);
  if (!record || record.draining.length === 0) return [];
  const lists = await Promise.all(LISTED_ROLES.map(async (role) => [role, await pbx.servers(role)] as const));
  const byRole = new Map(lists);
  const portal = new Portal(forListedRoles((role) => byRole.get(role) ?? []));
  const keeper = new RecordKeeper(record, main, () => ({
    run: session.run.id,
    time: new Date(session.now()).toISOString(),
  }));
  for (const name of record.draining) {
    const server = findServer(cluster, name);
    const entry = server && portal.forServer(server);
    if (!entry) continue;
    // The script that was at work when the run was cancelled goes on. As long as it does, the server may be ONLINE and
    // about to stop: calls that it got now would be cut.
    if (!(await scriptEnded(session, server))) {
      log.warning(`${name} was drained and is still worked on: it stays disabled; the next deploy goes on with it`);
      continue;
    }
    // What the script has stopped and started may be ONLINE still.
    if (!(await seenForLong(session, entry.role, entry, COME_BACK_MS))) {
      log.warning(`${name} was drained and is not ONLINE: it stays disabled; the next deploy goes on with it`);
      continue;
    }
    if (server.enabled && !entry.enabled) await pbx.updateServer(entry.role, entry.id, { enabled: true });
    const standIn = portal.builtIn(entry.role);
    if (standIn?.enabled && server.enabled && cluster.builtInServers === 'disabled')
      await pbx.updateServer(entry.role, standIn.id, { enabled: false });
    await keeper.update((before) => ({ ...before, draining: before.draining.filter((other) => other !== name) }));
    log.info(`${name} takes calls again`);
  }
  return outOfCalls(cluster, keeper.current);
}
