import { waveOf, type Fleet } from '../cluster/fleet';
import { commitOf } from '../github/base';
import { DEFAULT_FILES, discover } from '../github/discover';
import { fleetLines, leftWords } from '../render/fleet';
import { InputError } from '../input-error';
import { list, plural } from '../text/list';
import { printable } from '../text/printable';
import type { Context } from './context';
import type { FleetDocument } from './documents';
import { EXIT } from './exit-code';
import { checkOut } from './files';
import type { FleetLookOptions } from './fleet-look';
import type { FleetStatusOptions } from './fleet-status';

export type FleetOptions = FleetLookOptions & FleetStatusOptions & { what: 'list' | 'status' | 'plan'; base?: string };

/** Looks at clusters of the repository that the working folder is in. */
export async function fleet(context: Context, options: FleetOptions): Promise<number> {
  const { what, base, html, pages, exitCode, clusters } = options;
  const given = [
    ...(what !== 'list' && base !== undefined ? ['--base'] : []),
    ...(what !== 'status' && html !== undefined ? ['--html'] : []),
    ...(what !== 'status' && pages !== undefined ? ['--pages'] : []),
    ...(what === 'list' && exitCode ? ['--exit-code'] : []),
    ...(what === 'list' && clusters.length > 0 ? ['names of clusters'] : []),
  ];
  if (given.length > 0) throw new InputError(`${list(given)}: not for fleet ${what}; see portsip-cluster help fleet`);
  if (what === 'status') return (await import('./fleet-status')).fleetStatus(context, options);
  if (what === 'plan') return (await import('./fleet-plan')).fleetPlan(context, options);
  return listFleet(context, options);
}

/** No secrets, no network. */
async function listFleet(context: Context, { files, base, out }: FleetOptions): Promise<number> {
  if (out !== undefined) await checkOut('--out', out);
  const commit = base === undefined ? undefined : await commitOf(base, '--base');
  const found = await discover(files.length > 0 ? files : DEFAULT_FILES, commit);
  context.problems(found.warnings);
  const told = documentOf(found, commit !== undefined);
  await context.result(told, out);
  const head = ['CLUSTER', 'FILE', 'WAVE', 'RUNNER', 'ENVIRONMENT', ...(commit === undefined ? [] : ['CHANGED'])];
  const rows = told.clusters.map(({ name, file, wave, runner = [], environment = '', changed }) => [
    ...[name, file, String(wave), runner.join(' '), environment],
    ...(changed === undefined ? [] : [changed ? 'yes' : 'no']),
  ]);
  if (rows.length > 0) context.say(fleetLines([head, ...rows]).join('\n'));
  for (const one of found.left) context.say(printable(leftWords(one)));
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
