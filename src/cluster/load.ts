import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import { buildCluster } from './build';
import type { Fault } from './fault';
import { RULES } from './rules';
import type { Report } from './rules/report';
import { neededScripts, readScriptsFolder, scriptsFolder } from './scripts-folder';
import { checkShape } from './shape';
import { MAX_BYTES } from './decode';
import { withShared, type Shared } from './merge';
import { readShared } from './shared-file';
import { ClusterFileError } from './types';
import type { Cluster, Position, Problem } from './types';
import { openPlainSync } from '../plain-file';
import { codeOf } from '../unknown';
import { readYaml, type Parsed } from './yaml';

/** More than this nobody reads, and a damaged file has no end of them. */
const MAX_PROBLEMS = 100;

/** Standard input as a path */
export const STDIN = '-';

/**
 * Reads and checks a cluster file. Throws ClusterFileError with all that is wrong, and nothing else. `named`: how the path was
 * given, for an error that says how to give another; left out: by the command line's own option.
 */
export async function loadClusterFile(
  path: string,
  named?: string,
): Promise<{ cluster: Cluster; warnings: Problem[]; text: string }> {
  const bytes = await read(path, named);
  const { cluster, problems } = parseClusterFile(bytes, path);
  if (!cluster) throw new ClusterFileError(problems);
  const whole = await withScripts(cluster, path, problems);
  return { cluster: whole, warnings: problems, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
}

/** `parseCluster`, with the settings that the file of that path shares with others. */
export function parseClusterFile(text: string | Buffer, path: string): { cluster?: Cluster; problems: Problem[] } {
  const file = path === STDIN ? STANDARD_INPUT : path;
  const own = readYaml(text);
  const shared = readShared(own, file, readBytes);
  return parseCluster(own, file, shared ? { shared } : {});
}

const STANDARD_INPUT = 'standard input';

/** With the control scripts that are beside the file. Throws ClusterFileError with all that is wrong with them. */
async function withScripts(cluster: Cluster, path: string, problems: readonly Problem[]): Promise<Cluster> {
  const { scripts } = cluster;
  if (!scripts) return cluster;
  const folder = path === STDIN ? scripts.folder : scriptsFolder(path, scripts.folder);
  const at = { file: path === STDIN ? STANDARD_INPUT : path, ...scripts.at };
  const read = await readScriptsFolder(folder, neededScripts(cluster), at);
  if (read.problems.length > 0) throw new ClusterFileError([...problems, ...read.problems]);
  return { ...cluster, scripts: { ...scripts, files: read.files } };
}

/**
 * Never throws. `cluster` is there when no problem is an error; `problems` are in the order of the file, then of the one that it
 * extends (`shared`). `unwritten`: nobody sees the file, so that messages name no other lines of it.
 */
export function parseCluster(
  text: string | Buffer | Parsed,
  file: string,
  { unwritten = false, shared }: { unwritten?: boolean; shared?: Shared } = {},
): { cluster?: Cluster; problems: Problem[] } {
  const { cluster, faults } = check(text, unwritten, shared);
  const unique = new Map(
    faults.map((fault) => [JSON.stringify([fault.file, fault.line, fault.column, fault.code, fault.message]), fault]),
  );
  const sorted = [...unique.values()].sort(
    (a, b) => Number(a.file !== undefined) - Number(b.file !== undefined) || a.line - b.line || a.column - b.column,
  );
  // Errors first when there are too many: a warning must not push the reason for a refusal out.
  const kept = [...sorted]
    .sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
    .slice(0, MAX_PROBLEMS);
  const problems: Problem[] = sorted.filter((fault) => kept.includes(fault)).map((fault) => ({ file, ...fault }));
  const more = sorted.length - kept.length;
  const last = problems.at(-1);
  if (more > 0 && last) {
    const { line, column } = last;
    problems.push({
      file: last.file,
      line,
      column,
      severity: 'warning',
      code: 'more-problems',
      message: `${more} more problems are not shown`,
      cure: 'correct these first',
    });
  }
  return { ...(cluster && { cluster }), problems };
}

function check(
  input: string | Buffer | Parsed,
  unwritten: boolean,
  given: Shared | undefined,
): { cluster?: Cluster; faults: Fault[] } {
  const { file: own, faults: syntax } = typeof input === 'object' && 'faults' in input ? input : readYaml(input);
  if (!own) return { faults: syntax };

  const { file, faults: ofShared, shared, isPart } = withShared(own, given);
  const { faults: found, usable, whole } = checkShape(file);
  // What cannot be read may have what is missing.
  const shape = isPart ? found.filter(({ code }) => code !== 'missing-field') : found;
  const faults = [...syntax, ...ofShared, ...shape];
  if (faults.some(({ code }) => code === 'unknown-version')) return { faults };
  const add =
    (severity: Fault['severity']): Report['error'] =>
    (path, code, message, cure) =>
      faults.push({ ...file.at(path), severity, code, message, ...(cure !== undefined && { cure }) });
  const report: Report = {
    error: add('error'),
    warning: add('warning'),
    line: (path) => (unwritten ? '' : ` (${inWords(file.at(path))})`),
  };
  for (const rule of RULES) rule(usable, report);

  if (!whole || faults.some(({ severity }) => severity === 'error')) return { faults };
  const cluster = buildCluster(whole, (...path) => file.at(path));
  return { cluster: { ...cluster, ...(shared && { shared }) }, faults };
}

const inWords = ({ file, line }: Position): string => (file === undefined ? `line ${line}` : `${file}:${line}`);

async function read(path: string, named: string | undefined): Promise<Buffer> {
  try {
    if (path === STDIN) return await readAll(process.stdin);
    return readBytes(path);
  } catch (error) {
    if (error instanceof ClusterFileError) throw error;
    throw unreadable(path, error, named);
  }
}

/**
 * One byte more than allowed tells that it is too large, whatever its size. Throws as `open` of node:fs does, and ClusterFileError
 * for what is too large.
 */
function readBytes(path: string): Buffer {
  const file = openPlainSync(path, constants.O_RDONLY);
  try {
    const { size } = fstatSync(file);
    if (size > MAX_BYTES) throw tooLarge(path, size);
    const chunks: Buffer[] = [];
    for (let length = 0; length <= MAX_BYTES;) {
      // What is no plain file has no size.
      const chunk = Buffer.alloc(Math.min(64 * 1024, MAX_BYTES + 1 - length));
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

/** Up to one byte more than allowed. */
async function readAll(stream: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks, Math.min(length, MAX_BYTES + 1));
}

function tooLarge(file: string, size: number): ClusterFileError {
  const message = `the file is ${(size / 1024 / 1024).toFixed(1)} MiB, a cluster file is 1 MiB at most`;
  return new ClusterFileError([
    { file, line: 1, column: 1, severity: 'error', code: 'too-large', message, cure: 'is it the right file?' },
  ]);
}

function unreadable(file: string, error: unknown, named: string | undefined): ClusterFileError {
  const code = codeOf(error) ?? '';
  const other = `give its path: ${named ?? '-f FILE, or write a new one: portsip-cluster init'}`;
  const [message, cure = other] = UNREADABLE[code] ?? ['the file cannot be read', code];
  return new ClusterFileError([{ file, line: 1, column: 1, severity: 'error', code: 'unreadable', message, cure }]);
}

const UNREADABLE: Readonly<Partial<Record<string, [message: string, cure?: string]>>> = {
  ENOENT: ['there is no such file'],
  EISDIR: ['this is a folder, not a file', 'give the path of the cluster file in it'],
  ENOTDIR: ['there is no such file'],
  ELOOP: [
    'this is a symbolic link, or in a folder that is one, and may lead to any file of this machine',
    'put the cluster file itself there',
  ],
  EACCES: ['the file may not be read by this user', 'allow it with chmod or chown'],
};
