import { otherRoles } from './identity';
import { seenContainer, seenContainers } from '../host/containers';
import { sameAddress } from '../cluster/addresses';
import { ROLES, type RoleRow, type Sizing } from '../cluster/roles';
import type { Server } from '../cluster/types';
import type { Finding } from '../finding';
import { isKnown, seen } from '../host/reading';
import type { HostFacts } from '../host/types';
import { CERTIFICATE_MANAGER } from './certificate-manager';
import { CALL_MANAGER } from './live';
import { unseen, type Unseen } from './unseen';
import type { DiffInput } from './stage';
import { withArticle } from '../text/article';

/** Packages of which PortSIP's guide says that they must not be on a server, and that break it when they are. */
const BREAKING = ['postgresql'];
/** A pulled image, its layers and the logs of the first days; below that an install fails half way. */
const LEAST_FREE_MIB = 5 * 1024;
const LOW_FREE_MIB = 20 * 1024;

/** What else of PortSIP's may be on a machine. Source: certmanager_ctl.sh and trace_ctl.sh */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  [CERTIFICATE_MANAGER]: 'the Certificate Manager',
  'trace.heplify': 'the trace server',
};

/** What the guide wants of a host before a role is installed on it. Pure. */
export function preflight(
  { cluster, plane, options }: Pick<DiffInput, 'cluster' | 'plane' | 'options'>,
  server: Server,
  facts: HostFacts,
): Finding[] {
  const findings: Finding[] = [];
  const say: Say = (severity, code, message) => findings.push({ code, severity, server: server.name, message });
  const unseenPart = (what: Unseen, why: string) => findings.push(unseen(what, server.name, why, 'it waits'));
  const spec = ROLES[server.role];

  // Source: PortSIP's install_docker.sh of mid 2026, which ends on all others, and its guide for AWS
  if (!['x86_64', 'amd64'].includes(facts.arch))
    say('blocking', 'host-architecture', `${server.name} is a ${facts.arch} machine; PortSIP's images are for amd64`);
  const { versions, words } = plane.systems;
  const supported = Object.hasOwn(versions, facts.os.id) ? versions[facts.os.id] : undefined;
  if (!supported) {
    say('blocking', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${words}`);
  } else if (!supported.includes(facts.os.version)) {
    say('warning', 'host-os', `${server.name} runs ${facts.os.prettyName}; PortSIP supports ${words}`);
  }

  if (plane.wantsReadyHosts) sayWhatScriptsLack(cluster.scriptsPath, server, facts, say, unseenPart);

  const [other] = otherRoles(facts, server.role);
  if (seenContainer(facts, CALL_MANAGER)) {
    say(
      'blocking',
      'pbx-on-host',
      `The PBX itself runs on ${server.name} (${server.address}); a cluster server needs a host of its own`,
    );
  } else if (other) {
    const { label, script, container } = ROLES[other];
    say(
      'blocking',
      'other-role',
      `${server.name} (${server.address}) already runs ${withArticle(label)} (${container}), and a host can have one role only; nothing takes that away from there before, so remove it on the host (${script.file} rm), or let the two change places by way of a machine that is free`,
    );
  }

  for (const { name } of seenContainers(facts)) {
    const part = Object.hasOwn(NEIGHBOURS, name) ? NEIGHBOURS[name] : undefined;
    if (part !== undefined)
      say(
        'blocking',
        'neighbour-on-host',
        `${server.name} (${server.address}) already runs ${part} (${name}); a cluster server needs a host of its own`,
      );
  }

  sayWhichPortsAreTaken(server, facts, say);

  // Where a container of the role is, they were not asked for: it lives with them.
  if (!isKnown(facts.conflicts) && !seenContainer(facts, spec.container))
    unseenPart('packages', facts.conflicts.unknown);
  for (const name of seen(facts.conflicts) ?? []) {
    const message = `${name} is on ${server.name}; PortSIP's guide says that it must not be`;
    say(BREAKING.includes(name) ? 'blocking' : 'warning', 'conflicting-software', message);
  }

  const skewSeconds = Math.round(facts.clockSkewMs / 1000);
  if (Math.abs(skewSeconds) > 300)
    say(
      'blocking',
      'clock-skew',
      `The clock of ${server.name} is off by ${skewSeconds} s; synchronise it (timedatectl set-ntp true)`,
    );
  else if (Math.abs(skewSeconds) > 10)
    say('warning', 'clock-skew', `The clock of ${server.name} is off by ${skewSeconds} s`);
  if (!isKnown(facts.clockSynchronized))
    say(
      'note',
      'clock-unknown',
      `Whether the clock of ${server.name} is synchronised cannot be seen (${facts.clockSynchronized.unknown})`,
    );
  else if (!facts.clockSynchronized)
    say(
      'warning',
      'clock-not-synchronized',
      `The clock of ${server.name} is not synchronised (timedatectl set-ntp true)`,
    );

  if (
    facts.addresses.length > 0 &&
    server.privateIp &&
    !facts.addresses.some((have) => sameAddress(have, server.privateIp))
  )
    say(
      'warning',
      'address-not-on-host',
      `${server.privateIp} is not an address of the machine that answers for ${server.name} (${facts.addresses.join(', ')})`,
    );

  const { disk } = facts;
  if (!isKnown(disk)) unseenPart('disk', disk.unknown);
  else if (disk.freeMiB < LEAST_FREE_MIB)
    say(
      'blocking',
      'disk-full',
      `${server.name} has ${gib(disk.freeMiB)} GiB free for ${disk.path}; the image alone needs ${gib(LEAST_FREE_MIB)}`,
    );
  else if (disk.freeMiB < LOW_FREE_MIB)
    say('warning', 'disk-low', `${server.name} has only ${gib(disk.freeMiB)} GiB free for ${disk.path}`);

  for (const folder of spec.folders?.(server) ?? [])
    if (facts.folders[folder] === false)
      say(
        'blocking',
        'chat-files-missing',
        `${folder} does not exist on ${server.name}; create it first: sudo mkdir -p ${folder}`,
      );

  const { minimum, recommended } = plane.sizes(server.role);
  if (minimum) {
    for (const short of below(facts, minimum))
      say(
        options.allowUndersized ? 'warning' : 'blocking',
        'undersized',
        `${server.name} has ${short}; ${withArticle(spec.label)} needs at least ${sizing(minimum)}`,
      );
  }
  if (recommended && (!minimum || below(facts, minimum).length === 0)) {
    for (const short of below(facts, recommended))
      say(
        'warning',
        'below-recommended',
        `${server.name} has ${short}; for ${withArticle(spec.label)} ${sizing(recommended)} are recommended${enoughFor(facts, spec.usersBySize)}`,
      );
  }
  return findings;
}

/** A role whose ports another program has would run, and not serve. */
function sayWhichPortsAreTaken(server: Server, facts: HostFacts, say: Say): void {
  const { ports, container, label } = ROLES[server.role];
  const { listening } = facts;
  if (!ports || !listening || seenContainer(facts, container)?.running) return;
  const taken = (['tcp', 'udp'] as const).flatMap((protocol) =>
    ports[protocol].filter((port) => listening.includes(`${port}/${protocol}`)).map((port) => `${port}/${protocol}`),
  );
  if (taken.length === 0) return;
  say(
    'blocking',
    'ports-taken',
    `Another program on ${server.name} listens on ${taken.join(', ')}, which the ${label} needs; see which (sudo ss -lntup) and stop it, or take another host`,
  );
}

/**
 * What of it can make a role fail that runs, when it is recreated or upgraded: its script stops what is there first. `removes`: the
 * script is told to remove it, which it is told nowhere where something else runs as well. Pure.
 */
export function preflightUpdate(
  input: Pick<DiffInput, 'cluster' | 'plane' | 'options'>,
  server: Server,
  facts: HostFacts,
  removes: boolean,
): Finding[] {
  return preflight(input, server, facts).filter(
    ({ code }) => BEFORE_UPDATE.has(code) || (removes && BEFORE_REMOVAL.has(code)),
  );
}

const BEFORE_UPDATE = new Set(['chat-files-missing', 'script-missing', 'docker-missing', 'docker-down']);
const BEFORE_REMOVAL = new Set(['pbx-on-host', 'other-role', 'neighbour-on-host']);

/** How many users online the machine is enough for, in the steps of PortSIP's guide; nothing where the guide has none. */
function enoughFor(facts: HostFacts, steps: RoleRow['usersBySize']): string {
  if (!steps) return '';
  const users = steps
    .filter((step) => facts.cpus >= step.cpus && facts.memoryMiB >= step.memoryGiB * 1024 * 0.9)
    .reduce((most, step) => Math.max(most, step.users), 0);
  return users === 0
    ? `; it is too small for ${steps[0]?.users ?? 0} users online`
    : `; its processors and memory are enough for ${users} users online`;
}

type Say = (severity: Finding['severity'], code: string, message: string) => void;

/** What must be on a host before a control script can be run there. */
function sayWhatScriptsLack(
  scriptsPath: string,
  server: Server,
  { docker, scripts, containers }: HostFacts,
  say: Say,
  unseenPart: (what: Unseen, why: string) => void,
): void {
  const { script, container, withoutCompose } = ROLES[server.role];
  // A Docker that does not answer is told with what it runs.
  if (!isKnown(docker)) return;
  if (!docker.installed)
    say(
      'blocking',
      'docker-missing',
      `Docker is not installed on ${server.name}; install it the way PortSIP's guide says (install_docker.sh)`,
    );
  // Where its container is, Compose has made it, and was not asked for.
  else if (!withoutCompose && !seenContainer({ containers }, container)) {
    if (docker.compose === undefined)
      say(
        'blocking',
        'compose-missing',
        `Docker on ${server.name} has no Compose plugin; install docker-compose-plugin`,
      );
    else if (!isKnown(docker.compose)) unseenPart('compose', docker.compose.unknown);
  }
  if (!isKnown(scripts)) unseenPart('scripts', scripts.unknown);
  else if (!scripts.includes(script.file))
    say(
      'blocking',
      'script-missing',
      `${script.file} is not in ${scriptsPath} on ${server.name}; run PortSIP's init.sh there first`,
    );
}

/** What is too small, with a tolerance: a "16 GB" machine shows 15.6 GiB, a "128 GB" disk 117 GiB. */
function below(facts: HostFacts, size: Sizing): string[] {
  const short: string[] = [];
  if (facts.cpus < (size.cpus ?? 0)) short.push(`${facts.cpus} vCPU`);
  if (facts.memoryMiB < (size.memoryGiB ?? 0) * 1024 * 0.9) short.push(`${gib(facts.memoryMiB)} GiB of memory`);
  const disk = seen(facts.disk);
  if (disk && disk.totalMiB < size.diskGiB * 1024 * 0.85) short.push(`a disk of ${gib(disk.totalMiB)} GiB`);
  return short;
}

function sizing({ cpus, memoryGiB, diskGiB }: Sizing): string {
  const disk = `${diskGiB} GB of disk`;
  return cpus && memoryGiB ? `${cpus} vCPU, ${memoryGiB} GB of memory and ${disk}` : disk;
}

function gib(mib: number): string {
  return (mib / 1024).toFixed(mib < 10 * 1024 ? 1 : 0);
}
