import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseCluster } from '../cluster/load';
import { ROLE_NAMES, ROLES, type Role } from '../cluster/roles';
import { InputError } from '../input-error';
import { list } from '../text/list';
import { printable } from '../text/printable';
import type { Context, ContextOptions } from './context';
import { EXIT } from './exit-code';
import { why } from './files';
import { newClusterFile, SECRETS, workflows, type Answers, type NewFile } from './init-files';

export interface InitOptions extends ContextOptions, Partial<Record<Role, string[]>> {
  folder: string;
  name?: string;
  pbx?: string;
  image?: string;
  sshUser?: string;
  sshPort?: number;
  jumpHost?: string;
  /** commander's name for --no-workflows */
  workflows: boolean;
}

/** Somebody ended the questions, which is no mistake. */
class Unanswered extends Error {}

async function unlessUnanswered<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof Unanswered) return undefined;
    throw error;
  });
}

const CLUSTER_FILE = 'cluster.yaml';
const DEFAULT_IMAGE = 'portsip/pbx:22';
const DEFAULT_USER = 'pbx';
/** Until the question for the PBX's address is answered */
const PLACEHOLDER = '192.0.2.1';

/** A commented cluster file and its workflows, from questions or options. What is there stays as it is. */
export async function init(context: Context, options: InitOptions): Promise<number> {
  const { folder } = options;
  const clusterFile = join(folder, CLUSTER_FILE);
  // A file that import wrote, or a person, stays: then only what belongs beside it is missing.
  const keeps = await exists(clusterFile);
  if (keeps && describing(options).length > 0)
    throw new InputError(
      `${printable(clusterFile)} is there already, and nothing is overwritten: move it away, or give another --folder; without options that describe a cluster, only the workflows that are missing are written`,
    );
  if (keeps) await context.load(clusterFile);
  const { kept, missing } = await besideIt(folder, options.workflows ? workflows() : []);
  const text = keeps ? '' : await unlessUnanswered(describe(context, options));
  if (text === undefined) {
    context.say('Nothing was written.');
    return EXIT.failed;
  }
  const files = keeps ? missing : [{ path: CLUSTER_FILE, text }, ...missing];
  for (const { path, text } of files) await write(join(folder, path), text);

  const { bold, green, yellow } = context.colors;
  const named = (all: readonly NewFile[]) =>
    list(
      all.map(({ path }) => printable(join(folder, path))),
      20,
    );
  if (keeps) context.say(`${printable(clusterFile)} is there already and stays as it is.`);
  const [same, others] = [kept.filter((one) => one.same), kept.filter((one) => !one.same)];
  if (same.length > 0) context.say(`As it would be written already: ${named(same)}.`);
  if (others.length > 0)
    context.say(
      yellow(
        `There already, not as it would be written, and left as it is: ${named(others)}. Look whether it is meant.`,
      ),
    );
  context.say(files.length === 0 ? 'Nothing was missing.' : `${green('Written:')} ${named(files)}.`);
  if (options.workflows) context.say(`\n${bold('The workflows need')}\n${secretLines().join('\n')}`);
  const at = folder === '.' ? '' : ` ${printable(clusterFile)}`;
  const { cluster } = await context.engine.loadClusterFile(clusterFile);
  const first =
    cluster.servers.length === 0 ? `add the servers to ${printable(clusterFile)}, as its comments show, then ` : '';
  context.say(`\n${bold('Next:')} ${first}portsip-cluster validate${at}`);
  return EXIT.ok;
}

function secretLines(): string[] {
  const width = Math.max(...SECRETS.map(([kind, name, , how]) => `gh ${kind} set ${name}${how}`.length));
  return SECRETS.map(([kind, name, about, how]) => `  ${`gh ${kind} set ${name}${how}`.padEnd(width)}  # ${about}`);
}

/** Options that say what the cluster is */
function describing(options: InitOptions): string[] {
  const { name, pbx, image, sshUser, jumpHost } = options;
  return [name, pbx, image, sshUser, jumpHost, ...ROLE_NAMES.flatMap((role) => options[role] ?? [])].filter(
    (value) => value !== undefined,
  );
}

/** Which of the files are there: `same`, with the very text that they would get */
async function besideIt(
  folder: string,
  files: readonly NewFile[],
): Promise<{ kept: (NewFile & { same: boolean })[]; missing: NewFile[] }> {
  const kept: (NewFile & { same: boolean })[] = [];
  const missing: NewFile[] = [];
  for (const file of files) {
    const path = join(folder, file.path);
    if (!(await exists(path))) missing.push(file);
    else kept.push({ ...file, same: (await readFile(path, 'utf8').catch(() => '')) === file.text });
  }
  return { kept, missing };
}

/** Asks for what the options do not say. Throws InputError for what cannot be meant. */
async function describe(context: Context, options: InitOptions): Promise<string> {
  const { folder, name, pbx, image, sshUser, sshPort, jumpHost } = options;
  const asks = describing(options).length === 0;
  if (asks && !context.io.interactive)
    throw new InputError('There is no terminal to ask on: give --name, --pbx and servers such as --media 192.168.1.21');
  if (!asks && (name === undefined || pbx === undefined))
    throw new InputError('Give --name and --pbx, or nothing at all to be asked.');
  const answers: Answers = {
    name: name ?? nameOf(folder),
    pbx: pbx ?? PLACEHOLDER,
    image: image ?? DEFAULT_IMAGE,
    sshUser: sshUser ?? DEFAULT_USER,
    ...(sshPort !== undefined && { sshPort }),
    ...(jumpHost !== undefined && { jumpHost }),
    servers: Object.fromEntries(ROLE_NAMES.map((role) => [role, options[role] ?? []])),
  };
  const text = newClusterFile(asks ? await asked(context, answers) : answers);
  const problem = faultOf(text);
  if (problem !== undefined) throw new InputError(problem);
  return text;
}

async function asked(context: Context, suggested: Answers): Promise<Answers> {
  let answers: Answers = { ...suggested, servers: {} };
  context.say('Enter alone takes what stands in brackets. Nothing is written before the last question.\n');
  const take = async (question: string, suggestion: string, into: (answer: string) => Answers): Promise<void> => {
    for (;;) {
      const given = await context.io.ask(`${question}${suggestion ? ` [${suggestion}]` : ''}: `);
      if (given === undefined) throw new Unanswered();
      const tried = into(given.trim() || suggestion);
      const problem = faultOf(newClusterFile(tried));
      if (problem === undefined) {
        answers = tried;
        return;
      }
      context.say(context.colors.red(printable(problem)));
    }
  };
  await take('Name of the cluster', suggested.name, (name) => ({ ...answers, name }));
  await take("The main server's private address", '', (pbx) => ({ ...answers, pbx }));
  await take('Image that the servers run', suggested.image, (image) => ({ ...answers, image }));
  await take('Account to sign in with by SSH', suggested.sshUser, (sshUser) => ({ ...answers, sshUser }));
  for (const role of ROLE_NAMES) {
    const { label, single } = ROLES[role];
    const question = single
      ? `Private address of the ${label}, if there is one`
      : `Private addresses of ${label}s, if there are any`;
    await take(question, '', (given) => ({
      ...answers,
      servers: { ...answers.servers, [role]: given.split(/[\s,]+/).filter(Boolean) },
    }));
  }
  return answers;
}

/** The first fault of the file that would be written; the place in it means nothing to whoever answers. */
function faultOf(text: string): string | undefined {
  const fault = parseCluster(text, CLUSTER_FILE, { unwritten: true }).problems.find(
    ({ severity }) => severity === 'error',
  );
  return fault && `${fault.message}${fault.cure ? ` — ${fault.cure}` : ''}`;
}

function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(name) ? name.slice(0, 30).replace(/-+$/, '') : 'acme';
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** `wx`: whatever came there since is not written over either. */
async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw new InputError(`${path} cannot be written: ${why(error)}`);
  }
}
