import { join } from 'node:path';
import { utils } from 'ssh2';
import { InputError } from '../../../src/cluster/types';
import { fingerprint } from '../../../src/host/known-hosts';
import { HostError } from '../../../src/host/types';
import { Secrets, silent } from '../../../src/log';
import { connectHosts } from '../../../src/host/hosts';
import { FakeHost, anotherKey, clientKey, generateKey } from './server';

const open: FakeHost[] = [];
async function fakeHost(...options: Parameters<typeof FakeHost.start>) {
  const host = await FakeHost.start(...options);
  open.push(host);
  return host;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((host) => host.stop()));
});

async function failure(work: Promise<unknown>): Promise<HostError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw new Error(`not a HostError: ${String(error)}`);
  return error;
}

describe('a script on a host', () => {
  it('gets arguments and input as data and gives back its output and exit code', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const awkward = `it's $(touch /tmp/never) "\\n" \`id\` ü\n-n ;&|`;
    const output = await hosts
      .host(server.machine())
      .run('printf "%s|" "$@"; cat; echo problem >&2; exit 3', [awkward, '', '-e'], { input: `a\n\\0${awkward}\0b` });
    expect(output).toEqual({ code: 3, stdout: `${awkward}||-e|a\n\\0${awkward}\0b`, stderr: 'problem\n' });
    await hosts.close();
  });

  it('has no input unless it is given one', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    expect(await hosts.host(server.machine()).run('cat; printf done')).toMatchObject({ code: 0, stdout: 'done' });
    await hosts.close();
  });

  it('shares one connection with all others', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const runs = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => hosts.host(server.machine()).run('echo "$1"', [String(n)])),
    );
    expect(runs.map(({ stdout }) => stdout.trim())).toEqual(['1', '2', '3', '4', '5']);
    expect(server.connections).toBe(1);
    await hosts.close();
  });

  it('uses a connection that was prepared; what could not be prepared is told to whoever asks', async () => {
    const server = await fakeHost();
    const gone = await fakeHost();
    await gone.stop();
    const hosts = server.connect();
    hosts.prepare([server.machine(), gone.machine({ name: 'gone-1' })]);
    await hosts.host(server.machine()).run('true');
    expect(server.connections).toBe(1);
    expect(await failure(hosts.host(gone.machine({ name: 'gone-1' })).run('true'))).toMatchObject({
      code: 'unreachable',
    });
    await hosts.close();
  });

  it('never shows arguments or input on a command line', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    await hosts.host(server.machine()).run('cat >/dev/null', ['argument-secret'], { input: 'input-secret' });
    expect(server.commands.join()).not.toContain('secret');
    expect(server.commands.join()).not.toMatch(/[\n!\\]/);
    await hosts.close();
  });

  it.each([
    ['prints noise before', 'echo "Welcome to $0"; echo oops >&2; eval "$2"'],
    ['prints noise after', 'eval "$2"; code=$?; echo Goodbye; echo bye >&2; exit $code'],
  ])('is heard through a login shell that %s', async (_what, wrapper) => {
    const server = await fakeHost({ shell: ['/bin/sh', '-c', wrapper, 'motd'] });
    const hosts = server.connect();
    expect(await hosts.host(server.machine()).run('echo out; echo err >&2; exit 4')).toEqual({
      code: 4,
      stdout: 'out\n',
      stderr: 'err\n',
    });
    await hosts.close();
  });

  it('does not wait for a daemon that holds its output open', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const { stdout } = await hosts.host(server.machine()).run('sleep 60 & echo $!');
    const daemon = Number(stdout);
    expect(daemon).toBeGreaterThan(1);
    expect(() => process.kill(daemon, 'SIGKILL')).not.toThrow();
    await hosts.close();
  });

  it('that takes too long is left alone', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const error = await failure(hosts.host(server.machine()).run('sleep 30', [], { timeoutMs: 200 }));
    expect(error.code).toBe('timeout');
    await hosts.close();
  });

  it('runs over a new connection when the old one was lost', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    await hosts.host(server.machine()).run('true');
    server.drop();
    expect(await hosts.host(server.machine()).run('echo again')).toMatchObject({ stdout: 'again\n' });
    expect(server.connections).toBe(2);
    await hosts.close();
  });

  it('that loses its connection half way is not run again', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const running = failure(hosts.host(server.machine()).run('echo once >>"$STATE-runs"; sleep 5', []));
    while (!(await hosts.host(server.machine()).run('cat "$STATE-runs" 2>/dev/null')).stdout)
      await new Promise((r) => setTimeout(r, 20));
    server.drop();
    expect((await running).code).toBe('connection-lost');
    expect((await hosts.host(server.machine()).run('cat "$STATE-runs"')).stdout).toBe('once\n');
    await hosts.close();
  });

  it('waits when sshd allows no more sessions', async () => {
    const server = await fakeHost({ maxSessions: 2 });
    const hosts = server.connect();
    const runs = await Promise.all([1, 2, 3, 4].map(() => hosts.host(server.machine()).run('sleep 0.1; echo ok')));
    expect(runs.map(({ stdout }) => stdout)).toEqual(['ok\n', 'ok\n', 'ok\n', 'ok\n']);
    await hosts.close();
  });
});

describe('a root shell', () => {
  const again = { repeatable: true };

  it('is taken by one repeatable command after the other, and by as many at once as there are', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const host = hosts.host(server.machine());
    for (const word of ['one', 'two', 'three'])
      expect((await host.run('echo "$1"; exit 3', [word], again)).stdout).toBe(`${word}\n`);
    expect(server.sessions).toBe(1);
    // Both are there before either ends.
    const meet = 'touch "$1"; while [ ! -e "$2" ]; do sleep 0.02; done';
    const files = ['a', 'b'].map((name) => join(server.folder, name));
    await Promise.all([host.run(meet, files, again), host.run(meet, [...files].reverse(), again)]);
    expect(server.sessions).toBe(2);
    await hosts.close();
  });

  it('is not shared with what may live on, nor after that has failed to end', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const host = hosts.host(server.machine());
    await host.run('echo ok');
    await host.run('echo ok', [], again);
    expect(server.sessions).toBe(2);
    await host.run('sleep 100', [], { ...again, timeoutMs: 50 }).catch(() => undefined);
    expect((await host.run('echo ok', [], again)).stdout).toBe('ok\n');
    expect(server.sessions).toBe(3);
    await hosts.close();
  });

  it('is replaced when it was killed meanwhile, and gives its session to whoever needs it', async () => {
    const server = await fakeHost({ maxSessions: 1 });
    const hosts = server.connect();
    const host = hosts.host(server.machine());
    const { stdout } = await host.run('echo $$', [], again);
    process.kill(Number(stdout), 'SIGKILL');
    expect((await host.run('echo ok', [], again)).stdout).toBe('ok\n');
    expect((await host.run('echo ok')).stdout).toBe('ok\n');
    await hosts.close();
  });
});

describe('sudo', () => {
  const SUDO = `
while [ $# -gt 0 ]; do case $1 in -S) shift ;; -p) prompt=$2; shift 2 ;; *) break ;; esac; done
try() { printf '%s' "$prompt" >&2; IFS= read -r given || { echo 'sudo: no password was provided' >&2; exit 1; }; }
case $FAKE_SUDO in
free) ;;
forbidden) try; echo 'pbx is not in the sudoers file.' >&2; exit 1 ;;
*) try; while [ "$given" != "$FAKE_SUDO" ]; do echo 'Sorry, try again.' >&2; try; done ;;
esac
FAKE_UID=0; export FAKE_UID; exec "$@"`;

  async function hostWithSudo(mode: string) {
    const server = await fakeHost();
    server.command('sudo', SUDO);
    server.env = { FAKE_UID: '1000', FAKE_SUDO: mode };
    return server;
  }

  it('works without a password', async () => {
    const server = await hostWithSudo('free');
    const hosts = server.connect({ sudoPassword: 'not-asked-for' });
    expect(await hosts.host(server.machine()).run('id -u; cat', [], { input: 'data' })).toMatchObject({
      stdout: '0\ndata',
    });
    expect(server.received).not.toContain('not-asked-for');
    await hosts.close();
  });

  it('works with a password, which nothing but sudo gets to see', async () => {
    const server = await hostWithSudo('correct horse');
    const hosts = server.connect({ sudoPassword: 'correct horse' });
    expect(await hosts.host(server.machine()).run('id -u; cat', [], { input: 'data' })).toEqual({
      code: 0,
      stdout: '0\ndata',
      stderr: '',
    });
    expect(server.commands.join()).not.toContain('correct horse');
    await hosts.close();
  });

  it.each([
    ['a login script asks for a password', 'printf "password: " >&2; eval "$2"'],
    ['the login shell repeats its command line', 'printf "%s\\n" "$2"; printf "%s\\n" "$2" >&2; eval "$2"'],
  ])('keeps its password when %s', async (_what, wrapper) => {
    const server = await fakeHost({ shell: ['/bin/sh', '-c', wrapper, 'profile'] });
    server.command('sudo', SUDO);
    server.env = { FAKE_UID: '1000', FAKE_SUDO: 'free' };
    const hosts = server.connect({ sudoPassword: 'correct horse' });
    expect(await hosts.host(server.machine()).run('id -u')).toMatchObject({ stdout: '0\n' });
    expect(server.received).not.toContain('correct horse');
    await hosts.close();
  });

  it('whose PAM asks in words of its own gets no password, and the cure is told', async () => {
    const server = await hostWithSudo('correct horse');
    server.command('sudo', `echo 'Access is logged.' >&2; printf 'Password for pbx: ' >&2; read -r given; exit 1`);
    const hosts = server.connect({ sudoPassword: 'correct horse' });
    const error = await failure(hosts.host(server.machine()).run('true'));
    expect(error.code).toBe('sudo');
    expect(error.message).toMatch(/asks "Password for pbx:" .* not sudo's own prompt .*NOPASSWD: ALL/);
    expect(server.received).not.toContain('correct horse');
    await hosts.close();
  });

  it.each([
    [
      'asks and there is no password',
      'correct horse',
      undefined,
      /asks for a password.*sudo-password, PORTSIP_SUDO_PASSWORD/s,
    ],
    ['is given a wrong password', 'correct horse', 'battery staple', /does not accept the sudo password of pbx/],
    ['is not allowed to the user', 'forbidden', 'correct horse', /does not let pbx use sudo/],
  ])('that %s is an error and does not hang', async (_what, mode, sudoPassword, message) => {
    const server = await hostWithSudo(mode);
    const hosts = server.connect({ ...(sudoPassword && { sudoPassword }) });
    const error = await failure(hosts.host(server.machine()).run('true'));
    expect(error).toMatchObject({ code: 'sudo', host: 'media-1' });
    expect(error.message).toMatch(message);
    await hosts.close();
  });

  it('that is not there is an error', async () => {
    const server = await fakeHost();
    server.command('sudo', 'echo "/bin/sh: 1: exec: sudo: not found" >&2; exit 127');
    server.env = { FAKE_UID: '1000' };
    const error = await failure(server.connect().host(server.machine()).run('true'));
    expect(error.message).toMatch(/has no sudo/);
  });

  it('is told apart from an account that may not log in', async () => {
    const server = await fakeHost({
      shell: ['/bin/sh', '-c', 'echo "This account is currently not available."; exit 1'],
    });
    const error = await failure(server.connect().host(server.machine()).run('true'));
    expect(error).toMatchObject({ code: 'command' });
    expect(error.message).toMatch(/could not start \/bin\/sh for pbx.*This account is currently not available/);
  });
});

describe('a host that cannot be connected to', () => {
  it('with an unknown key shows its fingerprint and the line to add', async () => {
    const server = await fakeHost();
    const other = generateKey();
    const error = await failure(
      server
        .connect({ knownHosts: `elsewhere ${other.public}` })
        .host(server.machine())
        .run('true'),
    );
    expect(error.code).toBe('host-key-unknown');
    const [type, base64] = server.hostKeys[0]?.public.split(' ') ?? [];
    expect(error.message).toContain(`ssh-ed25519 ${fingerprint(Buffer.from(base64 ?? '', 'base64'))}`);
    expect(error.message.endsWith(`[127.0.0.1]:${server.port} ${type} ${base64}`)).toBe(true);
  });

  it('with a changed key shows which line it contradicts', async () => {
    const server = await fakeHost();
    const other = generateKey();
    const knownHosts = `# servers\n[127.0.0.1]:${server.port} ${other.public}\n`;
    const error = await failure(server.connect({ knownHosts }).host(server.machine()).run('true'));
    expect(error.code).toBe('host-key-changed');
    expect(error.message).toMatch(/line 2 has another ssh-ed25519 key/);
  });

  it('with several keys is checked with the one that is known', async () => {
    const ecdsa = utils.generateKeyPairSync('ecdsa', { bits: 256 });
    const server = await fakeHost({ hostKeys: [generateKey(), ecdsa] });
    const hosts = server.connect({ knownHosts: `[127.0.0.1]:${server.port} ${ecdsa.public}` });
    expect(await hosts.host(server.machine()).run('echo ok')).toMatchObject({ stdout: 'ok\n' });
    await hosts.close();
  });

  it('because it does not know our key says what to do', async () => {
    const server = await fakeHost();
    const error = await failure(server.connect({ privateKey: anotherKey }).host(server.machine()).run('true'));
    expect(error.code).toBe('authentication');
    expect(error.message).toMatch(
      /does not accept the SSH key SHA256:\S+ for pbx: add its public half to ~pbx\/.ssh\/authorized_keys/,
    );
  });

  it('because it wants a password after the key says that the key was good', async () => {
    const server = await fakeHost({ besidesKey: ['password', 'keyboard-interactive'] });
    const error = await failure(server.connect().host(server.machine()).run('true'));
    expect(error.code).toBe('authentication');
    expect(error.message).toMatch(
      /accepts the SSH key for pbx and asks for a second way .*\(password, keyboard-interactive\).*"AuthenticationMethods publickey"/,
    );
  });

  it('because it takes no keys at all says so', async () => {
    const server = await fakeHost({ insteadOfKey: ['password'] });
    const error = await failure(server.connect().host(server.machine()).run('true'));
    expect(error.code).toBe('authentication');
    expect(error.message).toMatch(/signs nobody in by SSH key \(only by password\): set "PubkeyAuthentication yes"/);
  });

  it('because it only knows key exchanges that this program does not know names both sides', async () => {
    const server = await fakeHost({ kex: ['diffie-hellman-group1-sha1'] });
    const error = await failure(server.connect().host(server.machine()).run('true'));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(
      /no SSH key exchange in common: it offers diffie-hellman-group1-sha1.* Add one that this program has to KexAlgorithms .*\(curve25519-sha256/,
    );
  });

  it('because nothing listens is not tried twice', async () => {
    const server = await fakeHost();
    const machine = server.machine();
    await server.stop();
    const error = await failure(server.connect().host(machine).run('true'));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/media-1 \(127\.0\.0\.1:\d+\) refuses SSH connections/);
  });

  it('because it says nothing is given up', async () => {
    const server = await fakeHost();
    const error = await failure(
      server
        .connect({ connectTimeoutMs: 300 })
        .host({ name: 'media-1', address: '127.0.0.1', ssh: { user: 'pbx', port: await silentPort() } })
        .run('true'),
    );
    expect(error.message).toMatch(/does not answer on SSH within/);
  });

  it('because its name is wrong says so', async () => {
    const server = await fakeHost();
    const error = await failure(
      server
        .connect()
        .host({ name: 'media-1', address: 'no host', ssh: { user: 'pbx', port: 22 } })
        .run('true'),
    );
    expect(error.message).toMatch(/name that cannot be resolved/);
  });

  it('at first, as its sshd is busy, is tried again', async () => {
    const server = await fakeHost({ dropFirst: 3 });
    const slept: number[] = [];
    const hosts = server.connect({ sleep: (ms) => Promise.resolve(void slept.push(ms)) });
    expect(await hosts.host(server.machine()).run('echo ok')).toMatchObject({ stdout: 'ok\n' });
    expect(server.connections).toBe(4);
    expect(slept).toHaveLength(3);
    await hosts.close();
  });

  it('for good is given up with the reason', async () => {
    const server = await fakeHost({ dropFirst: 1000 });
    const error = await failure(
      server
        .connect({ sleep: () => Promise.resolve() })
        .host(server.machine())
        .run('true'),
    );
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/closed the SSH connection before sign-in, 7 times.*MaxStartups/);
  });
});

describe('a jump host', () => {
  it('is connected to once, checked, and never asked for more than eight handshakes at a time', async () => {
    const jump = await fakeHost({ allowForwarding: true });
    const targets = await Promise.all(Array.from({ length: 12 }, () => fakeHost()));
    const knownHosts = [jump, ...targets].map((host) => host.knownHosts()).join('\n');
    const hosts = jump.connect({ knownHosts, concurrency: 20 });
    const jumpHost = { host: '127.0.0.1', port: jump.port, user: 'pbx' };
    const runs = await Promise.all(
      targets.map((target) => hosts.host(target.machine({ jumpHost })).run('echo "$STATE"')),
    );
    expect(runs.map(({ stdout }) => stdout.trim())).toEqual(targets.map(({ state }) => state));
    expect(jump.connections).toBe(1);
    await hosts.close();

    const distrustful = jump.connect({ knownHosts: targets.map((host) => host.knownHosts()).join('\n') });
    const error = await failure(distrustful.host(targets[0]!.machine({ jumpHost })).run('true'));
    expect(error).toMatchObject({ code: 'host-key-unknown', host: 'jump host 127.0.0.1' });
  });

  it('that forwards nothing is an error with the cure', async () => {
    const jump = await fakeHost();
    const target = await fakeHost();
    const hosts = jump.connect({ knownHosts: `${jump.knownHosts()}\n${target.knownHosts()}` });
    const error = await failure(
      hosts.host(target.machine({ jumpHost: { host: '127.0.0.1', port: jump.port, user: 'pbx' } })).run('true'),
    );
    expect(error.message).toMatch(/through the jump host/);
    expect(error.message).not.toContain('()');
    await hosts.close();
  });
});

it('fifty hosts are not greeted all at once', async () => {
  const server = await fakeHost();
  const hosts = server.connect({ concurrency: 4 });
  // Different users are different connections to the same server.
  await Promise.all(Array.from({ length: 20 }, (_, n) => hosts.host(server.machine({ user: `user${n}` })).run('true')));
  expect(server.connections).toBe(20);
  expect(server.mostHandshakes).toBeLessThanOrEqual(4);
  await hosts.close();
});

describe('inputs', () => {
  const knownHosts = `host ${clientKey.public}`;
  const connect = (options: { privateKey?: string; passphrase?: string; knownHosts?: string }) =>
    connectHosts({ concurrency: 1, secrets: new Secrets(), log: silent, ...options });
  const encrypted = generateKey('open sesame').private;

  it.each([
    ['no key', { knownHosts }, /ssh-private-key \(PORTSIP_SSH_PRIVATE_KEY\) is missing/],
    ['a public key', { privateKey: clientKey.public, knownHosts }, /is a public key/],
    ['a path', { privateKey: '~/.ssh/id_ed25519', knownHosts }, /looks like a path/],
    ['something else', { privateKey: 'hunter2 hunter2', knownHosts }, /is not a private key/],
    [
      'a file that is no key',
      { privateKey: 'acme', knownHosts, named: { sshPrivateKey: '--identity hosts.txt' } },
      /--identity hosts\.txt is no private key: give the file that ssh-keygen made, without \.pub/,
    ],
    [
      'a file with nothing in it',
      { privateKey: '\n', knownHosts, named: { sshPrivateKey: '--identity empty' } },
      /--identity empty is empty: give the file/,
    ],
    [
      'a key on one line',
      { privateKey: clientKey.private.replaceAll('\n', ' '), knownHosts },
      /has lost its line breaks/,
    ],
    ['half a key', { privateKey: clientKey.private.slice(0, 200), knownHosts }, /is cut off/],
    ['an encrypted key', { privateKey: encrypted, knownHosts }, /protected by a passphrase and none was given/],
    ['no known_hosts', { privateKey: clientKey.private }, /ssh-known-hosts \(PORTSIP_SSH_KNOWN_HOSTS\) is missing/],
    ['known_hosts without a key', { privateKey: clientKey.private, knownHosts: '# none\n' }, /has no host key in it/],
  ])('%s', (_what, options, message) => {
    expect(() => connect(options)).toThrow(InputError);
    expect(() => connect(options)).toThrow(message);
  });

  it('a key with its passphrase, with Windows line ends', async () => {
    const server = await fakeHost();
    const hosts = server.connect({ privateKey: encrypted.replaceAll('\n', '\r\n'), passphrase: 'open sesame' });
    // The key opens; the server does not know it.
    expect((await failure(hosts.host(server.machine()).run('true'))).code).toBe('authentication');
  });

  it('a key with its passphrase, opened once for all hosts', async () => {
    const key = generateKey('open sesame');
    const servers = await Promise.all([1, 2, 3].map(() => fakeHost({ publicKey: key.public })));
    const opened = jest.spyOn(utils, 'parseKey').mockClear();
    const hosts = servers[0]!.connect({
      privateKey: key.private,
      passphrase: 'open sesame',
      knownHosts: servers.map((server) => server.knownHosts()).join('\n'),
    });
    const outputs = await Promise.all(servers.map((server) => hosts.host(server.machine()).run('echo ok')));
    expect(outputs.map(({ stdout }) => stdout)).toEqual(['ok\n', 'ok\n', 'ok\n']);
    expect(opened.mock.calls.filter(([, passphrase]) => passphrase !== undefined)).toHaveLength(1);
    opened.mockRestore();
    await hosts.close();
  });

  it('a key with a wrong passphrase', async () => {
    const server = await fakeHost();
    const hosts = server.connect({ privateKey: encrypted, passphrase: 'abracadabra' });
    await expect(hosts.host(server.machine()).run('true')).rejects.toThrow(InputError);
  });

  it('secrets are known before anything could print them', () => {
    const secrets = new Secrets();
    connectHosts({
      privateKey: clientKey.private,
      knownHosts,
      sudoPassword: 'correct horse',
      concurrency: 1,
      secrets,
      log: silent,
    });
    expect(secrets.redact(clientKey.private)).not.toContain(clientKey.private.split('\n')[1]);
    expect(secrets.redact('correct horse')).toBe('***');
  });
});

async function silentPort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer(() => {});
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}
