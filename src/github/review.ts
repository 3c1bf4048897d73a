import { normalize } from 'node:path/posix';
import type { Found } from '../plan/review';
import { isSealed, marker, toldBy } from './comment';
import { commentsOf, openRepository, type Comment } from './repository';

export interface Pull {
  number: number;
  url: string;
  /** Its last commit, which was reviewed */
  head: string;
  /** The branch that it was merged to */
  base: string;
  /** ISO 8601; undefined: not merged */
  mergedAt?: string;
}

/** What cannot be seen in a comment's text. */
export interface CommentState {
  nodeId: string;
  /** Who edited it last, without `[bot]`; undefined: nobody */
  editor?: { login: string; isBot: boolean };
  minimized: boolean;
}

/** What is asked of GitHub here, so that a test needs no network. */
export interface History {
  /** The last commit at or before `commit` that changed the file; undefined: there is none */
  lastChange(commit: string, file: string): Promise<string | undefined>;
  /** Pull requests that brought the commit to its branch */
  pulls(commit: string): Promise<Pull[]>;
  comments(pull: number): AsyncIterable<Comment>;
  states(nodeIds: string[]): Promise<CommentState[]>;
}

export interface Wanted {
  repository: string;
  commit: string;
  /** The branch that is deployed */
  branch: string;
  cluster: string;
  file: string;
  /** Whose comments count: the user of the token that wrote the plan */
  author: string;
  /** The seal's key; undefined: comments are not sealed */
  key?: string;
}

/**
 * The plan that was reviewed before the cluster file came to be what it is: in the comment of the pull request that changed
 * it last. Anybody who may write to a repository may edit a comment of the bot, which GitHub remembers: such a one counts
 * for nothing.
 */
export async function findReviewed(history: History, wanted: Wanted): Promise<Found> {
  const { commit, branch, file } = wanted;
  const changed = await history.lastChange(commit, file);
  if (!changed) return { kind: 'none', why: `No commit on ${branch} has a ${file}.` };
  const merged = (await history.pulls(changed))
    .filter(({ mergedAt, base }) => mergedAt !== undefined && base === branch)
    .sort((a, b) => (a.mergedAt ?? '').localeCompare(b.mergedAt ?? ''));
  const pull = merged.at(-1);
  if (!pull)
    return {
      kind: 'none',
      why: `${file} was changed by ${changed.slice(0, 12)}, which came to ${branch} without a pull request.`,
    };
  return inPull(history, wanted, pull);
}

async function inPull(history: History, wanted: Wanted, pull: Pull): Promise<Found> {
  const refused = (why: string): Found => ({ kind: 'refused', why: `#${pull.number}: ${why}` });
  const begin = marker(wanted.cluster, wanted.file);
  const own: Comment[] = [];
  for await (const comment of history.comments(pull.number))
    if (comment.author === wanted.author && comment.body.startsWith(begin)) own.push(comment);
  if (own.length === 0)
    return {
      kind: 'none',
      why: `#${pull.number} has no plan of ${wanted.file} by ${wanted.author}: it failed, was not run, or may not comment.`,
    };

  const states = new Map((await history.states(own.map(({ nodeId }) => nodeId))).map((state) => [state.nodeId, state]));
  const shown = own.filter(({ nodeId }) => states.get(nodeId)?.minimized === false);
  const [comment, ...others] = shown.length > 0 ? shown : own;
  if (!comment || others.length > 0)
    return refused(`more than one comment says that it is the plan of ${wanted.file}.`);
  const state = states.get(comment.nodeId);
  if (!state) return refused("GitHub does not say who edited the plan's comment.");
  const { editor } = state;
  if (editor && !(editor.login === wanted.author.replace(/\[bot\]$/, '') && editor.isBot === isBot(wanted.author)))
    return refused(`the plan's comment was edited by ${editor.login}, so nobody knows what was reviewed.`);
  const { repository, key } = wanted;
  const seal = { repository, number: pull.number, head: pull.head };
  if (key !== undefined && !isSealed(comment.body, key, seal))
    return refused(
      "the plan's comment has no seal that fits the review key: it was not written by the plan, or was changed.",
    );
  const told = toldBy(comment.body);
  if (!told)
    return refused(
      "the plan's comment has no plan in it that could be read: it is from another release, or was changed.",
    );
  if (told.head !== pull.head)
    return {
      kind: 'none',
      why: `#${pull.number} was planned at ${told.head.slice(0, 12)}, but merged at ${pull.head.slice(0, 12)}: what was pushed last has no plan.`,
    };
  return { kind: 'plan', pull: { number: pull.number, url: pull.url }, reviewed: told.reviewed };
}

const isBot = (login: string): boolean => login.endsWith('[bot]');

interface EditedComment {
  id?: string;
  isMinimized?: boolean;
  lastEditedAt?: string | null;
  editor?: { __typename: string; login: string } | null;
}

const STATES = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id isMinimized lastEditedAt editor { __typename login } } }
}`;

/** Over GitHub's API, of the run's own repository. */
export async function githubHistory(token: string): Promise<History> {
  const repository = await openRepository(token);
  const { octokit, owner, repo } = repository;
  return {
    lastChange: async (sha, path) => {
      const file = normalize(path);
      const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha, path: file, per_page: 1 });
      return data[0]?.sha;
    },
    pulls: async (commit_sha) => {
      const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha });
      return data.map(({ number, html_url, head, base, merged_at }) => ({
        number,
        url: html_url,
        head: head.sha,
        base: base.ref,
        ...(merged_at && { mergedAt: merged_at }),
      }));
    },
    comments: (pull) => commentsOf(repository, pull),
    states: async (ids) => {
      const { nodes } = await octokit.graphql<{ nodes: (EditedComment | null)[] }>(STATES, { ids: ids.slice(0, 100) });
      return nodes.flatMap((node) => (node?.id === undefined ? [] : [stateOf(node.id, node)]));
    },
  };
}

function stateOf(nodeId: string, { isMinimized, lastEditedAt, editor }: EditedComment): CommentState {
  const minimized = isMinimized === true;
  // Edited, but by somebody who is not there any more: that is nobody's plan.
  if (!editor) return { nodeId, minimized, ...(lastEditedAt && { editor: { login: 'somebody', isBot: false } }) };
  return {
    nodeId,
    minimized,
    editor: { login: editor.login.replace(/\[bot\]$/, ''), isBot: editor.__typename === 'Bot' },
  };
}
