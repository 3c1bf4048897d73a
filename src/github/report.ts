import type { Problem } from '../cluster/types';
import type { Log } from '../log';
import { codeOf } from '../unknown';
import type { ActionsLog } from './log';

/** What went wrong, for people: never a stack trace unless it is a fault of ours. */
export function explain(error: unknown): { text: string; exitCode: 1 | 2; problems?: Problem[]; stack?: string } {
  // By name and not by class: this must also work on what another copy of the module threw.
  if (error instanceof Error) {
    if (error.name === 'ClusterFileError' && 'problems' in error)
      return { text: error.message, exitCode: 2, problems: error.problems as Problem[] };
    if (error.name === 'InputError') return { text: error.message, exitCode: 2 };
    if (['HostError', 'PbxError', 'GithubError', 'StageError'].includes(error.name))
      return { text: error.message, exitCode: 1 };
    if (error.name === 'AbortError')
      return { text: 'cancelled: what runs on hosts goes on; the next run picks it up', exitCode: 1 };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isUnwritable(error))
    return {
      text: `This machine cannot write a file: ${message}. Free some space and run it again: what was done is done, and the next run carries on`,
      exitCode: 1,
    };
  return {
    text: `unexpected error, please report it: ${message}`,
    exitCode: 1,
    ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
  };
}

/** Several errors, each with the lines that are indented below it. */
export const errorsIn = (text: string): string[] => text.split(/\n(?! )/);

/** The disk of the machine that we run on is full, over its quota or read-only. */
function isUnwritable(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS';
}

/** Prints it for a runner, annotated where a file is wrong; returns the exit code. */
export function report(error: unknown, log: Log | ActionsLog): number {
  const { text, exitCode, problems, stack } = explain(error);
  if (problems && 'problems' in log) log.problems(problems);
  else for (const one of errorsIn(text)) log.error(one);
  if (stack) log.debug(stack);
  return exitCode;
}
