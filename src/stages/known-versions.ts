import { ROLES, type Role } from '../cluster/roles';
import type { Finding } from '../finding';
import { pbxContainer, serverContainer } from './live';
import type { DiffInput } from './stage';
import { olderThan } from './versions';

interface KnownFault {
  /** What it is in: the PBX itself, or servers of a role */
  in: 'pbx' | Role;
  /** The first version that has it; undefined: all before `mended` */
  since?: string;
  /** The first version without it */
  mended: string;
  what: string;
}

/** Source of all: PortSIP's release notes of v22.x (mid 2026) */
const KNOWN_FAULTS: readonly KnownFault[] = [
  {
    in: 'pbx',
    mended: '22.6.0',
    what: 'entries of the whitelist can be without effect, which can lock the servers out',
  },
  { in: 'pbx', since: '22.2.20', mended: '22.2.21', what: 'the call manager crashes with push notifications' },
  { in: 'queue', since: '22.6.0', mended: '22.6.1', what: 'it leaks memory' },
  { in: 'queue', mended: '22.2.17', what: 'it leaks memory' },
  { in: 'media', mended: '22.6.3', what: 'it sends keep-alives to itself' },
  // Mended on 2026-05-25 in the image of the day; the next release after that is 22.6.0.
  {
    in: 'dataflow',
    mended: '22.6.0',
    what: 'its logs can fill the disk, after which it does not start (unless its image is of 2026-05-25 or later)',
  },
];

/** Versions that run and are known to be faulty. */
export function knownFaults({ cluster, live }: DiffInput): Finding[] {
  const pbx = pbxContainer(live)?.version;
  const running = [
    ...(pbx === undefined ? [] : [{ of: 'pbx' as const, who: 'The PBX', version: pbx }]),
    ...cluster.servers.flatMap((server) => {
      const version = serverContainer(live, server)?.version;
      return version === undefined ? [] : [{ of: server.role, who: server.name, server: server.name, version }];
    }),
  ];
  return running.flatMap(({ of, who, version, ...rest }) =>
    KNOWN_FAULTS.filter(
      (fault) =>
        fault.in === of &&
        olderThan(version, fault.mended) &&
        (fault.since === undefined || !olderThan(version, fault.since)),
    ).map(({ what, mended }) => ({
      code: 'known-fault',
      severity: 'warning' as const,
      ...rest,
      message: `${who} runs version ${version}, of which PortSIP knows a fault: ${of === 'pbx' ? what : `${what} (${ROLES[of].label})`}; mended in ${mended}`,
    })),
  );
}
