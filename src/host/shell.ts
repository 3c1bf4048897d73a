import { randomBytes } from 'node:crypto';
import type { Client } from 'ssh2';
import type { Clock } from '../clock';
import type { Machine } from '../cluster/types';
import { FrameReader } from './frames';
import { dropIdle, keepIdle, NotStarted, openShell, SessionRefused, takeIdle, type RootShell } from './root-shells';
import { printfEscape, shellQuote, shellQuoteAll } from './shell-quote';
import { HostError } from './types';
import type { Output } from './types';

export interface RootCommand {
  /** POSIX sh */
  script: string;
  /** "$1"… */
  args: readonly string[];
  /** Standard input; complete before the script begins */
  input?: string;
  /**
   * Real time, as READY_MS is, whatever clock a run goes by: what a host needs for a command is not sped up with it, and
   * a busy machine would be taken for a dead one.
   */
  timeoutMs: number;
  /** Gets standard output as it comes; it is not collected then. */
  onStdout?: (chunk: Buffer) => void;
  /** Stops listening; what runs on the host goes on. */
  signal?: AbortSignal;
  /**
   * It can be done twice, and nothing of it lives on that could still print: such commands of a host follow each other in one
   * root shell, as each sign-in of sudo costs a host more than most commands do.
   */
  tidy?: boolean;
}

export interface RootOutput extends Output {
  /** Milliseconds since the epoch, our clock: just before the script began and just after it ended */
  began: number;
  ended: number;
}

/** A host may not fill our memory. */
const MAX_OUTPUT = 32 * 1024 * 1024;
/** sudo, PAM and a slow login shell included */
const READY_MS = 30_000;

/**
 * What the login shell gets to see: two single-quoted words without anything that sh, csh or fish would treat
 * differently (no quote, backslash, exclamation mark or newline). The first becomes root, the second reads scripts up to a
 * mark of their own and runs one after the other: one that is cut off by a dying connection is not run. It is read by sed, as
 * a shell's `read` makes a system call for each byte.
 */
export function loader(token: string): string {
  // The prompt and the word before it are put together on the host: whoever repeats this command line says neither.
  const asRoot = `test "$(id -u)" = 0 && exec /bin/sh -c "$0"; LC_ALL=C; export LC_ALL; w=${token}; echo $w-sudo >&2; exec sudo -S -p $w-password: /bin/sh -c "$0"`;
  const readScripts = `echo ${token}-ready; while a=$(sed /^#${token}-end/q); do case $a in *#${token}-end) eval "$a"; a= ;; *) exit ;; esac; done`;
  return `/bin/sh -c '${asRoot}' '${readScripts}'`;
}

/**
 * What the loader of `shell` runs: arguments, script and input as data, output between markers of `token`, which is another one
 * for each command.
 */
export function payload(shell: string, token: string, command: Pick<RootCommand, 'script' | 'args' | 'input'>): string {
  const mark = (kind: string) => `printf %s ${token}-${kind}; printf %s ${token}-${kind} >&2`;
  const work = `(\n${command.script}\n)`;
  return [
    mark('begin'),
    `set -- ${shellQuoteAll(command.args)}`,
    // A printf of the shell itself: what is given to it nobody sees.
    command.input === undefined
      ? `${work} </dev/null`
      : `printf %b ${shellQuote(printfEscape(command.input))} | ${work}`,
    'code=$?',
    `printf "%s%d\\n" ${token}-end "$code"; printf "%s%d\\n" ${token}-end "$code" >&2`,
    `#${shell}-end`,
    // BusyBox's sed ends once it has seen a line more, which the next script may begin with.
    ':\n',
  ].join('\n');
}

/** Runs a script as root over an open connection. Throws NotStarted or HostError. */
export async function runAsRoot(
  client: Client,
  machine: Machine,
  sudoPassword: string | undefined,
  command: RootCommand,
  clock: Clock,
): Promise<RootOutput> {
  const token = randomBytes(16).toString('hex');
  const fail = (message: string, code: HostError['code'], cause?: unknown) =>
    new HostError(`${where(machine)} ${message}`, machine.name, code, cause);

  const idle = command.tidy ? takeIdle(client) : undefined;
  const serve = (shell: RootShell, resolve: (output: RootOutput) => void, reject: (error: Error) => void) => {
    let phase: 'waiting' | 'running' | 'over' = 'waiting';
    let began = 0;
    let isHeard = false;
    let asked = 0;
    let size = 0;
    const early = { stdout: '', stderr: '' };
    const collected: Buffer[] = [];
    const errors: Buffer[] = [];
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT)
        end(fail(`prints more than ${MAX_OUTPUT / 1024 / 1024} MiB where a few lines were expected`, 'command'));
      else into.push(chunk);
    };
    const stdout = new FrameReader(token, command.onStdout ?? collect(collected));
    const stderr = new FrameReader(token, collect(errors));

    const readyTimer = setTimeout(
      () =>
        end(
          fail(
            `did not become root within ${READY_MS / 1000} s${saidSoFar(early)}: log in as ${machine.ssh.user} and try "sudo -n true" there`,
            'sudo',
          ),
        ),
      READY_MS,
    );
    const timer = setTimeout(
      () =>
        end(
          fail(
            `has not finished within ${Math.round(command.timeoutMs / 1000)} s; what was begun there goes on`,
            'timeout',
          ),
        ),
      command.timeoutMs,
    );
    const onAbort = () =>
      end(fail('was still running a command when the run was cancelled', 'timeout', command.signal?.reason));
    command.signal?.addEventListener('abort', onAbort, { once: true });

    function end(outcome: Error | RootOutput): void {
      if (phase === 'over') return;
      phase = 'over';
      clearTimeout(readyTimer);
      clearTimeout(timer);
      command.signal?.removeEventListener('abort', onAbort);
      // A daemon that a script left behind may hold the channel open: whoever has the result does not wait for it.
      if (command.tidy && !(outcome instanceof Error)) keepIdle(client, shell);
      else shell.close();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    }

    function begin(): void {
      phase = 'running';
      clearTimeout(readyTimer);
      began = clock.now();
      shell.write(payload(shell.token, token, command));
    }

    function answerPassword(): void {
      asked++;
      if (sudoPassword === undefined)
        end(
          fail(
            `asks for a password when ${machine.ssh.user} uses sudo: give it (sudo-password, PORTSIP_SUDO_PASSWORD), or allow it without one in /etc/sudoers.d: "${machine.ssh.user} ALL=(ALL) NOPASSWD: ALL"`,
            'sudo',
          ),
        );
      else if (asked > 1)
        end(
          fail(
            `does not accept the sudo password of ${machine.ssh.user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`,
            'sudo',
          ),
        );
      else shell.write(`${sudoPassword}\n`);
    }

    function finish(): void {
      if (stdout.code === undefined || stderr.code === undefined) return;
      end({
        code: stdout.code,
        stdout: Buffer.concat(collected).toString('utf8'),
        stderr: Buffer.concat(errors).toString('utf8'),
        began,
        ended: clock.now(),
      });
    }

    shell.onStdout = (chunk) => {
      if (phase === 'waiting') {
        early.stdout = (early.stdout + chunk.toString('latin1')).slice(-8192);
        if (early.stdout.includes(`${shell.token}-ready\n`)) begin();
      } else if (phase === 'running') {
        isHeard = true;
        stdout.push(chunk);
        finish();
      }
    };
    shell.onStderr = (chunk) => {
      if (phase === 'waiting') {
        early.stderr = (early.stderr + chunk.toString('latin1')).slice(-8192);
        // Only sudo's own prompt is answered. What a login script says, or PAM in words of its own, gets no password.
        const prompt = early.stderr.indexOf(`${shell.token}-password:`);
        if (prompt >= 0) {
          early.stderr = early.stderr.slice(prompt + `${shell.token}-password:`.length);
          answerPassword();
          return;
        }
        const question =
          early.stderr.includes(`${shell.token}-sudo\n`) && /(?:^|\n)([^\n]*\S[:?] *)$/.exec(early.stderr)?.[1];
        if (question) end(fail(...foreignPrompt(machine, question)));
      } else if (phase === 'running') {
        stderr.push(chunk);
        finish();
      }
    };
    shell.onClose = (exitCode) => {
      if (phase === 'waiting') {
        if (exitCode === undefined) end(new NotStarted('connection lost'));
        else end(fail(...refusal(machine, exitCode, early)));
      } else if (phase === 'running') {
        // An idle one may end at any moment, and what it was given in that can be done twice.
        if (idle && !isHeard) end(new NotStarted('root shell lost'));
        else if (exitCode === undefined) end(fail('lost the connection while a command ran', 'connection-lost'));
        else end(fail(`ended a command before it was done (exit ${exitCode})`, 'command'));
      }
    };
    if (command.signal?.aborted) onAbort();
    else if (idle) begin();
  };
  if (idle) return await new Promise((resolve, reject) => serve(idle, resolve, reject));
  return await open(client, machine, clock, serve);
}

/** sudo asks, but not with our prompt: what it wants, and who asks, is not known. */
function foreignPrompt(machine: Machine, question: string): [string, HostError['code']] {
  const { user } = machine.ssh;
  return [
    `asks "${plain(question)}" when ${user} uses sudo, which is not sudo's own prompt and gets no answer: allow sudo without a password in /etc/sudoers.d ("${user} ALL=(ALL) NOPASSWD: ALL"), or let sudo's prompt replace PAM's there ("Defaults passprompt_override")`,
    'sudo',
  ];
}

/** Why the loader never became root, in an operator's words. */
function refusal(
  machine: Machine,
  code: number,
  early: { stdout: string; stderr: string },
): [string, HostError['code']] {
  const user = machine.ssh.user;
  const said = early.stderr;
  if (/not in the sudoers|not allowed to (execute|run)|may not run sudo/i.test(said))
    return [
      `does not let ${user} use sudo: add "${user} ALL=(ALL) NOPASSWD: ALL" in /etc/sudoers.d, or use another ssh.user`,
      'sudo',
    ];
  if (/must have a tty/i.test(said))
    return [`lets ${user} use sudo on a terminal only: remove "requiretty" from its sudoers file`, 'sudo'];
  if (/sudo: (command )?not found|sudo: No such file/i.test(said))
    return [`has no sudo: install it, or use ssh.user root`, 'sudo'];
  if (/incorrect password|password is required|no password was provided/i.test(said))
    return [`does not accept the sudo password of ${user}: correct sudo-password (PORTSIP_SUDO_PASSWORD)`, 'sudo'];
  if (/sudo/.test(said)) return [`refuses sudo to ${user}${saidSoFar(early)}`, 'sudo'];
  return [
    `could not start /bin/sh for ${user} (exit ${code})${saidSoFar(early)}: its login shell must allow commands over SSH`,
    'command',
  ];
}

function saidSoFar(early: { stdout: string; stderr: string }): string {
  const line = `${early.stdout}\n${early.stderr}`
    .split('\n')
    .map(plain)
    .filter((text) => text !== '' && !/^[0-9a-f]{32}-sudo$/.test(text))
    .at(-1);
  return line ? ` (it says "${line}")` : '';
}

const plain = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 200);

export function where(machine: Machine): string {
  const port = machine.ssh.port === 22 ? '' : `:${machine.ssh.port}`;
  return machine.name === machine.address ? `${machine.address}${port}` : `${machine.name} (${machine.address}${port})`;
}

/** Opens a session and hands it over. One that is refused is tried again for a while. */
async function open<T>(
  client: Client,
  machine: Machine,
  { sleep }: Clock,
  serve: (shell: RootShell, resolve: (result: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await openShell(client, randomBytes(16).toString('hex'), loader, serve);
    } catch (error) {
      if (!(error instanceof SessionRefused)) throw error;
      if (attempt >= 40)
        throw new HostError(
          `${where(machine)} opens no further session on its SSH connection: raise MaxSessions in its sshd_config`,
          machine.name,
          'command',
          error,
        );
      dropIdle(client);
      await sleep(250);
    }
  }
}
