import { Argument, Option, type Command } from 'commander';
import { closest } from '../cluster/suggest';
import { ROLE_NAMES, ROLES } from '../cluster/roles';
import { printable } from '../text/printable';
import type { FileOptions } from './options';
import type { Shell } from './completion';
import type { BackupOptions } from './backup';
import type { CloudFirewallOptions } from './cloud-firewall';
import type { DeployOptions, RestartOptions } from './deploy';
import type { DemoOptions } from './demo';
import type { FleetOptions } from './fleet';
import type { HostsOptions } from './hosts';
import type { ImportOptions } from './import';
import type { InitOptions } from './init';
import type { LogOptions } from './log';
import type { PlanOptions } from './plan';
import type { ScriptsOptions } from './scripts';
import type { StatusOptions } from './status';
import type { Context, ContextOptions, Engine } from './context';
import { EXIT } from './exit-code';
import type { Io } from './io';
import {
  atMost,
  names,
  port,
  withConnection,
  withFile,
  withKeys,
  withOutput,
  withRunOptions,
  withSelection,
} from './options';

/** Makes what commander calls of a command's own work. */
export type Run = <T extends ContextOptions>(
  work: (context: Context, options: T) => Promise<number>,
) => (options: T) => Promise<void>;

/**
 * Tells commander what there is: the command of that name alone, as to tell it of all takes longer than to read a cluster file,
 * and all of them where none is called so.
 */
export function describe(
  all: Command,
  name: string | undefined,
  { command, io, engine }: { command: Run; io: Io; engine: Engine },
): void {
  const commands: Record<string, () => void> = {
    init: () => {
      const describing = all
        .command('init')
        .description('write a commented cluster.yaml and its workflows, asking for what no option says')
        .option('--folder <folder>', 'where to', '.')
        .option('--name <name>', 'what to call the cluster: small letters, digits and -')
        .option('--pbx <address>', "the main server's private address")
        .option('--image <image>', 'what the servers run (default portsip/pbx:22)')
        .option('--ssh-user <user>', 'the account to sign in with on the hosts (default pbx)')
        .option('--ssh-port <port>', 'the port that sshd listens on (default 22)', port)
        .option('--jump-host <host>', 'a machine to go through: host, user@host, host:port or user@host:port');
      for (const role of ROLE_NAMES)
        describing.option(
          `--${role} <addresses>`,
          `private addresses of ${ROLES[role].label}s, separated by commas`,
          names,
        );
      describing
        .option('--no-workflows', 'the cluster file alone')
        .option('--no-color', 'no colours, as with NO_COLOR')
        .action(command<InitOptions>(async (context, options) => (await import('./init')).init(context, options)));
    },
    validate: () => {
      const validating = command<FileOptions>(async (context, options) =>
        (await import('./validate')).validate(context, options),
      );
      withFile(
        all
          .command('validate')
          .description('check the cluster file; no secrets, no network')
          .argument('[file]', 'the same as -f FILE'),
      )
        .option('--out <file>', 'write the JSON to a file, too')
        .action((file: string | undefined, options: FileOptions, self: Command) => {
          if (file !== undefined && self.getOptionValueSource('file') === 'cli')
            self.error('error: give FILE or -f FILE, not both');
          return validating({ ...options, ...(file !== undefined && { file }) });
        });
    },
    'cloud-firewall': () => {
      withFile(
        all
          .command('cloud-firewall')
          .description("show what a cloud's own firewall has to let in; no secrets, no network"),
      )
        .addOption(new Option('--commands <cloud>', 'print commands to copy instead').choices(['aws', 'azure']))
        .action(
          command<CloudFirewallOptions>(async (context, options) =>
            (await import('./cloud-firewall')).cloudFirewall(context, options),
          ),
        );
    },
    plan: () => {
      withRunOptions(
        withSelection(withConnection(withFile(all.command('plan').description('show what a deploy would do')))),
      )
        .option('--out <file>', 'write plan.json to a file')
        .option(
          '--base <file>',
          'compare with this older cluster file instead of the live cluster; no secrets, no network',
        )
        .option('--exit-code', `exit with ${EXIT.changes} when there are changes`)
        .action(command<PlanOptions>(async (context, options) => (await import('./plan')).plan(context, options)));
    },
    deploy: () => {
      withRunOptions(
        withSelection(
          withConnection(withFile(all.command('deploy').description('make the live cluster match the cluster file'))),
        ),
      )
        .option('--plan <file>', 'do only what is in this plan, saved by plan --out, and do not ask')
        .option('--digest <digest>', 'do it only when the plan has this digest, and do not ask')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(
          command<DeployOptions>(async (context, options) => (await import('./deploy')).deploy(context, options)),
        );
    },
    restart: () => {
      withSelection(
        withConnection(withFile(all.command('restart').description('restart servers one after the other, drained'))),
        'only these: names, roles or loadbalancer, separated by commas; none: all',
      )
        .option('--pbx', 'the PBX itself, too, before all others')
        .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
        .option('--force', 'even if the maintenance window is closed, calls do not end or it is the last of its role')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(
          command<RestartOptions>(async (context, options) => (await import('./deploy')).restart(context, options)),
        );
    },
    backup: () => {
      withSelection(
        withConnection(
          withFile(
            all
              .command('backup')
              .description('stop services one after the other, copy what they keep, and start them again'),
          ),
        ),
        'only these: names or roles, separated by commas; none, without --pbx: all that keep something',
      )
        .option('--pbx', 'the PBX itself: no calls while it is copied')
        .option('--reason <text>', 'why, for the plan and the log', 'asked for on the command line')
        .option('--force', 'even if the maintenance window is closed')
        .option('--out <file>', 'write what was done to a file, as JSON')
        .option('--yes', 'do not ask')
        .action(
          command<BackupOptions>(async (context, options) => (await import('./backup')).backup(context, options)),
        );
    },
    status: () => {
      withSelection(withConnection(withFile(all.command('status').description('show the cluster at a glance'))))
        .option('--out <file>', 'write the JSON to a file, too')
        .option('--html <file>', 'write a page to look at: one file, without scripts, for a browser or a phone')
        .option('--exit-code', `exit with ${EXIT.changes} when a deploy would change something`)
        .action(
          command<StatusOptions>(async (context, options) => (await import('./status')).status(context, options)),
        );
    },
    log: () => {
      withConnection(withFile(all.command('log').description('tell which runs changed the cluster, when and by whom')))
        .option('-n, --number <number>', 'the last so many', atMost(50), 10)
        .option('--out <file>', 'write the JSON to a file, too')
        .action(command<LogOptions>(async (context, options) => (await import('./log')).log(context, options)));
    },
    hosts: () => {
      const trusting = command<HostsOptions>(async (context, options) =>
        (await import('./hosts')).trust(context, options),
      );
      withConnection(
        withFile(
          all
            .command('hosts')
            .description(
              'hosts trust: show keys of new machines from two places, and print their lines for known_hosts',
            )
            .addArgument(new Argument('<what>', 'what to do').choices(['trust'])),
        ),
      )
        .option('--out <file>', 'write the JSON to a file, too')
        .action((_what: string, options: HostsOptions) => trusting({ ...options, printsResult: true }));
    },
    fleet: () => {
      const fleet = command<FleetOptions>(async (context, options) =>
        (await import('./fleet')).fleet(context, options),
      );
      withKeys(
        withOutput(
          all
            .command('fleet')
            .description('look at the clusters of a repository of many')
            .addArgument(
              new Argument(
                '<what>',
                'list: their files, names, runners and waves, without secrets or network; status: whether they are healthy, their versions and drift; plan: what a deploy of each would do',
              ).choices(['list', 'status', 'plan']),
            )
            .argument('[clusters...]', 'only these, by name'),
        ),
      )
        .option(
          '--files <glob>',
          "which files are cluster files (repeatable; default 'clusters/*/cluster.yaml' and cluster.yaml)",
          names,
          [],
        )
        .option('--base <commit>', 'list: tell which ones differ from this commit, branch or tag, and which ones left')
        .option('--html <file>', 'status: write a page to look at, as status --html does')
        .option('--pages <folder>', "status: write each cluster's page there, which that page then leads to")
        .option('--exit-code', `status and plan: exit with ${EXIT.changes} when a deploy would change something`)
        .option('--parallel <number>', 'clusters asked at once, 1 to 100', atMost(100), 8)
        .option('--concurrency <number>', 'hosts of a cluster asked at once, 1 to 100', atMost(100), 50)
        .option('--out <file>', 'write the JSON to a file, too')
        .action((what: FleetOptions['what'], clusters: string[], options: Omit<FleetOptions, 'what' | 'clusters'>) =>
          fleet({ ...options, what, clusters }),
        );
    },
    import: () => {
      const importing = command<ImportOptions>(async (context, options) =>
        (await import('./import')).importFile(context, options),
      );
      withConnection(
        withOutput(
          all
            .command('import')
            .description('write the cluster file of a cluster that runs; changes nothing there')
            .requiredOption('--pbx <address>', 'private address of the main server, as its servers know it')
            .requiredOption('--name <name>', 'what to call the cluster: small letters, digits and -'),
        ),
      )
        .option('--api <url>', "where the PBX's portal and API answer (default https://ADDRESS:8887)")
        .option('--ssh-user <user>', 'the account to sign in with on the hosts (default pbx)')
        .option('--ssh-port <port>', 'the port that sshd listens on (default 22)', port)
        .option('--jump-host <host>', 'a machine to go through: host, user@host, host:port or user@host:port')
        .option('--scripts-path <path>', "where PortSIP's control scripts lie (default /opt/portsip)")
        .option(
          '--control-node <address>',
          'high availability: the node (pbx01) that the scripts are run on; --pbx is the virtual IP',
        )
        .option('--nodes <addresses>', 'high availability: own addresses of all PBX nodes', names, [])
        .option('--host <address>', 'look at this machine, too, such as a Data Flow server (repeatable)', names, [])
        .option('--out <file>', 'write the file here instead of standard output')
        .option('--force', 'overwrite that file')
        .option('--adopt', 'write into the record on the main server that what was found is managed from now on')
        .action((options: ImportOptions) => importing({ ...options, printsResult: options.out === undefined }));
    },
    scripts: () => {
      const fetching = command<ScriptsOptions>(async (context, options) =>
        (await import('./scripts')).fetchScripts(context, options),
      );
      withFile(
        all
          .command('scripts')
          .description("fill the cluster file's folder of PortSIP's control scripts")
          .addArgument(
            new Argument('<what>', 'fetch: check those that FROM has, and put them there').choices(['fetch']),
          )
          .argument('<from>', 'a folder, a .tar.gz archive, or a Git repository; an https address is downloaded from'),
      )
        .option('--commit <commit>', 'of the Git repository; its HEAD when left out and FROM is an address')
        .option('--path <folder>', 'which folder of FROM, such as v22.x, where several have scripts')
        .option('--out <file>', 'write the JSON to a file, too')
        .action((_what: string, from: string, options: ScriptsOptions) => fetching({ ...options, from }));
    },
    completion: () => {
      all
        .command('completion')
        .description('print what makes a shell complete commands, options, servers and roles')
        .addArgument(new Argument('<shell>', 'which one').choices(['bash', 'zsh', 'fish']))
        .addHelpText('after', '\nIn ~/.bashrc: source <(portsip-cluster completion bash); zsh and fish likewise.')
        .action(async (shell: Shell) => {
          io.out.write((await import('./completion')).SCRIPTS[shell]);
        });
      all.command('__complete [words...]', { hidden: true }).action(async (words: string[]) => {
        const { candidates } = await import('./completion');
        const clusters = async () => (await import('./fleet-look')).clusterNames();
        const load = (file: string) =>
          engine.loadClusterFile(file).then(
            ({ cluster }) => cluster,
            () => undefined,
          );
        for (const word of await candidates(all, words, load, clusters)) io.out.write(`${printable(word)}\n`);
      });
    },
    help: () => {
      all
        .command('help')
        .description('show what a command is for and all its options')
        .argument('[command]')
        .action((name?: string) => {
          const known = all.commands.filter((one) => one.name() !== '__complete');
          const one = known.find((command) => command.name() === name);
          if (name === undefined) return all.help();
          if (one) return one.help();
          const guess =
            OTHER_WORDS.get(name) ??
            closest(
              name,
              known.map((command) => command.name()),
            );
          all.error(
            `error: unknown command '${printable(name)}'${guess === undefined ? '' : `\n(Did you mean ${guess}?)`}`,
          );
        });
    },
    demo: () => {
      all
        .command('demo')
        .description(
          'a story in a sandbox: deploy seven machines, scale out, see that nothing is left to do; needs nothing',
        )
        .option('--no-color', 'no colours, as with NO_COLOR')
        .option('--debug', 'show what hosts print, and details of errors')
        .option(
          '--whole-life',
          'go on: restarts under calls, a server that stays away, a removal, an upgrade, a new token, a PBX that moves',
        )
        .option(
          '--high-availability',
          'another story: a PBX of three nodes, a failover in the middle of a deploy, restarts, an upgrade, a removal',
        )
        .option('--keep', 'leave the sandbox running afterwards and say how to use it')
        .addOption(new Option('--serve', 'only start the sandbox, and say how to use it'))
        .action(command<DemoOptions>(async (context, options) => (await import('./demo')).demo(context, options)));
    },
  };
  // Help with one command is asked for by the name of another.
  const asked = name !== undefined && name !== 'help' && Object.hasOwn(commands, name) ? commands[name] : undefined;
  for (const describeOne of asked ? [asked] : Object.values(commands)) describeOne();
}

/** What other tools, and our own pages, call what a command does */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['apply', 'deploy'],
  ['check', 'validate'],
  ['diff', 'plan'],
  ['drift', 'status, or plan --exit-code'],
  ['heal', 'deploy --heal'],
  ['history', 'log'],
  ['rolling-restart', 'restart'],
  ['show', 'status'],
  ['upgrade', 'deploy'],
]);
