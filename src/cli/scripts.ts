import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix, sep } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { isScriptName, linesApart, missingScripts, MOST_SCRIPTS, type ControlScript } from '../cluster/control-scripts';
import { parseClusterFile } from '../cluster/load';
import { checkScripts, neededScripts, scriptsFolder } from '../cluster/scripts-folder';
import { ClusterFileError } from '../cluster/types';
import { InputError } from '../input-error';
import { readPlain, writePlain } from '../plain-file';
import { list, plural } from '../text/list';
import { printable } from '../text/printable';
import { codeOf, messageOf } from '../unknown';
import type { Context } from './context';
import type { ScriptsDocument } from './documents';
import { EXIT } from './exit-code';
import { why } from './files';
import type { FileOptions } from './options';
import { readTar } from './tar';

export interface ScriptsOptions extends FileOptions {
  from: string;
  commit?: string;
  path?: string;
}

/** Scripts by their paths in what they come from, and what is written down of where that is */
interface Source {
  files: ReadonlyMap<string, Buffer>;
  said: Record<string, string>;
}

const DEFAULT_FOLDER = 'portsip';
/** An archive of all of PortSIP's scripts has a few hundred KB. */
const MOST_BYTES = 64 * 1024 * 1024;
const DOWNLOAD_MS = 120_000;

/**
 * Fills the folder of control scripts, on a person's machine or a runner: it downloads only from an address that it is given. What is
 * wrong with any of them is told before anything is written.
 */
export async function fetchScripts(context: Context, options: ScriptsOptions): Promise<number> {
  const { file, from, out } = options;
  const { folder, needed } = await wantedBy(file);
  const { files: found, said } = await read(options);
  const { path, names } = choose(found, options, [...needed.keys()]);
  const absent = missingScripts(printable(from), [...names.keys()], needed);
  if (absent.length > 0) throw new InputError(absent.join('\n'));
  const checked = await checkScripts(
    [...names].map(([name, bytes]) => [name, () => Promise.resolve(bytes)]),
    path === '' ? from : join(from, path),
  );
  if (checked.problems.length > 0) throw new ClusterFileError(checked.problems);

  const before = await present(folder);
  const source = { ...said, ...(path !== '' && { path }) };
  const states = checked.files.map((script) => ({ ...script, is: stateOf(script, before) }));
  const different = states.filter(({ is }) => is !== 'same').length;
  await write(folder, checked.files, source, different > 0);
  const others = [...before.keys()].filter((name) => !names.has(name));
  await context.result(
    {
      folder,
      source,
      files: states.map(({ name, sha256, is }) => ({ name, sha256, is })),
      others,
    } satisfies ScriptsDocument,
    out,
  );
  for (const { name, text, is } of states) {
    const { added, removed } = linesApart(before.get(name) ?? '', text);
    const apart = is === 'same' ? 'as it was' : is === 'new' ? `new, ${added} lines` : `+${added} -${removed} lines`;
    context.say(`  ${name}  ${context.colors.dim(apart)}`);
  }
  if (others.length > 0)
    context.say(
      `${list(others, 5)} ${others.length === 1 ? 'stays' : 'stay'} in ${printable(folder)}, although ${printable(from)} has none of that name: hosts keep it as well until a person deletes it.`,
    );
  context.say(
    different === 0
      ? `${context.colors.green('Nothing is new:')} ${plural(states.length, 'script')} in ${printable(folder)}.`
      : `${context.colors.green('Written:')} ${plural(different, 'script')} to ${printable(folder)}. Look at the diff, commit it, and open a pull request: its plan says which hosts get them.`,
  );
  return EXIT.ok;
}

/** The cluster file's folder and what its servers need; without a file what every cluster needs. */
async function wantedBy(file: string): Promise<{ folder: string; needed: ReturnType<typeof neededScripts> }> {
  let text: string;
  try {
    text = await readPlain(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new InputError(`${file} cannot be read: ${why(error)}`);
    return { folder: scriptsFolder(file, DEFAULT_FOLDER), needed: neededScripts({ servers: [] }) };
  }
  const { cluster, problems } = parseClusterFile(text, file);
  if (!cluster) throw new ClusterFileError(problems);
  return { folder: scriptsFolder(file, cluster.scripts?.folder ?? DEFAULT_FOLDER), needed: neededScripts(cluster) };
}

async function read({ from, commit }: ScriptsOptions): Promise<Source> {
  if (from.startsWith('-')) throw new InputError(`${printable(from)} is no folder, archive or address`);
  if (/^[a-z+]+:\/\//i.test(from)) {
    if (!from.startsWith('https://'))
      throw new InputError(`${printable(from)}: only an https address is downloaded from`);
    if (/\.(tar\.gz|tgz)$/.test(from)) {
      refuseCommit(commit);
      return { files: unpack(await download(from)), said: { from } };
    }
    return await withFolder((folder) => fromGit(folder, commit ?? 'HEAD', from));
  }
  const found = await stat(from).catch((error: unknown) => {
    throw new InputError(`${printable(from)} cannot be read: ${why(error)}`);
  });
  const said = { from: basename(from) };
  if (found.isFile()) {
    refuseCommit(commit);
    if (found.size > MOST_BYTES)
      throw new InputError(`${printable(from)} is larger than 64 MiB: is it the right file?`);
    return { files: unpack(await readFile(from)), said };
  }
  if (commit !== undefined) return await fromGit(from, commit, undefined);
  return { files: await fromFolder(from), said };
}

function refuseCommit(commit: string | undefined): void {
  if (commit !== undefined) throw new InputError('--commit is for a Git repository, not for an archive');
}

function unpack(bytes: Buffer): Map<string, Buffer> {
  let tar: Buffer;
  try {
    tar = gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw new InputError(`the archive cannot be unpacked (${messageOf(error)}): a .tar.gz is wanted`);
  }
  return readTar(tar, isScriptPath);
}

const isScriptPath = (path: string): boolean => isScriptName(posix.basename(path));

/** Below a folder, without what Git keeps there. A link is not followed. */
async function fromFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isScriptName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).includes('.git'));
  const relative = (path: string) => path.slice(join(folder, sep).length).split(sep).join('/');
  return new Map(await Promise.all(files.map(async (path) => [relative(path), await readFile(path)] as const)));
}

async function download(url: string): Promise<Buffer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (!response.ok) throw new Error(`the answer is ${response.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk as Uint8Array);
      length += (chunk as Uint8Array).length;
      if (length > MOST_BYTES) throw new Error('it is larger than 64 MiB');
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw new InputError(`${url} cannot be downloaded: ${messageOf(error)}`);
  }
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'portsip-scripts-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a commit has, of a repository here or, once it is fetched into an empty folder, of that at an address. */
async function fromGit(folder: string, commit: string, url: string | undefined): Promise<Source> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(commit))
    throw new InputError(`--commit: ${printable(commit)} is no commit`);
  if (url !== undefined) {
    await git(folder, ['init', '--quiet', '--bare']);
    await git(folder, ['fetch', '--quiet', '--depth=1', '--no-tags', '--', url, commit]);
  }
  const name = url === undefined ? commit : 'FETCH_HEAD';
  const sha = (await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))
    .toString()
    .trim();
  const tar = await git(folder, ['archive', '--format=tar', sha]);
  return { files: readTar(tar, isScriptPath), said: { from: url ?? basename(folder), commit: sha } };
}

async function git(folder: string, args: string[]): Promise<Buffer> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args], {
      encoding: 'buffer',
      maxBuffer: MOST_BYTES,
      timeout: DOWNLOAD_MS,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    });
    return stdout;
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new InputError('git is not on this machine: give a folder or an archive instead');
    const told = (error as { stderr?: Buffer }).stderr?.toString().trim().split('\n').at(-1);
    throw new InputError(`git ${args[0]} failed: ${printable(told || messageOf(error))}`);
  }
}

/** The one folder that has what is needed, or the one that was named. */
function choose(
  files: ReadonlyMap<string, Buffer>,
  { from, path }: ScriptsOptions,
  needed: readonly string[],
): { path: string; names: Map<string, Buffer> } {
  const folders = new Map<string, Map<string, Buffer>>();
  for (const [file, bytes] of files) {
    const folder = posix.dirname(file) === '.' ? '' : posix.dirname(file);
    folders.set(folder, (folders.get(folder) ?? new Map<string, Buffer>()).set(posix.basename(file), bytes));
  }
  const asked = path?.replace(/^\.?\/+|\/+$/g, '');
  const fits = [...folders].filter(([folder, names]) =>
    asked === undefined ? needed.some((name) => names.has(name)) : folder === asked || folder.endsWith(`/${asked}`),
  );
  const [one, ...others] = fits.sort(([a], [b]) => (a < b ? -1 : 1));
  const all = list(
    [...folders.keys()].sort().map((folder) => printable(folder === '' ? '.' : folder)),
    12,
  );
  if (!one)
    throw new InputError(
      folders.size === 0
        ? `${printable(from)} has no scripts in it`
        : `${printable(from)} has ${asked === undefined ? 'none of the scripts that the cluster needs' : `no folder ${printable(asked)} with scripts`}; there are scripts in: ${all}`,
    );
  if (others.length > 0)
    throw new InputError(
      `several folders of ${printable(from)} have such scripts; say which by --path: ${list(
        fits.map(([folder]) => printable(folder)),
        12,
      )}`,
    );
  const [folder, names] = one;
  if (names.size > MOST_SCRIPTS) throw new InputError(`${printable(folder)} holds more than ${MOST_SCRIPTS} scripts`);
  return { path: folder, names };
}

/** Texts of the scripts that are in the folder already */
async function present(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw new InputError(`${printable(folder)} cannot be read: ${why(error)}`);
  });
  const read = async (name: string) => [name, await readPlain(join(folder, name)).catch(() => '')] as const;
  return new Map(await Promise.all(names.filter(isScriptName).sort().map(read)));
}

function stateOf({ name, text }: ControlScript, before: ReadonlyMap<string, string>): 'new' | 'changed' | 'same' {
  const had = before.get(name);
  return had === undefined ? 'new' : had === text ? 'same' : 'changed';
}

async function write(
  folder: string,
  scripts: readonly ControlScript[],
  source: Readonly<Record<string, string>>,
  isNews: boolean,
): Promise<void> {
  const put = async (name: string, text: string) => {
    await writePlain(join(folder, name), text).catch((error: unknown) => {
      throw new InputError(`${printable(join(folder, name))} cannot be written: ${why(error)}`);
    });
  };
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new InputError(`${printable(dirname(folder))} cannot be written: ${why(error)}`);
  });
  for (const { name, text } of scripts) await put(name, text);
  const lines = Object.entries(source).map(([name, value]) => `${name}: ${printable(value)}`);
  // A newer commit with the same scripts is no news.
  if (!isNews) return;
  await put('SOURCE', `# Written by portsip-cluster scripts fetch\n${lines.join('\n')}\n`);
  // Git for Windows would give them line ends that no shell on Linux takes.
  await put('.gitattributes', '*.sh text eol=lf\n');
}
