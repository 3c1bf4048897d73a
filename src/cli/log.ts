import { formatMoment } from '../cluster/window';
import type { Cluster } from '../cluster/types';
import { createColors } from 'picocolors';
import type { TerminalOptions } from '../render/terminal';
import { outOfCallsLines } from '../render/out-of-calls';
import type { RecordedRun } from '../stages/cluster-record';
import { plural } from '../text/list';
import { printable } from '../text/printable';
import type { Context } from './context';
import type { LogDocument } from './documents';
import { EXIT } from './exit-code';
import { checkOut, otherFiles } from './files';
import type { ConnectionOptions, FileOptions } from './options';

export type LogOptions = FileOptions & ConnectionOptions & { number: number };

/** Which runs changed the cluster, the last one first, as the record on the main server has it. Changes nothing. */
export async function log(context: Context, options: LogOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const cluster = await context.load(options.file);
  const credentials = await context.credentials({ ...options, withoutPbx: true });
  const config = context.session(cluster, credentials, options);
  const { runs, ...now } = await context.reading(() => context.engine.history(config));
  const last = runs.slice(-options.number).reverse();
  const document: LogDocument = { version: 1, cluster: cluster.name, runs: last, ...now };
  await context.result(document, options.out);
  if (!context.options.json)
    context.say(renderLog(context.secrets.redactIn(document), cluster, context.terminal(cluster, options.file)));
  return EXIT.ok;
}

type Colors = ReturnType<typeof createColors>;

/** For people; times as a clock in the window's zone shows them. */
export function renderLog(
  { runs, outOfCalls, lock }: LogDocument,
  { name, restart }: Pick<Cluster, 'name' | 'restart'>,
  options: TerminalOptions,
): string {
  const c = createColors(options.color);
  const out = outOfCallsLines(outOfCalls, lock, options).map((line) => c.yellow(line));
  const all =
    runs.length === 0
      ? [`No run has changed ${name} since its record keeps them.\n`]
      : runs.map((run) => oneRun(run, restart.window ?? { timezone: 'UTC' }, c));
  return [...(out.length > 0 ? [`${out.join('\n')}\n`] : []), ...all].join('\n');
}

function oneRun(run: RecordedRun, zone: { timezone: string }, c: Colors): string {
  const { by, commit, url, done, failed, skipped, deeds, interrupted = false, goesOn = [] } = run;
  const sum = [
    ...(interrupted ? [c.yellow('interrupted')] : []),
    `${plural(done, 'change')} done`,
    ...(failed > 0 ? [c.red(`${failed} failed`)] : []),
    ...(skipped > 0 ? [c.yellow(`${skipped} not begun`)] : []),
  ];
  const more = done + failed - deeds.length;
  return [
    `${c.bold(formatMoment(zone, Date.parse(run.began)))}  ${by === undefined ? '' : `${printable(by)}: `}${sum.join(', ')}`,
    ...(commit === undefined ? [] : [`  commit ${printable(commit)}`]),
    ...(url === undefined ? [] : [`  ${printable(url)}`]),
    ...deeds.map((one) => (one.failed ? c.red(`  failed: ${printable(one.deed)}`) : `  ${printable(one.deed)}`)),
    ...goesOn.map((deed) => c.yellow(`  still at work on its host when the run ended: ${printable(deed)}`)),
    ...(more > 0 ? [c.dim(`  … and ${more} more`)] : []),
    '',
  ].join('\n');
}
