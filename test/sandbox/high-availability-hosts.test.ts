import { highAvailabilityTopology, startSandbox, type PbxNodes, type Sandbox } from '../../src/sandbox';
import { until } from '../until';
import { TestClient } from '../unit/sandbox/client';

jest.setTimeout(60_000);

const GUIDE = 'cd /opt/portsip-pbx-ha-guide &&';
const QUEUE = '-s queue-server-only -n queue-server-1 -a 192.168.1.143';
const MEDIA = '-s media-server-only -n media-server-1 -a 192.168.1.141';

let sandbox: Sandbox;
let nodes: PbxNodes;
let client: TestClient;
/* One sandbox for all: a test uses servers of its own, or leaves things as they were. */
beforeAll(async () => {
  sandbox = await startSandbox({ topology: highAvailabilityTopology(), onlineDelayMs: 0 });
  if (!sandbox.nodes) throw new Error('no nodes');
  nodes = sandbox.nodes;
  client = await TestClient.connect(sandbox, 'pbx01');
});
afterAll(async () => {
  client.close();
  await sandbox.close();
});

const pbxRunsOn = () =>
  nodes.nodes.filter((node) => node.container('portsip.callmanager')?.running).map(({ name }) => name);

describe('three PBX nodes', () => {
  it('run the PBX on one of them, as ha_ctl.sh shows', async () => {
    expect(pbxRunsOn()).toEqual(['pbx01']);
    const { stdout } = await client.run(`${GUIDE} sudo /bin/bash ha_ctl.sh status`);
    expect(stdout).toMatch(/Masters: \[ pbx01 \]\n.*Slaves: \[ pbx02 pbx03 \]/);
    expect(stdout).toMatch(/pbx\s+\(ocf::portsip:pbx\):\s+Started pbx01/);
    expect((await client.run(`${GUIDE} sudo /bin/bash ha_ctl.sh master`)).stdout).toBe('pbx01');
  });

  it('move it to another node, where nobody is signed in', async () => {
    const signIn = () =>
      sandbox.pbx.state.sessions.push({ access: 'a', refresh: 'r', expiresAt: Date.now() + 1_000_000 });
    signIn();
    await nodes.failover('pbx03');
    expect(pbxRunsOn()).toEqual(['pbx03']);
    expect(sandbox.pbx.state.sessions).toEqual([]);
    expect((await client.run(`${GUIDE} sudo /bin/bash ha_ctl.sh master`)).stdout).toBe('pbx03');
    await nodes.failover('pbx01');
  });

  it('answer nothing at the virtual address meanwhile', async () => {
    const moving = nodes.failover();
    await until(() => nodes.status().includes('Stopped'));
    await expect(fetch(sandbox.pbx.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await moving;
    // It is there, with a certificate that nobody has signed.
    await expect(fetch(sandbox.pbx.url)).rejects.toMatchObject({ cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
    await nodes.failover('pbx01');
  });

  it('take over from a node that goes down, and show that it is away', async () => {
    sandbox.host('pbx01').down();
    await until(() => pbxRunsOn().join() === 'pbx01,pbx02');
    expect(nodes.active.name).toBe('pbx02');
    expect(nodes.status()).toMatch(/Masters: \[ pbx02 \]\n.*Slaves: \[ pbx03 \]\n.*Stopped: \[ pbx01 \]/);
    sandbox.host('pbx01').up();
    await until(() => pbxRunsOn().join() === 'pbx02');
    await nodes.failover('pbx01');
    client.close();
    client = await TestClient.connect(sandbox, 'pbx01');
  });

  it('are stopped, started and upgraded by their scripts', async () => {
    await client.run(`${GUIDE} sudo /bin/bash ha_ctl.sh stop -s pbx`);
    expect(pbxRunsOn()).toEqual([]);
    expect(nodes.status()).toContain('Stopped (disabled)');
    await client.run(`${GUIDE} sudo /bin/bash ha_ctl.sh start -s pbx`);
    expect(pbxRunsOn()).toEqual(['pbx01']);
    const { stdout } = await client.run(`${GUIDE} /bin/bash update.sh portsip/pbx:22.7`);
    expect(stdout).not.toContain('[error]');
    expect(pbxRunsOn()).toEqual(['pbx01']);
    expect(nodes.nodes.map((node) => node.container('portsip.callmanager')?.version)).toEqual(['22.7', '22.7', '22.7']);
  });
});

describe('the scripts on the control node', () => {
  it("install a server over SSH, which then runs with the PBX's image and virtual address", async () => {
    const { code, stdout } = await client.run(`${GUIDE} /bin/bash extend.sh run ${MEDIA}`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('[info]: done')]);
    const media = sandbox.host('media-server-1');
    expect(media.container('portsip.mediaserver')).toMatchObject({ running: true, image: 'portsip/pbx:22.7' });
    expect(media.container('portsip.mediaserver')?.args.join(' ')).toContain(
      '-a 192.168.1.130 -x 192.168.1.141 -n media-server-1',
    );
    expect(media.firewall().permanent['public']?.services).toContain('media-server-only');
    expect(media.scriptRuns().map(({ verb }) => verb)).toEqual(['run']);
  });

  it('fail for want of a key as ssh does that asks nobody', async () => {
    sandbox.host('queue-server-1').faults.controlNodeShutOut = true;
    const { code, stdout, stderr } = await client.run(`${GUIDE} /bin/bash extend.sh run ${QUEUE}`);
    expect([code, stdout]).toEqual([2, expect.stringContaining('[error]: 192.168.1.143: ')]);
    expect(stderr).toContain('pbx@192.168.1.143: Permission denied (publickey,password).');
    expect(sandbox.host('queue-server-1').containers()).toEqual([]);
    sandbox.host('queue-server-1').faults.controlNodeShutOut = false;
    expect((await client.run('ssh -n -o BatchMode=yes pbx@192.168.1.143 hostname')).stdout).toBe('queue-server-1');
  });

  it('fail as root, who has no key', async () => {
    const { code, stderr } = await client.run(`${GUIDE} sudo /bin/bash extend.sh run ${QUEUE}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Host key verification failed.')]);
    const known = await client.run('sudo ssh -n -o StrictHostKeyChecking=accept-new pbx@192.168.1.143 true');
    expect([known.code, known.stderr]).toEqual([255, expect.stringContaining('Permission denied')]);
    expect((await client.run('sudo sudo -n -H -u pbx -- ssh -n pbx@192.168.1.143 id -un')).stdout).toBe('pbx');
  });

  it('fail at a server that is down, or that is another machine by now', async () => {
    const queue = sandbox.host('queue-server-1');
    queue.down();
    expect(await client.run('ssh -n pbx@192.168.1.143 true')).toMatchObject({
      code: 255,
      stderr: expect.stringContaining('Connection refused'),
    });
    queue.up();
    queue.faults.wrongHostKey = true;
    expect(await client.run('ssh -n pbx@192.168.1.143 true')).toMatchObject({
      code: 255,
      stderr: expect.stringContaining('REMOTE HOST IDENTIFICATION HAS CHANGED'),
    });
    queue.faults.wrongHostKey = false;
  });

  it('damage each other when two run at once, and say so', async () => {
    // The first one is at work until something is written to the pipe: however fast the machine is, they meet.
    const res = '/opt/portsip-pbx-ha-guide/res';
    const first = client.run(`${GUIDE} mkfifo res/hold && bash -c '. res/common.sh; begin; cat res/hold; rm res/hold'`);
    await until(() => (nodes.control.read(`${res}/busy`) ?? '').trim() !== '');
    const second = await client.run(`${GUIDE} /bin/bash extend.sh run ${QUEUE}`);
    expect([second.code, second.stdout]).toEqual([
      2,
      expect.stringContaining('[error]: another script of this folder is at work'),
    ]);
    expect(nodes.damage).toContain('extend.sh');
    await client.run(`${GUIDE} echo >res/hold`);
    expect((await first).code).toBe(0);
    nodes.control.remove(`${res}/damage`);
    expect((await client.run(`${GUIDE} /bin/bash extend.sh run ${QUEUE}`)).code).toBe(0);
    await client.run(`${GUIDE} /bin/bash extend.sh rm`);
  });

  it('install IM with the token of whichever node is active, and Data Flow', async () => {
    const im = '-a 192.168.1.146 -A 104.18.36.110 -f /chat/files';
    expect((await client.run(`${GUIDE} /bin/bash im.sh run ${im}`)).stdout).toContain('[error]: the PBX has issued no');
    nodes.keepImToken('first-token');
    sandbox.pbx.state.imToken = 'first-token';
    await nodes.failover('pbx02');
    expect((await client.run(`${GUIDE} /bin/bash im.sh run ${im}`)).code).toBe(0);
    await nodes.failover('pbx01');
    const args = () => sandbox.host('im-server-1').container('portsip.instantmessage')?.args.join(' ');
    expect(args()).toContain('-t first-token -a 192.168.1.130');
    expect((await client.run(`${GUIDE} /bin/bash im.sh upgrade`)).stdout).toContain('[error]: this token was used');
    nodes.keepImToken('second-token');
    expect((await client.run(`${GUIDE} /bin/bash im.sh upgrade`)).code).toBe(0);
    expect(args()).toContain('-t second-token');

    const { code } = await client.run(`${GUIDE} /bin/bash dataflow.sh run -p /var/lib/portsip -a 192.168.1.147`);
    expect(code).toBe(0);
    for (const verb of ['restart', 'upgrade', 'stop', 'start', 'rm'])
      expect((await client.run(`${GUIDE} /bin/bash dataflow.sh ${verb}`)).stdout).toContain('[info]: done');
    expect(sandbox.host('dataflow-server-1').containers()).toEqual([]);
  });

  it('work on one server, on those of a service, and on all', async () => {
    await client.run(`${GUIDE} /bin/bash extend.sh run ${MEDIA}`);
    await client.run(`${GUIDE} /bin/bash extend.sh run -s media-server-only -n media-server-2 -a 192.168.1.142`);
    await client.run(`${GUIDE} /bin/bash extend.sh run -s vr-server-only -n vr-server-1 -a 192.168.1.145`);
    const names = ['media-server-1', 'media-server-2', 'queue-server-1', 'meeting-server-1', 'vr-server-1'];
    const running = () =>
      names.filter((name) =>
        sandbox
          .host(name)
          .containers()
          .some((one) => one.running),
      );
    await client.run(`${GUIDE} /bin/bash extend.sh stop -s media-server-only -a 192.168.1.142`);
    expect(running()).toEqual(['media-server-1', 'vr-server-1']);
    await client.run(`${GUIDE} /bin/bash extend.sh start -s media-server-only`);
    expect(running()).toEqual(['media-server-1', 'media-server-2', 'vr-server-1']);
    await client.run(`${GUIDE} /bin/bash extend.sh rm`);
    expect(running()).toEqual([]);
    expect(nodes.damage).toBeUndefined();
  });
});
