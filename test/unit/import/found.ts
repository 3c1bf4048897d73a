import type { Cluster } from '../../../src/cluster/types';
import type { Found, Machine } from '../../../src/import/discover';
import { ByAddress } from '../../../src/cluster/by-address';
import { deployed } from '../../../src/stages/deployed';
import type { Live } from '../../../src/stages/live';

/** What a look at a cluster finds that is just what `cluster` says, and that nobody has a record of. */
export function foundOf(cluster: Cluster, change: (live: Live) => Live = (live) => live): Found {
  const live = change(deployed(cluster, cluster));
  const machines = cluster.servers.flatMap(({ name, address }): Machine[] => {
    const facts = live.hosts.get(name);
    return facts ? [{ address, facts }] : [];
  });
  return {
    main: live.main,
    portal: live.portal,
    machines,
    byAddress: new ByAddress(machines.map((machine) => [machine.address, machine] as const)),
    others: [],
  };
}
