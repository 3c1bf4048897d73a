import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';
import { clusterFileServer, guideTopology, largeTopology } from '../../src/sandbox/topology';
import type { Ground } from '../ground';
import { PAUSE_SECONDS, PULL_SECONDS, type FarmHost, type FarmSettings } from './settings';

declare const __dirname: string;
const REPOSITORY = resolve(__dirname, '../..');
const REGISTER = join(REPOSITORY, 'test/lab/register.cjs');

/** Since the last time it was asked */
export interface ApiCount {
  requests: number;
  refused: number;
  /** Since its start */
  connections: number;
  violations: string[];
}

/**
 * Hosts that are namespaces of this machine, each with OpenSSH and sudo of its own, on a bridge that leads nowhere. All of
 * them live below one process; when that one is killed nothing is left but a folder.
 */
export class Farm implements Ground {
  private constructor(
    readonly settings: FarmSettings,
    private readonly keeper: number,
  ) {}

  /** `count` cluster servers and the main server. Needs root. */
  static async up(count: number, folder: string): Promise<Farm> {
    Farm.remove(folder);
    const topology = count === 6 ? guideTopology() : largeTopology(count);
    const hosts: FarmHost[] = [{ name: 'pbx', address: topology.main.address }, ...topology.servers];
    mkdirSync(join(folder, 'hosts'), { recursive: true, mode: 0o700 });
    const settings: FarmSettings = { folder, password: randomBytes(12).toString('base64url'), hosts };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
    writeFileSync(join(folder, 'hosts.txt'), hosts.map(({ name, address }) => `${name} ${address}\n`).join(''));
    execute('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'bench', '-f', join(folder, 'key')]);
    const stand = join(REPOSITORY, 'src/sandbox/host');
    execute(join(__dirname, 'golden.sh'), [folder, stand, String(PAUSE_SECONDS), String(PULL_SECONDS)]);

    const log = openSync(join(folder, 'keeper.log'), 'a');
    const unshare = ['--mount', '--pid', '--net', '--fork', '--kill-child', '--mount-proc', '--'];
    const keeper = spawn('unshare', [...unshare, 'tini', '-s', '--', join(__dirname, 'keeper.sh'), folder], {
      detached: true,
      stdio: ['ignore', log, log],
    });
    keeper.unref();
    writeFileSync(join(folder, 'keeper.pid'), String(keeper.pid));
    await until(`the hosts (see ${folder}/keeper.log)`, () => existsSync(join(folder, 'ready')));
    const farm = new Farm(settings, keeper.pid ?? 0);
    writeFileSync(join(folder, 'known_hosts'), farm.knownHosts());
    await farm.allAnswer();
    farm.startApi();
    await until(`the API (see ${folder}/api.log)`, () => existsSync(join(folder, 'fingerprint')));
    await farm.installPbx();
    return farm;
  }

  down(): void {
    Farm.remove(this.settings.folder);
  }

  private static remove(folder: string): void {
    const pid = join(folder, 'keeper.pid');
    if (existsSync(pid)) {
      const keeper = Number(readFileSync(pid, 'utf8'));
      const command = `/proc/${keeper}/cmdline`;
      if (existsSync(command) && readFileSync(command, 'utf8').includes(folder)) {
        process.kill(keeper, 'SIGKILL');
        spawnSync('tail', ['--pid', String(keeper), '-f', '/dev/null'], { timeout: 60_000 });
      }
    }
    for (let turn = 0; existsSync(folder); turn++) {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch (error) {
        // What the last processes still hold goes with them.
        if (turn > 100) throw error;
        spawnSync('sleep', ['0.1']);
      }
    }
  }

  get servers(): FarmHost[] {
    return this.settings.hosts.slice(1);
  }

  get main(): FarmHost {
    return this.settings.hosts[0] as FarmHost;
  }

  /** Everything as before the first deploy: hosts, main server, portal. */
  async reset(): Promise<void> {
    const { folder } = this.settings;
    const pids = this.settings.hosts.map(({ name }) => this.pid(name));
    const script = 'for pid; do nsenter -t "$pid" -m /farm/reset.sh || exit 1; done';
    execute('nsenter', [...this.lab(), '-m', '-p', '--', '/bin/sh', '-c', script, 'sh', ...pids]);
    await this.api('/reset');
    await this.installPbx();
    rmSync(join(folder, 'deployed'), { force: true });
  }

  /** A command line in the runner's network and this machine's everything else. */
  asRunner(argv: string[]): [command: string, args: string[]] {
    return ['nsenter', [...this.lab(), '-n', '--', ...argv]];
  }

  get env(): Record<string, string> {
    const read = (name: string) => readFileSync(join(this.settings.folder, name), 'utf8');
    return {
      PORTSIP_PBX_USERNAME: 'admin',
      PORTSIP_PBX_PASSWORD: this.settings.password,
      PORTSIP_PBX_FINGERPRINT: read('fingerprint'),
      PORTSIP_SSH_PRIVATE_KEY: read('key'),
      PORTSIP_SSH_KNOWN_HOSTS: read('known_hosts'),
    };
  }

  writeClusterFile(name = 'cluster.yaml', servers: readonly FarmHost[] = this.servers): string {
    const file = join(this.settings.folder, name);
    writeFileSync(
      file,
      stringify({
        version: 1,
        name: 'bench',
        image: 'portsip/pbx:22',
        pbx: { private_ip: this.main.address },
        ssh: { user: 'pbx' },
        // Calls there are none; restarts are a row of their own.
        restart: { drain_timeout: '1s', after_scale_out: 'none' },
        servers: servers.map(clusterFileServer),
      }),
    );
    return file;
  }

  /** By the product; and the host is as new. */
  takeAway(node: string): Promise<void> {
    const [added, ...others] = this.servers;
    if (!added) return Promise.reject(new Error('there is no server to add'));
    const file = this.writeClusterFile('before.yaml', others);
    const cli = [
      join(REPOSITORY, 'dist/cli/index.js'),
      'deploy',
      '--yes',
      '--force',
      '--allow-undersized',
      '--file',
      file,
    ];
    const [command, args] = this.asRunner([node, ...cli]);
    execute(command, args, { ...process.env, ...this.env });
    execute('nsenter', [
      ...this.lab(),
      '-m',
      '-p',
      '--',
      'nsenter',
      '-t',
      this.pid(added.name),
      '-m',
      '/farm/reset.sh',
    ]);
    return Promise.resolve();
  }

  count(): Promise<ApiCount> {
    return this.api('/count');
  }

  private api(path: '/count' | '/reset'): Promise<ApiCount> {
    return new Promise((done, fail) => {
      request({ socketPath: join(this.settings.folder, 'control.sock'), path, agent: false }, (response) => {
        text(response).then((body) => done(JSON.parse(body) as ApiCount), fail);
      })
        .on('error', fail)
        .end();
    });
  }

  private startApi(): void {
    const { folder } = this.settings;
    const log = openSync(join(folder, 'api.log'), 'a');
    const inMain = ['-t', this.pid(this.main.name), '-n', '--', process.execPath, '-r', REGISTER];
    const argv = ['nsenter', ...inMain, join(__dirname, 'api.ts'), join(folder, 'settings.json')];
    // In the keeper's namespaces, to end with it.
    spawn('nsenter', [...this.lab(), '-m', '-p', '--', ...argv], {
      detached: true,
      stdio: ['ignore', log, log],
    }).unref();
  }

  private async installPbx(): Promise<void> {
    const { name, address } = this.main;
    const run = `. /farm/environment; export SANDBOX_HOST SANDBOX_DIR SANDBOX_UID; cd /opt/portsip && SANDBOX_PULL_SECONDS=0 SANDBOX_STOP_SECONDS=0 PORTSIP_STANDIN_PAUSE=0 PATH=/usr/local/bin:$PATH sh pbx_ctl.sh run -p /var/lib/portsip -a ${address} -i portsip/pbx:22`;
    execute('nsenter', [...this.lab(), '-m', '-p', '--', 'nsenter', '-t', this.pid(name), '-m', '/bin/sh', '-c', run]);
    await wait(1000);
  }

  private async allAnswer(): Promise<void> {
    for (const { address } of this.settings.hosts) {
      const [command, args] = this.asRunner(['/bin/bash', '-c', `exec 3<>/dev/tcp/${address}/22`]);
      await until(`sshd on ${address}`, () => spawnSync(command, args).status === 0);
    }
  }

  private knownHosts(): string {
    const lines = ['ed25519', 'ecdsa'].map((type) => {
      const key = readFileSync(join(this.settings.folder, `golden/etc/ssh/ssh_host_${type}_key.pub`), 'utf8');
      return key.split(' ').slice(0, 2).join(' ');
    });
    return this.settings.hosts.flatMap(({ address }) => lines.map((line) => `${address} ${line}\n`)).join('');
  }

  /** The first process of a host, as the keeper's namespaces count. */
  private pid(name: string): string {
    return readFileSync(join(this.settings.folder, 'hosts', name, 'pid'), 'utf8').trim();
  }

  private lab(): string[] {
    const first = execute('pgrep', ['-P', String(this.keeper)]).trim();
    return ['-t', first];
  }
}

function execute(command: string, args: string[], env = process.env): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, env });
  if (status !== 0) throw new Error(`${command} ${args.join(' ').slice(0, 300)}: ${stderr}${stdout}`);
  return stdout;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited two minutes in vain for ${what}`);
    await wait(100);
  }
}
