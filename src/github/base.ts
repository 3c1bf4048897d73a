import { relative } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { parseCluster, parseClusterFile } from '../cluster/load';
import { sharedPath } from '../cluster/shared-file';
import type { Cluster } from '../cluster/types';
import { InputError } from '../cluster/types';
import { readYaml } from '../cluster/yaml';
import type { Log } from '../log';
import { A_LINK, isLink, readPlain } from '../plain-file';
import { codeOf } from '../unknown';
import type { Inputs } from './inputs';

/** The cluster as it was, for an offline plan: a file's, or a commit's version of it. undefined: there was none. */
export async function baseCluster(
  { clusterFile, baseClusterFile, baseRef }: Pick<Inputs<'plan'>, 'clusterFile' | 'baseClusterFile' | 'baseRef'>,
  log: Log,
): Promise<Cluster | undefined> {
  const parsed = baseClusterFile
    ? parseClusterFile(await read(baseClusterFile), baseClusterFile)
    : baseRef
      ? await atCommit(await commitOf(baseRef), clusterFile)
      : undefined;
  if (!parsed) return undefined;
  const { cluster } = parsed;
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

/** A cluster file as a commit has it, with the settings that it shared then; undefined: the commit has no such file. */
export async function atCommit(commit: string, path: string): Promise<ReturnType<typeof parseCluster> | undefined> {
  const text = await textAt(commit, path);
  if (text === undefined) return undefined;
  const own = readYaml(text);
  const file = sharedPath(own, path);
  if (file === undefined) return parseCluster(own, path);
  const shared = await textAt(commit, file);
  const missing = { why: 'that commit has no such file', cure: 'correct the path, which is relative to this file' };
  return parseCluster(own, path, { shared: { file, ...(shared === undefined ? missing : { text: shared }) } });
}

export const git = (...args: string[]) => getExecOutput('git', args, { silent: true, ignoreReturnCode: true });

/** Its hash. `ref` is never read as an option. Throws InputError, which names the `input`, where the checkout has none of that name. */
export async function commitOf(ref: string, input = 'base-ref'): Promise<string> {
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (commit.exitCode === 0) return commit.stdout.trim();
  throw new InputError(
    `${input}: "${ref}" is not a commit of this checkout; check out with a fetch-depth of 2 or more. ${commit.stderr.trim()}`.trim(),
  );
}

/** The file's text in that commit, undefined when it has none. `path` is never read as an option. */
export async function textAt(commit: string, path: string): Promise<string | undefined> {
  const file = `./${relative(process.cwd(), path)}`;
  const { exitCode, stdout } = await git('show', `${commit}:${file}`);
  if (exitCode === 0) return stdout;
  // A checkout may have the tree of a commit and not its files.
  const { stdout: listed } = await git('ls-tree', '--name-only', commit, '--', file);
  if (listed.trim() !== '')
    throw new InputError(`${path} of ${commit} cannot be read here: check out all of it (no filter)`);
  return undefined;
}
