import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireLock, refreshLock, releaseLock, writeRecord } from '../../../src/host/files';
import { FakeHost } from './server';

let server: FakeHost;
let hosts: ReturnType<FakeHost['connect']>;
beforeEach(async () => {
  server = await FakeHost.start();
  hosts = server.connect();
});
afterEach(async () => {
  await hosts.close();
  await server.stop();
});
const host = () => hosts.host(server.machine());
const holder = (id: string) => ({ id, host: 'runner', time: '2026-11-21T00:00:00Z' });
const lockFile = () => join(server.state, 'acme.lock/holder.json');
const MINUTE = { staleAfterMs: 60_000 };
const beatFile = () => join(server.state, 'acme.lock/beat');
/** As if its holder had said for so long that it lives */
function age(seconds: number): void {
  const [beat, ...rest] = readFileSync(beatFile(), 'utf8').split(' ');
  writeFileSync(beatFile(), [Math.max(0, Number(beat) - seconds), ...rest].join(' '));
}
const touched = (seconds: number) => utimesSync(lockFile(), Date.now() / 1000 + seconds, Date.now() / 1000 + seconds);

describe('the record', () => {
  it('is written whole, for root only, and nothing else is left behind', async () => {
    const json = JSON.stringify({ version: 1, name: `it's $(id) "ü"\n` });
    await writeRecord(host(), 'acme', '{}');
    await writeRecord(host(), 'acme', json);
    expect(readFileSync(join(server.state, 'acme.json'), 'utf8')).toBe(json);
    expect(statSync(join(server.state, 'acme.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(server.state)).toEqual(['acme.json']);
  });

  it('that cannot be written is an error, and the old one stays', async () => {
    await writeRecord(host(), 'acme', '{"old":true}');
    server.command('mv', 'echo "mv: No space left on device" >&2; exit 1');
    await expect(writeRecord(host(), 'acme', '{}')).rejects.toThrow(/could not keep the record.*No space left/);
    expect(readFileSync(join(server.state, 'acme.json'), 'utf8')).toBe('{"old":true}');
  });

  it('of a cluster with an impossible name is not touched', async () => {
    await expect(writeRecord(host(), '../etc/passwd', '{}')).rejects.toThrow(TypeError);
  });
});

describe('the lock', () => {
  it('is held by one, who may take it again, until it is released', async () => {
    expect(await acquireLock(host(), 'acme', holder('one'), MINUTE)).toEqual({ acquired: true });
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({
      acquired: false,
      holder: holder('one'),
    });
    expect(await acquireLock(host(), 'acme', holder('one'), MINUTE)).toEqual({ acquired: true });
    expect(await releaseLock(host(), 'acme', 'two')).toBe(false);
    expect(await releaseLock(host(), 'acme', 'one')).toBe(true);
    expect(existsSync(join(server.state, 'acme.lock'))).toBe(false);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toEqual({ acquired: true });
  });

  it('is taken over when its holder has said nothing for long', async () => {
    await acquireLock(host(), 'acme', holder('one'), MINUTE);
    age(50);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false });
    age(90);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toEqual({
      acquired: true,
      tookOver: holder('one'),
    });
    expect(await refreshLock(host(), 'acme', 'one')).toBe(false);
  });

  it('is kept by a holder that says it lives', async () => {
    await acquireLock(host(), 'acme', holder('one'), MINUTE);
    age(90);
    expect(await refreshLock(host(), 'acme', 'one')).toBe(true);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false });
  });

  it('goes to one of many that come at once, stale or free', async () => {
    for (const round of ['free', 'stale']) {
      if (round === 'stale') age(90);
      const ids = [1, 2, 3, 4, 5, 6].map((n) => `${round}-${n}`);
      const results = await Promise.all(ids.map((id) => acquireLock(host(), 'acme', holder(id), MINUTE)));
      expect(results.filter(({ acquired }) => acquired)).toHaveLength(1);
    }
  });

  it('whose writer died half way becomes stale like any other', async () => {
    mkdirSync(join(server.state, 'acme.lock'), { recursive: true });
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false, holder: {} });
    writeFileSync(lockFile(), '{"id":');
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false, holder: {} });
    age(90);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: true });
  });

  it('becomes stale whatever date its file has', async () => {
    await acquireLock(host(), 'acme', holder('one'), MINUTE);
    touched(86_400);
    // Somebody wrote it just now: its time begins anew, once.
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false });
    age(90);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: true });
  });

  it('does not become stale when the clock of the host is set', async () => {
    await acquireLock(host(), 'acme', holder('one'), MINUTE);
    server.command('date', '[ "$1" = -r ] && exec /bin/date "$@"; echo 4102444800');
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false });
  });

  it('of before a restart of the host is as old as that, at least', async () => {
    await acquireLock(host(), 'acme', holder('one'), MINUTE);
    const [, , stamp] = readFileSync(beatFile(), 'utf8').split(' ');
    writeFileSync(beatFile(), `99999999 another-boot ${stamp}`);
    const up = Number(readFileSync('/proc/uptime', 'utf8').split('.')[0]);
    const asked = await acquireLock(host(), 'acme', holder('two'), { staleAfterMs: (up + 3600) * 1000 });
    expect(asked).toMatchObject({ acquired: false });
    expect(asked.acquired || asked.idleMs).toBeGreaterThanOrEqual(up * 1000);
    expect(await acquireLock(host(), 'acme', holder('two'), { staleAfterMs: up * 1000 })).toMatchObject({
      acquired: true,
    });
  });

  it('is not taken from whoever touches it, as earlier versions do', async () => {
    await acquireLock(host(), 'acme', holder('one'), MINUTE);
    age(90);
    touched(-1);
    expect(await acquireLock(host(), 'acme', holder('two'), MINUTE)).toMatchObject({ acquired: false });
  });
});
