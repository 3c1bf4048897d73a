import { isOlder, leadingVersion, sameImage, versionOf, type Version } from '../cluster/image';
import { sameAddress } from '../cluster/addresses';
import { ROLES } from '../cluster/roles';
import type { ServerSpec } from '../cluster/types';
import type { Finding } from '../finding';
import { findContainer } from '../host/containers';
import { configOf } from '../host/control-plane';
import { generationOf, refreshByHand, upgradeTakes } from '../host/control-scripts';
import { isKnown, type Reading } from '../host/reading';
import type { HostFacts } from '../host/types';
import type { DiffInput } from './stage';
import { withArticle } from '../text/article';

/*
 * The database that a role brings along, whose data outlives its containers.
 */

/** The image that the data was opened with last: what runs, else what the control script wrote down. */
export function databaseOnHost({ role }: Pick<ServerSpec, 'role'>, facts: HostFacts): Reading<string | undefined> {
  const { database, keys } = ROLES[role];
  if (!database) return undefined;
  const container = findContainer(facts, database.container);
  if (!isKnown(container)) return container;
  if (container) return container.image;
  const key = keys[database.setting];
  const saved = configOf({ role }, facts);
  if (!isKnown(saved)) return saved;
  return (key && saved?.[key]) || undefined;
}

/**
 * The server with the database that is there, where the cluster file names none: a control script that recreates it would bring
 * its own choice, 25.8 with the scripts of January 2026 and 26.3 with later ones.
 */
export function keepDatabase<S extends ServerSpec>(server: S, facts: HostFacts): Reading<S> {
  const { database } = ROLES[server.role];
  if (!database || database.image(server) !== undefined) return server;
  const there = databaseOnHost(server, facts);
  if (!isKnown(there)) return there;
  if (there === undefined) return server;
  // The row is the one of the server's own role, and gives back what it was given.
  return database.withImage(server, there) as S;
}

/**
 * What keeps a role from being touched whose data is kept for each PBX apart, as since v22.8. Source: PortSIP's pages on installing
 * and on migrating Data Flow, October 2026
 */
export function instanceFindings(server: ServerSpec, facts: HostFacts, { cluster, plane }: DiffInput): Finding[] {
  const { instances, script, label, container, keys } = ROLES[server.role];
  const { instances: there = [] } = facts;
  if (!instances || there.length === 0) return [];
  const blocked = (code: string, message: string): Finding[] => [
    { code, severity: 'blocking', server: server.name, message },
  ];
  if (plane.wantsReadyHosts && generationOf(facts) !== 'v22.8')
    return blocked(
      'scripts-older',
      `${server.name} keeps its data for each PBX apart, as since v22.8, and ${script.file} there is older: it would begin with no data; refresh PortSIP's scripts there: ${refreshByHand(cluster.scriptsPath)}`,
    );
  const config = configOf(server, facts);
  const key = keys['pbx.private_ip'];
  const isOurs = isKnown(config) && key !== undefined && sameAddress(config?.[key], cluster.pbx.privateIp);
  const found = findContainer(facts, container);
  if (there.length === 1 && (isOurs || (isKnown(found) && found !== undefined))) return [];
  return blocked(
    'instances-unknown',
    `${server.address} has data of ${withArticle(label)} for ${there.length === 1 ? 'a PBX' : `${there.length} PBXs`} (${there.join(', ')}), and whether one is that of ${cluster.pbx.privateIp} cannot be told: ${server.name} is left alone. ${plane.wantsReadyHosts ? `Look there: sudo /bin/sh ${cluster.scriptsPath}/${script.file} status -x ${cluster.pbx.privateIp}; install` : 'Install'} it by hand, or move away what nobody needs`,
  );
}

/** What keeps another database from being brought. Source: ClickHouse opens data of older versions, not of newer ones. */
export function databaseFindings(server: ServerSpec, facts: HostFacts, { cluster, plane }: DiffInput): Finding[] {
  const { database, script } = ROLES[server.role];
  const wanted = database?.image(server);
  const there = databaseOnHost(server, facts);
  // Where it is not known, nothing is done there anyway.
  if (!database || wanted === undefined || !isKnown(there) || there === undefined) return [];
  if (sameImage(there, wanted)) return [];
  const blocked = (code: string, message: string): Finding[] => [
    { code, severity: 'blocking', server: server.name, message },
  ];
  const [before, after] = [numbers(there), numbers(wanted)];
  if (!before || !after)
    return blocked(
      'database-unknown',
      `${server.name} runs ${there}, and whether ${wanted} is older cannot be told from its name: ${database.label} does not open what a newer one wrote; name a version, such as ${exampleOf(there)}`,
    );
  if (isOlder(after, before))
    return blocked(
      'database-older',
      `${server.name} runs ${there} and cannot go back to ${wanted}: ${database.label} does not open what a newer version wrote; set ${database.setting} to ${there}, or leave it out`,
    );
  if (plane.wantsReadyHosts && upgradeTakes(facts, script.file, 'd') === false)
    return blocked(
      'scripts-older',
      `${script.file} on ${server.name} is older than what brings another ${database.label} (its upgrade knows no -d, and would go on with ${there}): refresh PortSIP's scripts there: ${refreshByHand(cluster.scriptsPath)}`,
    );
  return [];
}

function numbers(image: string): Version | undefined {
  return image.includes('@') ? undefined : (versionOf(image) ?? leadingVersion(image));
}

function exampleOf(image: string): string {
  return `${image.replace(/[:@][^/]*$/, '')}:26.3`;
}
