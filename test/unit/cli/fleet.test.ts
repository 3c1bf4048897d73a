import '../github/actions-modules';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { run } from './fake';
import { fleetRepository, type FleetRepository } from './fleet-repository';

const here = process.cwd();
let repository: FleetRepository;

beforeEach(() => {
  repository = fleetRepository();
  repository.cluster('acme', 1, 'deploy: { runner: [self-hosted, site-a], environment: site-a, wave: 2 }\n');
  repository.cluster('umbra', 2);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '-m', 'Begin');
});
afterEach(() => repository.leave());

test('fleet list tells the clusters, those of the first wave first', async () => {
  const { exitCode, out } = await run(['fleet', 'list']);
  expect([exitCode, out]).toEqual([
    0,
    `CLUSTER  FILE                         WAVE  RUNNER              ENVIRONMENT
umbra    clusters/umbra/cluster.yaml  1
acme     clusters/acme/cluster.yaml   2     self-hosted site-a  site-a
2 clusters.
`,
  ]);
});

test('fleet list --base tells what differs and what left, and its JSON is what schema/fleet.schema.json says', async () => {
  rmSync(join(repository.dir, 'clusters/umbra'), { recursive: true });
  repository.cluster('new', 3);
  const { exitCode, out } = await run(['fleet', 'list', '--base', 'main', '--json']);
  expect(exitCode).toBe(0);
  const document: unknown = JSON.parse(out);
  expect(document).toEqual({
    version: 1,
    clusters: [
      { file: 'clusters/new/cluster.yaml', name: 'new', servers: 1, wave: 1, changed: true },
      {
        ...{ file: 'clusters/acme/cluster.yaml', name: 'acme', servers: 1, runner: ['self-hosted', 'site-a'] },
        ...{ environment: 'site-a', wave: 2, changed: false },
      },
    ],
    left: [{ file: 'clusters/umbra/cluster.yaml', name: 'umbra' }],
  });
  const schema = JSON.parse(readFileSync(resolve(here, 'schema/fleet.schema.json'), 'utf8')) as object;
  const valid = new Ajv({ strict: false }).compile(schema);
  expect([valid(document), valid({})]).toEqual([true, false]);
  expect((await run(['fleet', 'list', '--base', 'main'])).out).toContain('nothing of the cluster umbra is removed');
});

test('every fault of all files is told, and a base that is none', async () => {
  repository.cluster('acme', 1, 'shh: 1\n');
  repository.cluster('umbra', 2, 'nmae: 1\n');
  const { exitCode, err } = await run(['fleet', 'list']);
  expect(exitCode).toBe(2);
  expect(err).toContain('clusters/acme/cluster.yaml:7:1: error:');
  expect(err).toContain('clusters/umbra/cluster.yaml:7:1: error:');
  expect(await run(['fleet', 'list', '--base', 'nowhere'])).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--base: "nowhere" is not a commit of this checkout') as string,
  });
});

test('what is for another of its words is said, and nothing done', async () => {
  const { exitCode, err } = await run(['fleet', 'list', 'acme', '--html', 'x.html', '--exit-code']);
  expect([exitCode, err]).toEqual([
    2,
    'Error: --html, --exit-code and names of clusters: not for fleet list; see portsip-cluster help fleet\n',
  ]);
  expect((await run(['fleet', 'plan', '--base', 'main'])).err).toContain('--base: not for fleet plan');
});
