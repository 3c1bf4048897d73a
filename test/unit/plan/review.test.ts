import fc from 'fast-check';
import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { digestOf } from '../../../src/plan/plan';
import {
  decide,
  otherSettings,
  packReviewed,
  reviewedOf,
  unpackReviewed,
  unreviewed,
  type Found,
  type Question,
} from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import { DRAINED_BY_US } from '../../../src/stages/types';
import type { Change } from '../../../src/stages/types';
import { change } from '../render/plans';

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
const planOf = (...changes: Change[]): Plan => ({
  version: 1,
  cluster: 'acme',
  digest: digestOf('acme', changes),
  live: true,
  changes,
  warnings: [],
});

const image = (before: string, after: string) => [{ name: 'image', before, after }];
const server = 'media-server-2';
const upgrade = change('role/media-server-2', 'update', {
  server,
  impact: 'new-calls',
  attributes: image('portsip/pbx:21', 'portsip/pbx:22'),
});
const trust = change('firewall/192.168.1.27', 'create', { server });
const restart = change('restart/media-server-1', 'restart', { server: 'media-server-1', impact: 'new-calls' });
const reviewed = reviewedOf(planOf(trust, upgrade, restart), cluster);
const ids = (...changes: Change[]) =>
  unreviewed(planOf(...changes), cluster, reviewed).map(({ change: { id }, otherwise }) => [id, otherwise]);

test('what was reviewed may be done, and less of it, for other reasons and at another hour', () => {
  expect(ids(trust, upgrade, restart)).toEqual([]);
  expect(ids({ ...upgrade, reason: 'another', impact: 'none', needs: ['x'] })).toEqual([]);
  expect(ids()).toEqual([]);
});

test('what was not reviewed may not, and is told from what was reviewed with other values', () => {
  const other = { ...upgrade, attributes: image('portsip/pbx:21', 'portsip/pbx:23') };
  expect(ids(trust, other, change('restart/pbx', 'restart'))).toEqual([
    ['role/media-server-2', true],
    ['restart/pbx', false],
  ]);
  expect(ids({ ...upgrade, action: 'delete' })).toEqual([['role/media-server-2', true]]);
});

test('a change on another machine is another change', () => {
  const moved = read(FILE.replace('192.168.1.27', '192.168.1.99'));
  expect(unreviewed(planOf(upgrade, restart), moved, reviewed).map(({ change: { id } }) => id)).toEqual([
    'role/media-server-2',
  ]);
});

test('with settings that nobody has seen, nothing is reviewed, and they are named', () => {
  const forced = read(`${FILE}restart: { on_drain_timeout: force }\n`);
  expect(otherSettings(forced, reviewed)).toEqual(['restart']);
  expect(unreviewed(planOf(trust), forced, reviewed)).toHaveLength(1);
  expect(otherSettings(read(`# a comment\n${FILE}`), reviewed)).toEqual([]);
});

test('what an interrupted run leaves of a reviewed change is brought to its end', () => {
  const gone = change('role/media-server-2', 'create', { server, attributes: [{ name: 'role', after: 'media' }] });
  expect(ids(gone)).toEqual([]);
  // It disturbs somebody, or takes something away, or was never to be touched: that is another matter.
  expect(ids({ ...gone, impact: 'new-calls' })).toHaveLength(1);
  expect(ids({ ...gone, action: 'delete' })).toHaveLength(1);
  expect(ids({ ...gone, id: 'role/media-server-1', server: 'media-server-1' })).toHaveLength(1);
  // The built-in server stood in while one was away.
  const off = change('built-in/media', 'update', { attributes: [{ name: 'enabled', before: 'true', after: 'false' }] });
  expect(ids(off)).toEqual([]);
  expect(ids({ ...off, id: 'built-in/queue' })).toHaveLength(1);
});

test('a server that a run of ours drained takes calls again without anybody asking', () => {
  const enable = change('server/media-server-1', 'update', {
    server: 'media-server-1',
    reason: DRAINED_BY_US,
    attributes: [{ name: 'enabled', before: 'false', after: 'true' }],
  });
  expect(ids(enable)).toEqual([]);
  // Whoever disabled it by hand may have a reason.
  expect(ids({ ...enable, reason: 'the portal has other values' })).toHaveLength(1);
});

describe('packed', () => {
  const word = fc.string({ maxLength: 12 });
  const changes = fc.array(
    fc.record({
      id: fc.tuple(fc.constantFrom('role', 'server', 'restart', 'firewall'), word).map((parts) => parts.join('/')),
      action: fc.constantFrom<Change['action']>('create', 'update', 'replace', 'delete', 'restart'),
      attributes: fc.array(fc.record({ name: word, after: word }), { maxLength: 3 }),
    }),
    { maxLength: 12 },
  );
  const made = (list: { id: string; action: Change['action']; attributes: Change['attributes'] }[]) =>
    planOf(...list.map(({ id, action, attributes }) => change(id, action, { attributes, impact: 'new-calls' })));

  test('it is the same when unpacked, and nothing in it ends an HTML comment', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const packed = packReviewed(reviewedOf(made(list), cluster));
        expect(packed).toMatch(/^[\w:+/=, ?-]*$/);
        expect(packed).not.toContain('--');
        expect(unpackReviewed(packed)).toEqual(reviewedOf(made(list), cluster));
      }),
    );
  });

  test('every part of a reviewed plan is reviewed, any other change is not', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.boolean()), word, (list, keep, extra) => {
        const given = unpackReviewed(packReviewed(reviewedOf(made(list), cluster)));
        if (!given) throw new Error('not unpacked');
        const part = list.filter((_, index) => keep[index]);
        expect(unreviewed(made(part), cluster, given)).toEqual([]);
        const more = change('role/x', 'restart', {
          attributes: [{ name: 'new', after: `${extra}!` }],
          impact: 'new-calls',
        });
        const found = unreviewed(planOf(...made(part).changes, more), cluster, given);
        expect(found.map((one) => one.change)).toEqual([more]);
      }),
    );
  });

  test('of more changes than are kept, only the very same plan is known again', () => {
    const packed = unpackReviewed(packReviewed(reviewed, 2));
    if (!packed) throw new Error('not unpacked');
    expect(packed.changes).toBeUndefined();
    expect(unreviewed(planOf(restart, trust, upgrade), cluster, packed)).toEqual([]);
    expect(unreviewed(planOf(trust), cluster, packed)).toHaveLength(1);
  });

  test.each(['', 'x', packReviewed(reviewed).slice(0, -7), packReviewed(reviewed).replace('sha256:', 'md5:')])(
    '%j is nothing that was packed',
    (text) => expect(unpackReviewed(text)).toBeUndefined(),
  );
});

describe('a deploy', () => {
  const pull = { number: 12, url: 'https://github.com/acme/pbx/pull/12' };
  const found: Found = { kind: 'plan', pull, reviewed };
  const nobody: Found = { kind: 'none', why: 'pushed without a pull request' };
  const ask = (changes: Change[], rest: Partial<Question> = {}) =>
    decide({ cluster, plan: planOf(...changes), unasked: planOf(...changes), found, withoutReview: 'refuse', ...rest });
  const pbx = change('restart/pbx', 'restart', { impact: 'active-calls' });

  test('goes on with what was reviewed, and may do all of that and no more', () => {
    const decision = ask([upgrade, restart]);
    expect(decision).toMatchObject({ go: true, why: 'reviewed', done: true, pull });
    const allowed = decision.go ? decision.allowed : undefined;
    if (!allowed) throw new Error('nothing is allowed');
    expect(unreviewed(planOf(trust, upgrade, restart), cluster, allowed)).toEqual([]);
    expect(unreviewed(planOf(pbx), cluster, allowed)).toHaveLength(1);
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
    const token = change('token/im', 'replace', { impact: 'messaging' });
    expect(ask([token], { unasked: planOf(), found: nobody })).toMatchObject({ go: true, why: 'asked' });
    expect(ask([token, upgrade], { unasked: planOf(upgrade) })).toMatchObject({ go: true, why: 'reviewed' });
    expect(ask([token, pbx], { unasked: planOf(pbx) })).toMatchObject({ go: false, differences: [{ change: pbx }] });
  });
});
