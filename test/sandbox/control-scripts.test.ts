import { GENERATIONS, startSandbox, type Sandbox } from '../../src/sandbox';
import { asOf } from '../../src/sandbox/generation';
import type { SandboxHost } from '../../src/sandbox/host';

let sandbox: Sandbox;

let hosts = 0;
/** One that nothing was installed on */
const freshHost = () => {
  hosts++;
  return sandbox.addHost({ name: `host-${hosts}`, role: 'im', address: `192.168.2.${hosts}` });
};

const control = (host: SandboxHost, line: string) => host.shell(`cd /opt/portsip && /bin/sh ${line}`);
const MEDIA =
  'cluster_ctl.sh run -p /var/lib/portsip -a 192.168.1.21 -x 192.168.1.20 -i portsip/pbx:22 -s media-server-only -n media-server-1';
const IM =
  'im_ctl.sh run -E -p /var/lib/portsip -f /chat/files -a 192.168.1.25 -A 104.18.36.110 -i portsip/pbx:22 -x 192.168.1.20 -t im-token-1';
const DATAFLOW = 'dataflow_ctl.sh run -p /var/lib/portsip -a 192.168.1.26 -i portsip/pbx:22 -x 192.168.1.20';

// What is known of v22.8 differs for Data Flow alone.
describe.each(GENERATIONS.filter((one) => one !== 'v22.8'))("PortSIP's scripts of %s", (generation) => {
  const january = generation === 'v22.4';
  const failure = january ? 2 : 1;

  beforeAll(async () => {
    sandbox = await startSandbox({ topology: { main: { address: '192.168.1.20' }, servers: [] }, generation });
  });
  afterAll(() => sandbox.close());

  describe('cluster_ctl.sh', () => {
    it('installs: firewall, configuration, image, container', async () => {
      const host = await freshHost();
      expect((await control(host, MEDIA)).code).toBe(0);
      expect(host.container('portsip.mediaserver')).toMatchObject({
        image: 'portsip/pbx:22',
        version: '22.6.3',
        running: true,
        args: [
          '-D',
          '/var/lib/portsip/pbx',
          '-E',
          '-a',
          '192.168.1.20',
          '-x',
          '192.168.1.21',
          '-n',
          'media-server-1',
          'start',
        ],
      });
      expect(host.firewall().services).toEqual({
        'media-server-only': ['35000-65000/udp', '8840-8845/tcp', '8840-8845/udp'],
      });
      expect(host.firewall().runtime.public?.services).toContain('media-server-only');
      expect(host.read('/opt/portsip/media-server-only/.configure_extend')?.split('\n').slice(0, 7)).toEqual([
        'PBX_DATA_PATH=/var/lib/portsip',
        'IP_ADDRESS=192.168.1.21',
        'PBX_IP_ADDRESS=192.168.1.20',
        'PBX_IMG=portsip/pbx:22',
        'EXTEND_SVC_TYPE=media-server-only',
        'EXTEND_SVC_NAME=media-server-1',
        'EXTEND_SVC_DATAPATH=/var/lib/portsip/media-server-only',
      ]);
      expect(host.exists('/var/lib/portsip/media-server-only')).toBe(true);
      expect(host.scriptRuns()).toMatchObject([
        { script: 'cluster_ctl.sh', verb: 'run', argv: MEDIA.split(' ').slice(1) },
      ]);
    });

    it('changes nothing when it is run again, and recreates the container when something differs', async () => {
      const host = await freshHost();
      await control(host, MEDIA);
      const first = host.container('portsip.mediaserver');
      await control(host, MEDIA);
      expect(host.container('portsip.mediaserver')).toEqual(first);
      await control(host, MEDIA.replace('media-server-1', 'media-server-9'));
      expect(host.container('portsip.mediaserver')?.args).toContain('media-server-9');
      expect(host.container('portsip.mediaserver')?.startedAt).toBeGreaterThan(first?.startedAt ?? Infinity);
    });

    it('tells of an unknown verb, and exits with 0 in January', async () => {
      const { code, output } = await control(await freshHost(), 'cluster_ctl.sh reinstall -s media-server-only');
      expect(code).toBe(january ? 0 : 1);
      expect(output).toContain('[error]: unknown command reinstall');
    });

    it('exits with an error when an option is missing', async () => {
      const { code, output } = await control(await freshHost(), 'cluster_ctl.sh run -p /var/lib/portsip');
      expect([code, /^\[error\]: -a is missing$/m.test(output)]).toEqual([failure, true]);
    });

    it('splits its arguments again', async () => {
      const host = await freshHost();
      const { output } = await control(host, MEDIA.replace('media-server-1', "'media  server'"));
      expect(output).toContain('-n media server');
      expect(host.container('portsip.mediaserver')?.args.slice(-3)).toEqual(['-n', 'media', 'start']);
    });

    it('works in the folder it is started from', async () => {
      const host = await freshHost();
      await host.shell(`mkdir /opt/elsewhere && cd /opt/elsewhere && /bin/sh ../portsip/${MEDIA}`);
      expect(host.exists('/opt/elsewhere/media-server-only/.configure_extend')).toBe(true);
      expect(host.exists('/opt/portsip/media-server-only')).toBe(false);
    });

    it('leaves its folder and configuration behind on rm', async () => {
      const host = await freshHost();
      await control(host, MEDIA);
      expect((await control(host, 'cluster_ctl.sh rm -s media-server-only')).code).toBe(0);
      expect(host.containers()).toEqual([]);
      expect(host.firewall().services).toEqual({});
      expect(host.exists('/opt/portsip/media-server-only/.configure_extend')).toBe(true);
    });

    it('stops and starts on restart', async () => {
      const host = await freshHost();
      await control(host, MEDIA);
      await control(host, 'cluster_ctl.sh restart -s media-server-only');
      expect(host.events().map(({ kind }) => kind)).toEqual(['start', 'stop', 'start']);
      const { code, output } = await control(host, 'cluster_ctl.sh restart -s queue-server-only');
      expect([code, output.includes('[error]')]).toEqual([failure, true]);
    });

    it('upgrades without its container as well, but not in January', async () => {
      const host = await freshHost();
      await control(host, MEDIA);
      await host.shell('docker rm -f portsip.mediaserver');
      const { code } = await control(host, 'cluster_ctl.sh upgrade -s media-server-only -i portsip/pbx:22.9.1');
      expect([code === 0, host.container('portsip.mediaserver')?.running]).toEqual(
        january ? [false, undefined] : [true, true],
      );
    });

    it('upgrades, and deletes the old image', async () => {
      const host = await freshHost();
      await control(host, MEDIA);
      expect((await control(host, 'cluster_ctl.sh upgrade -s media-server-only -i portsip/pbx:22.9.1')).code).toBe(0);
      expect(host.container('portsip.mediaserver')).toMatchObject({
        image: 'portsip/pbx:22.9.1',
        version: '22.9.1',
        running: true,
      });
      expect(host.images()).toEqual(['portsip/pbx:22.9.1']);
    });

    it('gets a new version under the same name', async () => {
      const host = await freshHost();
      await control(host, MEDIA);
      sandbox.publishImage('portsip/pbx:22', '22.7.0');
      await control(host, MEDIA);
      expect(host.container('portsip.mediaserver')?.version).toBe('22.7.0');
      sandbox.publishImage('portsip/pbx:22', '22.6.3');
    });

    test.each([
      ['too old', 'portsip/pbx:16', 'older than 22.0'],
      ['without a label', 'portsip/pbx:unlabelled', 'no version label'],
    ])('refuses an image that is %s', async (_what, image, message) => {
      const { code, output } = await control(await freshHost(), MEDIA.replace('portsip/pbx:22', image));
      expect(code).toBe(failure);
      expect(output).toMatch(new RegExp(`\\[error\\]: .*${message}`));
    });

    it('installs nothing when the registry has had enough, though its configuration is there', async () => {
      const host = await freshHost();
      host.faults.rateLimit = true;
      const { code, output } = await control(host, MEDIA);
      expect([code, output.includes('toomanyrequests')]).toEqual([1, true]);
      expect(host.containers()).toEqual([]);
      expect(host.exists('/opt/portsip/media-server-only/.configure_extend')).toBe(true);
      host.faults.rateLimit = false;
      expect((await control(host, MEDIA)).code).toBe(0);
    });
  });

  describe('im_ctl.sh', () => {
    it('installs with its companions, trusts the PBX and prints the token', async () => {
      const host = await freshHost();
      const { code, output } = await control(host, IM);
      expect(code).toBe(0);
      expect(output.match(/im-token-1/g)).toHaveLength(2);
      expect(host.containers().map(({ name, running }) => `${name} ${running}`)).toEqual([
        'portsip.database true',
        'portsip.instantmessage true',
        'portsip.webserver true',
      ]);
      expect(host.container('portsip.instantmessage')?.args.join(' ')).toBe(
        'serve -E -D /var/lib/portsip/pbx -t im-token-1 -a 192.168.1.20 -x 192.168.1.25 -z 104.18.36.110',
      );
      expect(host.firewall().runtime.trusted?.sources).toEqual(['192.168.1.20']);
      expect(host.firewall().services).toEqual({ 'portsip-im': ['8887/tcp'] });
      const configuration = host.read('/opt/portsip/im-server-only/.configure_im') ?? '';
      expect(configuration).toContain('STORAGE=/chat/files');
      expect(configuration.includes('IM_TOKEN=im-token-1')).toBe(!january);
    });

    it('needs the folder for chat files, a token, an address, and a host without the PBX', async () => {
      const host = await freshHost();
      for (const [line, message] of [
        [IM.replace('/chat/files', '/chat/none'), 'does not exist: /chat/none'],
        [IM.replace('-t im-token-1', ''), '-t is missing'],
        [IM.replace('-a 192.168.1.25 -A 104.18.36.110', ''), '-a or -A is missing'],
      ] as const) {
        const { code, output } = await control(host, line);
        expect([line, code, output.includes(message)]).toEqual([line, failure, true]);
      }
      expect((await control(sandbox.host('pbx'), IM)).output).toContain('[error]: the PBX runs on this machine');
    });

    it('reads the token back from the container when it upgrades', async () => {
      const host = await freshHost();
      await control(host, IM);
      expect((await control(host, 'im_ctl.sh upgrade -i portsip/pbx:22.9')).code).toBe(0);
      expect(host.container('portsip.instantmessage')).toMatchObject({ version: '22.9', running: true });
      expect(host.container('portsip.instantmessage')?.args).toContain('im-token-1');
    });
  });

  describe('dataflow_ctl.sh', () => {
    it('keeps the analytics over rm and run', async () => {
      const host = await freshHost();
      expect((await control(host, DATAFLOW)).output).toContain('preparing');
      const created = host.read('/var/lib/portsip/dataflow/system.ini');
      expect(created).toMatch(/^password = \w+$/m);
      await control(host, 'dataflow_ctl.sh rm');
      expect(host.containers()).toEqual([]);
      const { output } = await control(host, DATAFLOW);
      expect(output).toContain('using the analytics that are there');
      expect(output).toContain(/password = (.*)/.exec(created ?? '')?.[1]);
      expect(host.read('/var/lib/portsip/dataflow/system.ini')).toBe(created);
      expect(host.containers().map(({ name }) => name)).toEqual(['portsip.clickhouse', 'portsip.dataflow']);
      expect(host.firewall().services).toEqual({});
    });

    it('takes another ClickHouse when it upgrades, but not in January', async () => {
      const host = await freshHost();
      await control(host, `${DATAFLOW} -d portsip/clickhouse:25.8`);
      const { code, output } = await control(
        host,
        'dataflow_ctl.sh upgrade -i portsip/pbx:22 -d portsip/clickhouse:26.3',
      );
      expect([code, output.includes('Illegal option -d')]).toEqual([0, january]);
      expect(host.container('portsip.clickhouse')?.image).toBe(`portsip/clickhouse:${january ? '25.8' : '26.3'}`);
    });

    it('comes with its own ClickHouse, which does not open what a newer one wrote', async () => {
      const host = await freshHost();
      await control(host, DATAFLOW);
      expect(host.container('portsip.clickhouse')?.image).toBe(`portsip/clickhouse:${january ? '25.8' : '26.3'}`);
      await control(host, `${DATAFLOW} -d portsip/clickhouse:26.3`);
      await control(host, 'dataflow_ctl.sh rm -x 192.168.1.20');
      const { code, output } = await control(host, `${DATAFLOW} -d portsip/clickhouse:25.8`);
      expect([code, output.includes('written by ClickHouse 26.3')]).toEqual([failure, true]);
    });

    it('needs 22.3', async () => {
      const { code, output } = await control(await freshHost(), DATAFLOW.replace('pbx:22', 'pbx:22.2'));
      expect([code, output.includes('older than 22.3')]).toEqual([failure, true]);
    });
  });

  describe('pbx_ctl.sh', () => {
    it('restarts one part, or everything', async () => {
      const main = sandbox.host('pbx');
      const before = main.events().length;
      await control(main, 'pbx_ctl.sh restart -s loadbalancer');
      expect(main.events(before).map(({ kind, container }) => `${kind} ${container}`)).toEqual([
        'stop portsip.loadbalancer',
        'start portsip.loadbalancer',
      ]);
      await control(main, 'pbx_ctl.sh restart');
      const stopped = main.events(before + 2).filter(({ kind }) => kind === 'stop');
      expect(stopped).toHaveLength(main.containers().length);
      expect(main.containers().every(({ running }) => running)).toBe(true);
    });

    it('upgrades the PBX', async () => {
      const main = sandbox.host('pbx');
      expect((await control(main, 'pbx_ctl.sh upgrade -i portsip/pbx:22.9')).code).toBe(0);
      expect(sandbox.world.pbxVersion()).toBe('22.9');
    });
  });
});

it("keeps Data Flow's data for each PBX apart from v22.8 on, and upgrades one by its PBX", async () => {
  sandbox = await startSandbox({ generation: 'v22.6' });
  const host = sandbox.host('dataflow-server-1');
  await control(host, `${DATAFLOW}`);
  const before = host.read('/var/lib/portsip/dataflow/system.ini');
  host.installScripts('v22.8');
  const { code, output } = await control(host, 'dataflow_ctl.sh upgrade -i portsip/pbx:22 -x 192.168.1.20');
  expect([code, output.includes('Illegal option')]).toEqual([0, false]);
  expect(host.read('/var/lib/portsip/dataflow/system.ini')).toBeUndefined();
  const { output: listed } = await host.shell('cd /var/lib/portsip/dataflow && ls');
  expect(listed.trim()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(host.read(`/var/lib/portsip/dataflow/${listed.trim()}/system.ini`)).toBe(before);
  await sandbox.close();
});

it('leaves a stand-in as it is where generations do not differ', () => {
  const script = ['#v22.4 old #1', '#v22.4     indented', 'new #v22.6', '# v22.4 is a word', 'same'].join('\n');
  expect(asOf(script, 'v22.4')).toBe(['old #1', '    indented', '# v22.4 is a word', 'same'].join('\n'));
  for (const later of ['v22.6', 'v22.8'] as const)
    expect(asOf(script, later)).toBe(['new', '# v22.4 is a word', 'same'].join('\n'));
});
