import type { FleetPlan } from '../plan/fleet-plans';
import { COMMENT_LIMIT, type Comments, type PlanRun, type PullRequest } from './comment';
import { hidden } from './hidden';
import type { Comment } from './repository';

export interface FleetComment {
  plans: readonly FleetPlan[];
  pull: PullRequest;
  run: PlanRun;
  /** Markdown of at most so many characters */
  render(limit: number): string;
}

const BEGIN = '<!-- portsip-cluster fleet -->';

/**
 * The page, and hidden below it whose plans it shows: the commit, the run, and each plan's digest by its cluster, so that a deploy can
 * tell whether the plan that it makes is the very one that was shown. It is trusted by who wrote it and whether anybody edited it, as a
 * plan's own comment is.
 */
export function fleetBody(comment: FleetComment): string {
  const { plans, pull, run } = comment;
  const digests = plans.flatMap(({ name, plan }) =>
    plan.known && plan.asked ? [`${name}:${short(plan.digest)}`] : [],
  );
  const foot = `\n${hidden('fleet-plans', { head: pull.head, run: `${run.id}.${run.attempt}` }).replace(/ -->$/, '')} ${digests.join(' ')} -->`;
  return `${BEGIN}\n${comment.render(COMMENT_LIMIT - BEGIN.length - 1 - foot.length)}${foot}`;
}

/** `sha256:` and 64 digits, in 43 characters */
const short = (digest: string): string => Buffer.from(digest.slice('sha256:'.length), 'hex').toString('base64url');

export interface FleetTold {
  head: string;
  run: PlanRun;
  /** By cluster, the digest of the plan that was shown */
  digests: ReadonlyMap<string, string>;
}

/** undefined: it is no such comment. */
export function fleetTold(body: string): FleetTold | undefined {
  if (!body.startsWith(BEGIN)) return undefined;
  const found = /<!-- portsip-cluster fleet-plans head=([0-9a-f]{7,64}) run=(\d+)\.(\d+) ([^\n]*) -->\s*$/.exec(
    body.replaceAll('%2E', '.'),
  );
  if (!found) return undefined;
  const [, head = '', id, attempt, list = ''] = found;
  const digests = list.split(' ').flatMap((pair): [string, string][] => {
    const [, name, text = ''] = /^([a-z0-9-]{1,63}):([\w-]{43})$/.exec(pair) ?? [];
    return name === undefined ? [] : [[name, `sha256:${Buffer.from(text, 'base64url').toString('hex')}`]];
  });
  return { head, run: { id: Number(id), attempt: Number(attempt) }, digests: new Map(digests) };
}

/** Writes it into our own earlier comment, or a new one; not where the pull request has gone on since, or a later run was faster. */
export async function upsertFleetComment(
  comments: Comments,
  comment: FleetComment,
): Promise<'created' | 'updated' | 'unchanged' | 'left'> {
  const [viewer, now] = await Promise.all([comments.viewer(), comments.pull()]);
  let own: Comment | undefined;
  for await (const one of comments.list()) if (one.author === viewer && one.body.startsWith(BEGIN)) own ??= one;
  const { pull, run } = comment;
  if (now.merged || now.head !== pull.head) return 'left';
  const there = own && fleetTold(own.body);
  if (
    there?.head === pull.head &&
    (there.run.id > run.id || (there.run.id === run.id && there.run.attempt > run.attempt))
  )
    return 'left';
  const body = fleetBody(comment);
  if (!own) await comments.create(body);
  else if (own.body === body) return 'unchanged';
  else await comments.update(own.id, body);
  return own ? 'updated' : 'created';
}
