import fc from 'fast-check';
import { bucketOf } from '../../../src/stages';
import type { Change } from '../../../src/stages/change';
import { comingAfter, comingFirst, inOrder } from '../../../src/stages/order';
import { restartOf, trust, upgrade, whitelist } from './changes';
import { guide } from './fixture';

const [server] = guide().servers;
if (!server) throw new Error('the guide has servers');
const role = upgrade(server);
const order = (...changes: Change[]) => inOrder(changes, bucketOf).map(({ id }) => id);

it('goes by stage, and within a stage as it was made', () => {
  expect(order(restartOf(server), role, whitelist(2), whitelist(1))).toEqual([
    'whitelist/10.0.0.2/32',
    'whitelist/10.0.0.1/32',
    'role/media-server-1',
    'restart/media-server-1',
  ]);
});

it('has what a change needs before it, whatever its stage', () => {
  expect(order(trust('10.0.0.1', { needs: [role.id] }), whitelist(1), role)).toEqual([
    'whitelist/10.0.0.1/32',
    'role/media-server-1',
    'firewall/10.0.0.1',
  ]);
});

it('has what a change comes after before it, where that is in the plan', () => {
  const last = whitelist(1, [], { after: ['whitelist/10.0.0.2/32', 'whitelist/10.0.0.9/32'] });
  expect(order(last, whitelist(2))).toEqual(['whitelist/10.0.0.2/32', 'whitelist/10.0.0.1/32']);
});

it('is none with a need that nobody meets', () => {
  expect(() => order({ ...role, needs: ['whitelist/10.0.0.9/32'] }, whitelist(1))).toThrow(
    'role/media-server-1 needs whitelist/10.0.0.9/32, which is not in the plan',
  );
});

it('is none with an id that two changes have', () => {
  expect(() => order(whitelist(1), role, whitelist(1))).toThrow('two changes are called whitelist/10.0.0.1/32');
});

it.each(['needs', 'after'] as const)('is none in a circle of %s, which is named without what stands outside', (way) => {
  const circle = [
    whitelist(1, [], { [way]: ['whitelist/10.0.0.2/32'] }),
    whitelist(2, [], { [way]: ['whitelist/10.0.0.3/32'] }),
    whitelist(3, [], { [way]: ['whitelist/10.0.0.1/32'] }),
  ];
  expect(() => order(whitelist(4), ...circle)).toThrow(
    'Changes wait for each other in a circle: whitelist/10.0.0.1/32, whitelist/10.0.0.2/32, whitelist/10.0.0.3/32',
  );
});

it('is none where a change waits for itself', () => {
  expect(() => order({ ...role, needs: [role.id] })).toThrow('in a circle: role/media-server-1');
});

it('is the same whether changes come after a list of their own or one that they share', () => {
  const ids = Array.from({ length: 12 }, (_, number): `whitelist/${string}` => `whitelist/10.0.0.${number}/32`);
  const some = fc.subarray(ids);
  fc.assert(
    fc.property(
      fc.array(some, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      some,
      (lists, picks, first) => {
        // Only what was made before: a circle has no order.
        const shared = lists.map((list) => list.slice(0, list.length >> 1));
        const made = ids.map((_, number) => {
          const afterAll = shared[(picks[number] ?? 0) % shared.length] ?? [];
          return afterAll.some((id) => ids.indexOf(id) >= number)
            ? whitelist(number)
            : { ...whitelist(number), afterAll };
        });
        const own = made.map(({ afterAll = [], ...change }: Change) => ({
          ...change,
          after: [...afterAll],
        })) as Change[];
        expect(order(...made)).toEqual(order(...own));
        expect(comingAfter(made, first)).toEqual(comingAfter(own, first));
      },
    ),
  );
});

it('is none with a need that nobody meets in a list that others only come after', () => {
  const list = ['whitelist/10.0.0.9/32'] as const;
  expect(() => order({ ...whitelist(1), after: list }, { ...whitelist(2), needs: list })).toThrow(
    'whitelist/10.0.0.2/32 needs whitelist/10.0.0.9/32, which is not in the plan',
  );
});

describe('one that has to come first', () => {
  const [a, b, c] = [1, 2, 3].map((number): `whitelist/${string}` => `whitelist/10.0.0.${number}/32`) as [
    `whitelist/${string}`,
    `whitelist/${string}`,
    `whitelist/${string}`,
  ];
  const first = (changes: Change[], before: `whitelist/${string}`, id: `whitelist/${string}`) =>
    comingFirst(changes, [before], [id])?.map((change) => [change.id, change.needs, change.after]);

  it('is needed, and a turn that says otherwise is taken the other way round', () => {
    // c after b after a, and now a needs c.
    const changes = [whitelist(1), whitelist(2, [], { after: [a] }), whitelist(3, [], { after: [b] })];
    const made = comingFirst(changes, [c], [a]) ?? [];
    expect(order(...made)).toEqual([c, a, b]);
    expect(made.map(({ needs, after }) => [needs, after])).toEqual([
      [[c], []],
      [[], [a]],
      [[], []],
    ]);
  });

  it('cannot be where it needs the other itself', () => {
    expect(first([whitelist(1), whitelist(2, [a]), whitelist(3, [b])], c, a)).toBeUndefined();
  });

  it('keeps apart what were turns', () => {
    // b and c are not to go at once; c is turned round to come before a, and so before b.
    const changes = [whitelist(1), whitelist(2, [a]), whitelist(3, [], { after: [b] })];
    expect(order(...(comingFirst(changes, [c], [a]) ?? []))).toEqual([c, a, b]);
  });
});
