import type { Cluster } from '../cluster/types';
import type { Hosts } from '../host/types';
import type { Log, Secrets } from '../log';
import type { Pbx } from '../pbx/types';
import type { Change, Finding, StageName } from '../stages/types';
import type { Plan } from './types';

export interface Credentials {
  pbxUsername?: string;
  pbxPassword?: string;
  /** PEM of the certificate, or of the authority that signed it */
  pbxCa?: string;
  /** SHA-256 of the certificate, with or without colons */
  pbxFingerprint?: string;
  /** OpenSSH or PEM text, not a path */
  sshPrivateKey?: string;
  sshPassphrase?: string;
  /** known_hosts text, not a path */
  sshKnownHosts?: string;
  sudoPassword?: string;
}

/** Who runs, for the lock and the record. */
export interface RunIdentity {
  /** The same for all steps of one job: the run's URL and attempt, or host and pid on a terminal */
  id: string;
  host: string;
  commit?: string;
}

export interface Session {
  cluster: Cluster;
  pbx: Pbx;
  hosts: Hosts;
  log: Log;
  secrets: Secrets;
  run: RunIdentity;
  /** Milliseconds since the epoch */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Aborted when the run is cancelled: nothing new is begun, what runs on hosts goes on. */
  signal: AbortSignal;
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
}

/** What is asked of a run besides the cluster file. */
export interface RunOptions {
  /** Names or roles; empty: all */
  servers: string[];
  /** Only these stages are applied; undefined: all. The plan in the result has only these as well. */
  stages?: StageName[];
  /** Plan and stop */
  dryRun: boolean;
  /** Services for which a new token is issued although there is one */
  rotate: ('im' | 'dataflow')[];
  /** A token issued by an earlier step of the job */
  imToken?: string;
  /** `POST` path below /api that issues a Data Flow token; undefined: the PBX is not asked */
  dataflowTokenPath?: string;
  /** A restart that a person asked for; undefined: only those that are owed */
  restart?: { roles: string[]; servers: string[]; pbx: boolean; reason: string };
  /** Restart although the window is closed, calls do not end or it is the last one of its role */
  force: boolean;
  /** Names of servers whose host will never answer again */
  gone: string[];
  /** Blocking sizing findings become warnings */
  allowUndersized: boolean;
}

export const DEFAULT_OPTIONS: RunOptions = {
  servers: [],
  dryRun: false,
  rotate: [],
  force: false,
  gone: [],
  allowUndersized: false,
};

export interface RunResult {
  plan: Plan;
  /** Empty when it was a dry run */
  done: { change: Change; elapsedMs: number }[];
  failed: { change: Change; message: string }[];
  /** Not begun: something it needs failed, the window is closed, the run was cancelled */
  skipped: { change: Change; reason: string }[];
  /** The IM token, when the token stage ran. In `secrets`. */
  imToken?: string;
  dataflowToken?: string;
  findings: Finding[];
}
