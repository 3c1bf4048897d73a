import { impactSentences } from '../../../src/render/counts';
import { byUpgrade } from '../../../src/cluster/roles';
import { seenContainers } from '../../../src/host/containers';
import type { DiffOptions } from '../../../src/stages/diff-options';
import { isReachable } from '../../../src/host/reachable';
import { decided } from '../../../src/plan/fingerprint';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, guide, ids, idsIn, idsOf, MEDIA_2, only, planned, shown, withHost } from './fixture';

describe('a cluster from nothing', () => {
  const plan = planned(undefined, guide());

  it('opens the firewall and the whitelist to every server', () => {
    for (let host = 21; host <= 26; host++) {
      expect(ids(plan)).toContain(`firewall/192.168.1.${host}`);
      expect(ids(plan)).toContain(`whitelist/192.168.1.${host}/32`);
    }
  });

  it('registers, installs and issues the IM token before the IM server is installed', () => {
    expect(ids(plan)).toEqual(
      expect.arrayContaining(['server/media-server-1', 'server/im-server-1', 'token/im', 'role/im-server-1']),
    );
    const im = plan.changes.find(({ id }) => id === 'role/im-server-1');
    expect(im?.needs).toEqual(
      expect.arrayContaining(['token/im', 'firewall/192.168.1.25', 'whitelist/192.168.1.25/32', 'server/im-server-1']),
    );
  });

  it('says of each new server that is restarted whether anybody stands in for it by then', () => {
    const told = plan.warnings.filter(({ code }) => code.startsWith('last-of-role')).map(({ server }) => server);
    expect(told).toEqual(['media-server-1', 'queue-server-1', 'meeting-server-1', 'vr-server-1']);
    expect(impactSentences(plan).join(' ')).not.toContain('others of the role');
    // A second one stands in.
    const file = guide();
    const [media] = file.servers;
    const two =
      media &&
      planned(undefined, {
        ...file,
        servers: [
          ...file.servers,
          { ...media, name: 'media-server-2', address: '192.168.1.31', privateIp: '192.168.1.31' },
        ],
      });
    expect(two?.warnings.map(({ code, server }) => `${code} ${server}`)).not.toContain('last-of-role media-server-1');
  });

  it('turns a built-in server off only after its replacement was installed', () => {
    for (const [role, server] of [
      ['media', 'media-server-1'],
      ['queue', 'queue-server-1'],
      ['meeting', 'meeting-server-1'],
      ['ivr', 'vr-server-1'],
    ]) {
      const change = plan.changes.find(({ id }) => id === `built-in/${role}`);
      expect(change?.oneOf).toEqual([`role/${server}`]);
      expect(change?.after).toContain(`role/${server}`);
    }
  });

  it('restarts all in the order of the guide', () => {
    expect(idsIn(plan, 'restart')).toEqual([
      'restart/pbx',
      'restart/loadbalancer',
      'restart/media-server-1',
      'restart/queue-server-1',
      'restart/meeting-server-1',
      'restart/vr-server-1',
      'restart/im-server-1',
      'restart/dataflow-server-1',
    ]);
  });

  it('has every change after all that it needs', () => {
    plan.changes.forEach((change, index) => {
      for (const need of change.needs) expect(ids(plan).indexOf(need)).toBeLessThan(index);
    });
  });

  it('shows what a server is installed with, but not what it has by default', () => {
    expect(shown(only(plan, 'role', 'im-server-1'))).toEqual([
      { name: 'role', after: 'im' },
      { name: 'image', after: 'portsip/pbx:22' },
      { name: 'chat_files', after: '/chat/files' },
    ]);
    expect(shown(only(plan, 'role', 'dataflow-server-1')).map(({ name }) => name)).toEqual(['role', 'image']);
    const elsewhere = planned(undefined, clusterOf(GUIDE.replace('servers:', 'data_path: /data\nservers:')));
    expect(shown(only(elsewhere, 'role', 'queue-server-1'))).toContainEqual({ name: 'data_path', after: '/data' });
  });

  it('tells what to open in a cloud', () => {
    const notes = plan.warnings.filter(({ code }) => code === 'cloud-firewall');
    expect(notes.map(({ server }) => server)).toEqual(['im-server-1', 'media-server-1']);
    expect(notes[1]?.message).toContain('UDP 35000-65000');
  });
});

describe('a cluster that is as its file says', () => {
  it('needs nothing', () => {
    expect(ids(planned(guide(), guide()))).toEqual([]);
  });
});

describe('trusted sources', () => {
  const single = guide();
  const network = clusterOf(`${GUIDE}firewall: { trust: [192.168.1.0/24] }\n`);
  const addresses = ['21', '22', '23', '24', '25', '26'].map((host) => `firewall/192.168.1.${host}`);
  const actions = (plan: ReturnType<typeof planned>) => plan.changes.map(({ id, action }) => `${action} ${id}`);

  it('can become one network: the addresses go once it is trusted', () => {
    const plan = planned(single, network);
    expect(actions(plan)).toEqual(['create firewall/192.168.1.0/24', ...addresses.map((id) => `delete ${id}`)]);
    for (const change of plan.changes.slice(1)) expect(change.needs).toContain('firewall/192.168.1.0/24');
  });

  it('can become single addresses again: the network covers none of them, as it goes once they are trusted', () => {
    const plan = planned(network, single);
    expect(actions(plan)).toEqual([...addresses.map((id) => `create ${id}`), 'delete firewall/192.168.1.0/24']);
    expect(plan.changes.at(-1)?.needs).toEqual(expect.arrayContaining(addresses));
  });

  it('are not added below a network that somebody else trusts', () => {
    const plan = planned(network, single, (live) => ({ ...live, record: { ...live.record!, firewall: [] } }));
    expect(ids(plan)).toEqual([]);
  });
});

describe('a media server more', () => {
  const plan = planned(guide(), clusterOf(GUIDE + MEDIA_2));

  it('touches the new server, and restarts the load balancer and those that were there', () => {
    expect(ids(plan)).toEqual([
      'firewall/192.168.1.27',
      'whitelist/192.168.1.27/32',
      'server/media-server-2',
      'role/media-server-2',
      'restart/loadbalancer',
      'restart/media-server-1',
      'restart/queue-server-1',
      'restart/meeting-server-1',
      'restart/vr-server-1',
    ]);
  });

  it('says what callers notice', () => {
    expect(plan.changes.find(({ id }) => id === 'role/media-server-2')?.impact).toBe('none');
    expect(plan.changes.find(({ id }) => id === 'restart/loadbalancer')?.impact).toBe('new-calls');
    expect(plan.changes.find(({ id }) => id === 'restart/queue-server-1')?.impact).toBe('active-calls');
  });

  it.each([
    ['load-balancer', ['restart/loadbalancer']],
    ['none', []],
  ])('with after_scale_out: %s restarts %j', (policy, restarts) => {
    const base = `restart: { after_scale_out: ${policy} }\n`;
    const plan = planned(clusterOf(GUIDE + base), clusterOf(`${GUIDE}${MEDIA_2}${base}`));
    expect(idsIn(plan, 'restart')).toEqual(restarts);
  });

  it('has the same digest however the file is ordered', () => {
    const reordered = clusterOf(GUIDE.replace('servers:\n', `servers:\n${MEDIA_2}`));
    expect(planned(guide(), reordered).digest).toBe(plan.digest);
  });

  it('has another digest when it is to be installed in another way', () => {
    const elsewhere = clusterOf(`${GUIDE}${MEDIA_2.replace(' }', ', data_path: /data }')}`);
    expect(planned(guide(), elsewhere).digest).not.toBe(plan.digest);
  });

  it('is blocked when the host is not what the guide wants, and only then', () => {
    const bad = planned(guide(), clusterOf(GUIDE + MEDIA_2), (live) =>
      withHost(live, 'media-server-2', (facts) => {
        facts.docker = { installed: false };
        facts.conflicts = ['postgresql', 'teamviewer'];
        facts.clockSkewMs = 3_600_000;
      }),
    );
    const findings = bad.warnings.filter(({ server }) => server === 'media-server-2');
    expect(findings.filter(({ severity }) => severity === 'blocking').map(({ code }) => code)).toEqual([
      'docker-missing',
      'conflicting-software',
      'clock-skew',
    ]);
    expect(plan.warnings.filter(({ severity }) => severity === 'blocking')).toEqual([]);
  });
});

describe('a media server whose calls nobody tells', () => {
  const without = clusterOf(`${GUIDE.replace(/.*media-server-1.*\n/, '')}${MEDIA_2}`);
  const moved = clusterOf(GUIDE.replace('192.168.1.21', '192.168.1.31'));
  /** Somebody deleted its entry, or the PBX does not see it: it runs all the same */
  const deleted = (live: Live): Live => {
    const { servers } = live.portal;
    const media = servers.media.filter(({ name }) => name !== 'media-server-1');
    return { ...live, portal: { ...live.portal, servers: { ...servers, media } } };
  };
  const unseen = (live: Live): Live => {
    const status = new Map([...live.portal.status].map(([id]) => [id, { status: 'OFFLINE' as const }]));
    return { ...live, portal: { ...live.portal, status } };
  };

  it('is stopped before it is removed or moved, as any other: that gives calls five minutes', () => {
    for (const change of [(live: Live) => live, deleted, unseen]) {
      expect(only(planned(guide(), without, change), 'role-removal').verbs).toEqual(['stop', 'rm']);
      expect(only(planned(guide(), moved, change), 'role').leaves?.verbs).toEqual(['stop', 'rm']);
    }
    expect(
      only(planned(guide(), clusterOf(GUIDE.replace(/.*dataflow-server-1.*\n/, ''))), 'role-removal').verbs,
    ).toEqual(['rm']);
  });

  it('moves by the change that was reviewed also once its entry is at the new address', () => {
    const entered = (live: Live): Live => {
      const { servers } = live.portal;
      const media = servers.media.map((entry) =>
        entry.name === 'media-server-1' ? { ...entry, privateIp: '192.168.1.31', enabled: false } : entry,
      );
      return unseen({ ...live, portal: { ...live.portal, servers: { ...servers, media } } });
    };
    const [reviewed, then] = [planned(guide(), moved), planned(guide(), moved, entered)].map((plan) =>
      only(plan, 'role'),
    );
    expect(then && decided(then)).toEqual(reviewed && decided(reviewed));
  });

  it('is the same change whoever sees it, and says that calls may be cut where nobody does', () => {
    const [seen, hidden] = [planned(guide(), without), planned(guide(), without, unseen)].map((plan) =>
      only(plan, 'role-removal'),
    );
    expect(hidden && decided(hidden)).toEqual(seen && decided(seen));
    expect([seen?.impact, hidden?.impact]).toEqual(['new-calls', 'active-calls']);
    expect(only(planned(guide(), without, deleted), 'role-removal').impact).toBe('active-calls');
    const stopped = (live: Live) =>
      withHost(deleted(live), 'media-server-1', (facts) => {
        for (const container of seenContainers(facts)) container.running = false;
      });
    expect(only(planned(guide(), without, stopped), 'role-removal').impact).toBe('none');
  });
});

describe('a server that left the file', () => {
  const without = clusterOf(GUIDE.replace(/.*queue-server-1.*\n/, ''));

  it('is uninstalled, deregistered and shut out, after the built-in one took over', () => {
    const plan = planned(guide(), without);
    expect(ids(plan)).toEqual([
      'built-in/queue',
      'role/queue-server-1',
      'server/queue-server-1',
      'whitelist/192.168.1.22/32',
      'firewall/192.168.1.22',
      'restart/loadbalancer',
    ]);
    expect(plan.changes[0]).toMatchObject({ kind: 'built-in-on', role: 'queue' });
    expect(shown(plan.changes[0])).toEqual([{ name: 'enabled', before: 'false', after: 'true' }]);
  });

  it('stays when the record does not say that we put it there', () => {
    const plan = planned(guide(), without, (live) => {
      const lost = { ...live };
      delete lost.record;
      return lost;
    });
    expect(ids(plan)).toEqual([]);
    expect(plan.warnings.map(({ code, server }) => [code, server])).toContainEqual([
      'unmanaged-server',
      'queue-server-1',
    ]);
  });

  it('stays, with `unmanaged_servers: remove` as well, where its name would be taken for a part of the PBX', () => {
    const cluster = clusterOf(GUIDE.replace('servers:', 'unmanaged_servers: remove\nservers:'));
    const alone = (name: string) => {
      const plan = planned(
        cluster,
        cluster,
        (live) => {
          const { queue: listed } = live.portal.servers;
          const added = listed.find(({ type }) => type === 'EXTERNAL');
          if (!added) throw new Error('the guide has a queue server');
          const queue = [...listed, { ...added, id: '99', name, privateIp: '192.168.1.99' }];
          return { ...live, portal: { ...live.portal, servers: { ...live.portal.servers, queue } } };
        },
        { gone: [name] },
      );
      return { removed: idsOf(plan, 'portal-entry-removal'), notes: plan.warnings.map(({ code }) => code) };
    };
    expect(alone('stray').removed).toEqual(['server/stray']);
    for (const name of ['pbx', 'Queue', 'loadbalancer'])
      expect(alone(name)).toEqual({ removed: [], notes: ['unmanaged-server'] });
  });

  it('can go without its host when that is gone for good', () => {
    const dead = (live: Parameters<typeof withHost>[0]) => ({
      ...live,
      hosts: new Map([...live.hosts, ['queue-server-1', { unreachable: 'no route' }]]),
    });
    expect(planned(guide(), without, dead).warnings).toContainEqual(
      expect.objectContaining({ code: 'host-unreachable', severity: 'blocking', server: 'queue-server-1' }),
    );
    expect(ids(planned(guide(), without, dead, { gone: ['queue-server-1'] }))).toContain('server/queue-server-1');
  });
});

describe('a server that changed', () => {
  it('that moves is replaced in the portal, uninstalled where it was, and the old address is shut out last', () => {
    const plan = planned(guide(), clusterOf(GUIDE.replace('192.168.1.22', '192.168.1.32')));
    expect(ids(plan)).toEqual([
      'firewall/192.168.1.32',
      'whitelist/192.168.1.32/32',
      'server/queue-server-1',
      'role/queue-server-1',
      'whitelist/192.168.1.22/32',
      'firewall/192.168.1.22',
    ]);
    expect(plan.changes[2]).toMatchObject({
      kind: 'portal-entry',
      action: 'replace',
      impact: 'new-calls',
      causes: [{ cause: 'readdressed' }],
    });
    expect(plan.changes[3]).toMatchObject({
      kind: 'role',
      action: 'replace',
      causes: [{ cause: 'moved', from: '192.168.1.22' }],
      leaves: { from: { address: '192.168.1.22' }, verbs: ['stop', 'rm'] },
      verbs: ['run'],
      differences: [{ name: 'address', before: '192.168.1.22', after: '192.168.1.32' }],
    });
    expect(shown(plan.changes[3])).toEqual([{ name: 'address', before: '192.168.1.22', after: '192.168.1.32' }]);
  });

  it('gets its limits updated and nothing else', () => {
    const plan = planned(guide(), clusterOf(GUIDE.replace('5000', '4000')));
    expect(plan.changes).toMatchObject([
      {
        id: 'server/media-server-1',
        action: 'update',
        impact: 'none',
        causes: [{ cause: 'differs' }],
        wanted: { maxCallSessions: 4000 },
        present: { maxCallSessions: 5000 },
        differences: [{ name: 'max call sessions', before: '5000', after: '4000' }],
      },
    ]);
    expect(shown(plan.changes[0])).toEqual([{ name: 'max call sessions', before: '5000', after: '4000' }]);
  });

  it('is upgraded one after the other, PBX first when the file says so', () => {
    const head = clusterOf(
      GUIDE.replace('pbx:22', 'pbx:22.7').replace(
        'private_ip: 192.168.1.20',
        'private_ip: 192.168.1.20, image: portsip/pbx:22.7',
      ),
    );
    const plan = planned(guide(), head);
    expect(idsOf(plan, 'pbx-image', 'role')).toEqual([
      'role/pbx',
      'role/im-server-1',
      'role/dataflow-server-1',
      'role/media-server-1',
      'role/queue-server-1',
      'role/vr-server-1',
      'role/meeting-server-1',
    ]);
  });

  it('is not upgraded past an older PBX', () => {
    const plan = planned(guide(), clusterOf(GUIDE.replace('pbx:22', 'pbx:23')), (live) => {
      const copy = structuredClone(live);
      if (isReachable(copy.main)) for (const container of seenContainers(copy.main)) container.version = '22.6.0';
      return copy;
    });
    expect(
      plan.warnings.filter(({ code }) => code === 'pbx-older').map(({ severity, server }) => [severity, server]),
    ).toEqual([...guide().servers].sort(byUpgrade).map(({ name }) => ['blocking', name]));
  });
});

describe('a new IM token', () => {
  it('is issued when asked for, and the IM server is recreated with it', () => {
    const plan = planned(guide(), guide(), undefined, { rotate: ['im'] });
    expect(ids(plan)).toEqual(['token/im', 'role/im-server-1']);
    expect(only(plan, 'token').causes).toEqual([{ cause: 'asked' }]);
    expect(only(plan, 'role')).toMatchObject({ causes: [{ cause: 'token', why: 'replaced' }], verbs: ['run'] });
    expect(plan.changes.every(({ impact }) => impact === 'messaging')).toBe(true);
  });

  it('comes before one of Data Flow, whatever the order of the file', () => {
    const turned = { ...guide(), servers: [...guide().servers].reverse() };
    const options = { rotate: ['dataflow', 'im'], dataflowTokenPath: '/dataflow/token' } satisfies Partial<DiffOptions>;
    for (const head of [guide(), turned])
      expect(idsIn(planned(guide(), head, undefined, options), 'token')).toEqual(['token/im', 'token/dataflow']);
  });

  it('that somebody issued in the portal reaches the IM server', () => {
    const plan = planned(guide(), guide(), (live) => ({ ...live, imTokenInUse: false }));
    expect(ids(plan)).toEqual(['role/im-server-1']);
    expect(only(plan, 'role').causes).toEqual([{ cause: 'token', why: 'newer' }]);
  });
});

describe('a maintenance window', () => {
  const window = 'restart: { window: { days: [sun], from: "02:00", to: "05:00", timezone: UTC } }\n';
  const base = clusterOf(GUIDE + window);
  const head = clusterOf(GUIDE + MEDIA_2 + window);
  const at = (iso: string) => (live: Parameters<typeof withHost>[0]) => ({ ...live, live: true, at: Date.parse(iso) });

  it('that is closed makes restarts wait, visibly', () => {
    const plan = planned(base, head, at('2026-11-16T12:00:00Z'));
    const finding = plan.warnings.find(({ code }) => code === 'window-closed');
    expect(finding?.message).toContain('2026-11-22 02:00 UTC');
    expect(finding?.message).toContain('restart/loadbalancer');
    expect(finding?.message).not.toContain('role/media-server-2');
  });

  it('that is open says nothing', () => {
    expect(planned(base, head, at('2026-11-22T03:00:00Z')).warnings.map(({ code }) => code)).not.toContain(
      'window-closed',
    );
  });
});
