/** What a run signs in with, to the PBX and to hosts, as texts. */
export interface CredentialTexts {
  pbxUsername?: string;
  pbxPassword?: string;
  /** PEM of the certificate, or of the authority that signed it */
  pbxCa?: string;
  /** SHA-256 of the certificate, with or without colons */
  pbxFingerprint?: string;
  /** Where the password may go when an authority vouches for the certificate */
  pbxTrustedAddress?: string;
  /** OpenSSH or PEM text, not a path */
  sshPrivateKey?: string;
  sshPassphrase?: string;
  /** known_hosts text, not a path */
  sshKnownHosts?: string;
  sudoPassword?: string;
  /** Of the user that the cluster file names for its registry */
  registryToken?: string;
}

export interface Credentials extends CredentialTexts {
  /** What ssh would use, where a person runs it; never in an action */
  ownSsh?: OwnSsh;
  /** How secrets were given, for errors: `--identity ~/.ssh/deploy` */
  named?: { sshPrivateKey?: string; sshKnownHosts?: string; pbxFingerprint?: string; pbxPassword?: string };
}

/** A person's SSH agent, keys and configuration. */
export interface OwnSsh {
  /** Path of the agent's socket */
  agent?: string;
  /** Keys that can be read, by path */
  keys: readonly OwnKey[];
  /** Paths of the keys that are tried for every machine */
  defaults: readonly string[];
  /** By the names of a machine. `keys`: paths of those that are tried there first */
  way(names: readonly string[]): {
    host?: string;
    port?: number;
    user?: string;
    jump?: string;
    keys: readonly string[];
  };
}

export interface OwnKey {
  path: string;
  /** OpenSSH or PEM text */
  text: string;
}
