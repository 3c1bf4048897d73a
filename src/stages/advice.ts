import { followsPbx } from '../cluster/roles';
import { formatWindow } from '../cluster/window';
import type { Finding } from '../finding';
import { list } from '../text/list';
import { ofKind, type Change } from './change';
import { pbxContainer } from './live';
import type { DiffInput } from './stage';

/*
 * What a change of the cluster file does not do although people expect it. Pure.
 */
export function advice({ cluster, plane, live }: DiffInput, changes: readonly Change[]): Finding[] {
  const roles = ofKind(changes, 'role').filter(({ action }) => action === 'update');
  const note = (code: string, message: string): Finding => ({ code, severity: 'note', message });
  const warning = (code: string, message: string): Finding => ({ code, severity: 'warning', message });
  const found: Finding[] = [];

  const upgraded = roles.some(
    ({ causes, wanted }) => followsPbx(wanted.role) && causes.some(({ cause }) => cause === 'image'),
  );
  const pbx = pbxContainer(live)?.image;
  if (upgraded && plane.drivesPbx && cluster.pbx.image === undefined)
    found.push(
      note(
        'pbx-stays',
        `Only the servers get another image: the PBX itself stays on ${pbx ?? 'what it runs'}. To upgrade it as well, set pbx.image in the cluster file`,
      ),
    );

  const moved = roles.filter(({ differences }) => differences.some(({ name }) => name === 'data_path'));
  if (moved.length > 0)
    found.push(
      warning(
        'data-stays',
        `Another data_path moves no data: what ${list(moved.map(({ server }) => server))} had stays in the old folder. If it is wanted in the new one, stop the service and copy it there before this is deployed`,
      ),
    );

  const { window } = cluster.restart;
  if (!live.live && window && changes.some(({ impact }) => impact !== 'none'))
    found.push(note('window-waits', `What callers notice waits for the maintenance window: ${formatWindow(window)}`));
  return found;
}
