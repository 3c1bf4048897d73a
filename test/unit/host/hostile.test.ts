import '../github/actions-modules';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsLog } from '../../../src/github/log';
import { Secrets } from '../../../src/log';
import { obeyed } from '../github/runner';
import { FakeHost } from './server';

/** A host that somebody else has taken over answers as it likes. It gets no further than its own lines in the log. */
let host: FakeHost;
beforeEach(async () => (host = await FakeHost.start()));
afterEach(() => host.stop());

/** All that the runner gets to see of a control script that prints `script`'s output, but for the lines around its fold. */
async function log(script: string): Promise<{ lines: string[]; secrets: Secrets; result: unknown }> {
  writeFileSync(join(host.folder, 'ctl.sh'), script);
  const secrets = new Secrets();
  const chunks: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    // Secrets of its own: the SSH key's masks are not the host's doing.
    const actions = actionsLog(new Secrets());
    const hosts = host.connect({ secrets });
    const job = { key: 'role', title: 'install', cwd: host.folder, argv: ['/bin/sh', 'ctl.sh'], timeoutMs: 60_000 };
    const result = await hosts.host(host.machine()).job(job, (line) => actions.remote('media-1', line));
    await hosts.close();
    actions.close();
    const lines = chunks.join('').split('\n').slice(0, -1);
    return {
      lines: lines.filter((line) => !/^::(group:: {2}media-1: \d+ lines|endgroup::)$/.test(line)),
      secrets,
      result,
    };
  } finally {
    write.mockRestore();
  }
}

afterEach(() => delete process.env['RUNNER_DEBUG']);

test.each([
  ['folded', ''],
  ['as they come, where details are asked for', '1'],
])(
  'workflow commands, colours, cursor movements and hidden characters of a host are shown %s, not obeyed',
  async (_how, debug) => {
    process.env['RUNNER_DEBUG'] = debug;
    const { lines } = await log(String.raw`
    printf '::add-mask::media\n::set-output name=changed::false\n##[group]x\n'
    printf '  ::stop-commands::x\n\r::error::after a return\n\033]0;title\007\033[2J::warning::drawn\n'
    printf '\342\200\213::save-state name=x::y\n\000::debug::nul\n'
    printf '\302\205::set-env name=PATH::/tmp\n\377\376 not UTF-8\n'`);
    expect(lines.filter(obeyed)).toEqual([]);
    expect(lines.every((line) => line.startsWith('[media-1] '))).toBe(debug === '1');
    // eslint-disable-next-line no-control-regex
    expect(lines.join('').replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b]/);
    expect(lines.join('\n')).toContain(':set-output name=changed::false');
  },
);

test('a line without an end arrives in pieces that are no commands either', async () => {
  const { lines } = await log(`head -c 200000 /dev/zero | tr '\\0' 'x'; printf '::error::tail\\n'`);
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(lines.filter(obeyed)).toEqual([]);
});

test('a log that does not stop is cut off, and its end still counts', async () => {
  const { lines, result } = await log(
    `head -c 20000000 /dev/zero | tr '\\0' 'x' | fold -w 1000; echo; echo '[error]: at the end'; exit 3`,
  );
  expect(lines.join('').length).toBeLessThan(5 * 1024 * 1024);
  expect(lines.at(-1)).toMatch(
    /no more of this is shown; all of it is in \/var\/lib\/portsip-cluster\/jobs on the host/,
  );
  expect(result).toMatchObject({ exitCode: 3, errors: ['[error]: at the end'] });
});

test('a host has no word masked that others print', async () => {
  const { secrets, lines } = await log(
    `for n in 1 2 3; do echo "token : server-name-$n"; echo "[info]: args -t server-name-$n"; done; echo server-name-1 is mine`,
  );
  expect(lines.join('\n')).not.toContain('server-name-1');
  expect(secrets.redact('server-name-1 server-name-2')).toBe('server-name-1 server-name-2');
});

test('a million tokens of a container cost nothing, and mask nothing', async () => {
  const box = { name: '/portsip.media', image: 'i', imageId: 'i', running: true, created: 'c', started: 's' };
  writeFileSync(
    join(host.folder, 'box.json'),
    JSON.stringify({ ...box, args: Array.from({ length: 200_000 }, (_, n) => (n % 2 ? `word-${n}` : '-t')) }),
  );
  host.command('docker', `case $1 in ps) echo portsip.media ;; inspect) cat "$HOME/box.json"; echo ;; esac`);
  const secrets = new Secrets();
  const hosts = host.connect({ secrets });
  const request = { scriptsPath: host.folder, dataPath: host.folder };
  const { containers } = await hosts.host(host.machine()).facts(request);
  expect(containers).toHaveLength(1);
  expect(secrets.redact('word-1 word-199999')).toBe('word-1 word-199999');
  await hosts.close();
});

test('an answer that is far too long is not read to its end', async () => {
  const hosts = host.connect();
  const asked = hosts.host(host.machine()).run('yes ::error::');
  await expect(asked).rejects.toThrow(/prints more than 32 MiB where a few lines were expected/);
  await hosts.close();
});
