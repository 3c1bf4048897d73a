import { Git } from './git';

/** What a repository holds beside its commits. Pull requests are issues, too: they share numbers, comments and labels. */
export interface Person {
  login: string;
  type: 'User' | 'Bot';
}

export interface Issue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason?: string | null;
  labels: string[];
  author: Person;
  createdAt: string;
  updatedAt: string;
  pull?: Pull;
}

export interface Pull {
  /** A branch of `repository`, which is another one in a pull request from a fork */
  head: { ref: string; repository: string };
  base: string;
  draft: boolean;
  /** Set by the merge */
  mergedAs?: { sha: string; by: string };
  /** Of the head when it was merged, where its branch may be gone */
  mergedHead?: string;
  reviews: { user: Person; state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED'; commit: string }[];
}

export interface Comment {
  id: number;
  /** Of the issue or pull request */
  issue: number;
  body: string;
  user: Person;
  /** Who changed it after its author, if anybody: whoever may write to the repository can */
  editor?: string;
  /** Why it is folded, such as `outdated` */
  minimized?: string;
  createdAt: string;
  updatedAt: string;
}

/** Of an issue: who did what, such as `labeled` */
export interface IssueEvent {
  id: number;
  issue: number;
  event: string;
  actor: string;
  label?: string;
}

/** Of a workflow, once it has ended */
export interface WorkflowRun {
  id: number;
  /** Its file's name */
  workflow: string;
  event: string;
  branch: string;
  sha: string;
  conclusion: 'success' | 'failure';
  artifacts: string[];
}

/** What GITHUB_TOKEN's commenter is called. */
export const BOT: Person = { login: 'github-actions[bot]', type: 'Bot' };

export class Model {
  readonly issues: Issue[] = [];
  readonly comments: Comment[] = [];
  readonly events: IssueEvent[] = [];
  /** In their order */
  readonly runs: WorkflowRun[] = [];
  readonly labels = new Map<string, { color: string; description: string | null }>([
    ['bug', { color: 'd73a4a', description: "Something isn't working" }],
  ]);
  /** Who may do what in the repository; nobody else may do anything */
  readonly collaborators = new Map<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read'>([
    ['acme', 'admin'],
    ['alice', 'write'],
  ]);
  git: Git;
  private clock = Date.UTC(2026, 0, 1);
  private ids = 1000;

  constructor(
    readonly repository: string,
    git: Git = Git.temporary(),
  ) {
    this.git = git;
  }

  /** Later with each look, so that what came later is later. */
  now(): string {
    this.clock += 1000;
    return new Date(this.clock).toISOString().replace('.000Z', 'Z');
  }

  issue(number: number): Issue | undefined {
    return this.issues.find((issue) => issue.number === number);
  }

  openIssue(
    title: string,
    options: { body?: string; author?: Person; labels?: string[]; number?: number } = {},
  ): Issue {
    const { body = '', author = { login: 'alice', type: 'User' }, labels = [] } = options;
    const number = options.number ?? Math.max(0, ...this.issues.map((issue) => issue.number)) + 1;
    const at = this.now();
    const issue: Issue = { number, title, body, state: 'open', labels: [], author, createdAt: at, updatedAt: at };
    this.issues.push(issue);
    this.addLabels(issue, labels, author.login);
    return issue;
  }

  /** A pull request of a branch, from `repository` where it is a fork. */
  openPull(
    head: string,
    options: Parameters<Model['openIssue']>[1] & {
      title?: string;
      base?: string;
      repository?: string;
      draft?: boolean;
    } = {},
  ): Issue & { pull: Pull } {
    const { title = 'Change the cluster', base = 'main', repository = this.repository, draft = false } = options;
    const issue = this.openIssue(title, options);
    const pull: Pull = { head: { ref: head, repository }, base, draft, reviews: [] };
    return Object.assign(issue, { pull });
  }

  /** As somebody's click on "Merge" leaves it; the commit is there already. */
  mergePull(number: number, sha: string, by = 'alice'): void {
    const issue = this.issue(number);
    if (!issue?.pull) throw new Error(`There is no pull request #${number}`);
    issue.state = 'closed';
    const mergedHead = this.headOf(issue.pull);
    issue.pull.mergedAs = { sha, by };
    if (mergedHead !== undefined) issue.pull.mergedHead = mergedHead;
    issue.updatedAt = this.now();
  }

  headOf({ head, mergedHead }: Pull): string | undefined {
    return mergedHead ?? this.git.ref(`heads/${head.ref}`);
  }

  /** Pull requests that a commit belongs to: merged as it, ending in it or bringing it. */
  pullsOf(sha: string): Issue[] {
    return this.issues.filter(({ pull, state }) => {
      if (!pull || (state === 'closed' && !pull.mergedAs)) return false;
      const head = this.headOf(pull);
      if (pull.mergedAs?.sha === sha || head === sha) return true;
      return head !== undefined && this.git.brings(pull.mergedAs ? `${pull.mergedAs.sha}^1` : pull.base, head, sha);
    });
  }

  comment(issue: number, body: string, user: Person = BOT): Comment {
    const at = this.now();
    const comment: Comment = { id: ++this.ids, issue, body, user, createdAt: at, updatedAt: at };
    this.comments.push(comment);
    return comment;
  }

  /** The author stays who it was. */
  editComment(comment: Comment, body: string, editor: string): void {
    comment.body = body;
    comment.editor = editor;
    comment.updatedAt = this.now();
  }

  addLabels(issue: Issue, labels: string[], actor: string): void {
    for (const label of labels) {
      if (issue.labels.includes(label)) continue;
      // GitHub makes labels that are not there yet.
      if (!this.labels.has(label)) this.labels.set(label, { color: 'ededed', description: null });
      issue.labels.push(label);
      this.events.push({ id: ++this.ids, issue: issue.number, event: 'labeled', actor, label });
    }
  }

  removeLabel(issue: Issue, label: string, actor: string): void {
    issue.labels.splice(issue.labels.indexOf(label), 1);
    this.events.push({ id: ++this.ids, issue: issue.number, event: 'unlabeled', actor, label });
  }
}
