import '../github/actions-modules';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import { InputError } from '../../../src/input-error';
import type { SessionConfig } from '../../../src/stages/session';
import type { StatusReport } from '../../../src/status/report';
import { roleSetup } from '../changes';
import { plan } from '../render/plans';
import { run, type World } from './fake';
import { fleetRepository, type FleetRepository } from './fleet-repository';
import { ATTACK, quiet } from './status-reports';

/* Many clusters at once on a terminal, each made up. */

const here = process.cwd();
let repository: FleetRepository;
beforeEach(() => {
  repository = fleetRepository();
  for (const [index, name] of ['acme', 'acme-west', 'umbra', 'zeta'].entries()) repository.cluster(name, index + 1);
});
afterEach(() => repository.leave());

const env = {
  PORTSIP_PBX_USERNAME: 'admin',
  PORTSIP_PBX_PASSWORD: 'for all of them',
  PORTSIP_PBX_PASSWORD__ACME_WEST: 'west alone',
  PORTSIP_PBX_PASSWORD__UMBRA: 'umbra alone',
  PORTSIP_SSH_KNOWN_HOSTS: '192.168.1.20 ssh-ed25519 AAAA',
  PORTSIP_SSH_PRIVATE_KEY: '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----',
};
/** umbra does not answer, acme-west is unhealthy, zeta has drifted and an older PBX, acme is well. */
const seen = (config: SessionConfig): Promise<StatusReport> => {
  const report = { ...quiet, cluster: config.cluster.name };
  switch (config.cluster.name) {
    case 'umbra':
      return Promise.reject(new InputError('the host key of 192.168.3.20 is another one (umbra alone)'));
    case 'acme-west':
      return Promise.resolve({ ...report, outOfCalls: ['queue-server-1'] });
    case 'zeta':
      return Promise.resolve({ ...report, drift: 3, pbx: { ...report.pbx, version: '22.4.1' } });
    default:
      return Promise.resolve(report);
  }
};
const world: World = { env, status: seen };
const valid = (name: string, document: unknown) =>
  new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(resolve(here, `schema/${name}.schema.json`), 'utf8')) as object,
  )(document);

test('the worst first, versions side by side; one that does not answer is unknown and stops no other', async () => {
  const { exitCode, out } = await run(['fleet', 'status'], { ...world, env: { ...env, COLUMNS: '100' } });
  expect(exitCode).toBe(4);
  expect(out).toBe(`Reading 4 live clusters …
CLUSTER    HEALTH     PBX      SERVERS  UP       CALLS    DRIFT
acme-west  unhealthy  22.6.0   22.6.0   6 of 6   1852     none
umbra      unknown    unknown  unknown  unknown  unknown  unknown
zeta       healthy    22.4.1   22.6.0   6 of 6   1852     3 changes
acme       healthy    22.6.0   22.6.0   6 of 6   1852     none

acme-west: queue-server-1 gets no calls, and the cluster file says that it does
umbra: Not seen: the host key of 192.168.3.20 is another one (***)

PBX versions: 22.6.0 (2 clusters), 22.4.1 (1 cluster) and unknown (1 cluster)
4 clusters: 1 unhealthy, 1 unknown, 2 healthy; 1 of them as its file says.
`);
});

test('no line is wider than the screen, whatever it leaves out', async () => {
  for (const columns of ['40', '60', '80', '200']) {
    const { out } = await run(['fleet', 'status'], { ...world, env: { ...env, COLUMNS: columns } });
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(Number(columns));
    for (const text of ['unhealthy', '22.4.1', '3 changes']) expect(out).toContain(text);
  }
});

test('each has its own secrets, and none of another', async () => {
  const had = new Map<string, unknown>();
  await run(['fleet', 'status'], {
    env: { ...env, PORTSIP_PBX_PASSWORD_COMMAND__ZETA: 'echo "of $PORTSIP_CLUSTER:$PORTSIP_PBX_PASSWORD__UMBRA"' },
    status: ({ cluster, credentials }) => {
      had.set(cluster.name, credentials.pbxPassword);
      return Promise.resolve(quiet);
    },
  });
  expect(Object.fromEntries(had)).toEqual({
    acme: 'for all of them',
    'acme-west': 'west alone',
    umbra: 'umbra alone',
    zeta: 'of zeta:',
  });
});

test('one without a password is unknown, and a variable of no cluster is told', async () => {
  const { PORTSIP_PBX_PASSWORD: _, ...own } = env;
  const { out, exitCode } = await run(['fleet', 'status', 'acme', 'acme-west'], {
    ...world,
    env: { ...own, PORTSIP_PBX_PASSWORD__ACMEE: 'mistyped' },
  });
  expect(exitCode).toBe(4);
  expect(out).toContain('PORTSIP_PBX_PASSWORD__ACMEE: no cluster here is called that');
  expect(out).toMatch(/acme: Not seen: Set PORTSIP_PBX_PASSWORD to that/);
  expect(out).not.toContain('umbra');
  expect(out).not.toContain('mistyped');
});

test('its JSON is what the schema says, each whole status in it', async () => {
  const { out } = await run(['fleet', 'status', '--json'], world);
  const document = JSON.parse(out) as { clusters: { name: string; status?: object; problem?: string }[] };
  expect([valid('fleet-status', document), valid('fleet-status', {})]).toEqual([true, false]);
  expect(document.clusters.map(({ name, status }) => [name, status !== undefined])).toEqual([
    ['acme-west', true],
    ['umbra', false],
    ['zeta', true],
    ['acme', true],
  ]);
  expect(out).not.toContain('umbra alone');
});

test('only the clusters that are named, and a name that there is not', async () => {
  expect((await run(['fleet', 'status', 'acme'], world)).exitCode).toBe(0);
  expect((await run(['fleet', 'status', 'zeta', '--exit-code'], world)).exitCode).toBe(3);
  const { exitCode, err } = await run(['fleet', 'status', 'umbar', 'nobody'], world);
  expect([exitCode, err]).toEqual([
    2,
    'Error: umbar: there is no cluster of that name here; did you mean umbra?\nError: nobody: there is no cluster of that name here; portsip-cluster fleet list tells them\n',
  ]);
});

test('at most so many are asked at once', async () => {
  let [now, most] = [0, 0];
  await run(['fleet', 'status', '--parallel', '2'], {
    env,
    status: async () => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      return quiet;
    },
  });
  expect(most).toBe(2);
});

test('--html writes a page that leads to those of the clusters that were seen', async () => {
  const { exitCode } = await run(['fleet', 'status', '--html', 'fleet.html', '--pages', 'pages'], world);
  expect(exitCode).toBe(4);
  const page = readFileSync('fleet.html', 'utf8');
  expect(page).toContain('href="pages/acme-west.html"');
  expect(page).not.toContain('pages/umbra.html');
  expect(readFileSync('pages/acme-west.html', 'utf8')).toContain('<h1>acme-west</h1>');
  expect(page).not.toContain('umbra alone');
});

test('what a page must not be written over is said before anybody is asked', async () => {
  writeFileSync('notes.html', 'mine');
  mkdirSync('there');
  symlinkSync('there', 'link');
  const asked = jest.fn();
  const told = async (...more: string[]) => {
    const status = () => Promise.reject(new Error(String(asked())));
    return (await run(['fleet', 'status', ...more], { env, status })).err;
  };
  expect(await told('--html', 'notes.html')).toContain('holds something else than a page');
  expect(await told('--html', 'new.html', '--pages', 'link')).toContain('--pages: link is a link');
  expect(await told('--pages', 'there')).toContain('--pages: give --html FILE as well');
  expect(asked).not.toHaveBeenCalled();
});

test('names and reasons do nothing on the page or the terminal', async () => {
  const attack = (): Promise<StatusReport> =>
    Promise.resolve({
      ...quiet,
      pbx: { ...quiet.pbx, version: ATTACK, apiProblem: ATTACK },
      servers: quiet.servers.map((server) => ({ ...server, name: ATTACK, version: ATTACK })),
      outOfCalls: [ATTACK],
    });
  const { out } = await run(['fleet', 'status', '--html', 'fleet.html'], { env, status: attack });
  expect(out).not.toContain('\u001b');
  expect(readFileSync('fleet.html', 'utf8')).not.toMatch(/<img|<script/);
});

test('fleet plan: what a deploy of each would do, the worst first, and what nobody knows is unknown', async () => {
  const install = roleSetup({ server: 'media-1', impact: 'active-calls' });
  const planned: World = {
    env,
    plan: ({ cluster }) => {
      if (cluster.name === 'umbra') throw new InputError('the host key of 192.168.3.20 is another one');
      return { ...plan(cluster.name === 'zeta' ? [install] : []), cluster: cluster.name };
    },
  };
  const { out, exitCode } = await run(['fleet', 'plan'], planned);
  expect(exitCode).toBe(4);
  expect(out).toMatch(/umbra +1 +unknown +unknown\nzeta +1 +1 to add +\S.*\nacme +1 +nothing +nothing\nacme-west/);
  expect(out).toContain('umbra: the host key of 192.168.3.20 is another one\n');
  expect(out).toContain('4 clusters: 1 unknown, 1 to change, 2 without changes.');
  const document: unknown = JSON.parse((await run(['fleet', 'plan', '--json'], planned)).out);
  expect([valid('fleet-plan', document), valid('fleet-plan', {})]).toEqual([true, false]);
  expect((await run(['fleet', 'plan', 'zeta', '--exit-code'], planned)).exitCode).toBe(3);
});

test('a shell completes names of clusters, those that are not there yet', async () => {
  const complete = async (...words: string[]) =>
    (await run(['__complete', '--', ...words], { env: {} })).out.split('\n').filter(Boolean);
  expect(await complete('fleet', 'status', 'acme', '')).toEqual(['acme-west', 'umbra', 'zeta']);
  expect(await complete('fleet', 'plan', 'um')).toEqual(['umbra']);
  expect(await complete('fleet', 'st')).toEqual(['status']);
  expect(await complete('fleet', 'list', '')).toEqual([]);
});
