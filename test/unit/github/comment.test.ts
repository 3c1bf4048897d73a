import fc from 'fast-check';
import type { Comments, PlanComment, PullNow } from '../../../src/github/comment';
import {
  COMMENT_LIMIT,
  MOST_FINGERPRINTS,
  commentBody,
  digestIn,
  isSealed,
  marker,
  toldBy,
  upsertComment,
} from '../../../src/github/comment';
import type { Comment } from '../../../src/github/repository';
import { renderMarkdown } from '../../../src/render/markdown';
import { FINGERPRINT_BYTES } from '../../../src/plan/fingerprint';
import type { Reviewed } from '../../../src/plan/review';
import type { Cluster } from '../../../src/cluster/types';
import type { Change } from '../../../src/stages/change';
import { portalEntry, roleSetup, serverRestart } from '../changes';
import { plan as planOf } from '../render/plans';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const reviewed: Reviewed = {
  digest: DIGEST,
  settings: { ssh: 'k6nyDEkU44mz' },
  changes: new Set([Buffer.alloc(FINGERPRINT_BYTES, 7).toString('base64')]),
};
const pull = { repository: 'acme/pbx', number: 12, head: 'c0ffee0c0ffee0c0ffee0c0ffee0c0ffee0c0ffe' };
const plan = (changes: Partial<PlanComment> = {}): PlanComment => ({
  cluster: 'acme',
  file: 'cluster.yaml',
  reviewed,
  pull,
  render: () => 'The plan',
  runUrl: 'https://github.com/acme/pbx/actions/runs/7',
  run: { id: 7, attempt: 1 },
  ...changes,
});

/** A pull request's comments in memory. */
function request(
  comments: Comment[],
  now: PullNow = { head: pull.head, merged: false },
): Comments & { comments: Comment[]; minimized: string[] } {
  const minimized: string[] = [];
  return {
    comments,
    minimized,
    minimize: (nodeId) => {
      minimized.push(nodeId);
      return Promise.resolve();
    },
    pull: () => Promise.resolve(now),
    viewer: () => Promise.resolve('github-actions[bot]'),
    list: async function* () {
      await Promise.resolve();
      yield* comments;
    },
    create: (body) => {
      const id = comments.length + 1;
      comments.push({ id, nodeId: `IC_${id}`, body, author: 'github-actions[bot]' });
      return Promise.resolve();
    },
    update: (id, body) => {
      comments.forEach((comment) => comment.id === id && (comment.body = body));
      return Promise.resolve();
    },
  };
}

test('the first plan is a new comment, the next one replaces it, the same one leaves it alone', async () => {
  const { comments, ...rest } = request([]);
  const write = async (changes: Partial<PlanComment> = {}) => (await upsertComment(rest, plan(changes))).done;
  expect(await write()).toBe('created');
  expect(await write({ render: () => 'Another plan' })).toBe('updated');
  expect(await write({ render: () => 'Another plan' })).toBe('unchanged');
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain('Another plan');
});

test('two cluster files have two comments', async () => {
  const there = request([]);
  await upsertComment(there, plan({ file: 'eu/cluster.yaml' }));
  await upsertComment(there, plan({ file: 'us/cluster.yaml' }));
  expect(there.comments).toHaveLength(2);
  expect(there.minimized).toEqual([]);
});

test('older comments of the same cluster file are folded up, whatever the cluster was called then', async () => {
  const bot = 'github-actions[bot]';
  const there = request([
    { id: 1, nodeId: 'IC_1', author: bot, body: commentBody(plan({ cluster: 'old-name' })) },
    { id: 2, nodeId: 'IC_2', author: bot, body: commentBody(plan()) },
    { id: 3, nodeId: 'IC_3', author: bot, body: commentBody(plan()) },
    { id: 4, nodeId: 'IC_4', author: bot, body: commentBody(plan({ file: 'us/cluster.yaml' })) },
    { id: 5, nodeId: 'IC_5', author: 'mallory', body: commentBody(plan()) },
  ]);
  const result = await upsertComment(there, plan({ render: () => 'new' }));
  expect(result).toEqual({ done: 'updated', minimized: 2, outdated: 0 });
  expect(there.minimized).toEqual(['IC_1', 'IC_3']);
  expect(there.comments[1]?.body).toContain('new');

  there.minimize = () => Promise.reject(new Error('Resource not accessible by integration'));
  expect(await upsertComment(there, plan())).toEqual({ done: 'updated', minimized: 0, outdated: 2 });
});

test("nobody else's comment is touched, whatever it says", async () => {
  const forged = { id: 1, nodeId: 'IC_1', body: `${commentBody(plan())}`, author: 'mallory' };
  const quoted = {
    id: 2,
    nodeId: 'IC_2',
    body: `> quoted\n${marker('acme', 'cluster.yaml')}`,
    author: 'github-actions[bot]',
  };
  const there = request([{ ...forged }, { ...quoted }]);
  expect(await upsertComment(there, plan({ render: () => 'new' }))).toMatchObject({ done: 'created', minimized: 0 });
  expect(there.comments.slice(0, 2)).toEqual([forged, quoted]);
});

test('no path can end the marker', () => {
  const tricky = marker('acme', 'a --> <script>.yaml');
  expect(tricky).toBe('<!-- portsip-cluster plan cluster=acme file=a%20%2d%2d%3E%20%3Cscript%3E.yaml -->');
});

test('the digest is hidden in the comment, and what was reviewed', () => {
  expect(digestIn(commentBody(plan()))).toBe(DIGEST);
  expect(digestIn('a comment')).toBeUndefined();
  expect(toldBy(commentBody(plan()))).toEqual({ head: pull.head, run: { id: 7, attempt: 1 }, reviewed });
  expect(toldBy(commentBody(plan({ key: 'sesame' })))).toEqual({
    head: pull.head,
    run: { id: 7, attempt: 1 },
    reviewed,
  });
  expect(toldBy('a comment')).toBeUndefined();
});

test('what stands within the plan is not taken for what is hidden below it', () => {
  const forged = commentBody(plan({ reviewed: { ...reviewed, changes: new Set() } }));
  expect(toldBy(commentBody(plan({ render: () => forged })))?.reviewed).toEqual(reviewed);
});

test('a seal is good for the very text, the key and the pull request', () => {
  const body = commentBody(plan({ key: 'sesame' }));
  expect(isSealed(body, 'sesame', pull)).toBe(true);
  // GitHub may give line ends back in its own form.
  expect(isSealed(`${body.replaceAll('\n', '\r\n')}\r\n`, 'sesame', pull)).toBe(true);
  expect(isSealed(body, 'another', pull)).toBe(false);
  expect(isSealed(body, 'sesame', { ...pull, number: 13 })).toBe(false);
  expect(isSealed(body.replace('The plan', 'No plan'), 'sesame', pull)).toBe(false);
  expect(isSealed(commentBody(plan()), 'sesame', pull)).toBe(false);
});

test('with hundreds of servers and hostile names a comment is never too long, and still says what was reviewed', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('a', '`', '<', '|', '@', '\u202e', '😀', '\n', '%%{', '```'),
    maxLength: 64,
  });
  const shape = fc.record({
    count: fc.integer({ min: 500, max: 1000 }),
    name: hostile,
    reason: hostile,
    key: fc.boolean(),
  });
  fc.assert(
    fc.property(shape, ({ count, name, reason, key }) => {
      const servers = Array.from({ length: count }, (_, n) => ({
        name: `${name}${n}`,
        role: 'media',
        privateIp: '10.0.0.1',
      }));
      const differences = [{ name: 'image', after: name }];
      const owed = [{ cause: 'owed', said: reason }] as const;
      const changes = servers.flatMap(({ name: server }): Change[] => [
        portalEntry({ server, replaces: reason, causes: [{ cause: 'renamed' }], impact: 'new-calls', differences }),
        roleSetup({ server, causes: owed, impact: 'new-calls', differences }),
        serverRestart({ server, causes: owed, impact: 'new-calls' }),
      ]);
      const warnings = servers.map(({ name: server }) => ({
        code: 'x',
        severity: 'warning' as const,
        server,
        message: reason,
      }));
      const made = planOf(changes, warnings);
      const cluster = { servers } as unknown as Pick<Cluster, 'servers'>;
      const commands = servers.map(({ name: where }) => ({ where, lines: [`sudo ${name}`] }));
      const prints = Array.from({ length: MOST_FINGERPRINTS }, (_, n) =>
        Buffer.from(String(n).padStart(FINGERPRINT_BYTES, 'x')).toString('base64'),
      );
      const body = commentBody(
        plan({
          reviewed: { ...reviewed, changes: new Set(prints) },
          render: (limit) => renderMarkdown(made, { clusterFile: 'cluster.yaml', cluster, commands, limit }),
          ...(key && { key: 'sesame' }),
        }),
      );
      expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      expect(toldBy(body)?.reviewed.changes?.size).toBe(MOST_FINGERPRINTS);
      expect(body).toContain(`${count} servers to add`);
      expect(body).toContain('**Next:**');
    }),
    { numRuns: 8 },
  );
}, 30_000);

test('a plan of five thousand changes still fits', () => {
  const changes = Array.from({ length: 5000 }, (_, n) =>
    roleSetup({
      server: `media-server-${n}`,
      causes: [{ cause: 'owed', said: 'not installed yet — ✓ “quoted” @everyone #1' }],
      differences: [{ name: 'image', after: 'portsip/pbx:22' }],
    }),
  );
  const render = (limit: number) => renderMarkdown(planOf(changes), { clusterFile: 'cluster.yaml', limit });
  const body = commentBody(plan({ render }));
  expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(body.length).toBeGreaterThan(COMMENT_LIMIT / 4);
  expect(digestIn(body)).toBe(DIGEST);
});

describe('what was planned before', () => {
  const [older, newer] = ['0'.repeat(40), 'f'.repeat(40)];
  const write = async (there: Comments, changes: Partial<PlanComment>) => upsertComment(there, plan(changes));
  const at = (head: string, id: number, attempt = 1): Partial<PlanComment> => ({
    pull: { ...pull, head },
    run: { id, attempt },
    render: () => `The plan of run ${id}.${attempt}`,
  });

  test('of another commit than the pull request has now is not written', async () => {
    const there = request([], { head: newer, merged: false });
    await write(there, at(newer, 8));
    const written = await write(there, at(older, 7, 2));
    expect(written).toEqual({
      done: 'left',
      why: 'this plan is of 000000000000, and the pull request is at ffffffffffff by now',
    });
    expect(there.comments.map((one) => one.body)).toEqual([expect.stringContaining('The plan of run 8.1')]);
  });

  test('is not written once the pull request is merged', async () => {
    const there = request([], { head: newer, merged: true });
    expect(await write(there, at(newer, 8))).toMatchObject({
      done: 'left',
      why: expect.stringContaining('merged') as string,
    });
    expect(there.comments).toEqual([]);
  });

  test.each<[[number, number], [number, number], boolean]>([
    [[9, 1], [8, 1], false],
    [[9, 1], [8, 5], false],
    [[9, 2], [9, 1], false],
    [[9, 1], [9, 1], true],
    [[9, 1], [9, 2], true],
    [[9, 7], [10, 1], true],
  ])('by run and attempt %j is left alone by %j, or gives way to it', async (first, second, gives) => {
    const there = request([], { head: newer, merged: false });
    await write(there, at(newer, ...first));
    const { done } = await write(there, at(newer, ...second));
    expect(done !== 'left').toBe(gives);
    expect(there.comments[0]?.body).toContain(`The plan of run ${(gives ? second : first).join('.')}`);
  });

  test('of another commit gives way, whichever run wrote it', async () => {
    const there = request([], { head: older, merged: false });
    await write(there, at(older, 9));
    const pushed = { ...there, pull: () => Promise.resolve({ head: newer, merged: false }) };
    expect(await write(pushed, at(newer, 8))).toMatchObject({ done: 'updated' });
  });
});

test('a plan that is too long to be known again in part says what becomes of it', () => {
  const many = (count: number): Reviewed => ({
    ...reviewed,
    changes: new Set(
      Array.from({ length: count }, (_, n) => {
        const bytes = Buffer.alloc(FINGERPRINT_BYTES);
        bytes.writeUInt32BE(n);
        return bytes.toString('base64');
      }),
    ),
  });
  const body = (count: number) => commentBody(plan({ reviewed: many(count), render: (limit) => 'x'.repeat(limit) }));
  const note = 'its deploy does the whole of it, or stops';
  expect(body(MOST_FINGERPRINTS)).not.toContain(note);
  const long = body(MOST_FINGERPRINTS + 1);
  expect(long).toContain(note);
  expect(long.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(toldBy(long)?.reviewed).toEqual({ digest: DIGEST, settings: reviewed.settings });
});
