import { mkdtempSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangeEvent, Log, Secrets } from '../log';
import type { JournalStep } from '../render/journal';
import { worked, type RunResult } from '../deploy/result';
import { deed, targetOf, verbOf } from '../render/words';
import { skipReason, waitOf } from '../deploy/skip';
import type { Change } from '../stages/change';

/** Notes when changes begin, which a result does not tell. */
export class Clock {
  private readonly begun = new Map<string, number>();

  watching<T extends Log>(log: T): T {
    const change = (event: ChangeEvent): void => {
      if (event.state === 'started') this.begun.set(event.id, Date.now());
      log.change(event);
    };
    return { ...log, change };
  }

  at(id: string): number | undefined {
    return this.begun.get(id);
  }
}

/** What a step did, for the summary of the whole job. */
export function journalStep(title: string, result: RunResult, clock: Clock, startedAt: number): JournalStep {
  const { plan, whole } = result;
  const { done, failed, skipped } = worked(result);
  const begun = (id: string) => clock.at(id) ?? startedAt;
  const named = (change: Change) => {
    const { id, server } = change;
    const what = deed(change);
    // Below the name of its server a change of the server itself need not name it again.
    const short = targetOf(change) === server ? verbOf(change) : what;
    return { id, ...(server !== undefined && { server }), what, deed: short };
  };
  return {
    title,
    startedAt,
    done: done.map(({ change, elapsedMs }) => ({
      ...named(change),
      at: begun(change.id),
      elapsedMs,
    })),
    failed: failed.map(({ change, message, end }) => ({
      ...named(change),
      at: begun(change.id),
      elapsedMs: Math.max(0, Date.now() - begun(change.id)),
      message,
      ...(end && { end }),
    })),
    skipped: skipped.map(({ change, skip }) => {
      const wait = waitOf(skip);
      return { ...named(change), reason: skipReason(skip), ...(wait && { wait }) };
    }),
    planned: (whole ?? plan).changes.map(named),
  };
}

/** A file of the job's own, where a runner keeps such. */
export function journalFile(env: NodeJS.ProcessEnv = process.env): string {
  const folder = env['RUNNER_TEMP'] ?? mkdtempSync(join(tmpdir(), 'portsip-cluster-'));
  return join(folder, `portsip-cluster-${process.pid}-${Date.now()}.jsonl`);
}

/** What cannot be written is missing in the summary, and fails no step. */
export async function writeJournal(file: string, step: JournalStep, secrets: Secrets, log: Log): Promise<void> {
  try {
    await appendFile(file, `${JSON.stringify(secrets.redactIn(step))}\n`, { mode: 0o600 });
  } catch (error) {
    log.debug(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Of a job that did nothing there is none. */
export async function readJournal(file: string): Promise<JournalStep[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as JournalStep];
      } catch {
        // A step was killed while it wrote.
        return [];
      }
    });
}
