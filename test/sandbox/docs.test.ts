import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { realClock } from '../../src/clock';
import { startBench, type Bench } from './cluster';

/* What the pages for newcomers tell people to type, typed as it stands there, by /bin/sh and with the program that is released. */
jest.setTimeout(300_000);

const PAGES = [
  'README.md',
  'docs/getting-started.md',
  'docs/cookbook.md',
  'docs/high-availability.md',
  'docs/command-line.md',
];

/** Lines of shell blocks that call the command line, each with those that it goes on in. */
function commandsIn(page: string): string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.replace(/\\\n\s*/g, ' ').split('\n'))
    .filter((line) => line.startsWith('portsip-cluster '));
}

let bench: Bench;
let folder: string;
beforeAll(async () => {
  bench = await startBench({ clock: realClock });
  folder = mkdtempSync(join(tmpdir(), 'portsip-typed-'));
  const { PORTSIP_SSH_PRIVATE_KEY: key = '', PORTSIP_SSH_KNOWN_HOSTS: knownHosts = '' } = bench.sandbox.env;
  mkdirSync(join(folder, '.ssh'));
  for (const [name, text] of [
    ['deploy', key],
    ['.ssh/deploy', key],
    ['known_hosts', knownHosts],
    ['.ssh/known_hosts', knownHosts],
    ['cluster.yaml', bench.sandbox.clusterFile()],
    ['bin/portsip-cluster', `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/index.js')}" "$@"\n`],
  ] as const) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  }
  chmodSync(join(folder, 'bin/portsip-cluster'), 0o755);
  // What the vendor has published, without the way there.
  cpSync('src/sandbox/host/opt/portsip', join(folder, 'vendor/v22.x'), { recursive: true });
  expect((await bench.deploy()).failed).toEqual([]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

const typed = PAGES.flatMap((page) => commandsIn(page).map((line) => [page, line] as const)).filter(
  // Stories of their own, which other tests play.
  ([, line]) => !line.startsWith('portsip-cluster demo'),
);

test('there are commands to type', () => {
  const verbs = new Set(typed.map(([, line]) => line.split(/\s+/)[1]));
  expect([...verbs].sort()).toEqual(
    expect.arrayContaining(['deploy', 'import', 'plan', 'restart', 'status', 'validate']),
  );
});

test.each(typed)('%s: %s', async (_, line) => {
  const { env } = bench.sandbox;
  const { PORTSIP_PBX_FINGERPRINT: fingerprint = '', PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD } = env;
  const cluster = bench.config(() => {}, { id: 'typed', host: 'terminal' }).cluster;
  const { user, port, host } = cluster.ssh.jumpHost ?? { user: '', port: 0, host: '' };
  // Where the PBX and the way to the hosts are elsewhere than the page says, and nobody is there to type yes.
  const more = {
    import: ` --api ${cluster.pbx.api} --jump-host ${user}@${host}:${port} --force`,
    deploy: ' --yes',
    restart: ' --yes',
  } as Record<string, string>;
  const verb = line.split(/\s+/)[1] ?? '';
  // Each page begins in a folder of its own, and nothing is written over.
  if (verb === 'init') rmSync(join(folder, '.github'), { recursive: true, force: true });
  const command =
    line.replace('AB:CD:…', fingerprint).replace(/https:\/\/github\.com\/\S+/, join(folder, 'vendor')) +
    (line.includes('--yes') ? '' : (more[verb] ?? ''));
  const child = spawn('/bin/sh', ['-c', command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      HOME: folder,
      ...{ PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD },
      ...(line.includes('--pbx-fingerprint') ? {} : env),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  const status = await new Promise((done) => child.once('close', done));
  expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' });
});
