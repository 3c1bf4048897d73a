import { blocking, doneIds, ids, scripts, startBench, type Bench, type Edit } from './cluster';

jest.setTimeout(60_000);

let bench: Bench;
afterEach(async () => {
  // Whatever a test did: every request was one that the API knows.
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const without =
  (name: string): Edit =>
  (file) => {
    file.servers = file.servers.filter((server) => server.name !== name);
  };

describe("the guide's seven machines", () => {
  it('are deployed from nothing, with every script run once, and then nothing is left to do', async () => {
    bench = await startBench();
    const { sandbox } = bench;
    const result = await bench.deploy();
    expect(result.failed).toEqual([]);
    expect(result.ok).toBe(true);

    for (const name of [
      'media-server-1',
      'queue-server-1',
      'meeting-server-1',
      'vr-server-1',
      'im-server-1',
      'dataflow-server-1',
    ])
      expect(scripts(sandbox)[name]).toEqual(['run', 'restart']);
    expect(scripts(sandbox)['pbx']).toEqual(['restart', 'restart']);
    expect(sandbox.host('pbx').firewall().runtime['trusted']?.sources.sort()).toEqual(
      ['21', '22', '23', '24', '25', '26'].map((host) => `192.168.1.${host}`),
    );
    for (const role of ['media', 'queue', 'meeting', 'ivr'] as const) {
      expect(sandbox.pbx.state.servers[role].map(({ type, enabled }) => [type, enabled])).toEqual([
        ['INTERNAL', false],
        ['EXTERNAL', true],
      ]);
    }
    expect(sandbox.world.countCutCalls()).toBe(0);

    const again = await bench.deploy();
    expect(ids(again)).toEqual([]);
    expect(again.plan.warnings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    for (const secret of sandbox.secrets) expect(bench.log.join('\n')).not.toContain(secret);
  });
});

describe('with the cluster deployed', () => {
  beforeEach(async () => {
    bench = await startBench();
    // The restarts of a first install are another test's matter.
    const { failed, skipped, ok } = await bench.deploy((file) => (file['restart'] = { after_scale_out: 'none' }));
    expect({ failed, skipped, ok }).toEqual({ failed: [], skipped: [], ok: true });
  });

  it('gains two servers without a call cut', async () => {
    const { sandbox } = bench;
    await sandbox.addHost({ name: 'media-server-2', role: 'media', address: '192.168.1.27' });
    await sandbox.addHost({ name: 'queue-server-2', role: 'queue', address: '192.168.1.28' });
    sandbox.world.addCalls('media-server-1', 3, 3_000);
    const result = await bench.deploy();
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toEqual(
      expect.arrayContaining(['role/media-server-2', 'role/queue-server-2', 'restart/media-server-1']),
    );
    expect(doneIds(result)).not.toContain('restart/pbx');
    expect(sandbox.world.countCutCalls()).toBe(0);
    expect(ids(await bench.plan())).toEqual([]);
  });

  it('waits for calls to end before a restart, with the built-in server serving meanwhile', async () => {
    const { sandbox } = bench;
    sandbox.world.addCalls('media-server-1', 5, 6_000);
    const stop = sandbox.world.traffic({ roles: ['media'], everyMs: 200, durationMs: 1_000 });
    const result = await bench.deploy(undefined, {
      stages: ['restart'],
      restart: { roles: ['media'], servers: [], pbx: false, reason: 'a test' },
    });
    stop();
    expect(result.failed).toEqual([]);
    expect(sandbox.world.countCutCalls()).toBe(0);
    expect(sandbox.world.rejectedCalls).toBe(0);
    expect(ids(await bench.plan())).toEqual([]);
  });

  it('leaves a server whose calls never end as it was, and says so', async () => {
    const { sandbox } = bench;
    sandbox.world.addCalls('media-server-1', 2);
    const asked = {
      stages: ['restart' as const],
      restart: { roles: [], servers: ['media-server-1'], pbx: false, reason: 'a test' },
    };
    const result = await bench.deploy(undefined, asked);
    expect(result.failed.map(({ message }) => message)).toEqual([
      expect.stringContaining('still has 2 calls after 10 s'),
    ]);
    expect(sandbox.world.countCutCalls()).toBe(0);
    expect(ids(await bench.plan())).toEqual([]);
    const forced = await bench.deploy(
      (file) => (file['restart'] = { drain_timeout: '10s', on_drain_timeout: 'force' }),
      asked,
    );
    expect(forced.ok).toBe(true);
    expect(sandbox.world.countCutCalls()).toBe(2);
  });

  it('loses a server that left the file, and can have it back', async () => {
    const { sandbox } = bench;
    const result = await bench.deploy(without('queue-server-1'));
    expect(result.failed).toEqual([]);
    expect(sandbox.pbx.state.servers.queue.map(({ name, enabled }) => [name, enabled])).toEqual([['default', true]]);
    expect(sandbox.host('queue-server-1').container('portsip.callqueue')).toBeUndefined();
    expect(sandbox.host('pbx').firewall().permanent['trusted']?.sources).not.toContain('192.168.1.22');
    expect(ids(await bench.plan(without('queue-server-1')))).toEqual([]);

    expect((await bench.deploy()).ok).toBe(true);
    expect(ids(await bench.plan())).toEqual([]);
    expect(sandbox.pbx.state.servers.queue.map(({ enabled }) => enabled)).toEqual([false, true]);
  });

  it('lets a server go whose host is gone for good, when told so', async () => {
    const { sandbox } = bench;
    sandbox.host('queue-server-1').down();
    const stuck = await bench.deploy(without('queue-server-1'));
    expect(stuck.ok).toBe(false);
    expect(blocking(stuck)).toEqual(['host-unreachable queue-server-1']);
    const result = await bench.deploy(without('queue-server-1'), { gone: ['queue-server-1'] });
    expect(result.ok).toBe(true);
    expect(sandbox.pbx.state.servers.queue.map(({ name }) => name)).toEqual(['default']);
    expect(ids(await bench.plan(without('queue-server-1'), { gone: ['queue-server-1'] }))).toEqual([]);
  });

  it('removes nothing that it did not put there', async () => {
    const { sandbox } = bench;
    sandbox.host('pbx').remove('/var/lib/portsip-cluster/acme.json');
    const result = await bench.deploy(without('queue-server-1'));
    expect(result.done).toEqual([]);
    expect(result.plan.warnings).toContainEqual(
      expect.objectContaining({ code: 'unmanaged-server', server: 'queue-server-1' }),
    );
    expect(sandbox.host('queue-server-1').container('portsip.callqueue')?.running).toBe(true);
  });

  it('is upgraded, images first, PBX first, one after the other', async () => {
    const { sandbox } = bench;
    sandbox.publishImage('portsip/pbx:22.7', '22.7.0');
    const edit: Edit = (file) => {
      file.image = 'portsip/pbx:22.7';
      file.pbx['image'] = 'portsip/pbx:22.7';
    };
    const result = await bench.deploy(edit);
    expect(result.failed).toEqual([]);
    expect(doneIds(result)).toEqual([
      'role/pbx',
      'role/im-server-1',
      'role/dataflow-server-1',
      'role/media-server-1',
      'role/queue-server-1',
      'role/vr-server-1',
      'role/meeting-server-1',
    ]);
    expect(ids(await bench.plan(edit))).toEqual([]);
    expect(sandbox.world.countCutCalls()).toBe(0);
  });

  it('upgrades nothing when one host cannot fetch the image', async () => {
    const { sandbox } = bench;
    sandbox.publishImage('portsip/pbx:22.7', '22.7.0');
    sandbox.host('vr-server-1').faults.rateLimit = true;
    const result = await bench.deploy((file) => {
      file.image = 'portsip/pbx:22.7';
      file.pbx['image'] = 'portsip/pbx:22.7';
    });
    expect(result.ok).toBe(false);
    expect(result.done).toEqual([]);
    expect(result.failed[0]?.message).toContain('no server was stopped');
    expect(result.failed[0]?.message).toContain('vr-server-1');
  });

  it('recreates the IM server with a rotated token', async () => {
    const { sandbox } = bench;
    const before = sandbox.pbx.state.imToken;
    const result = await bench.deploy(undefined, { rotate: ['im'] });
    expect(doneIds(result)).toEqual(['token/im', 'role/im-server-1']);
    expect(sandbox.pbx.state.imToken).not.toBe(before);
    expect(sandbox.host('im-server-1').container('portsip.instantmessage')?.args).toContain(sandbox.pbx.state.imToken);
    expect(ids(await bench.plan())).toEqual([]);
    for (const secret of [before, sandbox.pbx.state.imToken]) expect(bench.log.join('\n')).not.toContain(secret);
  });

  it('recreates Data Flow when its own settings change, and keeps its data', async () => {
    const { sandbox } = bench;
    const edit: Edit = (file) => {
      for (const server of file.servers) if (server.role === 'dataflow') server['data_path'] = '/data/portsip';
    };
    const result = await bench.deploy(edit);
    expect(doneIds(result)).toEqual(['role/dataflow-server-1']);
    expect(scripts(sandbox)['dataflow-server-1']?.slice(-2)).toEqual(['rm', 'run']);
    expect(ids(await bench.plan(edit))).toEqual([]);
  });

  it('stops at the first server that does not come back and leaves the rest serving', async () => {
    const { sandbox } = bench;
    const queue = sandbox.host('queue-server-1');
    queue.faults.scriptMissing = true;
    const result = await bench.deploy(undefined, {
      stages: ['restart'],
      restart: { roles: [], servers: [], pbx: false, reason: 'a test' },
    });
    expect(result.failed.map(({ change }) => change.id)).toEqual(['restart/queue-server-1']);
    expect(result.skipped.map(({ change }) => change.id)).toEqual([
      'restart/meeting-server-1',
      'restart/vr-server-1',
      'restart/im-server-1',
      'restart/dataflow-server-1',
    ]);
    expect(sandbox.pbx.state.servers.queue.filter(({ enabled }) => enabled)).toHaveLength(1);
  });
});
