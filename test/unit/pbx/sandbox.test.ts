import { Agent, request } from 'undici';
import type { PbxState } from '../../../src/sandbox/pbx/state';
import { closeAll, PASSWORD, setup, USERNAME, type Setup } from './helpers';

const agent = new Agent({ connect: { rejectUnauthorized: false } });
afterEach(closeAll);
afterAll(() => agent.close());

/** A request as a client with faults would send it. */
async function raw(
  { api }: Setup,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const token = api.state.sessions[0]?.access ?? '';
  const answer = await request(`${api.url}/api${path}`, {
    dispatcher: agent,
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.statusCode, body: await answer.body.text() };
}

async function signedIn(): Promise<Setup> {
  const it = await setup();
  await it.pbx.im();
  return it;
}

test.each([
  ['a path that is not described', 'GET', '/trunks', undefined, 404, 'GET /trunks: not described'],
  ['a method that is not described', 'POST', '/license', {}, 405, 'POST /license: not described'],
  ['a page that is too big', 'GET', '/media_servers?top=101', undefined, 400, 'query top is not within 1 to 100'],
  ['a page of nothing', 'GET', '/media_servers?top=0', undefined, 400, 'query top is not within 1 to 100'],
  ['a skip that is no number', 'GET', '/ip_filters?skip=a', undefined, 400, 'query skip is not a number'],
  ['a query that is not known', 'GET', '/media_servers?limit=5', undefined, 400, 'query limit is not known'],
  ['a field that is not known', 'POST', '/media_servers', { name: 'a', colour: 1 }, 400, 'additional properties'],
  ['a field that is missing', 'POST', '/ip_filters', { cidr: '10.0.0.1/32' }, 400, "required property 'target'"],
  ['a field of the wrong type', 'POST', '/ivr_servers', { name: 'a', ipv4: 1 }, 400, '/ipv4 must be string'],
  ['a name that is too long', 'POST', '/ivr_servers', { name: 'a'.repeat(65) }, 400, 'more than 64 characters'],
  ['a meeting server without limits', 'POST', '/conference_servers', { name: 'a', ipv4: '10.0.0.1' }, 400, 'max_rooms'],
  ['an update of a name', 'POST', '/media_servers/x', { name: 'b' }, 400, 'additional properties'],
  ['a body that is no JSON', 'POST', '/im', '{', 400, 'a body that is not JSON'],
  ['a body that nobody asked for', 'POST', '/im/token', { a: 1 }, 400, 'a body that nobody asked for'],
] as const)('%s is refused and recorded', async (_name, method, path, body, status, violation) => {
  const it = await signedIn();
  expect((await raw(it, method, path, body)).status).toBe(status);
  expect(it.api.violations.join('\n')).toContain(violation);
});

test('without a token there is nothing', async () => {
  const it = await setup();
  expect((await raw(it, 'GET', '/media_servers')).status).toBe(401);
  expect((await raw(it, 'POST', '/im', {}, { authorization: 'Basic x' })).status).toBe(401);
});

test.each([
  ['a server without an address', '/media_servers', { name: 'a' }],
  ['an address that is none', '/ivr_servers', { name: 'a', ipv4: '10.0.0' }],
  ['an address in use', '/ivr_servers', { name: 'a', ipv4: '127.0.0.1' }],
  ['a name in use', '/ivr_servers', { name: 'default', ipv4: '10.0.0.1' }],
  ['a rule without a prefix length', '/ip_filters', { cidr: '10.0.0.1', target: 'ACCEPT' }],
])('%s is refused in the manner of the PBX', async (_name, path, body) => {
  const it = await signedIn();
  const answer = await raw(it, 'POST', path, body);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ code: 'VALIDATE_FAILED' }] });
  expect(it.api.violations).toEqual([]);
});

test('requests are recorded as they came', async () => {
  const { pbx, api } = await setup();
  await pbx.createIpFilter({ cidr: '10.0.0.1/32', target: 'DENY' });
  expect(api.requests).toEqual([
    { method: 'POST', path: '/auth/sign_in', query: {}, body: { username: USERNAME, password: PASSWORD }, status: 200 },
    { method: 'POST', path: '/ip_filters', query: {}, body: { cidr: '10.0.0.1/32', target: 'DENY' }, status: 200 },
  ]);
});

test('the state survives being saved, and another stand-in goes on with it', async () => {
  const { pbx, api } = await setup();
  await pbx.createServer({ role: 'queue', name: 'queue-server-1', enabled: true, privateIp: '10.0.0.1' });
  const token = await pbx.issueImToken();
  const saved = JSON.parse(JSON.stringify(api.state)) as PbxState;
  const again = await setup({}, { state: saved });
  expect(await again.pbx.servers('queue')).toEqual(await pbx.servers('queue'));
  expect(await again.pbx.imToken()).toBe(token);
});

test('too many requests of one address', async () => {
  const it = await setup({}, { requestsPerMinute: 2 });
  await raw(it, 'GET', '/im');
  await raw(it, 'GET', '/im');
  expect(await raw(it, 'GET', '/im')).toMatchObject({ status: 429 });
  it.clock.time += 60_000;
  expect(await raw(it, 'GET', '/im')).toMatchObject({ status: 401 });
});
