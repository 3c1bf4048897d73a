import { createHash } from 'node:crypto';
import { COMMENT_LIMIT, isSealed, type Comments } from '../../../src/github/comment';
import { fleetBody, fleetTold, upsertFleetComment, type FleetComment } from '../../../src/github/fleet-comment';
import type { Comment } from '../../../src/github/repository';
import { FINGERPRINT_BYTES } from '../../../src/plan/fingerprint';
import type { FleetPlan, KnownPlan } from '../../../src/plan/fleet-plans';
import type { Reviewed } from '../../../src/plan/review';
import { renderFleetPlans } from '../../../src/render/fleet-plans';

const RUN = 'https://github.com/acme/pbx/actions/runs/12345678901';
const HEAD = 'c0ffee0'.padEnd(40, '1');
const hash = (text: string) => createHash('sha256').update(text).digest();
const SETTINGS = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [
    `ssh.setting_${index}`,
    hash(`setting ${index}`).subarray(0, 16).toString('base64'),
  ]),
);

/** As a plan with so many changes hides it */
function reviewedBy(cluster: string, changes: number): Reviewed {
  const prints = Array.from({ length: changes }, (_, index) =>
    hash(`${cluster} ${index}`).subarray(0, FINGERPRINT_BYTES).toString('base64'),
  );
  return { digest: `sha256:${hash(cluster).toString('hex')}`, settings: SETTINGS, changes: new Set(prints) };
}
const known: KnownPlan = {
  known: true,
  reviewed: reviewedBy('acme', 12),
  asked: true,
  ...{ counts: { update: 6, restart: 7 }, blocked: 0, settings: 0, stopped: false, impact: 'active-calls' },
};
const one = (name: string, plan: FleetPlan['plan'] = known, job?: string): FleetPlan => ({
  ...{ file: `clusters/${name}/cluster.yaml`, name, runner: ['self-hosted'], environment: name, wave: 1, plan },
  ...(job !== undefined && { job }),
});
const planOf = (cluster: string, changes = 12): KnownPlan => ({ ...known, reviewed: reviewedBy(cluster, changes) });
const page = (plans: FleetPlan[], limit = COMMENT_LIMIT, left: { file: string; name?: string }[] = []) =>
  renderFleetPlans({ plans, left, runUrl: RUN, limit });
const comment = (plans: FleetPlan[], more: Partial<FleetComment> = {}): FleetComment => ({
  plans,
  pull: { repository: 'acme/pbx', number: 12, head: HEAD },
  run: { id: 7, attempt: 1 },
  render: (limit) => page(plans, limit),
  ...more,
});

test('a row for each cluster that changes, with its link, and names of those that do not', () => {
  const empty = { ...known, counts: {}, impact: 'none' as const };
  expect(page([one('away', { known: false, why: 'missing' }), one('acme', known, '99'), one('calm', empty)]))
    .toBe(`### 3 clusters: 1 unknown, 1 to change, 1 without changes

**Callers notice, at worst:** calls can be cut.

> [!WARNING]
> Nobody knows what a deploy of \`away\` would do: that is not "no changes".

| Cluster | Wave | What a deploy would do | Callers notice |
| --- | --- | --- | --- |
| [\`away\`](${RUN}) | 1 | **Unknown:** its job failed or never ran; is its runner there? | unknown |
| [\`acme\`](${RUN}/job/99) | 1 | 6 to change in place, 7 to restart | calls can be cut |

**No changes:** \`calm\`.

<sub>[Run](${RUN})</sub>
`);
});

test('200 clusters that all change, with the longest names there can be, fit in a comment with each row', () => {
  const plans = Array.from({ length: 200 }, (_, index) =>
    one(
      `${'x'.repeat(60)}${String(index).padStart(3, '0')}`,
      {
        ...planOf(`customer-${index}`),
        counts: { create: 100, update: 100, replace: 100, delete: 100, restart: 1000 },
        settings: 40,
        blocked: 500,
      },
      '45678901234567',
    ),
  );
  const body = fleetBody(comment(plans));
  expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
  for (const { name } of plans) expect(body).toContain(`\`${name}\``);
  const told = fleetTold(body)?.reviewed;
  expect(told?.size).toBe(200);
  // What does not fit change by change is known again as a whole, and that is said.
  const parts = [...(told?.values() ?? [])].filter(({ changes }) => !changes);
  expect(body).toContain(`${parts.length} plans are too long for each change to be known again`);
});

test('200 clusters with names of usual length keep their links', () => {
  const plans = Array.from({ length: 200 }, (_, index) =>
    one(`customer-${index}`, planOf(`customer-${index}`), '45678901234567'),
  );
  const body = fleetBody(comment(plans));
  expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(fleetTold(body)?.reviewed.size).toBe(200);
  expect(body.match(/\/job\/45678901234567\)/g)).toHaveLength(200);
});

test('what does not fit is counted, whatever else is said', () => {
  const plans = Array.from({ length: 256 }, (_, index) => one(`customer-${index}`));
  const left = Array.from({ length: 256 }, (_, index) => ({ file: `clusters/gone-${index}/cluster.yaml` }));
  const text = page(plans, 12_000, left);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(12_000);
  expect(text).toMatch(/… and \d+ more clusters: see the run\./);
  expect(text).toContain('… and 236 more cluster files left the repository');
});

test('long names of files that left leave room for what is not known', () => {
  const left = Array.from({ length: 20 }, (_, index) => ({
    file: `clusters/${'x'.repeat(3000)}-${index}/cluster.yaml`,
  }));
  const text = page([one('acme', { known: false, why: 'missing' })], 12_000, left);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(12_000);
  expect(text).toContain('| [`acme`](');
  expect(text).toContain('20 cluster files left the repository');
});

test('a cluster that left is told with what to do, as text', () => {
  const text = page([], COMMENT_LIMIT, [{ file: 'clusters/<img src=x>/cluster.yaml', name: 'gone' }]);
  expect(text).toContain('left the repository');
  expect(text).not.toContain('<img');
});

describe('the comment', () => {
  const BOT = 'github-actions[bot]';
  function github(there: Partial<Comment>[] = [], now = { head: HEAD, merged: false }) {
    const written: [number | undefined, string][] = [];
    const comments: Comments = {
      viewer: () => Promise.resolve(BOT),
      pull: () => Promise.resolve(now),
      // eslint-disable-next-line @typescript-eslint/require-await
      list: async function* () {
        yield* there.map((each, index) => ({ id: index + 1, nodeId: `IC_${index}`, body: '', author: BOT, ...each }));
      },
      create: (body) => Promise.resolve(void written.push([undefined, body])),
      update: (id, body) => Promise.resolve(void written.push([id, body])),
      minimize: () => Promise.resolve(),
    };
    return { comments, written };
  }
  const plans = [one('acme')];

  test('is one for each part of the clusters, where several jobs plan some each', async () => {
    const whole = fleetBody(comment(plans));
    const east = fleetBody(comment(plans, { part: 'east' }));
    expect(fleetTold(east)?.reviewed).toEqual(fleetTold(whole)?.reviewed);
    const { comments, written } = github([{ body: east }, { body: whole }]);
    const later = { run: { id: 99_999_999_999, attempt: 1 } };
    expect(await upsertFleetComment(comments, comment(plans, { ...later, part: 'west' }))).toBe('created');
    expect(await upsertFleetComment(comments, comment(plans, { ...later, part: 'east' }))).toBe('updated');
    expect(await upsertFleetComment(comments, comment(plans, later))).toBe('updated');
    expect(written.map(([id]) => id)).toEqual([undefined, 1, 2]);
  });

  test('says which plans it showed, and which it did not', () => {
    const body = fleetBody(
      comment([...plans, one('away', { known: false, why: 'missing' }), one('fork', { ...known, asked: false })]),
    );
    expect(fleetTold(body)).toEqual({
      head: HEAD,
      run: { id: 7, attempt: 1 },
      reviewed: new Map([['acme', known.reviewed]]),
    });
    expect(body).not.toContain('too long');
    expect(fleetTold('A plan')).toBeUndefined();
  });

  test('keeps each change of the first waves, and of the others what fits', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...one(`customer-${index}`, planOf(`customer-${index}`, 100)),
      wave: index === 59 ? 1 : 2,
    }));
    const body = fleetBody(comment(many));
    expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    const told = fleetTold(body)?.reviewed;
    expect(told?.size).toBe(60);
    expect(told?.get('customer-59')).toEqual(reviewedBy('customer-59', 100));
    const { changes: _, ...whole } = reviewedBy('customer-58', 100);
    expect([...(told?.values() ?? [])].filter(({ changes }) => changes).length).toBeGreaterThan(10);
    expect(told?.get('customer-58')).toEqual(whole);
  });

  test('says of which plans nothing could be kept', () => {
    const many = Array.from({ length: 256 }, (_, index) => {
      const settings = Object.fromEntries(
        Array.from({ length: 20 }, (__, each) => [`ssh.setting_${each}`, hash(`${index} ${each}`).toString('base64')]),
      );
      return one(`customer-${index}`, { ...known, reviewed: { ...reviewedBy('x', 1), settings } });
    });
    const body = fleetBody(comment(many));
    expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    const kept = fleetTold(body)?.reviewed.size ?? 0;
    expect(kept).toBeGreaterThan(10);
    expect(body).toContain(`${256 - kept} plans did not fit here, so the deploy stops`);
  });

  test('is sealed where there is a key', () => {
    const body = fleetBody(comment(plans, { key: 'sesame' }));
    const pull = { repository: 'acme/pbx', number: 12, head: HEAD };
    expect(isSealed(body, 'sesame', pull)).toBe(true);
    expect(isSealed(body, 'sesame', { ...pull, number: 13 })).toBe(false);
    expect(fleetTold(body)?.reviewed.get('acme')).toEqual(known.reviewed);
  });

  test("is written once and then updated, and nobody else's is touched", async () => {
    const first = github([{ body: fleetBody(comment(plans)), author: 'mallory' }]);
    expect(await upsertFleetComment(first.comments, comment(plans))).toBe('created');
    const again = github([{ body: fleetBody(comment([one('old')])) }]);
    expect(await upsertFleetComment(again.comments, comment(plans))).toBe('updated');
    expect(again.written).toEqual([[1, fleetBody(comment(plans))]]);
  });

  test('is left as it is where the pull request has gone on, or a later run was faster', async () => {
    const merged = github([], { head: HEAD, merged: true });
    expect(await upsertFleetComment(merged.comments, comment(plans))).toBe('left');
    const pushed = github([], { head: 'd'.repeat(40), merged: false });
    expect(await upsertFleetComment(pushed.comments, comment(plans))).toBe('left');
    const later = github([{ body: fleetBody(comment(plans, { run: { id: 8, attempt: 1 } })) }]);
    expect(await upsertFleetComment(later.comments, comment(plans))).toBe('left');
    expect([...merged.written, ...pushed.written, ...later.written]).toEqual([]);
  });
});
