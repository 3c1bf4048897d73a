import { createHash } from 'node:crypto';
import { list } from '../text/list';
import type { Position } from './machine';

/*
 * PortSIP's control scripts in the operator's own repository: hosts are kept at exactly these files, so what a change of them does
 * is a diff that people read. What is wrong with one is found here, and not by a host that runs it as root.
 */

/** A control script as it is to be on hosts. */
export interface ControlScript {
  /** `cluster_ctl.sh` */
  name: string;
  /** Lower-case hex */
  sha256: string;
  text: string;
  shell: Shell;
}

export type Shell = 'sh' | 'bash';

/** What the cluster file says of them. */
export interface ScriptsFolder {
  /** As it is written there: relative to the cluster file */
  folder: string;
  /** Where that stands in the cluster file */
  at: Position;
  /** By name; undefined: nobody has read the folder */
  files?: readonly ControlScript[];
}

/** Something wrong with one file, where in it and what would be right. */
export interface ScriptFault {
  line: number;
  code: string;
  message: string;
  cure: string;
}

/** PortSIP's are 10 to 60 KB. */
export const MOST_SCRIPT_BYTES = 1024 * 1024;
/** PortSIP has ten. */
export const MOST_SCRIPTS = 50;

const FETCH = 'fetch it again: portsip-cluster scripts fetch';

/** What a file's name must be to be one of them; all others are for people. */
export const isScriptName = (name: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\.sh$/.test(name);

/** One file, but for what its own shell says of it. Pure. */
export function readScript(name: string, bytes: Buffer): { script: ControlScript } | { faults: ScriptFault[] } {
  const fault = (line: number, code: string, message: string, cure = FETCH) => ({
    faults: [{ line, code, message, cure }],
  });
  if (bytes.length === 0) return fault(1, 'script-empty', 'the file is empty');
  if (bytes.length > MOST_SCRIPT_BYTES)
    return fault(1, 'script-too-large', 'the file is larger than 1 MiB, which no control script is');
  const text = bytes.toString('utf8');
  if (text.includes('\0') || !Buffer.from(text, 'utf8').equals(bytes))
    return fault(1, 'script-not-text', 'the file is not text', "give PortSIP's own file, as text in UTF-8");
  if (/^\uFEFF?\s*<(!doctype|html|\?xml|head|body)\b/i.test(text))
    return fault(1, 'script-is-a-page', 'this is a page of HTML and not a script: a download that failed');
  if (/^version https:\/\/git-lfs/.test(text))
    return fault(1, 'script-is-a-pointer', 'this is a pointer of Git LFS and not a script', 'check out with LFS');
  const carriage = text.indexOf('\r');
  if (carriage >= 0)
    return fault(
      text.slice(0, carriage).split('\n').length,
      'script-line-ends',
      'the lines end as on Windows (CRLF), which no shell on Linux takes',
      'add "*.sh text eol=lf" to .gitattributes, and check the file in once more',
    );
  const shell = shellOf(text);
  if (shell === undefined) {
    const first = text.split('\n', 1)[0] ?? '';
    return fault(
      1,
      'script-not-a-script',
      `the first line is ${JSON.stringify(first.slice(0, 60))} and names no shell: this is not a script of PortSIP's`,
    );
  }
  return { script: { name, sha256: createHash('sha256').update(bytes).digest('hex'), text, shell } };
}

/** By the first line; undefined: it names no shell that hosts have for sure. */
function shellOf(text: string): Shell | undefined {
  const word = /^#! *(?:\/usr\/bin\/env +)?(?:\/[A-Za-z0-9/_-]*\/)?(sh|dash|bash)(?=\s)/.exec(text)?.[1];
  return word === 'dash' ? 'sh' : (word as Shell | undefined);
}

/** Scripts that a cluster cannot do without: by name, who needs it. */
export type Needed = ReadonlyMap<string, readonly string[]>;

/** What is missing in the folder as a whole, in sentences. Pure. */
export function missingScripts(folder: string, names: readonly string[], needed: Needed): string[] {
  return [...needed]
    .filter(([name]) => !names.includes(name))
    .map(([name, by]) => `${folder} has no ${name}, which ${list([...by], 3)} ${by.length === 1 ? 'needs' : 'need'}`);
}

/** Which options a script reads, in the words of getopts, one text for each place: as a host tells it (facts-script.ts). Pure. */
export function optionsRead(text: string): string[] {
  return [...text.matchAll(/^ *while getopts *[^A-Za-z: ]*([A-Za-z:]*)/gm)].flatMap(([, letters]) => letters || []);
}

/** How many lines one text has that the other lacks, and the other way round. A line that moved is in both. Pure. */
export function linesApart(before: string, after: string): { added: number; removed: number } {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [old, fresh] = [count(before), count(after)];
  const beyond = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...one].reduce((sum, [line, times]) => sum + Math.max(0, times - (other.get(line) ?? 0)), 0);
  return { added: beyond(fresh, old), removed: beyond(old, fresh) };
}
