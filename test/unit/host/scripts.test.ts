import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyScript, startAgainScript } from '../../../src/host/backup-scripts';
import { HA_STATUS, KNOW_HOSTS, LET_IN, PUBLIC_KEY, SIGN_IN } from '../../../src/host/control-plane/control-node';
import { FACTS } from '../../../src/host/facts-script';
import { CHANGE_LOCK, READ_LOCK, WRITE_RECORD } from '../../../src/host/files';
import { CHANGE_SOURCES, LIST_ZONES } from '../../../src/host/trusted-sources';
import { FOLLOW_JOB, START_JOB, TAIL_JOB } from '../../../src/host/job-scripts';
import { PREPARE_HOST } from '../../../src/host/prepare-script';
import { REBOOT_HOST } from '../../../src/host/reboot-script';
import { REGISTRY_SIGN_IN, REGISTRY_SIGN_OUT } from '../../../src/host/registry-login';
import { printfEscape, shellQuote } from '../../../src/host/shell-quote';
import { loader, payload } from '../../../src/host/shell';

const BACKUP = {
  name: 'im-server-1',
  address: '192.168.1.25',
  at: '2026-11-26T02:00:00.000Z',
  to: '/var/backups/portsip/acme/20261126T020000Z-im-server-1',
  stop: ['/bin/sh', 'im_ctl.sh', 'stop'],
  start: ['/bin/sh', 'im_ctl.sh', 'start'],
  scripts: '/opt/portsip',
  container: 'portsip.instantmessage',
  companions: ['portsip.database'],
  parts: [{ name: 'im-data', path: '/var/lib/portsip/im-data' }],
};

const SCRIPTS = {
  COPY: copyScript(BACKUP),
  START_AGAIN: startAgainScript(BACKUP),
  FACTS,
  START_JOB,
  FOLLOW_JOB,
  TAIL_JOB,
  LIST_ZONES,
  CHANGE_SOURCES,
  WRITE_RECORD,
  READ_LOCK,
  CHANGE_LOCK,
  SIGN_IN,
  HA_STATUS,
  PUBLIC_KEY,
  LET_IN,
  KNOW_HOSTS,
  PREPARE_HOST,
  REBOOT_HOST,
  REGISTRY_SIGN_IN,
  REGISTRY_SIGN_OUT,
};
const installed = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
const shells = ['sh', 'dash', 'bash', 'busybox'].filter(installed);

describe.each(Object.entries(SCRIPTS))('the script %s', (_name, script) => {
  it.each(shells)('is understood by %s', (shell) => {
    expect(
      spawnSync(shell, [...(shell === 'busybox' ? ['sh'] : []), '-n'], { input: script, encoding: 'utf8' }),
    ).toMatchObject({ status: 0, stderr: '' });
  });

  (installed('shellcheck') ? it : it.skip)('is as shellcheck likes it', () => {
    // 2034 and 2317: shared functions and variables that a script does not use. 1090 and 1091: files read at run time.
    const { stdout } = spawnSync('shellcheck', ['-s', 'sh', '-e', '2034,2317,1090,1091', '-'], {
      input: `#!/bin/sh\n${script}`,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});

const AWKWARD = [
  '',
  ' ',
  "it's",
  '"',
  '\\',
  '\\n\\0101',
  '$HOME',
  '$(id)',
  '`id`',
  '!!',
  '*',
  '~',
  '-n',
  '-e',
  'a\nb\n',
  '\n\n',
  '\t\r',
  '%s%b',
  'ünïcødé 日本 🙂',
  '\u0080\u0081\u0088\u00ff',
  '#comment',
  ';|&><(){}[]^',
  "'\\''",
];

describe('quoting', () => {
  it.each(shells)('brings every word through %s as it is', (shell) => {
    const { stdout } = spawnSync(shell, [...(shell === 'busybox' ? ['sh'] : [])], {
      input: `printf '%s|' ${AWKWARD.map(shellQuote).join(' ')}`,
      encoding: 'utf8',
    });
    expect(stdout.split('|').slice(0, -1).join('|')).toBe(AWKWARD.join('|'));
  });

  it('refuses what no shell word can hold', () => {
    expect(() => shellQuote('a\0b')).toThrow(TypeError);
  });

  it('puts any text on one line of plain ASCII', () => {
    for (const text of AWKWARD) expect(printfEscape(text)).toMatch(/^[ -~]*$/);
  });
});

describe('what a login shell gets to see', () => {
  it('is nothing that one shell reads differently from another', () => {
    expect(loader('token')).toMatch(/^\/bin\/sh -c '[^'\\!\n]*' '[^'\\!\n]*'$/);
  });

  it.each([...shells, 'fish', 'csh', 'tcsh', 'zsh'].filter(installed))('is understood by %s', (shell) => {
    const command = loader('token');
    const input = payload('token', 'one', { script: 'printf "%s|" "$@"; cat', args: AWKWARD, input: 'in\\put\n' });
    const { stdout, stderr } = spawnSync(shell, [...(shell === 'busybox' ? ['sh'] : []), '-c', asRoot(command)], {
      input,
      encoding: 'utf8',
    });
    expect(stderr).toBe('one-beginone-end0\n');
    expect(stdout).toBe(`token-ready\none-begin${AWKWARD.join('|')}|in\\put\none-end0\n`);
  });

  it.each(['sed', 'busybox'].filter(installed))(
    'takes one script after the other by %s, each by itself',
    async (sed) => {
      const folder = mkdtempSync(join(tmpdir(), 'portsip-sed-'));
      symlinkSync(
        spawnSync('sh', ['-c', `command -v ${sed}`], { encoding: 'utf8' }).stdout.trim(),
        join(folder, 'sed'),
      );
      const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
      const child = spawn('sh', ['-c', asRoot(loader('token'))], { env });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const until = async (word: string) => {
        while (!said.includes(word)) await once(child.stdout, 'data');
      };
      await until('token-ready\n');
      child.stdin.write(payload('token', 'one', { script: 'cd /; left=here; echo "$1"; exit 7', args: ['first'] }));
      await until('one-end7\n');
      child.stdin.end(payload('token', 'two', { script: 'echo "$#:$1:$left:$PWD"', args: [] }));
      await once(child, 'close');
      expect(said).toBe(`token-ready\none-beginfirst\none-end7\ntwo-begin0:::${process.cwd()}\ntwo-end0\n`);
      rmSync(folder, { recursive: true });
    },
  );

  it('is not run when the connection dies in the middle of a line', () => {
    const whole = payload('token', 'one', { script: 'echo harm', args: [] });
    const run = (input: string) => spawnSync('sh', ['-c', asRoot(loader('token'))], { input, encoding: 'utf8' }).stdout;
    expect(run(whole)).toContain('harm');
    expect(run(whole.slice(0, whole.lastIndexOf('-end') + 3))).toBe('token-ready\n');
  });
});

/** As if the user were root already, whoever runs the tests. */
function asRoot(command: string): string {
  return command.replace('test "$(id -u)" = 0', 'test 0 = 0');
}
