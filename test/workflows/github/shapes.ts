import type { Json } from './description';
import { exampleAnswer, findOperation } from './description';
import type { Comment, Issue, IssueEvent, Model, Person } from './model';
import { BOT } from './model';

/** What the model knows, in the words of the REST API. Whatever it does not know comes from GitHub's published examples. */

/** The example with our values in it; `undefined` takes a field out. Lists of objects are all like the example's first. */
export function like(example: unknown, values: unknown): unknown {
  if (values === null || typeof values !== 'object') return values;
  if (Array.isArray(values)) {
    const [first] = Array.isArray(example) ? (example as unknown[]) : [];
    return values.map((value) => like(structuredClone(first), value));
  }
  const base: Json = typeof example === 'object' && example !== null && !Array.isArray(example) ? { ...example } : {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) delete base[key];
    else base[key] = like(base[key], value);
  }
  return base;
}

export const person = ({ login, type }: Person): Json => ({
  login,
  type,
  id: login === BOT.login ? 41_898_282 : 1000 + login.length,
  html_url: `https://github.com/${encodeURIComponent(login)}`,
});

const app = (user: Person): Json | null => {
  const operation = findOperation('GET', '/apps/github-actions');
  if (user.login !== BOT.login || !operation) return null;
  return like(exampleAnswer(operation, 200), { id: 15_368, slug: 'github-actions', name: 'GitHub Actions' }) as Json;
};

export const comment = (model: Model, { id, issue, body, user, createdAt, updatedAt }: Comment): Json => ({
  id,
  node_id: nodeId('IC', id),
  body,
  user: person(user),
  created_at: createdAt,
  updated_at: updatedAt,
  html_url: `https://github.com/${model.repository}/issues/${issue}#issuecomment-${id}`,
  issue_url: `https://api.github.com/repos/${model.repository}/issues/${issue}`,
  performed_via_github_app: app(user),
});

export const nodeId = (kind: string, id: number): string => `${kind}_${Buffer.from(String(id)).toString('base64url')}`;

export const label = (model: Model, name: string): Json => ({ name, ...model.labels.get(name) });

export const issue = (model: Model, found: Issue): Json => ({
  number: found.number,
  node_id: nodeId(found.pull ? 'PR' : 'I', found.number),
  title: found.title,
  body: found.body,
  state: found.state,
  state_reason: found.stateReason ?? null,
  labels: found.labels.map((name) => ({ id: 1, ...label(model, name) })),
  user: person(found.author),
  comments: model.comments.filter((each) => each.issue === found.number).length,
  created_at: found.createdAt,
  updated_at: found.updatedAt,
  closed_at: found.state === 'closed' ? found.updatedAt : null,
  closed_by: null,
  html_url: `https://github.com/${model.repository}/${found.pull ? 'pull' : 'issues'}/${found.number}`,
  pull_request: found.pull && {
    url: `https://api.github.com/repos/${model.repository}/pulls/${found.number}`,
    html_url: `https://github.com/${model.repository}/pull/${found.number}`,
    diff_url: `https://github.com/${model.repository}/pull/${found.number}.diff`,
    patch_url: `https://github.com/${model.repository}/pull/${found.number}.patch`,
    merged_at: found.pull.mergedAs ? found.updatedAt : null,
  },
});

export function pull(model: Model, found: Issue, { whole }: { whole: boolean }): Json {
  const { pull: details } = found;
  if (!details) throw new Error(`#${found.number} is not a pull request`);
  const { head, base, mergedAs, draft } = details;
  const end = (ref: string, repository: string, sha: string | undefined): Json => {
    const owner = repository.split('/')[0] ?? '';
    return { ref, label: `${owner}:${ref}`, sha: sha ?? '0'.repeat(40), repo: repositoryOf(repository) };
  };
  return {
    ...issue(model, found),
    // An issue's, and of the whole pull request alone
    ...{ pull_request: undefined, state_reason: undefined, closed_by: undefined, comments: undefined },
    ...(whole && {
      comments: issue(model, found)['comments'],
      merged: mergedAs !== undefined,
      merged_by: mergedAs ? person({ login: mergedAs.by, type: 'User' }) : null,
    }),
    draft,
    ...{ requested_reviewers: [], requested_teams: [] },
    merged_at: mergedAs ? found.updatedAt : null,
    merge_commit_sha: mergedAs?.sha ?? null,
    head: end(head.ref, head.repository, model.headOf(details)),
    base: end(base, model.repository, model.git.ref(`heads/${base}`)),
  };
}

export const repositoryOf = (fullName: string): Json => {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    name,
    full_name: fullName,
    private: true,
    default_branch: 'main',
    language: null,
    ...{ parent: undefined, source: undefined, template_repository: undefined },
    html_url: `https://github.com/${fullName}`,
    owner: person({ login: owner, type: 'User' }),
  };
};

export const event = (model: Model, { id, event: name, actor, label: added }: IssueEvent): Json => ({
  id,
  event: name,
  actor: person({ login: actor, type: 'User' }),
  ...(added && { label: { name: added, color: model.labels.get(added)?.color } }),
});

export const links = (repository: string, path: string): Json => {
  const url = `https://api.github.com/repos/${repository}/contents/${path}`;
  const page = `https://github.com/${repository}/blob/main/${path}`;
  return { url, html_url: page, git_url: url, download_url: url, _links: { self: url, git: url, html: page } };
};
