import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A repository of clusters that the working folder is in until `leave`. */
export function fleetRepository() {
  const here = process.cwd();
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'portsip-fleet-')));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=acme', '-c', 'user.email=acme@example.com', ...args], { cwd: dir });
  git('init', '--quiet', '-b', 'main');
  process.chdir(dir);
  return {
    dir,
    git,
    cluster(name: string, host: number, more = ''): void {
      mkdirSync(join(dir, 'clusters', name), { recursive: true });
      writeFileSync(
        join(dir, 'clusters', name, 'cluster.yaml'),
        `version: 1
name: ${name}
image: portsip/pbx:22
pbx: { private_ip: 192.168.${host}.20 }
servers:
  - { name: media-1, role: media, private_ip: 192.168.${host}.21, public_ip: 203.0.113.21 }
${more}`,
      );
    },
    leave(): void {
      process.chdir(here);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type FleetRepository = ReturnType<typeof fleetRepository>;
