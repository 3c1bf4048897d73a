import type { Machine } from '../cluster/types';
import { imagesAtRegistry, type ImageSeen } from '../host/image-digests';
import { fetchedBy } from '../plan/images';
import { withImages } from '../plan/plan';
import type { Plan } from '../plan/types';
import type { Session } from '../stages/session';

/** How many hosts are asked for an image before it is not known: each that cannot tell may take half a minute. */
const MOST_HOSTS = 3;

/** The same plan with what its images are now: each asked for by the hosts that will fetch it, until one can tell. */
export async function lookUpImages({ cluster, hosts, log }: Session, plan: Plan): Promise<Plan> {
  const where = new Map<string, Machine[]>();
  for (const change of plan.changes)
    for (const { image, machine } of fetchedBy(change, cluster))
      where.set(image, [...(where.get(image) ?? []), machine]);
  const found = await Promise.all(
    [...where].map(async ([image, machines]): Promise<Record<string, ImageSeen>> => {
      for (const machine of machines.slice(0, MOST_HOSTS)) {
        const known = await imagesAtRegistry(hosts.host(machine), [image]);
        if (known[image]) return known;
        log.debug(`${machine.name} cannot tell what ${image} is now`);
      }
      return {};
    }),
  );
  return withImages(plan, Object.assign({}, ...found) as Record<string, ImageSeen>);
}
