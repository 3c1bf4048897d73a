import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import type { Output } from '../../src/cli/io';
import type { Told } from '../fault';
import { quick, type Edit } from './cluster';
import type { Sandbox } from '../../src/sandbox/index';

/** The cluster file as it is deployed in tests. */
export function clusterFileOf(sandbox: Sandbox, edit: Edit = () => {}): string {
  const file = join(sandbox.dir, 'cluster.yaml');
  writeFileSync(file, sandbox.clusterFile(quick(sandbox, edit)));
  return file;
}

export interface Terminal {
  env?: Record<string, string>;
  edit?: Edit;
  /** Told what is printed, as it comes */
  onText?: (text: string) => void;
  /** What somebody types when asked; left out: nobody is there */
  ask?: () => string;
}

/** The command line in this process: what an operator reads of a run against the sandbox. */
export async function atTerminal(sandbox: Sandbox, argv: string[], options: Terminal = {}): Promise<Told> {
  let output = '';
  const stream: Output = {
    write: (text) => {
      output += text;
      options.onText?.(text);
    },
    isTTY: false,
    columns: 100,
    rows: 24,
  };
  const [command = '', ...rest] = argv;
  const code = await main([command, '--file', clusterFileOf(sandbox, options.edit), ...rest], {
    env: { ...sandbox.env, ...options.env },
    home: sandbox.dir,
    out: stream,
    err: stream,
    interactive: options.ask !== undefined,
    ask: () => Promise.resolve(options.ask?.()),
    askSecret: () => Promise.resolve(undefined),
    onInterrupt: () => () => {},
    exit: (exitCode) => {
      throw new Error(`left with ${exitCode}`);
    },
    now: sandbox.clock.now,
    clock: sandbox.clock,
  });
  return { code, output };
}
