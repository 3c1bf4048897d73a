/** What a run signs in with, to the PBX and to hosts. */
export interface Credentials {
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
}
