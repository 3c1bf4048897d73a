import { tcp, udp } from '../ports';
import type { RoleRow, ServerBase } from './role';
import { ownAddress } from './role';

export interface SbcServer extends ServerBase {
  role: 'sbc';
}

/**
 * Session border controllers: all alike, with no state between them, in front of the PBX for callers on WebRTC, Teams and
 * trunks. DNS leads callers to them, so neither the PBX nor its portal knows one of them by name.
 * Source: PortSIP's pages on the SBC cluster and on SBCs with high availability, and sbc_ctl.sh of v22.
 */
export const sbc = {
  role: 'sbc',
  label: 'session border controller',
  short: 'SBC',
  exampleName: 'sbc-1',
  portalPage: 'SBC',
  portal: { kind: 'settings' },
  single: false,
  // Last: whoever comes in through one needs all the others. Upgraded right after the PBX, before any other server.
  order: { restart: 7, upgrade: 0 },
  fields: () => ({}),
  kept: ({ dataPath }: SbcServer) => [{ name: 'sbc', path: `${dataPath}/sbc` }],
  ownImage: 'portsip/sbc:11',
  script: {
    file: 'sbc_ctl.sh',
    // One that is told no image or no path prints its help and exits with 0.
    words: (server: SbcServer, verb) => {
      if (verb === 'upgrade') return ['-i', server.image];
      return verb === 'run' ? ['-p', server.dataPath, '-i', server.image] : [];
    },
  },
  highAvailabilityScript: {
    file: 'sbc.sh',
    dataPath: false,
    words: (server: SbcServer, verb) => [
      ...['-a', ownAddress(server)],
      ...(verb === 'run' || verb === 'upgrade' ? ['-i', server.image] : []),
    ],
  },
  // `run` fails where there is a container of that name; its data stays on the disk.
  recreate: ['rm', 'run'],
  upgradesInPlace: true,
  token: { service: 'sbc', label: 'SBC', source: 'by-hand', impact: 'active-calls' },
  service: 'sbc',
  configFile: '.configure_sbc',
  olderConfigFile: '.configure_sbc',
  keys: { data_path: 'SBC_DATA_PATH', image: 'SBC_IMG' },
  settings: (server: SbcServer) => ({ data_path: server.dataPath, image: server.image }),
  container: 'portsip.sbc',
  companions: [],
  withoutCompose: true,
  supervised: true,
  // supervisord tries a program several times before it gives up. The portal does not know it, so ONLINE is not waited for.
  deadlines: { up: 120_000, online: 0 },
  args: () => [],
  calls: { kind: 'outside', pbxPort: 5063, web: [8883, 10443] },
  away: 'active-calls',
  stops: 'calls over WebRTC, Microsoft Teams and trunks through it',
  ports: {
    tcp: [5065, 5067, 5069, 8882, 8883, 10443],
    udp: [5066],
    callers: [5065, 5067, 10443],
  },
  callersReach: [tcp(5065), tcp(5067), tcp(10_443), udp(5066), udp(25_000, 34_999)],
  // Trunks that go through it
  pbxReaches: [tcp(5069)],
  sizes: { standalone: { recommended: { diskGiB: 128 } }, highAvailability: { recommended: { diskGiB: 128 } } },
} as const satisfies RoleRow<SbcServer>;
