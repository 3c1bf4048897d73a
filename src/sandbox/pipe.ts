import { Duplex } from 'node:stream';

/** Two ends of a connection that never leaves the process. */
export function connectionPair(): [Duplex, Duplex] {
  const left: End = new End(() => right);
  const right: End = new End(() => left);
  return [left, right];
}

class End extends Duplex {
  private resume_: (() => void) | undefined;

  constructor(private readonly other: () => End) {
    super({ allowHalfOpen: true });
  }

  override _read(): void {
    const resume = this.resume_;
    this.resume_ = undefined;
    resume?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    const other = this.other();
    // Not at once: whoever writes must not find itself answered before it has finished speaking.
    process.nextTick(() => {
      if (other.destroyed) done(new Error('The other end is gone'));
      else if (other.push(chunk)) done();
      else other.resume_ = done;
    });
  }

  override _final(done: () => void): void {
    const other = this.other();
    if (!other.destroyed) other.push(null);
    done();
  }

  override _destroy(_error: Error | null, done: (error: Error | null) => void): void {
    const other = this.other();
    // As a reset does: the other end closes as well, without an error that nobody listens to.
    if (!other.destroyed) setImmediate(() => other.destroy());
    done(null);
  }
}
