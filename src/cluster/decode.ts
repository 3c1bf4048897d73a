import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault';
import type { Position } from './types';

export const MAX_BYTES = 1024 * 1024;

/** Turns offsets into lines and columns. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): Position {
    const within = Math.min(Math.max(0, offset), this.text.length);
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.start(middle) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: within - this.start(low) + 1 };
  }

  private start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }
}

/** The text of a file, or why it is none. A byte order mark is taken away. */
export function decode(input: string | Buffer): { text: string } | { fault: Fault } {
  const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
  if (bytes > MAX_BYTES) {
    return fault(
      'too-large',
      `the file is ${(bytes / MAX_BYTES).toFixed(1)} MiB, a cluster file is 1 MiB at most`,
      START,
      'is it the right file?',
    );
  }
  if (typeof input !== 'string' && ['fffe', 'feff'].includes(input.subarray(0, 2).toString('hex'))) {
    return fault('not-utf-8', 'the file is UTF-16', START, 'save it as UTF-8');
  }
  const text = stripMark(typeof input === 'string' ? input : input.toString('utf8'));
  const lines = new Lines(text);
  const nul = text.indexOf('\0');
  if (nul !== -1)
    return fault('binary', 'the file is not text: it holds a NUL byte', lines.at(nul), 'is it the right file?');
  if (typeof input !== 'string' && !isUtf8(input)) {
    // Buffer decodes what it cannot read as U+FFFD.
    return fault(
      'not-utf-8',
      'the file is not UTF-8 text',
      lines.at(Math.max(0, text.indexOf('\uFFFD'))),
      'save it as UTF-8',
    );
  }
  return { text };
}

const START: Position = { line: 1, column: 1 };

function fault(code: string, message: string, position: Position, cure: string): { fault: Fault } {
  return { fault: { ...position, severity: 'error', code, message, cure } };
}

function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
