import type { Clock } from '../clock';
import type { Credentials } from '../credentials';
import type { Cluster } from '../cluster/types';
import type { Internet } from '../host/internet';
import type { Hosts } from '../host/types';
import type { Log, Secrets } from '../log';
import type { Refusals } from '../pbx/refusals';
import type { Pbx } from '../pbx/types';

/** Who runs, for the lock and the record. */
export interface RunIdentity {
  /** The same for all steps of one job, and nobody else's: the run's URL and attempt, or who is on a terminal, and a random word */
  id: string;
  host: string;
  /** A person's account, at GitHub or on a machine */
  by?: string;
  /** A page that tells more */
  url?: string;
  commit?: string;
  /** The lock is kept for the next step of the same job, and given back in its `post` step. */
  keepLock?: boolean;
}

export interface Session extends Clock {
  cluster: Cluster;
  pbx: Pbx;
  hosts: Hosts;
  log: Log;
  secrets: Secrets;
  run: RunIdentity;
  /** Of the registry's user, in `secrets`; undefined: none was given */
  registryToken?: string;
  /** Aborted when the run is cancelled: nothing new is begun, what runs on hosts goes on. */
  signal: AbortSignal;
  /** What looks at names and ports as callers see them; undefined: nobody looks */
  internet?: Internet;
}

export interface SessionConfig {
  cluster: Cluster;
  credentials: Credentials;
  /** Hosts worked on at once */
  concurrency: number;
  log: Log;
  secrets: Secrets;
  run: RunIdentity;
  signal?: AbortSignal;
  internet?: Internet;
  /** Passwords that the PBX refused not long ago; those of this process when left out */
  refusals?: Refusals;
  /** The real one when left out */
  clock?: Clock;
}
