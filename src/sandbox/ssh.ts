import type { Server as TcpServer, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import type ssh2 from 'ssh2';
import type { AuthContext, Connection, ServerChannel } from 'ssh2';
import type { SandboxHost } from './host';
import { sendOutput } from './command-output';
import { connectionPair } from './pipe';
import { makeKey, type KeyPair } from './keys';
import { portOf } from './port';

export interface Access {
  users: string[];
  /** The key that opens every machine, e.g. `ssh-ed25519 AAAA…`; ~/.ssh/authorized_keys of a host can hold more */
  publicKey: string;
}

/** What a user may sign in with: lines `ssh-ed25519 AAAA… comment` */
type KeysOf = (user: string) => string[];

/** sshd of one host: commands are run by the host, everything but that is refused. */
export class HostSshd {
  private server: ssh2.Server | undefined;
  private impostor: ssh2.Server | undefined;
  private readonly open = new Set<Duplex>();
  private listener: TcpServer | undefined;
  private port: number | undefined;
  private startups = 0;

  constructor(
    private readonly lib: typeof ssh2,
    private readonly host: SandboxHost,
    private readonly access: Access,
  ) {
    host.watchPower((up) => {
      this.dropConnections();
      if (up) void this.listen(this.port);
      else this.listener?.close();
    });
  }

  /** On the host's own address; an undefined port does nothing. */
  async listen(port: number | undefined): Promise<void> {
    if (port === undefined) return;
    const listener = createServer({ noDelay: true }, (socket) => this.accept(socket));
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, this.host.address, resolve);
    });
    this.listener = listener;
    this.port = portOf(listener);
  }

  /** The port that it got. */
  get listeningOn(): number {
    return this.port ?? 22;
  }

  /** 'refuse' and 'silence' are for whoever brings the connection. */
  get reachable(): true | 'refuse' | 'silence' {
    if (this.host.isDown) return 'refuse';
    return this.host.faults.refuseConnections || true;
  }

  accept(socket: Duplex): void {
    const { faults } = this.host;
    if (this.reachable === 'silence') {
      this.open.add(socket);
      socket.on('error', () => {});
      return;
    }
    if (this.reachable === 'refuse' || this.startups >= faults.maxStartups) {
      socket.destroy();
      return;
    }
    this.startups++;
    this.open.add(socket);
    let signedIn = false;
    const started = () => {
      if (signedIn) return;
      signedIn = true;
      this.startups--;
    };
    socket.once('close', () => {
      started();
      this.open.delete(socket);
    });
    if (faults.dropAfterMs !== undefined) setTimeout(() => socket.destroy(), faults.dropAfterMs).unref();
    this.current().injectSocket(Object.assign(socket, { onSignedIn: started }) as unknown as Socket);
  }

  dropConnections(): void {
    for (const socket of this.open) socket.destroy();
  }

  close(): void {
    this.listener?.close();
    this.dropConnections();
  }

  private current(): ssh2.Server {
    if (this.host.faults.wrongHostKey)
      return (this.impostor ??= this.serverWith([
        makeKey(this.lib.utils, 'ed25519'),
        makeKey(this.lib.utils, 'ecdsa'),
      ]));
    return (this.server ??= this.serverWith(this.host.keys));
  }

  private serverWith(keys: KeyPair[]): ssh2.Server {
    return sshServer(
      this.lib,
      keys,
      this.keysOf,
      () => this.host.faults.banner,
      (connection) => {
        // Whoever signed in does not count for MaxStartups any more.
        const socket = (connection as unknown as { _sock?: { onSignedIn?: () => void } })._sock;
        connection.on('ready', () => socket?.onSignedIn?.());
        let user = 'pbx';
        connection.on('authentication', (context) => (user = context.username));
        connection.on('session', (accept) => {
          const session = accept();
          // Neither is there where a client wants no answer, whatever the types say.
          session.on('pty', (_accept, reject?: () => void) => reject?.());
          session.on('env', (acceptEnv?: () => void) => acceptEnv?.());
          session.on('sftp', (_accept, reject?: () => void) => reject?.());
          session.on('subsystem', (_accept, reject?: () => void) => reject?.());
          session.on('shell', (acceptShell) => this.execute(acceptShell(), '/bin/sh', user));
          session.on('exec', (acceptExec, _reject, { command }) => this.execute(acceptExec(), command, user));
        });
        connection.on('tcpip', (_accept, reject) => reject());
      },
    );
  }

  private readonly keysOf: KeysOf = (user) => {
    const { users, publicKey } = this.access;
    if (!users.includes(user)) return [];
    const home = user === 'root' ? '/root' : `/home/${user}`;
    return [publicKey, ...(this.host.read(`${home}/.ssh/authorized_keys`) ?? '').split('\n')];
  };

  private execute(channel: ServerChannel, command: string, user: string): void {
    const { slowMs, noise } = this.host.faults;
    const begin = () => {
      if (channel.destroyed || this.host.isDown) return;
      const child = this.host.spawn(command, user);
      const { redirect } = this.host;
      if (noise !== undefined) channel.write(noise);
      // A shell that stays takes one command after the other.
      channel.on('data', () => this.host.tellUptime());
      channel.pipe(redirect.input()).pipe(child.stdin);
      const stdout = child.stdout.pipe(redirect.output());
      const stderr = child.stderr.pipe(redirect.output());
      // A command that does not read its input, or a client that is gone, is no error of ours.
      for (const stream of [child.stdin, child.stdout, child.stderr, channel, channel.stderr])
        stream.on('error', () => {});
      channel.once('close', () => {
        // As sshd does: the command goes on, but nobody reads what it says.
        child.stdin.destroy();
        child.stdout.destroy();
        child.stderr.destroy();
        stdout.destroy();
        stderr.destroy();
      });
      const exited = new Promise<[code: number | null, signal: NodeJS.Signals | null]>((resolve) =>
        child.once('exit', (...exit) => resolve(exit)),
      );
      void Promise.all([exited, sendOutput(channel, stdout, stderr)]).then(([[code, signal]]) => {
        if (channel.destroyed) return;
        if (code === null) channel.exit((signal ?? 'SIGKILL').slice(3), false, '');
        else channel.exit(code);
        channel.end();
      });
    };
    if (slowMs > 0) this.host.clock.after(slowMs, begin);
    else begin();
  }
}

/** The way in from outside: forwards to hosts inside, and nothing else. */
export class Bastion {
  private readonly server: ssh2.Server;
  private readonly open = new Set<Duplex>();
  private listener: TcpServer | undefined;
  port = 0;

  constructor(
    lib: typeof ssh2,
    keys: KeyPair[],
    access: Access,
    /** sshd behind an address and port */
    find: (address: string, port: number) => HostSshd | undefined,
  ) {
    this.server = sshServer(
      lib,
      keys,
      (user) => (access.users.includes(user) ? [access.publicKey] : []),
      () => undefined,
      (connection) => {
        connection.on('session', (_accept, reject) => reject());
        connection.on('tcpip', (accept, reject, { destIP, destPort }) => {
          const sshd = find(destIP, destPort);
          if (sshd?.reachable === 'silence') return;
          if (sshd?.reachable !== true) return reject();
          const channel = accept();
          const [near, far] = connectionPair();
          for (const stream of [channel, near, far]) stream.on('error', () => {});
          channel.pipe(near).pipe(channel);
          channel.once('close', () => near.destroy());
          near.once('close', () => channel.close());
          sshd.accept(far);
        });
      },
    );
  }

  async listen(): Promise<void> {
    const listener = createServer({ noDelay: true }, (socket) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
      this.server.injectSocket(socket);
    });
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(0, '127.0.0.1', resolve);
    });
    this.listener = listener;
    this.port = portOf(listener);
  }

  close(): void {
    this.listener?.close();
    for (const socket of this.open) socket.destroy();
  }
}

/** Lets in who has a key of the user; says nothing about which of both was wrong. */
function sshServer(
  lib: typeof ssh2,
  keys: KeyPair[],
  keysOf: KeysOf,
  banner: () => string | undefined,
  onConnection: (connection: Connection) => void,
): ssh2.Server {
  const text = banner();
  const server = new lib.Server({
    hostKeys: keys.map((key) => key.private),
    ident: 'OpenSSH_9.6p1',
    ...(text !== undefined && { banner: text }),
  });
  server.on('connection', (connection: Connection) => {
    connection.on('error', () => {}); // a connection that breaks is what half of the tests are about
    connection.on('authentication', (context: AuthContext) => {
      if (context.method !== 'publickey') return context.reject(['publickey']);
      const { key, signature, blob, hashAlgo } = context;
      const opens = keysOf(context.username).some((line) => {
        const allowed = lib.utils.parseKey(line);
        if (allowed instanceof Error || key.algo !== allowed.type || !key.data.equals(allowed.getPublicSSH()))
          return false;
        if (!signature || !blob) return true;
        // Typed as a boolean, but an Error for a signature that cannot be one.
        const verdict: unknown = allowed.verify(blob, signature, hashAlgo);
        return verdict === true;
      });
      if (!opens) return context.reject(['publickey']);
      context.accept();
    });
    onConnection(connection);
  });
  return server;
}
