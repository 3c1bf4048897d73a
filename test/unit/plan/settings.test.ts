import { deployedSettings } from '../../../src/cluster/settings';
import { planDocument } from '../../../src/plan/document';
import { comparedWith, makePlan, offlinePlan } from '../../../src/plan/plan';
import { decide, reviewedOf, type Found, type Question } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import { renderDecision } from '../../../src/render/decision';
import { renderMarkdown } from '../../../src/render/markdown';
import { renderOverview } from '../../../src/render/outcome';
import { renderTerminal } from '../../../src/render/terminal';
import { deployed } from '../../../src/stages/deployed';
import { clusterOf, GUIDE, guide } from '../stages/fixture';

/*
 * A pull request that changes only how things are done: it changes no server, and decides where the password goes and what runs.
 */
const HOSTILE = clusterOf(GUIDE.replace('192.168.1.20 }', '192.168.1.20, api: "https://evil.example" }'));
const plan = offlinePlan(guide(), HOSTILE);
const SENTENCE = "the PBX is asked at another address, which gets the administrator's password";

test('it is in the plan as data, with what follows from it', () => {
  expect(plan.changes).toEqual([]);
  expect(planDocument(plan).changedSettings).toEqual([
    { name: 'pbx.api', before: 'https://192.168.1.20:8887', after: 'https://evil.example', follows: SENTENCE },
  ]);
});

test.each([
  ['the terminal', renderTerminal(plan, { color: false })],
  ['the comment', renderMarkdown(plan, { clusterFile: 'cluster.yaml' })],
  ['the summary of a deploy', renderOverview(plan, { clusterFile: 'cluster.yaml' })],
])('%s shows it, and does not say that there is nothing', (_where, text) => {
  expect(text).toContain('https://evil.example');
  expect(text.replaceAll('&#39;', "'")).toContain(SENTENCE);
  expect(text).toContain('1 setting to change');
  expect(text).not.toMatch(/No changes|nothing to do|matches/i);
});

test('what a value holds is text', () => {
  const odd: Plan = { ...plan, changedSettings: [{ name: 'pbx.api', before: '`@x`', after: '\u001b[31m<img>' }] };
  expect(renderMarkdown(odd, { clusterFile: 'cluster.yaml' })).toContain(
    '<code>&#96;&#64;x&#96;</code> → <code>&#92;x1b&#91;31m&#60;img&#62;</code>',
  );
  expect(renderTerminal(odd, { color: false })).not.toContain('\u001b');
});

test('one that happens to hundreds of servers is told once', () => {
  const changedSettings = Array.from({ length: 300 }, (_, n) => ({
    name: 'ssh.user',
    server: `media-${n}`,
    before: 'pbx',
    after: 'root',
  }));
  const text = renderTerminal({ ...plan, changedSettings }, { color: false });
  expect(text.match(/ssh\.user of media-0, media-1, media-2, media-3 and 296 more: pbx -> root/g)).toHaveLength(1);
});

describe('a live plan', () => {
  const live = { ...deployed(HOSTILE, HOSTILE), live: true };

  test('compares with what was deployed last', () => {
    const before = { ...live, deployedSettings: deployedSettings(guide()) };
    expect(makePlan(HOSTILE, before).changedSettings).toEqual(plan.changedSettings);
    expect(makePlan(HOSTILE, live).changedSettings).toEqual([]);
  });

  test('and with the base branch, each difference once', () => {
    const { deployedSettings: _, ...unknown } = live;
    const made = makePlan(HOSTILE, unknown);
    expect(made.changedSettings).toEqual([]);
    expect(comparedWith(guide(), HOSTILE, made).changedSettings).toEqual(plan.changedSettings);
    expect(comparedWith(guide(), HOSTILE, plan).changedSettings).toEqual(plan.changedSettings);
    expect(comparedWith(undefined, HOSTILE, made).changedSettings).toEqual([]);
  });
});

describe('a deploy of it', () => {
  const pull = { number: 12, url: 'https://github.com/acme/pbx/pull/12' };
  const nobody: Found = { kind: 'none', why: 'pushed without a pull request' };
  const saw = (seen: Plan): Found => ({ kind: 'plan', plans: [{ pull, reviewed: reviewedOf(seen) }] });
  const ask = (found: Found, rest: Partial<Question> = {}) =>
    decide({ plan, unasked: plan, found, withoutReview: 'refuse', ...rest });

  test('needs a review although no server changes', () => {
    expect(ask(saw(plan))).toMatchObject({ go: true, why: 'reviewed' });
    expect(ask(nobody)).toMatchObject({ go: false, settings: ['pbx.api'], differences: [] });
    expect(ask(saw(offlinePlan(guide(), guide())))).toMatchObject({ go: false, settings: ['pbx.api'] });
    expect(ask(nobody, { withoutReview: 'allow' })).toMatchObject({ go: true });
    expect(ask(nobody, { approve: plan.digest })).toMatchObject({ go: true, why: 'approved' });
    const other = offlinePlan(guide(), guide()).digest;
    expect(ask(nobody, { approve: other })).toMatchObject({ go: false, settings: ['pbx.api'] });
  });

  test('that stops says which setting, what follows from it, and what approves it', () => {
    const { headline, markdown } = renderDecision(ask(nobody), {
      plan,
      clusterFile: 'cluster.yaml',
      command: 'gh workflow run',
      runUrl: '',
    });
    expect(headline).toContain('Nobody has reviewed 1 setting (pbx.api)');
    expect(markdown).toContain('https://evil.example');
    expect(markdown).toContain('gh workflow run');
    expect(markdown).not.toContain('0 changes');
  });
});
