import type { Cluster } from '../cluster/types';
import type { Plan } from '../plan/types';
import { code, escapeMarkdown } from '../text/markdown';
import { Budget } from './budget';
import { renderMarkdown } from './markdown';
import { plural } from '../text/list';

/** The text of the pull request that brings in a cluster file. Nothing in it differs while the cluster is the same. */
export function importedMarkdown(
  { cluster, plan, leftOut, adopt }: { cluster: Cluster; plan: Plan; leftOut: readonly string[]; adopt: boolean },
  { clusterFile, limit }: { clusterFile: string; limit: number },
): string {
  const text = new Budget(limit, '… cut here; the whole of it is in the summary of the run.');
  const foot = '<sub>Found by the import workflow, which updates this pull request when it is run again.</sub>';
  text.reserve(foot);
  text.add(
    `${code(clusterFile)} says what the cluster ${code(cluster.name)} is now: ${plural(cluster.servers.length, 'server')}, with comments on where each value came from and what no machine could tell.`,
  );
  text.add(
    plan.changes.length === 0
      ? '**Its plan is empty:** a deploy of this file changes nothing.'
      : `> [!WARNING]\n> No cluster file can say exactly what was found: a deploy of this one makes ${plural(plan.changes.length, 'change')}. Look at them below before you merge.`,
  );
  text.addAll(
    leftOut.map((line) => `- ${escapeMarkdown(line)}`),
    '\n',
    '**Found, and not in the file**\n\n',
  );
  text.add(
    !adopt
      ? 'Nothing was adopted: what leaves the file later is reported and left alone, and only servers that a deploy itself adds are ever removed. To have all of them managed, run the import with `adopt`.'
      : 'What was found is adopted into the record on the main server: from now on what leaves the file is drained and removed by a deploy. So merge this before anything else is deployed to the cluster.',
  );
  text.add(
    '**Before you merge:** set restarts and the maintenance window, which no machine knows. A pull request that a workflow opened starts no other workflow: close it and open it again to have its plan checked here.',
  );
  if (plan.changes.length > 0) text.add(renderMarkdown(plan, { clusterFile, cluster, limit: Math.floor(limit / 2) }));
  return text.text(foot);
}
