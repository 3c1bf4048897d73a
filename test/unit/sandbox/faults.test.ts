import { scaledClock } from '../../../src/clock';
import { startSandbox, type Sandbox } from '../../../src/sandbox';
import { until } from '../../until';
import { TestClient } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ onlineDelayMs: 0, clock: scaledClock(2) });
});
afterAll(() => sandbox.close());

const NAME = 'media-server-1';
const faults = () => sandbox.host(NAME).faults;

async function run(command: string, stdin?: string) {
  const client = await TestClient.connect(sandbox, NAME);
  try {
    return await client.run(command, stdin);
  } finally {
    client.close();
  }
}

describe('sudo', () => {
  afterEach(() => {
    faults().sudoPassword = undefined;
  });

  it('asks for no password at first', async () => {
    expect(await run('sudo -n id -u')).toMatchObject({ code: 0, stdout: '0' });
    expect(await run('sudo -n -u pbx id -u')).toMatchObject({ stdout: '1000' });
    expect(await run('sudo -nH -- env A=b sh -c "echo $A-\\$A"')).toMatchObject({ stdout: '-b' });
  });

  it('can ask for one', async () => {
    faults().sudoPassword = 'open sesame';
    expect(await run('sudo -n id -u')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('a password is required'),
    });
    expect(await run('sudo id -u')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('a terminal is required'),
    });
    expect(await run('sudo -S -p "me: " sh -c "id -u; cat"', 'open sesame\nrest\n')).toMatchObject({
      code: 0,
      stdout: '0\nrest',
      stderr: 'me:',
    });
    expect(await run('sudo -S id -u', 'wrong\n')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Sorry, try again.'),
    });
  });

  it('can be forbidden', async () => {
    faults().sudoForbidden = true;
    expect(await run('sudo -S id -u', 'right\n')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('pbx is not in the sudoers file.'),
    });
    faults().sudoForbidden = false;
    expect((await run('sudo id -u')).stdout).toBe('0');
  });

  it('is nothing that root needs', async () => {
    faults().sudoPassword = 'x';
    const client = await TestClient.connect(sandbox, NAME, { user: 'root' });
    expect((await client.run('id -u; sudo -n id -u')).stdout).toBe('0\n0');
    client.close();
  });
});

describe('connections', () => {
  it('can be refused', async () => {
    faults().refuseConnections = 'refuse';
    await expect(run('true')).rejects.toThrow('open failure');
    faults().refuseConnections = false;
    expect((await run('echo back')).stdout).toBe('back');
  });

  it('can find another host key', async () => {
    const keys: string[] = [];
    const hostVerifier = (key: Buffer) => keys.push(key.toString('base64')) > 0;
    for (const wrong of [false, true, false]) {
      faults().wrongHostKey = wrong;
      (await TestClient.connect(sandbox, NAME, { hostVerifier })).close();
    }
    expect(keys.map((key) => sandbox.credentials.sshKnownHosts.includes(key))).toEqual([true, false, true]);
  });

  it('are dropped above MaxStartups', async () => {
    faults().maxStartups = 0;
    await expect(run('true')).rejects.toThrow();
    faults().maxStartups = 1;
    for (let time = 0; time < 3; time++) expect((await run('echo in')).stdout).toBe('in');
    faults().maxStartups = 10;
  });

  it('can be slow and noisy', async () => {
    faults().slowMs = 150;
    faults().noise = 'Welcome!\n';
    const { now } = sandbox.clock;
    const began = now();
    expect((await run('echo output')).stdout).toBe('Welcome!\noutput');
    expect(now() - began).toBeGreaterThanOrEqual(150);
    faults().slowMs = 0;
    faults().noise = undefined;
  });
});

describe('a host that loses power', () => {
  it('is gone with all that runs on it, and comes back as another boot', async () => {
    const host = sandbox.host(NAME);
    const { bootId } = host;
    const client = await TestClient.connect(sandbox, NAME);
    await client.run('setsid sleep 60 </dev/null >/dev/null 2>&1 & echo x >/run/here; echo y >/opt/here');
    const closed = new Promise<void>((resolve) => client.host.connection?.once('close', () => resolve()));
    host.faults.down();
    await closed;
    expect(host.processes()).toEqual([]);
    await expect(run('true')).rejects.toThrow('open failure');
    host.faults.up();
    expect((await run('cat /opt/here; ls /run')).stdout).toBe('y');
    expect(host.bootId).not.toBe(bootId);
    client.close();
  });

  it('may reboot by itself', async () => {
    faults().rebooting(2_000);
    await expect(run('true')).rejects.toThrow('open failure');
    await until(() => !sandbox.host(NAME).isDown);
    expect((await run('echo back')).stdout).toBe('back');
  });
});

describe('a host', () => {
  it.each([
    ['a full disk', 'diskFull', 'df -Pm / | tail -n 1 | tr -s " " | cut -d " " -f 4', '0'],
    ['no control scripts', 'scriptMissing', 'ls /opt/portsip | wc -l', '0'],
    ['no clock to follow', 'clockUnsynchronized', 'timedatectl show --property=NTPSynchronized --value', 'no'],
    [
      'another role',
      'conflictingRole',
      'sudo docker ps --format "{{.Names}}"; ls -A /opt/portsip/queue-server-only',
      'portsip.callqueue\n.configure_extend',
    ],
    ['no Docker', 'dockerMissing', 'sudo docker ps || echo $?', '127'],
  ] as const)('can have %s', async (_what, fault, command, seen) => {
    const { stdout: before } = await run(command);
    expect(before).not.toBe(seen);
    faults()[fault] = true;
    expect((await run(command)).stdout).toBe(seen);
    faults()[fault] = false;
    expect((await run(command)).stdout).toBe(before);
  });

  it('can have a clock that is wrong', async () => {
    faults().clockOffset = -3600;
    const there = Number((await run('date +%s')).stdout);
    expect(Math.abs(sandbox.clock.now() / 1000 - 3600 - there)).toBeLessThan(5);
    faults().clockOffset = 0;
    expect(Math.abs(sandbox.clock.now() / 1000 - Number((await run('date +%s')).stdout))).toBeLessThan(5);
  });

  it('can have software that must not be there', async () => {
    faults().packages = ['postgresql', 'dnsmasq'];
    expect(
      (
        await run(
          "dpkg-query -W -f='${Package} ${db:Status-Abbrev}\\n' 'postgres*' teamviewer; systemctl is-active dnsmasq",
        )
      ).stdout,
    ).toBe('postgresql ii \nactive');
    faults().packages = [];
  });

  it('refuses faults that there are not', () => {
    expect(() => faults().set('earthquake', true)).toThrow('no fault earthquake');
    faults().set('slowMs', 5);
    expect(faults().slowMs).toBe(5);
    faults().set('slowMs', 0);
  });
});
