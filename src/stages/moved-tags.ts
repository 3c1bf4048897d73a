import type { Machine } from '../cluster/types';
import type { Finding } from '../finding';
import { digestsOnHost, imagesAtRegistry } from '../host/image-digests';
import { containerOf } from '../host/control-plane';
import { isReachable } from '../host/reachable';
import { seen } from '../host/reading';
import { HostError } from '../host/types';
import { pbxContainer, type Live } from './live';
import type { Session } from './session';

/** An image that something runs, by the tag that it was installed with. */
interface Running {
  image: string;
  imageId: string;
  version?: string;
  /** In sentences */
  by: string;
  machine: Machine;
}

/**
 * Tags that stand for another image at their registry than for what runs: each asked for once, by a machine that runs it. PortSIP moves
 * `portsip/pbx:22` with each release (source: its guide to upgrades within v22, which names no other tag). Whoever cannot ask
 * says so (`tag-unknown`), as what was known of it is neither there nor gone then.
 */
export async function movedTags(session: Pick<Session, 'cluster' | 'hosts'>, live: Live): Promise<Finding[]> {
  const found = await Promise.all(running(session, live).map((one) => lookUp(session, one)));
  const moved = found.flatMap(({ moved: text }) => text ?? []);
  const unsure = found.flatMap(({ unknown: text }) => text ?? []);
  return [
    ...(moved.length === 0
      ? []
      : [
          {
            code: 'tag-moved',
            severity: 'note' as const,
            message: `${moved.join('; ')}. Nothing is upgraded by that; to have what is new, say so in the cluster file (pbx.version, or another image)`,
          },
        ]),
    ...(unsure.length === 0
      ? []
      : [
          {
            code: 'tag-unknown',
            severity: 'note' as const,
            message: `Whether a tag was moved at its registry since it was installed cannot be told: ${unsure.join(', ')}`,
          },
        ]),
  ];
}

function running({ cluster }: Pick<Session, 'cluster'>, live: Live): Running[] {
  const pbx = pbxContainer(live);
  const all: Running[] = [
    ...(pbx ? [{ ...pbx, by: 'what the PBX runs', machine: cluster.pbx.machine }] : []),
    ...cluster.servers.flatMap((server) => {
      const facts = live.hosts.get(server.name);
      const container = isReachable(facts) ? seen(containerOf(server, facts)) : undefined;
      return container ? [{ ...container, by: `what ${server.name} runs`, machine: server }] : [];
    }),
  ];
  const once = new Map<string, Running>();
  for (const one of all) if (!one.image.includes('@') && !once.has(one.image)) once.set(one.image, one);
  return [...once.values()];
}

async function lookUp({ hosts }: Pick<Session, 'hosts'>, one: Running): Promise<{ moved?: string; unknown?: string }> {
  const { image, imageId, version, by, machine } = one;
  const host = hosts.host(machine);
  const [there, now] = await Promise.all([
    digestsOnHost(host, imageId).catch(noHost),
    imagesAtRegistry(host, [image]).then((known) => known[image]?.digest),
  ]);
  if (now === undefined || there.length === 0) return { unknown: `${image} on ${machine.name}` };
  if (there.includes(now)) return {};
  return {
    moved: `${image} stands for another image at its registry (${now}) than ${by}${version === undefined ? '' : `, version ${version}`}`,
  };
}

function noHost(error: unknown): string[] {
  if (error instanceof HostError) return [];
  throw error;
}
