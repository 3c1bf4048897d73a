import { realClock } from '../../src/clock';
import { startBench, type Bench, type Edit } from '../sandbox/cluster';
import type { Caller, Run } from './caller';
import { REPOSITORY, makeCaller, makeSuite, runWorkflow } from './caller';
import type { GithubApi } from './github-api';
import { startGithubApi } from './github-api';

/** The example's heal.yml as a user has it, by dist/ and act. Each test goes on where the one before ended. */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const QUEUE = 'queue-server-1';
const ABOUT_PBX = '.state/docker/containers/portsip.callmanager/about';

let bench: Bench;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();

const two: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => ['media', 'queue'].includes(String(role)));
};

beforeAll(async () => {
  bench = await startBench({ clock: realClock });
  expect((await bench.deploy(two)).failed).toEqual([]);
  // The PBX has been up for long.
  const main = bench.sandbox.host('pbx');
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  main.write(ABOUT_PBX, (main.read(ABOUT_PBX) ?? '').replace(/^started=.*$/m, `started=${hourAgo}`));
  api = await startGithubApi(TOKEN, REPOSITORY, { pulls: {} });
  api.permissions = { contents: 'read', issues: 'write' };
  caller = makeCaller(bench.sandbox.clusterFile(two));
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await bench.close();
});
afterEach(() => expect(api.violations).toEqual([]));

async function heal(): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = bench.sandbox.env;
  const { payload } = caller.merge(bench.sandbox.clusterFile(two));
  return runWorkflow(
    { name: 'schedule', workflow: 'heal', payload },
    {
      caller,
      suite: suite.dir,
      secrets: { ...secrets, GITHUB_TOKEN: TOKEN },
      variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
      apiUrl: api.url,
      unmasked: true,
    },
  );
}
/** Who takes calls of queues, as the portal has it */
const queues = () => bench.sandbox.pbx.state.servers.queue.filter(({ enabled }) => enabled).map(({ name }) => name);

test('nothing is done to servers that are well', async () => {
  const { exitCode, jobs } = await heal();
  expect([exitCode, jobs, queues(), api.model.issues]).toEqual([0, ['Heal/Heal/Heal'], [QUEUE], []]);
});

test('a queue server that dies is taken out of calls after a second look, and an issue says so', async () => {
  bench.sandbox.host(QUEUE).faults.down();
  expect(bench.sandbox.world.placeCall('queue')).toBe(false);
  const { exitCode, output } = await heal();
  expect([exitCode, queues()]).toEqual([0, ['default']]);
  expect(output).toContain('Looking once more in');
  expect(bench.sandbox.world.placeCall('queue')).toBe(true);
  expect(api.model.issues).toEqual([expect.objectContaining({ state: 'open' })]);
  expect(api.model.issues[0]?.body).toContain(QUEUE);
});

test('it takes calls again once it is back', async () => {
  bench.sandbox.host(QUEUE).faults.up();
  const { exitCode } = await heal();
  expect([exitCode, queues()]).toEqual([0, [QUEUE]]);
});
