import * as core from '@actions/core';
import type { Finding } from '../stages/types';
import type { Problem } from '../cluster/types';
import { formatProblem } from '../cluster/types';
import type { ChangeEvent, Log, Secrets } from '../log';
import { defuse, plainLine } from './text';

/** GitHub keeps this many annotations of each kind a step. */
const ANNOTATIONS = 10;
/** A drain can take half an hour, and a log keeps every line. */
const COUNTING_MS = 30_000;

export interface ActionsLog extends Log {
  /** All of them in the log; the first ten of each severity also as annotations at their line. */
  problems(problems: Problem[]): void;
  /** As lines, and as annotations those that are worth one; by default all but notes */
  findings(findings: Finding[], annotated?: (finding: Finding) => boolean): void;
}

/**
 * A log for the runner: groups, annotations, and nothing in it that the runner would obey. Register it before any
 * secret is added: each is handed to the runner's own masking before the first line that could hold it.
 */
export function actionsLog(
  secrets: Secrets,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): ActionsLog {
  secrets.onAdd((value) => core.setSecret(value));
  const print = (text: string) => defuse(secrets.redact(text)).forEach(write);
  let lastRemote = '';
  const lastProgress = new Map<string, { shape: string; at: number }>();
  const left = { error: ANNOTATIONS, warning: ANNOTATIONS };
  const annotate = (severity: 'error' | 'warning', text: string, properties: core.AnnotationProperties = {}) => {
    if (left[severity]-- > 0) core[severity](defuse(secrets.redact(text)).join('\n'), properties);
    else print(`${severity}: ${text}`);
  };
  /** Not what stands there already as a host's line, and what only counts on, such as calls that have yet to end, now and then. */
  const news = ({ id, message = '' }: ChangeEvent): boolean => {
    if (message && lastRemote.endsWith(message)) return false;
    const shape = message.replace(/\d+/g, '0');
    const before = lastProgress.get(id);
    if (before?.shape === shape && Date.now() - before.at < COUNTING_MS) return false;
    lastProgress.set(id, { shape, at: Date.now() });
    return true;
  };
  return {
    debug: (text) => core.debug(defuse(secrets.redact(text)).join('\n')),
    info: print,
    warning: (text) => annotate('warning', text),
    error: (text) => annotate('error', text),
    remote: (source, line) => {
      lastRemote = line;
      for (const part of secrets.redact(line).split(/\r\n|\r|\n/)) print(`[${plainLine(source)}] ${plainLine(part)}`);
    },
    change: (event) => {
      if (event.state !== 'progress' || news(event)) print(changeLine(event));
    },
    group: async (title, work) => {
      core.startGroup(defuse(secrets.redact(title)).join(' '));
      try {
        return await work();
      } finally {
        core.endGroup();
      }
    },
    problems: (problems) => {
      for (const problem of problems) {
        print(formatProblem(problem));
        const { file, line, column, severity, message, cure } = problem;
        if (left[severity]-- > 0)
          core[severity](defuse(secrets.redact(cure ? `${message} — ${cure}` : message)).join('\n'), {
            title: problem.code,
            file,
            startLine: line,
            startColumn: column,
          });
      }
    },
    findings: (findings, annotated = ({ severity }) => severity !== 'note') => {
      for (const finding of findings) {
        const { severity, server, message } = finding;
        const text = server && !message.startsWith(server) ? `${server}: ${message}` : message;
        if (annotated(finding)) annotate(severity === 'blocking' ? 'error' : 'warning', text);
        else print(`${severity}: ${text}`);
      }
    },
  };
}

const MARKS = { waiting: '·', started: '▶', progress: '…', done: '✓', failed: '✗', skipped: '–' } as const;

/** `✓ role/media-server-2 (21.4 s)` */
export function changeLine({ id, state, message, elapsedMs }: ChangeEvent): string {
  const took = elapsedMs === undefined || state === 'started' ? '' : ` (${seconds(elapsedMs)})`;
  return `${MARKS[state]} ${id}${message ? `: ${message}` : ''}${took}`;
}

/** `0.4 s`, `21 s`, `3 min 5 s` */
export function seconds(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const total = Math.round(ms / 1000);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}
