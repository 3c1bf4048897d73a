import { NodeSSH } from 'node-ssh';
import type { Sandbox } from '../../../src/sandbox';

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A plain SSH client, as a person at a terminal would use one. */
export class TestClient {
  private constructor(
    private readonly ssh: NodeSSH,
    private readonly jump: NodeSSH | undefined,
  ) {
    settle(ssh);
  }

  /** To a host by name, through the jump host where there is one. */
  static async connect(
    sandbox: Sandbox,
    name: string,
    options: { user?: string; hostVerifier?: (key: Buffer) => boolean; privateKey?: string; password?: string } = {},
  ): Promise<TestClient> {
    const { user: username = 'pbx', privateKey = sandbox.credentials.sshPrivateKey, ...others } = options;
    const host = sandbox.host(name).address;
    const [, jumpPort] = /jump_host: pbx@127\.0\.0\.1:(\d+)/.exec(sandbox.clusterFile()) ?? [];
    const [, port = '22'] = /^ {2}port: (\d+)$/m.exec(sandbox.clusterFile()) ?? [];
    const login = { username, ...(options.password === undefined && { privateKey }), ...others, readyTimeout: 3000 };
    const ssh = new NodeSSH();
    if (jumpPort === undefined) {
      await ssh.connect({ host, port: Number(port), ...login });
      return new TestClient(ssh, undefined);
    }
    const jump = new NodeSSH();
    await jump.connect({
      host: '127.0.0.1',
      port: Number(jumpPort),
      username: 'pbx',
      privateKey: sandbox.credentials.sshPrivateKey,
    });
    settle(jump);
    try {
      await ssh.connect({ sock: await jump.forwardOut('127.0.0.1', 0, host, 22), ...login });
    } catch (error) {
      jump.dispose();
      throw error;
    }
    return new TestClient(ssh, jump);
  }

  run(command: string, stdin?: string): Promise<Result> {
    return this.ssh.execCommand(command, stdin === undefined ? {} : { stdin });
  }

  get host(): NodeSSH {
    return this.ssh;
  }

  get jumpHost(): NodeSSH {
    if (!this.jump) throw new Error('There is no jump host');
    return this.jump;
  }

  close(): void {
    this.ssh.dispose();
    this.jump?.dispose();
  }
}

/** Small packets are sent at once; a connection that is broken on purpose must not end the test. */
function settle({ connection }: NodeSSH): void {
  connection?.setNoDelay(true);
  connection?.on('error', () => {});
}
