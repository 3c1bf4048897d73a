import { randomUUID } from 'node:crypto';
import { hostCidr } from '../../../src/cluster/addresses';
import { collectionOf, LISTED_ROLES, ROLES, type ListedRole, type Role } from '../../../src/cluster/roles';
import { argsOf, configOf } from './session';
import { isListedRole, PBX, PEOPLE, type Machine, type World } from './world';

/* What people do to a cluster in the course of years: to its file, in the portal, on its hosts. */

export interface ServerText {
  name: string;
  role: Role;
  private_ip: string;
  public_ip?: string;
  enabled?: boolean;
  image?: string;
  data_path?: string;
  max_call_sessions?: number;
}

/** A cluster file */
export interface FileText {
  version: 1;
  name: string;
  image: string;
  pbx: { private_ip: string };
  firewall: { trust: 'servers' | string[] };
  built_in_servers: 'disabled' | 'keep';
  unmanaged_servers: 'report' | 'remove';
  restart: { drain_timeout: string; after_scale_out: 'all' | 'load-balancer' | 'none'; max_unavailable: number };
  servers: ServerText[];
}

export interface Scene {
  world: World;
  /** The file of the cluster at hand */
  file: FileText;
  /** As it was before, in order */
  before: FileText[];
  random: () => number;
}

export function pick<T>({ random }: Pick<Scene, 'random'>, things: readonly T[]): T | undefined {
  return things[Math.floor(random() * things.length)];
}

const ROLES_OF_YEARS: readonly Role[] = ['media', 'media', 'queue', 'queue', 'meeting', 'ivr', 'im', 'dataflow'];

/** An address that no machine has; with a machine if it is to be one. */
function freeAddress({ world, random }: Scene): string {
  for (;;) {
    const address = `10.0.0.${10 + Math.floor(random() * 60)}`;
    if (!world.machineAt(address)) return address;
  }
}

function publicOf(address: string): string {
  return `203.0.113.${address.split('.').at(-1)}`;
}

export function newHost(scene: Scene): string {
  const address = freeAddress(scene);
  scene.world.add(address, publicOf(address));
  return address;
}

export function newServer(scene: Scene, role: Role): ServerText | undefined {
  const { file } = scene;
  if (ROLES[role].single && file.servers.some((one) => one.role === role)) return undefined;
  const free = [1, 2, 3, 4, 5, 6]
    .map((n) => `${role}-${n}`)
    .filter((name) => file.servers.every((one) => one.name !== name));
  const name = pick(scene, free);
  if (name === undefined) return undefined;
  const private_ip = newHost(scene);
  return {
    name,
    role,
    private_ip,
    ...(hasPublic(role) && scene.random() < 0.5 && { public_ip: publicOf(private_ip) }),
  };
}

/** Whether the cluster file may say where people reach it. */
function hasPublic(role: Role): boolean {
  return !isListedRole(role) || collectionOf(role).publicAddress;
}

export type Event = (scene: Scene) => void;

const server = (scene: Scene) => pick(scene, scene.file.servers);
const machineOf = ({ world }: Scene, one: ServerText | undefined): Machine | undefined =>
  world.machineAt(one?.private_ip);
const entryOf = ({ world }: Scene, one: ServerText | undefined) =>
  one && isListedRole(one.role) ? world.entry(one.role, one.name) : undefined;

/** A script that somebody runs by hand */
function byHand({ world }: Scene, machine: Machine | undefined, role: Role, name: string, pbx: string): void {
  if (!machine || machine.down || machine.dockerHangs || machine === world.main) return;
  const option = new Map([
    ['-p', '/var/lib/portsip'],
    ['-a', machine.addresses[0] ?? ''],
    ['-x', pbx],
    ['-i', 'portsip/pbx:22'],
    ...(isListedRole(role) ? [['-n', name] as const] : []),
    ...(role === 'im' ? [['-E', ''] as const, ['-t', 'some-token'] as const] : []),
  ]);
  machine.configs.set(role, configOf(role, option));
  world.putBox(machine, role, 'portsip/pbx:22', argsOf(option), {});
}

export function place(one: ServerText, address: string, publicAddress: string | undefined): void {
  one.private_ip = address;
  if (publicAddress === undefined || !hasPublic(one.role)) delete one.public_ip;
  else one.public_ip = publicAddress;
}

function exchange([one, other]: (ServerText | undefined)[]): void {
  if (!one || !other || one === other) return;
  const { private_ip: address, public_ip: publicAddress } = one;
  place(one, other.private_ip, other.public_ip);
  place(other, address, publicAddress);
}

/** New ones come last, here and below: what a seed plays depends on which there are. */
export const FILE_EVENTS: Readonly<Record<string, Event>> = {
  'a server comes': (scene) => {
    const made = newServer(scene, pick(scene, ROLES_OF_YEARS) ?? 'media');
    if (made) scene.file.servers.push(made);
  },
  'a server goes': (scene) => {
    const gone = server(scene);
    scene.file.servers = scene.file.servers.filter((one) => one !== gone);
  },
  'a server is renamed': (scene) => {
    const one = server(scene);
    if (one) one.name = `${one.role}-${1 + Math.floor(scene.random() * 9)}`;
  },
  'a server moves': (scene) => {
    const one = server(scene);
    if (!one) return;
    one.private_ip = newHost(scene);
    if (one.public_ip !== undefined) one.public_ip = publicOf(one.private_ip);
  },
  'a server moves with its public address': (scene) => {
    const one = server(scene);
    const old = machineOf(scene, one);
    if (!one?.public_ip || !old) return;
    const address = newHost(scene);
    const made = scene.world.machineAt(address);
    old.addresses = old.addresses.filter((ip) => ip !== one.public_ip);
    made?.addresses.splice(1, Infinity, one.public_ip);
    one.private_ip = address;
  },
  'a server is replaced by one of another name, with its public address': (scene) => {
    const one = server(scene);
    const old = machineOf(scene, one);
    if (!one || !old || ROLES[one.role].single) return;
    const made = newServer(scene, one.role);
    const machine = machineOf(scene, made);
    if (!made || !machine) return;
    if (one.public_ip !== undefined) {
      old.addresses = old.addresses.filter((ip) => ip !== one.public_ip);
      machine.addresses.splice(1, Infinity, one.public_ip);
      made.public_ip = one.public_ip;
    }
    scene.file.servers = [...scene.file.servers.filter((other) => other !== one), made];
  },
  'a server takes the place of another': (scene) => {
    const [one, other] = [server(scene), server(scene)];
    if (!one || !other || one === other) return;
    scene.file.servers = scene.file.servers.filter((each) => each !== other);
    one.private_ip = other.private_ip;
    if (other.public_ip === undefined || !hasPublic(one.role)) delete one.public_ip;
    else one.public_ip = other.public_ip;
  },
  'a server is disabled or enabled': (scene) => {
    const one = server(scene);
    if (one && isListedRole(one.role)) one.enabled = one.enabled === false;
  },
  'other values': (scene) => {
    const one = server(scene);
    if (!one) return;
    const roll = scene.random();
    if (roll < 0.4) one.data_path = one.data_path === '/data' ? '/srv' : '/data';
    else if (roll < 0.6 && one.role === 'media') one.max_call_sessions = 100 + Math.floor(scene.random() * 9);
    else scene.file.image = scene.file.image === 'portsip/pbx:22' ? 'portsip/pbx:22.7' : 'portsip/pbx:22';
  },
  'another public address': (scene) => {
    const one = server(scene);
    if (!one || !hasPublic(one.role)) return;
    if (one.public_ip === undefined) one.public_ip = publicOf(one.private_ip);
    else delete one.public_ip;
  },
  'other trust': ({ file }) => {
    file.firewall.trust = file.firewall.trust === 'servers' ? ['10.0.0.0/24'] : 'servers';
  },
  'unmanaged servers are removed, or not': ({ file }) => {
    file.unmanaged_servers = file.unmanaged_servers === 'remove' ? 'report' : 'remove';
  },
  'the file of before comes back': (scene) => {
    const old = pick(scene, scene.before);
    if (old) scene.file = structuredClone({ ...old, name: scene.file.name });
  },
  'two servers exchange their machines': (scene) => exchange([server(scene), server(scene)]),
  'a server goes to the machine of another, which goes to a new one': (scene) => {
    const [one, other] = [server(scene), server(scene)];
    if (!one || !other || one === other) return;
    place(one, other.private_ip, other.public_ip);
    const address = newHost(scene);
    place(other, address, other.public_ip && publicOf(address));
  },
  'a server goes, on whose machine somebody has put another role': (scene) => {
    const one = server(scene);
    const role = pick(scene, LISTED_ROLES);
    if (!one || !role || role === one.role) return;
    byHand(scene, machineOf(scene, one), role, `also-${role}`, PBX);
    scene.file.servers = scene.file.servers.filter((other) => other !== one);
  },
  'a machine gets one more address, by which its server goes, perhaps by another name': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    if (!one || !machine || machine === scene.world.main) return;
    one.private_ip = freeAddress(scene);
    machine.addresses.unshift(one.private_ip);
    // By its new address the PBX does not see it, and gives its calls to others.
    for (const box of machine.boxes.values()) box.callsUntil = 0;
    if (scene.random() < 0.5) one.name = `${one.role}-${1 + Math.floor(scene.random() * 9)}`;
  },
  'two servers of the file are one machine': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    if (!one || !machine || machine === scene.world.main) return;
    const made = newServer(scene, one.role);
    if (!made) return;
    const blank = scene.world.machineAt(made.private_ip);
    scene.world.machines = scene.world.machines.filter((other) => other !== blank);
    machine.addresses.push(made.private_ip);
    delete made.public_ip;
    scene.file.servers.push(made);
  },
  'a server goes or moves while nobody sees what its machine runs': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    if (!one || !machine || machine === scene.world.main) return;
    if (scene.random() < 0.5) machine.down = true;
    else machine.dockerHangs = true;
    if (scene.random() < 0.5) scene.file.servers = scene.file.servers.filter((other) => other !== one);
    else place(one, newHost(scene), undefined);
  },
};

/** While a run drains: a machine that a server is to leave is given to another PBX. */
export function meanwhile(scene: Scene): void {
  const { world, file } = scene;
  const leaving = world.machines.filter(({ addresses, boxes }) =>
    [...boxes.values()].some(
      ({ by }) => by === file.name && file.servers.every((one) => !addresses.includes(one.private_ip)),
    ),
  );
  const machine = pick(scene, leaving);
  const role = machine && LISTED_ROLES.find((one) => machine.boxes.has(ROLES[one].container));
  if (role) byHand(scene, machine, role, 'theirs', '10.9.9.9');
}

/** What becomes of a server whose move a run did not get through with. */
export const AFTER_HALF_A_MOVE: Readonly<Record<string, (scene: Scene, one: ServerText, before: ServerText) => void>> =
  {
    'it moves on': (scene, one) => place(one, newHost(scene), undefined),
    'it comes back': (_, one, before) => place(one, before.private_ip, before.public_ip),
    'it gets another name there': (scene, one) => (one.name = `${one.role}-${1 + Math.floor(scene.random() * 9)}`),
    'it goes': (scene, one) => (scene.file.servers = scene.file.servers.filter((other) => other !== one)),
  };

export const EVENTS: Readonly<Record<string, Event>> = {
  'somebody disables or enables a server': (scene) => {
    scene.world.tick();
    const entry = entryOf(scene, server(scene));
    if (entry) entry.enabled = !entry.enabled;
  },
  'somebody deletes an entry': (scene) => {
    const entry = entryOf(scene, server(scene));
    if (entry) scene.world.destroyEntry(entry.id, {});
  },
  'somebody registers a server by another name': (scene) => {
    const one = server(scene);
    const entry = entryOf(scene, one);
    if (!one || !entry || scene.world.entry(entry.role, 'by-hand')) return;
    scene.world.destroyEntry(entry.id, {});
    const { id: _, by: __, type: ___, ...rest } = entry;
    scene.world.createEntry({ ...rest, name: 'by-hand' }, PEOPLE);
  },
  'somebody registers the machine of a server once more, by its public address, and runs it by that name': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    const address = machine?.addresses[1];
    if (!one || !isListedRole(one.role) || !address) return;
    try {
      scene.world.createEntry({ role: one.role, name: `${one.role}-alive`, enabled: true, publicIp: address }, PEOPLE);
    } catch {
      return;
    }
    if (scene.random() < 0.7) byHand(scene, machine, one.role, `${one.role}-alive`, PBX);
  },
  'a stale entry': (scene) => {
    const role = pick(scene, LISTED_ROLES) ?? 'media';
    const machine = pick(scene, scene.world.machines);
    const address = scene.random() < 0.3 ? PBX : machine?.addresses[scene.random() < 0.5 ? 0 : 1];
    try {
      if (address !== undefined)
        scene.world.createEntry(
          {
            role,
            name: `stale-${role}`,
            enabled: scene.random() < 0.5,
            ...(address.startsWith('203') ? { publicIp: address } : { privateIp: address }),
          },
          PEOPLE,
        );
    } catch {
      // The portal refused it.
    }
  },
  'a server of others, with calls': (scene) => {
    const role = pick(scene, LISTED_ROLES) ?? 'queue';
    const address = newHost(scene);
    try {
      scene.world.createEntry({ role, name: `theirs-${address}`, enabled: true, privateIp: address }, PEOPLE);
    } catch {
      return;
    }
    byHand(scene, scene.world.machineAt(address), role, `theirs-${address}`, PBX);
  },
  'somebody deletes a whitelist entry': (scene) => {
    const filter = pick(scene, scene.world.filters);
    if (filter) scene.world.destroyFilter(filter.id, {});
  },
  'somebody denies an address, long ago': (scene) => {
    const one = server(scene);
    const { filters } = scene.world;
    if (!one || filters.some(({ cidr }) => cidr === hostCidr(one.private_ip))) return;
    filters.push({
      id: scene.world.id(),
      cidr: hostCidr(one.private_ip),
      target: 'DENY',
      expireAt: '2020-01-01T00:00:00Z',
      by: PEOPLE,
    });
  },
  'somebody whitelists an address for a while': (scene) => {
    const one = server(scene);
    const { filters } = scene.world;
    if (!one || filters.some(({ cidr }) => cidr === hostCidr(one.private_ip))) return;
    filters.push({
      id: scene.world.id(),
      cidr: hostCidr(one.private_ip),
      target: 'ACCEPT',
      expireAt: '2026-01-10T00:00:00Z',
      description: 'by hand',
      by: PEOPLE,
    });
  },
  'a container is removed by hand': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    if (one && machine && machine !== scene.world.main) scene.world.removeBox(machine, one.role, {});
  },
  'a container is stopped': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    if (one && machine && machine !== scene.world.main) scene.world.stopBox(machine, one.role, {});
  },
  'a script is run by hand with other values': (scene) => {
    const one = server(scene);
    if (one) byHand(scene, machineOf(scene, one), one.role, scene.random() < 0.5 ? one.name : 'by-hand', PBX);
  },
  'a machine is given to another PBX': (scene) => {
    const machine = pick(scene, scene.world.machines);
    if (!machine) return;
    const found = LISTED_ROLES.find((role) => machine.boxes.has(ROLES[role].container));
    byHand(scene, machine, found ?? 'media', 'theirs', '10.9.9.9');
  },
  'another role is put on a machine': (scene) => {
    const role: ListedRole = pick(scene, LISTED_ROLES) ?? 'queue';
    const machine = pick(scene, scene.world.machines);
    if (machine && !machine.boxes.has(ROLES[role].container)) byHand(scene, machine, role, `also-${role}`, PBX);
  },
  'a host is installed anew': (scene) => {
    const machine = machineOf(scene, server(scene));
    if (!machine || machine === scene.world.main) return;
    machine.boxes.clear();
    machine.configs.clear();
    machine.boot = randomUUID();
  },
  'a host goes down': (scene) => {
    const machine = machineOf(scene, server(scene));
    if (machine && machine !== scene.world.main) machine.down = true;
  },
  'all hosts come up': ({ world }) => {
    for (const machine of world.machines) Object.assign(machine, { down: false, dockerHangs: false });
  },
  'Docker hangs': (scene) => {
    const machine = machineOf(scene, server(scene));
    if (machine && machine !== scene.world.main) machine.dockerHangs = true;
  },
  'a machine gets another address': (scene) => {
    const one = server(scene);
    const machine = machineOf(scene, one);
    if (!one || !machine || machine === scene.world.main) return;
    const address = freeAddress(scene);
    machine.addresses[0] = address;
    // What callers send goes where it was.
    for (const box of machine.boxes.values()) box.callsUntil = 0;
    one.private_ip = address;
  },
  'a record is lost': (scene) => {
    if (scene.random() < 0.3) scene.world.loseRecord(scene.file.name);
  },
  'calls that do not end': ({ world }) => {
    world.longCalls = true;
  },
  'calls that end': ({ world }) => {
    world.longCalls = false;
    world.at += 3_600_000;
  },
  'the records of cluster files that are no more are deleted': ({ world }) => {
    // Once what they say is taken over.
    if ([...world.files.keys()].every((name) => world.records.has(name)))
      for (const name of world.records.keys()) if (!world.files.has(name)) world.records.delete(name);
  },
  'somebody lets in an address': (scene) => {
    const { world } = scene;
    const address = pick(scene, world.machines)?.addresses[0];
    if (address !== undefined) letIn(world, address);
  },
};

/** By hand, with nothing that says by whom: what a cluster was about to let in is its own, to whoever looks. */
export function letIn(world: World, address: string): void {
  if (!world.trusts(address)) {
    world.setSource(address, true, {});
    world.sources.set(address, world.claimant('firewall', address) ?? PEOPLE);
  }
  const cidr = hostCidr(address);
  if (world.filters.every((one) => one.cidr !== cidr))
    world.filters.push({ id: world.id(), cidr, target: 'ACCEPT', by: world.claimant('whitelist', cidr) ?? PEOPLE });
}
