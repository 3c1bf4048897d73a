import { LISTED_ROLES } from '../cluster/roles';
import { withArticle } from '../text/article';
import { list } from '../text/list';
import { callsLine, lostCalls, onlyAway, stoppedAt } from './demo-checks';
import { CALL_MS, DRAIN_TIMEOUT, calls, restartOf, restartUnderCalls, settled } from './demo-steps';
import type { Story } from './demo-story';

const BROKEN = 'meeting-server-1';
const LEAVING = 'media-server-2';
/** The one tag that PortSIP documents; it moves with each release. */
const NEW_IMAGE = { reference: 'portsip/pbx:22', version: '22.8.0' };
const SBCS = [
  { name: 'sbc-1', address: '192.168.1.28', publicAddress: '72.247.113.11' },
  { name: 'sbc-2', address: '192.168.1.29', publicAddress: '72.247.113.12' },
];
const NEW_ADDRESS = '192.168.1.30';

/** All else that happens to a cluster, with people on the phone. Goes on where the first days ended. */
export async function wholeLife(story: Story): Promise<void> {
  story.write((file) => (file['restart'] = { drain_timeout: DRAIN_TIMEOUT }));
  await restartUnderCalls(story);
  await serverThatStaysAway(story);
  await repair(story);
  await removal(story);
  await upgrade(story);
  await rotation(story);
  await borderController(story);
  await move(story);
  if (story.sandbox.world.placedCalls === 0) story.expect('nobody called');
}

async function serverThatStaysAway(story: Story): Promise<void> {
  const { context, sandbox } = story;
  story.heading(`${BROKEN} is restarted and does not come back: the rest serves`);
  sandbox.host(BROKEN).faults.crash = true;
  const asked = restartOf(['meeting', 'ivr'], 'a new certificate');
  const plan = await story.plan(asked);
  story.expect(stoppedAt(`restart/${BROKEN}`, plan, await story.run(plan, asked)));
  const report = await story.status();
  await story.showStatus(report);
  story.expect(onlyAway(BROKEN, report));
  for (const role of LISTED_ROLES)
    if (!sandbox.world.placeCall(role, CALL_MS))
      story.expect(`a call that needed ${withArticle(`${role} server`)} was refused`);
  context.say(`A call to each of ${list(LISTED_ROLES)} went through. ${callsLine(calls(story))}`);
  story.expect(lostCalls(calls(story)));
}

async function repair(story: Story): Promise<void> {
  story.heading(`Its fault is fixed: the next deploy brings ${BROKEN} back`);
  story.sandbox.host(BROKEN).faults.crash = false;
  const plan = await story.plan();
  await story.showPlan(plan);
  await story.deploy(plan);
  await story.expectAllUp();
}

async function removal(story: Story): Promise<void> {
  const { sandbox } = story;
  story.heading(`${LEAVING} leaves cluster.yaml, with calls on it`);
  story.write((file) => (file.servers = file.servers.filter(({ name }) => name !== LEAVING)));
  story.showEdit([`-   - name: ${LEAVING}`]);
  const plan = await story.plan();
  await story.showPlan(plan);
  sandbox.world.addCalls(LEAVING, 2, CALL_MS);
  await story.deploy(plan);
  if (sandbox.host(LEAVING).container('portsip.mediaserver')) story.expect(`${LEAVING} still runs`);
  await settled(story);
}

async function upgrade(story: Story): Promise<void> {
  const { sandbox } = story;
  story.heading(
    `The whole cluster is upgraded to ${NEW_IMAGE.version}: images first, then the PBX, then one after the other`,
  );
  sandbox.publishImage(NEW_IMAGE.reference, NEW_IMAGE.version);
  story.write((file) => {
    file.pbx['image'] = NEW_IMAGE.reference;
    file.pbx['version'] = NEW_IMAGE.version;
  });
  story.showEdit([`+   image: ${NEW_IMAGE.reference}`, `+   version: ${NEW_IMAGE.version}`]);
  const plan = await story.plan();
  await story.showPlan(plan);
  sandbox.world.addCalls('media-server-1', 4, CALL_MS);
  await story.deploy(plan);
  const report = await settled(story);
  const old = report.servers.filter(({ version }) => version !== NEW_IMAGE.version);
  if (old.length > 0) story.expect(`still old: ${list(old.map(({ name }) => name))}`);
  if (report.pbx.version !== NEW_IMAGE.version) story.expect('the PBX itself is still old');
}

async function rotation(story: Story): Promise<void> {
  const { sandbox } = story;
  story.heading('The IM token is replaced: the IM server gets the new one, and nobody gets to see it');
  const before = sandbox.pbx.state.imToken;
  const plan = await story.plan({ rotate: ['im'] });
  await story.deploy(plan, { rotate: ['im'] });
  const { imToken } = sandbox.pbx.state;
  if (!imToken || imToken === before) story.expect('the token is still the old one');
  const args = sandbox.host('im-server-1').container('portsip.instantmessage')?.args ?? [];
  if (!imToken || !args.includes(imToken)) story.expect('the IM server does not run with the new token');
  await settled(story);
}

async function borderController(story: Story): Promise<void> {
  const { context, sandbox } = story;
  story.heading(`Two session border controllers come for callers on WebRTC; one is restarted, and both leave again`);
  const servers = SBCS.map(({ name, address, publicAddress }) => ({
    ...{ name, role: 'sbc', private_ip: address, public_ip: publicAddress },
  }));
  for (const { name, address, publicAddress } of SBCS) await sandbox.addHost({ name, address, publicAddress });
  story.write((file) => {
    file.servers.push(...servers);
    file['sbc'] = { web_domain: 'sbc.example.com' };
  });
  story.showEdit(SBCS.map(({ name, address }) => `+   - { name: ${name}, role: sbc, private_ip: ${address} }`));
  const coming = await story.plan();
  await story.showPlan(coming);
  await story.deploy(coming);
  for (const { name } of SBCS) {
    if (!sandbox.host(name).container('portsip.sbc')?.running) story.expect(`${name} does not run`);
    sandbox.connectSbc(name);
  }
  context.say('A person types the token into the portal of each.');
  const asked = { restart: { roles: [], servers: ['sbc-1'], pbx: false, reason: 'a new certificate' } };
  const plan = await story.plan(asked);
  await story.deploy(plan, asked);
  await settled(story);
  story.write((file) => (file.servers = file.servers.filter(({ role }) => role !== 'sbc')));
  await story.deploy(await story.plan());
  for (const { name } of SBCS) if (sandbox.host(name).container('portsip.sbc')) story.expect(`${name} is still there`);
  await settled(story);
}

async function move(story: Story): Promise<void> {
  story.heading(`The PBX moves to ${NEW_ADDRESS}: every server is told`);
  const { sandbox } = story;
  const before = sandbox.world.main.address;
  sandbox.moveMain(NEW_ADDRESS);
  story.write();
  story.showEdit([`-   private_ip: ${before}`, `+   private_ip: ${NEW_ADDRESS}`]);
  const plan = await story.plan();
  await story.showPlan(plan);
  await story.deploy(plan);
  const report = await settled(story);
  await story.showStatus(report);
}
