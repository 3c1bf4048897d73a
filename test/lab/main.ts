import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { highAvailabilityTopology } from '../../src/sandbox/topology';
import { FOLDER, Lab } from './lab';

declare const __dirname: string;

const USAGE = `npm run lab -- up                  set the lab up (--high-availability: with three PBX nodes)
               shell [HOST]        look around on a host (pbx, media-server-1, …), or from the runner's side
               run COMMAND …       portsip-cluster COMMAND against it, e.g. run plan, run deploy --yes
               down                end it; nothing is left`;

async function main([verb, ...rest]: string[]): Promise<number> {
  switch (verb) {
    case 'up': {
      const setup = spawnSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
      if (setup.status !== 0) return 1;
      const topology = rest.includes('--high-availability') ? highAvailabilityTopology() : undefined;
      const lab = await Lab.up((line) => console.log(line), undefined, topology);
      console.log(
        `The lab is up, in ${FOLDER}: ${lab.servers.map(({ name, address }) => `${name} ${address}`).join(', ')}`,
      );
      return 0;
    }
    case 'shell': {
      const lab = Lab.open();
      const [host, ...command] = rest;
      const argv = command.length > 0 ? command : ['/bin/bash', '-l'];
      return pass(host ? lab.inside(lab.hostCommand(host, argv)) : lab.asRunner(argv), lab.env);
    }
    case 'run': {
      const lab = Lab.open();
      const [command = '', ...options] = rest;
      const cli = resolve(__dirname, '../../dist/cli/index.js');
      return pass(
        lab.asRunner([process.execPath, cli, command, '--file', lab.writeClusterFile(), ...options]),
        lab.env,
      );
    }
    case 'down':
      Lab.down();
      return 0;
    default:
      console.error(USAGE);
      return 2;
  }
}

function pass([command = '', ...args]: string[], env: Record<string, string>): number {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

main(process.argv.slice(2))
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
