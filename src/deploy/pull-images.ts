import { digestsOnHost } from '../host/image-digests';
import { pullCommand } from '../plan/host-commands';
import { fetchedBy, type Fetched } from '../plan/images';
import type { Change } from '../stages/change';
import { StageError } from '../stages/stage-error';
import { hostOf, type Run } from '../stages/run';
import { list } from '../text/list';
import { runScript } from '../stages/script';

/** `sha256:…` by name */
export type Images = Readonly<Record<string, string>>;

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
export async function pullImages(changes: readonly Change[], run: Run, images: Images = {}): Promise<void> {
  const results = await Promise.allSettled(
    changes.map(async (change) => {
      const image = pulledBy(change);
      if (image === undefined) return;
      const machine = change.kind === 'role' ? change.wanted : run.session.cluster.pbx.machine;
      await fetch(change, { image, machine }, run, images);
      await fetchAsPlanned(change, run, images, image);
    }),
  );
  const failures = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length === 0) return;
  const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
  throw new StageError(`An image could not be fetched, so no server was stopped: ${why}`);
}

/**
 * Before anything is installed with an image that somebody has seen: fetches it, and stops where its tag was moved since. What
 * is not known is left to the control script. `but`: one that is there already.
 */
export async function fetchAsPlanned(change: Change, run: Run, images: Images, but?: string): Promise<void> {
  for (const one of fetchedBy(change, run.session.cluster))
    if (one.image !== but && Object.hasOwn(images, one.image)) await fetch(change, one, run, images);
}

async function fetch({ id }: Change, { image, machine }: Fetched, run: Run, images: Images): Promise<void> {
  run.progress(id, `pulling ${image}`);
  await runScript(run, pullCommand(machine, image), {
    id,
    key: `pull-${machine.name}`,
    title: `pull ${image} to ${machine.name}`,
  });
  const planned = Object.hasOwn(images, image) ? images[image] : undefined;
  if (planned === undefined) return;
  const there = await digestsOnHost(hostOf(run, machine), image);
  if (there.includes(planned)) return;
  throw new StageError(
    `${image} is not what was planned: its tag was moved since. Planned: ${planned}; fetched to ${machine.name}: ${list(there) || 'an image without a digest'}. Plan again, look at it, and deploy that`,
  );
}
