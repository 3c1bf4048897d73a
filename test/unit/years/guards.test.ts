import { spawnSync } from 'node:child_process';

test('each guard that scripts/guards.mjs takes away is where it says', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/guards.mjs', '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
