import { seenContainers } from '../../../src/host/containers';
import { carry, compareDrift, driftDigest, driftOf, inWords, readItems, writeItems } from '../../../src/drift/drift';
import type { DriftItem } from '../../../src/drift/drift';
import type { Finding } from '../../../src/finding';
import { guide, planned, withHost } from '../stages/fixture';
import {
  builtInOff,
  portalEntryRemoval,
  roleRemoval,
  roleSetup,
  serverRestart,
  trustedSource,
  whitelistRemoval,
} from '../changes';
import { plan } from '../render/plans';

const unreachable = (server: string): Finding => ({
  code: 'host-unreachable',
  severity: 'blocking',
  server,
  message: `${server} does not answer`,
});
const unmanaged = (server: string): Finding => ({
  code: 'unmanaged-server',
  severity: 'note',
  server,
  message: `The portal has the media server "${server}"`,
});
const image = (server: string, before = 'portsip/pbx:22.7') =>
  roleSetup({
    server,
    action: 'update',
    impact: 'new-calls',
    differences: [{ name: 'image', before, after: 'portsip/pbx:22' }],
  });
const trust = trustedSource({ source: '192.168.1.21', server: 'media-server-1' });
const items = (...changes: Parameters<typeof plan>[0]) => driftOf(plan(changes)).items;
const ids = (list: readonly DriftItem[]) => list.map(({ id }) => id);

test('a cluster that is as its file says has not drifted', () => {
  expect(driftOf(planned(guide(), guide()))).toEqual({
    items: [],
    unseen: [],
    firewallUnseen: false,
    registryUnseen: false,
    owed: [],
    notes: [],
  });
});

test('what somebody did on a host is drift, in words that do not change from day to day', () => {
  const stopped = planned(guide(), guide(), (live) =>
    withHost(live, 'media-server-1', (facts) => {
      const [container] = seenContainers(facts);
      if (container) Object.assign(container, { image: 'portsip/pbx:22.7', running: false });
    }),
  );
  expect(driftOf(stopped).items).toEqual([
    expect.objectContaining({
      id: 'role/media-server-1',
      server: 'media-server-1',
      what: 'image is portsip/pbx:22.7, should be portsip/pbx:22',
      deed: 'recreate media-server-1',
    }),
  ]);
});

test('servers that only the portal has are drift; restarts that a deploy owes are not', () => {
  const drift = driftOf(plan([serverRestart({ server: 'media-server-1' })], [unmanaged('spare')]));
  expect(ids(drift.items)).toEqual(['unmanaged/spare']);
  expect(drift.owed).toEqual(['restart/media-server-1']);
});

test('the digest is that of the set: not of its order, but of what differs how', () => {
  const [a, b] = [image('media-server-1'), image('queue-server-1')];
  expect(driftDigest(items(a, b))).toBe(driftDigest(items(b, a)));
  expect(driftDigest(items(a, b))).not.toBe(driftDigest(items(a)));
  expect(driftDigest(items(a))).not.toBe(driftDigest(items(image('media-server-1', 'portsip/pbx:22.8'))));
});

describe('a host that does not answer', () => {
  const before = items(image('media-server-1'), trust, image('queue-server-1'));

  test('hides what drifted on it, which is neither new nor gone', () => {
    const now = driftOf(plan([image('queue-server-1'), trust], [unreachable('media-server-1')]));
    expect(driftDigest(carry(before, now, guide()))).toBe(driftDigest(before));
  });

  test('hides nothing of what the portal and the main server tell', () => {
    const now = driftOf(plan([image('queue-server-1')], [unreachable('media-server-1')]));
    expect(ids(carry(before, now, guide()))).toEqual(['role/media-server-1', 'role/queue-server-1']);
  });

  test('hides nothing of other servers', () => {
    const now = driftOf(plan([trust], [unreachable('media-server-1')]));
    expect(ids(carry(before, now, guide()))).toEqual(['firewall/192.168.1.21', 'role/media-server-1']);
  });

  test('hides all that a removal waits for, when it left the file', () => {
    const server = 'old';
    const leaving = [
      roleRemoval({ server }),
      portalEntryRemoval({ server }),
      whitelistRemoval({ server, cidr: '10.0.0.9/32' }),
    ];
    const now = driftOf(plan([], [unreachable('old')]));
    expect(ids(carry(items(...leaving), now, guide()))).toEqual(['role/old', 'server/old', 'whitelist/10.0.0.9/32']);
  });

  test('hides whether the built-in server of its role can be turned off', () => {
    const builtIns = items(builtInOff({ role: 'media' }), builtInOff({ role: 'queue' }));
    expect(ids(carry(builtIns, driftOf(plan([], [unreachable('media-server-1')])), guide()))).toEqual([
      'built-in/media',
    ]);
  });
});

test.each(['node-unreachable', 'firewalld-not-running'])('with %s nobody can say that a firewall is right', (code) => {
  const now = driftOf(plan([], [{ code, severity: 'warning', message: 'x' }]));
  const left = carry(items(trust, image('queue-server-1')), now, guide());
  expect(ids(left)).toContain('firewall/192.168.1.21');
  expect(ids(left)).not.toContain('role/queue-server-1');
});

test('what came and what went; what differs in another way is both', () => {
  const { came, went } = compareDrift(
    items(image('media-server-1'), trust),
    items(image('media-server-1', 'portsip/pbx:22.8'), trust, image('queue-server-1')),
  );
  expect(ids(came)).toEqual(['role/media-server-1', 'role/queue-server-1']);
  expect(ids(went)).toEqual(['role/media-server-1']);
});

test('nothing secret that a machine said gets into it', () => {
  const drift = driftOf(plan([roleSetup({ server: 'x', causes: [{ cause: 'owed', said: 'token abc123' }] })]));
  expect(JSON.stringify(inWords(drift, (text) => text.replaceAll('abc123', '***')))).not.toContain('abc123');
});

describe('what an earlier release wrote down', () => {
  const old = readItems([
    ['role/media-server-1', 'media-server-1', 'recreate media-server-1', 'image is portsip/pbx:22.7', 'new-calls'],
    ['firewall/192.168.1.21', 'media-server-1', 'trust 192.168.1.21', 'not trusted yet', 'none'],
  ]);
  if (!old) throw new Error('not read');

  test('says nothing of where it was seen, and is not gone before everything was looked at again', () => {
    expect(old.map(({ kind, sight }) => [kind, sight])).toEqual([
      ['change', undefined],
      ['change', undefined],
    ]);
    for (const warning of [
      unreachable('queue-server-1'),
      { ...unreachable('media-server-1'), code: 'node-unreachable' },
    ])
      expect(carry(old, driftOf(plan([], [warning])), guide())).toHaveLength(2);
    expect(carry(old, driftOf(plan([])), guide())).toEqual([]);
  });

  test('is known again by its name', () => {
    const now = driftOf(plan([trust], [unreachable('queue-server-1')]));
    expect(ids(carry(old, now, guide()))).toEqual(['firewall/192.168.1.21', 'role/media-server-1']);
  });
});

test('items are read back as they were written, and nothing else is', () => {
  const some = driftOf(plan([image('media-server-1'), trust], [unmanaged('spare')])).items;
  expect(readItems(JSON.parse(JSON.stringify(writeItems(some))))).toEqual(some);
  for (const bad of [undefined, null, 7, {}, ['x'], [[1, 2]], [['role/x', null, null, 'y', 'much']], [[{}]]])
    expect(readItems(bad)).toBeUndefined();
});
