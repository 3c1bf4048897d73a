import { waveOf, type Fleet } from '../cluster/fleet';
import { commitOf } from '../github/base';
import { DEFAULT_FILES, discover } from '../github/discover';
import { fleetLines, leftWords } from '../render/fleet';
import { plural } from '../text/list';
import { printable } from '../text/printable';
import type { Context, ContextOptions } from './context';
import type { FleetDocument } from './documents';
import { EXIT } from './exit-code';
import { checkOut } from './files';
import type { FileOptions } from './options';

export type FleetOptions = Omit<FileOptions, 'file'> & ContextOptions & { files: string[]; base?: string };

/** Tells the clusters of the repository that the working folder is in: no secrets, no network. */
export async function listFleet(context: Context, { files, base, out }: FleetOptions): Promise<number> {
  if (out !== undefined) await checkOut('--out', out);
  const commit = base === undefined ? undefined : await commitOf(base, '--base');
  const fleet = await discover(files.length > 0 ? files : DEFAULT_FILES, commit);
  context.problems(fleet.warnings);
  const told = documentOf(fleet, commit !== undefined);
  await context.result(told, out);
  const head = ['CLUSTER', 'FILE', 'WAVE', 'RUNNER', 'ENVIRONMENT', ...(commit === undefined ? [] : ['CHANGED'])];
  const rows = told.clusters.map(({ name, file, wave, runner = [], environment = '', changed }) => [
    ...[name, file, String(wave), runner.join(' '), environment],
    ...(changed === undefined ? [] : [changed ? 'yes' : 'no']),
  ]);
  if (rows.length > 0) context.say(fleetLines([head, ...rows]).join('\n'));
  for (const one of fleet.left) context.say(printable(leftWords(one)));
  const changed = told.clusters.filter((one) => one.changed).length;
  context.say(`${plural(rows.length, 'cluster')}${commit === undefined ? '' : `, ${changed} changed`}.`);
  return EXIT.ok;
}

function documentOf({ clusters, left }: Fleet, isCompared: boolean): FleetDocument {
  return {
    version: 1,
    clusters: clusters.map(({ file, cluster, changed, ...member }) => ({
      ...{ file, name: cluster.name, servers: cluster.servers.length },
      ...(cluster.deploy?.runner && { runner: cluster.deploy.runner }),
      ...(cluster.deploy?.environment !== undefined && { environment: cluster.deploy.environment }),
      wave: waveOf({ file, cluster, ...member }),
      ...(isCompared && { changed }),
    })),
    left,
  };
}
