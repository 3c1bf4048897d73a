import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { realClock } from '../../src/clock';
import { guideTopology } from '../../src/sandbox/index';
import { startBench, type Bench } from '../sandbox/cluster';
import {
  makeCaller,
  makeSuite,
  REPOSITORY,
  runWorkflow,
  type Caller,
  type Event,
  type Files,
  type Run,
} from './caller';
import { startGithubApi, type GithubApi } from './github-api';

/**
 * A deploy that fails half way: anna and bert are of one wave, cleo comes after them. One story; each test goes on where the one before
 * ended.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const IMAGE = 'portsip/pbx:22.7';
const SHARED = 'clusters/defaults.yaml';
const NAMES = ['anna', 'bert', 'cleo'] as const;
type Name = (typeof NAMES)[number];
const WAVES: Record<Name, number> = { anna: 1, bert: 1, cleo: 2 };
const fileOf = (name: string) => `clusters/${name}/cluster.yaml`;
const environment = (name: string) => `SITE_${name.toUpperCase()}`;

let api: GithubApi;
let caller: Caller;
const suite = makeSuite({ inlined: true });
const benches = new Map<Name, Bench>();
const bench = (name: Name): Bench => {
  const found = benches.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

/** A main server and a media server at a site of their own */
async function site(name: Name, net: number): Promise<void> {
  const topology = guideTopology();
  topology.servers = topology.servers.filter(({ role }) => role === 'media');
  const moved = JSON.stringify(topology)
    .replaceAll('192.168.1.', `192.168.${net}.`)
    .replaceAll('104.101.137.', `104.101.${net}.`);
  const made = await startBench({
    ...{ onlineDelayMs: 200, clock: realClock },
    topology: JSON.parse(moved) as typeof topology,
  });
  benches.set(name, made);
  made.sandbox.publishImage(IMAGE, '22.7.0');
  const { failed, ok } = await made.deploy((file) => (file.name = name));
  expect({ failed, ok }).toEqual({ failed: [], ok: true });
}

/** What the cluster itself says; the image is shared */
const own = (name: Name): string =>
  bench(name).sandbox.clusterFile((file) => {
    file.name = name;
    file['extends'] = '../defaults.yaml';
    file['deploy'] = { runner: [`site-${name}`], environment: environment(name), wave: WAVES[name] };
    file['restart'] = { drain_timeout: '1s' };
    Reflect.deleteProperty(file, 'image');
  });
const shared = (image: string) => `image: ${image}\npbx: { image: '${image}' }\n`;

beforeAll(async () => {
  await Promise.all(NAMES.map((name, index) => site(name, 21 + index)));
  api = await startGithubApi(TOKEN, REPOSITORY);
  const files = Object.fromEntries(NAMES.map((name) => [fileOf(name), own(name)]));
  caller = makeCaller({ ...files, [SHARED]: shared('portsip/pbx:22') });
  // A run under act has one set of secrets; the suite takes each environment's out of it. Nobody waits for trouble to show.
  for (const name of ['fleet-plan', 'fleet-deploy']) {
    const example = `.github/workflows/${name}.yml`;
    const text = readFileSync(join(caller.dir, example), 'utf8');
    const inherited = text.replace(/^ {4}secrets:\n[^]*$/m, '    secrets: inherit\n');
    caller.merge({ [example]: inherited.replace('    with:\n', '    with:\n      pause-minutes: 0\n') });
  }
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await Promise.all([...benches.values()].map((each) => each.close()));
});
afterEach(() => expect(api.violations).toEqual([]));

interface Given {
  when?: { text: string; then: () => void };
  runners?: Name[];
}

let runs = 0;
async function run(event: Event, { when, runners = [...NAMES] }: Given = {}): Promise<Run> {
  api.permissions =
    event.workflow === 'fleet-plan'
      ? { contents: 'read', 'pull-requests': 'write' }
      : { contents: 'read', 'pull-requests': 'read', actions: 'read' };
  const secrets: Record<string, string> = { GITHUB_TOKEN: TOKEN };
  const variables: Record<string, string> = {};
  for (const [name, { sandbox }] of benches)
    for (const [key, value] of Object.entries(sandbox.env)) {
      const isVariable = /KNOWN_HOSTS|FINGERPRINT/.test(key);
      (isVariable ? variables : secrets)[`${environment(name)}_${key}`] = value;
    }
  const result = await runWorkflow(event, {
    ...{ caller, suite: suite.dir, secrets, variables, apiUrl: api.url },
    runners: runners.map((name) => `site-${name}`),
    ...(when && { when }),
  });
  const kept = join(suite.dir, 'artifacts');
  if (event.workflow === 'fleet-deploy')
    api.model.runs.push({
      ...{ id: ++runs, workflow: 'fleet-deploy.yml', event: event.name, branch: 'main' },
      sha: api.model.git.sha('main') ?? '',
      conclusion: result.exitCode === 0 ? 'success' : 'failure',
      artifacts: existsSync(kept) ? readdirSync(kept) : [],
    });
  return result;
}

/** Opens a pull request, has it planned, and merges it as GitHub remembers it. */
async function planned(files: Exclude<Files, string>): Promise<Event> {
  const number = api.model.issues.length;
  if (api.model.issue(number)?.pull?.mergedAs) api.model.openPull('change', { number: number + 1 });
  const event = caller.pullRequest(files);
  const { exitCode } = await run({ ...event, payload: numbered(event.payload, api.model.issues.length) });
  expect(exitCode).toBe(0);
  const { sha, ...push } = caller.mergePull();
  api.model.mergePull(api.model.issues.length, sha);
  return { ...push, workflow: 'fleet-deploy' };
}
const numbered = (payload: unknown, number: number): unknown => {
  const { pull_request: pull, ...rest } = payload as { pull_request: object };
  return { ...rest, number, pull_request: { ...pull, number } };
};

const byHand = (): Event => ({ ...caller.dispatch(), workflow: 'fleet-deploy' });
/** act names a job "Deploy/Fleet deploy/Check bert-1", and one of a workflow that this calls "Deploy bert-1/Deploy/Deploy". */
const jobsOf = ({ jobs }: Run) =>
  jobs.map((job) => job.replace('Deploy/Fleet deploy/', '').replace(/\/.*|-\d+(?=\/|$)/g, '')).sort();
/** Of the last table */
const row = ({ summary }: Run, name: Name): string =>
  summary.split('\n').findLast((line) => line.startsWith(`| ${WAVES[name]} | [\`${name}\``)) ?? '';
const snapshots = (...names: Name[]) => names.map((name) => bench(name).sandbox.snapshot());

const mediaHost = () => bench('anna').sandbox.host('media-server-1');

test('a deploy that fails stops nobody of its own wave, and the waves after it', async () => {
  const push = await planned({ [SHARED]: shared(IMAGE) });
  const before = snapshots('cleo');
  mediaHost().faults.rateLimit = true;
  const result = await run(push);
  expect([result.exitCode, jobsOf(result)]).toEqual([
    1,
    ['Check anna', 'Check bert', 'Deploy anna', 'Deploy bert', 'Discover', 'Sum up'],
  ]);
  expect(row(result, 'anna')).toMatch(/\*\*failed\*\*/);
  expect(row(result, 'bert')).toMatch(/deployed .* \| healthy \| 22\.7/);
  expect(row(result, 'cleo')).toContain('**not begun**');
  expect(result.summary).toContain('**Not begun: `cleo`**, since the wave before did not end well: `anna`.');
  expect(snapshots('cleo')).toEqual(before);
});

test('once what was in its way is mended the same run by hand does the rest, as it was reviewed', async () => {
  mediaHost().faults.rateLimit = false;
  const result = await run(byHand());
  expect(result.exitCode).toBe(0);
  expect(row(result, 'anna')).toMatch(/deployed .* \| healthy \| 22\.7/);
  expect(row(result, 'bert')).toMatch(/nothing to do \| healthy \| 22\.7/);
  expect(row(result, 'cleo')).toMatch(/deployed .* \| healthy \| 22\.7/);
});
