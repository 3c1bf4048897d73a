import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json, Operation } from './github/description';
import { checkAnswer, checkRequest, exampleAnswer, findOperation } from './github/description';
import { Git } from './github/git';
import { answerQuery } from './github/graphql';
import { Refusal, handlers } from './github/handlers';
import type { Comment } from './github/model';
import { Model } from './github/model';
import { rootOf } from './github/queries';
import { like } from './github/shapes';

export type { Comment };

export type Scope = 'actions' | 'contents' | 'issues' | 'pull-requests';
export type Level = 'none' | 'read' | 'write';

/** What a job of a private repository may do with its token: what `permissions:` names, and no more. */
export type Permissions = Partial<Record<Scope, Level>>;

/** An answer that is given instead of the real one. */
export interface Fault {
  /** Of `METHOD /path`; default all */
  request?: RegExp;
  /** How often; default until `clear` */
  times?: number;
  status: number;
  headers?: Record<string, string>;
  message?: string;
  /** Nothing is answered at all */
  silent?: boolean;
}

/** GitHub's API on the loopback, with one repository. What it is asked and what it says follows GitHub's own description. */
export interface GithubApi {
  url: string;
  model: Model;
  comments: Comment[];
  /** `METHOD /path` of every request */
  requests: string[];
  /** What requests said that GitHub does not know, or answers that it would not give: a test should end with none */
  violations: string[];
  /** Of the token; default whatever there is */
  permissions: Permissions | 'all';
  /** A pull request from a fork: the token reads only */
  readOnly: boolean;
  /** The repository's setting "Allow GitHub Actions to create and approve pull requests" */
  actionsMayOpenPulls: boolean;
  /** The commits are those of this folder's repository */
  useGit(dir: string): void;
  fail(fault: Fault): { clear(): void };
  close(): Promise<void>;
}

export interface GithubOptions {
  /** Pull requests that are there from the start: by number, their branch. Default `{ 1: 'change' }` */
  pulls?: Record<number, string>;
}

/** What GitHub says to somebody who asks too often, or writes too much at once. */
export const secondaryRateLimit = (retryAfter: number): Pick<Fault, 'status' | 'headers' | 'message'> => ({
  status: 403,
  headers: { 'retry-after': String(retryAfter) },
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
});

const MESSAGES: Record<number, string> = {
  429: 'API rate limit exceeded',
  500: 'Server Error',
  502: 'Server Error',
  503: 'No server is currently available to service your request.',
};

export async function startGithubApi(
  token: string,
  repository: string,
  { pulls = { 1: 'change' } }: GithubOptions = {},
): Promise<GithubApi> {
  const model = new Model(repository);
  for (const [number, branch] of Object.entries(pulls)) model.openPull(branch, { number: Number(number) });
  const faults: Fault[] = [];

  const may = (scopes: Scope[], level: Level): boolean => {
    if (api.readOnly && level === 'write') return false;
    if (api.permissions === 'all') return true;
    const { permissions } = api;
    return (
      scopes.length === 0 || scopes.some((scope) => permissions[scope] === 'write' || permissions[scope] === level)
    );
  };

  const rest = (operation: Operation, query: URLSearchParams, body: unknown): Reply => {
    const faultsFound = checkRequest(operation, query, body);
    api.violations.push(...faultsFound.map((fault) => `${operation.id}: ${fault}`));
    if (faultsFound.length > 0) return refuse(422, `Invalid request: ${faultsFound.join('; ')}`);
    if (!operation.forApps || !may(scopesOf(operation, model), operation.method === 'GET' ? 'read' : 'write'))
      return refuse(403, 'Resource not accessible by integration');
    const { owner, repo } = operation.params;
    if (owner !== undefined && `${owner}/${repo}` !== repository) return refuse(404, 'Not Found');
    if (operation.id === 'pulls/create' && !api.actionsMayOpenPulls)
      return refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    const handler = handlers[operation.id];
    if (!handler) throw new Error(`the stand-in cannot do ${operation.id} yet`);
    const { status, values } = handler({ model, operation, query, body: (body ?? {}) as Json });
    const [page, headers] = Array.isArray(values)
      ? paged(values, query, `${api.url}${pathOf(operation)}`)
      : [values, {}];
    const example = operation.id === 'repos/get-content' ? {} : exampleAnswer(operation, status);
    const answer = page === undefined ? undefined : like(example, page);
    const wrong = checkAnswer(operation, status, answer);
    if (wrong.length > 0)
      throw new Error(`the stand-in's answer to ${operation.id} is not GitHub's: ${wrong.join('; ')}`);
    return { status, headers, body: answer };
  };

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = `${request.method} ${pathname}`;
    api.requests.push(route);
    const sent = await read(request);
    const fault = faults.find((each) => each.request?.test(route) ?? true);
    if (fault) {
      if (fault.times !== undefined && --fault.times <= 0) faults.splice(faults.indexOf(fault), 1);
      if (fault.silent) return new Promise(() => {});
      return refuse(fault.status, fault.message ?? MESSAGES[fault.status] ?? 'Error', undefined, fault.headers);
    }
    const { authorization, 'user-agent': agent } = request.headers;
    if (!agent) return refuse(403, 'Request forbidden by administrative rules.');
    if (authorization !== `token ${token}` && authorization !== `Bearer ${token}`)
      return refuse(401, 'Bad credentials');
    try {
      const body: unknown = sent === '' ? undefined : JSON.parse(sent);
      if (route === 'POST /graphql') {
        const { query, variables } = body as { query: string; variables?: Json };
        const root = rootOf(model, () => may(['issues', 'pull-requests'], 'write'));
        const { answer: data, faults: wrong } = await answerQuery(query, variables ?? {}, root);
        api.violations.push(...wrong);
        return { status: 200, body: data };
      }
      const operation = findOperation(request.method ?? '', pathname);
      if (operation) return rest(operation, searchParams, body);
      api.violations.push(`${route}: not described`);
      return refuse(404, 'Not Found');
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.status, error.message, error.errors);
      const message = error instanceof Error ? error.message : String(error);
      api.violations.push(`${route}: ${message}`);
      return refuse(500, message);
    }
  };

  const server = createServer((request, response) => {
    void answer(request).then((reply) => send(response, reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ownGit = model.git;
  const api: GithubApi = {
    url: `http://127.0.0.1:${port}`,
    model,
    comments: model.comments,
    requests: [],
    violations: [],
    permissions: 'all',
    readOnly: false,
    actionsMayOpenPulls: true,
    useGit: (dir) => {
      model.git = new Git(dir);
    },
    fail: (fault) => {
      const own = { ...fault };
      faults.push(own);
      return { clear: () => void (faults.includes(own) && faults.splice(faults.indexOf(own), 1)) };
    },
    close: () =>
      new Promise((resolve) => {
        ownGit.remove();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

const refuse = (status: number, message: string, errors?: Json[], headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: {
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
    ...(errors && { errors }),
  },
});

/** Any of these permissions is enough. Comments and labels of a pull request are those of an issue. */
function scopesOf({ id, params }: Operation, model: Model): Scope[] {
  if (id.startsWith('pulls/') || id === 'repos/list-pull-requests-associated-with-commit') return ['pull-requests'];
  if (/^(git\/|repos\/(get-content|create-or-update|get-commit|list-commits|get-branch|compare))/.test(id))
    return ['contents'];
  if (id.startsWith('actions/')) return ['actions'];
  // Metadata is for everybody who has a token.
  if (!id.startsWith('issues/')) return [];
  const number =
    params['issue_number'] ?? model.comments.find((comment) => comment.id === Number(params['comment_id']))?.issue;
  return model.issue(Number(number))?.pull ? ['issues', 'pull-requests'] : ['issues'];
}

const pathOf = ({ path, params }: Operation): string =>
  path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

/** A page of a list, with the links to the others: 30 unless asked otherwise, 100 at most. */
function paged(
  values: unknown[],
  query: URLSearchParams,
  url: string,
): [values: unknown[], headers: Record<string, string>] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const page = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(values.length / size));
  const link = (to: number, rel: string) => {
    const there = new URLSearchParams(query);
    there.set('page', String(to));
    return `<${url}?${there.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return [values.slice((page - 1) * size, page * size), links.length > 0 ? { link: links.join(', ') } : {}];
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
