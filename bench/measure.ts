import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface Measured {
  wallMs: number;
  cpuMs: number;
  peakMiB?: number;
  code: number;
  output: string;
}

// bash adds up what its children and theirs have used, and says it on a channel of its own.
const TIMED = 'TIMEFORMAT="%U %S"; { time "$@" 3>&- 2>&4; } 4>&2 2>&3';

/** Of a command alone, without a shell that would start before it: milliseconds to its first byte and to its end. */
export async function measureStart(
  [command = '', ...args]: string[],
  env: Record<string, string>,
): Promise<{ firstLineMs: number; wallMs: number }> {
  const begun = performance.now();
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let firstLineMs = Number.NaN;
  const first = () => {
    if (Number.isNaN(firstLineMs)) firstLineMs = performance.now() - begun;
  };
  child.stdout.on('data', first);
  child.stderr.on('data', first);
  await new Promise<void>((resolve, reject) => child.once('close', () => resolve()).once('error', reject));
  return { firstLineMs, wallMs: performance.now() - begun };
}

/** Runs a command line to its end. `cpuMs` is that of all its processes that were waited for. */
export async function measure(argv: string[], env: Record<string, string> = {}): Promise<Measured> {
  const begun = performance.now();
  const child = spawn('/bin/bash', ['-c', TIMED, 'bash', ...argv], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, used] = child.stdio as unknown as Readable[];
  if (!stdout || !stderr || !used) throw new Error('bash was given no pipes');
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  const [code, out, err, times] = await Promise.all([ended, text(stdout), text(stderr), text(used)]);
  const wallMs = performance.now() - begun;
  const [user = 0, system = 0] = times.trim().split(/\s+/).map(Number);
  return { wallMs, cpuMs: (user + system) * 1000, code, output: out + err };
}
