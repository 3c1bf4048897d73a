import { sameAddress } from '../cluster/addresses';
import type { Cluster, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { PREPARE_HOST, type DockerFrom } from '../host/prepare-script';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import type { HostFacts } from '../host/types';
import { list } from '../text/list';
import { idOf, type Difference, type HostPreparation, type Planned } from './change';
import type { Live } from './live';
import { isFree, restartWhereWanted } from './reboot';
import { factsOf, hostOf, type Run } from './run';
import { runScript } from './script';
import type { Diff, DiffInput, Stage } from './stage';
import { StageError } from './stage-error';

/*
 * A new host gets what PortSIP's scripts need: a firewall that leaves SSH open, a clock, Docker with Compose. Never one on which something of
 * PortSIP's runs, or of which nobody can tell: Docker's installation restarts it, which would end the calls there.
 */

export const prepare: Stage<'host-preparation'> = {
  name: 'prepare',
  diff: diffPreparation,
  foresees: ({ live }, changes) => prepared(live, changes),
  apply: { 'host-preparation': applyPreparation },
  words: {
    'host-preparation': {
      object: () => 'host',
      deed: ({ docker }) => [docker ? 'prepare the host of' : 'restart the host of'],
      target: ({ server }) => server,
      reason: ({ causes: [first] }) =>
        first?.cause === 'reboot-required'
          ? 'its updates want a restart, and nothing of PortSIP runs there'
          : 'Docker is not there yet, and nothing of PortSIP runs there',
      differences,
    },
  },
};

function differences({ docker, installer, reboot }: HostPreparation): Difference[] {
  if (docker === undefined) return [];
  return [
    { name: 'updates', after: 'none by themselves' },
    { name: 'firewalld', after: 'runs, with SSH open' },
    { name: 'clock', after: 'synchronised' },
    { name: 'power', after: 'none saved' },
    {
      name: 'Docker',
      after: installer ? `by install_docker.sh ${installer.sha256.slice(0, 12)}` : `by the packages of the ${docker}`,
    },
    ...(reboot ? [{ name: 'restart', after: 'if its updates want one' }] : []),
  ];
}

function diffPreparation(input: DiffInput, planned: Planned): Diff<HostPreparation> {
  const { cluster, live, plane, who } = input;
  const changes: HostPreparation[] = [];
  const findings: Finding[] = [];
  const { docker = 'none', reboot = 'never' } = cluster.prepare ?? {};
  const jumps = byJumpHost(cluster);
  for (const server of plane.wantsReadyHosts ? cluster.servers : []) {
    const facts = live.hosts.get(server.name);
    if (!isReachable(facts) || !isFree(facts) || who.atHome(server).is !== 'nobody') continue;
    const prepares = docker !== 'none' && isBare(facts);
    if (prepares && docker === 'distribution' && facts.os.id !== 'ubuntu') {
      findings.push(noCompose(server, facts));
      continue;
    }
    const jumpsTo = reachedThrough(server, facts, jumps);
    const restarts = reboot === 'allowed' && jumpsTo.length === 0;
    if (facts.rebootRequired && !restarts) findings.push(wantsRestart(server, jumpsTo));
    if (!prepares && !(facts.rebootRequired && restarts)) continue;
    const { name, address, ssh } = server;
    const installer =
      prepares && docker === 'vendor' ? cluster.scripts?.files?.find((file) => file.name === INSTALLER) : undefined;
    changes.push({
      kind: 'host-preparation',
      id: idOf.preparation(name),
      action: prepares ? 'create' : 'restart',
      server: name,
      causes: [{ cause: prepares ? 'no-docker' : 'reboot-required' }],
      impact: 'none',
      needs: prepares ? planned.these([idOf.scripts(name)]) : [],
      after: [],
      machine: { name, address, ssh },
      ...(prepares && { docker }),
      ...(installer && {
        installer: { path: `${cluster.scriptsPath}/${INSTALLER}`, sha256: installer.sha256, shell: installer.shell },
      }),
      ...(restarts && { reboot }),
    });
  }
  return { changes, findings };
}

/** Names of the machines that are reached through a jump host, by that */
function byJumpHost({ pbx, servers }: Cluster): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, ssh } of [pbx.machine, ...servers]) {
    const host = ssh.jumpHost?.host;
    if (host === undefined) continue;
    const names = found.get(host) ?? [];
    names.push(name);
    found.set(host, names);
  }
  return found;
}

/** The machines that are reached through a server's: while it restarts, nobody can see or mend them. */
function reachedThrough(
  { name, privateIp, publicIp, address }: Server,
  facts: HostFacts,
  jumps: ReadonlyMap<string, string[]>,
): string[] {
  const own = [address, privateIp, publicIp, ...facts.addresses].filter((one) => one !== undefined);
  return [...jumps].flatMap(([host, names]) =>
    host === name || own.some((one) => sameAddress(one, host)) ? names : [],
  );
}

function wantsRestart({ name }: Server, jumpsTo: readonly string[]): Finding {
  const how =
    jumpsTo.length > 0
      ? `by hand, as ${list(jumpsTo, 5)} ${jumpsTo.length > 1 ? 'are' : 'is'} reached through it (sudo systemctl reboot)`
      : 'before it serves (sudo systemctl reboot), or have a deploy do it (prepare.reboot: allowed)';
  return {
    code: 'reboot-required',
    severity: 'warning',
    server: name,
    message: `${name} wants a restart for its updates, and nothing of PortSIP's runs there yet: restart it ${how}`,
  };
}

const INSTALLER = 'install_docker.sh';

/** Known to have neither Docker nor anything of PortSIP's: what cannot be seen may serve. */
export function isBare(facts: Parameters<typeof isFree>[0]): boolean {
  return isFree(facts) && isKnown(facts.docker) && !facts.docker.installed;
}

/** Source: Debian 12's packages, of which docker-compose is version 1 and no plugin */
function noCompose({ name }: Server, { os }: HostFacts): Finding {
  return {
    code: 'prepare-distribution',
    severity: 'blocking',
    server: name,
    message: `${name} runs ${os.prettyName}, whose packages have no Docker with the Compose plugin: prepare.docker vendor, with PortSIP's install_docker.sh in the folder of scripts`,
  };
}

function prepared(live: Live, changes: readonly HostPreparation[]): Live {
  const names = new Set(changes.flatMap(({ docker, server }) => (docker ? [server] : [])));
  const ready = (facts: HostFacts): HostFacts => ({
    ...facts,
    docker: { installed: true, compose: '2' },
    clockSynchronized: true,
  });
  const after = (name: string, facts: Reachable) => (names.has(name) && isReachable(facts) ? ready(facts) : facts);
  return { ...live, hosts: new Map([...live.hosts].map(([name, facts]) => [name, after(name, facts)])) };
}

async function applyPreparation(change: HostPreparation, run: Run): Promise<void> {
  const { docker, reboot } = change;
  if (docker) await install({ ...change, docker }, run);
  if (reboot) await restartWhereWanted(change, run);
}

type Installation = HostPreparation & { docker: DockerFrom };

async function install({ id, server, machine, docker, installer }: Installation, run: Run): Promise<void> {
  const host = hostOf(run, machine);
  const now = await factsOf(run.session.cluster, host);
  // An earlier run that nobody waited for has come to its end.
  if (
    isKnown(now.docker) &&
    now.docker.installed &&
    isKnown(now.containers) &&
    now.containers.length === 0 &&
    now.runningJob === undefined
  )
    return;
  const attaches = now.runningJob !== undefined;
  if (!attaches && !isBare(now))
    throw new StageError(
      `${server} is not bare any more, or does not tell, and is not prepared: look at what runs there`,
    );
  const { path = '', sha256 = '', shell = '' } = installer ?? {};
  const argv = ['/bin/sh', '-c', PREPARE_HOST, 'prepare', docker, String(machine.ssh.port), path, sha256, shell];
  await runScript(
    run,
    { machine, cwd: '/', argv, secrets: [] },
    {
      id,
      key: `prepare-${server}`,
      title: `prepare the host of ${server}`,
      what: 'preparing the host',
    },
  );
  const after = await factsOf(run.session.cluster, host);
  if (!isKnown(after.docker) || !after.docker.installed)
    throw new StageError(`The host of ${server} was prepared, and Docker is not there, or does not answer`);
}
