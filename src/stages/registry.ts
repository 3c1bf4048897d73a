import { sameAddress } from '../cluster/addresses';
import { nameInConfig, type Registry } from '../cluster/registry';
import { ROLES } from '../cluster/roles';
import type { Cluster, Machine, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { RegistryRefusal, signIn, signOut } from '../host/registry-login';
import { list } from '../text/list';
import { PBX_NAME } from './backups';
import { idOf, type Difference, type Planned, type RegistrySignIn, type RegistrySignOut } from './change';
import { isLogin, type OtherCluster, type RecordedLogin } from './cluster-record';
import { oldMachines } from './departing';
import { findServer } from './names';
import { signsItselfIn } from './role-diff';
import { hostOf, type Run } from './run';
import { targets, type Target } from './scripts';
import type { Diff, DiffInput, Stage } from './stage';
import { StageError } from './stage-error';

/*
 * Docker of each host is signed in to the operator's registry before anything is pulled there, and signed out of what we signed it in to
 * once the cluster file does not say so any more. Nothing that runs is touched by it, so it is done on hosts that serve as well.
 */

export const registry: Stage<'registry-sign-in'> = {
  name: 'prepare',
  diff: diffSignIns,
  apply: { 'registry-sign-in': applySignIn },
  words: {
    'registry-sign-in': {
      object: () => "the registry's login on the host",
      deed: () => ['sign', 'in to the registry'],
      target: ({ server }) => server ?? 'the main server',
      reason: ({ causes: [first], registry: { server }, present }) =>
        ({
          'signed-out': `its Docker is not signed in to ${server}`,
          user: `its Docker is signed in to ${server} as ${present?.username ?? 'somebody else'}`,
          token: `its Docker is signed in to ${server} with another token than the secret has`,
        })[first?.cause ?? 'signed-out'],
      differences: signInDifferences,
    },
  },
};

/** Among the removals, which are always looked at: a cluster file without a registry has nothing to prepare. */
export const registryLeft: Stage<'registry-sign-out'> = {
  name: 'remove',
  diff: diffSignOuts,
  apply: { 'registry-sign-out': applySignOut },
  words: {
    'registry-sign-out': {
      object: () => "the registry's login on the host",
      deed: () => ['sign', 'out of the registry'],
      target: ({ server, machine }) => server ?? (machine.name === PBX_NAME ? 'the main server' : machine.name),
      reason: ({ causes: [first], registry: { server } }) =>
        first?.cause === 'left'
          ? `it left the cluster, and we signed its Docker in to ${server}`
          : `we signed its Docker in to ${server}, and the cluster file does not want that any more`,
      differences: ({ registry: { server, username } }) => [
        { name: 'registry', before: server },
        { name: 'username', before: username },
      ],
    },
  },
};

/** Whether we have anything pulled on the main server. */
export function signsPbxIn({ pbx }: Pick<Cluster, 'pbx'>): boolean {
  return pbx.image !== undefined || pbx.version !== undefined;
}

function machinesOf(input: DiffInput): Target[] {
  return targets(input).filter(({ server }) => server !== undefined || signsPbxIn(input.cluster));
}

function diffSignIns(input: DiffInput, planned: Planned): Diff<RegistrySignIn> {
  const { cluster, live, plane } = input;
  const wanted = cluster.registry;
  const changes: RegistrySignIn[] = [];
  const findings: Finding[] = [];
  if (!wanted) {
    if (live.registryToken === 'given') findings.push(tokenUnused());
    return { changes, findings };
  }
  if (!plane.wantsReadyHosts) return { changes, findings };
  const unsure: string[] = [];
  for (const { name, server, machine, facts } of machinesOf(input)) {
    if (!isReachable(facts) || facts.registry === undefined) continue;
    const listed = findServer(cluster, server);
    // Without Docker there is nobody to sign in; what is in its way is told by `preflight`.
    if (!isKnown(facts.docker) || !facts.docker.installed) continue;
    if (listed && signsItselfIn(listed, facts, input)) findings.push(keptInClear(listed));
    const found = facts.registry;
    if (!isKnown(found)) {
      findings.push(unreadable(name, server, wanted, found.unknown));
      continue;
    }
    const login = found === 'none' || found.server !== wanted.server ? undefined : found;
    const isOther = login !== undefined && login.username !== wanted.username;
    const current = login && !isOther ? login.current : false;
    if (current === true) continue;
    if (!isKnown(current)) {
      unsure.push(name);
      continue;
    }
    if (live.registryToken === 'none') {
      findings.push(tokenMissing(server, wanted));
      continue;
    }
    const leaves = loginsAt(machine, live.record?.logins).filter(
      (one) => one.server !== wanted.server && !isNeeded(one, live.others),
    );
    changes.push({
      kind: 'registry-sign-in',
      id: idOf.registry(name),
      action: login ? 'update' : 'create',
      ...(server !== undefined && { server }),
      causes: [{ cause: login ? (isOther ? 'user' : 'token') : 'signed-out' }],
      impact: 'none',
      needs: planned.these([idOf.preparation(name)]),
      after: [],
      machine,
      registry: wanted,
      ...(leaves.length > 0 && { leaves: leaves.map(withoutPlace) }),
      ...(login && { present: { username: login.username } }),
    });
  }
  if (unsure.length > 0) findings.push(notCompared(unsure, wanted));
  return { changes, findings };
}

function signInDifferences({
  causes: [first],
  registry: { server, username },
  present,
  leaves,
}: RegistrySignIn): Difference[] {
  const left = leaves?.map((one) => one.server).join(', ');
  if (first?.cause === 'token') return [{ name: 'token', before: 'another one', after: "the secret's" }];
  return [
    { name: 'registry', ...(left && { before: left }), after: server },
    { name: 'username', ...(present && { before: present.username }), after: username },
  ].filter(({ before, after }) => before !== after);
}

function diffSignOuts(input: DiffInput, planned: Planned): Diff<RegistrySignOut> {
  const { cluster, live, plane } = input;
  const changes: RegistrySignOut[] = [];
  const findings: Finding[] = [];
  const logins = plane.wantsReadyHosts ? (live.record?.logins ?? []) : [];
  const signsIn = planned.ofKind('registry-sign-in');
  const own = targets(input);
  const wanting = machinesOf(input);
  const old = logins.length > 0 ? oldMachines(cluster, live.record, live.portal.servers) : new Map<string, Machine>();
  for (const login of logins) {
    const isThere = ({ machine }: { machine: Machine }) => sameAddress(machine.address, login.address);
    if (login.server === cluster.registry?.server && wanting.some(isThere)) continue;
    if (isNeeded(login, live.others)) continue;
    // The change that signs it in elsewhere signs it out there.
    if (signsIn.some((change) => isThere(change))) continue;
    const target = own.find(isThere);
    if (target) {
      // One at a time, as they have one name.
      if (isReachable(target.facts) && !changes.some(({ id }) => id === idOf.registry(target.name)))
        changes.push(signingOut(target.name, target.machine, 'not-wanted', login, target.server));
      continue;
    }
    // What is somebody else's by now, or cannot be seen, is left alone.
    if ([cluster.pbx.machine, ...cluster.servers].some(({ address }) => sameAddress(address, login.address))) continue;
    const [key, machine] = [...old].find(([, { address }]) => sameAddress(address, login.address)) ?? [];
    if (key !== undefined && machine && isReachable(live.hosts.get(key)))
      changes.push(signingOut(login.address, machine, 'left', login));
    else findings.push(leftBehind(login));
  }
  return { changes, findings };
}

/** Whether another cluster file of the same PBX has a machine by now, or has itself signed it in there: the main server is everybody's. */
function isNeeded(login: RecordedLogin, others: readonly OtherCluster[] = []): boolean {
  return others.some(
    ({ servers, logins = [] }) =>
      servers.some(({ address }) => sameAddress(address, login.address)) ||
      logins.some((its) => isLogin(its, login, login)),
  );
}

function signingOut(
  of: string,
  machine: Machine,
  cause: RegistrySignOut['causes'][number]['cause'],
  login: RecordedLogin,
  server?: string,
): RegistrySignOut {
  return {
    kind: 'registry-sign-out',
    id: idOf.registry(of),
    action: 'delete',
    ...(server !== undefined && { server }),
    causes: [{ cause }],
    impact: 'none',
    needs: [],
    after: [],
    machine,
    registry: withoutPlace(login),
  };
}

function loginsAt({ address }: Machine, logins: readonly RecordedLogin[] = []): RecordedLogin[] {
  return logins.filter((login) => sameAddress(login.address, address));
}

const withoutPlace = ({ server, username }: RecordedLogin): Registry => ({ server, username });

const GIVE_IT = 'set the secret PORTSIP_REGISTRY_TOKEN (input registry-token)';

function tokenUnused(): Finding {
  return {
    code: 'registry-token-unused',
    severity: 'note',
    message:
      'There is a PORTSIP_REGISTRY_TOKEN, and the cluster file has no registry that it could be for: add registry with server and username, or take the secret away',
  };
}

function tokenMissing(server: string | undefined, { server: at, username }: Registry): Finding {
  return {
    code: 'registry-token-missing',
    severity: 'blocking',
    ...(server === undefined ? { change: idOf.pbxImage } : { server }),
    message: `Docker of ${server ?? 'the main server'} is not signed in to ${at} as ${username}, and there is no token for that: ${GIVE_IT}`,
  };
}

function notCompared(names: readonly string[], { server, username }: Registry): Finding {
  return {
    code: 'registry-not-compared',
    severity: 'warning',
    message: `Docker of ${list(names)} is signed in to ${server} as ${username}; whether with a token that still holds cannot be told without one to compare it with: ${GIVE_IT}`,
  };
}

function keptInClear({ name, role }: Server): Finding {
  return {
    code: 'registry-token-kept',
    severity: 'note',
    server: name,
    message: `${name} was installed with a registry's user and token as options of ${ROLES[role].script.file}, which keeps the token in clear and signs in with it at each upgrade: the next upgrade sets it up anew, without them`,
  };
}

function unreadable(name: string, server: string | undefined, { server: at }: Registry, why: string): Finding {
  return {
    code: 'registry-unknown',
    severity: 'warning',
    ...(server !== undefined && { server }),
    message: `How Docker of ${name === PBX_NAME ? 'the main server' : name} is signed in to ${at} cannot be seen (${why}): it is left as it is`,
  };
}

function leftBehind({ address, server, username }: RecordedLogin): Finding {
  return {
    code: 'registry-left',
    severity: 'warning',
    message: `${address}, which left the cluster, was signed in to ${server} as ${username} by this project and does not answer any more: sign it out there (sudo docker logout ${nameInConfig(server)}), or revoke that token`,
  };
}

async function applySignIn({ machine, registry: wanted, leaves = [] }: RegistrySignIn, run: Run): Promise<void> {
  const { registryToken } = run.session;
  if (registryToken === undefined) throw new StageError(`There is no token for ${wanted.server}: ${GIVE_IT}`);
  const work = () => signIn(hostOf(run, machine), wanted, registryToken);
  if (run.signedIn) {
    // What is wrong with one host says nothing of another.
    await run.signedIn.catch((error: unknown) => {
      if (error instanceof RegistryRefusal)
        throw new StageError(`Not tried on ${machine.name}, as the registry refuses the token. ${error.message}`);
    });
    await work();
  } else await (run.signedIn = work());
  for (const left of leaves) await leave(machine, left, run);
}

async function applySignOut({ machine, registry: left }: RegistrySignOut, run: Run): Promise<void> {
  await leave(machine, left, run);
}

async function leave(machine: Machine, left: Registry, run: Run): Promise<void> {
  if (await signOut(hostOf(run, machine), left)) return;
  run.session.log.info(`${machine.name}: somebody has signed Docker in to ${left.server} since, and it stays so`);
}
