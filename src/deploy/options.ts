import type { Token } from '../cluster/roles';
import type { StageName } from '../stages/stage';
import type { Reviewed } from '../plan/review';

/** What is asked of a run in addition to the cluster file. */
export interface RunOptions {
  /** Names or roles; empty: all */
  servers: string[];
  /** Only these stages are applied; undefined: all. The plan in the result has only these as well. */
  stages?: StageName[];
  /** Plan and stop */
  dryRun: boolean;
  /** Services for which a new token is issued even if there is one */
  rotate: Token['service'][];
  /** A token issued by an earlier step of the job */
  imToken?: string;
  /** `POST` path below /api that issues a Data Flow token; undefined: the PBX is not asked */
  dataflowTokenPath?: string;
  /** A restart that a person asked for; undefined: only those that are owed */
  restart?: { roles: string[]; servers: string[]; pbx: boolean; reason: string };
  /** Backups that a person asked for: names, roles or `pbx`; none: all that keep something */
  backup?: { names: string[]; reason: string };
  /** Restart even if the window is closed, calls do not end or it is the last one of its role */
  force: boolean;
  /** Names of servers whose host will never answer again */
  gone: string[];
  /** A name in `gone` that cannot be meant is an error; otherwise a warning, since an earlier step may have removed it */
  strictGone?: boolean;
  /** Blocking sizing findings become warnings */
  allowUndersized: boolean;
  /** Stop where the cluster file's settings are not those of the last deploy: what nobody reviewed here was reviewed there */
  asDeployed?: boolean;
  /** Only this may be done; undefined: everything */
  reviewed?: Reviewed;
  /** Take dead servers out of calls and let them back in: beside all else that there is to do, or nothing else */
  heal?: 'too' | 'only';
  /** High availability: let the control node sign in where it cannot yet */
  installSshKey?: boolean;
}

export const DEFAULT_OPTIONS: RunOptions = {
  servers: [],
  dryRun: false,
  rotate: [],
  force: false,
  gone: [],
  allowUndersized: false,
};
