import type { Readable, Writable } from 'node:stream';
import type { ServerChannel } from 'ssh2';

/**
 * Sends what a command prints, and resolves when its last byte is on its way, or when nobody listens any more. One write at a
 * time: when the client's window is full, ssh2's server keeps what waits on standard output and forgets what waits beside it
 * on standard error.
 */
export async function sendOutput(channel: ServerChannel, stdout: Readable, stderr: Readable): Promise<void> {
  let last = Promise.resolve();
  const send = (to: Writable, chunk: unknown) =>
    (last = last.then(() => new Promise<void>((resolve) => to.write(chunk, () => resolve()))));
  const copy = async (from: Readable, to: Writable) => {
    try {
      for await (const chunk of from) await send(to, chunk);
    } catch {
      // Closed on our side: the client is gone.
    }
  };
  await Promise.all([copy(stdout, channel), copy(stderr, channel.stderr)]);
}
