import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { utils, type ClientChannel } from 'ssh2';
import { startSandbox, type Sandbox } from '../../../src/sandbox';
import { makeKey } from '../../../src/sandbox/keys';
import { processesWith } from '../../../src/sandbox/processes';
import { until } from '../../until';
import { TestClient } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ onlineDelayMs: 0 });
});
afterAll(() => sandbox.close());

describe('a host', () => {
  it('runs real shell scripts in a folder of its own', async () => {
    const client = await TestClient.connect(sandbox, 'media-server-1');
    const script = 'for n in 1 2 3; do echo $((n * n)); done >/opt/squares; cat /opt/squares; hostname; nproc; exit 7';
    expect(await client.run(script)).toMatchObject({ code: 7, stdout: '1\n4\n9\nmedia-server-1\n16' });
    expect(sandbox.host('media-server-1').read('/opt/squares')).toBe('1\n4\n9\n');
    expect(existsSync('/opt/squares')).toBe(false);
    client.close();
  });

  it('runs a script from standard input', async () => {
    const client = await TestClient.connect(sandbox, 'media-server-1');
    const script =
      'mkdir -p /var/lib/portsip-cluster\necho ok >/var/lib/portsip-cluster/x\nls /var/lib/portsip-cluster/*\n';
    expect(await client.run('sudo /bin/sh -s', script)).toMatchObject({
      code: 0,
      stdout: '/var/lib/portsip-cluster/x',
    });
    client.close();
  });

  it('counts the bytes of a log as they are shown', async () => {
    const client = await TestClient.connect(sandbox, 'media-server-1');
    await client.run('echo in /opt/portsip/x; printf "cd /opt/portsip\\nnext line\\n" >/opt/log');
    expect((await client.run('cat /opt/log')).stdout).toBe('cd /opt/portsip\nnext line');
    expect((await client.run('tail -c +17 </opt/log')).stdout).toBe('next line');
    expect((await client.run('tail -n 1 /opt/log')).stdout).toBe('next line');
    client.close();
  });

  it('keeps standard error apart and tells what killed a command', async () => {
    const client = await TestClient.connect(sandbox, 'media-server-1');
    expect(await client.run('echo out; echo err >&2')).toMatchObject({ stdout: 'out', stderr: 'err' });
    expect(await client.run('kill -9 $$')).toMatchObject({ code: null, signal: 'SIGKILL' });
    client.close();
  });

  it('loses nothing of what a client reads late', async () => {
    const client = await TestClient.connect(sandbox, 'media-server-1');
    const host = sandbox.host('media-server-1');
    const connection = client.host.connection!;
    // A little more than a client takes that does not read: the rest waits on the server when the command is over.
    const script = 'head -c 3170000 /dev/zero; echo last >&2; echo over >/run/printed';
    const channel = await new Promise<ClientChannel>((resolve, reject) =>
      connection.exec(script, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    await until(() => host.exists('/run/printed'));
    let [stdout, stderr] = [0, ''];
    channel.on('data', (chunk: Buffer) => (stdout += chunk.length));
    channel.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await new Promise((resolve) => channel.once('close', resolve));
    expect({ stdout, stderr }).toEqual({ stdout: 3_170_000, stderr: 'last\n' });
    client.close();
  });

  it('looks like a prepared Ubuntu server', async () => {
    const client = await TestClient.connect(sandbox, 'dataflow-server-1');
    const look = async (command: string) => (await client.run(command)).stdout;
    expect(await look('. /etc/os-release; echo $ID $VERSION_ID')).toBe('ubuntu 24.04');
    expect(await look('grep MemTotal /proc/meminfo')).toBe('MemTotal:       33554432 kB');
    expect(await look('df -Pm /var/lib | tail -n 1')).toMatch(/^\S+ +524288 32768 491520 6% \/$/);
    expect(await look('hostname -I')).toBe('192.168.1.26');
    expect(await look('ip -o -4 addr show')).toContain('inet 192.168.1.26/24');
    expect(await look('timedatectl show')).toContain('NTPSynchronized=yes');
    expect(await look('cat /proc/sys/kernel/random/boot_id')).toBe(sandbox.host('dataflow-server-1').bootId);
    expect(await look('id -u; sudo id -u')).toBe('1000\n0');
    client.close();
  });

  it('shows its known host keys', async () => {
    const offered: string[] = [];
    const hostVerifier = (key: Buffer) => offered.push(key.toString('base64')) > 0;
    const client = await TestClient.connect(sandbox, 'queue-server-1', { hostVerifier });
    client.close();
    expect(sandbox.credentials.sshKnownHosts).toContain(`192.168.1.22 ssh-ed25519 ${offered[0]}`);
    expect(sandbox.credentials.sshKnownHosts).toMatch(/^192\.168\.1\.20 ssh-rsa /m);
  });

  test.each([
    ['another key', { privateKey: makeKey(utils, 'ed25519').private }],
    ['a password', { password: 'secret' }],
    ['another user', { user: 'admin' }],
  ])('does not let in %s', async (_what, login) => {
    await expect(TestClient.connect(sandbox, 'media-server-1', login)).rejects.toThrow(
      'All configured authentication methods failed',
    );
  });
});

describe('the jump host', () => {
  it('leads to hosts of the sandbox and nowhere else', async () => {
    const client = await TestClient.connect(sandbox, 'pbx');
    const jump = client.jumpHost;
    await expect(jump.forwardOut('127.0.0.1', 0, '192.168.1.99', 22)).rejects.toThrow('open failure');
    await expect(jump.forwardOut('127.0.0.1', 0, '192.168.1.20', 80)).rejects.toThrow('open failure');
    await expect(jump.forwardOut('127.0.0.1', 0, '127.0.0.1', 22)).rejects.toThrow('open failure');
    await expect(jump.exec('id', [])).rejects.toThrow();
    client.close();
  });
});

describe('detached processes', () => {
  it('survive the connection that began them', async () => {
    const client = await TestClient.connect(sandbox, 'meeting-server-1');
    await client.run("setsid sh -c 'sleep 0.3; echo survived >/run/proof' </dev/null >/dev/null 2>&1 & echo begun");
    client.close();
    await until(() => Boolean(sandbox.host('meeting-server-1').read('/run/proof')));
    expect(sandbox.host('meeting-server-1').read('/run/proof')).toBe('survived\n');
  });

  it('survive a connection that breaks while the command runs', async () => {
    const host = sandbox.host('meeting-server-1');
    host.faults.dropAfterMs = 300;
    const client = await TestClient.connect(sandbox, 'meeting-server-1');
    host.faults.dropAfterMs = undefined;
    await expect(client.run('trap "" HUP; sleep 0.6; echo done >/run/foreground')).resolves.toMatchObject({
      code: null,
    });
    expect(host.exists('/run/foreground')).toBe(false);
    await until(() => Boolean(host.read('/run/foreground')));
    expect(host.read('/run/foreground')).toBe('done\n');
    client.close();
  });
});

it('leaves nothing behind', async () => {
  const other = await startSandbox();
  const processes = () => processesWith(`SANDBOX_DIR=${other.dir}`);
  const client = await TestClient.connect(other, 'media-server-1');
  await client.run("setsid sh -c 'sleep 60; sleep 60' </dev/null >/dev/null 2>&1 & nohup sleep 60 >/dev/null 2>&1 &");
  await until(() => processes().length >= 3);
  const before = processes().length;
  const port = Number(/127\.0\.0\.1:(\d+)$/m.exec(other.clusterFile())?.[1]);
  await other.close();
  client.close();

  expect(before).toBe(3);
  expect(processes()).toEqual([]);
  expect(existsSync(other.dir)).toBe(false);
  await expect(
    new Promise((resolve, reject) => connect(port, '127.0.0.1', () => resolve('open')).once('error', reject)),
  ).rejects.toThrow('ECONNREFUSED');
});

it('can put each host on a loopback address of its own', async () => {
  const other = await startSandbox({ addresses: 'loopback' });
  const file = other.clusterFile();
  expect(file).toContain('private_ip: 127.22.1.21');
  expect(file).toMatch(/api: https:\/\/127\.22\.1\.20:\d+/);
  expect(file).not.toContain('jump_host');
  const client = await TestClient.connect(other, 'vr-server-1');
  expect((await client.run('hostname -I')).stdout).toBe('127.22.1.24');
  client.close();
  await other.close();
});
