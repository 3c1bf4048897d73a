import { selectServers } from '../cluster/select';
import { InputError } from '../cluster/types';
import { DEFAULT_OPTIONS } from '../deploy/options';
import { list } from '../text/list';
import { keepers, notKept, PBX_NAME } from '../stages/backups';
import type { Context } from './context';
import { run } from './deploy';
import { checkOut, otherFiles } from './files';
import type { ConnectionOptions, FileOptions, SelectionOptions } from './options';

export type BackupOptions = FileOptions &
  ConnectionOptions &
  SelectionOptions & { yes?: boolean; force?: boolean; pbx?: boolean; reason: string };

/** Backs up what the PBX and the servers keep, one after the other, after asking. */
export async function backup(context: Context, options: BackupOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const cluster = await context.load(options.file);
  const { servers, reason, pbx = false, force = false } = options;
  selectServers(cluster, servers);
  const nothing = notKept(cluster, servers);
  if (nothing.length > 0)
    throw new InputError(
      `There is nothing to back up of ${list(nothing)}; there is of ${list(keepers(cluster).map(({ name }) => name))}`,
    );
  const names = [...servers, ...(pbx ? [PBX_NAME] : [])];
  return run(context, options, cluster, { ...DEFAULT_OPTIONS, stages: ['backup'], force, backup: { names, reason } });
}
