import { readStatus } from '../../src/status/read';
import { GENERATIONS } from '../../src/sandbox';
import { blocking, doneIds, ids, inPlanJson, scripts, startBench, type Bench, type Edit } from './cluster';

jest.setTimeout(300_000);

/* The seven machines go from one version of PortSIP to the next by one change of the cluster file. */

const wanting =
  (version: string): Edit =>
  (file) => {
    file.pbx = { ...file.pbx, image: 'portsip/pbx:22', version };
    file['restart'] = { after_scale_out: 'none' };
  };

describe.each(GENERATIONS)("with PortSIP's scripts of %s", (generation) => {
  let bench: Bench;
  afterEach(async () => {
    expect(bench.sandbox.pbx.violations).toEqual([]);
    await bench.close();
  });

  it('an upgrade of all is one pull request, in the order of PortSIP, and follows what a person did', async () => {
    bench = await startBench({ generation, pbxImage: 'portsip/pbx:22.4.0' });
    const { sandbox } = bench;
    sandbox.publishImage('portsip/pbx:22', '22.4.0');
    await sandbox.host('pbx').shell('cd /opt/portsip && /bin/sh pbx_ctl.sh upgrade -i portsip/pbx:22');
    const old = wanting('22.4.0');
    expect(await bench.deploy(old)).toMatchObject({ ok: true, failed: [] });
    const database = () => sandbox.host('dataflow-server-1').container('portsip.clickhouse')?.image;
    const before = database();

    // The registry moves the tag. Nobody asked for it: nothing is done.
    sandbox.publishImage('portsip/pbx:22', '22.6.3');
    expect(ids(await bench.plan(old))).toEqual([]);
    // And a version that the tag is not is not taken for it: nothing is stopped.
    const events = sandbox.hosts().map((host) => host.events().length);
    const wrong = await bench.deploy(wanting('22.6.2'));
    expect(wrong.failed.map(({ message }) => message)[0]).toContain('portsip/pbx:22 is version 22.6.3 by now');
    expect(sandbox.hosts().map((host) => host.events().length)).toEqual(events);

    const wanted = wanting('22.6.3');
    const shown = await bench.plan(wanted);
    const everywhere: unknown = expect.arrayContaining(Object.keys(scripts(sandbox)));
    expect(shown.plan.scripts).toEqual([{ generation, hash: expect.stringMatching(/^[0-9a-f]{12}$/), on: everywhere }]);
    const plan = inPlanJson(shown);
    const order = ['pbx', ...['im', 'dataflow', 'media', 'queue', 'vr', 'meeting'].map((name) => `${name}-server-1`)];
    expect(plan.map(({ id }) => id)).toEqual(order.map((name) => `role/${name}`));
    expect(plan[3]?.reason).toBe('the PBX is upgraded to 22.6.3, it runs 22.4.0');
    const result = await bench.deploy(wanted);
    expect({ failed: result.failed, done: doneIds(result) }).toEqual({
      failed: [],
      done: order.map((name) => `role/${name}`),
    });
    const versions = sandbox
      .hosts()
      .flatMap((host) =>
        host
          .containers()
          .flatMap(({ name, version, running }) => (version === '' ? [] : [`${name} ${version} ${running}`])),
      );
    expect(versions.filter((line) => !line.endsWith('22.6.3 true'))).toEqual([]);
    expect(database()).toBe(before);
    expect(ids(await bench.plan(wanted))).toEqual([]);

    // The next one a person makes by hand: the servers follow, and nothing is undone.
    sandbox.publishImage('portsip/pbx:22', '22.8.0');
    await sandbox.host('pbx').shell('cd /opt/portsip && /bin/sh pbx_ctl.sh upgrade -i portsip/pbx:22');
    const followed = await bench.deploy(wanted);
    expect(followed.failed).toEqual([]);
    expect(doneIds(followed)).toEqual(order.slice(1).map((name) => `role/${name}`));
    expect(sandbox.host('pbx').container('portsip.callmanager')?.version).toBe('22.8.0');
    expect(sandbox.world.countCutCalls()).toBe(0);
    // This one says itself whether it sees IM and Data Flow.
    const { servers } = await readStatus(bench.config(wanted, { id: 'status', host: 'terminal' }), []);
    expect(servers.filter(({ inPbx }) => inPbx === 'online').map(({ name, state }) => [name, state])).toEqual([
      ['im-server-1', 'online'],
      ['dataflow-server-1', 'online'],
    ]);
  });

  it('ClickHouse comes by scripts that can bring it, and never goes back', async () => {
    bench = await startBench({ generation });
    const { sandbox } = bench;
    const image =
      (tag: string): Edit =>
      (file) => {
        file.servers = file.servers.filter(({ role }) => role === 'dataflow');
        for (const server of file.servers) server['clickhouse_image'] = `portsip/clickhouse:${tag}`;
        file['restart'] = { after_scale_out: 'none' };
      };
    const dataflow = sandbox.host('dataflow-server-1');
    expect(await bench.deploy(image('25.8'))).toMatchObject({ ok: true });
    if (generation === 'v22.4') {
      expect(blocking(await bench.plan(image('26.3')))).toEqual(['scripts-older dataflow-server-1']);
      dataflow.installScripts('v22.6');
    }
    expect(await bench.deploy(image('26.3'))).toMatchObject({ ok: true });
    expect(scripts(sandbox)['dataflow-server-1']).toEqual(['run', 'upgrade']);
    expect(dataflow.container('portsip.clickhouse')?.image).toBe('portsip/clickhouse:26.3');
    expect(ids(await bench.plan(image('26.3')))).toEqual([]);
    const back = await bench.deploy(image('25.8'));
    expect(blocking(back)).toEqual(['database-older dataflow-server-1']);
    expect(scripts(sandbox)['dataflow-server-1']).toEqual(['run', 'upgrade']);
  });
});
