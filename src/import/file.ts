import { parseCluster } from '../cluster/load';
import { InputError, type Cluster, type Problem } from '../cluster/types';
import { driftOf } from '../drift/drift';
import type { Plan } from '../plan/types';
import { stageOf } from '../stages';
import { scriptsLine } from '../stages/script-generations';
import { list, plural } from '../text/list';
import { clusterFileText } from './document';
import type { Draft, DraftServer } from './draft';

const FILE = 'cluster.yaml';
const parse = (text: string): { cluster?: Cluster; problems: Problem[] } => parseCluster(text, FILE);
const plainText = (drafted: Draft): string => clusterFileText(drafted, { heading: [], notes: () => [] });
const errorsOf = (drafted: Draft): Problem[] =>
  parse(plainText(drafted)).problems.filter(({ severity }) => severity === 'error');

/** The part of a draft that is a valid cluster file, and the cluster that it says. */
export function expressible(draft: Draft): { drafted: Draft; cluster: Cluster } {
  const drafted = withoutFaults(draft);
  const { cluster, problems } = parse(plainText(drafted));
  if (cluster) return { drafted, cluster };
  throw new InputError(
    `What was found cannot be written as a cluster file: ${problems.map(({ message }) => message).join('; ')}`,
  );
}

/** Servers that no cluster file can have - two on one host, a name with a space - are told, not written. */
function withoutFaults(drafted: Draft): Draft {
  if (errorsOf(drafted).length === 0) return drafted;
  const servers: DraftServer[] = [];
  const leftOut = [...drafted.leftOut];
  for (const server of drafted.servers) {
    const [fault] = errorsOf({ ...drafted, file: untrusting(drafted), servers: [...servers, server] });
    if (!fault) servers.push(server);
    else leftOut.push(`${server.entry.role} server ${JSON.stringify(server.entry.name)}: ${fault.message}`);
  }
  const kept = { ...drafted, servers, leftOut };
  // A network that only servers left out are in covers nothing.
  return errorsOf(kept).length === 0 ? kept : { ...kept, file: untrusting(kept) };
}

function untrusting({ file }: Draft): Draft['file'] {
  return { ...file, firewall: { trust: 'servers' } };
}

/** The cluster file, with what its own plan would still do said where it is about. */
export function finalText(drafted: Draft, plan: Plan): string {
  const { items } = driftOf(plan);
  const differences = items.filter(({ deed }) => deed !== undefined);
  const common = differences.filter(({ server }) => !drafted.servers.some(({ entry }) => entry.name === server));
  const scripts = scriptsLine(plan.scripts);
  const restarts = plan.changes.some((change) => stageOf(change) === 'restart');
  const settings = [...new Set(plan.changedSettings.map(({ name }) => name))];
  const heading = [
    `The cluster ${drafted.file.name} as it was found, by portsip-cluster import.`,
    ...(plan.changes.length === 0
      ? [
          settings.length === 0
            ? 'Its plan is empty: a deploy of this file changes nothing.'
            : `A deploy of this file does nothing on any server. It only writes down other settings than the last one: ${list(settings, 20)}.`,
        ]
      : [
          `A deploy of this file would make ${plural(plan.changes.length, 'change')}, since no cluster file can say exactly what was found:`,
          ...(differences.length > common.length ? ['- see "a deploy would" at the servers below'] : []),
          ...common.map(({ deed, what }) => `- ${deed ?? ''}: ${what}`),
          ...(settings.length > 0 ? [`- and other settings than at the last deploy: ${list(settings, 20)}`] : []),
          ...(restarts ? ['- and the restarts that go with it'] : []),
        ]),
    ...(scripts === undefined ? [] : [scripts]),
  ];
  const notes = ({ entry, notes: own }: DraftServer) => [
    ...own,
    ...differences
      .filter(({ server }) => server === entry.name)
      .map(({ deed, what }) => `a deploy would ${deed ?? ''}: ${what}`),
  ];
  return clusterFileText(drafted, { heading, notes });
}
