import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { deploy } from '../../../src/deploy/run';
import { skipReason } from '../../../src/deploy/skip';
import { makePlan } from '../../../src/plan/plan';
import { observe } from '../../../src/stages/observe';
import { DEFAULT_OPTIONS } from '../../../src/deploy/options';
import type { Plan } from '../../../src/plan/types';
import { isBlocking } from '../../../src/finding';
import type { Change } from '../../../src/stages/change';
import { generator } from '../../sandbox/random';
import {
  AFTER_HALF_A_MOVE,
  EVENTS,
  FILE_EVENTS,
  meanwhile,
  letIn,
  newHost,
  newServer,
  pick,
  place,
  type Event,
  type FileText,
  type Scene,
  type ServerText,
} from './people';
import { openTo, type Faults } from './session';
import { isListedRole, PBX, PEOPLE, World, type Violation } from './world';

/* One history: years of a cluster, from its first deploy on, and what must be so all the time. */

export interface History {
  seed: number;
  /** What happened, in order */
  told: string[];
  violations: Violation[];
}

/** How many events of the file and of the live cluster there are, or were when a seed was kept, and situations; none: not even runs that end half way. */
export interface Known {
  file: number;
  live: number;
  situations?: number;
}

/** Plays the history of a seed: the same each time, as long as the same events are known. */
export async function play(seed: number, steps: number, known?: Known): Promise<History> {
  const files = Object.entries(FILE_EVENTS).slice(0, known?.file);
  const lives = Object.entries(EVENTS).slice(0, known?.live);
  const random = generator(seed);
  const world = new World();
  const told: string[] = [];
  const history: History = { seed, told, violations: world.violations };
  const scene: Scene = { world, random, before: [], file: first('acme', 'servers') };
  const other: Scene = { world, random, before: [], file: first('east', 'servers') };
  for (const role of ['media', 'media', 'queue', 'queue', 'meeting', 'im'] as const) add(scene, role);
  await run(scene, told, {});
  const twoFiles = random() < 0.3;
  const all = [unseen, atThePbx, placeTaken, ...(twoFiles ? [] : [renamedFirst])];
  const situations = known ? known.situations && all.slice(0, known.situations) : all;
  if (twoFiles) {
    add(other, 'ivr');
    add(other, 'media', 'media-east');
    await run(other, told, {});
  }
  for (let step = 0; step < steps && world.violations.length === 0; step++) {
    const at = twoFiles && random() < 0.3 ? other : scene;
    const roll = random();
    if (roll < 0.3) event(at, files, told);
    else if (roll < 0.6) event(at, lives, told);
    else if (roll < 0.63 && twoFiles) await handOver(scene, other, told);
    else if (roll < 0.65) rename(at, told);
    else if (roll < 0.68 && situations) await halfWay(at, told);
    else if (roll < 0.7 && situations) await pick(at, situations)?.(at, told);
    else if (roll < 0.92) await run(at, told, faults(at, situations !== undefined));
    else {
      await settled(scene, told);
      if (twoFiles) await settled(other, told);
    }
  }
  if (world.violations.length === 0) await settled(scene, told);
  if (twoFiles && world.violations.length === 0) await settled(other, told);
  // What nobody could see for a while was there all the same.
  for (const machine of world.machines) Object.assign(machine, { down: false, dockerHangs: false });
  for (const at of [scene, ...(twoFiles ? [other] : [])]) if (world.violations.length === 0) await settled(at, told);
  return history;
}

export function first(name: string, trust: 'servers'): FileText {
  return {
    version: 1,
    name,
    image: 'portsip/pbx:22',
    pbx: { private_ip: PBX },
    firewall: { trust },
    built_in_servers: 'disabled',
    unmanaged_servers: 'report',
    restart: { drain_timeout: '2m', after_scale_out: 'load-balancer', max_unavailable: 1 },
    servers: [],
  };
}

export function add(scene: Scene, role: ServerText['role'], name?: string): void {
  const { servers } = scene.file;
  const number = servers.filter((one) => one.role === role).length + 1;
  servers.push({ name: name ?? `${role}-${number}`, role, private_ip: newHost(scene) });
}

function event(scene: Scene, events: readonly (readonly [string, Event])[], told: string[]): void {
  const [name, happen] = pick(scene, events) ?? ['nothing', () => undefined];
  scene.before.push(structuredClone(scene.file));
  const before = JSON.stringify(scene.file);
  happen(scene);
  // What is no cluster file is never merged.
  if (!parsed(scene.file).cluster) scene.file = JSON.parse(before) as FileText;
  told.push(`${scene.file.name}: ${name}${JSON.stringify(scene.file) === before ? '' : ` ${shown(scene.file)}`}`);
}

let last: { text: string; result: ReturnType<typeof parseCluster> } | undefined;

/** As it is read; most runs are of the file of the run before. */
function parsed(file: FileText): ReturnType<typeof parseCluster> {
  const text = JSON.stringify(file);
  if (last?.text !== text) last = { text, result: parseCluster(text, 'cluster.yaml') };
  return last.result;
}

const shown = ({ servers, unmanaged_servers: unmanaged, firewall }: FileText) =>
  `[${servers.map(({ name, private_ip: ip, public_ip: pub, enabled }) => `${name}@${ip.slice(7)}${pub ? `/${pub.slice(10)}` : ''}${enabled === false ? '!' : ''}`).join(' ')}] ${unmanaged} ${String(firewall.trust)}`;

/** A server goes from one file of the PBX to the other, which is deployed first. */
async function handOver(from: Scene, to: Scene, told: string[]): Promise<void> {
  const one = pick(from, from.file.servers);
  if (!one || to.file.servers.some(({ name, role }) => name === one.name || (role === one.role && role === 'im')))
    return;
  if (one.role === 'im' || one.role === 'dataflow') return;
  from.file.servers = from.file.servers.filter((other) => other !== one);
  to.file.servers.push(one);
  told.push(`${one.name} goes from ${from.file.name} to ${to.file.name}`);
  await run(to, told, {});
  from.world.handOver({ ...one, address: one.private_ip }, from.file.name, to.file.name);
}

/** A server moves, or gets other values, the run that is to do it does not get through, and then its file may say something else. */
async function halfWay(scene: Scene, told: string[]): Promise<void> {
  const { random } = scene;
  const before = structuredClone(pick(scene, scene.file.servers));
  if (!before) return;
  const change = (name: string, happen: (one: ServerText) => void) => {
    const one = scene.file.servers.find((each) => each.name === before.name);
    if (one) event(scene, [[name, () => happen(one)]], told);
  };
  if (random() < 0.3) {
    change('another data path', (one) => (one.data_path = one.data_path === '/data' ? '/srv' : '/data'));
    return void (await run(scene, told, { script: { index: Math.floor(random() * 3), after: 'configuration' } }));
  }
  change('a server moves', (one) => {
    one.private_ip = newHost(scene);
    delete one.public_ip;
  });
  const fault: Faults =
    random() < 0.5
      ? { script: { index: Math.floor(random() * 5), after: 'all' } }
      : { killedAfter: Math.floor(random() * 20) };
  await run(scene, told, fault);
  const [name, happen] = pick(scene, Object.entries(AFTER_HALF_A_MOVE)) ?? [];
  if (name !== undefined) change(name, (one) => happen?.(scene, one, before));
}

/** A server comes whose host does not answer, somebody lets it in by hand, and it is not wanted any more. */
async function unseen(scene: Scene, told: string[]): Promise<void> {
  const made = newServer(scene, pick(scene, ['media', 'queue', 'meeting'] as const) ?? 'media');
  const machine = scene.world.machineAt(made?.private_ip);
  if (!made || !machine) return;
  machine.down = true;
  scene.file.servers.push(made);
  told.push(`${scene.file.name}: ${made.name} comes at ${made.private_ip}, which does not answer`);
  await run(scene, told, {});
  letIn(scene.world, made.private_ip);
  scene.file.servers = scene.file.servers.filter((one) => one !== made);
  told.push(`somebody lets in ${made.private_ip}, and ${made.name} is no more in the file`);
  await run(scene, told, {});
}

/** A server goes to the machine of another, which cannot go to its new one: somebody has that in the portal. */
async function placeTaken(scene: Scene, told: string[]): Promise<void> {
  const { world, file } = scene;
  const one = pick(scene, file.servers);
  const other = file.servers.find(({ role, name }) => role === one?.role && name !== one.name);
  if (!one || !other || !isListedRole(one.role)) return;
  const address = newHost(scene);
  const id = world.createEntry({ role: one.role, name: `at-${address}`, enabled: false, privateIp: address }, PEOPLE);
  place(one, other.private_ip, other.public_ip);
  place(other, address, undefined);
  told.push(
    `${file.name}: ${one.name} takes the machine of ${other.name}, whose new one, ${address}, somebody has in the portal`,
  );
  await settled(scene, told);
  world.destroyEntry(id, {});
}

/** Whatever the portal has that nobody needs is to go, and it has a server at the PBX's own address. */
async function atThePbx(scene: Scene, told: string[]): Promise<void> {
  const { world, file } = scene;
  const { unmanaged_servers: before } = file;
  try {
    world.createEntry({ role: 'media', name: 'at-the-pbx', enabled: false, privateIp: PBX }, PEOPLE);
  } catch {
    return;
  }
  file.unmanaged_servers = 'remove';
  told.push(`${file.name}: removes what it does not have, with a server at the PBX's address`);
  await run(scene, told, {});
  file.unmanaged_servers = before;
}

/** The cluster gets another name, a server goes, and the record by the former name with it. */
async function renamedFirst(scene: Scene, told: string[]): Promise<void> {
  const { world, file } = scene;
  const one = pick(scene, file.servers);
  if (!one || !world.records.has(file.name)) return;
  renameTo(scene, `${file.name}y`.slice(0, 20), told);
  await run(scene, told, {});
  scene.file.servers = scene.file.servers.filter((other) => other !== one);
  told.push(`${file.name}: ${one.name} goes`);
  await run(scene, told, {});
  for (const name of world.records.keys()) if (!world.files.has(name)) world.records.delete(name);
  told.push('the records of cluster files that are no more are deleted');
}

/** The cluster gets another name: only what its servers have is known to be ours, by the record of before. */
function rename(scene: Scene, told: string[]): void {
  if (scene.random() < 0.7) return;
  renameTo(scene, `${scene.file.name}x`.slice(0, 20), told);
}

function renameTo(scene: Scene, name: string, told: string[]): void {
  const old = scene.file.name;
  scene.world.files.delete(old);
  scene.world.disown();
  scene.file.name = name;
  for (const one of scene.file.servers) scene.world.handOver({ ...one, address: one.private_ip }, old, scene.file.name);
  told.push(`the cluster is called ${scene.file.name} now`);
}

function faults(scene: Scene, withPeople: boolean): Faults {
  const { random } = scene;
  const roll = random();
  const after = (['nothing', 'configuration', 'removal', 'all'] as const)[Math.floor(random() * 4)] ?? 'all';
  if (roll < 0.25) return { script: { index: Math.floor(random() * 4), after } };
  if (roll < 0.5) return { killedAfter: Math.floor(random() * 12) };
  return roll < 0.65 && withPeople ? { meanwhile: () => meanwhile(scene) } : {};
}

const saidOf = ({ meanwhile: people, ...fault }: Faults) =>
  JSON.stringify({ ...fault, ...(people && { meanwhile: true }) });

interface Ran {
  cluster: Cluster;
  plan: Plan;
  made: Set<string>;
  taken: Set<string>;
  /** Ids of what was not even begun */
  waits: Set<string>;
  /** What went wrong, in words */
  failed: string[];
}

async function run(scene: Scene, told: string[], fault: Faults): Promise<Ran | undefined> {
  const { world } = scene;
  const { cluster, problems } = parsed(scene.file);
  if (!cluster) {
    told.push(`${scene.file.name}: not a cluster file: ${problems.map(({ message }) => message).join('; ')}`);
    return undefined;
  }
  world.deployed(cluster);
  world.begin();
  let plan: Plan | undefined;
  let waits = new Set<string>();
  const failed: string[] = [];
  try {
    const session = openTo(world, cluster, fault);
    const { result } = await deploy(session, { ...DEFAULT_OPTIONS }, 8, (made) => {
      plan = made;
      return Promise.resolve(true);
    });
    if (result.kind === 'deploy') {
      waits = new Set(result.skipped.map(({ change }) => change.id));
      failed.push(...result.failed.map(({ change, message }) => `${change.id}: ${message}`));
      told.push(
        `${cluster.name}: deploy ${saidOf(fault)}: done ${result.done.map(({ change }) => `${change.action} ${change.id}`).join(', ')}; failed ${result.failed.map(({ change, message }) => `${change.id}: ${message}`).join(', ')}; skipped ${result.skipped.map(({ change, skip }) => `${change.id}: ${skipReason(skip)}`).join(', ')}; ${result.plan.warnings
          .filter(isBlocking)
          .map(({ code, server }) => `${code} ${server}`)
          .join(', ')}`,
      );
    }
  } catch (error) {
    told.push(`${cluster.name}: deploy ${saidOf(fault)} ended with ${String(error)}`);
    if (fault.killedAfter === undefined)
      world.violations.push({
        rule: 'crash',
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
  if (fault.killedAfter === undefined) world.killed.delete(cluster.name);
  else world.killed.add(cluster.name);
  // What it waits for goes with what its record says it has.
  if (plan && world.wrote) {
    const twice = plan.warnings.flatMap(({ code, server }) => (code === 'listed-twice' && server ? [server] : []));
    world.waiting.set(cluster.name, new Set(twice));
  }
  impacts(world, plan);
  shutOuts(world, plan);
  return plan && { cluster, plan, made: new Set(world.made), taken: new Set(world.taken), waits, failed };
}

/**
 * What had calls as the run began and was stopped by it, the plan must have said that callers notice. Calls that nobody could
 * count may end as it is stopped, in all the time that there is, where the plan said that calls in progress may.
 */
function impacts(world: World, plan: Plan | undefined): void {
  const changes = plan?.changes ?? [];
  for (const { machine, name, carried, graceful, cut } of world.stopped) {
    const is = (address: string | undefined) => address !== undefined && machine.addresses.includes(address);
    const here = changes.filter((change) => addressesOf(change).some(is));
    if (cut !== undefined && !(graceful && here.some(({ impact }) => impact === 'active-calls')))
      world.violations.push({ rule: 'call-cut', what: cut });
    if (carried && here.every(({ impact }) => impact === 'none'))
      world.violations.push({
        rule: 'impact',
        what: `${name} on ${machine.addresses[0]} was stopped with calls, and no change says so`,
      });
  }
}

/** Who took calls and was shut out by a run, the plan must have named. */
function shutOuts(world: World, plan: Plan | undefined): void {
  const told = (plan?.warnings ?? []).filter(({ code }) => code === 'shuts-out');
  for (const name of world.shutOut)
    if (!told.some(({ message }) => message.includes(`"${name}"`)))
      world.violations.push({ rule: 'shut-out', what: `${name} took calls, and no warning names it` });
}

function addressesOf(change: Change): (string | undefined)[] {
  switch (change.kind) {
    case 'role':
      return [change.wanted.address, change.leaves?.from.address];
    case 'role-removal':
      return [change.from.address];
    case 'server-restart':
      return [change.wanted.address];
    default:
      return [];
  }
}

/** Nothing happens, and the cluster is deployed twice: then there is nothing left to do, or a person has to. */
async function settled(scene: Scene, told: string[]): Promise<void> {
  const { world } = scene;
  const { longCalls } = world;
  world.longCalls = false;
  world.at += 7_200_000;
  const one = await run(scene, told, {});
  const two = await run(scene, told, {});
  world.longCalls = longCalls;
  if (!one || !two) return;
  for (const what of [...one.failed, ...two.failed]) world.violations.push({ rule: 'failed', what });
  const against = [...two.taken]
    .filter((what) => one.made.has(what))
    .concat([...two.made].filter((what) => one.taken.has(what)));
  if (against.length > 0) world.violations.push({ rule: 'contradiction', what: against.join(', ') });
  const { live } = await observe(openTo(world, two.cluster), { outside: false });
  const { changes, warnings } = makePlan(two.cluster, live);
  const blocked = warnings.some(isBlocking);
  // The built-in server stands in for those that the PBX does not see, which is told.
  const isTold = new Set(
    changes.flatMap(({ id, kind }) =>
      kind === 'built-in-off' && warnings.some(({ code }) => code === 'offline') ? [id] : [],
    ),
  );
  // What waits for something that is blocked, or told so, is told with that, and it is for a person.
  for (const change of changes) {
    const first = [...change.needs, ...('oneOf' in change ? (change.oneOf ?? []) : [])];
    // A restart that servers bring along, also where it has just been as it was owed
    const isBrought = change.kind === 'load-balancer-restart' && first.length > 0;
    const waits = blocked && (two.waits.has(change.id) || (isBrought && first.every((id) => two.waits.has(id))));
    if (waits || ((two.waits.has(change.id) || isBrought) && first.some((id) => isTold.has(id)))) isTold.add(change.id);
  }
  const left = changes.filter(({ id }) => !isTold.has(id));
  if (left.length > 0)
    world.violations.push({ rule: 'not-settled', what: left.map(({ action, id }) => `${action} ${id}`).join(', ') });
  // What a cluster put there goes with its server, or a person is told why it stays.
  const handedOver = warnings.some(({ code }) => code === 'handed-over');
  const forgotten = blocked || handedOver || changes.length > 0 ? [] : world.forgotten(two.cluster);
  const stale = blocked || changes.length > 0 ? [] : world.stale(two.cluster);
  if (stale.length > 0) world.violations.push({ rule: 'stale', what: stale.join(', ') });
  if (forgotten.length > 0) world.violations.push({ rule: 'forgotten', what: forgotten.join(', ') });
  // What the record knows to be ours is never said to be somebody else's.
  const { record } = live;
  for (const { code, message } of warnings) {
    const said =
      code === 'address-taken' &&
      Object.keys(record?.servers ?? {}).find((name) => message.includes(`as "${name}", which this project`));
    if (said) world.violations.push({ rule: 'contradiction', what: message });
  }
}
