import { adviceOn, PATIENCE, pauseMs, retryAfterMs } from '../../../src/pbx/retry';
import { classify } from '../../../src/pbx/transport';
import { asked, closeAll, failure, setup } from './helpers';

afterEach(closeAll);

const SERVER = { role: 'queue', name: 'queue-server-1', enabled: true, privateIp: '192.168.1.22' } as const;

describe('decisions', () => {
  test('pauses double up to a cap, between half and all of it', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => pauseMs(attempt, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 10_000, 10_000,
    ]);
    expect([1, 2, 20].map((attempt) => pauseMs(attempt, 0))).toEqual([250, 500, 5000]);
  });

  test('even the shortest pauses add up to more than a minute', () => {
    let sum = 0;
    for (let attempt = 1; attempt < PATIENCE.attempts; attempt++) sum += pauseMs(attempt, 0);
    expect(sum).toBeGreaterThan(60_000);
  });

  const now = Date.parse('2026-03-01T10:00:00Z');
  test.each([
    ['7', 7000],
    [' 0 ', 0],
    ['Sun, 01 Mar 2026 10:00:20 GMT', 20_000],
    ['Sun, 01 Mar 2026 09:00:00 GMT', 0],
    ['3600', PATIENCE.longestRetryAfterMs],
    ['Mon, 01 Mar 2027 10:00:00 GMT', PATIENCE.longestRetryAfterMs],
    ['9'.repeat(400), PATIENCE.longestRetryAfterMs],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('Retry-After %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  test.each([
    [429, 'again'],
    [500, 'unsure'],
    [502, 'unsure'],
    [503, 'unsure'],
    [504, 'unsure'],
    [501, 'final'],
    [400, 'final'],
    [404, 'final'],
  ])('status %i: %s', (status, advice) => {
    expect(adviceOn(status)).toBe(advice);
  });
});

describe('a broken connection', () => {
  const error = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall });

  test.each([
    ['refused', error('ECONNREFUSED', 'connect'), 'unreachable'],
    [
      'refused on all addresses',
      Object.assign(new AggregateError([error('ECONNREFUSED', 'connect')]), { code: 'ECONNREFUSED' }),
      'unreachable',
    ],
    ['no answer to the connection', error('UND_ERR_CONNECT_TIMEOUT'), 'unreachable'],
    ['no route', error('EHOSTUNREACH', 'connect'), 'unreachable'],
    ['a resolver that is down', error('EAI_AGAIN', 'getaddrinfo'), 'unreachable'],
    ['a name that does not exist', error('ENOTFOUND', 'getaddrinfo'), 'wrong-address'],
    ['a route lost while waiting for the answer', error('EHOSTUNREACH', 'read'), 'lost'],
    ['silence while waiting for the answer', error('ETIMEDOUT', 'read'), 'lost'],
    ['a reset', error('ECONNRESET', 'read'), 'lost'],
    ['anything else', 'odd', 'lost'],
  ])('%s: was the request sent, and is there hope?', (_name, reason, kind) => {
    expect(classify(reason).kind).toBe(kind);
  });
});

describe('reading', () => {
  test('a 502 for a minute is survived', async () => {
    const { api, clock, log, connect } = await setup();
    const back = clock.time + 60_000;
    api.faults.add({ on: 'GET /media_servers', status: 502, times: 1000, body: '<html>Bad Gateway</html>' });
    const sleep = async (ms: number) => {
      await clock.sleep(ms);
      if (clock.time >= back) api.faults.clear();
    };
    expect(await connect({ sleep }).servers('media')).toHaveLength(1);
    expect(clock.slept).toBeGreaterThanOrEqual(60_000);
    expect(log.lines.filter((line) => line.startsWith('warning'))).toHaveLength(1);
  });

  test('but not for ever: the error says how long it was tried', async () => {
    const { pbx, api, clock } = await setup();
    await pbx.im();
    api.faults.add({ on: 'GET /im', status: 502, times: 1000 });
    const error = await failure(pbx.im());
    expect(error.message).toMatch(
      /GET \/im at .*still answers 502 Bad Gateway, after 20 tries in \d+ (seconds|minutes)/,
    );
    expect(error.details).toEqual({ operation: 'GET /im', status: 502 });
    expect(clock.slept).toBeLessThan(PATIENCE.totalMs);
  });

  test('a 500 is the PBX itself: it is asked a few times only', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'GET /im', status: 500, times: 1000 });
    await failure(pbx.im());
    expect(asked(api)).toHaveLength(PATIENCE.internalErrorAttempts);
  });

  test('Retry-After is kept to, in seconds and as a date', async () => {
    const { pbx, api, clock } = await setup();
    await pbx.im();
    api.faults.add({ on: 'GET /im', status: 429, retryAfter: '7' });
    api.faults.add({ on: 'GET /im', status: 503, retryAfter: new Date(clock.time + 7000 + 20_000).toUTCString() });
    await pbx.im();
    expect(clock.sleeps).toEqual([7000, 20_000]);
  });

  test('a limit that stays in force: whitelist this machine', async () => {
    const { pbx, api } = await setup();
    await pbx.im();
    api.faults.add({ on: 'GET /im', status: 429, times: 1000, retryAfter: '3600' });
    expect((await failure(pbx.im())).message).toMatch(/429 Too Many Requests.*whitelist/);
  });

  test('a reset connection is made again', async () => {
    const { pbx, api, clock } = await setup();
    api.faults.add({ on: 'GET /media_servers', reset: true, times: 3 });
    expect(await pbx.servers('media')).toHaveLength(1);
    expect(clock.sleeps).toEqual([375, 750, 1500]);
  });

  test('a PBX that hangs is given up on after the timeout, and asked again', async () => {
    const { pbx, api } = await setup({ timeoutMs: 60 });
    await pbx.im();
    api.faults.add({ on: 'GET /im', delayMs: 10_000 });
    await pbx.im();
    api.faults.add({ on: 'GET /im', delayMs: 10_000, times: 1000 });
    const error = await failure(pbx.im());
    expect(error.message).toMatch(/did not answer within 0\.06 seconds, after 20 tries/);
  });

  test('an address where nothing listens is not waited for as long as a PBX that was there', async () => {
    const { connect, clock, api } = await setup();
    const pbx = connect();
    await api.close();
    const error = await failure(pbx.im());
    expect(error.message).toMatch(
      /POST \/auth\/sign_in at https:.*refuses connections, after .*Is the PBX up, is pbx.api/,
    );
    expect(clock.slept).toBeLessThanOrEqual(PATIENCE.firstContactMs);
  });
});

describe('writing', () => {
  test('a create whose answer was lost is found, not done twice', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'POST /call_queue_servers', loseAnswer: true });
    const id = await pbx.createServer(SERVER);
    expect(api.state.servers.queue[1]).toMatchObject({ id, name: 'queue-server-1' });
    expect(asked(api)).toEqual(['POST /call_queue_servers', 'GET /call_queue_servers']);
  });

  test('a create that never arrived is done again after a look', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'POST /call_queue_servers', status: 502 });
    await pbx.createServer(SERVER);
    expect(asked(api)).toEqual(['POST /call_queue_servers', 'GET /call_queue_servers', 'POST /call_queue_servers']);
    expect(api.state.servers.queue).toHaveLength(2);
  });

  test('a create that arrived only after the look is found when the second is refused', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'POST /call_queue_servers', loseAnswer: true });
    const before = structuredClone(api.state.servers.queue);
    api.faults.add({ on: 'GET /call_queue_servers', body: { count: before.length, items: before } });
    const id = await pbx.createServer(SERVER);
    expect(api.state.servers.queue).toHaveLength(2);
    expect(api.state.servers.queue[1]?.id).toBe(id);
  });

  test('a server of that name with another address is not taken for ours', async () => {
    const { pbx, api } = await setup();
    await pbx.createServer({ ...SERVER, privateIp: '192.168.1.99' });
    api.faults.add({ on: 'POST /call_queue_servers', reset: true });
    const error = await failure(pbx.createServer(SERVER));
    expect(error.message).toMatch(/has a server named queue-server-1 with another address/);
  });

  test('a create that was refused for the rate is repeated without a look', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'POST /call_queue_servers', status: 429, retryAfter: '1' });
    await pbx.createServer(SERVER);
    expect(asked(api)).toEqual(['POST /call_queue_servers', 'POST /call_queue_servers']);
  });

  test('a rule whose answer was lost is found by its CIDR', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'POST /ip_filters', loseAnswer: true });
    const id = await pbx.createIpFilter({ cidr: '192.168.1.21/32', target: 'ACCEPT' });
    expect(api.state.ipFilters).toMatchObject([{ id }]);
    expect(asked(api)).toEqual(['POST /ip_filters', 'GET /ip_filters']);
  });

  test('what can be done twice is: update, destroy, addresses, a new token', async () => {
    const { pbx, api } = await setup();
    const id = await pbx.createServer(SERVER);
    api.faults.add({ on: 'POST /call_queue_servers', loseAnswer: true });
    await pbx.updateServer('queue', id, { enabled: false });
    api.faults.add({ on: 'POST /call_queue_servers', loseAnswer: true });
    await pbx.destroyServer('queue', id);
    api.faults.add({ on: 'POST /im', loseAnswer: true });
    await pbx.setIm({ privateIp: '192.168.1.25' });
    api.faults.add({ on: 'POST /im/token', loseAnswer: true });
    expect(await pbx.issueImToken()).toBe(api.state.imToken);
    expect(api.state.servers.queue).toHaveLength(1);
    expect(api.violations).toEqual([]);
  });

  test('what the PBX refuses is not repeated', async () => {
    const { pbx, api } = await setup();
    await failure(pbx.updateServer('queue', 'no-such-id', { enabled: false }));
    expect(asked(api)).toHaveLength(1);
  });
});

test('the rate limit of a PBX: an address that is on the whitelist has none', async () => {
  const { pbx, api, clock } = await setup({}, { requestsPerMinute: 10 });
  await pbx.createIpFilter({ cidr: '10.0.0.0/8', target: 'ACCEPT' });
  for (let count = 0; count < 9; count++) await pbx.im();
  expect(clock.sleeps).toEqual([60_000]);
  await pbx.createIpFilter({ cidr: '127.0.0.1/32', target: 'ACCEPT' });
  for (let count = 0; count < 30; count++) await pbx.im();
  expect(clock.sleeps).toEqual([60_000]);
  expect(api.violations).toEqual([]);
});

test('calls side by side share a few kept connections', async () => {
  const { pbx, api } = await setup();
  for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 20 }, () => pbx.im()));
  expect(asked(api)).toHaveLength(100);
  expect(api.connections()).toBeLessThanOrEqual(4);
});
