import type { PbxNodes } from '../sandbox';
import { countsLine } from '../render/counts';
import { list } from '../text/list';
import type { RunResult } from '../deploy/run';
import type { Plan } from '../plan/types';
import { blockedBy, shortfall } from './demo-checks';
import { CALL_MS, DRAIN_TIMEOUT, restartUnderCalls, settled } from './demo-steps';
import { Mismatch, type Story } from './demo-story';

const NEW_SERVER = {
  name: 'media-server-3',
  role: 'media',
  address: '192.168.1.148',
  publicAddress: '104.101.137.62',
} as const;
const NEXT_NODE = 'pbx02';
const LEAVING = 'queue-server-1';
const NEW_IMAGE = { reference: 'portsip/pbx:22.7', version: '22.7.0' };

/** A PBX of three nodes behind a virtual IP, and what happens to its cluster. */
export async function highAvailability(story: Story): Promise<void> {
  const { context, sandbox } = story;
  const { nodes } = sandbox;
  if (!nodes) throw new Mismatch('the PBX has one node');
  context.say(
    "A PBX of three nodes behind the virtual IP 192.168.1.130 and seven empty Linux hosts run in this process, with PortSIP's\n" +
      'REST API, SSH and firewalls of their own. All scripts run on the first node, pbx01, which reaches the hosts with its own\n' +
      'SSH key. Nothing leaves this machine.',
  );
  story.write((file) => (file['restart'] = { drain_timeout: DRAIN_TIMEOUT }));

  story.heading('The first deploy: seven servers join, one after the other from pbx01');
  const first = await story.plan();
  context.say(`Plan: ${countsLine(first.changes)}.\n`);
  await story.deploy(first);
  expectSameTrust(story, nodes);
  await settled(story);

  await growthWithFailover(story, nodes);
  await restartUnderCalls(story);
  await upgrade(story, nodes);
  await removal(story, nodes);

  story.heading('The plan once more: nothing is left to do');
  const last = await story.plan();
  await story.showPlan({ ...last, warnings: [] });
  if (last.changes.length > 0) throw new Mismatch(`a second plan still has ${list(last.changes.map(({ id }) => id))}`);
  await story.showStatus(await settled(story));
  if (nodes.damage !== undefined) throw new Mismatch('two scripts ran at once on pbx01');
}

async function growthWithFailover(story: Story, nodes: PbxNodes): Promise<void> {
  const { context, sandbox } = story;
  const { name, role, address, publicAddress } = NEW_SERVER;
  story.heading(`A pull request adds ${name}: this plan is its comment`);
  await sandbox.addHost(NEW_SERVER);
  story.write();
  story.showEdit([
    `+   - name: ${name}`,
    `+     role: ${role}`,
    `+     private_ip: ${address}`,
    `+     public_ip: ${publicAddress}`,
  ]);
  const plan = await story.plan();
  await story.showPlan(plan);

  story.heading(`It is merged, and while the script runs on pbx01, the PBX fails over to ${NEXT_NODE}`);
  const before = sandbox.pbx.requests.length;
  const result = await duringFailover(story, plan, nodes);
  story.expect(shortfall(plan, result));
  const again = sandbox.pbx.requests.slice(before).filter(({ path }) => path === '/auth/sign_in').length;
  context.say(`The PBX runs on ${nodes.active.name} now, where nobody was signed in: the deploy signed in again.`);
  if (nodes.active.name !== NEXT_NODE) throw new Mismatch(`the PBX is on ${nodes.active.name}`);
  if (again < 2) throw new Mismatch('nobody had to sign in again');
  const installs = sandbox.host(name).scriptRuns().length;
  if (installs !== 1) throw new Mismatch(`${name} was installed ${installs} times`);
  expectSameTrust(story, nodes);
  await settled(story);
}

async function duringFailover(story: Story, plan: Plan, nodes: PbxNodes): Promise<RunResult> {
  const scripts = () => nodes.control.scriptRuns().filter(({ script }) => script === 'extend.sh').length;
  const before = scripts();
  const over = new AbortController();
  const failover = (async () => {
    while (scripts() === before && !over.signal.aborted) await story.sandbox.clock.sleep(20);
    await nodes.failover(NEXT_NODE);
  })();
  const result = await story.run(plan).finally(() => over.abort());
  await failover;
  return result;
}

async function upgrade(story: Story, nodes: PbxNodes): Promise<void> {
  const { context, sandbox } = story;
  story.heading(
    `A pull request upgrades the servers to ${NEW_IMAGE.version} before the PBX itself: its plan is blocked`,
  );
  sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
  story.write((file) => (file.image = NEW_IMAGE.reference));
  story.showEdit([`+ image: ${NEW_IMAGE.reference}`]);
  const early = await story.plan();
  story.expect(blockedBy('pbx-image', early));
  await story.showPlan(early);

  story.heading(
    'Somebody upgrades the PBX nodes with update.sh on pbx01: now every server follows, with a new IM token',
  );
  const { code, output } = await nodes.control.shell(
    `cd /opt/portsip-pbx-ha-guide && sudo -u pbx /bin/bash update.sh ${NEW_IMAGE.reference}`,
  );
  if (code !== 0) throw new Mismatch(`update.sh failed: ${output}`);
  const before = sandbox.pbx.state.imToken;
  const plan = await story.plan();
  context.say(`Plan: ${countsLine(plan.changes)}.\n`);
  sandbox.world.addCalls('media-server-1', 4, CALL_MS);
  await story.deploy(plan);
  const report = await settled(story);
  const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
  if (old.length > 0) story.expect(`still old: ${list(old.map(({ name }) => name))}`);
  if (sandbox.pbx.state.imToken === before) story.expect('the IM server has its old token');
}

async function removal(story: Story, nodes: PbxNodes): Promise<void> {
  const { sandbox } = story;
  story.heading(`One server leaves: ${LEAVING}`);
  story.write((file) => (file.servers = file.servers.filter(({ name }) => name !== LEAVING)));
  story.showEdit([`-   - name: ${LEAVING}`]);
  const plan = await story.plan();
  await story.showPlan(plan);
  await story.deploy(plan);
  if (sandbox.host(LEAVING).containers().length > 0) story.expect(`${LEAVING} still runs`);
  expectSameTrust(story, nodes);
}

/** A failover must shut no server out, and let none in that left. */
function expectSameTrust(story: Story, nodes: PbxNodes): void {
  const wanted = story.sandbox.pbx.state.ipFilters.map(({ cidr }) => cidr.replace(/\/32$/, '')).sort();
  for (const node of nodes.nodes)
    for (const zones of [node.firewall().permanent, node.firewall().runtime]) {
      const trusted = [...(zones['trusted']?.sources ?? [])].sort();
      if (trusted.join() !== wanted.join())
        throw new Mismatch(`${node.name} trusts ${list(trusted) || 'nobody'}, not ${list(wanted)}`);
    }
}
