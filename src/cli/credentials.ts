import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../cluster/types';
import type { Credentials } from '../credentials';
import { defined } from '../defined';
import { fromEnvironment, maskEnvironment, type Env } from '../github/environment';
import type { VariableInput } from '../github/input-table';
import { secretProblem, type Secrets } from '../log';
import { codeOf, messageOf } from '../unknown';

/** Files that hold what may not stand on a command line. */
export interface CredentialOptions {
  identity?: string;
  knownHosts?: string;
  pbxFingerprint?: string;
  pbxCa?: string;
  pbxTrustedAddress?: string;
}

/**
 * Files given as options win over PORTSIP_… variables. All secrets are in `secrets` when this returns.
 * Throws InputError that names everything that is missing at once.
 */
export async function readCredentials(
  options: CredentialOptions,
  env: Env,
  secrets: Secrets,
  home = homedir(),
): Promise<Credentials> {
  maskEnvironment(secrets, env);
  const variable = (name: VariableInput) => fromEnvironment(name, env);
  const pbxPassword = variable('pbx-password');
  const sudoPassword = variable('sudo-password');
  const sshPassphrase = variable('ssh-passphrase');

  const problems: string[] = [];
  const file = async (path: string, option: string) => {
    try {
      return await readFile(expand(path, home), 'utf8');
    } catch (error) {
      problems.push(`${option}: ${path} cannot be read: ${why(error)}.`);
      return undefined;
    }
  };
  const sshPrivateKey = options.identity ? await file(options.identity, '--identity') : variable('ssh-private-key');
  secrets.add(sshPrivateKey);
  const pbxCa = options.pbxCa ? await file(options.pbxCa, '--pbx-ca') : variable('pbx-ca');
  const sshKnownHosts = options.knownHosts
    ? await file(options.knownHosts, '--known-hosts')
    : (variable('ssh-known-hosts') ?? (await readFile(join(home, '.ssh/known_hosts'), 'utf8').catch(() => undefined)));
  const pbxUsername = variable('pbx-username');
  const pbxTrustedAddress = options.pbxTrustedAddress ?? variable('pbx-trusted-address');
  const pbxFingerprint = options.pbxFingerprint ?? variable('pbx-fingerprint');

  if (!pbxUsername) problems.push('Set PORTSIP_PBX_USERNAME to the name of an administrator of the PBX.');
  if (!pbxPassword) problems.push("Set PORTSIP_PBX_PASSWORD to that administrator's password.");
  if (!sshPrivateKey && !options.identity)
    problems.push('Give the SSH key: --identity FILE, or its text in PORTSIP_SSH_PRIVATE_KEY.');
  if (sshKnownHosts === undefined && !options.knownHosts)
    problems.push(
      "Give the hosts' keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.",
    );
  if (pbxFingerprint && !/^(sha256:)?([0-9a-f]{2}:?){32}$/i.test(pbxFingerprint.trim()))
    problems.push(
      'The PBX fingerprint is not the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons.',
    );
  for (const [name, secret] of [
    ['PORTSIP_PBX_PASSWORD', pbxPassword],
    ['PORTSIP_SUDO_PASSWORD', sudoPassword],
    ['PORTSIP_SSH_PASSPHRASE', sshPassphrase],
  ] as const) {
    const problem = secret && secretProblem(secret);
    if (problem) problems.push(`${name} ${problem}.`);
  }
  if (problems.length > 0) throw new InputError(problems.join('\n'));

  return defined({
    pbxUsername,
    pbxPassword,
    pbxCa,
    pbxFingerprint,
    pbxTrustedAddress,
    sshPrivateKey,
    sshPassphrase,
    sshKnownHosts,
    sudoPassword,
  });
}

const expand = (path: string, home: string) =>
  path === '~' || path.startsWith('~/') ? join(home, path.slice(1)) : path;

function why(error: unknown): string {
  const known: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
  };
  return known[codeOf(error) ?? ''] ?? messageOf(error);
}
