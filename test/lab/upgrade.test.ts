import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { containers } from './eyes';
import { execute, Lab } from './lab';

/* The seven machines go from one version of PortSIP to the next, on real Docker, with a backup and calls up. */

/** In PortSIP's order: the host, and the container whose version it is upgraded for */
const ORDER = [
  ['pbx', 'portsip.callmanager'],
  ['im-server-1', 'portsip.instantmessage'],
  ['dataflow-server-1', 'portsip.dataflow'],
  ['media-server-1', 'portsip.mediaserver'],
  ['queue-server-1', 'portsip.callqueue'],
  ['vr-server-1', 'portsip.virtualreceptionist'],
  ['meeting-server-1', 'portsip.conference'],
] as const;
const BY_HAND = 'cd /opt/portsip && PORTSIP_STANDIN_PAUSE=0 /bin/sh pbx_ctl.sh upgrade -i portsip/pbx:22';

const DRIFT = resolve(__dirname, '../../dist/drift/index.js');

interface Said {
  changes: { id: string; action: string }[];
  warnings: { code: string; severity: string; server?: string }[];
  scripts: { generation: string; on: string[] }[];
}

describe.each(['v22.4', 'v22.6'])("with PortSIP's scripts of %s", (generation) => {
  let lab: Lab;
  beforeAll(async () => {
    execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
    process.env['LAB_GENERATION'] = generation;
    lab = await Lab.up();
    await moveTag('22.4.0');
    await lab.on('pbx', BY_HAND);
  });
  afterAll(() => {
    Lab.down();
    delete process.env['LAB_GENERATION'];
  });

  const moveTag = (version: string) => lab.publish(`portsip/pbx:22=${version}`);

  function wanting(version: string, clickhouse?: string): string {
    return lab.writeClusterFile((cluster) => {
      cluster.pbx = { ...cluster.pbx, image: 'portsip/pbx:22', version };
      cluster['restart'] = { after_scale_out: 'none', drain_timeout: '15s' };
      cluster['backup'] = { max_age: '24h' };
      for (const server of cluster.servers)
        if (server.role === 'dataflow' && clickhouse) server['clickhouse_image'] = `portsip/clickhouse:${clickhouse}`;
    });
  }

  async function plan(file: string): Promise<Said> {
    const { stdout, stderr } = await lab.cli(['plan', '--json', '--allow-undersized'], { file });
    if (!stdout.startsWith('{')) throw new Error(stderr);
    return JSON.parse(stdout) as Said;
  }

  async function done(file: string, command: string, ...flags: string[]): Promise<void> {
    const { code, stdout, stderr } = await lab.cli([command, '--yes', ...flags], { file });
    expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.stringContaining('Done') });
  }

  /** What the action says that looks each morning */
  async function drift(version: string): Promise<string> {
    const env = { ...lab.env, 'INPUT_CLUSTER-FILE': wanting(version), 'INPUT_DRY-RUN': 'true' };
    const { code, stdout, stderr } = await execute(lab.asRunner([process.execPath, DRIFT]), env);
    expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.stringContaining('Without dry-run') });
    return stdout.replace(/\s+/g, ' ');
  }

  const deploy = (file: string) => done(file, 'deploy', '--allow-undersized');
  const ids = ({ changes }: Said) => changes.map(({ id }) => id);
  const blocking = ({ warnings }: Said) =>
    warnings.flatMap(({ code, severity, server = '' }) => (severity === 'blocking' ? [`${code} ${server}`] : []));
  const roles = ORDER.map(([host]) => `role/${host}`);
  const seen = async () =>
    Promise.all(ORDER.map(async ([host, container]) => (await containers(lab, host))[container]));
  const versions = async () => [...new Set((await seen()).map((one) => `${one?.version} ${one?.state}`))];

  it('they run what the tag was', async () => {
    await deploy(wanting('22.4.0'));
    expect(await versions()).toEqual(['22.4.0 running']);
    const { changes, scripts } = await plan(wanting('22.4.0'));
    const on = expect.arrayContaining(ORDER.map(([host]) => host)) as string[];
    expect([changes, scripts]).toEqual([[], [{ generation, hash: expect.stringMatching(/^[0-9a-f]{12}$/), on }]]);
  });

  it('a tag that moves is seen the next morning, and changes nothing', async () => {
    const tagMoved = 'portsip/pbx:22 stands for another image at its registry';
    expect(await drift('22.4.0')).not.toContain(tagMoved);
    await moveTag('22.6.3');
    expect(await drift('22.4.0')).toContain(tagMoved);
    expect(ids(await plan(wanting('22.4.0')))).toEqual([]);
  });

  it('one change of the file upgrades all, in the order of PortSIP, after a backup', async () => {
    const file = wanting('22.6.3');
    const wanted = await plan(file);
    expect([ids(wanted), blocking(wanted)]).toEqual([
      roles,
      ['backup-none ', 'backup-none im-server-1', 'backup-none dataflow-server-1'],
    ]);
    await done(file, 'backup');
    expect(blocking(await plan(file))).toEqual([]);

    await lab.pbx('/calls', { 'media-server-1': 3 });
    const { code, stdout, stderr } = await lab.cli(['deploy', '--yes', '--allow-undersized'], {
      file,
      when: {
        words: 'waiting for 3 calls on media-server-1 to end',
        then: async () => void (await lab.pbx('/calls', { 'media-server-1': 0 })),
      },
    });
    expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.stringContaining('Done: 7 changes') });
    expect(await versions()).toEqual(['22.6.3 running']);
    const started = (await seen()).map((one) => one?.startedAt ?? '');
    expect(started).toEqual([...started].sort());
    const { cutCalls, violations } = await lab.pbx();
    expect([cutCalls, violations]).toEqual([0, []]);
    expect(ids(await plan(file))).toEqual([]);
  });

  it('an upgrade of the PBX by hand is followed, and not undone', async () => {
    await moveTag('22.7.0');
    await lab.on('pbx', BY_HAND);
    const file = wanting('22.6.3');
    const wanted = await plan(file);
    expect(ids(wanted)).toEqual(roles.slice(1));
    await deploy(file);
    expect(await versions()).toEqual(['22.7.0 running']);
    expect(ids(await plan(file))).toEqual([]);
  });

  it('ClickHouse goes to a newer version by scripts that can bring it, and never back', async () => {
    const database = async () => (await containers(lab, 'dataflow-server-1'))['portsip.clickhouse']?.image;
    const before = await database();
    if (generation === 'v22.4') {
      expect(before).toBe('portsip/clickhouse:25.8');
      expect(blocking(await plan(wanting('22.6.3', '26.3')))).toEqual(['scripts-older dataflow-server-1']);
    } else expect(before).toBe('portsip/clickhouse:26.3');
    if (generation === 'v22.6') {
      expect(blocking(await plan(wanting('22.6.3', '25.8')))).toEqual(['database-older dataflow-server-1']);
      expect(
        (await lab.cli(['deploy', '--yes', '--allow-undersized'], { file: wanting('22.6.3', '25.8') })).code,
      ).not.toBe(0);
    }
    expect(await database()).toBe(before);
  });
});
