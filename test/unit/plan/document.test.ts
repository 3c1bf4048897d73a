import fc from 'fast-check';
import { whatFollows } from '../../../src/cluster/settings';
import { planDocument, readPlanDocument } from '../../../src/plan/document';
import { digestOf } from '../../../src/plan/fingerprint';
import { reviewedOf, unreviewed } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import type { Change } from '../../../src/stages/change';
import { everyKind, plans, variants } from '../stages/every-kind';

const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const all = plans();
const planOf = (...changes: Change[]): Plan => {
  const settings = { restart: 'a hash' };
  const digest = digestOf('acme', settings, changes);
  return { version: 1, cluster: 'acme', digest, settings, changedSettings: [], live: true, changes, warnings: [] };
};

it('says the same to programs as to people: id, stage, action, server, reason, impact, needs and attributes', () => {
  for (const plan of all) {
    const { changes, ...rest } = planDocument(plan);
    expect(rest).toEqual({
      version: 1,
      cluster: 'acme',
      digest: plan.digest,
      live: plan.live,
      settings: plan.settings,
      changedSettings: plan.changedSettings.map((change) => ({ ...change, follows: whatFollows(change) })),
      ...(plan.live && { scripts: plan.scripts }),
      warnings: plan.warnings,
    });
    expect(changes.map(({ id, action, impact, needs }) => ({ id, action, impact, needs }))).toEqual(
      plan.changes.map(({ id, action, impact, needs }) => ({ id, action, impact, needs })),
    );
    for (const change of changes) {
      expect(change.reason).not.toBe('');
      expect(Object.keys(change).filter((name) => !['server', 'oneOf', 'oneOfAs'].includes(name))).toEqual([
        'id',
        'stage',
        'action',
        'reason',
        'impact',
        'needs',
        'attributes',
        'decides',
      ]);
    }
  }
});

it('is known again after it went through a file', () => {
  for (const plan of all) {
    const read = readPlanDocument(overJson(planDocument(plan)));
    if (!read) throw new Error('not read');
    expect(read.digest).toBe(plan.digest);
    expect(reviewedOf(read)).toEqual(reviewedOf(plan));
    expect(unreviewed(plan, reviewedOf(read))).toEqual([]);
  }
});

it('with words edited is the same plan; with other settings, for another cluster or with a change less, another one', () => {
  for (const plan of all.filter(({ changes }) => changes.length > 0)) {
    const document = planDocument(plan);
    const [first, ...others] = document.changes;
    if (!first) throw new Error('a plan with changes');
    const worded = { ...first, reason: 'nothing to see here', attributes: [], needs: [] };
    expect(readPlanDocument(overJson({ ...document, changes: [worded, ...others] }))?.digest).toBe(plan.digest);
    const settings = { ...document.settings, 'ssh.user': document.settings['ssh.port'] };
    expect(readPlanDocument(overJson({ ...document, settings }))?.digest).not.toBe(plan.digest);
    expect(readPlanDocument(overJson({ ...document, cluster: 'other' }))?.digest).not.toBe(plan.digest);
    expect(readPlanDocument(overJson({ ...document, changes: others }))?.digest).not.toBe(plan.digest);
  }
});

it('of any kind of change is another plan with any value edited that decides what is done', () => {
  for (const change of everyKind().values()) {
    const plan = planOf(change);
    const document = planDocument(plan);
    for (const decides of variants(document.changes[0]?.decides)) {
      const edited = { ...document, changes: [{ ...document.changes[0], decides }] };
      expect(readPlanDocument(overJson(edited))?.digest).not.toBe(plan.digest);
    }
  }
});

it('that shows something else than it decides is none', () => {
  for (const plan of all.filter(({ changes }) => changes.length > 0)) {
    const document = planDocument(plan);
    const [first, ...others] = document.changes;
    for (const field of ['id', 'action', 'server'] as const) {
      const other = { ...document, changes: [{ ...first, [field]: 'update-9' }, ...others] };
      expect(readPlanDocument(overJson(other))).toBeUndefined();
    }
  }
});

it('does not believe the digest that it is given', () => {
  const [plan] = all;
  if (!plan) throw new Error('there are plans');
  const forged = { ...planDocument(plan), digest: `sha256:${'0'.repeat(64)}` };
  expect(readPlanDocument(overJson(forged))?.digest).toBe(plan.digest);
});

describe('what no plan was written to', () => {
  it('is nothing, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (value) => expect(readPlanDocument(value)).toBeUndefined()));
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(readPlanDocument(value)).toBeUndefined()));
    for (const text of ['{}', '[]', 'null', '{"version":1}', '{"version":1,"cluster":"acme","changes":[]}'])
      expect(readPlanDocument(JSON.parse(text))).toBeUndefined();
  });

  it('of another version is nothing', () => {
    for (const plan of all) expect(readPlanDocument({ ...planDocument(plan), version: 2 })).toBeUndefined();
  });

  /** All of `value` with one part of it, however deep, replaced or left out */
  function* damaged(value: unknown, by: unknown): Generator<unknown> {
    yield by;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      for (const other of damaged(inner, by)) {
        const entries = Object.entries(value).flatMap(([name, old]): [string, unknown][] =>
          name !== key ? [[name, old]] : other === undefined ? [] : [[name, other]],
        );
        yield Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
      }
  }

  it.each([undefined, null, 0, '', 'toString', [], {}])('half right, with %j somewhere in it, fails nobody', (by) => {
    for (const change of everyKind().values()) {
      const plan = planOf(change);
      for (const document of damaged(overJson(planDocument(plan)), by)) {
        const read = readPlanDocument(document);
        if (read) expect(unreviewed(plan, reviewedOf(read)).length).toBeLessThanOrEqual(1);
      }
    }
  });
});
