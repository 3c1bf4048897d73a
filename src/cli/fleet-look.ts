import pLimit from 'p-limit';
import { closest } from '../cluster/suggest';
import { waveOf, type FleetJob, type Found, type Member } from '../cluster/fleet';
import { DEFAULT_FILES, discover } from '../github/discover';
import { explain } from '../github/report';
import { InputError } from '../input-error';
import { silent, type Log } from '../log';
import type { SessionConfig } from '../stages/session';
import { plural } from '../text/list';
import { quote } from '../text/one-line';
import type { Context, ContextOptions } from './context';
import { readCredentials, type CredentialOptions } from './credentials';
import { environmentOf, maskAll, strayVariables } from './fleet-credentials';

export type FleetLookOptions = ContextOptions &
  Pick<CredentialOptions, 'identity' | 'knownHosts' | 'pbxCa'> & {
    files: string[];
    /** Names of clusters; none: all */
    clusters: string[];
    /** Hosts of a cluster at once */
    concurrency: number;
    /** Clusters at once */
    parallel: number;
    out?: string;
    exitCode?: boolean;
  };

/** What came of one cluster; `problem`: why nothing did, for people */
export type Looked<T> = Pick<FleetJob, 'file' | 'name' | 'wave'> & ({ seen: T } | { problem: string });

/**
 * Looks at clusters of the repository, several at once, each with what is its own to sign in with. What is wrong with one says nothing
 * of the others, and is told in its place. Throws ClusterFileError and InputError for what is wrong before anybody is asked.
 */
export async function lookAtFleet<T>(
  context: Context,
  options: FleetLookOptions,
  look: (config: SessionConfig, member: Member) => Promise<T>,
): Promise<Looked<T>[]> {
  const { env } = context.io;
  const fleet = await discover(options.files.length > 0 ? options.files : DEFAULT_FILES, undefined);
  const all = fleet.clusters.map(({ cluster }) => cluster.name);
  maskAll(all, env, context.secrets);
  context.problems(fleet.warnings);
  const meant = chosen(fleet.clusters, options.clusters);
  const stray = strayVariables(all, env);
  if (stray !== undefined) context.progress.warning(stray);

  const limit = pLimit(options.parallel);
  return context.reading(
    () => Promise.all(meant.map((member) => limit(() => lookAtOne(context, options, member, look)))),
    `Reading ${plural(meant.length, 'live cluster')}`,
  );
}

async function lookAtOne<T>(
  context: Context,
  options: FleetLookOptions,
  member: Member,
  look: (config: SessionConfig, member: Member) => Promise<T>,
): Promise<Looked<T>> {
  const { file, cluster } = member;
  const { name } = cluster;
  const place = { file, name, wave: waveOf(member) };
  try {
    // Nobody is asked: many would be asked for at once.
    const { identity, knownHosts, pbxCa } = options;
    const given = { ...(identity && { identity }), ...(knownHosts && { knownHosts }), ...(pbxCa && { pbxCa }) };
    const own = environmentOf(name, context.io.env);
    const credentials = await readCredentials(given, own, context.secrets, context.io.home);
    const config = { cluster, ...context.connection(credentials, options), log: logOf(name, context.progress) };
    return { ...place, seen: await look(config, member) };
  } catch (error) {
    const { text, stack } = explain(error);
    if (stack !== undefined) context.progress.debug(stack);
    return { ...place, problem: quote(context.secrets.redact(text), 1000) };
  }
}

/** Lines of many clusters among each other: what is worth one says whose it is. */
function logOf(name: string, log: Log): Log {
  return {
    ...silent,
    debug: (text) => log.debug(`${name}: ${text}`),
    warning: (text) => log.warning(`${name}: ${text}`),
    error: (text) => log.error(`${name}: ${text}`),
  };
}

function chosen(clusters: readonly Found[], names: readonly string[]): readonly Found[] {
  const known = clusters.map(({ cluster }) => cluster.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      unknown
        .map((name) => {
          const guess = closest(name, known);
          return `${name}: there is no cluster of that name here${guess === undefined ? '; portsip-cluster fleet list tells them' : `; did you mean ${guess}?`}`;
        })
        .join('\n'),
    );
  return names.length === 0 ? clusters : clusters.filter(({ cluster }) => names.includes(cluster.name));
}

/** For a shell that completes them: none where there is no repository, or a file of it is at fault. */
export async function clusterNames(): Promise<string[]> {
  const fleet = await discover(DEFAULT_FILES, undefined).catch(() => undefined);
  return fleet?.clusters.map(({ cluster }) => cluster.name) ?? [];
}
