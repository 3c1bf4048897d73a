import { spawnSync } from 'node:child_process';

test('docs/cluster-file.md and docs/actions.md are what their sources make', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
