/** What a terminal or a page would act on instead of showing it: controls, format characters, separators, fillers without a shape. */
const UNSEEN = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u180e\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180d\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]`;
let unseen: RegExp | undefined;

/** Whether a text has nothing but the letters, digits and signs of ASCII, in which all can be seen. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** Makes text safe to print on one terminal line: whatever cannot be seen is shown as `\x1b` or `\u{202e}`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  // Made here: which characters these are, Node works out where the expression stands, whether or not anything is looked for.
  return text.replace((unseen ??= new RegExp(UNSEEN, 'gu')), (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return ' ';
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** The same for text of several lines: each is made safe for itself, blank ones are dropped. */
export function printableLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => printable(line).trimEnd())
    .filter((line) => line !== '');
}

/** Breaks at spaces so that no line is longer than `width`; words that are longer stay whole (they may have to be copied). */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  if (line) lines.push(line);
  return lines;
}
