import { Command, CommanderError, Help, Option } from 'commander';
import { version } from '../../package.json';
import { explain } from '../github/report';
import { fold } from '../text/fold';
import { printableLines } from '../text/printable';
import { describe, type Run } from './commands';
import { Context, NothingSeen } from './context';
import type { ContextOptions, Engine } from './context';
import { engine as realEngine } from './engine';
import { EXIT, EXIT_CODES } from './exit-code';
import { forPeople, Interrupted, terminalIo, widthOf } from './io';
import type { Io } from './io';

/** Runs a command line. Gives its exit code (`exit-code.ts`). */
export async function main(argv: string[], io: Io = terminalIo(), engine: Engine = realEngine): Promise<number> {
  let exitCode = 0;
  let context: Context | undefined;
  const command =
    <T extends ContextOptions>(work: (context: Context, options: T) => Promise<number>) =>
    async (options: T) => {
      const told = all.opts()['color'] === false ? { ...options, color: false } : options;
      context = new Context(io, engine, told);
      exitCode = await work(context, told);
    };
  const all = program(argv[0], command, io, engine);

  try {
    await all.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof Interrupted) {
      context?.progress.close();
      (context?.err ?? forPeople(io, io.err)).write('Interrupted. Nothing was done.\n');
      return EXIT.interrupted;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.input;
    if (!(error instanceof NothingSeen)) return tell(error, io, context);
    tell(error.cause, io, context);
    return EXIT.hindered;
  }
}

/** `name`: the first word of the command line */
function program(name: string | undefined, command: Run, io: Io, engine: Engine): Command {
  const all = new Command('portsip-cluster')
    .description('PortSIP PBX clusters as code: cluster.yaml says what should be, this makes it so.')
    .version(version, '--version', 'print the version')
    .addOption(new Option('--no-color').hideHelp())
    .helpCommand(false)
    .showHelpAfterError('Try --help.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => forPeople(io, io.out).write(fold(text, widthOf(io, io.out))),
      writeErr: (text) => forPeople(io, io.err).write(fold(text, widthOf(io, io.err))),
      getOutHelpWidth: () => widthOf(io, io.out) ?? 80,
      getErrHelpWidth: () => widthOf(io, io.err) ?? 80,
      outputError: (text, write) => write(text.replace(/^error: /, 'Error: ')),
    })
    .configureHelp({ minWidthToWrap: 20, formatItem })
    .addHelpText('after', ENVIRONMENT);

  describe(all, name, { command, io, engine });
  return all;
}

/** On a narrow screen what something is for comes below it. */
function formatItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  if (width >= 72 || description === '')
    return new Help().formatItem.call(helper, term, termWidth, description, helper);
  const below = helper.boxWrap(description, width - 6).replace(/^/gm, '      ');
  return `${fold(`  ${term}`, width)}\n${below}`;
}

/** Says what went wrong, for people: without a stack trace unless it is a fault of ours and somebody asks. */
function tell(error: unknown, io: Io, context: Context | undefined): number {
  const { text, exitCode, problems, stack } = explain(error);
  context?.progress.close();
  const err = context?.err ?? forPeople(io, io.err);
  const width = widthOf(io, err);
  const redact = (line: string) => context?.secrets.redact(line) ?? line;
  if (problems && context) context.problems(problems);
  else
    for (const line of printableLines(redact(text)))
      err.write(`${fold(`${line.startsWith(' ') ? '' : 'Error: '}${line}`, width)}\n`);
  if (stack && context?.options.debug) err.write(`${printableLines(redact(stack)).join('\n')}\n`);
  return exitCode;
}

const ENVIRONMENT = `
Secrets come from the environment only, never from the command line:
  PORTSIP_PBX_USERNAME, PORTSIP_PBX_PASSWORD   an administrator of the PBX; asked for at a terminal
  PORTSIP_PBX_PASSWORD_COMMAND                 or a command that prints the password, of a password manager
  PORTSIP_PBX_CA or PORTSIP_PBX_FINGERPRINT    its certificate, when it is self-signed
  PORTSIP_PBX_TRUSTED_ADDRESS                  its address, when an authority signed it
  PORTSIP_SSH_PRIVATE_KEY, PORTSIP_SSH_PASSPHRASE, PORTSIP_SSH_KNOWN_HOSTS
  PORTSIP_SUDO_PASSWORD                        where sudo asks for one
  PORTSIP_REGISTRY_TOKEN                       where the cluster file names a registry
  PORTSIP_PBX_PASSWORD__ACME_WEST and so on    fleet: of the cluster acme-west alone

Exit code:
${EXIT_CODES.map(([code, means]) => `  ${String(code).padEnd(4)} ${means}`).join('\n')}`;
