import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import description from '../../../src/pbx/openapi.json';

const folder = join(__dirname, '../../../src/pbx');

test('openapi.json says what openapi.yaml says: npm run generate makes it, and api.d.ts', () => {
  expect(description).toEqual(parse(readFileSync(join(folder, 'openapi.yaml'), 'utf8')));
});

test('api.d.ts is what the generator makes of it', () => {
  const generator = join(folder, '../../node_modules/openapi-typescript/bin/cli.js');
  const check = [generator, join(folder, 'openapi.yaml'), '-o', join(folder, 'api.d.ts'), '--check'];
  expect(spawnSync(process.execPath, check, { encoding: 'utf8' })).toMatchObject({ status: 0 });
});
