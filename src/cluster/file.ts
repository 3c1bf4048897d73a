import type { MaintenanceWindow, RestartPolicy } from './policy';
import type { Registry } from './registry';
import type { Role, RoleFields } from './roles';
import type { BackupSection, WholeBackupSection } from './backup-settings';
import type { SbcSection, WholeSbcSection } from './sbc-settings';

/** Whose machines the servers are, where a firewall is in front of them. `other`: any other cloud */
export type Cloud = 'aws' | 'azure' | 'other';

/** What a deploy does for hosts that have nothing yet */
export interface PrepareSettings {
  docker: 'vendor' | 'distribution' | 'none';
  /** Whether one whose updates want a restart is restarted; undefined: never */
  reboot?: 'never' | 'allowed';
}

/**
 * The cluster file as it is written, without what has the wrong shape: everything may be missing,
 * what is there has the type, the pattern and the range that the schema says.
 */
export interface ClusterFile {
  version?: 1;
  /** Of it there is nothing left once both files are one */
  extends?: string;
  name?: string;
  image?: string;
  data_path?: string;
  scripts_path?: string;
  scripts?: string;
  registry?: Partial<Registry>;
  prepare?: Partial<PrepareSettings>;
  pbx?: {
    private_ip?: string;
    api?: string;
    image?: string;
    version?: string;
    high_availability?: { control_node?: string; nodes?: (string | undefined)[]; scripts_path?: string };
  };
  ssh?: SshEntry;
  firewall?: { trust?: string | (string | undefined)[] };
  built_in_servers?: 'disabled' | 'keep';
  unmanaged_servers?: 'report' | 'remove';
  /** undefined stands in for an entry that is no mapping, so that indices stay true. */
  servers?: (ServerEntry | undefined)[];
  deploy?: { runner?: string | (string | undefined)[]; environment?: string; network?: string; wave?: number };
  sbc?: SbcSection;
  backup?: BackupSection;
  restart?: {
    max_unavailable?: number;
    drain_timeout?: string;
    start_timeout?: string;
    on_drain_timeout?: RestartPolicy['onDrainTimeout'];
    after_scale_out?: RestartPolicy['afterScaleOut'];
    window?: Partial<Omit<MaintenanceWindow, 'days'>> & { days?: (MaintenanceWindow['days'][number] | undefined)[] };
  };
}

/** The same once the schema has found nothing wrong with it. */
export interface WholeFile extends ClusterFile {
  registry?: Registry;
  prepare?: PrepareSettings;
  version: 1;
  name: string;
  image: string;
  pbx: {
    private_ip: string;
    api?: string;
    image?: string;
    version?: string;
    high_availability?: { control_node: string; nodes?: string[]; scripts_path?: string };
  };
  cloud?: Cloud;
  firewall?: { trust?: 'servers' | string[] };
  servers: WholeEntry[];
  deploy?: { runner?: string | string[]; environment?: string; network?: string; wave?: number };
  sbc?: WholeSbcSection;
  backup?: WholeBackupSection;
  restart?: ClusterFile['restart'] & { window?: MaintenanceWindow };
}

export type WholeEntry = ServerEntry & { name: string; role: Role } & (
    { private_ip: string } | { private_ip?: never; public_ip: string }
  );

export interface ServerEntry extends RoleFields {
  name?: string;
  role?: Role;
  private_ip?: string;
  public_ip?: string;
  enabled?: boolean;
  image?: string;
  data_path?: string;
  ssh?: SshEntry;
}

export interface SshEntry {
  user?: string;
  port?: number;
  jump_host?: string;
}
