import { commentBody } from '../../../src/github/comment';
import type { Comment } from '../../../src/github/repository';
import { findReviewed, type CommentState, type History, type Pull, type Wanted } from '../../../src/github/review';
import type { Reviewed } from '../../../src/plan/review';

const reviewed: Reviewed = {
  digest: `sha256:${'0'.repeat(64)}`,
  settings: { ssh: 'k6nyDEkU44mz' },
  changes: new Set(),
};
const HEAD = 'c0ffee0'.padEnd(40, '1');
const BOT = 'github-actions[bot]';
const wanted: Wanted = {
  repository: 'acme/pbx',
  commit: 'deadbeef',
  branch: 'main',
  cluster: 'acme',
  file: 'cluster.yaml',
  author: BOT,
};
const pull: Pull = {
  number: 12,
  url: 'https://github.com/acme/pbx/pull/12',
  head: HEAD,
  base: 'main',
  mergedAt: '2026-11-20T16:00:00Z',
};
const body = (key?: string, head = HEAD, number = 12): string =>
  commentBody({
    cluster: 'acme',
    file: 'cluster.yaml',
    reviewed,
    pull: { repository: 'acme/pbx', number, head },
    render: () => 'The plan',
    runUrl: 'https://github.com/acme/pbx/actions/runs/7',
    ...(key && { key }),
  });
const comment = (rest: Partial<Comment> = {}): Comment => ({
  id: 1,
  nodeId: 'IC_1',
  body: body(),
  author: BOT,
  ...rest,
});

interface Past {
  changed?: string;
  pulls?: Pull[];
  comments?: Comment[];
  states?: Partial<CommentState>[];
}

/** GitHub as it remembers; by default the plan's own comment, untouched. */
function past({ changed = 'abc1234', pulls = [pull], comments = [comment()], states = [] }: Past = {}): History {
  return {
    lastChange: () => Promise.resolve(changed || undefined),
    pulls: (commit) => Promise.resolve(commit === changed ? pulls : []),
    comments: async function* () {
      await Promise.resolve();
      yield* comments;
    },
    states: (ids) => Promise.resolve(ids.map((nodeId, index) => ({ nodeId, minimized: false, ...states[index] }))),
  };
}
const find = (given: Past = {}, rest: Partial<Wanted> = {}) => findReviewed(past(given), { ...wanted, ...rest });

test('the plan that was reviewed is that of the pull request which changed the cluster file last', async () => {
  expect(await find()).toEqual({ kind: 'plan', pull: { number: 12, url: pull.url }, reviewed });
});

test('a bot updates its own comment, and that is no edit by somebody else', async () => {
  expect(await find({ states: [{ editor: { login: 'github-actions', isBot: true } }] })).toMatchObject({
    kind: 'plan',
  });
});

test.each([
  ['a person', { login: 'mallory', isBot: false }],
  ['a person who is called like the bot', { login: 'github-actions', isBot: false }],
  ['another bot', { login: 'evil-app', isBot: true }],
])('a comment that %s edited counts for nothing', async (_, editor) => {
  expect(await find({ states: [{ editor }] })).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining(`edited by ${editor.login}`) as string,
  });
});

test('nobody else can write a plan', async () => {
  for (const author of ['mallory', 'github-actions', 'evil[bot]'])
    expect(await find({ comments: [comment({ author })] })).toMatchObject({ kind: 'none' });
});

test('two comments that both say they are the plan are refused, unless one is folded up', async () => {
  const comments = [comment(), comment({ id: 2, nodeId: 'IC_2' })];
  expect(await find({ comments })).toMatchObject({ kind: 'refused' });
  expect(await find({ comments, states: [{ minimized: true }] })).toMatchObject({ kind: 'plan' });
});

test('with a key only a sealed comment of this very pull request counts', async () => {
  const sealed = (text: string) => find({ comments: [comment({ body: text })] }, { key: 'sesame' });
  expect(await sealed(body('sesame'))).toMatchObject({ kind: 'plan' });
  expect(await sealed(body())).toMatchObject({ kind: 'refused' });
  expect(await sealed(body('guess'))).toMatchObject({ kind: 'refused' });
  expect(await sealed(body('sesame', HEAD, 11))).toMatchObject({ kind: 'refused' });
  expect(await sealed(body('sesame').replace('The plan', 'A plan'))).toMatchObject({ kind: 'refused' });
});

test('a comment whose hidden part is damaged is refused', async () => {
  const damaged = body().replace('settings=', 'setting=');
  expect(await find({ comments: [comment({ body: damaged })] })).toMatchObject({ kind: 'refused' });
});

test('what was pushed after the plan has none', async () => {
  const found = await find({ pulls: [{ ...pull, head: 'feedbee'.padEnd(40, '2') }] });
  expect(found).toMatchObject({ kind: 'none', why: expect.stringContaining('merged at feedbee') as string });
});

test.each([
  ['pushed without a pull request', { pulls: [] }],
  ['of a pull request that is still open', { pulls: [{ ...pull, mergedAt: undefined }] as unknown as Pull[] }],
  ['of a pull request for another branch', { pulls: [{ ...pull, base: 'staging' }] }],
  ['of a pull request without a plan', { comments: [] }],
  ['without the cluster file', { changed: '' }],
])('a commit %s has no reviewed plan', async (_, given) => {
  expect(await find(given)).toMatchObject({ kind: 'none' });
});
