import { InputError } from '../../../src/cluster/types';
import type { NewPortalServer } from '../../../src/pbx/types';
import type { PbxState } from '../../../src/sandbox/pbx/state';
import { asked, closeAll, failure, setup } from './helpers';

afterEach(closeAll);

const MEDIA = {
  role: 'media',
  name: 'media-server-1',
  enabled: true,
  privateIp: '192.168.1.21',
  publicIp: '104.101.137.60',
  maxCallSessions: 5000,
} as const;

function queueServer(number: number): NewPortalServer {
  return {
    role: 'queue',
    name: `queue-server-${number}`,
    enabled: true,
    privateIp: `10.0.${number >> 8}.${number & 255}`,
  };
}

test("Node's HTTP client is not read before something is asked", async () => {
  const { pbx, connect } = await setup();
  const named = jest.spyOn(globalThis, 'Request', 'get');
  connect();
  expect(named).not.toHaveBeenCalled();
  await pbx.im();
  expect(named).toHaveBeenCalled();
  named.mockRestore();
});

describe('servers', () => {
  test('a new PBX has one built-in server of each role', async () => {
    const { pbx, api } = await setup();
    for (const role of ['media', 'queue', 'meeting', 'ivr'] as const) {
      expect(await pbx.servers(role)).toMatchObject([{ role, name: 'default', type: 'INTERNAL', enabled: true }]);
    }
    expect(api.violations).toEqual([]);
  });

  test('a media server is created, read back, changed and destroyed', async () => {
    const { pbx, api } = await setup();
    const id = await pbx.createServer(MEDIA);
    expect((await pbx.servers('media'))[1]).toEqual({ ...MEDIA, id, type: 'EXTERNAL' });
    await pbx.updateServer('media', id, { enabled: false, maxCallSessions: 100 });
    expect((await pbx.servers('media'))[1]).toMatchObject({ enabled: false, maxCallSessions: 100 });
    await pbx.destroyServer('media', id);
    expect(await pbx.servers('media')).toHaveLength(1);
    expect(api.violations).toEqual([]);
  });

  test('destroying what is gone already is a success', async () => {
    const { pbx } = await setup();
    const id = await pbx.createServer(MEDIA);
    await pbx.destroyServer('media', id);
    await pbx.destroyServer('media', id);
    await pbx.destroyIpFilter('long-gone');
  });

  test('also where the PBX calls an id that is gone invalid', async () => {
    const { pbx, api } = await setup();
    const invalid = { status: 400, body: { errors: [{ code: 'VALIDATE_FAILED', message: 'invalid id' }] } };
    api.faults.add({ on: 'POST /media_servers/gone/destroy', ...invalid });
    await pbx.destroyServer('media', 'gone');
    const [builtIn] = await pbx.servers('media');
    api.faults.add({ on: 'POST /media_servers', ...invalid });
    expect((await failure(pbx.destroyServer('media', builtIn?.id ?? ''))).message).toMatch(/invalid id/);
  });

  test('the built-in server can be turned off, but not destroyed', async () => {
    const { pbx } = await setup();
    const [builtIn] = await pbx.servers('ivr');
    await pbx.updateServer('ivr', builtIn?.id ?? '', { enabled: false });
    expect(await pbx.servers('ivr')).toMatchObject([{ enabled: false }]);
    expect((await failure(pbx.destroyServer('ivr', builtIn?.id ?? ''))).details).toMatchObject({ status: 400 });
  });

  test('each collection gets its own fields', async () => {
    const { pbx, api } = await setup();
    await pbx.createServer({ ...MEDIA, privateIp: '2001:db8::21', publicIp: '2001:db8:1::21' });
    const meeting = { role: 'meeting', name: 'meeting-server-1', enabled: true, privateIp: '192.168.1.23' } as const;
    await pbx.createServer({ ...meeting, maxRooms: 100, maxParticipants: 1000 });
    await pbx.createServer({ role: 'queue', name: 'queue-server-1', enabled: false, privateIp: '192.168.1.22' });
    await pbx.createServer({ role: 'ivr', name: 'vr-server-1', enabled: true, privateIp: '2001:DB8::24' });
    expect(api.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('_servers'))).toMatchObject([
      {
        path: '/media_servers',
        body: { private_ipv6: '2001:db8::21', public_ipv6: '2001:db8:1::21', max_concurrency: 5000 },
      },
      { path: '/conference_servers', body: { ipv4: '192.168.1.23', max_rooms: 100, max_participants: 1000 } },
      {
        path: '/call_queue_servers',
        status: 201,
        body: { name: 'queue-server-1', ipv4: '192.168.1.22', enabled: false },
      },
      { path: '/ivr_servers', status: 201, body: { ipv6: '2001:DB8::24' } },
    ]);
    expect((await pbx.servers('ivr'))[1]).toMatchObject({ privateIp: '2001:db8::24' });
    expect((await pbx.servers('meeting'))[1]).toMatchObject({ maxRooms: 100, maxParticipants: 1000 });
    expect(api.violations).toEqual([]);
  });

  test('limits of another role are not sent', async () => {
    const { pbx, api } = await setup();
    const [builtIn] = await pbx.servers('queue');
    await pbx.updateServer('queue', builtIn?.id ?? '', { enabled: true, maxCallSessions: 5, maxRooms: 5 });
    expect(api.requests.at(-1)?.body).toEqual({ enabled: true });
  });

  test('a name in use is refused in the words of the PBX', async () => {
    const { pbx } = await setup();
    await pbx.createServer(MEDIA);
    const error = await failure(pbx.createServer({ ...MEDIA, privateIp: '192.168.1.99' }));
    expect(error.message).toMatch(
      /POST \/media_servers at https:.*400 Bad Request: VALIDATE_FAILED: a field does not pass \(\{"name":"in use"\}\)/,
    );
    expect(error.details).toMatchObject({ operation: 'POST /media_servers', status: 400, code: 'VALIDATE_FAILED' });
  });

  test('what is no address never gets to the PBX', async () => {
    const { pbx, api } = await setup();
    await expect(pbx.createServer({ ...MEDIA, privateIp: '192.168.1' })).rejects.toThrow(InputError);
    expect(api.requests).toEqual([]);
  });

  test('ids are opaque: they go into the URL encoded', async () => {
    const { pbx, api } = await setup();
    const [server] = api.state.servers.media;
    if (server) server.id = 'a/b?top=1&c=ü #%2e';
    const [builtIn] = await pbx.servers('media');
    await pbx.updateServer('media', builtIn?.id ?? '', { enabled: false });
    expect(await pbx.status('media', builtIn?.id ?? '')).toMatchObject({ status: 'OFFLINE' });
    expect(server?.enabled).toBe(false);
    expect(api.requests.at(-1)?.path).toBe('/media_servers/a%2Fb%3Ftop%3D1%26c%3D%C3%BC%20%23%252e/status');
    expect(api.violations).toEqual([]);
  });

  test.each(['..', '.', ''])('the id "%s", which would lead elsewhere, is not asked for', async (id) => {
    const { pbx, api } = await setup();
    await failure(pbx.destroyServer('media', id));
    await failure(pbx.updateIpFilter(id, { description: 'x' }));
    await failure(pbx.status('media', id));
    expect(api.requests).toEqual([]);
  });
});

describe('status', () => {
  test('is what the world says, with calls where the PBX counts them', async () => {
    const { pbx, api } = await setup(
      {},
      {
        world: {
          serverStatus: (role, server) =>
            server.type === 'EXTERNAL' ? { status: 'OFFLINE' } : { status: 'ONLINE', calls: role === 'media' ? 42 : 7 },
        },
      },
    );
    const idOf = async (role: 'media' | 'queue' | 'meeting' | 'ivr') => (await pbx.servers(role))[0]?.id ?? '';
    expect(await pbx.status('media', await idOf('media'))).toEqual({
      status: 'ONLINE',
      calls: 42,
      load: { maxCallSessions: 42 },
      cpuUsage: 3,
      memoryUsage: 20,
    });
    expect(await pbx.status('meeting', await idOf('meeting'))).toMatchObject({ status: 'ONLINE', calls: 7 });
    expect((await pbx.status('queue', await idOf('queue'))).calls).toBeUndefined();
    expect((await pbx.status('ivr', await idOf('ivr'))).calls).toBeUndefined();
    expect(api.violations).toEqual([]);
  });

  test('a server that the PBX never saw has no status: OFFLINE', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'GET /media_servers/x/status', body: { status: null, current_concurrency: null } });
    expect(await pbx.status('media', 'x')).toEqual({ status: 'OFFLINE' });
  });
});

describe('lists', () => {
  test('more than a page is read in pages of 100', async () => {
    const { pbx, api } = await setup();
    for (let number = 1; number <= 250; number++) {
      const { name, privateIp } = queueServer(number);
      api.state.servers.queue.push({
        id: `id-${number}`,
        name,
        type: 'EXTERNAL',
        enabled: true,
        ipv4: privateIp ?? null,
      });
    }
    const servers = await pbx.servers('queue');
    expect(new Set(servers.map(({ name }) => name)).size).toBe(251);
    expect(api.requests.filter(({ method }) => method === 'GET').map(({ query }) => query)).toEqual([
      { top: '100', skip: '0' },
      { top: '100', skip: '100' },
      { top: '100', skip: '200' },
    ]);
    expect(api.violations).toEqual([]);
  });

  test('a PBX that gives smaller pages than it was asked for', async () => {
    const { pbx, api } = await setup({}, { pageSize: 3 });
    fill(api.state, 10);
    expect(await pbx.ipFilters()).toHaveLength(10);
  });

  test('a list that changes between two pages is read again', async () => {
    const { pbx, api } = await setup({}, { pageSize: 5 });
    fill(api.state, 12);
    const [first] = api.state.ipFilters;
    // As if a rule had gone between the first page and the second: the sixth would be missed.
    api.faults.add({ on: 'GET /ip_filters', body: { count: 12, items: api.state.ipFilters.slice(0, 5) } });
    api.state.ipFilters.shift();
    const filters = await pbx.ipFilters();
    expect(filters.map(({ cidr }) => cidr)).toEqual(api.state.ipFilters.map(({ cidr }) => cidr));
    expect(filters).not.toContainEqual(expect.objectContaining({ id: first?.id }));
  });

  test('a list that never settles is an error', async () => {
    const { pbx, api } = await setup();
    const items = (start: number) => Array.from({ length: 100 }, (_, index) => rule(start + index));
    for (let round = 0; round < 20; round++) {
      api.faults.add({ on: 'GET /ip_filters', body: { count: 500 + round, items: items(0) } });
    }
    expect((await failure(pbx.ipFilters())).message).toMatch(
      /GET \/ip_filters at .*changes faster than it can be read/,
    );
    expect(asked(api).length).toBeLessThan(10);
  });

  test('a PBX that ignores skip is found out', async () => {
    const { pbx, api } = await setup();
    const items = Array.from({ length: 100 }, (_, index) => rule(index));
    api.faults.add({ on: 'GET /ip_filters', times: 99, body: { count: 300, items } });
    expect((await failure(pbx.ipFilters())).message).toMatch(/same page again and again/);
    expect(asked(api)).toHaveLength(2);
  });

  test('a PBX without a count: the end is a page that is not full', async () => {
    const { pbx, api } = await setup();
    const items = Array.from({ length: 100 }, (_, index) => rule(index));
    api.faults.add({ on: 'GET /ip_filters', body: { count: null, items } });
    api.faults.add({ on: 'GET /ip_filters', body: { count: null, items: [rule(100)] } });
    expect(await pbx.ipFilters()).toHaveLength(101);
  });

  test('a list that gives less than it counts is an error, not a short list', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'GET /ip_filters', times: 99, body: { count: 5, items: [] } });
    expect((await failure(pbx.ipFilters())).message).toMatch(/GET \/ip_filters/);
  });
});

describe('whitelist', () => {
  test('a rule is added, changed, read and destroyed', async () => {
    const { pbx, api } = await setup();
    const filter = { cidr: '192.168.1.21/32', target: 'ACCEPT', description: 'media-server-1' } as const;
    const id = await pbx.createIpFilter({ ...filter, expireAt: '2030-01-01T00:00:00Z' });
    expect(await pbx.ipFilters()).toEqual([{ ...filter, id, expireAt: '2030-01-01T00:00:00Z' }]);
    await pbx.updateIpFilter(id, { description: 'other' });
    expect(await pbx.ipFilters()).toMatchObject([{ cidr: '192.168.1.21/32', description: 'other' }]);
    await pbx.destroyIpFilter(id);
    expect(await pbx.ipFilters()).toEqual([]);
    expect(api.violations).toEqual([]);
  });
});

describe('IM and tokens', () => {
  test('addresses are set, and emptied where they are no longer wanted', async () => {
    const { pbx, api } = await setup();
    expect(await pbx.im()).toEqual({});
    await pbx.setIm({ privateIp: '192.168.1.25', publicIp: '104.18.36.110' });
    expect(await pbx.im()).toEqual({ privateIp: '192.168.1.25', publicIp: '104.18.36.110' });
    expect(api.requests.at(-2)?.body).toEqual({ private_ipv4: '192.168.1.25', public_ipv4: '104.18.36.110' });
    await pbx.setIm({ privateIp: '2001:db8::25' });
    expect(await pbx.im()).toEqual({ privateIp: '2001:db8::25' });
    expect(api.violations).toEqual([]);
  });

  test('no token yet: null or 404', async () => {
    const { pbx, api } = await setup();
    expect(await pbx.imToken()).toBeUndefined();
    api.faults.add({ on: 'GET /im/token', status: 404, body: { errors: [{ code: 'UNKNOWN' }] } });
    expect(await pbx.imToken()).toBeUndefined();
    api.faults.add({ on: 'GET /im/token', status: 200, body: '' });
    expect(await pbx.imToken()).toBeUndefined();
  });

  test('whether it sees IM and Data Flow: in the words of a status, or not at all', async () => {
    const { pbx, api } = await setup();
    // One before v22.8
    expect(await pbx.serviceStatus('im')).toBeUndefined();
    for (const status of ['ONLINE', 'OFFLINE'] as const) {
      api.faults.add({ on: 'GET /im/status', status: 200, body: { status } });
      expect(await pbx.serviceStatus('im')).toBe(status);
    }
    for (const body of [{}, { status: 'STARTING' }, { state: 'ONLINE' }, [], '']) {
      api.faults.add({ on: 'GET /dataflow/status', status: 200, body });
      expect(await pbx.serviceStatus('dataflow')).toBe('untold');
    }
    expect(api.violations).toEqual([]);
  });

  test('a token is masked before anybody has it; a new one replaces it', async () => {
    const { pbx, api, secrets } = await setup();
    const masked: string[] = [];
    secrets.onAdd((value) => masked.push(value));
    const token = await pbx.issueImToken();
    expect(masked).toContain(token);
    expect(await pbx.imToken()).toBe(token);
    expect(await pbx.issueImToken()).not.toBe(token);
    expect(api.violations).toEqual([]);
  });

  test('a token of the PBX is masked also when another client issued it', async () => {
    const { pbx, api, secrets } = await setup();
    api.state.imToken = 'issued-by-hand';
    await pbx.imToken();
    expect(secrets.redact('issued-by-hand')).toBe('***');
  });

  test.each(['a b', '$(reboot)', 'a;b', 'a*', "a'b", '-'.repeat(5000)])(
    'a token no command line could take: %s',
    async (token) => {
      const { pbx, api } = await setup();
      api.faults.add({ on: 'POST /im/token', body: { token } });
      expect((await failure(pbx.issueImToken())).message).toMatch(/token is not usable as a token$/);
    },
  );

  test('an answer without a token is an error', async () => {
    const { pbx, api } = await setup();
    api.faults.add({ on: 'POST /im/token', body: { token: null } });
    expect((await failure(pbx.issueImToken())).message).toMatch(/POST \/im\/token .*token is missing/);
  });

  test('a Data Flow token: where this PBX offers one, and where it does not', async () => {
    const offering = await setup({}, { dataflowTokenPath: '/dataflow/token' });
    const token = await offering.pbx.issueDataflowToken('/dataflow/token');
    expect(token).toBe(offering.api.state.dataflowToken);
    expect(offering.secrets.redact(token)).toBe('***');
    const { pbx } = await setup();
    expect(await pbx.issueDataflowToken('dataflow/token')).toBe('unsupported');
  });

  test.each(['../im/token', 'a//b', 'a?b', 'https://evil.example', 'a/../../b', ''])(
    'a Data Flow path must be a path: %s',
    async (path) => {
      const { pbx, api } = await setup();
      await expect(pbx.issueDataflowToken(path)).rejects.toThrow(InputError);
      expect(api.requests).toEqual([]);
    },
  );
});

test('the version of the API, where it is told', async () => {
  const { pbx, api, secrets } = await setup({}, { apiVersion: '22.6' });
  expect(await pbx.apiVersion()).toBe('22.6');
  expect(secrets.redact('SANDBOX-LICENCE-KEY')).toBe('***');
  api.faults.add({ on: 'GET /license', body: { api_version: null } });
  expect(await pbx.apiVersion()).toBeUndefined();
  expect(api.violations).toEqual([]);
});

test('what is up on the whole PBX and what its licence allows, each where it is told', async () => {
  const { pbx, api, secrets } = await setup();
  expect(await pbx.usage()).toEqual({ calls: 0, licensedCalls: 2000 });
  expect(secrets.redact('SANDBOX-LICENCE-KEY')).toBe('***');
  api.faults.add({ on: 'GET /admin/status', body: { current_calls: null } });
  expect(await pbx.usage()).toEqual({});
  expect(api.violations).toEqual([]);
});

function rule(number: number) {
  return { id: `rule-${number}`, cidr: `10.1.${number >> 8}.${number & 255}/32`, target: 'ACCEPT' as const };
}

function fill(state: PbxState, count: number): void {
  for (let number = 0; number < count; number++) {
    state.ipFilters.push({ ...rule(number), expire_at: null, description: null });
  }
}
