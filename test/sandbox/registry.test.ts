import { execFileSync } from 'node:child_process';
import { scaledClock } from '../../src/clock';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import { fault } from '../fault';
import type { Edit } from './cluster';
import { atTerminal } from './terminal';

jest.setTimeout(120_000);

/* A registry that wants a login. Its token is on the hosts in root's Docker configuration, and nowhere else. */

const SERVER = 'registry.example.com';
const TOKEN = 'glpat-first-0123456789';
const NEWER = 'glpat-newer-0123456789';
const CONFIG = '/root/.docker/config.json';
const base64 = (token: string) => Buffer.from(`puller:${token}`).toString('base64');

let sandbox: Sandbox;
let told: string[];
beforeEach(async () => {
  sandbox = await startSandbox({ onlineDelayMs: 500, clock: scaledClock(10) });
  told = [];
  sandbox.guardRegistry(SERVER, [`puller:${TOKEN}`]);
  for (const version of ['22', '22.7'])
    sandbox.publishImage(`${SERVER}/portsip/pbx:${version}`, version === '22' ? '22.6.3' : '22.7.0');
});
afterEach(async () => {
  expect(sandbox.pbx.violations).toEqual([]);
  for (const token of [TOKEN, NEWER]) onlyThere(token);
  await sandbox.close();
});

const using =
  (image = 'portsip/pbx:22', username = 'puller'): Edit =>
  (file) => {
    file['registry'] = { server: SERVER, username };
    file.image = `${SERVER}/${image}`;
    file.servers = file.servers.filter(({ role }) => role === 'media' || role === 'queue');
  };
async function run(argv: string[], { token = TOKEN, edit = using() }: { token?: string; edit?: Edit } = {}) {
  const ran = await atTerminal(sandbox, [...argv, '--debug'], { edit, env: { PORTSIP_REGISTRY_TOKEN: token } });
  told.push(ran.output);
  return { ...ran, output: ran.output.replace(/\s+/g, ' ') };
}
const media = () => sandbox.host('media-server-1');

/** No file of the sandbox but these, nothing that was printed, and no argument of what ran has it. */
function onlyThere(token: string): void {
  const found = execFileSync(
    'sh',
    ['-c', 'grep -rlF -e "$1" -e "$2" "$3" || true', 'sh', token, base64(token), sandbox.dir],
    { encoding: 'utf8' },
  );
  const files = found.split('\n').filter((file) => file !== '' && !file.startsWith(`${sandbox.dir}/registries/`));
  expect(files.filter((file) => !file.endsWith(CONFIG))).toEqual([]);
  for (const text of told) for (const form of [token, base64(token)]) expect(text).not.toContain(form);
}

it('is signed in to once, and pulled from by the control scripts', async () => {
  const plan = await run(['plan']);
  expect(plan.output).toContain('Sign media-server-1 and queue-server-1 in to the registry');
  media().write('.state/faults/watched', '');
  const first = await run(['deploy', '--yes']);
  expect(media().read('.state/ps')).toContain('docker login --username puller');
  expect(first).toEqual({ code: 0, output: expect.stringContaining('Done: ') as string });
  expect(media().container('portsip.mediaserver')).toMatchObject({ running: true, image: `${SERVER}/portsip/pbx:22` });
  expect(media().read(CONFIG)).toContain(base64(TOKEN));
  expect(media().read('.state/logins')).toBe(`--username puller --password-stdin ${SERVER}\n`);
  expect(
    media()
      .scriptRuns()
      .flatMap(({ argv }) => argv),
  ).not.toContain('-P');
  // Nothing is pulled on the main server, whose PBX is not upgraded.
  expect(sandbox.host('pbx').exists(CONFIG)).toBe(false);
  expect((await run(['plan', '--exit-code'])).code).toBe(0);
  expect((await run(['deploy', '--yes'])).code).toBe(0);
  expect(media().read('.state/logins')?.split('\n')).toHaveLength(2);
});

it('gets another token, user and end without a call noticing it', async () => {
  await run(['deploy', '--yes']);
  const [before, login] = [media().container('portsip.mediaserver'), media().read(CONFIG) ?? ''];
  // Somebody else signed in elsewhere, which is none of our business.
  const bob = '"registry.example.org": {"auth": "Ym9iOnNlY3JldA=="}';
  media().write(CONFIG, login.replace('{\n\t\t', `{\n\t\t${bob},\n\t\t`));
  expect((await run(['plan', '--exit-code'])).code).toBe(0);

  sandbox.guardRegistry(SERVER, [`puller:${NEWER}`]);
  const plan = await run(['plan', '--exit-code'], { token: NEWER });
  expect(plan.code).toBe(3);
  expect(plan.output).toContain('another token than the secret has');
  expect((await run(['deploy', '--yes'], { token: NEWER })).code).toBe(0);
  expect(media().read(CONFIG)).toContain(base64(NEWER));
  expect((await run(['plan', '--exit-code'], { token: NEWER })).code).toBe(0);

  const without: Edit = (file) => {
    using()(file);
    delete file['registry'];
  };
  const leaving = await run(['deploy', '--yes'], { token: '', edit: without });
  expect(leaving.output).toContain('out of the registry');
  expect(leaving.code).toBe(0);
  expect(media().read(CONFIG)).not.toContain(SERVER);
  expect(media().read(CONFIG)).toContain(bob);
  expect((await run(['plan', '--exit-code'], { token: '', edit: without })).code).toBe(0);
  expect(media().container('portsip.mediaserver')).toEqual(before);
});

it('leaves a login alone that somebody else put in the place of ours', async () => {
  await run(['deploy', '--yes']);
  const bobs = (media().read(CONFIG) ?? '').replace(base64(TOKEN), Buffer.from('bob:secret').toString('base64'));
  media().write(CONFIG, bobs);
  const without: Edit = (file) => {
    using()(file);
    delete file['registry'];
  };
  expect((await run(['deploy', '--yes'], { token: '', edit: without })).code).toBe(0);
  expect(media().read(CONFIG)).toBe(bobs);
});

it('is left by a server that leaves', async () => {
  await run(['deploy', '--yes']);
  const smaller: Edit = (file) => {
    using()(file);
    file.servers = file.servers.filter(({ role }) => role === 'queue');
  };
  expect((await run(['deploy', '--yes'], { edit: smaller })).code).toBe(0);
  expect(media().read(CONFIG)).not.toContain(SERVER);
  expect(sandbox.host('queue-server-1').read(CONFIG)).toContain(base64(TOKEN));
  const record: unknown = JSON.parse(sandbox.host('pbx').read('/var/lib/portsip-cluster/acme.json') ?? '');
  expect(record).toMatchObject({ logins: [{ server: SERVER, username: 'puller' }] });
});

fault(
  {
    at: 'Host',
    name: 'the registry refuses the token',
    sees: 'Docker on media-server-1 does not sign in to registry.example.com as puller (exit 1): Error response from daemon: Get "https://registry.example.com/v2/": unauthorized: authentication required',
    secondRun: 'With the right token, signs in, and installs or upgrades the servers.',
  },
  async ({ first, second }) => {
    first(await run(['deploy', '--yes'], { token: NEWER }));
    const hosts = [media(), sandbox.host('queue-server-1')];
    // It was tried once: registries lock accounts whose token is wrong again and again.
    expect(hosts.flatMap((host) => host.read('.state/logins') ?? [])).toHaveLength(1);
    for (const host of hosts) {
      expect([host.scriptRuns(), host.exists(CONFIG), host.exists('.state/pulls')]).toEqual([[], false, false]);
    }
    second(await run(['deploy', '--yes']));
    expect(media().container('portsip.mediaserver')?.running).toBe(true);
  },
);

it('that refuses the new token keeps every server as it is, whatever there is to upgrade', async () => {
  await run(['deploy', '--yes']);
  const before = sandbox.hosts().map((host) => host.containers());
  const upgraded: Edit = (file) => {
    using('portsip/pbx:22.7')(file);
    file.pbx.image = 'portsip/pbx:22.7';
  };
  const refused = await run(['deploy', '--yes'], { token: NEWER, edit: upgraded });
  expect(refused.code).toBe(1);
  expect(sandbox.hosts().map((host) => host.containers())).toEqual(before);
  expect(media().read(CONFIG)).toContain(base64(TOKEN));
});

it('without its token nothing is installed, and it is said how it is given', async () => {
  const { code, output } = await run(['deploy', '--yes'], { token: '' });
  expect(code).toBe(1);
  expect(output).toContain('set the secret PORTSIP_REGISTRY_TOKEN (input registry-token)');
  expect(media().scriptRuns()).toEqual([]);
  await run(['deploy', '--yes']);
  const later = await run(['plan', '--exit-code'], { token: '' });
  expect([later.code, later.output]).toEqual([0, expect.stringContaining('cannot be told without one')]);
});

it('is asked for by hosts that have nothing yet, right after Docker is there', async () => {
  const host = media();
  host.write('.state/faults/noDocker', '');
  for (const unit of ['firewalld', 'docker'])
    for (const folder of ['units', 'installed']) host.remove(`.state/${folder}/${unit}`);
  const bare: Edit = (file) => {
    using()(file);
    file['prepare'] = { docker: 'distribution' };
  };
  expect((await run(['deploy', '--yes'], { edit: bare })).code).toBe(0);
  expect(host.read(CONFIG)).toContain(base64(TOKEN));
  expect(host.container('portsip.mediaserver')?.running).toBe(true);
});

it('takes over from what a script signs in with, whose token holds no more', async () => {
  const old = 'glpat-by-hand-0123456789';
  sandbox.guardRegistry(SERVER, [`puller:${old}`]);
  const words = `-p /var/lib/portsip -a 192.168.1.21 -x 192.168.1.20 -i ${SERVER}/portsip/pbx:22 -s media-server-only -n media-server-1`;
  const installed = await media().shell(
    `cd /opt/portsip && /bin/sh cluster_ctl.sh run ${words} -U puller -P ${old} -R ${SERVER}`,
  );
  expect(installed.code).toBe(0);
  const kept = '/opt/portsip/media-server-only/.configure_extend';
  expect(media().read(kept)).toContain(`HUB_TOKEN=${old}`);
  sandbox.guardRegistry(SERVER, [`puller:${TOKEN}`]);
  sandbox.publishImage(`${SERVER}/portsip/pbx:22.6`, '22.6.3');
  const { code, output } = await run(['deploy', '--yes'], { edit: using('portsip/pbx:22.6') });
  expect([code, output]).toEqual([0, expect.stringContaining('which keeps the token in clear')]);
  expect(media().container('portsip.mediaserver')).toMatchObject({
    running: true,
    image: `${SERVER}/portsip/pbx:22.6`,
  });
  expect(media().read(kept)).not.toContain(old);
});
