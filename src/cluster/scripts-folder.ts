import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { A_LINK, isLink, openPlain } from '../plain-file';
import { codeOf } from '../unknown';
import {
  isScriptName,
  missingScripts,
  MOST_SCRIPT_BYTES,
  MOST_SCRIPTS,
  readScript,
  type ControlScript,
  type Needed,
  type ScriptFault,
  type Shell,
} from './control-scripts';
import { ROLES } from './roles';
import type { Cluster, Problem } from './types';

/** The folder that a cluster file names, as a path from where that file is. */
export function scriptsFolder(clusterFile: string, folder: string): string {
  return join(dirname(clusterFile), folder);
}

/** What a cluster with servers of these roles is run by. */
export function neededScripts({ servers, prepare }: Pick<Cluster, 'servers' | 'prepare'>): Needed {
  const needed = new Map<string, string[]>([['pbx_ctl.sh', ['the PBX']]]);
  if (prepare?.docker === 'vendor') needed.set('install_docker.sh', ['prepare.docker']);
  for (const { name, role } of servers) {
    const { file } = ROLES[role].script;
    needed.set(file, [...(needed.get(file) ?? []), name]);
  }
  return needed;
}

/** Reads the folder and checks each of its scripts, with all that is wrong at once. Never throws. */
export async function readScriptsFolder(
  path: string,
  needed: Needed,
  clusterFile: Pick<Problem, 'file' | 'line' | 'column'>,
): Promise<{ files: ControlScript[]; problems: Problem[] }> {
  const about = (code: string, message: string, cure: string): Problem => {
    const { file, line, column } = clusterFile;
    return { file, line, column, severity: 'error', code, message, cure };
  };
  let names: string[];
  try {
    names = await scriptNames(path);
  } catch (error) {
    return { files: [], problems: [about('scripts-folder', `${path} ${unreadable(error)}`, FILL)] };
  }
  if (names.length > MOST_SCRIPTS)
    return {
      files: [],
      problems: [about('scripts-folder', `${path} holds more than ${MOST_SCRIPTS} scripts`, "name PortSIP's folder")],
    };
  const checked = await checkScripts(
    names.map((name) => [name, () => readBytes(join(path, name))]),
    path,
  );
  const missing = missingScripts(path, names, needed).map((message) => about('script-missing', message, FILL));
  return { files: checked.files, problems: [...missing, ...checked.problems] };
}

/** Checks scripts, wherever they are read from, with all that is wrong at once. `folder`: what they are told to be in. Never throws. */
export async function checkScripts(
  given: readonly (readonly [name: string, read: () => Promise<Buffer>])[],
  folder: string,
): Promise<{ files: ControlScript[]; problems: Problem[] }> {
  const all = await Promise.all(given.map(async ([name, read]) => [name, await checked(name, read)] as const));
  return {
    files: all.flatMap(([, one]) => ('script' in one ? one.script : [])),
    problems: all.flatMap(([name, one]) =>
      ('faults' in one ? one.faults : []).map(({ line, code, message, cure }): Problem => {
        return { file: join(folder, name), line, column: 1, severity: 'error', code, message, cure };
      }),
    ),
  };
}

const FILL = 'fill it: portsip-cluster scripts fetch FROM';

async function scriptNames(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(path)) if (isScriptName(name)) names.push(name);
  return names.sort();
}

function unreadable(error: unknown): string {
  if (codeOf(error) === 'ENOENT') return 'is not there';
  return codeOf(error) === 'ENOTDIR' ? 'is not a folder' : `cannot be read (${codeOf(error) ?? 'unknown'})`;
}

type Checked = { script: ControlScript } | { faults: ScriptFault[] };

async function checked(name: string, read: () => Promise<Buffer>): Promise<Checked> {
  let bytes: Buffer;
  try {
    bytes = await read();
  } catch (error) {
    const why = isLink(error) ? A_LINK : `it cannot be read (${codeOf(error) ?? 'unknown'})`;
    return { faults: [{ line: 1, code: 'script-unreadable', message: why, cure: 'put the file itself there' }] };
  }
  const found = readScript(name, bytes);
  if ('faults' in found) return found;
  const said = await syntaxOf(found.script);
  if (said === undefined) return found;
  const cure = 'fetch it again, as half of it may be missing: portsip-cluster scripts fetch';
  return { faults: [{ line: said.line, code: 'script-syntax', message: said.message, cure }] };
}

/** One byte more than a script may have tells that it is too large. */
async function readBytes(path: string): Promise<Buffer> {
  const file = await openPlain(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const buffer = Buffer.alloc(MOST_SCRIPT_BYTES + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}

/**
 * What its own shell says of its syntax, none of it being run; undefined: nothing, or there is no such shell on this machine. Hosts
 * are asked once more, before it is put there.
 */
export async function syntaxOf({
  text,
  shell,
}: Pick<ControlScript, 'text' | 'shell'>): Promise<{ line: number; message: string } | undefined> {
  const said = await new Promise<string | undefined>((resolve) => {
    const child = execFile(SHELLS[shell], ['-n'], { env: {}, timeout: 10_000 }, (error, _, stderr) => {
      resolve(error && typeof error.code === 'number' ? stderr : undefined);
    });
    child.stdin?.on('error', () => undefined).end(text);
  });
  if (said === undefined) return undefined;
  const [first = ''] = said.split('\n');
  const [, line = '1', what = ''] = /(?:line )?(\d+): *(.*)$/.exec(first) ?? [];
  return { line: Number(line), message: `${shell} -n refuses it: ${what || first || 'it does not say why'}` };
}

const SHELLS: Readonly<Record<Shell, string>> = { sh: '/bin/sh', bash: '/bin/bash' };
