import { guideTopology, startSandbox, type Sandbox } from '../../../src/sandbox';
import { scaledClock } from '../../../src/clock';
import type { ListedRole } from '../../../src/cluster/roles';
import { until } from '../../until';

const start = () => {
  const { main, servers } = guideTopology();
  return startSandbox({ onlineDelayMs: 0, clock: scaledClock(10), topology: { main, servers: servers.slice(0, 2) } });
};
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await start();
});
afterEach(() => sandbox.close());

const INSTALL: Partial<Record<ListedRole, [host: string, service: string]>> = {
  media: ['media-server-1', 'media-server-only'],
  queue: ['queue-server-1', 'queue-server-only'],
};

/** As a person would do it in the portal, on the main server and on the host. */
async function add(
  role: 'media' | 'queue',
  { name = INSTALL[role]?.[0] ?? '', pbx = '192.168.1.20', trust = true } = {},
) {
  const [hostName, service] = INSTALL[role] ?? ['', ''];
  const host = sandbox.host(hostName);
  const address = role === 'media' ? { private_ipv4: host.address } : { ipv4: host.address };
  sandbox.pbx.state.servers[role].push({
    id: `id-${hostName}`,
    name: hostName,
    type: 'EXTERNAL',
    enabled: true,
    ...address,
  });
  if (trust) await trustHost(host.address);
  const line = `-p /var/lib/portsip -a ${host.address} -x ${pbx} -i portsip/pbx:22 -s ${service} -n ${name}`;
  await host.shell(`cd /opt/portsip && /bin/sh cluster_ctl.sh run ${line}`);
  return host;
}

const trustHost = (source: string) =>
  sandbox.host('pbx').shell(`firewall-cmd --permanent --zone=trusted --add-source=${source} && firewall-cmd --reload`);

function status(role: ListedRole, name: string) {
  const server = sandbox.pbx.state.servers[role].find((candidate) => candidate.name === name);
  return server ? sandbox.world.serverStatus(role, server).status : 'UNKNOWN';
}

describe('a server is ONLINE', () => {
  it('when it runs under the name and for the PBX that the portal has, and the main server trusts it', async () => {
    const host = await add('media');
    expect(status('media', 'media-server-1')).toBe('ONLINE');
    await host.shell('docker stop portsip.mediaserver');
    expect(status('media', 'media-server-1')).toBe('OFFLINE');
  });

  it('not under another name', async () => {
    await add('media', { name: 'media-server-one' });
    expect(status('media', 'media-server-1')).toBe('OFFLINE');
  });

  it('not for another PBX', async () => {
    await add('media', { pbx: '192.168.1.19' });
    expect(status('media', 'media-server-1')).toBe('OFFLINE');
  });

  it('only once the main server trusts its address at runtime', async () => {
    const host = await add('media', { trust: false });
    const main = sandbox.host('pbx');
    expect(status('media', 'media-server-1')).toBe('OFFLINE');
    await main.shell(`firewall-cmd --permanent --zone=trusted --add-source=${host.address}`);
    expect(status('media', 'media-server-1')).toBe('OFFLINE');
    await main.shell('firewall-cmd --reload');
    expect(status('media', 'media-server-1')).toBe('ONLINE');
  });

  it('when a whole network is trusted', async () => {
    await trustHost('192.168.1.0/24');
    await add('queue', { trust: false });
    expect(status('queue', 'queue-server-1')).toBe('ONLINE');
  });

  it('some time after it was started', async () => {
    sandbox.world.onlineDelayMs = 60_000;
    await add('queue');
    expect(status('queue', 'queue-server-1')).toBe('OFFLINE');
    sandbox.world.onlineDelayMs = 4_000;
    await until(() => status('queue', 'queue-server-1') === 'ONLINE');
    const { startedAt = 0 } = sandbox.host('queue-server-1').container('portsip.callqueue') ?? {};
    expect(sandbox.clock.now() - startedAt).toBeGreaterThanOrEqual(4_000);
  });

  it('while its host and the PBX run', async () => {
    const host = await add('queue');
    host.faults.down();
    expect(status('queue', 'queue-server-1')).toBe('OFFLINE');
    host.faults.up();
    expect(status('queue', 'queue-server-1')).toBe('ONLINE');
    await sandbox.host('pbx').shell('docker stop portsip.callmanager');
    expect(status('queue', 'queue-server-1')).toBe('OFFLINE');
  });

  it('never, when that is what a test wants', async () => {
    const host = await add('queue');
    host.faults.neverOnline = true;
    expect(status('queue', 'queue-server-1')).toBe('OFFLINE');
  });

  it('if it is built in, with the PBX', () => {
    expect(status('meeting', 'default')).toBe('ONLINE');
  });
});

describe('calls', () => {
  it('are cut when their server is restarted, not when it is another one', async () => {
    const host = await add('media');
    await add('queue');
    sandbox.world.addCalls('media-server-1', 3);
    await sandbox
      .host('queue-server-1')
      .shell('cd /opt/portsip && /bin/sh cluster_ctl.sh restart -s queue-server-only');
    expect([sandbox.world.callsOn('media-server-1'), sandbox.world.countCutCalls()]).toEqual([3, 0]);
    await host.shell('cd /opt/portsip && /bin/sh cluster_ctl.sh restart -s media-server-only');
    expect([sandbox.world.callsOn('media-server-1'), sandbox.world.countCutCalls()]).toEqual([0, 3]);
  });

  it.each(['rm -s media-server-only', 'stop -s media-server-only', 'upgrade -s media-server-only -i portsip/pbx:22.9'])(
    'are cut by %s',
    async (line) => {
      const host = await add('media');
      sandbox.world.addCalls('media-server-1', 2);
      await host.shell(`cd /opt/portsip && /bin/sh cluster_ctl.sh ${line}`);
      expect(sandbox.world.countCutCalls()).toBe(2);
    },
  );

  it('are cut when the host loses power', async () => {
    const host = await add('media');
    sandbox.world.addCalls('media-server-1', 2);
    host.faults.down();
    expect(sandbox.world.countCutCalls()).toBe(2);
  });

  it('that have ended before are not cut', async () => {
    const host = await add('media');
    sandbox.world.addCalls('media-server-1', 2);
    sandbox.world.addCalls('media-server-1', 2, 300);
    sandbox.world.endCalls('media-server-1', 2);
    await until(() => sandbox.world.callsUp() === 0);
    await host.shell('cd /opt/portsip && /bin/sh cluster_ctl.sh restart -s media-server-only');
    expect(sandbox.world.countCutCalls()).toBe(0);
  });

  it('are seen by the API as current_concurrency', async () => {
    await add('media');
    sandbox.world.addCalls('media-server-1', 4);
    const [, server] = sandbox.pbx.state.servers.media;
    expect(server && sandbox.world.serverStatus('media', server)).toMatchObject({ status: 'ONLINE', calls: 4 });
  });

  it('go to the least loaded server that is enabled and ONLINE, the built-in one included', async () => {
    await add('media');
    for (let call = 0; call < 4; call++) expect(sandbox.world.placeCall('media')).toBe(true);
    expect([sandbox.world.callsOn('default'), sandbox.world.callsOn('media-server-1')]).toEqual([2, 2]);
    const [builtIn, server] = sandbox.pbx.state.servers.media;
    if (!builtIn || !server) throw new Error('there must be two');
    builtIn.enabled = false;
    sandbox.world.placeCall('media');
    expect([sandbox.world.callsOn('default'), sandbox.world.callsOn('media-server-1')]).toEqual([2, 3]);
    server.enabled = false;
    expect(sandbox.world.placeCall('media')).toBe(false);
    expect([sandbox.world.rejectedCalls, sandbox.world.placedCalls]).toEqual([1, 5]);
  });

  it('come and go by themselves as traffic', async () => {
    const stop = sandbox.world.traffic({ roles: ['media'], everyMs: 100, durationMs: 500 });
    await until(() => sandbox.world.placedCalls > 2);
    stop();
    await until(() => sandbox.world.callsUp() === 0);
    expect([sandbox.world.callsUp(), sandbox.world.countCutCalls(), sandbox.world.rejectedCalls]).toEqual([0, 0, 0]);
  });
});

describe('a snapshot', () => {
  it('is the same for two clusters that were made in the same way', async () => {
    await add('media');
    const first = sandbox.snapshot();
    await sandbox.close();
    sandbox = await start();
    expect(sandbox.snapshot()).not.toEqual(first);
    await add('media');
    expect(sandbox.snapshot()).toEqual(first);
  });
});
