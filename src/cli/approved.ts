import type { Cluster } from '../cluster/types';
import { InputError } from '../cluster/types';
import { digestProblem } from '../plan/digest';
import { readPlanDocument, statedIn } from '../plan/document';
import { settingHashes } from '../plan/fingerprint';
import { list, plural } from '../text/list';
import { printable } from '../text/printable';
import { deed } from '../render/words';
import { checkPlanFile, readOptionFile } from './files';
import { movedImages, otherSettings, reviewedOf, unreviewed } from '../plan/review';
import type { Plan } from '../plan/types';

/** What somebody has looked at before: a plan that was saved, or the digest of one. */
export interface ApprovedOptions {
  plan?: string;
  digest?: string;
}

/** Only this may be done. undefined: nothing was approved before, so people are asked. */
export type Approved = { plan: Plan } | { digest: string } | undefined;

/** Throws InputError for a file that no `plan --out` wrote, or of another cluster. */
export async function readApproved(options: ApprovedOptions, cluster: Cluster, clusterFile: string): Promise<Approved> {
  const { plan: file, digest } = options;
  if (file !== undefined && digest !== undefined) throw new InputError('Give either --plan or --digest, not both.');
  if (digest !== undefined) {
    const problem = digestProblem(digest);
    if (problem) throw new InputError(`--digest: ${problem}`);
    return { digest };
  }
  if (file === undefined) return undefined;
  await checkPlanFile(file, clusterFile);
  const plan = parse(await readOptionFile('--plan', file), file);
  if (plan.cluster !== cluster.name)
    throw new InputError(
      `--plan: ${file} is a plan of ${printable(plan.cluster)}, and the cluster file is of ${cluster.name}`,
    );
  const settings = otherSettings({ settings: settingHashes(cluster) }, reviewedOf(plan));
  if (settings.length > 0) throw new InputError(`--plan: ${otherwise(settings)}`);
  return { plan };
}

function parse(text: string, file: string): Plan {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    found = undefined;
  }
  const plan = readPlanDocument(found);
  const again = `portsip-cluster plan --out ${file}`;
  if (!plan) throw new InputError(`--plan: ${file} is not a plan; make one with: ${again}`);
  const { digest, blockedBy } = statedIn(found);
  if (digest !== plan.digest)
    throw new InputError(
      `--plan: ${file} was changed after it was made: it says that its digest is ${digest ? printable(digest) : 'nothing'}, and what it lists comes to ${plan.digest}. Make it again and look at it: ${again}`,
    );
  if (!plan.live)
    throw new InputError(
      `--plan: ${file} was made from two cluster files alone (plan --base), and nobody has asked the live cluster. Make one without --base: ${again}`,
    );
  if (blockedBy.length > 0)
    throw new InputError(
      `--plan: ${file} is a plan that nothing can be done of: ${blockedBy.map((message) => printable(message)).join('; ')}. Resolve that, then make it again: ${again}`,
    );
  return plan;
}

function otherwise(settings: readonly string[]): string {
  return `The cluster file's settings are not those of the plan that was saved: ${list(settings, 8)} ${settings.length === 1 ? 'is' : 'are'} different, so nobody has seen how it would be done.`;
}

/** Why a plan must not be begun; undefined: nothing speaks against it. */
export function objection(approved: NonNullable<Approved>, now: Plan): string | undefined {
  if ('digest' in approved)
    return now.digest === approved.digest
      ? undefined
      : `That is not the plan that was approved: its digest is ${now.digest}. Nothing was done.`;
  const reviewed = reviewedOf(approved.plan);
  const settings = otherSettings(now, reviewed);
  if (settings.length > 0) return `${otherwise(settings)} Nothing was done.`;
  const moved = movedImages(now, reviewed);
  if (moved.length > 0)
    return `An image is not what was saved, since its tag was moved: ${list(moved.map((text) => printable(text)))}. Nothing was done.`;
  const others = unreviewed(now, reviewed);
  if (others.length === 0) return undefined;
  const deeds = others.map(({ change }) => printable(deed(change)));
  return `${plural(others.length, 'change')} of this plan ${others.length === 1 ? 'is' : 'are'} not in the one that was saved: ${list(deeds, 8)}. Nothing was done.`;
}
