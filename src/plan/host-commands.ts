import { nameInConfig, type Registry } from '../cluster/registry';
import type { SbcDrain } from '../cluster/sbc-settings';
import type { Cluster, Machine, ServerSpec } from '../cluster/types';
import { controlPlane, type ControlCommand } from '../host/control-plane';
import type { Change } from '../stages/change';
import { ofKind } from '../stages/change';
import { asServer } from '../stages/departing';
import { backupCommands } from '../stages/backup';
import { dnsCommand } from '../stages/outside';

/** What is run on one machine, as root, in this order. */
export interface HostCommands {
  /** "media-server-2 (192.168.1.27)" */
  where: string;
  lines: string[];
}

/**
 * The command lines that a plan runs on hosts, by machine in the order in which they are first touched; secrets as
 * placeholders. What goes over the PBX's REST API is not among them.
 */
export function hostCommands(changes: readonly Change[], cluster: Cluster): HostCommands[] {
  const plane = controlPlane(cluster);
  const byMachine = new Map<string, string[]>();
  const { machine: main } = cluster.pbx;
  const add = ({ name, address }: Machine, line: string) => {
    const where = name === main.name ? `${plane.mainName} (${address})` : `${name} (${address})`;
    const lines = byMachine.get(where) ?? [];
    byMachine.set(where, lines);
    lines.push(line);
  };
  for (const node of plane.pbxMachines) for (const line of firewallLines(changes)) add(node, line);
  for (const change of changes)
    for (const command of commandsOf(change, cluster)) add(command.machine, commandLine(command));
  return [...byMachine].map(([where, lines]) => ({ where, lines }));
}

/** Each node of a highly available PBX has a firewall of its own. For good and at once, as a reload would drop what is not stored. */
function firewallLines(changes: readonly Change[]): string[] {
  return ofKind(changes, 'trusted-source', 'source-removal').flatMap(({ kind, source }) => {
    const change = `--zone=trusted --${kind === 'source-removal' ? 'remove' : 'add'}-source=${source}`;
    return [`sudo firewall-cmd --permanent ${change}`, `sudo firewall-cmd ${change}`];
  });
}

function commandLine({ cwd, argv }: ControlCommand): string {
  return `${cwd === '/' ? '' : `cd ${cwd} && `}${argv[0] === 'sudo' ? '' : 'sudo '}${argv.join(' ')}`;
}

/** What a change runs on hosts, one after the other. */
function commandsOf(change: Change, cluster: Cluster): ControlCommand[] {
  const plane = controlPlane(cluster);
  const { machine } = cluster.pbx;
  switch (change.kind) {
    case 'pbx-image':
      return [pullCommand(machine, change.image), plane.pbxCommand('upgrade')];
    case 'pbx-restart':
      return [plane.pbxCommand('restart')];
    case 'load-balancer-restart':
      return [plane.pbxCommand('restart-loadbalancer')];
    case 'role': {
      const { wanted, leaves, pull, verbs } = change;
      const left = leaves && asServer(leaves.from, cluster);
      return [
        ...leadingCallers('out', change.drain, left ?? wanted, change),
        ...(leaves && left ? leaves.verbs.map((verb) => plane.command(left, verb)) : []),
        ...(pull ?? []).map((image) => pullCommand(wanted, image)),
        ...verbs.map((verb) => plane.command(wanted, verb, null)),
        ...leadingCallers('in', change.drain, wanted, change),
      ];
    }
    case 'role-removal': {
      const left = asServer(change.from, cluster);
      return [
        ...leadingCallers('out', change.drain, left, change),
        ...change.verbs.map((verb) => plane.command(left, verb)),
      ];
    }
    case 'server-restart':
      return [
        ...leadingCallers('out', change.drain, change.wanted, change),
        ...change.verbs.map((verb) => plane.command(change.wanted, verb)),
        ...leadingCallers('in', change.drain, change.wanted, change),
      ];
    case 'registry-sign-in':
      return [
        signInCommand(change.machine, change.registry),
        ...(change.leaves ?? []).map((left) => signOutCommand(change.machine, left)),
      ];
    case 'registry-sign-out':
      return [signOutCommand(change.machine, change.registry)];
    case 'backup':
      return backupCommands(change, cluster);
    case 'callers-back':
      return [dnsCommand(machine, change.command, 'in', change.of)];
    // Done through the PBX's API, in the firewall (`firewallLines`) or over SSH without a command line of the guide's.
    case 'trusted-source':
    case 'source-removal':
    case 'whitelist-entry':
    case 'whitelist-removal':
    case 'portal-entry':
    case 'portal-entry-removal':
    case 'im-addresses':
    case 'im-addresses-removal':
    case 'built-in-on':
    case 'built-in-off':
    case 'dead-server-off':
    case 'dead-server-on':
    case 'sbc-settings':
    case 'token':
    case 'ssh-key':
    case 'control-scripts':
    case 'host-preparation':
      return [];
  }

  function leadingCallers(
    way: 'in' | 'out',
    drain: SbcDrain | undefined,
    server: ServerSpec,
    { action }: Change,
  ): ControlCommand[] {
    if (drain?.command === undefined || action === 'create') return [];
    return [dnsCommand(machine, drain.command, way, server)];
  }
}

/** Fetches an image to a machine. */
export function pullCommand(machine: Machine, image: string): ControlCommand {
  return { machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] };
}

/** The token is typed in. */
function signInCommand(machine: Machine, { server, username }: Registry): ControlCommand {
  const user = /^[\w.@+-]+$/.test(username) ? username : `'${username}'`;
  return { machine, cwd: '/', argv: ['docker', 'login', '--username', user, '--password-stdin', server], secrets: [] };
}

function signOutCommand(machine: Machine, { server }: Registry): ControlCommand {
  return { machine, cwd: '/', argv: ['docker', 'logout', nameInConfig(server)], secrets: [] };
}
