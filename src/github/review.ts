import { createHash } from 'node:crypto';
import { normalize } from 'node:path/posix';
import { isScriptName } from '../cluster/control-scripts';
import type { Found, Reviewed } from '../plan/review';
import { isSealed, marker, toldBy } from './comment';
import { FLEET_BEGIN, fleetTold } from './fleet-comment';
import { sameText } from '../text/line-ends';
import { commentsOf, openRepository, refusal, type Comment } from './repository';

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
  /** When it came to be what it is, ISO 8601 */
  writtenAt: string;
  minimized: boolean;
}

/** What is asked of GitHub here, so that a test needs no network. */
export interface History {
  /** The file's text as the branch has it now; undefined: there is none */
  textOn(branch: string, file: string): Promise<string | undefined>;
  /** Git's own hashes of the files in a folder, as the branch has it now, by name; undefined: there is no such folder */
  hashesOn(branch: string, folder: string): Promise<Readonly<Record<string, string>> | undefined>;
  /**
   * Commits of the branch that changed one of the files or folders, the last one first, 100 of each at most. `since`: only those that did
   * not lead to that one; one that is not known is as good as none, and then it is the last one alone.
   */
  changes(branch: string, paths: readonly string[], since?: string): Promise<string[]>;
  /** Pull requests that brought the commit to its branch */
  pulls(commit: string): Promise<Pull[]>;
  /** What a branch is called that once had this name; undefined: there is none */
  branchNow(name: string): Promise<string | undefined>;
  comments(pull: number): AsyncIterable<Comment>;
  states(nodeIds: string[]): Promise<CommentState[]>;
}

export interface Wanted {
  repository: string;
  /** The branch that is deployed */
  branch: string;
  cluster: string;
  file: string;
  /** The folder of control scripts that it names, as a path from the top of the repository: a change of them is reviewed as well */
  scripts?: string;
  /** The file that it shares settings with, likewise */
  shared?: string;
  /** The commit of the last deploy that left nothing undone, where it is known: what came since is deployed together */
  since?: string;
  /** Whose comments count: the user of the token that wrote the plan */
  author: string;
  /** The seal's key; undefined: comments are not sealed */
  key?: string;
}

/**
 * Why what would be deployed is not what the branch says now; undefined: it is. A run that is run again has the commit that it
 * had at first, whatever was merged since.
 */
export async function outdated(
  history: Pick<History, 'textOn' | 'hashesOn'>,
  {
    branch,
    scripts,
    shared,
    ...clusterFile
  }: Pick<Wanted, 'branch'> & CheckedOutFile & { scripts?: CheckedOut; shared?: CheckedOutFile },
): Promise<string | undefined> {
  for (const { file, text } of [clusterFile, ...(shared ? [shared] : [])]) {
    const now = await history.textOn(branch, file);
    if (now === undefined) return `${branch} has no ${file} (any more).`;
    if (!sameText(now, text)) return older(file, branch);
  }
  if (!scripts) return undefined;
  const hashes = Object.entries((await history.hashesOn(branch, scripts.folder)) ?? {}).filter(([name]) =>
    isScriptName(name),
  );
  const own = new Map(scripts.files.map((script) => [script.name, gitHash(script.text)]));
  const same = hashes.length === own.size && hashes.every(([name, hash]) => own.get(name) === hash);
  return same ? undefined : older(scripts.folder, branch);
}

/** A file as it is deployed, by its path from the top of the repository */
export interface CheckedOutFile {
  file: string;
  text: string;
}

/** Control scripts as they are deployed, and their folder as a path from the top of the repository */
export interface CheckedOut {
  folder: string;
  files: readonly { name: string; text: string }[];
}

/** How Git names a file by what is in it */
export function gitHash(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function older(file: string, branch: string): string {
  return `${file} is not what ${branch} says now: this is an older run that was run again, or another checkout. Run the deploy of the last commit of ${branch} instead.`;
}

/** Pull requests that are looked at for one deploy */
const MOST_PULLS = 20;

/**
 * The plans that were reviewed before the cluster file came to be what it is: in the comments of the pull requests that changed
 * it since the last deploy, of which GitHub may have cancelled some while they waited. Anybody who may write to a repository
 * may edit a comment of the bot, which GitHub remembers: such a one counts for nothing.
 */
export async function findReviewed(history: History, wanted: Wanted): Promise<Found<Pull>> {
  const { branch, file, scripts, shared, since } = wanted;
  const paths = [file, shared, scripts].filter((path) => path !== undefined);
  const changes = await history.changes(branch, paths, since);
  const [last] = changes;
  if (!last) return { kind: 'none', why: `No commit on ${branch} has a ${file}.` };
  const pulls = new Map<number, Pull>();
  const without: string[] = [];
  for (const commit of changes) {
    if (pulls.size === MOST_PULLS) break;
    const { pull, why } = await broughtBy(history, wanted, commit);
    if (pull) pulls.set(pull.number, pull);
    else without.push(why);
  }
  const found = await Promise.all([...pulls.values()].map((pull) => inPull(history, wanted, pull)));
  const refused = found.find(({ kind }) => kind === 'refused');
  if (refused) return refused;
  const plans = found.flatMap((one) => (one.kind === 'plan' ? one.plans : []));
  const [first, ...others] = plans;
  if (first) return { kind: 'plan', plans: [first, ...others] };
  const whys = [...found.flatMap((one) => (one.kind === 'none' ? one.why : [])), ...without];
  return { kind: 'none', why: whys[0] ?? `Nobody has reviewed ${file}.` };
}

/** The pull request that brought a commit to the branch, the last one where there are several. */
async function broughtBy(
  history: History,
  { branch, file }: Wanted,
  commit: string,
): Promise<{ pull?: Pull; why: string }> {
  const merged = (await history.pulls(commit))
    .filter(({ mergedAt }) => mergedAt !== undefined)
    .sort((a, b) => (a.mergedAt ?? '').localeCompare(b.mergedAt ?? ''));
  const here = merged.findLast(({ base }) => base === branch);
  if (here) return { pull: here, why: '' };
  const came = `${file} was changed by ${commit.slice(0, 12)}, which came to ${branch} without a pull request`;
  const elsewhere = merged.at(-1);
  if (!elsewhere) return { why: `${came}.` };
  // A branch that was renamed: its merged pull requests keep the old name.
  if ((await history.branchNow(elsewhere.base)) === branch) return { pull: elsewhere, why: '' };
  return { why: `${came}: #${elsewhere.number} brought it to ${elsewhere.base}, and its plan is of that.` };
}

/** Its plan has a comment of its own, a place in that of many clusters, or both; the former says more. */
async function inPull(history: History, wanted: Wanted, pull: Pull): Promise<Found<Pull>> {
  const { cluster, file, author } = wanted;
  const own: Comment[] = [];
  const ofMany: Comment[] = [];
  for await (const comment of history.comments(pull.number)) {
    if (comment.author !== author) continue;
    if (comment.body.startsWith(marker(cluster, file))) own.push(comment);
    else if (comment.body.startsWith(FLEET_BEGIN)) ofMany.push(comment);
  }
  const found = [
    ...(own.length > 0 ? [await inComment(history, wanted, pull, own, OF_ONE)] : []),
    ...(ofMany.length > 0 ? [await inComment(history, wanted, pull, about(ofMany, cluster, pull), OF_MANY)] : []),
  ];
  return (
    found.find(({ kind }) => kind === 'plan') ??
    found.find(({ kind }) => kind === 'refused') ??
    found[0] ?? {
      kind: 'none',
      why: `#${pull.number} has no plan of ${file} by ${author}: it failed, was not run, or may not comment.`,
    }
  );
}

/** A kind of comment that has plans in it */
interface Kept {
  what: string;
  says: (file: string) => string;
  /** undefined: nothing could be read */
  read: (body: string, cluster: string) => { head: string; reviewed?: Reviewed } | undefined;
}

const OF_ONE: Kept = { what: "the plan's comment", says: (file) => `the plan of ${file}`, read: toldBy };
const OF_MANY: Kept = {
  what: "the plans' comment",
  says: () => 'the plans of many clusters',
  read: (body, cluster) => {
    const told = fleetTold(body);
    const reviewed = told?.reviewed.get(cluster);
    return told && { head: told.head, ...(reviewed && { reviewed }) };
  },
};

/** Of comments that each have some clusters, those that may have this one: what cannot be read may have anything. */
function about(ofMany: readonly Comment[], cluster: string, { head }: Pull): readonly Comment[] {
  const told = ofMany.map((comment) => ({ comment, told: fleetTold(comment.body) }));
  const having = told.filter((one) => !one.told || one.told.reviewed.has(cluster));
  // One of an earlier commit is of another division of the clusters.
  const now = having.filter((one) => !one.told || one.told.head === head);
  const [some = []] = [now, having, told].filter((each) => each.length > 0);
  return (some === told ? some.slice(0, 1) : some).map(({ comment }) => comment);
}

async function inComment(
  history: History,
  wanted: Wanted,
  pull: Pull,
  own: readonly Comment[],
  { what, says, read }: Kept,
): Promise<Found<Pull>> {
  const refused = (why: string): Found<Pull> => ({ kind: 'refused', why: `#${pull.number}: ${why}` });
  const { repository, key, author, file, cluster } = wanted;
  const states = new Map((await history.states(own.map(({ nodeId }) => nodeId))).map((state) => [state.nodeId, state]));
  const shown = own.filter(({ nodeId }) => states.get(nodeId)?.minimized === false);
  const [comment, ...others] = shown.length > 0 ? shown : own;
  if (!comment || others.length > 0) return refused(`more than one comment says that it is ${says(file)}.`);
  const state = states.get(comment.nodeId);
  if (!state) return refused(`GitHub does not say who edited ${what}.`);
  const { editor, writtenAt } = state;
  if (editor && !(editor.login === author.replace(/\[bot\]$/, '') && editor.isBot === isBot(author)))
    return refused(`${what} was edited by ${editor.login}, so nobody knows what was reviewed.`);
  if (!(Date.parse(writtenAt) <= Date.parse(pull.mergedAt ?? '')))
    return refused(
      `${what} was written at ${writtenAt}, after the merge at ${pull.mergedAt}, so what was reviewed is not there any more.`,
    );
  const seal = { repository, number: pull.number, head: pull.head };
  if (key !== undefined && !isSealed(comment.body, key, seal))
    return refused(`${what} has no seal that fits the review key: it was not written by the plan, or was changed.`);
  const told = read(comment.body, cluster);
  if (!told)
    return refused(`${what} has no plan in it that could be read: it is from another release, or was changed.`);
  if (told.head !== pull.head)
    return {
      kind: 'none',
      why: `#${pull.number} was planned at ${told.head.slice(0, 12)}, but merged at ${pull.head.slice(0, 12)}: what was pushed last has no plan.`,
    };
  if (!told.reviewed)
    return {
      kind: 'none',
      why: `#${pull.number}: ${what} has no plan of ${cluster}: nobody knew what a deploy would do.`,
    };
  return { kind: 'plan', plans: [{ pull, reviewed: told.reviewed }] };
}

const isBot = (login: string): boolean => login.endsWith('[bot]');

interface EditedComment {
  id?: string;
  isMinimized?: boolean;
  createdAt?: string;
  lastEditedAt?: string | null;
  editor?: { __typename: string; login: string } | null;
}

const STATES = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id isMinimized createdAt lastEditedAt editor { __typename login } } }
}`;

/** Over GitHub's API, of the run's own repository. */
export async function githubHistory(token: string): Promise<History> {
  const repository = await openRepository(token);
  const { octokit, owner, repo } = repository;
  return {
    textOn: async (ref, path) => {
      const found = await unlessGone(() => octokit.rest.repos.getContent({ owner, repo, ref, path: normalize(path) }));
      // A folder, a link or a submodule has no text.
      if (!found || Array.isArray(found.data) || found.data.type !== 'file' || !('content' in found.data))
        return undefined;
      return Buffer.from(found.data.content, 'base64').toString('utf8');
    },
    hashesOn: async (ref, path) => {
      const found = await unlessGone(() => octokit.rest.repos.getContent({ owner, repo, ref, path: normalize(path) }));
      if (!found || !Array.isArray(found.data)) return undefined;
      return Object.fromEntries(found.data.flatMap(({ type, name, sha }) => (type === 'file' ? [[name, sha]] : [])));
    },
    changes: async (sha, paths, since) => {
      const lists = await Promise.all(
        paths.map(async (path) => {
          const asked = { owner, repo, sha, path: normalize(path), per_page: 100 };
          return (await octokit.rest.repos.listCommits(asked)).data;
        }),
      );
      // Of one path they come in their order; those of two are put together by when they came.
      const when = new Map(lists.flat().map((commit) => [commit.sha, commit.commit.committer?.date ?? '']));
      const all = lists.length === 1 ? [...when.keys()] : newestFirst(when);
      const [last] = all;
      if (last === undefined || since === undefined) return all.slice(0, 1);
      const basehead = `${since}...${sha}`;
      // Without pages: the last 250 commits.
      const compare = () => octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead });
      const compared = await unlessGone(compare);
      const news = new Set(compared?.data.commits.map((commit) => commit.sha));
      return all.filter((commit) => commit === last || news.has(commit));
    },
    branchNow: async (branch) => {
      // GitHub leads on from the old name of a branch to its new one.
      const found = await unlessGone(() => octokit.rest.repos.getBranch({ owner, repo, branch }));
      return found?.data.name;
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

function newestFirst(when: ReadonlyMap<string, string>): string[] {
  return [...when].sort(([, a], [, b]) => Date.parse(b) - Date.parse(a)).map(([sha]) => sha);
}

async function unlessGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (refusal(error) === 404) return undefined;
    throw error;
  }
}

function stateOf(nodeId: string, { isMinimized, createdAt, lastEditedAt, editor }: EditedComment): CommentState {
  const minimized = isMinimized === true;
  const writtenAt = lastEditedAt ?? createdAt ?? 'an unknown time';
  // Edited, but by somebody who is not there any more: that is nobody's plan.
  if (!editor)
    return { nodeId, writtenAt, minimized, ...(lastEditedAt && { editor: { login: 'somebody', isBot: false } }) };
  return {
    nodeId,
    writtenAt,
    minimized,
    editor: { login: editor.login.replace(/\[bot\]$/, ''), isBot: editor.__typename === 'Bot' },
  };
}
