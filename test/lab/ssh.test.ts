import { spawn } from 'node:child_process';
import { fault } from '../fault';
import { containers } from './eyes';
import { until } from './lab';
import { slowLink } from './slow-link';
import { deploy, duringInstall, HOST, installs, jobs, oneHost } from './one-host';

/* What goes wrong between the runner and OpenSSH on a host. */

const one = oneHost();
let before = 0;
beforeEach(async () => {
  before = await jobs(one.lab);
});

/** Adds a line to the host's sshd_config until `work` has ended. */
async function withSshd<T>(lines: string, work: () => Promise<T>): Promise<T> {
  const { lab } = one;
  await lab.on(
    HOST,
    `cp /etc/ssh/sshd_config /root/sshd_config; printf '${lines}' >>/etc/ssh/sshd_config; systemctl restart ssh`,
  );
  try {
    return await work();
  } finally {
    await lab.on(HOST, 'cp /root/sshd_config /etc/ssh/sshd_config; systemctl restart ssh');
  }
}

describe('noise', () => {
  fault(
    {
      at: 'SSH',
      name: 'a banner, a message of the day and a login shell that prints, workflow commands among it',
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await lab.on(
        HOST,
        `printf 'WARNING\\n[error]: not one\\n' >/etc/issue.net
         printf '::error::from motd\\n' >/etc/motd
         cp /home/pbx/.bashrc /root/bashrc
         sed -i '1i echo "::add-mask::noise from the shell"; echo more >&2' /home/pbx/.bashrc`,
      );
      await withSshd('Banner /etc/issue.net\\n', async () => {
        const told = await installs(lab);
        expect(told.output).not.toMatch(/^\s*::/m);
        first(told);
        second(await deploy(lab));
      });
      await lab.on(HOST, 'cp /root/bashrc /home/pbx/.bashrc; : >/etc/motd');
    },
  );
});

describe('a host that lets nobody in', () => {
  fault(
    {
      at: 'SSH',
      name: 'refused: no sshd runs',
      sees: 'media-server-1 (192.168.1.21) refuses SSH connections: start sshd there, or correct ssh.port in the cluster file',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await one.lab.on(HOST, 'systemctl stop ssh');
      first(await deploy(one.lab));
      await one.lab.on(HOST, 'systemctl start ssh');
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'silent: a firewall drops the packets',
      sees: 'media-server-1 (192.168.1.21) does not answer on SSH within 15 s: is it on, is the address right, does a firewall let this machine in?',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await drop();
      first(await deploy(one.lab));
      await undrop();
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'another host key than the known one',
      sees: 'media-server-1 (192.168.1.21) cannot be trusted: … compare it with what "ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub" prints on that machine itself.… replace the old line in ssh-known-hosts',
      secondRun: 'With the new key in known_hosts it installs the server.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const known = lab.env['PORTSIP_SSH_KNOWN_HOSTS'] ?? '';
      await lab.on(
        HOST,
        `rm /etc/ssh/ssh_host_* && ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key && systemctl restart ssh`,
      );
      first(await deploy(lab, { env: { PORTSIP_SSH_KNOWN_HOSTS: known } }));
      expect(await containers(lab, HOST)).toEqual({});
      second(await installs(lab));
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'MaxStartups is used up by others',
      sees: 'media-server-1 (192.168.1.21) closed the SSH connection before sign-in, 7 times (…): look at its sshd log; MaxStartups, fail2ban or a firewall may be in the way',
      secondRun: 'Installs the server; if places come free within ten seconds, already the first run does.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await withSshd('MaxStartups 2:100:2\\nLoginGraceTime 120\\n', async () => {
        const [command = '', ...args] = lab.asRunner([
          process.execPath,
          '-e',
          `for (const n of [1, 2, 3]) require('node:net').connect(22, '192.168.1.21').on('error', () => {})`,
        ]);
        const holder = spawn(command, args, { stdio: 'ignore' });
        await until(20, 'others to have all places', async () => {
          const { stdout } = await lab.on(HOST, `ss -Htn state established 'sport = :22' | wc -l`);
          return Number(stdout) >= 2;
        });
        first(await deploy(lab));
        const ended = new Promise((done) => holder.once('exit', done));
        holder.kill('SIGKILL');
        await ended;
        second(await installs(lab));
      });
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'sudo asks for a password',
      sees: 'asks for a password when pbx uses sudo: give it (sudo-password, PORTSIP_SUDO_PASSWORD), or allow it without one in /etc/sudoers.d: "pbx ALL=(ALL) NOPASSWD: ALL"',
      secondRun: 'With the password it installs the server.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await lab.on(
        HOST,
        `echo pbx:correct-horse | chpasswd
         cp /etc/sudoers.d/pbx /root/sudoers
         printf 'Defaults env_file=/usr/local/lab/environment\\npbx ALL=(ALL) ALL\\n' >/etc/sudoers.d/pbx`,
      );
      first(await deploy(lab));
      const told = await installs(lab, { env: { PORTSIP_SUDO_PASSWORD: 'correct-horse' } });
      await lab.on(HOST, 'cp /root/sudoers /etc/sudoers.d/pbx');
      expect(told.output).not.toContain('correct-horse');
      second(told);
    },
  );
});

describe('a connection that breaks while the script runs', () => {
  afterEach(async () => {
    expect(await jobs(one.lab)).toBe(before + 1);
  });

  fault(
    {
      at: 'SSH',
      name: 'dropped in the middle of a script, again and again',
      secondRun: 'Finds nothing to do: the script went on and was run once.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const told = await duringInstall(lab, async () => {
        let dropped = '';
        for (let turn = 0; turn < 4; turn++) {
          let session = '';
          await until(30, 'the runner to be at work again', async () => {
            const { stdout } = await lab.on(HOST, `for s in $(pgrep -f '^sshd: pbx@'); do pgrep -P $s; done`);
            session = stdout.split('\n')[0] ?? '';
            return session !== '' && session !== dropped;
          });
          dropped = session;
          await lab.on(HOST, `pkill -9 -f '^sshd: pbx'`);
        }
      });
      first(told);
      second(await installs(lab));
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'sshd is restarted and ends its sessions',
      secondRun: 'Finds nothing to do: the script went on and was run once.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const refused = async () =>
        Number((await lab.on(HOST, `awk '/^Tcp: [0-9]/ { print $15 }' /proc/net/snmp`)).stdout);
      const told = await duringInstall(lab, async (script) => {
        const earlier = await refused();
        await lab.on(HOST, `systemctl stop ssh; pkill -f '^sshd: pbx'`);
        await script.release();
        await until(60, 'the runner to have come in vain', async () => (await refused()) >= earlier + 4);
        await lab.on(HOST, 'systemctl start ssh');
      });
      first(told);
      second(await installs(lab));
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'half-open: packets are dropped until the runner gives up, and nobody is told',
      secondRun: 'Finds nothing to do: the script went on and was run once.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const told = await duringInstall(lab, async (script) => {
        await drop();
        await script.release();
        // A keepalive that nobody answers, three times over
        await until(120, 'the runner to connect in vain', async () => (await knocks()) > 0);
        await undrop();
      });
      first(told);
      second(await installs(lab));
    },
  );

  fault(
    {
      at: 'SSH',
      name: 'a slow link: 200 ms each way, and stalls',
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const slow = await slowLink(lab, 200);
      try {
        first(await deploy(lab));
        expect(slow.connections()).toBeGreaterThan(0);
      } finally {
        await slow.end();
      }
      second(await installs(lab));
    },
  );
});

const drop = () =>
  one.lab.on(
    HOST,
    `nft 'add table inet faults; add chain inet faults in { type filter hook input priority -300; }; add rule inet faults in tcp dport 22 tcp flags & (syn | ack) == syn counter; add rule inet faults in tcp dport 22 drop; add chain inet faults out { type filter hook output priority -300; }; add rule inet faults out tcp sport 22 drop'`,
  );
/** How many connections have been asked for since then, in vain. */
const knocks = async () =>
  Number(/counter packets (\d+)/.exec((await one.lab.on(HOST, 'nft list table inet faults')).stdout)?.[1]);
const undrop = () => one.lab.on(HOST, 'nft delete table inet faults');
