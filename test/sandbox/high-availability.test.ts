import { until } from '../until';
import { blocking, doneIds, ids, scripts, startBench, type Bench, type Edit } from './cluster';
import { highAvailabilityTopology, type PbxNodes, type Sandbox } from '../../src/sandbox/index';

/*
 * The life of a cluster whose PBX is highly available: the same as a standalone one's, from the control node. Whatever a
 * test does, no two scripts run on that node at once, and nothing that is secret is logged.
 */
jest.setTimeout(120_000);

const SERVERS = [
  'media-server-1',
  'media-server-2',
  'queue-server-1',
  'meeting-server-1',
  'vr-server-1',
  'im-server-1',
  'dataflow-server-1',
];
const ADDRESSES = [141, 142, 143, 144, 145, 146, 147].map((last) => `192.168.1.${last}`);
const GUIDE = '/opt/portsip-pbx-ha-guide';
const RECORD = '/var/lib/portsip-cluster/acme.json';

let bench: Bench;
let sandbox: Sandbox;
let nodes: PbxNodes;

async function start(): Promise<void> {
  bench = await startBench({ topology: highAvailabilityTopology() });
  sandbox = bench.sandbox;
  if (!sandbox.nodes) throw new Error('The sandbox has no PBX nodes');
  nodes = sandbox.nodes;
}
afterEach(() => {
  expect(sandbox.pbx.violations).toEqual([]);
  expect(nodes.damage).toBeUndefined();
  for (const secret of sandbox.secrets) expect(bench.log.join('\n')).not.toContain(secret);
});

const without =
  (name: string): Edit =>
  (file) => {
    file.servers = file.servers.filter((server) => server.name !== name);
  };
const only =
  (...roles: string[]): Edit =>
  (file) => {
    file.servers = file.servers.filter(({ role }) => roles.includes(String(role)));
  };
const restartOf = (...servers: string[]) => ({
  stages: ['restart' as const],
  restart: { roles: [], servers, pbx: false, reason: 'a test' },
});

async function deployed(edit: Edit = () => {}): Promise<void> {
  const { failed, skipped, ok } = await bench.deploy(edit);
  expect({ failed, skipped, ok }).toEqual({ failed: [], skipped: [], ok: true });
}

const calls = () => ({ cut: sandbox.world.countCutCalls(), rejected: sandbox.world.rejectedCalls });
const sourcesOf = (node: { firewall(): ReturnType<ReturnType<Sandbox['host']>['firewall']> }) => ({
  permanent: [...(node.firewall().permanent['trusted']?.sources ?? [])].sort(),
  runtime: [...(node.firewall().runtime['trusted']?.sources ?? [])].sort(),
});
/** `extend.sh run`, … without those that only look */
const guideRuns = () =>
  nodes.control
    .scriptRuns()
    .filter(({ script }) => script !== 'ha_ctl.sh')
    .map(({ script, verb }) => `${script} ${verb}`);
async function listed(role: 'media' | 'queue' | 'meeting' | 'ivr', name: string): Promise<string> {
  const server = sandbox.pbx.state.servers[role].find((one) => one.name === name);
  if (!server) throw new Error(`${name} is not in the portal`);
  // The PBX is told of its servers within this time.
  const { clock, world } = sandbox;
  const late = clock.now() + 800;
  await until(() => world.serverStatus(role, server).status === 'ONLINE' || clock.now() > late);
  return world.serverStatus(role, server).status;
}

describe('the servers of a highly available PBX', () => {
  beforeEach(start);
  afterEach(() => bench.close());

  it('are deployed from nothing, from the control node, and then nothing is left to do', async () => {
    await deployed();
    for (const name of SERVERS) expect([name, scripts(sandbox)[name]]).toEqual([name, ['run']]);
    expect(guideRuns().sort()).toEqual([
      'dataflow.sh run',
      'extend.sh run',
      'extend.sh run',
      'extend.sh run',
      'extend.sh run',
      'extend.sh run',
      'im.sh run',
    ]);
    for (const node of nodes.nodes) expect(sourcesOf(node)).toEqual({ permanent: ADDRESSES, runtime: ADDRESSES });
    expect(sandbox.pbx.state.ipFilters.map(({ cidr }) => cidr).sort()).toEqual(ADDRESSES.map((ip) => `${ip}/32`));
    for (const role of ['queue', 'meeting', 'ivr'] as const)
      expect(sandbox.pbx.state.servers[role].map(({ type, enabled }) => [type, enabled])).toEqual([
        ['INTERNAL', false],
        ['EXTERNAL', true],
      ]);
    const im = sandbox.host('im-server-1').container('portsip.instantmessage')?.args.join(' ');
    expect(im).toContain(`-t ${sandbox.pbx.state.imToken} -a 192.168.1.130`);
    expect(nodes.nodes.map((node) => node.exists(RECORD))).toEqual([true, false, false]);
    expect(calls()).toEqual({ cut: 0, rejected: 0 });

    const again = await bench.deploy();
    expect(ids(again)).toEqual([]);
    expect(again.plan.warnings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    nodes.newerPacemaker = true;
    expect((await bench.plan()).plan.warnings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('are as wanted by their containers, wherever the scripts keep what they know', async () => {
    await deployed(only('media', 'im'));
    for (const name of ['media-server-1', 'im-server-1']) sandbox.host(name).remove('/opt/portsip');
    expect(ids(await bench.plan(only('media', 'im')))).toEqual([]);
  });

  it('wait for each other, and a second deploy for the first', async () => {
    const edit = only('media', 'queue');
    const [first, second] = await Promise.all([bench.deploy(edit), bench.deploy(edit)]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(guideRuns()).toEqual(['extend.sh run', 'extend.sh run', 'extend.sh run']);
  });
});

/* One story: each test goes on where the one before ended, and ends with an empty plan. */
describe('with the cluster deployed', () => {
  beforeAll(async () => {
    await start();
    await deployed();
  });
  afterEach(async () => {
    expect(ids(await bench.plan(wanted))).toEqual([]);
  });
  afterAll(() => bench.close());

  /** Verbs that ran on a server since `before` was taken */
  const since = (before: Record<string, string[]>, name: string) =>
    scripts(sandbox)[name]?.slice(before[name]?.length ?? 0);
  let wanted: Edit = () => {};

  it('two servers join without a call cut', async () => {
    await sandbox.addHost({ name: 'media-server-3', role: 'media', address: '192.168.1.148' });
    await sandbox.addHost({ name: 'queue-server-2', role: 'queue', address: '192.168.1.149' });
    sandbox.world.addCalls('media-server-1', 3, 3_000);
    const result = await bench.deploy();
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toEqual(expect.arrayContaining(['role/media-server-3', 'role/queue-server-2']));
    expect(doneIds(result).filter((id) => id.startsWith('restart/'))).toEqual([]);
    for (const node of nodes.nodes) expect(sourcesOf(node).runtime).toContain('192.168.1.148');
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
  });

  it('servers that left the file are removed everywhere', async () => {
    wanted = (file) => {
      without('media-server-3')(file);
      without('queue-server-2')(file);
    };
    expect((await bench.deploy(wanted)).failed).toEqual([]);
    expect(sandbox.pbx.state.servers.queue.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['default', false],
      ['queue-server-1', true],
    ]);
    for (const name of ['media-server-3', 'queue-server-2']) expect(sandbox.host(name).containers()).toEqual([]);
    for (const node of nodes.nodes) expect(sourcesOf(node)).toEqual({ permanent: ADDRESSES, runtime: ADDRESSES });
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
  });

  it('a restart of everything waits for calls to end, one server after the other', async () => {
    const before = scripts(sandbox);
    for (const name of ['media-server-1', 'meeting-server-1']) sandbox.world.addCalls(name, 3, 5_000);
    const hangUp = sandbox.world.traffic({ roles: ['media'], everyMs: 300, durationMs: 1_000 });
    const result = await bench.deploy(wanted, restartOf());
    hangUp();
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toEqual(SERVERS.map((name) => `restart/${name}`));
    for (const name of SERVERS) expect([name, since(before, name)]).toEqual([name, ['restart']]);
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
  });

  it('a server whose calls never end is left as it was', async () => {
    sandbox.world.addCalls('media-server-1', 2);
    const result = await bench.deploy(wanted, restartOf('media-server-1'));
    expect(result.failed.map(({ message }) => message)).toEqual([
      expect.stringContaining('still has 2 calls after 10 s'),
    ]);
    sandbox.world.endCalls('media-server-1');
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
  });

  it('a rotated token reaches the IM server', async () => {
    const before = sandbox.pbx.state.imToken ?? '';
    const result = await bench.deploy(wanted, { rotate: ['im'] });
    expect(doneIds(result)).toEqual(['token/im', 'role/im-server-1']);
    expect(sandbox.pbx.state.imToken).not.toBe(before);
    expect(sandbox.host('im-server-1').container('portsip.instantmessage')?.args).toContain(sandbox.pbx.state.imToken);
    expect(bench.log.join('\n')).not.toContain(before);
  });

  it('Data Flow is upgraded to another ClickHouse', async () => {
    const left = wanted;
    wanted = (file) => {
      left(file);
      for (const server of file.servers)
        if (server.role === 'dataflow') server['clickhouse_image'] = 'portsip/clickhouse:26.8';
    };
    expect(doneIds(await bench.deploy(wanted))).toEqual(['role/dataflow-server-1']);
    expect(guideRuns().slice(-1)).toEqual(['dataflow.sh upgrade']);
  });

  it('a source that is missing on a passive node is put back before a failover could shut a server out', async () => {
    await sandbox
      .host('pbx02')
      .shell('firewall-cmd --permanent --zone=trusted --remove-source=192.168.1.143 && firewall-cmd --reload');
    expect(ids(await bench.plan(wanted))).toEqual(['firewall/192.168.1.143']);
    await deployed(wanted);
    expect(sourcesOf(sandbox.host('pbx02'))).toEqual({ permanent: ADDRESSES, runtime: ADDRESSES });
    await nodes.failover('pbx02');
    expect(await listed('queue', 'queue-server-1')).toBe('ONLINE');
  });

  it('nothing that disturbs is done while the PBX nodes are not healthy; a new server is installed', async () => {
    nodes.degraded.add('pbx03');
    const grown: Edit = (file) => {
      wanted(file);
      file.servers.push({ name: 'media-server-3', role: 'media', private_ip: '192.168.1.148' });
    };
    const before = scripts(sandbox);
    const restarting = await bench.deploy(wanted, restartOf('media-server-1'));
    expect(restarting.ok).toBe(false);
    expect(blocking(restarting)).toEqual(['pbx-not-healthy media-server-1']);
    expect(since(before, 'media-server-1')).toEqual([]);
    const growing = await bench.deploy(grown, { servers: ['media-server-3'] });
    expect(growing.failed).toEqual([]);
    expect(doneIds(growing)).toContain('role/media-server-3');
    nodes.degraded.clear();
    expect((await bench.deploy(wanted)).failed).toEqual([]);
  });

  it('from whichever node the PBX runs, the record stays on the control node', async () => {
    expect(nodes.active.name).toBe('pbx02');
    expect(nodes.nodes.map((node) => node.exists(RECORD))).toEqual([true, false, false]);
    await nodes.failover('pbx01');
  });

  it('an upgrade is refused until the PBX itself was upgraded, and then goes one after the other', async () => {
    const left = wanted;
    wanted = (file) => {
      left(file);
      file.image = 'portsip/pbx:22.7';
    };
    sandbox.publishImage('portsip/pbx:22.7', '22.7.0');
    const before = guideRuns();
    const refused = await bench.deploy(wanted);
    expect(refused.ok).toBe(false);
    expect(refused.done).toEqual([]);
    expect(guideRuns()).toEqual(before);
    const why = refused.plan.warnings.filter(({ severity }) => severity === 'blocking');
    expect(why.map(({ message }) => message).join('\n')).toContain('upgrade the PBX first');

    const update = await nodes.control.shell(`cd ${GUIDE} && sudo -u pbx /bin/bash update.sh portsip/pbx:22.7`);
    expect(update).toEqual({ code: 0, output: expect.stringContaining('[info]: done') });
    const token = sandbox.pbx.state.imToken;
    const result = await bench.deploy(wanted);
    expect(result.failed).toEqual([]);
    const order = ['im-server-1', 'dataflow-server-1', 'media-server-1', 'media-server-2', 'queue-server-1'];
    order.push('vr-server-1', 'meeting-server-1');
    expect(doneIds(result)).toEqual(['token/im', ...order.map((name) => `role/${name}`)]);
    for (const name of SERVERS)
      for (const { image, name: container } of sandbox.host(name).containers())
        if (!/database|clickhouse/.test(container))
          expect([name, container, image]).toEqual([name, container, 'portsip/pbx:22.7']);
    expect(sandbox.pbx.state.imToken).not.toBe(token);
    expect(calls()).toEqual({ cut: 0, rejected: 0 });
  });

  it('a restart stops at the first server that does not come back, and the next deploy brings it back', async () => {
    const queue = sandbox.host('queue-server-1');
    queue.faults.crash = true;
    const result = await bench.deploy(wanted, restartOf('queue-server-1', 'vr-server-1'));
    expect(result.failed.map(({ change }) => change.id)).toEqual(['restart/queue-server-1']);
    expect(result.skipped.map(({ change }) => change.id)).toEqual(['restart/vr-server-1']);
    expect(sandbox.pbx.state.servers.queue.filter(({ enabled }) => enabled)).toHaveLength(1);
    queue.faults.crash = false;
    expect((await bench.deploy(wanted)).failed).toEqual([]);
  });

  it('nothing is removed that was not put there', async () => {
    const record = nodes.control.read(RECORD) ?? '';
    nodes.control.remove(RECORD);
    const left: Edit = (file) => {
      wanted(file);
      without('queue-server-1')(file);
    };
    const result = await bench.deploy(left);
    expect(result.done).toEqual([]);
    expect(result.plan.warnings).toContainEqual(
      expect.objectContaining({ code: 'unmanaged-server', server: 'queue-server-1' }),
    );
    expect(sandbox.host('queue-server-1').container('portsip.callqueue')?.running).toBe(true);
    nodes.control.write(RECORD, record);
  });

  it('nothing is done while the control node is down, and the error says which one it is', async () => {
    nodes.control.down();
    await until(() => nodes.active !== nodes.control);
    await nodes.settled();
    const result = await bench.deploy(without('queue-server-1')).catch((error: unknown) => error as Error);
    if (!(result instanceof Error)) expect(result.done).toEqual([]);
    const text = result instanceof Error ? result.message : JSON.stringify([result.failed, result.plan.warnings]);
    expect(text).toContain('192.168.1.131');
    expect(sandbox.host('queue-server-1').container('portsip.callqueue')?.running).toBe(true);
    nodes.control.up();
  });
});

describe('a server that the control node cannot sign in to', () => {
  beforeEach(async () => {
    await start();
    sandbox.host('media-server-2').faults.controlNodeShutOut = true;
  });
  afterEach(() => bench.close());

  it('is not begun with, and the plan says how to mend it', async () => {
    const result = await bench.deploy(only('media'));
    expect(result.ok).toBe(false);
    expect(blocking(result)).toEqual(['control-node-key media-server-2']);
    expect(result.plan.warnings.find(({ code }) => code === 'control-node-key')?.message).toContain('ssh-copy-id');
    expect(sandbox.host('media-server-2').containers()).toEqual([]);
  });

  it('gets the key when it was asked for', async () => {
    const result = await bench.deploy(only('media'), { installSshKey: true });
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toContain('ssh-key/media-server-2');
    expect(sandbox.host('media-server-2').container('portsip.mediaserver')?.running).toBe(true);
    const [type, key] = (nodes.control.read('/home/pbx/.ssh/id_ed25519.pub') ?? '').split(' ');
    expect(sandbox.host('media-server-2').read('/home/pbx/.ssh/authorized_keys')).toContain(`${type} ${key} `);
    expect(ids(await bench.plan(only('media')))).toEqual([]);
  });

  it('gets its host keys known, too, where the control node has never seen it', async () => {
    const known = nodes.control.read('/home/pbx/.ssh/known_hosts') ?? '';
    nodes.control.write(
      '/home/pbx/.ssh/known_hosts',
      known
        .split('\n')
        .filter((line) => !line.startsWith('192.168.1.142 '))
        .join('\n'),
    );
    expect((await bench.deploy(only('media'), { installSshKey: true })).failed).toEqual([]);
    expect(sandbox.host('media-server-2').container('portsip.mediaserver')?.running).toBe(true);
  });
});

describe('a failover in the middle', () => {
  beforeEach(start);
  afterEach(() => bench.close());

  const runsOn = (name: string) => () => sandbox.host(name).scriptRuns().length > 0;
  it.each([
    ['extend.sh', () => guideRuns().some((run) => run.startsWith('extend.sh'))],
    // It asks the PBX for the token before it goes to the server.
    ['im.sh', runsOn('im-server-1')],
  ])('of a deploy, while %s runs, ends well', async (_script, isAtWork) => {
    const deploying = bench.deploy(only('media', 'queue', 'im'));
    await until(isAtWork);
    await nodes.failover('pbx02');
    const { failed, skipped, ok } = await deploying;
    expect({ failed, skipped, ok }).toEqual({ failed: [], skipped: [], ok: true });
    expect(guideRuns().sort()).toEqual(['extend.sh run', 'extend.sh run', 'extend.sh run', 'im.sh run']);
    expect(await listed('queue', 'queue-server-1')).toBe('ONLINE');
    expect(ids(await bench.plan(only('media', 'queue', 'im')))).toEqual([]);
  });

  it('of a drained restart cuts no call', async () => {
    const edit = only('media');
    await deployed(edit);
    sandbox.world.addCalls('media-server-1', 2, 9_000);
    const restarting = bench.deploy((file) => {
      edit(file);
      file['restart'] = { drain_timeout: '20s' };
    }, restartOf('media-server-1'));
    await until(() => sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1')?.enabled === false);
    await nodes.failover();
    expect((await restarting).failed).toEqual([]);
    expect(sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1')?.enabled).toBe(true);
    expect(calls().cut).toBe(0);
    expect(ids(await bench.plan(edit))).toEqual([]);
  });
});

describe('a cluster whose PBX was standalone until now', () => {
  beforeEach(start);
  afterEach(() => bench.close());

  it('is taken over: the same servers in the portal, each recreated with the virtual address', async () => {
    const edit = only('media', 'queue');
    const old = await startBench();
    try {
      const places: Edit = (file) => {
        file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'queue');
      };
      const standalone = await old.deploy(places);
      expect(standalone.failed).toEqual([]);
      // The PBX's data and the record go to the nodes, the servers stay where they are.
      const record = old.sandbox.host('pbx').read(RECORD) ?? '';
      expect(record).toContain('queue-server-1');
      nodes.control.write(
        RECORD,
        record.replaceAll('192.168.1.22', '192.168.1.143').replaceAll('192.168.1.21', '192.168.1.141'),
      );
    } finally {
      await old.close();
    }
    for (const [name, service, address] of [
      ['media-server-1', 'media-server-only', '192.168.1.141'],
      ['queue-server-1', 'queue-server-only', '192.168.1.143'],
    ] as const) {
      const server = sandbox.host(name);
      server.write('/opt/portsip/cluster_ctl.sh', nodes.control.read(`${GUIDE}/res/cluster_ctl.sh`) ?? '');
      const { code } = await server.shell(
        `cd /opt/portsip && /bin/sh cluster_ctl.sh run -p /var/lib/portsip -a ${address} -x 192.168.1.20 -i portsip/pbx:22 -s ${service} -n ${name}`,
      );
      expect(code).toBe(0);
    }
    const result = await bench.deploy(edit);
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toEqual(expect.arrayContaining(['role/media-server-1', 'role/queue-server-1']));
    for (const [name, container] of [
      ['media-server-1', 'portsip.mediaserver'],
      ['queue-server-1', 'portsip.callqueue'],
    ] as const)
      expect(sandbox.host(name).container(container)?.args.join(' ')).toContain('-a 192.168.1.130');
    expect(await listed('queue', 'queue-server-1')).toBe('ONLINE');
    expect(ids(await bench.plan(edit))).toEqual([]);
    // They count as ours: what leaves the file is removed.
    const media = only('media');
    expect((await bench.deploy(media)).failed).toEqual([]);
    expect(sandbox.host('queue-server-1').containers()).toEqual([]);
  });
});
