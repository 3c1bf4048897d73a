import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox, type Snapshot } from '../../src/sandbox/index';
import { generator } from './random';

/*
 * A deploy that is killed, at any line of its log, and run again ends in the same cluster as an undisturbed one, and no
 * control script runs twice. KILLS says at how many lines; SEED repeats a run.
 */
const KILLS = Number(process.env['KILLS'] ?? 5);
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
const CLI = join(__dirname, '../../dist/cli/index.js');

jest.setTimeout(180_000);

interface Cluster {
  snapshot: Snapshot;
  scripts: Record<string, string[]>;
  lines: number;
}

let undisturbed: Cluster;
beforeAll(async () => {
  undisturbed = await deployed(async (deploy) => {
    const { code, lines } = await deploy();
    expect(code).toBe(0);
    return lines;
  });
  expect(undisturbed.scripts['media-server-1']).toEqual(['run', 'restart']);
});

const random = generator(SEED);
const kills = Array.from({ length: KILLS }, () => random());

it.each(kills)(`killed at %f of its log (SEED=${SEED})`, async (fraction) => {
  const at = Math.floor(fraction * undisturbed.lines);
  const cluster = await deployed(async (deploy) => {
    const killed = await deploy(at);
    const { code, lines, output } = await deploy();
    if (code !== 0) throw new Error(`killed at line ${at} of:\n${killed.output}\nthen:\n${output}`);
    return lines;
  });
  expect(cluster.snapshot).toEqual(undisturbed.snapshot);
  expect(cluster.scripts).toEqual(undisturbed.scripts);
});

type Deploy = (killAtLine?: number) => Promise<{ code: number | null; lines: number; output: string }>;

async function deployed(work: (deploy: Deploy) => Promise<number>): Promise<Cluster> {
  const sandbox = await startSandbox({ onlineDelayMs: 500 });
  try {
    const file = join(sandbox.dir, 'cluster.yaml');
    writeFileSync(file, sandbox.clusterFile({ restart: { drain_timeout: '1s' } }));
    const lines = await work((killAtLine) => run(sandbox, file, killAtLine));
    expect(sandbox.pbx.violations).toEqual([]);
    const scripts = Object.fromEntries(
      sandbox.hosts().map((host) => [host.name, host.scriptRuns().map(({ verb }) => verb)]),
    );
    return { snapshot: sandbox.snapshot(), scripts, lines };
  } finally {
    await sandbox.close();
  }
}

function run(sandbox: Sandbox, file: string, killAtLine = Infinity): ReturnType<Deploy> {
  const child = spawn(process.execPath, [CLI, 'deploy', '-f', file, '--yes'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: sandbox.dir, ...sandbox.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let lines = 0;
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    lines = output.split('\n').length - 1;
    if (lines >= killAtLine) child.kill('SIGKILL');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      // Whoever was killed holds the lock until it was silent for two minutes.
      if (code === null) sandbox.host('pbx').uptimeAhead += 120;
      resolve({ code, lines, output });
    }),
  );
}
