import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { ClusterFile } from '../../src/sandbox/topology';
import { makeCaller, makeSuite, runWorkflow, type Caller, type Event, type Run } from '../workflows/caller';
import { containers, heard, open, trusted } from './eyes';
import { Lab, until } from './lab';

/*
 * The guide's seven machines through the reusable workflows, as a user has them, run by act from dist/ on a runner in the
 * lab: deployed, restarted, upgraded and shrunk. What came of it is read from firewall-cmd and docker.
 */

const SIX = ['21', '22', '23', '24', '25', '26'].map((host) => `192.168.1.${host}`);
const UPGRADED = 'portsip/pbx:22.7';
const CONTAINERS: Record<string, string> = {
  'media-server-1': 'portsip.mediaserver',
  'queue-server-1': 'portsip.callqueue',
  'meeting-server-1': 'portsip.conference',
  'vr-server-1': 'portsip.virtualreceptionist',
  'im-server-1': 'portsip.instantmessage',
  'dataflow-server-1': 'portsip.dataflow',
};

let lab: Lab;
let caller: Caller;
const suite = makeSuite();

beforeAll(async () => {
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  lab = await Lab.up();
  caller = makeCaller(lab.clusterFile(), { withoutReview: 'allow' });
});
afterAll(() => {
  caller?.remove();
  suite.remove();
  Lab.down();
});

type Edit = (file: ClusterFile) => void;
const upgraded: Edit = (file) => {
  file.image = UPGRADED;
  file.pbx['image'] = UPGRADED;
};

/** Runs a workflow by hand on what is merged with `edit`. */
async function dispatch(workflow: Event['workflow'], edit: Edit, inputs: Record<string, string>): Promise<Run> {
  const event = { ...caller.merge(lab.clusterFile(edit)), name: 'workflow_dispatch', workflow } as const;
  const { PORTSIP_SSH_KNOWN_HOSTS = '', PORTSIP_PBX_FINGERPRINT = '', ...secrets } = lab.env;
  const result = await runWorkflow(event, {
    caller,
    suite: suite.dir,
    secrets: { ...secrets, GITHUB_TOKEN: 'ghs_0123456789abcdefTOKEN' },
    variables: { PORTSIP_SSH_KNOWN_HOSTS, PORTSIP_PBX_FINGERPRINT },
    // Nobody asks it: a deploy needs no GitHub.
    apiUrl: 'http://127.0.0.1:9',
    inputs,
    runner: (argv) => lab.asRunner(argv),
  });
  expect([result.exitCode, result.output]).toEqual([0, expect.stringContaining('Job succeeded')]);
  expect((await lab.on('pbx', 'ls -d /var/lib/portsip-cluster/*.lock')).stdout).toBe('');
  return result;
}

const deploy = (edit: Edit = () => {}): Promise<Run> => dispatch('deploy', edit, { 'allow-undersized': 'true' });

async function startedAt(): Promise<Record<string, string | undefined>> {
  const entries = Object.entries(CONTAINERS).map(
    async ([host, name]) => [host, (await containers(lab, host))[name]?.startedAt] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

it("a deploy builds the guide's cluster", async () => {
  const { summary } = await deploy();
  expect(await trusted(lab)).toEqual({ runtime: SIX, permanent: SIX });
  for (const [host, name] of Object.entries(CONTAINERS))
    expect((await containers(lab, host))[name]).toMatchObject({ state: 'running', version: '22.6.3' });
  expect(await open(lab, 'queue-server-1')).toMatchObject({ 'queue-server-only': '8916-8921/tcp 8916-8921/udp' });
  await until(15, 'all four to be heard of', async () => (await heard(lab)).length === 4);
  const { state, violations } = await lab.pbx();
  expect(violations).toEqual([]);
  for (const servers of Object.values(state.servers))
    expect(servers.map(({ type, enabled }) => [type, enabled])).toEqual([
      ['INTERNAL', false],
      ['EXTERNAL', true],
    ]);
  expect(summary).toContain('**Nothing is left to do.**');
});

it('a restart by hand restarts what it names and nothing else', async () => {
  const before = await startedAt();
  await dispatch('rolling-restart', () => {}, {
    roles: 'media',
    servers: '',
    pbx: 'false',
    force: 'false',
    reason: 'a test',
  });
  const after = await startedAt();
  expect(Object.keys(after).filter((host) => after[host] !== before[host])).toEqual(['media-server-1']);
});

it('a deploy upgrades the PBX and every server', async () => {
  await deploy(upgraded);
  expect((await containers(lab, 'pbx'))['portsip.callmanager']?.version).toBe('22.7.0');
  for (const [host, name] of Object.entries(CONTAINERS))
    expect((await containers(lab, host))[name]).toMatchObject({ state: 'running', version: '22.7.0' });
  expect((await lab.pbx()).cutCalls).toBe(0);
});

it('a deploy takes a server away that left the file', async () => {
  await deploy((file) => {
    upgraded(file);
    file.servers = file.servers.filter(({ name }) => name !== 'queue-server-1');
  });
  const five = SIX.filter((address) => address !== '192.168.1.22');
  expect(await trusted(lab)).toEqual({ runtime: five, permanent: five });
  expect(await containers(lab, 'queue-server-1')).toEqual({});
  expect(await open(lab, 'queue-server-1')).toEqual({});
  expect((await lab.pbx()).state.servers.queue.map(({ name, enabled }) => [name, enabled])).toEqual([
    ['default', true],
  ]);
});
