import { chart } from '../../../bench/chart';

const bars = (svg: string) =>
  [...svg.matchAll(/<rect class="bar[^"]*" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map((match) => Number(match[1]));

it('draws bars in proportion, each panel with a scale of its own', () => {
  const svg = chart('Title', '', [
    {
      title: 'seconds',
      bars: [
        { label: 'a', value: 1, note: '' },
        { label: 'b', value: 4, note: '' },
      ],
    },
    { title: 'minutes', bars: [{ label: 'c', value: 90, note: '' }] },
  ]);
  const [a = 0, b = 0, c = 0] = bars(svg);
  expect(b / a).toBeCloseTo(4, 1);
  expect(c).toBe(b);
});

it('leaves room for the most of a range, and draws none where all rounds were alike', () => {
  const svg = chart('Title', '', [
    {
      title: 'panel',
      bars: [
        { label: 'a', value: 2, range: [1, 10], note: '' },
        { label: 'b', value: 5, range: [5, 5], note: '' },
      ],
    },
  ]);
  expect(svg.match(/<line class="range"/g)).toHaveLength(1);
  const [a = 0] = bars(svg);
  const end = Number(/x2="([\d.]+)"/.exec(svg)?.[1]);
  const start = Number(/<rect class="bar" x="([\d.]+)"/.exec(svg)?.[1]);
  expect((end - start) / a).toBeCloseTo(5, 1);
});

it('says what is not measured without a bar', () => {
  const svg = chart('Title', '', [{ title: 'panel', bars: [{ label: 'a', note: 'not here' }] }]);
  expect(bars(svg)).toEqual([]);
  expect(svg).toContain('not here');
});

it('text is text, whatever is in it', () => {
  const svg = chart('a < b & "c"', '', [{ title: '<script>', bars: [{ label: '</svg>', value: 1, note: '' }] }]);
  expect(svg).toContain('a &lt; b &amp; &quot;c&quot;');
  expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  expect(svg).not.toContain('<script>');
});
