import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

it('is what the schema gives: after a change of the schema, npm run generate', () => {
  const made = execFileSync(process.execPath, ['scripts/validator.mjs', '--print'], { encoding: 'utf8' });
  expect(readFileSync('src/cluster/validator.ts', 'utf8') === made).toBe(true);
});
