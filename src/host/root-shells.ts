import type { Client, ClientChannel } from 'ssh2';

/** The connection went before the host had been told what to do: it can be told again. */
export class NotStarted extends Error {}

/** sshd allows 10 sessions a connection (MaxSessions), or fewer. */
export class SessionRefused extends Error {}

/** A root shell on a host that takes one script after the other. Whoever has it hears what it says. */
export class RootShell {
  onStdout: (chunk: Buffer) => void = () => {};
  onStderr: (chunk: Buffer) => void = () => {};
  /** Once; `exitCode` undefined: the connection was lost. */
  onClose: (exitCode: number | undefined) => void = () => {};
  isClosed = false;
  private exitCode: number | undefined;

  constructor(
    /** What its marks begin with */
    readonly token: string,
    private readonly channel: ClientChannel,
  ) {
    channel.on('data', (chunk: Buffer) => this.onStdout(chunk));
    channel.stderr.on('data', (chunk: Buffer) => this.onStderr(chunk));
    channel.on('exit', (code: number | null) => {
      this.exitCode = code ?? 255;
    });
    channel.on('error', () => {}); // 'close' follows
    // What standard error still holds comes after the end of standard output.
    let open = 2;
    const onClose = () => {
      if (--open > 0) return;
      this.isClosed = true;
      this.onClose(this.exitCode);
    };
    channel.on('close', onClose);
    channel.stderr.on('close', onClose);
  }

  write(text: string): void {
    this.channel.write(text);
  }

  close(): void {
    this.isClosed = true;
    this.channel.close();
  }
}

/** Of each connection those that nobody has */
const idle = new WeakMap<Client, RootShell[]>();

export function keepIdle(client: Client, shell: RootShell): void {
  shell.onStdout = shell.onStderr = () => {};
  shell.onClose = () => {};
  idle.set(client, [...(idle.get(client) ?? []), shell]);
}

export function takeIdle(client: Client): RootShell | undefined {
  const open = (idle.get(client) ?? []).filter(({ isClosed }) => !isClosed);
  const shell = open.pop();
  idle.set(client, open);
  return shell;
}

/** Makes room for others. */
export function dropIdle(client: Client): void {
  for (const shell of idle.get(client) ?? []) shell.close();
  idle.delete(client);
}

/**
 * Opens one and hands it over within the same tick, as what a short command says and its end may come in one packet. Throws
 * NotStarted or SessionRefused.
 */
export function openShell<T>(
  client: Client,
  token: string,
  commandLine: (token: string) => string,
  serve: (shell: RootShell, resolve: (result: T) => void, reject: (error: Error) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    // The callback never comes when the connection dies at this very moment.
    const onClose = () => reject(new NotStarted('connection lost'));
    client.once('close', onClose);
    try {
      client.exec(commandLine(token), (error, channel) => {
        client.removeListener('close', onClose);
        if (!error) serve(new RootShell(token, channel), resolve, reject);
        else if (/open failure|open failed/i.test(error.message)) reject(new SessionRefused(error.message));
        else reject(new NotStarted(error.message, { cause: error }));
      });
    } catch (error) {
      client.removeListener('close', onClose);
      const dead = error instanceof Error && error.message === 'Not connected';
      reject(dead ? new NotStarted(error.message, { cause: error }) : (error as Error));
    }
  });
}
