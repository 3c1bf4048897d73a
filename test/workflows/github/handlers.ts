import type { Json, Operation } from './description';
import type { Issue, Model } from './model';
import { BOT } from './model';
import * as shapes from './shapes';

export interface Answer {
  status: number;
  /** Over GitHub's example of the answer; a list is cut into pages */
  values?: unknown;
}

export interface Ask {
  model: Model;
  operation: Operation;
  query: URLSearchParams;
  body: Json;
}

/** Refusals that are GitHub's and not of HTTP as such. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: Json[],
  ) {
    super(message);
  }
}

const notFound = () => new Refusal(404, 'Not Found');
const invalid = (message: string, resource: string, field: string) =>
  new Refusal(422, 'Validation Failed', [{ resource, field, code: 'custom', message }]);

/** GitHub's limit for the body of a comment, an issue or a pull request */
const BODY_LIMIT = 65_536;

const param = ({ operation }: Ask, name: string): string => operation.params[name] ?? '';
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function issueOf(ask: Ask, name = 'issue_number'): Issue {
  const found = ask.model.issue(Number(param(ask, name)));
  if (!found) throw notFound();
  return found;
}

function pullOf(ask: Ask): Issue {
  const found = issueOf(ask, 'pull_number');
  if (!found.pull) throw notFound();
  return found;
}

function commentOf(ask: Ask) {
  const found = ask.model.comments.find(({ id }) => id === Number(param(ask, 'comment_id')));
  if (!found) throw notFound();
  return found;
}

function bodyOf({ body }: Ask, resource: string): string {
  const given = text(body['body']) ?? '';
  if (given.length > BODY_LIMIT)
    throw invalid(`Body is too long (maximum is ${BODY_LIMIT} characters)`, resource, 'body');
  return given;
}

const labelsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as (string | { name: string })[]) : []).map((label) =>
    typeof label === 'string' ? label : label.name,
  );

function setIssue(ask: Ask, found: Issue): void {
  const { model, body } = ask;
  const state = text(body['state']);
  if (text(body['title']) !== undefined) found.title = String(body['title']);
  if (body['body'] !== undefined) found.body = bodyOf(ask, 'Issue');
  if (state === 'open' || state === 'closed') {
    found.state = state;
    found.stateReason = state === 'closed' ? (text(body['state_reason']) ?? 'completed') : 'reopened';
  }
  if (body['labels'] !== undefined) {
    const wanted = labelsIn(body['labels']);
    for (const label of found.labels.filter((each) => !wanted.includes(each)))
      model.removeLabel(found, label, BOT.login);
    model.addLabels(found, wanted, BOT.login);
  }
  found.updatedAt = model.now();
}

const labelValues = ({ model }: Ask, found: Issue) => found.labels.map((name) => shapes.label(model, name));
const wants = (query: URLSearchParams, state: string) => ['all', state].includes(query.get('state') ?? 'open');

/** By GitHub's names of the operations: what is not here, this stand-in cannot do yet. */
export const handlers: Record<string, (ask: Ask) => Answer> = {
  'repos/get': ({ model }) => ({ status: 200, values: shapes.repositoryOf(model.repository) }),

  'issues/list-comments': (ask) => {
    const { number } = issueOf(ask);
    const found = ask.model.comments.filter(({ issue }) => issue === number);
    return { status: 200, values: found.map((comment) => shapes.comment(ask.model, comment)) };
  },
  'issues/create-comment': (ask) => {
    const { number } = issueOf(ask);
    const made = ask.model.comment(number, bodyOf(ask, 'IssueComment'));
    return { status: 201, values: shapes.comment(ask.model, made) };
  },
  'issues/get-comment': (ask) => ({ status: 200, values: shapes.comment(ask.model, commentOf(ask)) }),
  'issues/update-comment': (ask) => {
    const found = commentOf(ask);
    ask.model.editComment(found, bodyOf(ask, 'IssueComment'), BOT.login);
    return { status: 200, values: shapes.comment(ask.model, found) };
  },
  'issues/delete-comment': (ask) => {
    ask.model.comments.splice(ask.model.comments.indexOf(commentOf(ask)), 1);
    return { status: 204 };
  },

  'issues/list-for-repo': ({ model, query }) => {
    const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
    const creator = query.get('creator');
    const found = model.issues
      .filter((issue) => wants(query, issue.state) && (!creator || issue.author.login === creator))
      .filter((issue) => labels.every((label) => issue.labels.includes(label)));
    // Newest first, unless asked otherwise.
    if (query.get('direction') !== 'asc') found.reverse();
    return { status: 200, values: found.map((issue) => shapes.issue(model, issue)) };
  },
  'issues/create': (ask) => {
    const { model, body } = ask;
    const made = model.openIssue(String(body['title']), {
      body: bodyOf(ask, 'Issue'),
      author: BOT,
      labels: labelsIn(body['labels']),
    });
    return { status: 201, values: shapes.issue(model, made) };
  },
  'issues/get': (ask) => ({ status: 200, values: shapes.issue(ask.model, issueOf(ask)) }),
  'issues/update': (ask) => {
    const found = issueOf(ask);
    setIssue(ask, found);
    return { status: 200, values: shapes.issue(ask.model, found) };
  },
  'issues/list-events': (ask) => {
    const { number } = issueOf(ask);
    const found = ask.model.events.filter(({ issue }) => issue === number);
    return { status: 200, values: found.map((event) => shapes.event(ask.model, event)) };
  },

  'issues/list-labels-for-repo': ({ model }) => ({
    status: 200,
    values: [...model.labels.keys()].map((name) => shapes.label(model, name)),
  }),
  'issues/get-label': (ask) => {
    if (!ask.model.labels.has(param(ask, 'name'))) throw notFound();
    return { status: 200, values: shapes.label(ask.model, param(ask, 'name')) };
  },
  'issues/create-label': ({ model, body }) => {
    const name = String(body['name']);
    if (model.labels.has(name))
      throw new Refusal(422, 'Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }]);
    model.labels.set(name, { color: text(body['color']) ?? 'ededed', description: text(body['description']) ?? null });
    return { status: 201, values: shapes.label(model, name) };
  },
  'issues/list-labels-on-issue': (ask) => ({ status: 200, values: labelValues(ask, issueOf(ask)) }),
  'issues/add-labels': (ask) => {
    const found = issueOf(ask);
    ask.model.addLabels(found, labelsIn(ask.body['labels'] ?? ask.body), BOT.login);
    return { status: 200, values: labelValues(ask, found) };
  },
  'issues/remove-label': (ask) => {
    const found = issueOf(ask);
    if (!found.labels.includes(param(ask, 'name'))) throw new Refusal(404, 'Label does not exist');
    ask.model.removeLabel(found, param(ask, 'name'), BOT.login);
    return { status: 200, values: labelValues(ask, found) };
  },

  'pulls/list': ({ model, query }) => {
    const [head, base] = [query.get('head'), query.get('base')];
    const found = model.issues.filter(({ pull, state }) => {
      if (!pull || !wants(query, state)) return false;
      const label = `${pull.head.repository.split('/')[0]}:${pull.head.ref}`;
      return (!head || head === label) && (!base || base === pull.base);
    });
    return { status: 200, values: found.reverse().map((issue) => shapes.pull(model, issue, { whole: false })) };
  },
  'pulls/create': (ask) => {
    const { model, body } = ask;
    const [head, base] = [String(body['head']).split(':').pop() ?? '', String(body['base'])];
    if (!model.git.ref(`heads/${head}`)) throw invalid('head is not a branch', 'PullRequest', 'head');
    if (!model.git.ref(`heads/${base}`)) throw invalid('base is not a branch', 'PullRequest', 'base');
    if (model.git.ref(`heads/${head}`) === model.git.ref(`heads/${base}`))
      throw invalid(`No commits between ${base} and ${head}`, 'PullRequest', 'head');
    if (model.issues.some(({ pull, state }) => state === 'open' && pull?.head.ref === head && pull.base === base))
      throw invalid(`A pull request already exists for ${head}.`, 'PullRequest', 'head');
    const made = model.openPull(head, {
      title: String(body['title']),
      body: bodyOf(ask, 'PullRequest'),
      author: BOT,
      base,
      draft: body['draft'] === true,
    });
    return { status: 201, values: shapes.pull(model, made, { whole: true }) };
  },
  'pulls/get': (ask) => ({ status: 200, values: shapes.pull(ask.model, pullOf(ask), { whole: true }) }),
  'pulls/update': (ask) => {
    const found = pullOf(ask);
    setIssue(ask, found);
    return { status: 200, values: shapes.pull(ask.model, found, { whole: true }) };
  },
  'pulls/list-files': (ask) => {
    const { pull } = pullOf(ask);
    const head = pull && ask.model.headOf(pull);
    if (!pull || !head) throw notFound();
    const files = ask.model.git.changedFiles(pull.mergedAs ? `${pull.mergedAs.sha}^1` : pull.base, head);
    return { status: 200, values: files.map((filename) => ({ filename, status: 'modified' })) };
  },
  'pulls/list-reviews': (ask) => {
    const reviews = pullOf(ask).pull?.reviews ?? [];
    return {
      status: 200,
      values: reviews.map(({ user, state, commit }) => ({ user: shapes.person(user), state, commit_id: commit })),
    };
  },

  'repos/list-pull-requests-associated-with-commit': (ask) => {
    const sha = ask.model.git.sha(param(ask, 'commit_sha'));
    if (!sha) throw new Refusal(422, `No commit found for SHA: ${param(ask, 'commit_sha')}`);
    return {
      status: 200,
      values: ask.model.pullsOf(sha).map((issue) => shapes.pull(ask.model, issue, { whole: false })),
    };
  },
  'repos/get-collaborator-permission-level': (ask) => {
    const login = param(ask, 'username');
    const role = ask.model.collaborators.get(login) ?? 'none';
    const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
    const user = { ...shapes.person({ login, type: 'User' }), role_name: role };
    return { status: 200, values: { permission, role_name: role, user } };
  },

  'repos/get-commit': (ask) => {
    const sha = ask.model.git.sha(param(ask, 'ref'));
    if (!sha) throw new Refusal(422, `No commit found for SHA: ${param(ask, 'ref')}`);
    return { status: 200, values: { sha, files: [] } };
  },
  'repos/list-commits': ({ model, query }) => {
    const from = model.git.sha(query.get('sha') ?? 'main');
    if (!from) throw notFound();
    const commits = model.git.log(from, query.get('path') ?? undefined);
    const at = (sha: string) => model.git.run('show', '--no-patch', '--format=%cI', sha);
    return {
      status: 200,
      values: commits.map((sha) => ({ sha, commit: { committer: { date: new Date(at(sha)).toISOString() } } })),
    };
  },
  'repos/compare-commits-with-basehead': (ask) => {
    const [base = '', head = ''] = param(ask, 'basehead')
      .split('...')
      .map((name) => ask.model.git.sha(name));
    if (!base || !head) throw notFound();
    const commits = ask.model.git.log(`${base}..${head}`).reverse();
    return { status: 200, values: { commits: commits.map((sha) => ({ sha })), total_commits: commits.length } };
  },
  'actions/list-workflow-runs': (ask) => {
    const { query, model } = ask;
    const found = model.runs
      .filter(({ workflow }) => workflow === param(ask, 'workflow_id'))
      .filter(({ branch }) => branch === (query.get('branch') ?? branch))
      .filter(({ conclusion }) => conclusion === (query.get('status') ?? conclusion))
      .reverse();
    const values = found.map(({ id, event, sha, branch, conclusion }) => ({
      ...{ id, event, conclusion, head_sha: sha, head_branch: branch, status: 'completed' },
    }));
    return { status: 200, values: { total_count: values.length, workflow_runs: values } };
  },
  'actions/list-workflow-run-artifacts': (ask) => {
    const run = ask.model.runs.find(({ id }) => id === Number(param(ask, 'run_id')));
    if (!run) throw notFound();
    const found = run.artifacts.filter((name) => name === (ask.query.get('name') ?? name));
    const artifacts = found.map((name, index) => ({ id: run.id * 100 + index, name }));
    return { status: 200, values: { total_count: artifacts.length, artifacts } };
  },
  'repos/get-branch': (ask) => {
    const sha = ask.model.git.ref(`heads/${param(ask, 'branch')}`);
    if (!sha) throw new Refusal(404, 'Branch not found');
    return { status: 200, values: { name: param(ask, 'branch'), commit: { sha } } };
  },
  'git/get-ref': (ask) => {
    const sha = ask.model.git.ref(param(ask, 'ref'));
    if (!sha) throw notFound();
    return { status: 200, values: { ref: `refs/${param(ask, 'ref')}`, object: { sha, type: 'commit' } } };
  },
  'git/list-matching-refs': (ask) => ({
    status: 200,
    values: ask.model.git.refs(param(ask, 'ref')).map(({ ref, sha }) => ({ ref, object: { sha, type: 'commit' } })),
  }),
  'git/create-ref': ({ model, body }) => {
    const [ref, sha] = [String(body['ref']), String(body['sha'])];
    const name = ref.replace(/^refs\//, '');
    if (!/^refs\/.+\/.+/.test(ref))
      throw new Refusal(422, 'Reference name must start with "refs/" and have at least two slashes');
    if (model.git.ref(name)) throw new Refusal(422, 'Reference already exists');
    if (!model.git.sha(sha)) throw new Refusal(422, 'Object does not exist');
    model.git.setRef(name, sha);
    return { status: 201, values: { ref, object: { sha, type: 'commit' } } };
  },
  'git/update-ref': (ask) => {
    const { model, body } = ask;
    const [name, sha] = [param(ask, 'ref'), String(body['sha'])];
    const present = model.git.ref(name);
    if (!present) throw new Refusal(422, 'Reference does not exist');
    if (!model.git.sha(sha)) throw new Refusal(422, 'Object does not exist');
    if (body['force'] !== true && model.git.run('merge-base', present, sha) !== present)
      throw new Refusal(422, 'Update is not a fast forward');
    model.git.setRef(name, sha);
    return { status: 200, values: { ref: `refs/${name}`, object: { sha, type: 'commit' } } };
  },
  'git/delete-ref': (ask) => {
    const name = param(ask, 'ref');
    if (!ask.model.git.ref(name)) throw new Refusal(422, 'Reference does not exist');
    ask.model.git.run('update-ref', '-d', `refs/${name}`);
    return { status: 204 };
  },
  'repos/get-content': (ask) => {
    const path = param(ask, 'path');
    const found = ask.model.git.file(ask.query.get('ref') ?? 'main', path);
    if (!found) throw notFound();
    const content = Buffer.from(found.content).toString('base64');
    return {
      status: 200,
      // The example of this answer may be a folder's.
      values: {
        ...shapes.links(ask.model.repository, path),
        ...{ type: 'file', encoding: 'base64', size: found.content.length, name: path.split('/').pop(), path, content },
        sha: found.sha,
      },
    };
  },
  'repos/create-or-update-file-contents': (ask) => {
    const { model, body } = ask;
    const [path, branch] = [param(ask, 'path'), text(body['branch']) ?? 'main'];
    if (!model.git.ref(`heads/${branch}`)) throw new Refusal(404, `Branch ${branch} not found`);
    const present = model.git.file(branch, path);
    const sha = text(body['sha']);
    if (present && sha === undefined) throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    if (present && sha !== present.sha) throw new Refusal(409, `${path} does not match ${sha}`);
    const content = Buffer.from(String(body['content']), 'base64').toString('utf8');
    const { commit, blob } = model.git.commitFile(branch, path, content, String(body['message']));
    return {
      status: present ? 200 : 201,
      values: { content: { path, name: path.split('/').pop(), sha: blob }, commit: { sha: commit } },
    };
  },
};
