import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { webhook } from './github/webhooks';

const root = resolve(__dirname, '../..');
export const REPOSITORY = 'acme/pbx';
const SUITE = 'portsip-cluster/actions';
const KEEPER = 'upload-artifact';
const FETCHER = 'download-artifact';

/** The text of cluster.yaml, or texts by path; null: the file is taken away */
export type Files = string | Readonly<Record<string, string | null>>;

/** Somebody's repository with a cluster file and the example workflows, in a temporary folder. */
export interface Caller {
  dir: string;
  /** Writes cluster.yaml on a branch off main and leaves the merge of it checked out, as a pull request's run has it. */
  pullRequest(files: Files, options?: { fork?: boolean }): Event;
  /** Files on main, without a pull request */
  merge(files: Files): Event;
  /** Merges the branch of the last pull request, or says how somebody else did it. */
  mergePull(): Event & { sha: string };
  /** Runs the deploy by hand on main as it is */
  dispatch(): Event;
  remove(): void;
}

export interface Event {
  name: 'pull_request' | 'push' | 'workflow_dispatch' | 'schedule';
  workflow:
    'plan' | 'deploy' | 'rolling-restart' | 'drift' | 'heal' | 'import' | 'fleet-plan' | 'fleet-deploy' | 'fleet-drift';
  payload: unknown;
}

export interface Run {
  exitCode: number;
  /** Everything that act printed */
  output: string;
  /** Names of the jobs that began, such as "Plan/Plan/Validate" */
  jobs: string[];
  /** The output `changed` of each step that has one, in order */
  changed: boolean[];
  /** The job's summary, as GitHub shows it: that of all steps below each other */
  summary: string;
}

/** `withoutReview`: what the caller's deploy says to a commit that nobody has reviewed; by default nothing, as in the example. */
export function makeCaller(files: Files, { withoutReview }: { withoutReview?: 'allow' } = {}): Caller {
  const dir = mkdtempSync(join(tmpdir(), 'portsip-caller-'));
  // Each a second after the one before: by that they are put in order.
  let seconds = Math.floor(Date.now() / 1000) - 86_400;
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: dir,
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
        env: { ...process.env, GIT_COMMITTER_DATE: `@${++seconds} +0000` },
      },
    ).trim();
  const commit = (given: Files, message: string) => {
    for (const [path, text] of Object.entries(typeof given === 'string' ? { 'cluster.yaml': given } : given)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      if (text === null) rmSync(join(dir, path));
      else writeFileSync(join(dir, path), text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', message);
  };
  git('init', '--quiet', '-b', 'main');
  git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`);
  cpSync(join(root, 'examples/workflows'), join(dir, '.github/workflows'), { recursive: true });
  if (withoutReview) {
    const deploy = join(dir, '.github/workflows/deploy.yml');
    const text = readFileSync(deploy, 'utf8');
    writeFileSync(deploy, text.replace(/^( +)environment: production.*$/m, `$&\n$1without-review: ${withoutReview}`));
  }
  commit(files, 'Describe the cluster');

  const repositoryOf = (owner: string) => ({
    full_name: `${owner}/pbx`,
    name: 'pbx',
    owner: { login: owner },
    default_branch: 'main',
    fork: owner !== 'acme',
    // Newer than the examples
    ...{ has_discussions: false, topics: [], visibility: 'private' },
  });
  const repository = repositoryOf('acme');
  return {
    dir,
    pullRequest: (changed, { fork = false } = {}) => {
      git('checkout', '--quiet', 'main');
      git('checkout', '--quiet', '-B', 'change');
      commit(changed, 'Change the cluster');
      const sha = git('rev-parse', 'HEAD');
      git('checkout', '--quiet', '--detach', 'main');
      git('merge', '--quiet', '--no-ff', '-m', 'Merge pull request', 'change');
      const head = { ref: 'change', sha, repo: repositoryOf(fork ? 'mallory' : 'acme') };
      const base = { ref: 'main', sha: git('rev-parse', 'main'), repo: repository };
      const workflow = typeof changed === 'string' ? 'plan' : 'fleet-plan';
      const payload = webhook('pull_request', 'opened', {
        number: 1,
        pull_request: { number: 1, head, base },
        repository,
      });
      return { name: 'pull_request', workflow, payload };
    },
    merge: (changed) => {
      git('checkout', '--quiet', 'main');
      const before = git('rev-parse', 'HEAD');
      commit(changed, 'Change the cluster');
      const values = { ref: 'refs/heads/main', before, after: git('rev-parse', 'HEAD'), repository };
      return { name: 'push', workflow: 'deploy', payload: webhook('push', undefined, values) };
    },
    mergePull: () => {
      git('checkout', '--quiet', 'main');
      const before = git('rev-parse', 'HEAD');
      git('merge', '--quiet', '--no-ff', '-m', 'Merge pull request #1', 'change');
      const sha = git('rev-parse', 'HEAD');
      const values = { ref: 'refs/heads/main', before, after: sha, repository };
      return { name: 'push', workflow: 'deploy', payload: webhook('push', undefined, values), sha };
    },
    dispatch: () => {
      git('checkout', '--quiet', 'main');
      const payload = webhook('workflow_dispatch', undefined, { ref: 'refs/heads/main', repository });
      return { name: 'workflow_dispatch', workflow: 'deploy', payload };
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/**
 * What act takes for this suite at v1: what users get, no sources and no packages. act does not know `$/`, GitHub's
 * name for "this repository at this commit", nor YAML's aliases: both are spelled out, the former to the same folder. Nor does it know
 * deployment environments: a secret or a variable of SITE-A's is `SITE_A_NAME` here, and a job of many clusters gets those of the
 * environment that its matrix names. `inlined`: the job of a workflow that this calls stands in its place, since act ends a run at once
 * when a called workflow of a called one fails.
 */
export function makeSuite({ inlined = false } = {}): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'portsip-suite-'));
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'plan/index.js'))) throw new Error('dist/ is missing: run "npm run build"');
  for (const path of ['action.yml', 'actions']) cpSync(join(root, path), join(dir, path), { recursive: true });
  cpSync(dist, join(dir, 'dist'), { recursive: true });
  const workflows = join(dir, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  const kept = JSON.stringify(join(dir, 'artifacts'));
  const stand = (name: string, inputs: string, program: string) => {
    mkdirSync(join(dir, name));
    const action = [`name: ${name}`, `description: ${name}`, `inputs: { ${inputs} }`];
    writeFileSync(join(dir, name, 'action.yml'), [...action, 'runs: { using: node24, main: index.js }'].join('\n'));
    writeFileSync(join(dir, name, 'index.js'), program);
  };
  stand(
    FETCHER,
    'pattern: {}, path: {}',
    `const { cpSync, existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const [begin] = process.env.INPUT_PATTERN.split('*');
for (const name of (existsSync(${kept}) ? readdirSync(${kept}) : []).filter((each) => each.startsWith(begin)))
  cpSync(join(${kept}, name), join(process.env.INPUT_PATH, name), { recursive: true });
`,
  );
  stand(
    KEEPER,
    'name: {}, path: {}, overwrite: {}',
    `const { cpSync, existsSync, readdirSync, statSync } = require('node:fs');
const { basename, join } = require('node:path');
// A folder is what is in it; of several files those that are there count.
const files = process.env.INPUT_PATH.trim().split(/\\s*\\n\\s*/).filter((path) => existsSync(path)).flatMap((path) =>
  statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]);
for (const file of files) cpSync(file, join(${kept}, process.env.INPUT_NAME, basename(file)), { recursive: true });
console.log('artifact ' + process.env.INPUT_NAME + ': ' + files.map((file) => file + (statSync(file).size > 0 ? '' : ' is empty')).join(', '));
`,
  );
  for (const name of readdirSync(join(root, '.github/workflows'))) {
    const text = readFileSync(join(root, '.github/workflows', name), 'utf8');
    writeFileSync(
      join(workflows, name),
      ofEnvironments(withoutAliases(inlined ? withCalled(text) : text), name)
        .replace(/uses: \$\/(\S+)/g, `uses: ${SUITE}/$1@v1`)
        // act takes a checkout of a branch that is named for one that it has to fetch.
        .replace(/^ +ref: \$\{\{.*\n/gm, ''),
    );
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** A job of many clusters has what is its environment's alone; deploy.yml knows that by its input, and has the repository's as well. */
function ofEnvironments(text: string, name: string): string {
  if (name.startsWith('fleet-'))
    return text.replace(/\b(secrets|vars)\.(PORTSIP_(?!REVIEW_KEY)\w+)/g, "$1[format('{0}_$2', matrix.environment)]");
  if (name !== 'deploy.yml') return text;
  return text.replace(/\bvars\.(PORTSIP_\w+)/g, "(vars[format('{0}_$1', inputs.environment)] || vars.$1)");
}

interface CalledJob {
  uses?: string;
  if?: string;
  with?: Record<string, string>;
  secrets?: unknown;
}

/** With the one job of deploy.yml in place of each call of it, and what it is given in place of its inputs */
function withCalled(text: string): string {
  const file = parse(text) as { jobs: Record<string, CalledJob> };
  const called = parse(readFileSync(join(root, '.github/workflows/deploy.yml'), 'utf8')) as {
    on: { workflow_call: { inputs: Record<string, { default: unknown }> } };
    jobs: { deploy: object };
  };
  for (const [name, { uses, secrets: _, with: given, ...around }] of Object.entries(file.jobs)) {
    if (uses !== '$/.github/workflows/deploy.yml') continue;
    const value = (input: string): string =>
      expressionOf(given?.[input] ?? called.on.workflow_call.inputs[input]?.default ?? '');
    const job = JSON.stringify(called.jobs.deploy).replace(/\binputs\.([a-z-]+)/g, (__, input: string) =>
      JSON.stringify(`(${value(input)})`).slice(1, -1),
    );
    file.jobs[name] = { ...(JSON.parse(job) as object), ...around };
  }
  return stringify(file);
}

/** `${{ a }}` as `a`, `b-${{ a }}` as `format('b-{0}', a)`, and anything else as a literal */
function expressionOf(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const found = /^(.*?)\$\{\{ (.*?) \}\}$/.exec(value);
  if (!found) return `'${value}'`;
  const [, before = '', expression = ''] = found;
  return before === '' ? expression : `format('${before}{0}', ${expression})`;
}

const withoutAliases = (text: string) => stringify(parse(text), { aliasDuplicateObjects: false, lineWidth: 0 });

export interface RunOptions {
  caller: Pick<Caller, 'dir'>;
  suite: string;
  secrets: Record<string, string>;
  variables: Record<string, string>;
  apiUrl: string;
  /** act's own and the actions' debug output */
  debug?: boolean;
  /** act masks what it knows to be secret; unmasked shows whether the actions print it */
  unmasked?: boolean;
  /** Labels of runners that are there, beside self-hosted and ubuntu-latest */
  runners?: string[];
  /** For workflow_dispatch */
  inputs?: Record<string, string>;
  /** The command line that runs another one where the runner is; default this machine */
  runner?: (argv: string[]) => string[];
  /** Done once, as soon as the text is in the output */
  when?: { text: string; then: (cancelJob: () => void) => void };
}

/** Runs the caller's workflow of an event under act: no Docker, node24, the GitHub API on the loopback. */
export async function runWorkflow(event: Event, options: RunOptions): Promise<Run> {
  const { caller, suite, secrets, variables, apiUrl, debug = false, unmasked = false } = options;
  const scratch = mkdtempSync(join(tmpdir(), 'portsip-act-'));
  // Each run has artifacts of its own.
  rmSync(join(suite, 'artifacts'), { recursive: true, force: true });
  try {
    const eventFile = join(scratch, 'event.json');
    writeFileSync(
      eventFile,
      JSON.stringify({ ...(event.payload as object), ...(options.inputs && { inputs: options.inputs }) }),
    );
    const pairs = (flag: string, values: Record<string, string>) =>
      Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
    const args = [
      event.name,
      ...['--workflows', `.github/workflows/${event.workflow}.yml`, '--eventpath', eventFile],
      ...['--platform', 'self-hosted=-self-hosted', '--platform', 'ubuntu-latest=-self-hosted'],
      ...['--local-repository', `${SUITE}@v1=${suite}`],
      ...[KEEPER, FETCHER].flatMap((name) => [
        '--local-repository',
        `actions/${name}@${pinOf(name, suite)}=${join(suite, name)}`,
      ]),
      ...(options.runners ?? []).flatMap((label) => ['--platform', `${label}=-self-hosted`]),
      ...['--use-new-action-cache', '--action-offline-mode'],
      ...['--action-cache-path', join(scratch, 'cache'), '--no-cache-server', '--pull=false'],
      ...['--defaultbranch', 'main', '--actor', 'alice'],
      // Names only: values would be seen in the list of processes.
      ...Object.keys(secrets).flatMap((name) => ['--secret', name]),
      ...pairs('--var', variables),
      ...pairs('--env', {
        GITHUB_API_URL: apiUrl,
        // act does not say which workflow it runs.
        GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/${event.workflow}.yml@refs/heads/main`,
        ...(debug && { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' }),
      }),
      ...(debug ? ['--verbose'] : []),
      ...(unmasked ? ['--insecure-secrets'] : []),
    ];
    const { PATH = '', TMPDIR } = process.env;
    const { runner = (argv: string[]) => argv } = options;
    const [command = '', ...words] = runner([findAct(), ...args]);
    const child = spawn(command, words, {
      cwd: caller.dir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${dirname(node24())}${delimiter}${PATH}`,
        HOME: scratch,
        XDG_CACHE_HOME: join(scratch, 'xdg'),
        ...(TMPDIR && { TMPDIR }),
        ...secrets,
      },
    });
    let output = '';
    let { when } = options;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (!when || !output.includes(when.text)) return;
        const { then } = when;
        when = undefined;
        then(() => child.kill('SIGINT'));
      });
    const exitCode = await new Promise<number>((done, fail) => {
      child.once('error', fail).once('close', (code) => done(code ?? -1));
    });
    // eslint-disable-next-line no-control-regex
    const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
    const jobs = [...new Set([...plain.matchAll(/^\[([^\]]+?)\s*\] .*Run Main/gm)].map(([, name]) => name ?? ''))];
    const changed = [...plain.matchAll(/::set-output:: changed=(true|false)/g)].map(([, value]) => value === 'true');
    const summary = [...plain.matchAll(/^\[[^\]]+\] +⚙ +Summary - ([^]*?)(?=^\[\S+\] |(?![^]))/gm)].map(
      ([, text]) => text,
    );
    return { exitCode, output: plain, jobs, changed, summary: summary.join('\n') };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The commit that the workflows pin */
function pinOf(name: string, suite: string): string {
  const text = readFileSync(join(suite, '.github/workflows/fleet-plan.yml'), 'utf8');
  return new RegExp(`actions/${name}@([0-9a-f]{40})`).exec(text)?.[1] ?? '';
}

function findAct(): string {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), join(homedir(), 'go/bin')].map((folder) =>
    join(folder, 'act'),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('act is missing: go install github.com/nektos/act@v0.2.87');
  return found;
}

/** GitHub's runners bring node24; act runs the node that is first on PATH. */
export function node24(): string {
  const given = process.env['NODE24'] ?? process.execPath;
  const version = execFileSync(given, ['--version'], { encoding: 'utf8' }).trim();
  if (!version.startsWith('v24.'))
    throw new Error(`Node 24 is missing (${given} is ${version}): set NODE24 to its program`);
  return given;
}
