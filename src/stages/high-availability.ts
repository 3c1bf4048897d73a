import type { Cluster, Machine, Role, Server } from '../cluster/types';
import { controlCommand, imageName, pbxMachines, pbxStatusByHand, pbxUpgradeByHand } from '../host/commands';
import { letControlNodeIn, letInByHand, pbxTrouble, type Refused } from '../host/control-node';
import { StageError, until, type Run } from './context';
import { pbxContainer } from './install';
import { findServer } from './names';
import { departing, departingMachine } from './remove';
import { isReachable, type Change, type Diff, type DiffInput, type Finding } from './types';

/*
 * What a PBX of several nodes adds to plans: the control node must get into every server, the nodes must be well before
 * anything is disturbed, and what is installed is what they run. Nothing here is for standalone clusters.
 */

/** Where the control node cannot sign in: with `installSshKey` a change that lets it in, or else a finding for `touched` ones. */
export function diffSshKeys({ cluster, live, options }: DiffInput): Diff {
  const changes: Change[] = [];
  if (!options.installSshKey) return { changes, findings: [] };
  for (const server of cluster.servers) {
    const refused = live.control?.refused.get(server.address);
    if (!refused || refused.why === 'other' || !isReachable(live.hosts.get(server.name))) continue;
    changes.push({
      id: `ssh-key/${server.name}`,
      stage: 'install',
      action: 'create',
      server: server.name,
      reason:
        refused.why === 'key'
          ? 'the control node cannot sign in there: its SSH key is not accepted'
          : 'the control node cannot sign in there: it does not know its host key',
      impact: 'none',
      needs: [],
      attributes: [{ name: 'SSH key of', after: `${cluster.ssh.user}@${cluster.pbx.machine.address}` }],
    });
  }
  return { changes, findings: [] };
}

/** What keeps `changes`, which are all of the plan's, from being done, and what a person should know besides. */
export function highAvailabilityFindings(input: DiffInput, changes: Change[]): Finding[] {
  if (!input.cluster.pbx.highAvailability) return [];
  const ofServers = changes.filter(({ id, server }) => server !== undefined && /^(role|restart)\//.test(id));
  const roles = ofServers.filter(({ id, action }) => id.startsWith('role/') && action !== 'delete');
  return [
    ...nodes(input),
    ...missingScripts(input, ofServers),
    ...keys(input, changes, ofServers),
    ...health(input, changes),
    ...otherImage(input, roles),
    ...roles.flatMap((change) => otherSystem(input, change)),
  ];
}

function nodes({ cluster, live }: DiffInput): Finding[] {
  if (cluster.pbx.highAvailability?.nodes === undefined)
    return [
      {
        code: 'nodes-not-listed',
        severity: 'note',
        message: `Only the control node's firewall is kept in step with the cluster file: after a failover another PBX node may shut the servers out. List all nodes: pbx.high_availability.nodes: [${cluster.pbx.machine.address}, …]`,
      },
    ];
  return pbxMachines(cluster).flatMap(({ name, address }): Finding[] => {
    const facts = live.nodes?.get(address);
    if (!facts || isReachable(facts)) return [];
    return [
      {
        code: 'node-unreachable',
        severity: 'warning',
        message: `${name} does not answer, so its firewall is left as it is; the next deploy after it is back does what is missing there (${facts.unreachable})`,
      },
    ];
  });
}

function missingScripts({ cluster, live }: DiffInput, ofServers: Change[]): Finding[] {
  if (!isReachable(live.main)) return [];
  const { scripts } = live.main;
  const needed = new Set([
    'ha_ctl.sh',
    ...ofServers.map((change) => scriptOf(cluster, roleOf(change, cluster, live.record?.servers))),
  ]);
  const missing = [...needed].filter((script) => !scripts.includes(script));
  if (missing.length === 0) return [];
  const { scriptsPath } = cluster.pbx.highAvailability ?? {};
  return [
    {
      code: 'script-missing',
      severity: ofServers.length > 0 ? 'blocking' : 'warning',
      message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in ${scriptsPath} on the control node ${cluster.pbx.machine.address}: is pbx.high_availability right, and has the PBX been installed by PortSIP's high-availability guide?`,
    },
  ];
}

function roleOf({ server = '' }: Change, cluster: Cluster, recorded: Record<string, { role: Role }> | undefined): Role {
  const inFile = findServer(cluster, server)?.role;
  return inFile ?? (recorded && Object.hasOwn(recorded, server) ? recorded[server]?.role : undefined) ?? 'media';
}

/** `extend.sh`, as the command line for the role has it */
function scriptOf(cluster: Cluster, role: Role): string {
  const any = { name: 'x', role, address: cluster.pbx.privateIp } as Server;
  return controlCommand(cluster, any, 'restart').argv.find((word) => word.endsWith('.sh')) ?? '';
}

function keys({ cluster, live, options }: DiffInput, changes: Change[], ofServers: Change[]): Finding[] {
  const mended = new Set(changes.filter(({ id }) => id.startsWith('ssh-key/')).map(({ server }) => server));
  const touched = new Set(ofServers.map(({ server }) => server));
  const left = departing(cluster, live.record, live.portal.servers).map(departingMachine);
  return [...cluster.servers, ...left].flatMap((machine): Finding[] => {
    const { name, address } = machine;
    const refused = live.control?.refused.get(address);
    const gone = options.gone.includes(name) || !isReachable(live.hosts.get(name));
    if (!refused || mended.has(name) || gone) return [];
    return [
      {
        code: 'control-node-key',
        severity: touched.has(name) ? 'blocking' : 'warning',
        server: name,
        message: `The control node cannot sign in to ${name} without a password (${refused.said}). ${cure(cluster, machine, refused)}`,
      },
    ];
  });
}

function cure(cluster: Cluster, machine: Machine, { why }: Refused): string {
  if (why === 'other') return 'Is its SSH server on, and does it let the PBX nodes in?';
  const { user } = cluster.ssh;
  return `On ${cluster.pbx.machine.address}, as ${user}: ${letInByHand(cluster, machine)}; or let the deploy do it: --install-ssh-key (input install-ssh-key)`;
}

function health({ cluster, live, options }: DiffInput, changes: Change[]): Finding[] {
  const trouble = live.control?.trouble;
  if (trouble === undefined) return [];
  const waiting = new Set(changes.filter(({ impact }) => impact !== 'none').flatMap(({ server }) => server ?? []));
  const findings: Finding[] = [
    {
      code: 'pbx-not-healthy',
      severity: 'warning',
      message: `The PBX's nodes are not all well: ${trouble}. See ${pbxStatusByHand(cluster)}`,
    },
  ];
  if (options.force) return findings;
  for (const server of waiting)
    findings.push({
      code: 'pbx-not-healthy',
      severity: 'blocking',
      server,
      message: `${server} is not disturbed as long as the PBX's nodes are not all well (force does it all the same)`,
    });
  return findings;
}

/** The guide's scripts install and upgrade to what the PBX runs: it comes first, and by hand. */
function otherImage({ cluster, live }: DiffInput, roles: Change[]): Finding[] {
  const { image } = cluster;
  // Where it runs may be on a node that the file does not list: then the control node's own is the next best.
  const pbx = pbxContainer(live);
  if (roles.length === 0 || !pbx || imageName(pbx.image) === imageName(image)) return [];
  return [
    {
      code: 'pbx-image',
      severity: 'warning',
      message: `The PBX runs ${pbx.image} and the cluster file wants ${image}: upgrade the PBX first, as PortSIP's high-availability guide says (${pbxUpgradeByHand(cluster)}), or correct image in the cluster file`,
    },
    ...roles.map(({ server = '' }): Finding => ({
      code: 'pbx-image',
      // What is compared without asking anybody may be so by the time it is deployed.
      severity: live.live ? 'blocking' : 'warning',
      server,
      message: `${server} would get what the PBX runs, ${pbx.image}: upgrade the PBX first`,
    })),
  ];
}

function otherSystem({ live }: DiffInput, { server = '', action }: Change): Finding[] {
  const facts = live.hosts.get(server);
  if (action === 'update' || !isReachable(facts) || !isReachable(live.main)) return [];
  const { os } = live.main;
  if (os.id === facts.os.id && os.version === facts.os.version) return [];
  return [
    {
      code: 'host-os-differs',
      severity: 'blocking',
      server,
      message: `${server} runs ${facts.os.prettyName} and the PBX ${os.prettyName}; with high availability all must run the same release`,
    },
  ];
}

/** Puts the control node's key where it has to be. */
export async function applySshKey(change: Change, run: Run): Promise<void> {
  const { cluster, hosts } = run.session;
  const server = findServer(cluster, change.server);
  if (!server) throw new StageError(`${change.server ?? change.id} is not in the cluster file`);
  await letControlNodeIn(hosts.host(cluster.pbx.machine), hosts.host(server), cluster, server);
}

/** A failover takes a minute or so. */
const WELL_MS = 300_000;

/** Before a server is disturbed: waits until the PBX's nodes are well. */
export async function pbxIsWell(change: Change, run: Run): Promise<void> {
  const { cluster, hosts } = run.session;
  if (!cluster.pbx.highAvailability || change.impact === 'none' || run.options.force) return;
  let trouble: string | undefined;
  const well = await until(run.session, WELL_MS, async () => {
    trouble = await pbxTrouble(hosts.host(cluster.pbx.machine), cluster);
    if (trouble === undefined) return true;
    run.progress(change.id, `waiting for the PBX's nodes to be well: ${trouble}`);
    return undefined;
  });
  if (!well)
    throw new StageError(
      `${change.server ?? change.id} was not disturbed, as the PBX's nodes are not all well: ${trouble}. See ${pbxStatusByHand(cluster)}`,
    );
}
