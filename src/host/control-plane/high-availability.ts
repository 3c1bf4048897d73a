import { tcp, udp } from '../../cluster/ports';
import { sameImage } from '../../cluster/image';
import { ROLES, type Role, type SettingName, followsPbx } from '../../cluster/roles';
import type { Cluster, HighAvailability, Machine } from '../../cluster/types';
import { InputError } from '../../cluster/types';
import type { Finding } from '../../finding';
import { isReachable } from '../reachable';
import { isKnown } from '../reading';
import { HostError } from '../types';
import { letControlNodeIn, letInByHand, pbxTrouble, readControlNode, type Refused } from './control-node';
import type { ControlPlane, Situation } from './control-plane';
import {
  configDifferences,
  configOf,
  containerDifferences,
  containerOf,
  installedState,
  once,
  wantedConfig,
} from './role-state';
import { asUser, plainWords } from './words';

/**
 * Three PBX nodes behind a virtual IP. The guide's scripts are run on the control node, whichever node is active, and reach
 * the servers by SSH from there: they install what the PBX runs, take no image, and keep what they know where they like.
 */
export function highAvailability(cluster: Cluster, ha: HighAvailability): ControlPlane {
  const { machine, privateIp } = cluster.pbx;
  const { user } = cluster.ssh;
  const site = { pbxIp: privateIp };
  const byHand = (words: string) => `on ${machine.address}: cd ${ha.scriptsPath} && sudo /bin/bash ha_ctl.sh ${words}`;
  const restart = `${byHand('restart -s pbx')} (ends all calls)`;
  const others = (ha.nodes ?? []).filter((node) => node !== machine.address);
  /** The control node chooses the image of all that run the PBX's, and the data path of all that it is not told one of. */
  const decides = (role: Role): ReadonlySet<SettingName> => {
    const { highAvailabilityScript: script } = ROLES[role];
    return new Set([
      ...(followsPbx(role) ? (['image'] as const) : []),
      ...(script.dataPath ? [] : (['data_path'] as const)),
    ]);
  };

  const plane: ControlPlane = {
    name: 'high-availability',
    mainName: 'control node',
    firewall: others.length > 0 ? "the firewalls of the PBX's nodes" : "the control node's firewall",
    pbxMachines: [machine, ...others.map((address) => ({ name: `PBX node ${address}`, address, ssh: cluster.ssh }))],
    pbxCallers: [
      ...[udp(5060), udp(35_000, 65_000), tcp(8882, 8900)],
      ...[80, 443, 5061, 5063, 10_443].map((port) => tcp(port)),
    ],
    pbxScriptsPath: ha.scriptsPath,
    drivesPbx: false,
    copiesData: false,
    followsPbxImage: true,
    byHand: {
      restart,
      upgrade: upgradeByHand(cluster, ha),
      start: byHand('start -s pbx'),
      status: byHand('status'),
      // Source: PortSIP's guide to upgrades of a high-availability installation
      backup: `${byHand('stop -s pbx')}, then ${byHand('master')}, copy /var/lib/portsip on the node that it names, and start it again`,
      // Source: PortSIP's pages on high availability, whose scripts take it along
      certificateManager: () =>
        'it comes along where the scripts on the control node are told -c (update.sh IMAGE -c, sbc.sh upgrade … -c)',
    },
    systems: { versions: { ubuntu: ['24.04'] }, words: 'Ubuntu 24.04 only where the PBX is highly available' },
    // The scripts bring to a server what it lacks; the container shows in the end whether all came.
    wantsReadyHosts: false,

    controlMachine: () => machine,

    command(server, verb) {
      const script = ROLES[server.role].highAvailabilityScript;
      return {
        machine,
        cwd: ha.scriptsPath,
        argv: asUser(user, ['/bin/bash', ...plainWords([script.file, verb, ...script.words(server, verb, site)])]),
        secrets: [],
      };
    },

    pbxCommand() {
      throw new InputError(
        `the PBX nodes of a high-availability cluster are not restarted or upgraded from here; in a maintenance window: ${restart}`,
      );
    },

    // `upgrade` knows every role; `run` takes no image, but for those with one of their own.
    updateVerbs: (role, { image, database, rest }) => [
      ...((image && !(rest && !followsPbx(role))) || (database && !rest) ? (['upgrade'] as const) : []),
      ...(rest ? ROLES[role].recreate : []),
    ],
    upgradeWantsNewToken: (role) => ROLES[role].token?.source === 'portal',
    decides,
    sizes: (role) => ROLES[role].sizes.highAvailability,

    differences(server, facts) {
      const [container, values] = [containerOf(server, facts), configOf(server, facts)];
      if (!isKnown(container)) return container;
      if (!isKnown(values)) return values;
      return once([
        // It is the guide's scripts' own business whether they keep it on the host.
        ...(values ? configDifferences(wantedConfig(server, site, decides(server.role)), values) : []),
        ...(container ? containerDifferences(container, { args: ROLES[server.role].args(server, site) }) : []),
      ]);
    },
    installed: (server) => installedState(server, site, decides(server.role)),

    async readNodes(main, servers) {
      try {
        return await readControlNode(main, cluster, servers);
      } catch (error) {
        // Everything else can still be said.
        if (!(error instanceof HostError)) throw error;
        return { trouble: error.message, refused: new Map() };
      }
    },
    trouble: (main) => pbxTrouble(main, cluster),
    letIn: (main, host, server) => letControlNodeIn(main, host, cluster, server),
    findings: (situation) => [
      ...nodes(situation, plane, ha),
      ...missingScripts(situation, machine, ha),
      ...keys(situation, cluster),
      ...health(situation, plane),
      ...otherImage(situation, cluster, plane),
      ...otherSystem(situation),
    ],
  };
  return plane;
}

/**
 * A person's lines, in the vendor's order. Source: PortSIP's guide to upgrading a high-availability installation (2026). It does not
 * say whether the package brings another res/vars.yml: so a copy is kept.
 */
function upgradeByHand({ pbx: { machine }, ssh: { user }, image }: Cluster, { scriptsPath }: HighAvailability): string {
  const steps = [
    "ask PortSIP's support whether the versions go together",
    'sudo /bin/bash ha_ctl.sh stop -s pbx',
    'sudo /bin/bash ha_ctl.sh master, and copy /var/lib/portsip on that node',
    `cp res/vars.yml ~/vars.yml, unpack PortSIP's newest package over ${scriptsPath}, and cp ~/vars.yml res/vars.yml`,
    // As the scripts' user, without sudo
    `/bin/bash update.sh ${image}, with -c where the Certificate Manager is on the nodes`,
    'sudo /bin/bash ha_ctl.sh status; all well: deploy, which upgrades IM, Data Flow and the other servers',
  ];
  return `on ${machine.address}, as ${user}: cd ${scriptsPath}; ${steps.map((step, index) => `(${index + 1}) ${step}`).join('; ')}`;
}

function nodes({ nodes: seen }: Situation, { pbxMachines }: ControlPlane, ha: HighAvailability): Finding[] {
  if (ha.nodes === undefined)
    return [
      {
        code: 'nodes-not-listed',
        severity: 'note',
        message: `Only the control node's firewall is kept in step with the cluster file: after a failover another PBX node may shut the servers out. List all nodes: pbx.high_availability.nodes: [${ha.controlNode}, …]`,
      },
    ];
  return pbxMachines.flatMap(({ name, address }): Finding[] => {
    const facts = seen.get(address);
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

function missingScripts({ main, work }: Situation, machine: Machine, { scriptsPath }: HighAvailability): Finding[] {
  const needed = new Set(['ha_ctl.sh', ...work.map(({ role }) => ROLES[role].highAvailabilityScript.file)]);
  const { scripts } = main;
  if (!isKnown(scripts))
    return [
      {
        code: 'scripts-unknown',
        severity: work.length > 0 ? 'blocking' : 'warning',
        message: `Whether PortSIP's scripts are in ${scriptsPath} on the control node ${machine.address} cannot be seen (${scripts.unknown})`,
      },
    ];
  const missing = [...needed].filter((script) => !scripts.includes(script));
  if (missing.length === 0) return [];
  return [
    {
      code: 'script-missing',
      severity: work.length > 0 ? 'blocking' : 'warning',
      message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in ${scriptsPath} on the control node ${machine.address}: is pbx.high_availability right, and has the PBX been installed by PortSIP's high-availability guide?`,
    },
  ];
}

function keys({ control, hosts, leaving, work, letIn, gone }: Situation, cluster: Cluster): Finding[] {
  const touched = new Set(work.map(({ server }) => server));
  return [...cluster.servers, ...leaving].flatMap((machine): Finding[] => {
    const { name, address } = machine;
    const refused = control?.refused.get(address);
    const isGone = gone.includes(name) || !isReachable(hosts.get(name));
    if (!refused || letIn.has(name) || isGone) return [];
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

function health({ control, disturbed, force }: Situation, { byHand }: ControlPlane): Finding[] {
  const trouble = control?.trouble;
  if (trouble === undefined) return [];
  return [
    {
      code: 'pbx-not-healthy',
      severity: 'warning',
      message: `The PBX's nodes are not all well: ${trouble}. See ${byHand.status}`,
    },
    ...(force ? [] : [...disturbed]).map((server): Finding => ({
      code: 'pbx-not-healthy',
      severity: 'blocking',
      server,
      message: `${server} is not disturbed until all of the PBX's nodes are well (force does it all the same)`,
    })),
  ];
}

/** The guide's scripts install and upgrade to what the PBX runs: it comes first, and by hand. */
function otherImage({ live, pbx, work }: Situation, { image }: Cluster, { byHand }: ControlPlane): Finding[] {
  const roles = work.filter(({ role, what }) => (what === 'install' || what === 'update') && followsPbx(role));
  if (roles.length === 0 || !pbx || sameImage(pbx.image, image)) return [];
  return [
    {
      code: 'pbx-image',
      severity: 'warning',
      message: `The PBX runs ${pbx.image} and the cluster file wants ${image}: upgrade the PBX first, as PortSIP's high-availability guide says (${byHand.upgrade}), or correct image in the cluster file`,
    },
    ...roles.map(({ server }): Finding => ({
      code: 'pbx-image',
      // What is compared without asking anybody may be so by the time it is deployed.
      severity: live ? 'blocking' : 'warning',
      server,
      message: `${server} would get what the PBX runs, ${pbx.image}: upgrade the PBX first`,
    })),
  ];
}

function otherSystem({ main, hosts, work }: Situation): Finding[] {
  return work.flatMap(({ server, what }): Finding[] => {
    const facts = hosts.get(server);
    if (what !== 'install' || !isReachable(facts)) return [];
    if (main.os.id === facts.os.id && main.os.version === facts.os.version) return [];
    return [
      {
        code: 'host-os-differs',
        severity: 'blocking',
        server,
        message: `${server} runs ${facts.os.prettyName} and the PBX ${main.os.prettyName}; with high availability all must run the same release`,
      },
    ];
  });
}
