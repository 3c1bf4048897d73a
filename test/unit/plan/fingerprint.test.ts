import { known } from '../known';
import { seenContainers } from '../../../src/host/containers';
import { decided, fingerprint, FINGERPRINT_BYTES, objectPart, settingHashes } from '../../../src/plan/fingerprint';
import { reviewedOf, unreviewed } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import type { Change, Difference } from '../../../src/stages/change';
import type { Live } from '../../../src/stages/live';
import { everyKind, variants } from '../stages/every-kind';
import { clusterOf, GUIDE, guide, ids, only, planned, shown, withHost } from '../stages/fixture';

const NEWER = GUIDE.replace('pbx:22', 'pbx:22.7');
const upgrade = planned(guide(), clusterOf(NEWER));
const prints = ({ cluster, changes }: Plan) => changes.map((change) => fingerprint(cluster, change)).sort();

describe('of a change of any kind', () => {
  const changes = [...everyKind().values()];

  it('has 128 bits that tell it from any other, and 24 of its object', () => {
    for (const change of changes) {
      const bytes = Buffer.from(fingerprint('acme', change), 'base64');
      expect(bytes).toHaveLength(16 + 3);
      expect(FINGERPRINT_BYTES).toBe(16 + 3);
    }
  });

  it.each(changes.map((change) => [change.kind, change] as const))(
    '%s is another one with any value of it changed, however deep',
    (_kind, change) => {
      const seen = new Set([fingerprint('acme', change)]);
      let tried = 0;
      for (const other of variants(decided(change))) {
        tried++;
        seen.add(fingerprint('acme', { ...change, ...(other as object) }));
      }
      expect(tried).toBeGreaterThan(0);
      expect(seen.size).toBe(tried + 1);
    },
  );

  it('is the same for other reasons, at another hour and with other things around it', () => {
    for (const change of changes) {
      const other = {
        ...change,
        causes: [{ cause: 'owed', said: 'whatever' }],
        impact: change.impact === 'none' ? 'active-calls' : 'none',
        needs: ['role/pbx'],
        after: ['restart/pbx'],
        ...('present' in change && { present: 'something else' }),
      } as unknown as Change;
      expect(fingerprint('acme', other)).toBe(fingerprint('acme', change));
    }
  });

  it('says to what values are changed, not from what nor in which order', () => {
    const entry = [...everyKind().values()].find((change) => change.kind === 'portal-entry');
    if (entry?.kind !== 'portal-entry') throw new Error('no portal entry');
    const [one, other] = [
      { name: 'max call sessions', before: '9', after: '5000' },
      { name: 'enabled', before: 'false', after: 'true' },
    ];
    const print = (...differences: Difference[]) => fingerprint('acme', { ...entry, differences });
    expect(print(other, { ...one, before: '10' })).toBe(print(one, other));
    expect(print(other, { ...one, after: '5001' })).not.toBe(print(one, other));
    expect(print(one)).not.toBe(print(one, other));
  });

  it('is another one in another cluster, about the same object', () => {
    for (const change of changes) {
      const [here, there] = [fingerprint('acme', change), fingerprint('other', change)];
      expect(there).not.toBe(here);
      expect(objectPart(there)).toBe(objectPart(here));
    }
  });

  it('does not hang on the order in which its values were written down', () => {
    for (const change of changes) {
      const turned = Object.fromEntries(Object.entries(change).reverse()) as unknown as Change;
      expect(fingerprint('acme', turned)).toBe(fingerprint('acme', change));
    }
  });
});

describe('a server that leaves', () => {
  const less = clusterOf(GUIDE.replace(/.*queue-server-1.*\n/, ''));
  const leaves = planned(guide(), less);

  it('is the same one however much the record has of it', () => {
    const recorded = planned(guide(), less, (live) => {
      const copy = structuredClone(live);
      const server = copy.record?.servers['queue-server-1'];
      if (!server) throw new Error('not in the record');
      delete server.installed;
      server.publicIp = '104.101.137.99';
      return copy;
    });
    expect(prints(recorded)).toEqual(prints(leaves));
  });

  it('is the same one once it was stopped', () => {
    const stopped = planned(guide(), less, (live) =>
      withHost(live, 'queue-server-1', (facts) =>
        seenContainers(facts).forEach((container) => (container.running = false)),
      ),
    );
    expect(only(stopped, 'role-removal').verbs).toEqual(['stop', 'rm']);
    expect(fingerprint('acme', only(stopped, 'role-removal'))).toBe(fingerprint('acme', only(leaves, 'role-removal')));
  });
});

describe('two plans', () => {
  const differ = (one: Plan, other: Plan) => {
    expect(other.digest).not.toBe(one.digest);
    expect(prints(other)).not.toEqual(prints(one));
  };

  it('that look alike and run other verbs are two plans', () => {
    const stopped = planned(guide(), clusterOf(NEWER), (live) =>
      withHost(live, 'queue-server-1', (facts) =>
        seenContainers(facts).forEach((container) => (container.running = false)),
      ),
    );
    const [runs, lies] = [only(upgrade, 'role', 'queue-server-1'), only(stopped, 'role', 'queue-server-1')];
    expect([lies.id, lies.action, shown(lies)]).toEqual([runs.id, runs.action, shown(runs)]);
    expect([runs.verbs, lies.verbs]).toEqual([['stop', 'upgrade'], ['run']]);
    differ(upgrade, stopped);
  });

  it.each([
    ['image', 'pbx:22.7', 'pbx:22.8'],
    ['data path', 'servers:', 'data_path: /data\nservers:'],
    ['data path of one server', 'private_ip: 192.168.1.22', 'private_ip: 192.168.1.22, data_path: /data'],
    ['user of one server', 'private_ip: 192.168.1.22', 'private_ip: 192.168.1.22, ssh: { user: root }'],
    ['SSH port of one server', 'private_ip: 192.168.1.22', 'private_ip: 192.168.1.22, ssh: { port: 2222 }'],
    ['machine', '192.168.1.22', '192.168.1.32'],
    ['public address', '104.101.137.60', '104.101.137.61'],
    ['name', 'queue-server-1', 'queue-server-9'],
    ['limit of calls', '5000', '4000'],
    ['limit of rooms', 'max_rooms: 100', 'max_rooms: 90'],
    ['limit of participants', 'max_participants: 1000', 'max_participants: 900'],
    ['place of files', '/chat/files', '/chats'],
    [
      'ClickHouse image',
      'private_ip: 192.168.1.26',
      'private_ip: 192.168.1.26, clickhouse_image: portsip/clickhouse:26',
    ],
    ['server that takes no calls', 'role: queue', 'role: queue, enabled: false'],
  ])('with another %s are two plans', (_what, before, after) => {
    expect(NEWER).toContain(before);
    differ(upgrade, planned(guide(), clusterOf(NEWER.replace(before, after))));
    // So are first installs.
    differ(planned(undefined, clusterOf(NEWER)), planned(undefined, clusterOf(NEWER.replace(before, after))));
  });

  it.each([
    ['pbx.api', '192.168.1.20 }', '192.168.1.20, api: "https://pbx.example.com:8887" }'],
    ['ssh.user', 'user: pbx', 'user: root'],
    ['ssh.jump_host', 'user: pbx', 'user: pbx, jump_host: bastion.example.com'],
    ['scripts_path', 'servers:', 'scripts_path: /opt/scripts\nservers:'],
    ['firewall.trust', 'servers:', 'firewall: { trust: [192.168.1.0/24] }\nservers:'],
    ['built_in_servers', 'servers:', 'built_in_servers: keep\nservers:'],
    ['unmanaged_servers', 'servers:', 'unmanaged_servers: remove\nservers:'],
    ['restart.max_unavailable', 'servers:', 'restart: { max_unavailable: 2 }\nservers:'],
    ['restart.drain_timeout', 'servers:', 'restart: { drain_timeout: 5m }\nservers:'],
    ['restart.on_drain_timeout', 'servers:', 'restart: { on_drain_timeout: force }\nservers:'],
    ['restart.after_scale_out', 'servers:', 'restart: { after_scale_out: none }\nservers:'],
    [
      'restart.window',
      'servers:',
      'restart: { window: { days: [sun], from: "02:00", to: "05:00", timezone: UTC } }\nservers:',
    ],
  ])('with another setting of %s (%s -> %s) are two plans, even where nothing is to be done', (name, before, after) => {
    expect(GUIDE).toContain(before);
    const other = clusterOf(GUIDE.replace(before, after));
    const [now, then] = [settingHashes(guide()), settingHashes(other)];
    expect(
      Object.keys(then)
        .filter((key) => then[key] !== now[key])
        .join(),
    ).toBe(name);
    expect(ids(planned(other, other))).toEqual([]);
    expect(planned(other, other).digest).not.toBe(planned(guide(), guide()).digest);
  });

  it('are one whatever the hour, the order of the file, the comments in it and the sizes of hosts', () => {
    const [head, ...servers] = NEWER.split(/^(?= {2}- )/m);
    const turned = `# turned around\n${head}${servers.reverse().join('')}`;
    const later = (live: Live): Live => ({ ...live, at: live.at + 20 * 24 * 3600 * 1000 });
    const measured = (live: Live) =>
      withHost(live, 'media-server-1', (facts) => {
        Object.assign(facts, { cpus: 3, clockSkewMs: 12, memoryMiB: 5000 });
        known(facts.disk).freeMiB -= 1000;
      });
    for (const same of [
      planned(guide(), clusterOf(turned)),
      planned(guide(), clusterOf(NEWER), later),
      planned(guide(), clusterOf(NEWER), measured),
    ]) {
      expect(same.digest).toBe(upgrade.digest);
      expect(prints(same)).toEqual(prints(upgrade));
    }
  });

  it('are one whatever was asked for along the way, where it comes to the same', () => {
    expect(planned(guide(), clusterOf(NEWER), undefined, { allowUndersized: true }).digest).toBe(upgrade.digest);
  });
});

describe('what an interrupted upgrade left', () => {
  const reviewed = reviewedOf(upgrade);
  /** The script removed the container of the media server and was cut off; the built-in server still stands in. */
  const cutOff = (live: Live): Live => {
    const left = withHost(live, 'media-server-1', (facts) => (facts.containers = []));
    for (const entry of left.portal.servers.media) if (entry.type === 'INTERNAL') entry.enabled = true;
    return left;
  };
  const missing = (file: string) => {
    const plan = planned(guide(), clusterOf(file), cutOff);
    return unreviewed(plan, reviewed).map(({ change: { kind, id }, otherwise }) => [kind, id, otherwise]);
  };

  it('is brought to its end', () => {
    const plan = planned(guide(), clusterOf(NEWER), cutOff);
    expect(only(plan, 'role', 'media-server-1').action).toBe('create');
    expect(only(plan, 'built-in-off').role).toBe('media');
    const restarts = plan.changes.filter(({ action }) => action === 'restart').map(({ id }) => id);
    expect(missing(NEWER).map(([, id]) => id)).toEqual(restarts);
  });

  it.each([
    ['image', NEWER.replace('max_call_sessions', 'image: portsip/pbx:22.8, max_call_sessions')],
    ['data path', NEWER.replace('max_call_sessions', 'data_path: /data, max_call_sessions')],
    ['user', NEWER.replace('max_call_sessions', 'ssh: { user: root }, max_call_sessions')],
    ['port', NEWER.replace('max_call_sessions', 'ssh: { port: 2222 }, max_call_sessions')],
  ])('is not with another %s than was reviewed', (_what, file) => {
    expect(missing(file)).toContainEqual(['role', 'role/media-server-1', true]);
  });
});
