import { deadlineMs } from '../cluster/deadlines';
import { isSeenRunning } from '../host/containers';
import { sameImage } from '../cluster/image';
import { isListed, ROLES, type Role, type RoleRow, followsPbx } from '../cluster/roles';
import type { ServerSpec } from '../cluster/types';
import { containerOf, type ControlPlane } from '../host/control-plane';
import { isKnown, seen } from '../host/reading';
import type { Container, HostFacts } from '../host/types';

import { shortDuration } from '../text/duration';
import { idOf, type RoleSetup } from './change';
import { online, type Sight } from './online';
import { owedSince } from './owed-restarts';
import { StageError } from './stage-error';
import { factsOf, hostOf, type Run } from './run';
import { olderThan, pbxVersion } from './versions';
import { until } from './wait';

/*
 * Whether a role really runs after its script has ended without an error.
 */

/** Containers that a role brings along and that are missing or do not run: IM takes no files without its web server. */
export function brokenCompanions(role: Role, facts: HostFacts): string[] {
  return ROLES[role].companions.filter((name) => !isSeenRunning(facts, name));
}

/** In supervisord's words: what a program is that will not run by itself, and what it is while that is not known yet */
const FAILED = ['BACKOFF', 'FATAL', 'UNKNOWN'];
const PASSING = ['STARTING', 'STOPPING'];

/**
 * What is wrong with the programs of a container that has several, where the role has such a one. A program that somebody stopped,
 * or that has done its work, is as it should be.
 */
export function programProblems({ supervised, container: name }: RoleRow, { running, programs }: Container): string[] {
  if (!supervised || !running) return [];
  if (programs === undefined || !isKnown(programs)) return [programs?.unknown ?? `what runs in ${name} cannot be seen`];
  const bad = programs.filter(({ state }) => FAILED.includes(state) || PASSING.includes(state));
  if (bad.length > 0) return bad.map((program) => `${program.name} in ${name} is ${program.state}`);
  return programs.some(({ state }) => state === 'RUNNING') ? [] : [`nothing runs in ${name}`];
}

/** What of the role is not as wanted. */
export function roleProblems(plane: ControlPlane, server: ServerSpec, facts: HostFacts): string[] {
  const { container: name } = ROLES[server.role];
  const container = containerOf(server, facts);
  const differences = plane.differences(server, facts);
  if (!isKnown(container)) return [`what runs there cannot be seen (${container.unknown})`];
  if (!isKnown(differences)) return [`what it was told cannot be read (${differences.unknown})`];
  if (!container) return [`container ${name} does not exist`];
  const image = sameImage(container.image, server.image)
    ? []
    : [{ name: 'image', before: container.image, after: server.image }];
  return [
    ...stillProblems(server.role, container, facts),
    ...[...differences.filter((one) => one.name !== 'image'), ...image].map(
      (one) => `${one.name} is ${one.before ?? 'not set'}, wanted ${one.after ?? 'not set'}`,
    ),
  ];
}

/** What of the role does not run, whatever it was told. */
export function problemsOfRunning(server: ServerSpec, facts: HostFacts): string[] {
  const container = containerOf(server, facts);
  if (!isKnown(container)) return [`what runs there cannot be seen (${container.unknown})`];
  if (!container) return [`container ${ROLES[server.role].container} does not exist`];
  return stillProblems(server.role, container, facts);
}

/** What of it stands still: its container, a program in that, a container that it brings along. */
function stillProblems(role: Role, container: Container, facts: HostFacts): string[] {
  const still = [...(container.running ? [] : [ROLES[role].container]), ...brokenCompanions(role, facts)];
  return [...programProblems(ROLES[role], container), ...still.map((name) => `container ${name} does not run`)];
}

/** Waits until a role runs as wanted. Without `facts` it did not; `problems` are then what was wrong last. */
export async function untilUp(
  run: Run,
  server: ServerSpec,
  wrong: (server: ServerSpec, facts: HostFacts) => string[] = (one, facts) => roleProblems(run.plane, one, facts),
): Promise<{ facts?: HostFacts; problems: string[] }> {
  const { cluster } = run.session;
  let problems: string[] = [];
  const facts = await until(run.session, deadlineMs(cluster, server.role, 'up'), async () => {
    const seen = await factsOf(cluster, hostOf(run, server), server);
    problems = wrong(server, seen);
    return problems.length === 0 ? seen : undefined;
  });
  return { ...(facts && { facts }), problems };
}

/**
 * Throws unless the role runs as wanted and goes on to, and the PBX sees it where it lists such servers. `before`: one ran there
 * before.
 */
export async function verifyRole({ id }: RoleSetup, run: Run, server: ServerSpec, before?: Sight): Promise<void> {
  const limit = deadlineMs(run.session.cluster, server.role, 'up');
  run.progress(id, `looking whether it runs as wanted, ${shortDuration(limit)} at most`);
  const { facts, problems } = await untilUp(run, server);
  if (!facts) throw await notUp(run, server, problems);
  notNewer(run, server, facts);
  const { signal } = run.session;
  const [crashed, seen] = [new AbortController(), new AbortController()];
  const steady = staysUp(run, server, facts, AbortSignal.any([signal, seen.signal])).catch((error: unknown) => {
    crashed.abort();
    throw error;
  });
  // The PBX may take the one that was there before for ONLINE a little longer; of a new server there was none.
  const reports = (before ? steady : Promise.resolve()).then(async () => {
    await online(run, server, id, { before, hopeless: crashed.signal });
    // What has reported to the PBX has come further than what crashes at once.
    if (isListed(server.role)) seen.abort();
  });
  for (const result of await Promise.allSettled([steady, reports]))
    if (result.status === 'rejected') throw result.reason;
}

/** The script of a new server takes what its image's name stands for by now. */
function notNewer({ session, live, plane }: Run, server: ServerSpec, facts: HostFacts): void {
  if (!followsPbx(server.role)) return;
  const version = seen(containerOf(server, facts))?.version;
  const pbx = pbxVersion({ cluster: session.cluster, live, plane });
  if (version !== undefined && pbx !== undefined && olderThan(pbx, version))
    throw new StageError(
      `${server.name} runs version ${version} now, newer than the PBX (${pbx}), as ${server.image} was moved: upgrade the PBX, or name its image by a digest`,
    );
}

/** Docker starts again and again what crashes at once: for a moment each time it seems to run. */
const STEADY_MS = 1500;

/** `facts`: when it was seen to run. Throws when it did not go on to; `enough`, aborted, ends the waiting and not the look. */
async function staysUp(run: Run, server: ServerSpec, facts: HostFacts, enough: AbortSignal): Promise<void> {
  const { session } = run;
  const startedAt = seen(containerOf(server, facts))?.startedAt;
  const age = session.now() + facts.clockSkewMs - Date.parse(startedAt ?? '') || 0;
  const left = Math.min(STEADY_MS, STEADY_MS - age);
  if (left > 0) {
    await session.sleep(left, enough);
    const after = await untilUp(run, server);
    if (!after.facts) throw await notUp(run, server, after.problems);
    if (seen(containerOf(server, after.facts))?.startedAt !== startedAt)
      throw await notUp(run, server, [`container ${ROLES[server.role].container} keeps restarting`]);
  }
  // An owed restart is known to have happened by the container's start: from now on there is one to compare with.
  if (startedAt) await run.record.update((record) => owedSince(record, idOf.restart(server.name), startedAt));
}

async function notUp(run: Run, server: ServerSpec, problems: string[]): Promise<StageError> {
  const why = await lastWords(run, server);
  return new StageError(
    `The script on ${server.name} ended without an error, but ${problems.join('; ')}${why ? `; its log says: ${why}` : ''}`,
  );
}

/** What a container that does not run has printed last. */
async function lastWords(run: Run, server: ServerSpec): Promise<string | undefined> {
  const { log } = run.session;
  const script = 'docker logs --tail 5 "$1" 2>&1';
  const output = await hostOf(run, server)
    .run(script, [ROLES[server.role].container], { repeatable: true })
    .catch(() => undefined);
  if (output?.code !== 0) return undefined;
  const lines = output.stdout.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) log.remote(server.name, line);
  return lines.at(-1)?.slice(0, 300);
}
