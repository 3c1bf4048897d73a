import { execFileSync } from 'node:child_process';
import { realClock } from '../../src/clock';
import { startBench, type Bench, type Edit } from '../sandbox/cluster';
import { REPOSITORY, makeCaller, makeSuite, runWorkflow, type Caller, type Event, type Run } from './caller';
import { startGithubApi, type GithubApi } from './github-api';

/**
 * Only what was reviewed is deployed: the guide's cluster, a pull request that adds a media server, and all that can come
 * between its plan and its deploy. One story; each test goes on where the one before ended.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const BOT = 'github-actions[bot]';

let bench: Bench;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
/** The first one, and what it found in the portal */
let pullRequest: Event;
let rooms: number;

beforeAll(async () => {
  bench = await startBench({ onlineDelayMs: 500, clock: realClock });
  const { failed, ok } = await bench.deploy();
  expect({ failed, ok }).toEqual({ failed: [], ok: true });
  await bench.sandbox.addHost({ name: 'media-server-2', role: 'media', address: '192.168.1.27' });
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller(clusterFile(without('media-server-2')));
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await bench.close();
});
afterEach(() => expect(api.violations).toEqual([]));

const without =
  (name: string): Edit =>
  (file) => {
    file.servers = file.servers.filter((server) => server.name !== name);
  };

/** Only the load balancer is restarted when a server comes: less to wait for. */
const clusterFile = (edit: Edit = () => {}): string =>
  bench.sandbox.clusterFile((file) => {
    file['restart'] = { drain_timeout: '1s', after_scale_out: 'load-balancer' };
    edit(file);
  });

async function run(event: Event, inputs?: Record<string, string>, key?: string): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = bench.sandbox.env;
  api.permissions =
    event.workflow === 'plan'
      ? { contents: 'read', 'pull-requests': 'write' }
      : { contents: 'read', 'pull-requests': 'read' };
  return runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...secrets, GITHUB_TOKEN: TOKEN, ...(key && { PORTSIP_REVIEW_KEY: key }) },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
    ...(inputs && { inputs }),
  });
}

/** Merges the pull request, as GitHub remembers it. */
function merge(): Event {
  const { sha, ...event } = caller.mergePull();
  api.model.mergePull(1, sha);
  return event;
}

const scripts = () =>
  bench.sandbox.hosts().flatMap((host) => host.scriptRuns().map(({ verb }) => `${host.name} ${verb}`));
const portal = () => bench.sandbox.pbx.state.servers.media.map(({ name }) => name);
const meeting = () => bench.sandbox.pbx.state.servers.meeting.find(({ name }) => name === 'meeting-server-1');
/** Somebody changes a value in the portal. */
function meddle(rooms: number): void {
  const server = meeting();
  if (server) server.max_rooms = rooms;
}
const plan = () => api.comments.find(({ user }) => user.login === BOT);

/** Nothing was touched, and the one step that ran was the first. */
async function stops(event: Event, why: RegExp, inputs?: Record<string, string>): Promise<Run> {
  const before = { scripts: scripts(), snapshot: bench.sandbox.snapshot() };
  const result = await run(event, inputs);
  expect([result.exitCode, result.output]).toEqual([1, expect.stringMatching(why)]);
  expect(result.output).toMatch(/::error title=Not reviewed,file=cluster\.yaml,line=1::/);
  expect(result.changed).toHaveLength(1);
  expect({ scripts: scripts(), snapshot: bench.sandbox.snapshot() }).toEqual(before);
  expect(result.summary).toContain('stopped before anything was done');
  return result;
}

test('a pull request gets its plan, as a comment and as files, with what a deploy knows it by', async () => {
  rooms = meeting()?.max_rooms ?? 0;
  pullRequest = caller.pullRequest(clusterFile());
  const { exitCode, output } = await run(pullRequest);
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(plan()?.body).toContain('1 server to add');
  expect(plan()?.body).toContain('```mermaid');
  expect(plan()?.body).toMatch(/<!-- portsip-cluster reviewed head=[0-9a-f]{40} run=\d+\.\d+ digest=sha256:/);
  expect(output).toContain('artifact portsip-plan-acme: plan.json, plan.md\n');
});

test('pushed without a pull request, nothing of it is done, and the message has the command that approves it', async () => {
  // The branch is merged on somebody's own machine: its pull request is still open.
  const { summary } = await stops(caller.mergePull(), /came to main without a pull request/);
  expect(summary).toContain('+ role/media-server-2: no media server runs on 192.168.1.27 yet');
  expect(summary).toMatch(/gh workflow run deploy\.yml --repo acme\/pbx --ref main -f approve=sha256:[0-9a-f]{64}/);
  expect(portal()).not.toContain('media-server-2');
});

test('merged, but with a comment that somebody edited, it is refused', async () => {
  const comment = plan();
  if (!comment) throw new Error('there is no plan');
  const { body, updatedAt } = comment;
  api.model.editComment(comment, body, 'mallory');
  merge();
  await stops(caller.dispatch(), /the plan's comment was edited by mallory/);
  // As if nobody had.
  delete comment.editor;
  comment.updatedAt = updatedAt;
});

test('a plan that is run again after the merge leaves the comment as it was reviewed', async () => {
  const before = plan()?.body;
  meddle(9);
  const { exitCode, output } = await run(pullRequest);
  meddle(rooms);
  expect([exitCode, output]).toEqual([0, expect.stringContaining('left as it is: the pull request is merged')]);
  expect(plan()?.body).toBe(before);
});

test('a comment that was written after the merge counts for nothing, whoever wrote it', async () => {
  const comment = plan();
  if (!comment) throw new Error('there is no plan');
  const { body, updatedAt } = comment;
  api.model.editComment(comment, body, BOT);
  await stops(caller.dispatch(), /the plan's comment was written at \S+, after the merge at/);
  delete comment.editor;
  comment.updatedAt = updatedAt;
});

test('when the cluster has changed since, it stops and shows the difference', async () => {
  meddle(7);
  const { output, summary } = await stops(caller.dispatch(), /What would be done now is not what was reviewed in #1/);
  expect(output).toMatch(/Nobody has reviewed 1 change \([^)]*meeting-server-1[^)]*\)/);
  expect(summary).toMatch(/\*\*1 change nobody has reviewed\*\*, and \d+ that somebody has/);
  expect(summary).toMatch(/^! ~ server\/meeting-server-1: .*\n! {5}max rooms: 7 -> \d+$/m);
});

test('a digest that is not of what would be done now approves nothing', async () => {
  await stops(caller.dispatch(), /What was approved is not what would be done now/, {
    approve: `sha256:${'0'.repeat(64)}`,
  });
});

test('approved, exactly what was shown is done, and the job is summed up', async () => {
  const stopped = await stops(caller.dispatch(), /not what was reviewed in #1/);
  const approve = /approve=(sha256:[0-9a-f]{64})/.exec(stopped.summary)?.[1] ?? '';
  const { exitCode, output, summary } = await run(caller.dispatch(), { approve });
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(portal()).toContain('media-server-2');
  expect(scripts()).toContain('media-server-2 run');
  expect(meeting()?.max_rooms).not.toBe(7);
  expect(summary).toMatch(/changes and 1 changed setting, approved by digest/);
  expect(summary).toMatch(/\| `media-server-2` \| .*install.* \| \d/);
  expect(summary).toContain('  section Roles\n');
  expect(summary).toContain('**Nothing is left to do.**');
});

test('what was reviewed is deployed without further ado, also when some of it is done already', async () => {
  // The next pull request takes it away again.
  api.model.issues.splice(0);
  api.model.comments.splice(0);
  api.model.openPull('change', { number: 1 });
  expect((await run(caller.pullRequest(clusterFile(without('media-server-2'))))).exitCode).toBe(0);
  expect(plan()?.body).toContain('1 server to remove');
  const { exitCode, output, summary } = await run(merge());
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(summary).toMatch(/\d+ changes?, reviewed in \[#1\]\([^)]*\)\./);
  expect(portal()).not.toContain('media-server-2');

  const again = await run(caller.dispatch());
  expect([again.exitCode, again.output]).toEqual([0, expect.stringContaining('There is nothing to do')]);
});

test('an old deploy that is run again stops, since the branch says otherwise now', async () => {
  // The merge before the last, whose server was taken away since.
  const git = (...args: string[]) => execFileSync('git', args, { cwd: caller.dir, encoding: 'utf8' }).trim();
  const event = caller.dispatch();
  git('checkout', '--quiet', '--detach', 'main^');
  const approve = `sha256:${'0'.repeat(64)}`;
  await stops(event, /cluster\.yaml is not what main says now/);
  await stops(event, /cluster\.yaml is not what main says now/, { approve });
  git('checkout', '--quiet', 'main');
});

test('what was reviewed is approved for the steps one by one: what comes up only then is not done', async () => {
  const file = clusterFile((cluster) => {
    without('media-server-2')(cluster);
    cluster.servers.forEach((server) => server.role === 'media' && (server['max_call_sessions'] = 3000));
  });
  api.model.issues.splice(0);
  api.model.comments.splice(0);
  api.model.openPull('change', { number: 1 });
  const key = 'only the plan and the deploy know it';
  expect((await run(caller.pullRequest(file), undefined, key)).exitCode).toBe(0);
  const event = merge();
  // Sealed: without the key, or with another one, it cannot have been written.
  expect((await run(event, undefined, 'another key')).output).toContain('no seal that fits the review key');
  expect(plan()?.body).toMatch(/<!-- portsip-cluster seal=[0-9a-f]{64} -->$/);

  const result = await runWithTrouble(event, key);
  expect(result.exitCode).toBe(1);
  expect(result.output).toContain('– server/meeting-server-1: nobody has reviewed it: it came up only now');
  expect(meeting()?.max_rooms).toBe(8);
  expect(bench.sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1')).toMatchObject({
    max_concurrency: 3000,
  });
});

/** Somebody is in the portal once the first step is over. */
async function runWithTrouble(event: Event, key: string): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = bench.sandbox.env;
  return runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...secrets, GITHUB_TOKEN: TOKEN, PORTSIP_REVIEW_KEY: key },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
    when: { text: '::set-output:: reviewed-plan=', then: () => meddle(8) },
  });
}
