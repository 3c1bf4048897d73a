import { spawnSync } from 'node:child_process';
import { imagesAtRegistry } from '../../../src/host/image-digests';
import { HostError, type Host } from '../../../src/host/types';
import { planDocument, readPlanDocument } from '../../../src/plan/document';
import { fetchedBy } from '../../../src/plan/images';
import { offlinePlan, withChanges, withImages } from '../../../src/plan/plan';
import { decide, packReviewed, reviewedOf, unpackReviewed, type Found } from '../../../src/plan/review';
import type { Plan } from '../../../src/plan/types';
import { renderMarkdown } from '../../../src/render/markdown';
import { renderTerminal } from '../../../src/render/terminal';
import { clusterOf, GUIDE, guide, only } from '../stages/fixture';

const NEWER = clusterOf(GUIDE.replace('pbx:22', 'pbx:22.7'));
const [OLD, NEW] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
const plain = offlinePlan(guide(), NEWER);
const seen = (digest: string, version?: string): Plan =>
  withImages(plain, { 'portsip/pbx:22.7': { digest, ...(version && { version }) } });
const found = (plan: Plan): Found => {
  const reviewed = unpackReviewed(packReviewed(reviewedOf(plan)));
  if (!reviewed) throw new Error('not unpacked');
  return { kind: 'plan', plans: [{ pull: { number: 12, url: '' }, reviewed }] };
};
const ask = (now: Plan, then: Plan) =>
  decide({ plan: now, unasked: withChanges(now, now.changes), found: found(then), withoutReview: 'refuse' });

test('what is fetched is what control scripts are told, by tag', () => {
  const images = (text: string) =>
    offlinePlan(undefined, clusterOf(text)).changes.flatMap((change) => fetchedBy(change, clusterOf(text)));
  expect(new Set(images(GUIDE).map(({ image }) => image))).toEqual(new Set(['portsip/pbx:22']));
  const database = GUIDE.replace('role: dataflow', '$&, clickhouse_image: "portsip/clickhouse:25.8"');
  expect(new Set(images(database).map(({ image }) => image))).toEqual(
    new Set(['portsip/pbx:22', 'portsip/clickhouse:25.8']),
  );
  const byDigest = database.replace('portsip/pbx:22', `"portsip/pbx:22@${OLD}"`);
  expect(images(byDigest).map(({ image }) => image)).toEqual(['portsip/clickhouse:25.8']);
  const limit = clusterOf(GUIDE.replace('5000', '4000'));
  expect(offlinePlan(guide(), limit).changes.flatMap((change) => fetchedBy(change, limit))).toEqual([]);
});

test('what a tag is now is in the digest, in plan.json, and shown', () => {
  expect(new Set([plain.digest, seen(OLD).digest, seen(NEW).digest]).size).toBe(3);
  expect(seen(OLD, '22.7.1').digest).toBe(seen(OLD).digest);
  expect(withImages(plain, {})).toBe(plain);
  const read = readPlanDocument(JSON.parse(JSON.stringify(planDocument(seen(OLD, '22.7.1')))));
  expect(read?.digest).toBe(seen(OLD).digest);
  const text = renderMarkdown(seen(OLD, '22.7.1'), { clusterFile: 'cluster.yaml' });
  expect(text).toContain(`- \`portsip/pbx:22.7\` is version \`22.7.1\`, \`${OLD}\``);
  expect(renderTerminal(seen(OLD), { color: false })).toContain(`portsip/pbx:22.7 is ${OLD}`);
});

test('a tag that was moved since the review stops the deploy', () => {
  expect(ask(seen(OLD), seen(OLD))).toMatchObject({ go: true, why: 'reviewed' });
  expect(ask(seen(NEW), seen(OLD))).toMatchObject({
    go: false,
    why: `An image is not what was reviewed in #12, since its tag was moved: portsip/pbx:22.7 was ${OLD} and is ${NEW} now.`,
  });
});

test('what nobody can tell now has to be what was reviewed once it is fetched', () => {
  const decision = ask(plain, seen(OLD));
  expect(decision).toMatchObject({ go: true, allowed: { images: { 'portsip/pbx:22.7': OLD } } });
});

test('what was not known when it was reviewed is what it is now, for all that follows', () => {
  expect(ask(seen(NEW), plain)).toMatchObject({ go: true, allowed: { images: { 'portsip/pbx:22.7': NEW } } });
});

test('an approval by digest is of these very images', () => {
  const approve = (now: Plan, then: Plan) =>
    decide({
      plan: now,
      unasked: now,
      found: { kind: 'none', why: '' },
      approve: then.digest,
      withoutReview: 'refuse',
    });
  expect(approve(seen(OLD), seen(OLD))).toMatchObject({ go: true });
  expect(approve(seen(NEW), seen(OLD))).toMatchObject({ go: false });
});

describe('a host that is asked what a tag is', () => {
  const answering = (stdout: string): Host =>
    ({ run: () => Promise.resolve({ code: 0, stdout, stderr: '' }) }) as unknown as Host;

  test.each([
    ['tells', `portsip/pbx:22.7\t${OLD}\t22.7.1\n`, { 'portsip/pbx:22.7': { digest: OLD, version: '22.7.1' } }],
    ['cannot tell', 'portsip/pbx:22.7\t\t\n', {}],
    ['says nothing', '', {}],
    ['speaks of others', `evil/pbx:1\t${OLD}\t\n__proto__\t${OLD}\t\n`, {}],
    ['has no digest', 'portsip/pbx:22.7\tsha256:12\t22.7.1\n', {}],
    ['has an odd version', `portsip/pbx:22.7\t${OLD}\t<img src=x>\n`, { 'portsip/pbx:22.7': { digest: OLD } }],
  ])('and %s', async (_, stdout, expected) => {
    expect(await imagesAtRegistry(answering(stdout), ['portsip/pbx:22.7'])).toEqual(expected);
  });

  test('and does not answer is no reason to stop', async () => {
    const failing = { run: () => Promise.reject(new HostError('gone', 'media-1', 'unreachable')) } as unknown as Host;
    expect(await imagesAtRegistry(failing, ['portsip/pbx:22.7'])).toEqual({});
  });

  test('with a script that a shell can read', async () => {
    let script = '';
    const keeping = {
      run: (text: string) => {
        script = text;
        return Promise.resolve({ code: 0, stdout: '', stderr: '' });
      },
    } as unknown as Host;
    await imagesAtRegistry(keeping, ['x']);
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    expect(script).not.toMatch(/docker (image )?pull/);
  });
});

test('the change itself is the same whatever its image is', () => {
  expect(only(seen(OLD), 'role', 'queue-server-1')).toEqual(only(plain, 'role', 'queue-server-1'));
});
