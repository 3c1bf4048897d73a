import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { parseCluster } from '../src/cluster/load';
import { planDocument } from '../src/plan/document';
import { readFleetJobs } from '../src/plan/fleet-jobs';
import { readPlans } from '../src/plan/fleet-plans';
import { offlinePlan } from '../src/plan/plan';
import { renderFleetPlans } from '../src/render/fleet-plans';
import { clusterFileServer, guideTopology } from '../src/sandbox/topology';
import { peakMemory } from './cold';
import { measure } from './measure';
import type { FleetRun } from './results';

declare const __dirname: string;
const REPOSITORY = resolve(__dirname, '..');
const IMAGE = { before: 'portsip/pbx:22', after: 'portsip/pbx:22.7' };
/** Of a comment on GitHub, in characters */
const COMMENT = 65_536;

/**
 * A repository of so many clusters of the guide's seven machines, with one file of settings for all of them, in which a commit
 * changes the image: what discover and fleet-summary take, each as an action, from the start of Node to its end.
 */
export async function measureFleet(
  node: string,
  counts: number[],
  rounds: number,
  say: (line: string) => void,
): Promise<FleetRun[]> {
  const all: FleetRun[] = [];
  for (const clusters of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'portsip-bench-fleet-'));
    try {
      makeRepository(folder, clusters);
      const output = join(folder, 'output');
      const action = (name: string) => ['env', '-C', folder, node, join(REPOSITORY, `dist/${name}/index.js`)];
      const common = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
      const run = async (what: FleetRun['what'], env: Record<string, string>): Promise<FleetRun> => {
        const argv = action(what);
        const found: FleetRun = { clusters, what, wallMs: [], cpuMs: [], peakMiB: 0, bytes: 0 };
        for (let round = 0; round < rounds; round++) {
          for (const file of Object.values(common)) writeFileSync(file, '');
          const { wallMs, cpuMs, code, output: told } = await measure(argv, { ...common, ...env });
          if (code !== 0) throw new Error(`${what} of ${clusters} clusters failed: ${told}`);
          found.wallMs.push(wallMs);
          found.cpuMs.push(cpuMs);
        }
        found.peakMiB = await peakMemory(argv, { ...common, ...env });
        return found;
      };

      const discover = await run('discover', {
        INPUT_FILES: 'clusters/*/cluster.yaml',
        'INPUT_BASE-REF': 'HEAD~1',
        INPUT_RUNNER: 'self-hosted',
        INPUT_SINCE: 'event',
      });
      const matrix = outputOf(readFileSync(output, 'utf8'), 'matrix');
      const jobs = readFleetJobs(matrix);
      if (jobs?.length !== clusters) throw new Error(`discover found ${jobs?.length ?? 'no'} clusters of ${clusters}`);
      all.push({ ...discover, bytes: Buffer.byteLength(matrix) });

      const plans = join(folder, 'plans');
      for (const { name, file } of jobs) writePlan(join(plans, `portsip-plan-${name}`, 'plan.json'), folder, file);
      const summary = await run('fleet-summary', {
        INPUT_MATRIX: matrix,
        INPUT_LEFT: '[]',
        INPUT_PLANS: plans,
        INPUT_FRESH: 'false',
        INPUT_COMMENT: 'false',
      });
      const read = await readPlans(plans, jobs, { attempt: 1, fresh: false });
      const page = renderFleetPlans({
        plans: read,
        left: [],
        runUrl: 'https://github.com/o/r/actions/runs/1',
        limit: COMMENT,
      });
      all.push({ ...summary, bytes: Buffer.byteLength(page) });
      for (const { what, wallMs, peakMiB, bytes } of all.slice(-2))
        say(
          `fleet: ${what} of ${clusters} clusters in ${Math.round(Math.min(...wallMs))} ms, ${peakMiB} MiB, ${bytes} bytes`,
        );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return all;
}

/** Two commits: of the second the image of all clusters is another one. */
function makeRepository(folder: string, clusters: number): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  const write = (file: string, value: unknown) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), stringify(value));
  };
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  git('init', '-q', '-b', 'main');
  const shared = (image: string) => ({ version: 1, image, ssh: { user: 'pbx' } });
  write('clusters/defaults.yaml', shared(IMAGE.before));
  const { main, servers } = guideTopology();
  for (let number = 0; number < clusters; number++) {
    const name = `site-${String(number + 1).padStart(4, '0')}`;
    const own = (address: string) => address.replace(/^\d+\.\d+\.\d+/, `10.${number >> 8}.${number & 255}`);
    write(`clusters/${name}/cluster.yaml`, {
      version: 1,
      extends: '../defaults.yaml',
      name,
      deploy: { runner: ['self-hosted', name], environment: name, wave: number === 0 ? 1 : 2 },
      pbx: { private_ip: own(main.address) },
      servers: servers.map((server) => clusterFileServer({ ...server, address: own(server.address) })),
    });
  }
  git('add', '-A');
  git(...identity, 'commit', '-q', '-m', 'Clusters');
  write('clusters/defaults.yaml', shared(IMAGE.after));
  git(...identity, 'commit', '-q', '-a', '-m', 'Another image');
}

/** What the cluster's job would leave: here the difference of the two commits. */
function writePlan(path: string, folder: string, file: string): void {
  const read = (image: string) => {
    const text = stringify({ version: 1, image, ssh: { user: 'pbx' } });
    const shared = { file: 'clusters/defaults.yaml', text };
    const { cluster, problems } = parseCluster(readFileSync(join(folder, file)), file, { shared });
    if (!cluster) throw new Error(JSON.stringify(problems));
    return cluster;
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(planDocument(offlinePlan(read(IMAGE.before), read(IMAGE.after)))));
}

/** One of GITHUB_OUTPUT: `NAME<<END`, its text, and that word again. */
function outputOf(text: string, name: string): string {
  const [, end = ''] = new RegExp(`^${name}<<(.+)$`, 'm').exec(text) ?? [];
  const begin = text.indexOf(`${name}<<${end}\n`) + name.length + end.length + 3;
  return text.slice(begin, text.indexOf(`\n${end}`, begin));
}
