import '../github/actions-modules';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { run } from './fake';

const here = process.cwd();
let dir: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], { cwd: dir });

function cluster(name: string, host: number, more = ''): void {
  mkdirSync(join(dir, 'clusters', name), { recursive: true });
  writeFileSync(
    join(dir, 'clusters', name, 'cluster.yaml'),
    `version: 1
name: ${name}
image: portsip/pbx:22
pbx: { private_ip: 192.168.${host}.20 }
servers:
  - { name: media-1, role: media, private_ip: 192.168.${host}.21, public_ip: 203.0.113.21 }
${more}`,
  );
}

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'portsip-fleet-')));
  git('init', '--quiet', '-b', 'main');
  cluster('acme', 1, 'deploy: { runner: [self-hosted, site-a], environment: site-a, wave: 2 }\n');
  cluster('umbra', 2);
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Begin');
  process.chdir(dir);
});
afterEach(() => {
  process.chdir(here);
  rmSync(dir, { recursive: true, force: true });
});

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
  rmSync(join(dir, 'clusters/umbra'), { recursive: true });
  cluster('new', 3);
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
  cluster('acme', 1, 'shh: 1\n');
  cluster('umbra', 2, 'nmae: 1\n');
  const { exitCode, err } = await run(['fleet', 'list']);
  expect(exitCode).toBe(2);
  expect(err).toContain('clusters/acme/cluster.yaml:7:1: error:');
  expect(err).toContain('clusters/umbra/cluster.yaml:7:1: error:');
  expect(await run(['fleet', 'list', '--base', 'nowhere'])).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('--base: "nowhere" is not a commit of this checkout') as string,
  });
});
