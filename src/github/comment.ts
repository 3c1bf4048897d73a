import { hidden } from './hidden';
import { openRepository } from './repository';

/** GitHub's limit for a comment. */
export const COMMENT_LIMIT = 65_536;

export interface PlanComment {
  cluster: string;
  /** The cluster file's path in the repository */
  file: string;
  /** The plan's digest */
  digest: string;
  /** Markdown of the plan, of at most so many characters */
  render(limit: number): string;
  /** The run's page, where the whole plan is */
  runUrl: string;
}

/** The parts of GitHub's REST API that are used here, so that a test needs no network. */
export interface Comments {
  /** Login of the token's own user, e.g. `github-actions[bot]` */
  viewer(): Promise<string>;
  list(): AsyncIterable<{ id: number; body: string; author: string }>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
}

/** Finds the comment again: hidden in it, one a cluster and file. Encoded, so that no path can end the HTML comment. */
export function marker(cluster: string, file: string): string {
  return hidden('plan', { cluster, file });
}

/** The digest of the plan that a comment shows; undefined when it shows none. */
export function digestIn(body: string): string | undefined {
  return /<!-- portsip-cluster digest=(sha256:[0-9a-f]{64}) -->/.exec(body)?.[1];
}

export function commentBody(plan: PlanComment): string {
  const head = `${marker(plan.cluster, plan.file)}\n<!-- portsip-cluster digest=${plan.digest} -->\n`;
  const foot = `\n<sub>[Run](${encodeURI(plan.runUrl)}) · updated in place with each push</sub>\n`;
  return head + plan.render(COMMENT_LIMIT - head.length - foot.length) + foot;
}

/** Writes the plan to the pull request: into our own earlier comment where there is one. Others' comments are never touched. */
export async function upsertComment(
  comments: Comments,
  plan: PlanComment,
): Promise<'created' | 'updated' | 'unchanged'> {
  const body = commentBody(plan);
  const wanted = marker(plan.cluster, plan.file);
  const viewer = await comments.viewer();
  for await (const { id, body: present, author } of comments.list()) {
    // At the start only: somebody may quote the comment, and the bot may say other things.
    if (author !== viewer || !present.startsWith(wanted)) continue;
    if (present === body) return 'unchanged';
    await comments.update(id, body);
    return 'updated';
  }
  await comments.create(body);
  return 'created';
}

/** Comments of the pull request that the run is for, over GitHub's API; undefined when it is for none. */
export async function githubComments(token: string): Promise<Comments | undefined> {
  // Late: octokit takes longer to load than all the rest of an offline plan.
  const { context } = await import('@actions/github');
  const pull = context.payload.pull_request?.number;
  if (pull === undefined) return undefined;
  const { octokit, owner, repo, viewer } = await openRepository(token);
  const target = { owner, repo, issue_number: pull };
  return {
    viewer,
    list: async function* () {
      for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...target,
        per_page: 100,
      }))
        for (const { id, body, user } of data) yield { id, body: body ?? '', author: user?.login ?? '' };
    },
    create: async (body) => {
      await octokit.rest.issues.createComment({ ...target, body });
    },
    update: async (id, body) => {
      await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    },
  };
}
