import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scaledClock } from '../../../src/clock';
import type { Job, JobResult } from '../../../src/host/types';
import { Secrets, silent } from '../../../src/log';
import { until } from '../../until';
import { FakeHost } from './server';

const open: FakeHost[] = [];
async function fakeHost() {
  const host = await FakeHost.start();
  open.push(host);
  return host;
}
afterAll(async () => {
  await Promise.all(open.splice(0).map((host) => host.stop()));
});

/** A control script that leaves a mark each time it runs. */
function controlScript(host: FakeHost, script: string): Job {
  writeFileSync(join(host.folder, 'ctl.sh'), `echo run >>runs\n${script}\n`);
  return {
    key: 'role',
    title: 'install media-1',
    cwd: host.folder,
    argv: ['/bin/sh', 'ctl.sh', 'run', '-n', 'media 1'],
    timeoutMs: 20_000,
  };
}
const runs = (host: FakeHost) => readFileSync(join(host.folder, 'runs'), 'utf8').split('\n').length - 1;
const jobFolders = (host: FakeHost) => readdirSync(join(host.state, 'jobs')).filter((name) => !name.startsWith('q.'));

describe('a job', () => {
  it.concurrent('runs with its arguments as they are, streams its log and gives back its exit code', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(
      server,
      'pwd; for a; do echo "<$a>"; done; echo "[error]: no such image"; printf last; exit 7',
    );
    const lines: string[] = [];
    const argv = [...job.argv, '$(id)', "it's", '', '*'];
    const result = await hosts.host(server.machine()).job({ ...job, argv }, (line) => lines.push(line));
    expect(lines).toEqual([
      server.folder,
      '<run>',
      '<-n>',
      '<media 1>',
      '<$(id)>',
      "<it's>",
      '<>',
      '<*>',
      '[error]: no such image',
      'last',
    ]);
    expect(result).toEqual({ exitCode: 7, errors: ['[error]: no such image'], tail: lines, attached: false });
    await hosts.close();
  });

  /** `sh cluster_ctl.sh run …` in a folder, until it is told to end; this machine's own pgrep finds it. */
  async function byHand(host: FakeHost, folder: string): Promise<ChildProcess> {
    host.command('pgrep', 'PATH=/usr/bin:/bin exec pgrep "$@"');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cluster_ctl.sh'), 'echo begun; read -r end');
    const process = spawn('/bin/sh', ['cluster_ctl.sh', 'run', '-t', 'tok_1234567890'], { cwd: folder });
    await once(process.stdout, 'data');
    return process;
  }

  it.concurrent('waits for a control script of its folder that somebody runs by hand, and says so once', async () => {
    const server = await fakeHost();
    const other = await byHand(server, server.folder);
    const told: string[] = [];
    let running: Promise<JobResult> | undefined;
    const waiting = new Promise<void>((resolve) => {
      const info = (text: string) => (told.push(text), resolve());
      const hosts = server.connect({ ...scaledClock(10), log: { ...silent, info } });
      const job = { ...controlScript(server, ''), timeoutMs: 600_000 };
      running = hosts
        .host(server.machine())
        .job(job, () => {})
        .finally(() => hosts.close());
    });
    await waiting;
    expect(existsSync(join(server.folder, 'runs'))).toBe(false);
    other.stdin?.end();
    expect((await running)?.exitCode).toBe(0);
    expect(told).toEqual([
      `media-1: waiting for a control script that somebody started by hand on this host: "/bin/sh cluster_ctl.sh run -t ***" (process ${other.pid})`,
    ]);
  });

  it.concurrent('does not wait for a script of another folder, whatever it is called', async () => {
    const server = await fakeHost();
    const other = await byHand(server, join(server.folder, 'other'));
    const hosts = server.connect();
    expect((await hosts.host(server.machine()).job(controlScript(server, ''), () => {})).exitCode).toBe(0);
    expect(other.exitCode).toBeNull();
    other.stdin?.end();
    await hosts.close();
  });

  it.concurrent('and is not said to go on when the run is cancelled before it was begun', async () => {
    const server = await fakeHost();
    const other = await byHand(server, server.folder);
    const abort = new AbortController();
    const hosts = server.connect({ sleep: () => Promise.resolve(abort.abort()) });
    const gone = hosts.host(server.machine()).job(controlScript(server, ''), () => {}, abort.signal);
    await expect(gone).rejects.toMatchObject({
      message: expect.stringMatching(/was not begun: the run was cancelled$/) as string,
      end: 'cancelled',
    });
    other.stdin?.end();
    await hosts.close();
  });

  it.concurrent('does not wait for it for ever', async () => {
    const server = await fakeHost();
    const other = await byHand(server, server.folder);
    let now = 0;
    const sleep = (ms: number) => Promise.resolve(void (now += Math.max(ms, 5 * 60_000)));
    const hosts = server.connect({ now: () => now, sleep });
    const job = { ...controlScript(server, ''), timeoutMs: 45 * 60_000 };
    await expect(hosts.host(server.machine()).job(job, () => {})).rejects.toThrow(
      `"/bin/sh cluster_ctl.sh run -t ***" (process ${other.pid}), which nobody started through this project, still runs after 15 minutes`,
    );
    other.stdin?.end();
    await hosts.close();
  });

  it.concurrent('is told line by line, while it runs, and its end at once', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(server, 'echo one; sleep 0.8; echo two; date +%s%N >ended');
    const seen: number[] = [];
    await hosts.host(server.machine()).job(job, () => seen.push(Date.now()));
    const late = Date.now() - Number(readFileSync(join(server.folder, 'ended'), 'utf8')) / 1e6;
    expect(seen[1]! - seen[0]!).toBeGreaterThan(400);
    expect(late).toBeLessThan(2000); // 0.3 s on a machine with nothing else to do
    await hosts.close();
  });

  it.concurrent('has no terminal, no input and the usual umask', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const lines: string[] = [];
    await hosts
      .host(server.machine())
      .job(controlScript(server, 'cat; umask; echo "${LC_ALL-unset}"'), (line) => lines.push(line));
    expect(lines).toEqual(['0022', 'unset']);
    await hosts.close();
  });

  it.concurrent('that cannot be begun ends with a message', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const result = await hosts
      .host(server.machine())
      .job({ ...controlScript(server, ''), cwd: '/no/such/folder' }, () => {});
    expect(result).toMatchObject({ exitCode: 111, errors: ['[error]: the folder /no/such/folder is missing'] });
    await hosts.close();
  });

  it.concurrent('begins once when two ask for the same at the same time', async () => {
    const server = await fakeHost();
    const job = controlScript(server, 'echo begun; sleep 0.7; echo ended');
    const results = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const hosts = server.connect();
        const lines: string[] = [];
        const result = await hosts.host(server.machine()).job(job, (line) => lines.push(line));
        await hosts.close();
        return { ...result, lines };
      }),
    );
    expect(runs(server)).toBe(1);
    for (const { exitCode, lines } of results)
      expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ['begun', 'ended'] });
    expect(results.filter(({ attached }) => !attached)).toHaveLength(1);
  });

  it.concurrent('waits for another one on the same host', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(server, 'echo "$4 begins" >>order; sleep 0.3; echo "$4 ends" >>order');
    await Promise.all(
      ['a', 'b', 'c'].map((key) =>
        hosts.host(server.machine()).job({ ...job, key, argv: [...job.argv.slice(0, 4), 'x', key] }, () => {}),
      ),
    );
    const order = readFileSync(join(server.folder, 'order'), 'utf8').trim().split('\n');
    for (let n = 0; n < 6; n += 2) expect(order[n + 1]).toBe(order[n]?.replace('begins', 'ends'));
    expect(runs(server)).toBe(3);
    await hosts.close();
  });

  it.concurrent('runs again when it is asked for after its end', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(server, '');
    for (let n = 0; n < 3; n++)
      expect(await hosts.host(server.machine()).job(job, () => {})).toMatchObject({ exitCode: 0, attached: false });
    expect(runs(server)).toBe(3);
    await hosts.close();
  });
});

describe('a connection that dies', () => {
  it.concurrent.each([1, 2, 3])(
    'at random moments changes nothing: the job runs once, no line is lost or told twice (%i)',
    async (seed) => {
      const server = await fakeHost();
      const hosts = server.connect();
      const job = controlScript(
        server,
        'i=0; while [ $i -lt 12 ]; do echo "line $i"; sleep 0.08; i=$((i + 1)); done; printf end',
      );
      const lines: string[] = [];
      let over = false;
      const disturbance = (async () => {
        for (let n = 0; !over && n < 8; n++) {
          // Often while it begins, later while it is followed
          await sleep(n < 4 ? 20 + ((seed * 37 + n * 53) % 90) : 180);
          server.drop();
        }
      })();
      const result = await hosts.host(server.machine()).job(job, (line) => lines.push(line));
      over = true;
      await disturbance;
      expect(lines).toEqual([...Array.from({ length: 12 }, (_, n) => `line ${n}`), 'end']);
      expect(result.exitCode).toBe(0);
      expect(runs(server)).toBe(1);
      await hosts.close();
    },
  );

  it.concurrent(
    'and a runner that dies with it leave the job running; the next run attaches and hears all of it',
    async () => {
      const server = await fakeHost();
      const job = controlScript(server, 'echo begun; while [ ! -e go ]; do sleep 0.05; done; echo ended');
      const first = server.connect();
      const abort = new AbortController();
      const gone = first.host(server.machine()).job(job, () => abort.abort(), abort.signal);
      await expect(gone).rejects.toMatchObject({
        message: expect.stringMatching(
          /was still running when the run was cancelled.*it continues on media-1/,
        ) as string,
        end: 'goes-on',
      });
      await first.close();

      const second = server.connect();
      const lines: string[] = [];
      const again = second.host(server.machine()).job(job, (line) => lines.push(line));
      await until(() => lines.length === 1);
      writeFileSync(join(server.folder, 'go'), '');
      expect(await again).toMatchObject({ exitCode: 0, attached: true });
      expect(lines).toEqual(['begun', 'ended']);
      expect(runs(server)).toBe(1);
      await second.close();
    },
  );

  it.concurrent('is not waited for longer than the job may take', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = { ...controlScript(server, 'while [ ! -e go ]; do sleep 0.05; done'), timeoutMs: 700 };
    await expect(hosts.host(server.machine()).job(job, () => {})).rejects.toMatchObject({ code: 'timeout' });
    writeFileSync(join(server.folder, 'go'), '');
    await hosts.close();
  });
});

describe('a log', () => {
  const SCRIPT =
    'i=0; while [ $i -lt 4 ]; do i=$((i + 1)); echo "line $i"; printf part; sleep 0.15; echo; done; printf end';
  const LINES = [1, 2, 3, 4].flatMap((n) => [`line ${n}`, 'part']);

  it.concurrent.each<[string, Record<string, string>]>([
    ['by one process for as long as it grows', {}],
    [
      'where tail knows no process to wait for',
      { tail: 'case $* in *--pid*) exit 1 ;; *) exec /usr/bin/tail "$@" ;; esac' },
    ],
    [
      'where tail opens anew what it is given',
      {
        tail: `case $* in
--version) echo "tail (uutils coreutils) 0.2.2" ;;
*--pid*) cat "/proc/$$/fd/0" ;;
*) exec /usr/bin/tail "$@" ;;
esac`,
      },
    ],
    ['where flock knows no time', { flock: 'case $* in *-w*) exit 1 ;; *) exec /usr/bin/flock "$@" ;; esac' }],
    ['where flock cannot lock', { flock: 'exit 1' }],
  ])('is read %s', async (_how, commands) => {
    const server = await fakeHost();
    server.command('sleep', 'echo >>slept; exec /bin/sleep "$@"');
    for (const [name, script] of Object.entries(commands)) server.command(name, script);
    const hosts = server.connect();
    const lines: string[] = [];
    const job = controlScript(server, SCRIPT.replace('sleep', '/bin/sleep'));
    const result = await hosts.host(server.machine()).job(job, (line) => lines.push(line));
    expect([result.exitCode, lines]).toEqual([0, [...LINES, 'end']]);
    // Only who cannot be told of the end looks again and again.
    expect(existsSync(join(server.folder, 'slept'))).toBe(Object.keys(commands).length > 0);
    await hosts.close();
  });

  it.concurrent('ends with a supervisor that nobody has reaped', async () => {
    const server = await fakeHost();
    // Its parent goes on without ever asking for it, as a first process of a container that reaps nobody.
    const parent = 'pid=$$; setsid "$@" & exec /bin/sleep 30';
    server.command('setsid', `PATH=/usr/bin:/bin /bin/sh -c '${parent}' sh "$@" &`);
    const hosts = server.connect();
    expect(await hosts.host(server.machine()).job(controlScript(server, 'echo ok'), () => {})).toMatchObject({
      exitCode: 0,
      tail: ['ok'],
    });
    await hosts.close();
  });
});

describe('an interrupted job', () => {
  it.concurrent('is begun again when it was killed with its supervisor, as a reboot does', async () => {
    const server = await fakeHost();
    const job = controlScript(server, 'echo begun; [ -e second ] || { : >second; kill -9 $PPID $$; }; echo ended');
    const lines: string[] = [];
    const hosts = server.connect({ log: { ...silent, warning: (text) => void lines.push(text) } });
    const result = await hosts.host(server.machine()).job(job, (line) => lines.push(line));
    expect(result).toMatchObject({ exitCode: 0, tail: ['begun', 'ended'] });
    expect(lines.join('\n')).toMatch(/begun\n.*was interrupted.*begun again\nbegun\nended/);
    await hosts.close();
  });

  it.concurrent('is not begun for ever', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    await expect(hosts.host(server.machine()).job(controlScript(server, 'kill -9 $PPID $$'), () => {})).rejects.toThrow(
      /interrupted 3 times/,
    );
    await hosts.close();
  });

  it.concurrent('that is about to begin when the run is cancelled is known to have begun', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const abort = new AbortController();
    server.command('setsid', ': >starting; while [ ! -e cancelled ]; do sleep 0.05; done; exec "$@"');
    const job = controlScript(server, 'while [ ! -e go ]; do sleep 0.05; done');
    const gone = hosts.host(server.machine()).job(job, () => {}, abort.signal);
    await until(() => existsSync(join(server.folder, 'starting')));
    abort.abort();
    writeFileSync(join(server.folder, 'cancelled'), '');
    await expect(gone).rejects.toMatchObject({
      end: 'goes-on',
      message: expect.stringMatching(/was still running when the run was cancelled/),
    });
    writeFileSync(join(server.folder, 'go'), '');
    expect((await hosts.host(server.machine()).job(job, () => {})).exitCode).toBe(0);
    await hosts.close();
  });

  it.concurrent('of an earlier run is told with its last lines', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(server, 'echo "pulling"; while [ ! -e go ]; do sleep 0.05; done');
    const abort = new AbortController();
    await hosts
      .host(server.machine())
      .job(job, () => abort.abort(), abort.signal)
      .catch(() => {});
    const [folder] = jobFolders(server);
    const pidFile = join(server.state, 'jobs', folder ?? '', 'pid');
    // Another boot: the same process numbers mean nothing any more.
    const words = readFileSync(pidFile, 'utf8').trim().split(' ');
    writeFileSync(pidFile, `${[...words.slice(0, 4), 'another-boot'].join(' ')}\n`);
    writeFileSync(join(server.folder, 'go'), '');
    await until(() => existsSync(join(server.state, 'jobs', folder ?? '', 'exit')));
    // What the old boot's supervisor wrote after that does not exist in this story.
    writeFileSync(join(server.state, 'jobs', folder ?? '', 'exit'), '');
    const lines: string[] = [];
    expect(await hosts.host(server.machine()).job(job, (line) => lines.push(line))).toMatchObject({
      exitCode: 0,
      attached: false,
    });
    expect(lines.join('\n')).toMatch(/begun before and interrupted.*\npulling\n.*pulling/s);
    await hosts.close();
  });

  it.concurrent('whose supervisor alone was killed is waited for, then begun again, never beside itself', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(
      server,
      'mkdir busy || echo "[error]: beside itself"; [ -e second ] || { : >second; kill -9 $PPID; sleep 0.6; }; rmdir busy; echo ended',
    );
    const result = await hosts.host(server.machine()).job(job, () => {});
    expect(result).toMatchObject({ exitCode: 0, errors: [], tail: ['ended'] });
    expect(runs(server)).toBe(2);
    await hosts.close();
  });

  it.concurrent('whose supervisor never gets so far as to begin it is begun again', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    server.command('setsid', 'if [ -e once ]; then exec "$@"; else : >once; fi');
    expect(await hosts.host(server.machine()).job(controlScript(server, 'echo ok'), () => {})).toMatchObject({
      exitCode: 0,
      tail: ['ok'],
    });
    expect(runs(server)).toBe(1);
    server.command('setsid', 'exit 0');
    await expect(hosts.host(server.machine()).job(controlScript(server, ''), () => {})).rejects.toThrow(
      /does not begin "install media-1"/,
    );
    await hosts.close();
  });

  it.concurrent("that was claimed but never begun, as its starter died, is in nobody's way", async () => {
    const server = await fakeHost();
    const jobs = join(server.state, 'jobs');
    mkdirSync(join(jobs, 'dead-starter'), { recursive: true });
    writeFileSync(join(jobs, 'dead-starter', 'argv'), "set -- 'rm' '-rf' 'everything'\n");
    writeFileSync(join(jobs, 'dead-starter', 'key'), 'role\n');
    writeFileSync(join(jobs, 'q.00000041'), 'dead-starter\n');
    const hosts = server.connect();
    expect(await hosts.host(server.machine()).job(controlScript(server, 'echo ok'), () => {})).toMatchObject({
      exitCode: 0,
      tail: ['ok'],
    });
    expect(readFileSync(join(jobs, 'dead-starter', 'pid'), 'utf8')).toBe('void\n');
    expect(existsSync(join(jobs, 'dead-starter', 'argv'))).toBe(false);
    expect(existsSync(join(jobs, 'q.00000042'))).toBe(true);
    await hosts.close();
  });
});

describe('secrets of a job', () => {
  it.concurrent(
    'are neither on a command line of ours, nor in its folder once it runs, nor in what is passed on',
    async () => {
      const server = await fakeHost();
      const secrets = new Secrets();
      const hosts = server.connect({ secrets });
      const job = controlScript(
        server,
        'echo "[info]: args $*"; echo "[error]: bad $4"; cat "$STATE"/jobs/*/argv 2>/dev/null',
      );
      const lines: string[] = [];
      const argv = [...job.argv.slice(0, 3), '-t', 's3cret-token'];
      const result = await hosts
        .host(server.machine())
        .job({ ...job, argv, secrets: ['s3cret-token'] }, (line) => lines.push(line));
      expect(server.commands.join()).not.toContain('s3cret-token');
      expect(JSON.stringify([lines, result])).not.toContain('s3cret-token');
      expect(lines[0]).toBe('[info]: args run -t ***');
      expect(lines).toHaveLength(2);
      await hosts.close();
    },
  );

  it.concurrent('that we do not know, as another run began it, are found in what im_ctl.sh prints', async () => {
    const server = await fakeHost();
    const hosts = server.connect();
    const job = controlScript(
      server,
      'echo "[info]: args -E -t unknown-token -x 192.168.1.20"; echo "token     : unknown-token"',
    );
    const lines: string[] = [];
    await hosts.host(server.machine()).job(job, (line) => lines.push(line));
    expect(lines).toEqual(['[info]: args -E -t *** -x 192.168.1.20', 'token     : ***']);
    await hosts.close();
  });
});

it.concurrent('old jobs are pruned, the last ten stay', async () => {
  const server = await fakeHost();
  const hosts = server.connect();
  const job = controlScript(server, '');
  for (let n = 0; n < 12; n++) await hosts.host(server.machine()).job(job, () => {});
  expect(jobFolders(server)).toHaveLength(10);
  expect(readdirSync(join(server.state, 'jobs')).filter((name) => name.startsWith('q.'))).toHaveLength(10);
  await hosts.close();
});
