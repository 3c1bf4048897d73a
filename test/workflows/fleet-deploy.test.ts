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
 * Three clusters of one repository that share a file, each with a site, secrets and a wave of its own: anna is the canary, bert and cleo
 * come after it. One story; each test goes on where the one before ended.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const SHARED = 'clusters/defaults.yaml';
const NAMES = ['anna', 'bert', 'cleo'] as const;
type Name = (typeof NAMES)[number];
const WAVES: Record<Name, number> = { anna: 1, bert: 2, cleo: 2 };
const fileOf = (name: string) => `clusters/${name}/cluster.yaml`;
const environment = (name: string) => `SITE_${name.toUpperCase()}`;

let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
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
  for (const version of ['22.7', '22.8', '22.9']) made.sandbox.publishImage(`portsip/pbx:${version}`, `${version}.0`);
  const { failed, ok } = await made.deploy((file) => (file.name = name));
  expect({ failed, ok }).toEqual({ failed: [], ok: true });
}

/** What the cluster itself says; the image is shared */
const own = (name: Name, restart: object = {}): string =>
  bench(name).sandbox.clusterFile((file) => {
    file.name = name;
    file['extends'] = '../defaults.yaml';
    file['deploy'] = { runner: [`site-${name}`], environment: environment(name), wave: WAVES[name] };
    file['restart'] = { drain_timeout: '1s', ...restart };
    Reflect.deleteProperty(file, 'image');
  });
const shared = (image: string) => `image: ${image}\npbx: { image: '${image}' }\n`;

/** A maintenance window that is closed now: one hour, half a day from now */
function closed(): object {
  const at = (hours: number) => `${String((new Date().getUTCHours() + hours) % 24).padStart(2, '0')}:00`;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return { window: { days, from: at(11), to: at(12), timezone: 'Etc/UTC' } };
}

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
const server = (name: Name) => {
  const found = bench(name).sandbox.pbx.state.servers.media.find((one) => one.name === 'media-server-1');
  if (!found) throw new Error(`${name} has no media server`);
  return found;
};
const snapshots = (...names: Name[]) => names.map((name) => bench(name).sandbox.snapshot());

const ALL = ['Check anna', 'Check bert', 'Check cleo', 'Deploy anna', 'Deploy bert', 'Deploy cleo'];

test('a merge upgrades the canary; found to be unhealthy, it stops the rest, and what is not begun is said', async () => {
  const push = await planned({ [SHARED]: shared('portsip/pbx:22.7') });
  expect(api.comments).toHaveLength(1);
  const before = snapshots('bert', 'cleo');
  const result = await run(push, {
    // Somebody takes the canary's server out of calls before anybody looks.
    when: { text: 'See whether the next wave may begin', then: () => void (server('anna').enabled = false) },
  });
  expect([result.exitCode, jobsOf(result)]).toEqual([
    1,
    ['After wave 1', 'Check anna', 'Deploy anna', 'Discover', 'Sum up'],
  ]);
  expect(row(result, 'anna')).toMatch(
    /\| deployed \(\d changes done\) \| \*\*unhealthy\*\*: media-server-1 gets no calls.*\| 22\.7/,
  );
  for (const name of ['bert', 'cleo'] as const) expect(row(result, name)).toContain('**not begun**');
  expect(result.summary).toContain('### 3 clusters: 1 unhealthy, 2 not begun');
  expect(result.summary).toContain('**Not begun: `bert` and `cleo`**, since the wave before did not end well: `anna`.');
  expect(snapshots('bert', 'cleo')).toEqual(before);
});

test('after it is repaired the same goes on with the rest: what is done already is not done again', async () => {
  server('anna').enabled = true;
  const before = snapshots('anna');
  const result = await run(byHand());
  expect([result.exitCode, jobsOf(result)]).toEqual([
    0,
    ['After wave 1', 'After wave 2', ...ALL, 'Discover', 'Sum up'],
  ]);
  expect(row(result, 'anna')).toMatch(/nothing to do \| healthy \| 22\.7/);
  for (const name of ['bert', 'cleo'] as const) expect(row(result, name)).toMatch(/deployed .* \| healthy \| 22\.7/);
  expect(snapshots('anna')).toEqual(before);
});

test('a closed window holds up nobody else, and what waits is deployed by a later run', async () => {
  const push = await planned({ [SHARED]: shared('portsip/pbx:22.8'), [fileOf('bert')]: own('bert', closed()) });
  const result = await run(push);
  expect(result.exitCode).toBe(0);
  expect(row(result, 'anna')).toMatch(/deployed .* \| healthy \| 22\.8/);
  expect(row(result, 'bert')).toMatch(/waits for its window .*\| healthy \| 22\.7/);
  expect(row(result, 'cleo')).toMatch(/deployed .* \| healthy \| 22\.8/);
  expect(result.summary).toContain('### 3 clusters: 1 waiting for a window, 2 done');
  expect(api.model.runs.at(-1)).toMatchObject({
    conclusion: 'success',
    artifacts: expect.arrayContaining(['portsip-fleet-left-behind']) as string[],
  });
});

test('where the canary waits for its window nothing has shown that others may follow, and none does', async () => {
  const files = { [fileOf('anna')]: own('anna', closed()), [fileOf('bert')]: own('bert') };
  const push = await planned({ ...files, [SHARED]: shared('portsip/pbx:22.9') });
  const before = snapshots('bert', 'cleo');
  const result = await run(push);
  expect([result.exitCode, jobsOf(result)]).toEqual([
    1,
    ['After wave 1', 'Check anna', 'Deploy anna', 'Discover', 'Sum up'],
  ]);
  expect(row(result, 'anna')).toMatch(/waits for its window .*\| healthy \| 22\.8/);
  expect(result.summary).toContain('every cluster of the wave before waits for its maintenance window (`anna`)');
  expect(snapshots('bert', 'cleo')).toEqual(before);
});

test('the next push brings along what earlier ones left: its own change, and theirs', async () => {
  const result = await run(await planned({ [fileOf('anna')]: own('anna') }));
  expect(result.exitCode).toBe(0);
  expect(result.output).toContain(
    'No run of fleet-deploy.yml on main has succeeded yet without leaving a cluster behind',
  );
  for (const name of NAMES) expect(row(result, name)).toMatch(/deployed .* \| healthy \| 22\.9/);
});

test("a site whose runner is away is unknown, and never called done; others' sites are not asked", async () => {
  const push = await planned({ [fileOf('cleo')]: `${own('cleo')}# one comment more\n` });
  const result = await run(push, { runners: ['anna', 'bert'] });
  expect([result.exitCode, jobsOf(result)]).toEqual([1, ['Discover', 'Sum up']]);
  expect(row(result, 'cleo')).toContain('**unknown:** its job failed or never ran; is its runner there?');
  expect(result.summary).toContain('### 1 cluster: 1 unknown');
});

test('at the end each is what its file says, and has a record of itself alone', async () => {
  const result = await run(byHand());
  expect(result.exitCode).toBe(0);
  for (const name of NAMES) {
    expect(row(result, name)).toMatch(/nothing to do \| healthy \| 22\.9/);
    expect(
      bench(name)
        .sandbox.host('pbx')
        .files(['/var/lib/portsip-cluster'])
        .filter((file) => file.endsWith('.json')),
    ).toEqual([expect.stringContaining(`${name}.json`)]);
  }
  // The first is of discover: all are taken.
  expect(result.changed.slice(1)).not.toContain(true);
});
