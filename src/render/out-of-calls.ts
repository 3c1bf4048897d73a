import { shellQuote } from '../host/shell-quote';
import { list } from '../text/list';
import { code } from '../text/markdown';
import { printable, wrap } from '../text/printable';
import type { TerminalOptions } from './terminal';

/**
 * Which servers runs have taken out of calls and not given back, and the command that does. `lock`: who changes the cluster now,
 * and so may be at them.
 */
export function outOfCallsLines(
  names: readonly string[],
  lock: string | undefined,
  { clusterFile, width = Infinity }: Pick<TerminalOptions, 'clusterFile' | 'width'>,
): string[] {
  if (names.length === 0) return [];
  const those = list(names.map((name) => printable(name)));
  if (lock !== undefined) return wrap(`Out of calls: ${those}, as a deploy is at work.`, width);
  return [
    ...wrap(`${notGivenBack(names, those, 'A run')}, a deploy does:`, width),
    // To be copied, so in one piece.
    `  ${deployCommand(names, clusterFile)}`,
  ];
}

function deployCommand(names: readonly string[], clusterFile = 'cluster.yaml'): string {
  const file = /^[\w./-]+$/.test(clusterFile) ? clusterFile : shellQuote(clusterFile);
  return `portsip-cluster deploy${clusterFile === 'cluster.yaml' ? '' : ` -f ${file}`} --servers ${names.join(',')}`;
}

/** The same in a job's summary, where the next deploy is a workflow. */
export function renderOutOfCalls(names: readonly string[]): string {
  if (names.length === 0) return '';
  const those = list(names.map(code), 12);
  return `> [!WARNING]\n> ${notGivenBack(names, those, 'This run')}, run the deploy workflow: it does.\n`;
}

/** `those`: the names as they are shown there */
function notGivenBack({ length }: readonly string[], those: string, who: string): string {
  const [it, itIs] = length === 1 ? ['it', 'it is'] : ['them', 'they are'];
  return `Out of calls: ${those}. ${who} took ${it} out and has not given ${it} back. Once ${itIs} well`;
}
