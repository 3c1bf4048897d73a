import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, homedir, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bundleSizes, measureCold } from './cold';
import { findTools, type Tools } from './contenders';
import { Farm } from './farm/farm';
import { measureFleet } from './fleet';
import { measureGrowth } from './growth';
import { runProgramme, type Programme } from './hosts';
import { renderChart, renderReport } from './report';
import type { Results } from './results';

declare const __dirname: string;
const REPOSITORY = resolve(__dirname, '..');
const CACHE =
  process.env['BENCH_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'portsip-cluster-bench');
const FOLDER = process.env['BENCH_FOLDER'] ?? '/var/lib/portsip-bench';
const RESULTS = join(REPOSITORY, 'bench/results/latest.json');

const USAGE = `npm run bench                       all of it: about a quarter of an hour
npm run bench -- cold growth lab    some of cold, growth, fleet, hosts and lab; the rest stays as it was measured before
npm run bench -- report             only docs/benchmarks.md and docs/bench.svg, from bench/results
          --quick                   a round of each, six hosts: to see that it works
          --minutes NUMBER          begin nothing after so many (default 15)
          --out FILE                the results go there, and no document is written`;

const FULL: Programme[] = [
  {
    hosts: 6,
    rows: [
      { row: 'plan', rounds: { floor: 5, product: 5, openssh: 5, mitogen: 3, ansible: 3 } },
      { row: 'deploy', rounds: { floor: 3, product: 3, ansible: 1 } },
      { row: 'no-op deploy', rounds: { product: 5, ansible: 2 } },
      { row: 'no-op job', rounds: { product: 3 } },
      { row: 'scale-out job', rounds: { product: 3 } },
      { row: 'rolling restart', rounds: { floor: 1, product: 1, ansible: 1 } },
    ],
  },
  {
    hosts: 50,
    rows: [
      { row: 'plan', rounds: { floor: 3, product: 3, openssh: 3, mitogen: 1, ansible: 1 } },
      { row: 'deploy', rounds: { floor: 1, product: 1, ansible: 1 } },
      { row: 'no-op deploy', rounds: { product: 2 } },
      { row: 'no-op job', rounds: { product: 2 } },
      { row: 'scale-out job', rounds: { product: 2 } },
    ],
  },
  {
    hosts: 200,
    rows: [
      { row: 'plan', rounds: { floor: 2, product: 2, openssh: 1 } },
      { row: 'deploy', rounds: { floor: 1, product: 1 } },
      { row: 'no-op deploy', rounds: { product: 1 } },
      { row: 'no-op job', rounds: { product: 2 } },
      { row: 'scale-out job', rounds: { product: 2 } },
    ],
  },
];
const QUICK: Programme[] = [
  {
    hosts: 6,
    rows: [
      { row: 'plan', rounds: { floor: 1, product: 1, openssh: 1, mitogen: 1, ansible: 1 } },
      { row: 'deploy', rounds: { floor: 1, product: 1 } },
      { row: 'no-op deploy', rounds: { product: 1 } },
    ],
  },
];

/** The guide's seven machines, as in the lab */
const LAB: Programme = {
  hosts: 6,
  rows: [
    { row: 'plan', rounds: { floor: 5, product: 5, openssh: 5, mitogen: 3, ansible: 3 } },
    { row: 'no-op deploy', rounds: { product: 5, ansible: 2 } },
    { row: 'scale-out', rounds: { floor: 3, product: 3, ansible: 2 } },
    { row: 'rolling restart', rounds: { floor: 1, product: 1, ansible: 1 } },
  ],
};
const QUICK_LAB: Programme = {
  hosts: 6,
  rows: LAB.rows.map(({ row, rounds }) => ({
    row,
    rounds: Object.fromEntries(Object.keys(rounds).map((contender) => [contender, 1])),
  })),
};

const PARTS = ['cold', 'growth', 'fleet', 'hosts', 'lab'] as const;
type Part = (typeof PARTS)[number];

interface Options {
  parts: Part[];
  report: boolean;
  quick: boolean;
  minutes: number;
  out: string | undefined;
}

/** undefined: there is no such option. */
function parseOptions(argv: string[]): Options | undefined {
  const options: Options = { parts: [], report: true, quick: false, minutes: 15, out: undefined };
  let only = false;
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    const part = PARTS.find((name) => name === word);
    if (part) options.parts.push(part);
    else if (word === 'report') only = true;
    else if (word === '--quick') options.quick = true;
    else if (word === '--minutes' && Number(argv[index + 1]) > 0) options.minutes = Number(argv[++index]);
    else if (word === '--out' && argv[index + 1]) options.out = argv[++index];
    else return undefined;
  }
  if (options.parts.length === 0 && !only) options.parts = [...PARTS];
  return options;
}

const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

async function main(argv: string[]): Promise<number> {
  const options = parseOptions(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  if (options.parts.length > 0) {
    const results = await measureAll(options);
    const out = options.out ?? RESULTS;
    mkdirSync(resolve(out, '..'), { recursive: true });
    writeFileSync(out, `${JSON.stringify(results, null, 1)}\n`);
    say(`results: ${out}`);
    if (options.out !== undefined) return 0;
  }
  await writeReport();
  return 0;
}

async function measureAll({ parts, quick, minutes, out }: Options): Promise<Results> {
  if (!existsSync(join(REPOSITORY, 'dist/lib/main.js'))) throw new Error('There is no dist: npm run build');
  const deadline = Date.now() + minutes * 60_000;
  spawnSync(join(__dirname, 'setup.sh'), [CACHE], { stdio: ['ignore', 'inherit', 'inherit'] });
  const tools = findTools(CACHE);
  const file = out ?? RESULTS;
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
  const results: Results = {
    ...about(tools),
    runs: before?.runs ?? [],
    lab: before?.lab ?? [],
    cold: before?.cold ?? [],
    growth: before?.growth ?? [],
    fleet: before?.fleet ?? [],
  };
  if (parts.includes('cold'))
    results.cold = await measureCold([...new Set([process.execPath, tools.node])], quick ? 2 : 11, say);
  if (parts.includes('growth'))
    results.growth = await measureGrowth(tools.node, quick ? [200] : [200, 1000, 5000], quick ? 1 : 3, say);
  if (parts.includes('fleet'))
    results.fleet = await measureFleet(tools.node, quick ? [20] : [20, 200], quick ? 1 : 3, say);
  if (parts.includes('hosts')) results.runs = await measureHosts(quick ? QUICK : FULL, tools, deadline);
  if (parts.includes('lab')) results.lab = await measureLab(quick ? QUICK_LAB : LAB, tools, deadline);
  return results;
}

async function measureLab(programme: Programme, tools: Tools, deadline: number): Promise<Results['lab']> {
  whatMustBeHere(tools);
  // The tests' labs are in other folders. Where the folder is, is read when the lab's code is.
  process.env['LAB_FOLDER'] = `${FOLDER}-lab`;
  const { LabGround } = await import('./lab');
  say('lab: starting the hosts');
  const ground = await LabGround.up((line) => say(`lab: ${line}`));
  try {
    return await runProgramme(ground, programme, tools, { say, deadline });
  } finally {
    ground.down();
  }
}

async function measureHosts(programmes: Programme[], tools: Tools, deadline: number): Promise<Results['runs']> {
  whatMustBeHere(tools);
  const runs: Results['runs'] = [];
  for (const programme of programmes) {
    if (Date.now() > deadline) {
      say(`${programme.hosts} hosts: left out, the time is over`);
      continue;
    }
    say(`${programme.hosts} hosts: starting them`);
    const farm = await Farm.up(programme.hosts, join(FOLDER, String(programme.hosts)));
    try {
      runs.push(...(await runProgramme(farm, programme, tools, { say, deadline })));
    } finally {
      farm.down();
    }
  }
  return runs;
}

/** Throws where hosts cannot be made, and says who takes no part. */
function whatMustBeHere(tools: Tools): void {
  const lacking = whatIsLacking();
  if (lacking.length > 0)
    throw new Error(
      `Hosts cannot be made here: ${lacking.join('; ')}. "npm run bench -- cold growth" needs none of it`,
    );
  for (const [name, tool] of [
    ['Ansible', tools.ansible],
    ['Mitogen', tools.mitogen],
  ] as const)
    if (tool === undefined) say(`${name} is not here and takes no part`);
}

function whatIsLacking(): string[] {
  const lacking = process.getuid?.() === 0 ? [] : ['it takes root to make namespaces and mounts'];
  const commands = ['unshare', 'nsenter', 'ip', 'tini', 'sshd', 'ssh', 'ssh-keygen', 'sudo', 'pgrep'];
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
  const missing = commands.filter((name) => !path.split(':').some((folder) => existsSync(join(folder, name))));
  if (missing.length > 0) lacking.push(`${missing.join(', ')} missing (Debian: test/lab/setup.sh installs them)`);
  return lacking;
}

function about(tools: Tools): Pick<Results, 'machine' | 'versions' | 'date' | 'commit' | 'sizes'> {
  const first = (command: string, args: string[]) => {
    const { stdout = '', stderr = '' } = spawnSync(command, args, { encoding: 'utf8' });
    return /\d[\w.]*\d/.exec(`${stdout}${stderr}`)?.[0] ?? 'unknown';
  };
  const python = tools.ansible?.replace('ansible-playbook', 'python');
  const mitogen = ['-c', 'import mitogen; print(".".join(map(str, mitogen.__version__)))'];
  return {
    machine: {
      cpus: cpus().length,
      cpu: cpus()[0]?.model ?? 'unknown',
      memoryGiB: totalmem() / 2 ** 30,
      kernel: release(),
    },
    versions: {
      Node: first(tools.node, ['--version']),
      OpenSSH: /OpenSSH_([\w.]+)/.exec(spawnSync('ssh', ['-V'], { encoding: 'utf8' }).stderr)?.[1] ?? 'unknown',
      ...(tools.ansible && { 'ansible-core': first(tools.ansible, ['--version']) }),
      ...(python && tools.mitogen && { Mitogen: first(python, mitogen) }),
    },
    date: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { cwd: REPOSITORY, encoding: 'utf8' }).trim(),
    sizes: bundleSizes(),
  };
}

async function writeReport(): Promise<void> {
  if (!existsSync(RESULTS)) throw new Error('Nothing was measured yet: npm run bench');
  const results = {
    lab: [],
    fleet: [],
    ...(JSON.parse(readFileSync(RESULTS, 'utf8')) as object),
  } as unknown as Results;
  const prose = (name: string) => readFileSync(join(__dirname, 'prose', name), 'utf8');
  const document = join(REPOSITORY, 'docs/benchmarks.md');
  const text = renderReport(results, { method: prose('method.md'), findings: prose('findings.md') });
  writeFileSync(document, await format(text, { ...(await resolveConfig(document)), parser: 'markdown' }));
  writeFileSync(join(REPOSITORY, 'docs/bench.svg'), renderChart(results));
  say('docs/benchmarks.md and docs/bench.svg are written');
}

main(process.argv.slice(2))
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
