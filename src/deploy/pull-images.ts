import { digestsOnHost } from '../host/image-digests';
import { pullCommand } from '../plan/host-commands';
import { fetchedBy, type Fetched } from '../plan/images';
import type { Change } from '../stages/change';
import { checkPbxImage, checkServerImage } from '../stages/image-version';
import { StageError } from '../stages/stage-error';
import { hostOf, type Run } from '../stages/run';
import { list } from '../text/list';
import { runScript } from '../stages/script';

/** `sha256:…` by name */
export type Images = Readonly<Record<string, string>>;

/** Images that a change waits for before it stops what runs. */
function pulledBy(change: Change): readonly string[] {
  if (change.kind === 'pbx-image') return [change.image];
  return change.kind === 'role' ? (change.pull ?? []) : [];
}

/** Whether something that runs is stopped for another image. */
export function pulls(change: Change): boolean {
  return pulledBy(change).length > 0;
}

/**
 * Fetches the new images to all hosts that will be upgraded, side by side, while the old ones still serve: the outage is the
 * restart and not the download. Rejects when one could not be fetched or is not the version that it was taken for: then nothing
 * is stopped anywhere. `mayPull` resolves once a change's machine is signed in to where its images are, or rejects.
 */
export async function pullImages(
  changes: readonly Change[],
  run: Run,
  images: Images = {},
  mayPull: (change: Change) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const results = await Promise.allSettled(
    changes.filter(pulls).map(async (change) => {
      await mayPull(change);
      await pull(change, run, images);
    }),
  );
  const failures = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length === 0) return;
  const why = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
  throw new StageError(`An image could not be had, so no server was stopped: ${why}`);
}

async function pull(change: Change, run: Run, images: Images): Promise<void> {
  const machine = change.kind === 'role' ? change.wanted : run.session.cluster.pbx.machine;
  const there = pulledBy(change);
  for (const image of there) await fetch(change, { image, machine }, run, images);
  await fetchAsPlanned(change, run, images, there);
  if (change.kind === 'pbx-image') await checkPbxImage(run, change.image, change.version);
  if (change.kind === 'role')
    await checkServerImage(
      run,
      change.wanted,
      change.causes.some(({ cause }) => cause === 'behind-pbx'),
    );
}

/**
 * Before anything is installed with an image that somebody has seen: fetches it, and stops where its tag was moved since. What
 * is not known is left to the control script. `but`: what is there already.
 */
export async function fetchAsPlanned(
  change: Change,
  run: Run,
  images: Images,
  but: readonly string[] = [],
): Promise<void> {
  for (const one of fetchedBy(change, run.session.cluster))
    if (!but.includes(one.image) && Object.hasOwn(images, one.image)) await fetch(change, one, run, images);
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
