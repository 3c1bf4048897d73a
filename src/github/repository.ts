import type { GitHub } from '@actions/github/lib/utils';
import { openGithub } from './octokit';

/** The repository that the run is for, over GitHub's API. */
export interface Repository {
  octokit: InstanceType<typeof GitHub>;
  owner: string;
  repo: string;
  /** Login of the token's own user, e.g. `github-actions[bot]` */
  viewer: () => Promise<string>;
}

/** Throws GithubError for whatever GitHub refuses. */
export async function openRepository(token: string): Promise<Repository> {
  const { octokit, context } = await openGithub(token);
  return {
    octokit,
    ...context.repo,
    viewer: async () => {
      // `GET /user` is closed to a workflow's token; this is not.
      const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
      return viewer.login;
    },
  };
}

/** A comment as far as it matters here. */
export interface Comment {
  id: number;
  nodeId: string;
  body: string;
  author: string;
}

/** All comments of an issue or a pull request. */
export async function* commentsOf({ octokit, owner, repo }: Repository, number: number): AsyncIterable<Comment> {
  const target = { owner, repo, issue_number: number, per_page: 100 };
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, target))
    for (const { id, node_id, body, user } of data)
      yield { id, nodeId: node_id, body: body ?? '', author: user?.login ?? '' };
}

/** What went wrong between us and GitHub, in words for an operator. */
export class GithubError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'GithubError';
  }
}

/** The HTTP status that GitHub refused with; undefined: it was something else. */
export function refusal(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

/** Does `work`; what GitHub refuses becomes a GithubError that says what could not be done and, where it is known, the cure. */
export async function asking<T>(
  what: string,
  work: () => Promise<T>,
  cures: Readonly<Partial<Record<number, string>>> = {},
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GithubError) throw error;
    const status = refusal(error);
    const cure = status === undefined ? undefined : cures[status];
    const said = error instanceof Error ? error.message : String(error);
    throw new GithubError(`GitHub: ${what}: ${said}${cure ? `; ${cure}` : ''}`, error);
  }
}
