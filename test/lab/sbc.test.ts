import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClusterFile } from '../../src/sandbox/topology';
import { fault, type Told } from '../fault';
import { containers, open, trusted, type SeenContainer } from './eyes';
import { Lab, until } from './lab';

/*
 * Session border controllers with the real supervisord, firewalld and Docker: they come, with what can go wrong on the way, are
 * restarted, are upgraded and leave. One story: each test goes on where the one before ended.
 */

const CLI = resolve(__dirname, '../../dist/cli/index.js');
const SBCS = [
  { name: 'sbc-1', role: 'sbc', address: '192.168.1.27' },
  { name: 'sbc-2', role: 'sbc', address: '192.168.1.28' },
] as const;
const ADDRESSES = SBCS.map(({ address }) => address);
const PORTS = '10443/tcp 25000-34999/udp 5065/tcp 5066/udp 5067/tcp 5069/tcp 8882/tcp 8883/tcp';
const DATA = '/var/lib/portsip/sbc';

type Edit = (file: ClusterFile) => void;
const asIs: Edit = (file) => {
  // As long as supervisord needs to give up on a program that ends at once, and a slow machine.
  file['restart'] = { start_timeout: '20s', after_scale_out: 'none' };
  file['sbc'] = { transports: [{ protocol: 'TCP', port: 5069 }] };
};
const upgraded: Edit = (file) => {
  asIs(file);
  for (const server of file.servers) server['image'] = 'portsip/sbc:11.3';
};
const without =
  (...names: string[]): Edit =>
  (file) => {
    upgraded(file);
    file.servers = file.servers.filter(({ name }) => !names.includes(String(name)));
  };

let lab: Lab;

beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('dist/ is not built: npm run build');
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  lab = await Lab.up(undefined, []);
  await lab.publish('portsip/sbc:11=11.2.8', 'portsip/sbc:11.3=11.3.0');
  await Promise.all(SBCS.map((server) => lab.addHost(server)));
});
afterAll(() => Lab.down());

async function cli(argv: string[], edit: Edit = asIs): Promise<Told> {
  const { code, stdout, stderr } = await lab.cli(argv, { file: lab.writeClusterFile(edit) });
  return { code, output: stdout + stderr };
}

const deploy = (edit: Edit = asIs) => cli(['deploy', '--yes', '--allow-undersized'], edit);

/** The plan's exit code tells: 0 nothing to do, 3 changes. Returns what it says. */
async function nothingToDo(edit: Edit = asIs): Promise<string> {
  const { code, output } = await cli(['plan', '--exit-code', '--allow-undersized'], edit);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('No changes') });
  return output.replace(/\s+/g, ' ');
}

async function succeeds(edit: Edit): Promise<void> {
  const { code, output } = await deploy(edit);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Done') });
}

const seen = async (name: string): Promise<SeenContainer | undefined> => (await containers(lab, name))['portsip.sbc'];
/** `gateway RUNNING`, of what supervisord itself says */
async function programs(name: string): Promise<string[]> {
  const { stdout } = await lab.on(name, 'docker exec portsip.sbc supervisorctl status');
  return stdout.split('\n').flatMap((line) => /^(\S+)\s+([A-Z]+)/.exec(line)?.slice(1, 3).join(' ') ?? []);
}
const ALL_RUN = ['gateway RUNNING', 'nginx RUNNING', 'sbc RUNNING'];

describe('one comes', () => {
  const alone: Edit = (file) => {
    asIs(file);
    file.servers = file.servers.filter(({ name }) => name === 'sbc-1');
  };

  fault(
    {
      at: 'Host',
      name: 'the script of a session border controller misses an option, prints its help and exits with 0',
      sees: 'sbc_ctl.sh on sbc-1 failed (exit 0): [error]: …-i',
      secondRun: 'With the right script in place it installs the server.',
    },
    async ({ first, second }) => {
      const path = '/opt/portsip/sbc_ctl.sh';
      await lab.on(
        'sbc-1',
        `mv ${path} /opt/portsip/right.sh; printf 'cd /opt/portsip && exec /bin/sh right.sh run -p /var/lib/portsip\\n' >${path}`,
      );
      first(await deploy(alone));
      expect(await seen('sbc-1')).toBeUndefined();
      await lab.on('sbc-1', `mv /opt/portsip/right.sh ${path}`);
      second(await deploy(alone));
      expect(await programs('sbc-1')).toEqual(ALL_RUN);
      await nothingToDo(alone);
    },
  );
});

describe('another one comes', () => {
  fault(
    {
      at: 'Host',
      name: 'a program of a session border controller fails under supervisord, while its container runs',
      sees: 'The script on sbc-2 ended without an error, but nginx in portsip.sbc is …',
      secondRun:
        'Finds nothing to do, and names the program; with its cause gone, a restart of that server brings it back.',
    },
    async ({ first, second }) => {
      await lab.on('sbc-2', `mkdir -p ${DATA}; touch ${DATA}/fail-nginx`);
      first(await deploy());
      expect((await seen('sbc-2'))?.state).toBe('running');
      await until(20, 'supervisord to give up', async () => (await programs('sbc-2')).includes('nginx FATAL'));
      const told = await nothingToDo();
      expect(told).toContain('On sbc-2 nginx in portsip.sbc is FATAL');
      expect(told).toMatch(/nothing answers at 192\.168\.1\.28 on TCP 10443/);
      expect(told).not.toContain('192.168.1.27 on TCP');
      await lab.on('sbc-2', `rm ${DATA}/fail-nginx`);
      second(await cli(['restart', '--servers', 'sbc-2', '--reason', 'nginx', '--yes']));
      expect(await programs('sbc-2')).toEqual(ALL_RUN);
      await nothingToDo();
    },
  );

  it('and both are let in by the main server, now and after its next start', async () => {
    expect(await trusted(lab)).toEqual({ runtime: ADDRESSES, permanent: ADDRESSES });
  });

  it('each lets in what callers need, and runs its image behind that', async () => {
    for (const { name } of SBCS) {
      expect(await open(lab, name)).toEqual({ 'portsip-sbc': PORTS });
      expect(await seen(name)).toMatchObject({ state: 'running', image: 'portsip/sbc:11', version: '11.2.8' });
    }
    const { state, violations } = await lab.pbx();
    expect(violations).toEqual([]);
    expect(state.sbc.transports).toEqual([{ protocol: 'TCP', port: 5069 }]);
    expect(state.ipFilters.map(({ cidr }) => cidr).sort()).toEqual(ADDRESSES.map((address) => `${address}/32`));
  });

  it('says which has no connection to the PBX, as ss has it', async () => {
    await lab.on('pbx', 'setsid -f python3 -m http.server 5063 >/dev/null 2>&1');
    await lab.on('sbc-1', `echo 192.168.1.20 >${DATA}/pbx`);
    await until(
      20,
      'a connection through the firewall',
      async () => (await lab.on('sbc-1', "ss -Htn state established 'dport = :5063' | grep -q .")).code === 0,
    );
    const told = await nothingToDo();
    expect(told).toContain('sbc-2 has no connection to the PBX (192.168.1.20:5063)');
    expect(told).not.toContain('sbc-1 has no connection');
  });
});

it('they are restarted one after the other', async () => {
  const before = await Promise.all(SBCS.map(({ name }) => seen(name)));
  const { code, output } = await cli(['restart', '--servers', 'sbc', '--reason', 'a new certificate', '--yes']);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Done') });
  const after = await Promise.all(SBCS.map(({ name }) => seen(name)));
  const at = (one: SeenContainer | undefined) => Date.parse(one?.startedAt ?? '');
  expect(after.map(at).map((time, index) => time > at(before[index]))).toEqual([true, true]);
  expect(at(after[1])).toBeGreaterThan(at(after[0]));
  await nothingToDo();
});

it('they are upgraded', async () => {
  await succeeds(upgraded);
  for (const { name } of SBCS) {
    expect(await seen(name)).toMatchObject({ state: 'running', image: 'portsip/sbc:11.3', version: '11.3.0' });
    expect(await programs(name)).toEqual(ALL_RUN);
    expect(await open(lab, name)).toEqual({ 'portsip-sbc': PORTS });
  }
  await nothingToDo(upgraded);
});

it('they leave, first one and then the last', async () => {
  await succeeds(without('sbc-1'));
  expect(await containers(lab, 'sbc-1')).toEqual({});
  expect((await trusted(lab)).permanent).toEqual(['192.168.1.28']);
  await nothingToDo(without('sbc-1'));
  await succeeds(without('sbc-1', 'sbc-2'));
  expect(await containers(lab, 'sbc-2')).toEqual({});
  expect(await trusted(lab)).toEqual({ runtime: [], permanent: [] });
  expect((await lab.pbx()).state.ipFilters).toEqual([]);
  await nothingToDo(without('sbc-1', 'sbc-2'));
});
