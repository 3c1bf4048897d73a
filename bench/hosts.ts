import { readdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, type Tools } from './contenders';
import type { Ground } from './ground';
import { measure } from './measure';
import { isJob, type Contender, type Row, type Run } from './results';
import { writeWork, type Work } from './work';

/** What is measured with so many hosts: who takes part in how many rounds of each row. */
export interface Programme {
  hosts: number;
  rows: { row: Row; rounds: Partial<Record<Contender, number>> }[];
}

export interface Limits {
  say: (line: string) => void;
  /** Milliseconds since the epoch after which nothing is begun */
  deadline: number;
}

export async function runProgramme(
  farm: Ground,
  { hosts, rows }: Programme,
  tools: Tools,
  { say, deadline }: Limits,
): Promise<Run[]> {
  const clusterFile = farm.writeClusterFile();
  const work = writeWork(farm, clusterFile, readFileSync(clusterFile, 'utf8'));
  const runs: Run[] = [];
  let deployed = false;
  for (const { row, rounds } of rows) {
    const most = Math.max(...Object.values(rounds));
    // Whoever is first in one round is last in the next.
    const order = Object.keys(rounds) as Contender[];
    for (let round = 1; round <= most; round++) {
      for (const contender of round % 2 === 1 ? order : [...order].reverse()) {
        if (round > (rounds[contender] ?? 0)) continue;
        const command = commandOf(contender, row, farm, work, tools);
        if (!command) continue;
        if (Date.now() > deadline) {
          say(`${hosts} hosts, ${row}, ${contender}, round ${round}: left out, the time is over`);
          continue;
        }
        if (row === 'deploy') await farm.reset();
        else if (!deployed) await deploy(farm, work, tools);
        if (row === 'scale-out' || row === 'scale-out job') await farm.takeAway(tools.node);
        deployed = row !== 'deploy';
        const run = await once(farm, { row, hosts, contender, round }, command);
        runs.push(run);
        say(
          `${hosts} hosts, ${row}, ${contender}, round ${round}: ${(run.wallMs / 1000).toFixed(2)} s${run.ok ? '' : ' FAILED'} (its own CPU ${(run.cpuMs / 1000).toFixed(2)} s, ${run.apiCalls} API calls)`,
        );
      }
    }
    // What another contender left is not what the product knows as its own.
    if (row === 'deploy') deployed = false;
  }
  return runs;
}

/** By the product, from nothing: what all rows but `deploy` begin with. */
async function deploy(farm: Ground, work: Work, tools: Tools): Promise<void> {
  await farm.reset();
  const command = commandOf('product', 'deploy', farm, work, tools);
  if (!command) throw new Error('the product has no command line');
  const { code, output } = await inFarm(farm, command);
  if (code !== 0) throw new Error(`The farm could not be deployed:\n${output}`);
}

async function once(
  farm: Ground,
  about: Pick<Run, 'row' | 'hosts' | 'contender' | 'round'>,
  command: { argv: string[]; env: Record<string, string> },
): Promise<Run> {
  const before = about.contender === 'product' ? scripts(farm) : new Map<string, unknown>();
  await farm.count();
  const { wallMs, cpuMs, code, output } = await inFarm(farm, command);
  const { requests } = await farm.count();
  if (code !== 0) console.error(output.split('\n').slice(-40).join('\n'));
  const after = about.contender === 'product' ? [...scripts(farm)].filter(([id]) => !before.has(id)) : [];
  const spans = after.map(([, span]) => span);
  const parts = about.contender === 'floor' ? partsOf(output) : undefined;
  return {
    ...about,
    wallMs,
    cpuMs,
    ok: code === 0,
    apiCalls: requests,
    ...(spans.length > 0 && {
      longestScriptMs: Math.max(...spans.map(({ begun, ended }) => ended - begun)),
      scriptsMs: Math.max(...spans.map(({ ended }) => ended)) - Math.min(...spans.map(({ begun }) => begun)),
    }),
    ...(parts && { parts }),
    ...(isJob(about.row) && { steps: (lastOf(output) as { steps: [string, number][] }).steps }),
  };
}

function inFarm(farm: Ground, { argv, env }: { argv: string[]; env: Record<string, string> }) {
  const [command, args] = farm.asRunner(argv);
  return measure([command, ...args], env);
}

function partsOf(output: string): Run['parts'] {
  return (lastOf(output) as Pick<Run, 'parts'> | undefined)?.parts;
}

/** What a contender tells of itself, in the last line of its own */
function lastOf(output: string): unknown {
  const line = output.split('\n').findLast((text) => text.startsWith('{'));
  return line === undefined ? undefined : JSON.parse(line);
}

/** When each control script began and ended, in milliseconds, by the files that its host keeps of it. */
function scripts(farm: Ground): Map<string, { begun: number; ended: number }> {
  const found = new Map<string, { begun: number; ended: number }>();
  for (const { name } of farm.settings.hosts) {
    const jobs = join(farm.settings.folder, 'hosts', name, 'upper/var/lib/portsip-cluster/jobs');
    if (!existsSync(jobs)) continue;
    for (const id of readdirSync(jobs)) {
      const [pid, exit] = [join(jobs, id, 'pid'), join(jobs, id, 'exit')];
      if (existsSync(pid) && existsSync(exit))
        found.set(`${name}/${id}`, { begun: statSync(pid).mtimeMs, ended: statSync(exit).mtimeMs });
    }
  }
  return found;
}
