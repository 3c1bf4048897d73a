import type { Cluster } from '../../../src/cluster/types';
import { isKnown, unknown, type Reading } from '../../../src/host/reading';
import type { HostFacts, RegistryLogin } from '../../../src/host/types';
import { fingerprint } from '../../../src/plan/fingerprint';
import type { Plan } from '../../../src/plan/types';
import { isReachable } from '../../../src/host/reachable';
import { emptyRecord, otherClusters, parseRecord, type OtherCluster } from '../../../src/stages/cluster-record';
import type { Live } from '../../../src/stages/live';
import { Identity } from '../../../src/stages/identity';
import { deployed } from '../../../src/stages/deployed';
import { claim, forget, inherit, settle } from '../../../src/stages/record';
import { controlPlane } from '../../../src/host/control-plane';
import { clusterOf, GUIDE, guide, idsOf, MEDIA_2, only, planned, reason, shown, withHost } from './fixture';

const REGISTRY = { server: 'registry.example.com', username: 'puller' };
const wanting = (line = '{ server: registry.example.com, username: puller }', more = ''): Cluster =>
  clusterOf(
    GUIDE.replace('image: portsip', `registry: ${line}\nimage: registry.example.com/portsip`).replace(
      'pbx: { private_ip: 192.168.1.20 }',
      `pbx: { private_ip: 192.168.1.20${more} }`,
    ),
  );
type Found = HostFacts['registry'];
/** A cluster that runs, but for how the host of its media server is signed in */
const found = (registry: Found, token: Live['registryToken'] = 'given', head = wanting()): Plan =>
  planned(wanting(), head, (live) => ({
    ...withHost(live, 'media-server-1', (facts) => (facts.registry = registry!)),
    ...(token && { registryToken: token }),
  }));
const login = (current: Reading<boolean>, more: Partial<RegistryLogin> = {}): RegistryLogin => ({
  ...REGISTRY,
  current,
  ...more,
});
const codes = ({ warnings }: Plan) =>
  warnings.flatMap(({ code, severity }) => (code.startsWith('registry') ? [`${severity} ${code}`] : []));
const signIns = (plan: Plan) => idsOf(plan, 'registry-sign-in');

it('a new cluster is signed in before anything of it is installed, and nothing is missing then', () => {
  const plan = planned(undefined, wanting());
  expect(signIns(plan)).toHaveLength(6);
  for (const name of ['media-server-1', 'im-server-1'])
    expect(only(plan, 'role', name).needs).toContain(`registry/${name}`);
  expect(idsOf(planned(wanting(), wanting()), 'registry-sign-in', 'registry-sign-out')).toEqual([]);
});

it.each<[string, Found, string[], string]>([
  ['nobody', 'none', ['registry/media-server-1'], 'its Docker is not signed in to registry.example.com'],
  [
    'somebody else',
    login(false, { username: 'bob' }),
    ['registry/media-server-1'],
    'its Docker is signed in to registry.example.com as bob',
  ],
  [
    'the same user with another token',
    login(false),
    ['registry/media-server-1'],
    'its Docker is signed in to registry.example.com with another token than the secret has',
  ],
  ['the same user and token', login(true), [], ''],
])('with %s signed in', (_, registry, expected, why) => {
  const plan = found(registry);
  expect(signIns(plan)).toEqual(expected);
  expect(codes(plan)).toEqual([]);
  const [change] = plan.changes.filter(({ kind }) => kind === 'registry-sign-in');
  expect(reason(change)).toBe(why);
  // Nobody notices it, and nothing that runs is touched.
  expect(plan.changes.every(({ impact }) => impact === 'none')).toBe(true);
});

it('what nobody can see is neither signed in nor taken for signed out', () => {
  const plan = found(unknown('a credential helper keeps it'));
  expect([signIns(plan), codes(plan)]).toEqual([[], ['warning registry-unknown']]);
});

it('without a token nothing is compared, and who is not signed in waits', () => {
  const same = found(login(unknown('there is no token')), 'none');
  expect([signIns(same), codes(same)]).toEqual([[], ['warning registry-not-compared']]);
  const none = found('none', 'none');
  expect([signIns(none), codes(none)]).toEqual([[], ['blocking registry-token-missing']]);
});

it('a token that nobody needs is told', () => {
  const plan = planned(guide(), guide(), (live) => ({ ...live, registryToken: 'given' }));
  expect(codes(plan)).toEqual(['note registry-token-unused']);
});

it("what is somebody else's, or may be, is not signed in", () => {
  for (const containers of [unknown('no answer')]) {
    const plan = planned(wanting(), wanting(), (live) =>
      withHost(live, 'media-server-1', (facts) => void Object.assign(facts, { registry: 'none', containers })),
    );
    expect(signIns(plan)).toEqual([]);
  }
});

it('the main server is signed in where the PBX is upgraded, and its upgrade waits for that', () => {
  const more = ', image: registry.example.com/portsip/pbx:22.7';
  const plan = planned(wanting(), wanting(undefined, more));
  expect(signIns(plan)).toEqual(['registry/pbx']);
  expect(only(plan, 'pbx-image').needs).toContain('registry/pbx');
});

it('server and user are what is reviewed', () => {
  const print = (username: string, server = 'registry.example.com') =>
    fingerprint(
      'acme',
      only(
        found('none', 'given', wanting(`{ server: ${server}, username: ${username} }`)),
        'registry-sign-in',
        'media-server-1',
      ),
    );
  expect(new Set([print('puller'), print('other'), print('puller', 'registry.example.org')]).size).toBe(3);
});

it('a server whose script keeps a token of its own is set up anew by its next upgrade, as the script would sign in with that', () => {
  const upgraded = (head: Cluster, user: string) =>
    planned(
      head,
      { ...head, servers: head.servers.map((server) => ({ ...server, image: server.image.replace('22', '22.7') })) },
      (live) =>
        withHost(live, 'media-server-1', ({ roles }) => {
          if (isKnown(roles)) for (const { values } of roles) values['HUB_USER'] = user;
        }),
    );
  const verbs = (plan: Plan) => only(plan, 'role', 'media-server-1').verbs;
  expect(verbs(upgraded(wanting(), ''))).toEqual(['upgrade']);
  expect(verbs(upgraded(guide(), 'bob'))).toEqual(['upgrade']);
  const plan = upgraded(wanting(), 'bob');
  expect(verbs(plan)).toEqual(['run']);
  expect(codes(plan)).toEqual(['note registry-token-kept']);
});

describe('what we signed in', () => {
  const rid = (live: Live, change: (facts: HostFacts) => void = () => {}) => {
    const copy = structuredClone(live);
    for (const facts of copy.hosts.values()) if (isReachable(facts)) change(facts);
    return copy;
  };

  it('is signed out once the cluster file has no registry any more, and only that', () => {
    const plan = planned(wanting(), guide());
    expect(idsOf(plan, 'registry-sign-out')).toHaveLength(6);
    expect(shown(only(plan, 'registry-sign-out', 'media-server-1'))).toEqual([
      { name: 'registry', before: 'registry.example.com' },
      { name: 'username', before: 'puller' },
    ]);
    const others = planned(wanting(), guide(), (live) => {
      const copy = rid(live);
      delete copy.record?.logins;
      return copy;
    });
    expect(idsOf(others, 'registry-sign-out')).toEqual([]);
  });

  it('is signed out of the one when it is signed in to the other', () => {
    const plan = planned(wanting(), wanting('{ server: registry.example.org, username: puller }'));
    expect(idsOf(plan, 'registry-sign-out')).toEqual([]);
    expect(only(plan, 'registry-sign-in', 'media-server-1').leaves).toEqual([REGISTRY]);
  });

  it('is signed out on a machine that leaves, and told where that does not answer', () => {
    const bigger = clusterOf(
      GUIDE.replace(
        'image: portsip',
        'registry: { server: registry.example.com, username: puller }\nimage: registry.example.com/portsip',
      ) + MEDIA_2,
    );
    expect(idsOf(planned(bigger, wanting()), 'registry-sign-out')).toEqual(['registry/192.168.1.27']);
    const away = planned(bigger, wanting(), (live) => ({
      ...live,
      hosts: new Map(
        [...live.hosts].map(([name, facts]) => [name, name === 'media-server-2' ? { unreachable: 'no' } : facts]),
      ),
    }));
    expect([idsOf(away, 'registry-sign-out'), codes(away)]).toEqual([[], ['warning registry-left']]);
  });

  it('stays where another cluster file of the PBX has the machine by now, or signed it in as well', () => {
    const place = (address: string) => ({ address, ssh: { user: 'pbx', port: 22 }, ...REGISTRY });
    const media = '192.168.1.21';
    const other = (more: Partial<OtherCluster>): OtherCluster => ({ cluster: 'east', servers: [], owned: {}, ...more });
    const others = [other({ logins: [place(media)] })];
    const withOthers = (its: OtherCluster[]) => (live: Live) => ({ ...live, others: its });

    const dropped = planned(wanting(), guide(), withOthers(others));
    expect(idsOf(dropped, 'registry-sign-out')).toHaveLength(5);
    const moved = '{ server: registry.example.org, username: puller }';
    const elsewhere = planned(wanting(), wanting(moved), withOthers(others));
    expect(only(elsewhere, 'registry-sign-in', 'media-server-1')).not.toHaveProperty('leaves');
    const without = clusterOf(GUIDE.replace(/.*media-server-1.*\n/, ''));
    const handed = planned(wanting(), without, withOthers([other({ servers: [{ name: 'm', address: media }] })]));
    expect([idsOf(handed, 'registry-sign-out').includes(`registry/${media}`), codes(handed)]).toEqual([false, []]);

    // One of the two owns it afterwards: not both, and not nobody.
    const main = '192.168.1.20';
    const record = { ...emptyRecord('acme'), logins: [place(main), place('192.168.1.22')] };
    const live = { ...deployed(wanting(), guide()), others };
    const after = (head: Cluster, its: Partial<OtherCluster>, own = record) =>
      inherit(own, head, new Identity(head, live), [other(its)]).logins?.map(({ address }) => address);
    expect(after(guide(), { logins: [place(main)] })).toEqual(['192.168.1.22']);
    expect(after(wanting(), { logins: [place(main)] })).toEqual([main, '192.168.1.22']);
    // With a machine comes its login, once the other one lets go of it.
    const none = { ...record, logins: [] };
    expect(after(wanting(), { logins: [place(media)] }, none)).toEqual([media]);
    expect(
      after(wanting(), { logins: [place(media)], servers: [{ name: 'm', address: media }] }, none),
    ).toBeUndefined();
    const [read] = otherClusters({ east: JSON.stringify({ ...record, cluster: 'east' }) });
    expect(read?.logins).toEqual(record.logins);
  });

  it('is written down before it is done, and forgotten once it is undone or nobody has the machine any more', () => {
    const cluster = wanting();
    const plan = planned(undefined, cluster);
    const change = only(plan, 'registry-sign-in', 'media-server-1');
    const before = claimed(cluster, change);
    expect(before.logins).toEqual([{ address: '192.168.1.21', ssh: change.machine.ssh, ...REGISTRY }]);
    const left = { ...change, registry: { ...REGISTRY, server: 'registry.example.org' }, leaves: [REGISTRY] };
    const during = claimed(cluster, left, before);
    expect(during.logins).toHaveLength(2);
    expect(settle(during, left, cluster).logins).toEqual([expect.objectContaining({ server: 'registry.example.org' })]);
    const out = only(planned(cluster, guide()), 'registry-sign-out', 'media-server-1');
    expect(settle(before, out, cluster)).not.toHaveProperty('logins');
    expect(parseRecord(JSON.stringify(before), 'acme').record?.logins).toEqual(before.logins);
    const without = clusterOf(GUIDE.replace(/.*media-server-1.*\n/, ''));
    expect(forget(before, without, new Set())).not.toHaveProperty('logins');
    expect(forget(before, cluster, new Set()).logins).toHaveLength(1);
  });

  it('a word in a record that is none of a registry is not taken', () => {
    const one = { address: '192.168.1.21', ssh: { user: 'pbx', port: 22 }, ...REGISTRY };
    const record = (logins: unknown) => parseRecord(JSON.stringify({ ...emptyRecord('acme'), logins }), 'acme').record;
    expect(record([one, { ...one, server: '--config=/tmp/x' }, { ...one, username: 'a b' }, 7])?.logins).toEqual([one]);
  });
});

function claimed(cluster: Cluster, change: Parameters<typeof claim>[1][number], before = emptyRecord('acme')) {
  let record = before;
  planned(undefined, cluster, (live) => {
    record = claim(before, [change], cluster, controlPlane(cluster), live);
    return live;
  });
  return record;
}
