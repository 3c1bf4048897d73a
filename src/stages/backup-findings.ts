import { USUAL_AGE } from '../cluster/backup-settings';
import { ROLES } from '../cluster/roles';
import type { Finding } from '../finding';
import { isKnown } from '../host/reading';
import { formatAge } from '../text/duration';
import { judged, keepers, lastBackup, PBX_NAME } from './backups';
import type { Change, RoleCause } from './change';
import type { DiffInput } from './stage';

/**
 * Upgrades without a backup that is new enough. Source: PortSIP's guide to upgrades, which begins with a backup; an upgrade converts
 * databases, and there is no way back but one.
 */
export function backupFindings(input: DiffInput, changes: readonly Change[]): Finding[] {
  const { cluster, live } = input;
  if (!live.live) return [];
  const { maxAgeSeconds } = cluster.backup;
  const known = new Map(keepers(cluster).map((keeper) => [keeper.name, keeper]));
  return changes.flatMap((change): Finding[] => {
    const name = upgraded(change);
    const keeper = name === undefined ? undefined : known.get(name);
    if (!keeper) return [];
    const last = lastBackup(live, keeper);
    const is = judged(last, maxAgeSeconds);
    if (is === 'fresh') return [];
    const wanted = formatAge((maxAgeSeconds ?? USUAL_AGE) * 1000);
    const found = !isKnown(last)
      ? `how old the last one is cannot be told (${last.unknown})`
      : last
        ? `the last one is ${formatAge(last.ageMs)} old (${last.where})`
        : 'none is known';
    return [
      {
        ...CODES[is],
        severity: maxAgeSeconds === undefined ? 'warning' : 'blocking',
        ...(change.server !== undefined && { server: change.server }),
        change: change.id,
        message: `${keeper.role === undefined ? 'The PBX' : keeper.name} is upgraded, which wants a backup of it that is not older than ${wanted}: ${found}. Make one before: portsip-cluster backup ${keeper.role === undefined ? '--pbx' : `--servers ${keeper.name}`}, or the action backup`,
      },
    ];
  });
}

const CODES = {
  old: { code: 'backup-old' },
  none: { code: 'backup-none' },
  unknown: { code: 'backup-unknown' },
} as const;

/** The name of what a change upgrades, where that wants a backup. */
function upgraded(change: Change): string | undefined {
  switch (change.kind) {
    case 'pbx-image':
      return PBX_NAME;
    case 'role':
      return ROLES[change.wanted.role].backupFirst &&
        change.action === 'update' &&
        (change.verbs.includes('upgrade') || change.causes.some(isUpgrade))
        ? change.server
        : undefined;
    default:
      return undefined;
  }
}

/** Whether it brings another image. */
export function isUpgrade({ cause }: RoleCause): boolean {
  return cause === 'image' || cause === 'behind-pbx' || cause === 'pbx-upgraded';
}
