import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FleetJob } from '../cluster/fleet';
import { readJob } from '../plan/fleet-plans';
import { worstFirst, type ClusterSight, type Unseen } from './fleet';
import { readStatusDocument } from './read-document';

/** A status of 1,000 servers takes less than 2 MiB. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * The statuses that jobs left in `folder`, a folder portsip-status-NAME each, the worst first. `attempt` and `fresh` as with plans: see
 * `readPlans`.
 */
export async function readSights(
  folder: string,
  clusters: readonly FleetJob[],
  { attempt, fresh }: { attempt: number; fresh: boolean },
): Promise<ClusterSight[]> {
  const sights: ClusterSight[] = [];
  for (const { file, name, wave } of clusters) {
    const own = join(folder, `portsip-status-${name}`);
    const job = await readJob(own);
    const isOld = fresh && job.attempt !== undefined && job.attempt !== attempt;
    const place = { file, name, wave, ...(job.id !== undefined && { job: job.id }) };
    sights.push({ ...place, ...(isOld ? unseen('old') : await read(join(own, 'status.json'), name)) });
  }
  return worstFirst(sights);
}

type Seen = { known: true; status: Extract<ClusterSight, { known: true }>['status'] };
type NotSeen = { known: false; why: Exclude<Unseen['why'], 'failed'> };

const unseen = (why: NotSeen['why']): NotSeen => ({ known: false, why });

async function read(path: string, name: string): Promise<Seen | NotSeen> {
  let value: unknown;
  try {
    if ((await stat(path)).size > MOST_BYTES) return unseen('unreadable');
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return unseen(error instanceof SyntaxError ? 'unreadable' : 'missing');
  }
  const status = readStatusDocument(value);
  if (!status) return unseen('unreadable');
  return status.cluster === name ? { known: true, status } : unseen('other');
}
