import { fault, type Told } from '../fault';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { makeCertificate } from '../../src/sandbox/pbx/certificate';
import { atTerminal, type Terminal } from './terminal';

/* What goes wrong with the PBX while it is deployed: one media server, and each ends with an empty plan. */

jest.setTimeout(120_000);

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(async () => {
  expect(bench.sandbox.pbx.violations).toEqual([]);
  expect(bench.sandbox.world.countCutCalls()).toBe(0);
  await bench.close();
});

const onlyMedia: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'media');
};
const deploy = (options: Terminal = {}): Promise<Told> =>
  atTerminal(bench.sandbox, ['deploy', '--yes'], { edit: onlyMedia, ...options });
const installs = () =>
  bench.sandbox
    .host('media-server-1')
    .scriptRuns()
    .map(({ verb }) => verb);
const portal = () => bench.sandbox.pbx.state.servers.media.map(({ name, enabled }) => [name, enabled]);

const INSTALLING = 'install media-server-1: started';
/** Does `work` once, as soon as `text` is printed. */
function when(text: string, work: () => void): Pick<Terminal, 'onText'> {
  let output = '';
  let done = false;
  return {
    onText: (more) => {
      output += more;
      if (done || !output.includes(text)) return;
      done = true;
      work();
    },
  };
}

describe('a fault that passes', () => {
  afterEach(async () => {
    expect(installs()).toEqual(['run']);
    expect(portal()).toEqual([
      ['default', false],
      ['media-server-1', true],
    ]);
    expect(ids(await bench.plan(onlyMedia))).toEqual([]);
  });

  fault(
    {
      at: 'PBX',
      name: 'signs out everybody in mid-run (401)',
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { pbx } = bench.sandbox;
      first(await deploy(when(INSTALLING, () => pbx.expireTokens())));
      expect(pbx.requests.filter(({ status }) => status === 401)).not.toEqual([]);
      second(await deploy());
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'throttles with 429 and Retry-After',
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { faults, requests } = bench.sandbox.pbx;
      faults.add({ on: 'POST /ip_filters', status: 429, retryAfter: '2', times: 2 });
      const { now } = bench.sandbox.clock;
      const began = now();
      first(await deploy());
      expect(now() - began).toBeGreaterThan(4000);
      expect(requests.filter(({ status }) => status === 429)).toHaveLength(2);
      second(await deploy());
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'is away for a minute behind a proxy that answers 502',
      sees: 'the PBX answered 502 Bad Gateway; still trying',
      goesOn: true,
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { faults } = bench.sandbox.pbx;
      const away = () => {
        faults.add({ status: 502, times: Infinity, body: '<html><h1>Bad Gateway</h1></html>' });
        bench.sandbox.clock.after(60_000, () => faults.clear());
      };
      first(await deploy(when(INSTALLING, away)));
      second(await deploy());
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'resets connections, before and after it did what it was asked',
      secondRun: 'Finds nothing to do, and nothing was registered twice.',
    },
    async ({ first, second }) => {
      const { faults } = bench.sandbox.pbx;
      faults.add({ on: 'GET /media_servers', reset: true });
      faults.add({ on: 'POST /ip_filters', reset: true });
      faults.add({ on: 'POST /media_servers', loseAnswer: true });
      first(await deploy());
      second(await deploy());
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'takes three seconds for each answer',
      secondRun: 'Finds nothing to do.',
    },
    async ({ first, second }) => {
      const { faults } = bench.sandbox.pbx;
      faults.add({ delayMs: 3000, times: 8 });
      first(await deploy());
      faults.clear();
      second(await deploy());
    },
  );
});

describe('a fault that somebody has to put right', () => {
  fault(
    {
      at: 'PBX',
      name: 'has another certificate than the pinned one',
      sees: 'another certificate than the pinned one. Nothing was sent',
      secondRun: 'With the new fingerprint it deploys.',
    },
    async ({ first, second }) => {
      const { pbx } = bench.sandbox;
      const renewed = await makeCertificate();
      pbx.changeCertificate(renewed);
      first(await deploy());
      expect([pbx.requests, installs()]).toEqual([[], []]);
      second(await deploy({ env: { PORTSIP_PBX_FINGERPRINT: renewed.fingerprint } }));
      expect(installs()).toEqual(['run']);
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'gets another certificate in mid-run',
      sees: 'another certificate than the pinned one. Nothing was sent',
      secondRun: 'With the new fingerprint it carries on; the script is not run again.',
    },
    async ({ first, second }) => {
      const { pbx } = bench.sandbox;
      const renewed = await makeCertificate();
      first(await deploy(when(INSTALLING, () => pbx.changeCertificate(renewed))));
      second(await deploy({ env: { PORTSIP_PBX_FINGERPRINT: renewed.fingerprint } }));
      expect(installs()).toEqual(['run']);
    },
  );

  fault(
    {
      at: 'PBX',
      name: "denies a cluster server's network (a DENY rule in its blacklist)",
      sees: "The PBX's IP blacklist denies 192.168.1.0/24, which covers 192.168.1.21; delete that entry on the portal's IP Blacklist page",
      secondRun: 'With the rule gone it deploys; the rule itself was not touched.',
    },
    async ({ first, second }) => {
      const { state } = bench.sandbox.pbx;
      const rule = { id: 'deny', cidr: '192.168.1.0/24', target: 'DENY' as const, expire_at: null, description: null };
      state.ipFilters.push(rule);
      first(await deploy());
      expect(state.ipFilters).toContain(rule);
      expect(installs()).toEqual([]);
      state.ipFilters = state.ipFilters.filter(({ id }) => id !== 'deny');
      second(await deploy());
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'had a server removed by hand while it was installed',
      sees: 'media-server-1 is not in the portal any more: somebody deleted it there meanwhile; deploy again to register it',
      secondRun: 'Registers it again; the script is not run again.',
    },
    async ({ first, second }) => {
      const { state } = bench.sandbox.pbx;
      first(
        await deploy(
          when(INSTALLING, () => {
            state.servers.media = state.servers.media.filter(({ type }) => type === 'INTERNAL');
          }),
        ),
      );
      // Nobody else serves: the built-in server stays on.
      expect(portal()).toEqual([['default', true]]);
      second(await deploy());
      expect(installs()).toEqual(['run']);
      expect(portal()).toEqual([
        ['default', false],
        ['media-server-1', true],
      ]);
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'had a server renamed by hand',
      sees: 'The portal has 192.168.1.21 as "renamed-by-hand", which this project did not put there; name it so in the cluster file, or delete it on the portal\'s Media Servers page',
      secondRun: 'With the old name given back there is nothing to do.',
    },
    async ({ first, second }) => {
      const { state } = bench.sandbox.pbx;
      expect((await deploy()).code).toBe(0);
      const [server] = state.servers.media.filter(({ type }) => type === 'EXTERNAL');
      if (!server) throw new Error('it is not there');
      server.name = 'renamed-by-hand';
      first(await deploy());
      server.name = 'media-server-1';
      second(await deploy());
      expect(installs()).toEqual(['run']);
    },
  );

  fault(
    {
      at: 'PBX',
      name: 'still takes a server for ONLINE that was restarted and does not report again',
      sees: 'media-server-1 runs, but the PBX does not see it: still OFFLINE after 30 s.',
      secondRun: 'Gives it calls again, once it reports; until then the built-in server has them.',
    },
    async ({ first, second }) => {
      const edit: Edit = (file) => {
        onlyMedia(file);
        file['restart'] = { after_scale_out: 'none', start_timeout: '30s' };
      };
      expect((await deploy({ edit })).code).toBe(0);
      const { faults } = bench.sandbox.host('media-server-1');
      const restart = ['restart', '--yes', '--servers', 'media-server-1', '--reason', 'a test'];
      faults.staleOnlineMs = 10_000;
      const fails = () => (faults.neverOnline = true);
      first(await atTerminal(bench.sandbox, restart, { edit, ...when('waiting for ONLINE', fails) }));
      expect(portal()).toEqual([
        ['default', true],
        ['media-server-1', false],
      ]);
      Object.assign(faults, { staleOnlineMs: 0, neverOnline: false });
      second(await deploy({ edit }));
      expect(portal()).toEqual([
        ['default', false],
        ['media-server-1', true],
      ]);
    },
  );
});
