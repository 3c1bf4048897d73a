import type { Role } from '../../src/cluster/types';

export const API_PORT = 8887;
/** Of each pause that a control script makes, and of each container that is stopped */
export const PAUSE_SECONDS = 1;
/** Of each image that a host does not have yet */
export const PULL_SECONDS = 2;

export interface FarmHost {
  name: string;
  address: string;
  /** The main server has none and comes first. */
  role?: Role;
  publicAddress?: string;
}

/** What the farm's own processes are told. */
export interface FarmSettings {
  folder: string;
  password: string;
  hosts: FarmHost[];
}
