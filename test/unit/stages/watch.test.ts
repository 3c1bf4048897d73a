import { seenContainers } from '../../../src/host/containers';
import { isReachable } from '../../../src/host/reachable';
import type { HostFacts } from '../../../src/host/types';
import { applyChanges } from '../../../src/deploy/apply';
import { deployed } from '../../../src/stages/deployed';
import { fakeRun } from './fake-run';
import { clusterOf, GUIDE, guide, only, planned } from './fixture';

/* What is looked at once a control script has ended: that its server stays up and reports to the PBX. */

const NAME = 'media-server-1';

interface Watched {
  /** When the container began, as its host would say at a time; undefined: it does not run then */
  startedAt: (now: number) => number | undefined;
  /** Whether the PBX says ONLINE at a time; `ended`: when the last script did */
  online: (now: number, ended: number) => boolean;
}

/** Installs the media server, or upgrades it, with a clock that goes on to whatever is due next. */
async function watched(change: 'create' | 'update', { startedAt, online }: Watched) {
  const head = change === 'create' ? guide() : clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7'));
  const fake = fakeRun(head, deployed(head, head));
  const { run, clock, status } = fake;
  const sleepers = new Set<{ due: number; wake: () => void }>();
  const pump = setInterval(() => {
    const next = [...sleepers].sort((a, b) => a.due - b.due)[0];
    if (!next) return;
    clock.now = Math.max(clock.now, next.due);
    next.wake();
  }, 1);
  run.session.sleep = (ms, signal) =>
    new Promise((resolve) => {
      const sleeper = { due: clock.now + ms, wake: () => void (sleepers.delete(sleeper), resolve()) };
      if (signal?.aborted) return resolve();
      signal?.addEventListener('abort', sleeper.wake, { once: true });
      sleepers.add(sleeper);
    });
  const asked: number[] = [];
  let scriptEnded = 0;
  status.set(NAME, (now) => {
    asked.push(now);
    return { status: online(now, scriptEnded) ? 'ONLINE' : 'OFFLINE', calls: 0 };
  });
  const main = run.session.hosts.host(head.pbx.machine);
  run.session.hosts.host = (machine) => ({
    ...main,
    machine,
    run: () => Promise.resolve({ code: 0, stdout: 'bind: address in use\n', stderr: '' }),
    job: () => {
      scriptEnded = clock.now;
      return Promise.resolve({ exitCode: 0, errors: [], tail: [], attached: false });
    },
    facts: () => {
      const seen = run.live.hosts.get(NAME);
      if (!isReachable(seen)) throw new Error(`no facts of ${NAME}`);
      const since = startedAt(clock.now);
      const containers = seenContainers(seen).map((container) => ({
        ...container,
        running: since !== undefined,
        startedAt: new Date(since ?? 0).toISOString(),
      }));
      return Promise.resolve<HostFacts>({ ...seen, clockSkewMs: 0, containers });
    },
  });
  const base = change === 'create' ? undefined : guide();
  const role = { ...only(planned(base, head), 'role', NAME), needs: [] };
  expect(role.action).toBe(change);
  try {
    const outcome = await applyChanges([role], [role], run, () => undefined, { concurrency: 1 });
    // Before the script the PBX was asked for the calls that were to end.
    return {
      outcome,
      tookMs: clock.now,
      enabled: fake.isEnabled(NAME),
      waitedMs: asked.filter((at) => at > scriptEnded).map((at) => at - scriptEnded),
    };
  } finally {
    clearInterval(pump);
  }
}

it('a new server is done as soon as the PBX sees it', async () => {
  const { outcome, tookMs } = await watched('create', { startedAt: () => 0, online: (now) => now >= 200 });
  expect(outcome.failed).toEqual([]);
  expect(tookMs).toBeLessThan(600);
});

it('a deploy waits for a new server that is not seen at once', async () => {
  const { outcome, tookMs } = await watched('create', { startedAt: () => 0, online: (now) => now >= 20_000 });
  expect(outcome.failed).toEqual([]);
  expect(tookMs).toBeGreaterThanOrEqual(20_000);
});

it('one that is started again and again fails soon and with its last words, not after minutes without ONLINE', async () => {
  const { outcome, tookMs } = await watched('create', {
    startedAt: (now) => Math.floor(now / 700) * 700,
    online: () => false,
  });
  expect(outcome.failed.map(({ message }) => message)).toEqual([
    expect.stringMatching(/portsip\.mediaserver keeps restarting; its log says: bind: address in use/),
  ]);
  expect(tookMs).toBeLessThan(5_000);
});

it('one that was seen for a moment and is gone has failed', async () => {
  // Up when it was looked at first, and away since: the look after ONLINE tells.
  const { outcome } = await watched('create', {
    startedAt: (now) => (now < 400 ? 0 : undefined),
    online: (now) => now >= 500,
  });
  expect(outcome.failed.map(({ message }) => message)).toEqual([expect.stringMatching(/does not run/)]);
});

it('nothing waits for what happens to it after it was seen', async () => {
  const { outcome } = await watched('create', { startedAt: (now) => (now < 100 ? 0 : undefined), online: () => true });
  expect(outcome.failed).toEqual([]);
});

it('what the PBX says of one that is upgraded counts once it was lost from sight, and not before it has stayed up', async () => {
  const { outcome, tookMs } = await watched('update', {
    startedAt: () => 4_000,
    online: (now, ended) => !ended || now > ended + 2_000,
  });
  expect(outcome.failed).toEqual([]);
  expect(tookMs).toBeGreaterThanOrEqual(2_000);
  expect(tookMs).toBeLessThan(12_000);
});

it('an ONLINE that never went counts a quarter of a minute after the server is up', async () => {
  const { outcome, waitedMs } = await watched('update', { startedAt: () => 4_000, online: () => true });
  expect(outcome.failed).toEqual([]);
  expect(waitedMs.at(-1)).toBeGreaterThanOrEqual(15_000);
  expect(waitedMs.at(-1)).toBeLessThan(20_000);
});

it('one that the PBX still takes for ONLINE and that never reports again gets no calls', async () => {
  const { outcome, enabled } = await watched('update', {
    startedAt: () => 4_000,
    online: (now, ended) => !ended || now < ended + 8_000,
  });
  expect(outcome.failed.map(({ message }) => message)).toEqual([
    expect.stringMatching(/the PBX does not see it: still OFFLINE/),
  ]);
  expect(enabled).toBe(false);
});
