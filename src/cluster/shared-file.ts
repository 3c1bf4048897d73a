import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { A_LINK, isLink } from '../plain-file';
import { codeOf } from '../unknown';
import { extendsOf, type Shared } from './merge';
import { ClusterFileError } from './types';
import type { Parsed } from './yaml';

/** Bytes of a file, one more than allowed where it has more; throws as `open` of node:fs does, or ClusterFileError */
export type ReadFile = (path: string) => Buffer;

/** The path of the file that a cluster file shares settings with, from where its own is from; undefined: it names none. */
export function sharedPath(own: Parsed, clusterFile: string): string | undefined {
  const path = extendsOf(own);
  return path === undefined ? undefined : join(dirname(clusterFile), path);
}

/** That file of this checkout. It is one of the repository, and no link leads to it. undefined: the cluster file names none. */
export function readShared(own: Parsed, clusterFile: string, read: ReadFile): Shared | undefined {
  const file = sharedPath(own, clusterFile);
  if (file === undefined) return undefined;
  const refused = (why: string, cure: string): Shared => ({ file, why, cure });
  try {
    const folder = realpathSync(dirname(clusterFile));
    const meant = resolve(folder, relative(dirname(clusterFile), file));
    const top = repositoryOf(folder);
    if (!isBelow(top, meant)) return refused('it is outside of the repository', 'put it into the repository');
    if (realpathSync(meant) !== meant) return refused(A_LINK, 'put the file itself there');
    return { file, text: read(file) };
  } catch (error) {
    const problem = error instanceof ClusterFileError ? error.problems[0] : undefined;
    if (problem) return refused(problem.message, problem.cure ?? '');
    if (isLink(error)) return refused(A_LINK, 'put the file itself there');
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? refused('there is no such file', 'correct the path, which is relative to this file')
      : refused(code ?? 'unknown', 'correct the path, which is relative to this file');
  }
}

/** The top of the checkout that a folder is in; without one, the working folder or, outside of that, the folder itself. */
function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  const here = realpathSync('.');
  return folder === here || isBelow(here, folder) ? here : folder;
}

/** Of two real paths */
function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
