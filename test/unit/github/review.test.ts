import { commentBody } from '../../../src/github/comment';
import { fleetBody } from '../../../src/github/fleet-comment';
import type { Comment } from '../../../src/github/repository';
import {
  findReviewed,
  outdated,
  type CommentState,
  type History,
  type Pull,
  type Wanted,
} from '../../../src/github/review';
import type { Reviewed } from '../../../src/plan/review';

const reviewed: Reviewed = {
  digest: `sha256:${'0'.repeat(64)}`,
  settings: { ssh: 'k6nyDEkU44mz' },
  changes: new Set(),
};
const HEAD = 'c0ffee0'.padEnd(40, '1');
const BEFORE = '2026-11-20T15:59:00Z';
const BOT = 'github-actions[bot]';
const wanted: Wanted = {
  repository: 'acme/pbx',
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
    run: { id: 7, attempt: 1 },
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
  /** The last one first */
  changed?: string[];
  /** By commit; a list: of each */
  pulls?: Pull[] | Record<string, Pull[]>;
  /** By pull request; a list: of each */
  comments?: Comment[] | Record<number, Comment[]>;
  states?: Partial<CommentState>[];
  /** What branches are called now */
  branches?: Record<string, string>;
  text?: string | undefined;
  /** Git's hashes of the control scripts */
  hashes?: Record<string, string>;
  /** Told which paths commits were asked of */
  asked?: string[];
}

/** GitHub as it remembers; by default the plan's own comment, untouched. */
function past(given: Past = {}): History {
  const { changed = ['abc1234'], pulls = [pull], comments = [comment()], states = [], branches = {} } = given;
  return {
    textOn: (branch) =>
      Promise.resolve(branch === 'main' ? ('text' in given ? given.text : 'name: acme\n') : undefined),
    hashesOn: () => Promise.resolve(given.hashes),
    // What is not named is the last one alone.
    changes: (_branch, paths, since) => {
      given.asked?.push(...paths);
      return Promise.resolve(since === undefined ? changed.slice(0, 1) : changed);
    },
    pulls: (commit) => Promise.resolve(Array.isArray(pulls) ? pulls : (pulls[commit] ?? [])),
    branchNow: (name) => Promise.resolve(branches[name]),
    comments: async function* (number) {
      await Promise.resolve();
      yield* Array.isArray(comments) ? comments : (comments[number] ?? []);
    },
    states: (ids) =>
      Promise.resolve(ids.map((nodeId, index) => ({ nodeId, minimized: false, writtenAt: BEFORE, ...states[index] }))),
  };
}
const find = (given: Past = {}, rest: Partial<Wanted> = {}) => findReviewed(past(given), { ...wanted, ...rest });

test('the plan that was reviewed is that of the pull request which changed the cluster file last', async () => {
  expect(await find()).toEqual({ kind: 'plan', plans: [{ pull, reviewed }] });
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
  ['without the cluster file', { changed: [] }],
])('a commit %s has no reviewed plan', async (_, given) => {
  expect(await find(given)).toMatchObject({ kind: 'none' });
});

describe('a review is of the time of the merge', () => {
  test.each([
    ['was written before it', '2026-11-20T15:59:59Z', 'plan'],
    ['was written in the same second', '2026-11-20T16:00:00Z', 'plan'],
    ['was written after it', '2026-11-20T16:00:01Z', 'refused'],
    ['was written nobody knows when', 'an unknown time', 'refused'],
  ])('a comment that %s counts accordingly, whoever wrote it', async (_, writtenAt, kind) => {
    const bot = { login: 'github-actions', isBot: true };
    expect(await find({ states: [{ writtenAt, editor: bot }] })).toMatchObject({ kind });
    expect(await find({ states: [{ writtenAt }] })).toMatchObject({ kind });
  });

  test('and says what became of it', async () => {
    expect(await find({ states: [{ writtenAt: '2026-11-20T17:00:00Z' }] })).toMatchObject({
      why: "#12: the plan's comment was written at 2026-11-20T17:00:00Z, after the merge at 2026-11-20T16:00:00Z, so what was reviewed is not there any more.",
    });
  });
});

describe('a run that is run again has its old commit', () => {
  const ask = (text: string, given: Past = {}) => outdated(past(given), { branch: 'main', file: 'cluster.yaml', text });

  test('what the branch says now is deployed, and nothing else', async () => {
    expect(await ask('name: acme\n')).toBeUndefined();
    expect(await ask('name: acme\r\n')).toBeUndefined();
    expect(await ask('name: acme\nimage: x\n')).toMatch(
      /not what main says now.*Run the deploy of the last commit of main/,
    );
    expect(await ask('name: acme\n', { text: undefined })).toContain('main has no cluster.yaml (any more)');
  });

  test('nor with settings that clusters share and that are others now', async () => {
    const texts: Record<string, string> = { 'a/cluster.yaml': 'name: acme\n', 'defaults.yaml': 'image: x:2\n' };
    const history = { ...past({}), textOn: (_: string, file: string) => Promise.resolve(texts[file]) };
    const given = { branch: 'main', file: 'a/cluster.yaml', text: 'name: acme\n' };
    const shared = (text: string) => outdated(history, { ...given, shared: { file: 'defaults.yaml', text } });
    expect(await shared('image: x:2\n')).toBeUndefined();
    expect(await shared('image: x:1\n')).toMatch(/^defaults\.yaml is not what main says now/);
  });

  test('commits that changed shared settings are looked for as well', async () => {
    const asked: string[] = [];
    await findReviewed(past({ asked }), { ...wanted, shared: 'defaults.yaml' });
    expect(asked).toEqual(['cluster.yaml', 'defaults.yaml']);
  });
});

describe('what came to the branch since the last deploy is deployed together', () => {
  const other: Pull = { ...pull, number: 13, url: 'https://github.com/acme/pbx/pull/13' };
  const two = { bbb: [other], aaa: [pull] };
  const comments = {
    12: [comment()],
    13: [comment({ id: 2, nodeId: 'IC_2', body: body(undefined, HEAD, 13) })],
  };
  const since = { since: '0'.repeat(40) };

  test('with the plans of all pull requests, the last one first', async () => {
    const found = await find({ changed: ['bbb', 'aaa', 'aaa'], pulls: two, comments }, since);
    expect(found).toMatchObject({ kind: 'plan', plans: [{ pull: other }, { pull }] });
  });

  test('with the last one alone where nobody knows what was deployed', async () => {
    const found = await find({ changed: ['bbb', 'aaa'], pulls: two, comments });
    expect(found).toMatchObject({ kind: 'plan', plans: [{ pull: other }] });
  });

  test('one without a plan takes nothing from the others, nor does what was pushed directly', async () => {
    const some = { changed: ['ccc', 'bbb', 'aaa'], pulls: two, comments: { 12: comments[12] } };
    expect(await find(some, since)).toMatchObject({ kind: 'plan', plans: [{ pull }] });
  });

  test('one whose comment was tampered with spoils all', async () => {
    const spoiled = { 12: [comment({ body: `${body()} ` }), comment({ id: 3 })], 13: comments[13] };
    expect(await find({ changed: ['bbb', 'aaa'], pulls: two, comments: spoiled }, since)).toMatchObject({
      kind: 'refused',
    });
  });

  test('of a hundred, twenty are looked at', async () => {
    const changed = Array.from({ length: 100 }, (_, n) => `c${n}`);
    const pulls = Object.fromEntries(changed.map((commit, n) => [commit, [{ ...pull, number: 100 + n }]]));
    const found = await find({ changed, pulls }, since);
    expect(found.kind === 'plan' && found.plans.length).toBe(20);
  });
});

describe('a pull request that was merged to', () => {
  const elsewhere = [{ ...pull, base: 'master' }];

  test('a branch by its old name is one of this branch', async () => {
    expect(await find({ pulls: elsewhere, branches: { master: 'main' } })).toMatchObject({ kind: 'plan' });
  });

  test('another branch is none, and is named', async () => {
    expect(await find({ pulls: elsewhere, branches: { master: 'master' } })).toEqual({
      kind: 'none',
      why: 'cluster.yaml was changed by abc1234, which came to main without a pull request: #12 brought it to master, and its plan is of that.',
    });
    expect(await find({ pulls: elsewhere })).toMatchObject({ kind: 'none' });
  });

  test('another branch first and to this one then is one of this branch', async () => {
    expect(await find({ pulls: [...elsewhere, { ...pull, number: 12 }] })).toMatchObject({ kind: 'plan' });
  });
});

describe('with control scripts of the repository', () => {
  const files = [{ name: 'pbx_ctl.sh', text: '#!/bin/sh\necho pbx\n' }];
  // printf '#!/bin/sh\necho pbx\n' | git hash-object --stdin
  const hashes = { 'pbx_ctl.sh': 'f1751537db06b1d794734dc019b1a5f5415fe9a1', 'README.md': 'f'.repeat(40) };
  const ask = (now: Record<string, string> | undefined) =>
    outdated(past({ text: 'name: acme\n', ...(now && { hashes: now }) }), {
      branch: 'main',
      file: 'cluster.yaml',
      text: 'name: acme\n',
      scripts: { folder: 'portsip', files },
    });

  test('what is deployed are those of the branch as it is now, to the byte', async () => {
    expect(await ask(hashes)).toBeUndefined();
    const older = expect.stringContaining('portsip is not what main says now') as string;
    expect(await ask({ ...hashes, 'pbx_ctl.sh': 'e'.repeat(40) })).toEqual(older);
    expect(await ask({ ...hashes, 'im_ctl.sh': 'e'.repeat(40) })).toEqual(older);
    expect(await ask({})).toEqual(older);
    expect(await ask(undefined)).toEqual(older);
  });

  test('pull requests that changed only them count as well', async () => {
    const asked: string[] = [];
    expect(await find({ asked }, { scripts: 'portsip' })).toMatchObject({ kind: 'plan' });
    expect(asked).toEqual(['cluster.yaml', 'portsip']);
  });
});

describe('the comment on many clusters', () => {
  const known = {
    ...{ known: true as const, reviewed, asked: true, counts: {}, blocked: 0, settings: 0, stopped: false },
    impact: 'none' as const,
  };
  const ofMany = (names: string[], { head = HEAD, key }: { head?: string; key?: string } = {}) =>
    fleetBody({
      plans: names.map((name) => ({
        ...{ name, file: `clusters/${name}/cluster.yaml`, runner: ['self-hosted'], environment: name, wave: 1 },
        plan: known,
      })),
      pull: { repository: 'acme/pbx', number: 12, head },
      run: { id: 7, attempt: 1 },
      render: () => 'All plans',
      ...(key !== undefined && { key }),
    });
  const many = (text: string, more: Partial<Comment> = {}) => comment({ id: 3, nodeId: 'IC_3', body: text, ...more });
  const other = body(undefined, 'd'.repeat(40));

  test('has the reviewed plan of each, so that none needs a comment of its own', async () => {
    const comments = [many(ofMany(['acme', 'umbra']))];
    expect(await find({ comments })).toEqual({ kind: 'plan', plans: [{ pull, reviewed }] });
    expect(await find({ comments }, { cluster: 'third' })).toEqual({
      kind: 'none',
      why: "#12: the plans' comment has no plan of third: nobody knew what a deploy would do.",
    });
  });

  test('counts for nothing when somebody else wrote or edited it, it has no seal, or is of another commit', async () => {
    const found = (text: string, given: Past = {}, rest: Partial<Wanted> = {}) =>
      find({ comments: [many(text)], ...given }, rest);
    const text = ofMany(['acme']);
    expect(await find({ comments: [many(text, { author: 'mallory' })] })).toMatchObject({ kind: 'none' });
    expect(await found(text, { states: [{ editor: { login: 'mallory', isBot: false } }] })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('edited by mallory') as string,
    });
    expect(await found(text, {}, { key: 'sesame' })).toMatchObject({ kind: 'refused' });
    expect(await found(ofMany(['acme'], { key: 'sesame' }), {}, { key: 'sesame' })).toMatchObject({ kind: 'plan' });
    expect(await found(ofMany(['acme'], { head: 'd'.repeat(40) }))).toMatchObject({ kind: 'none' });
    expect(await find({ comments: [many(text), many(text, { id: 4, nodeId: 'IC_4' })] })).toMatchObject({
      kind: 'refused',
    });
  });

  test('is the one that has the cluster, where several have some each; two that have it are refused', async () => {
    const [east, west] = [many(ofMany(['umbra'])), many(ofMany(['acme']), { id: 4, nodeId: 'IC_4' })];
    expect(await find({ comments: [east, west] })).toEqual({ kind: 'plan', plans: [{ pull, reviewed }] });
    expect(await find({ comments: [east, west] }, { cluster: 'third' })).toMatchObject({ kind: 'none' });
    expect(await find({ comments: [west, { ...west, id: 5, nodeId: 'IC_5' }] })).toMatchObject({ kind: 'refused' });
    const before = many(ofMany(['acme'], { head: 'd'.repeat(40) }));
    expect(await find({ comments: [before, west] })).toMatchObject({ kind: 'plan' });
    expect(await find({ comments: [before, east] })).toMatchObject({ kind: 'none' });
    // What it said may have been anything.
    const damaged = many(ofMany(['umbra']).replace('fleet-plans', 'fleet-plan'));
    expect(await find({ comments: [damaged, west] })).toMatchObject({ kind: 'refused' });
  });

  test("stands in for a cluster's own comment of another commit, and not for one that somebody edited without it", async () => {
    expect(await find({ comments: [comment({ body: other }), many(ofMany(['acme']))] })).toMatchObject({
      kind: 'plan',
    });
    expect(await find({ comments: [comment({ body: other }), many(ofMany(['umbra']))] })).toMatchObject({
      kind: 'none',
    });
    const edited = [{ editor: { login: 'mallory', isBot: false } }];
    expect(await find({ comments: [comment(), many(ofMany(['umbra']))], states: edited })).toMatchObject({
      kind: 'refused',
    });
  });
});
