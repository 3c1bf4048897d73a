import type { Comments, PlanComment } from '../../../src/github/comment';
import { COMMENT_LIMIT, commentBody, digestIn, marker, upsertComment } from '../../../src/github/comment';
import { renderMarkdown } from '../../../src/plan/render/markdown';
import type { Change } from '../../../src/stages/types';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const plan = (changes: Partial<PlanComment> = {}): PlanComment => ({
  cluster: 'acme',
  file: 'cluster.yaml',
  digest: DIGEST,
  render: () => 'The plan',
  runUrl: 'https://github.com/acme/pbx/actions/runs/7',
  ...changes,
});

/** A pull request's comments in memory. */
function pull(comments: { id: number; body: string; author: string }[]): Comments & { comments: typeof comments } {
  return {
    comments,
    viewer: () => Promise.resolve('github-actions[bot]'),
    list: async function* () {
      await Promise.resolve();
      yield* comments;
    },
    create: (body) => {
      comments.push({ id: comments.length + 1, body, author: 'github-actions[bot]' });
      return Promise.resolve();
    },
    update: (id, body) => {
      comments.forEach((comment) => comment.id === id && (comment.body = body));
      return Promise.resolve();
    },
  };
}

test('the first plan is a new comment, the next one replaces it, the same one leaves it alone', async () => {
  const request = pull([]);
  expect(await upsertComment(request, plan())).toBe('created');
  expect(await upsertComment(request, plan({ render: () => 'Another plan' }))).toBe('updated');
  expect(await upsertComment(request, plan({ render: () => 'Another plan' }))).toBe('unchanged');
  expect(request.comments).toHaveLength(1);
  expect(request.comments[0]?.body).toContain('Another plan');
});

test('two cluster files have two comments', async () => {
  const request = pull([]);
  await upsertComment(request, plan({ file: 'eu/cluster.yaml' }));
  await upsertComment(request, plan({ file: 'us/cluster.yaml' }));
  expect(request.comments).toHaveLength(2);
});

test("nobody else's comment is touched, whatever it says", async () => {
  const forged = { id: 1, body: `${commentBody(plan())}`, author: 'mallory' };
  const quoted = { id: 2, body: `> quoted\n${marker('acme', 'cluster.yaml')}`, author: 'github-actions[bot]' };
  const request = pull([{ ...forged }, { ...quoted }]);
  expect(await upsertComment(request, plan({ render: () => 'new' }))).toBe('created');
  expect(request.comments.slice(0, 2)).toEqual([forged, quoted]);
});

test('no path can end the marker', () => {
  const tricky = marker('acme', 'a --> <script>.yaml');
  expect(tricky).toBe('<!-- portsip-cluster plan cluster=acme file=a%20%2d%2d%3E%20%3Cscript%3E.yaml -->');
});

test('the digest is hidden in the comment', () => {
  expect(digestIn(commentBody(plan()))).toBe(DIGEST);
  expect(digestIn('a comment')).toBeUndefined();
});

test('a plan of five thousand changes still fits', () => {
  const changes = Array.from({ length: 5000 }, (_, n): Change => ({
    id: `role/media-server-${n}`,
    stage: 'install',
    action: 'create',
    server: `media-server-${n}`,
    reason: 'not installed yet — ✓ “quoted” @everyone #1',
    impact: 'none',
    needs: [],
    attributes: [{ name: 'image', after: 'portsip/pbx:22' }],
  }));
  const render = (limit: number) =>
    renderMarkdown(
      { version: 1, cluster: 'acme', digest: DIGEST, live: true, changes, warnings: [] },
      { clusterFile: 'cluster.yaml', limit },
    );
  const body = commentBody(plan({ render }));
  expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(body.length).toBeGreaterThan(COMMENT_LIMIT / 4);
  expect(digestIn(body)).toBe(DIGEST);
});
