import { isOnline } from '../../../src/stages/live';
import { seenContainers } from '../../../src/host/containers';
import fc from 'fast-check';
import { parseCluster } from '../../../src/cluster/load';
import { LISTED_ROLES, ROLES } from '../../../src/cluster/roles';
import { isReachable } from '../../../src/host/reachable';
import type { Cluster, Role } from '../../../src/cluster/types';
import { makePlan } from '../../../src/plan/plan';
import { sorted } from '../../../src/plan/held';
import type { Plan } from '../../../src/plan/types';
import { reason } from './fixture';
import { applied, deployedWorld, NODE, view, TOKEN, type World } from './simulator';

jest.setTimeout(Number(process.env['PROPERTY_RUNS'] ?? 1) > 1 ? 600_000 : 30_000);
const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) };

/* Small worlds, so that what could meet does meet: two names a role, a dozen addresses. */
const LISTED: [string, Role][] = LISTED_ROLES.flatMap((role) =>
  [1, 2, 3].map((n) => [`${role}-${n}`, role] as [string, Role]),
);
const ALL: [string, Role][] = [
  ...LISTED,
  ['im-1', 'im'],
  ['im-2', 'im'],
  ['flow-1', 'dataflow'],
  ['constructor', 'media'],
];
const ADDRESSES = Array.from({ length: 14 }, (_, index) => `10.0.0.${index + 10}`);

const server = fc.record(
  {
    enabled: fc.boolean(),
    image: fc.constantFrom('portsip/pbx:22', 'portsip/pbx:22.7'),
    max_call_sessions: fc.constantFrom(100, 200),
  },
  { requiredKeys: [] },
);
const file = fc
  .record({
    picked: fc.shuffledSubarray(ALL, { maxLength: 8 }),
    addresses: fc.shuffledSubarray(ADDRESSES, { minLength: 8, maxLength: 8 }),
    settings: fc.array(server, { minLength: 8, maxLength: 8 }),
    trust: fc.constantFrom('servers', ['10.0.0.0/24'], ['10.0.0.0/22']),
    builtIn: fc.constantFrom('disabled', 'keep'),
    unmanaged: fc.constantFrom('report', 'report', 'remove'),
    after: fc.constantFrom('all', 'load-balancer', 'none'),
    unavailable: fc.integer({ min: 1, max: 3 }),
    pbxImage: fc.constantFrom(undefined, undefined, 'portsip/pbx:22.7'),
    ha: fc.constantFrom(false, false, true),
  })
  .map(({ picked, addresses, settings, trust, builtIn, unmanaged, after, unavailable, pbxImage, ha }) => {
    const single = new Set<Role>();
    const servers = picked
      .filter(([, role]) => !ROLES[role].single || (!single.has(role) && single.add(role)))
      .map(([name, role], index) => {
        const { max_call_sessions, image, enabled = true } = settings[index] ?? {};
        return {
          name,
          role,
          private_ip: addresses[index],
          ...(image && { image }),
          // The PBX has no switch for IM and Data Flow.
          ...(!enabled && !ROLES[role].single && { enabled }),
          ...(role === 'media' && max_call_sessions && { max_call_sessions }),
        };
      });
    return {
      version: 1,
      name: 'acme',
      image: 'portsip/pbx:22',
      pbx: {
        private_ip: '10.0.0.1',
        ...(ha && { high_availability: { control_node: '10.0.1.1', nodes: ['10.0.1.1', NODE] } }),
        ...(pbxImage && { image: pbxImage }),
      },
      firewall: { trust },
      built_in_servers: builtIn,
      unmanaged_servers: unmanaged,
      restart: { after_scale_out: ha && after === 'load-balancer' ? 'none' : after, max_unavailable: unavailable },
      servers,
    };
  });
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** What may have happened to a cluster since: by number of the server, the role or the address that it happened to. */
const DAMAGE = [
  'entry-gone',
  'entry-disabled',
  'entry-drained',
  'foreign-entry',
  'container-stopped',
  'container-gone',
  'container-image',
  'container-name',
  'source-gone',
  'source-inactive',
  'source-foreign',
  'whitelist-gone',
  'whitelist-expires',
  'record-lost',
  'restart-owed',
  'pbx-restart-owed',
  'built-in-on',
  'built-in-off',
  'token-gone',
  'token-other',
  'host-down',
  'denied',
  'node-source-gone',
  'node-down',
  'nodes-unwell',
  'key-refused',
] as const;
const damage = fc.array(fc.tuple(fc.constantFrom(...DAMAGE), fc.nat(20)), { maxLength: 5 });

/** The next cluster file: another one, or the last one with a few things changed. */
const step = fc.oneof(
  fc.record({ base: file, head: file }),
  file.map((base) => ({ base, head: base })),
  fc.tuple(file, file).map(([base, other]) => ({
    base,
    head: {
      ...base,
      servers: [
        ...base.servers.slice(1),
        ...other.servers
          .slice(0, 2)
          .filter(
            (one) =>
              !base.servers.some(
                (have) => have.name === one.name || have.private_ip === one.private_ip || have.role === one.role,
              ),
          ),
      ],
    },
  })),
  file.map((base) => ({
    base,
    head: {
      ...base,
      servers: base.servers.map((one, index) => (index === 0 ? { ...one, name: `${one.name}b` } : one)),
    },
  })),
  file.map((base) => ({
    base,
    head: {
      ...base,
      servers: base.servers.map((one, index) => (index === 0 ? { ...one, private_ip: '10.0.0.99' } : one)),
    },
  })),
);

function load(text: File): Cluster {
  const { cluster, problems } = parseCluster(JSON.stringify(text), 'cluster.yaml');
  if (!cluster) throw new Error(problems.map(({ message }) => message).join('\n'));
  return cluster;
}

function harm(world: World, cluster: Cluster, what: (typeof DAMAGE)[number], index: number): void {
  const one = cluster.servers[index % Math.max(1, cluster.servers.length)];
  const machine = one && world.machines.get(one.address);
  const container = machine && seenContainers(machine)[0];
  const entries = LISTED_ROLES.flatMap((role) => world.portal[role]);
  const entry = entries.find(({ name }) => name === one?.name);
  const role = LISTED_ROLES[index % 4] ?? 'media';
  const builtIn = world.portal[role].find(({ type }) => type === 'INTERNAL');
  const { record, firewall, node } = world;
  switch (what) {
    case 'entry-gone':
      if (entry) world.portal[entry.role] = world.portal[entry.role].filter(({ id }) => id !== entry.id);
      return;
    case 'entry-disabled':
      if (entry) entry.enabled = false;
      return;
    case 'entry-drained':
      if (entry) entry.enabled = false;
      if (entry && record) record.draining.push(entry.name);
      return;
    case 'foreign-entry':
      world.portal[role].push({
        id: `foreign-${index}`,
        role,
        name: index === 0 ? 'toString' : `foreign-${index}`,
        type: 'EXTERNAL',
        enabled: true,
        privateIp: ADDRESSES[index % ADDRESSES.length] ?? '',
      });
      return;
    case 'container-stopped':
      if (container) container.running = false;
      return;
    case 'container-gone':
      if (machine) machine.containers = [];
      return;
    case 'container-image':
      if (container) container.image = 'portsip/pbx:21';
      return;
    case 'container-name':
      if (container) container.args = container.args.map((arg, at, all) => (all[at - 1] === '-n' ? 'another' : arg));
      return;
    case 'source-gone':
      firewall.permanent.delete([...firewall.permanent][index % 3] ?? '');
      return;
    case 'source-inactive':
      firewall.runtime.delete([...firewall.runtime][index % 3] ?? '');
      return;
    case 'source-foreign':
      firewall.permanent.add(`172.16.0.${index}`).add('ipset:friends');
      return;
    case 'whitelist-gone':
      world.ipFilters.splice(index % 3, 1);
      return;
    case 'whitelist-expires':
      for (const filter of world.ipFilters.slice(0, 1)) filter.expireAt = '2026-01-05T00:00:00Z';
      return;
    case 'record-lost':
      delete world.record;
      return;
    case 'restart-owed':
      if (one && record)
        record.restarts[`restart/${one.name}`] = {
          reason: 'servers were added',
          ...(container && index % 2 && { startedAt: container.startedAt }),
        };
      return;
    case 'pbx-restart-owed':
      if (record) record.restarts['restart/pbx'] = { reason: 'the cluster is new' };
      return;
    case 'built-in-on':
    case 'built-in-off':
      if (builtIn) builtIn.enabled = what === 'built-in-on';
      return;
    case 'token-gone':
      world.imToken = 'none';
      return;
    case 'token-other':
      world.imTokenInUse = false;
      return;
    case 'host-down':
      if (one) world.down.add(one.address);
      return;
    case 'denied':
      if (one) world.ipFilters.push({ id: `deny-${index}`, cidr: one.address, target: 'DENY' });
      return;
    case 'node-source-gone':
      for (const sources of node ? [node.permanent, node.runtime] : []) sources.delete([...sources][index % 3] ?? '');
      return;
    case 'node-down':
      delete world.node;
      return;
    case 'nodes-unwell':
      world.trouble = 'Stopped: [ pbx03 ]';
      return;
    case 'key-refused':
      if (one) world.refused.add(one.address);
  }
}

const scene = fc.record({ step, damage });
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** Made again for each try: deploys change it. */
function set({ step: { base, head }, damage: harms }: Scene): { to: Cluster; world: World } {
  const from = load(base);
  const world = deployedWorld(from);
  for (const [what, index] of harms) harm(world, from, what, index);
  return { to: load(head), world };
}

const NOTHING = { rotate: [], force: false, gone: [], allowUndersized: false };
const planOf = (cluster: Cluster, world: World): Plan => makePlan(cluster, view(world, cluster));

it('every change has an id of its own and comes after all that it needs', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const { to, world } = set(made);
      const { changes } = planOf(to, world);
      const seen = new Set<string>();
      for (const { id, needs } of changes) {
        expect(seen.has(id)).toBe(false);
        for (const need of needs) expect(seen).toContain(need);
        seen.add(id);
      }
    }),
    RUNS,
  );
});

it('nothing is deleted that is not ours, unless the file says so', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const { to, world } = set(made);
      const ours = new Set(Object.keys(world.record?.servers ?? {}));
      for (const change of planOf(to, world).changes) {
        switch (change.kind) {
          case 'portal-entry':
            if (change.replaces !== undefined && to.unmanagedServers === 'report')
              expect(ours).toContain(change.replaces);
            break;
          case 'source-removal':
            expect(world.record?.firewall).toContain(change.source);
            break;
          case 'whitelist-removal':
            expect(world.record?.whitelist).toContain(change.cidr);
            break;
          case 'role-removal':
          case 'portal-entry-removal':
          case 'im-addresses-removal':
            if (to.unmanagedServers === 'report') expect(ours).toContain(change.server);
            expect(change.from.name).toBe(change.server);
            expect(to.servers.map((one) => one.name)).not.toContain(change.server);
            break;
          default:
            expect(change.action).not.toBe('delete');
        }
      }
    }),
    RUNS,
  );
});

it('a built-in server goes off only where another one of its role serves or comes, after it', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const { to, world } = set(made);
      const live = view(world, to);
      const { changes } = makePlan(to, live);
      for (const change of changes) {
        if (change.kind !== 'built-in-off') continue;
        const { role } = change;
        const others = to.servers.filter((one) => one.role === role && one.enabled);
        const installs = others
          .map(({ name }) => `role/${name}`)
          .filter((id) => changes.some((other) => other.id === id && other.kind === 'role'));
        for (const id of installs) expect(change.after).toContain(id);
        const serving = others.filter(({ name }) => {
          const facts = live.hosts.get(name);
          const online = live.portal.servers[role].some((entry) => entry.name === name && isOnline(live, entry));
          return online || (isReachable(facts) && seenContainers(facts).some((container) => container.running));
        });
        expect(serving.length + installs.length).toBeGreaterThan(0);
      }
    }),
    RUNS,
  );
});

it('what a server under another plan still needs to serve is not closed while that server cannot leave', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const { to, world } = set(made);
      const plan = planOf(to, world);
      const blocked = new Set(
        plan.warnings.filter(({ severity }) => severity === 'blocking').map((finding) => finding.server),
      );
      const stuck = Object.entries(world.record?.servers ?? {}).filter(([name]) => blocked.has(name));
      const performable = changesOf(plan);
      for (const [, { address }] of stuck) {
        const serves = LISTED_ROLES.some((role) =>
          world.portal[role].some((entry) => entry.privateIp === address && entry.enabled),
        );
        const known = to.servers.some((one) => one.address === address);
        if (!serves || known) continue;
        expect(performable).not.toContain(`firewall/${address}`);
        expect(performable).not.toContain(`whitelist/${address}/32`);
      }
    }),
    RUNS,
  );
});

/** What of a plan can be done: neither blocked nor behind something blocked. */
function changesOf(plan: Plan): string[] {
  return sorted(plan).doable.map(({ id }) => id);
}

it('once all is done that can be done, nothing is left to do; a role that was served is served all the time', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const { to, world } = set(made);
      const first = planOf(to, world);
      let before = JSON.stringify(first.changes);
      for (let round = 0; round < 4; round++) {
        const plan = planOf(to, world);
        const doable = new Set(changesOf(plan));
        const blocked = plan.warnings.some(({ severity }) => severity === 'blocking');
        if (doable.size === 0) {
          if (!blocked) expect(plan.changes).toEqual([]);
          return;
        }
        // One deploy is enough, unless something was in its way.
        if (round > 0 && !first.warnings.some(({ severity }) => severity === 'blocking'))
          expect(plan.changes.map((change) => `${change.id}: ${reason(change)}`)).toEqual([]);
        applied(
          world,
          to,
          plan,
          plan.changes.filter(({ id }) => doable.has(id)),
        );
        before = JSON.stringify(plan.changes);
      }
      throw new Error(`never ends: ${before}`);
    }),
    RUNS,
  );
});

it('a plan is the same whatever the order of the file, the portal and the hour', () => {
  fc.assert(
    fc.property(scene, fc.nat(20 * 24 * 3600), (made, seconds) => {
      const { to, world } = set(made);
      const live = view(world, to);
      const plan = makePlan(to, live);
      const turned = { ...to, servers: [...to.servers].reverse() };
      const other = view(world, turned);
      for (const role of LISTED_ROLES) other.portal.servers[role].reverse();
      other.portal.ipFilters.reverse();
      const again = makePlan(turned, {
        ...other,
        at: other.at + (world.ipFilters.some(({ expireAt }) => expireAt?.startsWith('2026')) ? 0 : seconds * 1000),
      });
      expect(again.digest).toBe(plan.digest);
      expect(again.changes.map(({ id }) => id).sort()).toEqual(plan.changes.map(({ id }) => id).sort());
    }),
    RUNS,
  );
});

it('the PBX itself is left alone where it is highly available, and so is all that its control node cannot do', () => {
  fc.assert(
    fc.property(scene, fc.boolean(), (made, installSshKey) => {
      const { to, world } = set(made);
      if (!to.pbx.highAvailability) return;
      const plan = makePlan(to, view(world, to), { ...NOTHING, installSshKey });
      const doable = new Set(changesOf(plan));
      for (const { kind, id, server, impact, needs } of plan.changes) {
        expect(['pbx-restart', 'load-balancer-restart', 'pbx-image']).not.toContain(kind);
        if (!doable.has(id)) continue;
        if (world.trouble !== undefined && server !== undefined) expect(impact).toBe('none');
        const address = to.servers.find(({ name }) => name === server)?.address ?? '';
        const shutOut = world.refused.has(address) && !world.down.has(address);
        if (shutOut && kind === 'role') expect(needs).toContain(`ssh-key/${server}`);
        if (shutOut && kind === 'server-restart') expect(doable).toContain(`ssh-key/${server}`);
      }
    }),
    RUNS,
  );
});

it('holds no token', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const { to, world } = set(made);
      expect(JSON.stringify(planOf(to, world))).not.toContain(TOKEN);
    }),
    RUNS,
  );
});

it('is made of a thousand servers as well', () => {
  const many = (image: string, from = 0) =>
    load({
      version: 1,
      name: 'acme',
      image,
      pbx: { private_ip: '10.0.0.1' },
      firewall: { trust: 'servers' },
      built_in_servers: 'disabled',
      unmanaged_servers: 'report',
      restart: { after_scale_out: 'all', max_unavailable: 1 },
      servers: Array.from({ length: 1000 }, (_, index) => ({
        name: `server-${index + from}`,
        role: LISTED_ROLES[index % 4] ?? 'media',
        private_ip: `10.${1 + ((index + from) >> 8)}.${(index + from) & 255}.9`,
      })),
    });
  const base = many('portsip/pbx:22');
  const world = deployedWorld(base);
  expect(planOf(base, world).changes).toEqual([]);
  expect(planOf(many('portsip/pbx:22.7'), world).changes).toHaveLength(1000);
  expect(planOf(many('portsip/pbx:22', 500), world).changes.length).toBeGreaterThan(3000);
});
