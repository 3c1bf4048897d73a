import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { ClusterFile } from '../sandbox/topology';
import { containers } from './eyes';
import { Lab, type Output } from './lab';

/*
 * A fault each: the operator is told what to do, and once that is done a second run finishes the work. One small
 * cluster: a media server is installed, what goes wrong is on its host.
 */

const HOST = 'media-server-1';
let lab: Lab;

beforeAll(async () => {
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  lab = await Lab.up(undefined, [HOST]);
});
afterAll(() => Lab.down());

// Each begins with a host on which nothing is installed.
afterEach(async () => {
  await lab.on(HOST, 'cd /opt/portsip && sh cluster_ctl.sh rm -s media-server-only; rm -rf media-server-only');
  expect(await containers(lab, HOST)).toEqual({});
});

async function deploy(
  edit: (file: ClusterFile) => void = () => undefined,
  env: Record<string, string> = {},
): Promise<Output & { output: string }> {
  const file = lab.writeClusterFile((cluster) => {
    cluster['restart'] = { after_scale_out: 'none' };
    edit(cluster);
  });
  const result = await lab.cli(['deploy', '--yes'], { file, env });
  return { ...result, output: result.stdout + result.stderr };
}

async function works(env?: Record<string, string>): Promise<void> {
  const { code, output } = await deploy(undefined, env);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Done') });
  expect((await containers(lab, HOST))['portsip.mediaserver']?.state).toBe('running');
}

describe('on a host', () => {
  it('a banner, a message of the day and a login shell that prints disturb nothing', async () => {
    await lab.on(
      HOST,
      `printf 'WARNING\\n[error]: not one\\n' >/etc/issue.net
       echo 'Banner /etc/issue.net' >>/etc/ssh/sshd_config
       printf '::error::from motd\\n' >/etc/motd
       sed -i '1i echo "::add-mask::noise from the shell"; echo more >&2' /home/pbx/.bashrc
       systemctl restart ssh`,
    );
    await works();
  });

  it('Docker that does not run is named, with what starts it', async () => {
    await lab.on(HOST, 'systemctl stop docker');
    const { code, output } = await deploy();
    expect(code).toBe(1);
    expect(output).toContain(`Docker does not run on ${HOST}`);
    await lab.on(HOST, 'systemctl start docker');
    await works();
  });

  it('a missing control script is named', async () => {
    await lab.on(HOST, 'mv /opt/portsip/cluster_ctl.sh /root/');
    const { code, output } = await deploy();
    expect(code).toBe(1);
    expect(output).toContain('cluster_ctl.sh is not in /opt/portsip');
    await lab.on(HOST, 'mv /root/cluster_ctl.sh /opt/portsip/');
    await works();
  });

  it('an image without a version fails its install only, and the next run installs the right one', async () => {
    const { code, output } = await deploy((file) => (file['image'] = 'portsip/pbx:unlabelled'));
    expect(code).toBe(1);
    expect(output).toContain('no version label');
    await works();
  });

  it('an image that no registry has is told in the registry’s words', async () => {
    const { code, output } = await deploy((file) => (file['image'] = 'portsip/pbx:22.1'));
    expect(code).toBe(1);
    expect(output).toMatch(/cluster_ctl\.sh on media-server-1 failed/);
    await works();
  });

  it('a role of another kind is in the way', async () => {
    await lab.on(HOST, 'docker run -d --network host --name portsip.callqueue portsip/pbx:22 sleep infinity');
    const { code, output } = await deploy();
    expect(code).toBe(1);
    expect(output).toContain('already runs a queue server (portsip.callqueue)');
    await lab.on(HOST, 'docker rm -f portsip.callqueue');
    await works();
  });

  it('a wrong host key stops everything before it begins', async () => {
    await lab.on(
      HOST,
      `mkdir -p /root/keys && cp /etc/ssh/ssh_host_* /root/keys/ && rm /etc/ssh/ssh_host_* &&
       ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key && systemctl restart ssh`,
    );
    const known = lab.env['PORTSIP_SSH_KNOWN_HOSTS'] ?? '';
    const { stdout } = await lab.on(HOST, 'cat /root/keys/*.pub');
    const before = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => `192.168.1.21 ${line.split(' ').slice(0, 2).join(' ')}`);
    const others = known.split('\n').filter((line) => !line.startsWith('192.168.1.21 '));
    const { code, output } = await deploy(undefined, { PORTSIP_SSH_KNOWN_HOSTS: [...others, ...before].join('\n') });
    expect(code).toBe(1);
    expect(output).toContain('cannot be trusted');
    expect(await containers(lab, HOST)).toEqual({});
    await works();
  });

  it('sudo that asks for a password gets it, or says that it is missing', async () => {
    await lab.on(
      HOST,
      `echo pbx:correct-horse | chpasswd
       printf 'Defaults env_file=/usr/local/lab/environment\\npbx ALL=(ALL) ALL\\n' >/etc/sudoers.d/pbx`,
    );
    const { code, output } = await deploy();
    expect(code).toBe(1);
    expect(output).toMatch(/sudo.*password/i);
    await works({ PORTSIP_SUDO_PASSWORD: 'correct-horse' });
  });
});
