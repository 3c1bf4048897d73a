import { parseCluster } from '../../src/cluster/load';
import { ROLE_CONTAINERS } from '../../src/cluster/roles';
import type { ListedRole } from '../../src/cluster/roles';
import type { Finding } from '../../src/finding';
import { blocking, doneIds, ids, scripts, startBench, type Bench, type Edit, inPlanJson, type Ran } from './cluster';
import type { ScriptRun } from '../../src/sandbox/host';
import type { ClusterFile } from '../../src/sandbox/topology';

/*
 * The rows of PortSIP's guide to cluster servers, each a test that names it: what it has people do by hand, and what it
 * warns of. One cluster is deployed for most of them; a second one is only planned, for what has to be refused.
 */
jest.setTimeout(120_000);

const IMAGE = 'portsip/pbx:22';
const MAIN = '192.168.1.20';
const ROWS = [
  { role: 'media', name: 'media-server-1', address: '192.168.1.21', service: 'media-server-only' },
  { role: 'queue', name: 'queue-server-1', address: '192.168.1.22', service: 'queue-server-only' },
  { role: 'meeting', name: 'meeting-server-1', address: '192.168.1.23', service: 'meeting-server-only' },
  { role: 'ivr', name: 'vr-server-1', address: '192.168.1.24', service: 'vr-server-only' },
] as const;
/** Prepared hosts with nothing on them, one per role */
const SPARES = { media: '192.168.1.41', queue: '192.168.1.42', meeting: '192.168.1.43', ivr: '192.168.1.44' } as const;
const SPARE = SPARES.media;
const SERVERS = [...ROWS.map(({ name }) => name), 'im-server-1', 'dataflow-server-1'];
const ADDRESSES = ['21', '22', '23', '24', '25', '26'].map((host) => `192.168.1.${host}`);

/** The guide's cluster, deployed once */
let bench: Bench;
let planned: Ran;
let deployed: Ran;
/** With a second server of each listed role */
let grown: Ran;
/** The same machines with nothing on them */
let bare: Bench;

beforeAll(async () => {
  [bench, bare] = await Promise.all([startBench(), startBench()]);
  planned = await bench.plan();
  deployed = await bench.deploy();
  expect(deployed.failed).toEqual([]);
  expect(deployed.ok).toBe(true);
  for (const { role } of ROWS) await bench.sandbox.addHost({ name: `spare-${role}`, address: SPARES[role] });
  grown = await bench.plan((file) => void file.servers.push(...ROWS.map(({ role }) => second(role))));
});

afterAll(async () => {
  for (const one of [bench, bare]) {
    expect(one.sandbox.pbx.violations).toEqual([]);
    await one.close();
  }
});

const ran = (host: string, on = bench): ScriptRun[] => on.sandbox.host(host).scriptRuns();

/** The first or `nth` start of a script with that verb, by option: `{ '-a': '192.168.1.21', … }` */
function commandLine(host: string, verb: string, nth = 0, on = bench): Record<string, string | true> {
  const run = ran(host, on).filter((one) => one.verb === verb)[nth];
  if (!run) throw new Error(`no ${verb} no. ${nth} on ${host}: ${JSON.stringify(ran(host, on))}`);
  const words = run.argv.slice(1);
  const options: Record<string, string | true> = {};
  // Only -E stands alone; a token may begin with "-" itself.
  while (words.length > 0) {
    const option = words.shift() ?? '';
    options[option] = option === '-E' || (words.shift() ?? true);
  }
  return options;
}

const entry = (role: ListedRole, name: string) =>
  bench.sandbox.pbx.state.servers[role].find((server) => server.name === name);
const statusOf = (role: ListedRole, name: string) => {
  const registered = entry(role, name);
  return registered && bench.sandbox.world.serverStatus(role, registered).status;
};
const change = (result: Ran, id: string) => inPlanJson(result).find((one) => one.id === id);
const findings = ({ plan }: Ran, code: string): Finding[] => plan.warnings.filter((one) => one.code === code);
const server = (file: ClusterFile, role: string): Record<string, unknown> => {
  const found = file.servers.find((one) => one.role === role);
  if (!found) throw new Error(`the file has no ${role}`);
  return found;
};
/** What is wrong with the cluster file after `edit`, as an operator is told */
function told(edit: Edit): string[] {
  const { problems } = parseCluster(bare.sandbox.clusterFile(edit), 'cluster.yaml');
  return problems.map(({ severity, message }) => `${severity}: ${message}`);
}

function second(role: ListedRole): Record<string, unknown> {
  const name = `${role === 'ivr' ? 'vr' : role}-server-2`;
  return { name, role, private_ip: SPARES[role], ...limits(role) };
}

/** What the portal also wants to know of a server of the role */
function limits(role: ListedRole): Record<string, unknown> {
  return role === 'meeting' ? { max_rooms: 100, max_participants: 1000 } : {};
}

/** Another machine is behind that name now. */
function resize(host: string, cpus: number, memoryMiB: number, diskMiB: number): void {
  const machine = bare.sandbox.host(host);
  machine.write('.state/cpus', `${cpus}\n`);
  machine.write('/proc/meminfo', `MemTotal:       ${memoryMiB * 1024} kB\n`);
  machine.write('.state/disk', `${diskMiB} ${Math.round(diskMiB * 0.9)}\n`);
}

describe('The seven machines', () => {
  it('are the main server and six others, one role a host', () => {
    const roles = doneIds(deployed).filter((id) => id.startsWith('role/'));
    expect(roles.sort()).toEqual(SERVERS.map((name) => `role/${name}`).sort());
    const rolesOn = (name: string) =>
      bench.sandbox
        .host(name)
        .containers()
        .flatMap((container) => ROLE_CONTAINERS.get(container.name) ?? []);
    expect(SERVERS.map(rolesOn)).toEqual([['media'], ['queue'], ['meeting'], ['ivr'], ['im'], ['dataflow']]);
  });

  it('take one role each: a second one at the same address is refused in the cluster file', () => {
    expect(told((file) => (server(file, 'queue')['private_ip'] = '192.168.1.21'))).toEqual([
      expect.stringContaining('media-server-1 has the address 192.168.1.21 already'),
    ]);
  });

  it('take one role each: a host on which another role runs is left alone', async () => {
    const { faults } = bare.sandbox.host('media-server-1');
    faults.conflictingRole = true;
    expect(blocking(await bare.plan())).toEqual(['other-role media-server-1']);
    faults.conflictingRole = false;
  });

  it("keep the PBX to itself: a cluster server at the main server's address is refused", () => {
    expect(told((file) => (server(file, 'queue')['private_ip'] = MAIN))).toEqual([
      expect.stringContaining(`${MAIN} is the PBX's own address`),
    ]);
  });

  it('are prepared before: a host whose Docker does not run, or that lacks the control scripts, is not installed on', async () => {
    const queue = bare.sandbox.host('queue-server-1').faults;
    const ivr = bare.sandbox.host('vr-server-1').faults;
    queue.dockerDown = true;
    ivr.scriptMissing = true;
    expect(blocking(await bare.plan())).toEqual(['containers-unknown queue-server-1', 'script-missing vr-server-1']);
    queue.dockerDown = false;
    ivr.scriptMissing = false;
  });
});

describe("The main server's PBX", () => {
  it('is there before, and is only restarted: nothing is installed on the main server, no IM either', () => {
    expect(new Set(ran('pbx').map(({ script, verb }) => `${script} ${verb}`))).toEqual(new Set(['pbx_ctl.sh restart']));
  });

  it('has its scripts, like all others, in /opt/portsip, and they are run from there', () => {
    for (const { name, service } of ROWS)
      expect(bench.sandbox.host(name).exists(`/opt/portsip/${service}/docker-compose.yml`)).toBe(true);
  });
});

describe("The main server's firewall", () => {
  it('trusts the address of each cluster server, for good and at once, without a reload', () => {
    const main = bench.sandbox.host('pbx');
    const { permanent, runtime } = main.firewall();
    expect(permanent['trusted']?.sources).toEqual(ADDRESSES);
    expect(runtime['trusted']?.sources).toEqual(ADDRESSES);
    expect(main.firewallReloads()).toBe(0);
  });

  it('is verified: the trusted zone lists every server, and one that fell out of it is found', async () => {
    const main = bench.sandbox.host('pbx');
    const { output } = await main.shell('firewall-cmd --zone=trusted --list-all');
    expect(output).toMatch(new RegExp(`sources: ${ADDRESSES.join(' ').replaceAll('.', '\\.')}`));
    await main.shell('firewall-cmd --zone=trusted --remove-source=192.168.1.24');
    expect(ids(await bench.plan())).toEqual(['firewall/192.168.1.24']);
    expect((await bench.deploy()).ok).toBe(true);
    expect(ids(await bench.plan())).toEqual([]);
  });

  it('can trust the whole /24 instead, and the single addresses only go once the network is trusted', async () => {
    const network: Edit = (file) => (file['firewall'] = { trust: ['192.168.1.0/24'] });
    const { plan } = await bench.plan(network);
    expect(plan.changes.map(({ id, action }) => [id, action])).toEqual([
      ['firewall/192.168.1.0/24', 'create'],
      ...ADDRESSES.map((address) => [`firewall/${address}`, 'delete']),
    ]);
    expect(plan.changes.slice(1).every(({ needs }) => needs.includes('firewall/192.168.1.0/24'))).toBe(true);
    expect((await bench.deploy(network)).ok).toBe(true);
    expect(bench.sandbox.host('pbx').firewall().permanent['trusted']?.sources).toEqual(['192.168.1.0/24']);
    expect(ids(await bench.plan(network))).toEqual([]);
    expect((await bench.deploy()).ok).toBe(true);
    expect(bench.sandbox.host('pbx').firewall().runtime['trusted']?.sources).toEqual(ADDRESSES);
  });

  it('lets a later server in before anything is installed on it', () => {
    expect(ids(grown)).toContain(`firewall/${SPARES.queue}`);
    expect(change(grown, 'role/queue-server-2')?.needs).toContain(`firewall/${SPARES.queue}`);
  });
});

describe("The PBX's IP whitelist", () => {
  it('is mandatory: no server is installed before its address is on it', () => {
    for (const [index, name] of SERVERS.entries())
      expect(change(planned, `role/${name}`)?.needs).toContain(`whitelist/${ADDRESSES[index]}/32`);
    expect(change(planned, 'whitelist/192.168.1.21/32')?.reason).toContain('throttled');
  });

  it('accepts each cluster server, until a far day', () => {
    const { ipFilters } = bench.sandbox.pbx.state;
    expect(ipFilters.map(({ cidr, target }) => [cidr, target]).sort()).toEqual(
      ADDRESSES.map((address) => [`${address}/32`, 'ACCEPT']),
    );
    for (const { expire_at: end } of ipFilters)
      expect(Date.parse(end ?? '')).toBeGreaterThan(bench.sandbox.clock.now() + 50 * 365 * 86_400_000);
  });

  it('gets a new expiry in time for an entry that runs out', async () => {
    const [filter] = bench.sandbox.pbx.state.ipFilters;
    if (!filter) throw new Error('the whitelist is empty');
    filter.expire_at = new Date(bench.sandbox.clock.now() + 10 * 86_400_000).toISOString();
    const plan = await bench.plan();
    expect(plan.plan.changes.map(({ id, action }) => [id, action])).toEqual([[`whitelist/${filter.cidr}`, 'update']]);
    expect((await bench.deploy()).ok).toBe(true);
    expect(filter.expire_at).toMatch(/^2099-/);
    expect(ids(await bench.plan())).toEqual([]);
  });
});

describe('The servers that the PBX brings', () => {
  it.each(ROWS)('of the $role page: the default one is turned off', ({ role }) => {
    expect(bench.sandbox.pbx.state.servers[role].map(({ type, enabled }) => [type, enabled])).toEqual([
      ['INTERNAL', false],
      ['EXTERNAL', true],
    ]);
  });

  it.each(ROWS)('of the $role page: it stays on until its replacement is installed and ONLINE', ({ role, name }) => {
    const done = doneIds(deployed);
    expect(done.indexOf(`built-in/${role}`)).toBeGreaterThan(done.indexOf(`role/${name}`));
  });

  it('for IM and Data Flow stay as they are', () => {
    expect(ids(planned).filter((id) => id.startsWith('built-in/'))).toEqual(ROWS.map(({ role }) => `built-in/${role}`));
    const written = bench.sandbox.pbx.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(new Set(written.filter((path) => /im|flow/i.test(path.split('/')[1] ?? '')))).toEqual(
      new Set(['/im', '/im/token']),
    );
  });
});

describe.each(ROWS)("A server on the portal's $role page", ({ role, name, address, service }) => {
  it('is added under its name, with its address', () => {
    const { private_ipv4, ipv4, enabled } = entry(role, name) ?? {};
    expect({ address: private_ipv4 ?? ipv4, enabled }).toEqual({ address, enabled: true });
    expect(change(planned, `role/${name}`)?.needs).toContain(`server/${name}`);
  });

  it("is installed on its own host, with its role, its address, the PBX's and the image", () => {
    expect(ran(name)[0]).toMatchObject({ script: 'cluster_ctl.sh', verb: 'run' });
    expect(commandLine(name, 'run')).toEqual({
      '-p': '/var/lib/portsip',
      '-a': address,
      '-x': MAIN,
      '-i': IMAGE,
      '-s': service,
      '-n': name,
    });
  });

  it('has the same name in the portal and, to the letter, on its host', () => {
    expect(commandLine(name, 'run')['-n']).toBe(entry(role, name)?.name);
    expect(statusOf(role, name)).toBe('ONLINE');
  });

  it('is not alone for long: another one needs its own name', () => {
    expect(told((file) => void file.servers.push({ name, role, private_ip: SPARE, ...limits(role) }))).toEqual([
      expect.stringContaining(`another server is called ${name}`),
    ]);
  });

  it('is not alone for long: another one needs its own address', () => {
    const again = { name: `${name}-b`, role, private_ip: address, ...limits(role) };
    expect(told((file) => void file.servers.push(again))).toEqual([
      expect.stringContaining(`${name} has the address ${address} already`),
    ]);
  });

  it('is joined by a second one in the same steps, without the first being installed again', () => {
    const joining = String(second(role)['name']);
    const steps = [`firewall/${SPARES[role]}`, `whitelist/${SPARES[role]}/32`, `server/${joining}`];
    expect(change(grown, `role/${joining}`)?.needs).toEqual(steps);
    expect(ids(grown)).toEqual(expect.arrayContaining([...steps, 'restart/loadbalancer', `restart/${name}`]));
    expect(ids(grown)).not.toContain(`role/${name}`);
    expect(ids(grown)).not.toContain('restart/pbx');
  });
});

describe('A media server', () => {
  it('has its static public address in the portal', () => {
    expect(entry('media', 'media-server-1')?.public_ipv4).toBe('104.101.137.60');
  });

  it('with more than 5,000 call sessions is advised against, and not refused', () => {
    expect(told((file) => (server(file, 'media')['max_call_sessions'] = 5000))).toEqual([]);
    expect(told((file) => (server(file, 'media')['max_call_sessions'] = 5001))).toEqual([
      expect.stringMatching(/^warning: .*more than 5000 call sessions/),
    ]);
  });

  it('in a cloud needs UDP 35000-65000 open: a person is told once, when it is added', async () => {
    expect(findings(planned, 'cloud-firewall').find((note) => note.server === 'media-server-1')?.message).toContain(
      'UDP 35000-65000 to 104.101.137.60',
    );
    expect(findings(await bench.plan(), 'cloud-firewall')).toEqual([]);
  });
});

describe('The IVR server', () => {
  it("that was installed by hand under another name than the portal's is found and put right", async () => {
    const host = bench.sandbox.host('vr-server-1');
    await host.shell(
      `cd /opt/portsip && sh cluster_ctl.sh run -p /var/lib/portsip -a 192.168.1.24 -x ${MAIN} -i ${IMAGE} -s vr-server-only -n ivr-server-1`,
    );
    expect(inPlanJson(await bench.plan()).map(({ id, attributes }) => [id, attributes])).toEqual([
      ['role/vr-server-1', [{ name: 'name', before: 'ivr-server-1', after: 'vr-server-1' }]],
    ]);
    expect((await bench.deploy()).failed).toEqual([]);
    expect(ids(await bench.plan())).toEqual([]);
    expect(statusOf('ivr', 'vr-server-1')).toBe('ONLINE');
  });
});

describe('The IM server', () => {
  it('is one: a second one is refused in the cluster file', () => {
    expect(told((file) => void file.servers.push({ name: 'im-2', role: 'im', private_ip: SPARE }))).toEqual([
      expect.stringContaining('im-server-1 (line'),
    ]);
  });

  it('gets a token from the portal before it is installed, and runs with it', () => {
    const { imToken } = bench.sandbox.pbx.state;
    expect(change(planned, 'role/im-server-1')?.needs).toContain('token/im');
    expect(imToken).toBeTruthy();
    expect(commandLine('im-server-1', 'run')['-t']).toBe(imToken);
    expect(bench.log.join('\n')).not.toContain(imToken);
  });

  it("is installed in extended mode, with both addresses, the PBX's, its data and the folder for chat files", () => {
    expect(ran('im-server-1')[0]?.script).toBe('im_ctl.sh');
    expect(commandLine('im-server-1', 'run')).toEqual({
      '-E': true,
      '-p': '/var/lib/portsip',
      '-f': '/chat/files',
      '-a': '192.168.1.25',
      '-A': '104.18.36.110',
      '-i': IMAGE,
      '-x': MAIN,
      '-t': bench.sandbox.pbx.state.imToken,
    });
  });

  it('has its static addresses in the portal', () => {
    expect(bench.sandbox.pbx.state.im).toMatchObject({
      private_ipv4: '192.168.1.25',
      public_ipv4: '104.18.36.110',
    });
  });

  it('keeps chat files in a folder that exists before: without it nothing is installed', async () => {
    const im = bare.sandbox.host('im-server-1');
    im.remove('/chat/files');
    const result = await bare.plan();
    expect(blocking(result)).toEqual(['chat-files-missing im-server-1']);
    expect(findings(result, 'chat-files-missing')[0]?.message).toContain('sudo mkdir -p /chat/files');
    await im.shell('mkdir -p /chat/files');
    expect(blocking(await bare.plan())).toEqual([]);
  });

  it('keeps chat files in another folder than its data: the same one is refused', () => {
    expect(told((file) => (server(file, 'im')['chat_files'] = '/var/lib/portsip/'))).toEqual([
      expect.stringMatching(/^error: chat_files is the data_path itself/),
    ]);
  });

  it('in a cloud needs TCP 8887 open: a person is told', () => {
    expect(findings(planned, 'cloud-firewall').find((note) => note.server === 'im-server-1')?.message).toContain(
      'TCP 8887 to 104.18.36.110',
    );
  });

  it('for 50,000 users wants cores, memory and disk: a small host is warned of and not refused', async () => {
    resize('im-server-1', 8, 8192, 131_072);
    const result = await bare.plan();
    expect(blocking(result)).toEqual([]);
    expect(findings(result, 'below-recommended').map(({ message }) => message)).toEqual([
      expect.stringContaining('8 vCPU'),
      expect.stringContaining('8.0 GiB of memory'),
      expect.stringContaining('a disk of 128 GiB'),
    ]);
    resize('im-server-1', 20, 16_384, 262_144);
    expect(findings(await bare.plan(), 'below-recommended')).toEqual([]);
  });
});

describe('The Data Flow server', () => {
  const data = '/var/lib/portsip/clickhouse/data/analytics';
  const lastTwo = () => scripts(bench.sandbox)['dataflow-server-1']?.slice(-2);
  beforeAll(() => bench.sandbox.host('dataflow-server-1').write(data, 'years of calls'));
  afterEach(() => expect(bench.sandbox.host('dataflow-server-1').read(data)).toBe('years of calls'));

  it('is one: a second one is refused in the cluster file', () => {
    expect(told((file) => void file.servers.push({ name: 'df-2', role: 'dataflow', private_ip: SPARE }))).toEqual([
      expect.stringContaining('dataflow-server-1 (line'),
    ]);
  });

  it("is installed with its data, its address, the PBX's, both images", () => {
    expect(ran('dataflow-server-1')[0]?.script).toBe('dataflow_ctl.sh');
    expect(commandLine('dataflow-server-1', 'run')).toEqual({
      '-p': '/var/lib/portsip',
      '-a': '192.168.1.26',
      '-i': IMAGE,
      '-x': MAIN,
    });
  });

  it('below the minimum is not installed, unless that is wanted', async () => {
    resize('dataflow-server-1', 2, 4096, 65_536);
    expect(blocking(await bare.plan())).toEqual(Array<string>(3).fill('undersized dataflow-server-1'));
    const allowed = await bare.plan(undefined, { allowUndersized: true });
    expect(blocking(allowed)).toEqual([]);
    expect(findings(allowed, 'undersized')).toHaveLength(3);
  });

  it('at the minimum is installed, and told to be below what is recommended', async () => {
    resize('dataflow-server-1', 4, 8192, 131_072);
    const result = await bare.plan();
    expect(blocking(result)).toEqual([]);
    expect(findings(result, 'below-recommended')).toHaveLength(3);
    expect(findings(result, 'below-recommended')[0]?.message).toContain('8 vCPU, 16 GB of memory and 256 GB of disk');
    resize('dataflow-server-1', 8, 16_384, 262_144);
    expect(findings(await bare.plan(), 'below-recommended')).toEqual([]);
  });

  it("has a token that a person generates where the PBX's API offers none: the plan says where to click", () => {
    expect(findings(planned, 'dataflow-token').map(({ message }) => message)).toEqual([
      expect.stringContaining('Servers > Data Flow > default server > Generate Token'),
    ]);
  });

  it('is deleted and recreated after a new token was generated, its analytics kept', async () => {
    const result = await bench.deploy(undefined, { rotate: ['dataflow'] });
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toEqual(['role/dataflow-server-1']);
    expect(lastTwo()).toEqual(['rm', 'run']);
    expect(ids(await bench.plan())).toEqual([]);
  });

  it('is deleted and recreated after the PBX was upgraded by hand, its analytics kept', async () => {
    bench.sandbox.publishImage('portsip/pbx:22', '22.6.4');
    await bench.sandbox.host('pbx').shell('cd /opt/portsip && sh pbx_ctl.sh upgrade -i portsip/pbx:22');
    const plan = inPlanJson(await bench.plan());
    // All follow, in PortSIP's order; Data Flow's database stays what it was.
    expect(plan.map(({ id }) => id)).toEqual(
      ['im', 'dataflow', 'media', 'queue', 'vr', 'meeting'].map((name) => `role/${name}-server-1`),
    );
    expect(plan[1]?.reason).toContain('the PBX runs 22.6.4, it runs 22.6.3; the PBX is upgraded');
    const database = () => bench.sandbox.host('dataflow-server-1').container('portsip.clickhouse')?.image;
    const before = database();
    expect((await bench.deploy()).failed).toEqual([]);
    expect(database()).toBe(before);
    expect(lastTwo()).toEqual(['rm', 'run']);
    expect(ids(await bench.plan())).toEqual([]);
  });

  it("is deleted and recreated after the PBX's address changed, its analytics kept", async () => {
    bench.sandbox.moveMain('192.168.1.30');
    expect((await bench.deploy()).failed).toEqual([]);
    expect(lastTwo()).toEqual(['rm', 'run']);
    expect(commandLine('dataflow-server-1', 'run', 3)['-x']).toBe('192.168.1.30');
    expect(ids(await bench.plan())).toEqual([]);
  });
});

describe('IM and Data Flow without a private address or a folder of their own', () => {
  it('are installed with the public address alone, and chat files go where the data is', async () => {
    await bare.sandbox.addHost({ name: 'im-public', address: '104.18.36.111' });
    await bare.sandbox.addHost({ name: 'dataflow-public', address: '104.18.36.112' });
    const result = await bare.deploy((file) => {
      file.servers = [
        { name: 'im-public', role: 'im', public_ip: '104.18.36.111' },
        { name: 'dataflow-public', role: 'dataflow', public_ip: '104.18.36.112' },
      ];
    });
    expect(result.failed).toEqual([]);
    const im = commandLine('im-public', 'run', 0, bare);
    expect(im).toMatchObject({ '-A': '104.18.36.111' });
    expect(im).not.toHaveProperty('-a');
    expect(im).not.toHaveProperty('-f');
    const dataflow = commandLine('dataflow-public', 'run', 0, bare);
    expect(dataflow).toMatchObject({ '-A': '104.18.36.112' });
    expect(dataflow).not.toHaveProperty('-a');
  });
});

describe('The restarts at the end', () => {
  const order = [
    'pbx restart',
    'pbx restart -s loadbalancer',
    ...ROWS.map(({ name, service }) => `${name} restart -s ${service}`),
    'im-server-1 restart',
    `dataflow-server-1 restart -x ${MAIN}`,
  ];
  /** Of the first deploy: all of them, by time */
  let restarts: string[];
  let firstRestartAt: number;
  let lastInstallAt: number;
  beforeAll(() => {
    const first = bench.sandbox.hosts().flatMap(({ name }) => {
      const runs = ran(name);
      return runs.slice(0, 2).map((run) => ({ ...run, host: name }));
    });
    const restarting = first.filter(({ verb }) => verb === 'restart').sort((a, b) => a.time - b.time);
    restarts = restarting.map(({ host, argv }) => [host, ...argv].join(' '));
    firstRestartAt = restarting[0]?.time ?? NaN;
    lastInstallAt = Math.max(...first.filter(({ verb }) => verb === 'run').map(({ time }) => time));
  });

  it('come after all servers were added and installed', () => {
    expect(firstRestartAt).toBeGreaterThan(lastInstallAt);
  });

  it.each(order.map((line, index) => ({ line, index })))('no. $index: $line', ({ line, index }) => {
    expect(restarts[index]).toBe(line);
  });

  it('of IM and Data Flow come last, when the PBX runs', () => {
    const done = doneIds(deployed);
    for (const name of ['im-server-1', 'dataflow-server-1'])
      expect(done.indexOf('restart/pbx')).toBeLessThan(done.indexOf(`restart/${name}`));
    expect(done.slice(-2)).toEqual(['restart/im-server-1', 'restart/dataflow-server-1']);
    expect(bench.sandbox.world.pbxRuns()).toBe(true);
  });
});
