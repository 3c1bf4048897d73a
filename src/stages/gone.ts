import { didYouMean } from '../cluster/suggest';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { departing, moved, oldHost } from './departing';
import type { Live } from './live';

/**
 * What is wrong with names of which somebody says that their host will never answer again: nobody is called so, or their host
 * does answer. A sentence each. Pure.
 */
export function goneProblems(cluster: Cluster, live: Live, gone: readonly string[]): string[] {
  const left = departing(cluster, live.record, live.portal.servers).map(({ name }) => name);
  const known = [...new Set([...cluster.servers.map(({ name }) => name), ...left])];
  const old = new Map(moved(cluster, live.record).map((server) => [server.name, oldHost(server)]));
  return gone.flatMap((name) => {
    if (!known.includes(name))
      return [
        `"${name}" is neither in the cluster file nor in the record of what this project put there: ${known.length > 0 ? didYouMean(name, known) : 'there is no server'}`,
      ];
    // Of one that moved it is the old host that may be gone.
    const facts = live.hosts.get(old.get(name) ?? name);
    return isReachable(facts) ? [`The host of ${name} answers: it is not gone. Leave its name out`] : [];
  });
}

/** An earlier step of the same job may have removed it already: then it is no error. */
export function notGone(problem: string): Finding {
  return { code: 'host-not-gone', severity: 'warning', message: `${problem} (host-is-gone)` };
}
