import { mkdirSync, statSync } from 'node:fs';
import { DEFAULT_OPTIONS, releaseHeld, runStages } from '../../src/deploy/run';
import { until } from '../until';
import { blocking, doneIds, ids, inPlanJson, scripts, startBench, type Bench, type Edit } from './cluster';

jest.setTimeout(120_000);

let bench: Bench;
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  await bench.close();
});

const noRestarts: Edit = (file) => (file['restart'] = { after_scale_out: 'none' });
const onlyMedia: Edit = (file) => {
  noRestarts(file);
  file.servers = file.servers.filter(({ role }) => role === 'media');
};
const withQueue: Edit = (file) => {
  noRestarts(file);
  file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'queue');
};

async function deployed(edit: Edit): Promise<Bench> {
  bench = await startBench();
  const { failed, skipped, ok } = await bench.deploy(edit);
  expect({ failed, skipped, ok }).toEqual({ failed: [], skipped: [], ok: true });
  return bench;
}

describe('two deploys at once', () => {
  it('do the work once: the second waits for the first and finds nothing left', async () => {
    bench = await startBench();
    const [first, second] = await Promise.all([bench.deploy(withQueue), bench.deploy(withQueue)]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect([first.done.length, second.done.length].sort((a, b) => a - b)[0]).toBe(0);
    expect(scripts(bench.sandbox)['media-server-1']).toEqual(['run']);
    expect(bench.log.join('\n')).toContain('is locked by run-');
  });

  const lock = '/var/lib/portsip-cluster/acme.lock/holder.json';

  it('of which one has the name of this machine, and a process that is not there: its lock is waited for', async () => {
    bench = await startBench();
    const main = bench.sandbox.host('pbx');
    mkdirSync(main.path('/var/lib/portsip-cluster/acme.lock'), { recursive: true });
    // No process has this number: it is above what Linux gives out.
    main.write(lock, JSON.stringify({ id: 'one', host: (await import('node:os')).hostname(), pid: 2 ** 30 }));
    const waiting = bench.deploy(onlyMedia);
    await until(() => bench.log.join('\n').includes('acme is locked by one'));
    main.uptimeAhead += 120;
    expect((await waiting).ok).toBe(true);
    expect(bench.log.join('\n')).toContain('Took over the lock of one');
    expect(main.exists(lock)).toBe(false);
  });

  it('of which one gave no sign of life for minutes: its lock is taken over', async () => {
    bench = await startBench();
    const main = bench.sandbox.host('pbx');
    mkdirSync(main.path('/var/lib/portsip-cluster/acme.lock'), { recursive: true });
    main.write(lock, JSON.stringify({ id: 'silent', host: 'another-machine' }));
    const written = Math.floor(statSync(main.path(lock)).mtimeMs / 1000);
    main.write('/var/lib/portsip-cluster/acme.lock/beat', `100 ${main.bootId} ${written}\n`);
    expect((await bench.deploy(onlyMedia)).ok).toBe(true);
    expect(bench.log.join('\n')).toContain('Took over the lock of silent on another-machine');
  });
});

describe('the record', () => {
  const file = '/var/lib/portsip-cluster/acme.json';

  it('says what was put there, by which run', async () => {
    await deployed(withQueue);
    const record = JSON.parse(bench.sandbox.host('pbx').read(file) ?? '{}') as Record<string, unknown>;
    expect(record).toMatchObject({
      version: 1,
      cluster: 'acme',
      run: 'run-1',
      servers: { 'media-server-1': { role: 'media', address: '192.168.1.21' }, 'queue-server-1': { role: 'queue' } },
      firewall: ['192.168.1.21', '192.168.1.22'],
      builtInDisabled: ['media', 'queue'],
      restarts: {},
    });
    expect(JSON.stringify(record)).not.toContain('PRIVATE');
  });

  it('of a newer release is not touched', async () => {
    await deployed(onlyMedia);
    const main = bench.sandbox.host('pbx');
    main.write(file, JSON.stringify({ version: 2, cluster: 'acme' }));
    await expect(bench.deploy(withQueue)).rejects.toThrow('newer release');
    expect(main.read(file)).toBe(JSON.stringify({ version: 2, cluster: 'acme' }));
  });

  it('that is damaged removes nothing and says so', async () => {
    await deployed(withQueue);
    bench.sandbox.host('pbx').write(file, '{"version": 1, "clus');
    const result = await bench.deploy(onlyMedia);
    expect(ids(result)).toEqual([]);
    expect(result.plan.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['record-lost', 'unmanaged-server']),
    );
  });
});

describe('a host', () => {
  it('that is down does not stop the others, and is finished later', async () => {
    bench = await startBench();
    const { sandbox } = bench;
    sandbox.host('queue-server-1').down();
    const first = await bench.deploy(withQueue);
    expect(first.ok).toBe(false);
    expect(blocking(first)).toEqual(['host-unreachable queue-server-1']);
    expect(doneIds(first)).toContain('role/media-server-1');
    expect(sandbox.pbx.state.servers.queue.find(({ type }) => type === 'INTERNAL')?.enabled).toBe(true);
    sandbox.host('queue-server-1').up();
    expect((await bench.deploy(withQueue)).ok).toBe(true);
    expect(ids(await bench.plan(withQueue))).toEqual([]);
    expect(scripts(sandbox)['media-server-1']).toEqual(['run']);
  });

  it('with another key is not talked to, and the line to compare is shown', async () => {
    bench = await startBench();
    bench.sandbox.host('queue-server-1').faults.wrongHostKey = true;
    const plan = await bench.plan(withQueue);
    const finding = plan.plan.warnings.find(({ code }) => code === 'host-unreachable');
    expect(finding?.message).toMatch(/SHA256:/);
    expect(scripts(bench.sandbox)['queue-server-1']).toEqual([]);
  });

  it('that the registry refuses keeps the built-in server on, and the next run finishes', async () => {
    bench = await startBench();
    const { sandbox } = bench;
    sandbox.host('media-server-1').faults.rateLimit = true;
    const first = await bench.deploy(onlyMedia);
    expect(first.failed.map(({ message }) => message)).toEqual([expect.stringContaining('toomanyrequests')]);
    expect(first.skipped.map(({ change }) => change.id)).toEqual(['built-in/media']);
    expect(sandbox.pbx.state.servers.media.find(({ type }) => type === 'INTERNAL')?.enabled).toBe(true);
    sandbox.host('media-server-1').faults.rateLimit = false;
    expect((await bench.deploy(onlyMedia)).ok).toBe(true);
    expect(ids(await bench.plan(onlyMedia))).toEqual([]);
  });

  it('that already has another role is left alone', async () => {
    bench = await startBench();
    bench.sandbox.host('media-server-1').faults.conflictingRole = true;
    const result = await bench.deploy(onlyMedia);
    expect(blocking(result)).toEqual(['other-role media-server-1']);
    expect(result.done).toEqual([]);
  });

  it('whose sudo asks for a password, with none given, says what to do', async () => {
    bench = await startBench();
    bench.sandbox.host('media-server-1').faults.sudoPassword = 'secret-word';
    const { plan } = await bench.plan(onlyMedia);
    expect(plan.warnings.find(({ code }) => code === 'host-unreachable')?.message).toMatch(/sudo/);
  });
});

describe('the PBX', () => {
  it('whose address changed gets every server recreated with it', async () => {
    bench = await startBench();
    const { sandbox } = bench;
    expect((await bench.deploy((file) => (file['restart'] = { after_scale_out: 'none' }))).ok).toBe(true);
    sandbox.moveMain('192.168.1.30');
    const plan = await bench.plan();
    expect(inPlanJson(plan).map(({ id, action, attributes }) => [id, action, attributes[0]])).toEqual(
      ['im', 'dataflow', 'media', 'queue', 'vr', 'meeting'].map((name) => [
        `role/${name}-server-1`,
        'update',
        { name: 'pbx.private_ip', before: '192.168.1.20', after: '192.168.1.30' },
      ]),
    );
    const result = await bench.deploy();
    expect(result.failed).toEqual([]);
    expect(scripts(sandbox)['dataflow-server-1']).toEqual(['run', 'rm', 'run']);
    expect(ids(await bench.plan())).toEqual([]);
  });
});

describe('what somebody else did', () => {
  it('is left alone and reported', async () => {
    bench = await startBench();
    const main = bench.sandbox.host('pbx');
    await main.shell('firewall-cmd --permanent --zone=trusted --add-source=10.9.8.7 && firewall-cmd --reload');
    expect((await bench.deploy(onlyMedia)).ok).toBe(true);
    expect(main.firewall().permanent['trusted']?.sources).toContain('10.9.8.7');
    const plan = await bench.plan(onlyMedia);
    expect(plan.plan.warnings).toContainEqual(expect.objectContaining({ code: 'unmanaged-source', severity: 'note' }));
  });

  it('with the zone of an address blocks its server and names the zone', async () => {
    bench = await startBench();
    await bench.sandbox
      .host('pbx')
      .shell('firewall-cmd --permanent --zone=drop --add-source=192.168.1.21 && firewall-cmd --reload');
    const result = await bench.deploy(onlyMedia);
    expect(blocking(result)).toEqual(['zone-conflict media-server-1']);
    expect(result.plan.warnings.find(({ code }) => code === 'zone-conflict')?.message).toContain('"drop"');
  });

  it('with the zone of a network blocks the servers that firewalld gives to it before the trusted one', async () => {
    bench = await startBench();
    const main = bench.sandbox.host('pbx');
    await main.shell('firewall-cmd --zone=internal --add-source=192.168.1.0/24');
    const result = await bench.deploy(onlyMedia);
    expect(blocking(result)).toEqual(['zone-overlap media-server-1']);
    expect(bench.sandbox.host('media-server-1').scriptRuns()).toEqual([]);
    // One that comes after it has no say.
    await main.shell(
      'firewall-cmd --zone=internal --remove-source=192.168.1.0/24 && firewall-cmd --zone=work --add-source=192.168.1.0/24',
    );
    expect((await bench.deploy(onlyMedia)).ok).toBe(true);
    expect(ids(await bench.plan(onlyMedia))).toEqual([]);
  });

  it('to the running firewall alone is still there after a deploy', async () => {
    bench = await startBench();
    const main = bench.sandbox.host('pbx');
    await main.shell(
      'firewall-cmd --zone=drop --add-source=203.0.113.66 && firewall-cmd --zone=public --add-port=9999/tcp',
    );
    expect((await bench.deploy(onlyMedia)).ok).toBe(true);
    const { runtime, permanent } = main.firewall();
    expect([runtime['drop']?.sources, runtime['public']?.ports]).toEqual([['203.0.113.66'], ['9999/tcp']]);
    for (const zones of [runtime, permanent]) expect(zones['trusted']?.sources).toEqual(['192.168.1.21']);
    expect(main.firewallReloads()).toBe(0);
    // Nor does the removal of a server drop them.
    const none: Edit = (file) => {
      onlyMedia(file);
      file.servers = [];
    };
    expect((await bench.deploy(none)).ok).toBe(true);
    expect(main.firewall().runtime['drop']?.sources).toEqual(['203.0.113.66']);
    expect(main.firewall().runtime['trusted']?.sources).toEqual([]);
  });

  it("to a server's container is put right", async () => {
    await deployed(withQueue);
    await bench.sandbox.host('queue-server-1').shell('docker stop portsip.callqueue');
    const plan = await bench.plan(withQueue);
    expect(inPlanJson(plan).map(({ id, reason }) => [id, reason])).toEqual([
      ['role/queue-server-1', 'its container does not run'],
    ]);
    expect((await bench.deploy(withQueue)).ok).toBe(true);
    expect(ids(await bench.plan(withQueue))).toEqual([]);
  });
});

describe('a maintenance window', () => {
  it('that is closed leaves restarts owed; they are done when it opens, once', async () => {
    const window =
      (open: boolean): Edit =>
      (file) => {
        file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'queue');
        const day = new Date(bench.sandbox.clock.now() + (open ? 0 : 3) * 86_400_000).getUTCDay();
        file['restart'] = {
          drain_timeout: '10s',
          window: {
            days: [['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][day]],
            from: '00:00',
            to: '23:59',
            timezone: 'UTC',
          },
        };
      };
    bench = await startBench();
    const { sandbox } = bench;
    const first = await bench.deploy(window(false));
    expect(first.ok).toBe(true);
    expect(first.skipped.map(({ change, reason }) => [change.id, reason])).toContainEqual([
      'restart/media-server-1',
      'waits for the maintenance window',
    ]);
    expect(scripts(sandbox)['media-server-1']).toEqual(['run']);
    expect(ids(await bench.plan(window(false)))).toContain('restart/loadbalancer');

    const second = await bench.deploy(window(true));
    expect(second.failed).toEqual([]);
    expect(doneIds(second)).toEqual(
      expect.arrayContaining(['restart/pbx', 'restart/loadbalancer', 'restart/media-server-1']),
    );
    expect(scripts(sandbox)['media-server-1']).toEqual(['run', 'restart']);
    expect(ids(await bench.plan(window(true)))).toEqual([]);
  });
});

describe('a server that moves', () => {
  it('is uninstalled where it was and installed where it is now', async () => {
    await deployed(withQueue);
    const { sandbox } = bench;
    await sandbox.addHost({ name: 'spare', address: '192.168.1.40' });
    const edit: Edit = (file) => {
      withQueue(file);
      for (const server of file.servers) if (server.role === 'queue') server['private_ip'] = '192.168.1.40';
    };
    const result = await bench.deploy(edit);
    expect(result.failed).toEqual([]);
    expect(sandbox.host('queue-server-1').container('portsip.callqueue')).toBeUndefined();
    expect(sandbox.host('spare').container('portsip.callqueue')?.running).toBe(true);
    expect(sandbox.host('pbx').firewall().permanent['trusted']?.sources).not.toContain('192.168.1.22');
    expect(sandbox.world.countCutCalls()).toBe(0);
    expect(ids(await bench.plan(edit))).toEqual([]);
  });
});

describe('a cancelled run', () => {
  it('gives back what it had taken: the server takes calls again, the lock is free', async () => {
    await deployed(withQueue);
    const { sandbox } = bench;
    sandbox.world.addCalls('media-server-1', 1);
    const cancel = new AbortController();
    const config = bench.config(withQueue, { id: 'job-1', host: 'runner', keepLock: true }, cancel.signal);
    const running = runStages(config, {
      ...DEFAULT_OPTIONS,
      stages: ['restart'],
      restart: { roles: [], servers: ['media-server-1'], pbx: false, reason: 'a test' },
    });
    const media = () => sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1');
    await until(() => media()?.enabled === false);
    cancel.abort();
    // Its calls were still ending: it was given back at once.
    expect(await running).toMatchObject({
      ok: false,
      interrupted: true,
      outOfCalls: [],
      failed: [{ end: 'cancelled' }],
    });
    const lock = '/var/lib/portsip-cluster/acme.lock/holder.json';
    expect(sandbox.host('pbx').exists(lock)).toBe(true);
    expect(await releaseHeld(bench.config(withQueue, { id: 'job-1', host: 'runner', keepLock: true }))).toEqual([]);
    expect(sandbox.host('pbx').exists(lock)).toBe(false);
    expect(media()?.enabled).toBe(true);
    expect(sandbox.world.countCutCalls()).toBe(0);
    expect(ids(await bench.plan(withQueue))).toEqual([]);
  });

  it('that was killed while it drained is repaired by the next one', async () => {
    await deployed(withQueue);
    const { sandbox } = bench;
    const main = sandbox.host('pbx');
    const record = JSON.parse(main.read('/var/lib/portsip-cluster/acme.json') ?? '{}') as Record<string, unknown>;
    main.write('/var/lib/portsip-cluster/acme.json', JSON.stringify({ ...record, draining: ['media-server-1'] }));
    for (const server of sandbox.pbx.state.servers.media) server.enabled = server.type === 'INTERNAL';
    const plan = await bench.plan(withQueue);
    expect(inPlanJson(plan).map(({ id, reason }) => [id, reason])).toEqual([
      ['server/media-server-1', 'an interrupted run had drained it: it takes calls again'],
      ['built-in/media', expect.any(String)],
    ]);
    expect((await bench.deploy(withQueue)).ok).toBe(true);
    expect(ids(await bench.plan(withQueue))).toEqual([]);
    expect(JSON.parse(main.read('/var/lib/portsip-cluster/acme.json') ?? '{}')).toMatchObject({ draining: [] });
  });
});
