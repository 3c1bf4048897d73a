import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ssh2 from 'ssh2';
import type { Clock } from '../clock';
import { asOf, type Generation } from './generation';
import { traced, type SandboxHost } from './host';
import { makeKey } from './keys';
import type { PbxApi } from './pbx/api';

/** Below /opt, of the control node */
export const HA_FOLDER = 'portsip-pbx-ha-guide';
/** What the nodes run their PBX from */
export const PBX_FOLDER = '/usr/local/lib/portsip';
const RES = `/opt/${HA_FOLDER}/res`;
const SSH = '/home/pbx/.ssh';
const COMPOSE = 'docker compose -f docker-compose-portsip-pbx.yml';
const IM_TOKEN = '/usr/local/share/portsip/im-token';
/** Of nothing at the virtual address while the PBX moves */
const GAP_MS = 200;

/**
 * A PBX on three nodes, as Pacemaker drives it: it runs on one of them, which has the virtual address, and moves to
 * another when that one goes down or somebody says so. Its data goes with it, but for who is signed in.
 */
export class PbxNodes {
  active: SandboxHost;
  /** When the PBX began to run where it runs; milliseconds since the epoch */
  since = 0;
  /** Prints what `pcs` of a newer Pacemaker prints */
  newerPacemaker = false;
  /** Nodes whose data is not in step, although they are up */
  readonly degraded = new Set<string>();
  private enabled = true;
  private state: 'Started' | 'Stopped' | 'Starting' = 'Started';
  private moving: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    readonly nodes: SandboxHost[],
    /** The virtual one */
    readonly address: string,
    private readonly api: () => PbxApi | undefined,
    private readonly clock: Clock,
  ) {
    const [first] = nodes;
    if (!first) throw new Error('A PBX in high availability has nodes');
    this.active = first;
    for (const node of nodes) node.watchPower((up) => this.onPower(node, up));
  }

  /** On it all of the cluster's scripts run, whichever node is active. */
  get control(): SandboxHost {
    return this.nodes[0] ?? this.active;
  }

  get passive(): SandboxHost[] {
    return this.nodes.filter((node) => node !== this.active);
  }

  /** As the guide has it: an SSH key that opens all nodes, the variables of the scripts, and what they bring to servers. */
  equip(utils: typeof ssh2.utils, scripts: string, image: string, generation: Generation): void {
    const { control } = this;
    const key = makeKey(utils, 'ed25519');
    control.write(`${SSH}/id_ed25519`, key.private);
    control.write(`${SSH}/id_ed25519.pub`, `${key.public} pbx@${control.name}\n`);
    for (const node of this.nodes) this.openToControlNode(node);
    control.write(`${RES}/vars.yml`, haVariables(this.nodes, this.address, image));
    const text = (path: string) => asOf(readFileSync(join(scripts, path), 'utf8'), generation);
    control.write(`${RES}/common.sh`, text(`${HA_FOLDER}/res/common.sh`));
    for (const script of readdirSync(join(scripts, 'portsip')))
      if (script !== 'pbx_ctl.sh') control.write(`${RES}/${script}`, traced(text(`portsip/${script}`)));
    for (const node of this.nodes) node.write(`${PBX_FOLDER}/pbx_ctl.sh`, text('portsip/pbx_ctl.sh'));
  }

  /** As ssh-copy-id does, from the control node. */
  openToControlNode(host: SandboxHost): void {
    const { control } = this;
    host.write(`${SSH}/authorized_keys`, control.read(`${SSH}/id_ed25519.pub`) ?? '');
    const names = this.nodes.includes(host) ? `${host.name},${host.address}` : host.address;
    const lines = host.keys.map(({ public: line }) => `${names} ${line.split(' ').slice(0, 2).join(' ')}\n`);
    appendFileSync(control.path(`${SSH}/known_hosts`), lines.join(''));
  }

  /** What two scripts at once have left on the control node, or nothing. */
  get damage(): string | undefined {
    return this.control.read(`${RES}/damage`);
  }

  /** The first node has the PBX: the others get the same, stopped. */
  async copyInstallation(): Promise<void> {
    const [first, ...others] = this.nodes;
    for (const node of others) {
      for (const file of first?.files([PBX_FOLDER, '.state/docker']) ?? []) node.write(file, first?.read(file) ?? '');
      await this.compose(node, 'stop');
      node.remove('.state/events');
    }
  }

  /** Moves the PBX, to the next node that is up when none is named. Ends when it runs there. */
  async failover(to?: string): Promise<void> {
    const target = to === undefined ? this.next() : this.nodes.find(({ name }) => name === to);
    if (!target || target.isDown) throw new Error(`The PBX cannot move to ${to ?? 'any node'}: it is not up`);
    const before = this.moving;
    this.moving = before.then(() => this.move(target));
    await this.moving;
  }

  /** Ends when no failover is under way. */
  async settled(): Promise<void> {
    await this.moving;
  }

  /** What `pcs` prints, and does, on a node. */
  async pcs(argv: readonly string[]): Promise<{ code: number; text: string }> {
    switch (argv.join(' ')) {
      case 'resource':
      case 'resource status':
      case 'status resources':
        return { code: 0, text: this.status() };
      case 'resource disable pbx':
        this.enabled = false;
        await this.halt();
        return { code: 0, text: '' };
      case 'resource enable pbx':
        this.enabled = true;
        await this.start(this.active);
        return { code: 0, text: '' };
      default:
        return { code: 1, text: `Error: ${argv.join(' ')} is not known here\n` };
    }
  }

  status(): string {
    const isWell = (node: SandboxHost) => !node.isDown && !this.degraded.has(node.name);
    return pacemakerStatus({
      ...(!this.active.isDown && { active: this.active.name }),
      passive: this.passive.filter(isWell).map(({ name }) => name),
      away: this.nodes.filter((node) => !isWell(node)).map(({ name }) => name),
      pbx: this.enabled ? this.state : 'Stopped (disabled)',
      isNew: this.newerPacemaker,
    });
  }

  /** The PBX keeps the token in its database, which is on whichever node is active. */
  keepImToken(token: string): void {
    this.active.write(IM_TOKEN, `${token}\n`);
  }

  close(): void {
    this.closed = true;
  }

  private async move(target: SandboxHost): Promise<void> {
    if (target === this.active || this.isClosed()) return;
    await this.halt();
    await this.clock.sleep(GAP_MS);
    const { imToken } = this.api()?.state ?? {};
    this.active.remove(IM_TOKEN);
    this.active = target;
    if (imToken) this.keepImToken(imToken);
    if (this.enabled) await this.start(target);
  }

  private async halt(): Promise<void> {
    this.state = 'Stopped';
    const api = this.api();
    await api?.pause();
    // Who is signed in is known to one node only.
    if (api) api.state.sessions = [];
    if (!this.active.isDown) await this.compose(this.active, 'stop');
  }

  private async start(node: SandboxHost): Promise<void> {
    if (this.isClosed()) return;
    this.state = 'Starting';
    await this.compose(node, 'start');
    this.since = this.clock.now();
    this.state = 'Started';
    if (!this.isClosed()) await this.api()?.resume();
  }

  /** Asked anew each time: it may have come to be while somebody waited. */
  private isClosed(): boolean {
    return this.closed;
  }

  private next(): SandboxHost | undefined {
    const at = this.nodes.indexOf(this.active);
    return [...this.nodes.slice(at + 1), ...this.nodes.slice(0, at)].find((node) => !node.isDown);
  }

  private onPower(node: SandboxHost, up: boolean): void {
    if (this.isClosed()) return;
    // Docker would start what ran when the plug was pulled; Pacemaker's agent does not let it.
    if (up && node !== this.active) void this.compose(node, 'stop');
    else if (!up && node === this.active && this.next()) void this.failover();
  }

  private async compose(node: SandboxHost, verb: 'start' | 'stop'): Promise<void> {
    const { code, output } = await node.shell(`cd ${PBX_FOLDER} && ${COMPOSE} ${verb}`);
    if (code !== 0 && !node.isDown && !this.isClosed()) throw new Error(`${node.name}: ${verb} of the PBX: ${output}`);
  }
}

/** What Pacemaker says of a PBX's nodes, in its older words or its newer ones. */
export function pacemakerStatus(nodes: {
  /** undefined: none is */
  active?: string;
  passive: string[];
  away: string[];
  pbx?: 'Started' | 'Starting' | 'Stopped' | 'Stopped (disabled)';
  isNew?: boolean;
}): string {
  const { active, passive, away, pbx = 'Started', isNew = false } = nodes;
  const holds = active === undefined ? 'Stopped' : `Started ${active}`;
  const runs = active === undefined ? 'Stopped' : pbx.startsWith('Stopped') ? pbx : `${pbx} ${active}`;
  const bullet = isNew ? '* ' : '';
  const resource = (id: string, agent: string, is: string) =>
    `  ${bullet}${id}\t(${isNew ? agent.replace('::', ':') : agent}):\t ${is}`;
  const [set, first, others] = isNew
    ? ['Clone Set: drbd_devpath-clone [drbd_devpath] (promotable)', 'Promoted', 'Unpromoted']
    : ['Master/Slave Set: drbd_devpath-clone [drbd_devpath]', 'Masters', 'Slaves'];
  const members = [
    ...(active === undefined ? [] : [`${first}: [ ${active} ]`]),
    ...(passive.length > 0 ? [`${others}: [ ${passive.join(' ')} ]`] : []),
    ...(away.length > 0 ? [`Stopped: [ ${away.join(' ')} ]`] : []),
  ];
  return [
    resource('drbd_attr', 'ocf::linbit:drbd-attr', holds),
    `  ${bullet}${set}:`,
    ...members.map((line) => `    ${bullet}${line}`),
    resource('vip', 'ocf::heartbeat:IPaddr2', holds),
    resource('src_pkt_ip', 'ocf::heartbeat:IPsrcaddr', holds),
    resource('datapath_fs', 'ocf::heartbeat:Filesystem', holds),
    resource('pbx', 'ocf::portsip:pbx', runs),
    '',
  ].join('\n');
}

/** `res/vars.yml` of the scripts on the control node. */
export function haVariables(nodes: readonly { name: string; address: string }[], vip: string, image: string): string {
  const own = nodes.flatMap(({ name, address }) => [`${name}_hostname: ${name}`, `${name}_private_ip: ${address}`]);
  return [...own, `vip: ${vip}`, `pbx_image: ${image}`, ''].join('\n');
}
