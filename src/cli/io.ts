import { homedir } from 'node:os';
import type { ScaledClock } from '../clock';
import { createInterface } from 'node:readline/promises';
import { isatty } from 'node:tty';
import { inAscii } from '../text/ascii';
import { internet, type Internet } from '../host/internet';

export interface Output {
  write(text: string): void;
  isTTY: boolean;
  columns: number;
  rows: number;
}

/** Somebody pressed Ctrl-C instead of answering. Nothing has been done then. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The world of a command, so that tests can give it another one. */
export interface Io {
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  out: Output;
  err: Output;
  /** Somebody can be asked */
  interactive: boolean;
  /** One line; undefined when it ended without one (Ctrl-D). Throws `Interrupted` on Ctrl-C. */
  ask(question: string): Promise<string | undefined>;
  /** The same without showing what is typed */
  askSecret(question: string): Promise<string | undefined>;
  /** Until the returned function is called, Ctrl-C and a kill come here. */
  onInterrupt(handler: () => void): () => void;
  /** Leaves at once. */
  exit(code: number): never;
  now(): number;
  /** Of what runs go by; the real one when left out */
  clock?: ScaledClock;
  /** Looks at names and ports as callers see them; undefined: nobody looks */
  internet?: Internet;
}

export function terminalIo(): Io {
  let interruptible = 0;
  const watched = (stream: NodeJS.WriteStream, name: string): Stream =>
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // What is at work goes on to its end: a log that cannot be written must not leave a server drained.
      if (interruptible > 0) return;
      // `portsip-cluster plan | head` is no failure.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      process.stderr.write(`Error: ${name} cannot be written: ${error.message}\n`);
      process.exit(1);
    });
  return {
    env: process.env,
    home: homedir(),
    out: output(() => watched(process.stdout, 'standard output')),
    err: output(() => watched(process.stderr, 'standard error')),
    get interactive() {
      return isatty(0) && isatty(2);
    },
    ask,
    askSecret,
    onInterrupt(handler) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      interruptible++;
      for (const signal of signals) process.on(signal, handler);
      return () => {
        interruptible--;
        for (const signal of signals) process.off(signal, handler);
      };
    },
    exit: (code) => process.exit(code),
    now: Date.now,
    // Loaded when somebody looks.
    get internet() {
      return internet;
    },
  };
}

/** As it is, and not as it is typed: a pipe has none of these. */
type Stream = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'rows'>>;

/** Node makes a stream when it is asked for, which takes it a millisecond: one that nothing is written to is not. */
function output(open: () => Stream): Output {
  let opened: Stream | undefined;
  const stream = () => (opened ??= open());
  return {
    write: (text) => void stream().write(text),
    get isTTY() {
      return stream().isTTY ?? false;
    },
    get columns() {
      return stream().columns ?? 100;
    },
    get rows() {
      return stream().rows ?? 24;
    },
  };
}

/** What ends a question from outside: whoever asks is told of it by `Interrupted`. */
async function interruptible<T>(work: (resolve: (answer: T) => void, interrupt: () => void) => void): Promise<T> {
  const signals = ['SIGTERM', 'SIGHUP'] as const;
  let interrupt = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      interrupt = () => reject(new Interrupted());
      for (const signal of signals) process.on(signal, interrupt);
      work(resolve, interrupt);
    });
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

async function ask(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await interruptible<string | undefined>((resolve, interrupt) => {
      terminal.once('SIGINT', interrupt);
      terminal.once('close', () => resolve(undefined));
      void terminal.question(question).then(resolve, () => resolve(undefined));
    });
  } catch (error) {
    process.stderr.write('\n');
    throw error;
  } finally {
    terminal.close();
  }
}

const [ENTER, LINE_FEED, END, INTERRUPT, DELETE, BACKSPACE, CLEAR] = [
  '\r',
  '\n',
  '\u0004',
  '\u0003',
  '\u007f',
  '\b',
  '\u0015',
];

async function askSecret(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    return await interruptible<string | undefined>((resolve, interrupt) => {
      stdin.on('end', () => resolve(undefined));
      stdin.on('data', (text: string) => {
        for (const key of text) {
          if (key === ENTER || key === LINE_FEED) resolve(typed);
          else if (key === INTERRUPT) interrupt();
          else if (key === END && typed === '') resolve(undefined);
          else if (key === DELETE || key === BACKSPACE) typed = Array.from(typed).slice(0, -1).join('');
          else if (key === CLEAR) typed = '';
          else if (key >= ' ') typed += key;
        }
      });
      stdin.resume();
    });
  } finally {
    stdin.removeAllListeners('data').removeAllListeners('end');
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

/** Colours: wanted by the user, else where somebody looks. https://no-color.org, https://force-color.org */
export function wantsColor(io: Io, output: Output, flag: boolean | undefined): boolean {
  if (flag === false || io.env['NO_COLOR']) return false;
  if (io.env['FORCE_COLOR']) return io.env['FORCE_COLOR'] !== '0';
  return output.isTTY && io.env['TERM'] !== 'dumb';
}

/** Where people read, in what their terminal can show: the one place where that is decided. */
export function forPeople(io: Pick<Io, 'env'>, output: Output): Output {
  if (wantsUnicode(io)) return output;
  return {
    write: (text) => output.write(inAscii(text)),
    get isTTY() {
      return output.isTTY;
    },
    get columns() {
      return output.columns;
    },
    get rows() {
      return output.rows;
    },
  };
}

/** How wide lines for people may be: as the terminal is, or as COLUMNS says elsewhere; undefined: nobody says. */
export function widthOf({ env }: Pick<Io, 'env'>, output: Output): number | undefined {
  const columns = output.isTTY ? output.columns : Number(env['COLUMNS']);
  return columns > 0 ? Math.max(40, Math.min(columns, 120)) : undefined;
}

/** Whether the terminal shows more than ASCII. Nothing set means a file or a pipe: UTF-8. */
function wantsUnicode({ env }: Pick<Io, 'env'>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === '' ? true : /utf-?8/i.test(locale);
}
