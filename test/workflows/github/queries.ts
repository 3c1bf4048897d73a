import type { Json } from './description';
import type { Comment, Issue, Model, Person } from './model';
import { BOT } from './model';
import { Refusal } from './handlers';
import { nodeId } from './shapes';

/** GraphQL calls a bot by its app's name, REST by its user's. */
const actor = ({ login, type }: Person): Json => ({ __typename: type, login: login.replace(/\[bot\]$/, '') });

const commentNode = (comment: Comment): Json => ({
  __typename: 'IssueComment',
  id: nodeId('IC', comment.id),
  databaseId: comment.id,
  fullDatabaseId: String(comment.id),
  body: comment.body,
  author: actor(comment.user),
  editor:
    comment.editor === undefined
      ? null
      : actor({ login: comment.editor, type: comment.editor === BOT.login ? 'Bot' : 'User' }),
  includesCreatedEdit: comment.editor !== undefined,
  lastEditedAt: comment.editor === undefined ? null : comment.updatedAt,
  createdAt: comment.createdAt,
  updatedAt: comment.updatedAt,
  isMinimized: comment.minimized !== undefined,
  minimizedReason: comment.minimized ?? null,
  viewerDidAuthor: comment.user.login === BOT.login,
  viewerCanMinimize: true,
});

interface Page {
  first?: number;
  last?: number;
  after?: string | null;
}

function connection(nodes: Json[], { first, last, after }: Page): Json {
  const size = first ?? last ?? 0;
  if (size < 1 || size > 100) throw new Refusal(200, 'You must provide a `first` or `last` value of 1 to 100');
  const start = last !== undefined ? Math.max(0, nodes.length - last) : Number(after ?? 0);
  const end = Math.min(nodes.length, start + size);
  return {
    nodes: nodes.slice(start, end),
    totalCount: nodes.length,
    pageInfo: {
      hasNextPage: end < nodes.length,
      hasPreviousPage: start > 0,
      startCursor: String(start),
      endCursor: String(end),
    },
  };
}

/** What queries may ask of the model. `mayWrite` is asked before anything is changed. */
export function rootOf(model: Model, mayWrite: () => boolean): Json {
  const commentBy = (id: string): Comment => {
    const found = model.comments.find((comment) => nodeId('IC', comment.id) === id);
    if (!found) throw new Error(`Could not resolve to a node with the global id of '${id}'.`);
    return found;
  };
  const issueNode = (found: Issue): Json => ({
    __typename: found.pull ? 'PullRequest' : 'Issue',
    id: nodeId(found.pull ? 'PR' : 'I', found.number),
    number: found.number,
    title: found.title,
    body: found.body,
    state: found.pull?.mergedAs ? 'MERGED' : found.state.toUpperCase(),
    merged: found.pull?.mergedAs !== undefined,
    author: actor(found.author),
    headRefOid: found.pull && model.headOf(found.pull),
    comments: (page: Page) =>
      connection(model.comments.filter(({ issue }) => issue === found.number).map(commentNode), page),
  });
  const change = (id: string, edit: (comment: Comment) => void): Json => {
    if (!mayWrite()) throw new Error('Resource not accessible by integration');
    const found = commentBy(id);
    edit(found);
    return { minimizedComment: commentNode(found), unminimizedComment: commentNode(found) };
  };
  const numbered = ({ number }: { number: number }, pull: boolean): Json => {
    const found = model.issue(number);
    if (!found || (found.pull !== undefined) !== pull)
      throw new Error(`Could not resolve to a ${pull ? 'PullRequest' : 'Issue'} with the number of ${number}.`);
    return issueNode(found);
  };
  return {
    viewer: { __typename: 'User', login: BOT.login },
    node: ({ id }: { id: string }) => commentNode(commentBy(id)),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => commentNode(commentBy(id))),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}` !== model.repository)
        throw new Error(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      return {
        nameWithOwner: model.repository,
        pullRequest: (of: { number: number }) => numbered(of, true),
        issue: (of: { number: number }) => numbered(of, false),
      };
    },
    minimizeComment: ({ input }: { input: { subjectId: string; classifier: string } }) =>
      change(input.subjectId, (comment) => (comment.minimized = input.classifier.toLowerCase())),
    unminimizeComment: ({ input }: { input: { subjectId: string } }) =>
      change(input.subjectId, (comment) => delete comment.minimized),
  };
}
