import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { containers, heard, open, trusted } from './eyes';
import { CGROUP, FOLDER, Lab, until, type When } from './lab';

const CLI = resolve(__dirname, '../../dist/cli/index.js');
const DEPLOY = ['deploy', '--yes', '--allow-undersized'];
const SIX = ['21', '22', '23', '24', '25', '26'].map((host) => `192.168.1.${host}`);

let lab: Lab;

beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('dist/ is not built: npm run build');
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  lab = await Lab.up();
});
afterAll(() => Lab.down());

/** The plan's exit code tells: 0 nothing to do, 3 changes. */
async function nothingToDo(file?: string): Promise<void> {
  const { code, stdout } = await lab.cli(['plan', '--exit-code', '--allow-undersized'], file ? { file } : {});
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('No changes') });
}

async function changes(file?: string): Promise<string[]> {
  const { stdout } = await lab.cli(['plan', '--json', '--allow-undersized'], file ? { file } : {});
  return (JSON.parse(stdout) as { changes: { id: string }[] }).changes.map(({ id }) => id);
}

async function deploy(file?: string, when?: When): Promise<string> {
  const { code, stdout, stderr } = await lab.cli(DEPLOY, { ...(file && { file }), ...(when && { when }) });
  const output = stdout + stderr;
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Done') });
  return output;
}

describe("the guide's seven machines", () => {
  it('are deployed, and nobody reads a secret', async () => {
    const output = await deploy();
    const { state } = await lab.pbx();
    for (const secret of [lab.env['PORTSIP_PBX_PASSWORD'], state.imToken]) expect(output).not.toContain(secret);
  });

  it("are trusted by the main server's firewall, now and after its next start", async () => {
    expect(await trusted(lab)).toEqual({ runtime: SIX, permanent: SIX });
  });

  it.each([
    ['media-server-1', 'portsip.mediaserver', 'media-server-only', '35000-65000/udp 8840-8845/tcp 8840-8845/udp'],
    ['queue-server-1', 'portsip.callqueue', 'queue-server-only', '8916-8921/tcp 8916-8921/udp'],
    ['meeting-server-1', 'portsip.conference', 'meeting-server-only', '8928-8933/tcp 8928-8933/udp'],
    ['vr-server-1', 'portsip.virtualreceptionist', 'vr-server-only', '8922-8927/tcp 8922-8927/udp'],
    ['im-server-1', 'portsip.instantmessage', 'portsip-im', '8887/tcp'],
  ])('%s runs %s behind its firewall', async (host, container, service, ports) => {
    expect((await containers(lab, host))[container]).toMatchObject({
      state: 'running',
      image: 'portsip/pbx:22',
      version: '22.6.3',
    });
    expect(await open(lab, host)).toMatchObject({ [service]: ports });
  });

  it('run Data Flow with its database', async () => {
    const seen = await containers(lab, 'dataflow-server-1');
    expect(seen['portsip.dataflow']?.state).toBe('running');
    expect(seen['portsip.clickhouse']).toMatchObject({
      state: 'running',
      image: `portsip/clickhouse:${process.env['LAB_GENERATION'] === 'v22.4' ? '25.8' : '26.3'}`,
    });
  });

  it('are in the portal, which hears of them, and the built-in servers are off', async () => {
    await until(10, 'all four to be heard of', async () => (await heard(lab)).length === 4);
    expect(await heard(lab)).toEqual(['media-server-1', 'meeting-server-1', 'queue-server-1', 'vr-server-1']);
    const { state, violations } = await lab.pbx();
    expect(violations).toEqual([]);
    for (const servers of Object.values(state.servers))
      expect(servers.map(({ type, enabled }) => [type, enabled])).toEqual([
        ['INTERNAL', false],
        ['EXTERNAL', true],
      ]);
    expect(state.ipFilters.map(({ cidr }) => cidr).sort()).toEqual(SIX.map((address) => `${address}/32`));
    const args = (await containers(lab, 'im-server-1'))['portsip.instantmessage']?.args ?? [];
    expect(args[args.indexOf('-t') + 1]).toBe(state.imToken);
  });

  it('need nothing more', () => nothingToDo());
});

describe('a running cluster', () => {
  it("shows a server OFFLINE that the main server's firewall keeps out, and repairs that", async () => {
    await lab.on('pbx', 'firewall-cmd -q --zone=trusted --remove-source=192.168.1.21');
    await until(15, 'media-server-1 not to be heard of', async () => !(await heard(lab)).includes('media-server-1'));
    const status = await lab.cli(['status']);
    expect(status.stdout).toMatch(/media-server-1 .* offline /);
    expect(await changes()).toEqual(['firewall/192.168.1.21']);
    await deploy();
    expect((await trusted(lab)).runtime).toEqual(SIX);
    await until(15, 'media-server-1 to be heard of', async () => (await heard(lab)).includes('media-server-1'));
    await nothingToDo();
  });

  it('finishes what a killed runner began, with the script run once', async () => {
    await lab.addHost({ name: 'media-server-2', role: 'media', address: '192.168.1.27' });
    const script = await lab.hold('media-server-2');
    const [command = '', ...args] = lab.asRunner([process.execPath, CLI, ...DEPLOY, '--file', lab.writeClusterFile()]);
    const runner = spawn(command, args, { env: { PATH: process.env['PATH'], ...lab.env }, stdio: 'ignore' });
    const ended = new Promise((done) => runner.once('exit', done));
    await script.isThere();
    runner.kill('SIGKILL');
    await ended;
    const output = await deploy(undefined, { words: 'of an earlier run is still at work', then: script.release });
    expect(output).toContain('media-server-2');
    const { stdout } = await lab.on('media-server-2', "grep -L '^pull-' /var/lib/portsip-cluster/jobs/*/key | wc -l");
    expect(stdout.trim()).toBe('1');
    expect((await containers(lab, 'media-server-2'))['portsip.mediaserver']).toMatchObject({ state: 'running' });
    expect((await trusted(lab)).permanent).toEqual([...SIX, '192.168.1.27']);
    await nothingToDo();
  });

  it('restarts a media server only when its calls have ended', async () => {
    const before = (await containers(lab, 'media-server-1'))['portsip.mediaserver'];
    await lab.pbx('/calls', { 'media-server-1': 3 });
    const file = lab.writeClusterFile((cluster) => (cluster['restart'] = { drain_timeout: '1m' }));
    let ended = 0;
    const restart = await lab.cli(['restart', '--yes', '--servers', 'media-server-1', '--reason', 'a test'], {
      file,
      when: {
        words: 'waiting for 3 calls on media-server-1 to end',
        then: async () => {
          expect((await containers(lab, 'media-server-1'))['portsip.mediaserver']?.startedAt).toBe(before?.startedAt);
          ended = Date.now();
          await lab.pbx('/calls', { 'media-server-1': 0 });
        },
      },
    });
    expect(restart).toMatchObject({ code: 0 });
    const after = (await containers(lab, 'media-server-1'))['portsip.mediaserver'];
    expect(Date.parse(after?.startedAt ?? '')).toBeGreaterThan(ended);
    expect((await lab.pbx()).cutCalls).toBe(0);
    await nothingToDo();
  });

  it('needs nothing after a host was switched off and on', async () => {
    await lab.powerOff('queue-server-1');
    const plan = await lab.cli(['plan', '--servers', 'queue-server-1']);
    expect(plan.stdout + plan.stderr).toMatch(/queue-server-1.*(does not answer|cannot be reached)/s);
    await lab.boot('queue-server-1');
    await until(20, 'queue-server-1 to be heard of', async () => (await heard(lab)).includes('queue-server-1'));
    await nothingToDo();
  });

  it('is upgraded, the PBX and every server', async () => {
    const file = lab.writeClusterFile((cluster) => {
      cluster['image'] = 'portsip/pbx:22.7';
      cluster.pbx['image'] = 'portsip/pbx:22.7';
    });
    await deploy(file);
    for (const [host, container] of [
      ['pbx', 'portsip.callmanager'],
      ['media-server-1', 'portsip.mediaserver'],
      ['vr-server-1', 'portsip.virtualreceptionist'],
      ['im-server-1', 'portsip.instantmessage'],
      ['dataflow-server-1', 'portsip.dataflow'],
    ] as const)
      expect((await containers(lab, host))[container]).toMatchObject({ state: 'running', version: '22.7.0' });
    await nothingToDo(file);
  });

  it('loses a server that left the file', async () => {
    const file = lab.writeClusterFile((cluster) => {
      cluster['image'] = 'portsip/pbx:22.7';
      cluster.pbx['image'] = 'portsip/pbx:22.7';
      cluster.servers = cluster.servers.filter(({ name }) => name !== 'media-server-2');
    });
    await deploy(file);
    expect(await containers(lab, 'media-server-2')).toEqual({});
    expect(await open(lab, 'media-server-2')).toEqual({});
    expect(await trusted(lab)).toEqual({ runtime: SIX, permanent: SIX });
    const { state, violations } = await lab.pbx();
    expect(state.servers.media.map(({ name }) => name)).toEqual(['default', 'media-server-1']);
    expect(state.ipFilters.map(({ cidr }) => cidr)).not.toContain('192.168.1.27/32');
    expect(violations).toEqual([]);
    await nothingToDo(file);
  });
});

describe('the lab', () => {
  it('leaves nothing behind', () => {
    Lab.down();
    expect(existsSync(FOLDER)).toBe(false);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(FOLDER);
    const left = readdirSync('/proc').filter(
      (pid) =>
        /^\d+$/.test(pid) &&
        Number(pid) !== process.pid &&
        spawnSync('grep', ['-qs', FOLDER, `/proc/${pid}/cmdline`]).status === 0,
    );
    expect(left).toEqual([]);
    expect(spawnSync('find', ['/sys/fs/cgroup', '-name', CGROUP], { encoding: 'utf8' }).stdout).toBe('');
  });
});
