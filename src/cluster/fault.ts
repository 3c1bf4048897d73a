import type { Problem } from './types';

/** A problem before it is known what the cluster file is called; `file` only where it is in another. */
export type Fault = Omit<Problem, 'file'> & { file?: string };

/** Keys and indices from the top of the file: `['servers', 0, 'role']` */
export type Path = readonly (string | number)[];

/** A value of the file as it can be shown: on one line, short, and without characters that a terminal obeys. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(printable(value));
}

/** Text of others, cut to `limit` characters and without any that is invisible. */
export function printable(text: string, limit = 60): string {
  const visible = text
    .slice(0, 4 * limit)
    .replace(/[\p{C}\u2028\u2029]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible;
}
