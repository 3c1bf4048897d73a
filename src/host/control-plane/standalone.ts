import { tcp, udp } from '../../cluster/ports';
import { ROLES } from '../../cluster/roles';
import type { Cluster } from '../../cluster/types';
import { isKnown } from '../reading';
import type { ControlPlane } from './control-plane';
import {
  configDifferences,
  configOf,
  containerDifferences,
  containerOf,
  installedState,
  once,
  wantedConfig,
} from './role-state';
import { checkToken, plainWords, SHOWN_TOKEN } from './words';

/** One PBX; each role's control script is run on the role's own host. */
export function standalone(cluster: Cluster): ControlPlane {
  const { machine, privateIp } = cluster.pbx;
  const { scriptsPath } = cluster;
  const site = { pbxIp: privateIp };
  const byHand = (words: string) => `on the main server: cd ${scriptsPath} && sudo /bin/sh pbx_ctl.sh ${words}`;
  return {
    name: 'standalone',
    mainName: 'main server',
    firewall: "the main server's firewall",
    pbxMachines: [machine],
    pbxCallers: [
      ...[5060, 5066].map((port) => udp(port)),
      ...[udp(25_000, 34_999), udp(45_000, 65_000)],
      ...[5061, 5063, 5065, 5067, 8882, 8883, 8885, 8887, 8888, 10_443].map((port) => tcp(port)),
    ],
    pbxScriptsPath: scriptsPath,
    drivesPbx: true,
    copiesData: true,
    followsPbxImage: false,
    byHand: {
      restart: `${byHand('restart')} (ends all calls)`,
      upgrade: byHand(`upgrade -i ${cluster.pbx.image ?? cluster.image}`),
      start: byHand('start'),
      status: byHand('status'),
      backup: `${byHand('stop')}, copy ${cluster.dataPath}/pbx and ${cluster.dataPath}/postgresql, and start it again`,
      certificateManager: ({ name }) => `on ${name}: cd ${scriptsPath} && sudo /bin/sh certmanager_ctl.sh upgrade`,
    },
    systems: {
      versions: { ubuntu: ['22.04', '24.04'], debian: ['12'] },
      words: 'Ubuntu 22.04, Ubuntu 24.04 and Debian 12',
    },
    wantsReadyHosts: true,

    controlMachine: (server) => server,

    command(server, verb, token) {
      const { script, token: signsIn } = ROLES[server.role];
      const option = verb === 'run' ? signsIn?.option : undefined;
      const secrets = option && token !== null ? [checkToken(server.name, token)] : [];
      const [told = SHOWN_TOKEN] = secrets;
      return {
        machine: server,
        cwd: scriptsPath,
        argv: [
          '/bin/sh',
          ...plainWords([script.file, verb, ...script.words(server, verb, site)]),
          ...(option ? [option, told] : []),
        ],
        secrets,
      };
    },

    pbxCommand(verb) {
      const words = {
        start: ['start'],
        stop: ['stop'],
        restart: ['restart'],
        'restart-loadbalancer': ['restart', '-s', 'loadbalancer'],
        upgrade: ['upgrade', '-i', cluster.pbx.image ?? cluster.image],
      }[verb];
      return { machine, cwd: scriptsPath, argv: ['/bin/sh', ...plainWords(['pbx_ctl.sh', ...words])], secrets: [] };
    },

    updateVerbs(role, { image, database, rest }) {
      const { recreate, upgradesInPlace } = ROLES[role];
      // Another database is brought by `upgrade` alone, as PortSIP's guide has it.
      if (database && !rest) return ['upgrade'];
      return image && !rest && upgradesInPlace ? ['upgrade'] : [...recreate];
    },
    upgradeWantsNewToken: () => false,
    decides: () => NOTHING,
    sizes: (role) => ROLES[role].sizes.standalone,

    differences(server, facts) {
      const [container, values] = [containerOf(server, facts), configOf(server, facts)];
      const { image, role } = server;
      if (!isKnown(container)) return container;
      if (!isKnown(values)) return values;
      return once([
        ...configDifferences(wantedConfig(server, site, NOTHING), values),
        ...(container ? containerDifferences(container, { image, args: ROLES[role].args(server, site) }) : []),
      ]);
    },
    installed: (server) => installedState(server, site, NOTHING),

    readNodes: () => Promise.resolve(undefined),
    trouble: () => Promise.resolve(undefined),
    letIn: () => Promise.resolve(),
    findings: () => [],
  };
}

const NOTHING = new Set<never>();
