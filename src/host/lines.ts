/** A line longer than this is passed on in pieces. */
const MAX_LINE = 64 * 1024;

/** Splits bytes into lines, and knows how many bytes its lines were. */
export class LineReader {
  /** Bytes of the lines that were passed on, newlines included */
  consumed = 0;
  private pending = Buffer.alloc(0);

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Buffer): void {
    this.pending = Buffer.concat([this.pending, chunk]);
    for (;;) {
      const newline = this.pending.indexOf(0x0a);
      if (newline < 0 && this.pending.length < MAX_LINE) return;
      const long = newline < 0 || newline > MAX_LINE;
      this.take(long ? MAX_LINE : newline, long ? 0 : 1);
    }
  }

  /** The last line may have no newline. */
  finish(): void {
    if (this.pending.length > 0) this.take(this.pending.length, 0);
  }

  private take(length: number, newline: number): void {
    const line = this.pending.subarray(0, length).toString('utf8').replace(/\r$/, '');
    this.pending = this.pending.subarray(length + newline);
    this.consumed += length + newline;
    this.onLine(line);
  }
}
