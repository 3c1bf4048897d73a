import { goals, isMet, renderChart, renderReport } from '../../../bench/report';
import type { Contender, Results, Row, Run } from '../../../bench/results';

function run(
  row: Row,
  hosts: number,
  contender: Contender,
  round: number,
  seconds: number,
  more: Partial<Run> = {},
): Run {
  return { row, hosts, contender, round, wallMs: seconds * 1000, cpuMs: 400, ok: true, apiCalls: 17, ...more };
}

const results = (runs: Run[]): Results => ({
  machine: { cpus: 2, cpu: 'Some CPU', memoryGiB: 24, kernel: '6.1' },
  versions: { Node: '24.1.0' },
  date: '2026-11-22T05:00:00.000Z',
  commit: '0123456789abcdef',
  runs,
  lab: [],
  fleet: [],
  cold: [
    {
      node: 'v24.1.0',
      command: 'node -e 0',
      cache: 'cached',
      firstLineMs: [20, 22, 21],
      endMs: [20, 22, 21],
      peakMiB: 40,
    },
    { node: 'v24.1.0', command: 'tool', cache: 'cached', firstLineMs: [42, 40, 90], endMs: [50, 50, 99], peakMiB: 60 },
  ],
  growth: [
    {
      servers: 1000,
      state: 'running',
      wallMs: [2000],
      cpuMs: [1500],
      readMs: [300],
      stillMs: [40],
      peakMiB: 180,
      changes: 4,
      apiCalls: 1028,
      connections: 4,
    },
  ],
  sizes: { files: 30, bytes: 4096_000 },
});

const measured = results([
  run('plan', 6, 'floor', 1, 1),
  run('plan', 6, 'product', 1, 1.2),
  run('plan', 6, 'ansible', 1, 12),
  run('plan', 6, 'floor', 2, 2),
  run('plan', 6, 'product', 2, 2.6),
  run('deploy', 6, 'floor', 1, 8),
  run('deploy', 6, 'product', 1, 10, { longestScriptMs: 6500 }),
]);
const goal = (what: string, from = measured) => {
  const found = goals(from).find((one) => one.what.startsWith(what));
  if (!found) throw new Error(`no goal ${what}`);
  return found;
};

it('compares round by round', () => {
  expect(goal('plan of 6 hosts, compared with the floor').measured).toBeCloseTo(1.25);
  expect(goal('plan of 6 hosts, faster than Ansible').measured).toBeCloseTo(10);
});

it('says which goals are met, which are not, and which were not measured', () => {
  expect(isMet(goal('plan of 6 hosts, compared'))).toBe(true);
  expect(isMet(goal('deploy of 6 hosts from nothing'))).toBe(false);
  expect(isMet(goal('plan of 50 hosts, compared'))).toBeUndefined();
  expect(isMet(goal('memory to plan 1,000'))).toBe(true);
});

it('judges a start by its median', () => {
  expect(goal('slowest start').measured).toBeCloseTo(2);
});

it('a run that failed counts nowhere', () => {
  const failed = results([run('plan', 6, 'floor', 1, 1), run('plan', 6, 'product', 1, 1, { ok: false })]);
  expect(goal('plan of 6 hosts, compared', failed).measured).toBeUndefined();
});

it('the document shows goals, times and the critical path', () => {
  const text = renderReport(measured, { method: '## How', findings: 'Findings.' });
  expect(text).toMatch(/deploy of 6 hosts from nothing.*\| at most 1\.15× \| 1\.25× \| \*\*not met\*\* \|/);
  expect(text).toMatch(/plan of 50 hosts, compared.*\| not measured \|/);
  expect(text).toMatch(/\| plan, 6 hosts \| 1\.50 \(1\.00–2\.00\) \| 1\.90 \(1\.20–2\.60\) \|/);
  expect(text).toMatch(/\| deploy, 6 hosts \| 10\.0 s \| 8\.00 s \| 6\.50 s \|/);
  expect(text).toContain('| 1000 | 4 | 2.00 s | 1.50 s | 1.50 ms | 300 ms | 40 ms | 180 MiB | 1028 |');
});

it('the lab has a table and goals of its own', () => {
  const lab: Results = {
    ...measured,
    lab: [
      run('plan', 6, 'floor', 1, 1),
      run('plan', 6, 'product', 1, 1.2),
      run('plan', 6, 'ansible', 1, 10),
      run('scale-out', 6, 'product', 1, 5, { longestScriptMs: 2000 }),
    ],
  };
  const about = goals(lab).filter(({ what }) => what.includes('7 machines'));
  expect(about.map(({ measured }) => measured?.toFixed(2))).toEqual(['1.20', '8.33', '2.50']);
  const text = renderReport(lab, { method: '', findings: '' });
  const [, section = ''] = text.split('## With real firewalld and Docker');
  expect(section).toMatch(/\| scale-out, 6 hosts \| – \| 5\.00 \|/);
  expect(section).toMatch(/\| scale-out, 6 hosts \| 5\.00 s \| – \| 2\.00 s \|/);
  expect(renderReport(measured, { method: '', findings: '' })).not.toContain('## With real firewalld');
});

it('many clusters have a table where they were measured', () => {
  const one = {
    clusters: 200,
    what: 'discover',
    wallMs: [900, 1000],
    cpuMs: [700],
    peakMiB: 120,
    bytes: 20480,
  } as const;
  const fleet = [{ ...one, wallMs: [...one.wallMs], cpuMs: [...one.cpuMs] }];
  const text = renderReport({ ...measured, fleet }, { method: '', findings: '' });
  expect(text).toContain('| `discover`, 200 clusters | 0.95 s | 0.70 s | 120 MiB | 20.0 KiB |');
});

it('the chart has a panel a row and size that more than one took part in', () => {
  const svg = renderChart(results([...measured.runs, run('rolling restart', 6, 'product', 1, 30)]));
  expect(svg).toContain('plan, 6 hosts');
  expect(svg).toContain('deploy, 6 hosts');
  expect(svg).not.toContain('rolling restart');
});

test('whole jobs are told in plans, step by step, without the control script that they are about', () => {
  const steps = (first: number): [string, number][] => [
    ['review', first],
    ['firewall', 100],
  ];
  const jobs = results([
    run('plan', 200, 'product', 1, 2),
    run('no-op job', 200, 'product', 1, 3, { steps: steps(400) }),
    run('no-op job', 200, 'product', 2, 3, { steps: steps(500) }),
    run('scale-out job', 200, 'product', 1, 7, { steps: steps(450), longestScriptMs: 4000 }),
  ]);
  const about = goals(jobs).filter(({ what }) => what.startsWith('whole job'));
  expect(about.map(({ measured }) => measured?.toFixed(2))).toEqual(['1.50', '1.50']);
  const text = renderReport(jobs, { method: '', findings: '' });
  expect(text).toContain('| no-op job, 200 hosts | 3.00 s | – | 1.50 | review 450, firewall 100 |');
  expect(text).toContain('| scale-out job, 200 hosts | 7.00 s | 4.00 s | 1.50 | review 450, firewall 100 |');
});
