import { relative } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { parseCluster } from '../cluster/load';
import type { Cluster } from '../cluster/types';
import { InputError } from '../cluster/types';
import type { Log } from '../log';
import { A_LINK, isLink, readPlain } from '../plain-file';
import { codeOf } from '../unknown';
import type { Inputs } from './inputs';

/** The cluster as it was, for an offline plan: a file's, or a commit's version of it. undefined: there was none. */
export async function baseCluster(
  { clusterFile, baseClusterFile, baseRef }: Pick<Inputs<'plan'>, 'clusterFile' | 'baseClusterFile' | 'baseRef'>,
  log: Log,
): Promise<Cluster | undefined> {
  const text = baseClusterFile ? await read(baseClusterFile) : baseRef ? await show(baseRef, clusterFile) : undefined;
  if (text === undefined) return undefined;
  const { cluster } = parseCluster(text, clusterFile);
  // A base that cannot be used is no fault of the pull request: it may be the one that repairs it.
  if (!cluster) log.warning('The cluster file to compare with has errors; the plan shows everything as new');
  return cluster;
}

async function read(file: string): Promise<string> {
  try {
    return await readPlain(file);
  } catch (error) {
    throw new InputError(
      `base-cluster-file: ${file} cannot be read (${isLink(error) ? A_LINK : (codeOf(error) ?? 'unknown')})`,
    );
  }
}

/** The file's text in that commit, undefined when it has none. `ref` and `path` are never read as options. */
async function show(ref: string, path: string): Promise<string | undefined> {
  const git = (...args: string[]) => getExecOutput('git', args, { silent: true, ignoreReturnCode: true });
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (commit.exitCode !== 0)
    throw new InputError(
      `base-ref: "${ref}" is not a commit of this checkout; check out with a fetch-depth of 2 or more. ${commit.stderr.trim()}`.trim(),
    );
  const object = `${commit.stdout.trim()}:./${relative(process.cwd(), path)}`;
  const { exitCode, stdout } = await git('show', object);
  return exitCode === 0 ? stdout : undefined;
}
