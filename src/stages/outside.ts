import { isOutside, ROLES, type Role } from '../cluster/roles';
import type { SbcDrain } from '../cluster/sbc-settings';
import type { Cluster, Machine } from '../cluster/types';
import { containerOf, type ControlCommand } from '../host/control-plane';
import { isKnown, seen } from '../host/reading';
import type { HostFacts } from '../host/types';
import { formatDuration, spokenDuration } from '../text/duration';
import { ofKind, type Change, type ChangeId } from './change';
import { leadsTo } from './outside-view';
import { programProblems } from './role-verification';
import { factsOf, hostOf, inTurn, mayGoOn, type Run } from './run';
import { Cancelled, StageError } from './stage-error';

/*
 * Servers that callers come to by DNS. The PBX neither sends calls to them nor counts those that are up, and nothing stands in
 * for one: so one at a time is away, never the last, and DNS is what leads callers away before.
 */

/** Changes that stop a server that DNS leads callers to, each with its role. */
export function stopsOutside(changes: readonly Change[]) {
  return ofKind(changes, 'role', 'role-removal', 'server-restart').flatMap((change) => {
    const { role } = change.kind === 'role-removal' ? change.from : change.wanted;
    return change.impact !== 'none' && isOutside(role) ? [{ change, role }] : [];
  });
}

/** How callers are led away from a server of the role before it is stopped; part of what was reviewed. */
export function drainOf(role: Role, { sbc }: Cluster): { drain?: SbcDrain } {
  return isOutside(role) && sbc?.drain ? { drain: sbc.drain } : {};
}

/** Whether it runs and does something; what cannot be seen is not known to. */
export function serves({ role }: { role: Role }, facts: HostFacts): boolean {
  const container = seen(containerOf({ role }, facts));
  return container?.running === true && programProblems(ROLES[role], container).length === 0;
}

export interface Outsider extends Machine {
  role: Role;
  privateIp?: string;
  publicIp?: string;
}

/**
 * Does `work` on a server that callers were led away from. Afterwards they are led back, unless it goes for good; when it does not
 * come back they are not, and the next run that finds it well does so.
 */
export async function ledAway(
  run: Run,
  server: Outsider,
  { id, drain, forGood = false }: { id: ChangeId; drain?: SbcDrain | undefined; forGood?: boolean },
  work: () => Promise<void>,
): Promise<void> {
  await inTurn(run, server.role, async () => {
    const container = containerOf(server, await look(run, server));
    if (!isKnown(container))
      throw new StageError(
        `what runs on the host of ${server.name} cannot be seen (${container.unknown}); nothing was done to it`,
      );
    if (!container?.running) {
      await work();
      return forGood ? forgetDraining(run, server.name) : callBack(run, server, id, drain);
    }
    await leaveAnother(run, server, forGood);
    run.away.delete(server.name);
    await leadAway(run, server, id, drain);
    try {
      await work();
    } catch (error) {
      // What failed before it touched anything has left it as it was.
      const well =
        !run.session.signal.aborted &&
        !mayGoOn(run, error) &&
        !forGood &&
        (await look(run, server).then(
          (facts) => serves(server, facts),
          () => false,
        ));
      if (well) await leadBack(run, server, id, drain);
      else run.away.add(server.name);
      throw error;
    }
    if (forGood) await forgetDraining(run, server.name);
    else await leadBack(run, server, id, drain);
  });
}

function look(run: Run, server: Outsider): Promise<HostFacts> {
  return factsOf(run.session.cluster, hostOf(run, server));
}

/** Throws when callers would have nowhere to go. A cluster file without any of the role wants it so. */
async function leaveAnother(run: Run, server: Outsider, forGood: boolean): Promise<void> {
  const { cluster } = run.session;
  const ofRole = cluster.servers.filter(({ role }) => role === server.role);
  if (run.options.force || (forGood && ofRole.length === 0)) return;
  const others = ofRole.filter(({ name }) => name !== server.name);
  const gone = others.find(({ name }) => run.away.has(name));
  if (gone)
    throw new StageError(
      `${gone.name} has not come back yet, and one at a time is away: see what keeps it, or force it`,
    );
  const { draining } = run.record.current;
  for (const other of others) {
    if (draining.includes(other.name)) continue;
    const up = await look(run, other).then(
      (facts) => serves(other, facts),
      () => false,
    );
    if (up) return;
  }
  const { label } = ROLES[server.role];
  throw new StageError(
    `${server.name} is the last ${label} that runs and that DNS leads callers to; get another one to run first, or force it`,
  );
}

async function leadAway(run: Run, server: Outsider, id: ChangeId, drain: SbcDrain | undefined): Promise<void> {
  if (!drain) return;
  const { session } = run;
  if (drain.command !== undefined) {
    const { name } = server;
    await run.record.update((record) => ({ ...record, draining: [...new Set([...record.draining, name])] }));
    run.progress(id, `${drain.command} takes it out of DNS`);
    await call(run, drain.command, 'out', server);
  } else if (drain.pauseSeconds > 0) {
    session.log.warning(
      `Take ${addressed(server)} out of DNS now: the deploy waits ${formatDuration(drain.pauseSeconds)} for that`,
    );
    await wait(run, id, drain.pauseSeconds, `for a person to take ${server.name} out of DNS`);
  }
  await wait(run, id, drain.graceSeconds, `for callers of ${server.name} to go elsewhere and for calls to end`);
}

/** Callers are led to a server that is back. */
export async function leadBack(run: Run, server: Outsider, id: ChangeId, drain: SbcDrain | undefined): Promise<void> {
  if (drain?.command !== undefined) {
    run.progress(id, `${drain.command} puts it into DNS again`);
    await call(run, drain.command, 'in', server);
    await lookWhetherBack(run, server, drain.command);
  } else if (drain && drain.pauseSeconds > 0) {
    run.session.log.warning(`Put ${addressed(server)} into DNS again: it is back`);
  }
  await forgetDraining(run, server.name);
}

/** What the program says it did is looked at. A resolver may keep the old answer for a while: the next plan looks again. */
async function lookWhetherBack(run: Run, server: Outsider, command: string): Promise<void> {
  const { cluster, internet, log } = run.session;
  const domain = cluster.sbc?.portal.domain;
  if (domain === undefined || !internet || (await leadsTo(domain, server, internet)) !== false) return;
  log.info(
    `${domain} does not lead to ${addressed(server)} yet, although ${command} has put it into DNS again: if the next plan still says so, look at what the program did`,
  );
}

/** Callers are led back to a server that an earlier run led them away from, and did not come to the end. */
async function callBack(run: Run, server: Outsider, id: ChangeId, drain: SbcDrain | undefined): Promise<void> {
  if (run.record.current.draining.includes(server.name)) await leadBack(run, server, id, drain);
}

async function forgetDraining(run: Run, name: string): Promise<void> {
  await run.record.update((record) => ({ ...record, draining: record.draining.filter((one) => one !== name) }));
}

/** Leads callers to a server, or away from it. */
export function dnsCommand(
  machine: Machine,
  command: string,
  way: 'in' | 'out',
  { name, privateIp = '-', publicIp = '-' }: Pick<Outsider, 'name' | 'privateIp' | 'publicIp'>,
): ControlCommand {
  return { machine, cwd: '/', argv: [command, way, name, privateIp, publicIp], secrets: [] };
}

const COMMAND_MS = 15 * 60_000;

async function call(run: Run, command: string, way: 'in' | 'out', server: Outsider): Promise<void> {
  const { session, plane } = run;
  const { name } = server;
  const { machine } = session.cluster.pbx;
  const what = way === 'out' ? `take ${name} out of DNS` : `put ${name} into DNS again`;
  const result = await session.hosts.host(machine).job(
    {
      key: `dns-${way}-${name.replace(/[^A-Za-z0-9._-]/g, '-')}`,
      title: what,
      cwd: '/',
      argv: dnsCommand(machine, command, way, server).argv,
      timeoutMs: COMMAND_MS,
    },
    (line) => session.log.remote(machine.name, line),
    session.signal,
  );
  if (result.exitCode === 0) return;
  const state = way === 'out' ? 'nothing was done to it' : 'it runs, and the next deploy tries it again';
  throw new StageError(
    `${command} on the ${plane.mainName} could not ${what} (exit ${result.exitCode}): ${result.tail.at(-1) ?? 'it printed nothing'}; ${state}`,
  );
}

async function wait(run: Run, id: ChangeId, seconds: number, what: string): Promise<void> {
  const { session } = run;
  const end = session.now() + seconds * 1000;
  for (;;) {
    const left = end - session.now();
    if (session.signal.aborted) throw new Cancelled('cancelled while callers were led away; nothing was done to it');
    if (left <= 0) return;
    run.progress(id, `waiting ${what} (${spokenDuration(left)} more)`);
    await session.sleep(Math.min(left, 30_000), session.signal);
  }
}

function addressed({ name, privateIp, publicIp }: Outsider): string {
  const addresses = [publicIp, privateIp].filter((address) => address !== undefined);
  return addresses.length > 0 ? `${name} (${addresses.join(', ')})` : name;
}
