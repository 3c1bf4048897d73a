import { pullCommand } from '../plan/host-commands';
import type { Change } from '../stages/change';
import { StageError } from '../stages/stage-error';
import type { Run } from '../stages/run';
import { runScript } from '../stages/script';

/** The image that a change waits for before it stops what runs. */
function pulledBy(change: Change): string | undefined {
  if (change.kind === 'pbx-image') return change.image;
  return change.kind === 'role' ? change.pull : undefined;
}

/** Whether something that runs is stopped for another image. */
export function pulls(change: Change): boolean {
  return pulledBy(change) !== undefined;
}

/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched: then nothing is stopped anywhere.
 */
export async function pullImages(changes: readonly Change[], run: Run): Promise<void> {
  const results = await Promise.allSettled(
    changes.map(async (change) => {
      const image = pulledBy(change);
      if (image === undefined) return;
      const machine = change.kind === 'role' ? change.wanted : run.session.cluster.pbx.machine;
      run.progress(change.id, `pulling ${image}`);
      await runScript(run, pullCommand(machine, image), {
        id: change.id,
        key: `pull-${machine.name}`,
        title: `pull ${image} to ${machine.name}`,
      });
    }),
  );
  const failures = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length === 0) return;
  const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
  throw new StageError(`An image could not be fetched, so no server was stopped: ${why}`);
}
