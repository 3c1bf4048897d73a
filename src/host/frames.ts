/**
 * Takes a stream apart that holds, somewhere, `TOKEN-begin`, output, `TOKEN-endCODE\n`. What a login shell prints
 * around it is dropped. Output is passed on as soon as it cannot be part of the end marker.
 */
export class FrameReader {
  /** The script's exit code, once the end was read */
  code: number | undefined;
  private readonly begin: Buffer;
  private readonly end: Buffer;
  private state: 'before' | 'inside' | 'code' | 'after' = 'before';
  private pending = Buffer.alloc(0);

  constructor(
    token: string,
    private readonly onData: (chunk: Buffer) => void,
  ) {
    this.begin = Buffer.from(`${token}-begin`);
    this.end = Buffer.from(`${token}-end`);
  }

  push(chunk: Buffer): void {
    if (this.state === 'after') return;
    this.pending = Buffer.concat([this.pending, chunk]);
    if (this.state === 'before') {
      const at = this.pending.indexOf(this.begin);
      if (at < 0) return this.keep(this.begin.length);
      this.pending = this.pending.subarray(at + this.begin.length);
      this.state = 'inside';
    }
    if (this.state === 'inside') {
      const at = this.pending.indexOf(this.end);
      const safe = at < 0 ? this.pending.length - this.possibleEnd() : at;
      if (safe > 0) this.onData(this.pending.subarray(0, safe));
      if (at < 0) {
        this.pending = this.pending.subarray(safe);
        return;
      }
      this.pending = this.pending.subarray(at + this.end.length);
      this.state = 'code';
    }
    const newline = this.pending.indexOf(0x0a);
    if (newline < 0) return this.keep(16);
    this.code = Number.parseInt(this.pending.subarray(0, newline).toString('latin1'), 10);
    this.state = 'after';
  }

  private keep(bytes: number): void {
    this.pending = this.pending.subarray(Math.max(0, this.pending.length - bytes));
  }

  /** How many bytes at the end of `pending` could be the first ones of the end marker. */
  private possibleEnd(): number {
    for (let length = Math.min(this.end.length - 1, this.pending.length); length > 0; length--)
      if (this.pending.subarray(this.pending.length - length).equals(this.end.subarray(0, length))) return length;
    return 0;
  }
}
