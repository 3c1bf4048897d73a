import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Machine } from '../cluster/types';
import type { Log, Secrets } from '../log';
import { FOLLOW_JOB, START_JOB, TAIL_JOB } from './job-scripts';
import { LineReader } from './lines';
import { quote } from '../text/one-line';
import { shellQuoteAll } from './shell-quote';
import { where } from './shell';
import type { RootCommand, RootOutput } from './shell';
import { JOBS_FOLDER } from './state-folder';
import { ToldSecrets } from './told-secrets';
import { HostError } from './types';
import type { Job, JobResult } from './types';

export interface JobContext extends Clock {
  machine: Machine;
  execute(command: RootCommand): Promise<RootOutput>;
  secrets: Secrets;
  log: Log;
  /** Seconds that a claim may stand without a process */
  patience?: number;
}

/** Job folders that stay on a host */
const KEEP = 10;
/** Between two checks whether a control script that is not ours still runs */
const BY_HAND_MS = 2000;
/** Longer than one takes that pulls an image */
const BY_HAND_PATIENCE_MS = 15 * 60_000;
/** How long to wait for a host that reboots. */
const COME_BACK_MS = 5 * 60_000;
/** What a host that is well takes to say whether it has begun something; a cancelled run on GitHub has 7 s */
const ANSWER_MS = 3000;
const TAIL_LINES = 50;
/** A host that prints without end must not fill the runner's disk. A control script prints some tens of kilobytes. */
const SHOWN_CHARACTERS = 4 * 1024 * 1024;
/** A job that takes its host down with it is not begun for ever. */
const MAX_INTERRUPTIONS = 2;

type Answer =
  | { kind: 'started' | 'attached' | 'busy' | 'by-hand'; id: string; title?: string; interrupted?: string }
  | { kind: 'void' };
type Ending = { state: 'finished'; exitCode: number } | { state: 'interrupted' };

/** Runs a job once, whatever happens to us, the connection or the host meanwhile. See `Job`. */
export async function runJob(
  context: JobContext,
  job: Job,
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<JobResult> {
  if (!/^[A-Za-z0-9._-]+$/.test(job.key)) throw new TypeError(`not a job key: ${job.key}`);
  for (const secret of job.secrets ?? []) context.secrets.add(secret);
  const { machine } = context;
  const deadline = context.now() + job.timeoutMs;
  const waiting = new Waiting(context, job, deadline, signal);
  const report = collectLines(context.secrets, onLine);

  let id = newId(context.now());
  let byHandSince: number | undefined;
  /** Jobs whose log was passed on while they ran */
  const told = new Set<string>();
  for (let interruptions = 0, voids = 0; ;) {
    const answer = await waiting.forAnswer(() => {
      waiting.begun = 'perhaps';
      return start(context, waiting, job, id);
    });
    waiting.begun = answer.kind === 'started' || answer.kind === 'attached' ? 'yes' : 'no';
    if (answer.kind === 'void') {
      if (++voids > MAX_INTERRUPTIONS)
        throw new HostError(
          `${where(machine)} does not begin "${job.title}": is it out of memory or disk?`,
          machine.name,
          'command',
        );
      id = newId(context.now());
      continue;
    }
    if (answer.interrupted !== undefined && !told.has(answer.interrupted))
      await tellInterrupted(waiting, context, answer.interrupted, onLine);
    if (answer.kind === 'busy') {
      context.log.info(`${machine.name}: waiting for "${answer.title}" to end, which runs on this host`);
      await follow(context, waiting, answer.id, () => {});
      continue;
    }
    if (answer.kind === 'by-hand') {
      byHandSince ??= context.now();
      const process = `"${commandLine(answer.title, context.secrets)}" (process ${answer.id})`;
      if (context.now() - byHandSince >= BY_HAND_PATIENCE_MS)
        throw new HostError(
          `${where(machine)}: ${process}, which nobody started through this project, still runs after ${BY_HAND_PATIENCE_MS / 60_000} minutes, and two control scripts at once would get in each other's way: let it end, or end it, and run this again`,
          machine.name,
          'timeout',
        );
      if (!told.has('by-hand'))
        context.log.info(
          `${machine.name}: waiting for a control script that somebody started by hand on this host: ${process}`,
        );
      told.add('by-hand');
      await context.sleep(BY_HAND_MS, signal).catch(() => {});
      continue;
    }
    byHandSince = undefined;
    const attached = answer.kind === 'attached';
    report.clear();
    told.add(answer.id);
    const ending = await follow(context, waiting, answer.id, report.line);
    if (ending.state === 'finished')
      return { exitCode: ending.exitCode, errors: report.errors, tail: report.tail, attached };
    if (++interruptions > MAX_INTERRUPTIONS)
      throw new HostError(
        `${where(machine)}: "${job.title}" was interrupted ${interruptions} times before it ended, by a restart of the host, a kill or a full disk: look at its memory, disk and system log`,
        machine.name,
        'command',
      );
    context.log.warning(
      `${machine.name}: "${job.title}" was interrupted (the host restarted, or it was killed) and is begun again`,
    );
    if (!attached) id = newId(context.now());
  }
}

/** Follows a job that an earlier run began, from the start of its log to its end. */
export async function attachJob(
  context: JobContext,
  job: { id: string; title: string },
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<{ exitCode?: number }> {
  const timeoutMs = 60 * 60_000;
  const waiting = new Waiting(context, { title: job.title, timeoutMs }, context.now() + timeoutMs, signal);
  waiting.begun = 'yes';
  const ending = await follow(context, waiting, job.id, collectLines(context.secrets, onLine).line);
  return ending.state === 'finished' ? { exitCode: ending.exitCode } : {};
}

/** `20261121T231502-1f2e3d4c5b6a7988`: sorts by time, and is nobody else's. */
function newId(now: number): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+Z$/g, '');
  return `${time}-${randomBytes(8).toString('hex')}`;
}

async function start(context: JobContext, waiting: Waiting, job: Job, id: string): Promise<Answer> {
  const title = job.title.replace(/[^\x20-\x7e]/g, ' ');
  const output = await waiting.aMomentMore((signal) =>
    context.execute({
      script: START_JOB,
      tidy: true,
      args: [
        id,
        job.key,
        title,
        job.cwd,
        `set -- ${shellQuoteAll(job.argv)}`,
        String(KEEP),
        String(context.patience ?? 2),
      ],
      ...waiting.limits(60_000),
      // Whether it was begun is worth knowing, and told at once by a host that is well.
      ...(signal && { signal }),
    }),
  );
  const lines = output.stdout.split('\n').filter((line) => line !== '');
  const [kind = '', other = '', ...rest] = (lines.at(-1) ?? '').split(' ');
  const interrupted = lines.find((line) => line.startsWith('interrupted '))?.slice('interrupted '.length);
  if (output.code === 0 && kind === 'void') return { kind };
  if (
    output.code === 0 &&
    (kind === 'started' || kind === 'attached' || kind === 'busy' || kind === 'by-hand') &&
    /^[A-Za-z0-9-]+$/.test(other)
  )
    return {
      kind,
      id: other,
      title: rest.join(' '),
      ...(interrupted && /^[A-Za-z0-9-]+$/.test(interrupted) && { interrupted }),
    };
  throw new HostError(
    `${where(context.machine)} could not begin "${job.title}" (exit ${output.code}): ${lastLine(output.stderr) || 'it does not say why'}; is /var/lib writable and not full?`,
    context.machine.name,
    'command',
  );
}

/** Streams the log of a job until it is over; a lost connection is made again and goes on where it stopped. */
async function follow(
  context: JobContext,
  waiting: Waiting,
  id: string,
  onLine: (line: string) => void,
): Promise<Ending> {
  let offset = 0;
  return await waiting.forAnswer(async () => {
    const reader = new LineReader(onLine);
    try {
      const output = await context.execute({
        script: FOLLOW_JOB,
        tidy: true,
        args: [id, String(offset)],
        onStdout: (chunk) => reader.push(chunk),
        ...waiting.limits(),
      });
      const [state = '', code = ''] = lastLine(output.stderr).split(' ');
      if (state === 'finished' && /^\d+$/.test(code)) {
        reader.finish();
        return { state, exitCode: Number(code) };
      }
      if (output.code === 0 && ['dead', 'void', 'none', 'launching'].includes(state)) {
        reader.finish();
        return { state: 'interrupted' };
      }
      throw new HostError(
        `${where(context.machine)} cannot show the log of job ${id} (exit ${output.code}): ${lastLine(output.stderr)}`,
        context.machine.name,
        'command',
      );
    } finally {
      offset += reader.consumed;
    }
  });
}

async function tellInterrupted(
  waiting: Waiting,
  context: JobContext,
  id: string,
  onLine: (line: string) => void,
): Promise<void> {
  const output = await waiting.forAnswer(() =>
    context.execute({ script: TAIL_JOB, args: [id], tidy: true, ...waiting.limits(60_000) }),
  );
  onLine('[warn]: it was begun before and interrupted (the host restarted, or it was killed); its last lines were:');
  const own = new ToldSecrets();
  const reader = new LineReader((line) => onLine(own.redact(context.secrets.redact(line))));
  reader.push(Buffer.from(output.stdout));
  reader.finish();
}

/** How long and how patiently to wait for a job. */
class Waiting {
  /** Whether the job is at work on the host, as far as that is known */
  begun: 'no' | 'perhaps' | 'yes' = 'no';
  private answered = false;

  constructor(
    private readonly context: JobContext,
    private readonly job: Pick<Job, 'title' | 'timeoutMs'>,
    private readonly deadline: number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  limits(atMost = Number.POSITIVE_INFINITY): Pick<RootCommand, 'timeoutMs' | 'signal'> {
    const left = this.deadline - this.context.now();
    // Node's timers hold 31 bits of milliseconds.
    return { timeoutMs: Math.max(1, Math.min(left, atMost, 2 ** 31 - 1)), ...(this.signal && { signal: this.signal }) };
  }

  /** Does what is short: its signal is aborted some seconds after the run's own. */
  async aMomentMore<T>(work: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this;
    if (!signal) return work();
    const later = new AbortController();
    const abort = () => void setTimeout(() => later.abort(signal.reason), ANSWER_MS).unref();
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await work(later.signal);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** A host that answered once may be away for a while; one that never did is reported at once. */
  async forAnswer<T>(ask: () => Promise<T>): Promise<T> {
    let lostAt: number | undefined;
    for (let attempt = 0; ; attempt++) {
      this.check();
      const asked = this.context.now();
      try {
        const answer = await ask();
        this.answered = true;
        return answer;
      } catch (error) {
        this.check(error);
        const gone =
          error instanceof HostError &&
          (error.code === 'connection-lost' || (this.answered && error.code === 'unreachable'));
        const now = this.context.now();
        // It had come back in between.
        if (now - asked > 5000 && gone && error.code === 'connection-lost') [attempt, lostAt] = [0, undefined];
        lostAt ??= now;
        if (!gone || now - lostAt > COME_BACK_MS) throw error;
        this.answered = true;
        this.context.log.debug(`${error.message}; connecting again`);
        await this.context.sleep(Math.min(5000, 100 * 2 ** attempt), this.signal).catch(() => {});
      }
    }
  }

  /** Throws when nobody waits any more. */
  private check(cause?: unknown): void {
    const { machine } = this.context;
    const cancelled = this.signal?.aborted === true;
    if (!cancelled && this.context.now() < this.deadline) return;
    const [on, title] = [where(machine), `"${this.job.title}"`];
    const minutes = `${Math.round(this.job.timeoutMs / 60_000)} minutes`;
    const end = this.begun !== 'no' ? 'goes-on' : cancelled ? 'cancelled' : undefined;
    const why = {
      yes: `${title} ${cancelled ? 'was still running when the run was cancelled' : `has not ended within ${minutes}`}; it continues on ${on}, and the next run attaches to it`,
      perhaps: `${title} was about to be begun ${cancelled ? 'when the run was cancelled' : `for ${minutes}`}; if ${on} has begun it, it continues there, and the next run attaches to it`,
      no: `${title} was not begun: ${cancelled ? 'the run was cancelled' : `${on} was busy for ${minutes}`}`,
    }[this.begun];
    throw new HostError(why, machine.name, 'timeout', cause, end);
  }
}

/** Redacts lines and keeps those that a result has. */
function collectLines(secrets: Secrets, onLine: (line: string) => void) {
  const errors: string[] = [];
  const tail: string[] = [];
  const own = new ToldSecrets();
  let shown = 0;
  return {
    errors,
    tail,
    clear() {
      errors.length = 0;
      tail.length = 0;
    },
    line(this: void, raw: string) {
      const line = own.redact(secrets.redact(raw));
      const before = shown;
      shown += line.length + 1;
      if (shown <= SHOWN_CHARACTERS) onLine(line);
      else if (before <= SHOWN_CHARACTERS)
        onLine(`[warn]: no more of this is shown; all of it is in ${JOBS_FOLDER} on the host`);
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      if (line.includes('[error]') && errors.length < TAIL_LINES) errors.push(line);
    },
  };
}

/** What somebody else runs, without the token or password that may be in it. */
function commandLine(text = '', secrets: Secrets): string {
  const shown = secrets.redact(text).replace(/(\s-[tP])\s*\S+/g, '$1 ***');
  return quote(shown, 200);
}

function lastLine(text: string): string {
  return text.split('\n').findLast((line) => line.trim() !== '') ?? '';
}
