import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCredentials, type Asker, type CredentialOptions } from '../../../src/cli/credentials';
import { Secrets } from '../../../src/log';
import { anotherKey, clientKey, generateKey } from '../host/server';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  mkdirSync(join(home, '.ssh/config.d'), { recursive: true });
  writeFileSync(join(home, '.ssh/known_hosts'), '192.168.1.21 ssh-ed25519 AAAA\n');
});
afterEach(() => rmSync(home, { recursive: true }));

const key = (name: string, text: string) => writeFileSync(join(home, '.ssh', name), text);
const PBX = { PORTSIP_PBX_USERNAME: 'admin', PORTSIP_PBX_PASSWORD: 'secret' };
const read = (options: CredentialOptions = {}, env: Record<string, string> = PBX, asker?: Asker) =>
  readCredentials(options, env, new Secrets(), home, asker);
const answering = (...answers: string[]): Asker & { asked: string[] } => {
  const asked: string[] = [];
  const answer = (question: string) => {
    asked.push(question);
    return Promise.resolve(answers.shift());
  };
  return { asked, ask: answer, askSecret: answer };
};

test('without a key of its own it uses what ssh would: config with its includes, agent, usual keys', async () => {
  key('id_ed25519', clientKey.private);
  key('cluster', anotherKey);
  writeFileSync(join(home, '.ssh/config'), 'Include config.d/*.conf\nHost bastion\n  HostName 203.0.113.7\n');
  writeFileSync(join(home, '.ssh/config.d/pbx.conf'), 'Host 192.168.1.*\n  IdentityFile %d/.ssh/cluster\n  User ops\n');
  const { ownSsh, sshPrivateKey } = await read({}, { ...PBX, SSH_AUTH_SOCK: '/run/agent' });
  expect(sshPrivateKey).toBeUndefined();
  expect(ownSsh?.agent).toBe('/run/agent');
  expect(ownSsh?.keys.map(({ path }) => path)).toEqual([join(home, '.ssh/cluster'), join(home, '.ssh/id_ed25519')]);
  expect(ownSsh?.way(['media-server-1', '192.168.1.21'])).toEqual({ user: 'ops', keys: [join(home, '.ssh/cluster')] });
  expect(ownSsh?.way(['jump host bastion', 'bastion'])).toEqual({ host: '203.0.113.7', keys: [] });
});

test('a key that is given is the only one, and an action has nothing of the runner it runs on', async () => {
  key('id_ed25519', anotherKey);
  key('deploy', clientKey.private);
  const { ownSsh, sshPrivateKey } = await read({ identity: '~/.ssh/deploy' }, { ...PBX, SSH_AUTH_SOCK: '/run/agent' });
  expect([sshPrivateKey, ownSsh?.agent, ownSsh?.keys]).toEqual([clientKey.private, undefined, []]);
  await expect(read({}, { ...PBX, GITHUB_ACTIONS: 'true' })).rejects.toThrow('Give the SSH key');
});

test('what is missing is asked for where somebody is there, secrets without echo', async () => {
  key('id_ed25519', generateKey('open sesame').private);
  const asker = answering('admin', 'secret of pbx', 'open sesame', 'of the hosts');
  const credentials = await read({ askSudoPassword: true }, {}, asker);
  expect(asker.asked).toEqual([
    "Administrator of the PBX's portal: ",
    'Password of admin: ',
    `Passphrase of ${join(home, '.ssh/id_ed25519')}: `,
    'Password for sudo: ',
  ]);
  expect(credentials).toMatchObject({
    pbxUsername: 'admin',
    pbxPassword: 'secret of pbx',
    sudoPassword: 'of the hosts',
  });
  await expect(read({}, {}, answering('admin'))).rejects.toThrow('Set PORTSIP_PBX_PASSWORD');
});

test('a password manager is asked by PORTSIP_PBX_PASSWORD_COMMAND, and what it says otherwise stays with it', async () => {
  key('id_ed25519', clientKey.private);
  const env = { PORTSIP_PBX_USERNAME: 'admin', PATH: process.env['PATH'] ?? '', ENTRY: 'from the vault' };
  const secrets = new Secrets();
  const command = 'printf "%s\\nuser: admin\\n" "$ENTRY"';
  const credentials = await readCredentials({}, { ...env, PORTSIP_PBX_PASSWORD_COMMAND: command }, secrets, home);
  expect(credentials.pbxPassword).toBe('from the vault');
  expect(secrets.redact('it is from the vault')).toBe('it is ***');
  const fails = read({}, { ...env, PORTSIP_PBX_PASSWORD_COMMAND: 'echo hidden >&2; exit 4' });
  await expect(fails).rejects.toThrow(/^PORTSIP_PBX_PASSWORD_COMMAND ended with 4: run it yourself to see why$/);
});

test('a fingerprint is taken as openssl prints it', async () => {
  key('id_ed25519', clientKey.private);
  const print = `sha256 Fingerprint=${Array.from({ length: 32 }, () => 'AB').join(':')}`;
  expect((await read({ pbxFingerprint: print })).pbxFingerprint).toBe(print);
});

test.each([
  [{ pbxFingerprint: 'ab:cd' }, '--pbx-fingerprint is not the SHA-256 of a certificate'],
  [{ pbxCa: '~/.ssh/known_hosts' }, '--pbx-ca holds no readable certificate: give a file in PEM'],
])('an error names the option: %j', async (options, why) => {
  key('id_ed25519', clientKey.private);
  await expect(read(options)).rejects.toThrow(why);
});
