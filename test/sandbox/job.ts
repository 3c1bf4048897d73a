import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Told } from '../fault';
import type { Edit } from './cluster';
import type { Sandbox } from '../../src/sandbox/index';
import { clusterFileOf } from './terminal';

/* Programs of dist/ as processes of their own, as a terminal and a runner start them. */

const DIST = join(__dirname, '../../dist');

export interface ProcessOptions {
  /** Done once, as soon as the text is printed */
  when?: { text: string; then: (child: ChildProcess) => void } | undefined;
  /** A file in the place of standard output */
  stdout?: string;
  env?: Record<string, string>;
}

export async function runProgram(program: string, args: string[], options: ProcessOptions = {}): Promise<Told> {
  const { stdout, env = {} } = options;
  let { when } = options;
  const child = spawn(process.execPath, [join(DIST, program, 'index.js'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', stdout === undefined ? 'pipe' : openSync(stdout, 'w'), 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (!when || !output.includes(when.text)) return;
      const { then } = when;
      when = undefined;
      then(child);
    });
  const code = await new Promise<number>((resolve) => child.once('close', (exit) => resolve(exit ?? -1)));
  return { code, output };
}

/**
 * The steps of a deploy, as the workflow has them; of the runner's files those in `full` are on a full disk. `gone`: the runner
 * is, from the time on that a step prints this.
 */
export async function runJob(sandbox: Sandbox, edit: Edit, full: string[] = [], gone?: string): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'portsip-runner-'));
  try {
    const files = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'].map((name) => {
        const file = join(folder, name);
        writeFileSync(file, '');
        return [name, full.includes(name) ? '/dev/full' : file];
      }),
    );
    const inputs = Object.fromEntries(
      Object.entries(sandbox.env).map(([name, value]) => [
        `INPUT_${name.slice('PORTSIP_'.length).replaceAll('_', '-')}`,
        value,
      ]),
    );
    const env: Record<string, string> = {
      ...inputs,
      ...files,
      HOME: sandbox.dir,
      'INPUT_CLUSTER-FILE': clusterFileOf(sandbox, edit),
      RUNNER_TEMP: folder,
      GITHUB_RUN_ID: '7',
      GITHUB_REPOSITORY: 'acme/pbx',
      RUNNER_NAME: 'runner-1',
    };
    let output = '';
    let code = 0;
    for (const step of ['firewall', 'register-server', 'install-role', 'register-server']) {
      const when =
        gone === undefined ? undefined : { text: gone, then: (child: ChildProcess) => child.stdout?.destroy() };
      const told = await runProgram(step, [], { env, when });
      output += told.output;
      code ||= told.code;
      if (!full.includes('GITHUB_ENV')) Object.assign(env, exported(join(folder, 'GITHUB_ENV')));
      if (gone !== undefined && told.output.includes(gone)) return { code, output };
      if (step === 'firewall' && told.code !== 0) break;
    }
    // The post step of the first one gives the lock back.
    await runProgram('firewall', [], { env: { ...env, STATE_started: 'true', 'STATE_in-charge': 'true' } });
    return { code, output: code === 0 ? `${output}Done: all steps` : output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a step exports to those after it: NAME<<WORD, the value, WORD. */
function exported(file: string): Record<string, string> {
  const entries = readFileSync(file, 'utf8').matchAll(/^([^\n<]+)<<([^\n]+)\n([^]*?)\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]));
}
