import { imagesAtRegistry, type ImageSeen } from '../host/image-digests';
import { fetchedBy } from '../plan/images';
import { withImages } from '../plan/plan';
import type { Plan } from '../plan/types';
import type { Session } from '../stages/session';

/** The same plan with what its images are now: each asked for by one of the hosts that will fetch it. */
export async function lookUpImages({ cluster, hosts, log }: Session, plan: Plan): Promise<Plan> {
  const where = new Map(
    plan.changes.flatMap((change) => fetchedBy(change, cluster).map(({ image, machine }) => [image, machine] as const)),
  );
  const found = await Promise.all(
    [...where].map(async ([image, machine]): Promise<Record<string, ImageSeen>> => {
      const known = await imagesAtRegistry(hosts.host(machine), [image]);
      if (!known[image]) log.debug(`${machine.name} cannot tell what ${image} is now`);
      return known;
    }),
  );
  return withImages(plan, Object.assign({}, ...found) as Record<string, ImageSeen>);
}
