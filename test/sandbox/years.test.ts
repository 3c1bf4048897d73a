import { rmSync } from 'node:fs';
import { ROLES, type ListedRole } from '../../src/cluster/roles';
import { DEFAULT_OPTIONS, runStages } from '../../src/deploy/run';
import { isBlocking } from '../../src/finding';
import type { ClusterFile, SandboxHost } from '../../src/sandbox/index';
import { addressesOf, addressField, blankServer, newId, type StoredServer } from '../../src/sandbox/pbx/state';
import { ran, startBench, type Bench, type Edit, type Ran } from './cluster';
import { generator } from './random';

/*
 * Years of a cluster as in test/unit/years, fewer and with fewer events, but with SSH, control scripts, firewalld and REST in them.
 * SANDBOX_YEARS says how many, SEED with which of them to begin.
 */
const COUNT = Number(process.env['SANDBOX_YEARS'] ?? 3);
const FIRST = Number(process.env['SEED'] ?? 1);
const STEPS = 5;

jest.setTimeout(300_000);

const PBX = '192.168.1.20';
/** Prepared machines; each has a second address that people outside would use. */
const MACHINES = [1, 2, 3, 4, 5, 6].map((number) => ({
  name: `machine-${number}`,
  address: `192.168.1.3${number}`,
  publicAddress: `203.0.113.3${number}`,
}));
/** Put there by people before anything else, and nobody else's to take away */
const THEIRS = { source: '10.77.0.0/24', filter: '10.78.0.1/32' };

interface ServerText {
  name: string;
  role: ListedRole;
  private_ip: string;
  enabled?: boolean;
  data_path?: string;
}

interface Scene {
  bench: Bench;
  random: () => number;
  servers: ServerText[];
  unmanaged: 'report' | 'remove';
  told: string[];
  wrong: string[];
}

function pick<T>({ random }: Pick<Scene, 'random'>, things: readonly T[]): T | undefined {
  return things[Math.floor(random() * things.length)];
}

const stateOf = ({ bench }: Scene) => bench.sandbox.pbx.state;
const hostAt = ({ bench }: Scene, address: string | undefined): SandboxHost | undefined =>
  bench.sandbox.hosts().find((host) => host.address === address);
const entryOf = (scene: Scene, one: ServerText | undefined) =>
  one && stateOf(scene).servers[one.role].find(({ name, type }) => name === one.name && type === 'EXTERNAL');
const free = (scene: Scene) =>
  pick(
    scene,
    MACHINES.filter(
      ({ address }) =>
        scene.servers.every((one) => one.private_ip !== address) && hostAt(scene, address)?.containers().length === 0,
    ),
  );
const told = (args: readonly string[], flag: string) => args[args.indexOf(flag) + 1];

/** A control script that somebody runs on a machine */
async function byHand(host: SandboxHost | undefined, role: ListedRole, words: string): Promise<void> {
  if (!host || host.isDown) return;
  await host.shell(`cd /opt/portsip && /bin/sh cluster_ctl.sh ${words} -s ${ROLES[role].service}`);
}

function register(scene: Scene, role: ListedRole, name: string, address: string): void {
  const { servers } = stateOf(scene);
  if (servers[role].some((one) => one.name === name || addressesOf(one).includes(address))) return;
  const entry: StoredServer = {
    id: newId(stateOf(scene)),
    name,
    type: 'EXTERNAL',
    enabled: true,
    ...blankServer(role),
  };
  servers[role].push({ ...entry, [addressField(role)]: address });
}

const EVENTS: Readonly<Record<string, (scene: Scene) => void | Promise<void>>> = {
  'a server comes': (scene) => {
    const [role, machine] = [pick(scene, ['media', 'queue'] as const), free(scene)];
    const name = pick(
      scene,
      [1, 2, 3, 4]
        .map((number) => `${role}-${number}`)
        .filter((one) => scene.servers.every((have) => have.name !== one)),
    );
    if (role && machine && name) scene.servers.push({ name, role, private_ip: machine.address });
  },
  'a server goes': (scene) => {
    const gone = pick(scene, scene.servers);
    scene.servers = scene.servers.filter((one) => one !== gone);
  },
  'a server is renamed': (scene) => {
    const one = pick(scene, scene.servers);
    const name = `${one?.role}-${5 + Math.floor(scene.random() * 4)}`;
    if (one && scene.servers.every((have) => have.name !== name)) one.name = name;
  },
  'a server moves': (scene) => {
    const [one, machine] = [pick(scene, scene.servers), free(scene)];
    if (one && machine) one.private_ip = machine.address;
  },
  'two servers exchange their machines': (scene) => {
    const one = pick(scene, scene.servers);
    const other = pick(
      scene,
      scene.servers.filter(({ role, name }) => role === one?.role && name !== one.name),
    );
    if (one && other) [one.private_ip, other.private_ip] = [other.private_ip, one.private_ip];
  },
  'a server takes the place of another': (scene) => {
    const [one, other] = [pick(scene, scene.servers), pick(scene, scene.servers)];
    if (!one || !other || one === other) return;
    scene.servers = scene.servers.filter((each) => each !== other);
    one.private_ip = other.private_ip;
  },
  'a server is disabled or enabled': (scene) => {
    const one = pick(scene, scene.servers);
    if (one) one.enabled = one.enabled === false;
  },
  'other values': (scene) => {
    const one = pick(scene, scene.servers);
    if (one) one.data_path = one.data_path === '/data' ? '/srv' : '/data';
  },
  'unmanaged servers are removed, or not': (scene) => {
    scene.unmanaged = scene.unmanaged === 'remove' ? 'report' : 'remove';
  },
  'somebody disables or enables a server': (scene) => {
    const entry = entryOf(scene, pick(scene, scene.servers));
    if (entry) entry.enabled = !entry.enabled;
  },
  'somebody deletes an entry': (scene) => {
    const one = pick(scene, scene.servers);
    const entry = entryOf(scene, one);
    const { servers } = stateOf(scene);
    if (one) servers[one.role] = servers[one.role].filter((each) => each !== entry);
  },
  'somebody registers a server by another name': (scene) => {
    const entry = entryOf(scene, pick(scene, scene.servers));
    if (entry) entry.name = 'by-hand';
  },
  'somebody registers a machine once more, by its public address': (scene) => {
    const one = pick(scene, scene.servers);
    const machine = MACHINES.find(({ address }) => address === one?.private_ip);
    if (one && machine) register(scene, one.role, `${one.role}-alive`, machine.publicAddress);
  },
  "a stale entry, with the PBX's own address or a machine's": (scene) => {
    const address = scene.random() < 0.4 ? PBX : pick(scene, MACHINES)?.address;
    if (address) register(scene, pick(scene, ['media', 'queue'] as const) ?? 'media', 'stale', address);
  },
  'a container is removed by hand': async (scene) => {
    const one = pick(scene, scene.servers);
    if (one) await byHand(hostAt(scene, one.private_ip), one.role, 'rm');
  },
  'a container is stopped': async (scene) => {
    const one = pick(scene, scene.servers);
    if (one) await byHand(hostAt(scene, one.private_ip), one.role, 'stop');
  },
  'a machine is given to another PBX': async (scene) => {
    const one = pick(scene, scene.servers);
    if (!one) return;
    const host = hostAt(scene, one.private_ip);
    await byHand(host, one.role, 'rm');
    await byHand(
      host,
      one.role,
      `run -p /var/lib/portsip -a ${one.private_ip} -x 10.9.9.9 -i portsip/pbx:22 -n theirs`,
    );
  },
  'a host is installed anew': (scene) => {
    const host = hostAt(scene, pick(scene, scene.servers)?.private_ip);
    if (!host || host.isDown) return;
    host.down();
    for (const { name } of host.containers())
      rmSync(host.path(`.state/docker/containers/${name}`), { recursive: true, force: true });
    for (const role of ['media', 'queue'] as const) host.remove(`/opt/portsip/${ROLES[role].service}`);
    host.up();
  },
  'a host goes down': (scene) => hostAt(scene, pick(scene, scene.servers)?.private_ip)?.down(),
  'Docker stops': (scene) => {
    const host = hostAt(scene, pick(scene, scene.servers)?.private_ip);
    if (host) host.faults.dockerDown = true;
  },
  'all hosts come up': ({ bench }) => {
    for (const host of bench.sandbox.hosts()) {
      host.up();
      host.faults.dockerDown = false;
    }
  },
  'the record is lost': (scene) => {
    if (scene.random() < 0.3) scene.bench.sandbox.world.main.remove('/var/lib/portsip-cluster/acme.json');
  },
};

const editOf =
  ({ servers, unmanaged }: Scene): Edit =>
  (file: ClusterFile) => {
    file.servers = structuredClone(servers).map((one) => ({ ...one }));
    file['unmanaged_servers'] = unmanaged;
  };

/** What there is: each entry of the portal, container, whitelist entry and trusted source. */
function things(scene: Scene): Set<string> {
  const { bench } = scene;
  const { servers, ipFilters } = stateOf(scene);
  return new Set([
    ...Object.entries(servers).flatMap(([role, list]) =>
      list
        .filter(({ type }) => type === 'EXTERNAL')
        .map((one) => `entry ${role}/${one.name} ${addressesOf(one).join(' ')}`),
    ),
    ...bench.sandbox
      .hosts()
      .flatMap((host) =>
        host
          .containers()
          .map(({ name, args }) => `container ${name} ${host.address} ${told(args, '-a')} ${told(args, '-n')}`),
      ),
    ...ipFilters.map(({ cidr }) => `filter ${cidr}`),
    ...(bench.sandbox.world.main.firewall().permanent['trusted']?.sources ?? []).map((source) => `source ${source}`),
  ]);
}

const minus = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].filter((what) => !other.has(what));

/** What no run may take away, however the file stands. */
function others(scene: Scene, all: ReadonlySet<string>): string[] {
  const ours = new Set(scene.servers.map(({ role, name }) => `entry ${role}/${name}`));
  return [...all].filter((what) => {
    const [kind = '', name = '', , pbx] = what.split(' ');
    if (kind === 'container') return name === 'portsip.callmanager' || pbx === '10.9.9.9';
    if (kind === 'filter') return name === THEIRS.filter;
    if (kind === 'source') return name === THEIRS.source;
    // Theirs by their names, none of which a cluster file has here
    return scene.unmanaged === 'report' && !ours.has(`${kind} ${name}`) && /\/(by-hand|stale|.*-alive)$/.test(name);
  });
}

interface Played extends Ran {
  made: string[];
  taken: string[];
}

async function run(scene: Scene, stopAfter = Infinity): Promise<Played> {
  const { bench, wrong } = scene;
  const { world } = bench.sandbox;
  for (const role of ['media', 'queue'] as const)
    for (const entry of stateOf(scene).servers[role])
      if (entry.type === 'EXTERNAL' && entry.enabled && world.serverStatus(role, entry).status === 'ONLINE')
        world.addCalls(entry.name, 1, 4_000);
  const before = things(scene);
  const cut = world.countCutCalls();
  const cancel = new AbortController();
  const config = bench.config(editOf(scene), { id: `run-${bench.log.length}`, host: 'here' }, cancel.signal);
  let begun = 0;
  const { log } = config;
  const counting: typeof log = {
    ...log,
    change: (told) => {
      log.change(told);
      if (told.state === 'started' && ++begun > stopAfter) cancel.abort();
    },
  };
  const result = ran(await runStages({ ...config, log: counting }, { ...DEFAULT_OPTIONS }));
  const after = things(scene);
  scene.told.push(
    `deploy${stopAfter < Infinity ? ` cancelled after ${stopAfter}` : ''}: done ${result.done.map(({ change: { action, id } }) => `${action} ${id}`).join(', ')}; failed ${result.failed.map(({ change: { id }, message }) => `${id}: ${message}`).join(', ')}; ${result.plan.warnings
      .filter(isBlocking)
      .map(({ code, server }) => `${code} ${server}`)
      .join(', ')}`,
  );
  if (world.countCutCalls() > cut) wrong.push(`call-cut: ${world.countCutCalls() - cut}`);
  for (const what of others(scene, before)) if (!after.has(what)) wrong.push(`not-ours: ${what} is gone`);
  return { ...result, made: minus(after, before), taken: minus(before, after) };
}

/** Nothing happens, and the cluster is deployed twice. */
async function settled(scene: Scene): Promise<void> {
  const [one, two] = [await run(scene), await run(scene)];
  const against = [
    ...two.taken.filter((what) => one.made.includes(what)),
    ...two.made.filter((what) => one.taken.includes(what)),
  ];
  if (against.length > 0) scene.wrong.push(`contradiction: ${against.join(', ')}`);
  const plan = await scene.bench.plan(editOf(scene));
  const blocked = plan.plan.warnings.some(isBlocking);
  const waits = new Set(two.skipped.map(({ change }) => change.id));
  const left = plan.plan.changes.filter(({ id }) => !(blocked && waits.has(id)));
  if (left.length > 0) scene.wrong.push(`not-settled: ${left.map(({ action, id }) => `${action} ${id}`).join(', ')}`);
}

const shown = ({ servers, unmanaged }: Scene) =>
  `[${servers.map(({ name, private_ip: ip, enabled }) => `${name}@${ip.slice(10)}${enabled === false ? '!' : ''}`).join(' ')}] ${unmanaged}`;

async function play(seed: number): Promise<Scene> {
  const topology = { main: { address: PBX }, servers: structuredClone(MACHINES) };
  const bench = await startBench({ topology });
  const scene: Scene = { bench, random: generator(seed), servers: [], unmanaged: 'report', told: [], wrong: [] };
  try {
    for (const [index, role] of (['media', 'media', 'queue'] as const).entries())
      scene.servers.push({ name: `${role}-${index + 1}`, role, private_ip: MACHINES[index]?.address ?? '' });
    await bench.sandbox.world.main.shell(
      `for how in '' --permanent; do firewall-cmd $how --zone=trusted --add-source=${THEIRS.source}; done`,
    );
    stateOf(scene).ipFilters.push({
      id: newId(stateOf(scene)),
      cidr: THEIRS.filter,
      target: 'ACCEPT',
      expire_at: '2099-12-31T23:59:59Z',
      description: 'by hand',
    });
    await run(scene);
    for (let step = 0; step < STEPS && scene.wrong.length === 0; step++) {
      const [name = '', event] = pick(scene, Object.entries(EVENTS)) ?? [];
      await event?.(scene);
      scene.told.push(`${name} ${shown(scene)}`);
      if (scene.random() < 0.5) await run(scene, scene.random() < 0.4 ? Math.floor(scene.random() * 6) : Infinity);
    }
    if (scene.wrong.length === 0) await settled(scene);
    for (const violation of bench.sandbox.pbx.violations) scene.wrong.push(`API: ${violation}`);
    return scene;
  } finally {
    await bench.close();
  }
}

it.each(Array.from({ length: COUNT }, (_, index) => FIRST + index))(
  'SEED=%d cuts no call, takes nothing of others away, settles, and does not contradict itself',
  async (seed) => {
    const { told: history, wrong } = await play(seed);
    expect(wrong.length === 0 ? '' : [...history, ...wrong.map((what) => `=> ${what}`)].join('\n')).toBe('');
  },
);
