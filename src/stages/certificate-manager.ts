import type { Machine } from '../cluster/types';
import type { Finding } from '../finding';
import { seenContainer } from '../host/containers';
import { isReachable, type Reachable } from '../host/reachable';
import type { Container } from '../host/types';
import { list } from '../text/list';
import { isUpgrade } from './backup-findings';
import type { Change } from './change';
import type { DiffInput } from './stage';

/** Source: certmanager_ctl.sh */
export const CERTIFICATE_MANAGER = 'portsip.certmanager';

/**
 * An upgrade where a Certificate Manager is, beside the PBX or a session border controller. It is the last in PortSIP's order, and no
 * server of the cluster, so that a person does it. Source: PortSIP's guide to upgrades within v22.
 */
export function certificateManagerFindings(input: DiffInput, changes: readonly Change[]): Finding[] {
  const { plane, live } = input;
  if (!live.live || !changes.some(isOfUpgrade)) return [];
  const found = machines(input).flatMap(({ machine, facts }) => {
    const container = isReachable(facts) ? seenContainer(facts, CERTIFICATE_MANAGER) : undefined;
    return container ? [{ machine, container }] : [];
  });
  if (found.length === 0) return [];
  const where = found.map(({ machine, container }) => `${machine.name}${versionOf(container)}`);
  const lines = [...new Set(found.map(({ machine }) => plane.byHand.certificateManager(machine)))];
  return [
    {
      code: 'certificate-manager',
      severity: 'warning',
      message: `The Certificate Manager on ${list(where)} is upgraded last, after the PBX and all servers, and by hand: ${lines.join('; ')}`,
    },
  ];
}

function isOfUpgrade(change: Change): boolean {
  return (
    change.kind === 'pbx-image' ||
    (change.kind === 'role' && change.action === 'update' && change.causes.some((cause) => isUpgrade(cause)))
  );
}

function machines({ cluster, plane, live }: DiffInput): { machine: Machine; facts: Reachable | undefined }[] {
  const [, ...nodes] = plane.pbxMachines;
  return [
    { machine: cluster.pbx.machine, facts: live.main },
    ...nodes.map((machine) => ({ machine, facts: live.nodes?.get(machine.address) })),
    ...cluster.servers.map((machine) => ({ machine, facts: live.hosts.get(machine.name) })),
  ];
}

function versionOf({ version }: Container): string {
  return version === undefined ? '' : ` (${version})`;
}
