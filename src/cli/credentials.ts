import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { InputError } from '../cluster/types';
import type { Credentials } from '../credentials';
import { defined } from '../defined';
import { fromEnvironment, maskEnvironment, type Env } from '../github/environment';
import type { VariableInput } from '../github/input-table';
import { checkPrivateKey, isEncrypted } from '../host/private-key';
import { secretProblem, type Secrets } from '../log';
import { parseTrust } from '../pbx/tls';
import { isObject } from '../unknown';
import { why } from './files';
import { expand, ownSsh } from './own-ssh';

/** Files that hold what may not stand on a command line. */
export interface CredentialOptions {
  identity?: string;
  knownHosts?: string;
  pbxFingerprint?: string;
  pbxCa?: string;
  pbxTrustedAddress?: string;
  askSudoPassword?: boolean;
  /** Only hosts are signed in to: nothing of the PBX's is asked for */
  withoutPbx?: boolean;
  /** Nobody is trusted yet, and nobody is signed in to who is not */
  withoutKnownHosts?: boolean;
}

/** Who can be asked for what is missing; undefined: nobody. */
export interface Asker {
  ask(question: string): Promise<string | undefined>;
  /** Without showing what is typed */
  askSecret(question: string): Promise<string | undefined>;
}

/** Prints the password of the administrator on its first line, as password managers do */
const PASSWORD_COMMAND = 'PORTSIP_PBX_PASSWORD_COMMAND';
const COMMAND_MS = 120_000;

/**
 * Files given as options win over PORTSIP_… variables, and these over what ssh would use and over questions. All secrets are in
 * `secrets` when this returns. Throws InputError that names everything that is missing at once.
 */
export async function readCredentials(
  options: CredentialOptions,
  env: Env,
  secrets: Secrets,
  home = homedir(),
  asker?: Asker,
): Promise<Credentials> {
  maskEnvironment(secrets, env);
  const variable = (name: VariableInput) => fromEnvironment(name, env);

  const problems: string[] = [];
  const tell = (error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    problems.push(error.message);
  };
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
  const keyNamed = options.identity && `--identity ${options.identity}`;
  const pbxCa = options.pbxCa ? await file(options.pbxCa, '--pbx-ca') : variable('pbx-ca');
  const ownKnownHosts = join(home, '.ssh/known_hosts');
  const knownHostsText = variable('ssh-known-hosts');
  const sshKnownHosts = options.knownHosts
    ? await file(options.knownHosts, '--known-hosts')
    : (knownHostsText ?? (await readFile(ownKnownHosts, 'utf8').catch(() => undefined)));
  const pbxFingerprint = options.pbxFingerprint ?? variable('pbx-fingerprint');

  // What ssh would use is a person's: a workflow's job is given all that it may use.
  const own = env['GITHUB_ACTIONS'] ? undefined : await ownSsh(env, home, !sshPrivateKey && !options.identity);
  for (const { text } of own?.keys ?? []) secrets.add(text);
  const hasOwn = own !== undefined && (own.agent !== undefined || own.keys.length > 0);
  if (!sshPrivateKey && !options.identity && !hasOwn)
    problems.push(
      'Give the SSH key: --identity FILE, its text in PORTSIP_SSH_PRIVATE_KEY, an agent (ssh-add), or one in ~/.ssh.',
    );
  if (sshKnownHosts === undefined && !options.knownHosts && !options.withoutKnownHosts)
    problems.push(
      "Give the hosts' keys: --known-hosts FILE, or their lines in PORTSIP_SSH_KNOWN_HOSTS. Unknown hosts are never trusted.",
    );
  if (options.pbxFingerprint !== undefined)
    attempt(() => parseTrust({ fingerprint: pbxFingerprint, named: '--pbx-fingerprint' }), tell);
  else if (options.pbxCa) attempt(() => pbxCa === undefined || parseTrust({ ca: pbxCa, named: '--pbx-ca' }), tell);
  else if (pbxCa ?? pbxFingerprint) attempt(() => parseTrust({ ca: pbxCa, fingerprint: pbxFingerprint }), tell);

  const pbxTrustedAddress = options.pbxTrustedAddress ?? variable('pbx-trusted-address');
  const needsPbx = !options.withoutPbx;
  let pbxUsername = variable('pbx-username');
  let pbxPassword = variable('pbx-password');
  const command = needsPbx ? env[PASSWORD_COMMAND] : undefined;
  // Nobody is asked anything that would be of no use.
  const byCommand = problems.length === 0 && !pbxPassword ? command : undefined;
  if (byCommand)
    pbxPassword = await fromCommand(byCommand, env).catch((error: unknown) => {
      tell(error);
      return undefined;
    });
  if (problems.length === 0 && asker && needsPbx) {
    pbxUsername ??= await asker.ask("Administrator of the PBX's portal: ");
    if (pbxUsername) pbxPassword ??= await asker.askSecret(`Password of ${pbxUsername}: `);
  }
  secrets.add(pbxPassword);
  if (needsPbx && !pbxUsername)
    problems.unshift('Set PORTSIP_PBX_USERNAME to the name of an administrator of the PBX.');
  if (needsPbx && !pbxPassword && !(command && problems.length > 0))
    problems.splice(
      pbxUsername ? 0 : 1,
      0,
      "Set PORTSIP_PBX_PASSWORD to that administrator's password, or PORTSIP_PBX_PASSWORD_COMMAND to a command that prints it.",
    );
  if (problems.length > 0) throw new InputError(problems.join('\n'));

  let sshPassphrase = variable('ssh-passphrase');
  const locked = sshPrivateKey
    ? isEncrypted(sshPrivateKey)
    : own?.agent === undefined && own?.keys.every(({ text }) => isEncrypted(text));
  const lockedNamed = keyNamed ?? own?.keys[0]?.path ?? 'the SSH key';
  if (locked && !sshPassphrase) sshPassphrase = await asker?.askSecret(`Passphrase of ${lockedNamed}: `);
  secrets.add(sshPassphrase);
  const first = own?.keys[0];
  // One that was given is looked at by whoever uses it.
  if (!sshPrivateKey && locked && first) checkPrivateKey(first.text, sshPassphrase, first.path);

  const sudoPassword =
    variable('sudo-password') ?? (options.askSudoPassword ? await asker?.askSecret('Password for sudo: ') : undefined);
  secrets.add(sudoPassword);
  if (options.askSudoPassword && !sudoPassword)
    throw new InputError('--ask-sudo-password: nobody answered; PORTSIP_SUDO_PASSWORD does without a question');

  const registryToken = variable('registry-token');

  for (const [name, secret] of [
    ['PORTSIP_REGISTRY_TOKEN', registryToken],
    ['PORTSIP_PBX_PASSWORD', pbxPassword],
    ['PORTSIP_SUDO_PASSWORD', sudoPassword],
    ['PORTSIP_SSH_PASSPHRASE', sshPassphrase],
  ] as const) {
    const problem = secret && secretProblem(secret);
    if (problem) problems.push(`${name} ${problem}.`);
  }
  if (problems.length > 0) throw new InputError(problems.join('\n'));

  const knownHostsNamed = options.knownHosts ?? (knownHostsText === undefined ? ownKnownHosts : undefined);
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
    registryToken,
    ownSsh: own,
    named: defined({
      sshPrivateKey: keyNamed,
      sshKnownHosts: knownHostsNamed,
      pbxFingerprint: options.pbxFingerprint === undefined ? undefined : '--pbx-fingerprint',
      pbxPassword: byCommand ? PASSWORD_COMMAND : undefined,
    }),
  });
}

function attempt(work: () => unknown, tell: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    tell(error);
  }
}

/** The first line of what a command prints. What else it prints is its own affair, and shown by nobody: it may hold the password. */
async function fromCommand(command: string, env: Env): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run('/bin/sh', ['-c', command], { env: { ...env }, timeout: COMMAND_MS }).catch(
    (error: unknown) => {
      const { code, killed } = isObject(error) ? error : {};
      const how = killed === true ? `took longer than ${COMMAND_MS / 1000} s` : `ended with ${String(code)}`;
      throw new InputError(`${PASSWORD_COMMAND} ${how}: run it yourself to see why`);
    },
  );
  const [line = ''] = stdout.split(/\r?\n/);
  if (line === '') throw new InputError(`${PASSWORD_COMMAND} printed nothing: the password belongs on its first line`);
  return line;
}
