import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REGISTER, until, type Lab } from './lab';

const HOSTS = { 2220: '192.168.1.20', 2221: '192.168.1.21' };

/** Slows SSH from the runner to the main server and the first host down, until it is ended. */
export async function slowLink(lab: Lab, delayMs: number): Promise<{ connections(): number; end(): Promise<void> }> {
  const pairs = Object.entries(HOSTS);
  const [command = '', ...args] = lab.asRunner([
    process.execPath,
    '-r',
    REGISTER,
    join(__dirname, 'relay.ts'),
    String(delayMs),
    ...pairs.map((pair) => pair.join('=')),
  ]);
  const relay = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => relay.once('exit', done));
  let output = '';
  relay.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const count = (word: string) => output.split('\n').filter((line) => line === word).length;
  await until(20, 'the slow link', () => count('ready') === pairs.length);
  const rules = pairs.map(
    ([port, host]) =>
      `add rule ip slow out ip daddr ${host} tcp dport 22 meta skuid != 65534 dnat to 192.168.1.10:${port}`,
  );
  await lab.atRunner([
    'nft',
    `add table ip slow; add chain ip slow out { type nat hook output priority -100; }; ${rules.join('; ')}`,
  ]);
  return {
    connections: () => count('connection'),
    end: async () => {
      await lab.atRunner(['nft', 'delete table ip slow']);
      relay.kill('SIGKILL');
      await ended;
    },
  };
}
