import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptRefusals, REFUSED_MS } from '../../../src/pbx/refusals';
import { InputError } from '../../../src/cluster/types';
import { asked, closeAll, failure, PASSWORD, setup } from './helpers';

afterEach(closeAll);

test.each([
  ['username', /user name .* input pbx-username \(or PORTSIP_PBX_USERNAME/],
  ['password', /password .* input pbx-password \(or PORTSIP_PBX_PASSWORD/],
])('a missing %s is named, with its input and variable', async (field, message) => {
  const { connect } = await setup();
  expect(() => connect({ [field]: '' })).toThrow(InputError);
  expect(() => connect({ [field]: undefined })).toThrow(message);
});

test.each([
  ['http://192.168.1.20:8887', /must be an https URL/],
  ['192.168.1.20', /no URL: it looks like https:/],
  ['https://admin:secret@192.168.1.20', /no user name or password/],
  ['https://192.168.1.20:8887/portal', /without a path/],
])('%s is refused as an address', async (api, message) => {
  const { connect } = await setup();
  expect(() => connect({ api })).toThrow(InputError);
  expect(() => connect({ api })).toThrow(message);
});

test('nothing is asked before the first method, and calls side by side share one sign-in', async () => {
  const { pbx, api } = await setup();
  expect(api.requests).toEqual([]);
  await Promise.all([pbx.servers('media'), pbx.servers('queue'), pbx.ipFilters(), pbx.im()]);
  expect(api.requests.filter(({ path }) => path === '/auth/sign_in')).toHaveLength(1);
});

test('a wrong password of a command names the command', async () => {
  const { connect } = await setup();
  const pbx = connect({ password: 'wrong password', named: { password: 'PORTSIP_PBX_PASSWORD_COMMAND' } });
  expect((await failure(pbx.im())).message).toContain(
    'Check PORTSIP_PBX_USERNAME, and what PORTSIP_PBX_PASSWORD_COMMAND prints; it was not tried again',
  );
});

test('a wrong password is said once, in clear words, and not tried again', async () => {
  const { connect, api } = await setup();
  const pbx = connect({ password: 'wrong password' });
  const errors = await Promise.all([failure(pbx.im()), failure(pbx.servers('media'))]);
  expect(errors[0]?.message).toMatch(
    /refused the sign-in.*400 Bad Request: UNAUTHORIZED.*Check PORTSIP_PBX_USERNAME and PORTSIP_PBX_PASSWORD/,
  );
  expect(errors[0]?.details).toMatchObject({ operation: 'POST /auth/sign_in', status: 400, code: 'UNAUTHORIZED' });
  await failure(pbx.ipFilters());
  expect(api.requests).toHaveLength(1);
});

test('a password that was just refused is not tried again: by no other client, and by no other process of the job', async () => {
  const { connect, api } = await setup();
  const folder = mkdtempSync(join(tmpdir(), 'portsip-refused-'));
  let now = Date.parse('2026-11-26T09:30:00Z');
  const process = () =>
    keptRefusals(
      () => folder,
      () => now,
    );
  await failure(connect({ password: 'wrong password', refusals: process() }).im());
  const error = await failure(connect({ password: 'wrong password', refusals: process() }).im());
  expect(error.message).toMatch(
    /not asked: the PBX refused this password at 09:30 UTC.*delete .*refused-sign-ins\.json/,
  );
  expect(api.requests).toHaveLength(1);
  const file = join(folder, 'refused-sign-ins.json');
  expect(readFileSync(file, 'utf8')).not.toContain('wrong');
  expect(statSync(file).mode & 0o777).toBe(0o600);

  expect(await connect({ refusals: process() }).im()).toEqual({});
  const asked = api.requests.length;
  now += REFUSED_MS;
  await failure(connect({ password: 'wrong password', refusals: process() }).im());
  expect(api.requests).toHaveLength(asked + 1);
  writeFileSync(file, '[{"salt": 1}, null, "x"');
  await failure(connect({ password: 'wrong password', refusals: process() }).im());
  expect(api.requests).toHaveLength(asked + 2);
  rmSync(folder, { recursive: true });
});

describe('a PBX that is coming up refuses no password', () => {
  const PAGE = '<html>nginx</html>';
  const onSignIn = { on: 'POST /auth/sign_in', body: PAGE } as const;

  test.each([404, 401])('%s, after it had taken it: it is waited for', async (status) => {
    const { pbx, api } = await setup();
    await pbx.im();
    api.expireTokens();
    api.faults.add({ ...onSignIn, status, times: 5 });
    expect(await pbx.im()).toEqual({});
    // Longer than anybody waits: the next one who asks may find it up.
    api.expireTokens();
    api.faults.add({ ...onSignIn, status, times: 30 });
    await failure(pbx.im());
    api.faults.clear();
    expect(await pbx.im()).toEqual({});
  });

  test('404 at first: it is waited for, but not for long', async () => {
    const { pbx, api, clock } = await setup();
    api.faults.add({ ...onSignIn, status: 404, times: 3 });
    expect(await pbx.im()).toEqual({});
    expect(clock.slept).toBeLessThan(30_000);
  });

  test('401 without its own words: once in this run, and the next one may', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portsip-refused-'));
    const refusals = keptRefusals(() => folder);
    const { connect, api } = await setup();
    api.faults.add({ ...onSignIn, status: 401 });
    const pbx = connect({ refusals });
    expect((await failure(pbx.im())).message).toMatch(/may be coming up/);
    await failure(pbx.im());
    expect(api.requests).toHaveLength(1);
    expect(await connect({ refusals: keptRefusals(() => folder) }).im()).toEqual({});
    rmSync(folder, { recursive: true });
  });

  test('and its own words refuse it for good, also one that it had taken', async () => {
    const { pbx, api } = await setup();
    await pbx.im();
    api.expireTokens();
    api.faults.add({ on: 'POST /auth/sign_in', status: 401, body: { errors: [{ code: 'UNAUTHORIZED' }] } });
    await failure(pbx.im());
    await failure(pbx.im());
    expect(api.requests.filter(({ path }) => path === '/auth/sign_in')).toHaveLength(2);
  });
});

test('an account with two-factor sign-in: what to do, and the token of the second step is masked', async () => {
  const { pbx, api, secrets } = await setup({}, { twoFactor: true });
  api.faults.add({ body: { two_factor_enabled: true, token: 'second-step-token' } });
  const error = await failure(pbx.im());
  expect(error.message).toMatch(/second factor.*switch of the whole system.*account for automation/);
  expect(secrets.redact('second-step-token')).toBe('***');
  await failure(pbx.im());
  expect(api.requests).toHaveLength(1);
});

test('an address without a sign-in is named as such', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ status: 404, body: '<html>nginx</html>', times: 30 });
  expect((await failure(pbx.im())).message).toMatch(/no sign-in at this address.*version 22/);
});

test('a token is refreshed a minute before it ends, not earlier', async () => {
  const { pbx, api, clock } = await setup({}, { tokenLifetimeSeconds: 1800 });
  await pbx.im();
  clock.time += 1739_000;
  await pbx.im();
  expect(asked(api)).toEqual(['GET /im', 'GET /im']);
  clock.time += 2_000;
  await Promise.all([pbx.im(), pbx.im()]);
  expect(asked(api).slice(2)).toEqual(['POST /auth/refresh_token', 'GET /im', 'GET /im']);
  expect(api.requests.every(({ status }) => status === 200)).toBe(true);
});

test('a short-lived token is refreshed when a tenth of its life is left', async () => {
  const { pbx, api, clock } = await setup({}, { tokenLifetimeSeconds: 100 });
  await pbx.im();
  clock.time += 89_000;
  await pbx.im();
  expect(asked(api)).not.toContain('POST /auth/refresh_token');
  clock.time += 2_000;
  await pbx.im();
  expect(asked(api)).toContain('POST /auth/refresh_token');
});

test('a PBX that does not tell how long its tokens last is taken to mean half an hour', async () => {
  const { pbx, api, clock } = await setup();
  api.faults.add({ body: { access_token: 'some-access-token', refresh_token: null, expires_in: null } });
  api.faults.add({ body: {}, times: 1, on: 'GET /im' });
  await pbx.im();
  clock.time += 1741_000;
  await pbx.im();
  expect(api.requests.map(({ path }) => path)).toEqual(['/auth/sign_in', '/im', '/auth/sign_in', '/im']);
});

test('a token refused in mid-run is refreshed once for all, and the calls go on', async () => {
  const { pbx, api } = await setup();
  await pbx.im();
  api.expireTokens({ keepRefresh: true });
  await Promise.all([pbx.servers('media'), pbx.servers('ivr'), pbx.ipFilters()]);
  expect(asked(api).filter((call) => call === 'POST /auth/refresh_token')).toHaveLength(1);
  expect(api.requests.filter(({ path }) => path === '/auth/sign_in')).toHaveLength(1);
});

test('when the refresh token is refused too, the client signs in again', async () => {
  const { pbx, api } = await setup();
  await pbx.im();
  api.expireTokens();
  await pbx.im();
  expect(api.requests.map(({ path, status }) => `${path} ${status}`)).toEqual([
    '/auth/sign_in 200',
    '/im 200',
    '/im 401',
    '/auth/refresh_token 400',
    '/auth/sign_in 200',
    '/im 200',
  ]);
});

test('a lost answer to a refresh does not end the run: the spent token is not insisted on', async () => {
  const { pbx, api } = await setup();
  await pbx.im();
  api.expireTokens({ keepRefresh: true });
  api.faults.add({ on: 'POST /auth/refresh_token', loseAnswer: true });
  await pbx.im();
  expect(api.requests.at(-1)).toMatchObject({ path: '/im', status: 200 });
});

test('a second 401 in a row is an error that says so', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', status: 401, times: 2, body: { errors: [{ code: 'UNAUTHORIZED', message: 'no' }] } });
  const error = await failure(pbx.im());
  expect(error.message).toMatch(
    /GET \/im at https:.*refused a token that it had only just issued \(401 Unauthorized: UNAUTHORIZED: no\)/,
  );
  expect(error.details).toMatchObject({ status: 401, operation: 'GET /im' });
});

test('a failover in the middle of a call is no second 401 in a row: the other node is signed in to as well', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', status: 401 });
  api.faults.add({ on: 'GET /im', status: 503 });
  api.faults.add({ on: 'GET /im', status: 401 });
  await pbx.im();
  expect(api.requests.filter(({ path }) => path === '/im').map(({ status }) => status)).toEqual([401, 503, 401, 200]);
});

test('403 says what kind of account is needed', async () => {
  const { pbx, api } = await setup();
  api.faults.add({ on: 'GET /im', status: 403 });
  expect((await failure(pbx.im())).message).toMatch(/403 Forbidden.*must be a system administrator/);
});

test('close signs out, once, and ends the session at the PBX', async () => {
  const { pbx, api } = await setup();
  await pbx.im();
  await pbx.close();
  await pbx.close();
  expect(asked(api, [])).toEqual(['POST /auth/sign_in', 'GET /im', 'POST /auth/sign_out']);
  expect(api.state.sessions).toEqual([]);
  expect(api.violations).toEqual([]);
  expect((await failure(pbx.im())).message).toMatch(/closed already/);
});

test('close does not mind a PBX that is gone, nor one that was never asked', async () => {
  const { pbx, api, connect, log } = await setup();
  await connect().close();
  expect(api.requests).toEqual([]);
  await pbx.im();
  api.faults.add({ on: 'POST /auth/sign_out', reset: true });
  await pbx.close();
  expect(log.lines.join('\n')).toMatch(/sign-out failed/);
});

test('the number of calls and repeats is told at the end', async () => {
  const { pbx, api, log } = await setup();
  api.faults.add({ on: 'GET /im', status: 502 });
  await pbx.im();
  await pbx.close();
  expect(log.lines.at(-1)).toBe('debug PBX: 3 API calls, 1 of them repeated');
});

test('a cancelled run asks nothing more, but signs out', async () => {
  const cancel = new AbortController();
  const { pbx, api } = await setup({ signal: cancel.signal });
  await pbx.im();
  cancel.abort();
  expect((await failure(pbx.im())).message).toMatch(/cancelled/);
  await pbx.close();
  expect(asked(api, [])).toEqual(['POST /auth/sign_in', 'GET /im', 'POST /auth/sign_out']);
});

test('a request that is under way ends when the run is cancelled', async () => {
  const cancel = new AbortController();
  const { pbx, api } = await setup({ signal: cancel.signal });
  await pbx.im();
  api.faults.add({ delayMs: 5000 });
  const asking = failure(pbx.im());
  setTimeout(() => cancel.abort(), 20);
  expect((await asking).message).toMatch(/cancelled/);
});

test('hostile token answers', async () => {
  for (const body of [
    {},
    [],
    'not json',
    { access_token: 7 },
    { access_token: 'a\r\nx-evil: 1' },
    { access_token: 'ok-token-ok', expires_in: 'soon' },
    { two_factor_enabled: 'yes', access_token: 'ok-token-ok' },
  ]) {
    const { pbx, api } = await setup();
    api.faults.add({ body });
    expect((await failure(pbx.im())).message).toMatch(/^POST \/auth\/sign_in at .*answer cannot be used/);
  }
});

test('no secret is in any line or error, debug included', async () => {
  const { pbx, api, log } = await setup();
  const seen: string[] = [];
  const note = async (work: Promise<unknown>) => {
    const error = await failure(work);
    seen.push(error.message, JSON.stringify(error.details), String(error.details.cause));
  };
  const imToken = await pbx.issueImToken();
  const [session] = api.state.sessions;
  const { access = '', refresh = '' } = session ?? {};
  const secrets = [PASSWORD, access, refresh, imToken, 'SANDBOX-LICENCE-KEY'];
  await pbx.apiVersion();
  const echo = secrets.join(' ');
  api.faults.add({ on: 'GET /im', status: 400, body: { errors: [{ code: 'X', message: echo, detail: { echo } }] } });
  await note(pbx.im());
  api.faults.add({ on: 'GET /im', status: 400, body: echo });
  await note(pbx.im());
  // Also when a secret would be cut in two by the limit on what is quoted.
  api.faults.add({
    on: 'GET /im',
    status: 400,
    body: { errors: [{ code: echo, message: 'x'.repeat(295) + PASSWORD }] },
  });
  await note(pbx.im());
  api.faults.add({ on: 'GET /im', status: 503, times: 99, body: { errors: [{ code: 'X', message: echo }] } });
  await note(pbx.im());
  api.faults.clear();
  api.faults.add({ on: 'POST /auth/sign_out', status: 500, body: echo });
  await pbx.close();
  expect(log.lines.length).toBeGreaterThan(20);
  const text = [...log.lines, ...seen].join('\n');
  for (const secret of [...secrets, PASSWORD.slice(0, 5)]) expect(text).not.toContain(secret);
});
