import { setMaxListeners } from 'node:events';
import { keepCompiledCode } from './compile-cache';

/** What dist/NAME/index.js starts by `run(NAME)`. Everything else is loaded when it is needed. */
export const ENTRIES: Record<string, () => Promise<() => Promise<number>>> = {
  plan: async () => (await import('./actions/plan')).main,
  review: async () => (await import('./actions/review')).main,
  firewall: async () => (await import('./actions/firewall')).main,
  'register-server': async () => (await import('./actions/register-server')).main,
  'issue-token': async () => (await import('./actions/issue-token')).main,
  'prepare-host': async () => (await import('./actions/prepare-host')).main,
  'install-role': async () => (await import('./actions/install-role')).main,
  'remove-server': async () => (await import('./actions/remove-server')).main,
  'rolling-restart': async () => (await import('./actions/rolling-restart')).main,
  backup: async () => (await import('./actions/backup')).main,
  drift: async () => (await import('./actions/drift')).main,
  status: async () => (await import('./actions/status')).main,
  discover: async () => (await import('./actions/discover')).main,
  'fleet-status': async () => (await import('./actions/fleet-status')).main,
  'fleet-outcome': async () => (await import('./actions/fleet-outcome')).main,
  'fleet-summary': async () => (await import('./actions/fleet-summary')).main,
  import: async () => (await import('./actions/import')).main,
  cli: async () => {
    const { main } = await import('./cli/main');
    return () => main(process.argv.slice(2));
  },
};

/** Runs an action or the CLI and sets the exit code: 0 done, 1 failed, 2 bad input. */
export async function run(name: string): Promise<void> {
  if (name !== 'cli' && hasNothingToGiveBack(process.env)) return;
  keepCompiledCode();
  // Whatever waits for a host listens for the end of the run. To Node 20 more than ten are a leak, and it tells the operator.
  setMaxListeners(0);
  if (name !== 'cli') process.stdout.on('error', goOn);
  try {
    const load = ENTRIES[name];
    if (!load) throw new Error(`there is no entry point "${name}"`);
    process.exitCode = await (await load())();
  } catch (error) {
    process.exitCode = name === 'cli' ? await reportToTerminal(error) : await reportToRunner(error);
  }
}

/** A `post` step whose `main` neither took the lock nor began the journal (src/actions/harness.ts): no code is read for it. */
function hasNothingToGiveBack(env: NodeJS.ProcessEnv): boolean {
  return env['STATE_started'] === 'true' && !env['STATE_in-charge'] && !env['STATE_journal'];
}

/** A runner that is gone reads no log. What is at work goes on to its end: a server must not be left drained for that. */
function goOn(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function reportToTerminal(error: unknown): Promise<number> {
  const { explain } = await import('./github/report');
  const { text, exitCode } = explain(error);
  process.stderr.write(`${text}\n`);
  return exitCode;
}

async function reportToRunner(error: unknown): Promise<number> {
  const [{ report }, { actionsLog }, { Secrets }] = await Promise.all([
    import('./github/report'),
    import('./github/log'),
    import('./log'),
  ]);
  return report(error, actionsLog(new Secrets()));
}
