import { lstat, mkdir, writeFile } from 'node:fs/promises';
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

const CLUSTER_FILE = 'cluster.yaml';
const DEFAULT_IMAGE = 'portsip/pbx:22';
const DEFAULT_USER = 'pbx';

/** A commented cluster file and its workflows, from questions or options. Nothing that is there is written over. */
export async function init(context: Context, options: InitOptions): Promise<number> {
  const { folder } = options;
  const wanted = options.workflows ? workflows() : [];
  const clusterFile = join(folder, CLUSTER_FILE);
  const described = describing(options);
  // A file that import wrote, or a person, stays: then only what belongs beside it is missing.
  const keeps = described.length === 0 && (await exists(clusterFile));
  await refuseExisting(folder, [...(keeps ? [] : [{ path: CLUSTER_FILE, text: '' }]), ...wanted]);
  if (keeps) await context.load(clusterFile);
  const files = keeps ? wanted : [{ path: CLUSTER_FILE, text: await describe(context, options) }, ...wanted];
  for (const { path, text } of files) await write(join(folder, path), text);

  const { bold, green } = context.colors;
  if (keeps) context.say(`${printable(clusterFile)} is there already and stays as it is.`);
  context.say(
    files.length === 0
      ? 'Nothing was missing.'
      : `${green('Written:')} ${list(
          files.map(({ path }) => printable(join(folder, path))),
          20,
        )}.`,
  );
  if (wanted.length > 0) context.say(`\n${bold('The workflows need')}\n${secretLines().join('\n')}`);
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

async function refuseExisting(folder: string, files: readonly NewFile[]): Promise<void> {
  const there: string[] = [];
  for (const { path } of files) if (await exists(join(folder, path))) there.push(join(folder, path));
  if (there.length > 0)
    throw new InputError(
      `${list(
        there.map((path) => printable(path)),
        20,
      )} ${there.length === 1 ? 'is' : 'are'} there already, and nothing is overwritten: move ${there.length === 1 ? 'it' : 'them'} away${there.every((path) => path.includes('.github')) ? ', or give --no-workflows' : ', or give another --folder'}`,
    );
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
    pbx: pbx ?? '192.168.1.20',
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
      if (given === undefined) throw new InputError('Nothing was written.');
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
  await take("The main server's private address", suggested.pbx, (pbx) => ({ ...answers, pbx }));
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
  const fault = parseCluster(text, CLUSTER_FILE).problems.find(({ severity }) => severity === 'error');
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
