import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Config, NodeSSH } from 'node-ssh';
import pLimit from 'p-limit';
import type { LimitFunction } from 'p-limit';
import type { AgentAuthMethod, AuthHandlerMiddleware, Client, ParsedKey, PublicKeyAuthMethod } from 'ssh2';
import type { Machine } from '../cluster/types';
import type { Log } from '../log';
import { quote } from '../text/one-line';
import { isObject } from '../unknown';
import { fingerprint, keyType, knownHostsLine } from './known-hosts';
import type { HostKeyVerdict, KnownHosts } from './known-hosts';
import { openPrivateKey } from './private-key';
import { parseJumpHost } from '../cluster/jump-host';
import type { OwnSsh } from '../credentials';
import { InputError } from '../input-error';
import type { PrivateKey } from './private-key';
import { where } from './shell';
import { HostError } from './types';

/** What to sign in with, and a person's own way to machines. */
export interface Keys {
  /** By path; one that was given has none (''), and is the only one */
  keys: ReadonlyMap<string, PrivateKey>;
  ownSsh?: OwnSsh;
  /** Where a host's key belongs, for errors */
  knownHostsNamed?: string;
}

export interface ConnectionOptions extends Keys {
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
  private opened: Promise<ReadonlyMap<string, ParsedKey>> | undefined;
  private closed = false;
  private readonly over = new AbortController();

  constructor(private readonly options: ConnectionOptions) {
    this.handshakes = pLimit(Math.max(1, options.concurrency));
  }

  async client(wanted: Machine): Promise<Client> {
    const machine = this.reached(wanted);
    const ssh = await this.connection(machine);
    const client = ssh.connection;
    if (!client) return this.client(wanted); // lost between two ticks
    return client;
  }

  close(): void {
    this.closed = true;
    this.over.abort();
    const all = [...this.open.values()];
    this.open.clear();
    for (const connecting of all) connecting.then((ssh) => ssh.dispose()).catch(() => {});
  }

  private connection(machine: Reached): Promise<NodeSSH> {
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

  private async connect(machine: Reached, forget: () => void): Promise<NodeSSH> {
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

  /** The machine as whoever runs this reaches it. */
  private reached(machine: Machine): Reached {
    const { ownSsh } = this.options;
    if (!ownSsh) return machine;
    const found = onOwnWay(machine, ownSsh);
    const key = ({ address, ssh: { port } }: Machine) => JSON.stringify([address, port]);
    const seen = new Set([key(found)]);
    for (let at = found; at.ssh.jumpHost;) {
      at = onOwnWay(jumpMachine(at), ownSsh);
      if (seen.has(key(at)))
        throw new InputError(`The ProxyJump of ${where(machine)} in ~/.ssh/config leads in a circle, by ${at.address}`);
      seen.add(key(at));
    }
    return found;
  }

  /** In the order in which they are tried: the one that was given; those of ~/.ssh/config, the agent's, the usual ones. */
  private waysIn({ ssh, ownKeys = [] }: Reached, opened: ReadonlyMap<string, ParsedKey>): WayIn[] {
    const { user: username } = ssh;
    const { agent, defaults = [] } = this.options.ownSsh ?? {};
    const by = (paths: readonly string[]) =>
      paths.flatMap((path): WayIn[] => {
        const key = opened.get(path);
        return key ? [{ type: 'publickey', username, key }] : [];
      });
    return [
      ...by(['']),
      ...by(ownKeys),
      ...(agent ? [{ type: 'agent', username, agent } as const] : []),
      ...by(defaults.filter((path) => !ownKeys.includes(path))),
    ];
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

  private async handshake(machine: Reached, forget: () => void): Promise<NodeSSH> {
    const { keys, knownHosts, connectTimeoutMs } = this.options;
    // Read while the machine is dialled. A key that has to be decrypted first keeps this thread from hearing an answer.
    const library = import('node-ssh');
    const opening = this.openKeys();
    if ([...keys.values()].some(({ encrypted }) => encrypted)) await opening;
    const sock: Duplex = machine.ssh.jumpHost
      ? await this.tunnel(machine)
      : await dial(machine.address, machine.ssh.port, connectTimeoutMs, this.over.signal).catch((error: unknown) => {
          throw this.explain(machine, error);
        });
    const { NodeSSH } = await library;
    const opened = await opening;
    const ssh = new NodeSSH();
    let offered: { key: Buffer; verdict: HostKeyVerdict } | undefined;
    const handshake = new Handshake();
    const signIn = new SignIn(this.waysIn(machine, opened));
    const config: Config = {
      host: machine.address,
      port: machine.ssh.port,
      username: machine.ssh.user,
      sock,
      authHandler: signIn.next,
      debug: handshake.note,
      readyTimeout: connectTimeoutMs,
      keepaliveInterval: 10_000,
      keepaliveCountMax: 3,
      algorithms: { serverHostKey: knownHosts.algorithms(machine.address, machine.ssh.port) },
      hostVerifier: (hostKey: Buffer) => {
        offered = { key: hostKey, verdict: knownHosts.check(machine.address, machine.ssh.port, hostKey) };
        return offered.verdict.known;
      },
    };
    try {
      await ssh.connect(config);
    } catch (error) {
      sock.destroy();
      if (offered && !offered.verdict.known)
        throw hostKeyError(machine, offered.key, offered.verdict, this.options.knownHostsNamed);
      throw this.explain(machine, error, { signIn, handshake });
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

  /** Once a run, however many connections there are. Of a person's own keys those that cannot be opened are passed over. */
  private openKeys(): Promise<ReadonlyMap<string, ParsedKey>> {
    const { keys, passphrase } = this.options;
    const open = async () => {
      const opened = new Map<string, ParsedKey>();
      for (const [path, key] of keys) {
        const found = await openPrivateKey(key, passphrase).catch((error: unknown) => {
          if (path === '') throw error;
          this.options.log.debug(`${path} is not tried: ${error instanceof Error ? error.message : String(error)}`);
          return undefined;
        });
        if (found) opened.set(path, found);
      }
      return opened;
    };
    this.opened ??= open();
    // Whoever waits for it is told.
    this.opened.catch(() => {});
    return this.opened;
  }

  /** That a machine takes none of the keys that it was offered, in words. */
  private refused(): string {
    const { keys, ownSsh } = this.options;
    const given = keys.get('');
    const names = [...(ownSsh?.agent ? ["the agent's"] : []), ...keys.keys()];
    if (given || names.length === 0)
      return `does not accept the SSH key${given?.fingerprint ? ` ${given.fingerprint}` : ''}`;
    return `does not accept any SSH key (${names.join(', ')})`;
  }

  private explain(machine: Reached, error: unknown, seen?: { signIn: SignIn; handshake: Handshake }): Error {
    const { message, code, level } = describe(error);
    const host = where(machine);
    const make = (text: string, kind: HostError['code']) => new HostError(`${host} ${text}`, machine.name, kind, error);
    if (level === 'client-authentication') {
      const ours = this.refused();
      const user = machine.ssh.user;
      const more = seen?.signIn.wantsMore;
      if (more)
        return make(
          `accepts the SSH key for ${user} and asks for a second way to sign in as well (${more}), which no automation has: set "AuthenticationMethods publickey" for ${user} in its sshd_config (Match User ${user})`,
          'authentication',
        );
      if (seen?.signIn.refusesKeys)
        return make(
          `signs nobody in by SSH key (${seen.signIn.refusesKeys}): set "PubkeyAuthentication yes" in its sshd_config`,
          'authentication',
        );
      return make(
        `${ours} for ${user}: add its public half to ~${user}/.ssh/authorized_keys there, or correct ${machine.isJump ? 'ssh.jump_host' : 'ssh.user'} in the cluster file`,
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
      return make(seen?.handshake.problem ?? `breaks off the SSH handshake (${message})`, 'unreachable');
    return new Dropped(message || 'the connection was closed', { cause: error });
  }
}

type WayIn = PublicKeyAuthMethod | AgentAuthMethod;

/** A machine as it is reached from here, with paths of keys that are tried first. */
type Reached = Machine & { ownKeys?: readonly string[]; isJump?: true };

/** Tries keys, and nothing else: to ask for other ways first is a round trip, and a line in sshd's log. */
class SignIn {
  /** What the server wants besides the key, which was good */
  wantsMore: string | undefined;
  /** What it takes instead of keys */
  refusesKeys: string | undefined;
  constructor(private readonly ways: WayIn[]) {}

  readonly next: AuthHandlerMiddleware = (left, partly, next) => {
    // Null before the first answer, whatever the types say.
    const others = ((left as string[] | null) ?? []).map((way) => quote(way, 40)).join(', ');
    if (partly) this.wantsMore = others;
    else if (others !== '' && !others.includes('publickey')) this.refusesKeys = `only by ${others}`;
    const way = partly ? undefined : this.ways.shift();
    // Typed as a method, but false ends it.
    next(way ?? (false as unknown as 'none'));
  };
}

/** The algorithms that either side offers, which ssh2 tells in its debug output alone. */
class Handshake {
  private kind = '';
  private readonly offers = { local: '', remote: '' };

  readonly note = (line: string): void => {
    const [, side, kind, offer = ''] = /^Handshake: \((local|remote)\) ([^:]+): (.*)$/.exec(line) ?? [];
    if (side !== 'local' && side !== 'remote') return;
    this.kind = kind ?? '';
    this.offers[side] = offer;
  };

  /** For the last kind that was talked about, on which both did not agree. */
  get problem(): string | undefined {
    const what = Object.entries(ALGORITHMS).find(([kind]) => this.kind.startsWith(kind))?.[1];
    if (!what) return undefined;
    const ours = this.offers.local.split(',').slice(0, 3).join(',');
    // Beside algorithms the list has words for extensions.
    const theirs = this.offers.remote.split(',').filter((name) => !/^(kex-strict|ext-info)-/.test(name));
    const newer = theirs.every((name) => /mlkem|sntrup/.test(name));
    return (
      `and this program have no ${what.words} in common: it offers ${quote(theirs.join(','), 200)}` +
      (newer ? ', which is newer than this program' : '') +
      `. Add one that this program has to ${what.option} in its sshd_config (${ours})` +
      (newer ? '' : ', or update OpenSSH there if it is from before 2014')
    );
  }
}

/** By what ssh2 calls them */
const ALGORITHMS: Readonly<Record<string, { words: string; option: string }>> = {
  'KEX method': { words: 'SSH key exchange', option: 'KexAlgorithms' },
  'C->S cipher': { words: 'SSH cipher', option: 'Ciphers' },
  'S->C cipher': { words: 'SSH cipher', option: 'Ciphers' },
  'C->S MAC': { words: 'SSH message authentication', option: 'MACs' },
  'S->C MAC': { words: 'SSH message authentication', option: 'MACs' },
};

/** By ~/.ssh/config, where it says something of the machine; otherwise by the cluster file. */
function onOwnWay(machine: Machine, ssh: OwnSsh): Reached {
  const { host, port, user, jump, keys } = ssh.way([machine.name, machine.address]);
  const { jumpHost: given } = machine.ssh;
  const own = { user: user ?? machine.ssh.user, port: port ?? machine.ssh.port };
  const through = jump === undefined ? given : jump.toLowerCase() === 'none' ? undefined : jumpHostOf(jump, own.user);
  return {
    ...machine,
    address: host ?? machine.address,
    ssh: { ...own, ...(through && { jumpHost: through }) },
    ownKeys: keys,
  };
}

function jumpHostOf(jump: string, user: string): NonNullable<Machine['ssh']['jumpHost']> {
  const parsed = parseJumpHost(jump);
  if (!parsed)
    throw new InputError(
      `ProxyJump ${JSON.stringify(jump)} in ~/.ssh/config cannot be used here: give one host, and where it is reached through another, a ProxyJump of its own`,
    );
  return { host: parsed.host, port: parsed.port ?? 22, user: parsed.user ?? user };
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

/** The machine that one goes through. Only for one that has a jump host. */
export function jumpMachine(machine: Machine): Reached {
  const jump = machine.ssh.jumpHost;
  if (!jump) throw new TypeError('no jump host');
  return {
    name: `jump host ${jump.host}`,
    address: jump.host,
    ssh: { user: jump.user, port: jump.port },
    isJump: true,
  };
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

function hostKeyError(
  machine: Machine,
  key: Buffer,
  verdict: Extract<HostKeyVerdict, { known: false }>,
  file = 'ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS)',
): HostError {
  const { address, ssh } = machine;
  const offer = `It offers ${keyType(key)} ${fingerprint(key)}`;
  const compare = 'compare it with what "ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub" prints on that machine itself';
  const line = knownHostsLine(address, ssh.port, key);
  return new HostError(
    `${where(machine)} cannot be trusted: ${verdict.why}. ${offer}; ${compare}. ` +
      (verdict.code === 'host-key-changed'
        ? `If it is right, replace the old line in ${file} by:\n${line}`
        : `If it is the same, add to ${file}:\n${line}`),
    machine.name,
    verdict.code,
    undefined,
    undefined,
    key,
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
