import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { haVariables, pacemakerStatus } from '../../src/sandbox/pbx-nodes';
import type { Lab } from './lab';
import { API_PORT } from './network';

/*
 * A highly available PBX in the lab: three hosts, of which the active one has the virtual IP and runs the PBX. The scripts
 * on the first reach the servers by OpenSSH.
 */

declare const __dirname: string;

const GUIDE = 'opt/portsip-pbx-ha-guide';
const PBX_FOLDER = '/usr/local/lib/portsip';
const IMAGE = 'portsip/pbx:22';
const COMPOSE = `cd ${PBX_FOLDER} && docker compose -f docker-compose-portsip-pbx.yml`;

/** What a host has before it boots: servers no control scripts, nodes the PBX's, the control node those of the guide. */
export function layOutForNodes(lab: Lab, name: string, scripts: string): void {
  const folder = lab.folder(name);
  // PortSIP's guide wants this release everywhere; what runs is this machine's own.
  mkdirSync(join(folder, 'upper/etc'), { recursive: true });
  writeFileSync(
    join(folder, 'upper/etc/os-release'),
    'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n',
  );
  if (!lab.nodeNames.includes(name)) return;
  const own = join(folder, 'own');
  cpSync(join(scripts, 'pbx_ctl.sh'), join(own, PBX_FOLDER, 'pbx_ctl.sh'));
  mkdirSync(join(own, 'usr/local/bin'), { recursive: true });
  cpSync(join(__dirname, 'machine/bin/pcs'), join(own, 'usr/local/bin/pcs'));
  if (lab.nodeNames[0] !== name) return;
  cpSync(resolve(__dirname, '../../src/sandbox/host', GUIDE), join(own, GUIDE), { recursive: true });
  for (const script of ['cluster_ctl.sh', 'im_ctl.sh', 'dataflow_ctl.sh'])
    cpSync(join(scripts, script), join(own, GUIDE, 'res', script));
}

export function nodesOfFile(lab: Lab): Record<string, unknown> {
  const addresses = lab.nodes.map(({ address }) => address);
  return {
    private_ip: lab.main.address,
    high_availability: { control_node: addresses[0], nodes: addresses },
  };
}

/** The PBX on all nodes, running on the first; the first one's key on all hosts. */
export async function installNodes(lab: Lab, nodes: readonly { name: string; address: string }[]): Promise<void> {
  const vip = lab.main.address;
  const [control] = nodes;
  if (!control) throw new Error('A PBX in high availability has nodes');
  writeFileSync(join(lab.folder(control.name), 'own', GUIDE, 'res/vars.yml'), haVariables(nodes, vip, IMAGE));
  const names = nodes.map(({ name, address }) => `${address} ${name}\\n`).join('');
  await Promise.all(
    nodes.map(async ({ name }) => {
      await must(
        lab,
        name,
        `printf '${names}' >>/etc/hosts
        firewall-cmd -q --permanent --add-port=${API_PORT}/tcp && firewall-cmd -q --reload
        cd ${PBX_FOLDER} && PORTSIP_STANDIN_PAUSE=0 /bin/sh pbx_ctl.sh run -p /var/lib/portsip -a ${vip} -i ${IMAGE}`,
      );
      if (name !== control.name) await must(lab, name, `${COMPOSE} stop`);
    }),
  );
  await must(
    lab,
    control.name,
    `chown -R pbx:pbx /${GUIDE} && runuser -u pbx -- ssh-keygen -q -t ed25519 -N '' -f /home/pbx/.ssh/id_ed25519`,
  );
  for (const { name } of lab.servers) await openToControlNode(lab, name);
  await takeAddress(lab, control.name);
  tellPacemaker(lab);
}

/** As ssh-copy-id does, from the control node. */
export async function openToControlNode(lab: Lab, name: string): Promise<void> {
  const { address } = lab.servers.find((server) => server.name === name) ?? { address: name };
  const control = lab.nodeNames[0] ?? '';
  const key = (await must(lab, control, 'cat /home/pbx/.ssh/id_ed25519.pub')).trim();
  await must(lab, name, `echo '${key}' >>/home/pbx/.ssh/authorized_keys`);
  const hosts = lab.nodeNames.includes(name) ? `${name} ${address}` : address;
  await must(
    lab,
    control,
    `runuser -u pbx -- sh -c 'ssh-keyscan -T 20 ${hosts} 2>/dev/null >>/home/pbx/.ssh/known_hosts'`,
  );
}

/** The active node loses the PBX and its address, another one gets both. */
export async function failover(lab: Lab, to: string): Promise<void> {
  const from = lab.main.name;
  await lab.pbx('/leave');
  await must(lab, from, `ip address del ${lab.main.address}/24 dev eth0; ${COMPOSE} kill`);
  rmSync(join(lab.folder(from), 'own/usr/local/share/portsip/im-token'), { force: true });
  lab.setActive(to);
  await takeAddress(lab, to);
  await must(lab, to, `${COMPOSE} start`);
  tellPacemaker(lab);
  await lab.startApi();
}

/** What `ha_ctl.sh status` says from now on. */
export function tellPacemaker(lab: Lab, away: readonly string[] = []): void {
  const active = lab.main.name;
  const text = pacemakerStatus({
    active,
    passive: lab.nodeNames.filter((name) => name !== active && !away.includes(name)),
    away: [...away],
    isNew: true,
  });
  for (const name of lab.nodeNames)
    for (const [file, content] of [
      ['pacemaker', text],
      ['active', `${active}\n`],
    ] as const)
      writeFileSync(join(lab.folder(name), 'own/usr/local/lab', file), content);
}

async function takeAddress(lab: Lab, name: string): Promise<void> {
  const { address } = lab.main;
  // The others still have the old node's hardware address for it.
  await must(
    lab,
    name,
    `ip address add ${address}/24 dev eth0 && busybox arping -U -c 2 -I eth0 ${address} >/dev/null`,
  );
}

async function must(lab: Lab, name: string, command: string): Promise<string> {
  const { code, stdout, stderr } = await lab.on(name, command);
  if (code !== 0) throw new Error(`${name}: ${command}: ${stdout}${stderr}`);
  return stdout;
}
