import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guideTopology, type SandboxServer } from '../../src/sandbox/topology';
import { fault, type Told } from '../fault';
import { makeBareBase, startMirror, stopMirror, writeScripts } from './bare';
import { containers, heard, trusted } from './eyes';
import { Lab, until, type When } from './lab';

/*
 * From machines that have OpenSSH, sudo and nothing else to a cluster: with real apt, dpkg and firewalld, and the control scripts and
 * an installer of Docker in the repository. One story: each test goes on where the one before ended.
 */

const CLI = resolve(__dirname, '../../dist/cli/index.js');
const SIX = guideTopology().servers;
const LATER: SandboxServer = { name: 'media-server-2', role: 'media', address: '192.168.1.27' };
const UPDATING: SandboxServer = { name: 'media-server-3', role: 'media', address: '192.168.1.28' };
const CUT_OFF: SandboxServer = { name: 'media-server-4', role: 'media', address: '192.168.1.29' };
const DEPLOY = ['deploy', '--yes', '--allow-undersized'];
/** Six hosts that install packages at once take their time on two cores. */
const PATIENCE = 240;
jest.setTimeout(600_000);

let lab: Lab;

beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('dist/ is not built: npm run build');
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  makeBareBase();
  lab = await Lab.up(undefined, []);
  writeScripts();
  await startMirror(lab);
  await Promise.all(SIX.map((server) => lab.addHost(server, { bare: true })));
});
afterAll(() => Lab.down());

const file = () =>
  lab.writeClusterFile((cluster) => {
    cluster['scripts'] = 'portsip';
    cluster['prepare'] = { docker: 'vendor' };
    cluster['restart'] = { after_scale_out: 'none' };
  });

async function deploy(when?: When): Promise<Told> {
  const { code, stdout, stderr } = await lab.cli(DEPLOY, { file: file(), ...(when && { when }) });
  return { code, output: stdout + stderr };
}

async function changes(): Promise<string[]> {
  const { stdout, stderr } = await lab.cli(['plan', '--json', '--allow-undersized'], { file: file() });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return (JSON.parse(stdout) as { changes: { id: string }[] }).changes.map(({ id }) => id);
}

/** A deploy whose runner is killed as soon as something is so. */
async function killedOnce(isThere: () => Promise<void>): Promise<void> {
  const [command = '', ...args] = lab.asRunner([process.execPath, CLI, ...DEPLOY, '--file', file()]);
  const runner = spawn(command, args, { env: { PATH: process.env['PATH'], ...lab.env }, stdio: 'ignore' });
  const ended = new Promise((done) => runner.once('exit', (_, signal) => done(signal)));
  await isThere();
  runner.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

const said = async (name: string, command: string) => (await lab.on(name, command)).stdout.trim();

describe('six bare machines and a PBX', () => {
  it('have nothing, and the plan says so', async () => {
    for (const { name } of SIX)
      expect(await said(name, 'command -v docker firewall-cmd dockerd containerd; ls /opt; timedatectl show')).toMatch(
        /^Timezone.*NTPSynchronized=no$/s,
      );
    const ids = await changes();
    for (const { name } of SIX)
      expect(ids).toEqual(expect.arrayContaining([`scripts/${name}`, `prepare/${name}`, `role/${name}`]));
  });

  it('are being prepared when the runner is killed, with firewalld not there yet and SSH open', async () => {
    const held = await lab.hold('queue-server-1', '-before-dpkg');
    await killedOnce(() => held.isThere(PATIENCE));
    expect(await said('queue-server-1', 'systemctl is-enabled firewalld')).toBe('masked');
    await held.release();
  });

  it('are being installed when it is killed again', async () => {
    const held = await lab.hold('im-server-1');
    await killedOnce(() => held.isThere(PATIENCE));
    await held.release();
  });

  it('are a cluster after the third run', async () => {
    const { code, output } = await deploy();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Done') });
    expect(await changes()).toEqual([]);
  });

  it('run what they are to run, behind a firewall that lets SSH in', async () => {
    for (const { name } of SIX) {
      expect(await said(name, 'systemctl is-enabled firewalld; systemctl is-active firewalld docker')).toBe(
        'enabled\nactive\nactive',
      );
      const lets = '{ firewall-cmd --permanent --query-port=22/tcp; firewall-cmd --query-port=22/tcp; } | grep -cx yes';
      expect(await said(name, lets)).toBe('2');
      expect(Object.values(await containers(lab, name)).map(({ state }) => state)).toContain('running');
    }
    const addresses = SIX.map(({ address }) => address).sort();
    expect(await trusted(lab)).toEqual({ runtime: addresses, permanent: addresses });
    expect(await heard(lab)).toEqual(expect.arrayContaining(['media-server-1', 'queue-server-1', 'meeting-server-1']));
  });

  it('get one more, whose package mirror is away at first', async () => {
    const before = await containers(lab, 'media-server-1');
    await lab.addHost(LATER, { bare: true });
    await stopMirror(lab);
    const first = await deploy();
    expect(first).toEqual({ code: 1, output: expect.stringContaining('the package mirror gives no answer') });
    expect(await said(LATER.name, 'command -v docker || echo none')).toBe('none');
    await startMirror(lab);
    const second = await deploy();
    expect(second).toEqual({ code: 0, output: expect.stringContaining('Done') });
    expect(await changes()).toEqual([]);
    // Nothing was done to those that serve.
    expect(await containers(lab, 'media-server-1')).toEqual(before);
  });
});

describe('one more comes', () => {
  const runs = async ({ name }: SandboxServer) => {
    expect((await containers(lab, name))['portsip.mediaserver']?.state).toBe('running');
    expect(await said(name, 'firewall-cmd --state; firewall-cmd --query-port=22/tcp | grep -x yes')).toBe(
      'running\nyes',
    );
    expect(await said(name, 'dpkg --audit')).toBe('');
  };

  fault(
    {
      at: 'Host',
      name: 'a bare host updates its lists of packages by itself, as it does at its first start',
      goesOn: true,
      secondRun: 'Has nothing to do.',
    },
    async ({ first, second }) => {
      const { name } = UPDATING;
      await lab.addHost(UPDATING, { bare: true });
      const updates = lab.on(name, HOLDS_LISTS);
      await until(20, 'the lock', async () => (await lab.on(name, 'test -e /run/lab/locked')).code === 0);
      const running = deploy();
      const waits = "grep -q 'another program works with the packages' /var/lib/portsip-cluster/jobs/*/log";
      await until(PATIENCE, 'the preparation', async () => (await lab.on(name, waits)).code === 0);
      await lab.on(name, 'touch /run/lab/unlock');
      first(await running);
      await updates;
      await runs(UPDATING);
      second(await deploy());
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the plug of a bare host is pulled while dpkg sets a package up, and the runner is killed',
      secondRun: 'Finishes what was half installed, prepares the host and installs the server.',
    },
    async ({ first, second }) => {
      const { name } = CUT_OFF;
      await lab.addHost(CUT_OFF, { bare: true });
      const held = await lab.hold(name, '-in-dpkg');
      await killedOnce(() => held.isThere(PATIENCE));
      await lab.powerOff(name);
      await lab.boot(name);
      expect(await said(name, 'dpkg --audit')).toContain('half configured');
      first(await deploy());
      await runs(CUT_OFF);
      expect(await changes()).toEqual([]);
      second(await deploy());
    },
  );
});

/** As apt-daily.service does while it downloads: a lock that apt-get update does not wait for. */
const HOLDS_LISTS = `mkdir -p /var/lib/apt/lists && exec python3 -c '
import fcntl, os, time
lists = open("/var/lib/apt/lists/lock", "w")
fcntl.lockf(lists, fcntl.LOCK_EX)
open("/run/lab/locked", "w").close()
while not os.path.exists("/run/lab/unlock"): time.sleep(0.05)
'`;
