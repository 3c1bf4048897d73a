import { realClock } from '../clock';
import { defined } from '../defined';
import { authOf } from '../host/registry-login';
import { connectHosts, type HostsOptions } from '../host/hosts';
import { connectPbx } from '../pbx/client';
import type { Hosts } from '../host/types';
import type { Session, SessionConfig } from './session';

/** The hosts that a run signs in to, every secret masked. Connects to nothing yet. */
export function openHosts(config: SessionConfig): Hosts {
  return connectHosts(hostsOptions(config));
}

/** What hosts are signed in to with, every secret masked */
export function hostsOptions({
  cluster,
  credentials,
  secrets,
  log,
  concurrency,
  signal,
  clock = realClock,
}: SessionConfig): HostsOptions {
  const { pbxPassword, sshPrivateKey, sshPassphrase, sshKnownHosts, sudoPassword, registryToken, named, ownSsh } =
    credentials;
  for (const value of [pbxPassword, sshPrivateKey, sshPassphrase, sudoPassword, registryToken]) secrets.add(value);
  // As Docker's config.json has it
  if (cluster.registry && registryToken) secrets.add(authOf(cluster.registry.username, registryToken));
  return {
    ...(sshPrivateKey && { privateKey: sshPrivateKey }),
    ...(sshPassphrase && { passphrase: sshPassphrase }),
    ...(sshKnownHosts && { knownHosts: sshKnownHosts }),
    ...(named && { named }),
    ...(ownSsh && { ownSsh }),
    ...(sudoPassword && { sudoPassword }),
    concurrency,
    signal: signal ?? new AbortController().signal,
    ...{ secrets, log, now: clock.now, sleep: clock.sleep },
  };
}

/** Everything that a run talks to. Connects to nothing yet: hosts and the PBX are called at first use. */
export function openSession(config: SessionConfig): Session {
  const { cluster, credentials, secrets, log, run, clock = realClock } = config;
  const signal = config.signal ?? new AbortController().signal;
  const hosts = openHosts({ ...config, signal });
  const { pbxUsername, pbxPassword, pbxCa, pbxFingerprint, pbxTrustedAddress, registryToken, named } = credentials;
  return {
    cluster,
    log,
    secrets,
    run,
    signal,
    ...(registryToken && { registryToken }),
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
      named: defined({ fingerprint: named?.pbxFingerprint, password: named?.pbxPassword }),
      // A cancelled run still has to put servers back: its calls to the PBX are not cut off.
      ...{ secrets, log, now: clock.now, sleep: clock.sleep },
    }),
    hosts,
  };
}

export async function closeSession(session: Session): Promise<void> {
  await Promise.allSettled([session.pbx.close(), session.hosts.close()]);
}
