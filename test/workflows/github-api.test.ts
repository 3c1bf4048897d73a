import '../unit/github/actions-modules';
import { getOctokit } from '@actions/github';
import { checkWebhook } from './github/description';
import type { GithubApi } from './github-api';
import { secondaryRateLimit, startGithubApi } from './github-api';

/** The stand-in itself, asked by GitHub's own client: each answer is checked against GitHub's description as it is given. */
const TOKEN = 'ghs_0123456789abcdefTOKEN';
const target = { owner: 'acme', repo: 'pbx' };
let api: GithubApi;
const octokit = () => getOctokit(TOKEN, { baseUrl: api.url });

beforeEach(async () => {
  api = await startGithubApi(TOKEN, 'acme/pbx');
  api.model.git.run('branch', 'change');
  api.model.git.commitFile('change', 'cluster.yaml', 'version: 1\n', 'Describe the cluster');
});
afterEach(() => api.close());

test('comments are made, listed page by page, changed, folded and deleted', async () => {
  const { rest, paginate, graphql } = octokit();
  const issue = { ...target, issue_number: 1 };
  const { data: made } = await rest.issues.createComment({ ...issue, body: 'A plan' });
  expect(made).toMatchObject({ body: 'A plan', user: { login: 'github-actions[bot]', type: 'Bot' } });
  expect(made.performed_via_github_app?.slug).toBe('github-actions');
  for (let n = 0; n < 150; n++) api.model.comment(1, `Comment ${n}`, { login: 'alice', type: 'User' });
  const all = await paginate(rest.issues.listComments, { ...issue, per_page: 100 });
  expect(all.map(({ body }) => body)).toEqual(['A plan', ...Array.from({ length: 150 }, (_, n) => `Comment ${n}`)]);
  await rest.issues.updateComment({ ...target, comment_id: made.id, body: 'Another plan' });
  expect((await rest.issues.getComment({ ...target, comment_id: made.id })).data.body).toBe('Another plan');
  const fold =
    'mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized minimizedReason } } }';
  expect(await graphql(fold, { id: made.node_id })).toEqual({
    minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } },
  });
  await rest.issues.deleteComment({ ...target, comment_id: made.id });
  await expect(rest.issues.getComment({ ...target, comment_id: made.id })).rejects.toMatchObject({ status: 404 });
  expect(api.violations).toEqual([]);
});

test("a person's edit of the bot's comment shows in GraphQL only", async () => {
  const comment = api.model.comment(1, 'A plan');
  api.model.editComment(comment, 'A tampered plan', 'mallory');
  const { data } = await octokit().rest.issues.getComment({ ...target, comment_id: comment.id });
  expect(data.user?.login).toBe('github-actions[bot]');
  const query =
    'query($id: ID!) { node(id: $id) { ... on IssueComment { body author { login } editor { login } lastEditedAt } } }';
  expect(await octokit().graphql(query, { id: data.node_id })).toEqual({
    node: {
      body: 'A tampered plan',
      author: { login: 'github-actions' },
      editor: { login: 'mallory' },
      lastEditedAt: comment.updatedAt,
    },
  });
});

test('an issue is opened, found by its label, updated and closed', async () => {
  const { rest } = octokit();
  const { data: opened } = await rest.issues.create({ ...target, title: 'Drift', body: 'One', labels: ['drift'] });
  const listed = await rest.issues.listForRepo({
    ...target,
    labels: 'drift',
    state: 'open',
    creator: 'github-actions[bot]',
  });
  expect(listed.data.map(({ number, pull_request: pull }) => [number, pull])).toEqual([[opened.number, undefined]]);
  expect((await rest.issues.listForRepo(target)).data.map(({ number }) => number)).toEqual([2, 1]);
  await rest.issues.update({ ...target, issue_number: 2, state: 'closed', state_reason: 'completed', body: 'None' });
  expect((await rest.issues.get({ ...target, issue_number: 2 })).data).toMatchObject({ state: 'closed', body: 'None' });
  await expect(rest.issues.createLabel({ ...target, name: 'drift' })).rejects.toMatchObject({ status: 422 });
  await rest.issues.addLabels({ ...target, issue_number: 1, labels: ['plan-approved'] });
  const events = await rest.issues.listEvents({ ...target, issue_number: 1 });
  expect(events.data).toMatchObject([{ event: 'labeled', label: { name: 'plan-approved' } }]);
  await rest.issues.removeLabel({ ...target, issue_number: 1, name: 'plan-approved' });
  expect((await rest.issues.listLabelsOnIssue({ ...target, issue_number: 1 })).data).toEqual([]);
  expect((await rest.issues.getLabel({ ...target, name: 'drift' })).data.color).toBe('ededed');
  expect((await rest.issues.listLabelsForRepo(target)).data.map(({ name }) => name)).toContain('drift');
  expect(api.violations).toEqual([]);
});

test('a branch gets a file and becomes a pull request, which its merge commit leads back to', async () => {
  const { rest } = octokit();
  const { git } = api.model;
  const sha = (await rest.git.getRef({ ...target, ref: 'heads/main' })).data.object.sha;
  expect(sha).toBe(git.ref('heads/main'));
  await rest.git.createRef({ ...target, ref: 'refs/heads/import', sha });
  const file = { ...target, path: 'clusters/eu.yaml', message: 'Import', branch: 'import' };
  const content = Buffer.from('version: 1\n').toString('base64');
  await rest.repos.createOrUpdateFileContents({ ...file, content });
  await expect(rest.repos.createOrUpdateFileContents({ ...file, content })).rejects.toMatchObject({ status: 422 });
  const { data: present } = await rest.repos.getContent({ ...target, path: file.path, ref: 'import' });
  if (Array.isArray(present) || present.type !== 'file') throw new Error('a file was expected');
  expect(Buffer.from(present.content, 'base64').toString()).toBe('version: 1\n');
  await rest.repos.createOrUpdateFileContents({ ...file, content, sha: present.sha });
  await expect(rest.repos.getContent({ ...target, path: 'nothing.yaml' })).rejects.toMatchObject({ status: 404 });

  const { data: pull } = await rest.pulls.create({
    ...target,
    title: 'Import',
    head: 'import',
    base: 'main',
    body: 'x',
  });
  expect((await rest.pulls.list({ ...target, head: 'acme:import' })).data.map(({ number }) => number)).toEqual([2]);
  await rest.pulls.update({ ...target, pull_number: 2, body: 'Imported' });
  const head = git.ref('heads/import') ?? '';
  expect(pull.head.sha).toBe(head);
  expect((await rest.pulls.listFiles({ ...target, pull_number: 2 })).data.map(({ filename }) => filename)).toEqual([
    'clusters/eu.yaml',
  ]);
  const merge = git.run('commit-tree', `${head}^{tree}`, '-p', sha, '-p', head, '-m', 'Merge');
  git.setRef('heads/main', merge);
  api.model.mergePull(2, merge);
  const pulls = await rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: merge });
  expect(pulls.data.map(({ number, merge_commit_sha }) => [number, merge_commit_sha])).toEqual([[2, merge]]);
  expect((await rest.pulls.get({ ...target, pull_number: 2 })).data).toMatchObject({
    merged: true,
    merged_by: { login: 'alice' },
  });
  expect((await rest.repos.getBranch({ ...target, branch: 'main' })).data.commit.sha).toBe(merge);
  expect((await rest.repos.getCommit({ ...target, ref: 'main' })).data.sha).toBe(merge);
  const commits = await rest.repos.listCommits({ ...target, sha: merge, path: file.path, per_page: 1 });
  expect(commits.data.map((commit) => commit.sha)).toHaveLength(1);
  await rest.git.updateRef({ ...target, ref: 'heads/import', sha: merge });
  expect((await rest.git.listMatchingRefs({ ...target, ref: 'heads/imp' })).data).toHaveLength(1);
  await rest.git.deleteRef({ ...target, ref: 'heads/import' });
  expect((await rest.repos.get(target)).data).toMatchObject({ full_name: 'acme/pbx', default_branch: 'main' });
  expect(api.violations).toEqual([]);
});

test('reviews and what a person may do are told', async () => {
  const { rest } = octokit();
  const { pull } = api.model.issue(1) ?? {};
  pull?.reviews.push({
    user: { login: 'alice', type: 'User' },
    state: 'APPROVED',
    commit: api.model.git.ref('heads/change') ?? '',
  });
  const reviews = await rest.pulls.listReviews({ ...target, pull_number: 1 });
  expect(reviews.data).toMatchObject([{ state: 'APPROVED', user: { login: 'alice' } }]);
  const permission = async (username: string) =>
    (await rest.repos.getCollaboratorPermissionLevel({ ...target, username })).data.permission;
  expect([await permission('alice'), await permission('mallory')]).toEqual(['write', 'none']);
  expect(api.violations).toEqual([]);
});

test('what GitHub does not describe is refused and remembered', async () => {
  const client = octokit();
  await expect(client.request('POST /repos/acme/pbx/issues/1/comments', { text: 'x' })).rejects.toMatchObject({
    status: 422,
  });
  await expect(client.request('GET /repos/acme/pbx/issues?perpage=3')).rejects.toMatchObject({ status: 422 });
  await expect(client.request('GET /repos/acme/pbx/issues/latest')).rejects.toMatchObject({ status: 422 });
  await expect(client.request('GET /repos/acme/pbx/isues')).rejects.toMatchObject({ status: 404 });
  await expect(client.graphql('query { viewer { name2 } }')).rejects.toThrow(/name2/);
  expect(api.violations).toEqual([
    'issues/create-comment: body text: not described',
    "issues/create-comment: body: must have required property 'body'",
    'issues/list-for-repo: query perpage: not described',
    'issues/get: path issue_number: must be integer',
    'GET /repos/acme/pbx/isues: not described',
    expect.stringContaining('graphql: Cannot query field "name2" on type "User"'),
  ]);
});

test('a token may do what its permissions say, and no workflow may ask who it is over REST', async () => {
  const { rest } = octokit();
  const comment = { ...target, issue_number: 1, body: 'A plan' };
  const refused = { status: 403, message: expect.stringContaining('Resource not accessible by integration') };
  api.permissions = { contents: 'read' };
  await expect(rest.issues.listComments({ ...target, issue_number: 1 })).rejects.toMatchObject(refused);
  api.permissions = { 'pull-requests': 'read' };
  await rest.issues.listComments({ ...target, issue_number: 1 });
  await expect(rest.issues.createComment(comment)).rejects.toMatchObject(refused);
  api.permissions = { 'pull-requests': 'write' };
  await rest.issues.createComment(comment);
  await expect(rest.issues.create({ ...target, title: 'Drift' })).rejects.toMatchObject(refused);
  await expect(rest.users.getAuthenticated()).rejects.toMatchObject(refused);
  await expect(getOctokit('another', { baseUrl: api.url }).rest.repos.get(target)).rejects.toMatchObject({
    status: 401,
  });
});

test('it is slow, busy or broken when a test says so', async () => {
  const { rest } = octokit();
  const comment = { ...target, issue_number: 1, body: 'A plan' };
  api.fail({ request: /^POST /, times: 1, ...secondaryRateLimit(3) });
  await expect(rest.issues.createComment(comment)).rejects.toMatchObject({
    status: 403,
    response: { headers: { 'retry-after': '3' } },
  });
  await rest.issues.createComment(comment);
  const outage = api.fail({ status: 502 });
  await expect(rest.repos.get(target)).rejects.toMatchObject({ status: 502 });
  outage.clear();
  await rest.repos.get(target);
});

test('a comment that is too long is refused', async () => {
  const comment = { ...target, issue_number: 1, body: 'x'.repeat(65_537) };
  await expect(octokit().rest.issues.createComment(comment)).rejects.toMatchObject({ status: 422 });
});

test("a webhook's payload that GitHub would not send is told", () => {
  expect(checkWebhook('pull-request-opened', { action: 'opened' })).toContain(
    "pull-request-opened: must have required property 'number'",
  );
});
