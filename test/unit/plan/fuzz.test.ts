import fc from 'fast-check';
import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { hostCommands } from '../../../src/plan/host-commands';
import { packReviewed, reviewedOf, unpackReviewed, unreviewed } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import type { Change } from '../../../src/stages/change';
import type { Live } from '../../../src/stages/live';
import { GUIDE, guide, MEDIA_2, planned } from '../stages/fixture';

/*
 * Random pairs of a plan that was reviewed and a plan that would be carried out. What a change comes to is told here without
 * the fingerprint: by the command lines, where they are run and as whom, and by what the PBX is told.
 */

const seed = Number(process.env['REVIEW_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = { seed, numRuns: Number(process.env['REVIEW_RUNS'] ?? 150) };

/** Edits of the cluster file; some do the same, some nothing */
const EDITS: readonly (readonly [string, string])[] = [
  ['image: portsip/pbx:22', 'image: portsip/pbx:23'],
  ['image: portsip/pbx:22', 'image: docker.io/portsip/pbx:22'],
  ['image: portsip/pbx:22', 'image: evil.example/pbx:22'],
  ['servers:', 'data_path: /data\nservers:'],
  ['servers:', 'data_path: /var/lib/portsip\nservers:'],
  ['servers:', 'scripts_path: /opt/other\nservers:'],
  ['servers:', 'restart: { on_drain_timeout: force }\nservers:'],
  ['servers:', 'built_in_servers: keep\nservers:'],
  ['192.168.1.20 }', '192.168.1.20, api: "https://evil.example" }'],
  ['user: pbx', 'user: root'],
  ['user: pbx', 'user: pbx, jump_host: bastion'],
  ['private_ip: 192.168.1.22', 'private_ip: 192.168.1.32'],
  ['private_ip: 192.168.1.22', 'private_ip: 192.168.1.22, ssh: { user: root }'],
  ['private_ip: 192.168.1.22', 'private_ip: 192.168.1.22, ssh: { port: 2222 }'],
  ['private_ip: 192.168.1.23', 'private_ip: 192.168.1.23, image: portsip/pbx:22.1'],
  ['private_ip: 192.168.1.24', 'private_ip: 192.168.1.24, data_path: /srv'],
  ['private_ip: 192.168.1.26', 'private_ip: 192.168.1.26, clickhouse_image: evil.example/click:1'],
  ['max_call_sessions: 5000', 'max_call_sessions: 4000'],
  ['max_rooms: 100', 'max_rooms: 1'],
  ['max_participants: 1000', 'max_participants: 2'],
  ['104.101.137.60', '104.101.137.61'],
  ['/chat/files', '/chats'],
  ['name: queue-server-1', 'name: queue-server-9'],
  ['role: ivr', 'role: ivr, enabled: false'],
  ['  - { name: vr-server-1', `${MEDIA_2}  - { name: vr-server-1`],
  ['  - { name: vr-server-1', '  # a comment\n  - { name: vr-server-1'],
];
const edits = fc.subarray([...EDITS], { maxLength: 4 });
/** What two edits make of one field twice is no cluster file. */
function edited(list: readonly (readonly [string, string])[]): Cluster {
  const { cluster } = parseCluster(
    list.reduce((text, [before, after]) => text.replace(before, after), GUIDE),
    'cluster.yaml',
  );
  fc.pre(cluster !== undefined);
  return cluster ?? guide();
}

/** What somebody did on the live cluster meanwhile */
const LIVES: readonly ((live: Live) => void)[] = [
  ({ portal }) => portal.servers.media.forEach((server) => (server.enabled = server.type === 'INTERNAL')),
  ({ portal }) => (portal.ipFilters = []),
  ({ portal }) =>
    void portal.servers.meeting.splice(0, 9, ...portal.servers.meeting.filter(({ type }) => type === 'INTERNAL')),
  ({ hosts }) => {
    const facts = hosts.get('media-server-1');
    if (facts && 'containers' in facts) facts.containers = [];
  },
  ({ hosts }) => {
    const facts = hosts.get('queue-server-1');
    if (facts && 'containers' in facts && Array.isArray(facts.containers))
      for (const container of facts.containers) container.running = false;
  },
];
const lives = fc.subarray([...LIVES]);
const after = (list: readonly ((live: Live) => void)[]) => (live: Live) => {
  const copy = structuredClone(live);
  for (const change of list) change(copy);
  return copy;
};

const planFor = (cluster: Cluster, live: readonly ((live: Live) => void)[] = [], fresh = false): Plan =>
  planned(fresh ? undefined : guide(), cluster, after(live));

/** Everything of a cluster file that is not a server or what servers are made of */
function how({ servers, image, dataPath, ...settings }: Cluster): string {
  const own = servers
    .filter(({ ssh }) => JSON.stringify(ssh) !== JSON.stringify(settings.ssh))
    .map(({ name, ssh }) => ({ name, ssh }));
  return JSON.stringify({ ...settings, own });
}

const machine = ({ name, address, ssh }: { name: string; address: string; ssh: unknown }) => ({ name, address, ssh });

/** What is done, where and as whom */
function effect(change: Change, cluster: Cluster): string {
  const commands = hostCommands([change], cluster);
  const { kind, action } = change;
  const at = (): unknown => {
    switch (change.kind) {
      case 'role':
        return [change.wanted, change.leaves && machine(change.leaves.from)];
      case 'server-restart':
        return change.wanted;
      case 'role-removal':
      case 'portal-entry-removal':
      case 'im-addresses-removal':
        return [change.server, machine(change.from)];
      case 'portal-entry':
        return [change.wanted, change.replaces, change.differences.map(({ name, after: to }) => [name, to]).sort()];
      case 'im-addresses':
        return [change.wanted, change.differences.map(({ name, after: to }) => [name, to]).sort()];
      case 'whitelist-entry':
        return [change.entry, change.differences.map(({ name, after: to }) => [name, to]).sort()];
      default:
        return change.id;
    }
  };
  return JSON.stringify([kind, action, change.id, commands, at()]);
}

/** What is brought to its end, in the words of SECURITY.md: nobody uses it, nothing is taken away, and it comes to what was seen. */
function isRest(change: Change, seen: readonly Change[]): boolean {
  const wanted = (one: Change) =>
    JSON.stringify(
      'wanted' in one ? one.wanted : 'entry' in one ? one.entry : 'source' in one ? one.source : undefined,
    );
  if (change.kind === 'portal-entry' && change.causes.some(({ cause }) => cause === 'drained-by-us')) return true;
  if (change.impact !== 'none' || change.action === 'delete') return false;
  if (change.kind === 'role' && change.leaves) return false;
  if (change.kind === 'built-in-off')
    return seen.some((one) => 'wanted' in one && 'role' in one.wanted && one.wanted.role === change.role);
  return seen.some((one) => one.id === change.id && one.kind === change.kind && wanted(one) === wanted(change));
}

const known = (plan: Plan) => {
  const reviewed = unpackReviewed(packReviewed(reviewedOf(plan)));
  if (!reviewed) throw new Error('not unpacked');
  return reviewed;
};

test(`whatever differs in effect from what was reviewed is refused (seed ${seed})`, () => {
  let refused = 0;
  let allowed = 0;
  fc.assert(
    fc.property(edits, edits, lives, lives, fc.boolean(), (one, more, then, now, fresh) => {
      const [saw, does] = [edited(one), edited([...one, ...more])];
      const [seen, done] = [planFor(saw, then, fresh), planFor(does, now, fresh)];
      const effects = new Set(seen.changes.map((change) => effect(change, saw)));
      const others = new Set(unreviewed(done, known(seen)).map(({ change }) => change));
      for (const change of done.changes) {
        const isSame = effects.has(effect(change, does)) || isRest(change, seen.changes);
        if (others.has(change)) refused++;
        else {
          allowed++;
          expect([how(does), change, isSame]).toEqual([how(saw), change, true]);
        }
      }
    }),
    runs,
  );
  // The pairs are such that both happens.
  expect(Math.min(refused, allowed)).toBeGreaterThan(10);
});

test(`whatever is the same in effect as what was reviewed is not refused (seed ${seed})`, () => {
  fc.assert(
    fc.property(edits, edits, lives, fc.boolean(), (one, more, live, fresh) => {
      const [saw, does] = [edited(one), edited([...one, ...more])];
      const [seen, done] = [planFor(saw, live, fresh), planFor(does, live, fresh)];
      if (how(saw) !== how(does)) return;
      const effects = new Set(seen.changes.map((change) => effect(change, saw)));
      const others = new Set(unreviewed(done, known(seen)).map(({ change }) => change));
      for (const change of done.changes)
        if (effects.has(effect(change, does))) expect([change, others.has(change)]).toEqual([change, false]);
    }),
    runs,
  );
});
