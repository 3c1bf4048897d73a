import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills every process whose environment holds `entry`, however detached it is. All that a host runs inherits the
 * folder's name, so none gets away; only processes of the same user can be seen and killed.
 */
export function killProcesses(entry: string): void {
  // A process may fork while the list is read, and one that was killed is there until it has had a turn: look again until
  // there is none left. A busy machine takes its time, but not seconds.
  for (let round = 0; round < 2000; round++) {
    const found = processesWith(entry);
    if (found.length === 0) return;
    if (round > 0) pause(1);
    for (const pid of found) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
  }
}

/** Lets other processes run; whoever pulls a plug is not asynchronous. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
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
