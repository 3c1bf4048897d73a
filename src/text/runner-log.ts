import { isPlain } from './printable';

/**
 * Text that somebody else wrote, made fit for a runner's log. The runner obeys a line that begins
 * with `::` after white space and one that has `##[` anywhere; it compares by culture, so that invisible characters
 * in between do not stop it. Therefore invisible characters are shown, not passed on.
 */

// All that has no shape of its own. An emoji may keep the selector that makes it one.
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?<!\p{Extended_Pictographic})\ufe0f|(?!\ufe0f)\p{Default_Ignorable_Code_Point}`;
/** Made when it is first needed, as `printable` makes its own */
let invisible: RegExp | undefined;

/** Colours and the like */
// eslint-disable-next-line no-control-regex
const STYLE = /\u001b\[[0-9;]*m/g;
// eslint-disable-next-line no-control-regex
const ESCAPE_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]/g;

const shown = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** One line of a host or the PBX, without colours and control characters. Tabs become spaces. */
export function plainLine(line: string): string {
  if (isPlain(line)) return line;
  return line
    .replace(ESCAPE_SEQUENCE, '')
    .replaceAll('\t', '  ')
    .replace((invisible ??= new RegExp(INVISIBLE, 'gu')), shown);
}

/** Lines that a runner prints as they are and never obeys. Colours of ours stay. */
export function defuse(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => {
    let safe = '';
    let from = 0;
    for (const style of line.matchAll(STYLE)) {
      safe += plainLine(line.slice(from, style.index)) + style[0];
      from = style.index + style[0].length;
    }
    safe += plainLine(line.slice(from));
    return safe.replace(/^(\s*):(?=:)/u, '$1: ').replace(/##(?=(?:\u001b)?\[)/g, '## '); // eslint-disable-line no-control-regex
  });
}
