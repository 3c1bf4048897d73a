import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { TOKEN_SERVICES, type Token } from '../cluster/roles';
import { list } from '../text/list';

export interface FileOptions {
  file: string;
  json?: boolean;
  out?: string;
  debug?: boolean;
  /** commander's name for --no-color */
  color?: boolean;
}

export interface ConnectionOptions {
  identity?: string;
  knownHosts?: string;
  pbxFingerprint?: string;
  pbxCa?: string;
  pbxTrustedAddress?: string;
  askSudoPassword?: boolean;
  concurrency: number;
}

export interface SelectionOptions {
  servers: string[];
}

export function withFile(command: Command): Command {
  return withOutput(command.option('-f, --file <file>', 'the cluster file; - is standard input', 'cluster.yaml'));
}

export function withOutput(command: Command): Command {
  return command
    .option('--json', 'print JSON for programs; everything else goes to standard error')
    .option('--no-color', 'no colours, as with NO_COLOR')
    .option('--debug', 'show what hosts print, and details of errors');
}

/** What all clusters of a repository may share */
export function withKeys(command: Command): Command {
  return command
    .option(
      '--identity <file>',
      'SSH private key (or its text in PORTSIP_SSH_PRIVATE_KEY; default what ssh uses: agent, ~/.ssh/config, ~/.ssh/id_…)',
    )
    .option('--known-hosts <file>', "the hosts' keys (or PORTSIP_SSH_KNOWN_HOSTS; default ~/.ssh/known_hosts)")
    .option('--pbx-ca <file>', "the PBX's certificate or its authority, PEM (or its text in PORTSIP_PBX_CA)");
}

export function withConnection(command: Command): Command {
  return withKeys(command)
    .option('--pbx-fingerprint <sha256>', "SHA-256 of the PBX's certificate (or PORTSIP_PBX_FINGERPRINT)")
    .option(
      '--pbx-trusted-address <host>',
      'where the password may go when an authority vouches for the certificate (or PORTSIP_PBX_TRUSTED_ADDRESS)',
    )
    .addOption(
      new Option('--progress <form>', 'how to tell what goes on; json: a line each, on standard error')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--ask-sudo-password', 'ask for the password that sudo wants on the hosts')
    .option(
      '--concurrency <number>',
      'hosts worked on at once; by itself 100 for each processor, 400 at most',
      atMost(1000),
      0,
    );
}

export function withSelection(
  command: Command,
  what = 'only these servers: names or roles, separated by commas',
): Command {
  return command.option('--servers <names>', what, names, []);
}

/** What else plan and deploy have in common. */
export function withRunOptions(command: Command): Command {
  return command
    .option(
      '--host-is-gone <name>',
      'remove this server without its host, which will never answer again (repeatable)',
      names,
      [],
    )
    .option(
      '--force',
      'restart even if the maintenance window is closed, calls do not end or it is the last of its role',
    )
    .option(
      '--rotate <service>',
      'issue a new token even if there is one: im, dataflow or sbc (repeatable)',
      services,
      [],
    )
    .option('--dataflow-token-path <path>', 'where this PBX issues Data Flow tokens, below /api')
    .option('--allow-undersized', 'install on hosts below the minimum size')
    .option('--heal', 'deploy, and take dead servers out of calls in the portal, after two looks, until they are back')
    .option('--install-ssh-key', 'high availability: let the control node sign in to servers where it cannot yet');
}

export interface RunFlags {
  hostIsGone: string[];
  force?: boolean;
  rotate: Token['service'][];
  dataflowTokenPath?: string;
  allowUndersized?: boolean;
  installSshKey?: boolean;
  heal?: boolean;
}

export function names(value: string, before: string[] = []): string[] {
  const given = value.split(/[\s,]+/).filter(Boolean);
  if (given.length === 0) throw new InvalidArgumentError('Give at least one name.');
  return [...new Set([...before, ...given])];
}

function services(value: string, before: Token['service'][]): Token['service'][] {
  return names(value, before).map((service) => {
    const known = TOKEN_SERVICES.find((one) => one === service);
    if (known) return known;
    throw new InvalidArgumentError(`Only ${list(TOKEN_SERVICES)} have tokens.`);
  });
}

export function port(value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number < 1 || number > 65_535)
    throw new InvalidArgumentError('Give a port, from 1 to 65535.');
  return number;
}

export function atMost(most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < 1 || number > most)
      throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
    return number;
  };
}
