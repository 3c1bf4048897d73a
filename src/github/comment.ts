import { createHmac, timingSafeEqual } from 'node:crypto';
import { packReviewed, unpackReviewed } from '../plan/review';
import type { Reviewed } from '../plan/review';
import { hidden, hiddenValue } from './hidden';
import { commentsOf, openRepository, type Comment } from './repository';
import { sameLineEnds } from '../text/line-ends';

/** GitHub's limit for a comment. */
export const COMMENT_LIMIT = 65_536;
/** So many fingerprints leave room for what people read. A larger plan is known again by its digest only. */
export const MOST_FINGERPRINTS = 1_400;

export interface PlanComment {
  cluster: string;
  /** The cluster file's path in the repository */
  file: string;
  /** For the deploy, which does only what was reviewed */
  reviewed: Reviewed;
  /** Where it is written to; part of the seal, so that it is good nowhere else */
  pull: PullRequest;
  /** Markdown of the plan, of at most so many characters */
  render(limit: number): string;
  /** The run's page, where the whole plan is */
  runUrl: string;
  run: PlanRun;
  /** Seals the comment: without it nobody can write another one that a deploy takes for the plan */
  key?: string;
}

export interface PullRequest {
  /** `owner/name` */
  repository: string;
  number: number;
  /** Its last commit, as it was when this run began */
  head: string;
}

/** The pull request as it is now: runs take minutes, and old ones can be run again. */
export interface PullNow {
  head: string;
  merged: boolean;
}

/** Which run wrote a comment: of two, a later one has the higher number, and run again the higher attempt. */
export interface PlanRun {
  id: number;
  attempt: number;
}

/** The parts of GitHub's REST API that are used here, so that a test needs no network. */
export interface Comments {
  /** Login of the token's own user, e.g. `github-actions[bot]` */
  viewer(): Promise<string>;
  pull(): Promise<PullNow>;
  list(): AsyncIterable<Comment>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
  /** Folds it up as outdated. */
  minimize(nodeId: string): Promise<void>;
}

/** Finds the comment again: hidden in it, one per cluster and file. */
export function marker(cluster: string, file: string): string {
  return hidden('plan', { cluster, file });
}

/** The digest of the plan that a comment shows; undefined when it shows none. */
export function digestIn(body: string): string | undefined {
  return /<!-- portsip-cluster digest=(sha256:[0-9a-f]{64}) -->/.exec(body)?.[1];
}

export function commentBody(plan: PlanComment): string {
  const { reviewed, pull, runUrl, run, key } = plan;
  const head = `${marker(plan.cluster, plan.file)}\n<!-- portsip-cluster digest=${reviewed.digest} -->\n`;
  const hidden = `\n<!-- portsip-cluster reviewed head=${pull.head} run=${run.id}.${run.attempt} ${packReviewed(reviewed, MOST_FINGERPRINTS)} -->`;
  const foot = `${whole(reviewed)}\n<sub>[Run](${encodeURI(runUrl)}) · updated in place with each push</sub>\n${hidden}`;
  const room = COMMENT_LIMIT - head.length - foot.length - (key === undefined ? 0 : sealed(key, pull, '').length);
  const body = head + plan.render(room) + foot;
  return key === undefined ? body : sealed(key, pull, body);
}

/** What becomes of a plan that is too long to be known again part by part, such as the first one of a thousand servers. */
function whole({ changes }: Reviewed): string {
  if (!changes || changes.size <= MOST_FINGERPRINTS) return '';
  return `\n> [!NOTE]\n> This plan is too long for each of its changes to be known again: its deploy does the whole of it, or stops. When it stops half way, or the cluster changes before, the next deploy stops as well and prints the digest by which the rest is approved.\n`;
}

/** What a plan's comment says to a deploy. */
export interface Told {
  /** The commit of the pull request that was planned */
  head: string;
  run: PlanRun;
  reviewed: Reviewed;
}

/** undefined: no plan is hidden there. Hidden is what comes last: before it names from outside may stand. */
export function toldBy(body: string): Told | undefined {
  const found =
    /<!-- portsip-cluster reviewed head=([0-9a-f]{7,64}) run=(\d+)\.(\d+) ([^\n]+) -->(?:\n<!-- portsip-cluster seal=\S+ -->)?\s*$/.exec(
      body,
    );
  if (!found) return undefined;
  const [, head = '', id, attempt, packed = ''] = found;
  const reviewed = unpackReviewed(packed);
  return reviewed && { head, run: { id: Number(id), attempt: Number(attempt) }, reviewed };
}

/** With the seal below it, which is part of the body */
export function sealed(key: string, pull: PullRequest, body: string): string {
  return `${body}\n<!-- portsip-cluster seal=${seal(key, pull, body)} -->`;
}

function seal(key: string, { repository, number }: PullRequest, body: string): string {
  // GitHub may give line ends back in another form.
  const text = sameLineEnds(body).trim();
  return createHmac('sha256', key)
    .update(JSON.stringify([repository.toLowerCase(), number, text]))
    .digest('hex');
}

/** Whether the whole body was written by somebody with the key, for this pull request. */
export function isSealed(body: string, key: string, pull: PullRequest): boolean {
  const found = /^([^]*)\n<!-- portsip-cluster seal=([0-9a-f]{64}) -->\s*$/.exec(sameLineEnds(body));
  if (!found) return false;
  const [, text = '', given = ''] = found;
  return timingSafeEqual(Buffer.from(seal(key, pull, text)), Buffer.from(given));
}

/** What became of a plan's comment. `left`: the one that is there counts, and this plan does not. */
export type Written =
  | {
      done: 'created' | 'updated' | 'unchanged';
      /** Older ones that were folded up, and those that this token may not fold up */
      minimized: number;
      outdated: number;
    }
  | { done: 'left'; why: string };

/**
 * Writes the plan to the pull request: into our own earlier comment where there is one; others of ours for the same cluster
 * file are folded up. Others' comments are never touched. Nothing is written where the pull request has gone on since the run
 * began: GitHub has no way to write only then, so between the look and the writing there is a moment left.
 */
export async function upsertComment(comments: Comments, plan: PlanComment): Promise<Written> {
  const body = commentBody(plan);
  const wanted = marker(plan.cluster, plan.file);
  const [viewer, now] = await Promise.all([comments.viewer(), comments.pull()]);
  let own: Comment | undefined;
  const outdated: Comment[] = [];
  for await (const comment of comments.list()) {
    // At the start only: somebody may quote the comment, and the bot may say other things.
    if (comment.author !== viewer || !isFor(comment.body, plan.file)) continue;
    if (!own && comment.body.startsWith(wanted)) own = comment;
    else outdated.push(comment);
  }
  const why = overtaken(plan, now, own && toldBy(own.body));
  if (why !== undefined) return { done: 'left', why };
  const done = !own ? 'created' : own.body === body ? 'unchanged' : 'updated';
  if (!own) await comments.create(body);
  else if (done === 'updated') await comments.update(own.id, body);

  let minimized = 0;
  for (const { nodeId } of outdated)
    await comments.minimize(nodeId).then(
      () => minimized++,
      // A token that may write comments may not always fold them up; the plan is there all the same.
      () => undefined,
    );
  return { done, minimized, outdated: outdated.length - minimized };
}

/** Why this plan is not the one that people are to see; undefined: it is. */
function overtaken({ pull, run }: PlanComment, now: PullNow, there: Told | undefined): string | undefined {
  if (now.merged) return 'the pull request is merged, and its comment stays as it was reviewed';
  if (now.head !== pull.head)
    return `this plan is of ${short(pull.head)}, and the pull request is at ${short(now.head)} by now`;
  if (there?.head !== pull.head) return undefined;
  const later = there.run.id > run.id || (there.run.id === run.id && there.run.attempt > run.attempt);
  return later
    ? `a later run (${there.run.id}, attempt ${there.run.attempt}) has written the plan of this commit`
    : undefined;
}

const short = (commit: string): string => commit.slice(0, 12);

/** Whatever the cluster was called then. */
function isFor(body: string, file: string): boolean {
  const found = /^<!-- portsip-cluster plan cluster=\S+ file=(\S+) -->/.exec(body);
  return found?.[1] === hiddenValue(file);
}

/** Comments of the pull request that the run is for, over GitHub's API; undefined when it is for none. */
export async function githubComments(token: string): Promise<{ comments: Comments; pull: PullRequest } | undefined> {
  // Late: octokit takes longer to load than all the rest of an offline plan.
  const { context } = await import('@actions/github');
  const request: { number: number; head?: { sha?: string } } | undefined = context.payload.pull_request;
  if (request === undefined) return undefined;
  const repository = await openRepository(token);
  const { octokit, owner, repo, viewer } = repository;
  const target = { owner, repo, issue_number: request.number };
  const comments: Comments = {
    viewer,
    pull: async () => {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: request.number });
      return { head: data.head.sha, merged: data.merged };
    },
    list: () => commentsOf(repository, request.number),
    create: async (body) => {
      await octokit.rest.issues.createComment({ ...target, body });
    },
    update: async (id, body) => {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    },
    minimize: async (id) => {
      await octokit.graphql(
        'mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }',
        { id },
      );
    },
  };
  const pull = { repository: `${owner}/${repo}`, number: request.number, head: request.head?.sha ?? '0000000' };
  return { comments, pull };
}
