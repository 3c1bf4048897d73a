import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { loadClusterFile } from '../cluster/load';
import type { Cluster } from '../cluster/types';
import { ClusterFileError, InputError } from '../cluster/types';
import type { Log } from '../log';

/** The cluster as it was, for an offline plan: a file's, or a commit's version of it. undefined: there was none. */
export async function baseCluster(
  { clusterFile, baseClusterFile, baseRef }: { clusterFile: string; baseClusterFile?: string; baseRef?: string },
  log: Log,
): Promise<Cluster | undefined> {
  if (baseClusterFile) return load(baseClusterFile, log);
  if (!baseRef) return undefined;
  const text = await show(baseRef, clusterFile);
  if (text === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'portsip-cluster-'));
  try {
    const file = join(folder, basename(clusterFile));
    await writeFile(file, text);
    return await load(file, log);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A base that cannot be used is no fault of the pull request: it may be the one that repairs it. */
async function load(file: string, log: Log): Promise<Cluster | undefined> {
  try {
    return (await loadClusterFile(file)).cluster;
  } catch (error) {
    if (!(error instanceof ClusterFileError)) throw error;
    log.warning('The cluster file to compare with has errors; the plan shows everything as new');
    return undefined;
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
