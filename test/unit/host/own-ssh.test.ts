import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgentProtocol, utils, type ParsedKey } from 'ssh2';
import type { OwnSsh } from '../../../src/credentials';
import { connectHosts } from '../../../src/host/hosts';
import { ownWay, parseSshConfig } from '../../../src/host/ssh-config';
import { Secrets, silent } from '../../../src/log';
import { anotherKey, clientKey, FakeHost, generateKey } from './server';

const CONFIG = `
# what most people have
Host *
  User chris
  IdentityFile ~/.shared/usual

Host bastion
  HostName 203.0.113.7
  Port 2222
  IdentityFile "~/.ssh/the bastion's"

Match exec "touch /tmp/never"
  User root

Host 192.168.1.* !192.168.1.99 media-*
  User=ops
  ProxyJump bastion
  IdentityFile ~/.ssh/cluster   # of the cluster
`;
const way = (...names: string[]) => ownWay(parseSshConfig(CONFIG), names);

test('~/.ssh/config says of a machine what it says of its address or its name', () => {
  const own = { user: 'ops', jump: 'bastion', identityFiles: ['~/.shared/usual', '~/.ssh/cluster'] };
  expect(way('queue-server-1', '192.168.1.22')).toEqual(own);
  expect(way('media-server-1', '10.0.0.1')).toEqual(own);
  expect(way('jump host bastion', 'bastion')).toEqual({
    host: '203.0.113.7',
    port: 2222,
    identityFiles: ['~/.shared/usual', "~/.ssh/the bastion's"],
  });
  // Of a block for all hosts only its keys count, and nothing is ever run.
  expect(way('queue-server-1', '192.168.1.99')).toEqual({ identityFiles: ['~/.shared/usual'] });
});

const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

async function fakeHost(...options: Parameters<typeof FakeHost.start>): Promise<FakeHost> {
  const host = await FakeHost.start(...options);
  open.push(host);
  return host;
}

const none: OwnSsh = { keys: [], defaults: [], way: () => ({ keys: [] }) };
const options = (host: FakeHost, ownSsh: OwnSsh, knownHosts = host.knownHosts()) => ({
  knownHosts,
  concurrency: 10,
  secrets: new Secrets(),
  log: silent,
  ownSsh,
});

/** An agent with one key. */
async function agentWith(key: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-'));
  const path = join(folder, 'socket');
  const parsed = utils.parseKey(key) as ParsedKey;
  const server: Server = createServer((socket) => {
    const protocol = new AgentProtocol(false);
    protocol.on('identities', (request) => protocol.getIdentitiesReply(request, [parsed]));
    protocol.on('sign', (request, _key, data: Buffer) => protocol.signReply(request, parsed.sign(data)));
    socket.pipe(protocol).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  open.push({
    stop: () => {
      server.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
  return path;
}

test('the agent signs in where no key is given', async () => {
  const host = await fakeHost();
  const hosts = connectHosts(options(host, { ...none, agent: await agentWith(clientKey.private) }));
  expect(await hosts.host(host.machine()).run('printf in')).toMatchObject({ code: 0, stdout: 'in' });
  await hosts.close();
});

test('keys are tried as ssh tries them; those that cannot be used are passed over', async () => {
  const host = await fakeHost();
  const keys = [
    { path: 'locked', text: generateKey('secret').private },
    { path: 'none', text: 'not a key' },
    { path: 'other', text: anotherKey },
    { path: 'right', text: clientKey.private },
  ];
  const hosts = connectHosts(options(host, { ...none, keys, defaults: keys.map(({ path }) => path) }));
  expect(await hosts.host(host.machine()).run('printf in')).toMatchObject({ stdout: 'in' });
  await hosts.close();

  const wrong = connectHosts(options(host, { ...none, keys: keys.slice(0, 3), defaults: ['other'] }));
  await expect(wrong.host(host.machine()).run('true')).rejects.toThrow('does not accept any SSH key (other) for pbx');
  await wrong.close();
});

test('HostName, Port, User, key and ProxyJump of a person win over the cluster file', async () => {
  const [jump, target] = [await fakeHost({ allowForwarding: true }), await fakeHost()];
  const known = [jump, target].map((one) => one.knownHosts()).join('\n');
  const keys = [{ path: 'own', text: clientKey.private }];
  const ways: OwnSsh['way'] = ([name]) =>
    name === 'media-1'
      ? { host: '127.0.0.1', port: target.port, jump: 'bastion', keys: ['own'] }
      : { host: '127.0.0.1', port: jump.port, keys: ['own'] };
  const hosts = connectHosts(options(target, { ...none, keys, way: ways }, known));
  const machine = { name: 'media-1', address: '192.0.2.1', ssh: { user: 'pbx', port: 22 } };
  expect(await hosts.host(machine).run('printf in')).toMatchObject({ stdout: 'in' });
  expect(jump.connections).toBe(1);
  await hosts.close();
});

test('a ProxyJump that leads in a circle is said, and nothing hangs', async () => {
  const host = await fakeHost();
  const ways: OwnSsh['way'] = ([, address]) => ({ jump: address === 'a' ? 'b' : 'a', keys: [] });
  const hosts = connectHosts(options(host, { ...none, way: ways }));
  const machine = { name: 'media-1', address: 'x', ssh: { user: 'pbx', port: 22 } };
  await expect(hosts.host(machine).run('true')).rejects.toThrow(/leads in a circle/);
  await hosts.close();
});

test('errors name the option, and the file where a host key belongs', async () => {
  const host = await fakeHost();
  const given = { sshPrivateKey: '--identity ~/.ssh/deploy', sshKnownHosts: '/home/me/.ssh/known_hosts' };
  expect(() => host.connect({ privateKey: 'ssh-ed25519 AAAA me', named: given })).toThrow(
    '--identity ~/.ssh/deploy is a public key',
  );
  const other = await fakeHost();
  const hosts = host.connect({ knownHosts: other.knownHosts(), named: given });
  await expect(hosts.host(host.machine()).run('true')).rejects.toThrow('add to /home/me/.ssh/known_hosts:');
  await hosts.close();
});
