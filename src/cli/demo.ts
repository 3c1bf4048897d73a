import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../cluster/types';
import { countsLine } from '../render/counts';
import { duration } from '../text/duration';
import { list } from '../text/list';
import type { Context } from './context';
import { EXIT } from './exit-code';
import { Mismatch, Story } from './demo-story';

export interface DemoOptions {
  color?: boolean;
  debug?: boolean;
  keep?: boolean;
  serve?: boolean;
  wholeLife?: boolean;
  highAvailability?: boolean;
}

const NEW_SERVER = {
  name: 'media-server-2',
  role: 'media',
  address: '192.168.1.27',
  publicAddress: '104.101.137.61',
} as const;
/** Of the sandbox's pulls and stops; slow enough to be seen, fast enough for half a minute in all */
const PACE = 0.3;

/** The guide's seven machines in this process: deploys them, scales out, and sees that nothing is left to do. */
export async function demo(context: Context, options: DemoOptions): Promise<number> {
  const { wholeLife, highAvailability } = options;
  if (wholeLife && highAvailability)
    throw new InputError('--whole-life and --high-availability are two stories: choose one');
  const startedAt = context.io.now();
  const folder = mkdtempSync(join(tmpdir(), 'portsip-cluster-demo-'));
  const { highAvailabilityTopology, startSandbox } = await import('../sandbox');
  const { clock } = context.io;
  const sandbox = await startSandbox({
    ...(clock && { clock }),
    // The long ones have more to show in their minute and a half.
    ...(wholeLife || highAvailability ? { pace: PACE / 3, onlineDelayMs: 200 } : { pace: PACE, onlineDelayMs: 400 }),
    ...(highAvailability && { topology: highAvailabilityTopology() }),
  });
  const story = new Story(context, sandbox, folder);
  const cleanUp = async () => {
    context.progress.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const release = context.io.onInterrupt(() => {
    if (!story.listens) void cleanUp().finally(() => context.io.exit(EXIT.interrupted));
  });
  try {
    if (!options.serve) {
      if (highAvailability) await (await import('./demo-high-availability')).highAvailability(story);
      else await firstDays(story);
      if (wholeLife) await (await import('./demo-whole-life')).wholeLife(story);
      context.say(context.colors.dim(`The demo took ${duration(context.io.now() - startedAt)}.`));
    }
    if (options.serve || options.keep) await story.serve();
    return 0;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    context.progress.close();
    context.io.err.write(`Error: the demo did not end as it should: ${error.message}\n`);
    return 1;
  } finally {
    release();
    await cleanUp();
  }
}

async function firstDays(story: Story): Promise<void> {
  const { context, sandbox } = story;
  context.say(
    "A PBX and six empty Linux hosts run in this process, with PortSIP's REST API, SSH and firewalls of their own.\n" +
      'Nothing leaves this machine. What follows is what would happen to your own cluster.',
  );

  story.heading('The first deploy: six servers join the PBX');
  const first = await story.plan();
  context.say(`Plan: ${countsLine(first.changes)}.`);
  context.say('');
  await story.deploy(first);
  await story.expectAllUp();

  story.heading(`A pull request adds ${NEW_SERVER.name} to cluster.yaml: this plan is its comment`);
  await sandbox.addHost(NEW_SERVER);
  story.write();
  const { name, role, address, publicAddress } = NEW_SERVER;
  story.showEdit([
    `+   - name: ${name}`,
    `+     role: ${role}`,
    `+     private_ip: ${address}`,
    `+     public_ip: ${publicAddress}`,
  ]);
  const scaleOut = await story.plan();
  await story.showPlan(scaleOut);
  for (const id of [`server/${name}`, `role/${name}`])
    if (!scaleOut.changes.some((change) => change.id === id)) throw new Mismatch(`the plan lacks ${id}`);

  story.heading('It is merged: the deploy does what the plan said');
  await story.deploy(scaleOut);

  story.heading('The plan once more: nothing is left to do');
  const last = await story.plan();
  await story.showPlan({ ...last, warnings: [] });
  if (last.changes.length > 0) throw new Mismatch(`a second plan still has ${list(last.changes.map(({ id }) => id))}`);
  await story.showStatus(await story.expectAllUp());
}
