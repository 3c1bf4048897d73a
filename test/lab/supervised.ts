import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/*
 * An image in which supervisord keeps several programs: the real one, with as much of Debian's Python as it imports.
 */

declare const __dirname: string;

const PYTHON = '/usr/bin/python3.11';
const MODULES = '/usr/lib/python3/dist-packages';

/** `FILE COMPILED` of each module that supervisord and supervisorctl may need. */
const NEEDED = `
import importlib, os, pkgutil, site, sys
sys.path.append('${MODULES}')
import supervisor
for found in pkgutil.walk_packages(supervisor.__path__, 'supervisor.'):
    if 'tests' not in found.name: importlib.import_module(found.name)
for name in ('ascii', 'idna', 'latin_1', 'utf_8'): importlib.import_module('encodings.' + name)
for module in list(sys.modules.values()):
    file, compiled = getattr(module, '__file__', None), getattr(module, '__cached__', None)
    if file: print(file, compiled if compiled and os.path.exists(compiled) else '-')
`;

/** Puts supervisord and its programs into an image that is laid out in `root`. */
export function addSupervisor(root: string, programs: readonly string[]): void {
  const put = (from: string, to = from) => cpSync(from, join(root, to), { dereference: true });
  const modules = execFileSync(PYTHON, ['-I', '-S', '-c', NEEDED], { encoding: 'utf8' }).trim().split('\n');
  for (const [file = '', compiled = '-'] of modules.map((line) => line.split(' '))) {
    // A compiled module in the place of its source is used whatever its date.
    if (compiled === '-') put(file);
    else put(compiled, `${file}c`);
  }
  put(join(MODULES, 'supervisor/version.txt'));
  for (const file of [PYTHON, ...libraries()]) put(file);
  for (const program of ['supervisord', 'supervisorctl'])
    writeFileSync(
      join(root, dirname(PYTHON), program),
      `#!${PYTHON}\nfrom supervisor.${program} import main\nmain()\n`,
      { mode: 0o755 },
    );
  put(join(__dirname, 'image/sbc.sh'), 'usr/local/bin/sbc.sh');
  for (const program of programs) symlinkSync('sbc.sh', join(root, 'usr/local/bin', program));
  mkdirSync(join(root, 'var/lib/portsip/sbc'), { recursive: true });
  writeFileSync(join(root, 'etc/supervisord.conf'), [DAEMON, ...programs.map(section)].join('\n'));
}

function libraries(): string[] {
  return execFileSync('ldd', [PYTHON], { encoding: 'utf8' }).match(/\/\S+(?= \()/g) ?? [];
}

const DAEMON = `[supervisord]
nodaemon = true
user = root
logfile = /dev/null
logfile_maxbytes = 0
pidfile = /tmp/supervisord.pid

[unix_http_server]
file = /tmp/supervisor.sock

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl = unix:///tmp/supervisor.sock
`;

const section = (program: string): string => `[program:${program}]
command = /usr/local/bin/${program}
stopasgroup = true
killasgroup = true
stdout_logfile = /dev/fd/1
stdout_logfile_maxbytes = 0
redirect_stderr = true
`;
