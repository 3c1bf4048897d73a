import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSandbox, type ClusterFile, type Sandbox } from '../sandbox';
import { REPOSITORY, makeCaller, makeSuite, runWorkflow, type Caller, type Event, type Run } from '../workflows/caller';
import { startGithubApi, type GithubApi } from '../workflows/github-api';

/**
 * What the pictures in the docs are made of: the Markdown that real runs of the workflows leave on GitHub. It is written to
 * build/screenshots, from where render.mjs draws it.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const folder = resolve(__dirname, '../../build/screenshots');
const keep = (name: string, markdown = '') => writeFileSync(join(folder, `${name}.md`), markdown);

let sandbox: Sandbox;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  sandbox = await startSandbox({ pace: 0.3, onlineDelayMs: 400 });
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller(clusterFile());
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await sandbox.close();
});

/** As of the guide, without a window, which might be closed when the pictures are made */
const clusterFile = (change: (file: ClusterFile) => void = () => {}): string =>
  sandbox.clusterFile((file) => {
    file['restart'] = { drain_timeout: '1s' };
    change(file);
  });

async function run(event: Event): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...given } = sandbox.env;
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

test('the first deploy', async () => {
  keep('deploy-summary', (await run(caller.merge(clusterFile()))).summary);
});

test('what somebody changed in the portal', async () => {
  const media = sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1');
  const by = { hand: { max_concurrency: 4000 }, file: { max_concurrency: 2000 } };
  Object.assign(media ?? {}, by.hand);
  const { payload } = caller.merge(clusterFile());
  await run({ name: 'schedule', workflow: 'drift', payload });
  Object.assign(media ?? {}, by.file);
  keep('drift-issue', api.model.issues.find(({ pull }) => !pull)?.body);
});

test('a pull request that adds a media server and resizes another', async () => {
  await sandbox.addHost({
    name: 'media-server-2',
    role: 'media',
    address: '192.168.1.27',
    publicAddress: '104.101.137.61',
  });
  const larger = clusterFile((file) => {
    const meeting = file.servers.find(({ role }) => role === 'meeting');
    if (meeting) meeting['max_rooms'] = 200;
  });
  await run(caller.pullRequest(larger));
  keep('plan-comment', api.comments[0]?.body);
});
