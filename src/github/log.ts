import * as core from '@actions/core';
import type { Finding } from '../finding';
import type { Problem } from '../cluster/types';
import { formatProblem } from '../cluster/types';
import type { ChangeEvent, Log, Secrets } from '../log';
import { Heartbeat } from './heartbeat';
import { Outputs } from './outputs';
import { defuse, plainLine } from '../text/runner-log';

/** GitHub keeps this many annotations of each kind per step. */
const ANNOTATIONS = 10;
/** A drain can take half an hour, and a log keeps every line. */
const COUNTING_MS = 30_000;

/** Where an annotation is shown, and under which title. */
export type Place = core.AnnotationProperties;

export interface ActionsLog extends Log {
  warning(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  /** All of them in the log; as many as GitHub keeps also as annotations at their line, the last of which says how many more. */
  problems(problems: Problem[]): void;
  /** As lines, and as annotations those that are worth one, by default all but notes, where they belong */
  findings(findings: Finding[], annotated?: (finding: Finding) => boolean, place?: (finding: Finding) => Place): void;
  /** Prints what is still held back, and says nothing more by itself. */
  close(): void;
}

type Severity = 'error' | 'warning';

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
  const safe = (text: string) => defuse(secrets.redact(text)).join('\n');
  let lastRemote = '';
  const lastProgress = new Map<string, { shape: string; at: number }>();
  const left: Record<Severity, number> = { error: ANNOTATIONS, warning: ANNOTATIONS };
  /** What hosts print stands below the line of the change that is then over; where details are asked for, at once. */
  const outputs = core.isDebug() ? undefined : new Outputs(print, grouped);
  const heartbeat = new Heartbeat((line) => print(line));

  function grouped(title: string, lines: readonly string[]): void {
    core.startGroup(safe(title).replaceAll('\n', ' '));
    lines.forEach(print);
    core.endGroup();
  }
  const annotate = (severity: Severity, text: string, place: Place = {}) => {
    if (left[severity]-- > 0) core[severity](safe(text), place);
    else print(`${severity}: ${text}`);
  };
  /** Many at once: GitHub would drop what is too much without a word. */
  const annotateAll = (severity: Severity, all: readonly { text: string; place?: Place }[], line = true) => {
    const fits = all.length <= left[severity];
    all.forEach(({ text, place }, index) => {
      if (fits || left[severity] > 1) annotate(severity, text, place);
      else {
        const more = all.length - index;
        if (left[severity] === 1)
          annotate(
            severity,
            `and ${more} more ${severity === 'error' ? 'errors' : 'warnings'}: all of them are in the log`,
          );
        if (line) print(`${severity}: ${text}`);
      }
    });
  };
  /** Not what stands there already as a host's line, and what only counts on, such as calls that have yet to end, now and then. */
  const news = ({ id, message = '' }: ChangeEvent): boolean => {
    if (!outputs && message && lastRemote.endsWith(message)) return false;
    const shape = message.replace(/\d+/g, '0');
    const before = lastProgress.get(id);
    if (before?.shape === shape && Date.now() - before.at < COUNTING_MS) return false;
    lastProgress.set(id, { shape, at: Date.now() });
    return true;
  };
  return {
    debug: (text) => core.debug(safe(text)),
    info: print,
    warning: (text, place) => annotate('warning', text, place),
    error: (text, place) => annotate('error', text, place),
    remote: (source, line) => {
      lastRemote = line;
      for (const part of secrets.redact(line).split(/\r\n|\r|\n/)) {
        if (outputs) outputs.add(source, plainLine(part));
        else print(`[${plainLine(source)}] ${plainLine(part)}`);
      }
    },
    change: (event) => {
      if (event.state !== 'progress' || news(event)) {
        print(changeLine(event));
        heartbeat.told(event);
      } else heartbeat.heard(event);
      if (event.state === 'done' || event.state === 'failed') outputs?.flush(event.id);
    },
    group: async (title, work) => {
      core.startGroup(safe(title).replaceAll('\n', ' '));
      try {
        return await work();
      } finally {
        core.endGroup();
      }
    },
    problems: (problems) => {
      for (const problem of problems) print(formatProblem(problem));
      for (const severity of ['error', 'warning'] as const)
        annotateAll(severity, problems.filter((problem) => problem.severity === severity).map(ofProblem), false);
    },
    findings: (findings, annotated = ({ severity }) => severity !== 'note', place) => {
      for (const finding of findings) if (!annotated(finding)) print(`${finding.severity}: ${said(finding)}`);
      for (const severity of ['error', 'warning'] as const)
        annotateAll(
          severity,
          findings
            .filter((finding) => annotated(finding) && (finding.severity === 'blocking') === (severity === 'error'))
            .map((finding) => ({ text: said(finding), ...(place && { place: place(finding) }) })),
        );
    },
    close: () => {
      outputs?.flushAll();
      heartbeat.stop();
    },
  };
}

function ofProblem({ file, line, column, message, cure, code }: Problem): { text: string; place: Place } {
  const place = { title: code, file, startLine: line, startColumn: column };
  return { text: cure ? `${message} — ${cure}` : message, place };
}

function said({ server, message }: Finding): string {
  return server && !message.startsWith(server) ? `${server}: ${message}` : message;
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
