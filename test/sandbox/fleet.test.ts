import '../unit/github/actions-modules';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import type { FleetPlanDocument, FleetStatusDocument } from '../../src/cli/documents';
import type { Output } from '../../src/cli/io';
import { quick, siteTopology, startBench, type Bench } from './cluster';

/* Two live clusters of one repository, each with its own secrets, and one that is nowhere: on a terminal. */
jest.setTimeout(180_000);

const here = process.cwd();
const benches = new Map<string, Bench>();
let dir: string;

async function site(name: string, net: number): Promise<void> {
  const bench = await startBench({ topology: siteTopology(net) });
  benches.set(name, bench);
  expect((await bench.deploy((file) => (file.name = name))).ok).toBe(true);
  write(name, bench.sandbox.clusterFile(quick(bench.sandbox, (file) => (file.name = name))));
}

function write(name: string, text: string): void {
  mkdirSync(join(dir, 'clusters', name), { recursive: true });
  writeFileSync(join(dir, 'clusters', name, 'cluster.yaml'), text);
}

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'portsip-fleet-')));
  execFileSync('git', ['init', '--quiet', '-b', 'main'], { cwd: dir });
  await Promise.all([site('anna', 11), site('bert', 12)]);
  write(
    'cleo',
    `version: 1
name: cleo
image: portsip/pbx:22
pbx: { private_ip: 127.0.0.9 }
servers: []
`,
  );
  process.chdir(dir);
});
afterAll(async () => {
  process.chdir(here);
  await Promise.all([...benches.values()].map((bench) => bench.close()));
  rmSync(dir, { recursive: true, force: true });
});

/** Each cluster's variables under its own name, and none that is for all */
function environment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, { sandbox }] of benches)
    for (const [key, value] of Object.entries(sandbox.env)) env[`${key}__${name.toUpperCase()}`] = value;
  return env;
}

async function type(...argv: string[]) {
  const [anna] = benches.values();
  if (!anna) throw new Error('no cluster');
  const texts = { out: '', err: '' };
  const stream = (to: keyof typeof texts): Output => ({
    write: (text) => void (texts[to] += text),
    isTTY: false,
    columns: 100,
    rows: 24,
  });
  const code = await main(argv, {
    env: environment(),
    home: dir,
    out: stream('out'),
    err: stream('err'),
    interactive: false,
    ask: () => Promise.resolve(undefined),
    askSecret: () => Promise.resolve(undefined),
    onInterrupt: () => () => {},
    exit: (exitCode) => {
      throw new Error(`left with ${exitCode}`);
    },
    now: anna.sandbox.clock.now,
    clock: anna.sandbox.clock,
  });
  return { code, ...texts };
}

test('what is well, what is not, and what nobody could sign in to; no secret of one comes to the other', async () => {
  const media = benches.get('bert')?.sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1');
  Object.assign(media ?? {}, { enabled: false });
  const { code, out } = await type('fleet', 'status', '--json');
  const { clusters } = JSON.parse(out) as FleetStatusDocument;
  expect([code, clusters.map(({ name, healthy }) => [name, healthy])]).toEqual([
    4,
    [
      ['bert', false],
      ['cleo', 'unknown'],
      ['anna', true],
    ],
  ]);
  expect(clusters[1]?.problem).toContain('PORTSIP_PBX_USERNAME');
  expect(clusters[2]?.status?.servers.map(({ state, running }) => [state, running])).toEqual([['online', true]]);

  const [anna, bert] = ['anna', 'bert'].map((name) => benches.get(name)?.sandbox);
  for (const [one, other] of [
    [anna, bert],
    [bert, anna],
  ]) {
    const asked = JSON.stringify(one?.pbx.requests);
    expect(asked).toContain(one?.credentials.pbxPassword ?? '?');
    expect(asked).not.toContain(other?.credentials.pbxPassword);
  }
});

test('fleet plan asks each as plan does', async () => {
  const { code, out } = await type('fleet', 'plan', '--json');
  const { clusters } = JSON.parse(out) as FleetPlanDocument;
  expect([code, clusters.map(({ name, plan }) => [name, plan?.changes.map(({ id }) => id)])]).toEqual([
    4,
    [
      ['cleo', undefined],
      ['bert', ['server/media-server-1']],
      ['anna', []],
    ],
  ]);
});
