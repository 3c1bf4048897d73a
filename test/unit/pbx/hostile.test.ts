import { closeAll, failure, setup } from './helpers';

afterEach(closeAll);

const server = { id: 'a', name: 'media-server-1', type: 'EXTERNAL', enabled: true, private_ipv4: '192.168.1.21' };

test.each([
  ['an empty body', undefined, /answer is not an object/],
  ['null', 'null', /answer is not an object/],
  ['a list', [], /answer is not an object/],
  ['items that are missing', { count: 1 }, /items is not a list/],
  ['items that are an object', { items: {} }, /items is not a list/],
  ['an item that is text', { count: 1, items: ['x'] }, /items\[0\] is not an object/],
  ['an id that is missing', { count: 1, items: [{ ...server, id: undefined }] }, /items\[0\]\.id is missing/],
  ['an id that is a number', { count: 1, items: [{ ...server, id: 7 }] }, /items\[0\]\.id is not text/],
  ['an id that leads elsewhere', { count: 1, items: [{ ...server, id: '..' }] }, /items\[0\]\.id is not usable/],
  ['a name that is a list', { count: 1, items: [{ ...server, name: ['x'] }] }, /items\[0\]\.name is not text/],
  ['a type that nobody knows', { count: 1, items: [{ ...server, type: 'CLOUD' }] }, /type is not INTERNAL or EXTERNAL/],
  ['enabled as text', { count: 1, items: [{ ...server, enabled: 'true' }] }, /enabled is not true or false/],
  [
    'a limit below nothing',
    { count: 1, items: [{ ...server, max_concurrency: -1 }] },
    /max_concurrency is not a number/,
  ],
  ['a count that is text', { count: 'many', items: [] }, /count is not a number/],
  ['a web page', '<html><body>Login</body></html>', /a web page, not JSON/],
  ['half a JSON', '{"count":1,"items":[', /it is not JSON/],
  ['inherited fields', '{"__proto__":{"items":[]}}', /items is not a list/],
])('%s as a list of servers is an error with words', async (_name, body, message) => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /media_servers', status: 200, body });
  const error = await failure(pbx.servers('media'));
  expect(error.message).toMatch(/^GET \/media_servers at https:\/\/127/);
  expect(error.message).toMatch(message);
});

test('an answer that never ends is cut off', async () => {
  const { pbx, api } = await setup({ maxAnswerBytes: 256 * 1024 });
  api.faults.add({ on: 'GET /media_servers', endless: true });
  expect((await failure(pbx.servers('media'))).message).toMatch(/answered with more than 256 KiB/);
  expect(await pbx.servers('media')).toHaveLength(1);
});

test('an answer that says it has a gigabyte is not read', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', raw: 'HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n{' });
  expect((await failure(pbx.im())).message).toMatch(/answered with more than 16384 KiB/);
});

test('an error page of a proxy is told by its status, without the HTML', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', status: 413, body: '<html><h1>Request Entity Too Large</h1></html>' });
  const error = await failure(pbx.im());
  expect(error.message).toMatch(/the PBX answered 413 Payload Too Large$/);
  expect(error.details).toEqual({ operation: 'GET /im', status: 413 });
});

test('a code that is not documented is UNKNOWN, and quoted', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', status: 409, body: { errors: [{ code: 'NEW_CODE', message: 'later' }] } });
  const error = await failure(pbx.im());
  expect(error.message).toMatch(/409 Conflict: NEW_CODE: later/);
  expect(error.details.code).toBe('UNKNOWN');
});

test.each([
  ['errors that are no list', { errors: 'x' }],
  ['an empty list of errors', { errors: [] }],
  ['errors that are null', { errors: [null, 1, 'x'] }],
  ['an error without a code', { errors: [{ message: 7 }] }],
])('%s', async (_name, body) => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', status: 400, body });
  expect((await failure(pbx.im())).message).toMatch(/400 Bad Request/);
});

test('what the PBX writes cannot command a terminal or a runner, nor flood a log', async () => {
  const { pbx, api } = await setup();
  const message = `\u001b[2J\r\n::set-env name=PATH::/tmp\u202e${'x'.repeat(100_000)}`;
  api.faults.add({
    on: 'GET /im',
    status: 400,
    body: { errors: [{ code: 'A\nB', message, detail: { deep: '\u0007' } }] },
  });
  const error = await failure(pbx.im());
  expect(error.message).not.toMatch(/[\p{C}]/u);
  expect(error.message).toMatch(/A B: ::set-env/);
  expect(error.message.length).toBeLessThan(1000);
});

test('a redirect is not followed', async () => {
  const elsewhere = await setup();
  const { pbx, api } = await setup();
  api.faults.add({ on: 'POST /auth/sign_in', status: 302, location: `${elsewhere.api.url}/api/auth/sign_in` });
  const error = await failure(pbx.im());
  expect(error.message).toMatch(/302 Found: a redirect to https:.*not followed\. Set pbx\.api/);
  expect(elsewhere.api.requests).toEqual([]);
});

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['a status that does not exist', 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n'],
])('%s is an error, not a crash', async (_name, raw) => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', raw });
  expect((await failure(pbx.im())).message).toMatch(/GET \/im at .*(does not speak HTTP|which does not exist)/);
});
