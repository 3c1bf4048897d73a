import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { highAvailabilityTopology } from '../../src/sandbox/topology';
import { containers, heard, trusted } from './eyes';
import { Lab, until } from './lab';
import { failover, openToControlNode, tellPacemaker } from './nodes';

/* A highly available PBX: OpenSSH from pbx01 to the servers, a virtual IP that moves, a firewall on each node. One story. */

const CLI = resolve(__dirname, '../../dist/cli/index.js');
const GUIDE = '/opt/portsip-pbx-ha-guide';
const FIRST = ['media-server-1', 'im-server-1', 'dataflow-server-1'];
const ADDRESSES = ['141', '146', '147'].map((last) => `192.168.1.${last}`);
const QUEUE = { name: 'queue-server-1', role: 'queue', address: '192.168.1.143' } as const;

// An upgrade works on one server after the other, and a machine may have other things to do.
jest.setTimeout(600_000);

let lab: Lab;

beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('dist/ is not built: npm run build');
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  lab = await Lab.up(undefined, FIRST, highAvailabilityTopology());
});
afterAll(() => Lab.down());

async function changes(file?: string): Promise<string[]> {
  const { stdout } = await lab.cli(['plan', '--json', '--allow-undersized'], file ? { file } : {});
  return (JSON.parse(stdout) as { changes: { id: string }[] }).changes.map(({ id }) => id);
}

async function deploy(file?: string, more: string[] = []): Promise<string> {
  const { code, stdout, stderr } = await lab.cli(
    ['deploy', '--yes', '--allow-undersized', ...more],
    file ? { file } : {},
  );
  expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.stringContaining('Done') });
  return stdout + stderr;
}

async function expectTrusted(addresses: string[]): Promise<void> {
  for (const name of lab.nodeNames)
    expect([name, await trusted(lab, name)]).toEqual([name, { runtime: addresses, permanent: addresses }]);
}

const isHeard = (name: string) => until(20, `${name} to be heard of`, async () => (await heard(lab)).includes(name));
const damage = async () => (await lab.on('pbx01', `cat ${GUIDE}/res/damage 2>/dev/null`)).stdout;

it('is deployed from pbx01, which gets its key onto a server that had none, and nobody reads a secret', async () => {
  await lab.on('media-server-1', "sed -i '/pbx@pbx01/d' /home/pbx/.ssh/authorized_keys");
  const refused = await lab.cli(['plan', '--allow-undersized']);
  expect(refused.stdout.replace(/\s+/g, ' ')).toContain('ssh-copy-id');
  const output = await deploy(undefined, ['--install-ssh-key']);
  const { state, violations } = await lab.pbx();
  expect(violations).toEqual([]);
  for (const secret of [lab.env['PORTSIP_PBX_PASSWORD'], state.imToken]) expect(output).not.toContain(secret);
  await isHeard('media-server-1');
  await expectTrusted(ADDRESSES);
  const args = (await containers(lab, 'im-server-1'))['portsip.instantmessage']?.args.join(' ');
  expect(args).toContain(`-t ${state.imToken} -a 192.168.1.130`);
  expect((await containers(lab, 'dataflow-server-1'))['portsip.dataflow']?.state).toBe('running');
  expect(await changes()).toEqual([]);
});

it('grows while the virtual IP moves to another node', async () => {
  await lab.addHost(QUEUE);
  await openToControlNode(lab, QUEUE.name);
  const script = await lab.hold(QUEUE.name);
  const deploying = deploy();
  await script.isThere();
  await failover(lab, 'pbx02');
  await script.release();
  await deploying;
  await isHeard(QUEUE.name);
  await isHeard('media-server-1');
  const { stdout } = await lab.on('pbx02', 'ip -o -4 address show dev eth0');
  expect(stdout).toContain('192.168.1.130/24');
  await expectTrusted([...ADDRESSES, QUEUE.address].sort());
  expect(await damage()).toBe('');
  expect(await changes()).toEqual([]);
});

it("puts a passive node's firewall right before a failover shuts a server out", async () => {
  await lab.on(
    'pbx03',
    `firewall-cmd -q --permanent --zone=trusted --remove-source=${QUEUE.address} && firewall-cmd -q --reload`,
  );
  expect(await changes()).toEqual([`firewall/${QUEUE.address}`]);
  await deploy();
  await failover(lab, 'pbx03');
  await isHeard(QUEUE.name);
  expect(await changes()).toEqual([]);
});

it('restarts nothing while a node is away', async () => {
  tellPacemaker(lab, ['pbx02']);
  const restart = ['restart', '--yes', '--servers', 'media-server-1', '--reason', 'a test'];
  const before = (await containers(lab, 'media-server-1'))['portsip.mediaserver']?.startedAt;
  expect((await lab.cli(restart)).code).toBe(1);
  expect((await containers(lab, 'media-server-1'))['portsip.mediaserver']?.startedAt).toBe(before);
  tellPacemaker(lab);
  expect((await lab.cli(restart)).code).toBe(0);
  expect((await containers(lab, 'media-server-1'))['portsip.mediaserver']?.startedAt).not.toBe(before);
});

it("follows the PBX's own upgrade, and not before it", async () => {
  const file = lab.writeClusterFile((cluster) => (cluster['image'] = 'portsip/pbx:22.7'));
  const early = await lab.cli(['deploy', '--yes', '--allow-undersized'], { file });
  expect([early.code, (early.stdout + early.stderr).replace(/\s+/g, ' ')]).toEqual([
    1,
    expect.stringContaining('update.sh portsip/pbx:22.7'),
  ]);
  const update = await lab.on('pbx01', `cd ${GUIDE} && sudo -u pbx -H /bin/bash update.sh portsip/pbx:22.7 2>&1`);
  expect(update).toMatchObject({ code: 0, stdout: expect.stringContaining('[info]: done') });
  await deploy(file);
  for (const [host, container] of [
    ['pbx03', 'portsip.callmanager'],
    ['media-server-1', 'portsip.mediaserver'],
    ['queue-server-1', 'portsip.callqueue'],
    ['im-server-1', 'portsip.instantmessage'],
    ['dataflow-server-1', 'portsip.dataflow'],
  ] as const)
    expect((await containers(lab, host))[container]).toMatchObject({ state: 'running', version: '22.7.0' });
  expect(await changes(file)).toEqual([]);
});

it('loses a server that left the file', async () => {
  const file = lab.writeClusterFile((cluster) => {
    cluster['image'] = 'portsip/pbx:22.7';
    cluster.servers = cluster.servers.filter(({ name }) => name !== QUEUE.name);
  });
  await deploy(file);
  expect(await containers(lab, QUEUE.name)).toEqual({});
  await expectTrusted(ADDRESSES);
  expect(await damage()).toBe('');
  const { violations, cutCalls } = await lab.pbx();
  expect({ violations, cutCalls }).toEqual({ violations: [], cutCalls: 0 });
  expect(await changes(file)).toEqual([]);
});
