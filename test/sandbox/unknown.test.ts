import { fault, type Told } from '../fault';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { atTerminal } from './terminal';

/* What cannot be seen, and what others depend on: it waits, and nothing else does. Each ends with an empty plan. */

jest.setTimeout(180_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  expect(bench.sandbox.world.countCutCalls()).toBe(0);
  await bench.close();
});

const only =
  (...roles: string[]): Edit =>
  (file) => {
    file.servers = file.servers.filter(({ role }) => roles.includes(String(role)));
  };
const also =
  (...edits: Edit[]): Edit =>
  (file) => {
    for (const edit of edits) edit(file);
  };
const noRestarts: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
};
const deploy = (edit: Edit): Promise<Told> => atTerminal(bench.sandbox, ['deploy', '--yes'], { edit });
const set = async (edit: Edit): Promise<void> => {
  const { failed, ok } = await bench.deploy(edit);
  expect([failed, ok]).toEqual([[], true]);
};
const entries = (role: 'media' | 'queue') =>
  bench.sandbox.pbx.state.servers[role]
    .filter(({ type }) => type === 'EXTERNAL')
    .map(({ name, private_ipv4, ipv4 }) => [name, private_ipv4 ?? ipv4])
    .sort();
const verbs = (name: string) =>
  bench.sandbox
    .host(name)
    .scriptRuns()
    .map(({ verb }) => verb);
const names = (name: string) =>
  bench.sandbox
    .host(name)
    .containers()
    .map((container) => container.name);

describe('a server that left the cluster file', () => {
  const both = also(only('media', 'queue'), noRestarts);
  const left = also(only('media'), noRestarts);

  fault(
    {
      at: 'Host',
      name: 'Docker is stopped on a server that left the cluster file',
      sees: 'What runs on the host of queue-server-1 cannot be seen (Docker does not run, or does not tell (exit 1)): it left the cluster file, and its removal waits.',
      secondRun: 'Removes the server.',
    },
    async ({ first, second }) => {
      await set(both);
      const { faults } = bench.sandbox.host('queue-server-1');
      faults.dockerDown = true;
      // What has nothing to do with it goes on.
      const more: Edit = (file) => {
        for (const server of file.servers) server['max_call_sessions'] = 4321;
      };
      first(await deploy(also(left, more)));
      expect(bench.sandbox.pbx.state.servers.media.find(({ name }) => name === 'media-server-1')).toMatchObject({
        max_concurrency: 4321,
      });
      expect(names('queue-server-1')).toContain('portsip.callqueue');
      expect(entries('queue')).toHaveLength(1);
      faults.dockerDown = false;
      second(await deploy(also(left, more)));
      expect([names('queue-server-1'), entries('queue')]).toEqual([[], []]);
      expect(ids(await bench.plan(also(left, more)))).toEqual([]);
    },
  );

  fault(
    {
      at: 'Host',
      name: '/tmp is full, or read-only',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      await set(both);
      bench.sandbox.host('queue-server-1').faults.tmpFull = true;
      first(await deploy(left));
      expect([names('queue-server-1'), entries('queue')]).toEqual([[], []]);
      second(await deploy(left));
    },
  );
});

fault(
  {
    at: 'Host',
    name: 'somebody paused the IM container',
    sees: 'its container does not run',
    goesOn: true,
    secondRun: 'Finds nothing to do.',
  },
  async ({ first, second }) => {
    const im = also(only('im'), noRestarts);
    await set(im);
    bench.sandbox.host('im-server-1').faults.paused = 'portsip.instantmessage';
    first(await deploy(im));
    const container = bench.sandbox
      .host('im-server-1')
      .containers()
      .find(({ name }) => name === 'portsip.instantmessage');
    expect(container?.running).toBe(true);
    second(await deploy(im));
  },
);

fault(
  {
    at: 'Host',
    name: 'one of two new servers is down',
    sees: 'queue-server-1 (192.168.1.22) cannot be reached',
    secondRun: 'Installs it, and restarts the others once more because of it.',
  },
  async ({ first, second }) => {
    const before = only('ivr');
    const after = only('ivr', 'media', 'queue');
    await set(before);
    const host = bench.sandbox.host('queue-server-1');
    const restarts = verbs('vr-server-1').length;
    host.faults.down();
    first(await deploy(after));
    // The one that came is a reason to restart: nothing waits for the other.
    expect(names('media-server-1')).toContain('portsip.mediaserver');
    expect(verbs('vr-server-1').slice(restarts)).toEqual(['restart']);
    expect(
      bench.sandbox
        .host('pbx')
        .scriptRuns()
        .map(({ verb }) => verb),
    ).toContain('restart');
    host.faults.up();
    second(await deploy(after));
    expect(names('queue-server-1')).toContain('portsip.callqueue');
    expect(verbs('vr-server-1').slice(restarts)).toEqual(['restart', 'restart']);
    expect(ids(await bench.plan(after))).toEqual([]);
  },
);

describe('addresses', () => {
  beforeEach(async () => {
    await bench.sandbox.addHost({ name: 'media-server-2', address: '192.168.1.27' });
    await bench.sandbox.addHost({ name: 'media-server-3', address: '192.168.1.28' });
  });
  const at =
    (...hosts: string[]): Edit =>
    (file) => {
      const [media] = file.servers.filter(({ role }) => role === 'media');
      if (!media) throw new Error('no media server');
      file.servers = hosts.map((host, index) => ({
        ...media,
        name: `media-server-${index + 1}`,
        private_ip: bench.sandbox.host(host).address,
        public_ip: undefined,
      }));
      noRestarts(file);
    };
  const address = (host: string) => bench.sandbox.host(host).address;

  fault(
    {
      at: 'PBX',
      name: 'a server gets the address of another one, which moves on',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      await set(at('media-server-1', 'media-server-2'));
      const moved = at('media-server-2', 'media-server-3');
      first(await deploy(moved));
      expect(entries('media')).toEqual([
        ['media-server-1', address('media-server-2')],
        ['media-server-2', address('media-server-3')],
      ]);
      second(await deploy(moved));
      expect(ids(await bench.plan(moved))).toEqual([]);
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'two servers exchange their addresses',
      sees: 'it changes addresses with',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      await set(at('media-server-1', 'media-server-2'));
      const moved = at('media-server-2', 'media-server-1');
      first(await deploy(moved));
      expect(entries('media')).toEqual([
        ['media-server-1', address('media-server-2')],
        ['media-server-2', address('media-server-1')],
      ]);
      second(await deploy(moved));
      expect(ids(await bench.plan(moved))).toEqual([]);
    },
  );
});
