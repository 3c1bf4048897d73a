import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyScript } from '../../../src/host/backup-scripts';
import { BACKUP_NOTES } from '../../../src/host/state-folder';

/* The script that makes a backup, with real tar, and a Docker that tells what the test says. */

const CONTAINER = 'portsip.instantmessage';
const AT_FIRST = 'true 2026-11-01T00:00:00Z';
const AGAIN = 'true 2026-11-26T02:00:30Z';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);
const program = (name: string, text: string) => {
  writeFileSync(at('bin', name), `#!/bin/sh\n${text}`);
  chmodSync(at('bin', name), 0o755);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-backup-'));
  for (const one of ['bin', 'scripts', 'data/im-data', 'containers', 'backups'])
    mkdirSync(at(one), { recursive: true });
  writeFileSync(at('data/im-data/message'), 'kept');
  writeFileSync(at('containers', CONTAINER), AT_FIRST);
  program('df', 'echo Filesystem; echo "disk 1 1 99999999 1% /"');
  program(
    'docker',
    `[ ! -e ${at('hangs')} ] || { echo 'Cannot connect to the Docker daemon' >&2; exit 1; }
if [ "$1" = ps ]; then ls ${at('containers')}; exit; fi
for last; do :; done
case $* in *Config.Image*) echo image=portsip/pbx:22 ;; *) cat ${at('containers')}/$last ;; esac`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `onStop` and `onCopy`: what happens besides, in shell. */
function backup({ onStop = ':', onCopy = ':' }: { onStop?: string; onCopy?: string } = {}) {
  const container = at('containers', CONTAINER);
  writeFileSync(
    at('scripts', 'im_ctl.sh'),
    `case $1 in
stop) sed -i s/true/false/ ${container}; ${onStop} ;;
start) rm -f ${at('hangs')}; echo '${AGAIN}' >${container}; echo started >>${at('started')} ;;
esac`,
  );
  program('tar', `${onCopy}\nexec /bin/tar "$@"`);
  const script = copyScript({
    name: 'im-server-1',
    address: '192.168.1.25',
    at: '2026-11-26T02:00:00.000Z',
    to: at('backups', 'now'),
    stop: ['/bin/sh', 'im_ctl.sh', 'stop'],
    start: ['/bin/sh', 'im_ctl.sh', 'start'],
    scripts: at('scripts'),
    container: CONTAINER,
    companions: ['portsip.webserver'],
    parts: [{ name: 'im-data', path: at('data/im-data') }],
  }).replaceAll(BACKUP_NOTES, at('notes'));
  const { status, stdout } = spawnSync('/bin/sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${at('bin')}:${process.env['PATH'] ?? ''}` },
  });
  return {
    ok: status === 0,
    errors: stdout.split('\n').filter((line) => line.startsWith('[error]')),
    made: readdirSync(at('backups')),
    counts: existsSync(at('notes/im-server-1.last')),
    runs: readFileSync(container, 'utf8').startsWith('true'),
    starts: existsSync(at('started')),
  };
}

it('copies what stands still, and starts it again', () => {
  expect(backup()).toEqual({ ok: true, errors: [], made: ['now'], counts: true, runs: true, starts: true });
});

it('copies nothing where nobody can see whether it was stopped', () => {
  const { errors, ...rest } = backup({ onStop: `: >${at('hangs')}` });
  expect(errors).toEqual([expect.stringContaining('whether im-server-1 is stopped cannot be seen')]);
  expect(rest).toEqual({ ok: false, made: ['now.partial'], counts: false, runs: true, starts: true });
  expect(readdirSync(at('backups/now.partial'))).toEqual([]);
});

it('stops nothing where nobody can see whether it runs', () => {
  writeFileSync(at('hangs'), '');
  const { errors, ...rest } = backup();
  expect(errors).toEqual([expect.stringContaining(`whether ${CONTAINER} runs cannot be seen`)]);
  expect(rest).toEqual({ ok: false, made: [], counts: false, runs: true, starts: false });
});

it.each([
  ['and still runs', AGAIN],
  ['and stopped again', AGAIN.replace('true', 'false')],
])('takes no copy of what somebody started meanwhile %s', (_, state) => {
  const { errors, ...rest } = backup({ onCopy: `echo '${state}' >${at('containers', CONTAINER)}` });
  expect(errors).toEqual([expect.stringContaining('im-server-1 was started while it was copied')]);
  expect(rest).toEqual({ ok: false, made: ['now.partial'], counts: false, runs: true, starts: true });
});

it('takes no copy where nobody can see whether it stayed stopped', () => {
  const { errors, ...rest } = backup({ onCopy: `: >${at('hangs')}` });
  expect(errors).toEqual([expect.stringContaining('was stopped all the while cannot be seen')]);
  expect(rest).toEqual({ ok: false, made: ['now.partial'], counts: false, runs: true, starts: true });
});
