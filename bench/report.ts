import { chart, type Panel } from './chart';
import {
  BARE,
  CONTENDERS,
  JOBS,
  ROWS,
  runsOf,
  seconds,
  times,
  type Cold,
  type Contender,
  type FleetRun,
  type Growth,
  type Results,
  type Row,
  type Run,
} from './results';
import { median, spread, type Spread } from './stats';

export const NAMES: Record<Contender, string> = {
  floor: 'bare floor',
  product: 'this project',
  openssh: 'OpenSSH, parallel',
  mitogen: 'Ansible + Mitogen',
  ansible: 'Ansible',
};

/** What the project wants to reach, and what was measured. `measured` is undefined where nothing was. */
export interface Goal {
  what: string;
  measured: number | undefined;
  spread?: Spread;
  limit: number;
  /** `most`: at most the limit; `least`: at least */
  kind: 'most' | 'least';
  unit: string;
}

export function isMet({ measured, limit, kind }: Goal): boolean | undefined {
  if (measured === undefined) return undefined;
  return kind === 'most' ? measured <= limit : measured >= limit;
}

export function goals(results: Results): Goal[] {
  const against = (row: Row, hosts: number, of: Contender, to: Contender, from: Pick<Results, 'runs'> = results) =>
    times(from, { row, hosts, contender: of }, { row, hosts, contender: to });
  const lab = { runs: results.lab };
  const goal = (what: string, measured: Spread | undefined, kind: Goal['kind'], limit: number): Goal => ({
    what,
    measured: measured?.median,
    ...(measured && { spread: measured }),
    kind,
    limit,
    unit: '×',
  });
  const plan6 = seconds(results, { row: 'plan', hosts: 6, contender: 'product' });
  const noop = seconds(results, { row: 'no-op deploy', hosts: 6, contender: 'product' });
  return [
    goal('plan of 6 hosts, compared with the floor', against('plan', 6, 'product', 'floor'), 'most', 1.3),
    goal('plan of 6 hosts, faster than Ansible', against('plan', 6, 'ansible', 'product'), 'least', 8),
    goal('plan of 50 hosts, compared with the floor', against('plan', 50, 'product', 'floor'), 'most', 1.2),
    goal('plan of 50 hosts, faster than Ansible', against('plan', 50, 'ansible', 'product'), 'least', 10),
    goal(
      'deploy of 6 hosts from nothing, compared with the chain of remote work',
      against('deploy', 6, 'product', 'floor'),
      'most',
      1.15,
    ),
    goal(
      'deploy of 200 hosts from nothing, compared with the chain of remote work',
      against('deploy', 200, 'product', 'floor'),
      'most',
      1.3,
    ),
    {
      what: 'deploy of 6 hosts with nothing to do, compared with a plan',
      measured: plan6 && noop && noop.median / plan6.median,
      kind: 'most',
      limit: 1.5,
      unit: '×',
    },
    goal(
      'plan of 7 machines with real firewalld and Docker, compared with the floor',
      against('plan', LAB_HOSTS, 'product', 'floor', lab),
      'most',
      1.25,
    ),
    goal(
      'plan of 7 machines with real firewalld and Docker, faster than Ansible',
      against('plan', LAB_HOSTS, 'ansible', 'product', lab),
      'least',
      8,
    ),
    {
      what: 'one server more among 7 machines, besides its control script, compared with a plan',
      measured: inPlans(lab, 'scale-out', LAB_HOSTS),
      kind: 'most',
      limit: 1.5,
      unit: '×',
    },
    ...sizesOf(results, 'no-op job').map((hosts): Goal => ({
      what: `whole job with nothing to do, ${hosts} hosts, compared with a plan`,
      measured: inPlans(results, 'no-op job', hosts),
      kind: 'most',
      limit: 2.5,
      unit: '×',
    })),
    {
      what: 'whole job that adds one server to 199, besides its control script, compared with a plan',
      measured: inPlans(results, 'scale-out job', 200),
      kind: 'most',
      limit: 1.5,
      unit: '×',
    },
    ...coldGoals(results.cold),
    {
      what: 'memory to plan 1,000 servers',
      measured: most(results.growth, ({ servers, peakMiB }) => (servers === 1000 ? peakMiB : undefined)),
      kind: 'most',
      limit: 250,
      unit: ' MiB',
    },
    {
      what: 'nothing stands still in a plan of 200 servers, once the cluster file is read',
      measured: most(results.growth, ({ servers, stillMs }) => (servers === 200 ? median(stillMs) : undefined)),
      kind: 'most',
      limit: 100,
      unit: ' ms',
    },
    {
      what: 'nothing stands still in a plan of 5,000 servers, once the cluster file is read',
      measured: most(results.growth, ({ servers, stillMs }) => (servers === 5000 ? median(stillMs) : undefined)),
      kind: 'most',
      limit: 100,
      unit: ' ms',
    },
  ];
}

function most(growth: readonly Growth[], of: (one: Growth) => number | undefined): number | undefined {
  const found = growth.map(of).filter((value) => value !== undefined);
  return found.length === 0 ? undefined : Math.max(...found);
}

/** Of the guide's machines, without the main server */
const LAB_HOSTS = 6;

/** How long a row takes but for the control script that it is about, where it is about one, in plans. */
function inPlans(results: Pick<Results, 'runs'>, row: Row, hosts: number): number | undefined {
  const plan = seconds(results, { row: 'plan', hosts, contender: 'product' });
  const rest = runsOf(results, { row, hosts, contender: 'product' }).map(
    ({ wallMs, longestScriptMs = 0 }) => (wallMs - longestScriptMs) / 1000,
  );
  return plan && rest.length > 0 ? median(rest) / plan.median : undefined;
}

/** The slowest of all commands to its first line, compared with Node alone. */
function coldGoals(cold: Cold[]): Goal[] {
  const nodes = [...new Set(cold.map(({ node }) => node))];
  return nodes.flatMap((node) =>
    (['cached', 'first run'] as const).flatMap((cache): Goal[] => {
      const of = cold.filter((entry) => entry.node === node && entry.cache === cache);
      const bare = of.find(({ command }) => command === BARE);
      const others = of.filter(({ command }) => command !== BARE).map(({ firstLineMs }) => median(firstLineMs));
      if (!bare || others.length === 0) return [];
      return [
        {
          what: `slowest start to a first line on Node ${node} (${cache === 'cached' ? 'compiled before' : 'nothing cached'}), compared with \`${BARE}\``,
          measured: Math.max(...others) / median(bare.firstLineMs),
          kind: 'most',
          limit: 3,
          unit: '×',
        },
      ];
    }),
  );
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const ranged = ({ median: middle, least, most, count }: Spread, unit = ''): string =>
  count === 1 ? `${number(middle)}${unit}` : `${number(middle)}${unit} (${number(least)}–${number(most)})`;
const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** docs/benchmarks.md; `prose` is what people wrote about method and findings. */
export function renderReport(results: Results, prose: { method: string; findings: string }): string {
  const { machine, versions, date, commit } = results;
  return `<!-- Made from bench/results by npm run bench -- report. Do not edit; its prose is in bench/prose. -->

# Benchmarks

![How long a plan and a deploy take, compared](bench.svg)

Measured on ${date.slice(0, 10)} at commit ${commit.slice(0, 10)}: ${machine.cpus} × ${machine.cpu}, ${Math.round(machine.memoryGiB)} GiB, Linux ${machine.kernel};
${Object.entries(versions)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')}. The raw numbers are in \`bench/results\`.

## Goals

${table(
  ['', 'Goal', 'Measured', ''],
  goals(results).map((goal) => [
    goal.what,
    `${goal.kind === 'most' ? 'at most' : 'at least'} ${goal.limit}${goal.unit}`,
    goal.measured === undefined
      ? 'not measured'
      : goal.spread
        ? ranged(goal.spread, goal.unit)
        : `${number(goal.measured)}${goal.unit}`,
    { true: 'met', false: '**not met**', undefined: '' }[String(isMet(goal)) as 'true' | 'false' | 'undefined'],
  ]),
)}

Ratios are those of runs in one round, the median of all rounds, with the least and the most.

${prose.findings.trim()}

## Side by side

Seconds: median (least–most).

${sideBySide(results)}

## Where the time goes

${critical(results)}

${jobSection(results)}${labSection({ runs: results.lab })}## Cold start

Milliseconds to the first line, and to the end; the median. What has nothing to print prints at its end.

${coldTable(results.cold)}

dist/lib is ${Math.round((results.sizes['bytes'] ?? 0) / 1024)} KiB of JavaScript in ${results.sizes['files'] ?? 0} files, of which a run loads what it needs.

## Growth

One plan in one process: of a cluster in which there is nothing to do, and of one in which all is to be installed. Hosts answer from
memory, the PBX over HTTPS.

${growthTable(results.growth)}

${fleetSection(results.fleet)}${prose.method.trim()}
`;
}

/** Nothing where it was not measured. */
function jobSection(results: Pick<Results, 'runs'>): string {
  const jobs = JOBS.flatMap((row) =>
    sizesOf(results, row).map((hosts) => ({ row, hosts, runs: runsOf(results, { row, hosts, contender: 'product' }) })),
  );
  if (jobs.length === 0) return '';
  const rows = jobs.map(({ row, hosts, runs }) => {
    const plans = inPlans(results, row, hosts);
    const script = runs.flatMap(({ longestScriptMs }) => longestScriptMs ?? []);
    return [
      `${row}, ${hosts} hosts`,
      `${number(median(runs.map(({ wallMs }) => wallMs)) / 1000)} s`,
      script.length > 0 ? `${number(median(script) / 1000)} s` : '–',
      plans === undefined ? '–' : number(plans),
      stepTimes(runs),
    ];
  });
  return `## Whole jobs

The steps of \`deploy.yml\` as a runner starts them, each a process of its own, without what GitHub and its runner take themselves: after a
merge that changes nothing, and after one that adds a server. In plans: without the control script of the new server.

${table(['', 'time', 'of these the control script', 'the rest, in plans', 'steps, in milliseconds'], rows)}

`;
}

/** Each step of a job, the median of all its runs */
function stepTimes(runs: readonly Run[]): string {
  const [first] = runs;
  const times = (first?.steps ?? []).map(([name], index) => {
    const all = runs.flatMap(({ steps }) => (steps?.[index]?.[0] === name ? [steps[index][1]] : []));
    return `${name} ${Math.round(median(all))}`;
  });
  return times.join(', ');
}

/** Nothing where it was not measured. */
function labSection(lab: Pick<Results, 'runs'>): string {
  if (lab.runs.length === 0) return '';
  return `## With real firewalld and Docker

The guide's seven machines in [the lab](lab.md): the main server and six others. Seconds, as above.

${sideBySide(lab)}

${critical(lab)}

`;
}

const sizesOf = ({ runs }: Pick<Results, 'runs'>, row: Row): number[] =>
  [...new Set(runs.filter((run) => run.row === row).map(({ hosts }) => hosts))].sort((a, b) => a - b);

function sideBySide(results: Pick<Results, 'runs'>): string {
  const rows = ROWS.flatMap((row) =>
    sizesOf(results, row).map((hosts) => [
      `${row}, ${hosts} hosts`,
      ...CONTENDERS.map((contender) => {
        const measured = seconds(results, { row, hosts, contender });
        return measured ? ranged(measured) : '–';
      }),
    ]),
  );
  return table(['', ...CONTENDERS.map((contender) => NAMES[contender])], rows);
}

function critical(results: Pick<Results, 'runs'>): string {
  const rows = ROWS.flatMap((row) =>
    sizesOf(results, row).flatMap((hosts) => {
      const product = runsOf(results, { row, hosts, contender: 'product' });
      if (product.length === 0) return [];
      const floor = runsOf(results, { row, hosts, contender: 'floor' });
      const of = (values: (number | undefined)[]) => {
        const known = values.filter((value) => value !== undefined);
        return known.length === 0 ? '–' : `${number(spread(known).median / 1000)} s`;
      };
      return [
        [
          `${row}, ${hosts} hosts`,
          of(product.map(({ wallMs }) => wallMs)),
          of(floor.map(({ wallMs }) => wallMs)),
          of(product.map(({ longestScriptMs }) => longestScriptMs)),
          of(product.map(({ scriptsMs }) => scriptsMs)),
          of(product.map(({ cpuMs }) => cpuMs)),
          String(Math.round(median(product.map(({ apiCalls }) => apiCalls)))),
        ],
      ];
    }),
  );
  const head = [
    '',
    'this project',
    'floor',
    'longest control script',
    "first script's begin to last one's end",
    'own CPU time',
    'API calls',
  ];
  const parts = runsOf(results, { row: 'plan', hosts: 6, contender: 'floor' }).flatMap(({ parts: own }) =>
    own ? [own] : [],
  );
  const split =
    parts.length === 0
      ? ''
      : `\n\nOf a plan's floor with 6 hosts, the slowest host takes ${number(median(parts.map(({ connectMs }) => connectMs)))} ms to connect and ${number(median(parts.map(({ commandMs }) => commandMs)))} ms to answer one command.`;
  return `When a control script began and ended is read from the files that its host keeps of it, past the product.\n\n${table(head, rows)}${split}`;
}

function coldTable(cold: Cold[]): string {
  const columns = [...new Set(cold.map(({ node, cache }) => `${node}, ${cache}`))];
  const commands = [...new Set(cold.map(({ command }) => command))];
  return table(
    ['', ...columns, 'memory'],
    commands.map((command) => {
      const of = cold.filter((entry) => entry.command === command);
      const cells = columns.map((column) => {
        const entry = of.find(({ node, cache }) => `${node}, ${cache}` === column);
        return entry ? `${Math.round(median(entry.firstLineMs))}, ${Math.round(median(entry.endMs))}` : '–';
      });
      return [`\`${command}\``, ...cells, `${Math.max(...of.map(({ peakMiB }) => peakMiB))} MiB`];
    }),
  );
}

function growthTable(growth: Growth[]): string {
  return table(
    [
      'servers',
      'changes',
      'time',
      'CPU time',
      'CPU time a server',
      'reads the file',
      'stands still',
      'memory',
      'API calls',
    ],
    growth.map(({ servers, changes, wallMs, cpuMs, readMs, stillMs, peakMiB, apiCalls }) => [
      String(servers),
      String(changes),
      `${number(median(wallMs) / 1000)} s`,
      `${number(median(cpuMs) / 1000)} s`,
      `${number(median(cpuMs) / servers)} ms`,
      `${Math.round(median(readMs))} ms`,
      `${Math.round(median(stillMs))} ms`,
      `${peakMiB} MiB`,
      String(apiCalls),
    ]),
  );
}

/** Nothing where it was not measured. */
function fleetSection(fleet: readonly FleetRun[]): string {
  if (fleet.length === 0) return '';
  const rows = fleet.map(({ what, clusters, wallMs, cpuMs, peakMiB, bytes }) => [
    `\`${what}\`, ${clusters} clusters`,
    `${number(median(wallMs) / 1000)} s`,
    `${number(median(cpuMs) / 1000)} s`,
    `${peakMiB} MiB`,
    `${number(bytes / 1024)} KiB`,
  ]);
  return `## Many clusters

A repository of clusters of seven machines each, of which a commit changes the image in the file that all share. \`discover\` makes a matrix of
them, \`fleet-summary\` a comment of a plan of each; from the start of Node to the end.

${table(['', 'time', 'CPU time', 'memory', 'matrix, comment'], rows)}

`;
}

/** docs/bench.svg */
export function renderChart(results: Results): string {
  const panels = ROWS.flatMap((row) =>
    sizesOf(results, row).map((hosts): Panel => ({
      title: `${row}, ${hosts} hosts`,
      bars: CONTENDERS.flatMap((contender) => {
        const measured = seconds(results, { row, hosts, contender });
        if (!measured) return [];
        const { median: value, least, most } = measured;
        const ratio =
          contender === 'product'
            ? undefined
            : times(results, { row, hosts, contender }, { row, hosts, contender: 'product' });
        const note = `${number(value)} s${ratio ? `, ${number(ratio.median)} × this project` : ''}`;
        return [
          {
            label: NAMES[contender],
            value,
            range: [least, most] as [number, number],
            note,
            strong: contender === 'product',
          },
        ];
      }),
    })),
  ).filter(({ bars }) => bars.length > 1);
  return chart(
    'How long it takes',
    'Seconds; a bar is the median, a line from the least to the most of all rounds',
    panels,
  );
}
