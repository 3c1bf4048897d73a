import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { DEFAULT_OPTIONS } from '../../../src/deploy/options';
import { deploy } from '../../../src/deploy/run';
import { makePlan } from '../../../src/plan/plan';
import type { Plan } from '../../../src/plan/types';
import { deployed } from '../../../src/stages/deployed';
import { observe } from '../../../src/stages/observe';
import { generator } from '../../sandbox/random';
import { add, first } from './history';
import { FILE_EVENTS, type FileText, type Scene } from './people';
import { openTo } from './session';
import { World } from './world';

/* Whoever compares two files without asking anybody is told what the live cluster needs, as long as that is what the first one says. */

const SEEDS = [1, 2, 3];

const clusterOf = (file: FileText): Cluster | undefined => parseCluster(JSON.stringify(file), 'cluster.yaml').cluster;

const shown = ({ changes }: Plan) =>
  changes.map(({ id, action, impact, causes }) => [id, action, impact, causes.map(({ cause }) => cause).join()]);

async function both(name: string, seed: number): Promise<{ offline: unknown; live: unknown } | undefined> {
  const world = new World();
  const scene: Scene = { world, random: generator(seed), before: [], file: first('acme', 'servers') };
  for (const role of ['media', 'media', 'queue', 'queue', 'meeting', 'im'] as const) add(scene, role);
  const base = clusterOf(scene.file);
  if (!base) throw new Error('not a cluster file');
  for (let run = 0; run < 2; run++) await deploy(openTo(world, base), { ...DEFAULT_OPTIONS }, 8);
  world.at += 3_600_000;
  const removesIm = name === 'the IM server goes';
  if (removesIm) scene.file.servers = scene.file.servers.filter(({ role }) => role !== 'im');
  else FILE_EVENTS[name]?.(scene);
  const head = clusterOf(scene.file);
  if (!head) return undefined;
  const { live } = await observe(openTo(world, head), { outside: false });
  return { offline: shown(makePlan(head, deployed(base, head))), live: shown(makePlan(head, live)) };
}

/** What happens to the file alone; those that come after happen to machines as well. */
const TO_THE_FILE = Object.keys(FILE_EVENTS).slice(0, 15);

it.each(['the IM server goes', ...TO_THE_FILE])('%s: the same, asked or not', async (name) => {
  for (const seed of SEEDS) {
    const plans = await both(name, seed);
    expect({ seed, plan: plans?.offline }).toEqual({ seed, plan: plans?.live });
  }
});
