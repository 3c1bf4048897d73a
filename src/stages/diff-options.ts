import type { Token } from '../cluster/roles';

/** What is asked for in addition to the cluster file. */
export interface DiffOptions {
  rotate: Token['service'][];
  dataflowTokenPath?: string;
  restart?: { roles: string[]; servers: string[]; pbx: boolean; reason: string };
  force: boolean;
  gone: string[];
  allowUndersized: boolean;
  /** High availability: let the control node sign in where it cannot yet */
  installSshKey?: boolean;
}
