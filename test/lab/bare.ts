import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, FOLDER, until, type Lab } from './lab';

/*
 * Hosts that have OpenSSH, sudo and nothing else, and the only mirror of packages that they know: see bare/make.sh. Their apt and dpkg
 * are real, and so is what these bring.
 */

declare const __dirname: string;

const BASE = `${process.env['LAB_FOLDER'] ?? '/var/lib/portsip-lab'}-bare`;
const pidFile = () => join(FOLDER, 'mirror.pid');
/** See network.ts, and sources.list in bare/inside.sh */
const MIRROR = '192.168.1.10:8080';

/** Once for all labs: takes some seconds, and the Internet. */
export function makeBareBase(): void {
  execFileSync(join(__dirname, 'bare/make.sh'), [BASE], { stdio: 'inherit' });
}

/** What a bare host has before it boots. */
export function layOutBare(lab: Lab, name: string): void {
  const folder = lab.folder(name);
  const local = join(folder, 'own/usr/local');
  for (const program of ['lab', 'bin', 'sbin']) mkdirSync(join(local, program), { recursive: true });
  // With the marks of what is not there any more.
  execFileSync('cp', ['-a', `${BASE}/layer`, join(folder, 'upper')]);
  cpSync(join(__dirname, 'machine/bin/timedatectl'), join(local, 'bin/timedatectl'));
  cpSync(join(__dirname, 'machine/bin/docker-compose-plugin'), join(local, 'lab/docker-compose-plugin'));
  writeFileSync(join(local, 'lab/bare'), '');
}

/** The folder that `scripts` names: the control scripts, and an installer of Docker. */
export function writeScripts(): void {
  const folder = join(FOLDER, 'portsip');
  mkdirSync(folder, { recursive: true });
  for (const script of readdirSync(join(FOLDER, 'scripts')))
    copyFileSync(join(FOLDER, 'scripts', script), join(folder, script));
  copyFileSync(join(__dirname, 'bare/install_docker.sh'), join(folder, 'install_docker.sh'));
}

export async function startMirror(lab: Lab): Promise<void> {
  const log = openSync(join(FOLDER, 'mirror.log'), 'a');
  const [command = '', ...args] = lab.inside([
    '/bin/sh',
    '-c',
    `echo $$ >${pidFile()} && exec busybox httpd -f -p ${MIRROR} -h ${BASE}/mirror`,
  ]);
  spawn(command, args, { detached: true, stdio: ['ignore', log, log] }).unref();
  const there = ['/bin/sh', '-c', `busybox wget -q -O /dev/null http://${MIRROR}/Packages`];
  await until(20, 'the mirror', async () => (await execute(lab.inside(there))).code === 0);
}

export async function stopMirror(lab: Lab): Promise<void> {
  await execute(lab.inside(['/bin/sh', '-c', `kill -9 "$(cat ${pidFile()})"`]));
}
