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

test('a host can have four words masked, not all that others print', async () => {
  const { secrets } = await log(`for n in 1 2 3 4 5 6 7 8; do echo "token : server-name-$n"; done`);
  const others = Array.from({ length: 8 }, (_, n) => secrets.redact(`server-name-${n + 1}`));
  expect(others.filter((text) => text === '***')).toHaveLength(4);
});

test('an answer that is far too long is not read to its end', async () => {
  const hosts = host.connect();
  const asked = hosts.host(host.machine()).run('yes ::error::');
  await expect(asked).rejects.toThrow(/prints more than 32 MiB where a few lines were expected/);
  await hosts.close();
});
