import { fleetLines, fleetMarkdown, leftWords } from '../../../src/render/fleet';

const job = { file: 'clusters/acme/cluster.yaml', name: 'acme', runner: ['self-hosted', 'site-a'] };

describe('the summary of a discovery', () => {
  test('has a row for each job, and above it what there is to know', () => {
    const jobs = [{ ...job, environment: 'site-a', wave: 2 }];
    expect(fleetMarkdown({ jobs, count: 3, left: [{ file: 'b.yaml' }], notes: ['A note'] })).toBe(`## 1 of 3 clusters
- A note
- b.yaml left the repository: nothing of its cluster is removed, and nobody looks after it any more. To take its servers down, bring the file back with servers: &#91;&#93; and deploy that first; then take the file away

| Cluster | File | Wave | Runner | Environment |
| --- | --- | --- | --- | --- |
| \`acme\` | \`clusters/acme/cluster.yaml\` | 2 | \`self-hosted\` \`site-a\` | \`site-a\` |
`);
  });

  test('is no table where there is no job', () => {
    expect(fleetMarkdown({ jobs: [], count: 1, left: [], notes: [] })).toBe('## 0 of 1 cluster\n');
  });

  test('shows the name of a file as text, whatever it is', () => {
    const file = 'a|b\n# <img src=x> @somebody `x`/cluster.yaml';
    const page = fleetMarkdown({
      jobs: [{ ...job, file, environment: '', wave: 1 }],
      count: 1,
      left: [{ file, name: 'acme' }],
      notes: [],
    });
    const lines = page.split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['## 1 of 1 cluster']);
    expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(3);
    expect(lines.at(-2)?.replace(/\\\|/g, '').split('|')).toHaveLength(7);
    expect(page.split('`').length % 2).toBe(1);
    expect(lines[1]).not.toContain('<img');
    expect(lines[1]).not.toMatch(/(^|[^\\&;])@somebody/);
  });
});

test('a cluster whose file moved has not left', () => {
  expect(leftWords({ file: 'a.yaml', name: 'acme', movedTo: 'b.yaml' })).toBe(
    'a.yaml is gone: its cluster acme is in b.yaml now',
  );
});

test('a terminal gets columns, and obeys nothing in them', () => {
  expect(
    fleetLines([
      ['CLUSTER', 'FILE'],
      ['acme', 'a\u001b[2J\nb'],
    ]),
  ).toEqual(['CLUSTER  FILE', expect.stringMatching(/^acme {5}a\S*\[2J\S*.*b$/)]);
});
