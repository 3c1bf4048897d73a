import type { ExpectedArg, RoleRow, Script, ServerBase, Site } from './role';
import { ownAddress } from './role';

/*
 * What the four roles that `cluster_ctl.sh` installs have in common.
 */

function script(service: string): Script<ServerBase> {
  return {
    file: 'cluster_ctl.sh',
    words: (server, verb, { pbxIp }) => {
      const own = ['-s', service];
      if (verb === 'upgrade') return [...own, '-i', server.image];
      if (verb !== 'run') return own;
      const { dataPath, image, name } = server;
      return ['-p', dataPath, '-a', ownAddress(server), '-x', pbxIp, '-i', image, ...own, '-n', name];
    },
  };
}

/** The control node knows the PBX's address and the image itself. */
function highAvailabilityScript(service: string): RoleRow['highAvailabilityScript'] {
  return {
    file: 'extend.sh',
    dataPath: false,
    words: (server, verb) => ['-s', service, ...(verb === 'run' ? ['-n', server.name] : []), '-a', ownAddress(server)],
  };
}

function args(server: ServerBase, { pbxIp }: Site): ExpectedArg[] {
  return [
    { flag: '-a', value: pbxIp },
    { flag: '-x', value: ownAddress(server) },
    { flag: '-n', value: server.name },
  ];
}

export function clusterCtl(service: string) {
  return {
    service,
    script: script(service),
    highAvailabilityScript: highAvailabilityScript(service),
    recreate: ['run'],
    upgradesInPlace: true,
    configFile: '.configure_extend',
    keys: {
      data_path: 'PBX_DATA_PATH',
      private_ip: 'IP_ADDRESS',
      'pbx.private_ip': 'PBX_IP_ADDRESS',
      image: 'PBX_IMG',
      name: 'EXTEND_SVC_NAME',
    },
    settings: (server: ServerBase, { pbxIp }: Site) => ({
      data_path: server.dataPath,
      private_ip: ownAddress(server),
      'pbx.private_ip': pbxIp,
      image: server.image,
      name: server.name,
    }),
    args,
    companions: [],
    pbxLetsIn: 'all',
    // One container without a health check: up at once, or not at all
    deadlines: { up: 15_000, online: 180_000 },
    single: false,
    sizes: { standalone: {}, highAvailability: { recommended: { diskGiB: 128 } } },
  } as const satisfies Partial<RoleRow>;
}
