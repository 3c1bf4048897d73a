import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Config, NodeSSH } from 'node-ssh';
import pLimit from 'p-limit';
import type { LimitFunction } from 'p-limit';
import type { Client } from 'ssh2';
import { InputError } from '../cluster/types';
import type { Machine } from '../cluster/types';
import type { Log } from '../log';
import { isObject } from '../unknown';
import { fingerprint, keyType, knownHostsLine } from './known-hosts';
import type { HostKeyVerdict, KnownHosts } from './known-hosts';
import type { PrivateKey } from './private-key';
import { where } from './shell';
import { HostError } from './types';

export interface ConnectionOptions {
  privateKey: PrivateKey;
  passphrase?: string;
  knownHosts: KnownHosts;
  /** Handshakes at once */
  concurrency: number;
  /** Real time, whatever clock `sleep` goes by: it tells whether a machine is dead. */
  connectTimeoutMs: number;
  log: Log;
  sleep(ms: number): Promise<void>;
  /** 0 to 1 */
  random(): number;
}

/** sshd drops connections at random when more than 10 have not signed in (MaxStartups 10:30:100). */
const JUMP_HANDSHAKES = 8;
const ATTEMPTS = 7;

/** One SSH connection per machine, made at first use, made again when it was lost, shared by all. */
export class Connections {
  private readonly open = new Map<string, Promise<NodeSSH>>();
  private readonly handshakes: LimitFunction;
  private readonly throughJump = new Map<string, LimitFunction>();
  private closed = false;
  private readonly over = new AbortController();

  constructor(private readonly options: ConnectionOptions) {
    this.handshakes = pLimit(Math.max(1, options.concurrency));
  }

  async client(machine: Machine): Promise<Client> {
    const ssh = await this.connection(machine);
    const client = ssh.connection;
    if (!client) return this.client(machine); // lost between two ticks
    return client;
  }

  close(): void {
    this.closed = true;
    this.over.abort();
    const all = [...this.open.values()];
    this.open.clear();
    for (const connecting of all) connecting.then((ssh) => ssh.dispose()).catch(() => {});
  }

  private connection(machine: Machine): Promise<NodeSSH> {
    const key = JSON.stringify([machine.address, machine.ssh]);
    const existing = this.open.get(key);
    if (existing) return existing;
    const forget = () => {
      if (this.open.get(key) === connecting) this.open.delete(key);
    };
    const connecting = this.connect(machine, forget);
    this.open.set(key, connecting);
    connecting.catch(forget);
    return connecting;
  }

  private async connect(machine: Machine, forget: () => void): Promise<NodeSSH> {
    const limit = this.limitFor(machine);
    for (let attempt = 1; ; attempt++) {
      if (this.closed)
        throw new HostError(`${where(machine)} is not connected to: the run is over`, machine.name, 'unreachable');
      try {
        return await limit(() => this.handshake(machine, forget));
      } catch (error) {
        if (!(error instanceof Dropped) || attempt >= ATTEMPTS)
          throw error instanceof Dropped ? tooOften(machine, error) : error;
        // Full jitter, so that those who were dropped together do not come back together.
        const delay = 100 * 2 ** attempt * (0.5 + this.options.random());
        this.options.log.debug(
          `${where(machine)} dropped the connection before sign-in; attempt ${attempt + 1} in ${Math.round(delay)} ms`,
        );
        await this.options.sleep(delay);
      }
    }
  }

  /** A jump host's own handshake never waits for those that go through it. */
  private limitFor(machine: Machine): LimitFunction {
    const { jumpHost } = machine.ssh;
    if (!jumpHost) return this.handshakes;
    const key = JSON.stringify(jumpHost);
    let limit = this.throughJump.get(key);
    if (!limit)
      this.throughJump.set(key, (limit = pLimit(Math.min(JUMP_HANDSHAKES, Math.max(1, this.options.concurrency)))));
    return limit;
  }

  private async handshake(machine: Machine, forget: () => void): Promise<NodeSSH> {
    const { privateKey, passphrase, knownHosts, connectTimeoutMs } = this.options;
    // Read while the machine is dialled.
    const library = import('node-ssh');
    const sock: Duplex = machine.ssh.jumpHost
      ? await this.tunnel(machine)
      : await dial(machine.address, machine.ssh.port, connectTimeoutMs, this.over.signal).catch((error: unknown) => {
          throw this.explain(machine, error);
        });
    const { NodeSSH } = await library;
    const ssh = new NodeSSH();
    let offered: { key: Buffer; verdict: HostKeyVerdict } | undefined;
    const config: Config = {
      host: machine.address,
      port: machine.ssh.port,
      username: machine.ssh.user,
      privateKey: privateKey.text,
      ...(passphrase && { passphrase }),
      sock,
      // The only one that there is: to ask for the others first is a round trip, and a line in sshd's log.
      authHandler: ['publickey'],
      readyTimeout: connectTimeoutMs,
      keepaliveInterval: 10_000,
      keepaliveCountMax: 3,
      algorithms: { serverHostKey: knownHosts.algorithms(machine.address, machine.ssh.port) },
      hostVerifier: (key: Buffer) => {
        offered = { key, verdict: knownHosts.check(machine.address, machine.ssh.port, key) };
        return offered.verdict.known;
      },
    };
    try {
      await ssh.connect(config);
    } catch (error) {
      sock.destroy();
      if (offered && !offered.verdict.known) throw hostKeyError(machine, offered.key, offered.verdict);
      throw this.explain(machine, error);
    }
    const client = ssh.connection;
    if (!client) throw new Dropped('closed right after sign-in');
    // Without a listener an error on an idle connection would end the process.
    client.setMaxListeners(0); // one per command
    client.on('error', (error) => this.options.log.debug(`${where(machine)}: ${error.message}`));
    client.once('close', () => {
      forget();
      sock.destroy();
    });
    if (this.closed) ssh.dispose();
    return ssh;
  }

  private async tunnel(machine: Machine): Promise<Duplex> {
    const jump = jumpMachine(machine);
    const client = await this.client(jump);
    return await new Promise<Duplex>((resolve, reject) => {
      const late = setTimeout(
        () => reject(unanswered(machine, this.options.connectTimeoutMs)),
        this.options.connectTimeoutMs,
      );
      const lost = () => reject(new Dropped('the jump host closed the connection'));
      client.once('close', lost);
      client.forwardOut('127.0.0.1', 0, machine.address, machine.ssh.port, (error, channel) => {
        clearTimeout(late);
        client.removeListener('close', lost);
        if (!error) resolve(channel);
        else reject(forwardError(machine, jump, error));
      });
    });
  }

  private explain(machine: Machine, error: unknown): Error {
    const { message, code, level } = describe(error);
    const host = where(machine);
    const make = (text: string, kind: HostError['code']) => new HostError(`${host} ${text}`, machine.name, kind, error);
    if (/Cannot parse privateKey/i.test(message))
      return new InputError(
        /passphrase|integrity/i.test(message)
          ? 'ssh-private-key (PORTSIP_SSH_PRIVATE_KEY) cannot be opened: its passphrase is wrong'
          : `ssh-private-key (PORTSIP_SSH_PRIVATE_KEY) cannot be used (${message.replace(/^Cannot parse privateKey: /i, '')}): give a key made by "ssh-keygen -t ed25519"`,
      );
    if (level === 'client-authentication') {
      const { fingerprint: ours } = this.options.privateKey;
      const user = machine.ssh.user;
      return make(
        `does not accept the SSH key${ours ? ` ${ours}` : ''} for ${user}: add its public half to ~${user}/.ssh/authorized_keys there, or correct ssh.user in the cluster file`,
        'authentication',
      );
    }
    // node-ssh says ETIMEDOUT whenever a connection closes before sign-in.
    if (message === 'No response from server') return new Dropped('it was closed', { cause: error });
    if (code === 'ECONNREFUSED')
      return make('refuses SSH connections: start sshd there, or correct ssh.port in the cluster file', 'unreachable');
    if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
      return make(
        'cannot be reached from here: check its address and the route to it, or set ssh.jump_host in the cluster file',
        'unreachable',
      );
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || level === 'client-dns')
      return make(
        "has a name that cannot be resolved here: correct it in the cluster file, or this machine's DNS",
        'unreachable',
      );
    if (code === 'ETIMEDOUT' || level === 'client-timeout')
      return unanswered(machine, this.options.connectTimeoutMs, error);
    if (/no matching host key/i.test(message))
      return make(
        'offers no host key of a type that can be checked here (ed25519, ECDSA, RSA with SHA-2)',
        'host-key-unknown',
      );
    if (level === 'handshake')
      return make(`and this program have no SSH algorithm in common (${message}): update OpenSSH there`, 'unreachable');
    return new Dropped(message || 'the connection was closed', { cause: error });
  }
}

/** Closed before sign-in: sshd was busy, or a firewall reset it. Worth another try. */
class Dropped extends Error {}

function tooOften(machine: Machine, error: Dropped): HostError {
  return new HostError(
    `${where(machine)} closed the SSH connection before sign-in, ${ATTEMPTS} times (${error.message}): look at its sshd log; MaxStartups, fail2ban or a firewall may be in the way`,
    machine.name,
    'unreachable',
    error,
  );
}

function unanswered(machine: Machine, timeoutMs: number, cause?: unknown): HostError {
  return new HostError(
    `${where(machine)} does not answer on SSH within ${Math.round(timeoutMs / 1000)} s: is it on, is the address right, does a firewall let this machine in?`,
    machine.name,
    'unreachable',
    cause,
  );
}

function jumpMachine(machine: Machine): Machine {
  const jump = machine.ssh.jumpHost;
  if (!jump) throw new TypeError('no jump host');
  return { name: `jump host ${jump.host}`, address: jump.host, ssh: { user: jump.user, port: jump.port } };
}

function forwardError(machine: Machine, jump: Machine, error: Error): Error {
  const through = `through the jump host ${jump.address}`;
  if (/prohibited/i.test(error.message))
    return new HostError(
      `${where(machine)} cannot be reached ${through}: that one forwards nothing; set "AllowTcpForwarding yes" in its sshd_config`,
      machine.name,
      'unreachable',
      error,
    );
  if (/Not connected|No response/i.test(error.message)) return new Dropped(error.message, { cause: error });
  const reason = error.message.replace(/^\(SSH\) Channel open failure:\s*/, '');
  return new HostError(
    `${where(machine)} cannot be reached ${through}${reason === '' ? '' : ` (${reason})`}: is it on, does it let the jump host in?`,
    machine.name,
    'unreachable',
    error,
  );
}

function hostKeyError(machine: Machine, key: Buffer, verdict: Extract<HostKeyVerdict, { known: false }>): HostError {
  const { address, ssh } = machine;
  const offer = `It offers ${keyType(key)} ${fingerprint(key)}`;
  const compare = 'compare it with what "ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub" prints on that machine itself';
  const line = knownHostsLine(address, ssh.port, key);
  return new HostError(
    `${where(machine)} cannot be trusted: ${verdict.why}. ${offer}; ${compare}. ` +
      (verdict.code === 'host-key-changed'
        ? `If it is right, replace the old line in ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS) by:\n${line}`
        : `If it is the same, add to ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS):\n${line}`),
    machine.name,
    verdict.code,
  );
}

function describe(error: unknown): { message: string; code?: string; level?: string } {
  const { message, code, level }: Record<string, unknown> = isObject(error) ? error : {};
  return {
    message: typeof message === 'string' ? message : String(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof level === 'string' && { level }),
  };
}

/** Without Nagle's algorithm, which costs a handshake and each command tens of milliseconds. */
async function dial(host: string, port: number, timeoutMs: number, over: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true, keepAlive: true });
  return await new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })), timeoutMs);
    // Whoever is done does not wait for a machine that does not answer.
    const leave = () => fail(new Error('the run is over'));
    const settle = () => {
      clearTimeout(late);
      over.removeEventListener('abort', leave);
      socket.removeListener('error', fail);
    };
    const fail = (error: Error) => {
      settle();
      socket.on('error', () => {});
      socket.destroy();
      reject(error);
    };
    over.addEventListener('abort', leave);
    socket.once('error', fail);
    socket.once('connect', () => {
      settle();
      resolve(socket);
    });
  });
}
