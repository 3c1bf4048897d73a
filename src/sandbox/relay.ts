import { createServer, type Server, type Socket } from 'node:net';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type ssh2 from 'ssh2';
import type { ScaledClock } from '../clock';
import type { SandboxHost } from './host';
import { makeKey } from './keys';
import { connectionPair } from './pipe';
import type { HostSshd } from './ssh';

/** What a stand-in on a host asks for: host/lib/relay.mjs sends it. */
interface Asked {
  program: string;
  argv: string[];
  /** Folder of the host that asks */
  root: string;
  user: string;
  /** Home folder, as a path of this machine */
  home: string;
}

export interface RelayWorld {
  clock: ScaledClock;
  hosts(): readonly SandboxHost[];
  /** sshd at a host's name or address */
  sshd(target: string): HostSshd | undefined;
  pcs(argv: readonly string[]): Promise<{ code: number; text: string }>;
}

interface Answer {
  out(text: string | Buffer): void;
  err(text: string | Buffer): void;
  end(code: number): void;
}

const ENDED = 255;

/** Does for scripts on hosts what they cannot do themselves: SSH from host to host with real keys, and `pcs`. */
export class Relay {
  private readonly server: Server;
  private readonly open = new Set<Socket>();

  constructor(
    private readonly lib: typeof ssh2,
    private readonly world: RelayWorld,
  ) {
    this.server = createServer({ allowHalfOpen: true }, (socket) => {
      this.open.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => this.open.delete(socket));
      void this.serve(socket);
    });
  }

  async listen(dir: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(join(dir, 'relay.sock'), resolve);
    });
  }

  close(): void {
    this.server.close();
    for (const socket of this.open) socket.destroy();
  }

  private async serve(socket: Socket): Promise<void> {
    const asked = await readAsked(socket);
    const host = this.world.hosts().find(({ root }) => root === asked.root);
    if (!host) return void socket.destroy();
    const frame = (kind: number, body: Buffer) => {
      const head = Buffer.alloc(5);
      head.writeUInt8(kind);
      head.writeUInt32BE(body.length, 1);
      if (socket.writable) socket.write(Buffer.concat([head, body]));
    };
    const answer: Answer = {
      out: (text) => frame(1, Buffer.from(text)),
      err: (text) => frame(2, Buffer.from(text)),
      end: (code) => {
        frame(3, Buffer.from([code]));
        socket.end();
      },
    };
    if (asked.program === 'pcs') {
      const { code, text } = await this.world.pcs(asked.argv);
      answer.out(text);
      answer.end(code);
    } else if (asked.program === 'ssh-keygen') answer.end(this.keygen(asked, answer));
    else this.ssh(asked, host, socket, answer);
  }

  /** As `ssh` without a terminal: nobody can be asked for a password or whether a host key is right. */
  private ssh({ argv, user: caller, home }: Asked, host: SandboxHost, stdin: Socket, answer: Answer): void {
    const { target, command, ...values } = sshArguments(argv);
    const fail = (message: string) => {
      answer.err(`${message}\r\n`);
      answer.end(ENDED);
    };
    const [, named, name = ''] = /^(?:([^@]*)@)?(.*)$/.exec(target) ?? [];
    const user = values.user ?? named ?? caller;
    const port = values.port ?? '22';
    const sshd = this.world.sshd(name);
    if (!sshd || sshd.reachable === 'refuse')
      return fail(`ssh: connect to host ${name} port ${port}: Connection refused`);
    const seconds = Number(values.options.get('connecttimeout') ?? 120);
    if (sshd.reachable === 'silence')
      return this.world.clock.after(seconds * 1000, () =>
        fail(`ssh: connect to host ${name} port ${port}: Connection timed out`),
      );

    const identities = values.identity
      ? [values.identity]
      : ['id_rsa', 'id_ecdsa', 'id_ed25519'].map((file) => join(home, '.ssh', file));
    const privateKey = identities.filter(existsSync).map((file) => readFileSync(file, 'utf8'))[0];
    const knownHosts = values.options.get('userknownhostsfile') ?? join(home, '.ssh/known_hosts');
    const known = knownKeys(knownHosts, name);
    const strict = values.options.get('stricthostkeychecking') ?? 'ask';
    const client = new this.lib.Client();
    const [near, far] = connectionPair();
    let over = false;
    let refused: string | undefined;
    const end = (message: string) => {
      if (!over) fail(refused ?? message);
      over = true;
      client.end();
    };
    client.on('error', (error) =>
      end(
        /authentication/i.test(error.message)
          ? `${user}@${name}: Permission denied (publickey,password).`
          : `kex_exchange_identification: ${error.message}`,
      ),
    );
    client.on('close', () => end(`Connection to ${name} closed by remote host.`));
    client.on('ready', () => {
      client.exec(host.redirect.outward(command), (error, channel) => {
        if (error) return end(`exec request failed on channel 0`);
        // Paths go from this host's folder to the other one's and back.
        const { redirect } = host;
        if (values.noInput) channel.end();
        else stdin.pipe(redirect.output()).pipe(channel);
        channel.on('data', (chunk: Buffer) => answer.out(chunk));
        channel.stderr.on('data', (chunk: Buffer) => answer.err(chunk));
        channel.on('exit', (code: number | null) => {
          channel.once('close', () => {
            over = true;
            answer.end(code ?? ENDED);
            client.end();
          });
        });
      });
    });
    stdin.once('close', () => {
      over = true;
      client.end();
    });
    client.connect({
      sock: near,
      username: user,
      ...(privateKey && { privateKey }),
      readyTimeout: seconds * 1000,
      ...(known.length > 0 && {
        algorithms: { serverHostKey: known.map(({ type }) => type) as ssh2.ServerHostKeyAlgorithm[] },
      }),
      hostVerifier: (key: Buffer) => {
        const shown = key.toString('base64');
        if (known.some(({ data }) => data === shown)) return true;
        if (known.length > 0 && strict !== 'no') {
          refused = `@@@@@@@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@@@@@@@\nHost key verification failed.`;
          return false;
        }
        if (strict === 'no' || strict === 'accept-new') {
          const type = key.subarray(4, 4 + key.readUInt32BE(0)).toString();
          mkdirSync(dirname(knownHosts), { recursive: true });
          writeFileSync(knownHosts, `${name} ${type} ${shown}\n`, { flag: 'a' });
          return true;
        }
        refused = `No ED25519 host key is known for ${name} and you have requested strict checking.\nHost key verification failed.`;
        return false;
      },
    });
    sshd.accept(far);
  }

  /** `-t TYPE -N '' -f FILE [-q]` makes a key (ed25519 whatever the type), `-y -f FILE` shows its public half. */
  private keygen({ argv, home }: Asked, answer: Answer): number {
    const { values } = parseArgs({
      args: argv,
      strict: false,
      options: {
        t: { type: 'string', short: 't' },
        N: { type: 'string', short: 'N' },
        f: { type: 'string', short: 'f' },
        C: { type: 'string', short: 'C' },
      },
    });
    const file = typeof values.f === 'string' ? values.f : join(home, '.ssh/id_ed25519');
    if (argv.includes('-y')) {
      if (!existsSync(`${file}.pub`)) {
        answer.err(`Load key "${file}": No such file or directory\r\n`);
        return ENDED;
      }
      answer.out(readFileSync(`${file}.pub`));
      return 0;
    }
    if (existsSync(file)) {
      answer.out(`${file} already exists.\nOverwrite (y/n)? `);
      return 1;
    }
    const pair = makeKey(this.lib.utils, 'ed25519');
    writeFileSync(file, pair.private, { mode: 0o600 });
    writeFileSync(`${file}.pub`, `${pair.public}\n`);
    return 0;
  }
}

async function readAsked(socket: Socket): Promise<Asked> {
  let text = Buffer.alloc(0);
  return new Promise((resolve) => {
    const read = () => {
      for (;;) {
        const chunk = socket.read() as Buffer | null;
        if (!chunk) return;
        text = Buffer.concat([text, chunk]);
        const end = text.indexOf('\n');
        if (end < 0) continue;
        socket.removeListener('readable', read);
        if (end + 1 < text.length) socket.unshift(text.subarray(end + 1));
        resolve(JSON.parse(text.subarray(0, end).toString('utf8')) as Asked);
        return;
      }
    };
    socket.on('readable', read);
  });
}

interface SshArguments {
  user?: string;
  port?: string;
  identity?: string;
  /** `-o NAME=VALUE`, the names in lower case */
  options: Map<string, string>;
  noInput: boolean;
  target: string;
  command: string;
}

function sshArguments(argv: readonly string[]): SshArguments {
  const found: SshArguments = { options: new Map(), noInput: false, target: '', command: '' };
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-')) {
      found.target = word;
      found.command = rest.join(' ');
      return found;
    }
    for (let letters = word.slice(1); letters !== ''; letters = letters.slice(1)) {
      const letter = letters.charAt(0);
      if (letter === 'n') found.noInput = true;
      if (!'oilpFEJ'.includes(letter)) continue;
      const value = letters.slice(1) || (rest.shift() ?? '');
      if (letter === 'l') found.user = value;
      else if (letter === 'p') found.port = value;
      else if (letter === 'i') found.identity = value;
      else if (letter === 'o') {
        const [, name = '', setting = ''] = /^\s*(\w+)\s*[=\s]\s*(.*)$/.exec(value) ?? [];
        found.options.set(name.toLowerCase(), setting);
      }
      break;
    }
  }
  return found;
}

function knownKeys(file: string, name: string): { type: string; data: string }[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [names = '', type = '', data = ''] = line.trim().split(/\s+/);
      // The sandbox's machines have one SSH port, which on the loopback is not 22.
      const isHim = names.split(',').some((one) => one === name || one.replace(/^\[(.*)\]:\d+$/, '$1') === name);
      return isHim && data !== '' ? [{ type, data }] : [];
    });
}
