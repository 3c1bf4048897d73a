import { isReachable } from '../../../src/host/reachable';
import { HostError } from '../../../src/host/types';
import type { PortalServer } from '../../../src/pbx/types';
import { deployed } from '../../../src/stages/deployed';
import { disable, dismissStandIns, drained, drainForGood } from '../../../src/stages/drain';
import { clusterOf, GUIDE, guide, MEDIA_2 } from './fixture';
import { fakeRun, type FakeRun } from './fake-run';

const MEDIA_1 = { name: 'media-server-1', role: 'media' } as const;
const SECOND = { name: 'media-server-2', role: 'media' } as const;
const QUEUE = { name: 'queue-server-1', role: 'queue' } as const;
const two = () => fakeRun(clusterOf(GUIDE + MEDIA_2));

/** What is done to a server while it is drained, with what was so at that moment */
function work(fake: FakeRun, name: string, seen: string[] = [], ms = 10_000) {
  return async () => {
    seen.push(`${name} at ${fake.clock.now}`);
    expect(fake.isEnabled(name)).toBe(false);
    await fake.run.session.sleep(ms);
  };
}

describe('a server with others of its role', () => {
  it('takes no calls while it is worked on, and takes them again', async () => {
    const fake = two();
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1'));
    expect(fake.told).toEqual(['disable media-server-1', 'enable media-server-1']);
    expect(JSON.parse(fake.written[0] ?? '{}')).toMatchObject({ draining: ['media-server-1'] });
    expect(fake.run.record.current.draining).toEqual([]);
  });

  it('is worked on when its calls have ended, and a moment later: one may have been on its way', async () => {
    const fake = two();
    const seen: string[] = [];
    fake.status.set('media-server-1', (now) => ({ status: 'ONLINE', calls: now < 60_000 ? 3 : 0 }));
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', seen));
    const at = Number(seen[0]?.split(' ').at(-1));
    expect(at).toBeGreaterThanOrEqual(62_000);
    expect(at).toBeLessThan(67_000);
  });

  it('has the call counted that comes up just after it was disabled', async () => {
    const fake = two();
    const seen: string[] = [];
    fake.status.set('media-server-1', (now) => ({ status: 'ONLINE', calls: now > 500 && now < 30_000 ? 1 : 0 }));
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', seen));
    expect(Number(seen[0]?.split(' ').at(-1))).toBeGreaterThanOrEqual(32_000);
  });

  it('still has its calls when the PBX loses it from sight for a moment', async () => {
    const fake = two();
    const seen: string[] = [];
    fake.status.set('media-server-1', (now) =>
      now > 5_000 && now < 12_000 ? { status: 'OFFLINE' } : { status: 'ONLINE', calls: now < 90_000 ? 2 : 0 },
    );
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', seen));
    expect(Number(seen[0]?.split(' ').at(-1))).toBeGreaterThanOrEqual(90_000);
  });

  it('whose calls do not end is left as it was, and says what to do', async () => {
    const fake = two();
    fake.status.set('media-server-1', { status: 'ONLINE', calls: 2 });
    const touched = jest.fn(() => Promise.resolve());
    await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', touched)).rejects.toThrow(
      /still has 2 calls after 30 min .*takes calls again.*on_drain_timeout: force/s,
    );
    expect(touched).not.toHaveBeenCalled();
    expect(fake.isEnabled('media-server-1')).toBe(true);
    expect(fake.run.record.current.draining).toEqual([]);
  });

  it('whose calls do not end is worked on all the same when the file or a person says so', async () => {
    for (const force of [true, false]) {
      const fake = two();
      if (force) fake.run.options.force = true;
      else fake.run.session.cluster.restart.onDrainTimeout = 'force';
      fake.status.set('media-server-1', { status: 'ONLINE', calls: 2 });
      const seen: string[] = [];
      await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', seen));
      expect(seen).toHaveLength(1);
      expect(fake.warnings.join()).toContain('2 calls');
    }
  });

  it('that does not tell its calls gets a time of grace', async () => {
    const fake = fakeRun(guide());
    const seen: string[] = [];
    fake.status.set('queue-server-1', { status: 'ONLINE' });
    await drained(fake.run, QUEUE, 'restart/queue-server-1', work(fake, 'queue-server-1', seen));
    expect(Number(seen[0]?.split(' ').at(-1))).toBeGreaterThanOrEqual(30_000);
  });

  it('that comes back from a failed script takes calls; one that does not stays off, for the next run', async () => {
    for (const status of ['ONLINE', 'OFFLINE'] as const) {
      const fake = two();
      const failing = () => {
        fake.status.set('media-server-1', { status });
        return Promise.reject(new Error('the script failed'));
      };
      await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', failing)).rejects.toThrow('the script failed');
      expect(fake.isEnabled('media-server-1')).toBe(status === 'ONLINE');
      expect(fake.run.record.current.draining).toEqual(status === 'ONLINE' ? [] : ['media-server-1']);
    }
  });

  it('that was stopped by a script that then failed takes no calls because the PBX has not noticed yet', async () => {
    const fake = two();
    let failedAt = Infinity;
    fake.status.set('media-server-1', (now) => ({ status: now < failedAt + 8_000 ? 'ONLINE' : 'OFFLINE', calls: 0 }));
    const failing = () => {
      failedAt = fake.clock.now;
      return Promise.reject(new Error('the image cannot be pulled'));
    };
    await expect(drained(fake.run, MEDIA_1, 'role/media-server-1', failing)).rejects.toThrow('cannot be pulled');
    expect(fake.isEnabled('media-server-1')).toBe(false);
    expect(fake.run.record.current.draining).toEqual(['media-server-1']);
  });

  it('takes no calls while a script that nobody waits for any more may be about to stop it', async () => {
    for (const kind of ['cancelled', 'lost']) {
      const fake = two();
      const failing = () => {
        fake.status.set('media-server-1', { status: 'ONLINE', calls: 0 });
        if (kind === 'cancelled') fake.cancel.abort();
        return Promise.reject(
          new HostError('it goes on there', 'media-server-1', kind === 'lost' ? 'connection-lost' : 'timeout'),
        );
      };
      await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', failing)).rejects.toThrow('goes on');
      expect(fake.isEnabled('media-server-1')).toBe(false);
      expect(fake.run.record.current.draining).toEqual(['media-server-1']);
    }
  });

  it('takes calls again when the run is cancelled while they end', async () => {
    const fake = two();
    fake.status.set('media-server-1', (now) => {
      if (now > 10_000) fake.cancel.abort();
      return { status: 'ONLINE', calls: 1 };
    });
    await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1'))).rejects.toThrow(
      /cancelled/,
    );
    expect(fake.isEnabled('media-server-1')).toBe(true);
  });
});

describe('a server that takes no calls already', () => {
  it('still has those that it has', async () => {
    const fake = two();
    fake.run.session.cluster.servers.forEach((server) => (server.enabled = server.name !== 'media-server-1'));
    fake.entry('media-server-1').enabled = false;
    const entry = fake.run.portal.find('media', 'media-server-1');
    if (entry) fake.run.portal.put({ ...entry, enabled: false });
    fake.status.set('media-server-1', (now) => ({ status: 'ONLINE', calls: now < 20_000 ? 1 : 0 }));
    const seen: string[] = [];
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', seen));
    expect(Number(seen[0]?.split(' ').at(-1))).toBeGreaterThanOrEqual(22_000);
    expect(fake.isEnabled('media-server-1')).toBe(false);
  });

  it('as an interrupted run drained it takes them again afterwards', async () => {
    const fake = two();
    fake.entry('media-server-1').enabled = false;
    const entry = fake.run.portal.find('media', 'media-server-1');
    if (entry) fake.run.portal.put({ ...entry, enabled: false });
    await fake.run.record.update((record) => ({ ...record, draining: ['media-server-1'] }));
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1'));
    expect(fake.isEnabled('media-server-1')).toBe(true);
    expect(fake.run.record.current.draining).toEqual([]);
  });
});

describe('a run that is cancelled', () => {
  const end = async (error: HostError) => {
    const fake = two();
    await expect(
      drained(fake.run, MEDIA_1, 'restart/media-server-1', () => {
        fake.cancel.abort();
        return Promise.reject(error);
      }),
    ).rejects.toThrow(error);
    return fake;
  };

  it('before a script was begun gives the server back at once', async () => {
    const fake = await end(new HostError('not begun', 'media-server-1', 'timeout', undefined, 'cancelled'));
    expect(fake.isEnabled('media-server-1')).toBe(true);
    expect(fake.run.record.current.draining).toEqual([]);
  });

  it('while one is at work leaves it to the next run', async () => {
    const fake = await end(new HostError('it continues', 'media-server-1', 'timeout', undefined, 'goes-on'));
    expect(fake.isEnabled('media-server-1')).toBe(false);
    expect(fake.run.record.current.draining).toEqual(['media-server-1']);
  });
});

describe('the last server of a role', () => {
  it('has the built-in one stand in, which goes off again', async () => {
    const fake = fakeRun(guide());
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', async () => {
      expect(fake.builtIn('media').enabled).toBe(true);
      await work(fake, 'media-server-1')();
    });
    expect(fake.told).toEqual([
      'enable built-in media',
      'disable media-server-1',
      'enable media-server-1',
      'disable built-in media',
    ]);
  });

  it('is not touched when the stand-in never comes ONLINE, which is turned off again', async () => {
    const fake = fakeRun(guide());
    fake.status.set('default media', { status: 'OFFLINE' });
    const touched = jest.fn(() => Promise.resolve());
    await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', touched)).rejects.toThrow(
      /does not come ONLINE.*pbx_ctl\.sh status.*force it/s,
    );
    expect(touched).not.toHaveBeenCalled();
    expect(fake.isEnabled('media-server-1')).toBe(true);
    expect(fake.builtIn('media').enabled).toBe(false);
  });

  it('is not touched without anything to stand in, but by force', async () => {
    const fake = fakeRun(guide());
    const builtIn = fake.run.portal.builtIn('media');
    if (builtIn) fake.run.portal.remove('media', builtIn.id);
    await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1'))).rejects.toThrow(
      /is the last media server.*force it/,
    );
    expect(fake.told).toEqual([]);
    fake.run.options.force = true;
    const seen: string[] = [];
    await drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', seen));
    expect(seen).toHaveLength(1);
  });

  it('that fails keeps its stand-in', async () => {
    const fake = fakeRun(guide());
    const failing = () => {
      fake.status.set('media-server-1', { status: 'OFFLINE' });
      return Promise.reject(new Error('gone'));
    };
    await expect(drained(fake.run, MEDIA_1, 'restart/media-server-1', failing)).rejects.toThrow('gone');
    await dismissStandIns(fake.run);
    expect(fake.builtIn('media').enabled).toBe(true);
  });

  it('that is turned off for good leaves the built-in one on', async () => {
    const fake = fakeRun(guide());
    const entry = fake.run.portal.find('media', 'media-server-1');
    if (entry) await disable(fake.run, entry, 'server/media-server-1');
    await dismissStandIns(fake.run);
    expect(fake.told).toEqual(['enable built-in media', 'disable media-server-1']);
  });

  it('has a stand-in that is left on when the PBX cannot be asked at the end, which is no failure', async () => {
    const fake = fakeRun(guide());
    fake.run.standIns.add('media');
    fake.builtIn('media').enabled = true;
    const builtIn = fake.run.portal.builtIn('media');
    if (builtIn) fake.run.portal.put({ ...builtIn, enabled: true });
    fake.run.session.pbx.updateServer = () => Promise.reject(new Error('502'));
    await dismissStandIns(fake.run);
    expect(fake.warnings.join()).toMatch(/built-in media server still takes calls.*502/);
  });
});

describe('two drains of one role at once', () => {
  it('never leave it without a server: the second one turns the built-in one on', async () => {
    const fake = two();
    const serving = () =>
      [fake.entry('media-server-1'), fake.entry('media-server-2'), fake.builtIn('media')].filter(
        ({ enabled }) => enabled,
      ).length;
    const update = fake.run.session.pbx.updateServer.bind(fake.run.session.pbx);
    let least = Infinity;
    fake.run.session.pbx.updateServer = async (...args) => {
      await update(...args);
      least = Math.min(least, serving());
    };
    await Promise.all([
      drained(fake.run, MEDIA_1, 'restart/media-server-1', work(fake, 'media-server-1', [], 40_000)),
      drained(fake.run, SECOND, 'restart/media-server-2', work(fake, 'media-server-2', [], 5_000)),
    ]);
    expect(least).toBeGreaterThanOrEqual(1);
    expect(fake.told.filter((line) => line.includes('enable built-in'))).toHaveLength(1);
    expect([fake.isEnabled('media-server-1'), fake.isEnabled('media-server-2'), fake.builtIn('media').enabled]).toEqual(
      [true, true, false],
    );
  });
});

describe('a server that leaves', () => {
  it('whose calls do not end stays off, and says so', async () => {
    const fake = two();
    fake.status.set('media-server-1', { status: 'ONLINE', calls: 1 });
    const entry = fake.run.portal.find('media', 'media-server-1');
    if (!entry) throw new Error('no entry');
    await expect(drainForGood(fake.run, entry, 'server/media-server-1')).rejects.toThrow(
      /still has 1 call after.*takes no new calls any more/,
    );
    expect(fake.isEnabled('media-server-1')).toBe(false);
  });
});

describe('a machine that the portal has by several entries', () => {
  const OLD = { name: 'queue-server-1', role: 'queue' } as const;
  /** The cluster file's entry is OFFLINE; calls come by another one, which has the machine's second address. */
  function twice(enabled = true): FakeRun {
    const cluster = guide();
    const live = deployed(cluster, cluster);
    const queue: PortalServer = {
      id: 'alive',
      role: 'queue',
      name: 'queue-alive',
      type: 'EXTERNAL',
      enabled,
      privateIp: '192.168.7.22',
    };
    const servers = { ...live.portal.servers, queue: [...live.portal.servers.queue, queue] };
    const facts = live.hosts.get(OLD.name);
    if (!isReachable(facts)) throw new Error('no host');
    const hosts = new Map([...live.hosts, [OLD.name, { ...facts, addresses: ['192.168.1.22', '192.168.7.22'] }]]);
    const fake = fakeRun(cluster, { ...live, hosts, portal: { ...live.portal, servers } });
    fake.status.set(OLD.name, { status: 'OFFLINE' });
    return fake;
  }

  it('takes no calls by any of them while it is worked on, and takes them again by those that come back', async () => {
    const fake = twice();
    fake.status.set('queue-alive', (now) => ({ status: 'ONLINE', calls: now < 40_000 ? 3 : 0 }));
    const seen: string[] = [];
    await drained(fake.run, OLD, 'restart/queue-server-1', () => {
      seen.push(...['queue-server-1', 'queue-alive'].filter((name) => fake.isEnabled(name)));
      expect(fake.clock.now).toBeGreaterThanOrEqual(40_000);
      return Promise.resolve();
    });
    expect(seen).toEqual([]);
    expect(fake.told).toEqual([
      'enable built-in queue',
      'disable queue-server-1',
      'disable queue-alive',
      'enable queue-server-1',
      'enable queue-alive',
      'disable built-in queue',
    ]);
  });

  it('has an entry that nothing runs by any more stay off, and says so', async () => {
    const fake = twice();
    let worked = false;
    fake.status.set('queue-alive', () => (worked ? { status: 'OFFLINE' } : { status: 'ONLINE', calls: 0 }));
    await drained(fake.run, OLD, 'role/queue-server-1', () => Promise.resolve(void (worked = true)));
    expect([fake.isEnabled('queue-server-1'), fake.isEnabled('queue-alive')]).toEqual([true, false]);
    expect(fake.warnings).toEqual([expect.stringContaining('as "queue-alive" as well')]);
  });

  it('has the calls waited for that came by one that takes no new ones', async () => {
    const fake = twice(false);
    fake.status.set('queue-alive', (now) => ({ status: 'ONLINE', calls: now < 70_000 ? 1 : 0 }));
    await drained(fake.run, OLD, 'restart/queue-server-1', () => {
      expect(fake.clock.now).toBeGreaterThanOrEqual(70_000);
      return Promise.resolve();
    });
    expect(fake.isEnabled('queue-alive')).toBe(false);
  });

  it('is left as it was when the calls on one of them do not end', async () => {
    const fake = twice();
    fake.status.set('queue-alive', { status: 'ONLINE', calls: 2 });
    const touched = jest.fn(() => Promise.resolve());
    await expect(drained(fake.run, OLD, 'restart/queue-server-1', touched)).rejects.toThrow(
      /queue-alive still has 2 calls/,
    );
    expect(touched).not.toHaveBeenCalled();
    expect([fake.isEnabled('queue-server-1'), fake.isEnabled('queue-alive')]).toEqual([true, true]);
  });
});
