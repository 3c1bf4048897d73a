import { stageOf } from '../../src/stages';
import fc from 'fast-check';
import { parseCluster } from '../../src/cluster/load';
import type { Cluster } from '../../src/cluster/types';
import { adopt } from '../../src/import/adopt';
import { importCluster, type Imported, type ImportRequest } from '../../src/import/import';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { highAvailabilityTopology, type Topology } from '../../src/sandbox/topology';

/* A cluster that runs, written down: what comes out is the file that it was made from, and its plan is empty. */
jest.setTimeout(300_000);

const RECORD = '/var/lib/portsip-cluster/acme.json';

/** As somebody does who has the passwords and the keys, and no cluster file */
function bringIn(bench: Bench, request: Partial<ImportRequest> = {}): Promise<Imported> {
  const { cluster, ...config } = bench.config(() => {}, { id: 'import', host: 'terminal' });
  const { user, port, host } = cluster.ssh.jumpHost ?? { user: 'pbx', port: 22, host: '127.0.0.1' };
  const given = {
    name: 'acme',
    pbx: cluster.pbx.privateIp,
    api: cluster.pbx.api,
    sshUser: 'pbx',
    jumpHost: `${user}@${host}:${port}`,
    hosts: [],
  };
  return importCluster(config, { ...given, ...request });
}

/** Without what no machine knows */
function known(cluster: Cluster): object {
  const { restart, servers, ...rest } = cluster;
  return {
    ...rest,
    restart: typeof restart,
    servers: servers
      .map(({ at, ...server }) => ({ ...server, at: typeof at }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function expressed(bench: Bench, edit: Edit = () => {}): Cluster {
  const { cluster } = parseCluster(bench.sandbox.clusterFile(edit), 'cluster.yaml');
  if (!cluster) throw new Error('the cluster file has errors');
  return cluster;
}

describe("the guide's cluster", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
    expect((await bench.deploy()).failed).toEqual([]);
    // Nothing tells that it was us.
    bench.sandbox.host('pbx').remove(RECORD);
  });
  afterAll(() => bench.close());

  it('is written as the file that it was deployed from, and its plan is empty', async () => {
    const before = bench.sandbox.snapshot();
    const { cluster, text, plan, leftOut } = await bringIn(bench);
    expect(plan.changes).toEqual([]);
    expect(leftOut).toEqual([]);
    expect(known(cluster)).toEqual(known(expressed(bench)));
    expect(parseCluster(text, 'cluster.yaml').problems).toEqual([]);
    expect(text).toContain('Its plan is empty');
    expect(bench.sandbox.snapshot()).toEqual(before);
    expect(bench.sandbox.host('pbx').read(RECORD)).toBeUndefined();
  });

  it('is adopted only when that is asked for; from then on what leaves the file is removed', async () => {
    const without: Edit = (file) => (file.servers = file.servers.filter(({ name }) => name !== 'queue-server-1'));
    expect(ids(await bench.plan(without))).toEqual([]);
    const config = bench.config(() => {}, { id: 'import', host: 'terminal' });
    expect(await adopt(config)).toBe('6 servers, 12 entries of firewall and whitelist');
    expect(ids(await bench.plan(without))).toEqual(
      expect.arrayContaining(['role/queue-server-1', 'server/queue-server-1']),
    );
    expect(ids(await bench.plan())).toEqual([]);
    expect((await bringIn(bench)).plan.changes).toEqual([]);
    expect(await adopt(config)).toBe('nothing that the record did not have');
    bench.sandbox.host('pbx').remove(RECORD);
  });

  it('says what differs from all that a cluster file can say, and what a deploy would do about it', async () => {
    const { sandbox } = bench;
    // As in the guide: registered by one name, installed by another.
    const ivr = sandbox.pbx.state.servers.ivr.find(({ name }) => name === 'vr-server-1');
    const meeting = sandbox.pbx.state.servers.meeting.find(({ name }) => name === 'meeting-server-1');
    if (!ivr || !meeting) throw new Error('the portal lacks servers');
    Object.assign(ivr, { name: 'ivr-server-1' });
    Object.assign(meeting, { name: 'Room 1: \u001b[31m "big"\n- x' });
    sandbox.host('queue-server-1').down();
    const before = sandbox.snapshot();
    const { cluster, text, plan, leftOut } = await bringIn(bench);
    expect(sandbox.snapshot()).toEqual(before);

    expect(cluster.servers.map(({ name }) => name)).toEqual([
      'media-server-1',
      'queue-server-1',
      'ivr-server-1',
      'im-server-1',
      'dataflow-server-1',
    ]);
    expect(leftOut).toEqual([expect.stringContaining('meeting server "Room 1: ')]);
    expect(plan.changes.filter((change) => stageOf(change) !== 'restart').map(({ id }) => id)).toEqual([
      'role/ivr-server-1',
    ]);
    const comments = text.split('\n').filter((line) => line.trim().startsWith('#'));
    expect(comments).toEqual(
      expect.arrayContaining([
        expect.stringContaining('A deploy of this file would make'),
        expect.stringMatching(
          /^ {2}# a deploy would recreate ivr-server-1: name is vr-server-1, should be ivr-server-1/,
        ),
        expect.stringMatching(/^ {2}# its host did not answer: /),
        expect.stringMatching(/^ {2}# - meeting server "Room 1: /),
      ]),
    );
    expect(text).not.toContain('\u001b');
    sandbox.host('queue-server-1').up();
  });
});

describe('a cluster whose PBX is highly available', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({ topology: highAvailabilityTopology() });
    expect((await bench.deploy()).failed).toEqual([]);
    bench.sandbox.nodes?.control.remove(RECORD);
  });
  afterAll(() => bench.close());

  it('is written as it is when its control node is named', async () => {
    const { controlNode, nodes = [] } = expressed(bench).pbx.highAvailability ?? {};
    if (controlNode === undefined) throw new Error('the sandbox has no control node');
    const { cluster, plan, leftOut } = await bringIn(bench, { controlNode, nodes });
    expect({ changes: plan.changes, leftOut }).toEqual({ changes: [], leftOut: [] });
    expect(known(cluster)).toEqual(known(expressed(bench)));
  });

  it('is refused when a node is taken for a standalone PBX, with what is missing', async () => {
    const { controlNode = '' } = expressed(bench).pbx.highAvailability ?? {};
    await expect(bringIn(bench, { pbx: controlNode })).rejects.toThrow(
      /is a node of a high-availability PBX .*--control-node ADDRESS/,
    );
  });
});

describe('any cluster', () => {
  const server = fc.record({
    role: fc.constantFrom('media', 'queue', 'meeting', 'ivr', 'im', 'dataflow'),
    enabled: fc.boolean(),
    limit: fc.integer({ min: 1, max: 6000 }),
    image: fc.constantFrom(undefined, 'portsip/pbx:22.5'),
    dataPath: fc.constantFrom(undefined, '/srv/portsip'),
    publicIp: fc.boolean(),
  });
  const clusters = fc.record({
    servers: fc.array(server, { minLength: 2, maxLength: 5 }),
    dataPath: fc.constantFrom(undefined, '/data/portsip'),
    trust: fc.constantFrom(undefined, ['192.168.0.0/16'], ['192.168.1.0/27', '192.168.1.64/26']),
    builtIn: fc.constantFrom('disabled', 'keep'),
  });
  const seed = Number(process.env['SEED'] ?? 7);

  it.each(
    fc
      .sample(clusters, { seed, numRuns: 3 })
      .map((one) => [one.servers.map(({ role }) => role).join(', '), one] as const),
  )('of %s is written as it is', async (_, { servers, dataPath, trust, builtIn }) => {
    const single = new Set<string>();
    const wanted = servers.filter(
      ({ role }) => !['im', 'dataflow'].includes(role) || !(single.has(role) || !single.add(role)),
    );
    const topology: Topology = {
      main: { address: '192.168.1.20' },
      servers: wanted.map(({ role, publicIp }, index) => ({
        name: `${role}-${index}`,
        role,
        // Some in each half of the network
        address: `192.168.1.${index % 2 ? 21 + index : 70 + index}`,
        ...(publicIp && ['media', 'im', 'dataflow'].includes(role) && { publicAddress: `104.18.36.${index}` }),
      })),
    };
    const halves = wanted.length > 1;
    const edit: Edit = (file) => {
      file.servers.forEach((entry, index) => {
        const { role, enabled, limit, image, dataPath: own } = wanted[index] ?? servers[0]!;
        const listed = !['im', 'dataflow'].includes(role);
        // The last one of its role that takes calls stays.
        if (listed && !enabled && wanted.some((other, at) => at !== index && other.role === role && other.enabled))
          entry['enabled'] = false;
        if (role === 'media') entry['max_call_sessions'] = limit;
        if (role === 'meeting') Object.assign(entry, { max_rooms: limit, max_participants: limit });
        if (role === 'im' && own) delete entry['chat_files'];
        Object.assign(entry, image && { image }, own && { data_path: own });
      });
      Object.assign(file, dataPath && { data_path: dataPath }, { built_in_servers: builtIn });
      if (trust && (trust.length === 1 || halves)) file['firewall'] = { trust };
    };
    const bench = await startBench({ topology });
    try {
      bench.sandbox.publishImage('portsip/pbx:22.5', '22.5.0');
      const deployed = await bench.deploy(edit);
      expect(deployed.failed).toEqual([]);
      expect(ids(await bench.plan(edit))).toEqual([]);
      bench.sandbox.host('pbx').remove(RECORD);
      const { cluster, plan, leftOut } = await bringIn(bench);
      expect({ changes: plan.changes, leftOut }).toEqual({ changes: [], leftOut: [] });
      expect(effective(cluster)).toEqual(effective(expressed(bench, edit)));
      expect(bench.sandbox.pbx.violations).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});

/** What it comes to: an image is a server's, whether the file says so above or at the server; built-in servers are kept by those that replace them. */
function effective(cluster: Cluster): object {
  const { image, dataPath, builtInServers, servers } = cluster;
  const replaced = servers.some(({ role, enabled }) => enabled && !['im', 'dataflow'].includes(role));
  return {
    ...known({ ...cluster, image: '', dataPath: '', builtInServers: replaced ? builtInServers : 'disabled' }),
    said: typeof image === typeof dataPath,
  };
}
