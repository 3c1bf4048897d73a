import { stripVTControlCharacters } from 'node:util';

/**
 * Text that the PBX, or a proxy before it, wrote, made fit for one line of a log: no control, escape or
 * direction-changing characters, and not longer than `limit`.
 */
export function quote(text: string, limit = 300): string {
  // Cutting first keeps a megabyte of HTML from being searched; the factor leaves room for what is taken out.
  const line = stripVTControlCharacters(text.slice(0, limit * 4))
    .replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
