import { lstat, mkdir, open, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { InputError } from '../input-error';
import { writePlain } from '../plain-file';
import { codeOf, messageOf } from '../unknown';

/*
 * Files that options name. Whatever is wrong with one is said before anybody is asked anything.
 */

/** Why a file cannot be read or written, in words. */
export function why(error: unknown): string {
  const known: Record<string, string> = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ELOOP: 'it is a link, or in a folder that is one',
  };
  return known[codeOf(error) ?? ''] ?? messageOf(error);
}

/** Throws InputError with the option's name. */
export async function readOptionFile(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(`${option}: ${path} cannot be read: ${why(error)}`);
  }
}

/** Other files of the same command line, by what they are: none of them is written over. */
export type OtherFiles = Readonly<Record<string, string | undefined>>;

/** Files of the command line that --out must not write over. */
export function otherFiles(
  options: Partial<Record<'file' | 'base' | 'plan' | 'identity' | 'knownHosts' | 'pbxCa', string>>,
): OtherFiles {
  const { file, base, plan: saved, identity, knownHosts, pbxCa } = options;
  return {
    'the cluster file': file,
    'the file of --base': base,
    'the file of --plan': saved,
    'the file of --identity': identity,
    'the file of --known-hosts': knownHosts,
    'the file of --pbx-ca': pbxCa,
  };
}

/** What an option writes, and how such a file begins */
const BEGINS = { '--out': { with: '{', what: 'JSON' }, '--html': { with: '<!doctype html>', what: 'a page' } } as const;

/**
 * Throws InputError for a path that must not be written: a link (what it leads to is not what was named), a folder, one in a
 * folder that is not there, another file of the same command line, or one that holds something else than this writes.
 */
export async function checkOut(option: keyof typeof BEGINS, path: string, others: OtherFiles = {}): Promise<void> {
  await checkPlace(option, path, others);
  const begins = BEGINS[option];
  const held = await beginningOf(path);
  if (held !== '' && !held.toLowerCase().startsWith(begins.with))
    throw new InputError(
      `${option}: ${path} holds something else than ${begins.what}, and is not written over: give another name, or move it away`,
    );
}

/** Of a file; of what is none, nothing */
async function beginningOf(path: string): Promise<string> {
  if (!(await lstat(path).catch(() => undefined))?.isFile()) return '';
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    return buffer.toString('utf8', 0, bytesRead).trimStart();
  } finally {
    await file.close();
  }
}

/** The same, whatever the file holds. */
export async function checkPlace(option: string, path: string, others: OtherFiles = {}): Promise<void> {
  const say = (reason: string): never => {
    throw new InputError(`${option}: ${path} ${reason}`);
  };
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    return say(`cannot be written: ${why(error)}`);
  });
  if (found?.isSymbolicLink()) say('is a link: name the file itself');
  if (found?.isDirectory()) say('cannot be written: it is a folder');
  const own = await placeOf(path);
  if (own === undefined) say(`cannot be written: there is no folder ${dirname(path)}`);
  for (const [what, other] of Object.entries(others)) {
    if (other === undefined || other === '-') continue;
    if ((await placeOf(other)) === own || (await isSameFile(path, other)))
      say(`is ${what}, which is not written over: give another name`);
  }
}

/** Where a file is, or would be once it is written; undefined: nowhere. */
async function placeOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(async () => {
    const folder = await realpath(dirname(path)).catch(() => undefined);
    return folder === undefined ? undefined : join(folder, basename(path));
  });
}

/** Also by two names of it */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** After `checkOut`. Throws InputError. */
export async function writeOut(option: string, path: string, text: string): Promise<void> {
  await writePlain(path, text).catch((error: unknown) => {
    throw new InputError(`${option}: ${path} cannot be written: ${why(error)}`);
  });
}

/** Throws InputError for a plan that is a link or the cluster file. */
export async function checkPlanFile(path: string, clusterFile: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink())
    throw new InputError(`--plan: ${path} is a link: name the file itself, so that it is the plan that was looked at`);
  const [one, other] = await Promise.all([path, clusterFile].map((each) => realpath(each).catch(() => undefined)));
  if (one !== undefined && one === other)
    throw new InputError(
      `--plan: ${path} is the cluster file, not a plan; make one with: portsip-cluster plan --out plan.json`,
    );
}

/** Throws InputError for what is no folder that files can be written to; one that is not there is made. */
export async function checkFolder(option: string, path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new InputError(`${option}: ${path} cannot be used: ${why(error)}`);
  });
  if (found?.isSymbolicLink()) throw new InputError(`${option}: ${path} is a link: name the folder itself`);
  if (found && !found.isDirectory()) throw new InputError(`${option}: ${path} is a file, not a folder`);
  if (!found)
    await mkdir(path).catch((error: unknown) => {
      throw new InputError(`${option}: ${path} cannot be made: ${why(error)}`);
    });
}

/** How a page leads to another file */
export function linkTo(page: string, file: string): string {
  return relative(dirname(page), file).split(sep).map(encodeURIComponent).join('/');
}
