import type { Finding } from '../../../src/finding';
import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { planDocument } from '../../../src/plan/document';
import { heldIn } from '../../../src/plan/held';
import { forServers, makePlan, planSteps } from '../../../src/plan/plan';
import type { Plan } from '../../../src/plan/types';
import { markdownSteps, renderMarkdown } from '../../../src/render/markdown';
import { renderTerminal, terminalSteps } from '../../../src/render/terminal';
import { clusterFileServer, largeTopology } from '../../../src/sandbox/topology';
import { inSlices, type Steps } from '../../../src/slices';
import type { ChangeId } from '../../../src/stages/change';
import { deployed } from '../../../src/stages/deployed';
import { statusReport } from '../../../src/status/report';
import type { Live } from '../../../src/stages/live';

/*
 * A plan of thousands of servers: its parts grow with them and not with their square, which is counted and not timed, and nothing of it is one
 * long piece of work.
 */

function largeCluster(count: number, image = 'portsip/pbx:22'): Cluster {
  const { main, servers } = largeTopology(count);
  const file = {
    version: 1,
    name: 'large',
    image,
    pbx: { private_ip: main.address },
    ssh: { user: 'pbx' },
    servers: servers.map(clusterFileServer),
  };
  const { cluster, problems } = parseCluster(JSON.stringify(file), 'cluster.yaml');
  if (!cluster) throw new Error(problems.map(({ message }) => message).join('\n'));
  return cluster;
}

/** What is known of a cluster of so many servers, and the cluster as it is wanted */
type State = (count: number) => { cluster: Cluster; live: Live };

const STATES: Record<string, State> = {
  'all new': (count) => {
    const cluster = largeCluster(count);
    return { cluster, live: { ...deployed(undefined, cluster), live: true } };
  },
  'nothing to do': (count) => {
    const cluster = largeCluster(count);
    return { cluster, live: { ...deployed(cluster, cluster), live: true } };
  },
  'all get another image': (count) => {
    const cluster = largeCluster(count, 'portsip/pbx:22.9');
    return { cluster, live: { ...deployed(largeCluster(count), cluster), live: true } };
  },
  'half of them new': (count) => {
    const cluster = largeCluster(count);
    const before = { ...cluster, servers: cluster.servers.slice(0, count / 2) };
    return { cluster, live: { ...deployed(before, cluster), live: true } };
  },
  'half of them leave': (count) => {
    const before = largeCluster(count);
    const cluster = { ...before, servers: before.servers.slice(0, count / 2) };
    return { cluster, live: { ...deployed(before, cluster), live: true } };
  },
};

/** Objects of which it is counted how often anybody looks at something in them */
class Counter {
  reads = 0;

  readonly of = <T extends object>(object: T): T =>
    new Proxy(object, {
      get: (target, name) => {
        this.reads += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
}

function readsOfPlanning(count: number, state: State): number {
  const { cluster, live } = state(count);
  const counter = new Counter();
  const { servers } = live.portal;
  makePlan(
    { ...cluster, servers: cluster.servers.map(counter.of) },
    {
      ...live,
      hosts: new Map([...live.hosts].map(([name, facts]) => [name, counter.of(facts)])),
      portal: {
        ...live.portal,
        servers: Object.fromEntries(
          Object.entries(servers).map(([role, entries]) => [role, entries.map(counter.of)]),
        ) as unknown as typeof servers,
        ipFilters: live.portal.ipFilters.map(counter.of),
      },
    },
  );
  return counter.reads;
}

/** `lists`: of other changes, of which many have the same */
interface Reads {
  changes: number;
  lists: number;
}

function readsOf(count: number, state: State, use: (plan: Plan, cluster: Cluster) => unknown): Reads {
  const { cluster, live } = state(count);
  const plan = makePlan(cluster, live);
  const [ofChanges, ofLists] = [new Counter(), new Counter()];
  const lists = new Map<readonly ChangeId[], readonly ChangeId[]>();
  const list = (ids: readonly ChangeId[]) => {
    const counted = lists.get(ids) ?? ofLists.of(ids);
    lists.set(ids, counted);
    return counted;
  };
  const changes = plan.changes.map(({ oneOf, afterAll, ...change }) => ({
    ...change,
    ...(oneOf && { oneOf: list(oneOf) }),
    ...(afterAll && { afterAll: list(afterAll) }),
  }));
  use({ ...plan, changes: changes.map(ofChanges.of) }, cluster);
  return { changes: ofChanges.reads, lists: ofLists.reads };
}

const EVEN = (cluster: Cluster) => cluster.servers.filter((_, index) => index % 2 === 0).map(({ name }) => name);
const BLOCKING: Finding = {
  code: 'main-unreachable',
  severity: 'blocking',
  message: 'The main server does not answer',
};

const FEW = 60;
/** Twice as many servers are twice as much work, and some for putting them in order; with the square it would be four times. */
const MOST = 2.3;

describe.each(Object.entries(STATES))('%s', (_, state) => {
  it('is decided by looking at each server as often, however many there are', () => {
    expect(readsOfPlanning(2 * FEW, state) / readsOfPlanning(FEW, state)).toBeLessThan(MOST);
  });

  it.each<[string, (plan: Plan, cluster: Cluster) => unknown]>([
    ['to a terminal', (plan, cluster) => renderTerminal(plan, { color: false, cluster })],
    ['in Markdown', (plan, cluster) => renderMarkdown(plan, { clusterFile: 'cluster.yaml', cluster })],
    ['in plan.json', (plan) => planDocument(plan)],
    ['of a look at how it is', (plan, cluster) => statusReport(cluster, deployed(undefined, cluster), plan)],
    ['where all of it is blocked', (plan) => heldIn({ ...plan, warnings: [BLOCKING] })],
    [
      'for half of its servers',
      (plan, cluster) => forServers(plan, { names: new Set(EVEN(cluster)), roles: new Set() }),
    ],
  ])('is told %s by looking at each change as often', (_name, tell) => {
    const [few, many] = [readsOf(FEW, state, tell), readsOf(2 * FEW, state, tell)];
    expect((many.changes + 1) / (few.changes + 1)).toBeLessThan(MOST);
    expect((many.lists + 1) / (few.lists + 1)).toBeLessThan(MOST);
  });

  it('comes to the same in slices', async () => {
    const { cluster, live } = state(FEW);
    const plan = makePlan(cluster, live);
    await expect(inSlices(planSteps(cluster, live))).resolves.toEqual(plan);
    const [terminal, markdown] = [
      { color: true, cluster },
      { clusterFile: 'cluster.yaml', cluster },
    ];
    await expect(inSlices(terminalSteps(plan, terminal))).resolves.toBe(renderTerminal(plan, terminal));
    await expect(inSlices(markdownSteps(plan, markdown))).resolves.toBe(renderMarkdown(plan, markdown));
  });
});

it('is as much text for each server in plan.json', () => {
  const sizes = [5 * FEW, 10 * FEW].map((count) => {
    const { cluster, live } = largeNew(count);
    return JSON.stringify(planDocument(makePlan(cluster, live))).length;
  });
  expect((sizes[1] ?? 0) / (sizes[0] ?? 1)).toBeLessThan(MOST);
});

it('is worked out and told in more steps the more servers there are', () => {
  const { cluster, live } = largeNew(FEW);
  const plan = makePlan(cluster, live);
  expect(stepsOf(planSteps(cluster, live))).toBeGreaterThan(plan.changes.length);
  expect(stepsOf(terminalSteps(plan, { color: false, cluster }))).toBeGreaterThan(FEW);
  expect(stepsOf(markdownSteps(plan, { clusterFile: 'cluster.yaml', cluster }))).toBeGreaterThan(plan.changes.length);
});

function largeNew(count: number): ReturnType<State> {
  const cluster = largeCluster(count);
  return { cluster, live: deployed(undefined, cluster) };
}

function stepsOf(steps: Steps<unknown>): number {
  let count = 0;
  while (!steps.next().done) count += 1;
  return count;
}
