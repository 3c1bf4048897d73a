import { readScript } from '../../../src/cluster/control-scripts';
import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { makePlan } from '../../../src/plan/plan';
import type { Plan } from '../../../src/plan/types';
import { isReachable } from '../../../src/host/reachable';
import type { HostFacts } from '../../../src/host/types';
import { stageOf, wordsOf } from '../../../src/stages';
import { ofKind, type Change, type ChangeOf, type Difference, type Kind } from '../../../src/stages/change';
import { deployed } from '../../../src/stages/deployed';
import type { Live } from '../../../src/stages/live';
import type { DiffOptions } from '../../../src/stages/diff-options';
import type { StageName } from '../../../src/stages/stage';

export const GUIDE = `
version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
ssh: { user: pbx }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21, public_ip: 104.101.137.60, max_call_sessions: 5000 }
  - { name: queue-server-1, role: queue, private_ip: 192.168.1.22 }
  - { name: meeting-server-1, role: meeting, private_ip: 192.168.1.23, max_rooms: 100, max_participants: 1000 }
  - { name: vr-server-1, role: ivr, private_ip: 192.168.1.24 }
  - { name: im-server-1, role: im, private_ip: 192.168.1.25, public_ip: 104.18.36.110, chat_files: /chat/files }
  - { name: dataflow-server-1, role: dataflow, private_ip: 192.168.1.26 }
`;
export const MEDIA_2 = '  - { name: media-server-2, role: media, private_ip: 192.168.1.27 }\n';

export function clusterOf(text: string): Cluster {
  const { cluster, problems } = parseCluster(text, 'cluster.yaml');
  if (!cluster) throw new Error(problems.map(({ message }) => message).join('\n'));
  return cluster;
}

export const guide = () => clusterOf(GUIDE);

/** What is done to take a cluster that is just as `base` says to what `head` says. */
export function planned(
  base: Cluster | undefined,
  head: Cluster,
  change: (live: Live) => Live = (live) => live,
  options: Partial<DiffOptions> = {},
): Plan {
  return makePlan(head, change(deployed(base, head)), {
    rotate: [],
    force: false,
    gone: [],
    allowUndersized: false,
    ...options,
  });
}

export const ids = (plan: Pick<Plan, 'changes'>): string[] => plan.changes.map(({ id }) => id);

/** The ids of one stage's changes */
export const idsIn = (plan: Plan, stage: StageName): string[] =>
  ids({ changes: plan.changes.filter((change) => stageOf(change) === stage) });

/** The ids of changes of some kinds */
export const idsOf = (plan: Plan, ...kinds: Kind[]): string[] => ids({ changes: ofKind(plan.changes, ...kinds) });

/** The only change of a kind, for one server where that is given. */
export function only<K extends Kind>(plan: Plan, kind: K, server?: string): ChangeOf<K> {
  const [change, ...others] = ofKind(plan.changes, kind).filter((one) => server === undefined || one.server === server);
  if (!change || others.length > 0) throw new Error(`${change ? 'more than one' : 'no'} ${kind} of ${server ?? 'all'}`);
  return change;
}

/** What people are shown of a change's values */
export const shown = (change: Change | undefined): Difference[] => (change ? wordsOf(change).differences(change) : []);
export const reason = (change: Change | undefined): string => (change ? wordsOf(change).reason(change) : '');

/** The same cluster with control scripts of its repository, as they are read from their folder. */
export function withScripts(cluster: Cluster, texts: Readonly<Record<string, string>>): Cluster {
  const files = Object.entries(texts).map(([name, text]) => {
    const read = readScript(name, Buffer.from(text));
    if ('faults' in read) throw new Error(read.faults.map(({ message }) => message).join('\n'));
    return read.script;
  });
  return { ...cluster, scripts: { folder: 'portsip', at: { line: 1, column: 1 }, files } };
}

/** All machines with these scripts, by name */
export function havingScripts(live: Live, sums: Readonly<Record<string, string>>): Live {
  const having = <F extends Live['main']>(facts: F): F => ({ ...facts, scriptSums: sums });
  return {
    ...live,
    main: having(live.main),
    hosts: new Map([...live.hosts].map(([name, facts]) => [name, having(facts)])),
  };
}

/** Changes one host's facts. */
export function withHost(live: Live, name: string, change: (facts: HostFacts) => void): Live {
  const copy = structuredClone(live);
  const facts = copy.hosts.get(name);
  if (!isReachable(facts)) throw new Error(`no facts of ${name}`);
  change(facts);
  return copy;
}
