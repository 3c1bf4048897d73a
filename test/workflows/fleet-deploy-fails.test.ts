import { FleetStory, jobsOf, SHARED, shared } from './fleet-story';

const IMAGE = 'portsip/pbx:22.7';

/**
 * A deploy that fails half way: anna and bert are of one wave, cleo comes after them. One story; each test goes on where the one before
 * ended.
 */
const story = new FleetStory({ waves: { anna: 1, bert: 1, cleo: 2 }, images: ['22.7'], inlined: true });

const mediaHost = () => story.sandbox('anna').host('media-server-1');

test('a deploy that fails stops nobody of its own wave, and the waves after it', async () => {
  const push = await story.planned({ [SHARED]: shared(IMAGE) });
  const before = story.snapshots('cleo');
  mediaHost().faults.rateLimit = true;
  const result = await story.run(push);
  expect([result.exitCode, jobsOf(result)]).toEqual([
    1,
    ['Check anna', 'Check bert', 'Deploy anna', 'Deploy bert', 'Discover', 'Sum up'],
  ]);
  expect(story.row(result, 'anna')).toMatch(/\*\*failed\*\*/);
  expect(story.row(result, 'bert')).toMatch(/deployed .* \| healthy \| 22\.7/);
  expect(story.row(result, 'cleo')).toContain('**not begun**');
  expect(result.summary).toContain('**Not begun: `cleo`**, since the wave before did not end well: `anna`.');
  expect(story.snapshots('cleo')).toEqual(before);
});

test('once what was in its way is mended the same run by hand does the rest, as it was reviewed', async () => {
  mediaHost().faults.rateLimit = false;
  const result = await story.run(story.byHand());
  expect(result.exitCode).toBe(0);
  expect(story.row(result, 'anna')).toMatch(/deployed .* \| healthy \| 22\.7/);
  expect(story.row(result, 'bert')).toMatch(/nothing to do \| healthy \| 22\.7/);
  expect(story.row(result, 'cleo')).toMatch(/deployed .* \| healthy \| 22\.7/);
});
