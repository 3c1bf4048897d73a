import type { Token } from '../cluster/roles';

/** What is asked for in addition to the cluster file. */
export interface DiffOptions {
  rotate: Token['service'][];
  dataflowTokenPath?: string;
  restart?: { roles: string[]; servers: string[]; pbx: boolean; reason: string };
  /** Backups that a person asked for, and nothing else: names, roles or `pbx`; none: all that keep something */
  backup?: { names: string[]; reason: string };
  force: boolean;
  gone: string[];
  allowUndersized: boolean;
  /** Take dead servers out of calls: beside all else, or nothing else */
  heal?: 'too' | 'only';
  /** High availability: let the control node sign in where it cannot yet */
  installSshKey?: boolean;
}
