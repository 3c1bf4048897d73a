import { list, plural } from '../text/list';
import { ROLES, type Role } from '../cluster/roles';
import { ClusterFileError } from '../cluster/types';
import type { Cluster } from '../cluster/types';
import type { Context } from './context';
import type { ValidateDocument } from './documents';
import { checkOut } from './files';
import type { FileOptions } from './options';

/** Checks the cluster file alone: no secrets, no network. */
export async function validate(context: Context, { file, out }: FileOptions): Promise<number> {
  if (out !== undefined) await checkOut('--out', out, { 'the cluster file': file });
  try {
    const { cluster, warnings } = await context.engine.loadClusterFile(file);
    await context.result({ valid: true, problems: warnings } satisfies ValidateDocument, out);
    context.problems(warnings);
    context.say(`${context.colors.green('Valid.')} ${inShort(cluster)}`);
    return 0;
  } catch (error) {
    if (error instanceof ClusterFileError)
      await context.result({ valid: false, problems: error.problems } satisfies ValidateDocument, out);
    throw error;
  }
}

/** "acme: 7 servers: 2 media servers, 1 queue server and 1 IM server." */
function inShort({ name, servers }: Cluster): string {
  const roles = new Map<Role, number>();
  for (const { role } of servers) roles.set(role, (roles.get(role) ?? 0) + 1);
  const each = list(
    [...roles].map(([role, count]) => plural(count, ROLES[role].label)),
    6,
  );
  return `${name}: ${plural(servers.length, 'server')}${each ? `: ${each}` : ''}.`;
}
