import type { Cluster, Server } from '../cluster/types';
import { controlCommand, isPbxOurs, pbxCommand, pbxMachines } from '../host/commands';
import type { ControlCommand, PbxVerb } from '../host/commands';
import { isUpgrade, roleVerbs } from '../stages/install';
import { asServer, type Departing } from '../stages/remove';
import type { Change } from '../stages/types';

/** What is run on one machine, as root, in this order. */
export interface HostCommands {
  /** "media-server-2 (192.168.1.27)" */
  where: string;
  lines: string[];
}

const TOKEN = 'TOKEN';
const PBX_VERBS: Readonly<Partial<Record<string, PbxVerb>>> = {
  'role/pbx': 'upgrade',
  'restart/pbx': 'restart',
  'restart/loadbalancer': 'restart-loadbalancer',
};

/**
 * The command lines that a plan runs on hosts, by machine in the order in which they are first touched; secrets as
 * placeholders. What goes over the PBX's REST API is not among them. `leaving`: servers that left the cluster file.
 */
export function hostCommands(
  changes: readonly Change[],
  cluster: Cluster,
  leaving: readonly Departing[] = [],
): HostCommands[] {
  const byMachine = new Map<string, string[]>();
  const add = (where: string, line: string) => {
    const lines = byMachine.get(where) ?? [];
    byMachine.set(where, lines);
    lines.push(line);
  };
  const { machine } = cluster.pbx;
  const main = `${isPbxOurs(cluster) ? 'main server' : 'control node'} (${machine.address})`;
  const title = ({ name, address }: ControlCommand['machine']) =>
    name === machine.name ? main : `${name} (${address})`;
  const run = ({ machine: on, cwd, argv }: ControlCommand) =>
    add(title(on), `${cwd === '/' ? '' : `cd ${cwd} && `}${argv[0] === 'sudo' ? '' : 'sudo '}${argv.join(' ')}`);

  const sources = changes.filter(({ id }) => id.startsWith('firewall/'));
  // Each node of a highly available PBX has a firewall of its own.
  for (const node of sources.length > 0 ? pbxMachines(cluster) : []) {
    for (const { id, action } of sources)
      add(
        title(node),
        `sudo firewall-cmd --permanent --zone=trusted --${action === 'delete' ? 'remove' : 'add'}-source=${id.slice('firewall/'.length)}`,
      );
    add(title(node), 'sudo firewall-cmd --reload');
  }

  const servers = new Map(cluster.servers.map((server) => [server.name, server]));
  const left = new Map(leaving.map((server) => [server.name, server]));
  for (const change of changes) {
    const server = servers.get(change.server ?? '');
    const old = left.get(change.server ?? '');
    const verb = PBX_VERBS[change.id];
    if (verb) {
      if (!isPbxOurs(cluster)) continue;
      if (change.id === 'role/pbx') pull(change, machine, run);
      run(pbxCommand(cluster, verb));
    } else if (change.id.startsWith('role/') || change.id.startsWith('restart/')) {
      // Where it was before it moved, or as it was before it left
      if (old && (change.action === 'replace' || change.action === 'delete'))
        onServer({ ...change, action: 'delete' }, asServer(old, cluster), cluster, run);
      if (server && change.action !== 'delete') onServer(change, server, cluster, run);
    }
  }
  return [...byMachine].map(([where, lines]) => ({ where, lines }));
}

function onServer(change: Change, server: Server, cluster: Cluster, run: (command: ControlCommand) => void): void {
  if (isUpgrade(change)) pull(change, server, run);
  for (const verb of roleVerbs(change, cluster, server.role))
    run(controlCommand(cluster, server, verb, { imTokenPlaceholder: TOKEN }));
}

function pull(
  { attributes }: Change,
  machine: ControlCommand['machine'],
  run: (command: ControlCommand) => void,
): void {
  const image = attributes.find(({ name }) => name === 'image')?.after;
  if (image) run({ machine, cwd: '/', argv: ['docker', 'image', 'pull', '--quiet', image], secrets: [] });
}
