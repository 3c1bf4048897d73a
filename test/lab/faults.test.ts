import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '../fault';
import { containers, heard, open, trusted } from './eyes';
import { FOLDER, REGISTER, until, type Lab } from './lab';
import { HEARTBEAT_PORT } from './network';
import { CONTAINER, deploy, duringInstall, HOST, installs, jobs, oneHost } from './one-host';

/* What goes wrong on a host itself, while a media server is installed on it. */

const one = oneHost();
const on = (command: string) => one.lab.on(HOST, command);

/** Puts a small disk of its own in the place of a folder while `work` lasts; what was in it is hidden. */
async function onSmallDisk<T>(host: string, folder: string, size: string, work: () => Promise<T>): Promise<T> {
  await one.lab.on(host, `mkdir -p ${folder} && mount -t tmpfs -o size=${size} tmpfs ${folder}`);
  try {
    return await work();
  } finally {
    await one.lab.on(host, `umount ${folder} || umount -l ${folder}`);
  }
}

/** Whether a packet of the host gets through to a port of the main server that nothing but the trusted zone opens. */
async function arrives(lab: Lab): Promise<boolean> {
  const { code } = await lab.on(HOST, `timeout 3 bash -c '</dev/tcp/192.168.1.20/${HEARTBEAT_PORT}'`);
  return code === 0;
}

describe('a disk', () => {
  fault(
    {
      at: 'Host',
      name: 'little disk is free before anything was begun',
      sees: 'media-server-1 has 1.0 GiB free for /var/lib/portsip; the image alone needs 5.0',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await onSmallDisk(HOST, '/var/lib/portsip', '1g', async () => first(await deploy(one.lab)));
      expect(await jobs(one.lab)).toBe(0);
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the disk gets full while the image is pulled',
      sees: 'docker image pull on media-server-1 failed (exit 1): …no space left on device',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await on('systemctl stop docker');
      await onSmallDisk(HOST, '/var/lib/docker', '64m', async () => {
        await on('systemctl start docker; dd if=/dev/zero of=/var/lib/docker/full bs=64k 2>/dev/null');
        first(await deploy(one.lab));
        await on('rm /var/lib/docker/full');
        second(await installs(one.lab));
        await on('docker rm -f $(docker ps -aq); systemctl stop docker');
      });
      await on('systemctl start docker');
    },
  );

  fault(
    {
      at: 'Host',
      name: 'nothing can be written where jobs are kept',
      sees: 'media-server-1 (192.168.1.21) could not begin "pull portsip/pbx:22 to media-server-1" (exit …): …; is /var/lib writable and not full?',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await onSmallDisk(HOST, '/var/lib/portsip-cluster', '16k', async () => {
        await on('dd if=/dev/zero of=/var/lib/portsip-cluster/full bs=4k 2>/dev/null');
        first(await deploy(one.lab));
      });
      expect(await containers(one.lab, HOST)).toEqual({});
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: '/tmp is full',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      await onSmallDisk(HOST, '/tmp', '16k', async () => {
        await on('dd if=/dev/zero of=/tmp/full bs=4k 2>/dev/null');
        first(await installs(one.lab));
      });
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: '/tmp is read-only',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      await onSmallDisk(HOST, '/tmp', '16k', async () => {
        await on('mount -o remount,ro /tmp');
        first(await installs(one.lab));
      });
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: "the main server's disk is full",
      sees: 'pbx (192.168.1.20) could not change the lock of this cluster in /var/lib/portsip-cluster (exit 1): …; is its disk full or read-only?',
      secondRun: 'Deploys.',
    },
    async ({ first, second }) => {
      await onSmallDisk('pbx', '/var/lib/portsip-cluster', '16k', async () => {
        await one.lab.on('pbx', 'dd if=/dev/zero of=/var/lib/portsip-cluster/full bs=4k 2>/dev/null');
        first(await deploy(one.lab));
      });
      expect(await containers(one.lab, HOST)).toEqual({});
      second(await installs(one.lab));
    },
  );
});

describe('power', () => {
  fault(
    {
      at: 'Host',
      name: 'it is switched off and on in the middle of an install',
      sees: 'Warning: media-server-1: "install media-server-1 (media server)" was interrupted (the host restarted, or it was killed) and is begun again',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const told = await duringInstall(lab, async () => {
        await lab.powerOff(HOST);
        await lab.boot(HOST);
      });
      first(told);
      expect(await open(lab, HOST)).toMatchObject({ 'media-server-only': expect.stringContaining('35000-65000/udp') });
      second(await installs(lab));
    },
  );
});

describe('control scripts', () => {
  fault(
    {
      at: 'Host',
      name: 'somebody runs a control script by hand at the same time',
      sees: 'media-server-1: waiting for a control script that somebody started by hand on this host: "/bin/sh cluster_ctl.sh run … (process …)',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const script = await lab.hold(HOST);
      const byHand = on(
        `cd /opt/portsip && PORTSIP_STANDIN_PAUSE=until-released /bin/sh cluster_ctl.sh run -p /var/lib/portsip -a 192.168.1.21 -x 192.168.1.20 -i portsip/pbx:22 -s media-server-only -n ${HOST}`,
      );
      await script.isThere();
      first(await deploy(lab, { when: { words: 'waiting for a control script', then: script.release } }));
      expect((await byHand).code).toBe(0);
      second(await installs(lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the control script is missing',
      sees: "cluster_ctl.sh is not in /opt/portsip on media-server-1; run PortSIP's init.sh there first",
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await on('mv /opt/portsip/cluster_ctl.sh /root/');
      first(await deploy(one.lab));
      await on('mv /root/cluster_ctl.sh /opt/portsip/');
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the control script is of an older release, which does not know what is asked and exits with 0',
      sees: 'cluster_ctl.sh on media-server-1 failed (exit 0): [error]: unknown command run',
      secondRun: 'With the new script in place it installs the server.',
    },
    async ({ first, second }) => {
      await on(
        `mv /opt/portsip/cluster_ctl.sh /root/; printf '#!/bin/sh\\necho "[error]: unknown command $1"\\n' >/opt/portsip/cluster_ctl.sh`,
      );
      first(await deploy(one.lab));
      await on('mv /root/cluster_ctl.sh /opt/portsip/');
      second(await installs(one.lab));
    },
  );
});

describe('Docker', () => {
  fault(
    {
      at: 'Host',
      name: 'Docker does not run',
      sees: 'What runs on the host of media-server-1 cannot be seen (Docker does not run, or does not tell (exit 1)): it is left as it is. Look at Docker there: sudo systemctl status docker',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      await on('systemctl stop docker');
      first(await deploy(one.lab));
      await on('systemctl start docker');
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'Docker hangs (stopped by SIGSTOP)',
      sees: 'What runs on the host of media-server-1 cannot be seen (Docker did not answer within … s): it is left as it is.',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      // A host has processes of its own: nobody else's Docker is meant.
      await on('kill -STOP $(pidof dockerd)');
      first(await deploy(one.lab));
      await on('kill -CONT $(pidof dockerd)');
      expect(await containers(one.lab, HOST)).toEqual({});
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'somebody paused the container (docker pause)',
      sees: 'its container does not run',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      await installs(one.lab);
      await on(`docker pause ${CONTAINER}`);
      first(await deploy(one.lab));
      expect((await containers(one.lab, HOST))[CONTAINER]?.state).toBe('running');
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'Docker stops in the middle of an install',
      sees: 'cluster_ctl.sh on media-server-1 failed (exit …): …Is the docker daemon running?',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      first(await duringInstall(one.lab, () => on('systemctl stop docker')));
      await on('systemctl start docker');
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the registry limits pulls (429)',
      sees: 'cluster_ctl.sh on media-server-1 failed (exit 1): …toomanyrequests: You have reached your pull rate limit.…. The registry limits pulls: wait, or sign the host in to it (docker login)',
      secondRun: 'Once the registry lets it, installs the server.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      const flag = join(FOLDER, 'registry-is-limited');
      writeFileSync(flag, '');
      const [command = '', ...args] = lab.asRunner([
        process.execPath,
        '-r',
        REGISTER,
        join(__dirname, 'limited-registry.ts'),
        '5001',
        flag,
      ]);
      const registry = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      try {
        await new Promise((ready) => registry.stdout.once('data', ready));
        await on(
          `echo '{"insecure-registries":["192.168.1.10:5001"]}' >/etc/docker/daemon.json; systemctl restart docker`,
        );
        const edit = (file: Record<string, unknown>) => (file['image'] = '192.168.1.10:5001/portsip/pbx:22');
        first(await deploy(lab, { edit }));
        rmSync(flag);
        second(await installs(lab, { edit }));
      } finally {
        registry.kill('SIGKILL');
        await on('rm /etc/docker/daemon.json; systemctl restart docker');
      }
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the image has no version label',
      sees: 'cluster_ctl.sh on media-server-1 failed (exit …): [error]: portsip/pbx:unlabelled has no version label',
      secondRun: 'With the right image in the cluster file it installs the server.',
    },
    async ({ first, second }) => {
      first(await deploy(one.lab, { edit: (file) => (file['image'] = 'portsip/pbx:unlabelled') }));
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'no registry has the image',
      sees: 'cluster_ctl.sh on media-server-1 failed (exit 1): …',
      secondRun: 'With the right image in the cluster file it installs the server.',
    },
    async ({ first, second }) => {
      first(await deploy(one.lab, { edit: (file) => (file['image'] = 'portsip/pbx:22.1') }));
      second(await installs(one.lab));
    },
  );
});

describe('what else is there', () => {
  fault(
    {
      at: 'Host',
      name: "another program has the server's port",
      sees: 'The script on media-server-1 ended without an error, but container portsip.mediaserver …; its log says: …in use',
      secondRun: 'With the port free there is nothing to do: Docker had gone on trying.',
    },
    async ({ first, second }) => {
      await on('setsid busybox httpd -f -p 8840 -h /tmp >/dev/null 2>&1 </dev/null & echo $! >/run/other');
      const told = await deploy(one.lab);
      await on('kill $(cat /run/other)');
      first(told);
      await until(10, 'the port to be free', async () => (await on('kill -0 $(cat /run/other)')).code !== 0);
      // While it cannot listen it runs for a moment, too, but never tells the PBX that it is there.
      await until(70, 'Docker to try again', async () => (await heard(one.lab)).includes(HOST));
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'its clock is off by an hour',
      sees: 'The clock of media-server-1 is off by 3… s; synchronise it (timedatectl set-ntp true)',
      secondRun: 'Installs the server.',
    },
    async ({ first, second }) => {
      // The kernel's clock is this machine's, and no namespace has another: what is off is the one that scripts ask.
      await on(
        `printf '#!/bin/sh\\nexec /bin/date -d "@$(($(/bin/date +%%s) + 3600))" "$@"\\n' >/usr/local/bin/date; chmod 755 /usr/local/bin/date`,
      );
      const told = await deploy(one.lab);
      await on('rm /usr/local/bin/date');
      first(told);
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: 'a role of another kind runs there',
      sees: 'media-server-1 (192.168.1.21) already runs a queue server (portsip.callqueue), and a host can have one role only',
      secondRun: 'Once that role is gone, installs the server; until then it touches neither.',
    },
    async ({ first, second }) => {
      await on('docker run -d --network host --name portsip.callqueue portsip/pbx:22 sleep infinity');
      first(await deploy(one.lab));
      expect((await containers(one.lab, HOST))['portsip.callqueue']?.state).toBe('running');
      await on('docker rm -f portsip.callqueue');
      second(await installs(one.lab));
    },
  );

  fault(
    {
      at: 'Host',
      name: "the main server's firewall gives the servers' network to a zone that it asks before the trusted one",
      sees: 'firewalld on the main server asks its zone "internal" before the trusted one, and that takes 192.168.1.21 by its source 192.168.1.16/28: media-server-1 gets through to what that zone opens and nothing else.',
      secondRun: 'With the source in no zone that comes before, installs the server.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await lab.on('pbx', 'firewall-cmd --zone=internal --add-source=192.168.1.16/28');
      first(await deploy(lab));
      expect(await jobs(lab)).toBe(0);
      // It is as the message says: trusted, and no packet arrives.
      await lab.on('pbx', 'firewall-cmd --zone=trusted --add-source=192.168.1.21');
      expect(await arrives(lab)).toBe(false);
      await lab.on('pbx', 'firewall-cmd --zone=internal --remove-source=192.168.1.16/28');
      // One that comes later by its name takes nothing.
      await lab.on('pbx', 'firewall-cmd --zone=work --add-source=192.168.1.16/28');
      expect(await arrives(lab)).toBe(true);
      second(await installs(lab));
      await lab.on('pbx', 'firewall-cmd --zone=work --remove-source=192.168.1.16/28');
    },
  );

  fault(
    {
      at: 'Host',
      name: 'a set of addresses (ipset) is a source of such a zone',
      sees: 'firewalld on the main server asks its zone "dmz" before the trusted one, and that takes 192.168.1.21 by 192.168.1.21 in its source ipset:lan: media-server-1 gets through to what that zone opens and nothing else.',
      secondRun: 'With the address taken out of the set, as the message says, installs the server.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await lab.on(
        'pbx',
        `firewall-cmd --permanent --new-ipset=lan --type=hash:net && firewall-cmd --permanent --ipset=lan --add-entry=192.168.1.21 &&
        firewall-cmd --permanent --zone=dmz --add-source=ipset:lan && firewall-cmd --reload`,
      );
      first(await deploy(lab));
      await lab.on('pbx', 'firewall-cmd --zone=trusted --add-source=192.168.1.21');
      expect(await arrives(lab)).toBe(false);
      await lab.on(
        'pbx',
        'firewall-cmd --permanent --ipset=lan --remove-entry=192.168.1.21; firewall-cmd --ipset=lan --remove-entry=192.168.1.21',
      );
      expect(await arrives(lab)).toBe(true);
      second(await installs(lab));
      await lab.on(
        'pbx',
        'firewall-cmd --permanent --zone=dmz --remove-source=ipset:lan && firewall-cmd --permanent --delete-ipset=lan && firewall-cmd --reload',
      );
    },
  );

  fault(
    {
      at: 'Host',
      name: 'the main server bans an address and opens a port in its running firewall only, as fail2ban does',
      secondRun: 'Finds nothing to do: the ban and the port are still there.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await lab.on(
        'pbx',
        `firewall-cmd --zone=trusted --remove-source=192.168.1.21; firewall-cmd --permanent --zone=trusted --remove-source=192.168.1.21
        firewall-cmd --add-rich-rule='rule family="ipv4" source address="203.0.113.66" drop' && firewall-cmd --add-port=9999/tcp`,
      );
      const kept = async () => {
        const { stdout } = await lab.on('pbx', 'firewall-cmd --list-rich-rules; firewall-cmd --list-ports');
        return stdout.includes('203.0.113.66') && stdout.includes('9999/tcp');
      };
      first(await deploy(lab));
      expect(await kept()).toBe(true);
      const { runtime, permanent } = await trusted(lab);
      expect([runtime, permanent]).toEqual([expect.arrayContaining(['192.168.1.21']), runtime]);
      second(await installs(lab));
      expect(await kept()).toBe(true);
    },
  );

  fault(
    {
      at: 'Host',
      name: 'firewalld does not run on the main server',
      sees: 'firewalld does not run on the main server; start it with: sudo systemctl enable --now firewalld',
      secondRun: 'Deploys.',
    },
    async ({ first, second }) => {
      const { lab } = one;
      await lab.on('pbx', 'systemctl stop firewalld');
      first(await deploy(lab));
      await lab.on('pbx', 'systemctl start firewalld');
      second(await installs(lab));
    },
  );
});
