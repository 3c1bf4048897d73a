export interface SshSettings {
  user: string;
  port: number;
  /** `host`, `user@host`, `host:port` or `user@host:port`, taken apart. */
  jumpHost?: { host: string; port: number; user: string };
}

/** A Linux machine that commands run on. */
export interface Machine {
  /** The server's name, or `pbx` for the main server. */
  name: string;
  /** Where SSH connects to: the private IP, or the public one of a server that has no other. */
  address: string;
  ssh: SshSettings;
}

/** 1-based, as editors and GitHub count. */
export interface Position {
  line: number;
  column: number;
  /** The file of shared settings, where it is in that one and not in the cluster file itself */
  file?: string;
}
