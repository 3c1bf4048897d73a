import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { realClock } from '../../src/clock';
import { startBench, type Bench, type Edit } from '../sandbox/cluster';
import { REPOSITORY, makeCaller, makeSuite, runWorkflow, type Caller, type Event, type Run } from '../workflows/caller';
import { startGithubApi, type GithubApi } from '../workflows/github-api';

/**
 * What the pictures in the docs are made of: the Markdown that real runs of the workflows leave on GitHub. It is written to
 * build/screenshots, from where render.mjs draws it.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const folder = resolve(__dirname, '../../build/screenshots');
const keep = (name: string, markdown = '') => writeFileSync(join(folder, `${name}.md`), markdown);

let bench: Bench;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  bench = await startBench({ pace: 0.3, onlineDelayMs: 400, clock: realClock });
  const { failed, ok } = await bench.deploy(small);
  expect({ failed, ok }).toEqual({ failed: [], ok: true });
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller(bench.sandbox.clusterFile(small));
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await bench.close();
});

/** Without a window, which might be closed when the pictures are made */
const small: Edit = (file) => (file['restart'] = { drain_timeout: '1s', after_scale_out: 'load-balancer' });
const grown: Edit = (file) => {
  small(file);
  const meeting = file.servers.find(({ role }) => role === 'meeting');
  if (meeting) meeting['max_rooms'] = 200;
};

async function run(event: Event): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...given } = bench.sandbox.env;
  const result = await runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...given, GITHUB_TOKEN: TOKEN },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
  });
  expect([result.exitCode, result.output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  return result;
}

test('a pull request that adds a media server and gives another one more rooms', async () => {
  const { sandbox } = bench;
  await sandbox.addHost({
    name: 'media-server-2',
    role: 'media',
    address: '192.168.1.27',
    publicAddress: '104.101.137.61',
  });
  await run(caller.pullRequest(sandbox.clusterFile(grown)));
  keep('plan-comment', api.comments[0]?.body);
});

test('its deploy', async () => {
  const { sha, ...event } = caller.mergePull();
  api.model.mergePull(1, sha);
  keep('deploy-summary', (await run(event)).summary);
});

test('what somebody changed in the portal', async () => {
  const { pbx } = bench.sandbox;
  const media = pbx.state.servers.media.find(({ name }) => name === 'media-server-1');
  const queue = pbx.state.servers.queue.find(({ name }) => name === 'queue-server-1');
  Object.assign(media ?? {}, { max_concurrency: 4000 });
  Object.assign(queue ?? {}, { enabled: false });
  const { payload } = caller.merge(bench.sandbox.clusterFile(grown));
  await run({ name: 'schedule', workflow: 'drift', payload });
  keep('drift-issue', api.model.issues.find(({ pull }) => !pull)?.body);
});
