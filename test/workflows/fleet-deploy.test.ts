import { FleetStory, jobsOf, NAMES, SHARED, shared, type Name } from './fleet-story';
import { fileOf } from './sites';

/** anna is the canary, bert and cleo come after it. One story; each test goes on where the one before ended. */
const story = new FleetStory({ waves: { anna: 1, bert: 2, cleo: 2 }, images: ['22.7', '22.8', '22.9'] });

/** A maintenance window that is closed now: one hour, half a day from now */
function closed(): object {
  const at = (hours: number) => `${String((new Date().getUTCHours() + hours) % 24).padStart(2, '0')}:00`;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return { window: { days, from: at(11), to: at(12), timezone: 'Etc/UTC' } };
}

const server = (name: Name) => {
  const found = story.sandbox(name).pbx.state.servers.media.find((one) => one.name === 'media-server-1');
  if (!found) throw new Error(`${name} has no media server`);
  return found;
};

const ALL = ['Check anna', 'Check bert', 'Check cleo', 'Deploy anna', 'Deploy bert', 'Deploy cleo'];

test('a merge upgrades the canary; found to be unhealthy, it stops the rest, and what is not begun is said', async () => {
  const push = await story.planned({ [SHARED]: shared('portsip/pbx:22.7') });
  expect(story.api.comments).toHaveLength(1);
  const before = story.snapshots('bert', 'cleo');
  const result = await story.run(push, {
    // Somebody takes the canary's server out of calls before anybody looks.
    when: { text: 'See whether the next wave may begin', then: () => void (server('anna').enabled = false) },
  });
  expect([result.exitCode, jobsOf(result)]).toEqual([
    1,
    ['After wave 1', 'Check anna', 'Deploy anna', 'Discover', 'Sum up'],
  ]);
  expect(story.row(result, 'anna')).toMatch(
    /\| deployed \(\d changes done\) \| \*\*unhealthy\*\*: media-server-1 gets no calls.*\| 22\.7/,
  );
  for (const name of ['bert', 'cleo'] as const) expect(story.row(result, name)).toContain('**not begun**');
  expect(result.summary).toContain('### 3 clusters: 1 unhealthy, 2 not begun');
  expect(result.summary).toContain('**Not begun: `bert` and `cleo`**, since the wave before did not end well: `anna`.');
  expect(story.snapshots('bert', 'cleo')).toEqual(before);
});

test('after it is repaired the same goes on with the rest: what is done already is not done again', async () => {
  server('anna').enabled = true;
  const before = story.snapshots('anna');
  const result = await story.run(story.byHand());
  expect([result.exitCode, jobsOf(result)]).toEqual([
    0,
    ['After wave 1', 'After wave 2', ...ALL, 'Discover', 'Sum up'],
  ]);
  expect(story.row(result, 'anna')).toMatch(/nothing to do \| healthy \| 22\.7/);
  for (const name of ['bert', 'cleo'] as const)
    expect(story.row(result, name)).toMatch(/deployed .* \| healthy \| 22\.7/);
  expect(story.snapshots('anna')).toEqual(before);
});

test('a closed window holds up nobody else, and what waits is deployed by a later run', async () => {
  const push = await story.planned({
    [SHARED]: shared('portsip/pbx:22.8'),
    [fileOf('bert')]: story.own('bert', closed()),
  });
  const result = await story.run(push);
  expect(result.exitCode).toBe(0);
  expect(story.row(result, 'anna')).toMatch(/deployed .* \| healthy \| 22\.8/);
  expect(story.row(result, 'bert')).toMatch(/waits for its window .*\| healthy \| 22\.7/);
  expect(story.row(result, 'cleo')).toMatch(/deployed .* \| healthy \| 22\.8/);
  expect(result.summary).toContain('### 3 clusters: 1 waiting for a window, 2 done');
  expect(story.api.model.runs.at(-1)).toMatchObject({
    conclusion: 'success',
    artifacts: expect.arrayContaining(['portsip-fleet-left-behind']) as string[],
  });
});

test('where the canary waits for its window nothing has shown that others may follow, and none does', async () => {
  const files = { [fileOf('anna')]: story.own('anna', closed()), [fileOf('bert')]: story.own('bert') };
  const push = await story.planned({ ...files, [SHARED]: shared('portsip/pbx:22.9') });
  const before = story.snapshots('bert', 'cleo');
  const result = await story.run(push);
  expect([result.exitCode, jobsOf(result)]).toEqual([
    1,
    ['After wave 1', 'Check anna', 'Deploy anna', 'Discover', 'Sum up'],
  ]);
  expect(story.row(result, 'anna')).toMatch(/waits for its window .*\| healthy \| 22\.8/);
  expect(result.summary).toContain('every cluster of the wave before waits for its maintenance window (`anna`)');
  expect(story.snapshots('bert', 'cleo')).toEqual(before);
});

test('the next push brings along what earlier ones left: its own change, and theirs', async () => {
  const result = await story.run(await story.planned({ [fileOf('anna')]: story.own('anna') }));
  expect(result.exitCode).toBe(0);
  expect(result.output).toContain(
    'No run of fleet-deploy.yml on main has succeeded yet without leaving a cluster behind',
  );
  for (const name of NAMES) expect(story.row(result, name)).toMatch(/deployed .* \| healthy \| 22\.9/);
});

test("a site whose runner is away is unknown, and never called done; others' sites are not asked", async () => {
  const push = await story.planned({ [fileOf('cleo')]: `${story.own('cleo')}# one comment more\n` });
  const result = await story.run(push, { runners: ['anna', 'bert'] });
  expect([result.exitCode, jobsOf(result)]).toEqual([1, ['Discover', 'Sum up']]);
  expect(story.row(result, 'cleo')).toContain('**unknown:** its job failed or never ran; is its runner there?');
  expect(result.summary).toContain('### 1 cluster: 1 unknown');
});

test('at the end each is what its file says, and has a record of itself alone', async () => {
  const result = await story.run(story.byHand());
  expect(result.exitCode).toBe(0);
  for (const name of NAMES) {
    expect(story.row(result, name)).toMatch(/nothing to do \| healthy \| 22\.9/);
    expect(
      story
        .sandbox(name)
        .host('pbx')
        .files(['/var/lib/portsip-cluster'])
        .filter((file) => file.endsWith('.json')),
    ).toEqual([expect.stringContaining(`${name}.json`)]);
  }
  // The first is of discover: all are taken.
  expect(result.changed.slice(1)).not.toContain(true);
});
