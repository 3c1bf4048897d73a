import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostsDocument } from '../../src/cli/documents';
import { parseKnownHosts } from '../../src/host/known-hosts';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import { makeKey } from '../../src/sandbox/keys';
import { atTerminal } from './terminal';
import ssh2 from 'ssh2';

/* First contact: who is new is shown from two places, and trusted by nobody but the person who commits the line. */

jest.setTimeout(120_000);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const lines = () => (sandbox.credentials.sshKnownHosts ?? '').split('\n').filter(Boolean);
const address = (name: string) => sandbox.host(name).address;
/** Keys of these hosts only */
const knownOf = (...names: string[]) =>
  lines()
    .filter((line) => ['127.0.0.1', ...names.map(address)].some((at) => line.includes(at)))
    .join('\n');

async function look(known: string): Promise<{ code: number; output: string; found: HostsDocument }> {
  const out = join(sandbox.dir, 'hosts.json');
  rmSync(out, { force: true });
  const told = await atTerminal(sandbox, ['hosts', 'trust', '--out', out], { env: { PORTSIP_SSH_KNOWN_HOSTS: known } });
  return { ...told, found: JSON.parse(readFileSync(out, 'utf8')) as HostsDocument };
}
const of = ({ hosts }: HostsDocument, name: string) => hosts.find((host) => host.name === name);

it('knows everybody whose key is known, and adds nothing', async () => {
  const { code, output, found } = await look(lines().join('\n'));
  expect(found.hosts.map(({ state }) => state)).toEqual(found.hosts.map(() => 'known'));
  expect(output).toContain('there is nothing to add');
  expect(code).toBe(0);
});

it('shows a new machine from here and from the main server, and its line is one that trusts it', async () => {
  const { code, output, found } = await look(knownOf('pbx', 'queue-server-1'));
  const host = of(found, 'media-server-1');
  expect(host).toMatchObject({ state: 'new', seenFrom: ['here', 'main-server'] });
  expect(host?.key?.fingerprint).toBe(host?.fingerprintFromMainServer);
  const printed = output.split('\n').filter((line) => line.includes(' ssh-ed25519 AAAA') && !line.startsWith('#'));
  expect(printed).toContain(host?.key?.line);
  expect(parseKnownHosts(printed.join('\n')).keys).toBe(found.hosts.filter(({ state }) => state === 'new').length);
  expect(code).toBe(0);
});

it('begins with the jump host when nobody is known', async () => {
  const { code, output, found } = await look('');
  const [jump, ...others] = found.hosts;
  expect(jump).toMatchObject({ name: 'jump host 127.0.0.1', state: 'new', seenFrom: ['here'] });
  expect(others.map(({ state }) => state)).toEqual(others.map(() => 'unseen'));
  expect(others[0]?.problem).toBe(
    'It is reached through jump host 127.0.0.1, whose key is not known yet: that comes first',
  );
  expect(output).toMatch(/^#\S+ ssh-ed25519 AAAA/m);
  expect(code).toBe(1);
});

it('prints what one place alone has seen as a comment: the main server, and what that does not see', async () => {
  const first = await look(knownOf());
  expect(of(first.found, 'pbx')).toMatchObject({ state: 'new', seenFrom: ['here'] });
  expect(first.output.split('\n').filter((line) => /^[^#].* ssh-ed25519 AAAA/.test(line))).toEqual([]);
  expect(first.output).toMatch(/^#\S+ ssh-ed25519 AAAA/m);
  expect(first.code).toBe(0);

  const file = sandbox.host('vr-server-1').path('/etc/ssh/ssh_host_ed25519_key.pub');
  const kept = readFileSync(file, 'utf8');
  rmSync(file);
  const blind = await look(knownOf('pbx'));
  writeFileSync(file, kept);
  expect(of(blind.found, 'vr-server-1')).toMatchObject({
    state: 'new',
    seenFrom: ['here'],
    notSeenFromMainServer: 'it does not answer there',
  });
});

it('trusts nobody who shows the main server another key, or another one than known_hosts has', async () => {
  const other = makeKey(ssh2.utils, 'ed25519').public;
  const file = sandbox.host('im-server-1').path('/etc/ssh/ssh_host_ed25519_key.pub');
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, `${other}\n`);
  const line = lines().find((one) => one.includes(address('media-server-1')) && one.includes('ed25519')) ?? '';
  const [name] = line.split(' ');
  const { code, output, found } = await look(`${knownOf('pbx')}\n${name} ${other}`);
  writeFileSync(file, kept);
  expect(of(found, 'im-server-1')?.state).toBe('different');
  expect(of(found, 'media-server-1')?.state).toBe('changed');
  expect(output).toContain('Trust none of these until you know why: media-server-1 and im-server-1');
  for (const bad of ['im-server-1', 'media-server-1']) expect(output).not.toContain(of(found, bad)?.key?.line);
  expect(code).toBe(1);
});

it('says why a machine was not seen', async () => {
  const { code, found } = await look(knownOf('pbx'));
  expect(code).toBe(0);
  sandbox.host('dataflow-server-1').faults.refuseConnections = 'refuse';
  const away = await look(knownOf('pbx'));
  sandbox.host('dataflow-server-1').faults.refuseConnections = false;
  expect(of(away.found, 'dataflow-server-1')).toMatchObject({
    state: 'unseen',
    problem: expect.stringMatching(/jump host 127.0.0.1|refuses SSH/),
  });
  expect(away.code).toBe(1);
  expect(of(found, 'dataflow-server-1')?.state).toBe('new');
});
