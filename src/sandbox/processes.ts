import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills every process whose environment holds `entry`, however detached it is. All that a host runs inherits the
 * folder's name, so none gets away; only processes of the same user can be seen and killed.
 */
export function killProcesses(entry: string): void {
  // A process may fork while the list is read: look again until there is none left.
  for (let round = 0; round < 20; round++) {
    const found = processesWith(entry);
    if (found.length === 0) return;
    for (const pid of found) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
  }
}

/** Process ids, zombies not included. */
export function processesWith(entry: string): number[] {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names
    .filter((name) => /^[0-9]+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return `\0${readFileSync(`/proc/${name}/environ`, 'latin1')}`.includes(`\0${entry}\0`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
