import type { Token } from '../cluster/roles';

/** What is asked for in addition to the cluster file. */
export interface DiffOptions {
  rotate: Token['service'][];
  dataflowTokenPath?: string;
  restart?: { roles: string[]; servers: string[]; pbx: boolean; reason: string };
  force: boolean;
  gone: string[];
  allowUndersized: boolean;
  /** Take dead servers out of calls: beside all else, or nothing else */
  heal?: 'too' | 'only';
  /** High availability: let the control node sign in where it cannot yet */
  installSshKey?: boolean;
}
