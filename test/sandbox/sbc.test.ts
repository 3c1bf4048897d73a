import { DEFAULT_OPTIONS, lookOnly, runStages } from '../../src/deploy/run';
import type { Sandbox } from '../../src/sandbox/index';
import type { ClusterFile } from '../../src/sandbox/topology';
import { guideTopology, highAvailabilityTopology } from '../../src/sandbox/topology';
import { healthOf } from '../../src/status/health';
import { readStatus } from '../../src/status/read';
import { blocking, doneIds, startBench, type Bench, type Edit } from './cluster';

/*
 * PortSIP's SBC cluster: three session border controllers come, restart one after the other, are upgraded and leave, on both
 * control planes, with nothing left to do after each.
 */
jest.setTimeout(300_000);

const NAMES = ['sbc-1', 'sbc-2', 'sbc-3'];

const PLANES = [
  { plane: 'standalone', topology: guideTopology, net: '192.168.1.2', script: 'sbc_ctl.sh' },
  { plane: 'high availability', topology: highAvailabilityTopology, net: '192.168.1.15', script: 'sbc.sh' },
];

describe.each(PLANES)('on a PBX with $plane', ({ topology, net, plane, script }) => {
  let bench: Bench;
  let sandbox: Sandbox;
  const isHa = plane === 'high availability';
  const servers = NAMES.map((name, index) => ({
    name,
    role: 'sbc',
    private_ip: `${net}${7 + index}`,
    public_ip: `72.247.113.1${index + 1}`,
  }));
  const withSbcs: Edit = (file) => {
    file.servers.push(...structuredClone(servers));
    file['sbc'] = { web_domain: 'sbc.example.com', transports: [{ protocol: 'TCP', port: 5069 }] };
  };
  const upgraded: Edit = (file) => {
    withSbcs(file);
    for (const server of file.servers) if (server.role === 'sbc') server.image = 'portsip/sbc:11.3';
  };
  const container = (name: string) => sandbox.host(name).container('portsip.sbc');
  const nothingToDo = async (edit: Edit) => {
    const { plan } = await bench.plan(edit);
    expect(plan.changes).toEqual([]);
    const status = await readStatus(bench.config(edit, { id: 'status', host: 'terminal' }), []);
    expect(healthOf(status)).toEqual({ healthy: true, reasons: [] });
  };
  /** Each SBC's stops, with the others' that were running then */
  const othersWhenStopped = () =>
    NAMES.map((name) => {
      const at =
        sandbox
          .host(name)
          .events()
          .filter(({ kind, container: of }) => kind === 'stop' && of === 'portsip.sbc')
          .at(-1)?.time ?? NaN;
      return NAMES.filter((other) => other !== name && runsAt(sandbox, other, at));
    });

  beforeAll(async () => {
    // Beside them one server is enough to see that it is left alone.
    bench = await startBench({ topology: { ...topology(), servers: topology().servers.slice(0, 1) } });
    sandbox = bench.sandbox;
    for (const { name, private_ip, public_ip } of servers)
      await sandbox.addHost({ name, address: private_ip, publicAddress: public_ip });
    const { ok } = await bench.deploy();
    expect(ok).toBe(true);
  });
  afterAll(async () => {
    expect(sandbox.pbx.violations).toEqual([]);
    if (isHa) expect(sandbox.nodes?.damage).toBeUndefined();
    await bench.close();
  });

  it('they come, with firewall, whitelist, settings and a token that nobody is shown', async () => {
    const result = await bench.deploy(withSbcs);
    expect({ ok: result.ok, failed: result.failed, blocking: blocking(result) }).toEqual({
      ok: true,
      failed: [],
      blocking: [],
    });
    expect(
      doneIds(result)
        .filter((id) => /sbc/.test(id))
        .sort(),
    ).toEqual(['role/sbc-1', 'role/sbc-2', 'role/sbc-3', 'sbc/settings', 'token/sbc']);
    for (const name of NAMES) expect(container(name)).toMatchObject({ image: 'portsip/sbc:11', running: true });
    const { state } = sandbox.pbx;
    expect(state.sbc).toMatchObject({
      domain: 'sbc.example.com',
      https_port: 8883,
      transports: [{ protocol: 'TCP', port: 5069 }],
    });
    expect(state.sbcToken).toBeTruthy();
    expect(bench.log.join('\n')).not.toContain(state.sbcToken);
    expect(JSON.stringify([result.plan, result.tokens])).not.toContain(state.sbcToken);
    for (const { private_ip } of servers) {
      expect(state.ipFilters.map(({ cidr }) => cidr)).toContain(`${private_ip}/32`);
      expect(sandbox.world.trusts(private_ip)).toBe(true);
    }
    await nothingToDo(withSbcs);
  });

  it('they are looked at from outside for a plan, and not for each step of a deploy', async () => {
    const asked: string[] = [];
    const internet = {
      addressesOf: (name: string) => {
        asked.push(name);
        return Promise.resolve([]);
      },
      answers: (address: string, port: number) => Promise.resolve(asked.push(`${address}:${port}`) > 0),
    };
    const config = () => ({ ...bench.config(withSbcs, { id: 'a look', host: 'terminal' }), internet });
    const firewall = { ...DEFAULT_OPTIONS, stages: ['firewall' as const] };
    for (const dryRun of [true, false]) expect((await runStages(config(), { ...firewall, dryRun })).ok).toBe(true);
    expect(asked).toEqual([]);
    const { plan } = await lookOnly(config(), DEFAULT_OPTIONS);
    expect(plan.warnings.map(({ code }) => code)).toContain('not-in-dns');
    expect(asked.sort()).toEqual([
      ...['11', '12', '13'].flatMap((host) => ['10443', '5065', '5067'].map((port) => `72.247.113.${host}:${port}`)),
      'sbc.example.com',
    ]);
  });

  it('they restart one after the other, and the others of the cluster are left alone', async () => {
    const before = NAMES.map((name) => container(name)?.startedAt);
    const result = await bench.deploy(withSbcs, {
      restart: { roles: ['sbc'], servers: [], pbx: false, reason: 'a new certificate' },
    });
    expect({ ok: result.ok, done: doneIds(result) }).toEqual({
      ok: true,
      done: NAMES.map((name) => `restart/${name}`),
    });
    NAMES.forEach((name, index) => expect(container(name)?.startedAt).toBeGreaterThan(before[index] ?? Infinity));
    expect(othersWhenStopped()).toEqual(NAMES.map((name) => NAMES.filter((other) => other !== name)));
    await nothingToDo(withSbcs);
  });

  it('they are upgraded one after the other, each stopped with five minutes first', async () => {
    const result = await bench.deploy(upgraded);
    expect({ ok: result.ok, done: doneIds(result) }).toEqual({ ok: true, done: NAMES.map((name) => `role/${name}`) });
    for (const name of NAMES) expect(container(name)).toMatchObject({ image: 'portsip/sbc:11.3', running: true });
    expect(othersWhenStopped()).toEqual(NAMES.map((name) => NAMES.filter((other) => other !== name)));
    const { changes } = result.plan;
    expect(changes.map((change) => change.kind === 'role' && change.verbs)).toEqual(
      NAMES.map(() => ['stop', 'upgrade']),
    );
    await nothingToDo(upgraded);
  });

  it('one leaves, and then all; nothing of them is left', async () => {
    const without =
      (names: string[]): Edit =>
      (file) => {
        upgraded(file);
        file.servers = file.servers.filter(({ name }) => !names.includes(String(name)));
      };
    const one = await bench.deploy(without(['sbc-2']));
    expect({ ok: one.ok, failed: one.failed }).toEqual({ ok: true, failed: [] });
    expect(container('sbc-2')).toBeUndefined();
    await nothingToDo(without(['sbc-2']));
    const all = await bench.deploy(without(NAMES));
    expect({ ok: all.ok, failed: all.failed }).toEqual({ ok: true, failed: [] });
    expect(NAMES.map(container)).toEqual([undefined, undefined, undefined]);
    expect(sandbox.pbx.state.ipFilters.filter(({ description }) => description?.includes('sbc'))).toEqual([]);
    await nothingToDo(without(NAMES));
  });

  it('says what ran', () => {
    const where = isHa ? sandbox.nodes?.control : sandbox.host('sbc-1');
    const verbs = where
      ?.scriptRuns()
      .filter((run) => run.script === script)
      .map(({ verb }) => verb);
    expect(verbs).toEqual(
      isHa
        ? [
            ...['run', 'run', 'run'],
            ...['restart', 'restart', 'restart'],
            ...NAMES.flatMap(() => ['stop', 'upgrade']),
            ...NAMES.flatMap(() => ['stop', 'rm']),
          ]
        : ['run', 'restart', 'stop', 'upgrade', 'stop', 'rm'],
    );
  });
});

function runsAt(sandbox: Sandbox, name: string, time: number): boolean {
  const events = sandbox
    .host(name)
    .events()
    .filter(({ container, time: at }) => container === 'portsip.sbc' && at <= time);
  return events.at(-1)?.kind === 'start';
}

export type { ClusterFile };
