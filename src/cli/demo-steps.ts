import { LISTED_ROLES } from '../cluster/roles';
import { countsLine } from '../render/counts';
import { list } from '../text/list';
import type { RunOptions } from '../deploy/run';
import { callsLine, drainedServers, lostCalls } from './demo-checks';
import type { Calls } from './demo-checks';
import type { Story } from './demo-story';
import type { StatusReport } from '../status/report';

/* Steps that more than one demo has. */

/** How long calls get to end, and the time that they last, which is less */
export const DRAIN_TIMEOUT = '1s';
export const CALL_MS = 800;

export function calls({ sandbox: { world } }: Story): Calls {
  return { placed: world.placedCalls, cut: world.countCutCalls(), refused: world.rejectedCalls };
}

/** Every server, drained before. */
export async function restartUnderCalls(story: Story): Promise<void> {
  const { context, sandbox } = story;
  story.heading('Everything restarts, while people are on the phone and others call');
  const { world, pbx } = sandbox;
  const everything = restartOf([], 'as every month');
  const plan = await story.plan(everything);
  context.say(`Plan: ${countsLine(plan.changes)}.\n`);
  const servers = LISTED_ROLES.flatMap((role) => pbx.state.servers[role]).filter(({ type }) => type === 'EXTERNAL');
  for (const { name } of servers) world.addCalls(name, 3, CALL_MS);
  const before = pbx.requests.length;
  const hangUp = world.traffic({ roles: [...LISTED_ROLES], everyMs: 150, durationMs: CALL_MS / 2 });
  await story.deploy(plan, everything);
  hangUp();
  const drained = drainedServers(pbx.requests.slice(before), (id) => servers.find((one) => one.id === id)?.name);
  context.say(`Drained before their restart: ${list(drained, 8)}.`);
  context.say(callsLine(calls(story)));
  const missed = servers.filter(({ name }) => !drained.includes(name)).map(({ name }) => name);
  if (missed.length > 0) story.expect(`restarted without a drain: ${list(missed)}`);
  story.expect(lostCalls(calls(story)));
  await story.expectAllUp();
}

/** The servers of these roles, restarted because somebody asks for it */
export function restartOf(
  roles: string[],
  reason: string,
): Pick<RunOptions, 'stages'> & Required<Pick<RunOptions, 'restart'>> {
  return { stages: ['restart'], restart: { roles, servers: [], pbx: false, reason } };
}

/** Everything is up, nothing is left to do, and nobody was cut off. */
export async function settled(story: Story): Promise<StatusReport> {
  const report = await story.expectAllUp();
  story.context.say(callsLine(calls(story)));
  story.expect(lostCalls(calls(story)));
  return report;
}
