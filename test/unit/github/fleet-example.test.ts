import './actions-modules';
import { join, resolve } from 'node:path';
import { DEFAULT_FILES, discover } from '../../../src/github/discover';

const before = process.cwd();
beforeEach(() => process.chdir(join(resolve(__dirname, '../../..'), 'examples/fleet')));
afterEach(() => process.chdir(before));

test('the clusters of the example of many are valid, fit beside each other, and share what they extend', async () => {
  const { clusters, left, warnings } = await discover(DEFAULT_FILES, undefined, { mostWaves: 5 });
  expect(clusters.map(({ cluster }) => [cluster.name, cluster.image, cluster.deploy?.wave])).toEqual([
    ['canary', 'portsip/pbx:22', 1],
    ['north', 'portsip/pbx:22', 2],
    ['south', 'portsip/pbx:22', 2],
  ]);
  expect([left, warnings]).toEqual([[], []]);
});
