import pLimit from 'p-limit';
import type { LimitFunction } from 'p-limit';
import { realClock, type Clock } from '../clock';
import { InputError } from '../cluster/types';
import type { Machine } from '../cluster/types';
import type { Log, Secrets } from '../log';
import type { Credentials, OwnSsh } from '../credentials';
import { Connections, type Keys } from './connections';
import { readFacts } from './facts';
import { attachJob, runJob } from './jobs';
import type { JobContext } from './jobs';
import { parseKnownHosts } from './known-hosts';
import type { KnownHosts } from './known-hosts';
import { checkPrivateKey, isEncrypted } from './private-key';
import { NotStarted } from './root-shells';
import { runAsRoot, where } from './shell';
import type { RootCommand, RootOutput } from './shell';
import { HostError } from './types';
import type { Host, Hosts } from './types';

/** Of the clock: the real one's where they are left out */
export interface HostsOptions extends Partial<Clock> {
  /** OpenSSH or PEM text */
  privateKey?: string;
  passphrase?: string;
  /** known_hosts text */
  knownHosts?: string;
  /** How these were given, for errors */
  named?: Credentials['named'];
  ownSsh?: OwnSsh;
  sudoPassword?: string;
  /** SSH handshakes at once */
  concurrency: number;
  secrets: Secrets;
  log: Log;
  /** Aborted: nothing waits for running jobs any more. Short commands still work, so that a run can tidy up. */
  signal?: AbortSignal;
  connectTimeoutMs?: number;
  /** For whoever only looks at keys before anybody is trusted */
  knownHostsMayBeEmpty?: boolean;
}

/** A key that was given is the only one; otherwise those that ssh would try. */
function keysOf({ privateKey, passphrase, named = {}, ownSsh }: HostsOptions): Keys {
  const { sshPrivateKey, sshKnownHosts } = named;
  const common = { ...(ownSsh && { ownSsh }), ...(sshKnownHosts && { knownHostsNamed: sshKnownHosts }) };
  if (privateKey !== undefined || !ownSsh)
    return { ...common, keys: new Map([['', checkPrivateKey(privateKey, passphrase, sshPrivateKey)]]) };
  const usable = ownSsh.keys.filter(({ text }) => passphrase !== undefined || !isEncrypted(text));
  const keys = usable.flatMap(({ path, text }) => {
    try {
      return [[path, checkPrivateKey(text, passphrase, path)] as const];
    } catch (error) {
      // ssh passes over a key of a kind that it does not know, too.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
  return { ...common, keys: new Map(keys) };
}

const COMMAND_MS = 120_000;

/** Machines over SSH. Throws InputError when the key or known_hosts cannot be used; connects to nothing yet. */
export function connectHosts(options: HostsOptions): Hosts {
  return hostsWithConnections(options).hosts;
}

/** The same with the connections themselves. */
export function hostsWithConnections(options: HostsOptions): { hosts: Hosts; connections: Connections } {
  const { secrets, log } = options;
  for (const secret of [options.privateKey, options.passphrase, options.sudoPassword]) secrets.add(secret);
  const { now, sleep } = { ...realClock, ...options };
  const clock: Clock = { now, sleep };
  const connections = new Connections({
    ...keysOf(options),
    ...(options.passphrase && { passphrase: options.passphrase }),
    knownHosts: checkKnownHosts(options.knownHosts, log, options),
    concurrency: options.concurrency,
    connectTimeoutMs: options.connectTimeoutMs ?? 15_000,
    log,
    sleep: (ms) => sleep(ms),
    random: Math.random,
  });

  /** What a lost connection kept from beginning is begun again over a new one. */
  async function execute(machine: Machine, command: RootCommand): Promise<RootOutput> {
    for (let attempt = 0; ; attempt++) {
      const client = await connections.client(machine);
      try {
        return await runAsRoot(client, machine, options.sudoPassword, command, clock);
      } catch (error) {
        if (!(error instanceof NotStarted)) throw error;
        if (attempt >= 2)
          throw new HostError(
            `${where(machine)} keeps closing its SSH connection: look at its sshd log`,
            machine.name,
            'connection-lost',
            error,
          );
        await sleep(50 * 2 ** attempt);
      }
    }
  }

  /** What can be done twice is done once more when it lost its connection half way. Jobs look after themselves. */
  async function again<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof HostError) || error.code !== 'connection-lost' || attempt >= 2) throw error;
        log.debug(`${error.message}; once more`);
        await sleep(100 * 2 ** attempt);
      }
    }
  }

  /** A machine runs one job at a time: here they queue, so that waiting for a turn takes nothing from a job's own time. */
  const turns = new Map<string, LimitFunction>();
  function inTurn({ address, ssh }: Machine): LimitFunction {
    const key = JSON.stringify([address, ssh]);
    const turn = turns.get(key) ?? pLimit(1);
    turns.set(key, turn);
    return turn;
  }

  function jobContext(machine: Machine): JobContext {
    return { machine, execute: (command) => execute(machine, command), secrets, log, ...clock };
  }

  function host(machine: Machine): Host {
    return {
      machine,
      async run(script, args = [], { input, timeoutMs = COMMAND_MS, repeatable = false } = {}) {
        const command = { script, args, timeoutMs, tidy: repeatable, ...(input !== undefined && { input }) };
        const { code, stdout, stderr } = await (repeatable
          ? again(() => execute(machine, command))
          : execute(machine, command));
        return { code, stdout, stderr };
      },
      facts: (request) => again(() => readFacts((command) => execute(machine, command), machine, request)),
      job: (job, onLine, signal) =>
        inTurn(machine)(() => {
          const ends = anySignal(options.signal, signal);
          if (ends?.aborted)
            throw new HostError(
              `"${job.title}" was not begun: the run was cancelled`,
              machine.name,
              'timeout',
              undefined,
              'cancelled',
            );
          return runJob(jobContext(machine), job, onLine, ends);
        }),
      attach: (job, onLine, signal) => attachJob(jobContext(machine), job, onLine, anySignal(options.signal, signal)),
    };
  }

  const hosts: Hosts = {
    host,
    prepare(machines) {
      for (const machine of machines) connections.client(machine).catch(() => undefined);
    },
    close() {
      connections.close();
      return Promise.resolve();
    },
  };
  return { hosts, connections };
}

function checkKnownHosts(
  text: string | undefined,
  log: Log,
  { named, knownHostsMayBeEmpty = false }: Pick<HostsOptions, 'named' | 'knownHostsMayBeEmpty'>,
): KnownHosts {
  const { sshKnownHosts: input = 'ssh-known-hosts (PORTSIP_SSH_KNOWN_HOSTS)' } = named ?? {};
  const cure = `give the host keys of all servers, as "ssh-keyscan ADDRESS…" prints them, once you have compared them with the servers' own (ssh-keygen -lf)`;
  if (!text?.trim() && !knownHostsMayBeEmpty)
    throw new InputError(`${input} ${named?.sshKnownHosts ? 'is empty' : 'is missing'}: ${cure}`);
  const known = parseKnownHosts(text ?? '');
  if (known.unreadable.length > 0) log.warning(`${input}: not a known_hosts line: ${known.unreadable.join(', ')}`);
  if (known.keys === 0 && !knownHostsMayBeEmpty) throw new InputError(`${input} has no host key in it: ${cure}`);
  return known;
}

function anySignal(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}
