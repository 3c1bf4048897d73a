import './actions-modules';
import { actionsLog, changeLine, seconds } from '../../../src/github/log';
import { Secrets } from '../../../src/log';

const KEY =
  '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nQyNTUxOQAAACDf0Jq5nm2sX8\n-----END OPENSSH PRIVATE KEY-----\n';

/** All that reaches the runner, in order, as lines. */
function capture(act: (log: ReturnType<typeof actionsLog>, secrets: Secrets) => void): string[] {
  const chunks: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    const secrets = new Secrets();
    act(actionsLog(secrets), secrets);
  } finally {
    write.mockRestore();
  }
  return chunks.join('').split('\n').slice(0, -1);
}

test('a secret is masked, line by line, before the first line that holds it', () => {
  const lines = capture((log, secrets) => {
    secrets.add(KEY);
    log.info(`using ${KEY}`);
  });
  expect(lines).toEqual([
    '::add-mask::b3BlbnNzaC1rZXktdjEAAAAA',
    '::add-mask::QyNTUxOQAAACDf0Jq5nm2sX8',
    'using -----BEGIN OPENSSH PRIVATE KEY-----',
    '***',
    '***',
    '-----END OPENSSH PRIVATE KEY-----',
    '',
  ]);
});

describe("a host's lines", () => {
  test('carry its name and are shown, not obeyed', () => {
    const lines = capture((log) => {
      log.remote('media-server-1', '::set-env name=PATH::/tmp\r##[error]x');
      log.close();
    });
    expect(lines).toEqual(['  [media-server-1] ::set-env name=PATH::/tmp', '  [media-server-1] ## [error]x']);
  });

  test('stand together, to be folded up, below the end of what they are about', () => {
    const lines = capture((log) => {
      for (let n = 1; n <= 3; n++) for (const host of ['a', 'b']) log.remote(host, `::error::line ${n} of ${host}`);
      log.remote('pbx', 'from the main server');
      log.change({ id: 'role/a', state: 'done', elapsedMs: 400 });
      log.change({ id: 'restart/loadbalancer', state: 'done', elapsedMs: 400 });
      log.close();
    });
    expect(lines).toEqual([
      '✓ role/a (0.4 s)',
      '::group::  a: 3 lines',
      ...[1, 2, 3].map((n) => `: :error::line ${n} of a`),
      '::endgroup::',
      '✓ restart/loadbalancer (0.4 s)',
      '  [pbx] from the main server',
      '::group::  b: 3 lines',
      ...[1, 2, 3].map((n) => `: :error::line ${n} of b`),
      '::endgroup::',
    ]);
  });

  test('are printed as they come where details are asked for', () => {
    process.env['RUNNER_DEBUG'] = '1';
    const lines = capture((log) => log.remote('a', 'now'));
    delete process.env['RUNNER_DEBUG'];
    expect(lines).toEqual(['[a] now']);
  });
});

test('what takes long is named every half minute while nothing else is said of it', () => {
  jest.useFakeTimers({ now: 0 });
  const lines = capture((log) => {
    log.change({ id: 'role/a', state: 'started' });
    log.change({ id: 'role/b', state: 'started' });
    jest.advanceTimersByTime(20_000);
    log.change({ id: 'role/b', state: 'progress', message: 'pulling the image' });
    jest.advanceTimersByTime(35_000);
    log.change({ id: 'role/b', state: 'done', elapsedMs: 55_000 });
    jest.advanceTimersByTime(10_000);
    log.change({ id: 'role/a', state: 'failed', message: 'no' });
    jest.advanceTimersByTime(300_000);
  });
  jest.useRealTimers();
  expect(lines.slice(2)).toEqual([
    '… role/b: pulling the image',
    '… still going after 30 s: role/a',
    '… still going after 50 s: role/b (pulling the image)',
    '✓ role/b (55 s)',
    '… still going after 60 s: role/a',
    '✗ role/a: no',
  ]);
});

test('debug output is escaped and redacted as well', () => {
  const lines = capture((log, secrets) => {
    secrets.add('hunter2hunter2');
    log.debug('one\n::error::two hunter2hunter2');
  });
  expect(lines.at(-1)).toBe('::debug::one%0A: :error::two ***');
});

test('ten errors are annotations, all of them are in the log', () => {
  const lines = capture((log) => {
    for (let n = 1; n <= 12; n++) log.error(`problem ${n}`);
  });
  expect(lines.filter((line) => line.startsWith('::error::'))).toHaveLength(10);
  expect(lines.at(-1)).toBe('error: problem 12');
});

test('problems of the cluster file are annotated where they are', () => {
  const problem = {
    file: 'cluster.yaml',
    line: 12,
    column: 5,
    severity: 'error',
    code: 'duplicate-name',
    message: 'two servers are called a',
    cure: 'rename one',
  } as const;
  const lines = capture((log) => log.problems(Array.from({ length: 11 }, () => problem)));
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines.at(-1)).toBe('::error::and 2 more errors: all of them are in the log');
  expect(lines[11]).toBe(
    '::error title=duplicate-name,file=cluster.yaml,line=12,col=5::two servers are called a — rename one',
  );
  expect(lines.filter((line) => line.startsWith('cluster.yaml:12:5: error: '))).toHaveLength(11);
});

test('a group ends although its work fails', async () => {
  let failed: Promise<unknown> | undefined;
  const lines = capture((log) => {
    failed = log.group('install\n::error::x', () => {
      throw new Error('no');
    });
    failed.catch(() => {});
  });
  await expect(failed).rejects.toThrow('no');
  expect(lines).toEqual(['::group::install : :error::x', '::endgroup::']);
});

test('a change is a line', () => {
  expect(changeLine({ id: 'role/a', state: 'done', elapsedMs: 21_400 })).toBe('✓ role/a (21 s)');
  expect(changeLine({ id: 'role/a', state: 'failed', message: 'no', elapsedMs: 400 })).toBe('✗ role/a: no (0.4 s)');
  expect(seconds(185_000)).toBe('3 min 5 s');
});

test('findings are annotated at their server, and the last one says how many more there are', () => {
  const findings = Array.from({ length: 12 }, (_, n) => ({
    code: 'disk-low',
    severity: 'warning' as const,
    server: `media-server-${n}`,
    message: 'little free disk',
  }));
  const lines = capture((log) =>
    log.findings(findings, undefined, ({ server, code }) => ({
      title: code,
      file: 'cluster.yaml',
      startLine: Number(server?.slice(13)) + 20,
    })),
  );
  expect(lines[0]).toBe('::warning title=disk-low,file=cluster.yaml,line=20::media-server-0: little free disk');
  expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
  expect(lines[9]).toBe('::warning::and 3 more warnings: all of them are in the log');
  expect(lines.slice(10)).toEqual([9, 10, 11].map((n) => `warning: media-server-${n}: little free disk`));
});

test("what a host's line says is not said again as progress", () => {
  process.env['RUNNER_DEBUG'] = '1';
  const lines = capture((log) => {
    log.remote('media-server-1', '[info]: starting');
    log.change({ id: 'role/media-server-1', state: 'progress', message: 'starting' });
    log.change({ id: 'role/media-server-1', state: 'progress', message: 'waiting for ONLINE in the portal' });
  });
  delete process.env['RUNNER_DEBUG'];
  expect(lines).toEqual([
    '[media-server-1] [info]: starting',
    '… role/media-server-1: waiting for ONLINE in the portal',
  ]);
});

test('what only counts on is said now and then', () => {
  const now = jest.spyOn(Date, 'now');
  const lines = capture((log) => {
    for (let second = 0; second < 60; second += 2) {
      now.mockReturnValue(second * 1000);
      const message = `waiting for ${80 - second} calls on media-server-1 to end (${second} s of 30 min)`;
      log.change({ id: 'restart/media-server-1', state: 'progress', message });
    }
    log.change({ id: 'restart/media-server-1', state: 'progress', message: 'waiting for ONLINE in the portal' });
  });
  now.mockRestore();
  expect(lines.map((line) => /\(\d+ s|ONLINE/.exec(line)?.[0])).toEqual(['(0 s', '(30 s', 'ONLINE']);
});
