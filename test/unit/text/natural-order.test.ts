import fc from 'fast-check';
import { compare } from '../../../src/text/natural-order';

const sorted = (...names: string[]) => names.sort(compare);

it('puts media-2 before media-10', () => {
  expect(sorted('media-10', 'media-2', 'media-1')).toEqual(['media-1', 'media-2', 'media-10']);
  expect(sorted('192.168.10.1/32', '192.168.9.1/32')).toEqual(['192.168.9.1/32', '192.168.10.1/32']);
});

it('looks at capitals last', () => {
  expect(sorted('b', 'B', 'a', 'C')).toEqual(['a', 'B', 'b', 'C']);
});

it('knows numbers of any length, and leading zeros', () => {
  expect(sorted('60000000000000000000', '10', '7')).toEqual(['7', '10', '60000000000000000000']);
  expect(sorted('a2', 'a01', 'a1')).toEqual(['a01', 'a1', 'a2']);
});

it('gives one order to any names, whatever order they come in', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'B', '0', '1', '9', '-', '.', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      expect([...names].reverse().sort(compare)).toEqual([...names].sort(compare));
    }),
  );
});
