import { constants, lstatSync, openSync, realpathSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { codeOf } from './unknown';

/*
 * A checkout may hold links, made by whoever may push a branch, to any file of this machine. What is below the working folder
 * is therefore read and written as the file that it is, and never through a link. What is given from elsewhere no branch has
 * made; only written through a link it is not.
 */

/** Throws as `open` of node:fs does, with the code ELOOP where there is a link. */
export async function openPlain(path: string, flags: number, mode?: number): Promise<FileHandle> {
  return await open(path, plainFlags(path, flags), mode);
}

/** The same at once, for what there is to read before anything else: node:fs/promises takes longer to load than a file to read. */
export function openPlainSync(path: string, flags: number): number {
  return openSync(path, plainFlags(path, flags));
}

function plainFlags(path: string, flags: number): number {
  const inside = partBelow(path, process.cwd());
  if (inside !== undefined) refuseLinks(process.cwd(), inside);
  const writes = (flags & (constants.O_WRONLY | constants.O_RDWR)) !== 0;
  const isDevice = isAbsolute(path) && path.startsWith('/dev/');
  // Not on every system
  const noFollow = (constants.O_NOFOLLOW as number | undefined) ?? 0;
  return inside !== undefined || (writes && !isDevice) ? flags | noFollow : flags;
}

/** Throws as `readFile` of node:fs does. */
export async function readPlain(path: string): Promise<string> {
  const file = await openPlain(path, constants.O_RDONLY);
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Throws as `writeFile` of node:fs does. */
export async function writePlain(path: string, text: string): Promise<void> {
  const file = await openPlain(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o666);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

export const A_LINK = 'it is a symbolic link, or in a folder that is one, and may lead anywhere';

export const isLink = (error: unknown): boolean => codeOf(error) === 'ELOOP';

/** Whether both paths lead to one file, however they are spelled. */
export function isSameFile(one: string, other: string): boolean {
  const real = (path: string) => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  return real(one) === real(other);
}

/** As it is spelled: `..` after a link leads elsewhere than `resolve` says. */
function partBelow(path: string, folder: string): string | undefined {
  if (!isAbsolute(path)) return path;
  const above = folder.endsWith(sep) ? folder : folder + sep;
  return path.startsWith(above) ? path.slice(above.length) : undefined;
}

function refuseLinks(folder: string, path: string): void {
  let at = folder;
  for (const name of path.split(sep)) {
    at = join(at, name);
    if (name === '' || name === '.' || name === '..') continue;
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink())
      throw Object.assign(new Error(`${at} is a symbolic link`), { code: 'ELOOP' });
  }
}
