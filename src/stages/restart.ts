import { seenContainer } from '../host/containers';
import { isListed, isOutside, isRole, ROLES, type Impact } from '../cluster/roles';
import type { Cluster, Server } from '../cluster/types';
import type { Finding } from '../finding';
import { isReachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import {
  idOf,
  type Change,
  type ChangeId,
  type LoadBalancerRestart,
  type PbxRestart,
  type Planned,
  type RestartCause,
  type ServerRestart,
} from './change';
import { drained } from './drain';
import { CALL_MANAGER, LOAD_BALANCER } from './live';
import { findServer, has, inRoleOrder } from './names';
import { online, watchingSight } from './online';
import { inTurn } from './order';
import { drainOf, ledAway } from './outside';
import { broughtAlong, restartReason, scaling, stillOwed, type Due } from './owed-restarts';
import { noteLoadBalancer, pbxAnswers } from './pbx';
import { untilUp } from './role-verification';
import { StageError } from './stage-error';
import { factsOf, hostOf, type Run } from './run';
import { runScript, runVerb } from './script';
import type { Diff, DiffInput, Stage, Words } from './stage';

type Restart = PbxRestart | LoadBalancerRestart | ServerRestart;

/** What people name the load balancer by, beside roles and servers */
export const LOAD_BALANCER_NAME = 'loadbalancer';

/**
 * Restarts in PortSIP's order: those that a person asks for; otherwise those that a scale-out or a removal brings with it,
 * and those that an earlier run still owes.
 */
export const restart: Stage<Restart['kind']> = {
  name: 'restart',
  diff: diffRestart,
  apply: { 'pbx-restart': restartMain, 'load-balancer-restart': restartMain, 'server-restart': restartServer },
  words: {
    'pbx-restart': mainWords('PBX', 'the PBX'),
    'load-balancer-restart': mainWords('resource load balancer', 'the resource load balancer'),
    'server-restart': {
      object: () => 'restart',
      deed: () => ['restart'],
      target: ({ server }) => server,
      reason: ({ causes }) => causes.map(restartReason).join('; '),
      differences: () => [],
    },
  },
};

function mainWords(object: string, target: string): Words<PbxRestart | LoadBalancerRestart> {
  return {
    object: () => object,
    deed: () => ['restart'],
    target: () => target,
    reason: ({ causes }) => causes.map(restartReason).join('; '),
    differences: () => [],
  };
}

function diffRestart(input: DiffInput, planned: Planned): Diff<Restart> {
  const { cluster, plane, live, options } = input;
  // Who asks for some restarts gets only those: anything else that is owed, such as that of the PBX itself, would come as a surprise.
  const due = options.restart
    ? askedFor(cluster, options.restart)
    : both(stillOwed(cluster, live), broughtAlong(cluster, plane, live, planned.changes));
  const findings = plane.drivesPbx ? [] : restartsByHand(input, due, planned.changes);
  const recreated = new Set(
    planned.ofKind('role', 'role-removal').flatMap(({ action, server }) => (action === 'create' ? [] : [server])),
  );
  const servers = cluster.servers
    .filter(({ name }) => Object.hasOwn(due.servers, name) && (options.restart || !recreated.has(name)))
    .sort(inRoleOrder);

  // Whatever did not come is no reason to keep from the others what did: they restart after all that there is to do.
  const others = options.restart ? [] : [...planned.ids];
  const hidden = plane.drivesPbx && (due.pbx ?? due.loadBalancer) ? unseenPbx(input) : [];
  findings.push(...hidden);
  const main = plane.drivesPbx && hidden.length === 0 ? mainRestarts(due, others) : [];
  const first = main.slice(-1).map(({ id }) => id);
  const turns = inTurn(
    servers.map(({ name, role }) => ({ id: idOf.restart(name), role })),
    cluster.restart.maxUnavailable,
    first,
  );
  const changes = servers.flatMap((server): ServerRestart[] => {
    const cause = due.servers[server.name];
    if (!cause) return [];
    const id = idOf.restart(server.name);
    // One that is about to be installed restarts once it is there.
    const needs = options.restart ? [] : planned.these([idOf.role(server.name)]);
    return [serverRestart(server, cause, { needs, after: turns.get(id) ?? [], afterAll: others }, cluster)];
  });
  return { changes: [...main, ...changes], findings };
}

function serverRestart(
  { at, ...wanted }: Server,
  cause: RestartCause,
  order: Pick<ServerRestart, 'needs' | 'after' | 'afterAll'>,
  cluster: Cluster,
): ServerRestart {
  const id = idOf.restart(wanted.name);
  const cuts = cluster.restart.onDrainTimeout === 'force' && isListed(wanted.role);
  const impact: Impact = cuts ? 'active-calls' : ROLES[wanted.role].away;
  return {
    kind: 'server-restart',
    id,
    action: 'restart',
    server: wanted.name,
    causes: [cause],
    impact,
    ...order,
    ...oneOfThese(cause),
    wanted,
    verbs: ['restart'],
    ...drainOf(wanted.role, cluster),
  };
}

/** Nothing of the PBX is restarted while nobody can see what runs on its machine; it stays owed. */
function unseenPbx({ live: { main }, options }: DiffInput): Finding[] {
  if (!isReachable(main) || isKnown(main.containers)) return [];
  return [
    {
      code: 'pbx-unknown',
      severity: options.restart ? 'blocking' : 'warning',
      message: `What runs on the main server cannot be seen (${main.containers.unknown}), so its load balancer is not restarted until it can. Look at Docker there: sudo systemctl status docker`,
    },
  ];
}

/** What servers bring along that come or go is for nothing while none of them does. */
function oneOfThese(cause: RestartCause): { oneOf?: readonly ChangeId[] } {
  return 'by' in cause ? { oneOf: cause.by } : {};
}

function mainRestarts(due: Due, others: readonly ChangeId[]): (PbxRestart | LoadBalancerRestart)[] {
  const restart = { action: 'restart', needs: [] } as const;
  const pbx: PbxRestart[] = due.pbx
    ? [
        {
          ...restart,
          kind: 'pbx-restart',
          id: idOf.pbxRestart,
          causes: [due.pbx],
          impact: 'active-calls',
          ...oneOfThese(due.pbx),
          after: others,
        },
      ]
    : [];
  const loadBalancer: LoadBalancerRestart[] = due.loadBalancer
    ? [
        {
          ...restart,
          kind: 'load-balancer-restart',
          id: idOf.loadBalancerRestart,
          causes: [due.loadBalancer],
          impact: 'new-calls',
          ...oneOfThese(due.loadBalancer),
          after: pbx.length > 0 ? [...others, idOf.pbxRestart] : others,
        },
      ]
    : [];
  return [...pbx, ...loadBalancer];
}

/** What the change at hand brings along comes before what is owed: it tells more. What is owed is due whatever comes of that. */
function both(owed: Due, brought: Due): Due {
  const one = (was: RestartCause | undefined, now: RestartCause): RestartCause => {
    return was && 'by' in now ? { cause: now.cause } : now;
  };
  const servers = Object.entries(brought.servers).map(
    ([name, cause]) => [name, one(has(owed.servers, name) ? owed.servers[name] : undefined, cause)] as const,
  );
  return {
    ...owed,
    ...(brought.pbx && { pbx: one(owed.pbx, brought.pbx) }),
    ...(brought.loadBalancer && { loadBalancer: one(owed.loadBalancer, brought.loadBalancer) }),
    servers: { ...owed.servers, ...Object.fromEntries(servers) },
  };
}

/** Restarts of the PBX itself that are left to a person, as they end all calls. Blocking where nothing else was asked for. */
function restartsByHand({ plane, options }: DiffInput, due: Due, others: readonly Change[]): Finding[] {
  const command = plane.byHand.restart;
  if (options.restart && (due.pbx ?? due.loadBalancer)) {
    const nothingElse = Object.keys(due.servers).length === 0;
    return [
      {
        code: 'restart-by-hand',
        severity: nothingElse ? 'blocking' : 'note',
        message: `The PBX of a high-availability cluster and its load balancer are not restarted from here; in a maintenance window, ${command}`,
      },
    ];
  }
  const { grown, shrunk } = scaling(others);
  if (options.restart || grown.length + shrunk.length === 0) return [];
  return [
    {
      code: 'restart-by-hand',
      severity: 'note',
      message: `PortSIP's high-availability guide restarts nothing after servers were ${grown.length > 0 ? 'added' : 'removed'}. Should the PBX not take notice of it, restart it in a maintenance window: ${command}`,
    },
  ];
}

function askedFor(cluster: Cluster, asked: NonNullable<DiffInput['options']['restart']>): Due {
  const { roles, servers, pbx, reason } = asked;
  const cause: RestartCause = { cause: 'asked', said: reason };
  const everything = roles.length === 0 && servers.length === 0;
  const wanted = (server: Server) =>
    everything || roles.filter(isRole).includes(server.role) || servers.includes(server.name);
  return {
    ...(pbx && { pbx: cause }),
    ...((everything || roles.includes(LOAD_BALANCER_NAME)) && { loadBalancer: cause }),
    servers: Object.fromEntries(cluster.servers.filter(wanted).map(({ name }) => [name, cause])),
  };
}

async function restartServer({ id, server: name, verbs, drain }: ServerRestart, run: Run): Promise<void> {
  const server = findServer(run.session.cluster, name);
  if (!server) throw new StageError(`${name} is not in the cluster file`);
  const work = () =>
    watchingSight(run, server, async (before) => {
      for (const verb of verbs) await runVerb(id, run, server, verb);
      const { facts, problems } = await untilUp(run, server);
      if (!facts) throw new StageError(`${name} did not come back: ${problems.join('; ')}`);
      await online(run, server, id, { before });
    });
  if (isOutside(server.role)) await ledAway(run, server, { id, drain }, work);
  else await drained(run, server, id, work);
}

async function restartMain({ id, kind }: PbxRestart | LoadBalancerRestart, run: Run): Promise<void> {
  const { cluster } = run.session;
  const pbx = kind === 'pbx-restart';
  await runScript(run, run.plane.pbxCommand(pbx ? 'restart' : 'restart-loadbalancer'), {
    id,
    key: pbx ? 'restart-pbx' : 'restart-loadbalancer',
    title: pbx ? 'restart the PBX' : 'restart the load balancer',
  });
  const facts = await factsOf(cluster, hostOf(run, cluster.pbx.machine));
  const name = pbx ? CALL_MANAGER : LOAD_BALANCER;
  if (seenContainer(facts, name)?.running === false)
    throw new StageError(`${name} on the main server did not come back; see ${run.plane.byHand.status}`);
  await pbxAnswers(run);
  if (pbx) await noteLoadBalancer(run, facts);
}
