import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { makePlan } from '../../../src/plan/plan';
import type { Plan } from '../../../src/plan/types';
import { deployed } from '../../../src/stages/deployed';
import type { DiffOptions, Live } from '../../../src/stages/types';

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

export const ids = (plan: Plan): string[] => plan.changes.map(({ id }) => id);

/** Changes one host's facts. */
export function withHost(
  live: Live,
  name: string,
  change: (facts: Extract<Live['main'], { hostname: string }>) => void,
): Live {
  const copy = structuredClone(live);
  const facts = copy.hosts.get(name);
  if (!facts || 'unreachable' in facts) throw new Error(`no facts of ${name}`);
  change(facts);
  return copy;
}
