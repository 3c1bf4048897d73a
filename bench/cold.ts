import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measure, measureStart } from './measure';
import { BARE, type Cold } from './results';

declare const __dirname: string;
const REPOSITORY = resolve(__dirname, '..');
const FILE = join(REPOSITORY, 'examples/cluster.yaml');
const action = (name: string) => [join(REPOSITORY, `dist/${name}/index.js`)];
const cli = (...argv: string[]) => [join(REPOSITORY, 'dist/cli/index.js'), ...argv];

const COMMANDS: Record<string, string[]> = {
  [BARE]: ['-e', '0'],
  'portsip-cluster --help': cli('--help'),
  'portsip-cluster validate': cli('validate', '--file', FILE),
  'portsip-cluster plan, no secrets given': cli('plan', '--file', FILE),
  'action plan, offline': action('plan'),
  'action firewall, no secrets given': action('firewall'),
  'action install-role, no secrets given': action('install-role'),
  'action rolling-restart, no secrets given': action('rolling-restart'),
};

/** From the start of Node to the first line and to the end, with and without the compiled code of an earlier run. */
export async function measureCold(nodes: string[], rounds: number, say: (line: string) => void): Promise<Cold[]> {
  const all: Cold[] = [];
  for (const node of nodes) {
    const folder = mkdtempSync(join(tmpdir(), 'portsip-bench-cold-'));
    const version = (await measure([node, '--version'])).output.trim();
    for (const cache of ['first run', 'cached'] as const) {
      const env = {
        'INPUT_CLUSTER-FILE': FILE,
        'INPUT_PLAN-FILE': join(folder, 'plan.json'),
        'INPUT_MARKDOWN-FILE': join(folder, 'plan.md'),
        XDG_CACHE_HOME: folder,
        ...(cache === 'first run' && { NODE_DISABLE_COMPILE_CACHE: '1' }),
      };
      const found = new Map<string, Cold>();
      // Round by round, so that what slows the machine down for a while slows all of them.
      for (let round = 0; round <= rounds; round++) {
        for (const [command, argv] of Object.entries(COMMANDS)) {
          const { firstLineMs, wallMs } = await measureStart([node, ...argv], env);
          // The first one fills the cache.
          if (round === 0) continue;
          const cold = found.get(command) ?? { node: version, command, cache, firstLineMs: [], endMs: [], peakMiB: 0 };
          // What prints nothing is over when it ends.
          cold.firstLineMs.push(Number.isNaN(firstLineMs) ? wallMs : firstLineMs);
          cold.endMs.push(wallMs);
          found.set(command, cold);
        }
      }
      for (const [command, argv] of Object.entries(COMMANDS)) {
        const cold = found.get(command);
        if (cold) cold.peakMiB = await peakMemory([node, ...argv], env);
      }
      all.push(...found.values());
    }
    rmSync(folder, { recursive: true });
    say(`cold start on Node ${version}: measured ${Object.keys(COMMANDS).length} commands, ${rounds} rounds`);
  }
  return all;
}

/** MiB that a command needs at most, in a run of its own. */
export async function peakMemory(argv: string[], env: Record<string, string>): Promise<number> {
  const report = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))`;
  const script = argv.findIndex((word) => word.endsWith('.js') || word === '-e');
  const hook = `data:text/javascript,${encodeURIComponent(report)}`;
  const { output } = await measure([...argv.slice(0, script), '--import', hook, ...argv.slice(script)], env);
  return Math.round(Number(/^peak (\d+)$/m.exec(output)?.[1] ?? 0) / 1024);
}

/** Bytes of the JavaScript in dist/lib, third-party code with it: the whole, and its largest part. */
export function bundleSizes(): Record<string, number> {
  const folder = join(REPOSITORY, 'dist/lib');
  const files = ['.', 'vendor'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith('.js'))
      .map((name) => join(part, name)),
  );
  const sizes = files.map((name) => statSync(join(folder, name)).size).sort((a, b) => b - a);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0), largest: sizes[0] ?? 0 };
}
