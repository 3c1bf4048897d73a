import { Outputs } from '../../../src/github/outputs';

const seen: string[] = [];
const outputs = new Outputs(
  (line) => seen.push(line),
  (title, lines) => seen.push(title, ...lines),
);
beforeEach(() => seen.splice(0));

describe("a host's output", () => {
  it('is held back until the change on that host is over', () => {
    for (const line of ['a', 'b', 'c']) outputs.add('media-1', line);
    outputs.flush('role/media-2');
    expect(seen).toEqual([]);
    outputs.flush('role/media-1');
    expect(seen).toEqual(['  media-1: 3 lines', 'a', 'b', 'c']);
    outputs.flush('role/media-1');
    expect(seen).toHaveLength(4);
  });

  it('is not folded when it is short', () => {
    outputs.add('pbx', 'restarted');
    outputs.flush('restart/loadbalancer');
    expect(seen).toEqual(['  [pbx] restarted']);
  });

  it('that is very long keeps its beginning and its end, and says how much is left out', () => {
    for (let line = 1; line <= 2500; line++) outputs.add('media-1', String(line));
    outputs.flushAll();
    expect(seen).toHaveLength(2002);
    expect([seen[1], seen[1000], seen[1002], seen.at(-1)]).toEqual(['1', '1000', '1501', '2500']);
    expect(seen[1001]).toContain('500 lines are left out here');
  });
});
