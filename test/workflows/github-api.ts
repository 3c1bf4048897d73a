import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  id: number;
  body: string;
  user: { login: string };
}

/** As much of GitHub's API as a workflow here asks for, on the loopback. */
export interface GithubApi {
  url: string;
  comments: Comment[];
  /** `METHOD /path` of every request */
  requests: string[];
  /** A pull request from a fork: the token reads only */
  readOnly: boolean;
  close(): Promise<void>;
}

const BOT = 'github-actions[bot]';

export async function startGithubApi(token: string, repository: string): Promise<GithubApi> {
  const comments: Comment[] = [];
  const requests: string[] = [];
  const base = `/repos/${repository}/issues`;

  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = `${request.method} ${pathname}`;
    requests.push(route);
    if (request.headers.authorization !== `token ${token}` && request.headers.authorization !== `Bearer ${token}`)
      return [401, { message: 'Bad credentials' }];
    const { body } = JSON.parse((await text(request)) || '{}') as { body?: string };
    if (route === 'POST /graphql') return [200, { data: { viewer: { login: BOT } } }];
    if (route === `GET ${base}/1/comments`) return [200, comments];
    if (api.readOnly) return [403, { message: 'Resource not accessible by integration' }];
    if (body !== undefined && body.length > 65_536) return [422, { message: 'body is too long' }];
    if (route === `POST ${base}/1/comments`) {
      const comment = { id: comments.length + 1, body: body ?? '', user: { login: BOT } };
      comments.push(comment);
      return [201, comment];
    }
    const patched = comments.find(({ id }) => route === `PATCH ${base}/comments/${id}`);
    if (!patched) return [404, { message: 'Not Found' }];
    patched.body = body ?? '';
    return [200, patched];
  };

  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api: GithubApi = {
    url: `http://127.0.0.1:${port}`,
    comments,
    requests,
    readOnly: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
