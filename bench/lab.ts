import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCluster } from '../src/cluster/load';
import { ROLES } from '../src/cluster/roles';
import { controlPlane } from '../src/host/control-plane';
import { shellQuoteAll } from '../src/host/shell-quote';
import type { ClusterRecord } from '../src/stages/cluster-record';
import { FOLDER, Lab } from '../test/lab/lab';
import type { FarmHost } from './farm/settings';
import type { Ground } from './ground';

const NOTES = '/var/lib/portsip-cluster';

/** The lab of the tests: the guide's seven machines with real OpenSSH, sudo, firewalld and Docker (docs/lab.md). */
export class LabGround implements Ground {
  readonly settings: Ground['settings'];
  private asked = 0;

  private constructor(private readonly lab: Lab) {
    const hosts = lab.servers.map(({ name, address, role }): FarmHost => ({ name, address, ...(role && { role }) }));
    const main = hosts.filter(({ role }) => role === undefined);
    // They came up side by side; the main server is first everywhere, and the others in the order of the guide.
    const others = hosts.filter(({ role }) => role !== undefined).sort((a, b) => (a.address < b.address ? -1 : 1));
    const password = lab.env['PORTSIP_PBX_PASSWORD'] ?? '';
    this.settings = { folder: FOLDER, password, hosts: [...main, ...others] };
  }

  static async up(say: (line: string) => void): Promise<LabGround> {
    Lab.down();
    const ground = new LabGround(await Lab.up(say));
    writeFileSync(join(FOLDER, 'known_hosts'), `${ground.env['PORTSIP_SSH_KNOWN_HOSTS'] ?? ''}\n`);
    return ground;
  }

  get main(): FarmHost {
    return this.settings.hosts[0] as FarmHost;
  }

  get servers(): FarmHost[] {
    return this.settings.hosts.slice(1);
  }

  get env(): Record<string, string> {
    return this.lab.env;
  }

  writeClusterFile(): string {
    return this.lab.writeClusterFile((file) => {
      // Calls there are none; restarts are a row of their own.
      file['restart'] = { drain_timeout: '1s', after_scale_out: 'none' };
      const order = this.servers.map(({ name }) => name);
      (file['servers'] as { name: string }[]).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    });
  }

  /** It was set up a moment ago, and is deployed once. */
  reset(): Promise<void> {
    return Promise.resolve();
  }

  async takeAway(): Promise<void> {
    const [added] = this.servers;
    const { cluster } = parseCluster(this.lab.clusterFile(), 'cluster.yaml');
    const server = cluster?.servers.find(({ name }) => name === added?.name);
    if (!cluster || !added || !server) throw new Error('there is no server to add');
    const { name, address } = added;
    const { cwd, argv } = controlPlane(cluster).command(server, 'rm');
    await this.must(
      name,
      `cd ${shellQuoteAll([cwd])} && ${shellQuoteAll(argv)} && rm -rf ${ROLES[server.role].service} ${NOTES}/jobs`,
    );
    await this.must(
      this.main.name,
      `firewall-cmd -q --permanent --zone=trusted --remove-source=${address} && firewall-cmd -q --reload`,
    );
    await this.lab.pbx('/forget', { name, address });
    // What the product has noted of it, too.
    const file = `${NOTES}/${cluster.name}.json`;
    const record = JSON.parse(await this.must(this.main.name, `cat ${file}`)) as ClusterRecord;
    const { [name]: _server, ...servers } = record.servers;
    const { [name]: _since, ...since } = record.since ?? {};
    const { [name]: _listed, ...listed } = record.listed ?? {};
    const before: ClusterRecord = {
      ...record,
      servers,
      since,
      listed,
      firewall: record.firewall.filter((source) => source !== address),
      whitelist: record.whitelist.filter((cidr) => cidr !== `${address}/32`),
      builtInDisabled: record.builtInDisabled.filter((role) => role !== server.role),
    };
    await this.must(this.main.name, `cat >${file} <<'END'\n${JSON.stringify(before)}\nEND`);
  }

  async count(): Promise<{ requests: number }> {
    const { requests } = await this.lab.pbx();
    const before = this.asked;
    this.asked = requests.length;
    return { requests: requests.length - before };
  }

  asRunner(argv: string[]): [command: string, args: string[]] {
    const [command = '', ...args] = this.lab.asRunner(argv);
    return [command, args];
  }

  down(): void {
    Lab.down();
  }

  private async must(name: string, command: string): Promise<string> {
    const { code, stdout, stderr } = await this.lab.on(name, command);
    if (code !== 0) throw new Error(`${name}: ${command}: ${stdout}${stderr}`);
    return stdout;
  }
}
