import type { Path } from '../fault';
import type { ClusterFile, ServerEntry } from '../file';

/** Takes what a rule finds wrong at a place in the file. */
export interface Report {
  error(path: Path, code: string, message: string, cure?: string): void;
  warning(path: Path, code: string, message: string, cure?: string): void;
  /** ` (line 12)`; nothing where nobody sees the file */
  line(path: Path): string;
}

/** What a schema cannot say about a cluster file. Works on whatever of it is usable. */
export type Rule = (file: ClusterFile, report: Report) => void;

export interface Entry extends ServerEntry {
  /** Its index in the list */
  index: number;
  /** What it is called in messages */
  called: string;
}

/** The servers that are mappings, with their index in the list. */
export function entries(file: ClusterFile): Entry[] {
  return (file.servers ?? []).flatMap((server, index) =>
    server ? [{ ...server, index, called: server.name ?? `server ${index + 1}` }] : [],
  );
}
