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
    await pbx.destroyServer('media', id);
    expect(await pbx.servers('media')).toHaveLength(1);
    expect(api.violations).toEqual([]);
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
});
