import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { terminalIo, type Output } from '../../src/cli/io';

/*
 * The demos from beginning to end. They run from dist/, as a newcomer runs them, each in a folder for temporary files of
 * its own. While the bundle is older than src/ and has no such option yet, they run from src/ in this process: the story is
 * then tested before dist/ is built, and again as soon as it is.
 */
const CLI = join(__dirname, '../../dist/cli/index.js');
const isBundled = spawnSync(process.execPath, [CLI, 'demo', '--help'], { encoding: 'utf8' }).stdout.includes(
  '--high-availability',
);

jest.setTimeout(300_000);

interface Told {
  code: number | null;
  text: string;
}

async function demo(...options: string[]): Promise<Told> {
  return isBundled ? child(options) : here(options);
}

async function child(options: string[]): Promise<Told> {
  const temporary = mkdtempSync('/tmp/demo-test-');
  try {
    const running = spawn(process.execPath, [CLI, 'demo', ...options], {
      env: { PATH: process.env['PATH'] ?? '', HOME: temporary, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    const code = await new Promise<number | null>((resolve) => running.once('close', resolve));
    expect(readdirSync(temporary)).toEqual([]);
    return { code, text };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function here(options: string[]): Promise<Told> {
  let text = '';
  const output: Output = { write: (more) => (text += more), isTTY: false, columns: 100, rows: 24 };
  const code = await main(['demo', ...options], { ...terminalIo(), out: output, err: output, env: {} });
  return { code, text };
}

const chapters = (text: string) => [...text.matchAll(/^(\d+)\. [A-Zm]/gm)].map(([, number]) => Number(number));

it.concurrent('demo tells how a cluster begins and grows', async () => {
  const { code, text } = await demo();
  expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' });
  expect(chapters(text)).toEqual([1, 2, 3, 4]);
  expect(text).toContain('7 of 7 servers up; the cluster matches the cluster file.');
  expect(text).toContain('No changes. The cluster matches cluster.yaml.');
});

it.concurrent('demo --whole-life tells the rest, and nobody is cut off', async () => {
  const { code, text } = await demo('--whole-life');
  expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' });
  expect(chapters(text)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(text).toMatch(/Drained before their restart: .*media-server-1.*vr-server-1/);
  expect(text).toContain('meeting-server-1 did not come back');
  expect(text).toContain('main server 192.168.1.30, PBX 22.8.0');
  expect(text.match(/^Calls so far: .*/gm)?.at(-1)).toMatch(/^Calls so far: \d{2,}, of which cut: 0, refused: 0\.$/);
  expect(text).toContain('6 of 6 servers up; the cluster matches the cluster file.');
});

it.concurrent('demo --high-availability tells how a failover ends well', async () => {
  const { code, text } = await demo('--high-availability');
  expect({ code, text: code === 0 ? '' : text }).toEqual({ code: 0, text: '' });
  expect(chapters(text)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(text).toContain('The PBX runs on pbx02 now, where nobody was signed in: the deploy signed in again.');
  expect(text.match(/^Calls so far: .*/gm)?.at(-1)).toMatch(/^Calls so far: \d{2,}, of which cut: 0, refused: 0\.$/);
  expect(text).toContain('7 of 7 servers up; the cluster matches the cluster file.');
});
