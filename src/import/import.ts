import type { Cluster } from '../cluster/types';
import { controlPlane } from '../host/control-plane';
import { lookAround } from '../plan/live-plan';
import type { Plan } from '../plan/types';
import { closeSession, openSession } from '../stages/open-session';
import type { SessionConfig } from '../stages/session';
import { discover } from './discover';
import { draft } from './draft';
import { expressible, finalText } from './file';
import { seedCluster, type Access, type ImportRequest } from './seed';

export type { Access, ImportRequest };

export interface Imported {
  cluster: Cluster;
  /** The cluster file */
  text: string;
  /** What a deploy of it would do; no changes where a cluster file can say all that was found */
  plan: Plan;
  /** Found, and not in the file */
  leftOut: string[];
}

/** Writes the cluster file of a cluster that runs. Changes nothing. */
export async function importCluster(config: Omit<SessionConfig, 'cluster'>, request: ImportRequest): Promise<Imported> {
  const session = openSession({ ...config, cluster: seedCluster(request) });
  try {
    const found = await discover(session, {
      hosts: request.hosts,
      knownHosts: config.credentials.sshKnownHosts ?? '',
    });
    const { drafted, cluster } = expressible(draft(found, request, controlPlane(session.cluster)));
    const { plan } = await lookAround({ ...session, cluster });
    const { leftOut } = drafted;
    return { cluster, plan, leftOut, text: finalText(drafted, plan) };
  } finally {
    await closeSession(session);
  }
}
