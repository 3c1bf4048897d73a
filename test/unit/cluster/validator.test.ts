import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import isValid from '../../../src/cluster/is-valid';
import validator from '../../../src/cluster/validator';
import { EXAMPLE } from './helpers';

it.each(['validator.ts', 'is-valid.ts'])('%s is what the schema gives: after a change, npm run generate', (name) => {
  const made = execFileSync(process.execPath, ['scripts/validator.mjs', '--print', name], { encoding: 'utf8' });
  expect(readFileSync(`src/cluster/${name}`, 'utf8') === made).toBe(true);
});

describe('what says no more than whether a file is valid', () => {
  const [quick, whole] = [isValid, validator] as unknown as ((file: unknown) => boolean)[];
  const sbc = { name: 'sbc-1', role: 'sbc', private_ip: '192.168.1.27', image: 'portsip/sbc:11' };
  const example = (): Record<string, unknown> => {
    const file = parse(EXAMPLE) as { servers: unknown[] };
    return {
      ...file,
      servers: [...file.servers, sbc],
      restart: { window: { days: ['sat'], from: '02:00', to: '05:00', timezone: 'UTC' } },
    };
  };

  it('takes what is valid', () => {
    expect([quick?.(example()), whole?.(example())]).toEqual([true, true]);
  });

  it('agrees with what says all that is wrong, whatever is changed in a file', () => {
    const words = [
      '',
      'media',
      'sbc',
      'all',
      '192.168.1.21',
      '10.0.0.0/8',
      'portsip/pbx:22',
      '5m',
      'servers',
      '../x.yaml',
    ];
    const value = fc.oneof(
      fc.constantFrom<unknown>(...words, 0, 1, 300, true, null, [], {}),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const names = ['name', 'role', 'max_rooms', 'chat_files', 'trust', 'deploy', 'sbc', 'days', 'extends', 'more'];
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...names), value), { minLength: 1, maxLength: 3 }),
        (edits) => {
          const file = example();
          for (const [which, name, changed] of edits) change(file, which, name, changed);
          const found = [quick?.(file), whole?.(file)];
          if (found[1] === false) refused += 1;
          expect(found[0]).toBe(found[1]);
        },
      ),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

/** Sets one of all the values of a file, or gives a mapping one more; without a value it is taken away. */
function change(file: Record<string, unknown>, which: number, name: string, value: unknown): void {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const holder = part as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      walk(holder[key]);
    }
    if (!Array.isArray(part)) places.push([holder, name]);
  };
  walk(file);
  const [holder, key] = places[which % places.length] ?? [file, name];
  if (value === null && which % 2 === 0) delete holder[key];
  else holder[key] = structuredClone(value);
}
