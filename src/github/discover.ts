import { lstatSync } from 'node:fs';
import { normalize, posix } from 'node:path';
import pLimit from 'p-limit';
import { clashes, excessWaves, waveOf, type Fleet, type Left, type Member } from '../cluster/fleet';
import { loadClusterFile } from '../cluster/load';
import { scriptsFolder } from '../cluster/scripts-folder';
import { ClusterFileError, InputError, type DeployPlace, type Problem } from '../cluster/types';
import { compare } from '../text/natural-order';
import { atCommit, git } from './base';

/** Where cluster files are unless somebody says it, in the words of git's glob pathspecs */
export const DEFAULT_FILES = ['clusters/*/cluster.yaml', 'cluster.yaml'] as const;

/**
 * The cluster files of this checkout, uncommitted ones as well. Paths are relative to the working folder. `base`: the hash of the
 * commit that changes are told from; undefined: everything counts as changed. `mostWaves`: of all clusters, not of those that change
 * alone, so that it is told at once. `throughout`: what changed since and was taken back counts as well, as it may have been deployed
 * meanwhile. Throws ClusterFileError with every fault of all files
 * at once, and InputError where there is no checkout or nothing to find in it.
 */
export async function discover(
  globs: readonly string[],
  base: string | undefined,
  { mostWaves, throughout = false }: { mostWaves?: number; throughout?: boolean } = {},
): Promise<Fleet> {
  const pathspecs = globs.map((glob) => (glob.startsWith('!') ? `:(glob,exclude)${glob.slice(1)}` : `:(glob)${glob}`));
  const names = (
    await paths('ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...pathspecs)
  ).filter(isThere);
  const left = base === undefined ? [] : await leftSince(base, pathspecs);
  if (names.length === 0 && left.length === 0)
    throw new InputError(`files: no file of this repository is ${globs.join(' or ')}`);

  const limit = pLimit(AT_ONCE);
  const read = await Promise.all([...new Set(names)].sort(compare).map((file) => limit(() => load(file))));
  const members = read.flatMap(({ member }) => member ?? []);
  // Faults of a file that clusters share are found with each of them.
  const excess = mostWaves === undefined ? [] : excessWaves(members, mostWaves);
  const problems = distinct([...read.flatMap((one) => one.problems), ...clashes(members), ...excess]);
  if (problems.some(({ severity }) => severity === 'error')) throw new ClusterFileError(problems);

  const changed = base === undefined ? undefined : await changedSince(base, throughout);
  const clusters = members
    .map((member) => ({ ...member, changed: changed === undefined || isTouched(member, changed) }))
    .sort((a, b) => waveOf(a) - waveOf(b) || compare(a.file, b.file));
  return { clusters, left: left.map((one) => ({ ...one, ...movedTo(one, members) })), warnings: problems };
}

/** Files read at a time: each may have a folder of scripts, which shells check */
const AT_ONCE = 8;

async function load(file: string): Promise<{ member?: Member; problems: Problem[] }> {
  try {
    const { cluster, text, warnings } = await loadClusterFile(file);
    return { member: { file, text, cluster }, problems: warnings };
  } catch (error) {
    if (error instanceof ClusterFileError) return { problems: error.problems };
    throw error;
  }
}

const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

function movedTo({ name }: Left, members: readonly Member[]): Pick<Left, 'movedTo'> {
  const now = members.find(({ cluster }) => cluster.name === name);
  return now ? { movedTo: now.file } : {};
}

/** Also by what it shares with others. */
function isTouched({ file, cluster: { shared, scripts } }: Member, changed: readonly string[]): boolean {
  const of = new Set([file, ...(shared ? [shared.file] : [])].map(plain));
  const folder = scripts && `${plain(scriptsFolder(file, scripts.folder))}/`;
  return changed.some((path) => of.has(path) || (folder !== undefined && path.startsWith(folder)));
}

const plain = (path: string): string => normalize(path).replaceAll('\\', '/').replace(/\/$/, '');

/** What differs between that commit and the files that are there now; `throughout`: and what did in between. */
async function changedSince(base: string, throughout: boolean): Promise<string[]> {
  const [prefix = ''] = (await said('rev-parse', '--show-prefix')).split('\n');
  const names = ['--name-only', '--no-renames', '--no-ext-diff', '-z'];
  const between = throughout
    ? await paths('log', '--format=', '-m', '--first-parent', ...names, `${base}..HEAD`, '--')
    : [];
  const tracked = [...(await paths('diff', ...names, base, '--')), ...between];
  // git tells the one from the top, the other from here.
  const here = tracked.map((path) => posix.relative(prefix || '.', path));
  return [...here, ...(await paths('ls-files', '--others', '--exclude-standard', '-z'))];
}

async function leftSince(base: string, pathspecs: readonly string[]): Promise<Left[]> {
  const gone = await paths(
    ...['diff', '--name-only', '--no-renames', '--no-ext-diff', '--diff-filter=D', '--relative', '-z', base, '--'],
    ...pathspecs,
  );
  const left: Left[] = [];
  for (const file of gone.sort(compare)) {
    const name = (await atCommit(base, file))?.cluster?.name;
    left.push({ file, ...(name !== undefined && { name }) });
  }
  return left;
}

async function paths(...args: string[]): Promise<string[]> {
  return (await said(...args)).split('\0').filter((path) => path !== '');
}

async function said(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await git(...args);
  if (exitCode === 0) return stdout;
  throw new InputError(`git ${args[0]} failed; is this a checkout? ${stderr.trim()}`);
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Where the jobs of a cluster run; `unknown`: the base's file cannot be used */
export type Placed = DeployPlace | undefined | 'unknown';

/**
 * Where the base says that the jobs of a cluster run. What a pull request says itself must not lead its own jobs to a runner and to an
 * environment, so it counts only for a file that the base does not have.
 */
export async function placeAt(base: string, { file, cluster }: Member): Promise<Placed> {
  const before = await atCommit(base, file).catch(() => 'unreadable' as const);
  if (before === undefined) return cluster.deploy;
  return before !== 'unreadable' && before.cluster ? before.cluster.deploy : 'unknown';
}
