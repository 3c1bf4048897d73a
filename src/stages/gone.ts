import { didYouMean } from '../cluster/suggest';
import type { Cluster } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { oldHost, placesOf } from './departing';
import { Identity } from './identity';
import type { Live } from './live';

/**
 * What is wrong with names of which somebody says that their host will never answer again: nobody is called so, or their host
 * does answer, and as theirs. A sentence each. Pure.
 */
export function goneProblems(cluster: Cluster, live: Live, gone: readonly string[]): string[] {
  const who = new Identity(cluster, live);
  const left = new Map(who.leaving.map((server) => [server.name, server]));
  const known = [...new Set([...cluster.servers.map(({ name }) => name), ...left.keys()])];
  return gone.flatMap((name) => {
    if (!known.includes(name))
      return [
        `"${name}" is neither in the cluster file nor in the record of what this project put there: ${known.length > 0 ? didYouMean(name, known) : 'there is no server'}`,
      ];
    // Of one that moved it is the old host that may be gone; and one that is not ours any more is as good as gone.
    const [leaves, moved] = [left.get(name), who.moved.get(name)];
    const there = leaves
      ? placesOf(leaves).map((place, index) => who.departure(place, index === 0 ? name : oldHost(place)))
      : moved?.map((old) => who.atOld(old));
    const strange = there?.some(({ is }) => is === 'somebody-elses' || is === 'shared');
    const hosts = leaves || !moved ? [name] : moved.map(oldHost);
    const answers = hosts.some((host) => isReachable(live.hosts.get(host)));
    return answers && !strange ? [`The host of ${name} answers: it is not gone. Leave its name out`] : [];
  });
}

/** An earlier step of the same job may have removed it already: then it is no error. */
export function notGone(problem: string): Finding {
  return { code: 'host-not-gone', severity: 'warning', message: `${problem} (host-is-gone)` };
}
