import type { PortalServer, ServerStatus } from '../../../src/pbx/types';
import { unknown, type Reading } from '../../../src/host/reading';
import { inNumbers, roomWithout, tooSmall } from '../../../src/stages/capacity';
import { drained } from '../../../src/stages/drain';
import { clusterOf, GUIDE, MEDIA_2, planned } from './fixture';
import { fakeRun } from './fake-run';
import { sick } from './sick';

const TWO = clusterOf(GUIDE + MEDIA_2);
const media = (name: string, maxCallSessions: number, enabled = true): PortalServer => ({
  id: name,
  role: 'media',
  name,
  type: 'EXTERNAL',
  enabled,
  maxCallSessions,
});
const online = (calls: number): ServerStatus => ({ status: 'ONLINE', calls, load: { maxCallSessions: calls } });

describe('what is left of a role', () => {
  const entries = [media('a', 1000), media('b', 1000), media('c', 500, false)];
  const left = (status: Record<string, Reading<ServerStatus>>, ...away: string[]) =>
    roomWithout('media', entries, ({ id }) => status[id])(new Set(away)).map((room) => [room.load, room.left]);

  it('has to hold all that is up, also on those that go', () => {
    expect(left({ a: online(700), b: online(400), c: online(3) }, 'a')).toEqual([[1103, 1000]]);
  });

  it('is nothing that anybody could say when one does not tell, or is not known', () => {
    expect(left({ a: online(700), b: { status: 'ONLINE' } }, 'a')).toEqual([]);
    expect(left({ a: unknown('cut off'), b: online(900) }, 'a')).toEqual([[900, 1000]]);
    expect(roomWithout('queue', [], () => undefined)(new Set())).toEqual([]);
  });

  it('is told with the numbers', () => {
    const status = { a: online(700), b: online(400) } as Record<string, ServerStatus>;
    const rooms = roomWithout('media', entries, ({ id }) => status[id])(new Set(['a']));
    expect(inNumbers(tooSmall(rooms))).toBe('1100 calls are up, and the others take 1000');
  });
});

describe('a server whose others are too small', () => {
  const bench = (calls: () => number, onDrainTimeout: 'fail' | 'force' = 'fail') => {
    const cluster = { ...TWO, restart: { ...TWO.restart, drainTimeoutSeconds: 60, onDrainTimeout } };
    const fake = fakeRun(cluster);
    fake.status.set('media-server-1', () => online(calls()));
    fake.status.set('media-server-2', () => online(calls()));
    const work = jest.fn(() => {
      fake.status.set('media-server-1', online(0));
      return Promise.resolve();
    });
    return {
      ...fake,
      work,
      done: drained(fake.run, { name: 'media-server-1', role: 'media' }, 'restart/media-server-1', work),
    };
  };

  it('is not drained before they have room', async () => {
    let calls = 1500;
    const { done, told, work, clock } = bench(() => {
      // 3000 are up and the other one takes 2000, until they get fewer.
      if (clock.now > 20_000) calls = 0;
      return calls;
    });
    await done;
    expect(work).toHaveBeenCalledTimes(1);
    expect(clock.now).toBeGreaterThan(20_000);
    expect(told[0]).toBe('disable media-server-1');
  });

  it('is left as it is when that does not come in time', async () => {
    const { done, told, work } = bench(() => 1500);
    await expect(done).rejects.toThrow(
      'media-server-1 was left as it is: 3000 calls are up, and the others take 2000, so callers would be turned away',
    );
    expect([work.mock.calls, told]).toEqual([[], []]);
  });

  it('goes all the same where calls may be cut', async () => {
    const { done, warnings, work } = bench(() => 1500, 'force');
    await done;
    expect(work).toHaveBeenCalledTimes(1);
    expect(warnings[0]).toContain('3000 calls are up, and the others take 2000');
  });
});

it('a plan warns with the numbers', () => {
  const upgraded = clusterOf((GUIDE + MEDIA_2).replace('pbx:22', 'pbx:22.7'));
  const { warnings } = planned(TWO, upgraded, (live) => {
    const seen = sick(live, {});
    const status = new Map(seen.portal.status);
    for (const { id } of seen.portal.servers.media) status.set(id, online(1500));
    return { ...seen, portal: { ...seen.portal, status } };
  });
  expect(
    warnings.filter(({ code }) => code === 'too-little-left').map(({ server, message }) => [server, message]),
  ).toEqual([
    [
      'media-server-1',
      expect.stringContaining(
        'While media-server-1 is away, too little is left of the media servers: 4500 calls are up, and the others take 2000',
      ),
    ],
  ]);
});
