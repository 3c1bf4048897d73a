import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseDocument } from 'yaml';
import { highAvailabilityTopology, startSandbox, type PbxNodes, type Sandbox } from '../../src/sandbox';
import { makeCaller, makeSuite, REPOSITORY, runWorkflow, type Caller, type Event, type Run } from './caller';
import { startGithubApi, type GithubApi } from './github-api';

/**
 * The example of a highly available PBX through the reusable workflows, as a user has them: nothing is changed in the
 * file but how the sandbox is reached, and how long calls get to end. One story.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const EXAMPLE = join(__dirname, '../../examples/cluster-high-availability.yaml');
const SHUT_OUT = 'vr-server-1';

let sandbox: Sandbox;
let nodes: PbxNodes;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();

beforeAll(async () => {
  sandbox = await startSandbox({ topology: highAvailabilityTopology(), onlineDelayMs: 500 });
  if (!sandbox.nodes) throw new Error('The sandbox has no PBX nodes');
  nodes = sandbox.nodes;
  sandbox.host(SHUT_OUT).faults.controlNodeShutOut = true;
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller(example(), { withoutReview: 'allow' });
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await sandbox.close();
});
afterEach(() => {
  expect(sandbox.pbx.violations).toEqual([]);
  expect(nodes.damage).toBeUndefined();
});

function example(): string {
  const file = parseDocument(readFileSync(EXAMPLE, 'utf8'));
  const reached = parseDocument(sandbox.clusterFile());
  file.setIn(['pbx', 'api'], reached.getIn(['pbx', 'api']));
  file.setIn(['ssh', 'jump_host'], reached.getIn(['ssh', 'jump_host']));
  file.setIn(['restart', 'drain_timeout'], '1s');
  file.deleteIn(['restart', 'window']);
  return file.toString();
}

async function run(event: Event, options: { inputs?: Record<string, string> } = {}): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = sandbox.env;
  return runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...secrets, GITHUB_TOKEN: TOKEN },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
    ...options,
  });
}

const installed = () =>
  sandbox
    .hosts()
    .filter((host) => !nodes.nodes.includes(host) && host.containers().some(({ running }) => running))
    .map(({ name }) => name);
const guideRuns = () => nodes.control.scriptRuns().filter(({ script }) => script !== 'ha_ctl.sh').length;

test('a merge with a server that pbx01 cannot sign in to fails and says how to mend it', async () => {
  const { exitCode, output, summary } = await run(caller.merge(example()));
  expect(exitCode).not.toBe(0);
  expect(output + summary).toContain('ssh-copy-id');
  expect(summary).toContain('install-ssh-key');
  expect(installed()).not.toContain(SHUT_OUT);
});

test('a deploy by hand lets pbx01 in; a failover in the middle of it does not end it', async () => {
  const event: Event = { ...caller.merge(example()), name: 'workflow_dispatch', workflow: 'deploy' };
  const before = guideRuns();
  let isOver = false;
  const failover = (async () => {
    while (guideRuns() === before && !isOver) await wait(50);
    await nodes.failover('pbx02');
  })();
  const { exitCode, output } = await run(event, { inputs: { 'install-ssh-key': 'true' } });
  isOver = true;
  await failover;
  expect([exitCode, output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect(nodes.active.name).toBe('pbx02');
  expect(installed().sort()).toEqual(
    highAvailabilityTopology()
      .servers.map(({ name }) => name)
      .sort(),
  );
  const trusted = nodes.nodes.map((node) => [...(node.firewall().runtime['trusted']?.sources ?? [])].sort());
  expect(new Set(trusted.map((sources) => sources.join())).size).toBe(1);
  expect(trusted[0]).toHaveLength(7);
});

test('the same merge again changes nothing and starts no script', async () => {
  const before = { snapshot: sandbox.snapshot(), runs: guideRuns() };
  const { exitCode, changed } = await run(caller.merge(example()));
  expect(exitCode).toBe(0);
  expect(new Set(changed)).toEqual(new Set([false]));
  expect({ snapshot: sandbox.snapshot(), runs: guideRuns() }).toEqual(before);
});
