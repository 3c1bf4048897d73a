import { realClock } from '../../src/clock';
import { guideTopology } from '../../src/sandbox/topology';
import { ids, scripts, startBench, type Bench, type Edit } from '../sandbox/cluster';
import { REPOSITORY, makeCaller, makeSuite, runWorkflow, type Caller, type Event, type Run } from './caller';
import { startGithubApi, type GithubApi } from './github-api';

/**
 * PortSIP's SBC cluster through the reusable workflows: three session border controllers come, are restarted, are upgraded and
 * leave. One story: each test goes on where the one before ended, and each ends with an empty plan.
 */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const SBCS = ['sbc-1', 'sbc-2', 'sbc-3'];
const UPGRADED = 'portsip/sbc:11.3';

let bench: Bench;
let api: GithubApi;
let caller: Caller;
const suite = makeSuite();
/** What is merged by now */
let wanted: Edit = () => {};

beforeAll(async () => {
  // Beside them one server is enough to see that it is left alone.
  const topology = { ...guideTopology(), servers: guideTopology().servers.slice(0, 1) };
  bench = await startBench({ topology, onlineDelayMs: 200, clock: realClock });
  const { failed, ok } = await bench.deploy((file) => (file['restart'] = { after_scale_out: 'none' }));
  expect({ failed, ok }).toEqual({ failed: [], ok: true });
  for (const [index, name] of SBCS.entries()) await bench.sandbox.addHost({ name, address: `192.168.1.${27 + index}` });
  api = await startGithubApi(TOKEN, REPOSITORY);
  caller = makeCaller(clusterFile(), { withoutReview: 'allow' });
  api.useGit(caller.dir);
});
afterAll(async () => {
  caller.remove();
  suite.remove();
  await api.close();
  await bench.close();
});
afterEach(async () => {
  const { sandbox } = bench;
  expect(ids(await bench.plan(wanted))).toEqual([]);
  expect([sandbox.pbx.violations, api.violations]).toEqual([[], []]);
  expect(scripts(sandbox)['media-server-1']).toEqual(['run']);
});

const clusterFile = (): string => bench.sandbox.clusterFile(wanted);

function merge(edit: Edit): Event {
  wanted = edit;
  return caller.merge(clusterFile());
}

async function succeeds(event: Event, inputs?: Record<string, string>): Promise<Run> {
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = bench.sandbox.env;
  api.permissions = { contents: 'read', 'pull-requests': event.workflow === 'plan' ? 'write' : 'read' };
  const result = await runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...secrets, GITHUB_TOKEN: TOKEN },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    apiUrl: api.url,
    ...(inputs && { inputs }),
  });
  expect([result.exitCode, result.output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  return result;
}

const container = (name: string) => bench.sandbox.host(name).container('portsip.sbc');
const verbs = () => SBCS.map((name) => scripts(bench.sandbox)[name]);

/** Of each one's last stop, who of the others ran then. */
const othersAtStop = () =>
  SBCS.map((name) => {
    const stop = events(name).findLast(({ kind }) => kind === 'stop');
    return SBCS.filter((other) => other !== name && ranAt(other, stop?.time ?? NaN));
  });
const events = (name: string) =>
  bench.sandbox
    .host(name)
    .events()
    .filter(({ container: of }) => of === 'portsip.sbc');
const ranAt = (name: string, time: number) => events(name).findLast((event) => event.time <= time)?.kind === 'start';
const ALL_OTHERS = SBCS.map((name) => SBCS.filter((other) => other !== name));

const having: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file['sbc'] = { web_domain: 'sbc.example.com' };
  file.servers.push(...SBCS.map((name, index) => ({ name, role: 'sbc', private_ip: `192.168.1.${27 + index}` })));
};
const upgraded: Edit = (file) => {
  having(file);
  for (const server of file.servers) if (server['role'] === 'sbc') server['image'] = UPGRADED;
};
const gone: Edit = (file) => (file['restart'] = { after_scale_out: 'none' });

test('a pull request brings three, and its plan says what a person does', async () => {
  wanted = having;
  await succeeds(caller.pullRequest(clusterFile()));
  const plan = api.comments.find(({ user }) => user.login === 'github-actions[bot]')?.body;
  expect(plan).toContain('3 servers to add');
  expect(plan).toContain('SBC, copy the token');
  const { sha, ...event } = caller.mergePull();
  api.model.mergePull(1, sha);
  const { summary, output } = await succeeds(event);
  expect(verbs()).toEqual([['run'], ['run'], ['run']]);
  expect(bench.sandbox.pbx.state.sbc.domain).toBe('sbc.example.com');
  const token = bench.sandbox.pbx.state.sbcToken;
  expect(token).toBeTruthy();
  expect(output.replace(/::(add-mask|set-output)::.*/g, '')).not.toContain(token);
  expect(summary).toContain('**Nothing is left to do.**');
});

test('a restart by hand takes one after the other', async () => {
  const before = SBCS.map((name) => container(name)?.startedAt ?? NaN);
  await succeeds(
    { ...caller.merge(clusterFile()), name: 'workflow_dispatch', workflow: 'rolling-restart' },
    { roles: 'sbc', servers: '', pbx: 'false', force: 'false', reason: 'a new certificate' },
  );
  expect(verbs()).toEqual(SBCS.map(() => ['run', 'restart']));
  SBCS.forEach((name, index) => expect(container(name)?.startedAt).toBeGreaterThan(before[index] ?? NaN));
  expect(othersAtStop()).toEqual(ALL_OTHERS);
});

test('a merge upgrades one after the other', async () => {
  bench.sandbox.publishImage(UPGRADED, '11.3.0');
  await succeeds(merge(upgraded));
  expect(verbs()).toEqual(SBCS.map(() => ['run', 'restart', 'stop', 'upgrade']));
  expect(SBCS.map((name) => container(name)?.image)).toEqual(SBCS.map(() => UPGRADED));
  expect(othersAtStop()).toEqual(ALL_OTHERS);
});

test('a merge takes all of them away', async () => {
  await succeeds(merge(gone));
  expect(SBCS.map(container)).toEqual([undefined, undefined, undefined]);
  expect(bench.sandbox.pbx.state.ipFilters.map(({ cidr }) => cidr)).toEqual(['192.168.1.21/32']);
});
