import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server, utils } from 'ssh2';
import type { AuthenticationType, Connection, KexAlgorithm, ServerChannel } from 'ssh2';
import type { Machine } from '../../../src/cluster/types';
import { Secrets, silent } from '../../../src/log';
import type { HostsOptions } from '../../../src/host/hosts';
import { connectHosts } from '../../../src/host/hosts';
import { sendOutput } from '../../../src/sandbox/command-output';

interface KeyPair {
  private: string;
  public: string;
}

/** ssh2 makes an ed25519 key now and then that it cannot read. */
export function generateKey(passphrase?: string, rounds = 1): KeyPair {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519', passphrase ? { passphrase, cipher: 'aes256-ctr', rounds } : {});
    if (!(utils.parseKey(pair.private, passphrase) instanceof Error)) return pair;
  }
}

export const clientKey = generateKey();
export const anotherKey = generateKey().private;

export interface FakeHostOptions {
  /** Who may sign in; clientKey by default */
  publicKey?: string;
  /** Key exchanges that sshd knows */
  kex?: KexAlgorithm[];
  /** Ways to sign in that it asks for after a good key, or that it offers in place of one */
  besidesKey?: AuthenticationType[];
  insteadOfKey?: AuthenticationType[];
  /** sshd's host keys; one ed25519 key by default */
  hostKeys?: KeyPair[];
  /** The login shell and its options before the command */
  shell?: string[];
  /** Drop this many connections before they say anything, as MaxStartups does */
  dropFirst?: number;
  /** Sessions that one connection may have open */
  maxSessions?: number;
  allowForwarding?: boolean;
}

/** An SSH server in this process that runs real /bin/sh children; /var/lib/portsip-cluster is a folder of its own. */
export class FakeHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'portsip-host-'));
  readonly state = join(this.folder, 'state');
  readonly hostKeys: KeyPair[];
  readonly user = 'pbx';
  port = 0;
  connections = 0;
  handshakes = 0;
  mostHandshakes = 0;
  sessions = 0;
  commands: string[] = [];
  /** What came on standard input, all sessions */
  received = '';
  env: Record<string, string> = {};
  private readonly sockets = new Set<Socket>();
  private readonly children = new Set<ChildProcess>();
  private readonly ssh: Server;
  private readonly tcp;

  private constructor(private readonly options: FakeHostOptions) {
    this.hostKeys = options.hostKeys ?? [generateKey()];
    mkdirSync(join(this.folder, 'bin'));
    this.command('id', 'echo "${FAKE_UID-0}"');
    // What else runs on this machine is not on the host.
    this.command('pgrep', 'exit 1');
    const algorithms = options.kex && { kex: options.kex };
    this.ssh = new Server(
      { hostKeys: this.hostKeys.map((key) => key.private), ...(algorithms && { algorithms }) },
      (client) => this.serve(client),
    );
    this.tcp = createServer((socket) => {
      this.sockets.add(socket);
      socket.setNoDelay();
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => {});
      if (++this.connections <= (this.options.dropFirst ?? 0)) return socket.destroy();
      this.handshakes++;
      this.mostHandshakes = Math.max(this.mostHandshakes, this.handshakes);
      this.ssh.injectSocket(socket);
    });
  }

  static async start(options: FakeHostOptions = {}): Promise<FakeHost> {
    const host = new FakeHost(options);
    await new Promise<void>((resolve) => host.tcp.listen(0, '127.0.0.1', resolve));
    host.port = (host.tcp.address() as AddressInfo).port;
    return host;
  }

  /** A program that is first on PATH */
  command(name: string, script: string): void {
    const file = join(this.folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  machine(overrides: Partial<Machine['ssh']> & { name?: string } = {}): Machine {
    const { name = 'media-1', ...ssh } = overrides;
    return { name, address: '127.0.0.1', ssh: { user: this.user, port: this.port, ...ssh } };
  }

  knownHosts(): string {
    return this.hostKeys.map((key) => `[127.0.0.1]:${this.port} ${key.public}`).join('\n');
  }

  connect(options: Partial<HostsOptions> = {}) {
    return connectHosts({
      privateKey: clientKey.private,
      knownHosts: this.knownHosts(),
      concurrency: 10,
      secrets: new Secrets(),
      log: silent,
      ...options,
    });
  }

  /** As a cable pulled out, and put in again */
  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.drop();
    for (const child of this.children) child.kill('SIGKILL');
    await new Promise((resolve) => this.tcp.close(resolve));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private serve(client: Connection): void {
    let sessions = 0;
    let shaking = true;
    const done = () => {
      if (shaking) this.handshakes--;
      shaking = false;
    };
    client.on('authentication', (context) => {
      const { publicKey = clientKey.public, besidesKey, insteadOfKey } = this.options;
      const known = utils.parseKey(publicKey);
      if (known instanceof Error) throw known;
      if (insteadOfKey) return context.reject(insteadOfKey);
      if (context.method !== 'publickey' || !context.key.data.equals(known.getPublicSSH()))
        return context.reject(['publickey']);
      if (besidesKey && context.signature) context.reject(besidesKey, true);
      else context.accept();
    });
    client.on('ready', done).on('close', done).on('error', done);
    client.on('session', (accept, reject) => {
      if (sessions >= (this.options.maxSessions ?? 10)) return reject();
      const session = accept();
      sessions++;
      this.sessions++;
      session.on('exec', (acceptExec, _reject, info) => this.execute(acceptExec(), info.command));
      session.on('close', () => sessions--);
    });
    client.on('tcpip', (accept, reject, info) => {
      if (!this.options.allowForwarding) return reject();
      const channel = accept();
      const socket = connect(info.destPort, info.destIP);
      socket.on('error', () => channel.destroy());
      channel.on('error', () => socket.destroy());
      channel.pipe(socket).pipe(channel);
    });
  }

  private execute(channel: ServerChannel, command: string): void {
    this.commands.push(command);
    const [shell = '/bin/sh', ...options] = this.options.shell ?? ['/bin/sh'];
    const child = spawn(shell, [...options, '-c', command], {
      cwd: this.folder,
      env: { PATH: `${this.folder}/bin:${process.env.PATH}`, HOME: this.folder, STATE: this.state, ...this.env },
    });
    this.children.add(child);
    let pending = '';
    channel.on('data', (chunk: Buffer) => {
      this.received += chunk.toString('latin1');
      pending += chunk.toString('latin1');
      const end = pending.lastIndexOf('\n') + 1;
      child.stdin.write(
        Buffer.from(pending.slice(0, end).replaceAll('/var/lib/portsip-cluster', this.state), 'latin1'),
      );
      pending = pending.slice(end);
    });
    channel.on('end', () => child.stdin.end());
    channel.on('close', () => {
      child.stdin.destroy();
      child.stdout.destroy();
      child.stderr.destroy();
    });
    child.stdin.on('error', () => {});
    const exited = new Promise<[code: number | null, signal: NodeJS.Signals | null]>((resolve) =>
      child.once('exit', (...exit) => resolve(exit)),
    );
    // As sshd does: the session ends once the command has, and nobody has its output open any more.
    void Promise.all([exited, sendOutput(channel, child.stdout, child.stderr)]).then(([[code, signal]]) => {
      this.children.delete(child);
      if (signal) channel.exit(signal);
      else channel.exit(code ?? 255);
      channel.end();
    });
  }
}
