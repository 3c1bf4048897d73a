import fc from 'fast-check';
import { parseCluster } from '../../../src/cluster/load';
import type { Cluster, Server } from '../../../src/cluster/types';
import { digestOf, settingHashes } from '../../../src/plan/fingerprint';
import {
  decide,
  otherSettings,
  packReviewed,
  reviewedOf,
  unpackReviewed,
  unreviewed,
  type Found,
  type Question,
  type Reviewed,
  type ReviewedIn,
} from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import { idOf, type BuiltInOff, type Change } from '../../../src/stages/change';
import {
  enable,
  install,
  loadBalancerRestart,
  newImToken,
  pbxRestart,
  removal,
  restartOf,
  trust,
  upgrade as upgradeOf,
  whitelist,
} from '../stages/changes';
import { left } from '../changes';

const FILE = `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
ssh: { user: pbx }
servers:
  - { name: media-server-1, role: media, private_ip: 192.168.1.21, public_ip: 104.101.137.60 }
  - { name: media-server-2, role: media, private_ip: 192.168.1.27, public_ip: 104.101.137.61 }
`;
const read = (text = FILE): Cluster => {
  const { cluster, problems } = parseCluster(text, 'cluster.yaml');
  if (!cluster) throw new Error(problems.map(({ message }) => message).join());
  return cluster;
};
const cluster = read();
const serverOf = (name: string, of = cluster): Server => {
  const server = of.servers.find((one) => one.name === name);
  if (!server) throw new Error(`no ${name}`);
  return server;
};
const planIn = (of: Cluster, ...changes: Change[]): Plan => {
  const settings = settingHashes(of);
  return {
    version: 1,
    cluster: 'acme',
    digest: digestOf('acme', settings, changes),
    settings,
    changedSettings: [],
    live: true,
    changes,
    warnings: [],
  };
};
const planOf = (...changes: Change[]): Plan => planIn(cluster, ...changes);

const [media1, media2] = [serverOf('media-server-1'), serverOf('media-server-2')];
const upgrade = upgradeOf(media2);
const source = trust('192.168.1.27', { server: 'media-server-2' });
const restart = restartOf(media1);
const reviewed = reviewedOf(planOf(source, upgrade, restart));
const ids = (...changes: Change[]) =>
  unreviewed(planOf(...changes), reviewed).map(({ change: { id }, otherwise }) => [id, otherwise]);

test('what was reviewed may be done, and less of it, for other reasons and at another hour', () => {
  expect(ids(source, upgrade, restart)).toEqual([]);
  expect(ids({ ...upgrade, causes: [{ cause: 'stopped' }], impact: 'none', needs: [idOf.pbxImage] })).toEqual([]);
  expect(ids()).toEqual([]);
});

test('what was not reviewed may not, and is told from what was reviewed with other values', () => {
  const other = upgradeOf({ ...media2, image: 'portsip/pbx:23' });
  expect(ids(source, other, pbxRestart)).toEqual([
    ['role/media-server-2', true],
    ['restart/pbx', false],
  ]);
  expect(ids(removal(media2))).toEqual([['role/media-server-2', true]]);
});

test('a change on another machine is another change', () => {
  const moved = read(FILE.replace('192.168.1.27', '192.168.1.99'));
  const there = upgradeOf(serverOf('media-server-2', moved));
  expect(unreviewed(planIn(moved, there, restart), reviewed).map(({ change: { id } }) => id)).toEqual([
    'role/media-server-2',
  ]);
});

test('with settings that nobody has seen, nothing is reviewed, and they are named', () => {
  const forced = read(`${FILE}restart: { on_drain_timeout: force }\n`);
  expect(otherSettings(planIn(forced), reviewed)).toEqual(['restart.on_drain_timeout']);
  expect(unreviewed(planIn(forced, source), reviewed)).toHaveLength(1);
  // The very same changes, done in another way, are another plan.
  expect(unreviewed(planIn(forced, source, upgrade, restart), reviewed)).toHaveLength(3);
  expect(otherSettings(planIn(read(`# a comment\n${FILE}`)), reviewed)).toEqual([]);
});

describe('what an interrupted run leaves of a reviewed change', () => {
  const gone = install(media2);
  const off = (role: BuiltInOff['role']): BuiltInOff => ({
    kind: 'built-in-off',
    id: idOf.builtIn(role),
    action: 'update',
    causes: [{ cause: 'replaced' }],
    impact: 'none',
    needs: [],
    after: [],
    role,
  });

  test('is brought to its end', () => {
    expect(ids(gone)).toEqual([]);
    // The built-in server stood in while one was away.
    expect(ids(off('media'))).toEqual([]);
  });

  test('is not when it disturbs somebody, or takes something away, or was never to be touched', () => {
    expect(ids({ ...gone, impact: 'new-calls' })).toHaveLength(1);
    expect(ids(removal(media2))).toHaveLength(1);
    expect(ids(install(media1))).toHaveLength(1);
    expect(ids(off('queue'))).toHaveLength(1);
  });

  test('is not where it would also take the server from another machine', () => {
    const verbs = ['stop', 'rm'] as const;
    const moves = { ...upgrade, action: 'replace', impact: 'none' } as const;
    expect(ids({ ...moves, leaves: { from: left('media-server-2'), verbs } })).toEqual([['role/media-server-2', true]]);
  });

  test('of a first install, a trusted source or a whitelist entry is brought to its end, too', () => {
    const entry = whitelist(27);
    const first = reviewedOf(planOf(gone, source, entry));
    const rest = [
      { ...upgrade, causes: [{ cause: 'stopped' }], impact: 'none', verbs: ['run'] },
      {
        ...source,
        action: 'update',
        causes: [{ cause: 'not-active', on: ['the main server'], of: "the main server's firewall" }],
      },
      { ...entry, action: 'update', causes: [{ cause: 'expires' }], differences: [] },
    ] as const;
    expect(unreviewed(planOf(...rest), first)).toEqual([]);
    expect(unreviewed(planOf(...rest.map((one) => ({ ...one, impact: 'new-calls' as const }))), first)).toHaveLength(3);
  });

  test.each<[string, Partial<Server>]>([
    ['image', { image: 'portsip/pbx:23' }],
    ['data path', { dataPath: '/data' }],
    ['machine', { address: '192.168.1.99' }],
    ['user', { ssh: { ...media2.ssh, user: 'root' } }],
  ])('is not with another %s than was reviewed', (_what, other) => {
    expect(ids(install({ ...media2, ...other } as Server))).toEqual([['role/media-server-2', true]]);
  });

  test('of one that nobody would have noticed, no built-in server stands in', () => {
    const unnoticed = reviewedOf(planOf({ ...upgrade, impact: 'none' }));
    expect(unreviewed(planOf(off('media')), unnoticed)).toHaveLength(1);
  });
});

test('a server that a run of ours drained takes calls again without anybody asking', () => {
  expect(ids(enable(media1, 'drained-by-us'))).toEqual([]);
  // Whoever disabled it by hand may have a reason.
  expect(ids(enable(media1, 'differs'))).toHaveLength(1);
  // And nothing else comes along with it.
  const more = enable(media1, 'drained-by-us');
  const limit = { name: 'max call sessions', before: '2000', after: '9' };
  expect(ids({ ...more, differences: [...more.differences, limit] })).toHaveLength(1);
});

describe('packed', () => {
  const word = fc.string({ maxLength: 12 });
  const some = fc.record({
    what: fc.constantFrom('role', 'removal', 'entry', 'restart', 'source'),
    name: word,
    value: word,
    verbs: fc.subarray(['stop', 'rm', 'run', 'upgrade'] as const),
  });
  type Some = typeof some extends fc.Arbitrary<infer T> ? T : never;
  const changes = fc.array(some, { maxLength: 12 });
  const changeOf = ({ what, name, value, verbs }: Some): Change => {
    const server: Server = { ...media1, name, image: value };
    switch (what) {
      case 'role':
        return upgradeOf(server, { verbs });
      case 'removal':
        return { ...removal(server), verbs };
      case 'entry':
        return { ...enable(server, 'differs'), impact: 'new-calls' };
      case 'restart':
        return restartOf(server, { verbs });
      default:
        return trust(`${name}${value}`, { impact: 'new-calls' });
    }
  };
  const made = (list: Some[]) => planOf(...list.map(changeOf));

  test('it is the same when unpacked, and nothing in it ends an HTML comment', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const packed = packReviewed(reviewedOf(made(list)));
        expect(packed).toMatch(/^[\w.:+/=, ?-]*$/);
        expect(packed).not.toContain('--');
        expect(unpackReviewed(packed)).toEqual(reviewedOf(made(list)));
      }),
    );
  });

  test('every part of a reviewed plan is reviewed, any other change is not', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.boolean()), word, (list, keep, extra) => {
        const given = unpackReviewed(packReviewed(reviewedOf(made(list))));
        if (!given) throw new Error('not unpacked');
        const part = list.filter((_, index) => keep[index]);
        expect(unreviewed(made(part), given)).toEqual([]);
        const more = upgradeOf({ ...media2, image: `new:${extra}, longer than any` });
        const found = unreviewed(planOf(...made(part).changes, more), given);
        expect(found.map((one) => one.change)).toEqual([more]);
      }),
    );
  });

  test('of more changes than are kept, only the very same plan is known again', () => {
    const packed = unpackReviewed(packReviewed(reviewed, 2));
    if (!packed) throw new Error('not unpacked');
    expect(packed.changes).toBeUndefined();
    expect(unreviewed(planOf(restart, source, upgrade), packed)).toEqual([]);
    expect(unreviewed(planOf(source), packed)).toHaveLength(1);
  });

  test.each(['', 'x', packReviewed(reviewed).slice(0, -7), packReviewed(reviewed).replace('sha256:', 'md5:')])(
    '%j is nothing that was packed',
    (text) => expect(unpackReviewed(text)).toBeUndefined(),
  );
});

describe('a deploy', () => {
  const pull = { number: 12, url: 'https://github.com/acme/pbx/pull/12' };
  const found: Found = { kind: 'plan', plans: [{ pull, reviewed }] };
  const nobody: Found = { kind: 'none', why: 'pushed without a pull request' };
  const ask = (changes: Change[], rest: Partial<Question> = {}) =>
    decide({ plan: planOf(...changes), unasked: planOf(...changes), found, withoutReview: 'refuse', ...rest });
  const pbx = pbxRestart;

  test('goes on with what was reviewed, and may do all of that and no more', () => {
    const decision = ask([upgrade, restart]);
    expect(decision).toMatchObject({ go: true, why: 'reviewed', done: true, pulls: [pull] });
    const allowed = decision.go ? decision.allowed : undefined;
    if (!allowed) throw new Error('nothing is allowed');
    expect(unreviewed(planOf(source, upgrade, restart), allowed)).toEqual([]);
    expect(unreviewed(planOf(pbx), allowed)).toHaveLength(1);
    expect(unreviewed(planOf(loadBalancerRestart), allowed)).toHaveLength(1);
  });

  test('stops at what was not', () => {
    expect(ask([upgrade, pbx])).toMatchObject({ go: false, differences: [{ change: pbx, otherwise: false }] });
  });

  test('does exactly the plan whose digest was approved', () => {
    const { digest } = planOf(upgrade, pbx);
    expect(ask([upgrade, pbx], { approve: digest })).toMatchObject({ go: true, why: 'approved' });
    expect(ask([upgrade, pbx], { approve: digest, found: nobody })).toMatchObject({ go: true });
    expect(ask([upgrade], { approve: digest })).toMatchObject({ go: false, differences: [{ change: upgrade }] });
  });

  test('without a pull request goes on only where that is allowed', () => {
    expect(ask([upgrade], { found: nobody })).toMatchObject({ go: false, why: 'pushed without a pull request' });
    const allowed = ask([upgrade], { found: nobody, withoutReview: 'allow' });
    expect(allowed).toEqual({ go: true, why: 'unreviewed-allowed' });
  });

  test('never goes on with a comment that cannot be trusted', () => {
    const refused: Found = { kind: 'refused', why: 'edited by mallory' };
    expect(ask([upgrade], { found: refused, withoutReview: 'allow' })).toMatchObject({ go: false });
  });

  test('needs no review when there is nothing to do', () => {
    expect(ask([], { found: nobody })).toMatchObject({ go: true, why: 'nothing' });
  });

  test('does what whoever runs it asks for besides, but not what comes along unseen', () => {
    const token = newImToken('im-server-1');
    expect(ask([token], { unasked: planOf(), found: nobody })).toMatchObject({ go: true, why: 'asked' });
    expect(ask([token, upgrade], { unasked: planOf(upgrade) })).toMatchObject({ go: true, why: 'reviewed' });
    expect(ask([token, pbx], { unasked: planOf(pbx) })).toMatchObject({ go: false, differences: [{ change: pbx }] });
    // The upgrade was reviewed; that it also takes the token that was asked for was asked for.
    const both: Change = { ...upgrade, verbs: ['upgrade', 'run'] };
    expect(ask([token, both], { unasked: planOf(upgrade) })).toMatchObject({ go: true, why: 'reviewed' });
    expect(ask([token, both], { unasked: planOf(both) })).toMatchObject({ go: false, differences: [{ change: both }] });
  });
});

describe('of two pull requests that are deployed together', () => {
  const [one, other] = [reviewedOf(planOf(source)), reviewedOf(planOf(restart))];
  const both = (of: Reviewed[]) => ({
    kind: 'plan' as const,
    plans: of.map((reviewed, n) => ({ pull: { number: n + 1, url: '' }, reviewed })) as [ReviewedIn, ...ReviewedIn[]],
  });
  const ask = (plan: Plan, ...of: Reviewed[]) =>
    decide({ plan, unasked: plan, found: both(of), withoutReview: 'refuse' });

  test('all is done that either has shown, and no more', () => {
    expect(ask(planOf(source, restart), one)).toMatchObject({ go: false, differences: [{ change: restart }] });
    expect(ask(planOf(source, restart), other, one)).toMatchObject({ go: true, why: 'reviewed' });
    expect(ask(planOf(source, restart, pbxRestart), other, one)).toMatchObject({
      go: false,
      why: 'What would be done now is not what was reviewed in #1 and #2.',
      differences: [{ change: pbxRestart }],
    });
  });

  test('each setting has to be in one of them', () => {
    const apart = read(`${FILE}restart: { max_unavailable: 2 }\n`);
    const more = read(`${FILE}restart: { max_unavailable: 2, drain_timeout: 5m }\n`);
    const saw = reviewedOf(planIn(apart, source));
    const longer = reviewedOf(planIn(read(`${FILE}restart: { drain_timeout: 5m }\n`), restart));
    expect(ask(planIn(apart, source, restart), saw, other)).toMatchObject({ go: true });
    expect(ask(planIn(more, source, restart), saw, other)).toMatchObject({
      go: false,
      settings: ['restart.drain_timeout'],
    });
    expect(ask(planIn(more, source, restart), saw, longer)).toMatchObject({ go: true });
  });

  test('one that kept no list counts as a whole, and adds nothing', () => {
    const whole = { digest: other.digest, settings: other.settings };
    expect(ask(planOf(restart), whole, one)).toMatchObject({ go: true });
    expect(ask(planOf(source, restart), whole, one)).toMatchObject({ go: false, differences: [{ change: restart }] });
  });
});

test('a file that is not what the branch says is not deployed, whoever approved it', () => {
  const plan = planOf(upgrade);
  const found: Found = { kind: 'plan', plans: [{ pull: { number: 1, url: '' }, reviewed }] };
  const ask = (rest: Partial<Question>) => decide({ plan, unasked: plan, found, withoutReview: 'allow', ...rest });
  expect(ask({})).toMatchObject({ go: true });
  for (const rest of [{}, { approve: plan.digest }])
    expect(ask({ ...rest, outdated: 'main says otherwise' })).toMatchObject({ go: false, why: 'main says otherwise' });
});
