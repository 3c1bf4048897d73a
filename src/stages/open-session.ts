import { realClock } from '../clock';
import { connectHosts } from '../host/hosts';
import { connectPbx } from '../pbx/client';
import type { Session, SessionConfig } from './session';

/** Everything that a run talks to. Connects to nothing yet: hosts and the PBX are called at first use. */
export function openSession(config: SessionConfig): Session {
  const { cluster, credentials, secrets, log, run, clock = realClock } = config;
  for (const value of [
    credentials.pbxPassword,
    credentials.sshPrivateKey,
    credentials.sshPassphrase,
    credentials.sudoPassword,
  ]) {
    secrets.add(value);
  }
  const signal = config.signal ?? new AbortController().signal;
  const common = { secrets, log, now: clock.now, sleep: clock.sleep };
  const { pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress } = credentials;
  const { sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword } = credentials;
  return {
    cluster,
    log,
    secrets,
    run,
    signal,
    ...(config.internet && { internet: config.internet }),
    now: clock.now,
    sleep: clock.sleep,
    pbx: connectPbx({
      api: cluster.pbx.api,
      ...(pbxUsername !== undefined && { username: pbxUsername }),
      ...(pbxPassword !== undefined && { password: pbxPassword }),
      ...(pbxCa && { ca: pbxCa }),
      ...(pbxFingerprint && { fingerprint: pbxFingerprint }),
      ...(pbxTrustedAddress && { trustedAddress: pbxTrustedAddress }),
      ...(config.refusals && { refusals: config.refusals }),
      // A cancelled run still has to put servers back: its calls to the PBX are not cut off.
      ...common,
    }),
    hosts: connectHosts({
      ...(sshPrivateKey && { privateKey: sshPrivateKey }),
      ...(sshPassphrase && { passphrase: sshPassphrase }),
      ...(sshKnownHosts && { knownHosts: sshKnownHosts }),
      ...(credentials.named && { named: credentials.named }),
      ...(credentials.ownSsh && { ownSsh: credentials.ownSsh }),
      ...(sudoPassword && { sudoPassword }),
      concurrency: config.concurrency,
      signal,
      ...common,
    }),
  };
}

export async function closeSession(session: Session): Promise<void> {
  await Promise.allSettled([session.pbx.close(), session.hosts.close()]);
}
